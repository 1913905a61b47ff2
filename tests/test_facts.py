"""The gate on figures, dates and names: what a cited sentence states and its paragraph does not."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.entities import find_entities
from digest.export.pandoc import read_markdown
from digest.model import Article, Block, Date, Name
from digest.verify.agreement import agree
from digest.verify.doubts import Doubt, find_doubts
from digest.verify.facts import Background, facts, unsupported
from digest.verify.figures import find_figures
from digest.verify.numerals import spelled
from tests.conftest import Floor
from tests.fact_pairs import PAIRS

ISSUED = Date(edtf="2022-09-16")


def found(sentence: str, paragraph: str) -> list[str]:
    background = Background(entities=find_entities("", [paragraph]))
    return [missing.words for missing in facts(sentence, [paragraph], ISSUED, background)]


def test_what_is_subtly_wrong_is_told(floor: Floor) -> None:
    """A digit, a day, a scale, a unit, a given name changed: nearly all are found."""
    wrong = [(sentence, words, paragraph) for sentence, words, paragraph in PAIRS if words]
    told = [_tells(words, found(sentence, paragraph)) for sentence, words, paragraph in wrong]

    floor("facts: detection", sum(told) / len(wrong))


def _tells(words: str, told: list[str]) -> bool:
    return any(words in one or one in words for one in told)


def test_what_is_right_is_left_alone(floor: Floor) -> None:
    """Other notations, roundings, years completed, short names, countries for capitals: hardly a false alarm."""
    right = [(sentence, paragraph) for sentence, words, paragraph in PAIRS if not words]
    clean = [not found(sentence, paragraph) for sentence, paragraph in right]

    floor("facts: no false alarm", sum(clean) / len(right))


ALIKE = {
    "a thousands comma": ("1,200", "1200"),
    "words": ("twelve hundred", "1200"),
    "a decimal scale": ("1.2 thousand", "1,200"),
    "thousands by a blank": ("1 200 000", "1.2 million"),
    "German thousands": ("1.200", "1,200"),
    "dozens": ("two dozen", "24"),
    "percent": ("5 percent", "5%"),
    "per cent": ("five per cent", "5 percent"),
    "money": ("$3 million", "3 million dollars"),
    "millions, short": ("$3m", "$3,000,000"),
    "billions, short": ("€2.5bn", "2,5 Milliarden Euro"),
    "half": ("half", "50 percent"),
    "a third": ("a third of", "one-third of"),
    "ordinals": ("22nd", "twenty-two"),
    "hours": ("5 p.m.", "17:00"),
    "twice": ("twice", "doubled"),
    "German words": ("einundzwanzig", "21"),
    "French words": ("vingt-deux", "22"),
    "Russian words": ("двадцать пять", "25"),
    "a marked rounding": ("about 1,000", "987"),
    "more than": ("more than 40", "43"),
    "nearly": ("nearly 50", "48"),
    "an order of magnitude": ("hundreds", "340"),
    "two and a half": ("two and a half", "2.5"),
    "part of a name": ("G-20", "the G20 summit"),
    "a unit without a blank": ("1,340km", "1,340 kilometers"),
    "a share and its percent": ("a third of", "33 percent"),
    "a million": ("a million", "1,000,000"),
}


@pytest.mark.parametrize(("stated", "said"), ALIKE.values(), ids=ALIKE.keys())
def test_one_figure_in_two_notations(stated: str, said: str) -> None:
    """Figures are compared by what they mean."""
    assert agree(find_figures(stated)[0], find_figures(said)[0])


UNLIKE = {
    "a digit": ("1,200", "1,020"),
    "million and billion": ("3 million", "3 billion"),
    "percent and points": ("5 percent", "5 percentage points"),
    "percent and people": ("5 percent", "5"),
    "two moneys": ("$5", "€5"),
    "morning and evening": ("9:30 a.m.", "9:30 p.m."),
    "a rounding that is not marked": ("1,000", "987"),
    "a rounding too far": ("about 1,000", "700"),
    "more than what is less": ("more than 40", "38"),
    "hundreds and thousands": ("thousands", "hundreds"),
    "half and a third": ("half of", "a third of"),
    "a rounding to as many digits": ("about 51 percent", "50 percent"),
    "numbers in names": ("COVID-18", "COVID-19"),
    "dates that are names": ("9/21", "9/11"),
    "twice and thrice": ("twice", "tripled"),
}


@pytest.mark.parametrize(("stated", "said"), UNLIKE.values(), ids=UNLIKE.keys())
def test_two_figures(stated: str, said: str) -> None:
    """What is nearly the same is not the same."""
    assert not agree(find_figures(stated)[0], find_figures(said)[0])


@given(st.integers(2, 999_999))
def test_any_number_stands_for_itself(number: int) -> None:
    """With separators, and with a currency."""
    plain, grouped = find_figures(f"{number} men")[0], find_figures(f"{number:,} men")[0]

    assert agree(plain, grouped)
    assert agree(grouped, plain)


@given(st.text(max_size=60))
def test_any_words_may_be_asked_for_their_number(words: str) -> None:
    """What is no number is None."""
    assert spelled(words) is None or spelled(words) is not None
    find_figures(words)


def test_a_sentence_taken_from_its_paragraph_is_borne_out() -> None:
    """Whatever it states."""
    paragraph = "On May 3 Ana Ruiz, 51, paid $5 for “a wave”. Then she left Lima."

    assert () == unsupported("On May 3 Ana Ruiz, 51, paid $5 for “a wave”.", [paragraph])


def test_the_beginning_of_a_figure_is_not_the_figure() -> None:
    """What stands there is longer."""
    assert ["$5"] == [missing.words for missing in facts("He paid $5.", ["He paid $5.5 million."])]


def test_words_between_quotation_marks_must_stand() -> None:
    """One word other, and the quotation is told."""
    (missing,) = unsupported("She called it “a small wave”.", ["She called it “a great wave”."])

    assert ("quotation", "a small wave") == (missing.kind, missing.words)


def test_the_day_of_publication_is_known() -> None:
    """What appeared on Friday may be said to have."""
    assert () == unsupported("The paper wrote on 16 September that it was over.", ["It is over."], ISSUED)


ARTICLE = Article(
    id="serik2022storm",
    title="Storm Closes The Harbour Of Aktau",
    container_title="Harbour Times",
    author=(Name(family="Serik", given="Amina"),),
    issued=Date(edtf="2022-09-14"),
    paragraphs=tuple(
        Block(text=text, line=line)
        for line, text in enumerate(
            (
                "President Vladimir Putin came to Aktau on Monday, and two cranes broke.",
                "The Russian president said that 12 ships waited, at a cost of $3 million.",
                "Carl Berg, a pilot, said he saw nothing.",
            ),
            1,
        )
    ),
)
KNOWN = Article(
    id=ARTICLE.id, title=ARTICLE.title, container_title=ARTICLE.container_title, author=ARTICLE.author,
    issued=ARTICLE.issued, paragraphs=ARTICLE.paragraphs,
    entities=find_entities(ARTICLE.title or "", [block.text for block in ARTICLE.paragraphs]),
)  # fmt: skip


def doubts(draft: str) -> tuple[Doubt, ...]:
    return find_doubts(read_markdown(draft), {KNOWN.id: KNOWN}, draft)


def test_a_name_that_stands_elsewhere_in_the_article_is_told_mildly() -> None:
    """Who the Russian president is, another paragraph says."""
    (doubt,) = doubts("Putin saw 12 ships [@serik2022storm, para. 2].")

    assert ("name", 1) == (doubt.kind, doubt.elsewhere)
    assert "“Putin” is not named in @serik2022storm, para. 2, but in para. 1" == doubt.message


def test_a_warning_says_where_it_stands_and_what_the_source_has() -> None:
    """The line of the draft, the words, and the sentence of the source."""
    (doubt,) = doubts("First line.\n\nThe cost was $3 billion, it is said [@serik2022storm, para. 2].")

    assert (3, "figure", "$3 billion") == (doubt.line, doubt.kind, doubt.words)
    assert "The Russian president said that 12 ships waited, at a cost of $3 million." == doubt.source


NOT_LOOKED_AT = {
    "a sentence without a citation": "It cost $9 billion. But two cranes broke [@serik2022storm, para. 1].",
    "a citation without a paragraph": "It cost $9 billion [@serik2022storm].",
    "a heading": "# Nine Billion Dollars [@serik2022storm, para. 2]",
    "a label": "**Nine dollars.** Two cranes broke [@serik2022storm, para. 1].",
    "an unknown key": "It cost $9 billion [@nobody, para. 1].",
    "a paragraph that is not there": "It cost $9 billion [@serik2022storm, para. 9].",
    "the outlet and the author": "Amina Serik wrote in the Harbour Times of two cranes [@serik2022storm, para. 1].",
    "who speaks": "> “he saw nothing”\n>\n> — Carl Berg, a pilot, to Vladimir Putin [@serik2022storm, para. 3]",
}


@pytest.mark.parametrize("draft", NOT_LOOKED_AT.values(), ids=NOT_LOOKED_AT.keys())
def test_what_is_not_looked_at(draft: str) -> None:
    """Only what a cited paragraph can bear out is asked of it."""
    assert () == doubts(draft)


def test_two_citations_bear_out_a_sentence_together() -> None:
    """What the one has not, the other may have."""
    assert () == doubts("Two cranes broke and 12 ships waited [@serik2022storm, para. 1; @serik2022storm, para. 2].")
    assert () == doubts("Two cranes broke and 12 ships waited [@serik2022storm, paras. 1–2].")


def test_a_paragraph_that_many_sentences_cite_is_read_once() -> None:
    """What it says is kept for the next sentence."""
    text = " ".join(
        f"On May {n % 28 + 1} Ana{n} Ruiz{n} paid ${n},{n % 1000:03} for {n} cranes." for n in range(1, 300)
    )
    article = Article(id="a", issued=ISSUED, paragraphs=(Block(text=text, line=1),))
    draft = "\n\n".join(f"Carl{n} paid ${n}.5 billion [@a, para. 1]." for n in range(80))
    document = read_markdown(draft)
    begun = time.process_time()

    assert find_doubts(document, {"a": article}, draft)
    assert time.process_time() - begun < 20


def test_a_hostile_sentence_is_read_at_once() -> None:
    """No rule goes back and forth over a text that was made to make it."""
    for piece in ("1,", "twenty-", "1 000 ", "a, ", "Ana ", "hundreds of ", "May 1, ", "“a” "):
        begun = time.process_time()
        unsupported(piece * 5_000, [piece * 10_000], ISSUED)
        assert time.process_time() - begun < 5, piece


@pytest.mark.parametrize(
    ("told", "wrong"),
    [
        ("It broke two weeks ago [29 August – 4 September 2022].", ()),
        ("It broke two weeks ago [30 August – 4 September 2022].", ("30 August – 4 September 2022",)),
        ("It broke on 2 September – not on 4 September 2022.", ("2 September", "4 September 2022")),
    ],
)
def test_days_on_both_sides_of_a_dash_are_one_span(told: str, wrong: tuple[str, ...]) -> None:
    """What completes "two weeks ago" may run over the end of a month."""
    found = facts(told, ["The crane broke two weeks ago, the port master said."], Date(edtf="2022-09-16"))

    assert wrong == tuple(one.words for one in found)
