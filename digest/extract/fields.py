"""The fields of an article's record, each with the words on the page that show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digest.extract.byline_forms import Byline
from digest.extract.bylines import NAME_ALONE, bare_name, life_of, read_byline, signs_beside_date, with_role
from digest.extract.kickers import section_of
from digest.extract.stamps import place_of
from digest.extract.titles import without_kicker
from digest.model import Block, Confidence, Evidence, Name
from digest.names import is_body, split_names
from digest.plans import Outlet

_TEXT = ("paragraph", "list item")
_LONGEST = 300
_SIGNED_WITHIN = 12
_OPENING = 4  # paragraphs in which an author introduces himself
_NEWSLETTER = re.compile(
    r"^welcome (?:back )?to (?:(?:the|this|our|another|today|week)\b.{0,60}?)?\b(?:briefing|newsletter|edition|"
    r"issue|dispatch|digest)\b"
    r"|^welcome (?:back )?to [^.,!]{3,60}\b(?:brief|briefing|newsletter|bulletin|dispatch|digest)[.,!]"
    r"|\b(?:a|an|our|this|the) (?:[\w/.-]+ ){0,3}newsletter (?:on|about|tracking|from|by|that|covering|for|in which)\b"
    r"|\byou(?:[’']re| are) reading\b.{1,80}\bnewsletter\b|\b(?:in|of) this (?:week|month)?(?:[’']s)? ?(?:edition|"
    r"issue|newsletter)\b"
    r"|\breply (?:directly )?to this e-?mail\b|\bviewing this (?:e-?mail|newsletter)\b",
    re.I,
)
_SERIES = re.compile(
    r"(?:[Ww]elcome (?:back )?to|reading|edition of|issue of|This is)(?: the| our| this week[’']s)? "
    r"(?P<name>[A-Z][\w’'&.-]*(?: [A-Z&][\w’'&.-]*){0,6}) (?:briefing|newsletter|dispatch|digest|column|podcast)\b"
)


def find_people(blocks: Sequence[Block]) -> tuple[tuple[Name, ...], tuple[Name, ...], tuple[Evidence, ...]]:
    """The authors, the contributors, and where the page names them."""
    authors: dict[str, Name] = {}
    contributors: dict[str, Name] = {}
    proofs_found: list[Evidence] = []
    for block, found in _bylines(blocks, authors):
        for field, names, known in (
            ("author", found.authors, authors),
            ("contributor", found.contributors, contributors),
        ):
            if names:
                known.update({str(name): known.get(str(name), name) for name in names})
                sure: Confidence = "inferred" if found.rule in _UNMARKED else "stated"
                quote = block.text[:300]
                proof = Evidence(field=field, quote=quote, line=block.line, rule=found.rule, confidence=sure)
                proofs_found.append(proof)
    helpers = tuple(name for text, name in contributors.items() if text not in authors)
    proofs_found = [proof for proof in proofs_found if proof.field == "author" or helpers]
    return tuple(authors.values()), helpers, tuple(proofs_found)


def _bylines(blocks: Sequence[Block], authors: dict[str, Name]) -> Iterator[tuple[Block, Byline]]:
    """Every line that signs, the most trusted places first; lives and names alone only confirm or fill a gap."""
    signed = [block for block in blocks if block.kind == "byline" or block.rule == "name beside a date"]
    opening = [block for block in blocks if block.kind in _TEXT]
    first, last = (opening[0].line, opening[-1].line) if opening else (0, 0)
    above = any(block.line < last and _explicit(block) for block in signed)
    below = {block.line for block in signed if block.line > last and block.rule in _TOP}
    heading = [block for block in signed if block.line < first and _explicit(block)]
    strong = [block.line for block in heading if block.rule in _TOP]
    for block in signed:
        found = _explicit(block)
        stray = block.line in below and (above or len(below) > 1)  # other stories' bylines
        stray = stray or (bool(heading) and _is_stray(block, strong, (first, last)))
        if found and not stray:
            yield block, found
    for block in (*opening[:_OPENING], *opening[-1:]):
        found = read_byline(block.text)
        if found and found.rule in ("I'm … correspondent …", "(记者 …)"):
            yield block, found
    for block in signed:
        names = _implicit(block)
        if names and (not authors or any(str(name) in authors for name in names)):
            yield block, Byline(rule=block.rule, authors=names)


def _is_stray(block: Block, strong: Sequence[int], text: tuple[int, int]) -> bool:
    """Whether a line signs a teaser within the text, or is no part of the bylines that stand above it."""
    if text[0] <= block.line <= text[1]:
        return block.rule in _TOP
    near = min((abs(block.line - line) for line in strong), default=0)
    return block.rule == "name below the title" and near > _BESIDE


_BESIDE = 2  # lines
_AND = re.compile(r"^(?:and|und|et|y|e|и|&) ")
_TOP = ("By …", "By a body", "Author: …", "name beside a date")
_UNMARKED = ("name below the title", "name below the text", "agency beside the day")
"""Places where no word says that the name signs."""
_CERTAIN = ("name below the title", "name after a farewell")


def _explicit(block: Block) -> Byline | None:
    if block.rule in ("farewell", "author box", "life of the author", "From: …"):
        return None
    if block.rule in ("body that issues", "agency beside the day"):
        return Byline(rule=block.rule, authors=(Name(literal=block.text.strip(" ()/|,.")),))
    if block.rule == "name beside a date":
        return Byline(rule=block.rule, authors=signs_beside_date(block.text))
    found = read_byline(block.text)
    text = _AND.sub("", bare_name(block.text.lstrip("—–- ")))
    if block.rule == "By …" and not found and is_body(text) and not with_role(text):
        return Byline(rule=block.rule, authors=(Name(literal=text),))
    if found or (
        block.rule not in _CERTAIN and not (block.rule == "By …" and (NAME_ALONE.fullmatch(text) or with_role(text)))
    ):
        return found
    text = with_role(text) or text
    names = tuple(name for name in split_names(text) if NAME_ALONE.fullmatch(str(name)) and not is_body(str(name)))
    return Byline(rule=block.rule, authors=names) if names else None


def _implicit(block: Block) -> tuple[Name, ...]:
    if block.rule == "life of the author":
        name = life_of(block.text)
        return (name,) if name else ()
    if block.rule == "name below the text" and not is_body(block.text):
        return split_names(block.text)
    if block.rule == "name in an author box" and not is_body(block.text):
        return split_names(block.text)[:1]
    return ()


def find_section(blocks: Sequence[Block], outlet: Outlet | None) -> tuple[str | None, tuple[Evidence, ...]]:
    """The section or series an article stands in; the outlet's own name is none."""
    own = frozenset(name.casefold() for name in (outlet.name, *outlet.also)) if outlet else frozenset()
    for block in [block for block in blocks if block.kind in _TEXT][:3]:
        if match := _SERIES.search(block.text[:400]):
            proof = Evidence(field="section", quote=match[0], line=block.line, rule="name of the newsletter")
            return match["name"], (proof,)
    for block in blocks:
        section = section_of(block.text, ()) if block.kind == "kicker" else None
        if section and section.casefold() not in own:
            return section, (Evidence(field="section", quote=section, line=block.line, rule=block.rule),)
    return None, ()


def find_genre(blocks: Sequence[Block]) -> tuple[str | None, tuple[Evidence, ...]]:
    """`newsletter` where the text says that it is one."""
    opening = [block for block in blocks if block.kind in _TEXT][:3]
    for block in (
        *opening,
        *(block for block in blocks if block.rule in ("closing of a newsletter", "call to the readers")),
    ):
        if match := _NEWSLETTER.search(block.text[:600]):
            return "newsletter", (Evidence(field="genre", quote=match[0], line=block.line, rule="says so itself"),)
    return None, ()


def find_dateline(blocks: Sequence[Block]) -> tuple[str | None, tuple[Evidence, ...]]:
    """The place a report is filed from."""
    for block in [block for block in blocks if block.kind in _TEXT][:2]:
        if place := place_of(block.text):
            return place, (Evidence(field="dateline", quote=place, line=block.line, rule="place before a dash"),)
    return None, ()


def find_title(blocks: Sequence[Block]) -> tuple[str | None, tuple[Evidence, ...]]:
    """The title, as a line above the text has it."""
    for at, block in enumerate(blocks):
        if block.kind == "title":
            title = without_kicker(block.text, [other.text for other in blocks if len(other.text) < _LONGEST])
            sure: Confidence = "stated" if _is_sure(blocks, at) else "inferred"
            proof = Evidence(field="title", quote=block.text, line=block.line, rule=block.rule, confidence=sure)
            return title, (proof,)
    return None, ()


def _is_sure(blocks: Sequence[Block], at: int) -> bool:
    """Whether a title is marked, or a name or a day follows it, or nothing else stands above the text."""
    if blocks[at].rule != "headline above the text" or not any(block.kind == "furniture" for block in blocks[:at]):
        return True
    return any(block.kind in ("byline", "dateline") for block in blocks[at + 1 : at + 1 + _SIGNED_WITHIN])


def find_abstract(blocks: Sequence[Block]) -> tuple[str | None, tuple[Evidence, ...]]:
    """The standfirst."""
    parts = [block for block in blocks if block.kind == "standfirst"]
    proofs = tuple(
        Evidence(field="abstract", quote=block.text[:300], line=block.line, rule=block.rule) for block in parts
    )
    return " ".join(block.text for block in parts) or None, proofs
