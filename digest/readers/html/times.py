"""The dates a page shows: elements of time, and days printed near its headline, with the words before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from digest.dates.spotting import spot_dates
from digest.model import Declared
from digest.readers.html.foreign import is_foreign
from digest.readers.html.markup import Tree
from digest.readers.html.outline import Place, Spot, marks, outline, pieces

_MARKED = re.compile(
    r"(?<![a-z])(?:dates?|time|times|timestamp|datetime|pub-?date|published?(?:-?on)?|posted-?on|updated?|modified|"
    r"dateline|"
    r"entry-?date|post-?date|created|fecha|datum|data|datę|horodatage|timeago|stand|veroeffentlicht|"
    r"publish(?:ed)?-?(?:date|time|info)|meta|metadata|"
    r"byline|info|details|submitted|zeit|pubtime|riqi|shijian|ago)(?![a-z])|date(?:time|line|published|"
    r"modified)?(?![a-z])"
)
_CHANGED = re.compile(
    r"(?<![a-z])(?:updated?|modified|lastmod|changed|edited|aktualisiert|dateModified|actualizado)(?![a-z])", re.I
)
_ATTRIBUTES = frozenset((
    "datetime", "data-datetime", "data-timestamp", "data-time", "data-date", "data-published", "data-publish-date",
    "data-published-date", "data-utc", "data-utime", "data-unixtime", "data-pubdate", "data-iso", "data-created",
))  # fmt: skip
_STATING = _ATTRIBUTES | {"title"}
"""What may tell a time of an element that shows no figures; looked up here, for a query of so many is slower."""
_STAMP = re.compile(
    r"\d{4}-\d\d-\d\d|\d{10}(?:\d{3})?$|\d{8}T\d|\d{14}$|\w{3},? \d{1,2} \w{3} \d{4}|\w{3} \w{3} \d{1,2}|\d{4}[/.]\d"
)
_ELSEWHERE = re.compile(r"(?<!\d)(?:25[4-9]\d|(?:(?![0-9])\d){4})(?!\d)")
"""A year that counts from the Buddha, or in digits of another writing."""
_YEAR = re.compile(r"\d{4}|\d{1,2}[./]\d{1,2}[./]\d\d")
_SHORTEST, _LONGEST, _NOTED = 6, 240, 900
"""Characters of a date with its words, and of a note at the foot of an entry."""
_BEFORE = 60
_MOST = 40
_LABELLED = 60
"""Characters of a date with its label, far from the headline."""
_NOTE = "note at the foot of an entry"
_ENTRY = re.compile(
    r"(?:this (?:entry|post|article) was (?:posted|published|written)|dieser (?:beitrag|eintrag|artikel) (?:wurde|ist|"
    r"stammt)|(?:ce billet|cet article) a été (?:publié|posté|écrit)|esta entrada (?:fue|ha sido) publicada|"
    r"(?:questo articolo|questa voce) è stat[oa] (?:pubblicat|inserit)|dit bericht (?:is|werd) geplaatst)",
    re.I,
)
"""How the templates of blogs say when an entry was written, in a sentence."""
_SIBLINGS = 4
_MOST_STAMP, _LONG_STAMP, _SPOKEN = 110, 80, 4
"""Characters of a date and its label without marks and with them, and the words of which a sentence has more."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_INLINE = frozenset({"a", "em", "i", "b", "strong", "span", "font", "u", "cite", "small"})
_NEAR_AFTER, _NEAR_BEFORE = 2_000, 700
_UNTOLD = frozenset({"script", "style", "option"})


def find_times(tree: Tree, page: Place | None = None) -> Iterator[Declared]:
    """The rows of the dates a page shows, nearest to its headline first."""
    page = page or outline(tree)
    found: list[tuple[int, str, str, str]] = []
    taken: set[Tree] = set()
    for spot in page.spots:
        if not (spot.dated and _SHORTEST <= spot.length <= _NOTED) and not _may_state(spot.element):
            continue
        near = -_NEAR_BEFORE <= page.distance(spot) <= _NEAR_AFTER
        for kind, value in _told(spot, near):
            if spot.element in taken or any(parent in taken for parent in spot.element.iterancestors()):
                continue
            if is_foreign(spot, page, _is_marked):
                continue
            if kind != "time element":
                taken.add(spot.element)
            field = "modified" if _CHANGED.search(marks(spot.element)) else "issued"
            found.append((page.distance(spot), kind, field, value))
        if len(found) > _MOST:
            break
    yield from _ranked(found)


def _may_state(element: Tree) -> bool:
    return element.tag == "time" or not _STATING.isdisjoint(element.keys())


@lru_cache(maxsize=4_096)  # a page has few classes and many elements
def _is_marked(words: str) -> bool:
    return bool(_MARKED.search(words))


def _told(spot: Spot, near: bool) -> Iterator[tuple[str, str]]:  # noqa: FBT001 — a fact about the spot
    """What an element says of a time, by its attributes and its words."""
    element = spot.element
    attributes = dict(element.items())
    values = (stated.strip()[:60] for name, stated in attributes.items() if name in _ATTRIBUTES)
    if value := next(filter(_STAMP.match, values), ""):
        yield "time element", _with(_before(element), value)
    hint = attributes.get("title", "")[:_LABELLED]  # "2 hours ago", with the day for the mouse
    if hint and spot.length < _LABELLED and (_STAMP.match(hint) or any(spot_dates(hint))):
        yield "time element", _with(_before(element), hint)
    if _is_note(element.text):
        yield _NOTE, " ".join((element.text or "").split())[:_LONGEST]
    if not _SHORTEST <= spot.length <= _LONGEST or not _YEAR.search(element.text_content()):
        return
    marked = element.tag == "time" or _is_marked(marks(element))
    if not (near or marked) and spot.length > _LABELLED:
        return
    text = " | ".join(words for words, _ in pieces(element))
    if not (near or marked) and not text[:1].isalpha():
        return  # no label before it
    if element.tag == "time" or (_is_stamp(text, marked) and (marked or not _is_in_sentence(element))):
        yield "printed date", _with(_before(element) if marked else "", text)


def _is_note(text: str | None) -> bool:
    return text is not None and bool(_ENTRY.match(text[: 2 * _LONGEST].lstrip()))


def _with(before: str, text: str) -> str:
    return f"{before} | {text}" if before else text


def _is_stamp(text: str, marked: bool) -> bool:  # noqa: FBT001 — a fact about the text
    """Whether a text is a date with few words beside it, and no sentence."""
    if len(text) > _MOST_STAMP and not marked:
        return False
    ended = text.rstrip().endswith((".", "!", "?")) and sum(1 for _ in _WORD.finditer(text)) > _SPOKEN
    if ended and (not marked or len(text) > _LONG_STAMP):
        return False
    return any(spot_dates(text)) or bool(_ELSEWHERE.search(text))


def _is_in_sentence(element: Tree) -> bool:
    """Whether an element is some words of a sentence, such as a link."""
    parent = element.getparent()
    if element.tag not in _INLINE or parent is None or parent.tag not in ("p", "li", "dd", "blockquote"):
        return False
    before = (element.getprevious().tail if element.getprevious() is not None else parent.text) or ""
    return len(_WORD.findall(before[-_BEFORE:])) + len(_WORD.findall((element.tail or "")[:_BEFORE])) > _SPOKEN


def _before(element: Tree) -> str:
    """The words that stand before an element in the same line, such as "Updated:"."""
    for current in (element, element.getparent()):
        parent = current.getparent() if current is not None else None
        if parent is None:
            return ""
        words: list[str] = []
        for sibling in islice(current.itersiblings(preceding=True), _SIBLINGS):
            words.append(sibling.tail or "")
            if isinstance(sibling.tag, str) and sibling.tag not in _UNTOLD:
                words.append("".join(islice(sibling.itertext(), 20))[-_BEFORE:])
        words.append(parent.text or "")
        if text := " ".join(" ".join(reversed(words)).split()):
            return text[-_BEFORE:]
    return ""


def _ranked(found: list[tuple[int, str, str, str]]) -> Iterator[Declared]:
    near = [row for row in found if -_NEAR_BEFORE <= row[0] <= _NEAR_AFTER]
    near.sort(key=lambda row: (row[0] < 0, abs(row[0])))
    for row in near:
        origin = row[1] if row[1] == _NOTE else f"{row[1]} by the headline"
        yield Declared(field=row[2], value=row[3], origin=origin)
    for row in found:
        if row not in near:
            origin = row[1] if row[1] == _NOTE else f"{row[1]} further down"
            yield Declared(field=row[2], value=row[3], origin=origin)
