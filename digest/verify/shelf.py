"""The articles that a document cites, their paragraphs made ready for comparing when first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from digest.model import Article
from digest.verify.doctree import Citation
from digest.verify.wording import Text, Verdict, anchors, find_words, form, text_of

_SEARCHED = 200_000_000  # letters read to say where else words stand, in one examination
_SHOWN = 9  # paragraphs of a locator that are compared word by word


class Shelf:
    """Articles by key, and the texts that a citation's paragraphs make."""

    def __init__(self, articles: Mapping[str, Article], cited: Sequence[str]) -> None:
        """Take the articles, and the keys that the document cites."""
        self.articles = articles
        self._order = tuple(dict.fromkeys((*(key for key in cited if key in articles), *articles)))
        self._forms: dict[str, tuple[str, ...]] = {}
        self._runs: dict[tuple[str, tuple[tuple[int, int], ...]], tuple[Text, ...]] = {}
        self._left = _SEARCHED

    def runs(self, citation: Citation) -> tuple[Text, ...]:
        """The paragraphs a citation names, those that follow one another as one text."""
        name = (citation.key, citation.paragraphs)
        if name not in self._runs:
            forms = self._paragraphs(citation.key)
            runs = _merged(citation.paragraphs, len(forms))
            self._runs[name] = tuple(text_of(forms[first - 1 : last]) for first, last in runs)
        return self._runs[name]

    def said(self, citation: Citation) -> tuple[str, ...]:
        """What the first paragraphs a citation names say."""
        paragraphs = self.articles[citation.key].paragraphs
        numbers = [n for first, last in _merged(citation.paragraphs, len(paragraphs)) for n in range(first, last + 1)]
        return tuple(paragraphs[number - 1].text for number in numbers[:_SHOWN])

    def is_title(self, words: str, key: str) -> bool:
        """Whether `words` are the title of the article, or of what it appeared in."""
        article = self.articles[key]
        titles = {form(title).strip('".,') for title in (article.title, article.container_title) if title}
        return form(words).strip('".,') in titles

    def nearest_first(self, key: str) -> tuple[str, ...]:
        """The keys of all articles: the one named, the others that the document cites, the rest."""
        return (key, *(other for other in self._order if other != key))

    def find(self, words: str, keys: Sequence[str]) -> tuple[str, int] | None:
        """The key and number of the first paragraph of these articles in which `words` stand."""
        needed = anchors(words)
        for key in keys:
            for number, paragraph in enumerate(self._paragraphs(key), start=1):
                self._left -= len(paragraph) + len(words)
                if self._left < 0:
                    return None
                if (
                    any(anchor in paragraph for anchor in needed)
                    and find_words(words, Text(form=paragraph)) is Verdict.STANDS
                ):
                    return key, number
        return None

    def _paragraphs(self, key: str) -> tuple[str, ...]:
        if key not in self._forms:
            self._forms[key] = tuple(form(block.text) for block in self.articles[key].paragraphs)
        return self._forms[key]


def _merged(ranges: Sequence[tuple[int, int]], count: int) -> list[tuple[int, int]]:
    """The ranges that lie within 1 to `count`, those that touch made one."""
    merged: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        first, last = max(first, 1), min(last, count)
        if merged and first <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        elif first <= last:
            merged.append((first, last))
    return merged
