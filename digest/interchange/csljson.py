"""CSL-JSON as reference managers take it: valid against its schema, what is ours under `custom`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from digest.csl import date_parts, is_about, is_supplied, marks, printed_title, web_address
from digest.errors import ReadError
from digest.interchange.items import Record, article_of
from digest.interchange.records import read_records
from digest.model import Article, Date, Source
from digest.records import name_as_json

_TEXTS = ("container_title", "section", "genre", "publisher", "language", "abstract")


def write_csljson(articles: Sequence[Article]) -> str:
    """A list of CSL items: the record as it is, letter for letter, without its text."""
    return _json([_item(article) for article in articles])


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


def _item(article: Article) -> dict[str, Any]:
    """A CSL item; schema: https://github.com/citation-style-language/schema, csl-data.json 1.0.2."""
    item: dict[str, Any] = {"id": article.id, "citation-key": article.id, "type": article.type}
    item["title"] = printed_title(article)
    item |= {
        role: [name_as_json(name) for name in names]
        for role, names in (("author", article.author), ("contributor", article.contributor))
        if names
    }
    item |= {name.replace("_", "-"): getattr(article, name) for name in _TEXTS if getattr(article, name)}
    dates = (("issued", article.issued), ("accessed", article.accessed))
    item |= {name: _date(date) for name, date in dates if date}
    if is_about(article) and article.issued and ".." not in article.issued.edtf:
        item["issued"] = _date(article.issued) | {"circa": True}
    if address := web_address(article):
        item["URL"] = address
    item |= {name: json.loads(value) for name, value in article.other if name not in item}
    if article.themes:
        item["keyword"] = ", ".join(dict.fromkeys((*filter(None, [item.get("keyword")]), *article.themes)))
    if custom := _custom(article):
        item["custom"] = custom
    return item


def _date(date: Date) -> dict[str, object]:
    """Parts where the date has both ends; CSL has no open ones, so those stand in EDTF."""
    parts = date_parts(date)
    return {"literal": date.edtf} if parts is None else parts


def _custom(article: Article) -> dict[str, object]:
    custom: dict[str, object] = {}
    if is_supplied(article):
        custom["title-supplied"] = True
    if marks(article):
        custom["marks"] = list(marks(article))
    if article.dateline:
        custom["dateline"] = article.dateline
    return custom
