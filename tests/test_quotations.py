"""Quotations are exact, and a speaker is the right one or none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.quotations import MOST, find_quotes

Said = tuple[str, str | None, str | None]  # the beginning of the quotation, speaker, role

PAGES: dict[str, tuple[list[str], list[Said]]] = {
    "a British paper: single marks, inverted, age in the middle, colon": (
        [
            "‘It was a long night and nobody slept,’ said Sir Keith Hale, the shadow chancellor. ‘We’ll be back.’",
            "‘He’s wrong,’ Marta Ruiz, 34, a nurse from Leeds, told the Harbour Times. She added: ‘We’ve had enough.’",
        ],
        [
            ("It was a long night", "Keith Hale", "the shadow chancellor"),
            ("We’ll be back", "Keith Hale", "the shadow chancellor"),
            ("He’s wrong", "Marta Ruiz", "a nurse from Leeds"),
            ("We’ve had enough", "Marta Ruiz", "a nurse from Leeds"),
        ],
    ),
    "a wire report: straight marks, title before the name, family name later": (
        [
            "Norwegian Foreign Minister Kari Lund arrived in Oslo on Monday.",
            '"We are close to an agreement," Lund told reporters. "It will take a week or two."',
            'Her Danish colleague, Per Holm, said "nothing is agreed until everything is agreed."',
        ],
        [
            ("We are close", "Kari Lund", "Norwegian Foreign Minister"),
            ("It will take", "Kari Lund", "Norwegian Foreign Minister"),
            ("nothing is agreed", "Per Holm", None),
        ],
    ),
    "a pronoun takes the person reported before": (
        [
            "The mayor, Ana Ruiz, said the bridge would open in May.",
            "“We will rebuild it, whatever it costs this city,” she said.",
        ],
        [("We will rebuild it", "Ana Ruiz", "mayor")],
    ),
    "a pronoun that may mean two takes neither": (
        ["Vera Orlova and Nina Hale met in Oslo. “It was good to talk to an old friend,” she said."],
        [("It was good", None, None)],
    ),
    "a pronoun of the other sex is not the person named": (
        ["Otto Brandt, a farmer, took his sister to the station. “I never saw him again after that,” she said."],
        [("I never saw him", None, None)],
    ),
    "Mr. is not she": (
        ["Mr. Otto Brandt, a farmer, was asked about it.", "“It rained on all of us that day,” she said."],
        [("It rained", None, None)],
    ),
    "experts signed with a dash": (
        [
            "• “The gas deal needs both sides, but one of them more.” -- Lena Vogt, head of the Institute for Ports",
            "“A full alliance is not coming.” — Tom Berg, senior fellow at the Nordic Council",
        ],
        [
            ("The gas deal", "Lena Vogt", "head of the Institute for Ports"),
            ("A full alliance", "Tom Berg", "senior fellow at the Nordic Council"),
        ],
    ),
    "an interview: who is asked, and paragraphs that open and do not close": (
        [
            "To find out, I asked Lena Vogt, a historian at Bergen University:",
            "“It began in the harbour. Nobody noticed at first.",
            "“Then the ships stopped coming.”",
        ],
        [
            ("It began", "Lena Vogt", "a historian at Bergen University"),
            ("Then the ships", "Lena Vogt", "a historian at Bergen University"),
        ],
    ),
    "a quotation that runs on is by the one named later": (
        ["“It began in the harbour. Nobody noticed.", "“Then the ships stopped coming,” said Lena Vogt, a historian."],
        [("It began", "Lena Vogt", "a historian"), ("Then the ships", "Lena Vogt", "a historian")],
    ),
    "according to": (
        [
            "According to Tom Berg, an economist at Nordea, “the rate will rise again before the summer is out.”",
            "“Exports will fall by a third,” according to a report by the bank.",
        ],
        [("the rate", "Tom Berg", "an economist at Nordea"), ("Exports", "a report by the bank", None)],
    ),
    "scare quotes, titles and terms are nobody's": (
        [
            "Hale’s “dream team” faced a “no-limits” rival in the film “The Long Road” last year.",
            "He pledged support for the “Clean Harbour” plan, said Vera Orlova, and for others.",
        ],
        [("dream team", None, None), ("no-limits", None, None), ("The Long", None, None), ("Clean", None, None)],
    ),
    "a term with its verb": (
        ["Brazilian President Rosa Lima called the plan a “disgrace” and said it was “unworkable.”"],
        [("disgrace", "Rosa Lima", "Brazilian President"), ("unworkable", "Rosa Lima", "Brazilian President")],
    ),
    "who was told did not speak": (
        ["Vera Orlova, a teacher, was told that “the school will never be opened again.”"],
        [("the school", None, None)],
    ),
    "a namesake who comes later is somebody else": (
        ["Jones said he was “fine.” His brother Paul Jones said: “He is not fine, and has not been for weeks.”"],
        [("fine", "Jones", None), ("He is not fine", "Paul Jones", None)],
    ),
    "offices speak": (
        ["“We do not comment on rumours,” a spokeswoman for the ports ministry told the Harbour Times."],
        [("We do not", "a spokeswoman for the ports ministry", "spokeswoman for the ports ministry")],
    ),
    "the office before the name": (
        ["“It is the best guide I have read,” says the former editor of the Argus, George Lane."],
        [("It is the best", "George Lane", "former editor of the Argus")],
    ),
    "one of many": (
        ["Mia Ruiz said the police had followed her and other protesters.", "“They never said why,” said Ruiz."],
        [("They never said why", "Mia Ruiz", "protester")],
    ),
    "marks inside": (
        ["“They told us: ‘You’ll create a bother.’ So we left,” said Mia Ruiz, a pensioner."],
        [("They told us: ‘You’ll create a bother.’ So we left,", "Mia Ruiz", "a pensioner")],
    ),
    "the family name first": (
        ["Chinese Premier Wen Tao was there.", "“We will never let anything damage our friendship,” Wen added."],
        [("We will never", "Wen Tao", "Chinese Premier")],
    ),
    "German, French, Russian": (
        [
            "„Wir machen weiter wie bisher“, sagte Anna Weber, Sprecherin der Stadt.",
            "« Nous allons continuer », a déclaré Jean Petit.",
            "«Мы продолжим эту работу», — заявил Иван Орлов.",
        ],
        [
            ("Wir machen", "Anna Weber", "Sprecherin der Stadt"),
            ("Nous allons", "Jean Petit", None),
            ("Мы продолжим", "Иван Орлов", None),
        ],
    ),
    "the main clause is what a sentence is about": (
        [
            "Frank Trent and Jake Hale spoke to Judge Tom Curl.",
            "When Hale asked about Curl, Trent did not budge. “I am proud of it,” he said.",
        ],
        [("I am proud", "Frank Trent", None)],
    ),
    "nobody is asked": (["“Who knows?” That is what they all wondered in the end."], [("Who knows", None, None)]),
}


@pytest.mark.parametrize(("paragraphs", "expected"), PAGES.values(), ids=PAGES)
def test_who_said_what(paragraphs: list[str], expected: list[Said]) -> None:
    found = find_quotes(paragraphs)

    assert expected == [
        (start, quote.speaker, quote.role)
        for quote, (start, _, _) in zip(found, expected, strict=True)
        if quote.text.startswith(start)
    ]


@given(st.lists(st.text(alphabet=st.sampled_from("ab A.,!“”\"'‘’«»„—- :\nsaid"), max_size=60), max_size=4))
def test_a_quotation_is_a_piece_of_its_paragraph(paragraphs: list[str]) -> None:
    for quote in find_quotes(paragraphs):
        assert quote.text
        assert quote.text in paragraphs[quote.paragraph - 1]


@pytest.mark.parametrize(
    "piece",
    [
        "“",
        '"',
        '"a ',
        "'a ",
        "‘A ",
        "“A” ",
        "Aa ",
        "said ",
        ", a",
        "A.",
        "the ",
        "Ann Bo said. ",
        "“x,” he said. ",
        "Ministry of A ",
        "the statement ",
        "according to ",
        "“a b c d e,” said Bo, ",
        "who said ",
        "what he called ",
        "his claim that ",
        "Bo’s ",
        "sagte der ",
        "von der Aa ",
        "«А б в г д», — сказал Иван Бо. ",
    ],
)
def test_hostile_paragraphs_take_time_in_proportion(piece: str) -> None:
    started = time.process_time()
    find_quotes([f"“one two three four five,” Ann Bo, a {piece * (100_000 // len(piece))}"])
    find_quotes([piece * (100_000 // len(piece))])

    assert time.process_time() - started < 6


@pytest.mark.parametrize(
    ("role", "said"),
    [
        ("a fellow at the Robert H. Smith School", "said Ann Lee, a fellow at the Robert H. Smith School."),
        (
            "vice president of Acme Corp. in Ulm and a former U.S. deputy assistant secretary",
            "said Ann Lee, vice president of Acme Corp. in Ulm and a former U.S. deputy assistant secretary.",
        ),
        ("a professor at St. Anne’s College, Ulm", "Ann Lee, a professor at St. Anne’s College, Ulm, said."),
        ("of the U.S. Army War College", "said Ann Lee of the U.S. Army War College."),
        ("spokesman for the U.S. Embassy in Kabul", "a spokesman for the U.S. Embassy in Kabul said."),
        ("a former adviser to the U.N.", "said Ann Lee, a former adviser to the U.N. He left in May, aides said."),
    ],
)
def test_a_role_is_not_cut_at_an_abbreviation(role: str, said: str) -> None:
    """The stop of "U.S.", of an initial or of "Corp." ends no role."""
    (quote,) = find_quotes([f"“Trade will not come back soon this year,” {said}"])

    assert role == quote.role


def test_a_line_of_a_million_quotations_gives_the_first_of_them() -> None:
    """What no person wrote costs neither minutes nor gigabytes."""
    found = find_quotes(["“Yes,” said Ana Ruiz. " * 100_000, "“No,” said Bo Lind."])

    assert (MOST, "Yes,", 1) == (len(found), found[-1].text, found[-1].paragraph)


@pytest.mark.parametrize("said", ["{name} came. “One two three,” {last} said.", "«Один два три», — сказал {name}."])
def test_many_names_take_time_in_proportion(said: str) -> None:
    """A list of people costs a look each, not one for each other."""
    names = [f"A{number:c}a S{number:c}o" for number in range(0x100, 0x100 + 0x600)]
    started = time.process_time()
    find_quotes([said.format(name=name, last=name.split()[1]) for name in names])

    assert time.process_time() - started < 3


@pytest.mark.parametrize(
    ("text", "kind", "cue", "confidence"),
    [
        ("“We are ready,” said Ana Ruiz.", "full", "after", "stated"),
        ("Ana Ruiz said: “We are ready for all of it.”", "full", "before", "stated"),
        ("Ana Ruiz called the plan a “disgrace.”", "fragment", "before", "stated"),
        ("Ana Ruiz said the plan was “a disgrace to all of us.”", "fragment", "before", "stated"),
        ("The “dream team” played.", "term", None, "stated"),
        ("“We are ready for all of it.” — Ana Ruiz, the mayor", "full", "dash", "stated"),
        ("“It will rain for the whole week,” according to Ana Ruiz.", "full", "according to", "stated"),
        ("“It will rain for the whole week,” the statement said.", "full", "statement", "stated"),
        ("Ana Ruiz, the mayor, smiled. “We are ready for it,” she said.", "full", "pronoun", "inferred"),
        ("Ana Ruiz, the mayor, spoke to reporters. “We are ready for it.”", "full", "continuation", "inferred"),
    ],
)
def test_what_kind_of_quotation_and_how_sure(text: str, kind: str, cue: str | None, confidence: str) -> None:
    """The words are whole, a part, or a term; the speaker stands in their sentence, or follows from others."""
    (quote,) = find_quotes([text])

    assert (kind, cue, confidence) == (quote.kind, quote.cue, quote.confidence)


def test_a_quotation_of_several_paragraphs_goes_on_in_each_but_the_last() -> None:
    found = find_quotes(["“It rained all week.", "“Then the sun came out,” said Ana Ruiz.", "“Nobody minded.”"])

    assert [(True, "Ana Ruiz"), (False, "Ana Ruiz")] == [(quote.goes_on, quote.speaker) for quote in found[:2]]


def test_a_family_name_stands_for_the_full_name_that_comes_later() -> None:
    """An article may name a man in full only in its second paragraph."""
    (quote,) = find_quotes(["“We will go home,” Ruiz said.", "Pablo Ruiz, 40, is a welder."])

    assert ("Pablo Ruiz", "stated") == (quote.speaker, quote.confidence)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Frank Hale spoke under a banner reading “jobs for all of our people.”", "a banner"),
        ("Frank Hale wrote a book titled “how to win at all costs and lose.”", None),
        ("Frank Hale was asked by Lena Vogt, “Will you accept the result of this?”", "Lena Vogt"),
        ("Otto Brandt was warned by police “not to go to the capital.”", "police"),
        ("Frank Hale was called “the worst man in the world” by Ruth Lind.", "Ruth Lind"),
        ("She said the song “you cannot always get what you want” was hers.", None),
    ],
)
def test_signs_agents_and_titles(text: str, speaker: str | None) -> None:
    """A sign says what it reads; who is told something has not said it; a title is nobody's words."""
    (quote,) = find_quotes([text])

    assert speaker == quote.speaker
