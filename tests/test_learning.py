"""Lines that recur on an outlet's pages are learned as furniture; prose inside a report and headings are not."""

from __future__ import annotations

from digest.learning import FEW, MANY, candidates, line_of, without_learned
from digest.model import Article, Block, Page, Source

PROSE = "Dealers at the port said that prices of tea had climbed again after the floods in the hills."


def article_of(*lines: str) -> Article:
    blocks = tuple(Block(text=text, line=number) for number, text in enumerate(lines, start=1))
    return Article(container_title="The Harbour Times", paragraphs=blocks)


def test_short_lines_anywhere_and_sentences_at_the_edges_may_be_furniture() -> None:
    article = article_of(PROSE, PROSE + " A", "Read more: 3 comments", PROSE + " B", *[PROSE] * 4, "Ask us anything.")
    found = {entry.line: entry.wanted for entry in candidates(article)}

    assert FEW == found["read more comments"]
    assert MANY == found["ask us anything"]
    assert line_of(PROSE + " B") not in found


def test_a_speaker_before_a_colon_is_no_furniture() -> None:
    assert () == candidates(article_of("RFE/RL:"))


def test_numbers_and_marks_do_not_tell_lines_apart() -> None:
    assert line_of("» 12 Comments") == line_of("3 comments …")


def test_learned_lines_of_the_outlet_are_marked_on_a_page() -> None:
    article = article_of(PROSE, "Sign up for the Tide", PROSE)
    page = Page(source=Source(name="x", data=b""), blocks=article.paragraphs)
    learned = {"The Harbour Times": frozenset(["sign up for the tide"])}
    marked = without_learned(page, [article], learned)

    assert ["paragraph", "furniture", "paragraph"] == [block.kind for block in marked.blocks]
    assert "recurs on pages of The Harbour Times" == marked.blocks[1].rule
    assert page is without_learned(page, [article], {"Another": frozenset(["sign up for the tide"])})


def test_numbers_tell_sentences_apart() -> None:
    """A market report says the same every day, but for its figures."""
    report = "The index of tea in the port of Aktau rose by {} points to {} in the week, dealers said."

    assert line_of(report.format(3, 400)) != line_of(report.format(5, 405))


def test_an_article_of_learned_lines_alone_stays_an_article() -> None:
    article = article_of("Sign up for the Tide", "Read more", "See also")
    page = Page(source=Source(name="x", data=b""), blocks=article.paragraphs)

    assert page is without_learned(
        page, [article], {"The Harbour Times": frozenset(["sign up for the tide", "read more"])}
    )
