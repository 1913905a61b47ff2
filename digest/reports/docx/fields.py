"""Paragraphs with the fields, links and content controls in them: where they begin, what they say, what they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from digest.reports.docx.story import Event, Strip
from digest.reports.docx.tags import local, value

_DEEPEST = 40  # fields within fields; deeper ones are text
_LONGEST = 1_000_000  # characters of a code that are read

SpanKind = Literal["field", "simple", "control", "link", "bookmark"]


@dataclass(frozen=True, slots=True)
class Field:
    """A field over runs and paragraphs: its code and data as they are gathered, and the marks that bound it."""

    begin: Any
    codes: list[str] = field(default_factory=list)
    data: list[str] = field(default_factory=list)
    ends: list[Any] = field(default_factory=list)  # the closing mark, once met
    inside: list[Field] = field(default_factory=list)

    @property
    def code(self) -> str:
        """The field's code."""
        return "".join(self.codes)[:_LONGEST]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """What a field, link or control is within one paragraph: the text it shows and the events that make it up.

    `first` and `last` are places in the paragraph's events. `opened` and `closed` say whether it begins and ends here.
    """

    kind: SpanKind
    start: int
    end: int
    first: int
    last: int
    element: Any = None
    field: Field | None = None
    opened: bool = True
    closed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph: its text, the place in it of each of its events, and its spans. `starts` has one place more."""

    strip: Strip
    text: str
    starts: tuple[int, ...]
    spans: tuple[Span, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """Its events, in a reader's order."""
        return self.strip.events


@dataclass(frozen=True, slots=True)
class _Open:
    """What is open while a paragraph is walked: the text that a field shows begins at `shown`, once it shows any."""

    kind: SpanKind
    element: Any
    first: int
    start: int
    field: Field | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """The fields that are open in a story: all of them, and those whose code is being told."""

    marks: dict[Any, str]  # each mark that has its partners, and what it is
    stack: list[Field] = field(default_factory=list)
    told: list[Field] = field(default_factory=list)


def blocks(story: Sequence[Strip]) -> Iterator[Block]:
    """The paragraphs of a story with their spans; fields go on from one to the next."""
    state = _State(_paired(story))
    for strip in story:
        yield _block(strip, state)


def _paired(story: Sequence[Strip]) -> dict[Any, str]:
    """The marks of fields that have both a beginning and an end; others are as if they were not there."""
    pairs: dict[Any, tuple[str, Any]] = {}
    stack: list[list[Any]] = []
    marks = [event.element for strip in story for event in strip.events if event.what == "mark"]
    for mark in marks:
        kind = value(mark, "fldCharType")
        if kind == "begin":
            stack.append([mark])
        elif kind == "separate" and stack and len(stack[-1]) == 1:
            stack[-1].append(mark)
        elif kind == "end" and stack:
            begin, *separate = stack.pop()
            pairs |= {begin: ("begin", begin), mark: ("end", begin)}
            pairs |= dict.fromkeys(separate, ("separate", begin))
    return _not_too_deep([(mark, *pairs[mark]) for mark in marks if mark in pairs])


def _not_too_deep(marks: Sequence[tuple[Any, str, Any]]) -> dict[Any, str]:
    """The marks of fields that stand in no more than so many others."""
    kept: dict[Any, str] = {}
    depth = 0
    for mark, kind, begin in marks:
        depth -= kind == "end"
        if depth < _DEEPEST if kind == "begin" else begin in kept:
            kept[mark] = kind
        depth += kind == "begin"
    return kept


def _block(strip: Strip, state: _State) -> Block:
    starts: list[int] = []
    pieces: list[str] = []
    spans: list[Span] = []
    opened = [_Open("field", one.begin, 0, 0, one) for one in state.stack]
    length = 0
    for place, event in enumerate(strip.events):
        starts.append(length)
        if event.what == "mark":
            _mark(event, _Here(place, length, opened, spans), state)
        elif event.what == "code":
            if state.told:
                state.told[-1].codes.append(event.text)
        elif event.what in ("enter", "leave"):
            _wrapper(event, _Here(place, length, opened, spans))
        elif event.text and not state.told:
            pieces.append(event.text)
            length += len(event.text)
    starts.append(length)
    for one in opened:
        spans.append(_closed(one, length, len(strip.events) - 1, closed=False))
    text = "".join(pieces)
    return Block(strip=strip, text=text, starts=tuple(starts), spans=tuple(_with_opened(spans, strip)))


@dataclass(frozen=True, slots=True)
class _Here:
    """Where in a paragraph an event stands, and the lists that it changes."""

    place: int
    length: int
    opened: list[_Open]
    spans: list[Span]


def _mark(event: Event, here: _Here, state: _State) -> None:
    kind = state.marks.get(event.element)
    if kind == "begin":
        one = Field(event.element, data=[text.text or "" for text in event.element if local(text) == "fldData"])
        if state.stack:
            state.stack[-1].inside.append(one)
        state.stack.append(one)
        state.told.append(one)
        here.opened.append(_Open("field", event.element, here.place, here.length, one))
    elif kind == "separate" and state.told and state.stack and state.told[-1] is state.stack[-1]:
        state.told.pop()
    elif kind == "end" and state.stack:
        one = state.stack.pop()
        one.ends.append(event.element)
        if state.told and state.told[-1] is one:
            state.told.pop()
        found = next((n for n in reversed(range(len(here.opened))) if here.opened[n].field is one), None)
        if found is not None:
            here.spans.append(_closed(here.opened.pop(found), here.length, here.place))


def _closed(one: _Open, length: int, last: int, *, closed: bool = True) -> Span:
    return Span(
        kind=one.kind, start=one.start, end=length, first=one.first, last=last, element=one.element,
        field=one.field, closed=closed,
    )  # fmt: skip


def _with_opened(spans: Sequence[Span], strip: Strip) -> Iterator[Span]:
    """The spans, each told whether its field begins in this paragraph."""
    begins = {event.element for event in strip.events if event.what in ("mark", "enter")}
    for span in sorted(spans, key=lambda one: (one.first, -one.last)):
        yield span if span.element in begins else replace(span, opened=False)


_KINDS: dict[str, SpanKind] = {"hyperlink": "link", "fldSimple": "simple", "sdt": "control"}


def _wrapper(event: Event, here: _Here) -> None:
    kind = _KINDS.get(local(event.element))
    if kind is None:
        return
    if event.what == "enter":
        told = Field(event.element, codes=[value(event.element, "instr")]) if kind == "simple" else None
        if told:
            told.data.extend(one.text or "" for one in event.element if local(one) == "fldData")
        here.opened.append(_Open(kind, event.element, here.place, here.length, told))
        return
    found = next((n for n in reversed(range(len(here.opened))) if here.opened[n].element is event.element), None)
    if found is not None:
        here.spans.append(_closed(here.opened.pop(found), here.length, here.place))
