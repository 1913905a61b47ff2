"""Patterns of citation keys, in the notation of Better BibTeX: `auth.lower + shorttitle(3,3) + year`.

    pattern     = chain { "|" chain }        the first in which everything gives something, else the last
    chain       = part { "+" part }
    part        = ( word | 'literal' | "(" pattern ")" ) { "." filter }
    word        = name [ "(" number { "," number } ")" ], as is a filter

The words are those of `WORDS`, the filters those of `FILTERS`. Notation:
https://retorque.re/zotero-better-bibtex/citing/, of which this is a part.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from functools import cache

from digest.citekeys import clash_free, mint
from digest.keypatterns.words import FILTERS, WORDS, Filter, Word
from digest.model import Article
from digest.settings import nearest

LONGEST = 300
"""Characters of a pattern."""
_LONGEST_KEY = 70


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPlan:
    """How new records get their keys; `pattern` None is our own way. Keys already given never change."""

    pattern: str | None = None

    def __post_init__(self) -> None:
        """Refuse a pattern that cannot be read, with `ValueError`."""
        if self.pattern is not None:
            parse(self.pattern)


def mint_by(pattern: str | None, article: Article, taken: Container[str]) -> str:
    """A key by the pattern that is not in `taken`; by our own way where that gives nothing.

    >>> from digest.model import Name
    >>> ng = Article(author=(Name(family="Ng", given="Amy"),), title="The Price of Tea in Łódź")
    >>> mint_by("auth.lower + shorttitle(3,3)", ng, ())
    'ngPriceTeaLodz'
    >>> mint_by("auth + '-' + year | auth(3) + '_' + veryshorttitle", ng, {"Ng_Price"})
    'Ng_Priceb'
    """
    if pattern is None:
        return mint(article, taken)
    key = re.sub(r"[^A-Za-z0-9_:.-]", "", parse(pattern)(article)[0])[:_LONGEST_KEY].strip(":.-")
    return clash_free(key, taken) if key else mint(article, taken)


Made = tuple[str, bool]
Maker = Callable[[Article], Made]
"""What a part of a pattern makes of an article, and whether everything in it gave something."""


@cache
def parse(pattern: str) -> Maker:
    """What makes keys by the pattern; ValueError says what is wrong, and where."""
    if len(pattern) > LONGEST:
        raise ValueError(f"a pattern of more than {LONGEST} characters")
    tokens = _tokens(pattern)
    maker, rest = _pattern(tokens)
    if rest[0].text:
        raise _wrong(rest[0], "is not understood; parts are joined by + and chosen from by |")
    return maker


@dataclass(frozen=True, slots=True, kw_only=True)
class _Token:
    text: str
    place: int


_TOKEN = re.compile(r"\s*(?:([A-Za-z]\w*)|(\d{1,3})|('[^']*'|\"[^\"]*\")|([()+|.,]))")
_LITERAL = re.compile(r"[A-Za-z0-9_:.-]*")


def _wrong(token: _Token, what: str) -> ValueError:
    told = f'"{token.text}" at character {token.place} of the pattern' if token.text else "the pattern ends where it"
    return ValueError(f"{told} {what}")


def _tokens(pattern: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    end = len(pattern.rstrip())
    while at < end:
        match = _TOKEN.match(pattern, at)
        if not match:
            start = at + len(pattern[at:]) - len(pattern[at:].lstrip())
            raise _wrong(_Token(text=pattern[start], place=start + 1), "has no meaning there")
        found.append(_Token(text=match[0].strip(), place=match.end() - len(match[0].lstrip()) + 1))
        at = match.end()
    return [*found, _Token(text="", place=end + 1)]


_Read = tuple[Maker, list[_Token]]


def _pattern(tokens: list[_Token]) -> _Read:
    chain, rest = _chain(tokens)
    chains = [chain]
    while rest[0].text == "|":
        chain, rest = _chain(rest[1:])
        chains.append(chain)
    return (_first_of(chains) if len(chains) > 1 else chain), rest


def _chain(tokens: list[_Token]) -> _Read:
    part, rest = _part(tokens)
    parts = [part]
    while rest[0].text == "+":
        part, rest = _part(rest[1:])
        parts.append(part)
    return (_joined(parts) if len(parts) > 1 else part), rest


def _part(tokens: list[_Token]) -> _Read:
    maker, rest = _plain(tokens)
    while rest[0].text == ".":
        name, numbers, after = _call(rest[1:], FILTERS, "filter")
        maker, rest = _filtered(maker, FILTERS[name], numbers), after
    return maker, rest


def _plain(tokens: list[_Token]) -> _Read:
    first = tokens[0]
    if first.text == "(":
        maker, rest = _pattern(tokens[1:])
        if rest[0].text != ")":
            raise _wrong(rest[0], 'should be ")"')
        return maker, rest[1:]
    if first.text[:1] in ("'", '"'):
        literal = first.text[1:-1]
        if not _LITERAL.fullmatch(literal):
            raise _wrong(first, "cannot stand in a key: letters, digits and _ : . - can")
        return (lambda _: (literal, True)), tokens[1:]
    name, numbers, rest = _call(tokens, WORDS, "word of a pattern")
    return _word(WORDS[name], numbers), rest


def _call(tokens: list[_Token], known: Container[str], what: str) -> tuple[str, tuple[int, ...], list[_Token]]:
    """A name and the numbers in brackets after it."""
    name, rest = tokens[0], tokens[1:]
    if name.text not in known:
        names = WORDS if known is WORDS else FILTERS
        raise _wrong(name, f"is no {what}; {nearest(name.text, names)}".rstrip("; "))
    numbers: list[int] = []
    if rest[0].text == "(":
        while rest[0].text in ("(", ","):
            if not rest[1].text.isdecimal():
                raise _wrong(rest[1], "should be a number")
            numbers.append(int(rest[1].text))
            rest = rest[2:]
        if rest[0].text != ")":
            raise _wrong(rest[0], 'should be ")"')
        rest = rest[1:]
    return name.text, tuple(numbers), rest


def _word(word: Word, numbers: tuple[int, ...]) -> Maker:
    def made(article: Article) -> Made:
        text = word(article, numbers)
        return text, bool(text)

    return made


def _joined(parts: Sequence[Maker]) -> Maker:
    def made(article: Article) -> Made:
        texts, whole = zip(*(part(article) for part in parts), strict=True)
        return "".join(texts), all(whole)

    return made


def _first_of(chains: Sequence[Maker]) -> Maker:
    def made(article: Article) -> Made:
        found = [chain(article) for chain in chains]
        return next((one for one in found if one[1]), found[-1])

    return made


def _filtered(maker: Maker, change: Filter, numbers: tuple[int, ...]) -> Maker:
    def made(article: Article) -> Made:
        text, whole = maker(article)
        return change(text, numbers), whole

    return made
