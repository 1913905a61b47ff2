"""In what standing somebody speaks: asked for a judgement, in office, or as one to whom it happened."""

from __future__ import annotations

import re
from typing import Literal, get_args

from digest.countries import countries

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
    r"(?:security|state|municipal|city) council|commission|government|embassy|consul|"
    r"Präsident(?:in)?|(?:\w+)?[Mm]inister(?:in)?|Sprecher(?:in)?|Kanzler(?:in)?|Botschafter(?:in)?|Abgeordnete[rn]?|"
    r"Bürgermeister(?:in)?|Regierung|président(?:e)?|ministre|porte-parole|ambassadeur|député(?:e)?|maire|"
    r"президент\w*|министр\w*|пресс-секретар\w*|посол|посл[аеу]|депутат\w*|губернатор\w*|мэр\w*|міністр\w*|посол\w*)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(
    r"(?P<of>\b(?:\w+[ -]){0,4})(?:president|chairman|chairwoman)\b|general (?:manager|director|counsel|contractor)",
    re.IGNORECASE,
)
"""An office of states and of firms: without a country or a bare title before it, a firm's."""
_BARE = re.compile(
    r"\b(?:the|an?|then|now|former|ex|vice|deputy|acting|current|new|incoming|outgoing|first|his|her|us)\b|-", re.I
)
_HEAD = re.compile(r"\b(?:of|at|in|from|for|with|to|who|whose|near|von|aus|de|des|du)\b|,")
"""Where what somebody is ends, and whose or where begins."""
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
    >>> standing("the son of a former President"), standing("Group President"), standing("Chinese President")
    ('witness', 'other', 'official')
    """
    if not role:
        return "other"
    head = _HEAD.split(role, maxsplit=1)[0].split()[-1:]
    if head and WITNESS.fullmatch(head[0]):
        return "witness"
    if EXPERT.search(role):
        return "expert"
    if OFFICIAL.search(_of_states(role)):
        return "official"
    return "witness" if WITNESS.search(role) else "other"


def _of_states(role: str) -> str:
    """`role` without what is an office of a firm."""
    firm = _FIRM.search(role)
    if not firm:
        return role
    before = _BARE.sub(" ", firm["of"] or "").strip()
    of_state = firm["of"] is not None and (not before or countries(firm["of"]) or OFFICIAL.search(before))
    of_firm = re.search(r"\b(?:company|corporation|group|bank|airline|holding|inc|ltd)\b", role, re.IGNORECASE)
    return role if of_state and not of_firm else role[: firm.start()] + role[firm.end() :]
