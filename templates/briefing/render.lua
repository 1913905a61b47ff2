-- The one rendering process of a build: `pandoc lua render.lua`.
-- Standard input: a line of JSON (words, references, marks, parts ...), then the document as pandoc's JSON.
-- Standard output: a line of JSON with the length of each part in bytes, then the parts.
local here = arg[0]:match('^(.*[/\\])') or ''
local request = pandoc.json.decode(io.read('l'), false)
local doc = pandoc.read(io.read('a'), 'json')

doc.meta = {
  references = request.references,
  csl = request.style,
  lang = request.language,
  ['link-citations'] = true,
}
local cite = dofile(here .. 'citations.lua')
doc = cite(doc, request.marks, request.supplied, request.words)
doc.meta = {}

-- What every format needs: citations set apart, the speaker's line apart from the quotation, the mark of what the
-- gate let through unverified.
local function is_speaker(block)
  local first = block and (block.t == 'Para' or block.t == 'Plain') and block.content[1]
  return first and first.t == 'Str' and first.text:match('^—')
end

local function with_speaker(div)
  local blocks = pandoc.List {}
  for _, block in ipairs(div.content) do
    local last = block.t == 'BlockQuote' and block.content[#block.content]
    if is_speaker(last) and #block.content > 1 then
      block.content:remove()
      blocks:extend { block, pandoc.Div({ last }, pandoc.Attr('', { 'speaker' })) }
    else
      blocks:insert(block)
    end
  end
  div.content = blocks
  return div
end

local function mark()
  return pandoc.Strong { pandoc.Str('[' .. request.words.unverified:gsub(' ', '\u{a0}') .. ']') }
end

local function styled(class, style, inlines)
  return pandoc.Span(inlines, pandoc.Attr('', class and { class } or {}, { ['custom-style'] = style }))
end

-- A link has a style of its own in Word, so what is in it is styled once more.
local function apart(cite_)
  local content = cite_.content
  for _, inline in ipairs(content) do
    if inline.t == 'Note' then return content end
    if inline.t == 'Link' then inline.content = { styled(nil, 'Source', inline.content) } end
  end
  return styled('source', 'Source', content)
end

doc = doc:walk {
  Cite = function(cite_)
    return cite_.citations[1].mode == 'AuthorInText' and cite_.content or apart(cite_)
  end,
  Div = function(div)
    if div.classes:includes('quotation') then return with_speaker(div) end
    if div.classes:includes('unverified') then
      div.content:insert(pandoc.Para { mark() })
      return div
    end
  end,
  Span = function(span)
    if span.classes:includes('unverified') then
      span.content:extend { pandoc.Str('\u{a0}'), mark() }
      return styled('unverified', 'Unverified', span.content)
    end
  end,
}

-- Before the first heading stands the box of the brief in short; the table of contents comes between.
local function with_contents(blocks, contents)
  local list, placed = pandoc.List {}, false
  for _, block in ipairs(blocks) do
    if block.t == 'Header' and not placed then
      list:extend(contents)
      placed = true
    end
    list:insert(block)
  end
  return list
end

local WRITERS = dofile(here .. 'parts.lua')(here, request, with_contents)
local names, lengths, bytes = {}, {}, {}
for index, name in ipairs(request.parts) do
  bytes[index] = WRITERS[name](doc)
  names[index], lengths[index] = name, #bytes[index]
end
io.stdout:write(pandoc.json.encode { names = names, lengths = lengths }, '\n', table.concat(bytes))
