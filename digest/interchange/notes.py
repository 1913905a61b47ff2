"""The lines of a note that hold what a format has no field for: `original-title: …`, as in Zotero's Extra."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from urllib.parse import unquote

from digest.interchange.people import parts, person
from digest.interchange.values import LINED, OWN, Value, neat, person_of, text_of, variables
from digest.model import Article, Date, Name
from digest.records import name_as_json
from digest.variables import ALL, DATES, NAMES

_OUR_OWN = ("dateline", "modified", *OWN)


def lines_of(article: Article, back: Article) -> list[str]:
    """The lines that tell what of `article` is not in `back`, which is what a format gave back of it."""
    told = lacking(article, back)
    return [f"{name}: {line}".rstrip() for name, text in told.items() for line in text.split("\n")]


def lacking(article: Article, back: Article) -> dict[str, str]:
    """The variables that `back` has otherwise than `article`, as lines tell them; "" of one it should not have."""
    wanted, given = variables(article), variables(back)
    told = {
        name: _as_line(value)
        for name, value in wanted.items()
        if name not in _UNTOLD and not _same(value, given.get(name))
    }
    return told | {
        name: "" for name, value in given.items() if name not in (*wanted, *_UNTOLD) and isinstance(value, str)
    }


_UNTOLD = ("note", "annote")  # no line may stand for them: a note is where lines stand


def _same(one: Value, other: Value | None) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return one.split() == other.split()  # line breaks apart: no line could hold them
    return one == other


def _as_line(value: Value) -> str:
    if isinstance(value, tuple):
        plain = "\n".join(f"{surname} || {given}" for surname, given in map(parts, value))
        return plain if _people(plain) == value else json.dumps(list(map(name_as_json, value)), ensure_ascii=False)
    return str(value)


_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{1,40}):(?:\s+(.*))?")
_NAMED = {name.casefold().replace("_", "-"): name for name in (*ALL, *_OUR_OWN, "type")} | {"edtf": "issued"}
_REPEATED = NAMES | LINED  # a line for each name, and for each line of a text
_MOST_LINES = 1_000


def noted(item: Mapping[str, object]) -> tuple[Mapping[str, object], dict[str, str]]:
    """`item` without those lines of its notes that tell a variable, and these.

    >>> noted({"note": "Read twice.\\nOriginal Title: Чай"})
    ({'note': 'Read twice.'}, {'original-title': 'Чай'})
    """
    rest, told = dict(item), dict[str, list[str]]()
    for name in ("note", "annote"):
        text = item.get(name)
        if not isinstance(text, str) or ":" not in text:
            continue
        kept = []
        for line in text.split("\n"):
            variable, value = _told(line)
            if variable and (variable not in told or variable in _REPEATED) and len(told) < _MOST_LINES:
                told.setdefault(variable, []).append(value)
            else:
                kept.append(line)
        rest[name] = "\n".join(kept).strip()
    return rest, {variable: "\n".join(lines) for variable, lines in told.items()}


def _told(line: str) -> tuple[str, str]:
    """The variable that a line tells, and its value; "" where it is no such line."""
    match = _LINE.fullmatch(line.strip())
    name = _NAMED.get(match[1].casefold().replace(" ", "-").replace("_", "-"), "") if match else ""
    if not match or not name or name in _UNTOLD:
        return "", ""
    text = (match[2] or "").strip()
    value = line_value(name, text)
    if name == "citation-key":
        return name, text
    if value is None:
        return ("", "") if text else (name, "")
    return name, text


def line_value(name: str, text: str) -> Value | None:
    """The value that a line gives a variable, letter for letter; None where it cannot be one."""
    if name in DATES or name == "modified":
        try:
            return Date(edtf=text)
        except (ValueError, OverflowError):
            return None
    if name in NAMES:
        return _people(text)
    return neat(text, name) or None


def _people(text: str) -> tuple[Name, ...] | None:
    """Names as JSON, or a line each as Zotero's Extra has them: `Family || Given`."""
    if "||" in text and not text.startswith("["):
        pairs = (line.partition("||") for line in text.split("\n")[:_MOST_LINES])
        return (
            tuple(person(neat(surname, ""), neat(given, "")) for surname, _, given in pairs if surname.strip()) or None
        )
    try:
        read = json.loads(text) if text.startswith("[{") else None
    except (ValueError, RecursionError):
        return None
    if not isinstance(read, list):
        return None
    return tuple(name for one in read[:_MOST_LINES] if isinstance(one, dict) and (name := person_of(one))) or None


def fits(name: str, line: Value, field: Value) -> bool:
    """Whether a line says what a field says, only more exactly: it may not say another thing."""
    if isinstance(line, Date) and isinstance(field, Date):
        return line.overlaps(field)
    if isinstance(line, tuple) and isinstance(field, tuple):
        return not Counter("".join(map(_letters, map(str, field)))) - Counter("".join(map(_letters, map(str, line))))
    if not (isinstance(line, str) and isinstance(field, str)):
        return False
    if name == "language":
        return same_letters(line.partition("-")[0], field.partition("-")[0])
    if name in ("DOI", "URL"):  # whose braces a .bib file has as %7B
        return same_letters(unquote(text_of(line) or line), unquote(field))
    return same_letters(text_of(line) or line, field)


def same_letters(one: str, other: str) -> bool:
    """Whether two texts are the same but for marks, blanks and case."""
    return _letters(one) == _letters(other)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", text).casefold()))
