"""The entries of a .bib file, by BibTeX's own grammar: braces counted, strings joined, nothing run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from digest.errors import ReadError

MOST_ENTRIES = 50_000
DEEPEST = 100
LONGEST = 1_000_000
"""Characters of a value, strings put in."""

_HEAD = re.compile(r"@\s*([A-Za-z]{1,40})\s*([{(])")
_KEY = re.compile(r"\s*([^\s,{}()\"=#%]{0,300})\s*(,|(?=[})]))")
_NAME = re.compile(r"[\s,]*([A-Za-z][\w:.+/-]{0,80})\s*=\s*")
_WORD = re.compile(r"[^\s,{}()\"=#%]{1,200}")
_BLANK = re.compile(r"\s*")
_BRACE = re.compile(r"[{}\"\\]")
_MONTHS = {
    name: str(number)
    for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)  # noqa: SIM905
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry as it stands in its file: type and field names in small letters, values still in TeX's notation."""

    kind: str
    key: str
    fields: dict[str, str]
    text: str
    line: int


def entries(text: str, name: str) -> Iterator[Entry]:
    """The entries of a .bib file; one that is broken is passed over, as BibTeX does, up to the next `@`."""
    strings = dict(_MONTHS)
    at = found = 0
    while head := _HEAD.search(text, at):
        kind = head[1].lower()
        at = head.end()
        if kind == "comment":
            continue
        if found >= MOST_ENTRIES:
            raise ReadError(f"more than {MOST_ENTRIES:,} entries", where=name, hint="cut the file")
        try:
            if kind == "string":
                fields, at = _fields(text, at, strings)
                strings |= fields
            elif kind == "preamble":
                _, at = _value(text, at, strings)
            else:
                key, after = _key(text, at)
                fields, at = _fields(text, after, strings)
                found += 1
                line = text.count("\n", 0, head.start()) + 1 if found < 2_000 else 0
                yield Entry(kind=kind, key=key, fields=fields, text=text[head.start() : at + 1], line=line)
        except ValueError:
            continue


def _key(text: str, at: int) -> tuple[str, int]:
    match = _KEY.match(text, at)
    if not match:
        raise ValueError("no key")
    return match[1], match.end()


def _fields(text: str, at: int, strings: dict[str, str]) -> tuple[dict[str, str], int]:
    """The fields up to the closing bracket, and its place; the first of two with one name."""
    fields: dict[str, str] = {}
    while match := _NAME.match(text, at):
        value, at = _value(text, match.end(), strings)
        fields.setdefault(match[1].lower(), value)
    return fields, at


def _value(text: str, at: int, strings: dict[str, str]) -> tuple[str, int]:
    """Parts joined by `#`: {braced}, "quoted", a number or the name of a string."""
    parts: list[str] = []
    size = 0
    while True:
        at = _skip(text, at)
        part, at = _part(text, at, strings)
        parts.append(part)
        size += len(part)
        if size > LONGEST:
            raise ValueError("too long")
        at = _skip(text, at)
        if text[at : at + 1] != "#":
            return "".join(parts), at
        at += 1


def _part(text: str, at: int, strings: dict[str, str]) -> tuple[str, int]:
    mark = text[at : at + 1]
    if mark in ("{", '"') and mark:
        end = _end(text, at + 1, mark)
        return text[at + 1 : end], end + 1
    word = _WORD.match(text, at)
    if not word:
        raise ValueError("no value")
    return strings.get(word[0].lower(), word[0]), word.end()


def _end(text: str, at: int, mark: str) -> int:
    """Where a braced or quoted value ends."""
    depth = 0
    while found := _BRACE.search(text, at, at + LONGEST):
        at = found.end()
        if found[0] == "\\":
            at += 1
        elif found[0] == "{":
            depth += 1
        elif found[0] == "}" and depth == 0 and mark == "{":
            return found.start()
        elif found[0] == "}":
            depth -= 1
        elif mark == '"' and depth == 0:
            return found.start()
        if not 0 <= depth <= DEEPEST:
            break
    raise ValueError("no end")


def _skip(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at
