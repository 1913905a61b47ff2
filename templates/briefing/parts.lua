-- The parts a build may ask for: one function each, the tree -> bytes.
return function(here, request, with_contents)
  local words = request.words

  local function div(class, blocks)
    return pandoc.Div(blocks, pandoc.Attr('', { class }))
  end

  -- ---- Typst: the decorations of page.lua stand in the blocks of its divisions ----
  local opened
  opened = function(blocks)
    local list = pandoc.List {}
    for _, block in ipairs(blocks) do
      if block.t == 'Div' or block.t == 'BlockQuote' then
        list:extend(opened(block.content))
      else
        list:insert(block)
      end
    end
    return list
  end

  -- The writer makes ’ a straight ', for Typst to curl; and where Typst may not, it stays straight.
  local function keep_apostrophes(str)
    local parts, start = pandoc.List {}, 1
    for before, after in str.text:gmatch('()’()') do
      if before > start then parts:insert(pandoc.Str(str.text:sub(start, before - 1))) end
      parts:insert(pandoc.RawInline('typst', '’'))
      start = after
    end
    if start == 1 then return nil end
    if start <= #str.text then parts:insert(pandoc.Str(str.text:sub(start))) end
    return parts
  end

  local function written(doc)
    local list = pandoc.List {}
    for _, block in ipairs(with_contents(doc.blocks, { pandoc.RawBlock('typst', '#contents()') })) do
      if block.t == 'Div' then
        list:extend(opened(block.content))
      else
        list:insert(block)
      end
    end
    local writer = { format = 'typst', extensions = { citations = false } }
    return pandoc.write(pandoc.Pandoc(list), writer, { wrap_text = 'none' })
  end

  -- In text it escapes a straight one, so any other was curly. Where code or an address may hold one, the tree is asked,
  -- which takes longer.
  local function typst(doc)
    local text = written(doc)
    if not text:find("'", 1, true) then return text end
    if text:find('`', 1, true) or text:find("\\\\'", 1, true) or text:find('"[^"\n]*\'[^"\n]*"') then
      return written(doc:walk { Str = keep_apostrophes })
    end
    return (text:gsub("(\\?)'", { [''] = '’' }))
  end

  -- ---- DOCX: styles by name; masthead, contents and notice as paragraphs ----
  local function styled(style, inlines)
    return pandoc.Div({ pandoc.Para(inlines) }, pandoc.Attr('', {}, { ['custom-style'] = style }))
  end

  local function character(style, inlines)
    return pandoc.Span(inlines, pandoc.Attr('', {}, { ['custom-style'] = style }))
  end

  local function line(style, text)
    return (text and text ~= '') and { styled(style, { pandoc.Str(text) }) } or {}
  end

  local field
  field = function(kind, code)
    local instruction = code and '<w:r><w:instrText xml:space="preserve"> ' .. code .. ' </w:instrText></w:r>' .. field('separate').text
    local mark = '<w:r><w:fldChar w:fldCharType="' .. kind .. '"/></w:r>'
    return pandoc.RawInline('openxml', mark .. (instruction or ''))
  end

  -- A field of Word's with its entries in it, so that they are there before anybody updates it. They carry no page
  -- numbers, which only Word could know.
  local function docx_contents(doc)
    local entries = pandoc.List {}
    for _, block in ipairs(doc.blocks) do
      if block.t == 'Header' and block.level <= 2 then
        local link = pandoc.Link({ character('Contents Link', block.content) }, '#' .. block.identifier)
        entries:insert { 'toc ' .. block.level, pandoc.Inlines { link } }
      end
    end
    if not request.toc or #entries == 0 then return {} end
    entries[1][2]:insert(1, field('begin', 'TOC \\o "1-2" \\n \\h \\z \\u'))
    entries[#entries][2]:insert(field('end'))
    local list = pandoc.List(line('TOC Heading', words.contents))
    for _, entry in ipairs(entries) do list:insert(styled(entry[1], entry[2])) end
    return list
  end

  local PARAGRAPHS = {
    annotation = 'Annotation',
    ['in-brief'] = 'In Brief',
    extract = 'Extract',
    quotation = 'Quotation',
    label = 'Sources Heading',
    speaker = 'Speaker',
    unverified = 'Unverified Block',
  }

  -- The paragraphs of a block take its style, those of list items too. Their words are not looked at: what is taken
  -- into Lua costs time.
  local restyle
  restyle = function(blocks, style)
    local list = pandoc.List {}
    for _, block in ipairs(blocks) do
      if block.t == 'Para' then
        list:insert(pandoc.Div({ block }, pandoc.Attr('', {}, { ['custom-style'] = style })))
      elseif block.t == 'Plain' then
        list:insert(styled(style, block.content))
      elseif block.t == 'BlockQuote' then
        list:extend(restyle(block.content, style))
      elseif block.t == 'Div' then
        list:extend(restyle(block.content, PARAGRAPHS[block.classes[1] or ''] or style))
      elseif block.t == 'BulletList' or block.t == 'OrderedList' then
        local copy = block:clone() -- the other parts are written of the same tree
        copy.content = pandoc.List(block.content):map(function(item) return restyle(item, style) end)
        list:insert(copy)
      else
        list:insert(block)
      end
    end
    return list
  end

  -- Lists of sources that stand within the text; they hold entries, and paragraphs of other styles.
  local LISTS = { listed = true, ['section-sources'] = true }

  local docx_body
  docx_body = function(blocks)
    local list = pandoc.List {}
    for _, block in ipairs(blocks) do
      local class = block.t == 'Div' and block.classes[1] or ''
      if class == 'in-brief' then list:extend(line('In Brief Heading', words.in_brief)) end
      if LISTS[class] then
        list:extend(docx_body(block.content))
      elseif PARAGRAPHS[class] then
        local own = restyle(block.content, PARAGRAPHS[class])
        local leftwards = block.attributes.dir and pandoc.Attr('', {}, { dir = block.attributes.dir })
        list:extend(leftwards and { pandoc.Div(own, leftwards) } or own)
      else
        list:insert(block)
      end
      if class == 'quotation' then list:insert(styled('Gap', { pandoc.Str('\u{a0}') })) end -- else boxes melt into one
    end
    return list
  end

  local function docx(doc)
    local blocks = pandoc.List {}
    blocks:insert(styled('Series', { character('Series Name', request.series), pandoc.Str('\t' .. request.number) }))
    blocks:extend(line('Title', request.title))
    blocks:extend(line('Subtitle', request.subtitle))
    blocks:extend(line('Issue', request.date .. '\t' .. request.period))
    blocks:extend(line('Notice', words.notice))
    blocks:extend(with_contents(docx_body(doc.blocks), docx_contents(doc)))
    return pandoc.write(pandoc.Pandoc(blocks), 'docx', { reference_doc = here .. 'reference.docx' })
  end

  -- ---- HTML: the body alone; the page around it, and the EPUB, are made of it outside ----
  local function html(doc)
    local list, first = pandoc.List {}, true
    for _, block in ipairs(doc.blocks) do
      if block.t == 'Header' then
        if first then list:insert(pandoc.RawBlock('html', '<!--contents-->')) end
        if block.level == 1 then list:insert(pandoc.RawBlock('html', '<!--chapter-->')) end
        block = pandoc.Header(block.level + 1, block.content, pandoc.Attr(block.identifier))
        first = false
      elseif block.t == 'Div' and block.classes:includes('in-brief') then
        local labelled = pandoc.Blocks { div('label', { pandoc.Para(words.in_brief) }) }
        labelled:extend(block.content)
        block = div('in-brief', labelled)
      end
      list:insert(block)
    end
    local text = pandoc.write(pandoc.Pandoc(list), 'html5', { wrap_text = 'none' })
    -- The names of Word's styles go. Words of the brief cannot match: their angle brackets are written as entities.
    text = text:gsub('<span data%-custom%-style="Source">(.-)</span></a>', '%1</a>')
    text = text:gsub('(<span class="%a+") data%-custom%-style="%a+"', '%1')
    -- An entry among annotations is no item of a list.
    return (text:gsub('(<div [^<>]*class="csl%-entry[ %a]*"[^<>]*) data%-custom%-style="Bibliography" role="listitem"', '%1'))
  end

  -- ---- Markdown: quotations of every kind are block quotes, which readers show with a rule at their side ----
  local UNLINKED = {
    Link = function(link) if link.target:sub(1, 1) == '#' then return link.content end end,
  }

  local function quoted(div)
    local list = pandoc.List {}
    if div.classes:includes('in-brief') then
      list:insert(pandoc.Para { pandoc.Strong { pandoc.Str(words.in_brief) } })
    end
    for _, block in ipairs(div.content) do list:extend(block.t == 'BlockQuote' and block.content or { block }) end
    return pandoc.BlockQuote(list)
  end

  local function plain_list(div)
    return pandoc.Div(div.content):walk { Div = function(inner)
      inner.content = inner.content:filter(function(block) return block.t ~= 'RawBlock' end)
      if inner.classes:includes('label') then return pandoc.Para { pandoc.Strong(inner.content[1].content) } end
      local quoted = inner.classes:includes('annotation') and inner.content[1].t ~= 'BlockQuote'
      return quoted and pandoc.BlockQuote(inner.content) or inner.content
    end }.content
  end

  local function text(doc)
    local blocks = pandoc.List { pandoc.Header(1, pandoc.Str(request.title)) }
    for _, block in ipairs(doc:walk(UNLINKED).blocks) do
      local class = block.t == 'Div' and block.classes[1] or ''
      blocks:extend(LISTS[class] and plain_list(block) or { block })
    end
    return pandoc.write(pandoc.Pandoc(blocks), 'plain', { wrap_text = 'none' })
  end

  local function markdown(doc)
    local about = pandoc.List {}
    for _, text in ipairs { request.series, request.number, request.date, request.period } do
      if text ~= '' then about:insert(text) end
    end
    local blocks = pandoc.List { pandoc.Header(1, pandoc.Str(request.title)) }
    if request.subtitle ~= '' then blocks:insert(pandoc.Para { pandoc.Strong { pandoc.Str(request.subtitle) } }) end
    blocks:insert(pandoc.Para(pandoc.Str(table.concat(about, ' · '))))
    if words.notice ~= '' then blocks:insert(pandoc.Para { pandoc.Emph { pandoc.Str(words.notice) } }) end
    for _, block in ipairs(doc:walk(UNLINKED).blocks) do
      local class = block.t == 'Div' and block.classes[1] or ''
      if LISTS[class] then
        block = plain_list(block)
      elseif PARAGRAPHS[class] then
        block = quoted(block)
      elseif block.t == 'Header' then
        block = pandoc.Header(block.level + 1, block.content)
      end
      if pandoc.utils.type(block) == 'Blocks' then blocks:extend(block) else blocks:insert(block) end
    end
    return pandoc.write(pandoc.Pandoc(blocks), { format = 'gfm', extensions = { raw_html = false } }, { wrap_text = 'none' })
  end

  local function odt(doc)
    local blocks = pandoc.List {}
    for _, block in ipairs(doc.blocks) do
      local class = block.t == 'Div' and block.classes[1] or ''
      blocks:extend(LISTS[class] and plain_list(block) or { block })
    end
    local template = pandoc.template.compile(pandoc.template.default('opendocument'))
    local meta = { lang = request.language, title = request.title }
    return pandoc.write(pandoc.Pandoc(blocks, meta), 'odt', { template = template })
  end

  return { docx = docx, html = html, markdown = markdown, odt = odt, text = text, typst = typst }
end
