"""In what standing somebody speaks: asked for a judgement, in office, or as one to whom it happened."""

from __future__ import annotations

import re
from typing import Literal, get_args

Standing = Literal["expert", "official", "witness", "other"]
STANDINGS: tuple[str, ...] = get_args(Standing)

EXPERT = re.compile(
    r"\b(?:fellow|analyst|professor|lecturer|expert|researcher|scholar|\w*economist|scientist|historian|academic|"
    r"strategist|specialist|physicist|\w{3,20}(?:ologist|ographer)|institute|institution|university|college|"
    r"think tank|foundation|endowment|center|centre|"
    r"Professor\w*|Expert\w*|Forscher\w*|Politolog\w*|Analyst\w*|"
    r"chercheu\w*|professeur\w*|analist\w*|profesor\w*|"
    r"эксперт\w*|аналитик\w*|политолог\w*|профессор\w*|експерт\w*|аналітик\w*|професор\w*)\b",
    re.IGNORECASE,
)
"""Who is asked for a judgement, whatever office they held before or have there."""
OFFICIAL = re.compile(
    r"\b(?:president|prime minister|minister|ministry|spokes\w+|leader|king|queen|prince|chancellor|secretary|"
    r"ambassador|envoy|diplomat|general|governor|mayor|senator|lawmaker|legislator|parliament|duma|congress\w*|"
    r"commissioner|commander|prosecutor|judge|police|premier|aide|official|officer|mp|deputy (?!director|head|editor)|"
    r"(?:security|state|municipal|city) council|government|embassy|consul)\b",
    re.IGNORECASE,
)
WITNESS = re.compile(
    r"\b(?:who|whose|protester|demonstrator|resident|pensioner|survivor|relative|mother|father|wife|husband|brother|"
    r"sister|son|daughter|neighbou?r|driver|farmer|fisherman|student|teacher|soldier|veteran|witness|worker|voter|"
    r"villager|shopkeeper|trader|vendor|detainee|prisoner|refugee|passenger|tourist|reader|friend|colleague)s?\b",
    re.IGNORECASE,
)
"""Those to whom the news happened: their words are no judgement of it."""


def standing(role: str | None) -> Standing:
    """The standing of one who has this role; an expert stays one, whatever office they hold or held.

    >>> standing("a senior fellow at the Nordic Council"), standing("the mayor of Lugo"), standing(None)
    ('expert', 'official', 'other')
    """
    if not role:
        return "other"
    if EXPERT.search(role):
        return "expert"
    return "official" if OFFICIAL.search(role) else "witness" if WITNESS.search(role) else "other"
