"""The list of sources: where it stands, and its paragraphs in the report's own styles."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.citing import Entry, Made
from digest.citing.places import is_bibliography_marker
from digest.reports.odt.automatic import Automatic, Sets
from digest.reports.odt.document import Document
from digest.reports.odt.flowing import runs_text
from digest.reports.odt.marks import HEADING
from digest.reports.odt.spots import ListSpot, Spot
from digest.reports.odt.tokens import escaped, tokens

Cut = tuple[int, int, int, str]
"""The part, where the text that goes begins and ends in it, and what comes in its place."""
_MARKER = "[bibliography]"
_INDENT = "1.27cm"
_PROPERTIES = "style:paragraph-properties"
_HANGING = (("fo:margin-left", _INDENT), ("fo:margin-right", "0cm"), ("fo:text-indent", f"-{_INDENT}"))
_ASIAN = ("zh", "ja", "ko")
_COMPLEX = ("ar", "fa", "he", "ug", "ur", "ps", "ckb", "dv", "yi", "th", "hi", "lo", "km", "my", "bo")
_LANGUAGE = re.compile(r"([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-([A-Z]{2}))?(?:-.*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What the list of sources is made of: the document, what is written, each part's styles, the section's name."""

    document: Document
    made: Made
    automatic: Sequence[Automatic]
    name: str


def entries_cut(listing: Listing) -> list[Cut]:
    """What changes in the document for its list of sources."""
    document, made = listing.document, listing.made
    held = next(iter(document.lists), None)
    if made.entries is None:
        return [_taken_out(listing, one) for one in document.lists]
    if held:
        return [_replaced(listing, held)]
    if marker := _marker(document):
        start, end = marker.start, marker.end
        breaks = document.looks.breaks(marker.style)
        section = _section(listing, marker.stream, _style_of(document, None), breaks=breaks)
        if marker.lists and not marker.stream:  # a list holds no section
            place = document.blocks.get(marker.lists, document.body[1])
            return [(0, start, end, ""), (0, place, place, section)]
        return [(marker.stream, start, end, section)]
    if not made.entries:
        return []
    place = document.body[1]
    return [(0, place, place, _heading(listing) + _section(listing, 0, _style_of(document, None)))]


def _marker(document: Document) -> Spot | None:
    marked = [spot for spot in document.spots if is_bibliography_marker(spot.text)]
    return next((spot for spot in marked if spot.part == "body"), marked[0] if marked else None)


def _place(document: Document, held: ListSpot) -> tuple[int, int]:
    """Where a list stands; one between two marks takes the paragraphs they stand in, if these are whole."""
    if held.end:
        return held.start, held.end
    first, last = document.spots[held.first], document.spots[held.last]
    depth = 0
    for token in tokens(document.streams[held.stream], first.start, last.end):
        depth += {"start": 1, "end": -1}.get(token.kind, 0)
        if depth < 0:
            return first.start, first.end
    return first.start, last.end if not depth else first.end


def _taken_out(listing: Listing, held: ListSpot) -> Cut:
    """The marker in place of a list; nothing in place of one that we have set at the end with its heading."""
    document = listing.document
    start, end = _place(document, held)
    above = document.spots[held.first - 1] if 0 < held.first <= len(document.spots) else None
    if above and above.heading and above.stream == held.stream:
        return held.stream, above.start, end, ""
    style = "Text_20_body" if document.looks.has("paragraph", "Text_20_body") else "Standard"
    marker = f'<text:p text:style-name="{style}">{_MARKER}</text:p>'
    return held.stream, start, end, _own_title(listing, held) + marker


def _own_title(listing: Listing, held: ListSpot) -> str:
    text = listing.document.streams[held.stream].text
    return text[held.title[0] : held.title[1]] if held.title else ""


def _replaced(listing: Listing, held: ListSpot) -> Cut:
    start, end = _place(listing.document, held)
    section = _section(listing, held.stream, _style_of(listing.document, held), own=held.style)
    return held.stream, start, end, _own_title(listing, held) + section


def _heading(listing: Listing) -> str:
    """A heading of the report's first level, with a mark by which it is known again."""
    document = listing.document
    first = next((spot for spot in document.spots if spot.level == 1 and spot.part == "body"), None)
    style = document.looks.named("paragraph", first.style) if first and first.style else "Heading_20_1"
    trace = f'<text:bookmark text:name="{HEADING}"/>'
    words = runs_text_of(listing.made.heading)
    return f'<text:h text:style-name="{escaped(style)}" text:outline-level="1">{trace}{words}</text:h>'


def runs_text_of(words: str) -> str:
    """Words of a heading as the inside of a paragraph."""
    return escaped(" ".join(words.split()))


def _style_of(document: Document, held: ListSpot | None) -> str:
    """The style of the entries: that of the list that is there, else the report's own for them."""
    looks = document.looks
    if held and held.last >= held.first:
        name = looks.named("paragraph", document.spots[held.first].style)
        if looks.kind(name) == "bibliography":
            return name
    for name in ("Bibliography_20_1", "Bibliography"):
        if looks.has("paragraph", name):
            return name
    named = (look for (family, _), look in looks.known.items() if family == "paragraph" and not look.automatic)
    own = (look.name for look in named if looks.kind(look.name) == "bibliography")
    return next(own, "Bibliography_20_1")


def _section(listing: Listing, stream: int, style: str, *, own: str = "", breaks: str = "") -> str:
    styled = f' text:style-name="{escaped(own)}"' if own else ""
    inside = "".join(_entries(listing, stream, style, breaks))
    inside = inside or f'<text:p text:style-name="{escaped(style)}"/>'
    return f'<text:section{styled} text:name="{escaped(listing.name)}">{inside}</text:section>'


def _entries(listing: Listing, stream: int, style: str, breaks: str) -> Iterator[str]:
    automatic = listing.automatic[stream]
    for number, entry in enumerate(listing.made.entries or ()):
        name = style
        if sets := _sets(listing.made, entry, "" if number else breaks):
            name = automatic.style("paragraph", style, sets)
        label = runs_text(entry.label, automatic)
        inside = f"{label}{'<text:tab/>' if label else ''}{runs_text(entry.runs, automatic)}"
        yield f'<text:p text:style-name="{escaped(name)}">{inside}</text:p>'


def _sets(made: Made, entry: Entry, breaks: str) -> Sets:
    """What the paragraph of an entry has beside its style: indents, its direction, its language, a new page."""
    paragraph: list[tuple[str, str]] = []
    sets: list[tuple[str, tuple[tuple[str, str], ...]]] = []
    if entry.label or (made.style and made.style.hanging):
        paragraph += _HANGING
    if _is_leftwards("".join(run.text for run in entry.runs)):
        paragraph += [("fo:text-align", "start"), ("style:writing-mode", "rl-tb")]
    if breaks:
        name, _, value = breaks.partition("=")
        if name.startswith("fo:"):
            paragraph.append((name, value.strip('"')))
        else:
            sets.append(("", ((name, value.strip('"')),)))
    if paragraph:
        sets.append((_PROPERTIES, tuple(paragraph)))
    if language := _language(made, entry):
        sets.append(("style:text-properties", language))
    return tuple(sets)


def _is_leftwards(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    strong = (one for one in map(unicodedata.bidirectional, text) if one in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def _language(made: Made, entry: Entry) -> tuple[tuple[str, str], ...]:
    """The language of an entry, where it is another than the report's."""
    article = made.articles.get(entry.key)
    found = _LANGUAGE.fullmatch((article.language if article else None) or "")
    if not found or found[1] == made.language.partition("-")[0].lower():
        return ()
    language, country = found[1], found[2] or "none"
    if language in _ASIAN:
        return ("style:language-asian", language), ("style:country-asian", country)
    if language in _COMPLEX:
        return ("style:language-complex", language), ("style:country-complex", country)
    return ("fo:language", language), ("fo:country", country)
