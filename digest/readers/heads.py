"""What the lines around a document's title say: a kind of work, a day, the names of authors."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from digest.dates import parse_date
from digest.model import Date, Declared, Kind
from digest.names import PARTICLES, is_body, parse_name

GENRE = re.compile(
    r"(?:(?P<report>(?:[\w-]{1,20} ){0,2}?(?:policy|research|working|white|issue|discussion|briefing|background|"
    r"position|occasional|technical|strategy|country|special|annual|expert)[ -]?"
    r"(?:brief(?:ing)?|paper|report|note|memo|analysis|"
    r"series|insight)|policy contribution|report|study|briefing|brief|studie|bericht|rapport|note d[’']analyse|"
    r"доклад|аналитическая записка|研究报告)"
    r"|(?P<release>press (?:release|statement)|news release|media (?:release|statement)|for immediate release|"
    r"statement|"
    r"pressemitteilung|presseinformation|communiqué(?: de presse)?|comunicado(?: de prensa)?|comunicato stampa|"
    r"пресс-релиз|新闻稿)"
    r"|(?P<comment>commentary|comment|analysis|opinion|op-ed|expert view|perspective|insight|kommentar|analyse|"
    r"комментарий))s?(?:\s+series)?\b",
    re.I,
)
CAPTION = re.compile(
    r"(?:figure|fig\.|table|map|chart|graph|exhibit|photo|box|abbildung|abb\.|tabelle|tab\.|tableau|figura|cuadro|"
    r"tabla|рис(?:унок|\.)|табл(?:ица|\.)|图|表|圖)\s?\d{1,3}(?:[.:–—|-]|\s|$)"
    r"|(?:source|sources|photo|photos|image|photo credit|credit|quelle|foto|источник|фото)\s?:",
    re.I,
)
"""What the line under a picture or over a table begins with."""
_NUMBER = re.compile(
    r"(?:\s*[-–—|·,:/]?\s*(?:no|nr|n°|№|issue|vol(?:ume)?)\.?\s?[\d/.-]{1,12}|\s+\d{1,4}(?:/\d{2,4})?)*", re.I
)
_LABELS = re.compile(
    r"(?:(?:first )?published(?: online)?(?: on| in)?|publication date|date(?: of publication)?|released?(?: on)?|"
    r"issued(?: on)?|as of|posted(?: on)?|stand|veröffentlicht(?: am)?|erschienen(?: am)?|publié(?: le)?|fecha|data|"
    r"дата(?: публикации)?|опубликовано|发布日期|日期)\s*[:：]?\s*",
    re.I,
)
_PIECES = re.compile(r"\s*(?:[|•·‖]|\s[–—-]+\s|\s{2,})\s*")
_LONGEST = 18  # words of a line that holds a day
_MOST = 7  # words of a date with its weekday

_BY = re.compile(
    r"(?:(?:written|prepared|authored|edited|compiled|report) by|authors?\s?:|by|von|par|por|di|av|af|автор(?:ы)?\s?:|"
    r"autor(?:en|es)?\s?:|auteurs?\s?:|作者[:：])\s*",
    re.I,
)
_AND = re.compile(r"\s*(?:[,;&|•·、]|\s(?:and|und|et|y|e|i|и|och|og|with)\s)\s*")
_MARKS = re.compile(r"\([^()]{0,80}\)|(?<=[^\W\d_])[\d*†‡§∗]+(?:,[\d*†‡§∗]+)*|[*†‡§∗¹²³⁴⁵]+")
_WORD = re.compile(r"(?:[^\W\d_]\.(?:-?[^\W\d_]\.)*|[^\W\d_]+(?:[-’'][^\W\d_]+)*\.?)")
_NO_NAME = frozenset(
    """
    abstract academy adviser advisor affairs african ambassador america american analysis analyst annual april
    article asia assistant associate august author authors brief briefing candidate chair chapter chief china
    college company conference consultant contents cooperation coordinator corporation correspondent december
    defence defense department deputy development director division doctor draft economic economist economy edition
    editor energy europe european executive expert faculty february fellow figure finance for foreign foundation
    global governance government group head history human in institution international introduction issue january
    july june key law lecturer library limited manager march may minister ministry nations news november number
    october of officer on page paper part peace policy politics power president press professor program programme
    project public republic research researcher review rights russia scholar school secretary security senior
    september series special specialist state states strategic strategy street studies study summary table the trade
    united university visiting volume war working world
    """.split()  # noqa: SIM905 — a hundred quoted words would hide the list
)
_SIDES = frozenset({"central", "east", "eastern", "new", "north", "northern", "south", "southern", "west", "western"})
"""No name begins with them, though some end so."""
_HOUSE = re.compile(
    r"universi|institu|hochschule|akademi|academ|ministr|école|zentrum|fondation|stiftung|fundaci|verlag|"
    r"университет|институт|академия|министерств|центр\b|大学|研究",
    re.I,
)
"""What an author's affiliation speaks of."""
_SMALL = re.compile(r"(?<![\w’'-])[^\W\d_A-Z]{2,30}(?![\w’'-])")
_EAST_ASIAN = re.compile(r"[\u3400-\u9fff]{2,4}|[\uac00-\ud7af]{2,4}|[\u3040-\u30ff\u3400-\u9fff]{3,8}")


def genre(text: str) -> tuple[str, str] | None:
    """The kind of work a line names by itself, or before its number or day: its group, and its words.

    >>> genre("Policy Brief No. 12"), genre("Reports of unrest grow")
    (('report', 'Policy Brief'), None)
    """
    match = GENRE.match(text.strip())
    if match is None:
        return None
    rest = text.strip()[match.end() :]
    number = _NUMBER.match(rest)
    rest = rest[number.end() :].strip(" ,|–—-·•:/") if number else rest
    if rest and find_day(rest) is None:
        return None
    return next(name for name, value in match.groupdict().items() if value), match[0].strip()


def find_day(text: str, language: str | None = None) -> Date | None:
    """The day or month that a short line states, alone or beside other words.

    >>> str(find_day("Policy Brief, March 2022")), str(find_day("Brussels, 14 September 2022"))
    ('2022-03', '2022-09-14')
    """
    words = text.split()
    if not 1 <= len(words) <= _LONGEST:
        return None
    for piece in (text, *_PIECES.split(text)):
        plain = _LABELS.sub("", piece.strip(), count=1) if _LABELS.match(piece.strip()) else piece.strip()
        if found := _whole(plain, language) or _at_an_end(plain.split(), language):
            return found
    return None


def is_labelled(text: str) -> bool:
    """Whether a line says that its day is that of publication."""
    return _LABELS.match(text) is not None


def _whole(text: str, language: str | None) -> Date | None:
    if not any(letter.isdigit() for letter in text) or text.strip("() ").isdigit():
        return None
    return parse_date(text.strip(" ,.;:()[]"), language)


def _at_an_end(words: list[str], language: str | None) -> Date | None:
    for length in range(min(_MOST, len(words) - 1), 1, -1):
        for part in (words[:length], words[-length:]):
            if found := _whole(" ".join(part), language):
                return found
    return None


def common_words(texts: Iterable[str]) -> frozenset[str]:
    """The words that `texts` spell with a small letter: a pair of them with capitals is no name."""
    return frozenset(match[0] for text in texts for match in _SMALL.finditer(text))


def find_names(text: str, common: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The people a line by itself names, in order; none where its first words are no name's, or all `common`.

    >>> find_names("By Ann Lee1 and Jonas van Lindqvist*, Institute for Steppes"), find_names("Foreign Policy Studies")
    (('Ann Lee', 'Jonas van Lindqvist'), ())
    """
    plain = _MARKS.sub("", text).strip(" .:–—-")
    lead = _BY.match(plain)
    plain = plain[lead.end() :] if lead else plain
    found: list[str] = []
    for piece in _AND.split(_PIECES.split(plain)[0]):
        if not _is_person(piece) or common.issuperset(piece.casefold().split()):
            break
        found.append(str(parse_name(piece)))
    return tuple(found)


def has_lead(text: str) -> bool:
    """Whether a line says that authors follow."""
    return _BY.match(text) is not None


def _is_person(text: str) -> bool:
    words = [word for word in text.replace("Dr. ", "").replace("Prof. ", "").split() if word]
    if len(words) == 1:
        return _EAST_ASIAN.fullmatch(text) is not None
    if not 2 <= len(words) <= 5 or is_body(text) or _HOUSE.search(text):
        return False
    cased = [word for word in words if word.casefold() not in PARTICLES]
    initial = any(len(word.strip(".")) == 1 for word in words)
    if words[0].casefold() in _SIDES or (not initial and any(word.casefold() in _NO_NAME for word in cased)):
        return False
    named = all(_WORD.fullmatch(word) and word[0].isupper() for word in cased)
    return named and len(cased) >= 2 and len(cased[-1].strip(".")) > 1


OPENING = re.compile(
    r"(?:\d\.?\s)?(?:abstract|executive summary|summary|introduction|key (?:points|findings|takeaways|messages)|"
    r"zusammenfassung|einleitung|résumé|introducción|resumen|аннотация|введение|резюме|摘要)\s*[.:—]?|abstract\s?[.:—-].{20,5000}",
    re.I,
)
"""What a summary or an introduction begins with: the head of a document is over."""
_DATELINE = re.compile(r"(.{5,80}?)\s*(?:[–—]|--|:|/PRNewswire/)\s")


def told(line: str, *, after: bool, common: frozenset[str] = frozenset()) -> tuple[Kind | None, tuple[Declared, ...]]:
    """What a line of the head is, and what it states; names without a "by" count only `after` the title."""
    rows: list[Declared] = []
    kind: Kind | None = None
    if named := genre(line):
        kind = "kicker"
        rows.append(Declared(field="genre", value=named[1], origin="line over the title"))
        if named[0] == "report":
            rows.append(Declared(field="type", value="report", origin="line over the title"))
    if people := find_names(line, common) if after or has_lead(line) else ():
        kind = kind or "byline"
        rows += [Declared(field="author", value=name, origin="line under the title") for name in people]
    if found := find_day(line):
        kind = kind or ("dateline" if len(line.split()) <= 8 else None)
        origin = "labelled date" if is_labelled(line) else "date beside the title"
        rows.append(Declared(field="issued", value=found.edtf, origin=origin))
    return kind, tuple(rows)


def in_dateline(text: str) -> Iterator[Declared]:
    """The day in the dateline of a first paragraph.

    >>> [row.value for row in in_dateline("GENEVA, 4 May 2022 – The ferries are late.")]
    ['2022-05-04']
    """
    if (match := _DATELINE.match(text)) and (found := find_day(match[1])):
        yield Declared(field="issued", value=found.edtf, origin="dateline of the first paragraph")
