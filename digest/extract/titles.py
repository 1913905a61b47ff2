"""Which line above an article is its title: its words come back in the text, and a byline or a date follows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from digest.extract.bylines import NAME_ALONE, are_names
from digest.extract.furniture import fold
from digest.extract.lines import count_words, ends_sentence
from digest.extract.stamps import beside_stamp, has_stamp
from digest.model import Block
from digest.names import is_body

_REACH = 80  # lines above the text in which a title may stand
_ACCEPTED = 4.0
_DATED_WITHIN = 11
_SIGNED_WITHIN = 7  # lines below a headline of few words
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SITE = re.compile(r"\s+[|–—-]\s+(?P<site>[^|–—-]{2,40})$")
_KIND = re.compile(r" (?:briefing|newsletter|column|podcast|dispatch|series|blog)\b")
_TRAIL = re.compile(r"^(?:home|start(?:seite)?|accueil|inicio|главная)\s?[»›>/|→]|[»›>→].{1,60}[»›>→]", re.I)
_LONGEST = 250
_TRAILING = 80
_TELLING = 4  # words of a line that no other line repeats by chance
_ENOUGH = 0.7  # of its words in the text: a standfirst has more of them than a headline
_RECURS = 2.0
_KICKER = 6  # words
_APART = 0.8
_DATED = 1.5
_CLOSE = 3.0
_FIRST = 25  # lines from the first one of a pasted text to where it begins
_LONG_WORD = re.compile(
    r"(?:\w|[\u0900-\u0dff\u0e30-\u0e4e\u064b-\u0652]){4,}"
)  # vowel signs are no letters by themselves
_QUOTED = re.compile(r"[“„«»\"‘「『][^“”„«»\"「」『』]{8,150}[”“»«\"’」』]")
_NUMBERED = re.compile(r"\d{1,2}\. \S")


def find_title(blocks: Sequence[Block], start: int, seen: Counter[str], names: Mapping[str, object]) -> int | None:
    """The index of the title of the article whose text begins at `start`, or None where the page has none.

    `seen` counts the page's lines; `names` are outlets' names, which are no titles.
    """
    stated = [
        at
        for at in range(start)
        if blocks[at].kind == "title" or (blocks[at].kind == "heading" and blocks[at].level == 1)
    ]
    if stated:
        return stated[-1]
    text = " ".join(block.text for block in blocks[start : start + 60] if block.kind in ("paragraph", "list item"))
    words = frozenset(_LONG_WORD.findall(text[:60_000].casefold()))
    stems = frozenset(word[:5] for word in words)
    scores: dict[int, float] = {}
    again = _recurring(blocks, start)
    for at in range(max(0, start - _REACH), start):
        if _eligible(blocks[at], names) and not _series(blocks[at].text, text) and _supported(blocks, at, start):
            scores[at] = (
                6 * min(_ENOUGH, _shared(blocks[at].text, text, stems)) * _weight(blocks[at].text)
                + _shape(blocks, at, seen)
                + _place(blocks, at, start)
                + _RECURS * (at in again)
            )
    best = max(scores, key=lambda at: scores[at], default=None)
    if best is None or scores[best] < _ACCEPTED:
        return None
    first = best
    while _is_subtitle(blocks, first, scores) and _times(blocks, first, seen) <= _times(blocks, first - 1, seen):
        if first < best and scores[first - 1] < scores[best] - _CLOSE:
            break
        first -= 1
    if first < best:
        return first
    return best + 1 if _is_masthead(blocks, best, scores) else best


def _recurring(blocks: Sequence[Block], start: int) -> frozenset[int]:
    """The lines above the text that a trail, a button or a list repeats within a longer line."""
    lines = {block.text for block in blocks if len(block.text) <= _LONGEST + _TRAILING}
    whole = "\n".join(fold(line) for line in lines)
    near = range(max(0, start - _REACH), start)
    found = (at for at in near if count_words(blocks[at].text) >= _TELLING)
    return frozenset(at for at in found if whole.count(fold(blocks[at].text)) > 1)


def _times(blocks: Sequence[Block], at: int, seen: Counter[str]) -> int:
    return seen[blocks[at].text.casefold()]


def _is_subtitle(blocks: Sequence[Block], at: int, scores: Mapping[int, float]) -> bool:
    """Whether the line above is the title, shorter and nearly as telling."""
    if at - 1 not in scores or scores[at - 1] < _ACCEPTED or blocks[at].text in blocks[at - 1].text:
        return False
    if ends_sentence(blocks[at - 1].text.rstrip("?!")) and not ends_sentence(blocks[at].text):
        return False
    if _stands_apart(blocks, at) and _closes_menu(blocks, at - 1):
        return False
    above, below = count_words(blocks[at - 1].text), count_words(blocks[at].text)
    close = scores[at - 1] >= scores[at] - 2
    dated = any(block.kind == "dateline" for block in blocks[max(0, at - 4) : at - 1])
    return (below >= (6 if dated else 9) and 4 <= above < below) or (above >= 6 and below >= 6 and close)


def _is_masthead(blocks: Sequence[Block], at: int, scores: Mapping[int, float]) -> bool:
    """Whether a few words stand right above a fuller headline: the name of a section or of the outlet."""
    if count_words(blocks[at].text) > 4 or scores.get(at + 1, 0) < _ACCEPTED:
        return False
    return 5 <= count_words(blocks[at + 1].text) <= 12


def without_kicker(title: str, lines: Sequence[str]) -> str:
    """`title` without the kicker glued to its front, where another of the `lines` sets it off or has the rest.

    >>> without_kicker("On the road A long way home", ["Home", "On the road: A long way home"])
    'A long way home'
    """
    for line in lines:
        kicker, _, rest = line.partition(": ")
        if count_words(rest) >= _TELLING and title == f"{kicker} {rest}":
            return rest
        before = title.removesuffix(f" {line}")
        if count_words(line) >= _TELLING and before != title and count_words(before) <= _KICKER:
            return line
    return title


def bare(title: str, site: str | None) -> str:
    """`title` without the name of the site that browsers add to it.

    >>> bare("Xi lands in Astana | The Bugle", "The Bugle")
    'Xi lands in Astana'
    """
    match = _SITE.search(title)
    return title[: match.start()] if match and site and match["site"].casefold() == site.casefold() else title


def _eligible(block: Block, names: Mapping[str, object]) -> bool:
    text = block.text
    if block.kind not in ("paragraph", "list item") or len(text) > _LONGEST or text.strip("| -–") in names:
        return False
    words = count_words(text)
    if words < 2 or words > 32 or (has_stamp(text) and len(" ".join(beside_stamp(text)).split()) < 4):
        return False
    if (
        are_names(text)
        or _TRAIL.search(text)
        or _NUMBERED.match(text)
        or text.startswith(("> ", "» ", "› ", "o ", "+ "))
    ):
        return False
    return not (NAME_ALONE.fullmatch(text) and words < 4 and is_body(text))


def _series(title: str, text: str) -> bool:
    """Whether the text speaks of a line as the name of a series: "the China Today newsletter"."""
    at = text.casefold().find(title.casefold()) if count_words(title) <= 5 else -1
    return at >= 0 and bool(_KIND.match(text[at + len(title) : at + len(title) + 20]))


def _shared(title: str, text: str, stems: frozenset[str]) -> float:
    """How much of a title comes back in the text."""
    if _EAST_ASIAN.search(title):
        pairs = [title[at : at + 2] for at in range(len(title) - 1)]
        return sum(pair in text for pair in pairs) / len(pairs)
    words = _LONG_WORD.findall(title.casefold())
    return sum(word[:5] in stems for word in words) / len(words) if words else 0.0


def is_quoted(text: str) -> bool:
    """Whether a short line is nothing but a quotation, as a headline may be.

    >>> is_quoted("“I was afraid. So was he.”"), is_quoted("“Yes,” he said.")
    (True, False)
    """
    return count_words(text) <= 16 and bool(_QUOTED.fullmatch(text))


def _weight(title: str) -> float:
    """What shared words count for: all words of a short label come back in some text."""
    return min(1.0, count_words(title) / 4)


def _shape(blocks: Sequence[Block], at: int, seen: Counter[str]) -> float:
    text = blocks[at].text
    words, times = count_words(text), seen[text.casefold()]
    score = min(words, 10) * 0.3
    if words >= _TELLING and 2 <= times <= 4:
        score += 1.5  # headline, and the same in a button or a list
    else:
        score += 1.0 if times == 2 else -1.0 if times > 3 else 0.0
    score += _APART * _stands_apart(blocks, at)
    if (ends_sentence(text.rstrip("?!")) and not is_quoted(text)) or text.endswith((",", ";", ":", "…")):
        score -= 4
    if words > 20:
        score -= 2
    if NAME_ALONE.fullmatch(text) and words < 4:
        score -= 2
    return score - (2 if blocks[at].kind == "list item" else 0)


def _stands_apart(blocks: Sequence[Block], at: int) -> bool:
    """Whether blank lines part a line from the one above and below, as they part no two items of a menu."""
    above = at == 0 or blocks[at].line - blocks[at - 1].line > 1
    return above and (at + 1 == len(blocks) or blocks[at + 1].line - blocks[at].line > 1)


def _closes_menu(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line ends three or more that no blank line parts."""
    return at >= 2 and blocks[at].line - blocks[at - 2].line == 2


def _place(blocks: Sequence[Block], at: int, start: int) -> float:
    between = sum(block.kind in ("paragraph", "list item") for block in blocks[at + 1 : start])
    score = 1.0 - 0.03 * (start - at) if between <= 1 else -0.03 * (start - at)
    near = _cue(blocks, at, start)
    if not near and any(block.kind == "dateline" for block in blocks[max(0, at - 4) : at]):
        score += _DATED
    is_first = between <= 1 and start - at <= _FIRST and not any(_plain(block) for block in blocks[:at])
    if is_first and count_words(blocks[at].text) >= _TELLING:
        score += 2.0  # the first line of what was pasted
    return score + (3.5 - 0.3 * near if near else 0.0)


def _plain(block: Block) -> bool:
    return block.kind in ("paragraph", "list item")


def _cue(blocks: Sequence[Block], at: int, start: int) -> int:
    """How many lines below a byline or a date follows; 0 where none is near."""
    for distance, block in enumerate(blocks[at + 1 : min(start + 3, at + 9)], 1):
        if (
            block.kind == "byline"
            or block.kind == "dateline"
            or (block.kind == "paragraph" and _small_stamp(block.text))
        ):
            return distance
    return 0


def _small_stamp(text: str) -> bool:
    return has_stamp(text) and count_words(text) < 12


def _small_day(block: Block) -> bool:
    return block.kind == "dateline" or block.rule in ("By …", "By a body", "Author: …")


def _supported(blocks: Sequence[Block], at: int, start: int) -> bool:
    """Whether a short line is more than the name of a section: a byline follows, or nothing stands above it."""
    text = blocks[at].text
    if count_words(text) > 4 or sum(block.text == text for block in blocks[:start]) > 1:
        return True
    below = blocks[at + 1 : min(start + 2, at + _DATED_WITHIN)]
    if count_words(text) > 2 and _stands_apart(blocks, at) and any(_small_day(block) for block in below):
        return True
    signed = any(block.kind == "byline" for block in blocks[at + 1 : min(start + 2, at + _SIGNED_WITHIN)])
    # below the day no section is named any more
    signed = signed or (
        count_words(text) > 2 and any(block.kind == "dateline" for block in blocks[max(0, at - 3) : at])
    )
    first = not any(block.kind != "caption" for block in blocks[:at])
    return signed or first
