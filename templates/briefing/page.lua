-- The tree of a brief -> the body of page.typ. Only calls of the pieces of page.typ are written raw; all text stays
-- strings of the tree, which pandoc escapes.
local function quoted(text)
  return '"' .. text:gsub('\\', '\\\\'):gsub('"', '\\"'):gsub('%c', ' ') .. '"'
end

local function raw(text)
  return pandoc.RawBlock('typst', text)
end

local function wrapped(open, blocks, close)
  local list = pandoc.List { raw(open) }
  list:extend(blocks)
  list:insert(raw(close or ']'))
  return list
end

local function inline(open, inlines)
  local list = pandoc.List { pandoc.RawInline('typst', open) }
  list:extend(inlines)
  list:insert(pandoc.RawInline('typst', ']'))
  return list
end

local function label(id)
  return '<' .. id:gsub('[^%w_:.-]', '-') .. '>'
end

local SHORT = 900 -- characters of a quotation that still goes on one page whole

local function quotation(div)
  local quote, speaker = pandoc.List {}, pandoc.List {}
  for _, block in ipairs(div.content) do
    (block.t == 'Div' and block.classes:includes('speaker') and speaker or quote):extend(
      block.t == 'BlockQuote' and block.content or { block })
  end
  local short = #pandoc.utils.stringify(quote) < SHORT and 'true' or 'false'
  local list = wrapped('#quotation(short: ' .. short .. ')[', quote, #speaker == 0 and '][#none]' or '][')
  if #speaker > 0 then
    list:extend(speaker)
    list:insert(raw(']'))
  end
  return list
end

-- Styles with numbers in the margin set each entry as two spans.
local function entry(div)
  local first = div.content[1]
  local number, text = first and first.content and first.content[1], first and first.content and first.content[2]
  local close = '] ' .. label(div.identifier)
  if number and number.t == 'Span' and number.classes:includes('csl-left-margin') and text then
    return wrapped('#numbered-entry([', { pandoc.Plain(number.content), raw('],['), pandoc.Plain(first.content:filter(
      function(inline) return inline ~= number end)) }, '])' .. close:sub(2))
  end
  return wrapped('#entry[', div.content, close)
end

local DIVS = {
  ['in-brief'] = function(div) return wrapped('#in-brief[', div.content) end,
  extract = function(div) return wrapped('#extract[', div.content) end,
  quotation = quotation,
  ['csl-entry'] = entry,
  contents = function() return raw('#contents()') end,
  notice = function() return {} end, -- the masthead has it
  unverified = function(div) return wrapped('#block(fill: rgb("#ffe08a"), inset: 4pt)[', div.content) end,
}

return {
  Div = function(div)
    local known = DIVS[div.classes[1] or '']
    return known and known(div) or div.content
  end,
  Link = function(link)
    local words = link.target:match('^https?://') and link.content[1]
    if words and words.t == 'Str' and words.text == link.target then
      return pandoc.RawInline('typst', '#address(' .. quoted(link.target) .. ')')
    end
  end,
  Span = function(span)
    if span.classes:includes('source') then return inline('#source[', span.content) end
    if span.classes:includes('unverified') then return inline('#unverified[', span.content) end
    if span.identifier ~= '' or #span.classes > 0 or #span.attributes > 0 then return span.content end
  end,
}
