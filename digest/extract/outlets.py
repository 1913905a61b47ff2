"""Which outlet a page is of: a table of outlets, and the places of a page where an outlet names itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from digest.extract.outlet_table import Outlets, by_address, outlet_from, shipped, spellings, standing_in
from digest.model import Block, Evidence, Page
from digest.plans import Outlet

__all__ = ["Found", "Outlets", "outlet_from", "page_outlet", "shipped", "spellings", "story_outlet"]

_PLACES = (
    ("the outlet's own line", 6, r"(?:www\.)?{name}(?: \||:| -)?$|^.{{3,150}} [|–-] {name}$"),
    ("copyright notice", 6, r"(?:©|\(c\)|copyright).{{0,30}}?{name}"),
    ("the outlet's correspondent signs", 5, r"\bI[’']m (?:an? |the )?{name}(?:[’']s?)? (?:\w+ )?correspondent\b"),
    ("newsletter of the outlet", 5, r"\ban? (?:\w+ )?{name} (?:newsletter|briefing|podcast|column)\b"),
    ("agency in the dateline", 5, r"^[^()]{{2,60}}(?:\([^()]{{2,30}}\) ?)?\({bare}\)|^[^()/]{{2,60}}/{bare}/"),
    (
        "standards of the outlet",
        5,
        r"^(?:our |the )?(?:standards: )?(?:the )?{name} (?:trust principles|editorial guidelines|code of)",
    ),
    ("the site's own links", 5, r"^skip to (?:more )?{name} (?:sites|content|pages)$|^more (?:on|from) {name}$"),
    ("agency in the dateline", 5, r"^\w[^—–-]{{2,60}}? [—–-]{{1,2}} {name}[.,] "),
    ("agency in the dateline", 5, r"^[(（]?{name}(?=[^，。]{{2,16}}电)"),
    ("legal notice", 5, r"{name} (?:has been|was|is) (?:declared|designated|recogni[sz]ed|labell?ed)\b"),
    ("names its source", 5, r"(?:^|\s)(?:source|quelle|источник|来源|來源)(?:\s?[:：]|于)\s?{bare}(?:$|\s)"),
    ("asks for support", 4, r"^support (?:the )?{name}(?:$|:)"),
    ("said to the outlet", 2, r"\b(?:told|tells|in an interview (?:with|to)|speaking to) (?:the )?{name}\b"),
    ("the outlet's own staff", 5, r"^by .{{0,80}}\b{name} (?:staff|reporters?|correspondents?)$"),
    ("the outlet's own service", 2, r"\b(?:colleagues? at|reporters? (?:at|for)) {name}\b|{name}[’']s request\b"),
    ("biography", 2, r"\bis an? (?:\w+ ){{0,3}}(?:at|for|with) {name}\b|\bis an? {name} \w+"),
)
"""Where an outlet names itself, and how much that weighs."""


@cache
def _patterns(name: str) -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    spelled = rf"(?<![\w/]){re.escape(name)}(?![\w/])"
    first = re.compile("^" + _PLACES[0][2].format(name=spelled))
    rest = (
        (rule, weight, re.compile(where.format(name=spelled, bare=re.escape(name)), re.I))
        for rule, weight, where in _PLACES[1:]
    )
    return ((_PLACES[0][0], _PLACES[0][1], first), *rest)


_PATIENCE = 2_000
_ENOUGH = 4
_NAMED = 5
_FOREIGN_NOTICE = re.compile(
    r"(?:©|\([Cc]\)|[Cc]opyright|COPYRIGHT)[©\s]{0,4}(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]{0,4}"
    r"(?:by\s+(?:the\s+)?)?(?P<outlet>[A-Z][\w&'’]*(?:\s(?:(?:for|of|on|and|the|in)\s){0,2}[A-Z][\w&'’]*){0,5}?)"
    r"(?=\s*[.,|]|\s*$|\s+All\b)"
)


_COMPANY = re.compile(r"\b(?:AG|GmbH|Inc|LLC|Limited|Ltd|NV|plc|PLC|SA|SAS|SE|SpA)$")
"""The end of a publisher's name; its papers may have others."""

Found = tuple[Outlet | None, tuple[Evidence, ...]]


def page_outlet(page: Page, outlets: Outlets) -> Found:
    """The outlet of a whole page: declared, named by its words, or by its copyright notice."""
    declared = _declared(page, outlets)
    if declared[0]:
        return declared
    found = _counted(page.blocks, outlets)
    return found if found[0] else _from_notice(page.blocks)


def story_outlet(story: Sequence[Block], outlets: Outlets, whole: Found) -> Found:
    """The outlet of one article: what the page declares, then its own words, then `whole`, those of the page."""
    if whole[1] and whole[1][0].line is None:
        return whole
    for found in (_counted(story, outlets), _from_series(story)):
        if found[0]:
            sure = whole[0] and whole[1][0].confidence == "stated"
            return found if not sure or found[1][0].rule != "names its own series" else whole
    return whole


def _declared(page: Page, outlets: Outlets) -> Found:
    outlet, domain = by_address(page.source.url, outlets)
    if outlet is None:
        return None, ()
    return outlet, (Evidence(field="container_title", quote=domain, rule="domain of the address"),)


def _counted(blocks: Sequence[Block], outlets: Outlets) -> Found:
    text = "\n".join(block.text[:_PATIENCE] for block in blocks)
    known = standing_in(text, outlets)
    scores: Counter[str] = Counter()
    best: dict[str, tuple[int, Evidence]] = {}
    for block in blocks:
        for name in known:
            outlet = known[name]
            weight, proof = _self_named(block, name)
            if proof is None or (outlet.agency and weight < _ENOUGH):
                continue
            scores[outlet.name] += weight
            best[outlet.name] = max(best.get(outlet.name, (0, proof)), (weight, proof), key=lambda pair: pair[0])
    # an agency's name is on the pages of those who reprint it: any other outlet goes first
    named_by = {outlet.name: outlet for outlet in known.values()}
    named = {name: score for name, score in scores.items() if not named_by[name].agency and best[name][0] >= _NAMED}
    winner, score = max((named or scores).items(), key=lambda pair: pair[1], default=("", 0))
    return (named_by[winner], (best[winner][1],)) if score >= _ENOUGH else (None, ())


def _self_named(block: Block, name: str) -> tuple[int, Evidence | None]:
    """The weightiest place of a line where the outlet called `name` names itself."""
    text = block.text[:_PATIENCE]
    if name in text:
        for rule, weight, pattern in _patterns(name):
            if match := pattern.search(text):
                return weight, Evidence(field="container_title", quote=match[0][:200], line=block.line, rule=rule)
    return 0, None


_SERIES = (
    re.compile(r"^[Tt]hanks for reading (?P<name>[A-Z][^!.?]{2,50})[!.]"),
    re.compile(
        r"[Ww]elcome (?:back )?to (?P<name>[A-Z][\w’'&-]*(?: [A-Z&][\w’'&-]*){0,5}),"
        r" (?:a|an|the|our|your|my) (?:\w+ ){0,2}(?:newsletter|letter|digest|bulletin)\b"
    ),
)


_NUMBERED = re.compile(r"^(?P<name>[A-Z][\w’'&. -]{2,40}?),? (?:#|No\. ?|Issue |Vol\. ?)\d{1,4}\b")
"""An issue's headline, where the series stands on a line of its own too."""


def _from_series(story: Sequence[Block]) -> Found:
    """A newsletter that is its own outlet, as blogs have it."""
    lines = {block.text for block in story}
    for above, block in pairwise(story):
        if above.text in ("Published in", "Published by") and re.fullmatch(r"[A-Z].{2,40}[^.:?!]", block.text):
            proof = Evidence(field="container_title", quote=block.text, line=block.line, rule="names its own series")
            return Outlet(name=block.text, type="post-weblog"), (proof,)
    for pattern in (*_SERIES, _NUMBERED):
        for block in story:
            match = pattern.search(block.text[:300])
            if match and (pattern is not _NUMBERED or match["name"] in lines):
                proof = Evidence(field="container_title", quote=match[0], line=block.line, rule="names its own series")
                return Outlet(name=match["name"], type="post-weblog"), (proof,)
    return None, ()


def _from_notice(blocks: Sequence[Block]) -> Found:
    for block in reversed(blocks):
        match = _FOREIGN_NOTICE.search(block.text[:300])
        name = match["outlet"].strip() if match else ""
        if (
            name
            and not _COMPANY.search(name)
            and len(name) > 3
            and not name.casefold().startswith(("all ", "by ", "the author"))
        ):
            proof = Evidence(field="container_title", quote=block.text[:200], line=block.line, rule="copyright notice")
            return Outlet(name=name, type="webpage"), (proof,)
    return None, ()
