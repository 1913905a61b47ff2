"""An article as a JSON object and back: CSL's names for its fields, and the text beside them."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import MISSING, fields
from typing import Any, TypeVar, cast, get_args

from digest.errors import ReadError
from digest.model import KINDS, Article, ArticleType, Block, Confidence, Date, Evidence, Heading, Name, Quote, Tag

Check = Callable[[object, str], object]
Shape = Mapping[str, Check]
Noun = TypeVar("Noun", Block, Evidence, Heading, Name, Quote, Tag)

CSL_NAMES = {"container_title": "container-title", "title_supplied": "title-supplied", "url": "URL"}
"""Where a field's name in JSON is not its name in Python."""
_OUR_NAMES = {theirs: ours for ours, theirs in CSL_NAMES.items()}
# Ten quoted words would hide the list.
_TEXT_FIELDS = tuple(
    "title title_supplied container_title section genre publisher dateline url language abstract".split()  # noqa: SIM905
)
_NAME_FIELDS = ("author", "contributor")
_DATE_FIELDS = ("issued", "modified", "accessed")
_TYPES: tuple[str, ...] = get_args(ArticleType)

# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets) breaks DOCX and EPUB; lone surrogates break UTF-8.
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What can stand after @ in a draft without braces, in every reader; anything else gets a key of ours.
_KEY = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_:.-]{0,78}[A-Za-z0-9_])?")


def as_json(article: Article) -> dict[str, object]:
    """`article` as an object for scripts and for the library: nothing is lost, `from_json` gives it back.

    Unknown CSL fields are left out, as CSL has it; `paragraphs` are plain texts, `blocks` what else is known of each.

    >>> record = as_json(Article(title="Tea Prices Climb", issued=Date(edtf="2022-09"), lines=(3, 9)))
    >>> record["title"], record["issued"], record["lines"], record["missing"]
    ('Tea Prices Climb', '2022-09', [3, 9], ['author', 'container-title', 'URL'])
    """
    record: dict[str, object] = {"id": article.id, "type": article.type}
    record |= {_theirs(name): getattr(article, name) for name in _TEXT_FIELDS if getattr(article, name) is not None}
    record |= {name: [name_as_json(who) for who in getattr(article, name)] for name in _NAME_FIELDS}
    record |= {name: str(getattr(article, name)) for name in _DATE_FIELDS if getattr(article, name)}
    record["other"] = [list(pair) for pair in article.other]
    return {name: value for name, value in record.items() if value != []} | {
        "themes": list(article.themes),
        "tags": [_object(tag) for tag in article.keyword],
        "source": article.source,
        "lines": list(article.lines),
        "paragraphs": [block.text for block in article.paragraphs],
        "blocks": [_block(block) for block in article.paragraphs],
        "sections": [{"heading": heading.text} | _object(heading, {"text"}) for heading in article.sections],
        "quotes": [_object(quote) for quote in article.quotes],
        "evidence": [_object(entry) | {"field": _theirs(entry.field)} for entry in article.evidence],
        "fixed": [_theirs(name) for name in article.fixed],
        "missing": [_theirs(name) for name in article.missing],
    }


def from_json(record: Mapping[str, object]) -> Article:
    """The article a JSON object describes; ReadError names the field that cannot be one.

    An `id` that could not stand in a draft is left out, for the library to mint one. Fields we do not know are ignored.

    >>> from_json({"id": "ng2022tea", "author": [{"family": "Ng"}], "issued": {"date-parts": [[2022, 9, 14]]}}).issued
    Date(edtf='2022-09-14')
    """
    if not isinstance(record, Mapping):
        raise ReadError("not a record: a JSON object is wanted")
    values = {
        name: check(record[_theirs(name)], _theirs(name))
        for name, check in _ARTICLE.items()
        if record.get(_theirs(name)) is not None
    }
    values["paragraphs"] = _paragraphs(record)
    if "tags" in record or "themes" in record:
        values["keyword"] = _keyword(record)
    return Article(**cast("dict[str, Any]", values))


def name_as_json(name: Name) -> dict[str, str]:
    """A person or body as CSL-JSON has it."""
    return {
        entry.name.replace("_", "-"): getattr(name, entry.name) for entry in fields(name) if getattr(name, entry.name)
    }


def clean(text: str) -> str:
    """`text` with U+FFFD for every character that no output format can hold."""
    return _UNPRINTABLE.sub("\ufffd", text)


def _theirs(name: str) -> str:
    return CSL_NAMES.get(name, name)


def _ours(name: str) -> str:
    return _OUR_NAMES.get(name, name)


def _object(noun: Evidence | Heading | Quote | Tag, without: Container[str] = ()) -> dict[str, object]:
    names = [entry.name for entry in fields(noun) if entry.name not in without]
    values = {name.replace("_", "-"): getattr(noun, name) for name in names}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _block(block: Block) -> dict[str, object]:
    """What else than its text is known of a paragraph, defaults left out."""
    record: dict[str, object] = {"line": block.line, "kind": block.kind}
    if block.level is not None:
        record["level"] = block.level
    if block.links:
        record["links"] = [list(link) for link in block.links]
    if block.rule:
        record["rule"] = block.rule
    return record


def _refuse(what: str, where: str) -> ReadError:
    return ReadError(f"{where}: {what}", hint="the record is left out; mend it and import it again")


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise _refuse("text is wanted", where)
    return clean(value)


def _count(value: object, where: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**31:
        raise _refuse("a whole number is wanted", where)
    return value


def _number(value: object, where: str) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise _refuse("a number is wanted", where)
    return float(value)


def _truth(value: object, where: str) -> bool:
    if not isinstance(value, bool):
        raise _refuse("true or false is wanted", where)
    return value


def _list(value: object, where: str) -> Sequence[object]:
    if not isinstance(value, list | tuple):
        raise _refuse("a list is wanted", where)
    return value


def _each(check: Check) -> Check:
    def checked(value: object, where: str) -> tuple[object, ...]:
        return tuple(check(entry, f"{where}[{place}]") for place, entry in enumerate(_list(value, where)))

    return checked


def _one_of(words: Sequence[str]) -> Check:
    def checked(value: object, where: str) -> str:
        if value not in words:
            raise _refuse("one of these is wanted: " + ", ".join(words), where)
        return str(value)

    return checked


def _noun(kind: type[Noun], shape: Shape) -> Callable[[object, str], Noun]:
    required = [entry.name for entry in fields(kind) if entry.default is MISSING and entry.default_factory is MISSING]

    def checked(value: object, where: str) -> Noun:
        if not isinstance(value, Mapping):
            raise _refuse("an object is wanted", where)
        spelled = {name: name.replace("_", "-") for name in shape}
        given = {name: value[theirs] for name, theirs in spelled.items() if value.get(theirs) is not None}
        for name in required:
            if name not in given:
                raise _refuse(f"{name} is missing", where)
        values = {name: shape[name](entry, f"{where}.{spelled[name]}") for name, entry in given.items()}
        return kind(**cast("dict[str, Any]", values))

    return checked


def _key(value: object, where: str) -> str:
    text = str(value) if isinstance(value, int) else _text(value, where)
    return text if _KEY.fullmatch(text) else ""


def _name(value: object, where: str) -> Name:
    name = _NAME(value, where)
    if not (name.literal or name.family or name.given):
        raise _refuse("a name is wanted", where)
    return name


def _pair(value: object, where: str) -> tuple[str, str]:
    """Words and an address, or a variable and its value."""
    parts = _list(value, where)
    if len(parts) != 2:
        raise _refuse("two texts are wanted", where)
    return _text(parts[0], where), _text(parts[1], where)


def _lines(value: object, where: str) -> tuple[int, int]:
    numbers = _list(value, where)
    if len(numbers) != 2:
        raise _refuse("the first and the last line are wanted", where)
    return _count(numbers[0], where), _count(numbers[1], where)


def _field(value: object, where: str) -> str:
    return _ours(_text(value, where))


def _date(value: object, where: str) -> Date:
    """A date from EDTF, or from CSL's own parts as other programs write them."""
    text = _from_parts(value, where) if isinstance(value, Mapping) else _text(value, where)
    try:
        return Date(edtf=text)
    except (ValueError, OverflowError) as error:
        raise _refuse(f"{text[:40]!r} is no EDTF date", where) from error


def _from_parts(value: Mapping[object, object], where: str) -> str:
    ends = [_list(end, where) for end in _list(value.get("date-parts"), where)]
    if not 1 <= len(ends) <= 2 or not all(1 <= len(end) <= 3 for end in ends):
        raise _refuse("one or two dates of year, month and day are wanted", where)
    mark = "~" if value.get("circa") else ""
    return "/".join(_joined(end, where) + mark for end in ends)


def _joined(parts: Sequence[object], where: str) -> str:
    numbers = [
        int(part) if isinstance(part, str) and len(part) < 10 and part.isdecimal() else _count(part, where)
        for part in parts
    ]
    return "-".join(f"{number:0{4 if place == 0 else 2}d}" for place, number in enumerate(numbers))


def _paragraphs(record: Mapping[str, object]) -> tuple[Block, ...]:
    texts = [
        _text(entry, f"paragraphs[{place}]")
        for place, entry in enumerate(_list(record.get("paragraphs") or (), "paragraphs"))
    ]
    known = _list(record.get("blocks") or [{"line": 0}] * len(texts), "blocks")
    if len(known) != len(texts):
        raise _refuse("as many as paragraphs are wanted", "blocks")
    return tuple(
        _BLOCK({**entry, "text": text} if isinstance(entry, Mapping) else entry, f"blocks[{place}]")
        for place, (text, entry) in enumerate(zip(texts, known, strict=True))
    )


def _keyword(record: Mapping[str, object]) -> tuple[Tag, ...]:
    if record.get("tags"):
        return tuple(_TAG(entry, f"tags[{place}]") for place, entry in enumerate(_list(record["tags"], "tags")))
    names = _list(record.get("themes") or (), "themes")
    return tuple(Tag(theme=_text(name, "themes"), score=0.0) for name in names)


_NAME = _noun(Name, dict.fromkeys((entry.name for entry in fields(Name)), _text))
_BLOCK = _noun(
    Block,
    {"text": _text, "line": _count, "kind": _one_of(KINDS), "level": _count, "links": _each(_pair), "rule": _text},
)
_TAG = _noun(
    Tag, {"theme": _text, "score": _number, "paragraphs": _each(_count), "words": _each(_text), "by_person": _truth}
)
_HEADING_PARTS = _noun(Heading, {"text": _text, "level": _count, "line": _count, "first": _count, "last": _count})


def _heading(value: object, where: str) -> Heading:
    return _HEADING_PARTS({**value, "text": value.get("heading")} if isinstance(value, Mapping) else value, where)


_QUOTE = _noun(Quote, {"text": _text, "paragraph": _count, "speaker": _text, "role": _text, "cue": _text})
_EVIDENCE = _noun(
    Evidence,
    {"field": _field, "quote": _text, "rule": _text, "line": _count, "confidence": _one_of(get_args(Confidence))},
)
_ARTICLE: Shape = {
    "id": _key,
    "type": _one_of(_TYPES),
    **dict.fromkeys(_TEXT_FIELDS, _text),
    **dict.fromkeys(_NAME_FIELDS, _each(_name)),
    **dict.fromkeys(_DATE_FIELDS, _date),
    "other": _each(_pair),
    "source": _text,
    "lines": _lines,
    "sections": _each(_heading),
    "quotes": _each(_QUOTE),
    "evidence": _each(_EVIDENCE),
    "fixed": _each(_field),
}
