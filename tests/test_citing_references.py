"""References that a person typed beside a quotation, and links that say where it is from."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.citing import Link, Note, Paragraph, Report
from digest.citing.checks import check_report
from digest.citing.links import known_addresses
from digest.citing.proposals import Proposal, propose
from digest.citing.references import is_reference
from digest.citing.remarks import Known
from digest.model import Article
from tests.citing_samples import article, report

WORDS = "no ship will leave the northern port before the spring"
STORM = replace(
    article("ng2031storm", "Ice closed it.", f"He said “{WORDS}” twice."), title="Ice Closes the Port of Lenz"
)
COPY = article("zed2031copy", "He said much.", "Then this.", f"He said “{WORDS}” twice.", outlet="Island Mail")
URL = str(STORM.url)

REFERENCES = (
    f"Ada Ng, “Ice Closes the Port of Lenz,” The Port Tribune, 4 March 2031, {URL}.",
    f"Ng (2031): Ice closes the port of Lenz. In: Port Tribune, 4.3.2031, abgerufen am 6. März 2031 unter {URL}",
    f"See {URL} (accessed 5 March 2031).",
    URL,
)
SAYINGS = (
    f"Ng, whose article ({URL}) was doubted by the council, says so too.",
    f"The council denied this; but see the Port Tribune: {URL}",
)


def with_note(text: str, note: str) -> Report:
    """A paragraph that calls a note at its end."""
    calls = (Note(place=len(text), part="footnote", first=1, last=1),)
    return report(Paragraph(text=f"{text}\ufffc", notes=calls), Paragraph(text=note, part="footnote"))


def proposed(told: Report, *articles: Article) -> list[Proposal]:
    found = articles or (STORM,)
    return list(propose(told, found, known=known_addresses(found)))


@pytest.mark.parametrize("text", REFERENCES)
def test_a_note_that_is_a_reference_is_to_become_the_citation(text: str) -> None:
    """With the paragraph of the quotation that calls it; the quotation is proposed no second time."""
    (found,) = proposed(with_note(f"He said “{WORDS}”.", text))

    assert (1, 0, len(text), True, "ng2031storm", "2") == (
        found.paragraph,
        found.start,
        found.end,
        found.bare,
        found.key,
        found.locator,
    )


@pytest.mark.parametrize("text", SAYINGS)
def test_a_note_that_says_more_keeps_its_words(text: str) -> None:
    """Only its address is one."""
    assert not is_reference(text, STORM)
    (found,) = proposed(with_note(f"He said “{WORDS}”.", text))

    assert URL == text[found.start : found.end]


def test_a_reference_to_another_record_is_no_reference_to_this_one() -> None:
    """Its title is."""
    assert not is_reference(f"Bo Li, “Herring Counted in Oost,” Island Mail, 4 March 2031, {URL}.", STORM)


def test_an_address_after_a_quotation_becomes_its_citation() -> None:
    """In its sentence; an address in the next one is not touched: its record is cited in that paragraph."""
    beside, later = f"He said “{WORDS}” ({URL}).", f"He said “{WORDS}”. There is more to read of it at {URL}."

    assert [("link", "2")] == [(one.kind, one.locator) for one in proposed(report(beside))]
    assert [("quotation", "2")] == [(one.kind, one.locator) for one in proposed(report(later))]


def test_linked_words_say_which_of_several_articles_is_quoted() -> None:
    """The citation goes in after the quotation."""
    text = f"The paper says “{WORDS}”."
    link = Link(start=4, end=9, url=str(COPY.url))
    (found,) = proposed(report(Paragraph(text=text, links=(link,))), STORM, COPY)

    assert ("quotation", "zed2031copy", "3", True) == (found.kind, found.key, found.locator, found.sure)


BY_HAND = (
    "He said “the tide will turn at night” (Ng 2031).",
    "He said “the tide will turn at night” (cf. Ng et al., 2031a, p. 4).",
    "He said “the tide will turn at night” [12].",
    "He said “the tide will turn at night” at https://a.example/b.",
    "He said “the tide will turn at night”.²",
)


@pytest.mark.parametrize("text", BY_HAND)
def test_a_quotation_that_is_cited_by_hand_is_not_said_to_be_uncited(text: str) -> None:
    """A typed author and year, a number, an address."""
    assert () == check_report(report(text), Known(articles={}))


def test_a_quotation_with_a_note_is_not_said_to_be_uncited() -> None:
    """Unless the library has its words: then the record is to be cited."""
    note = with_note("He said “the tide will turn at night”.", "Ng, Tribune, 4 March.")
    known = with_note(f"He said “{WORDS}”.", "Ng, Tribune, 4 March.")

    assert () == check_report(note, Known(articles={}), [STORM])
    assert ["uncited"] == [one.kind for one in check_report(known, Known(articles={}), [STORM])]
