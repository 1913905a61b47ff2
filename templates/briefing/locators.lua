-- "para. 3" in a draft, told to a citation processor so that every style prints a paragraph and not a page.
-- "para. 3" in the words of the language the citations are in, which is how a processor knows a locator.
local PARAGRAPH = {
  de = 'Absatz', en = 'paragraph', es = 'párrafo', fr = 'paragraphe', it = 'paragrafo', pl = 'akapit', pt = 'parágrafo',
  ru = 'параграф', tr = 'paragraf', uk = 'параграф',
}

local function with_term(suffix, term)
  for index, inline in ipairs(suffix) do
    local mark, rest = '', nil
    if inline.t == 'Str' then mark, rest = inline.text:match('^(paras?%.)(.*)$') end
    if rest then
      suffix[index] = pandoc.Str(term or mark)
      local number = rest:gsub('^\u{a0}', '')
      if number ~= '' then
        suffix:insert(index + 1, pandoc.Space())
        suffix:insert(index + 2, pandoc.Str(number))
      end
      return true
    end
  end
  return false
end

-- A style without a label for locators takes each for a page; {} tells the processor to leave the words alone.
local function in_words_of(doc, source, language)
  local labels = source:find('<label[^>]-variable="locator"')
  local term = PARAGRAPH[language:match('^%a+')]
  return doc:walk { Cite = function(cite)
    cite.citations = cite.citations:map(function(citation)
      local suffix = citation.suffix
      if with_term(suffix, labels and term) and not labels then suffix:insert(1, pandoc.Str('{}')) end
      citation.suffix = suffix
      return citation
    end)
    return cite
  end }
end

-- "Ibid 2" would be page 2: a note that repeats a source says what it counts, as all others do.
local function with_label_after_ibid(cite)
  local counts = cite.citations:find_if(function(citation)
    return pandoc.utils.stringify(citation.suffix):match('paragraph')
  end)
  return not counts and cite or cite:walk { Inlines = function(inlines)
    for index = #inlines - 2, 1, -1 do
      local word, blank, number = inlines[index], inlines[index + 1], inlines[index + 2]
      local bare = word.t == 'Str' and word.text:match('^[Ii]bid%.?$') and blank.t == 'Space' and number.t == 'Str'
      if bare and number.text:match('^%d') then
        inlines:insert(index + 2, pandoc.Str(number.text:find('[–,%-]') and 'paras' or 'para'))
        inlines:insert(index + 3, pandoc.Space())
      end
    end
    return inlines
  end }
end

-- Other things that are counted, as the processor's own words for the language have them; in others, as in English.
local TERMS = {
  en = { page = 'p.', pages = 'pp.', chapter = 'chap.', section = 'sec.', volume = 'vol.', line = 'l.', verse = 'v.', note = 'n.', figure = 'fig.',
    part = 'pt.', column = 'col.', folio = 'fol.', issue = 'no.' },
  de = { page = 'S.', pages = 'S.', chapter = 'Kap.', section = 'Abschn.', volume = 'Bd.', line = 'Z.', verse = 'V.', figure = 'Abb.',
    column = 'Sp.', issue = 'Nr.' },
  fr = { chapter = 'chap.', section = 'sect.', volume = 'vol.', line = 'l.', figure = 'fig.', column = 'col.',
    issue = 'no' },
  es = { chapter = 'cap.', section = 'sec.', volume = 'vol.', line = 'l.', figure = 'fig.', column = 'col.',
    issue = 'n.º' },
  ru = { page = 'с.', pages = 'с.', chapter = 'глава', section = 'разд.', volume = 'т.' },
}

local function term(label, language)
  return (TERMS[language] or {})[label] or TERMS.en[label] or label
end

-- A text as a tree has it: every blank kept, nothing of it read as markup.
local function words_of(text)
  local inlines = pandoc.Inlines {}
  for blank, word in text:gmatch('( *)([^ ]*)') do
    if blank ~= '' then inlines:insert(pandoc.Space()) end
    if word ~= '' then inlines:insert(pandoc.Str(word)) end
  end
  return inlines
end

return { term = term, in_words_of = in_words_of, with_label_after_ibid = with_label_after_ibid, words_of = words_of }
