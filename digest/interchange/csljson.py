"""CSL-JSON as reference managers take it: valid against its schema, what is ours under `custom`."""

from __future__ import annotations

import json
from collections.abc import Sequence

from digest.csl import date_parts, is_about, is_supplied, marks, printed_title, web_address
from digest.model import Article, Date
from digest.records import name_as_json

_TEXTS = ("container_title", "section", "genre", "publisher", "language", "abstract")


def write_csljson(articles: Sequence[Article]) -> str:
    """A list of CSL items: the record as it is, letter for letter, without its text."""
    return _json([_item(article) for article in articles])


def _json(items: list[dict[str, object]]) -> str:
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(article: Article) -> dict[str, object]:
    """A CSL item; schema: https://github.com/citation-style-language/schema, csl-data.json 1.0.2."""
    item: dict[str, object] = {"id": article.id, "citation-key": article.id, "type": article.type}
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
    if article.themes:
        item["keyword"] = ", ".join(article.themes)
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
