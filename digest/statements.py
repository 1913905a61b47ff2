"""What a person states of an article, field by field in CSL's spelling: it wins, and is evidence of its own kind."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, get_args
from urllib.parse import urlsplit

from digest.descriptions import supplied_title
from digest.model import Article, ArticleType, Date, Evidence, Name, Tag
from digest.names import parse_name, split_names
from digest.records import CSL_NAMES, clean
from digest.variables import other_text

STATED = "stated by a person"
CONFIRMED = "confirmed by a person"
_LONGEST = 2_000
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_ADDRESS = re.compile(r"https?://[^\s/?#]+[^\s]*", re.I)
_THEME = re.compile(r"([+-])\s*([\w-]+)")


def _text(value: str) -> str | None:
    return " ".join(clean(value).split()) or None


def _names(value: str) -> tuple[Name, ...]:
    """Names divided by semicolons.

    >>> [str(name) for name in _names("Ng, Amy; Carl van Dyck; {Harbour Desk}")]
    ['Amy Ng', 'Carl van Dyck', 'Harbour Desk']
    """
    parts = (part.strip() for part in (_text(value) or "").split(";"))
    return tuple(name for part in parts if part for name in _name(part))


def _name(part: str) -> tuple[Name, ...]:
    if part.startswith("{") and part.endswith("}"):
        return (Name(literal=part[1:-1].strip() or None),)
    family, comma, given = part.partition(",")
    if not comma:
        return split_names(part) or (parse_name(part),)
    given, _, suffix = given.partition(",")
    if not family.strip():
        raise ValueError(f'a family name is wanted before the comma of "{part}"')
    return (Name(family=family.strip(), given=given.strip() or None, suffix=suffix.strip() or None),)


def _date(value: str) -> Date | None:
    if not value.strip():
        return None
    try:
        return Date(edtf=value.strip())
    except ValueError as error:
        raise ValueError(f'"{value[:40]}" is no date such as 2022-09-14, 2022-09 or 2022-09-12/2022-09-18') from error


def _address(value: str) -> str | None:
    address = clean(value).strip()
    if address and not _is_address(address):
        raise ValueError(f'"{address[:60]}" is no address: it begins with http:// or https://')
    return address or None


def _is_address(address: str) -> bool:
    try:
        return bool(_ADDRESS.fullmatch(address) and urlsplit(address).hostname)
    except ValueError:  # a bracket out of place in the host
        return False


def _language(value: str) -> str | None:
    if value.strip() and not _LANGUAGE.fullmatch(value.strip()):
        raise ValueError(f'"{value[:20]}" is no language tag such as en, kk or zh-Hans')
    return value.strip() or None


def _type(value: str) -> str:
    if value.strip() not in get_args(ArticleType):
        raise ValueError(f'"{value[:30]}" is no type; known are {", ".join(get_args(ArticleType))}')
    return value.strip()


FIELDS: dict[str, Callable[[str], Any]] = {
    "type": _type,
    "title": _text,
    "author": _names,
    "contributor": _names,
    "container-title": _text,
    "section": _text,
    "genre": _text,
    "publisher": _text,
    "dateline": _text,
    "issued": _date,
    "modified": _date,
    "accessed": _date,
    "URL": _address,
    "language": _language,
    "abstract": _text,
    "original-title": _text,
    "title-romanized": _text,
    "title-translated": _text,
}
"""The fields a person may state, and how a text becomes their value; "" is unknown."""
_KEPT_APART = ("original-title", "title-romanized", "title-translated")
"""Those that a record has among its other variables: the title in the language it was first printed in, the title in
Latin letters, and what it means in the language of the report. References print them in brackets after the title."""

_OURS = {theirs: ours for ours, theirs in CSL_NAMES.items()}


def attribute(name: str) -> str:
    """The field of `Article` that bears this name in CSL."""
    return _OURS.get(name, name.replace("-", "_"))


def state(article: Article, name: str, value: str) -> Article:
    """`article` with the field `name`, in CSL's spelling, set by a person; ValueError says why it cannot be.

    >>> state(Article(), "author", "Ng, Amy").author[0].family
    'Ng'
    """
    if len(value) > _LONGEST:
        raise ValueError(f"longer than {_LONGEST} characters")
    if name in _KEPT_APART:
        others = tuple(pair for pair in article.other if pair[0] != name)
        words = FIELDS[name](value)
        return _fixed(
            article, "other", (*others, (name, json.dumps(words, ensure_ascii=False))) if words else others, STATED
        )
    return described_if_untitled(_fixed(article, attribute(name), FIELDS[name](value), STATED))


def described_if_untitled(article: Article) -> Article:
    """`article` with our description in the place of a title that it lacks, and without one where it has a title."""
    if article.title or not article.opening:
        return replace(article, title_supplied=None) if article.title_supplied else article
    return replace(article, title_supplied=supplied_title(article.opening, article.language))


def confirm(article: Article, name: str) -> Article:
    """`article` with what it has for the field `name` confirmed by a person."""
    ours = "other" if name in _KEPT_APART else attribute(name)
    value = as_text(article, name) and getattr(article, ours)
    if not value:
        raise ValueError(f"the record has no {name} to confirm")
    found = _fixed(article, ours, value, CONFIRMED)
    return replace(found, evidence=(*article.evidence, found.evidence[-1]))


def set_theme(article: Article, value: str) -> Article:
    """`article` with a theme set, `+name`, or struck, `-name`, by a person."""
    match = _THEME.fullmatch(value.strip())
    if not match:
        raise ValueError(f'"{value[:40]}" is neither +theme nor -theme')
    sign, theme = match[1], match[2]
    others = tuple(tag for tag in article.keyword if tag.theme != theme)
    mine = (Tag(theme=theme, score=0.0, by_person=True),) if sign == "+" else ()
    fixed = tuple(name for name in article.fixed if name not in (f"keyword:+{theme}", f"keyword:-{theme}"))
    return replace(article, keyword=(*others, *mine), fixed=(*fixed, f"keyword:{sign}{theme}"))


def as_text(article: Article, name: str) -> str:
    """What `state` would have been given for the field's value; "" where it is unknown."""
    if name in _KEPT_APART:
        return other_text(article.other, name)
    value = getattr(article, attribute(name))
    if isinstance(value, tuple):
        return "; ".join(_as_typed(name) for name in value)
    return "" if value is None else str(value)


def _as_typed(name: Name) -> str:
    if name.literal or not name.family:
        return f"{{{name}}}"
    plain = Name(family=name.family, given=name.given)
    if name == plain and split_names(str(name)) == (name,):
        return str(name)
    family = " ".join(filter(None, (name.dropping_particle, name.non_dropping_particle, name.family)))
    return ", ".join(filter(None, (family, name.given or (name.suffix and " "), name.suffix)))


def _fixed(article: Article, ours: str, value: object, rule: str) -> Article:
    entry = Evidence(field=ours, quote=_shown(value), rule=rule)
    evidence = (*(old for old in article.evidence if old.field != ours), entry)
    fixed = article.fixed if ours in article.fixed else (*article.fixed, ours)
    changed: dict[str, Any] = {ours: value, "evidence": evidence, "fixed": fixed}
    return replace(article, **changed)


def _shown(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "; ".join(": ".join(map(str, entry)) if isinstance(entry, tuple) else str(entry) for entry in value)
    return "unknown" if value is None else str(value)
