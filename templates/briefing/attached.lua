-- The citations of a report and its list of sources, in one pass of the processor: `pandoc lua attached.lua`.
-- Standard input: JSON (references, style, language, marks, supplied, words, groups). A group: {sources, note}; its note is the
-- number of the report's own note that it stands in, or 0; without sources it is a note that cites nothing and counts.
-- Standard output: JSON (groups: a list of runs each, entries: {key, runs, label}).
local here = arg[0]:match('^(.*[/\\])') or ''
local request = pandoc.json.decode(io.read('a'), false)
local cite = dofile(here .. 'citations.lua')
local locators = dofile(here .. 'locators.lua')
local language = request.language:match('^%a+')

-- A style that never asks for one would drop it: {} tells the processor that these words are no locator.
local function takes_locators(path)
  local file = io.open(path, 'r')
  local source = file and file:read('a') or ''
  if file then file:close() end
  return source:find('variable="locator"', 1, true) or source:find("variable='locator'", 1, true)
end
local takes = takes_locators(request.style)

local function told_in_words(source)
  local several = source.label == 'page' and source.locator:find('[–,%-]')
  local term = several and locators.term('pages', language) or locators.term(source.label, language)
  local words = pandoc.Inlines { pandoc.Str('{}'), pandoc.Str(','), pandoc.Space(), pandoc.Str(term), pandoc.Str('\u{a0}') }
  words:insert(pandoc.Str((source.locator:gsub('(%d)%-(%d)', '%1–%2'))))
  return words
end

-- A number that is told without a term is a page, in every language.
local function located(source)
  if source.locator == '' then return {} end
  if not takes and source.label ~= 'paragraph' then return told_in_words(source) end
  if source.label == 'page' then return { pandoc.Str(','), pandoc.Space(), pandoc.Str(source.locator) } end
  local mark = source.locator:find('[–,%-]') and 'paras.' or 'para.'
  local term = source.label == 'paragraph' and mark or locators.term(source.label, language)
  local words = pandoc.Inlines { pandoc.Str(','), pandoc.Space(), pandoc.Str(term), pandoc.Space() }
  words:extend(pandoc.Inlines(pandoc.text.len(source.locator) > 0 and source.locator or ''))
  return words
end

local words_of = locators.words_of

local function citation_of(source, note)
  local mode = source.in_text and 'AuthorInText' or source.suppress_author and 'SuppressAuthor' or 'NormalCitation'
  local suffix = pandoc.Inlines {}
  local place = located(source)
  suffix:extend(place)
  if source.suffix ~= '' then
    -- {} tells the processor that no locator is told: figures in the words that follow are none
    if #place == 0 then suffix:insert(pandoc.Str('{}')) end
    suffix:extend { pandoc.Str(','), pandoc.Space() }
    suffix:extend(words_of(source.suffix))
  end
  return pandoc.Citation(source.key, mode, words_of(source.prefix), suffix, note)
end

local function marked(number, group, note)
  local cited = pandoc.Cite({}, pandoc.List(group.sources):map(function(source) return citation_of(source, note) end))
  return pandoc.Span({ cited }, pandoc.Attr('', { 'attached' }, { at = tostring(number) }))
end

-- Styles that refer back to a note ("n 2") go by the numbers told with the citations.
local function blocks_of(groups)
  local blocks, note, within, count = pandoc.Blocks {}, 0, nil, 0
  local function close()
    if within then blocks:insert(pandoc.Para { pandoc.Note { pandoc.Para(within) } }) end
    within = nil
  end
  for number, group in ipairs(groups) do
    if group.note == 0 or group.note ~= note then
      close()
      count = count + 1
    end
    note = group.note
    local inline = #group.sources > 0 and marked(number, group, count) or pandoc.Str('-')
    if note == 0 then
      blocks:insert(pandoc.Para { inline })
    else
      within = within or pandoc.Inlines {}
      within:insert(inline)
    end
  end
  close()
  return blocks
end

local STYLES = { Emph = 'italic', Strong = 'bold', SmallCaps = 'small_caps', Underline = 'underline' }
local RAISED = { Superscript = 'super', Subscript = 'sub' }
local MARKS = { DoubleQuote = { '“', '”' }, SingleQuote = { '‘', '’' } }

local function with(format, name, value)
  local copy = {}
  for key, own in pairs(format) do copy[key] = own end
  copy[name] = value
  return copy
end

local function same(one, other)
  for _, name in ipairs { 'italic', 'bold', 'small_caps', 'underline', 'raised', 'url' } do
    if one[name] ~= other[name] then return false end
  end
  return true
end

local function put(runs, text, format)
  local last = runs[#runs]
  if last and same(last, format) then
    last.text = last.text .. text
  else
    runs:insert(with(format, 'text', text))
  end
end

local runs_of
runs_of = function(inlines, format, runs)
  for _, inline in ipairs(inlines) do
    local kind = inline.t
    if kind == 'Str' or kind == 'Code' then
      put(runs, inline.text, format)
    elseif kind == 'Space' or kind == 'SoftBreak' or kind == 'LineBreak' then
      put(runs, ' ', format)
    elseif STYLES[kind] then
      runs_of(inline.content, with(format, STYLES[kind], true), runs)
    elseif RAISED[kind] then
      runs_of(inline.content, with(format, 'raised', RAISED[kind]), runs)
    elseif kind == 'Link' then
      runs_of(inline.content, with(format, 'url', inline.target), runs)
    elseif kind == 'Quoted' then
      put(runs, MARKS[inline.quotetype][1], format)
      runs_of(inline.content, format, runs)
      put(runs, MARKS[inline.quotetype][2], format)
    elseif kind == 'Note' then
      runs_of(pandoc.utils.blocks_to_inlines(inline.content), format, runs)
    elseif inline.content then
      runs_of(inline.content, format, runs)
    end
  end
  return runs
end

-- What the processor made a note of: the words before it belong to the sentence.
local function split_at_note(inlines)
  local before, note = pandoc.Inlines {}, nil
  pandoc.Inlines(inlines):walk { traverse = 'topdown', Note = function(found)
    note = note or found
    return found, false
  end }
  if not note then return before, inlines end
  before = pandoc.Inlines(inlines):walk { Note = function() return {} end }
  return before, pandoc.utils.blocks_to_inlines(note.content)
end

local shown = pandoc.List {}
for number = 1, #request.groups do shown[number] = { lead = pandoc.List {}, runs = pandoc.List {} } end
local entries = pandoc.List {}

local function collect(span)
  if not span.classes:includes('attached') then return nil end
  local group = shown[tonumber(span.attributes.at)]
  local before, inlines = split_at_note(span.content)
  group.lead, group.runs = runs_of(before, {}, pandoc.List {}), runs_of(inlines, {}, pandoc.List {})
end

local function entry_of(div)
  local key = div.identifier:match('^ref%-(.+)$')
  if not (key and div.classes:includes('csl-entry')) then return nil end
  local entry = { key = key, runs = pandoc.List {}, label = pandoc.List {} }
  local inlines = pandoc.utils.blocks_to_inlines(div.content)
  for _, inline in ipairs(inlines) do
    local margin = inline.t == 'Span' and inline.classes:includes('csl-left-margin')
    runs_of({ inline }, {}, margin and entry.label or entry.runs)
  end
  entries:insert(entry)
end

local meta = { references = request.references, csl = request.style, lang = request.language }
meta['link-citations'] = false
local told = {}
for _, key in ipairs(request.uncited) do told[#told + 1] = pandoc.Citation(key, 'NormalCitation') end
if #told > 0 then meta.nocite = pandoc.MetaInlines { pandoc.Cite({}, told) } end
local doc = cite(pandoc.Pandoc(blocks_of(request.groups), meta), request.marks, request.supplied, request.words)
doc:walk { Span = collect, Div = entry_of }
io.write(pandoc.json.encode { groups = shown, entries = entries })
