"""Summaries: whole sentences of the sources, each with its paragraph, that say most in few words."""

from __future__ import annotations

from digest.model import Article, Block, Date
from digest.summaries import overview, summarise


def article(*paragraphs: str, title: str = "Storm Closes The Harbour Of Aktau", **fields: object) -> Article:
    blocks = tuple(Block(text=text, line=number) for number, text in enumerate(paragraphs, 1))
    return Article(id="serik2031storm", title=title, language="en", paragraphs=blocks, **fields)  # type: ignore[arg-type]


STORM = (
    "The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge, the port master said.",
    "She said ships waited outside. But the move surprised nobody, traders said in the evening.",
    "The railway to the north stood still until Thursday, the ministry in Astana said.",
)


def test_the_sentence_that_says_most_is_chosen() -> None:
    """What opens a report and shares its title's words comes first."""
    (chosen,) = summarise(article(*STORM), sentences=1)

    assert (STORM[0], 1) == (chosen.sentence.text, chosen.sentence.paragraph)


def test_no_sentence_dangles() -> None:
    """What needs the sentence before it is in no summary."""
    texts = [one.sentence.text for one in summarise(article(*STORM), sentences=9)]

    assert [STORM[0], STORM[2]] == texts


def test_an_overview_is_in_the_order_of_days() -> None:
    """The oldest report comes first, whatever it weighs."""
    older = article(*STORM[:1], issued=Date(edtf="2031-03-03"))
    newer = Article(
        id="berg2031port",
        title="Aktau Reopens",
        language="en",
        issued=Date(edtf="2031-03-07"),
        paragraphs=(
            Block(text="Cranes in Aktau lifted grain on Friday, Carl Berg of the port said.", line=1),
        ),
    )

    assert ["serik2031storm", "berg2031port"] == [one.sentence.key for one in overview([newer, older])]
