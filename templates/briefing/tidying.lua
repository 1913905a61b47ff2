-- What citation styles leave that no editor would: quotation marks around our own descriptions, commas that hang, letters
-- behind marks of doubt. Gives `tidy(doc, described, source, doubts, full)`, and `ends_fully(text)`.
local OURS = 'supplied-title'
local OPENING = { '“', '‘', '«', '„', '‚', '‹', '「', '"', "'" }
local CLOSING = { '”', '’', '»', '“', '‘', '›', '」', '"', "'" }

local FULL = { '？', '！', '。', '؟', '۔' }
local END_OF_ISOLATE = '\u{2069}'

local function ends_fully(text)
  text = text:gsub(END_OF_ISOLATE .. '$', '')
  for _, mark in ipairs(FULL) do
    if text:sub(-#mark) == mark then return true end
  end
  return false
end

return function(locators)
  local function is_ours(inline)
    return inline and inline.t == 'Span' and inline.classes:includes(OURS)
  end

  local function cut_mark(inline, marks, from_end)
    if not (inline and inline.t == 'Str') then return false end
    for _, mark in ipairs(marks) do
      if from_end and inline.text:sub(-#mark) == mark then
        inline.text = inline.text:sub(1, -#mark - 1)
        return true
      elseif not from_end and inline.text:sub(1, #mark) == mark then
        inline.text = inline.text:sub(#mark + 1)
        return true
      end
    end
    return false
  end

  -- Quotation marks around a description go; a comma or full stop that stands inside them stays.
  local function unquoted(inlines)
    for index, inline in ipairs(inlines) do
      if is_ours(inline) and cut_mark(inlines[index - 1], OPENING, true) then
        for ahead = index + 1, math.min(index + 2, #inlines) do
          if cut_mark(inlines[ahead], CLOSING, false) or cut_mark(inlines[ahead], CLOSING, true) then break end
        end
      end
    end
    return inlines
  end

  -- A style without a word for an unknown date leaves its comma hanging: [Ng, ] or [Ng, , para. 3].
  local function without_hanging_comma(cite)
    local content = cite.content
    for index = #content - 2, 1, -1 do
      local before, blank, after = content[index], content[index + 1], content[index + 2]
      local hangs = before.t == 'Str' and before.text:sub(-1) == ',' and blank.t == 'Space'
      if hangs and after.t == 'Str' and after.text:match('^[%]),]') then
        before.text = before.text:sub(1, -2)
        content:remove(index + 1)
      end
    end
    cite.content = content
    return cite
  end

  -- A style may set a letter that tells two articles of a year apart behind its mark of doubt, [2022?]a; twice, 2022bb;
  -- or after the day on which a page was read, 01.10.2022b.
  local function with_letter_in_place(element)
    return element:walk { Str = function(str)
      local text = str.text:gsub('%[(%d%d%d%d)%?%](%l)%f[%A]', '[%1%2?]')
      text = text:gsub('(%d%d%d%d)(%l)%2%f[%A]', '%1%2'):gsub('(%d%d?[./]%d%d?[./]%d%d%d%d)%l%f[%A]', '%1')
      if text ~= str.text then return pandoc.Str(text) end
    end }
  end

  -- A style may begin its date like a sentence, which it is not after a comma.
  local function with_small_circa(inlines)
    for index = 3, #inlines do
      local before, word = inlines[index - 2], inlines[index]
      if word.t == 'Str' and word.text == 'Circa' and before.t == 'Str' and before.text:sub(-1) == ',' then
        inlines[index] = pandoc.Str('circa')
      end
    end
    return inlines
  end

  -- "Retrieved https://…" lacks the day for which it would stand there.
  local function without_lone_retrieved(div)
    return div:walk { Inlines = function(inlines)
      for index = #inlines - 2, 1, -1 do
        local word, after = inlines[index], inlines[index + 2]
        local address = after and (after.t == 'Link' or after.t == 'Str' and after.text:match('^https?:'))
        if word.t == 'Str' and word.text == 'Retrieved' and inlines[index + 1].t == 'Space' and address then
          inlines:remove(index + 1)
          inlines:remove(index)
        end
      end
      return inlines
    end }
  end

  -- A question in Chinese or Arabic letters ends its title as one in Latin letters does: no stop or comma follows.
  local function with_one_end(element)
    local ended = false
    return element:walk { traverse = 'topdown',
      Space = function() ended = false end,
      Str = function(str)
        local text = ended and str.text:gsub('^[.,]', '') or str.text
        for _, mark in ipairs(FULL) do
          text = text:gsub('(' .. mark .. ')[.,]', '%1'):gsub('(' .. mark .. END_OF_ISOLATE .. ')[.,]', '%1')
        end
        ended = ends_fully(text)
        if text ~= str.text then return pandoc.Str(text) end
      end,
    }
  end

  -- A note begins like a sentence, but "n 1" for the note before is no first word of one.
  local function with_small_note(cite)
    return cite:walk { Str = function(str)
      local rest = str.text:match('^%(N(\u{a0}%d.*)$') or str.text == '(N' and ''
      if rest then return pandoc.Str('(n' .. rest) end
    end }
  end

  local function is_number(inline)
    return pandoc.utils.stringify(inline):match('^%d')
  end

  -- Numbers parted by bare commas part from the words typed before them, too: 5, but 3.
  local function with_blank_before_words(cite)
    return cite:walk { Inlines = function(inlines)
      for index = #inlines, 1, -1 do
        local this, after = inlines[index], inlines[index + 1]
        if this.t == 'Str' and this.text:match('^[%(%[]?[%d–,]*,%a') then
          this.text = this.text:gsub(',(%a)', ', %1')
        elseif this.t == 'Str' and this.text:sub(-1) == ',' and after and after.t ~= 'Space' and not is_number(after) then
          inlines:insert(index + 1, pandoc.Space())
        end
      end
      return inlines
    end }
  end

  local function plain_wrapper(wrapper)
    for _, inline in ipairs(wrapper.content) do
      if is_ours(inline) then return wrapper.content end
    end
  end

  local function holds_ours(inlines)
    for _, inline in ipairs(inlines) do
      if is_ours(inline) or (inline.t ~= 'Str' and inline.t ~= 'Space' and inline.content and holds_ours(inline.content)) then
        return true
      end
    end
    return false
  end

  local function without_quotes(element)
    return element:walk({ Emph = plain_wrapper, Quoted = plain_wrapper }):walk({ Inlines = unquoted }):walk {
      Str = function(str) if str.text == '' then return {} end end,
    }
  end

  local function ends_of(cite, full)
    return cite.citations:find_if(function(citation) return full[citation.id] end)
  end

  -- A walk over every string of a long brief takes longer than its citations, so only what holds a description of ours
  -- is looked into, and only citations for what styles leave hanging.
  local function tidy(doc, described, source, doubts, full)
    local repeats = source:find('"ibid-with-locator"', 1, true)
    local raises_circa = source:find('term="circa" text-case="capitalize-first"', 1, true)
    local retrieved = source:find('term="retrieved"', 1, true)
    local counts_notes = source:find('"first-reference-note-number"', 1, true)
    local bare_commas = (source:match('<citation[ >].-<layout[^>]*>') or ''):find('delimiter=","', 1, true)
    return doc:walk({
      Cite = function(cite)
        if holds_ours(cite.content) then cite = without_quotes(cite) end
        if repeats then cite = locators.with_label_after_ibid(cite) end
        if doubts then cite = with_letter_in_place(cite) end
        if counts_notes then cite = with_small_note(cite) end
        if bare_commas then cite = with_blank_before_words(cite) end
        if ends_of(cite, full) then cite = with_one_end(cite) end
        return without_hanging_comma(cite)
      end,
      Div = function(div)
        local key = div.identifier:match('^ref%-(.+)$')
        if not key then return nil end
        if described[key] then div = without_quotes(div) end
        if raises_circa then div = div:walk { Inlines = with_small_circa } end
        if retrieved then div = without_lone_retrieved(div) end
        if full[key] then div = with_one_end(div) end
        return doubts and with_letter_in_place(div) or div
      end,
    }):walk {
      Span = function(span)
        local helper = span.classes:includes('nocase') or (#span.classes == 0 and span.identifier == '')
        if helper and #span.attributes == 0 then return span.content end
      end,
    }
  end

  return tidy, ends_fully
end
