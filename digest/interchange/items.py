"""A CSL item of any program → our record; what a record has no place for is kept beside it, or told."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from typing import Any, cast, get_args

from digest.dates import parse_date
from digest.model import Article, ArticleType, Date, Evidence, Name, Source
from digest.names import parse_name
from digest.records import clean
from digest.variables import ALL, DATES, NAMES

TYPES: frozenset[str] = frozenset(get_args(ArticleType))
MOST_CHARACTERS = 1_000_000
"""Of one value; the longest abstract has ten thousand."""

_OURS = {
    "title": "title",
    "container-title": "container_title",
    "section": "section",
    "genre": "genre",
    "publisher": "publisher",
    "URL": "url",
    "language": "language",
    "abstract": "abstract",
    "author": "author",
    "contributor": "contributor",
    "issued": "issued",
    "accessed": "accessed",
}
"""CSL variable → the field of `Article` that is it."""
_KEY = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_:.-]{0,78}[A-Za-z0-9_])?")
_PARTS = {entry.name.replace("_", "-"): entry.name for entry in fields(Name)}
# The markup that reference managers put into titles: https://www.zotero.org/support/kb/rich_text_bibliography
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|sc|span|em|strong|p|div|jats:\w{1,12})(?:\s[^<>]{0,200})?/?>|<br\s?/?>", re.I)
_OLD_TYPES = {"article": "article", "post-blog": "post-weblog", "webpage": "webpage"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A record of another program: its own bytes, which can be read again alone, and what of it was lost."""

    source: Source
    article: Article
    lost: tuple[str, ...] = ()


RecordReader = Callable[[Source], tuple[Record, ...]]


def article_of(item: Mapping[str, object], origins: Mapping[str, str], form: str) -> tuple[Article, tuple[str, ...]]:
    """The record of a CSL item, and what of it no record holds; `origins` says where `form` has each variable."""
    values: dict[str, Any] = {}
    other: dict[str, str] = {}
    lost: list[str] = []
    for variable, raw in item.items():
        if variable in ("id", "type", "citation-key", "custom") or raw in (None, "", [], {}):
            continue
        value = _value(variable, raw)
        if variable not in ALL or value is None:
            lost.append(f"{origins.get(variable, variable)}: {_short(raw)}")
        elif variable in _OURS:
            values[_OURS[variable]] = value
        else:
            other[variable] = json.dumps(_plain(variable, value), ensure_ascii=False)
    kind = str(item.get("type") or "")
    kind = _OLD_TYPES.get(kind, kind)
    if kind not in TYPES:
        lost += [f"type: {kind}"] if kind else []
        kind = "document"
    _restore(values, item.get("custom"))
    proofs = tuple(
        Evidence(field=field, quote=_short(item[variable]), rule=f"{form} {origins.get(variable, variable)}")
        for variable, field in _OURS.items()
        if field in values
    )
    article = Article(
        id=_key(item), type=cast("ArticleType", kind), other=tuple(sorted(other.items())), evidence=proofs, **values
    )
    return article, tuple(lost)


def _restore(values: dict[str, Any], custom: object) -> None:
    """What our own writer puts under `custom`: a title in brackets that is a description of ours, a dateline."""
    if not isinstance(custom, Mapping):
        return
    if custom.get("title-supplied") is True and "title" in values:
        values["title_supplied"] = values.pop("title").strip("[]")
    if isinstance(custom.get("dateline"), str):
        values["dateline"] = clean(str(custom["dateline"]))[:200]


def _key(item: Mapping[str, object]) -> str:
    for name in ("citation-key", "id"):
        text = str(item.get(name) or "")
        if _KEY.fullmatch(text):
            return text
    return ""


def _value(variable: str, raw: object) -> object | None:
    if variable in NAMES:
        return _names(raw)
    if variable in DATES:
        return read_date(raw)
    return text_of(raw)


def _plain(variable: str, value: object) -> object:
    """A value as CSL-JSON has it."""
    if variable in NAMES:
        return [{part: getattr(name, ours) for part, ours in _PARTS.items() if getattr(name, ours)} for name in value]  # type: ignore[attr-defined] # names
    return str(value)


def text_of(raw: object) -> str | None:
    """A value's words without markup, entities, line breaks and what no format can hold; None where there are none.

    >>> text_of("Tea in <i>Qing</i>  China &amp; beyond")
    'Tea in Qing China & beyond'
    """
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return None
    text = str(raw)[:MOST_CHARACTERS]
    plain = html.unescape(_MARKUP.sub(" " if "<br" in text else "", text)) if "&" in text or "<" in text else text
    return " ".join(clean(plain).split()) or None


def _names(raw: object) -> tuple[Name, ...] | None:
    if not isinstance(raw, Sequence) or isinstance(raw, str):
        raw = [raw]
    names = tuple(name for name in map(_name, raw[:1_000]) if name)
    return names or None


def _name(raw: object) -> Name | None:
    if isinstance(raw, Name):
        return raw
    if isinstance(raw, str):
        text = text_of(raw)
        return parse_name(text) if text else None
    if not isinstance(raw, Mapping):
        return None
    parts = {ours: text for theirs, ours in _PARTS.items() if (text := text_of(raw.get(theirs)))}
    if "literal" in parts or not parts.get("family"):
        whole = parts.get("literal") or parts.get("given") or text_of(raw.get("name"))
        return Name(literal=whole) if whole else None
    return Name(**parts)


_EDTF = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?(?:/(?:\d{4}(?:-\d\d(?:-\d\d)?)?[~?%]?|\.\.))?|\.\./\d{4}[\d-]*")
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d?:\d\d.{0,24}")
_SLASHED = re.compile(r"(\d{4})(?:/(\d{1,2})?)?(?:/(\d{1,2})?)?(?:/.{0,200})?")


def read_date(raw: object) -> Date | None:
    """A date in parts, in EDTF, or in words as any program writes it; None where it is none."""
    if isinstance(raw, Date):
        return raw
    if isinstance(raw, Mapping):
        return _from_parts(raw) or next(
            (found for name in ("edtf", "raw", "literal") if (found := read_date(raw.get(name)))), None
        )
    text = text_of(raw) or ""
    if stamp := _STAMP.fullmatch(text):
        text = stamp[1]
    elif slashed := _SLASHED.fullmatch(text):
        text = "-".join([slashed[1], *(part.zfill(2) for part in slashed.groups()[1:] if part)])
    try:
        return Date(edtf=text) if _EDTF.fullmatch(text) else parse_date(text)
    except ValueError:
        return None


def _from_parts(raw: Mapping[Any, Any]) -> Date | None:
    ends = raw.get("date-parts")
    if not isinstance(ends, Sequence) or isinstance(ends, str) or not 1 <= len(ends) <= 2:
        return None
    mark = "~" if raw.get("circa") else ""
    try:
        texts = ["-".join(f"{int(part):0{2 if at else 4}d}" for at, part in enumerate(end[:3])) + mark for end in ends]
        return Date(edtf="/".join(texts))
    except (TypeError, ValueError, OverflowError):
        return None


def _short(raw: object) -> str:
    """`raw` as evidence quotes it."""
    if isinstance(raw, Sequence) and not isinstance(raw, str):
        return "; ".join(map(_short, raw[:20]))[:300]
    if isinstance(raw, Mapping):
        return (" ".join(str(value) for value in raw.values() if isinstance(value, str)) or json.dumps(raw))[:300]
    return clean(str(raw))[:300]
