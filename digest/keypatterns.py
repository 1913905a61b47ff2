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

from digest.citekeys import SPOKEN, clash_free, fold, is_small, mint, outlet_word, site_word, telling_word
from digest.model import Article, Name
from digest.settings import nearest
from digest.variables import other_text

LONGEST = 300
"""Characters of a pattern."""
_LONGEST_KEY = 70
_MOST_NAMES = 20


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


def _word(word: _Word, numbers: tuple[int, ...]) -> Maker:
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


def _filtered(maker: Maker, change: _Filter, numbers: tuple[int, ...]) -> Maker:
    def made(article: Article) -> Made:
        text, whole = maker(article)
        return change(text, numbers), whole

    return made


_Word = Callable[[Article, tuple[int, ...]], str]
_Filter = Callable[[str, tuple[int, ...]], str]


def _number(numbers: tuple[int, ...], place: int, other: int) -> int:
    return numbers[place] if len(numbers) > place else other


def plain(text: str) -> str:
    """`text` in ASCII letters and digits, its capitals kept.

    >>> plain("Łódź"), plain("ЩИТ"), plain("O’Brien-Ng")
    ('Lodz', 'SHCHIT', 'OBrienNg')
    """
    words = ("".join(_cased(letter, word) for letter in word) for word in re.findall(r"\w+", text))
    return re.sub(r"[^A-Za-z0-9]", "", "".join(words))


def _cased(letter: str, word: str) -> str:
    folded = fold(letter)
    if not letter.isupper():
        return folded
    return folded.upper() if word.isupper() and len(word) > 1 else folded.capitalize()


def _surname(name: Name) -> str:
    return plain(name.literal or f"{name.non_dropping_particle or ''} {name.family or name.given or ''}")


def _auth(article: Article, numbers: tuple[int, ...]) -> str:
    """Of the first author, or the one of the second number: so many letters as the first says, or all."""
    which = _number(numbers, 1, 1) - 1
    names = article.author[which : which + 1] if which >= 0 else ()
    return "".join(map(_surname, names))[: _number(numbers, 0, 0) or None]


def _authors(article: Article, numbers: tuple[int, ...]) -> str:
    most = _number(numbers, 0, 0) or _MOST_NAMES
    return "".join(map(_surname, article.author[:most])) + ("EtAl" if len(article.author) > most else "")


def _auth_et_al(article: Article, _: tuple[int, ...]) -> str:
    return _authors(article, (1,) if len(article.author) > 2 else (2,))


def _words(text: str, numbers: tuple[int, ...], capitals: int | None) -> str:
    """The first words but small ones, the first of them with a capital, so many as `capitals` says, or all."""
    words = [plain(word) for word in SPOKEN.findall(text) if not is_small(word)]
    words = [word for word in words if word][: _number(numbers, 0, 0) or None]
    return "".join(
        word[:1].upper() + word[1:] if capitals is None or place < capitals else word
        for place, word in enumerate(words)
    )


def _title(article: Article) -> str:
    return article.title or article.title_supplied or article.opening[:300]


def _short_title(article: Article, numbers: tuple[int, ...]) -> str:
    return _words(_title(article), (_number(numbers, 0, 3),), _number(numbers, 1, 0))


def _very_short_title(article: Article, numbers: tuple[int, ...]) -> str:
    return _words(_title(article), (_number(numbers, 0, 1),), _number(numbers, 1, 0))


def _year(article: Article, _: tuple[int, ...]) -> str:
    issued = article.issued
    return f"{issued.first.year:04d}" if issued and issued.first.year == issued.last.year else ""


def _month(article: Article, _: tuple[int, ...]) -> str:
    issued = article.issued
    same = issued and (issued.first.year, issued.first.month) == (issued.last.year, issued.last.month)
    return f"{issued.first.month:02d}" if issued and same else ""


def _day(article: Article, _: tuple[int, ...]) -> str:
    return f"{article.issued.first.day:02d}" if article.issued and article.issued.is_day else ""


def _journal(article: Article, _: tuple[int, ...]) -> str:
    return _words(other_text(article.other, "container-title-short") or article.container_title or "", (), None)


WORDS: dict[str, _Word] = {
    "auth": _auth,
    "authEtAl": _auth_et_al,
    "authors": _authors,
    "day": _day,
    "journal": _journal,
    "month": _month,
    "origtitle": lambda article, numbers: _words(other_text(article.other, "original-title"), numbers, None),
    "outlet": lambda article, _: outlet_word(article),
    "publisher": lambda article, numbers: _words(article.publisher or "", numbers, None),
    "shorttitle": _short_title,
    "shortyear": lambda article, _: _year(article, ())[2:],
    "site": lambda article, _: site_word(article),
    "title": lambda article, numbers: _words(_title(article), numbers, None),
    "type": lambda article, _: plain(article.type),
    "veryshorttitle": _very_short_title,
    "word": lambda article, _: telling_word(article),
    "year": _year,
}
"""What a pattern can say of an article; each gives ASCII letters and digits, or nothing."""

FILTERS: dict[str, _Filter] = {
    "abbr": lambda text, _: "".join(re.findall(r"[A-Z0-9]", text)) or text[:1],
    "capitalize": lambda text, _: text[:1].upper() + text[1:],
    "clean": lambda text, _: plain(text),
    "fold": lambda text, _: fold(text),
    "lower": lambda text, _: text.lower(),
    "substring": lambda text, numbers: text[max(_number(numbers, 0, 1) - 1, 0) :][: _number(numbers, 1, 0) or None],
    "upper": lambda text, _: text.upper(),
}
