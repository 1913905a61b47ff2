"""What stands before a page: a check for robots, a refusal, a page that is not there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.model import Block, Declared

WALL = "a check for robots or a refusal, not the page: open it in your browser, and save what it shows then"
_FEW_WORDS = 120
_SITE = re.compile(r"\s+[|–—-]\s+")
# The words of Cloudflare, Akamai, PerimeterX, DataDome, DDoS-Guard, Google and the servers themselves.
_TITLES = re.compile(
    r"just a moment|einen moment(?:,? bitte)?|un momento|um momento|un instant|один момент|请稍候|請稍候|"
    r"しばらくお待ちください|잠시만 기다리십시오|attention required!?|access (?:to this page has been )?denied|"
    r"error 40[34]|(?:error )?403[ :-]{1,3}forbidden|(?:error )?404[ :-]{1,3}(?:page |file )?not found|"
    r"page not found|are you a (?:robot|human)\??|robot or human\??|ddos-guard|security check(?:point)?|"
    r"before you continue(?: to \w{1,20})?|(?:please )?verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"checking your browser(?: before accessing \S{1,80})?|human verification",
    re.I,
)
_WORDS = re.compile(
    r"needs to review the security of your connection|checking if the site connection is secure|"
    r"checking your browser before|enable javascript and cookies to continue|"
    r"unusual (?:traffic|activity) from your (?:computer )?network|"
    r"press (?:&|and) hold to confirm you are|you don['’]t have permission to access \S|"
    r"verify(?:ing)? (?:that )?you are (?:a )?human",
    re.I,
)


def is_wall(declared: Sequence[Declared], blocks: Sequence[Block]) -> bool:
    """Whether a page of few words and no date says by its title or its text that it is none.

    >>> is_wall([Declared(field="title", value="Just a moment...", origin="title element")], [])
    True
    """
    if any(row.field == "issued" for row in declared):
        return False
    if sum(len(block.text[:10_000].split()) for block in blocks) > _FEW_WORDS:
        return False
    titles = [row.value[:300] for row in declared if row.field == "title"]
    heads = [*titles, *(block.text[:300] for block in blocks[:1])]
    parts = [part for head in heads for part in _SITE.split(head)]
    if any(_TITLES.fullmatch(part.strip(" .…!")) for part in parts):
        return True
    return any(_WORDS.search(block.text[:1_000]) for block in blocks)
