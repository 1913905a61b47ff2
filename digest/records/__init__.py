"""An article as a JSON object and back: CSL's names for its fields, and the text beside them."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping
from dataclasses import fields
from typing import Any, cast, get_args

from digest.errors import ReadError
from digest.model import (
    KINDS,
    Article,
    ArticleType,
    Block,
    Confidence,
    Entity,
    EntityKind,
    Event,
    Evidence,
    Heading,
    Name,
    Quote,
    QuoteKind,
    Tag,
)
from digest.records.checks import (
    Shape,
    bounds,
    clean,
    count,
    date,
    each,
    items,
    noun,
    number,
    one_of,
    pair,
    refuse,
    text,
    truth,
)

__all__ = ["CSL_NAMES", "as_json", "clean", "from_json", "name_as_json"]

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

# What can stand after @ in a draft without braces, in every reader; anything else gets a key of ours.
_KEY = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_:.-]{0,78}[A-Za-z0-9_])?")


def as_json(article: Article) -> dict[str, object]:
    """`article` as an object for scripts and for the library: nothing is lost, `from_json` gives it back.

    Unknown CSL fields are left out, as CSL has it; `paragraphs` are plain texts, `blocks` what else is known of each.

    >>> from digest.model import Date
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
        "entities": [_object(entity) for entity in article.entities],
        "events": [_object(event) | {"when": str(event.when)} for event in article.events],
        "analysis": article.analysis,
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


def _theirs(name: str) -> str:
    return CSL_NAMES.get(name, name)


def _ours(name: str) -> str:
    return _OUR_NAMES.get(name, name)


def _object(noun: Entity | Event | Evidence | Heading | Quote | Tag, without: Container[str] = ()) -> dict[str, object]:
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


def _key(value: object, where: str) -> str:
    key = str(value) if isinstance(value, int) else text(value, where)
    return key if _KEY.fullmatch(key) else ""


def _name(value: object, where: str) -> Name:
    name = _NAME(value, where)
    if not (name.literal or name.family or name.given):
        raise refuse("a name is wanted", where)
    return name


def _field(value: object, where: str) -> str:
    return _ours(text(value, where))


def _paragraphs(record: Mapping[str, object]) -> tuple[Block, ...]:
    texts = [
        text(entry, f"paragraphs[{place}]")
        for place, entry in enumerate(items(record.get("paragraphs") or (), "paragraphs"))
    ]
    if not record.get("blocks"):
        return tuple(Block(text=told, line=0) for told in texts)
    known = items(record["blocks"], "blocks")
    if len(known) != len(texts):
        raise refuse("as many as paragraphs are wanted", "blocks")
    return tuple(
        _BLOCK({**entry, "text": told} if isinstance(entry, Mapping) else entry, f"blocks[{place}]")
        for place, (told, entry) in enumerate(zip(texts, known, strict=True))
    )


def _keyword(record: Mapping[str, object]) -> tuple[Tag, ...]:
    if record.get("tags"):
        return tuple(_TAG(entry, f"tags[{place}]") for place, entry in enumerate(items(record["tags"], "tags")))
    names = items(record.get("themes") or (), "themes")
    return tuple(Tag(theme=text(name, "themes"), score=0.0) for name in names)


_NAME = noun(Name, dict.fromkeys((entry.name for entry in fields(Name)), text))
_BLOCK = noun(
    Block,
    {"text": text, "line": count, "kind": one_of(KINDS), "level": count, "links": each(pair), "rule": text},
)
_TAG = noun(
    Tag,
    {
        "theme": text,
        "score": number,
        "paragraphs": each(count),
        "words": each(text),
        "by_person": truth,
        "by_learner": truth,
    },
)
_HEADING_PARTS = noun(Heading, {"text": text, "level": count, "line": count, "first": count, "last": count})


def _heading(value: object, where: str) -> Heading:
    return _HEADING_PARTS({**value, "text": value.get("heading")} if isinstance(value, Mapping) else value, where)


_SURE = one_of(get_args(Confidence))
_QUOTE = noun(
    Quote,
    {
        **dict.fromkeys(("text", "speaker", "role", "cue"), text),
        **dict.fromkeys(("paragraph", "start", "end"), count),
        "kind": one_of(get_args(QuoteKind)),
        "confidence": _SURE,
        "goes_on": truth,
    },
)
_ENTITY = noun(
    Entity,
    {
        "name": text,
        "kind": one_of(get_args(EntityKind)),
        "forms": each(text),
        "paragraphs": each(count),
        "role": text,
    },
)
_EVENT = noun(
    Event,
    {
        **dict.fromkeys(("words", "sentence"), text),
        "when": date,
        "paragraph": count,
        "ahead": truth,
        "confidence": _SURE,
    },
)
_EVIDENCE = noun(
    Evidence,
    {"field": _field, "quote": text, "rule": text, "line": count, "confidence": _SURE},
)
_ARTICLE: Shape = {
    "id": _key,
    "type": one_of(_TYPES),
    **dict.fromkeys(_TEXT_FIELDS, text),
    **dict.fromkeys(_NAME_FIELDS, each(_name)),
    **dict.fromkeys(_DATE_FIELDS, date),
    "other": each(pair),
    "source": text,
    "lines": bounds,
    "sections": each(_heading),
    "quotes": each(_QUOTE),
    "entities": each(_ENTITY),
    "events": each(_EVENT),
    "analysis": text,
    "evidence": each(_EVIDENCE),
    "fixed": each(_field),
}
