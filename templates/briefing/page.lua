-- One walk over the tree, which decorates it for every format at once: a walk a format would take longer than writing.
-- Raw Typst is heeded by the Typst writer alone, a custom-style by the DOCX writer, a class by HTML. Only calls of the
-- pieces of page.typ are written raw; all text stays strings of the tree, which the writers escape.
return function(words)
  local function raw(text)
    return pandoc.RawBlock('typst', text)
  end

  local function wrapped(open, blocks, close)
    local list = pandoc.List { raw(open) }
    list:extend(blocks)
    list:insert(raw(close or ']'))
    return list
  end

  local function span(class, style, call, inlines)
    local list = pandoc.List { pandoc.RawInline('typst', call .. '[') }
    list:extend(inlines)
    list:insert(pandoc.RawInline('typst', ']'))
    return pandoc.Span(list, pandoc.Attr('', { class }, { ['custom-style'] = style }))
  end

  local function mark()
    return pandoc.Strong { pandoc.Str('[' .. words.unverified:gsub(' ', '\u{a0}') .. ']') }
  end

  -- A link has a style of its own in Word, so what is in it is styled once more.
  local function source(cite)
    local content = cite.content
    if cite.citations[1].mode == 'AuthorInText' then return content end
    for _, inline in ipairs(content) do
      if inline.t == 'Note' then return content end
      if inline.t == 'Link' then
        inline.content = { pandoc.Span(inline.content, pandoc.Attr('', {}, { ['custom-style'] = 'Source' })) }
      end
    end
    return span('source', 'Source', '#source', content)
  end

  local function is_speaker(block)
    local first = block and (block.t == 'Para' or block.t == 'Plain') and block.content[1]
    return first and first.t == 'Str' and first.text:match('^—')
  end

  local SHORT = 900 -- characters of a quotation that still goes on one page whole

  local function quotation(div)
    local quote, speaker = pandoc.List {}, pandoc.List {}
    for _, block in ipairs(div.content) do
      quote:extend(block.t == 'BlockQuote' and block.content or { block })
    end
    if #quote > 1 and is_speaker(quote[#quote]) then
      local list = wrapped('#speaker[', { quote:remove() })
      speaker = pandoc.List { pandoc.Div(list, pandoc.Attr('', { 'speaker' })) }
    end
    local short = #pandoc.utils.stringify(quote) < SHORT and 'true' or 'false'
    local blocks = pandoc.List { raw('#quotation(short: ' .. short .. ')[') }
    blocks:insert(pandoc.BlockQuote(quote))
    blocks:extend(speaker)
    blocks:insert(raw(']'))
    return blocks
  end

  local function arguments(told)
    local list = pandoc.List {}
    for _, name in ipairs { 'dir', 'noted' } do
      if told[name] then list:insert(name .. ': ' .. told[name]) end
    end
    return #list > 0 and '(' .. table.concat(list, ', ') .. ')' or ''
  end

  -- Styles with numbers in the margin set each entry as two spans.
  local function entry(div)
    local first = div.content[1]
    local parts = first and first.content or {}
    local number = parts[1]
    if number and number.t == 'Span' and number.classes:includes('csl-left-margin') then
      number.content:insert(1, pandoc.RawInline('typst', '#margin-number['))
      number.content:insert(pandoc.RawInline('typst', ']'))
      first.content = parts
    end
    local label = div.identifier ~= '' and ' <' .. div.identifier:gsub('[^%w_:.-]', '-') .. '>' or ''
    local told = arguments { dir = div.attributes.dir, noted = div.classes:includes('noted') and 'true' or nil }
    return wrapped('#entry' .. told .. '[', div.content, ']' .. label)
  end

  local DIVS = {
    ['in-brief'] = function(div) return wrapped('#in-brief[', div.content) end,
    extract = function(div) return wrapped('#extract[', div.content) end,
    quotation = quotation,
    annotation = function(div)
      return wrapped('#annotation' .. arguments { dir = div.attributes.dir } .. '[', div.content)
    end,
    ['csl-entry'] = entry,
    label = function(div) return wrapped('#sources-label[', div.content) end,
    ['section-sources'] = function(div) return wrapped('#section-sources[', div.content) end,
    unverified = function(div)
      div.content:insert(pandoc.Para { mark() })
      return wrapped('#unverified-block[', div.content)
    end,
  }

  return {
    Cite = source,
    Div = function(div)
      local known = DIVS[div.classes[1] or '']
      if not known then return nil end
      div.content = known(div)
      return div
    end,
    Span = function(inline)
      if not inline.classes:includes('unverified') then return nil end
      inline.content:extend { pandoc.Str('\u{a0}'), mark() }
      return span('unverified', 'Unverified', '#unverified', inline.content)
    end,
  }
end
