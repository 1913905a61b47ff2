"""Many phrases found in one text at once: word by word, whatever their case, accents, hyphens and possessives.

A phrase is matched at word boundaries. `camp*` stands for every word that begins so; a word in capitals (SCO) is only
found in capitals; punctuation other than hyphens and quotation marks keeps two words apart.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,20}"  # U.S.
    rf"|[{_CJK}]"
    rf"|[^\W_{_CJK}]+(?:['’][^\W_{_CJK}]+)*\*?"
    r"|\s[–-](?=\s)|--|[^\w\s\"'“”„«»‘’‐‑–-]"
)


REMEMBERED = 20_000
"""Words a set of phrases remembers what may begin with them, so that hostile texts do not fill the memory."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it stands and as it is compared; `key` is empty where punctuation keeps its neighbours apart.

    `capitals` is the word itself where it is written in capitals.
    """

    text: str
    key: str
    capitals: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: the position of its first word and the one after its last."""

    phrase: str
    first: int
    end: int


def tokens(text: str) -> tuple[Token, ...]:
    """The words of `text` and the punctuation between them."""
    return tuple(_token(found) for found in _TOKEN.findall(text))


@lru_cache(maxsize=20_000)
def _token(text: str) -> Token:
    if not text[0].isalnum():
        return Token(text, "")
    text = re.sub(r"['’]s\Z", "", text.rstrip("*"))
    return Token(text, _fold(text), text if len(text) > 1 and text.isupper() else "")


def _fold(word: str) -> str:
    if word.isascii():
        return word.lower().replace(".", "")
    letters = unicodedata.normalize("NFKD", word.replace("’", "'").replace(".", ""))
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


Piece = tuple[str, bool]  # what a word is compared with, and whether the word may go on
Start = tuple[tuple[Piece, ...], str]  # the pieces after the first, and the phrase


class Phrases:
    """A set of phrases, ready to be looked for.

    >>> found = Phrases(["belt and road", "BRI", "loan*"]).find(tokens("China’s “Belt-and-Road” (BRI) loans; no bri."))
    >>> [hit.phrase for hit in found]
    ['belt and road', 'BRI', 'loan*']
    """

    def __init__(self, phrases: Iterable[str]) -> None:
        self._heads: defaultdict[str, list[Start]] = defaultdict(list)
        self._stems: defaultdict[str, list[Start]] = defaultdict(list)
        for phrase in phrases:
            pieces = tuple(_pieces(phrase))
            if pieces:
                key, open_ended = pieces[0]
                (self._stems if open_ended else self._heads)[key].append((pieces[1:], phrase))
        self._lengths = sorted({len(stem) for stem in self._stems})
        self._known: dict[str, tuple[Start, ...]] = {}

    def find(self, words: Sequence[Token]) -> list[Hit]:
        """Every place where a phrase stands, overlaps included, in order of first word."""
        hits = []
        known = self._known
        for first, word in enumerate(words):
            starts = known.get(word.text)
            if starts is None:
                starts = self._learn(word)
            for rest, phrase in starts:
                if _follows(words, first + 1, rest):
                    hits.append(Hit(phrase, first, first + 1 + len(rest)))
        return hits

    def _learn(self, word: Token) -> tuple[Start, ...]:
        if len(self._known) >= REMEMBERED:
            self._known.clear()
        starts = self._known[word.text] = tuple(self._beginning(word)) if word.key else ()
        return starts

    def _beginning(self, word: Token) -> Iterator[Start]:
        yield from self._heads.get(word.key, ())
        if word.capitals:
            yield from self._heads.get(word.capitals, ())
        for length in self._lengths:
            if len(word.key) >= length:
                yield from self._stems.get(word.key[:length], ())


def _pieces(phrase: str) -> Iterator[Piece]:
    for found in _TOKEN.findall(phrase):
        token = _token(found)
        yield (token.capitals or token.key), found.endswith("*") and bool(token.key)


def _follows(words: Sequence[Token], start: int, rest: tuple[Piece, ...]) -> bool:
    if start + len(rest) > len(words):
        return False
    for place, (key, open_ended) in enumerate(rest, start):
        word = words[place]
        if key not in (word.key, word.capitals or word.key) and not (open_ended and word.key.startswith(key)):
            return False
    return True


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """The hits that no longer or earlier one overlaps."""
    chosen: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.first, -hit.end)):
        if not chosen or hit.first >= chosen[-1].end:
            chosen.append(hit)
    return chosen
