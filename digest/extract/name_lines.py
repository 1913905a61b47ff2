"""Lines without a mark that may be a byline: names below the title, beside the day, with a place or a role."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from digest.extract.bylines import bare_name, is_agency, looks_named
from digest.extract.stamps import has_stamp
from digest.model import Block

_LATE = 15  # lines of text and boxes, below a lead that stands apart, in which the byline may stand
_PLACED = re.compile(r"(?P<name>.{4,60}?)(?:,? (?:in|for|at|from) [^.]{2,50}|\s*[,|–—-]\s*(?P<role>[^.]{3,60}))")
_ROLE = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|analyst|journalist|bureau|contributor|redakteur\w*|"
    r"korrespondent\w*|"
    r"journaliste|corresponsal|корреспондент|обозреватель|fellow|professor|author)\b",
    re.I,
)


def could_sign(text: str) -> bool:
    """Whether a line is a stamp, or a name with a place or a role."""
    placed = _PLACED.fullmatch(text) if len(text) <= 120 else None
    return has_stamp(text[:60]) or bool(placed and looks_named(placed["name"], ()))


def line_signs(head: Sequence[Block], at: int, title: int | None, lowered: Container[str]) -> bool:
    """Whether a line near the title is a name: below it, or above the text, with a role, a place or a date near."""
    text = head[at].text
    if title is not None and not title < at:
        return False
    following = head[at + 1] if at + 1 < len(head) else None
    if following is not None and following.rule in ("photo credit", "label of a caption"):
        return False
    placed = _PLACED.fullmatch(text) if len(text) <= 120 else None
    if placed and looks_named(placed["name"], lowered) and (placed["role"] is None or _ROLE.search(placed["role"])):
        return True
    if not looks_named(bare_name(text), lowered):
        return False
    near = head[max(0, at - 3) : at + 4]
    dated = any(block.kind in ("dateline", "byline") or _ROLE.search(block.text[:80]) for block in near)
    return dated or at - (title if title is not None else at - 9) <= 3 or len(head) - at <= 2


def agency_signs(head: Sequence[Block], at: int, title: int | None) -> bool:
    """Whether a line below the title is an agency's name alone, right beside the day: no picture is credited there."""
    if title is None or at <= title or not is_agency(head[at].text):
        return False
    near = (*head[max(0, at - 1) : at], *head[at + 1 : at + 2])
    return any(other.kind in ("dateline", "byline") and abs(other.line - head[at].line) <= 2 for other in near)


def signed_within(blocks: Sequence[Block], start: int, end: int, lowered: Container[str]) -> list[Block]:
    """The text from `start` to `end`, its first line labelled that is names alone and stands beside the day."""
    signed = list(blocks)
    for at in range(start, min(start + _LATE, end + 1)):
        block = signed[at]
        if block.kind == "byline":
            break
        beside = (*signed[max(0, at - 1) : at], *signed[at + 1 : at + 2])
        dated = any(_set_off(other) and abs(other.line - block.line) <= 2 for other in beside)
        if block.kind in ("paragraph", "list item") and dated and looks_named(bare_name(block.text), lowered):
            signed[at] = replace(block, kind="byline", rule="name below the title")
            break
    return signed[start : end + 1]


def _set_off(block: Block) -> bool:
    return block.kind == "dateline" or block.rule in ("media player", "share button", "reading time")
