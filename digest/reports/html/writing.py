"""Citations into HTML: spans that keep their markers, notes in a section at the end, a list of sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digest.citing import Cited, Made, Run, Written
from digest.reports.html.listing import end_of_text, list_of_sources
from digest.reports.html.page import Document
from digest.reports.html.setting import escaped, formatted
from digest.reports.markup import OURS
from digest.reports.markupediting import Dialect, Editing
from digest.reports.markupsource import Splice, fitting, merged, spliced
from digest.reports.markuptraces import attribute, shown_as, trace

__all__ = ["written"]

_CALL = re.compile(
    r'<a href="#cite-(?P<number>[0-9]{1,6})" id="cite-[0-9]{1,6}-ref" class="footnote-ref" role="doc-noteref">'
    r"<sup>[0-9]{1,6}</sup></a>"
)
_NAME = re.compile(r'<span data-name="cite-([0-9]{1,6})">')
_OPENING = '<section class="footnotes" role="doc-endnotes" data-digest="notes">'
_CLOSING = "</section>\n"


def written(document: Document, made: Made) -> Written:
    """The document with the edits made, its notes and its list of sources."""
    mode = shown_as(made.fields, "HTML")
    text = document.source.text
    work = Editing(text=text, blocks=document.blocks, calls=document.calls, dialect=_HTML, mode=mode)
    work.run(made.edits)
    splices = work.splices
    if work.notes and "notes" not in document.regions:
        place = end_of_text(document)
        splices.append(Splice(start=place, end=place, text=_section(work.notes)))
    elif work.notes:
        start, end, _ = document.regions["notes"]
        place = text.rfind("</ol>", start, end)
        splices.append(Splice(start=place, end=place, text="".join(_item(*one) for one in work.notes)))
    fresh = merged(document.source, [*splices, *list_of_sources(document, made, mode)])
    own = sum(not name.startswith(OURS) for name in document.calls)
    numbered = fitting(_numbered(fresh, own), document.source.codec)
    return Written(data=spliced(replace(document.source, text=numbered), ()))


def _numbered(text: str, own: int) -> str:
    """Our notes in the order in which they are called, numbered on from the report's own; without calls, none."""
    start = text.find(_OPENING)
    end = text.find(_CLOSING, start)
    if start < 0 or end < 0:
        return text
    order = list(dict.fromkeys(match["number"] for match in _CALL.finditer(text)))
    numbers = {old: number for number, old in enumerate(order, start=1)}
    items = dict(_items(text[start:end]))
    notes = [(f"{OURS}{numbers[old]}", items[old]) for old in order if old in items]
    new = _section(notes, own) if notes else ""
    parts = [text[:start], new, text[end + len(_CLOSING) :]]
    for place in (0, 2):
        parts[place] = _CALL.sub(lambda call: _called(numbers.get(call["number"], 0), own), parts[place])
        parts[place] = _NAME.sub(lambda name: f'<span data-name="{OURS}{numbers.get(name[1], 0)}">', parts[place])
    return "".join(parts)


def _items(section: str) -> Iterator[tuple[str, str]]:
    """The notes of our section, by number, without the links back."""
    for part in section.split(f'<li id="{OURS}')[1:]:
        number, _, rest = part.partition('">')
        yield number, rest.rpartition(f' <a href="#{OURS}')[0]


def _section(notes: Sequence[tuple[str, str]], own: int = 0) -> str:
    start = f' start="{own + 1}"' if own else ""
    items = "".join(_item(*one) for one in notes)
    return f"{_OPENING}\n<ol{start}>\n{items}</ol>\n{_CLOSING}"


def _item(name: str, content: str) -> str:
    back = f'<a href="#{name}-ref" class="footnote-back" role="doc-backlink">↩︎</a>'
    return f'<li id="{name}">{content} {back}</li>\n'


def _called(number: int, own: int = 0) -> str:
    name = f"{OURS}{number}"
    return f'<a href="#{name}" id="{name}-ref" class="footnote-ref" role="doc-noteref"><sup>{number + own}</sup></a>'


def _call(name: str, _: str) -> str:
    return _called(int(name.removeprefix(OURS)))


def _formatted(runs: Sequence[Run], _: str, linked: bool) -> str:  # noqa: FBT001 - as a dialect has it
    return formatted(runs, linked=linked)


def _escaped(text: str, _: str) -> str:
    return escaped(text)


def _cited(sources: Sequence[Cited], typed: str, shown: str) -> str:
    keys = attribute(" ".join(one.key for one in sources))
    kept = f' data-typed="{attribute(typed)}"' if typed else ""
    return f'<span class="citation" data-cites="{keys}" data-digest="{attribute(trace(sources))}"{kept}>{shown}</span>'


def _named(name: str, words: str) -> str:
    return f'<span data-name="{name}">{words}</span>'


_HTML = Dialect(formatted=_formatted, cited=_cited, escaped=_escaped, call=_call, named=_named, link="a")
