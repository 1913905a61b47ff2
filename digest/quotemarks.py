"""Where a text quotes: the outermost pairs of quotation marks, of any language, with apostrophes told apart.

An opening mark stands at the start, after a space, a bracket, a dash or another mark, and before something that is
not a space; Chinese and Japanese brackets open anywhere, and a double mark outside any quotation opens one even where
its spaces are wrong. A double mark that nothing closes quotes to the end of the
paragraph, as one does that runs on into the next. A single mark closes at the first place where no letter follows,
save that `s’ ` before a word is a possessive as long as a better close comes before the next opening mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A quotation in a text: `start` and `end` with its marks, `inner` without them."""

    start: int
    end: int
    inner: tuple[int, int]


_CLOSERS = {
    '"': '"',
    "“": '”"',
    "”": '”"',  # Swedish, Finnish
    "„": '“”"‟',
    "‟": '”"',
    "«": "»",
    "»": "«»",  # Danish, German in books; Swedish
    "″": "″",
    "‶": "″‶",
    "״": "״",
    "ʺ": "ʺ",
    "˝": "˝",
    "ˮ": "ˮ",
    "❮": "❯",
    "⟪": "⟫",
    "＂": "＂",
    "〝": "〞〟",
    "❝": "❞",
    "「": "」",
    "『": "』",
    "'": "'’",
    "‘": "’'",
    "’": "’",
    "‚": "‘’'",
    "‛": "’",
    "‹": "›",
    "›": "‹›",
    "`": "'`´’",
    "´": "´'`’",
    "❛": "❜",
}
_PAIRED = "“«‘‹「『〝❝❛"  # may nest in their own kind
_ANYWHERE = "「『"
_SINGLE = "'‘’‚‛`´❛‹›"
_BEFORE = "([{<¿¡/=:;—–-‒―\ufffc\ufffb"
_AFTER_CLOSING = ".,:;!?)]}"
_MARK = re.compile("[" + "".join(_CLOSERS) + "]")
_ELISION = re.compile(
    r"(?:n['’]|tis\b|twas\b|twere\b|em\b|til\b|till\b|cause\b|bout\b|round\b|\d\d(?:s\b|(?!\w|[.,]\d)))", re.IGNORECASE
)
_CLOSING = re.compile(r"(?<![\s'’‘])(?<!['’‘]n)['’](?!\w)")
_REACH = 300
_DOUBLED = re.compile("(``|''|‘‘|’’|<<|>>|,,(?=\\w))")
_DOUBLED_AS = {
    "``": "“\u200b",
    "''": '"\u200b',
    "‘‘": "“\u200b",
    "’’": "”\u200b",
    ",,": "„\u200b",
    "<<": "«\u200b",
    ">>": "»\u200b",
}


def find_spans(text: str) -> Iterator[Span]:
    """The outermost quotations of `text`, in order."""
    text = _DOUBLED.sub(lambda pair: _DOUBLED_AS[pair[0]], text)
    ends: dict[str, _Ends] = {}
    place = 0
    while match := _MARK.search(text, place):
        start = match.start()
        place = start + 1
        if not (_opens(text, start) or _opens_loosely(text, start)):
            continue
        end = _close(text, start, ends)
        if end is not None:
            yield Span(start=start, end=min(end + 1, len(text)), inner=(start + 1, end))
            place = end + 1


def _opens(text: str, place: int) -> bool:
    mark, before, after = text[place], text[max(0, place - 1) : place], text[place + 1 : place + 2]
    if mark in _ANYWHERE:
        return True
    if mark == "«" and after.isspace() and (not before or before.isspace()):
        return True  # French: a space inside the marks
    if not after or after.isspace() or after in ",;)]}":
        return False
    if mark in "'‘’`" and _ELISION.match(text, place + 1) and (mark == "’" or not _closed_soon(text, place)):
        return False
    if mark in "“„«‘" and not _is_spaced(before):
        return True
    return not before or before.isspace() or before in _BEFORE or before in _CLOSERS


def _is_spaced(letter: str) -> bool:
    """Whether it is a letter or digit of a script with spaces between words: a mark inside a word does not quote."""
    return letter.isalnum() and letter < "\u2e80"


def _opens_loosely(text: str, place: int) -> bool:
    """Whether a double mark outside any quotation opens one, though its spaces are not as they should be."""
    mark, before, after = text[place], text[max(0, place - 1) : place], text[place + 1 : place + 2]
    if mark in "“„‟":
        return after.isspace() and not _is_spaced(before)
    if mark != '"' or not after or before.isdigit():
        return False
    if after.isspace():
        return (not before or before.isspace()) and text.find('"', place + 1) >= 0
    return after not in _AFTER_CLOSING


def _closed_soon(text: str, place: int) -> bool:
    """Whether what looks like an elision, ’90s or ’em, is a quotation after all: ‘20 people came’."""
    found = _CLOSING.finditer(text, place + 1, place + _REACH)
    return any(not _possessive(text, match.start()) for match in found)


@dataclass(frozen=True, slots=True)
class _Ends:
    """The places of marks that close a quotation, that close it or are a possessive's, and that end the search."""

    strong: list[int] = field(default_factory=list)
    weak: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)


def _close(text: str, start: int, ends: dict[str, _Ends]) -> int | None:
    mark = text[start]
    if mark in _SINGLE and mark not in "‹›":
        if mark not in ends:
            ends[mark] = _ends(text, mark)
        return _close_single(text, start, ends[mark])
    closers = _CLOSERS[mark]
    depth = 1
    for match in re.compile(f"[{closers}{mark}]").finditer(text, start + 1):
        place = match.start()
        if match[0] == mark and (mark in _PAIRED or (text[place - 1].isspace() and _opens(text, place))):
            depth += 1
        elif match[0] in closers and not (match[0] == '"' and mark != '"' and _opens(text, place)):
            depth -= 1
        if not depth:
            return place
    curly = text.find("”", start + 1) if mark == '"' else -1
    return curly if curly > 0 and text.find("“", start, curly) < 0 else len(text)


def _close_single(text: str, start: int, ends: _Ends) -> int | None:
    stop = _after(ends.stops, start, len(text))
    for closings in (ends.strong, ends.weak):
        if (place := _after(closings, start, stop)) < stop:
            return place
    return len(text) if text[start] == "‘" else None


def _after(places: Sequence[int], start: int, otherwise: int) -> int:
    """The first of some places after `start`."""
    at = bisect_right(places, start)
    return places[at] if at < len(places) else otherwise


def _ends(text: str, mark: str) -> _Ends:
    """Where a quotation in such marks can end, looked up once: most apostrophes would be followed to the end."""
    closers = _CLOSERS[mark]
    ends = _Ends()
    for match in re.compile(f"[{closers}‘]").finditer(text):
        place = match.start()
        if match[0] not in closers or (match[0] == "'" and _opens(text, place)):
            ends.stops.append(place)
        elif not (_is_spaced(text[place + 1 : place + 2]) or text[max(0, place - 2) : place] in ("'n", "’n", "‘n")):
            (ends.weak if _possessive(text, place) else ends.strong).append(place)
    return ends


def _possessive(text: str, place: int) -> bool:
    return text[place - 1] in "sSzxZX" and text[place + 1 : place + 2] == " " and text[place + 2 : place + 3].isalpha()
