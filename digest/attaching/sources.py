"""The records behind the citations of a report: the library's, and those that fields of other programs carry."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from digest.addresses import identity
from digest.citing import Cited
from digest.interchange.csljson import record_of, write_csljson
from digest.model import Article

Find = Callable[[str], Article | None]
URI = "http://digest.local/items/"  # any stable address will do: one item in all fields of a document
_UNWANTED = ("abstract", "custom", "keyword", "note", "annote")  # an owner's notes; a field carries what is printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """How records are found: by key, old keys included, and by address or DOI."""

    by_key: Find
    by_address: Find
    current: Callable[[str], str] = str  # the key that stands for an old one now; any other key is itself


@dataclass(slots=True)
class Sources:
    """The sources met so far: records by the key each is cited under, and the addresses of their fields."""

    known: Known
    articles: dict[str, Article] = field(default_factory=dict)
    uris: dict[str, tuple[str, ...]] = field(default_factory=dict)
    items: dict[str, str] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)  # what tells a foreign source → its key

    def of(self, cited: Cited) -> Cited | None:
        """The source under the key it is cited by; None where nothing knows it."""
        cited = self._current(cited)
        record = _record(cited)
        article = self.known.by_key(cited.key) if not record else None
        if record and not article:
            article = self._owned(cited, record)
        if article:
            key = article.id
            self.articles.setdefault(key, article)
        elif record:
            key = self._foreign(cited, record)
        else:
            return None
        if cited.uris and not _is_ours(cited.uris):
            self.uris.setdefault(key, cited.uris)
        return replace(cited, key=key)

    def _current(self, cited: Cited) -> Cited:
        """The source under the key its record has now, where its paragraphs are those of that record too."""
        key = self.known.current(cited.key)
        if key == cited.key:
            return cited
        old, new = self.known.by_key(cited.key), self.known.by_key(key)
        if old is None or new is None:
            return cited
        moved = moved_locator(cited, old, new)
        return cited if moved is None else replace(cited, key=key, locator=moved)

    def _owned(self, cited: Cited, record: Article) -> Article | None:
        """The record of the library that a field's own record is: by its key where they agree, else by address."""
        named = self.known.by_key(cited.key)
        if named and (_is_ours(cited.uris) or _agree(named, record)):
            return named
        address = next((value for name, value in record.other if name == "DOI"), "").strip('"') or record.url
        return self.known.by_address(address) if address else None

    def _foreign(self, cited: Cited, record: Article) -> str:
        told = next(iter(cited.uris), "") or cited.item
        if told not in self.named:
            key, number = cited.key or "source", 2
            while key in self.articles or self.known.by_key(key):
                key, number = f"{cited.key}-{number}", number + 1
            self.named[told] = key
            self.articles[key] = replace(record, id=key)
            self.items[key] = cited.item
            self.uris.setdefault(key, cited.uris)
        return self.named[told]

    def complete(self, cited: Cited) -> Cited:
        """The source with the data and the addresses that its field carries."""
        if cited.key not in self.items:
            self.items[cited.key] = _item(self.articles[cited.key])
        return replace(cited, item=self.items[cited.key], uris=self.uris.get(cited.key) or (URI + cited.key,))


def moved_locator(cited: Cited, old: Article, new: Article) -> str | None:
    """The locator in `new` of the paragraphs that it names in `old`; None where they do not stand there."""
    if cited.label != "paragraph" or not cited.locator:
        return cited.locator
    places = {block.text: str(number) for number, block in reversed([*enumerate(new.paragraphs, start=1)])}
    parts = re.split(r"(\d+)", cited.locator)
    for place, part in enumerate(parts):
        if part.isdigit():
            there = old.paragraphs[int(part) - 1].text if 0 < int(part) <= len(old.paragraphs) else None
            if there not in places:
                return None
            parts[place] = places[there]
    return "".join(parts)


def _record(cited: Cited) -> Article | None:
    """The record that a field carries."""
    if not cited.item:
        return None
    item: Mapping[str, object] = json.loads(cited.item)
    return record_of(item, cited.key).article


def _is_ours(uris: Sequence[str]) -> bool:
    return any(uri.startswith(URI) for uri in uris)


def _agree(article: Article, record: Article) -> bool:
    """Whether a field's record is the one of that key, and not another's with a key that looks alike."""
    if article.url and record.url:
        return identity(article.url) == identity(record.url)
    titles = [" ".join((one.title or "").casefold().split()) for one in (article, record)]
    return titles[0] == titles[1] and bool(titles[0])


def _item(article: Article) -> str:
    [item] = json.loads(write_csljson([article]))
    return json.dumps({name: value for name, value in item.items() if name not in _UNWANTED}, ensure_ascii=False)
