"""What a line looks like: how many words, whether a sentence ends there, whether it is prose."""

from __future__ import annotations

import re

_SAMPLE = 4_000
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_CLOSING = "\"'’”»“)]】」』*_ "
_STOPS = (".", "!", "?", "…", "。", "！", "？", "।")
_ABBREVIATED = re.compile(r"\b(?:U\.S|[JS]r|Inc|Co|Ltd|Corp|No|vs|a\.m|p\.m|[A-Z])\.$")
_SMALL = frozenset(
    re.findall(
        r"\S+",
        "a an the and or but nor of in on at to for from by with as is vs via into over after under up off out is its",
    )
)


def count_words(text: str) -> int:
    """How many words `text` has; two Chinese or Japanese characters count as one.

    >>> count_words("Xi arrives in Astana"), count_words("习近平抵达阿斯塔纳")
    (4, 4)
    """
    east = len(_EAST_ASIAN.findall(text[:_SAMPLE])) if not text.isascii() else 0
    return len(text.split()) if not east else east // 2 + len(_EAST_ASIAN.sub(" ", text[:_SAMPLE]).split()) // 2


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does.

    >>> ends_sentence("He said so.”"), ends_sentence("Xi Arrives"), ends_sentence("A Visit to the U.S.")
    (True, False, False)
    """
    text = text.rstrip(_CLOSING)
    return text.endswith(_STOPS) and not (count_words(text) < 12 and _ABBREVIATED.search(text))


def is_prose(text: str) -> bool:
    """Whether `text` reads as running text: a sentence, or long."""
    words = count_words(text)
    return words >= 25 or (words >= 4 and ends_sentence(text)) or (words >= 10 and text.endswith((":", ",", ";", "：")))


def is_label(text: str) -> bool:
    """Whether every word that may be capitalised is.

    >>> is_label("What You Need To Know"), is_label("Readers asked")
    (True, False)
    """
    words = [word.strip("\"'’‘“”()[],:?!—–-") for word in text.split()]
    telling = [word for word in words if word and word.casefold() not in _SMALL]
    return bool(telling) and all(word[0].isupper() or word[0].isdigit() for word in telling)
