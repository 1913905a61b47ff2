"""Article ↔ CSL-JSON: the record for scripts, and the reference as a citation processor takes it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from digest.dates import in_words
from digest.descriptions import shortened, supplied_title
from digest.model import Article, Date, Evidence, Name
from digest.records import as_json, from_json, name_as_json
from digest.typography import curl
from digest.variables import ALL, DATES, NAMES, TITLES, UNPRINTED, other_text

__all__ = [
    "DATE_INFERRED",
    "YEAR_INFERRED",
    "as_json",
    "date_parts",
    "from_json",
    "is_about",
    "is_supplied",
    "marks",
    "printed_title",
    "supplied_title",
    "to_csl",
    "web_address",
]

DATE_INFERRED = "date inferred"
YEAR_INFERRED = "year inferred"
"""This mark is printed only where the citation style itself does not show that the year is approximate."""

_PRINTED = ("container_title", "genre", "publisher")
# Styles take an interview for a private talk and leave it out, expect a station beside a broadcast's makers, and of a
# magazine a volume, without which some print the year alone.
_PRINTED_AS = {"article-magazine": "article-newspaper", "broadcast": "webpage", "interview": "article-newspaper"}
_ISSUED_BY_A_BODY = ("report", "thesis")  # whose outlet styles expect as the publisher
_NAMED_BY_TYPE = ("broadcast", "interview")
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
_DOI = re.compile(r"10\.\d{4,9}/[^\s<>\"]{1,200}")  # styles make an address of it
_YEAR = re.compile(r"(?<!\d)[12]\d{3}(?!\d)")
_DATED_ON_PAGE = re.compile(r"\bpublished (\d{4})-\d\d-\d\d \(line \d+\)")  # as extract.dating.siblings words it
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# Overrides and isolates of the bidirectional algorithm: invisible, and they reorder what stands around them.
_BIDI = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
_ISOLATE, _END = "\u2068", "\u2069"


def to_csl(article: Article) -> dict[str, object]:
    """`article` as a citation processor takes it: an unknown field is absent, never a placeholder.

    Contributors are not authors and stay out; so does what no style should print (section, dateline, themes).

    >>> to_csl(Article(id="x", title="Tea", issued=Date(edtf="2022-09~"), url="javascript:alert(1)"))
    {'id': 'x', 'type': 'webpage', 'title': 'Tea', 'issued': {'date-parts': [[2022, 9]], 'circa': True}}
    """
    language = article.language or "en"
    item: dict[str, object] = {"id": article.id, "type": _PRINTED_AS.get(article.type, article.type)}
    title = _title(article)
    aside = _in_other_words(article)
    item["title"] = " ".join([_set(title, language), *aside])
    if short := _short_title(article, title) or (title if aside else None):
        item["title-short"] = _set(short, language)
    if signed := _signed(article):
        item["author"] = [_printed_name(name, language) for name in signed]
    item |= _origin(article, language)
    item |= {name: value for name, value in _others(article, language) if name not in item}
    item |= _dates(article)
    if address := web_address(article):
        item["URL"] = address
    if _LANGUAGE.fullmatch(article.language or ""):
        item["language"] = article.language
    return item


def _signed(article: Article) -> list[Name]:
    """Who is printed as the author: an outlet that signs its own article is printed once, as the outlet, and a body
    that signs its own report as its author."""
    if article.type in _ISSUED_BY_A_BODY:
        return list(article.author)
    outlet = (article.container_title or "").casefold()
    return [name for name in article.author if not (name.literal and name.literal.casefold() == outlet)]


def _origin(article: Article, language: str) -> dict[str, object]:
    """Where it appeared and what kind of piece it is, as styles look for it."""
    given = {field.replace("_", "-"): getattr(article, field) for field in _PRINTED}
    origin: dict[str, object] = {name: _set(value, language) for name, value in given.items() if value}
    if article.type in _ISSUED_BY_A_BODY and "container-title" in origin:
        origin.setdefault("publisher", origin.pop("container-title"))
        if [str(name) for name in article.author] == [origin["publisher"]]:
            del origin["publisher"]
    if article.type in _NAMED_BY_TYPE:
        origin.setdefault("genre", article.type)
    return origin


def _others(article: Article, language: str) -> Iterator[tuple[str, object]]:
    """The variables it came with that a style prints: volume, pages, editors."""
    for name, raw in article.other:
        value = json.loads(raw)
        if name in UNPRINTED or name in TITLES or name not in ALL or (name == "DOI" and not _DOI.fullmatch(str(value))):
            continue
        if name in NAMES and isinstance(value, list):
            yield name, [{part: _set(str(words), language) for part, words in one.items()} for one in value]
        elif name in DATES:
            if parts := date_parts(Date(edtf=str(value))):
                yield name, parts
        else:
            yield name, _set(str(value), language)


def _dates(article: Article) -> dict[str, object]:
    """When it was issued, and when an address that is printed was read."""
    dates: dict[str, object] = {}
    if article.issued and (issued := date_parts(article.issued)):
        dates["issued"] = issued | ({"circa": True} if is_about(article) else {})
    if article.accessed and web_address(article) and (accessed := date_parts(article.accessed)):
        dates["accessed"] = accessed
    return dates


def printed_title(article: Article) -> str:
    """The title, or in square brackets a description where the page has none."""
    if not is_supplied(article):
        return " ".join((article.title or "").split())
    description = article.title_supplied or supplied_title(article.opening, article.language)
    return f"[{' '.join(description.split()).strip('[]') or 'untitled'}]"


def _title(article: Article) -> str:
    """The title as styles expect it: a headline in capitals with capitals for names alone."""
    from digest.titles import sentence_case  # it knows many names; a list of records does without

    return printed_title(article) if is_supplied(article) else sentence_case(article)


def _in_other_words(article: Article) -> tuple[str, ...]:
    """In square brackets, the title in Latin letters, what it means, and what it was first called, as far as known.

    >>> _in_other_words(Article(other=(("title-romanized", '"Cha"'), ("title-translated", '"Tea"'))))
    ('[Cha; Tea]',)
    """
    known = (other_text(article.other, name) for name in TITLES)
    told = "; ".join(_set(words, "") for words in known if words and words != article.title)
    return (f"[{told}]",) if told else ()


def _short_title(article: Article, title: str) -> str | None:
    """The title for the second time it is cited: what stands before its colon, a few words of a description."""
    if is_supplied(article):
        short = f"[{shortened(title[1:-1])}]"
    else:
        short, colon, _ = title.partition(": ")
        short = short if colon and " " in short else title
    return short if short != title else None


def is_supplied(article: Article) -> bool:
    """Whether its title is a description of ours."""
    return not (article.title and article.title.strip())


def marks(article: Article) -> tuple[str, ...]:
    """What Sources add in brackets after the entry.

    >>> guess = Evidence(field="issued", quote="13 September", rule="latest past event", confidence="inferred")
    >>> marks(Article(issued=Date(edtf="2022-09-13"), evidence=(guess,)))
    ('year inferred',)
    >>> marks(Article(issued=Date(edtf="../2021-04-07")))
    ('not after 7 April 2021',)
    """
    if not article.issued:
        return ()
    start, slash, end = article.issued.edtf.partition("/")
    if slash and start == "..":
        return (f"not after {in_words(Date(edtf=end))}",)
    if end == "..":
        return (f"not before {in_words(Date(edtf=start))}",)
    if _year_is_inferred(article):
        return (YEAR_INFERRED,)
    return (DATE_INFERRED,) if _guesses(article) and not _is_stated(article) else ()


def date_parts(date: Date) -> dict[str, object] | None:
    """`date` in CSL's parts; None where an end is open, which no style can print.

    >>> date_parts(Date(edtf="2022-09-13/2022-09-15"))
    {'date-parts': [[2022, 9, 13], [2022, 9, 15]]}
    """
    ends = date.edtf.split("/")
    if ".." in ends:
        return None
    return {"date-parts": [[int(part) for part in end.rstrip("~?%").split("-")] for end in ends]}


def web_address(article: Article) -> str | None:
    """Its URL, where it is one that a reader may be sent to."""
    url = (article.url or "").strip()
    try:
        parts = urlsplit(url)
    except ValueError:  # a bracket out of place in the host
        return None
    fit = parts.scheme in ("http", "https") and parts.netloc and url.isprintable() and not re.search(r'[\s<>"]', url)
    return url if fit else None


def is_about(article: Article) -> bool:
    """Whether its date is approximate, as the page has it or because the year is inferred."""
    return bool(article.issued and article.issued.approximate) or _year_is_inferred(article)


def _guesses(article: Article) -> list[Evidence]:
    """Inferred evidence of the date, none of it once a person has set the field."""
    if "issued" in article.fixed:
        return []
    return [entry for entry in article.evidence if entry.field == "issued" and entry.confidence == "inferred"]


def _statements(article: Article) -> list[str]:
    return [entry.quote for entry in article.evidence if entry.field == "issued" and entry.confidence == "stated"]


def _year_is_inferred(article: Article) -> bool:
    """Whether a rule says so, or the date is a guess and neither its evidence nor a dated page states a year."""
    guesses = _guesses(article)
    if any(entry.rule.startswith("year") for entry in guesses):
        return True
    stated = any(_YEAR.search(quote) for quote in _statements(article))
    return bool(guesses) and not stated and not _rests_on_a_dated_page(article)


def _rests_on_a_dated_page(article: Article) -> bool:
    """Whether a guess starts from the full date that its page prints, and ends in the year of that date."""
    issued = article.issued
    pages = {found[1] for entry in _guesses(article) for found in _DATED_ON_PAGE.finditer(entry.rule)}
    return issued is not None and {f"{end.year:04}" for end in (issued.first, issued.last)} <= pages


def _is_stated(article: Article) -> bool:
    """Whether one piece of evidence states the very day; other, inferred evidence then only bears it out."""
    issued = article.issued
    if not issued or not issued.is_day:
        return False
    day, year = issued.first.day, issued.first.year
    return any(
        re.search(rf"(?<!\d)0?{day}(?!\d)", quote) and re.search(rf"(?<!\d){year}(?!\d)", quote)
        for quote in _statements(article)
    )


def _printed_name(name: Name, language: str) -> dict[str, str]:
    """A name as CSL has it; one in ideographs is whole, since no style may cut it to initials."""
    if _IDEOGRAPHS.match(name.family or "") and not name.literal:
        return {"literal": f"{name.family}{name.given or ''}"}
    return {part: _set(value, language) for part, value in name_as_json(name).items()}


def _set(text: str, language: str) -> str:
    """`text` on one line as a typographer sets it; what runs from right to left is kept to itself."""
    line = " ".join(curl(text, language).translate(_BIDI).split())
    leftwards = any(unicodedata.bidirectional(character) in ("R", "AL") for character in line)
    return f"{_ISOLATE}{line}{_END}" if leftwards else line
