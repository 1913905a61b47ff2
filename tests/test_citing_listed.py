"""A list of sources that a person typed is told from the text."""

from __future__ import annotations

import pytest

from digest.citing import Cited, Paragraph
from digest.citing.checks import check_report
from digest.citing.links import known_addresses
from digest.citing.listed import without_lists
from digest.citing.proposals import propose
from digest.citing.remarks import Known
from tests.citing_samples import article, citing, report, sentence

ENTRIES = (
    "Ng, Ada (2031): “The harbour master refused to close the northern channel before the storms.” Port Tribune.",
    "Li, Bo: Herring. https://www.mail.example/li2030",
)
HEADINGS = (
    "References",
    "7. Sources:",
    "Literaturverzeichnis",
    "Список литературы",
    "参考文献",
    "BIBLIOGRAPHY",
    "IV. Notes",
)


def listed(*paragraphs: Paragraph | str) -> list[int]:
    """The paragraphs that are entries of a list."""
    told = without_lists(report(*paragraphs))
    return [number for number, one in enumerate(told.paragraphs) if one.kind == "bibliography"]


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize("kind", ["heading", "paragraph"])
def test_what_stands_under_the_heading_of_a_list_is_the_list(heading: str, kind: str) -> None:
    """In every language, numbered or not; the heading may be a mere line."""
    head = Paragraph(text=heading, kind="heading" if kind == "heading" else "paragraph", level=1)

    assert [2, 4] == listed("In 2031 the port froze.", head, ENTRIES[0], "", ENTRIES[1])


def test_a_list_ends_with_the_next_heading() -> None:
    """What comes after is the report's own text again; a lower heading divides the list."""
    head, next_one = (Paragraph(text=text, kind="heading", level=1) for text in ("Sources", "Annex"))
    part = Paragraph(text="Newspapers", kind="heading", level=2)

    assert [2, 3] == listed(head, part, *ENTRIES, next_one, "In 2031 the port froze.")


def test_a_section_about_sources_is_no_list() -> None:
    """Most of its paragraphs are no entries; nor is one that cites."""
    head = Paragraph(text="Sources", kind="heading", level=1)
    prose = ("We asked the pilots.", "They told us what they saw.", "In 2031 we asked again.")

    assert [] == listed(head, *prose)
    assert [] == listed(head, citing("So it was in 2031 @.", "@", Cited(key="x")))
    assert [] == listed("Sources say that the port froze in 2031.", *ENTRIES)


def test_nothing_is_proposed_or_said_of_a_typed_list() -> None:
    """Its links and titles are not the report's claims."""
    source = article("li2030", sentence(0), outlet="Island Mail")
    told = report(Paragraph(text="Sources", kind="heading", level=1), f"Li (2030): “{sentence(0)}” {source.url}")

    assert () == propose(told, [source], known=known_addresses([source]))
    assert () == check_report(told, Known(articles={}, addresses=known_addresses([source])), [source])
