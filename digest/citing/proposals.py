"""What of a report could be cited and is not: quotations that stand in the library, and links that lead to it.

A quotation of eight words or more is looked for word for word, by the rules of the gate; nothing is fuzzy. Where it is
quoted from is said only where one article has it, or one is named, or is the first of copies.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from digest.citing.choosing import Copies, chosen
from digest.citing.links import Linked, linked_records
from digest.citing.listed import without_lists
from digest.citing.nouns import Report
from digest.citing.proposing import Candidate, Proposal
from digest.citing.quoted import Quoted, quotations
from digest.citing.references import united, with_references
from digest.citing.standing import Place, places_of
from digest.citing.trees import as_tree
from digest.model import Article

__all__ = ["Candidate", "Proposal", "insertion", "lead_before", "of_quotations", "parts", "propose", "uncited"]


def propose(
    report: Report,
    articles: Iterable[Article],
    *,
    known: Mapping[str, str] | None = None,
    copies: Copies | None = None,
) -> tuple[Proposal, ...]:
    """The citations that `report`, its markers found, could have for its quotations and links, in order.

    `articles` are read once and not kept. `known` are the addresses of records (`known_addresses`); without them no
    link is looked at. `copies` are the keys of records that are copies of others (`Library.copies`).
    """
    report = without_lists(report)
    sought, links = uncited(report), tuple(_of_links(report, known or {}))
    linked = _Linked({link.key for link in links})
    places = places_of(parts(sought), linked.seen(articles))
    found = united(
        report, [*of_quotations(report, sought, places, copies or {})], with_references(report, links, linked.articles)
    )
    return tuple(sorted(found, key=lambda one: (one.paragraph, one.start, one.end)))


class _Linked:
    """The articles of some keys, as they stream past."""

    def __init__(self, keys: Collection[str]) -> None:
        self.articles: dict[str, Article] = {}
        self._keys = keys

    def seen(self, articles: Iterable[Article]) -> Iterator[Article]:
        """All of them, those of the keys kept."""
        for article in articles:
            if article.id in self._keys:
                self.articles[article.id] = article
            yield article


def uncited(report: Report) -> tuple[Quoted, ...]:
    """The quotations of `report` of eight words or more that no citation answers for."""
    return tuple(one for one in quotations(as_tree(report)) if not one.cited)


def parts(sought: Sequence[Quoted]) -> list[Quoted]:
    """Quotations, each followed by those within it: what is looked for in the library."""
    return [part for one in sought for part in (one, *one.inner)]


def of_quotations(
    report: Report, sought: Sequence[Quoted], places: Sequence[Sequence[Place]], copies: Copies
) -> Iterator[Proposal]:
    """The citations that quotations could have, told where they and the `parts` of each stand."""
    found = iter(places)
    for one in sought:
        whole, *inner = [(part, next(found)) for part in (one, *one.inner)]
        for part, where in (whole,) if whole[1] else inner:
            if where:
                yield _proposal(report, part, where, copies)


def _proposal(report: Report, quoted: Quoted, places: Sequence[Place], copies: Copies) -> Proposal:
    first, others = chosen(quoted, places, copies)
    shown = first or others[0]
    text = report.paragraphs[quoted.paragraph].text
    at, note = insertion(text, quoted.close, report.language, block=quoted.block)
    return Proposal(
        paragraph=quoted.paragraph,
        start=quoted.start,
        end=quoted.end,
        at=at,
        note=note,
        kind="quotation",
        key=shown.key,
        locator=shown.locator,
        words=" ".join(quoted.words),
        source=shown.sentence,
        others=tuple(
            Candidate(key=place.key, locator=place.locator, source=place.sentence)
            for place in others
            if place is not shown
        ),
        sure=first is not None,
        lead=lead_before(text, at),
    )


_NOTE_BEFORE_STOP = frozenset("be ca es fr kk ky pl ru uk".split())  # noqa: SIM905 — a list of languages
"""Languages that set the mark of a note before a comma or full stop; the others set it after."""
_AFTER_A_CALL = frozenset("be kk ky ru uk".split())  # noqa: SIM905 — a list of languages
"""Of those, the ones that set it after a question or exclamation mark."""
_STOPS = re.compile(r"[.,;:!?…。，；：！？、]{1,3}[\"”»’」』)]{0,2}")
_WIDE = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")


def insertion(text: str, place: int, language: str | None, *, block: bool = False) -> tuple[int, int]:
    """Where, at `place` right after words of a source, a citation in the text and the mark of a note go in.

    >>> insertion("He said “no ship will leave”, and went.", 28, "en")
    (28, 29)
    >>> insertion("Il dit « aucun navire ne partira ».", 34, "fr")
    (34, 34)
    """
    if block:
        return place, place
    stops = _STOPS.match(text, place)
    if stops is None:
        return place, place
    tongue = (language or "").partition("-")[0].lower()
    before = tongue in _NOTE_BEFORE_STOP and not (tongue in _AFTER_A_CALL and stops[0][0] in "?!…")
    return place, place if before else stops.end()


def lead_before(text: str, at: int) -> str:
    """The space before a citation at a place: none after a space or a mark of a script without spaces."""
    before = text[at - 1 : at]
    return "" if not before or before.isspace() or _WIDE.match(before) else " "


def _of_links(report: Report, known: Mapping[str, str]) -> Iterator[Proposal]:
    seen: set[tuple[int, str]] = set()
    for link in linked_records(report, known) if known else ():
        if not link.cited and (link.paragraph, link.key) not in seen:
            seen.add((link.paragraph, link.key))
            yield _of_link(report, link)


def _of_link(report: Report, link: Linked) -> Proposal:
    text = report.paragraphs[link.paragraph].text
    at, note = insertion(text, link.end, report.language)
    return Proposal(
        paragraph=link.paragraph,
        start=link.start,
        end=link.end,
        at=at,
        note=note,
        kind="link",
        key=link.key,
        words=text[link.start : link.end],
        source=link.url,
        bare=link.bare,
        lead=lead_before(text, at),
    )
