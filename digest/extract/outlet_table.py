"""The table of outlets: what `outlets.yaml` says of each, and how one is found by its address or its name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import cast, get_args
from urllib.parse import urlsplit

from digest.extract.naming import folded
from digest.model import ArticleType
from digest.plans import Outlet

Outlets = tuple[Outlet, ...]

_TYPES: tuple[str, ...] = get_args(ArticleType)


def outlet_from(row: Mapping[str, object]) -> Outlet:
    """The outlet a row of YAML describes; ValueError names what is wrong with it."""
    unknown = sorted(set(row) - set(Outlet.__dataclass_fields__))
    if unknown or "name" not in row:
        raise ValueError(f"unknown key {unknown[0]!r}" if unknown else "an outlet needs a name")
    kind = str(row.get("type", "article-newspaper"))
    if kind not in _TYPES:
        raise ValueError(f"unknown type {kind!r}")
    return Outlet(
        name=str(row["name"]),
        also=_texts(row.get("also")),
        domains=_texts(row.get("domains")),
        type=cast("ArticleType", kind),
        language=str(row.get("language", "en")),
        agency=bool(row.get("agency")),
        common=bool(row.get("common")),
        furniture=_texts(row.get("furniture")),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, (list, tuple)) else ()


_TEXT = r'(?:"[^"]*"|[^",\]}]+)'
_ROW = re.compile(
    rf"- \{{name: (?P<name>{_TEXT})(?:, also: \[(?P<also>{_TEXT}(?:, {_TEXT})*)\])?, domains: \[(?P<domains>[^\]]+)\]"
    r"(?:, type: (?P<type>[a-z-]+))?(?:, language: (?P<language>[a-z]+))?(?P<agency>, agency: true)?"
    r"(?P<common>, common: true)?\}"
)
_ITEM = re.compile(r'"[^"]*"|[^",\s][^",]*')


@cache
def shipped() -> Outlets:
    """The outlets of `outlets.yaml`, whose lines are of one form: as YAML their reading takes a second."""
    text = resources.files("digest.extract").joinpath("outlets.yaml").read_text(encoding="utf-8")
    return tuple(map(_outlet, _ROW.finditer(text)))


def _outlet(row: re.Match[str]) -> Outlet:
    return Outlet(
        name=row["name"].strip('"'),
        also=tuple(item.strip('"') for item in _ITEM.findall(row["also"])) if row["also"] else (),
        domains=tuple(row["domains"].split(", ")),
        type=cast("ArticleType", row["type"] or "article-newspaper"),
        language=row["language"] or "en",
        agency=row["agency"] is not None,
        common=row["common"] is not None,
    )


def spellings(outlets: Outlets) -> dict[str, Outlet]:
    """Every name of every outlet; of two with one name, the first."""
    return {name: outlet for outlet in reversed(outlets) for name in (outlet.name, *outlet.also)}


def telling(outlets: Outlets) -> dict[str, Outlet]:
    """The spellings of the outlets whose names, where they stand in a text, mean the outlet."""
    return spellings(tuple(outlet for outlet in outlets if not outlet.common))


def by_name(name: str, outlets: Outlets) -> Outlet | None:
    """The outlet that bears a name, in whatever spelling."""
    return _folded(outlets).get(folded(name))


@lru_cache(maxsize=4)
def _folded(outlets: Outlets) -> dict[str, Outlet]:
    return {folded(name): outlet for name, outlet in reversed(spellings(outlets).items())}


_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Letters of scripts that set no space between words."""


@lru_cache(maxsize=4)
def _index(outlets: Outlets) -> dict[str, tuple[tuple[str, Outlet], ...]]:
    """The telling spellings by their first word; under the empty word those that may stand inside another."""
    found: dict[str, list[tuple[str, Outlet]]] = {}
    for name, outlet in telling(outlets).items():
        first = _WORD.search(name)
        key = "" if first is None or _UNSPACED.search(name) else first[0]
        found.setdefault(key, []).append((name, outlet))
    return {key: tuple(names) for key, names in found.items()}


def standing_in(text: str, outlets: Outlets) -> dict[str, Outlet]:
    """The telling spellings that stand somewhere in `text`."""
    index = _index(outlets)
    words = set(_WORD.findall(text))
    near = [pair for word in words for pair in index.get(word, ())]
    near += index.get("", ()) if _UNSPACED.search(text) else ()
    return {name: outlet for name, outlet in sorted(near, key=lambda pair: pair[0]) if name in text}


def by_address(address: str | None, outlets: Outlets) -> tuple[Outlet | None, str]:
    """The outlet at an address, by the longest of the domains that fit, and the host; none where it has none."""
    try:
        parts = urlsplit(address or "")
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return None, ""
    labels = host.split(".")
    hosts = {".".join(labels[at:]) for at in range(len(labels))}
    first = parts.path.split("/")[1] if "/" in parts.path else ""
    places = hosts | {f"www.{host}"} | {f"{name}/{first}" for name in hosts if first}
    fitting = ((len(domain), outlet) for outlet in outlets for domain in outlet.domains if domain in places)
    found = max(fitting, key=lambda pair: pair[0], default=None)
    return (found[1], host) if found else (None, host)
