"""The scale of a timeline: months or years to measure, a mark for each event, and today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from digest.dates import in_words
from digest.events.drawing import ACCENT, DASHED, FAINT, INK, PAPER, RULE, SOFT, bold, length, text
from digest.events.timeline import Entry
from digest.model import Date

_LONGEST, _BACK, _FORTH = 1_200, 540, 400
"""Days: a longer scale would crowd the present; then it reaches so far back and forth, and the rest is counted."""
_MONTHS = 800
"""Days: up to here the scale is marked in months, else in years."""
_STEP, _HIGHEST = 8, 7
_AXIS = 76
_LANE, _LANES = 7, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Axis:
    """The days that the scale shows, and where on the paper."""

    first: date
    last: date
    left: int
    right: int

    def at(self, day: date) -> float:
        """Where `day` stands."""
        inside = min(max(day, self.first), self.last)
        share = (inside - self.first).days / max(1, (self.last - self.first).days)
        return self.left + share * (self.right - self.left)

    def shows(self, when: Date) -> bool:
        """Whether some of that time is on it."""
        return when.first <= self.last and when.last >= self.first


def scale(entries: Sequence[Entry], today: Date, sides: tuple[int, int], language: str) -> tuple[list[str], int]:
    """The scale's marks, drawn from the top of it, and its height."""
    axis = _axis(entries, today, sides)
    spans = [entry for entry in entries if not entry.when.is_day and _is_drawn(entry.when, axis)]
    lanes, used = _lanes(spans, today, axis)
    bottom = _AXIS + 10 + used * _LANE
    marks = [
        *_bands(axis, bottom, language),
        f'<line x1="{axis.left}" y1="{_AXIS}" x2="{axis.right}" y2="{_AXIS}" stroke="{INK}" stroke-width="1.5"/>',
        *lanes,
        *_today(axis, today, bottom, language),
        *_discs([entry for entry in entries if entry.when.is_day and axis.shows(entry.when)], today, axis),
        *_outside(entries, axis, bottom),
    ]
    return marks, bottom + 32


def _axis(entries: Sequence[Entry], today: Date, sides: tuple[int, int]) -> _Axis:
    """From the first event to the last, and today; only about today where that is too long."""
    days = sorted({day for entry in entries for day in (entry.when.first, entry.when.last)} | {today.first, today.last})
    if (days[-1] - days[0]).days > _LONGEST:
        low, high = today.first - timedelta(days=_BACK), today.last + timedelta(days=_FORTH)
        days = [day for day in days if low <= day <= high]
    return _Axis(first=_begin(days[0]), last=_end(days[-1]), left=sides[0], right=sides[1])


def _begin(day: date) -> date:
    return day.replace(day=1)


def _end(day: date) -> date:
    return Date(edtf=f"{day:%Y-%m}").last


def _is_drawn(when: Date, axis: _Axis) -> bool:
    return axis.shows(when) and when.first >= axis.first and when.last <= axis.last


def _bands(axis: _Axis, bottom: int, language: str) -> Iterator[str]:
    """Every second month or year shaded, with as many names as have room, and below months their year."""
    free = 0.0
    for number, (first, last, name) in enumerate(_units(axis, language)):
        left, right = axis.at(first), axis.at(last + timedelta(days=1))
        if number % 2 == 0:
            yield f'<rect x="{left:.1f}" y="0" width="{right - left:.1f}" height="{bottom}" fill="{FAINT}"/>'
        yield f'<line x1="{left:.1f}" y1="{_AXIS}" x2="{left:.1f}" y2="{_AXIS + 5}" stroke="{INK}"/>'
        if left >= free and left + length(name, 12) <= axis.right + 2:
            yield text(name, (left + 3, bottom + 15), 12, fill=SOFT)
            free = left + length(name, 12) + 12
        if not name.isdecimal() and (number == 0 or first.month == 1) and left < axis.right - 30:
            yield bold(str(first.year), (left + 3, bottom + 30), 12, fill=SOFT)


def _units(axis: _Axis, language: str) -> Iterator[tuple[date, date, str]]:
    by_month = (axis.last - axis.first).days <= _MONTHS
    day = axis.first
    while day <= axis.last:
        unit = Date(edtf=f"{day:%Y-%m}" if by_month else f"{day.year:04}")
        yield day, min(unit.last, axis.last), _month(day, language) if by_month else str(day.year)
        day = unit.last + timedelta(days=1)


def _month(day: date, language: str) -> str:
    """A month's name, short where it is long."""
    name = in_words(Date(edtf=f"{day:%Y-%m}"), language).replace(str(day.year), "").removesuffix(" de ").strip()
    return name if len(name) <= 4 else f"{name[:3]}."


def _today(axis: _Axis, today: Date, bottom: int, language: str) -> Iterator[str]:
    x = axis.at(today.last)
    label = in_words(today, language)
    half = length(label, 12) / 2
    middle = min(max(x, axis.left + half), axis.right - half)
    yield f'<line x1="{x:.1f}" y1="0" x2="{x:.1f}" y2="{bottom}" {DASHED}/>'
    yield bold(label, (round(middle, 1), -6), 12, fill=ACCENT, anchor="middle")


def _discs(entries: Sequence[Entry], today: Date, axis: _Axis) -> Iterator[str]:
    """A disc for each day, those of near days on top of each other; what is too high is counted."""
    heaps = Counter[int]()
    for entry in entries:
        place = round(axis.at(entry.when.first) / _STEP)
        heaps[place] += 1
        ahead = entry.comes_after(today)
        style = f'fill="{PAPER}" stroke="{ACCENT}" stroke-width="2"' if ahead else f'fill="{INK}"'
        if heaps[place] <= _HIGHEST:
            y = _AXIS - 1 - (heaps[place] - 0.5) * _STEP
            yield f'<circle cx="{place * _STEP}" cy="{y:g}" r="{2.8 if ahead else 3.4}" {style}/>'
    for place, number in heaps.items():
        if number > _HIGHEST:
            y = _AXIS - 4 - _HIGHEST * _STEP
            yield text(f"+{number - _HIGHEST}", (place * _STEP, y), 10, fill=SOFT, anchor="middle")


def _lanes(spans: Sequence[Entry], today: Date, axis: _Axis) -> tuple[list[str], int]:
    """A bar for each longer time, in the first lane that is free there; and how many lanes it took."""
    free: list[float] = []
    marks: list[str] = []
    for entry in spans:
        left, right = axis.at(entry.when.first), max(axis.at(entry.when.last), axis.at(entry.when.first) + 4)
        lane = next((number for number, end in enumerate(free) if end < left), len(free))
        if lane >= _LANES:
            continue
        free[lane : lane + 1] = [right]
        style = f'fill="{PAPER}" stroke="{ACCENT}"' if entry.comes_after(today) else f'fill="{SOFT}" stroke="{SOFT}"'
        y = _AXIS + 7 + lane * _LANE
        marks.append(f'<rect x="{left + 1:.1f}" y="{y}" width="{right - left - 2:.1f}" height="4" rx="2" {style}/>')
    return marks, len(free)


def _outside(entries: Sequence[Entry], axis: _Axis, bottom: int) -> Iterator[str]:
    """How many events lie before and after what the scale shows."""
    before = sum(entry.when.last < axis.first for entry in entries)
    after = sum(entry.when.first > axis.last for entry in entries)
    if before:
        yield bold(f"← {before} earlier", (axis.left + 4, 14), 12, fill=SOFT)
    if after:
        yield bold(f"{after} later →", (axis.right - 4, 14), 12, fill=SOFT, anchor="end")
    yield f'<line x1="{axis.left}" y1="{bottom}" x2="{axis.right}" y2="{bottom}" stroke="{RULE}"/>'
