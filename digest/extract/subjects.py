"""Names on a line that sign nothing: those of whom the text below tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.extract.bylines import is_life
from digest.extract.lines import is_prose
from digest.model import Block
from digest.names import split_names

_OPENING = 4
"""Lines: the title and the first paragraphs, which say whom a text is about."""

_UNMARKED = ("name below the title", "name below the text")
_SIGNED = (
    r"(?:\b(?:I[’']m|I am|[Bb]y|[Aa]uthor|[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Ww]riter),? "
    r"|(?:корреспондент|обозреватель|журналист|Autor(?:in)?|Redakteur(?:in)?|journaliste|auteur)\w{0,3}"
    r"(?: [«“„\"][^«»“”\"]{1,20}[»“”\"])? |[—–-] ?)"
)
"""Before a name, what is said of a writer and not of whom he writes about."""

_WRITES = r"(?: (?:reports?|writes?|has (?:more|the story)|(?:is|was) (?:an?|the|our)\b|ist\b|est\b)|, .{3,60}$|\W*$)"


def without_subjects(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` without the bylines that nothing marks and whose people the text speaks of, by their whole names."""
    if not any(block.rule in _UNMARKED for block in blocks):
        return tuple(blocks)
    told = [block for block in blocks if block.kind in ("paragraph", "list item")]
    lines = [block.text[:3_000] for block in told[:400] if is_prose(block.text) and not is_life(block.text)]
    title = [block.text for block in blocks if block.kind == "title"]
    return tuple(
        replace(block, kind="furniture", rule="whom the text is about")
        if block.rule in _UNMARKED and _all_told(block.text, [*title, *lines])
        else block
        for block in blocks
    )


def _all_told(line: str, lines: Sequence[str]) -> bool:
    names = [str(name) for name in split_names(line)]
    return bool(names) and all(_is_told(name, lines) for name in names)


def _is_told(name: str, lines: Sequence[str]) -> bool:
    """Whether the lines tell of the person at their opening, or more than once."""
    times = [at for at, text in enumerate(lines) if name in text and _tells(name, text)]
    return len(times) > 1 or bool(times and times[0] < _OPENING)


def _tells(name: str, text: str) -> bool:
    for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
        before, after = text[max(0, match.start() - 45) : match.start()], text[match.end() : match.end() + 80]
        if not re.search(_SIGNED + r"$", before) and not re.match(_WRITES, after):
            return True
    return False
