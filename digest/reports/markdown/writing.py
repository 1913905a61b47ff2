"""Citations into Markdown: each in a span that is not shown and keeps its marker; a list of sources between comments.

A span and no comment: a line that begins with a comment is HTML to its end for CommonMark, and nothing in it is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.citing import Cited, Made, Run, Written
from digest.reports.markdown.escaping import escaped, formatted
from digest.reports.markdown.lines import line_end
from digest.reports.markdown.listing import list_of_sources
from digest.reports.markdown.reading import Document
from digest.reports.markupediting import Dialect, Editing
from digest.reports.markupsource import Splice, spliced
from digest.reports.markuptraces import attribute, shown_as, trace

__all__ = ["written"]

_OPENING = "<!--citations-->"
_CLOSING = "<!--/citations-->"
_OPENED = re.compile(r"<!--citations( [0-9])?-->[ \t]*(?:\r\n?|\n)")
_AFTER = re.compile(r"[ \t]*(?:\r\n|\r|\n)")


def written(document: Document, made: Made) -> Written:
    """The document with the edits made, its notes and its list of sources."""
    mode = shown_as(made.fields, "Markdown")
    text = document.source.text
    work = Editing(text=text, blocks=document.blocks, calls=document.calls, dialect=_MARKDOWN, mode=mode)
    work.run(made.edits)
    splices = [*work.splices, *list_of_sources(document, made, mode), *_notes(document, work)]
    return Written(data=spliced(document.source, splices))


def _formatted(runs: Sequence[Run], before: str, linked: bool) -> str:  # noqa: FBT001 - as a dialect has it
    return formatted(runs, before=before, opening=not before, linked=linked)


def _escaped(text: str, before: str) -> str:
    return escaped(text, opening=not before)


def _cited(sources: Sequence[Cited], typed: str, shown: str) -> str:
    kept = f' data-typed="{attribute(typed)}"' if typed else ""
    return f'<span data-digest="{attribute(trace(sources))}"{kept}>{shown}</span>'


def _call(name: str, after: str) -> str:
    guard = "<!-- -->" if after in (":", "(", "[") and after else ""  # else it would define, or link
    return f"[^{name}]{guard}"


def _named(name: str, words: str) -> str:
    return f'<span data-name="{name}">{words}</span>'


_MARKDOWN = Dialect(formatted=_formatted, cited=_cited, escaped=_escaped, call=_call, named=_named, link="[")


def _notes(document: Document, work: Editing) -> Iterator[Splice]:
    """The definitions of notes: those that go, those that are new."""
    text, ranges = work.text, document.scanned.notes
    end = line_end(text)
    gone = set(work.gone)
    first, last, newlines = _ours(text)
    if last:
        inside = {label for label, (start, _) in ranges.items() if first <= start < last}
        if not work.notes and inside <= gone:
            start = first - newlines * len(end)
            yield Splice(start=max(0, start), end=last, text="")
            gone -= inside
        elif work.notes:
            place = text.rindex(_CLOSING, first, last)
            yield Splice(start=place, end=place, text=_defined(work, end))
    elif work.notes:
        yield _at_end(work, end)
    for label in gone:
        yield _removed(text, *ranges[label])


def _ours(text: str) -> tuple[int, int, int]:
    """Where the definitions of our notes stand, and how many line ends were put before them; 0 where there are none."""
    closing = text.rfind(_CLOSING)
    match = _OPENED.match(text, max(0, text.rfind(_OPENING[:-3], 0, max(0, closing))))
    if closing < 0 or not match:
        return 0, 0, 0
    after = _AFTER.match(text, closing + len(_CLOSING))
    return match.start(), after.end() if after else len(text), int((match[1] or "1").strip())


def _removed(text: str, start: int, end: int) -> Splice:
    """A definition out of the source, with the empty line after it."""
    after = _AFTER.match(text, end)
    return Splice(start=start, end=after.end() if after else end, text="")


def _defined(work: Editing, end: str) -> str:
    return "".join(f"[^{name}]: {content}{end * 2}" for name, content in work.notes)


def _at_end(work: Editing, end: str) -> Splice:
    place = len(work.text)
    number = 1 if work.text.endswith(("\n", "\r")) or not work.text else 2
    if work.mode == "none":
        return Splice(start=place, end=place, text=f"{end * number}{_defined(work, end)[: -len(end)]}")
    opening = _OPENING if number == 1 else _OPENING.replace("-->", f" {number}-->")
    block = f"{end * number}{opening}{end * 2}{_defined(work, end)}{_CLOSING}{end}"
    return Splice(start=place, end=place, text=block)
