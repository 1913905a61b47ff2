"""Who is quoted on a campaign's trail: by family name only, beside relatives, after datelines and asides."""

from __future__ import annotations

import pytest

from digest.quotations import find_quotes

Case = tuple[list[str], list[str | None]]
FRANK = "Frank Delgado, the Republican nominee, spoke in Tampa on Monday."
RUTH = "Ruth Calloway, the former senator, held a rally in Reno."

KNOWN_BY_FAMILY_NAME: list[Case] = [
    (
        [
            "The moderator, Leo Holt, asked about jobs.",
            "Mrs. Calloway went first. “We have to build an economy for everyone,” she said.",
            "Mr. Delgado followed. “Our jobs are leaving this country,” he said.",
        ],
        ["Calloway", "Delgado"],
    ),
    (
        ["Asked whether a foreign power was behind it, Mr. Delgado demurred: “I have no idea who did it.”"],
        ["Delgado"],
    ),
    (
        [
            "Delgado said he was tired. Delgado said so twice.",
            "The hall was half empty. “I will be back in the spring,” he said.",
        ],
        ["Delgado"],
    ),
]
RELATIVES: list[Case] = [
    (
        [RUTH, "Her mother, Alma, was more pointed.", "“That man has not been here one single time,” she said."],
        ["Alma"],
    ),
    (
        ["Carol Benning, a driver, left smiling. Her husband, Dale, was not. “He puts on a good show,” he said."],
        ["Dale"],
    ),
    ([RUTH, "Her mother disagreed. “He would throw us both out,” she said."], ["Her mother"]),
]
BEFORE: list[Case] = [
    (
        [FRANK, "Asked about it, Jenna Pruitt, a spokeswoman for Mr. Delgado, replied: “Nobody cares.”"],
        ["Jenna Pruitt"],
    ),
    (["Sacha Dale, Helping Hands UK’s chief executive, said: “The violence is utterly unacceptable.”"], ["Sacha Dale"]),
    (["Her colleague Pat Pallett, 77, said of the crowd: “That is our town for you.”"], ["Pat Pallett"]),
    (["CrowdWall, which the party hired in May, said it had found “two intruders in the network.”"], ["CrowdWall"]),
    (
        [FRANK, "A top adviser to Frank Delgado said that the papers would “raise a thousand new questions.”"],
        ["A top adviser to Frank Delgado"],
    ),
    (["It is a habit that tax experts say “has served the country rather well.”"], ["tax experts"]),
    (
        [FRANK, "In the recording, made in 2004, Delgado can be heard boasting that he “owns the whole town.”"],
        ["Frank Delgado"],
    ),
    ([RUTH, "For Calloway, the answer was “to restore trust between communities.”"], ["Ruth Calloway"]),
    (
        ["NEW YORK — Ruth Calloway’s former campaign manager spoke, insisting that it was “no sign of defeat.”"],
        ["Ruth Calloway’s former campaign manager"],
    ),
    (
        [
            FRANK,
            "Delgado ally and former county sheriff David Cox slammed the press, saying, “They want to burn it down.”",
        ],
        ["David Cox"],
    ),
    (["“Her answer is more of Washington,” said senior policy adviser Dan Whitlow."], ["Dan Whitlow"]),
]
EPITHETS: list[Case] = [
    (
        [
            "Bill Clayton stumbled on Monday when he described the law as “the craziest thing in the world.”",
            "“So you have got this crazy system,” the former president said at a rally in Flint.",
        ],
        ["Bill Clayton", "Bill Clayton"],
    ),
    ([FRANK, "“She has no business running it,” the senator from Ohio said."], ["the senator from Ohio"]),
    (
        ["Ana Lee, a lawyer, spoke on Monday.", "“It is not for the court to say,” the mayor said on Tuesday."],
        ["the mayor"],
    ),
]
ASIDES: list[Case] = [
    (["“It is against nobody,” Defense Minister Andrei Belov was quoted as saying by TASS."], ["Andrei Belov"]),
    (["“It is against nobody,” Defense Minister Andrei Belov was quoted by TASS as saying."], ["Andrei Belov"]),
    (
        ["One accuser, Natasha Stone, a writer for Folks, has said that he “was never invited to her house.”"],
        ["Natasha Stone"],
    ),
    (["His sister, Marianne, a retired judge, once described him as “a boy who wants to be told.”"], ["Marianne"]),
    (
        ["Myron Ebb, 62, who leads the institute, has long argued that warming “is good for human beings.”"],
        ["Myron Ebb"],
    ),
    ([FRANK, "On trade, Delgado was blunt. “They rip us off every day,” he said."], ["Frank Delgado"]),
    (
        [FRANK, RUTH, "As Calloway was describing her plan, Delgado leaned in: “Such a nasty woman, folks.”"],
        ["Frank Delgado"],
    ),
    (["NPR’s Scott Dettwiler, who was there, disputed it. “The audience was polite,” he wrote."], ["Scott Dettwiler"]),
    (
        ["“It is the gift that keeps on giving,” crowed one strategist working on the races."],
        ["one strategist working on the races"],
    ),
    (["The board includes a lobbyist who once called the science “a bunch of hooey from Brussels.”"], ["a lobbyist"]),
    (
        [
            "The mayor, Ana Ruiz, has issued the following statement:",
            "“It is hard for all of us here.",
            '"We have cleaned the square now.”',
        ],
        ["Ana Ruiz", "Ana Ruiz"],
    ),
]
FOCUS: list[Case] = [
    (
        [
            "Todd Huizen, a welder, held a sign.",
            "The crowd chanted “Build it higher, build it now!” as Frank Delgado took the stage.",
            "“The system is rigged, folks,” he began.",
        ],
        ["The crowd", "Frank Delgado"],
    ),
    (
        [
            RUTH,
            "“He has no idea what hit him,” said a consultant in Austin.",
            "For Calloway, the race is an argument with herself. “You think a grown-up will come,” she said.",
        ],
        ["a consultant in Austin", "Ruth Calloway"],
    ),
    (
        ["The mayor, Ana Ruiz, has issued the following statement:", "“We will rebuild the bridge by May.”"],
        ["Ana Ruiz"],
    ),
]


@pytest.mark.parametrize(
    ("paragraphs", "speakers"), [*KNOWN_BY_FAMILY_NAME, *RELATIVES, *BEFORE, *EPITHETS, *ASIDES, *FOCUS]
)
def test_the_speaker(paragraphs: list[str], speakers: list[str | None]) -> None:
    """Each quotation has the speaker that a careful reader gives it."""
    assert speakers == [quote.speaker for quote in find_quotes(paragraphs)]


def test_a_role_told_once_is_that_of_every_quotation() -> None:
    """Where another sentence says what the speaker is."""
    first, second = find_quotes(
        ["“We will win this in May,” said Ruiz of Save the Trees.", "“We have to win it,” Ruiz said."]
    )

    assert ("of Save the Trees", first.role) == (second.role, second.role)


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        (
            "According to Nargis Kasen, senior fellow at Yale’s Davis Center: “We have no other lender.”",
            "senior fellow at Yale’s Davis Center",
        ),
        (
            "“We got out with the cow,” said Gulbara Ismail, a teacher who hid with some 1,200 others.",
            "a teacher who hid with some 1,200 others",
        ),
    ],
)
def test_where_a_role_ends(paragraph: str, role: str) -> None:
    """Before a colon, and not at the comma within a number."""
    (quote,) = find_quotes([paragraph])

    assert role == quote.role
