-- The citation and the entry of each reference, to paste: `pandoc lua references.lua`.
-- Standard input: JSON (references, style, language, marks, supplied, to). Standard output: a JSON list of
-- {key, citation, reference} in the order asked.
local here = arg[0]:match('^(.*[/\\])') or ''
local told = io.read('a')
local request = pandoc.json.decode(told, false)
local WRITERS = { text = 'plain', md = 'commonmark' }

local cite = dofile(here .. 'citations.lua')
local lists = dofile(here .. 'lists.lua')

local function cited(references, style)
  local blocks = pandoc.Blocks {}
  for _, reference in ipairs(references) do
    local citation = pandoc.Citation(reference.id, 'NormalCitation')
    blocks:insert(pandoc.Div({ pandoc.Para { pandoc.Cite({}, { citation }) } }, pandoc.Attr('cite-' .. reference.id)))
  end
  local meta = { references = references, csl = style, lang = request.language }
  return cite(pandoc.Pandoc(blocks, meta), request.marks, request.supplied, request.words)
end

local function written(parts)
  local text = pandoc.write(pandoc.Pandoc(parts), WRITERS[request.to], { wrap_text = 'none' })
  return (text:gsub('%s+$', ''))
end

-- Of a note style the note is the citation; helpers of the processor go, so that Markdown stays free of HTML.
local function bare(parts)
  return pandoc.Blocks(parts):walk {
    Note = function(note) return pandoc.utils.blocks_to_inlines(note.content) end,
    Cite = function(cite) return cite.content end,
    Span = function(span) return span.content end,
    Superscript = function(raised) return raised.content[1] and raised.content[1].t == 'Note' and raised.content or nil end,
  }
end

local function collect(style)
  local citations, entries = {}, {}
  cited(pandoc.json.decode(told, false).references, style):walk { Div = function(div)
    local key, listed = div.identifier:match('^cite%-(.+)$'), div.identifier:match('^ref%-(.+)$')
    if key then citations[key] = written(bare(div.content)) end
    if listed then entries[listed] = written(bare(div.content)) end
  end }
  return citations, entries
end

local function source_of(style)
  local file = assert(io.open(style, 'r'))
  local source = file:read('a')
  file:close()
  return source
end

-- A dash for the author of the entry before says nothing of an entry that is pasted alone.
local function with_authors(entries)
  local dashed = false
  for _, entry in pairs(entries) do dashed = dashed or entry:match('^[—―–_\\]') ~= nil end
  local whole = dashed and lists.without_dashes(source_of(request.style), function(path)
    local _, found = collect(path)
    return found
  end) or {}
  for key, entry in pairs(entries) do
    if entry:match('^[—―–_\\]') then entries[key] = whole[key] or entry end
  end
  return entries
end

local citations, entries = collect(request.style)
entries = with_authors(entries)
local answer = pandoc.List {}
for _, reference in ipairs(request.references) do
  answer:insert {
    key = reference.id,
    citation = citations[reference.id] or '',
    reference = entries[reference.id] or '',
  }
end
io.write(pandoc.json.encode(answer))
