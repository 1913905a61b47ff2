"""Copies of a text as other desks, other pages and later hours leave them."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

Text = tuple[str, ...]
Edit = Callable[[Text, Sequence[Text], random.Random], Text]
"""The text's paragraphs, those of other texts, chance → the copy."""

_SENTENCE = re.compile(r"(?<=[.!?。！？])\s*")
_FRAME = (
    "Sign up for our letter and never miss the stories that matter, every morning in your mailbox before breakfast.",
    "Home News Sport Business Culture",
    "Read also: ten things about the weather that nobody ever told you, and who keeps them from you",
    "All rights reserved. No part of this page may be copied without leave of the publisher.",
)


def _sentences(text: str) -> list[str]:
    return [sentence for sentence in _SENTENCE.split(text) if sentence.strip()]


def cut(text: Text, others: Sequence[Text], chance: random.Random) -> Text:
    """The first third to two thirds, as a paper with less room prints it."""
    room = sum(map(len, text)) * chance.uniform(0.34, 0.67)
    kept: list[str] = []
    for paragraph in text:
        if kept and sum(map(len, kept)) > room:
            break
        kept.append(paragraph)
    return tuple(kept)


def wired(text: Text, others: Sequence[Text], chance: random.Random) -> Text:
    """An agency's dateline and another lede before it, its signature after it."""
    lede = _sentences(chance.choice(others)[0])[0]
    first = " ".join(_sentences(text[0])[1:])
    return (f"ALMATY, Nov 3 (Agency) - {lede}", *filter(None, (first,)), *text[1:], "(Reporting by A. N. Other)")


def updated(text: Text, others: Sequence[Text], chance: random.Random) -> Text:
    """Three sentences in ten are others, anywhere."""
    parts = [_sentences(paragraph) for paragraph in text]
    count = sum(map(len, parts))
    gone = set(chance.sample(range(count), round(0.3 * count)))
    number = -1
    told = []
    for part in parts:
        kept = []
        for sentence in part:
            number += 1
            kept.append(chance.choice(_sentences(chance.choice(others)[-1])) if number in gone else sentence)
        told.append(" ".join(kept))
    return tuple(told)


def framed(text: Text, others: Sequence[Text], chance: random.Random) -> Text:
    """With what a page puts around it."""
    return (*_FRAME[:2], *text, *_FRAME[2:])


def paired(text: Text, others: Sequence[Text], chance: random.Random) -> Text:
    """The first of two articles on a page that was not parted."""
    return (*text, *chance.choice(others))


def styled(text: Text, others: Sequence[Text], chance: random.Random) -> Text:
    """Cut from the end, paragraphs joined, other quotation marks, a word in thirty changed, a paragraph put in."""
    kept = text[: max(2, round(len(text) * 0.75))]
    words = (" ".join("there" if chance.random() < 1 / 30 else word for word in part.split(" ")) for part in kept)
    told = [re.sub("[“”„«»]", '"', part) for part in words]
    joined = [" ".join(told[place : place + 2]) for place in range(0, len(told), 2)]
    return (joined[0], chance.choice(others)[0], *joined[1:])


EDITS: dict[str, Edit] = {
    "cut": cut,
    "wire-style head": wired,
    "updated": updated,
    "framed": framed,
    "two on a page": paired,
    "house style": styled,
}
