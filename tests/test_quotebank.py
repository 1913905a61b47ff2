"""The bank of quotations: what was said in one go, who is heard, and in what standing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.analysis import analyse
from digest.model import Article, Block, Date, Heading, Quote, Tag
from digest.quotebank import bank
from digest.quotebank.standing import STANDINGS, standing
from digest.quotebank.voices import balance, voices


def article(key: str, *paragraphs: str, outlet: str = "Harbour Times", issued: str = "2022-09-14") -> Article:
    """An article whose text today's rules have read."""
    blocks = tuple(Block(text=text, line=number) for number, text in enumerate(paragraphs, 1))
    return analyse(Article(id=key, container_title=outlet, issued=Date(edtf=issued), paragraphs=blocks))


WORDS = "“Trade will double by the spring,” said Ana Ruiz, an analyst at the Institute of Ports."


def test_an_utterance_printed_twice_counts_once() -> None:
    """Two outlets with the same words: the first to print them, and the other as a second place."""
    (said,) = bank([article("b", WORDS, outlet="Coast Post", issued="2022-09-15"), article("a", WORDS)])

    assert "@a, para. 1" == said.place.locator
    assert ["@b, para. 1"] == [place.locator for place in said.also]
    assert ("Harbour Times", "Coast Post") == voices([said])[0].outlets


def test_thousands_of_copies_are_one_utterance() -> None:
    """What every outlet prints is gathered in one go, and one article's second print of it is no second place."""
    quote = Quote(text="Trade will double by the spring", paragraph=1)
    named = Quote(text="Trade will double by the spring", paragraph=1, speaker="Ana Ruiz", role="an analyst")
    copies = [Article(id=f"a{number:05}", quotes=(quote, quote)) for number in range(20_000)]
    (said,) = bank([*copies, Article(id="b", quotes=(named,))])

    assert 20_000 == len(said.also)
    assert ("a00000", "Ana Ruiz", "an analyst") == (said.place.key, said.speaker, said.role)


def test_who_is_named_only_in_the_second_report_is_known() -> None:
    """The first to print the words left their speaker out."""
    (said,) = bank([article("a", "“Trade will double by the spring.”"), article("b", WORDS, issued="2022-09-15")])

    assert ("Ana Ruiz", "@a, para. 1") == (said.speaker, said.place.locator)


def test_short_words_in_common_are_two_utterances() -> None:
    """Anybody may say "of course"."""
    quote = Quote(text="Of course", paragraph=1, speaker="Ana Ruiz")

    assert 2 == len(bank([Article(id=key, quotes=(quote,)) for key in ("a", "b")]))


def test_a_quotation_over_two_paragraphs_is_one_utterance() -> None:
    """The parts stay exactly as each paragraph has them, and the citation names both."""
    said = bank(
        [article("a", "“It began in the harbour,” said Ana Ruiz. “Nobody saw it.", "“Then the ships stopped.”")]
    )

    assert ["@a, para. 1", "@a, paras. 1–2"] == [one.place.locator for one in said]
    assert ("Nobody saw it.", "Then the ships stopped.") == said[1].parts


def test_one_person_under_two_spellings_is_one_voice() -> None:
    """The house name joins them; how an article spells the name is kept."""
    names = {"Qasym Toqaev": "Kassym Tokayev"}
    first = Article(id="a", quotes=(Quote(text="We shall see about all of that", paragraph=1, speaker="Qasym Toqaev"),))
    other = Article(id="b", quotes=(Quote(text="No one shall go hungry", paragraph=1, speaker="Kassym Tokayev"),))

    (voice,) = voices(bank([first, other], lambda name, _key: names.get(name, name)))

    assert ("Kassym Tokayev", ("Qasym Toqaev",), 2) == (voice.name, voice.spellings, len(voice.said))


def test_roles_are_those_held_at_the_time() -> None:
    """A minister who becomes president has two roles, each with its articles."""
    told = [("a", "2019-01", "the foreign minister"), ("b", "2022-09", "President"), ("c", "2022-10", "The President")]
    quotes = [
        Article(
            id=key,
            issued=Date(edtf=issued),
            quotes=(Quote(text=f"We are ready for {key} and more", paragraph=1, speaker="Ana Ruiz", role=role),),
        )
        for key, issued, role in told
    ]

    (voice,) = voices(bank(quotes))

    assert [("the foreign minister", ["a"]), ("President", ["b", "c"])] == [
        (held.role, [place.key for place in held.places]) for held in voice.roles
    ]


def test_words_in_a_newsletter_are_on_their_own_story() -> None:
    """A story on tea is not on ships because the next one is."""
    letter = Article(
        id="a",
        genre="newsletter",
        sections=(
            Heading(text="Tea", level=1, line=1, first=1, last=2),
            Heading(text="Ships", level=1, line=4, first=3, last=4),
        ),
        keyword=(Tag(theme="tea", score=5, paragraphs=(2,)), Tag(theme="ships", score=5, paragraphs=(3,))),
        quotes=(Quote(text="Tea is dear", paragraph=1), Quote(text="Ships are late", paragraph=4)),
    )

    assert [("tea",), ("ships",)] == [said.themes for said in bank([letter])]


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("a senior fellow at the Nordic Council, a former ambassador", "expert"),
        ("Chinese Foreign Ministry spokesman", "official"),
        ("who fled the village", "witness"),
        ("the band's drummer", "other"),
        ("a student at Bergen University", "witness"),
        ("the eldest daughter of former President Nursultan Nazarbaev", "witness"),
        ("the foreign minister of Finland", "official"),
        ("Russian President", "official"),
        ("US President", "official"),
        ("former president", "official"),
        ("president of Kazakhstan", "official"),
        ("European Commission president", "official"),
        ("Harbour Holding President", "other"),
        ("president of the Harbour Bank", "other"),
        ("General Manager", "other"),
        ("vice president at the Carnegie Endowment for International Peace", "expert"),
        ("Sprecherin des Ministeriums", "official"),
        ("президент Казахстана", "official"),
        (None, "other"),
    ],
)
def test_a_role_tells_the_standing(role: str | None, expected: str) -> None:
    """Experts judge, officials govern, witnesses saw it."""
    assert expected == standing(role)


def test_the_balance_counts_speakers_not_quotations() -> None:
    """One analyst quoted twice is one expert."""
    said = bank(
        [
            article(
                "a", WORDS, "“We lost everything we had,” said Otto Brandt, a farmer.", "“I doubt it all,” Ruiz said."
            )
        ]
    )

    assert {"expert": 1, "witness": 1} == balance(voices(said))


@given(st.lists(st.text(max_size=80), max_size=6))
def test_whatever_the_text_the_words_stand_in_it(texts: list[str]) -> None:
    """No letter of an utterance is ours, and every standing has a name."""
    for said in bank([article("a", *texts)]):
        for number, part in enumerate(said.parts, said.place.first):
            assert part in texts[number - 1]
        assert said.standing in STANDINGS


def test_a_role_that_is_all_we_know_of_a_speaker_is_said_once() -> None:
    """ "A former adviser to the family" needs no "former adviser to the family" beside it, but has a standing."""
    (said,) = bank([article("a", "“Nobody has seen it yet at all,” said a former diplomat in Oslo.")])

    assert ("a former diplomat in Oslo", None, "official") == (said.speaker, said.title, said.standing)
