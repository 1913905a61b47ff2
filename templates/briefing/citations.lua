-- Citations and Sources: `cite(doc, marks, supplied, words)` gives the document with both written out.
-- doc.meta holds references (CSL-JSON, plain strings), csl (a file) and lang. marks: key → list of what Sources add.
-- supplied: key → true, or a list of keys, where the title is our description. words: translations of marks.
-- Whatever a reference says is put in as text; nothing of it is ever read as markup.
local here = debug.getinfo(1, 'S').source:match('^@(.*[/\\])') or ''
local locators = dofile(here .. 'locators.lua')
local lists = dofile(here .. 'lists.lua')
local tidy, ends_fully = dofile(here .. 'tidying.lua')(locators)
local OURS = 'supplied-title'
local YEAR_INFERRED = 'year inferred'

local function set_of(keys)
  local set = {}
  for name, value in pairs(keys or {}) do set[value == true and name or value] = true end
  return set
end

local function text_of(value)
  return type(value) == 'string' and value or type(value) == 'number' and tostring(value) or pandoc.utils.stringify(value or '')
end

local words_of = locators.words_of

-- Quotations in a title, so that a style can set them as the inner ones.
local function with_quotations(text)
  local inlines, at = pandoc.Inlines {}, 1
  while true do
    local open, close = text:find('“[^“”]*”', at)
    if not open then break end
    inlines:extend(words_of(text:sub(at, open - 1)))
    inlines:insert(pandoc.Quoted('DoubleQuote', words_of(text:sub(open + #'“', close - #'”'))))
    at = close + 1
  end
  inlines:extend(words_of(text:sub(at)))
  return inlines
end

local function as_printed(inlines, class)
  return pandoc.Inlines { pandoc.Span(inlines, pandoc.Attr('', { 'nocase', class })) }
end

-- JSON's numbers arrive as floating ones.
local function whole(parts)
  for _, ends in ipairs(parts) do
    for index, part in ipairs(ends) do ends[index] = string.format('%d', math.tointeger(tonumber(text_of(part)))) end
  end
  return parts
end

-- A style may raise the capitals of an English title; not of one in another or an unknown language, of a description,
-- of the name of an outlet, nor of what looks like code.
local function title_of(reference, text, supplied)
  if supplied[reference.id] then return as_printed(words_of(text), OURS) end
  local title, aside = text:match('^([^%[%]]+)( %[[^%[%]]+%])$') -- what it is called in other languages
  title = title or text
  local kept = not text_of(reference.language):match('^en') or title:find('[<>{}%[%]\\`@#$*_|]')
  local inlines = kept and as_printed(with_quotations(title)) or with_quotations(title)
  if aside then inlines:extend(as_printed(words_of(aside), 'aside')) end
  return inlines
end

local function prepared(reference, supplied)
  for _, field in ipairs { 'title', 'title-short' } do
    if reference[field] then reference[field] = title_of(reference, text_of(reference[field]), supplied) end
  end
  if reference['container-title'] then
    reference['container-title'] = as_printed(words_of(text_of(reference['container-title'])))
  end
  for _, field in ipairs { 'issued', 'accessed' } do
    if reference[field] then reference[field]['date-parts'] = whole(reference[field]['date-parts']) end
  end
  return reference
end

-- Two articles shortened to the same words could not be told apart.
local function without_shared_shorts(references)
  local count = {}
  for _, reference in ipairs(references) do
    local short = text_of(reference['title-short'])
    count[short] = (count[short] or 0) + 1
  end
  for _, reference in ipairs(references) do
    if count[text_of(reference['title-short'])] > 1 then reference['title-short'] = nil end
  end
end

local function style_source(path)
  local file = io.open(text_of(path), 'r')
  if not file then return '' end
  local source = file:read('a')
  file:close()
  return source
end

-- "en" is American to a processor; a style made for British English says so itself, or stands here.
local BRITISH = { ['harvard-cite-them-right'] = 'en-GB' }
local function language_for(path, source, language)
  language = language:match('^%a%a%a?%f[-%z][-%w]*$') or 'en'
  local own = source:match('<style[^>]-default%-locale="([%w-]+)"') or BRITISH[path:match('([%w-]+)%.csl$')]
  return own and not language:find('-') and own:match('^%a+') == language and own or language
end

-- Chinese is sorted by its sounds, in traditional writing by its strokes; without being told, by numbers of characters.
local function with_order(language)
  if not language:match('^zh') or language:find('-u-', 1, true) then return language end
  local traditional = language:find('%-Hant') or language:find('%-[HTM][KWO]')
  return language .. (traditional and '-u-co-stroke' or '-u-co-pinyin')
end

local function entries_of(doc)
  local entries = {}
  doc:walk { Div = function(div)
    local key = div.identifier:match('^ref%-(.+)$')
    if key and div.classes:includes('csl-entry') then entries[key] = pandoc.utils.stringify(div) end
  end }
  return entries
end

-- What decides how a style prints a date; of all references alike in this, one is tried.
local function kind_of(reference)
  local parts = reference.issued['date-parts']
  local kind = { reference.type, #parts, #parts[1] }
  for _, field in ipairs { 'author', 'container-title', 'genre', 'URL' } do kind[#kind + 1] = reference[field] and 1 or 0 end
  return table.concat(kind, ' ')
end

local function one_of_each_kind(references)
  local ones, seen = {}, {}
  for _, reference in ipairs(references) do
    if not seen[kind_of(reference)] then ones[#ones + 1] = reference end
    seen[kind_of(reference)] = true
  end
  return ones
end

-- Which of the approximate references the style prints as such: those whose entry changes with it.
local function shown_as_approximate(references, meta, source)
  local shown = {}
  if #references == 0 or not source:find('is-uncertain-date="issued"', 1, true) then return shown end
  local printed, tried = {}, one_of_each_kind(references)
  for turn = 1, 2 do
    local cites = pandoc.Inlines {}
    for _, reference in ipairs(tried) do
      reference.issued.circa = turn == 1
      cites:insert(pandoc.Cite({}, { pandoc.Citation(reference.id, 'NormalCitation') }))
    end
    local try = pandoc.Pandoc({ pandoc.Para(cites) }, meta)
    try.meta.references = tried
    printed[turn] = entries_of(pandoc.utils.citeproc(try))
  end
  local of_kind = {}
  for _, reference in ipairs(tried) do
    reference.issued.circa = true
    of_kind[kind_of(reference)] = printed[1][reference.id] ~= printed[2][reference.id]
  end
  for _, reference in ipairs(references) do shown[reference.id] = of_kind[kind_of(reference)] end
  return shown
end

local function approximate_ones(references, marks)
  local found = {}
  for _, reference in ipairs(references) do
    for _, mark in ipairs(marks[reference.id] or {}) do
      if mark == YEAR_INFERRED and reference.issued then found[#found + 1] = reference end
    end
  end
  return found
end

local function last_text(div)
  local block = div.content[#div.content]
  while block and block.t == 'Div' do block = block.content[#block.content] end
  if not block then return nil end
  local inner = block.content[#block.content]
  return inner and inner.t == 'Span' and inner.classes:includes('csl-right-inline') and inner or block
end

local function with_marks(doc, marks, words)
  return doc:walk { Div = function(div)
    local key = div.identifier:match('^ref%-(.+)$')
    local own = key and div.classes:includes('csl-entry') and marks[key]
    local block = own and #own > 0 and last_text(div)
    if not block then return nil end
    for _, mark in ipairs(own) do
      block.content:extend { pandoc.Space(), pandoc.Str('[' .. (words[mark] or mark):gsub(' ', '\u{a0}') .. ']') }
    end
    return div
  end }
end

-- `set_in` gives the document with its citations in a style; where it has no place for all its sources, they stand in
-- its lists alone.
local function with_lists(doc, listed, told)
  local kept, languages = false, {}
  doc:walk { Div = function(div) kept = kept or div.identifier == 'refs' end }
  for _, reference in ipairs(told.references) do languages[reference.id] = text_of(reference.language) end
  lists.with_keys(doc.meta, listed)
  local bare = lists.without_dashes(told.source, told.set_in)
  local set = told.set_in(told.style)
  local full, order = lists.entries_of(set)
  return lists.placed(set, {
    full = full,
    whole = bare and lists.entries_of(bare),
    order = order,
    named = not kept,
    kept = kept,
    languages = languages,
    label = (told.words or {}).sources,
  })
end

return function(doc, marks, supplied, words)
  local source = style_source(doc.meta.csl)
  doc.meta.lang = language_for(text_of(doc.meta.csl), source, text_of(doc.meta.lang or 'en'))
  local references, described = {}, set_of(supplied)
  local full = {} -- key → true where the title ends with a mark that styles do not know
  for index, reference in ipairs(doc.meta.references or {}) do
    full[reference.id] = ends_fully(text_of(reference.title)) or ends_fully(text_of(reference['title-short'])) or nil
    references[index] = prepared(reference, described)
  end
  without_shared_shorts(references)
  local shown = shown_as_approximate(approximate_ones(references, marks), doc.meta, source)
  local printed = {}
  for key, own in pairs(marks) do
    printed[key] = pandoc.List(own):filter(function(mark) return mark ~= YEAR_INFERRED or not shown[key] end)
  end
  doc.meta.references = references
  local doubts = source:find('year-suffix', 1, true)
  doc = locators.in_words_of(doc, source, doc.meta.lang)
  doc.meta.lang = with_order(doc.meta.lang)
  local function set_in(csl)
    doc.meta.csl = csl
    return with_marks(tidy(pandoc.utils.citeproc(doc), described, source, doubts, full), printed, words or {})
  end
  local style, listed = doc.meta.csl, lists.wanted(doc)
  if not listed then return set_in(style) end
  return with_lists(doc, listed, { style = style, source = source, references = references, set_in = set_in, words = words })
end
