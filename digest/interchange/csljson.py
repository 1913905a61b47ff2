"""CSL-JSON as reference managers take it: valid against its schema, what is ours under `custom`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from digest.csl import date_parts, is_about, is_supplied, marks
from digest.errors import ReadError
from digest.interchange.items import Record, article_of
from digest.interchange.notes import lacking
from digest.interchange.records import read_records
from digest.interchange.values import ALIASES, OWN, Value, keywords, variables
from digest.model import Article, Date, Source
from digest.records import name_as_json


def write_csljson(articles: Sequence[Article]) -> str:
    """A list of CSL items: the record as it is, letter for letter, without its text."""
    return _json([_exact(article) for article in articles])


def read_csljson(source: Source) -> tuple[Record, ...]:
    """The records of a list of CSL items, or of one item, as Zotero, pandoc and others write them."""
    records = []
    for number, item in enumerate(read_records([source.data], source.name), start=1):
        if "digest" in item:  # what `digest export` writes, with the texts, pages and history of each
            raise ReadError("an export of a library", where=source.name, hint="`digest import` takes it back in whole")
        records.append(record_of(item, f"{source.name}#{number}"))
    return tuple(records)


def record_of(item: Mapping[str, object], name: str) -> Record:
    """The record of one CSL item."""
    article, lost = article_of(item, {}, "CSL-JSON")
    data = json.dumps([item], ensure_ascii=False, sort_keys=True).encode("utf-8", "surrogatepass")
    return Record(source=Source(name=name, data=data), article=article, lost=lost)


def _json(items: list[dict[str, Any]]) -> str:
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _exact(article: Article) -> dict[str, Any]:
    """A CSL item that gives the record back, with words for what looks like markup or has no parts."""
    item = _item(article)
    if exact := lacking(article, article_of(item, {}, "")[0]):
        item["custom"] = item.get("custom", {}) | {"exact": exact}
    return item


def _item(article: Article) -> dict[str, Any]:
    """A CSL item; schema: https://github.com/citation-style-language/schema, csl-data.json 1.0.2."""
    item: dict[str, Any] = {"id": article.id, "citation-key": article.id}
    item |= {name: _plain(value) for name, value in variables(article).items() if name not in _OURS}
    if is_about(article) and article.issued and ".." not in article.issued.edtf:
        item["issued"] = _plain(article.issued) | {"circa": True}
    if custom := _custom(article):
        item["custom"] = custom
    return item


_OURS = ("dateline", "modified", *OWN)


def _plain(value: Value) -> Any:
    """A value as the schema has it: a date in parts; CSL has no open ones, which stand in EDTF."""
    if isinstance(value, Date):
        parts = date_parts(value)
        return {"literal": value.edtf} if parts is None else parts | ({"circa": True} if value.approximate else {})
    return [name_as_json(name) for name in value] if isinstance(value, tuple) else value


def _custom(article: Article) -> dict[str, object]:
    """What is ours: no variable of CSL holds it."""
    values = variables(article)
    told = {
        "title-supplied": is_supplied(article),
        "marks": list(marks(article)),
        "dateline": values.get("dateline"),
        "modified": str(values.get("modified", "")),
        "themes": list(keywords(replace(article, other=()))),
        "aliases": [key for key in str(values.get(ALIASES, "")).split(", ") if key],
    }
    return {name: value for name, value in told.items() if value}
