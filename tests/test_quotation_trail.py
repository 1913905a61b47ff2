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
        [
            "NEW YORK — Ruth Calloway’s former campaign manager called the week, insisting that it was “no sign of defeat.”"
        ],
        ["Ruth Calloway’s former campaign manager"],
    ),
    (
        [
            FRANK,
            "Delgado ally and former county sheriff David Clemens slammed the press, saying, “They want to burn it down.”",
        ],
        ["David Clemens"],
    ),
    (["“Her answer is more of Washington,” said senior policy adviser Dan Whitlow."], ["Dan Whitlow"]),
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


@pytest.mark.parametrize(("paragraphs", "speakers"), [*KNOWN_BY_FAMILY_NAME, *RELATIVES, *BEFORE, *FOCUS])
def test_the_speaker(paragraphs: list[str], speakers: list[str | None]) -> None:
    """Each quotation has the speaker that a careful reader gives it."""
    assert speakers == [quote.speaker for quote in find_quotes(paragraphs)]
