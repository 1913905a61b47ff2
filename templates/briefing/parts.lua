-- The parts a build may ask for: one function each, the tree -> bytes.
return function(here, request, with_contents)
  local words = request.words

  local function div(class, blocks)
    return pandoc.Div(blocks, pandoc.Attr('', { class }))
  end

  local function typst(doc)
    local marked = pandoc.Pandoc(with_contents(doc.blocks, { div('contents', {}) })):walk(dofile(here .. 'page.lua'))
    return pandoc.write(marked, { format = 'typst', extensions = { citations = false } }, { wrap_text = 'none' })
  end

  -- ---- DOCX: styles by name; masthead, contents and notice as paragraphs ----
  local function styled(style, inlines)
    return pandoc.Div({ pandoc.Para(inlines) }, pandoc.Attr('', {}, { ['custom-style'] = style }))
  end

  local function line(style, text)
    return (text and text ~= '') and { styled(style, { pandoc.Str(text) }) } or {}
  end

  local function docx_contents(doc)
    local list = pandoc.List(line('TOC Heading', words.contents))
    for _, block in ipairs(doc.blocks) do
      if block.t == 'Header' and block.level <= 2 then
        list:insert(styled('toc ' .. block.level, { pandoc.Link(block.content, '#' .. block.identifier) }))
      end
    end
    return request.toc and list or {}
  end

  local PARAGRAPHS = {
    ['in-brief'] = 'In Brief',
    extract = 'Extract',
    quotation = 'Quotation',
    speaker = 'Speaker',
    unverified = 'Unverified Block',
  }

  -- A list item's paragraphs take the style of the list they stand in.
  local function restyle(blocks, style)
    return blocks:walk {
      traverse = 'topdown',
      Para = function(para) return styled(style, para.content), false end,
      Plain = function(plain) return styled(style, plain.content), false end,
      BlockQuote = function(quote) return quote.content end,
      Div = function(inner)
        local own = PARAGRAPHS[inner.classes[1] or '']
        if own and own ~= style then return restyle(inner.content, own), false end
      end,
      Table = function(t) return t, false end,
      Header = function(h) return h, false end,
    }
  end

  local function character(style, inlines)
    return pandoc.Span(inlines, pandoc.Attr('', {}, { ['custom-style'] = style }))
  end

  local DOCX = {
    traverse = 'topdown',
    Div = function(block)
      local style = PARAGRAPHS[block.classes[1] or '']
      if style == 'In Brief' then
        local blocks = pandoc.List(line('In Brief Heading', words.in_brief))
        blocks:extend(restyle(block.content, style))
        return blocks
      end
      if style then return restyle(block.content, style) end
    end,
    Span = function(span)
      if span.classes:includes('source') then
        local inner = span.content:walk { Link = function(link)
          link.content = { character('Source', link.content) }
          return link
        end }
        return character('Source', inner)
      end
      if span.classes:includes('unverified') then return character('Unverified', span.content) end
    end,
  }

  local function docx(doc)
    local blocks = pandoc.List {}
    blocks:extend(line('Series', request.series .. '\t' .. request.number))
    blocks:extend(line('Title', request.title))
    blocks:extend(line('Subtitle', request.subtitle))
    blocks:extend(line('Issue', request.date .. '\t' .. request.period))
    blocks:extend(line('Notice', words.notice))
    blocks:extend(with_contents(doc.blocks, docx_contents(doc)))
    return pandoc.write(pandoc.Pandoc(blocks):walk(DOCX), 'docx', { reference_doc = here .. 'reference.docx' })
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
        block.content:insert(1, div('label', { pandoc.Para(words.in_brief) }))
      end
      list:insert(block)
    end
    return pandoc.write(pandoc.Pandoc(list), 'html5', { wrap_text = 'none' })
  end

  -- ---- Markdown: quotations of every kind are block quotes, which readers show with a rule at their side ----
  local MARKDOWN = {
    Div = function(block)
      local class = block.classes[1] or ''
      if class == 'extract' or class == 'in-brief' then return pandoc.BlockQuote(block.content) end
      if class == 'quotation' then
        local quoted = block.content:walk { BlockQuote = function(quote) return quote.content end }
        return pandoc.BlockQuote(quoted)
      end
      return block.content
    end,
    Header = function(header) return pandoc.Header(header.level + 1, header.content) end,
    Link = function(link) if link.target:match('^#') then return link.content end end,
    Span = function(span) return span.content end,
  }

  local function markdown(doc)
    local about = pandoc.List {}
    for _, text in ipairs { request.series, request.number, request.date, request.period } do
      if text ~= '' then about:insert(text) end
    end
    local blocks = pandoc.List { pandoc.Header(1, pandoc.Str(request.title)) }
    if request.subtitle ~= '' then blocks:insert(pandoc.Para { pandoc.Strong { pandoc.Str(request.subtitle) } }) end
    blocks:insert(pandoc.Para(pandoc.Str(table.concat(about, ' · '))))
    blocks:insert(pandoc.Para { pandoc.Emph { pandoc.Str(words.notice) } })
    blocks:extend(doc:walk(MARKDOWN).blocks)
    return pandoc.write(pandoc.Pandoc(blocks), { format = 'gfm', extensions = { raw_html = false } }, { wrap_text = 'none' })
  end

  return { docx = docx, html = html, markdown = markdown, typst = typst }
end
