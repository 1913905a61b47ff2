"""Values of a JSON object that somebody else may have written: each is what is wanted, or refused by its place."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, fields
from typing import Any, TypeVar, cast

from digest.errors import ReadError
from digest.model import Block, Date, Entity, Event, Evidence, Heading, Name, Quote, Tag

Check = Callable[[object, str], object]
Shape = Mapping[str, Check]
Noun = TypeVar("Noun", Block, Entity, Event, Evidence, Heading, Name, Quote, Tag)

# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets) breaks DOCX and EPUB; lone surrogates break UTF-8.
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """`text` with U+FFFD for every character that no output format can hold."""
    return _UNPRINTABLE.sub("\ufffd", text)


def refuse(what: str, where: str) -> ReadError:
    """The error that says what is wrong with the value at `where`."""
    return ReadError(f"{where}: {what}", hint="the record is left out; mend it and import it again")


def text(value: object, where: str) -> str:
    """A string, without what no output format can hold."""
    if not isinstance(value, str):
        raise refuse("text is wanted", where)
    return clean(value)


def count(value: object, where: str) -> int:
    """A whole number from zero up."""
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise refuse("a whole number is wanted", where)
    return value


def number(value: object, where: str) -> float:
    """A finite number."""
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise refuse("a number is wanted", where)
    return float(value)


def truth(value: object, where: str) -> bool:
    """True or false."""
    if not isinstance(value, bool):
        raise refuse("true or false is wanted", where)
    return value


def items(value: object, where: str) -> Sequence[object]:
    """A list."""
    if not isinstance(value, list | tuple):
        raise refuse("a list is wanted", where)
    return value


def each(check: Check) -> Check:
    """A check of every entry of a list."""

    def checked(value: object, where: str) -> tuple[object, ...]:
        return tuple(check(entry, f"{where}[{place}]") for place, entry in enumerate(items(value, where)))

    return checked


def one_of(words: Sequence[str]) -> Check:
    """A check that the value is one of `words`."""

    def checked(value: object, where: str) -> str:
        if value not in words:
            raise refuse("one of these is wanted: " + ", ".join(words), where)
        return str(value)

    return checked


def noun(kind: type[Noun], shape: Shape) -> Callable[[object, str], Noun]:
    """A check that an object describes a noun of the `shape`."""
    required = [entry.name for entry in fields(kind) if entry.default is MISSING and entry.default_factory is MISSING]

    def checked(value: object, where: str) -> Noun:
        if not isinstance(value, Mapping):
            raise refuse("an object is wanted", where)
        spelled = {name: name.replace("_", "-") for name in shape}
        given = {name: value[theirs] for name, theirs in spelled.items() if value.get(theirs) is not None}
        for name in required:
            if name not in given:
                raise refuse(f"{name} is missing", where)
        values = {name: shape[name](entry, f"{where}.{spelled[name]}") for name, entry in given.items()}
        return kind(**cast("dict[str, Any]", values))

    return checked


def pair(value: object, where: str) -> tuple[str, str]:
    """Words and an address, or a variable and its value."""
    parts = items(value, where)
    if len(parts) != 2:
        raise refuse("two texts are wanted", where)
    return text(parts[0], where), text(parts[1], where)


def bounds(value: object, where: str) -> tuple[int, int]:
    """Two whole numbers."""
    numbers = items(value, where)
    if len(numbers) != 2:
        raise refuse("the first and the last line are wanted", where)
    return count(numbers[0], where), count(numbers[1], where)


def date(value: object, where: str) -> Date:
    """A date from EDTF, or from CSL's own parts as other programs write them."""
    edtf = _from_parts(value, where) if isinstance(value, Mapping) else text(value, where)
    try:
        return Date(edtf=edtf)
    except (ValueError, OverflowError) as error:
        raise refuse(f"{edtf[:40]!r} is no EDTF date", where) from error


def _from_parts(value: Mapping[object, object], where: str) -> str:
    ends = [items(end, where) for end in items(value.get("date-parts"), where)]
    if not 1 <= len(ends) <= 2 or not all(1 <= len(end) <= 3 for end in ends):
        raise refuse("one or two dates of year, month and day are wanted", where)
    mark = "~" if value.get("circa") else ""
    return "/".join(_joined(end, where) + mark for end in ends)


def _joined(parts: Sequence[object], where: str) -> str:
    numbers = [
        int(part) if isinstance(part, str) and len(part) < 10 and part.isdecimal() else count(part, where)
        for part in parts
    ]
    return "-".join(f"{number:0{4 if place == 0 else 2}d}" for place, number in enumerate(numbers))
