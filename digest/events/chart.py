"""A timeline as a picture (SVG): a scale of months with a mark for each event, and below it what each tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from digest.dates import in_words
from digest.events.drawing import ACCENT, DASHED, INK, PAPER, RULE, SOFT, bold, escaped, text, wrapped
from digest.events.scale import scale
from digest.events.timeline import Entry, dates, heading, together
from digest.model import Date
from digest.typography import curl

WIDTH = 800
MOST = 300
"""Events that are drawn; the rest are counted."""
_LEFT, _DATES, _RAIL, _WORDS, _RIGHT = 28, 146, 164, 184, 772
_LINE, _SMALL_LINE, _GAP = 19, 15, 15
_LINES = 7
"""Lines of one sentence."""
_TITLE_AT, _SCALE_AT = 40, 100


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A piece of the list: its marks, drawn from `top` 0, and its height."""

    marks: tuple[str, ...]
    height: int
    on_rail: bool = True


def chart(entries: Sequence[Entry], today: Date, title: str, language: str = "en") -> str:
    """The picture of `entries` as of `today`, 800 wide and as high as it takes."""
    shown = list(entries)[:MOST]
    coming = [entry for entry in shown if entry.comes_after(today)]
    gone = [entry for entry in shown if not entry.comes_after(today)]
    strip, strip_height = scale(shown, today, (_LEFT, _RIGHT), language)
    rows = [*_rows(gone, today, language), _today(today, language), *_rows(coming, today, language)]
    if len(entries) > len(shown):
        rows.append(_note(f"… and {len(entries) - len(shown)} more"))
    top = _SCALE_AT + strip_height + 28
    height = top + sum(row.height for row in rows) + 20
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{height}" viewBox="0 0 {WIDTH} {height}"'
        f" role=\"img\" font-family=\"'Source Sans 3', 'Source Sans Pro', 'Helvetica Neue', Arial, sans-serif\">",
        f"<title>{escaped(title)}</title>",
        f"<desc>{escaped(_counted(gone, coming, shown, language))}</desc>",
        f'<rect width="{WIDTH}" height="{height}" fill="{PAPER}"/>',
        *_head(title, _counted(gone, coming, shown, language)),
        f'<g transform="translate(0 {_SCALE_AT})">',
        *strip,
        "</g>",
        *_stacked(rows, top),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _head(title: str, counted: str) -> Iterator[str]:
    (first, *_) = wrapped(title, _RIGHT - _LEFT, 24, most=1) or ("",)
    yield bold(first, (_LEFT, _TITLE_AT), 24)
    yield text(counted, (_LEFT, _TITLE_AT + 22), 13, fill=SOFT)


def _counted(gone: Sequence[Entry], coming: Sequence[Entry], shown: Sequence[Entry], language: str) -> str:
    if not shown:
        return "no events"
    first = min(entry.when.first for entry in shown)
    last = max(entry.when.last for entry in shown)
    span = in_words(Date(edtf=f"{first}/{last}" if first != last else f"{first}"), language)
    return f"{len(gone)} past, {len(coming)} ahead · {span}"


def _stacked(rows: Sequence[_Row], top: int) -> Iterator[str]:
    """The rows below each other, with the rail behind those that stand on it."""
    places, at = [], top
    for row in rows:
        places.append((row, at))
        at += row.height
    railed = [(row, at) for row, at in places if row.on_rail]
    if railed:
        low, high = railed[0][1], railed[-1][1] + railed[-1][0].height - _GAP
        yield f'<line x1="{_RAIL}" y1="{low}" x2="{_RAIL}" y2="{high}" stroke="{RULE}" stroke-width="2"/>'
    for row, place in places:
        yield f'<g transform="translate(0 {place})">'
        yield from row.marks
        yield "</g>"


def _rows(entries: Sequence[Entry], today: Date, language: str) -> Iterator[_Row]:
    for words, group in groupby(together(entries, today), key=lambda entry: heading(entry.when, today, language)):
        yield _month(words)
        for entry in group:
            yield _entry(entry, language, ahead=entry.comes_after(today))


def _month(words: str) -> _Row:
    marks = (
        f'<circle cx="{_RAIL}" cy="12" r="3" fill="{RULE}"/>',
        bold(words, (_WORDS, 17), 14, fill=SOFT),
    )
    return _Row(marks=marks, height=32)


def _today(today: Date, language: str) -> _Row:
    label = in_words(today, language)
    marks = (
        f'<line x1="{_LEFT}" y1="14" x2="{_RIGHT}" y2="14" {DASHED}/>',
        f'<rect x="{_LEFT}" y="2" width="{_RAIL - _LEFT + 12}" height="24" rx="4" fill="{ACCENT}"/>',
        bold(label, ((_LEFT + _RAIL + 12) / 2, 19), 13, fill=PAPER, anchor="middle"),
    )
    return _Row(marks=marks, height=42)


def _note(words: str) -> _Row:
    return _Row(marks=(text(words, (_WORDS, 16), 13, fill=SOFT),), height=26, on_rail=False)


def _entry(entry: Entry, language: str, *, ahead: bool) -> _Row:
    told = entry.first
    colour = ACCENT if ahead else INK
    sentence = wrapped(curl(told.completed, told.language or language), _RIGHT - _WORDS, 15, most=_LINES)
    label = wrapped(dates(entry, language), _DATES - _LEFT, 13, most=4)
    source = wrapped(_source(entry), _RIGHT - _WORDS, 12, most=2)
    marks = [_mark(entry.when, colour, ahead=ahead)]
    for number, line in enumerate(label):
        marks.append(bold(line, (_DATES, 16 + 16 * number), 13, fill=colour, anchor="end"))
    for number, line in enumerate(sentence):
        marks.append(text(line, (_WORDS, 16 + _LINE * number), 15))
    below = 16 + _LINE * len(sentence) - 2
    for number, line in enumerate(source):
        marks.append(text(line, (_WORDS, below + _SMALL_LINE * number), 12, fill=SOFT))
    height = max(below + _SMALL_LINE * (len(source) - 1), 16 * len(label)) + _GAP
    return _Row(marks=tuple(marks), height=height)


def _mark(when: Date, colour: str, *, ahead: bool) -> str:
    """A disc for a day, a lozenge for a longer time; hollow where it is still to come."""
    style = f'fill="{PAPER}" stroke="{colour}" stroke-width="2.5"' if ahead else f'fill="{colour}"'
    if when.is_day:
        return f'<circle cx="{_RAIL}" cy="11" r="5.5" {style}/>'
    dashed = ' stroke-dasharray="3 2"' if when.approximate and ahead else ""
    opacity = ' fill-opacity=".55"' if when.approximate and not ahead else ""
    return f'<rect x="{_RAIL - 5}" y="3" width="10" height="20" rx="5" {style}{dashed}{opacity}/>'


def _source(entry: Entry) -> str:
    first, *others = dict.fromkeys((told.outlet, told.key, told.paragraph) for told in entry.tellings)
    outlet, key, paragraph = first
    named = f"{outlet} · {key}, para. {paragraph}" if outlet else f"{key}, para. {paragraph}"
    also = ", ".join(f"{key}, para. {paragraph}" for _, key, paragraph in others)
    return f"{named} · also {also}" if also else named
