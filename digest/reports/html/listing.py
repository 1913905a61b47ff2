"""The list of sources in HTML: a section of its own, at the place that is marked for it or at the end of the text."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from html import escape

from digest.citing import Entry, Made
from digest.citing.places import BIBLIOGRAPHY_MARKER
from digest.reports.html.page import Document
from digest.reports.html.setting import escaped, formatted, is_right_to_left
from digest.reports.html.tokens import tokens
from digest.reports.markupsource import Splice
from digest.reports.markuptraces import attribute

__all__ = ["end_of_text", "list_of_sources"]

_HANGING = "padding-left: 2em; text-indent: -2em"


def list_of_sources(document: Document, made: Made, mode: str) -> Iterator[Splice]:
    """What changes where the list of sources stands."""
    region = document.regions.get("bibliography")
    wanted = made.entries if mode != "markers" else None
    if region:
        yield _updated(document, region, made, mode)
        return
    marker = next((one for one in document.blocks if one.kind == "bibliography"), None)
    if wanted is None:
        return
    if marker:
        start, end = marker.span
        yield Splice(start=start, end=end, text=_section(document, made, mode, typed=document.source.text[start:end]))
    elif wanted:
        place = end_of_text(document)
        yield Splice(start=place, end=place, text=f"{_section(document, made, mode, head=_heading(document, made))}\n")


def _updated(document: Document, region: tuple[int, int, dict[str, str]], made: Made, mode: str) -> Splice:
    """A list that stands there already, ours or pandoc's: anew, or out again."""
    start, end, given = region
    told = given.get("data-digest", "")
    if made.entries is None or mode == "markers":
        if "added" in told.split():
            after = end + (document.source.text[end : end + 1] == "\n")
            return Splice(start=start, end=after, text="")
        if not told:
            return Splice(start=end, end=end, text="")  # pandoc's own list stays where its citations do
        return Splice(start=start, end=end, text=given.get("data-typed") or f"<p>{BIBLIOGRAPHY_MARKER}</p>")
    text = document.source.text[start:end]
    head = ""
    if "added" in told.split():
        opened, closed = text.find("<h"), text.find("</h")
        head = text[opened : text.find(">", closed) + 1] if 0 <= opened < closed else ""
    typed = given.get("data-typed", "" if told else f"<p>{BIBLIOGRAPHY_MARKER}</p>")
    return Splice(start=start, end=end, text=_section(document, made, mode, head=head, typed=typed))


def _section(document: Document, made: Made, mode: str, *, head: str = "", typed: str = "") -> str:
    """The section with its entries; `typed` is what it stands in place of."""
    taken = 'id="refs"' in document.source.text and "bibliography" not in document.regions
    name = "digest-refs" if taken else "refs"
    kept = f' data-typed="{attribute(typed)}"' if typed and mode == "live" else ""
    style = f' data-style="{escape(made.style.name)}"' if made.style and mode == "live" else ""
    trace = f' data-digest="sources{" added" if head else ""}"{style}{kept}' if mode == "live" else ""
    hanging = bool(made.style and made.style.hanging)
    classes = f"references csl-bib-body{' hanging-indent' if hanging else ''}"
    opening = f'<section id="{name}" class="{classes}" role="doc-bibliography"{trace}>'
    entries = [_entry(document, made, one) for one in made.entries or ()]
    return "\n".join([opening, *([head] if head else []), *entries, "</section>"])


def _entry(document: Document, made: Made, entry: Entry) -> str:
    shown = formatted(entry.runs)
    if entry.label:
        label = formatted(entry.label)
        shown = f'<span class="csl-left-margin">{label}</span> <span class="csl-right-inline">{shown}</span>'
    words = "".join(run.text for run in entry.runs)
    foreign = is_right_to_left(words) != (document.direction == "rtl")
    direction = f' dir="{"rtl" if is_right_to_left(words) else "ltr"}"' if foreign else ""
    article = made.articles.get(entry.key)
    spoken = article.language if article else None
    ours = (document.language or made.language).partition("-")[0]
    language = f' lang="{escape(spoken)}"' if spoken and spoken.partition("-")[0] != ours else ""
    look = f' style="{_HANGING}"' if made.style and made.style.hanging else ""
    return f'<div id="ref-{attribute(entry.key)}" class="csl-entry"{language}{direction}{look}>{shown}</div>'


def _heading(document: Document, made: Made) -> str:
    """A heading as the report's own sections have; one level down where its only first-level heading is its title."""
    levels = [block.level for block in document.blocks if block.kind == "heading" and block.level]
    level = min(levels, default=2)
    if levels and levels[0] == level and levels.count(level) == 1 and (level + 1 in levels or level == 1):
        level += 1
    return f"<h{level}>{escaped(made.heading)}</h{level}>"


def end_of_text(document: Document) -> int:
    """Where in the source the text ends: with the main part of a page, or its only article."""
    for name in ("main", "article", "body", "html"):
        places = document.ends.get(name, [])
        if len(places) == 1 and places[0] >= 0:
            return places[0]
    return _before_what_never_ends(document.source.text)


_ENDS = (("<!--", "-->"), ("<", ">"))


def _before_what_never_ends(text: str) -> int:
    """The end of a page, or where the tag or comment begins behind which browsers show nothing more."""
    for token in deque(tokens(text, xml=False), maxlen=1):
        ending = next((end for begin, end in _ENDS if text.startswith(begin, token.start)), "")
        if token.kind == "other" and not text.endswith(ending):
            return token.start
    return len(text)
