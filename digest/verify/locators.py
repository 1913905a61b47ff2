"""Locators as people write them after a key: which paragraphs of a source are meant."""

from __future__ import annotations

import re

_NUMBERS = r"\d{1,6}(?:\s{0,2}[-–—]{1,2}\s{0,2}\d{1,6})?"
_LOCATOR = re.compile(
    r"[\s,]{0,4}\{?\s?(?:paragraphs?|paras?\b\.?|pars?\.|¶{1,2}|Abs\.|Abs(?:atz|ätze)\b|paragr\.|paragraphes?|párr\.|párrafos?|par[aá]grafos?|абз\.|абзац\w?)\s{0,2}"
    rf"(?P<list>{_NUMBERS}(?:\s{{0,2}}(?:,|;|&|,?\s?(?:and|und|et|и)\b)\s{{0,2}}{_NUMBERS}){{0,99}})\}}?",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d+)(?:\s*[-–—]+\s*(\d+))?")


def parse_locator(suffix: str) -> tuple[tuple[tuple[int, int], ...], str]:
    """The paragraphs that the words after a key name, as ranges, and the words that are left.

    >>> parse_locator(", paras. 4–5 and 7, my translation")
    (((4, 5), (7, 7)), ', my translation')
    """
    match = _LOCATOR.match(suffix)
    if not match:
        return (), suffix
    ranges = tuple(_range(first, last) for first, last in _RANGE.findall(match["list"]))
    return ranges, suffix[match.end() :]


def _range(first: str, last: str) -> tuple[int, int]:
    if last and len(last) < len(first):  # 112–15
        last = first[: -len(last)] + last
    return int(first), int(last or first)
