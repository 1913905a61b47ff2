"""What a pattern of citation keys can say of an article, and how that is changed."""

from __future__ import annotations

import re
from collections.abc import Callable

from digest.citekeys import SPOKEN, fold, is_small, outlet_word, site_word, telling_word
from digest.model import Article, Name
from digest.variables import other_text

_MOST_NAMES = 20

Word = Callable[[Article, tuple[int, ...]], str]
Filter = Callable[[str, tuple[int, ...]], str]


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


WORDS: dict[str, Word] = {
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

FILTERS: dict[str, Filter] = {
    "abbr": lambda text, _: "".join(re.findall(r"[A-Z0-9]", text)) or text[:1],
    "capitalize": lambda text, _: text[:1].upper() + text[1:],
    "clean": lambda text, _: plain(text),
    "fold": lambda text, _: fold(text),
    "lower": lambda text, _: text.lower(),
    "substring": lambda text, numbers: text[max(_number(numbers, 0, 1) - 1, 0) :][: _number(numbers, 1, 0) or None],
    "upper": lambda text, _: text.upper(),
}
