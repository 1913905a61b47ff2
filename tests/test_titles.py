"""Headlines in capitals become titles as records keep them: names keep their capitals, nothing else does."""

from __future__ import annotations

import pytest

from digest.csl import to_csl
from digest.entities import find_entities
from digest.model import Article, Block
from digest.statements import as_text, confirm, state
from digest.titles import sentence_case

TEXT = (
    "The Steppe Water Council met in Almaty on Monday. Chairwoman Amina Serik of the Steppe Water Council said "
    "that the council would march on, whatever the polish of its critics. A drought has emptied canals in "
    "Kazakhstan since May, and Serik blames the Polish company Wodnik, which built the pumps near Lake Balkhash. "
    "Its engineers had promised that the new pumps would last. They failed within two summers, the inspectors "
    "found, and farmers had to truck in their water from the north. A new accord with China, which Serik signed "
    "in Beijing, may bring relief: the two countries would share what the river carries. The price of it is not "
    "known, and the secret talks go on. Nobody in the north has been asked for a word on it, a driver said at the "
    "gate of the works."
)


def article(title: str, text: str = TEXT) -> Article:
    return Article(
        title=title,
        language="en",
        paragraphs=(Block(text=text, line=1),) if text else (),
        entities=find_entities(title, [text]) if text else (),
    )


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Steppe Water Council Blames Polish Pumps", "Steppe Water Council blames Polish pumps"),
        ("Serik Signs Accord With China In Beijing", "Serik signs accord with China in Beijing"),
        ("Talks On Lake Balkhash: The Price Of A Secret", "Talks on Lake Balkhash: The price of a secret"),
        ("Why Wodnik’s Pumps Failed In May", "Why Wodnik’s pumps failed in May"),
        ("Drought May End, NATO And G7 Say", "Drought may end, NATO and G7 say"),
        ("‘The River Carries Nothing’: An Engineer’s Diary", "‘The river carries nothing’: An engineer’s diary"),
        ("U.S. And China Share A River", "U.S. and China share a river"),
        ("Water-Poor Kazakhstan Turns North", "Water-poor Kazakhstan turns north"),
        ("What Amina Serik Knew", "What Amina Serik knew"),
        ("Pumps failed within two summers", "Pumps failed within two summers"),
        ("Kazakhstan’s Canals", "Kazakhstan’s canals"),
        ("iPhone Pumps Fail", "iPhone pumps fail"),
        ("Pumps Failed At The Gate Of The Works", "Pumps failed at the gate of the works"),
        ("Engineers Sharing Water Dropped Out", "Engineers sharing water dropped out"),
    ],
)
def test_what_the_article_calls_so_is_a_name(headline: str, title: str) -> None:
    """Its own text tells names from words."""
    assert title == sentence_case(article(headline))


BANK = (
    "The World Bank cut its outlook on Monday. The bank in Oslo, its president Deng Xiaoming said, is no danger to the "
    "world. Critics of the bank met in the Great Hall of the People, which is a hall by the river. Deng met them; "
    "president Deng was quiet. A new chairman, Amy Price, is to name the price of the loan."
)


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("World Bank Is No Danger", "World Bank is no danger"),
        ("Critics Of World Bank Met In Hall", "Critics of World Bank met in hall"),
        ("Critics Met In Great Hall Of The People", "Critics met in Great Hall of the People"),
        ("Deng Cut Price Of Loan", "Deng cut price of loan"),
        ("New Chairman Amy Price Is Quiet", "New chairman Amy Price is quiet"),
    ],
)
def test_words_that_a_text_joins_into_a_name_are_one(headline: str, title: str) -> None:
    """Each of them is common elsewhere in the same text."""
    assert title == sentence_case(article(headline, BANK))


@pytest.mark.parametrize(
    "title",
    [
        "Leaders Hail Deng Xiaoping",
        "Frank Price Joins Talks",
        "Man Held in Reading",
        "Art Law Wins Race",
        "Crisis Hits Boeing",
        "Police Question Fleming",
        "Aktau Port Bank Fails",
    ],
)
def test_a_common_word_that_may_be_a_name_is_never_small_without_proof(title: str) -> None:
    """People, towns and bodies bear such words; the whole title then keeps its capitals."""
    assert title == sentence_case(article(title, ""))


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Black Sea Grain Deal Ends", "Black Sea grain deal ends"),
        ("State Department Cuts Jobs", "State Department cuts jobs"),
        ("South China Sea Dispute Deepens", "South China Sea dispute deepens"),
        ("White House Denies Report", "White House denies report"),
        ("Lukashenko’s Long Game", "Lukashenko’s long game"),
    ],
)
def test_known_bodies_and_seas_keep_their_capitals(headline: str, title: str) -> None:
    """Their words are common ones; together they are names."""
    assert title == sentence_case(article(headline, ""))


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Russia And China Vow To Share Power", "Russia and China vow to share power"),
        ("Zorvan Meets Quillon At The Summit", "Zorvan Meets Quillon at the Summit"),
        ("The Road To Xinjiang In March", "The road to Xinjiang in March"),
        ("STORM CLOSES HARBOUR", "STORM CLOSES HARBOUR"),
        ("Ships wait for the Zorvan", "Ships wait for the Zorvan"),
    ],
)
def test_without_a_text_only_what_is_sure_is_small(headline: str, title: str) -> None:
    """A name that nothing tells is never made small: then only words between others are."""
    assert title == sentence_case(article(headline, ""))


@pytest.mark.parametrize("language", ["de", "ru", "zh", None])
def test_titles_in_other_languages_are_left_alone(language: str | None) -> None:
    """Their capitals mean something else."""
    title = "Das Ende Der Langen Reise Nach Almaty"

    assert title == sentence_case(Article(title=title, language=language))


def test_a_title_says_what_it_means_in_brackets() -> None:
    """Stated by a person, printed after the title in every style, and no variable beside it."""
    tea = state(Article(id="tea", title="茶的价格", language="zh"), "title-romanized", "Cha de jiage")
    tea = state(tea, "title-translated", "The price of tea")

    assert "茶的价格 [Cha de jiage; The price of tea]" == to_csl(tea)["title"]
    assert "茶的价格" == to_csl(tea)["title-short"]
    assert {"id", "type", "title", "title-short", "language"} == set(to_csl(tea))
    assert "The price of tea" == as_text(tea, "title-translated")
    assert "茶的价格 [Cha de jiage]" == to_csl(state(tea, "title-translated", ""))["title"]
    assert "other" in confirm(tea, "title-romanized").fixed
    with pytest.raises(ValueError, match="no original-title"):
        confirm(tea, "original-title")


def test_the_first_title_stands_in_brackets_too() -> None:
    """Of a translation, what it was called before."""
    night = state(Article(title="The Long Night", language="en"), "original-title", "Долгая ночь")

    assert "The long night [Долгая ночь]" == to_csl(night)["title"]
