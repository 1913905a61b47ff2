"""References that a person typed: a note that holds nothing else, and the quotation that a link is the source of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from digest.addresses import host
from digest.citing.nouns import NOTE, Paragraph, Report
from digest.citing.proposing import Candidate, Proposal
from digest.model import Article
from digest.verify.claims import SENTENCE

_URL = re.compile(r"(?:https?://|www\.|doi:\s?)\S+", re.I)
_WORD = re.compile(r"[^\W\d_]+")
_LEFT = 1
"""Words of a note that may be neither the record's nor any reference's."""
_ABOUT = frozenset(
    """accessed retrieved available online at from on in by the of and see also cf compare quoted cited via url doi
    http https www web archive archived version last visited ibid op cit para paras paragraph p pp page ed eds
    et al n d vol no article news report january february march april may june july august september october
    november december jan feb mar apr jun jul aug sep sept oct nov dec siehe vgl abgerufen zugriff am vom
    aufgerufen zuletzt verfügbar unter der die das und stand januar februar märz mai juni juli oktober dezember
    abs absatz s consulté le la les du de des disponible sur voir en ligne janvier février mars avril juin
    juillet août septembre octobre novembre décembre consultado el del ver enero febrero marzo abril mayo junio
    julio agosto septiembre octubre noviembre diciembre см дата обращения доступ режим доступа электронный
    ресурс января февраля марта апреля мая июня июля августа сентября октября ноября декабря г абз с""".split()  # noqa: SIM905 — a list of words
)
"""Words of any reference: months, where and when it was read."""


def is_reference(text: str, article: Article) -> bool:
    """Whether a text is nothing but a reference to a record, however it is set.

    >>> article = Article(title="Ice Closes Port", container_title="Port Tribune")
    >>> is_reference("Cf. “Ice closes port,” Port Tribune, 4 March 2031, https://port.example/ice.", article)
    True
    >>> is_reference("Port Tribune is wrong here: https://port.example/ice.", article)
    False
    """
    known = _words(_told(article)) | _ABOUT
    said = _WORD.findall(_URL.sub(" ", text[:2_000]).casefold())
    return len(text) <= 2_000 and sum(1 for word in said if len(word) > 1 and word not in known) <= min(
        _LEFT, len(said) // 8
    )


def _told(article: Article) -> Iterator[str]:
    for told in (article.title, article.container_title, article.publisher, article.section, host(article.url)):
        yield told or ""
    yield from (str(name) for name in (*article.author, *article.contributor))


def _words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _WORD.findall(text.casefold())}


def with_references(report: Report, links: Sequence[Proposal], articles: Mapping[str, Article]) -> tuple[Proposal, ...]:
    """The links, those that stand in a note which is nothing but a reference to their record in place of it all."""
    counts = Counter(link.paragraph for link in links)
    found: list[Proposal] = []
    for link in links:
        paragraph = report.paragraphs[link.paragraph]
        article = articles.get(link.key) if counts[link.paragraph] == 1 else None
        if article and paragraph.part in ("footnote", "endnote") and not paragraph.citations:
            text = paragraph.text
            start, end = len(text) - len(text.lstrip()), len(text.rstrip())
            if is_reference(text, article):
                link = replace(link, start=start, end=end, at=end, note=end, bare=True, words=text[start:end])
        found.append(link)
    return tuple(found)


def united(report: Report, quotations: Sequence[Proposal], links: Sequence[Proposal]) -> tuple[Proposal, ...]:
    """Quotations and links as one where a link is what a person gave as the source of a quotation.

    An address after it in its sentence, or in the note that is called there, is to become the citation, with the
    paragraph; where words are linked, they say which of several articles is meant.
    """
    calls = _calls(report)
    kept = dict(enumerate(quotations))
    by_paragraph: dict[int, list[int]] = {}
    for number, one in kept.items():
        by_paragraph.setdefault(one.paragraph, []).append(number)
    found: list[Proposal] = []
    for link in links:
        paragraph, place = calls.get(link.paragraph, (link.paragraph, link.start))
        near = [
            (number, meant) for number in by_paragraph.get(paragraph, ()) if (meant := _as(kept.get(number), link.key))
        ]
        after = [pair for pair in near if _leads_to(report.paragraphs[paragraph].text, pair[1].note, place)]
        if after and (link.bare or paragraph != link.paragraph):
            number, meant = after[-1]
            found.append(replace(link, locator=meant.locator, source=meant.source))
            del kept[number]
        elif near and paragraph == link.paragraph:
            kept[near[0][0]] = near[0][1]
        else:
            found.append(link)
    return (*kept.values(), *found)


def _as(quotation: Proposal | None, key: str) -> Proposal | None:
    """The quotation as one from the record `key`; None where that does not hold its words."""
    if quotation is None or quotation.key == key:
        return replace(quotation, sure=True) if quotation else None
    other = next((one for one in quotation.others if one.key == key), None)
    if other is None:
        return None
    rest = (Candidate(key=quotation.key, locator=quotation.locator, source=quotation.source), *quotation.others)
    others = tuple(one for one in rest if one.key != key)
    return replace(quotation, key=key, locator=other.locator, source=other.source, others=others, sure=True)


def _leads_to(text: str, start: int, place: int) -> bool:
    """Whether no sentence ends between two places."""
    return start <= place <= start + 600 and SENTENCE.search(text, max(0, start - 2), place) is None


_BY_HAND = re.compile(
    r"\((?:[^()]{0,80}[^\d()])?(?:1[89]|20)\d\d[a-z]?(?:[^\d()][^()]{0,60})?\)|\[\d{1,3}(?:[,–-]\s?\d{1,3}){0,9}\]"
    r"|[\u00b9\u00b2\u00b3\u2070-\u2079]|https?://|\((?:ibid|ebd|там же)\b",
    re.I,
)
_CLOSED = re.compile(r"[\"”“»«’‘'.,]{0,3}\s{0,2}")


def cited_by_hand(paragraph: Paragraph, place: int) -> bool:
    """Whether a note, an author and year, a number or an address follows in the sentence of a place.

    >>> cited_by_hand(Paragraph(text="He said “all is well” there (Ng, 2031, p. 4). So."), 19)
    True
    """
    text = paragraph.text
    end = SENTENCE.search(text, place)
    stop = min(end.end() if end else len(text), place + 600)
    if paragraph.notes and text.find(NOTE, place, stop + 1) >= 0:
        return True
    beside = _CLOSED.match(text, place)
    return _BY_HAND.search(text, place, stop) is not None or bool(beside and _BY_HAND.match(text, beside.end()))


def _calls(report: Report) -> dict[int, tuple[int, int]]:
    """For the paragraphs of notes, the paragraph that calls them, and where."""
    return {
        number: (host_number, note.place)
        for host_number, one in enumerate(report.paragraphs)
        for note in one.notes
        for number in range(note.first, min(note.last + 1, note.first + 20))
    }
