"""Authorities as a text to keep, since joining a large library takes seconds."""

from __future__ import annotations

import json
from collections.abc import Sequence

from digest.authorities.register import Authorities, Authority, Link
from digest.model import Date
from digest.plans import FormerName

RULES = "5"
"""Counted up when the same spellings give other authorities."""


def as_text(known: Authorities) -> str:
    """`known` as JSON."""
    links = [[[link.one, link.other, link.why] for link in some] for some in (known.links, known.doubtful)]
    value = {
        "all": [[who.name, who.kind, who.spellings, who.articles, [*map(_was, who.was)]] for who in known.all],
        "links": links,
        "places": known.places,
        "near": [[*place, *found] for place, found in known.near.items()],
        "family": known.family,
        "heard": known.heard,
    }
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Authorities:
    """The authorities that `as_text` wrote."""
    value = json.loads(text)
    links, doubtful = (tuple(Link(one=a, other=b, why=why) for a, b, why in some) for some in value["links"])
    return Authorities(
        all=tuple(
            Authority(name=name, kind=kind, spellings=tuple(spellings), articles=count, was=tuple(map(_former, was)))
            for name, kind, spellings, count, was in value["all"]
        ),
        links=links,
        doubtful=doubtful,
        places={name: tuple(found) for name, found in value["places"].items()},
        near={(key, name): tuple(found) for key, name, *found in value["near"]},
        family={name: tuple(found) for name, found in value["family"].items()},
        heard={mark: tuple(found) for mark, found in value["heard"].items()},
    )


def _was(former: FormerName) -> list[str | None]:
    return [former.name, *(day.edtf if day else None for day in (former.from_, former.until))]


def _former(parts: Sequence[str | None]) -> FormerName:
    name, since, until = parts
    return FormerName(
        name=name or "", from_=Date(edtf=since) if since else None, until=Date(edtf=until) if until else None
    )
