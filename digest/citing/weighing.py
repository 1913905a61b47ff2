"""What a finding of the gate weighs in a person's own report, and where it is none: our words round a citation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.citing.nouns import Citation, Paragraph, Report
from digest.citing.remarks import Spot
from digest.citing.trees import inside, located
from digest.model import Article
from digest.sentences import STOP_WORDS
from digest.verify.claims import LONG, SENTENCE
from digest.verify.doubts import Doubt
from digest.verify.edges import count_words
from digest.verify.tongues import differ, tongue_of
from digest.verify.wording import Verdict, find_words, form, text_of

_TERM = 2  # words that may be a turn of phrase wherever they stand
_GAP = re.compile(r"[^\w\n]{0,12}")
_NEXT_CLAUSE = re.compile(
    r"[\"”’»]?\s{0,3}(?:;|[,–—]\s{0,2}(?:and|but|while|whereas|though|yet|und|aber|doch|et|mais|tandis|y|pero|mientras|и"
    r"|а|но|однако)\s)",
    re.I,
)
_BRACKETED = re.compile(r"\s?\[[^\[\]]{0,200}\]")
_OWN_TRANSLATION = re.compile(
    r"\b(?:my|our|own|author['’]s|unofficial|working) translation|translat(?:ed|ion) by|\btrans\.|translation mine"
    r"|(?:eigene|unsere|meine|inoffizielle) übersetzung|übers(?:\.|etzt)|übersetzung d"
    r"|(?:notre|ma) traduction|traduction (?:libre|de l['’]auteur|personnelle)|trad(?:ucción|uzione) (?:propia|nostra)"
    r"|пер(?:\.|евод) (?:автора|авт\.|наш|мой)",
    re.I,
)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_FOREIGN = 0.2
"""The part of a quotation's words that a text in another language may have by chance."""
_CODE = re.compile(r"(?:[^\W\d_]{1,2}|[^\W\d_]{1,8}[-‑–])\d{1,4}[^\W\d_]?|\d{1,3}[A-Z]")  # G7, COVID-19, Su-35, 5G
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMED = 2  # words of a name that stand for it


def is_error(report: Report, spot: Spot, words: str) -> bool:
    """Whether words that do not stand are an error: a clause, or three words on which their citation follows."""
    count = count_words(words)
    return count >= LONG or (count > _TERM and _is_directly_cited(report, spot))


def _is_directly_cited(report: Report, spot: Spot) -> bool:
    """Whether a citation with a paragraph follows, with nothing but marks between, there or in a note called there."""
    paragraph = report.paragraphs[spot.paragraph]
    after = [(one.start, [one]) for one in paragraph.citations if one.start >= spot.end]
    for note in paragraph.notes:
        if note.place >= spot.end:
            held = [one for number in inside(note) for one in _citations(report, number)]
            after.append((note.place, held))
    near = [found for start, found in after if _GAP.fullmatch(paragraph.text[spot.end : start])]
    return any(located(source) for found in near for citation in found for source in citation.sources)


def _citations(report: Report, number: int) -> Sequence[Citation]:
    return report.paragraphs[number].citations if number < len(report.paragraphs) else ()


def is_beyond(paragraph: Paragraph, start: int, key: str) -> bool:
    """Whether a place stands in a clause of its own after the citation of a source: that answers for it no more.

    >>> from digest.citing.nouns import Cited
    >>> cited = Citation(start=8, end=13, sources=(Cited(key="ng"),))
    >>> said = Paragraph(text="It fell [@ng]; we expect 5 more.", citations=(cited,))
    >>> is_beyond(said, 25, "ng")
    True
    """
    stop = SENTENCE.search(paragraph.text, start)
    high = stop.end() if stop else len(paragraph.text)
    mine = [one for one in paragraph.citations if any(source.key == key for source in one.sources)]
    before = [one for one in mine if one.end <= start]
    if not before or any(start <= one.start <= high for one in mine):
        return False
    last = before[-1]
    own = any(source.in_text for source in last.sources)
    return not own and _NEXT_CLAUSE.match(paragraph.text, last.end) is not None


def is_translation(report: Report, spot: Spot, words: str, article: Article) -> bool:
    """Whether a quotation is not in its source's language: by its words, or because the report says so.

    Where both languages are known and are two, a quotation that shares next to no word with the text is no misquotation
    of it: one of that would share most.
    """
    text = " ".join(block.text for block in article.paragraphs)
    if differ(words, " ".join(block.text for block in article.paragraphs[:3])):
        return True
    around = report.paragraphs[spot.paragraph].text[max(0, spot.start - 200) : spot.end + 200]
    if not _is_foreign(report, article) and not _OWN_TRANSLATION.search(around):
        return False
    said = _LETTERS.findall(words.casefold())
    known = set(_LETTERS.findall(text.casefold()))
    return bool(said) and sum(word in known for word in said) <= _FOREIGN * len(said)


def _is_foreign(report: Report, article: Article) -> bool:
    """Whether a source is known to be in another language than the report."""
    ours = (report.language or "").partition("-")[0].lower()
    theirs = (article.language or "").partition("-")[0].lower()
    theirs = theirs or tongue_of(" ".join(block.text for block in article.paragraphs[:3]))
    return bool(ours and theirs and ours != theirs)


def without_brackets(words: str, texts: Sequence[str]) -> str:
    """What alone tells words from their source: "" for words in brackets of either, "brackets" where ours has none.

    None of both where the words do not stand even so; then it is "words".
    """
    if not any("[" in text for text in texts):
        return "words"
    if find_words(words, text_of([form(_BRACKETED.sub("", text)) for text in texts])) is Verdict.STANDS:
        return ""
    bare = [form(_unbracketed(text)) for text in texts]
    return "brackets" if find_words(_unbracketed(words), text_of(bare)) is Verdict.STANDS else "words"


def _unbracketed(text: str) -> str:
    return text.replace("[", "").replace("]", "")


def is_idle(report: Report, spot: Spot, doubt: Doubt, article: Article) -> bool:
    """Whether a doubt is none: a code with a figure, a month of the article's year, a title before a known name."""
    texts = form(" ".join(block.text for block in article.paragraphs))
    if doubt.kind == "figure":
        return _CODE.fullmatch(doubt.words) is not None
    if doubt.kind == "date":
        return _is_month_of(doubt.words, texts, article)
    if doubt.kind != "name":
        return False
    text = report.paragraphs[spot.paragraph].text
    opens = not re.search(r"[\w,;:]\s*$", text[: spot.start])
    rest = doubt.words.split()[1:]
    if opens and len(rest) >= _NAMED and form(" ".join(rest)) in texts:
        return True
    return _is_foreign(report, article) and (not rest or (opens and doubt.words.split()[0].casefold() in STOP_WORDS))


def is_count(doubt: Doubt) -> bool:
    """Whether a figure is a small number in letters beside a source without figures: more likely our own count."""
    return doubt.kind == "figure" and doubt.words.isalpha() and not doubt.nearest


def _is_month_of(words: str, text: str, article: Article) -> bool:
    """Whether a date is a month that the text names, and the year of the article."""
    year = _YEAR.search(words)
    if year is None or article.issued is None or int(year[0]) != article.issued.first.year:
        return False
    rest = form(_YEAR.sub("", words)).strip(" ,.")
    return rest.isalpha() and re.search(rf"(?<!\w){re.escape(rest)}(?!\w)", text) is not None
