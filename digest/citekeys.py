"""Citation keys such as `standish2022symbolic`: minted once by the library, stored, never recomputed."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from itertools import count
from urllib.parse import urlsplit

from digest.model import Article, Name

# Letters that Unicode does not decompose; Cyrillic as newspapers write names (BGN/PCGN, simplified).
_LETTERS = (
    "ß ss|æ ae|œ oe|ø o|ł l|đ d|ð d|þ th|ħ h|ı i|ə a|ŋ ng|"
    "а a|б b|в v|г g|ґ g|ғ gh|д d|е e|є ye|ё yo|ж zh|җ zh|з z|и i|і i|ї yi|й y|ј j|к k|қ q|л l|љ lj|м m|н n|ң ng|"
    "њ nj|о o|ө o|п p|р r|с s|т t|ћ c|ђ dj|у u|ў u|ұ u|ү u|ф f|х kh|ҳ h|һ h|ц ts|ч ch|ҷ j|џ dz|ш sh|щ shch|ъ |ы y|ь |"
    "э e|ю yu|я ya|ә a|"
    "α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o"
)
_TO_ASCII = {ord(letter): ascii_ for letter, ascii_ in (row.split(" ") for row in _LETTERS.split("|"))}

# The articles and small words of the languages our outlets print in, folded to ASCII.
_SMALL = """
a about after against all an and are as at be before but by can could do does for from had has have how if in into is it
its may more most no not of on or our over so than that the their these they this to under until up via was we were
what when where which who why will with without would you your
au aux avec ce ces cette dans de des du elle en est et il la le les leur ou par pas pour que qui sa se ses son sur un
der die das dem den ein eine einem einen einer fur im ist mit nach nicht und von vor wie zu zum zur
al con del desde el es las los mas no para por sin su sus unas unos y e da do dos em na nas os
che di gli i lo nel non per v vo s so o ob i za k ko ot do po iz u ne kak chto eto dlya
"""
_SMALL_WORDS = frozenset(_SMALL.split())
_WORD = re.compile(r"[a-z0-9]+")
SPOKEN = re.compile(r"[^\W_]+(?:[/.&'’-][^\W_]+)*")
_LONGEST = 24
# What can stand after @ in a draft without braces, in every reader.
_CITABLE = re.compile(r"[^\W_](?:[\w:.+/-]{0,78}\w)?")
_KEY = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_:.-]{0,78}[A-Za-z0-9_])?")


def mint(article: Article, taken: Container[str]) -> str:
    """A key of ASCII letters and digits that is not in `taken`: who, year, first telling word of the title.

    >>> mint(Article(author=(Name(family="Ng", given="Amy"),), title="The Price of Tea"), ())
    'ngprice'
    >>> mint(Article(container_title="The Harbour Times", title="Ships Wait"), {"harbourtimesships"})
    'harbourtimesshipsb'
    """
    return clash_free(f"{_who(article)}{_year(article)}{telling_word(article)}", taken)


def clash_free(key: str, taken: Container[str]) -> str:
    """`key`, with the next letter where it is taken: b is the second, after z comes aa.

    >>> clash_free("ng2022tea", {"ng2022tea", "ng2022teab"})
    'ng2022teac'
    """
    return next(candidate for candidate in _candidates(key) if candidate not in taken)


def is_key(text: str) -> bool:
    """Whether `text` can stand in a draft as a key.

    >>> is_key("ng2022tea"), is_key("Ng & Berg")
    (True, False)
    """
    return bool(_KEY.fullmatch(text))


def is_citable(text: str) -> bool:
    """Whether other programs may have cited by `text`, though no record of ours would be given it as its key.

    >>> is_citable("DBLP:conf/tea/Müller22"), is_citable("http://a b"), is_citable("")
    (True, False, False)
    """
    return bool(_CITABLE.fullmatch(text))


def fold(text: str) -> str:
    """`text` in lower-case ASCII as far as letters can be told; the rest is left out.

    >>> fold("Қасым-Жомарт Łódź")
    'qasym-zhomart lodz'
    """
    composed = unicodedata.normalize("NFKC", text).casefold().translate(_TO_ASCII)
    return unicodedata.normalize("NFKD", composed).encode("ascii", "ignore").decode()


def _candidates(key: str) -> Iterator[str]:
    yield key
    for number in count(2):
        yield key + _letters(number)


def _letters(number: int) -> str:
    """2 is b, 26 is z, 27 is aa."""
    letters = ""
    while number:
        number, place = divmod(number - 1, 26)
        letters = chr(ord("a") + place) + letters
    return letters


def _who(article: Article) -> str:
    """The first author's family name, else the outlet's short name, else the site's."""
    return _author(article.author) or outlet_word(article) or site_word(article) or "article"


def outlet_word(article: Article) -> str:
    """The outlet's short name in small letters, "" of none."""
    return _short(article.container_title or article.publisher or "")


def site_word(article: Article) -> str:
    """The site's name in small letters, "" of none."""
    return _site(article.url or "")


def is_small(word: str) -> bool:
    """Whether `word` is an article, a preposition or the like."""
    return fold(word) in _SMALL_WORDS


def _author(names: tuple[Name, ...]) -> str:
    if not names:
        return ""
    first = names[0]
    if first.literal:
        return _short(first.literal)
    return _joined(f"{first.non_dropping_particle or ''}{first.family or first.given or ''}")


def _short(body: str) -> str:
    """A body's name: two words at most, longer ones by their initials, acronyms whole.

    >>> _short("The New York Times"), _short("RFE/RL"), _short("Harbour Times")
    ('nyt', 'rferl', 'harbourtimes')
    """
    words = [word for word in SPOKEN.findall(body) if fold(word) not in _SMALL_WORDS] or SPOKEN.findall(body)
    if len(words) > 2:
        words = [word if _is_acronym(word) else fold(word)[:1] for word in words]
    return _joined("".join(word.removesuffix("'s").removesuffix("’s") for word in words))


def _is_acronym(word: str) -> bool:
    return sum(letter.isupper() for letter in word) > 1


def _site(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:  # a bracket out of place in the host
        return ""
    return _joined(host.removeprefix("www.").partition(".")[0])


def _joined(text: str) -> str:
    return "".join(_WORD.findall(fold(text)))[:_LONGEST]


def _year(article: Article) -> str:
    """The year, or nothing where the date is unknown or spans two."""
    issued = article.issued
    if not issued or issued.first.year != issued.last.year:
        return ""
    return f"{issued.first.year:04d}"


def telling_word(article: Article) -> str:
    """The first word of the title that says something, "" of none."""
    title = article.title or article.title_supplied or article.opening[:300]
    words = [fold(word).removesuffix("'s") for word in SPOKEN.findall(title.replace("’", "'"))]
    telling = (_joined(word) for word in words if word not in _SMALL_WORDS and word[:1].isalpha())
    return next((word for word in telling if word), "")
