"""An article's tree of sections: headings on their own lines, numbered ones, and labels that open a paragraph."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence
from dataclasses import replace

from digest.extract.lines import count_words, is_label, is_prose
from digest.model import Block, Heading

_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)] \S")
_RUN_IN = re.compile(r"(?P<label>[^\W\d_][^:?.!;\"“”«»()]{1,60}?)(?P<mark>: |\? )(?=[\"“«„‘'(]?[^\W_])")
_STOPPED = re.compile(r"(?P<label>[A-ZÀ-ÞА-ЯЁ][\w’'-]{1,20}(?: [\w’'&-]{1,20}){1,5})\. (?=[\"“«]?[A-ZÀ-ÞА-ЯЁ])")
_SENTENCE = re.compile(
    r"^(?:the|an?|he|she|it|they|we|i|you|this|that|these|those|there|but|and|so|yet|or|not|no|yes|his|her|its|their|"
    r"our|my|in|on|at|for|then|now|here|what|who|if|as|mr|mrs|ms|dr|gen)\b"
    r"|\b(?:is|are|was|were|am|be|been|has|have|had|will|would|can|could|may|might|must|should|did|does|do|said|says|"
    r"went|came|won|lost|left|fell|rose|knew|know|agree|[a-z]{2,15}ed)$"
    r"|\b(?:is|are|was|were|has|have|had|will|would|can|could|did|does|do|said|says|went|came)\b|^\w+(?:ly|,)\b",
    re.I,
)
"""Short sentences, which a label that ends with a full stop must not be."""

_HABIT = 3
_LINKS = re.compile(
    r"(?:read|see|learn|find out|watch|listen) more|further reading|recommended reading|what (?:we[’']re|"
    r"i[’']m) reading|"
    r"links?|in case you missed it|weiterlesen|mehr dazu|pour aller plus loin|à lire|подробнее|leer más|延伸阅读",
    re.I,
)
_MOST = 14  # words of a heading
_SAYING = re.compile(r"\b(?:said|says|added|told \w+|wrote|continued|asked|stated)(?: \w+)?:$")


def find_headings(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The lines of an article's body with its headings labelled, each at its level.

    A paragraph that opens with a label keeps its words; its `level` says that it does.
    """
    counts = Counter(_speaker(block.text) for block in blocks)
    speakers = frozenset(label for label, times in counts.items() if label and times > 1)
    headed = [
        replace(block, kind="heading", rule=rule) if (rule := _rule(blocks, at, speakers)) else block
        for at, block in enumerate(blocks)
    ]
    labels = _labels(headed)
    levelled: list[Block] = []
    deepest, last_label, open_level = 0, 0, 0
    for block in headed:
        if block.line in labels and block.kind == "paragraph":
            last_label = open_level = max(2, deepest + 1)
            block = replace(block, level=last_label, rule="a label opens the paragraph")
        elif block.kind == "heading":
            open_level = block.level or _level(block, last_label, open_level)
            deepest = max(deepest, open_level)
            last_label = 0 if open_level == 1 else last_label
            block = replace(block, level=open_level)
        levelled.append(block)
    return tuple(levelled)


def _level(block: Block, last_label: int, open_level: int) -> int:
    """The level of a heading on its own line; a list of links belongs to the section it stands in."""
    if _NUMBERED.match(block.text):
        return 2
    if _LINKS.fullmatch(block.text.rstrip(":. ")) and open_level:
        return last_label or 2
    return 1


def _rule(blocks: Sequence[Block], at: int, speakers: Container[str]) -> str:
    block = blocks[at]
    if block.kind != "paragraph" or not _could_head(block.text) or _speaker(block.text) in speakers:
        return block.rule if block.kind == "heading" else ""
    following = next((other for other in blocks[at + 1 : at + 20] if other.kind not in ("caption", "furniture")), None)
    if following is None or following.kind not in ("paragraph", "list item", "heading"):
        return ""
    if _NUMBERED.match(block.text):
        return "numbered heading"
    if not is_prose(following.text) and not _could_head(following.text) and following.kind != "list item":
        return ""
    return "short line above text"


def _speaker(text: str) -> str:
    """What stands before a colon at the head of a line: in an interview, who speaks."""
    label, colon, _ = text[:60].partition(": ")
    return label if colon and len(label.split()) <= 5 else ""


def _could_head(text: str) -> bool:
    if len(text) > 130 or count_words(text) > _MOST or text[0] in "\"“«„(‘'…—–-" or text[0].islower():
        return False
    if text.endswith((".", ",", ";", "…", "。", "，", "”", '"', "»")) or _SAYING.search(text):
        return False
    if text.endswith(("!", "?", "？", "！")):
        return is_label(text) or count_words(text) <= 9
    return any(map(str.isalpha, text)) and not text.isdigit()


def _labels(blocks: Sequence[Block]) -> dict[int, str]:
    """The labels that open paragraphs, by line, where the article has a habit of them."""
    found = {block.line: label for block in blocks if block.kind == "paragraph" and (label := run_in(block.text))}
    counts = Counter(found.values())  # a label that comes back is a speaker in an interview
    once = {line: label for line, label in found.items() if counts[label] == 1}
    telling = [label for label in once.values() if len(label.split()) > 1]
    if len(telling) < 2 and len(once) < 3:
        return _stopped_labels(blocks)
    return {line: label for line, label in once.items() if len(label.split()) > 1 or len(once) >= 3}


def _stopped_labels(blocks: Sequence[Block]) -> dict[int, str]:
    """The labels with a full stop that open paragraphs, where most paragraphs from the first to the last have one."""
    lines = [block for block in blocks if block.kind == "paragraph"]
    found = {at: label for at, block in enumerate(lines) if (label := _stopped(block.text))}
    if len(set(found.values())) < _HABIT or len(found) * 3 < (max(found) - min(found) + 1) * 2:
        return {}
    return {lines[at].line: label for at, label in found.items()}


def _stopped(text: str) -> str | None:
    match = _STOPPED.match(text[:90])
    return match["label"] if match and not _SENTENCE.search(match["label"]) else None


def run_in(text: str) -> str | None:
    """The label that opens a paragraph.

    >>> run_in("Why It Matters: China is still learning."), run_in("What's At Stake? Kosovo risks much.")
    ('Why It Matters', "What's At Stake?")
    >>> run_in("Readers asked: what next?") is None
    True
    """
    match = _RUN_IN.match(text[:90])
    if not match or not is_label(match["label"]) or count_words(match["label"]) > 8 or match["label"].isupper():
        return None
    return match["label"] + match["mark"].strip().rstrip(":")


def sections(blocks: Sequence[Block]) -> tuple[Heading, ...]:
    """The tree of sections of labelled blocks: each heading with the numbers of the paragraphs up to the next."""
    heads: list[Heading] = []
    count = 0
    for block in blocks:
        body = block.kind in ("paragraph", "list item")
        label = run_in(block.text) or _stopped(block.text) if body and block.level else None
        if block.kind == "heading" or label:
            if heads:
                heads[-1] = replace(heads[-1], last=count)
            text = label or block.text
            heads.append(Heading(text=text, level=block.level or 1, line=block.line, first=count + 1, last=count))
        count += body
    if heads:
        heads[-1] = replace(heads[-1], last=count)
    return tuple(heads)
