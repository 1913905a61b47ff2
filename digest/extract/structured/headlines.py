"""The headline of a page, among all the titles it declares: candidates that agree support each other."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from digest.extract.naming import Names, letters, names_of
from digest.extract.structured.trimming import is_truncated, tidy, trim, without_unknown_tail
from digest.model import Evidence, Page
from digest.plans import Outlet

_WEIGHTS = (
    (re.compile(r"\((?:another node|another item|another work)\)$"), 0.3),
    (re.compile(r"^JSON-LD .* headline$"), 4.0),
    (re.compile(r"^JSON-LD (?!WebPage|ItemPage).* name$"), 1.5),
    (re.compile(r"^JSON-LD .* (?:alternativeHeadline|alternateName)$"), 0.4),
    (re.compile(r"^JSON-LD "), 0.5),
    (re.compile(r"^meta og:title$"), 3.0),
    (re.compile(r"^meta "), 1.0),
    (re.compile(r"^microdata .*alternativeHeadline"), 0.4),
    (re.compile(r"^microdata "), 2.0),
    (re.compile(r"^h1$"), 4.0),
    (re.compile(r"^h1 (?:in a breadcrumb|of another story|of the site)$"), 0.4),
    (re.compile(r"^headline element$"), 4.0),
    (re.compile(r"^(?:heading without its kicker|(?:first|last) part of the heading)$"), 0.9),
    (re.compile(r"^title element$"), 1.5),
    (re.compile(r"^(?:largest type of page one|Title style|EPUB title)$"), 5.0),
    (re.compile(r"^(?:XMP|PDF|document) title$|^title in the printed margin$"), 1.5),
)
"""What a place says, the first that fits; another format's own title weighs 2."""
_OTHERWISE = 2.0
_HEADING = "headline element"
_SHOWN = ("h1", _HEADING, "meta og:title")
"""Where a page says what a reader would find among its blocks."""
_BARS = re.compile(r"\s[|–—»«›·-]{1,2}\s+|[|｜]")
_CUT, _LONG = 400, 15
_TOLD = ("title element", "meta og:title", "JSON-LD")
"""Where a page says its title to machines."""
_UNSEEN = ("title element", "meta og:title", "meta twitter:title")
"""Where nobody sees a title, and the site's name may hang on it."""
_CONFIRMED = 4.5
_SECOND = 0.5  # what a second h1 or headline of a page weighs
_MOST = 60
_SURE = 3.0
_BARE = "heading without its kicker"
_TWO = 2  # titles that end alike: one with its kicker, one without
_KICKER_LONGEST = 60
_PREFERRED = (
    "headline",
    "og:title",
    "h1",
)
"""Whose wording is printed where candidates agree: the first of these, else the first candidate."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    text: str
    stated: str
    origin: str
    weight: float
    line: int | None = None

    @property
    def key(self) -> str:
        return letters(self.text)


def find_title(page: Page, outlet: Outlet | None) -> tuple[str | None, tuple[Evidence, ...]]:
    """The headline, without the site's name, its sections and a kicker."""
    names = names_of(page, outlet)
    found = _usable(_trimmed(_candidates(page), names), names)
    if not found:
        return None, ()
    scores = _scores(found)
    best = max(scores, key=lambda key: scores[key])
    best = _without_kicker(best, found, page)
    chosen = _worded([candidate for candidate in found if candidate.key == best])
    alone = all(one.origin in _UNSEEN for one in found if one.key == best)
    text = without_unknown_tail(chosen.text) if alone else chosen.text
    sure = scores[best] >= _SURE or len(scores) == 1
    proof = Evidence(
        field="title",
        quote=chosen.stated,
        rule=chosen.origin,
        line=chosen.line,
        confidence="stated" if sure else "inferred",
    )
    return tidy(text, outlet.language if outlet else None), (proof,)


def _candidates(page: Page) -> list[_Candidate]:
    found: list[_Candidate] = []
    seen: set[str] = set()
    rows = (row for row in page.declared if row.field == "title" and letters(row.value))
    for row in islice(rows, _MOST):
        weight = _weight(row.origin)
        if row.origin in seen.intersection(("h1", _HEADING)) or (row.origin == _HEADING and "h1" in seen):
            weight = _SECOND
        seen.add(row.origin)
        found.append(_Candidate(text=row.value, stated=row.value, origin=row.origin, weight=weight))
    found = _restored(found)
    return found if seen.intersection(_SHOWN) else [*found, *_laid_out(page)]


def _restored(found: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates, with a later heading as heavy as the first where the titles nobody sees have it and not that."""
    told = [one.key for one in found if one.origin.startswith(_TOLD)]
    heads = [one for one in found if one.origin in ("h1", _HEADING)]
    if not told or not heads or any(heads[0].key in key for key in told if not _ends_only(heads[0].key, key)):
        return list(found)
    parts = {letters(part) for one in found if one.origin.startswith(_TOLD) for part in _BARS.split(one.text[:_CUT])}
    parts = {part for part in parts if len(part) > _LONG}
    shown = next((one for one in heads[1:] if _is_told(one.key, told, parts)), None)
    return [replace(one, weight=_CONFIRMED) if one is shown else one for one in found]


def _is_told(heading: str, told: Collection[str], parts: Collection[str]) -> bool:
    """Whether a title for machines has a heading in it, or the heading has a part of that title in it."""
    inside = len(heading) > _SHORTEST and any(heading in key for key in told)
    return inside or any(part in heading for part in parts)


def _ends_only(heading: str, told: str) -> bool:
    """Whether a title for machines ends with a heading that does not begin it: what the site says of itself."""
    return told.endswith(heading) and not told.startswith(heading)


def _laid_out(page: Page) -> Iterator[_Candidate]:
    """The first line of the text that its reader takes for a title."""
    for block in page.blocks:
        if block.kind == "title" or (block.kind == "heading" and block.level == 1):
            text = block.text
            yield _Candidate(text=text, stated=text, origin=block.rule, weight=_OTHERWISE, line=block.line)
            return


def _weight(origin: str) -> float:
    return next((weight for pattern, weight in _WEIGHTS if pattern.search(origin)), _OTHERWISE)


def _trimmed(found: Sequence[_Candidate], names: Names) -> list[_Candidate]:
    once = _parted([replace(one, text=trim(one.text, names, ())) for one in found])
    strong = frozenset(one.key for one in once if one.weight >= 1.0 and len(one.key) > _SHORTEST)
    shown = {one.key for one in once if one.origin in ("h1", _HEADING) and one.weight > _SECOND}
    return [one if one.key in shown else replace(one, text=trim(one.text, names, strong)) for one in once]


def _parted(found: Sequence[_Candidate]) -> list[_Candidate]:
    """The candidates, with a heading of several parts cut to the one that another place has as its title."""
    parts = {one.key for one in found if one.origin.endswith(("part of the heading", "without its kicker"))}
    told = {one.key: one.text for one in found if one.weight >= 1.0 and one.origin not in ("h1", _HEADING)}
    agreed = [(key, told[key]) for key in parts if key in told and len(key) > _SHORTEST]
    return [_cut(one, agreed) if one.origin in ("h1", _HEADING) and one.key not in told else one for one in found]


def _cut(heading: _Candidate, parts: Iterable[tuple[str, str]]) -> _Candidate:
    for key, text in parts:
        if heading.key.startswith(key) or heading.key.endswith(key):
            return replace(heading, text=text)
    return heading


_SHORTEST = 5


def _usable(found: Sequence[_Candidate], names: Names) -> list[_Candidate]:
    """The candidates that can be a title: not the site's name, not a cut one where a whole one stands."""
    named = [one for one in found if one.key and not names.is_site(one.text)]
    told = {one.key for one in named if one.weight >= _SURE and one.origin not in ("h1", _HEADING)}
    named = [replace(one, weight=one.weight / 10) if _is_label(one, names, told) else one for one in named]
    whole = [one for one in named if not is_truncated(one.text)]
    rest = [one for one in named if is_truncated(one.text)]
    return [*whole, *(_completed(one, whole) for one in rest)]


def _is_label(one: _Candidate, names: Names, told: Collection[str]) -> bool:
    """Whether a heading only names a section; the last of a trail of sections may be the title itself."""
    return names.is_section(one.text) and one.key not in told


def _completed(cut: _Candidate, whole: Iterable[_Candidate]) -> _Candidate:
    """A truncated title as the whole one it was cut from, where the page has that."""
    start = letters(cut.text.rstrip(".… "))
    for one in whole:
        if start and one.key.startswith(start):
            return replace(cut, text=one.text)
    return cut if cut.origin in ("h1", _HEADING) else replace(cut, weight=cut.weight / 2)


def _scores(found: Iterable[_Candidate]) -> dict[str, float]:
    scores: dict[str, float] = {}
    for one in found:
        scores[one.key] = scores.get(one.key, 0.0) + one.weight
    return scores


def _without_kicker(best: str, found: Sequence[_Candidate], page: Page) -> str:
    """The title the chosen one becomes without its kicker: where the page has it so, or has it with several kickers."""
    kickers = {letters(row.value) for row in page.declared if row.field == "kicker"}
    shared = {one.key for one in found if one.origin == "meta og:title"}
    stated = {one.key for one in found if one.origin.endswith(" headline")}
    for one in found:
        prefix = best.removesuffix(one.key)
        if not one.key or prefix in ("", best) or len(prefix) > _KICKER_LONGEST or len(one.key) < _SHORTEST:
            continue
        if one.origin == _BARE and len({other.key for other in found if other.key.endswith(one.key)}) > _TWO:
            return one.key
        if best not in shared and (one.key in shared or (prefix in kickers and not shared and best not in stated)):
            return one.key
    return best


def _worded(same: Sequence[_Candidate]) -> _Candidate:
    """The candidate whose wording is printed, of those that agree; none in capitals alone where another is not."""
    spoken = [one for one in same if not one.text.isupper()] or list(same)
    for ending in _PREFERRED:
        for one in spoken:
            if one.origin.endswith(ending):
                return one
    return spoken[0]
