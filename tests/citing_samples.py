"""Invented articles, and reports that quote them, for the tests of `digest.citing`."""

from __future__ import annotations

from collections.abc import Sequence

from digest.citing import Citation, Cited, Paragraph, Report
from digest.model import Article, Block, Date, Name

_WHO = (
    "harbour master",
    "fisheries board",
    "port council",
    "lighthouse keeper",
    "ferry union",
    "salt company",
    "river pilots",
)
_DID = ("refused", "agreed", "promised", "threatened", "failed", "hurried", "hoped")
_WHAT = (
    "to close the northern channel",
    "to dredge the old basin",
    "to raise the toll on barges",
    "to rebuild the east quay",
    "to store grain under the bridge",
    "to move the fish market inland",
    "to light the outer reef at night",
)
_WHEN = (
    "before the autumn storms arrive",
    "while the frozen estuary holds",
    "after the spring census ends",
    "until the ministry in Lenz replies",
    "now that the dredgers from Oost return",
    "since the wooden pier burned down",
    "although nobody had measured the tide",
)


def sentence(number: int) -> str:
    """One of 343 sentences, each its own."""
    who, did, what, when = (
        words[place % len(words)]
        for words, place in (
            (_WHO, number),
            (_DID, number // 7),
            (_WHAT, number // 49),
            (_WHEN, number * 3 + number // 7 + number // 49),
        )
    )
    return f"The {who} {did} {what} {when}."


def article(key: str, *paragraphs: str, outlet: str = "The Port Tribune", issued: str = "2031-03-04") -> Article:
    """An article of these paragraphs."""
    return Article(
        id=key,
        type="article-newspaper",
        title=f"Title of {key}",
        author=(Name(family="Ng", given="Ada"),),
        container_title=outlet,
        issued=Date(edtf=issued),
        url=f"https://{outlet.split()[-1].lower()}.example/{key}",
        paragraphs=tuple(Block(text=text, line=n) for n, text in enumerate(paragraphs, 1)),
    )


def report(*paragraphs: Paragraph | str, language: str = "en") -> Report:
    """A report of these paragraphs."""
    told = tuple(Paragraph(text=one) if isinstance(one, str) else one for one in paragraphs)
    return Report(format="markdown", paragraphs=told, language=language)


def citing(text: str, mark: str, *sources: Cited, shown: str = "(Ng 2031)") -> Paragraph:
    """A paragraph in which the citation of these sources stands for `mark`."""
    start = text.index(mark)
    text = text.replace(mark, shown, 1)
    cited = Citation(start=start, end=start + len(shown), sources=tuple(sources))
    return Paragraph(text=text, citations=(cited,))


def words_of(told: Report, paragraph: int, place: Sequence[int]) -> str:
    """What stands at a place of a report."""
    return told.paragraphs[paragraph].text[place[0] : place[1]]
