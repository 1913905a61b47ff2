"""A CSL item of any program → our record; what a record has no place for is kept beside it, or told."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, cast, get_args

from digest.citekeys import is_citable, is_key
from digest.csl import marks
from digest.interchange.itemdates import read_date, season_of
from digest.interchange.notes import fits, line_value, noted, same_letters
from digest.interchange.values import ALIASES, LINED, MOST_CHARACTERS, OWN, SUPPLIED, neat, text_of, with_aliases
from digest.model import Article, ArticleType, Evidence, Name, Source, Tag
from digest.names import parse_name
from digest.records import clean
from digest.variables import ALL, DATES, NAMES

TYPES: frozenset[str] = frozenset(get_args(ArticleType))
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
_PARTS = {entry.name.replace("_", "-"): entry.name for entry in fields(Name)}
_OLD_NAMES = {"journalAbbreviation": "container-title-short", "shortTitle": "title-short"}
"""Variables by the names that earlier citation processors gave them."""
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
    item, told = noted(item)
    found, lost = _read(item, origins)
    custom = item.get("custom")
    used = _sharpen(found, told)
    if unused := [f"{name}: {text}" for name, text in told.items() if name not in used]:
        found["note"] = "\n".join(filter(None, [found.get("note"), *unused]))
    _restore(found, custom)
    kind = str(found.pop("type", "") or "")
    kind = _OLD_TYPES.get(kind, kind)
    if kind not in TYPES:
        lost += [f"type: {kind}"] if kind else []
        kind = "document"
    values: dict[str, Any] = {_OURS[variable]: value for variable, value in found.items() if variable in _OURS}
    other = {
        name: json.dumps(_plain(name, value), ensure_ascii=False) for name, value in found.items() if _is_other(name)
    }
    proofs = tuple(
        Evidence(
            field=field,
            quote=_short(item[variable] if variable in item and variable not in used else _quoted(values[field])),
            rule=f"{form} {origins.get(variable, variable)}",
        )
        for variable, field in _OURS.items()
        if field in values
    )
    article = Article(
        id=_key(item, told),
        type=cast("ArticleType", kind),
        other=tuple(sorted(other.items())),
        evidence=proofs,
        **values,
    )
    keys = [str(item.get(name) or "") for name in ("citation-key", "id")]
    named = with_aliases(article, (key for key in keys if is_citable(key)))
    return _without_marks(_ours(named, custom, found)), tuple(lost)


def _read(item: Mapping[str, object], origins: Mapping[str, str]) -> tuple[dict[str, Any], list[str]]:
    """The values of the variables we know, the type among them, and what of the rest is lost."""
    found: dict[str, Any] = {"type": item.get("type")}
    lost: list[str] = []
    for name, raw in item.items():
        if name in ("id", "type", "citation-key", "custom") or raw in (None, "", [], {}):
            continue
        variable = _OLD_NAMES.get(name, name)
        value = _value(variable, raw)
        if variable not in ALL | OWN or value is None:
            lost.append(f"{origins.get(variable, variable)}: {_short(raw)}")
        else:
            found[variable] = value
    if season := season_of(item.get("issued")):  # no record holds one, but it need not be lost
        found["note"] = "\n".join(filter(None, [found.get("note"), f"EDTF: {season}"]))
    return found, lost


def _sharpen(found: dict[str, Any], told: Mapping[str, str]) -> list[str]:
    """Put in what lines of the note say, where they fill a gap or say the same more exactly; which did."""
    used = ["citation-key"]
    values = {name: value for name, text in told.items() if (value := line_value(name, text)) is not None}
    everything = found | values
    for name, value in values.items():
        if name == "type" or name not in found or fits(name, value, found[name]) or _moved(name, found, everything):
            found[name] = value
            used.append(name)
    emptied = [name for name, text in told.items() if not text and _moved(name, found, found)]
    for name in emptied:
        del found[name]
    return used + emptied


def _moved(name: str, found: Mapping[str, Any], everything: Mapping[str, Any]) -> bool:
    """Whether a field had to hold the words of another variable, which is told now."""
    text = found.get(name)
    if not isinstance(text, str) or len(text) > _LONG:
        return False
    others = (value for other, value in everything.items() if other != name and isinstance(value, str))
    short = (value for value in others if len(value) <= 2 * _LONG)
    return any(same_letters(text, value) or same_letters(text, text_of(value) or "") for value in short)


_LONG = 2_000
"""Characters of a text that is looked for in other fields: a title, an outlet, no abstract."""


def _is_other(name: str) -> bool:
    return name not in _OURS and name in ALL | OWN


def _restore(found: dict[str, Any], custom: object) -> None:
    """What our own writer puts under `custom`: values that a reader of markup would take for something else."""
    if not isinstance(custom, Mapping):
        return
    exact = custom.get("exact")
    for name, text in exact.items() if isinstance(exact, Mapping) else ():
        value = line_value(str(name), str(text))
        if value is not None and (name not in found or fits(str(name), value, found[name])):
            found[str(name)] = value
    themes = _listed(custom.get("themes"))
    if themes and isinstance(found.get("keyword"), str):
        rest = [word for word in found["keyword"].split(", ") if word not in themes]
        found["keyword"] = ", ".join(rest)
    if aliases := _listed(custom.get("aliases")):
        found[ALIASES] = ", ".join(aliases)
    if not found.get("keyword", "-"):
        del found["keyword"]


def _listed(raw: object) -> list[str]:
    return [text for one in raw[:1_000] if (text := neat(str(one), ""))] if isinstance(raw, list) else []


def _ours(article: Article, custom: object, found: Mapping[str, Any]) -> Article:
    """With what is no variable of CSL: a title that is a description of ours, a dateline, the day of a change."""
    known = custom if isinstance(custom, Mapping) else {}
    note = str(found.get("note") or "").casefold()
    if (known.get("title-supplied") is True or SUPPLIED in note) and article.title:
        article = replace(article, title=None, title_supplied=article.title.strip("[]"))
    if dateline := found.get("dateline") or text_of(known.get("dateline")):
        article = replace(article, dateline=dateline[:200])
    if modified := found.get("modified") or read_date(known.get("modified")):
        article = replace(article, modified=modified)
    themes = _listed(known.get("themes"))
    return replace(article, keyword=tuple(Tag(theme=theme, score=0.0) for theme in dict.fromkeys(themes)))


def _without_marks(article: Article) -> Article:
    """Without a note that only says what the record itself tells, such as how far its date reaches."""
    other = dict(article.other)
    lines = str(json.loads(other.pop("note", '""'))).split("\n")
    said = {mark.casefold() for mark in marks(article)} | ({SUPPLIED} if article.title_supplied else set())
    kept = ["; ".join(part for part in line.split("; ") if part.casefold() not in said) for line in lines]
    if note := "\n".join(filter(None, kept)):
        other["note"] = json.dumps(note, ensure_ascii=False)
    return replace(article, other=tuple(sorted(other.items())))


def _quoted(value: object) -> object:
    return [str(name) for name in value] if isinstance(value, tuple) else str(value)


def _key(item: Mapping[str, object], told: Mapping[str, str]) -> str:
    for text in (str(item.get("citation-key") or ""), told.get("citation-key", ""), str(item.get("id") or "")):
        if is_key(text):
            return text
    return ""


def _value(variable: str, raw: object) -> object | None:
    if variable in NAMES:
        return _names(raw)
    if variable in DATES:
        return read_date(raw)
    if variable in LINED and isinstance(raw, str):
        return "\n".join(filter(None, map(text_of, raw[:MOST_CHARACTERS].split("\n")))) or None
    return text_of(raw)


def _plain(variable: str, value: object) -> object:
    """A value as CSL-JSON has it."""
    if variable in NAMES:
        return [{part: getattr(name, ours) for part, ours in _PARTS.items() if getattr(name, ours)} for name in value]  # type: ignore[attr-defined] # names
    return str(value)


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


def _short(raw: object) -> str:
    """`raw` as evidence quotes it."""
    if isinstance(raw, Sequence) and not isinstance(raw, str):
        return "; ".join(map(_short, raw[:20]))[:300]
    if isinstance(raw, Mapping):
        return (" ".join(str(value) for value in raw.values() if isinstance(value, str)) or json.dumps(raw))[:300]
    return clean(str(raw))[:300]
