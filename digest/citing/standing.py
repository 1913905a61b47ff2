"""Where in a library quotations of a report stand, word for word: the library streams past, the quotations wait.

A quotation waits under a few runs of its words that any paragraph which has it must have; only where one is met are the
words themselves compared, as the gate compares them. So no more than the report is held in memory.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from digest.citing.naming import names_of
from digest.citing.quoted import Quoted, words_in
from digest.model import Article
from digest.sentences import split_sentences
from digest.verify.wording import Text, Verdict, anchors, find_words, form, text_of

_RUN = 4  # words
_MOST = 40  # places that are kept of one quotation
_COMPARED = 400_000_000  # letters that are compared in one search
_WINDOW = 40_000  # letters of a paragraph around a run that are compared
_READ = 3_000  # letters on either side of a run in which its sentence is looked for
_SHOWN = 400  # letters of a source's sentence

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+")
_FOLDED_IN_WORDS = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff\ufe0e\ufe0f\ufb00-\ufb06\u0132\u0133\u02b0-\u02ff"
    "\uff00-\uffef]"
)
_OURS = re.compile(r"\w*\[[^\[\]]{0,500}\]\w*|\.\.\.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a quotation stands: the paragraphs `first` to `last` of an article, and what is said of it there."""

    key: str
    first: int
    last: int
    sentence: str
    names: tuple[str, ...] = ()  # of the article's outlet and authors, as a sentence calls it by
    day: date | None = None  # the first on which it can have been issued

    @property
    def locator(self) -> str:
        """Its paragraphs as a citation has them."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def places_of(quoted: Sequence[Quoted], articles: Iterable[Article]) -> list[tuple[Place, ...]]:
    """For each quotation the places in `articles`, read once, where all its words stand: the first of each article."""
    index = _Index(quoted)
    found: list[list[Place]] = [[] for _ in quoted]
    for article in articles:
        for number, place in index.met(article):
            if len(found[number]) < _MOST:
                found[number].append(place)
    return [tuple(places) for places in found]


def _sentence(text: str, run: tuple[str, ...]) -> str:
    """The sentence of a paragraph that has a run of words; else how it begins."""
    match = _pattern(run).search(text)
    start = max(0, match.start() - _READ) if match else 0
    sentences = split_sentences(text[start : start + 2 * _READ])
    words = f" {' '.join(run)} "
    said = next((one for one in sentences if words in f" {' '.join(tokens(one))} "), sentences[0] if sentences else "")
    flat = " ".join(said.split())
    return flat if len(flat) <= _SHOWN else flat[:_SHOWN].rpartition(" ")[0] + " …"


def _pattern(run: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(r"\W{1,9}".join(map(re.escape, run)) if run else r"\A")


def tokens(text: str) -> list[str]:
    """The words of a text as its form has them; a character of a script without spaces is one.

    >>> tokens("It’s a ﬁne day – 习近平")
    ['It', 's', 'a', 'fine', 'day', '习', '近', '平']
    """
    plain = text.isascii() or (unicodedata.is_normalized("NFC", text) and not _FOLDED_IN_WORDS.search(text))
    return _TOKEN.findall(text if plain else form(text))


class _Index:
    """The words that are looked for, by runs of theirs: of a quotation of several parts those of the longest."""

    def __init__(self, quoted: Sequence[Quoted]) -> None:
        self._words: list[str] = []  # each once
        self._owners: list[list[int]] = []  # the quotations that have them
        self._parts = [tuple(words for words in one.words if _TOKEN.search(words)) for one in quoted]
        numbers: dict[str, int] = {}
        for owner, parts in enumerate(self._parts):
            if parts:
                self._add(max(parts, key=words_in), owner, numbers)
        self._runs = self._indexed()
        self._sizes = sorted({len(run) for run in self._runs}, reverse=True)
        self._anchors: dict[str, tuple[str, ...]] = {}  # strings of which a text must have one
        self._left = _COMPARED

    def _add(self, words: str, owner: int, numbers: dict[str, int]) -> None:
        number = numbers.setdefault(form(words), len(self._words))
        if number == len(self._words):
            self._words.append(words)
            self._owners.append([])
        self._owners[number].append(owner)

    def _indexed(self) -> dict[tuple[str, ...], list[int]]:
        """The words under the two runs, one of their first half and one of their second, that fewest others have.

        Where a source breaks the paragraph in one half, the other stands whole.
        """
        runs = [_runs(words) for words in self._words]
        common = Counter(run for found in runs for run in found)
        index: dict[tuple[str, ...], list[int]] = {}
        for number, found in enumerate(runs):
            middle = (len(found) + 1) // 2
            for half in (found[:middle], found[middle:]):
                if half:
                    rarest = min(half, key=lambda run: (common[run], -sum(map(len, run))))
                    index.setdefault(rarest, []).append(number)
        return index

    def met(self, article: Article) -> Iterator[tuple[int, Place]]:
        """The quotations that stand in an article, and where."""
        compared = _Compared(article)
        found: set[int] = set()
        for number, block in enumerate(article.paragraphs if self._runs else ()):
            for run in self._hits(tokens(block.text)):
                for words in self._runs[run]:
                    if words not in found and (span := self._stands(self._words[words], compared, number, run)):
                        found.add(words)
                        yield from self._whole(words, compared, compared.place(*span, _sentence(block.text, run)))

    def _whole(self, number: int, compared: _Compared, place: Place) -> Iterator[tuple[int, Place]]:
        """The quotations with those words of which the other parts stand beside them."""
        for owner in self._owners[number]:
            parts = self._parts[owner]
            others = [words for words in parts if words != self._words[number]]
            near = range(place.first - 1 - len(parts), place.last + len(parts))
            spans = [next(self._places(words, compared, near), None) for words in others]
            told = [(place.first, place.last), *(span for span in spans if span)]
            if len(told) > len(others):
                first, last = min(first for first, _ in told), max(last for _, last in told)
                yield owner, replace(place, first=first, last=last)

    def _places(self, words: str, compared: _Compared, near: range) -> Iterator[tuple[int, int]]:
        return (span for number in near if (span := self._stands(words, compared, number, ())))

    def _hits(self, words: Sequence[str]) -> Iterator[tuple[str, ...]]:
        for size in self._sizes:
            runs = [words[start:] for start in range(size)]
            if not self._runs.keys().isdisjoint(zip(*runs, strict=False)):
                yield from dict.fromkeys(run for run in zip(*runs, strict=False) if run in self._runs)

    def _stands(self, words: str, compared: _Compared, number: int, run: tuple[str, ...]) -> tuple[int, int] | None:
        """The paragraphs, of those around the place `number`, that have the words."""
        for first, last in ((number, number), (number, number + 1), (number - 1, number), (number - 1, number + 1)):
            if first < 0 or last >= len(compared.article.paragraphs) or self._left < 0:
                continue
            text = compared.text(first, last, run)
            self._left -= len(text.form) + len(words)
            if self._may_stand(words, text) and find_words(words, text) is Verdict.STANDS:
                return first + 1, last + 1
        return None

    def _may_stand(self, words: str, text: Text) -> bool:
        if words not in self._anchors:
            self._anchors[words] = anchors(words)
        return any(anchor in text.form for anchor in self._anchors[words])


class _Compared:
    """The paragraphs of an article in the form they are compared in, made when they are asked for."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._forms: dict[int, str] = {}
        self._texts: dict[tuple[int, int], Text] = {}
        self._names: tuple[str, ...] | None = None

    def place(self, first: int, last: int, sentence: str) -> Place:
        """A place in the article."""
        if self._names is None:
            self._names = names_of(self.article)
        day = self.article.issued.first if self.article.issued else None
        return Place(key=self.article.id, first=first, last=last, sentence=sentence, names=self._names, day=day)

    def text(self, first: int, last: int, run: tuple[str, ...]) -> Text:
        """Paragraphs as one text; of what is very long, the part around a run of words."""
        if (first, last) in self._texts:
            return self._texts[first, last]
        forms = [self._form(number) for number in range(first, last + 1)]
        if sum(map(len, forms)) > _WINDOW:
            return text_of([_windowed(one, run) for one in forms])
        self._texts[first, last] = text_of(forms)
        return self._texts[first, last]

    def _form(self, number: int) -> str:
        if number not in self._forms:
            self._forms[number] = form(self.article.paragraphs[number].text)
        return self._forms[number]


def _windowed(text: str, run: tuple[str, ...]) -> str:
    if len(text) <= _WINDOW:
        return text
    match = _pattern(run).search(text)
    start = max(0, match.start() - _WINDOW // 2) if match else 0
    return text[start : start + _WINDOW]


def _runs(words: str) -> list[tuple[str, ...]]:
    """The runs of words that a text must have, in order: those of the longest kind that there are."""
    pieces = [_TOKEN.findall(piece) for piece in _OURS.split(form(words))]
    for size in range(_RUN, 0, -1):
        found = [tuple(piece[n : n + size]) for piece in pieces for n in range(len(piece) - size + 1)]
        if found:
            return found
    return []
