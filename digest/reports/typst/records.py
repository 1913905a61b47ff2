"""Records as Typst prints them: dates that it knows, and a name for what nobody signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from digest.citing import Made
from digest.csl import is_about, printed_title
from digest.model import Article, Date

_MARKS = "~?%"


def printable(article: Article) -> Article:
    """The article with a date that Typst prints and that says no more than is known.

    Of a range Typst prints the last day alone, and of an open one its known end.

    >>> printable(Article(issued=Date(edtf="2031-05-03/2031-05-09"))).issued.edtf
    '2031-05'
    """
    told = _printable(article.issued) if article.issued else ""
    if told and is_about(article):
        told = f"{told.rstrip(_MARKS)}~"
    return replace(article, issued=Date(edtf=told) if told else None)


def _printable(date: Date) -> str:
    """What both ends of a range have in common; where that is not even the year, about when it began."""
    start, slash, end = date.edtf.partition("/")
    if not slash:
        return start
    if ".." in (start, end):
        return ""
    first, last = start.rstrip(_MARKS).split("-"), end.rstrip(_MARKS).split("-")
    same = [one for number, one in enumerate(first) if first[: number + 1] == last[: number + 1]]
    return "-".join(same) if same else f"{first[0]}~"


def unsigned(made: Made) -> Mapping[str, str]:
    """What stands in a sentence for the author of each source that nobody signed, by key: the outlet, or the title."""
    return {
        key: " ".join((one.container_title or one.publisher or printed_title(one)).split())
        for key, one in made.articles.items()
        if not one.author
    }
