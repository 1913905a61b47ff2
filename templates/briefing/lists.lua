-- Lists of sources that stand elsewhere than at the end: `placed(doc, options)` fills them after the citations are set.
-- A division of class section-sources takes what its section cites; one of class listed takes the keys it names, each
-- entry followed by the annotations that stand in the division under the same key.
local SUBSTITUTE = ' subsequent%-author%-substitute="[^"]*"'
local RIGHT_TO_LEFT = { { 0x0590, 0x08FF }, { 0xFB1D, 0xFDFF }, { 0xFE70, 0xFEFF } }

local function is_list(div)
  return div.t == 'Div' and (div.classes:includes('listed') or div.classes:includes('section-sources'))
end

local function keys_of(div)
  local keys = pandoc.List {}
  for key in (div.attributes.keys or ''):gmatch('%S+') do keys:insert(key) end
  return keys
end

-- What the lists of a document name, for the processor to list; nil where it has no lists.
local function wanted(doc)
  local found, keys = false, pandoc.List {}
  doc:walk { Div = function(div)
    if is_list(div) then
      found = true
      keys:extend(keys_of(div))
    end
  end }
  return found and keys or nil
end

local function with_keys(meta, keys)
  local citations = keys:map(function(key) return pandoc.Citation(key, 'NormalCitation') end)
  if #citations > 0 then meta.nocite = pandoc.Inlines { pandoc.Cite({}, citations) } end
end

-- A dash for the author of the entry before is right only below that entry. `run` is given a style that sets none.
local function without_dashes(source, run)
  if not source:find(SUBSTITUTE) then return nil end
  return pandoc.system.with_temporary_directory('style', function(folder)
    local path = folder .. '/style.csl'
    local file = assert(io.open(path, 'w'))
    file:write((source:gsub(SUBSTITUTE, '')))
    file:close()
    return run(path)
  end)
end

local function entries_of(doc)
  local entries, order = {}, {}
  doc:walk { Div = function(div)
    local key = div.identifier:match('^ref%-(.+)$')
    if key and div.classes:includes('csl-entry') then
      entries[key] = div
      order[#order + 1] = key
    end
  end }
  return entries, order
end

-- An entry whose author is a dash in the full list keeps it in a part of the list where all that stood between it and
-- the one above it here were dashes too.
local function chosen(keys, full, whole, order)
  local inside, list, unbroken = {}, pandoc.List {}, false
  for _, key in ipairs(keys) do inside[key] = true end
  for _, key in ipairs(order) do
    local dashed = whole and pandoc.utils.stringify(whole[key]) ~= pandoc.utils.stringify(full[key])
    if not dashed then unbroken = false end
    if inside[key] then
      list:insert { key, dashed and not unbroken and whole[key] or full[key] }
      unbroken = true
    end
  end
  return list
end

local function runs_leftwards(text)
  for _, code in utf8.codes(text) do
    for _, range in ipairs(RIGHT_TO_LEFT) do
      if code >= range[1] and code <= range[2] then return true end
    end
    if not (code >= 0x2000 and code <= 0x206F) and (code >= 0x370 or string.char(code):match('%a')) then return false end
  end
  return false
end

-- What is noted of an entry stands on the page of the entry.
local function set_apart(entry, named, language, noted)
  local classes = noted and { 'csl-entry', 'noted' } or { 'csl-entry' }
  local copy = pandoc.Div(entry.content, pandoc.Attr(named and entry.identifier or '', classes))
  if runs_leftwards(pandoc.utils.stringify(entry)) then copy.attributes.dir = 'rtl' end
  if language and language ~= '' then copy.attributes.lang = language end
  copy.attributes['custom-style'] = 'Bibliography'
  return copy
end

local function annotations_of(div)
  local found = {}
  for _, block in ipairs(div.content) do
    local key = block.t == 'Div' and block.attributes.key
    if key then
      found[key] = found[key] or pandoc.List {}
      block.attributes.key = nil
      if runs_leftwards(pandoc.utils.stringify(block)) then block.attributes.dir = 'rtl' end
      found[key]:insert(block)
    end
  end
  return found
end

-- options: full and whole (key → entry, as the style has it and with every author written out), order, named (whether
-- an entry may bear the name that links go to), languages, label.
local function placed(doc, options)
  local taken, cited = {}, pandoc.List {}
  local function list_of(keys, annotations)
    local blocks = pandoc.List {}
    for _, row in ipairs(chosen(keys, options.full, options.whole, options.order)) do
      local key, entry = row[1], row[2]
      blocks:insert(set_apart(entry, options.named and not taken[key], options.languages[key], annotations[key]))
      blocks:extend(annotations[key] or {})
      taken[key] = true
    end
    return blocks
  end
  local function cites_in(block)
    pandoc.Blocks({ block }):walk { Cite = function(cite)
      for _, citation in ipairs(cite.citations) do cited:insert(citation.id) end
    end }
  end
  local blocks = pandoc.List {}
  for _, block in ipairs(doc.blocks) do
    if is_list(block) then
      local own = block.classes:includes('listed')
      block.content = list_of(own and keys_of(block) or cited, annotations_of(block))
      block.attributes.keys = nil
      if not own and #block.content > 0 and options.label then
        block.content:insert(1, pandoc.Div({ pandoc.Para(options.label) }, pandoc.Attr('', { 'label' })))
      end
      if #block.content > 0 then blocks:insert(block) end
      cited = own and cited or pandoc.List {}
    else
      if block.t == 'Header' and block.level == 1 then cited = pandoc.List {} end
      cites_in(block)
      if block.identifier ~= 'refs' or options.kept then blocks:insert(block) end
    end
  end
  doc.blocks = blocks
  return doc
end

return { wanted = wanted, with_keys = with_keys, without_dashes = without_dashes, entries_of = entries_of, placed = placed }
