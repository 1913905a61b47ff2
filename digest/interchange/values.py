"""A record as values of CSL's variables, as writers and readers of every format have it."""

from __future__ import annotations

import html
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, replace
from urllib.parse import quote

from digest.csl import YEAR_INFERRED, is_supplied, marks, printed_title, web_address
from digest.model import Article, Date, Name
from digest.records import clean
from digest.variables import ALL, DATES, NAMES, other_text

Value = str | Date | tuple[Name, ...]

ALIASES = "aliases"
"""Earlier keys of a record, as a variable of ours."""
OWN = frozenset([ALIASES, "title-romanized", "title-translated"])
"""What a record keeps beside the variables of CSL, and CSL has none for."""
SUPPLIED = "title supplied from the opening words"
"""What a note says of a title that is a description of ours."""
MOST_CHARACTERS = 1_000_000
"""Of one value; the longest abstract has ten thousand."""

LINED = frozenset(["abstract", "annote", "note"])
"""The variables whose values may have several lines."""

_FIELDS = {
    "container_title": "container-title", "section": "section", "genre": "genre", "publisher": "publisher",
    "dateline": "dateline", "language": "language", "abstract": "abstract",
}  # fmt: skip
# The markup that reference managers put into titles: https://www.zotero.org/support/kb/rich_text_bibliography
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|sc|span|em|strong|p|div|jats:\w{1,12})(?:\s[^<>]{0,200})?/?>|<br\s?/?>", re.I)
_PARTS = {entry.name.replace("_", "-"): entry.name for entry in fields(Name)}


def variables(article: Article) -> dict[str, Value]:
    """What a record says, each variable as other programs may have it: addresses that are none are left out.

    >>> variables(Article(type="book", title="On  Tea", other=(("volume", '"2"'),)))
    {'type': 'book', 'title': 'On Tea', 'volume': '2'}
    """
    found: dict[str, Value] = {"type": article.type, "title": printed_title(article)}
    found |= {role: names for role in ("author", "contributor") if (names := getattr(article, role))}
    found |= {name: str(value) for field, name in _FIELDS.items() if (value := getattr(article, field))}
    found |= {name: date for name in ("accessed", "modified") if (date := getattr(article, name))}
    if article.issued:
        found["issued"] = told_date(article)
    if address := address_of(article):
        found["URL"] = address
    found |= {name: value for name, value in _others(article) if name not in found}
    if words := keywords(article):
        found["keyword"] = ", ".join(words)
    return {name: neat for name, value in found.items() if (neat := _neat(value, name))}


def _neat(value: Value, name: str) -> Value:
    if isinstance(value, tuple):
        return tuple(filter(None, (person_of({part: getattr(one, part) for part in _PARTS.values()}) for one in value)))
    return neat(value, name) if isinstance(value, str) else value


def with_aliases(article: Article, keys: Iterable[str]) -> Article:
    """`article` with these keys beside the earlier ones that it came with.

    >>> with_aliases(Article(id="new"), ["old2020"]).other
    (('aliases', '"old2020"'),)
    """
    known = [key for key in other_text(article.other, ALIASES).split(", ") if key]
    every = [key for key in dict.fromkeys((*known, *keys)) if key != article.id]
    if every == known:
        return article
    rest = (pair for pair in article.other if pair[0] != ALIASES)
    return replace(article, other=tuple(sorted([*rest, (ALIASES, json.dumps(", ".join(every), ensure_ascii=False))])))


def told_date(article: Article) -> Date:
    """When it was issued; where the year is inferred both ends are approximate.

    >>> told_date(Article(issued=Date(edtf="2022-09-14")))
    Date(edtf='2022-09-14')
    """
    issued = article.issued
    if issued is None:
        raise ValueError("an article without a date")
    if YEAR_INFERRED not in marks(article):
        return issued
    ends = issued.edtf.split("/")
    return Date(edtf="/".join(end if end == ".." or end[-1] in "~?%" else f"{end}~" for end in ends))


def keywords(article: Article) -> tuple[str, ...]:
    """The words it came with and its themes, each once."""
    kept = other_text(article.other, "keyword")
    words = (" ".join(clean(word).replace(",", " ").split()) for word in (*kept.split(","), *article.themes))
    return tuple(dict.fromkeys(filter(None, words)))


def address_of(article: Article) -> str | None:
    """Its URL where it is one of the web, with what no URL may hold percent-encoded.

    >>> address_of(Article(url="https://e.example/a b"))
    'https://e.example/a%20b'
    """
    written = re.sub(
        r"[^!#-;=?-~\u00a1-\U0010ffff]|[\s<>\"]", lambda found: quote(found[0]), clean(article.url or "").strip()
    )
    return web_address(replace(article, url=written))


def neat(text: str, name: str) -> str:
    """`text` as a record that was read has it: one blank between words, line breaks only where there may be lines."""
    text = unicodedata.normalize("NFC", clean(text))
    lines = text.split("\n") if name in LINED else [text]
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def text_of(raw: object) -> str | None:
    """A value's words without markup, entities, line breaks and what no format can hold; None where there are none.

    >>> text_of("Tea in <i>Qing</i>  China &amp; beyond")
    'Tea in Qing China & beyond'
    """
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        return None
    text = str(raw)[:MOST_CHARACTERS]
    plain = html.unescape(_MARKUP.sub(" " if "<br" in text else "", text)) if "&" in text or "<" in text else text
    return " ".join(clean(plain).split()) or None


def _others(article: Article) -> Iterator[tuple[str, Value]]:
    for name, raw in article.other:
        value = json.loads(raw)
        if name in NAMES and isinstance(value, list):
            yield name, tuple(filter(None, (person_of(one) for one in value if isinstance(one, dict))))
        elif name in DATES:
            with suppress(ValueError, OverflowError):
                yield name, Date(edtf=str(value))
        elif name != "keyword" and name in ALL | OWN:
            yield name, str(value)


def person_of(parts: Mapping[str, object]) -> Name | None:
    """The name that has these parts, by CSL's names or ours; None where none is a text."""
    named = {ours: parts.get(theirs) or parts.get(ours) for theirs, ours in _PARTS.items()}
    texts = {ours: text for ours, value in named.items() if isinstance(value, str) and (text := neat(value, ""))}
    return Name(**texts) if texts else None


def note_of(article: Article) -> str:
    """What a note says for a reader: the note it came with, that the title is ours, how sure its date is."""
    kept = other_text(article.other, "note")
    said = [*([SUPPLIED] if is_supplied(article) else []), *marks(article)]
    new = [mark for mark in said if mark not in kept]
    return "\n".join(filter(None, [neat(kept, "note"), "; ".join(new)]))
