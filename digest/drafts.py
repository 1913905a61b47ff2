"""The draft: a header of known keys and a body of Markdown, as written to be edited.

The header is read by us and never reaches pandoc: a line of it can set a title, not a filter, a bibliography or a file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from digest.errors import TemplateError
from digest.model import Date

if TYPE_CHECKING:
    from yaml import ScalarEvent

_DELIMITER = "---"
_LONGEST_HEADER = 20_000
_FINGERPRINT = re.compile(r"^fingerprint:[^\n]*\n", re.MULTILINE)
_BRIEF_NAMED = re.compile(r"---\r?\n(?:(?!---)[^\n]*\n){0,60}?brief:")
_FENCED = re.compile(r"^:::+ ?\{?\.?(?:in-brief|extract)\b", re.MULTILINE)
_PLAIN = re.compile(r"\w[\w ,.’–—/()&-]*(?<! )")
_NULLS = ("", "~", "null", "Null", "NULL")
_SLUG = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A brief as a person edits it: what its header says, and its Markdown.

    `body_line` is the line of the file on which the body begins, 1-based.
    """

    brief: str
    title: str
    subtitle: str | None = None
    series: str | None = None
    number: str | None = None
    period: Date
    date: Date
    language: str = "en"
    style: str = "chicago-author-date"
    paper: str = "a4"
    toc: bool = True
    fingerprint: str | None = None
    body: str = ""
    body_line: int = 1
    listing: bool = False  # a list of sources and nothing else: no extracts of which its head would have to tell


def _words(value: str) -> str:
    return " ".join(value.split())


def _slug(value: str) -> str:
    if not _SLUG.fullmatch(value):
        raise ValueError(f"{value!r} cannot be part of a file name")
    return value


def _date(value: str) -> Date:
    return Date(edtf=value)


def _yes(value: str) -> bool:
    if value.lower() not in ("true", "false", "yes", "no"):
        raise ValueError(f"neither true nor false: {value!r}")
    return value.lower() in ("true", "yes")


_READ: dict[str, Callable[[str], object]] = {
    "brief": _slug,
    "title": _words,
    "subtitle": _words,
    "series": _words,
    "number": _words,
    "period": _date,
    "date": _date,
    "language": _words,
    "style": _words,
    "paper": _words,
    "toc": _yes,
    "fingerprint": _words,
}
_REQUIRED = ("brief", "title", "period", "date")


def is_draft(text: str) -> bool:
    """Whether `text` is meant as a draft of a brief, and not as a person's own Markdown: by its header or its fences.

    >>> is_draft("---\\nbrief: x\\n---\\n"), is_draft("---\\ntitle: A Report\\n---\\n")
    (True, False)
    """
    return bool(_BRIEF_NAMED.match(text.removeprefix("\ufeff")[:_LONGEST_HEADER]) or _FENCED.search(text))


def parse_draft(text: str, where: str) -> Draft:
    """The draft that `text` holds; `where` names its file in errors.

    >>> draft = parse_draft("---\\nbrief: x\\ntitle: X\\nperiod: 2022-09\\ndate: 2022-09-30\\n---\\nHello.\\n", "x.md")
    >>> draft.title, draft.body, draft.body_line
    ('X', 'Hello.\\n', 7)
    """
    header, body = _cut(text.removeprefix("\ufeff").replace("\r\n", "\n"), where)
    values: dict[str, object] = {}
    for line, key, value in _pairs(header, where):
        if key in values:
            raise TemplateError(f"{key} is set twice", where=f"{where}:{line}")
        values[key] = _value(key, value, f"{where}:{line}")
    absent = [key for key in _REQUIRED if values.get(key) is None]
    if absent:
        raise TemplateError(f"the header has no {absent[0]}", where=where, hint="every draft names " + _listed())
    known = {key: value for key, value in values.items() if value is not None}
    return Draft(**known, body=body, body_line=header.count("\n") + 3)  # type: ignore[arg-type] # _READ has the types


def _listed() -> str:
    return ", ".join(_REQUIRED[:-1]) + " and " + _REQUIRED[-1]


def _cut(text: str, where: str) -> tuple[str, str]:
    if not text.startswith(_DELIMITER + "\n"):
        raise TemplateError(
            "a draft begins with a header between two lines of ---",
            where=f"{where}:1",
            hint="`digest brief NAME --draft` writes one",
        )
    end = text.find(f"\n{_DELIMITER}\n", len(_DELIMITER), _LONGEST_HEADER)
    if end < 0:
        raise TemplateError("the header has no end", where=f"{where}:1", hint="close it with a line of ---")
    return text[len(_DELIMITER) + 1 : end + 1], text[end + len(_DELIMITER) + 2 :]


def _pairs(header: str, where: str) -> Iterator[tuple[int, str, str | None]]:
    """Each key and value with its line."""
    import yaml

    key: tuple[int, str] | None = None
    try:
        for line, event in _scalars(header, where):
            if key is None:
                key = (line, event.value)
            else:
                yield (*key, None if event.style is None and event.value in _NULLS else event.value)
                key = None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 2 if mark else 1
        hint = "put the value in quotation marks"
        raise TemplateError(error.problem or "not YAML", where=f"{where}:{line}", hint=hint) from error
    except yaml.YAMLError as error:  # a control character, which has no mark
        raise TemplateError("a character that cannot stand in a header", where=where) from error


def _scalars(header: str, where: str) -> Iterator[tuple[int, ScalarEvent]]:
    """The scalars of the one mapping: read as events, so that no nesting, alias or tag is ever built."""
    import yaml

    opened = False
    for event in yaml.parse(header, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 2 if event.start_mark else 1
        nested = isinstance(event, yaml.SequenceStartEvent | yaml.AliasEvent)
        mapping = isinstance(event, yaml.MappingStartEvent)
        scalar = isinstance(event, yaml.ScalarEvent)
        if nested or (mapping and opened) or (scalar and not opened):
            raise TemplateError("only `key: value` lines stand in a header", where=f"{where}:{line}")
        opened = opened or mapping
        if isinstance(event, yaml.ScalarEvent):
            yield line, event


def _value(key: str, value: str | None, where: str) -> object:
    if key not in _READ:
        near = get_close_matches(key, _READ, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "known keys: " + ", ".join(_READ)
        raise TemplateError(f"unknown key {key!r}", where=where, hint=hint)
    if value is None:
        return None
    try:
        return _READ[key](value)
    except ValueError as error:
        hint = "for example 2022-09-18 or 2022-09-12/2022-09-18" if _READ[key] is _date else ""
        raise TemplateError(f"{key}: {error}", where=where, hint=hint) from error


def write_draft(draft: Draft) -> str:
    """The text of `draft`: its header, sealed with a fingerprint, and its body."""
    lines = [f"{key}: {_scalar(value)}" for key, value in _header(replace(draft, fingerprint=None)).items()]
    text = "\n".join([_DELIMITER, *lines, _DELIMITER]) + "\n\n" + draft.body.strip("\n") + "\n"
    seal = f"fingerprint: {fingerprint(text)}"
    return text.replace(f"\n{_DELIMITER}\n", f"\n{seal}\n{_DELIMITER}\n", 1)


def _header(draft: Draft) -> Mapping[str, str]:
    values = {item.name: getattr(draft, item.name) for item in fields(draft) if item.name in _READ}
    if draft.toc:
        del values["toc"]  # a table of contents goes without saying
    return {
        key: str(value).lower() if value is False else str(value) for key, value in values.items() if value is not None
    }


def _scalar(value: str) -> str:
    if _PLAIN.fullmatch(value) and value not in _NULLS:
        return value
    import yaml

    dumped: str = yaml.safe_dump(value, default_style='"', allow_unicode=True, width=float("inf"))
    return dumped.strip()


def fingerprint(text: str) -> str:
    """A seal over everything in `text` but the seal itself."""
    body = _FINGERPRINT.sub("", text.removeprefix("\ufeff").replace("\r\n", "\n"), count=1)
    return hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def is_changed(text: str) -> bool:
    """Whether a person changed the draft `text` since it was written: then nothing may overwrite it."""
    seal = _FINGERPRINT.search(text.replace("\r\n", "\n"))
    return seal is None or seal.group().partition(":")[2].strip() != fingerprint(text)
