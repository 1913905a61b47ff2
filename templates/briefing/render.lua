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

doc = doc:walk(dofile(here .. 'page.lua')(request.words))

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
