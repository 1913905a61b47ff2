"""A title without what sites hang on it: their name, their sections, the day, in any script and with any separator."""

from __future__ import annotations

import re
from collections.abc import Collection

from digest.extract.naming import Names, letters

_SEPARATOR = re.compile(
    r"\s+[|–—‒―·•»«›‹:~/\\-]{1,3}\s+|\s?[|｜¦]\s?|\s?(?:--|――|——)\s?|_{1,2}(?=[^\s_]{2,30}$)|[：:](?=[^：:\s]{2,20}$)|:\s|"
    r"(?<=\w)[-–—]\s|\s[-–—](?=\w)|\s?[-‐](?=[\u3040-\u9fff\uac00-\ud7af]{2,12}$)"
)
_LIGHT = re.compile(r"^(?:\s?[:：]\s?|\S\s|\s\S)$")
"""Separators that stand in titles too."""
_BRACKETED = re.compile(
    r"\s*[\[(【（](?P<name>[^\[\]()【】（）]{2,40})[\])】）]$|^[\[【](?P<first>[^\[\]【】]{2,40})[\]】]\s*"
)
_DAY = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}\.? \w{3,10} \d{4}|\w{3,10} \d{1,2}, \d{4}|\d{4}年\d{1,2}月\d{1,2}日"
)
_TRUNCATED = re.compile(r"\s?(?:…|\.\.\.)$")
_MOST_SEGMENTS = 6
_HEAVY = re.compile(r"[|｜¦_]")
_LONGEST = 500
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_SPACE_BEFORE = re.compile(r"(?<=\w) (?=[,;:.](?:\s|$))")


def tidy(title: str, language: str | None) -> str:
    """`title` as it would be printed: no separate colon but in French, no stray bars at its ends.

    >>> tidy("Quantum leaps : what now ? |", "en")
    'Quantum leaps: what now ?'
    """
    text = " ".join(title[:_LONGEST].split()).strip(" |–—·•_-") if not title.startswith(("–", "—", "- ")) else title
    text = text.rstrip(" |·•_")
    return text if (language or "").startswith("fr") else _SPACE_BEFORE.sub("", text)


def is_truncated(title: str) -> bool:
    """Whether a title was cut for want of space."""
    return bool(_TRUNCATED.search(title))


def trim(title: str, names: Names, others: Collection[str]) -> str:
    """`title` without the site's name and sections at its ends; `others` are the letters of titles the page has too.

    >>> names = Names(sites=frozenset({"bugle"}), sections=frozenset({"world"}))
    >>> trim("Xi lands in Astana - World | The Bugle", names, ())
    'Xi lands in Astana'
    """
    text = " ".join(title[:_LONGEST].split())
    named = False
    for _ in range(_MOST_SEGMENTS):
        shorter, was_site = _shorter(text, names, others, named=named)
        if shorter == text:
            return text
        text, named = shorter, named or was_site
    return text


def _shorter(text: str, names: Names, others: Collection[str], *, named: bool) -> tuple[str, bool]:
    cuts = list(_SEPARATOR.finditer(text))
    if cuts:
        last, first = cuts[-1], cuts[0]
        before, after = text[: last.start()], text[last.end() :]
        if (kept := _tail(before, after, last[0], names, named=named)) is not None:
            return before, kept
        before, after = text[: first.start()], text[first.end() :]
        if names.is_site(before) and len(after) > len(before):
            return after, True
        if _HEAVY.search(first[0]) and letters(after) in others:
            return after, False
        for cut in reversed(cuts):
            if not _LIGHT.match(cut[0]) and letters(text[: cut.start()]) in others:
                return text[: cut.start()], False
    return _unbracketed(text, names, others)


def _unbracketed(text: str, names: Names, others: Collection[str]) -> tuple[str, bool]:
    """`text` without a name in brackets at one of its ends."""
    match = _BRACKETED.search(text)
    if match is None:
        return text, False
    rest = text[: match.start()] + text[match.end() :]
    kept = not (names.is_site(match["name"] or match["first"]) or letters(rest) in others)
    return (text, False) if kept else (rest, True)


def _tail(before: str, after: str, separator: str, names: Names, *, named: bool) -> bool | None:
    """Whether the last segment is the site's name; None where it belongs to the title."""
    if len(before) < 2:
        return None
    if names.is_site(after) or (not _LIGHT.match(separator) and names.begins_site(after)):
        return True
    if _DAY.fullmatch(after.strip()):
        return False
    if not names.is_section(after):
        return False if _HEAVY.search(separator) and names.is_folder(after) else None
    return False if named or not _LIGHT.match(separator) else None


def without_unknown_tail(title: str) -> str:
    """`title` without its last segments behind a bar, which are names or keywords even where nothing else says so.

    >>> without_unknown_tail("Xi lands in Astana for talks | Asia | Harbour Gazette")
    'Xi lands in Astana for talks'
    """
    for _ in range(_MOST_SEGMENTS):
        cuts = [
            cut for cut in _SEPARATOR.finditer(title) if _HEAVY.search(cut[0]) or cut[0].strip() in ("»", "«", "--")
        ]
        if not cuts:
            return title
        before, after = title[: cuts[-1].start()], title[cuts[-1].end() :]
        long_enough = len(before.split()) >= 3 or len(_CJK.findall(before)) >= 6
        if not long_enough or len(after) >= len(before) or len(after.split()) > 6:
            return title
        title = before
    return title
