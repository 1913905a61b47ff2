"""Who is quoted in political news: offices, papers, pronouns, and cues before, after and around the words."""

from __future__ import annotations

import pytest

from digest.quotations import find_quotes

SPEAKERS: list[tuple[list[str], list[str | None]]] = [
    (
        [
            "Frank Delgado, the Republican nominee, attacked his rival on Monday.",
            "“She has no business running anything,” the senator from Ohio told a crowd. “Not a city, not a state.”",
        ],
        ["the senator from Ohio", "the senator from Ohio"],
    ),
    (
        ["Calloway campaign manager Robby Stone said in a statement: “This is but an attempt to change the subject.”"],
        ["Robby Stone"],
    ),
    (
        [
            "Ruth Calloway, the Democratic candidate, spoke in Reno. Frank Delgado was in Ohio.",
            "“We will not go back to the old days,” she said.",
        ],
        ["Ruth Calloway"],
    ),
    (
        ["Delgado, who had been silent, tweeted late Tuesday: “The system is rigged and everybody knows it!”"],
        ["Delgado"],
    ),
    (
        ["“It’s a disaster for our party,” said one longtime Delgado adviser, who asked not to be named."],
        ["one longtime Delgado adviser"],
    ),
    (
        ["“Nobody has told us anything at all,” a person close to the campaign said."],
        ["a person close to the campaign"],
    ),
    (
        ["Asked whether he would accept the result, Delgado said he would “look at it at the time.”"],
        ["Delgado"],
    ),
    (
        ["Delgado’s claim that the vote was “rigged from the very beginning” drew criticism."],
        ["Delgado"],
    ),
    (
        ["The lawsuit says the company “knowingly misled thousands of its customers.”"],
        ["The lawsuit"],
    ),
    (
        ["In the emails, Podolski wrote that Calloway’s instincts “can be terrible at times.”"],
        ["Podolski"],
    ),
    (
        ["The mayor, a Democrat, called the bill “an insult to every working family.”"],
        ["The mayor"],
    ),
    (
        ["Speaking in Des Moines, Calloway accused her opponent of “stoking fear and dividing the country.”"],
        ["Calloway"],
    ),
    (
        ["“We have to do better than this,” Ms. Ruiz said, adding that the party “cannot go on like this for ever.”"],
        ["Ruiz", "Ruiz"],
    ),
    (
        ["Delgado told The Daily Harbor that he had “no recollection of that meeting.”"],
        ["Delgado"],
    ),
    (
        ["“What happened in there was wrong,” says Anna Berg, 43, a nurse who voted for him. “But I would again.”"],
        ["Anna Berg", "Anna Berg"],
    ),
    (
        ["A spokesman for Calloway declined to comment.", "“We do not discuss private meetings,” he said."],
        ["A spokesman for Calloway"],
    ),
    (
        ["According to the affidavit, Brandt told officers he “wanted to see what would happen.”"],
        ["Brandt"],
    ),
    (
        ["According to the report, the agency “failed at every level to respond.”"],
        ["the report"],
    ),
    (
        ["“The people deserve better,” read a sign held by a protester outside."],
        ["a sign held by a protester outside"],
    ),
    (
        ["The crowd chanted “lock her up and throw away the key.”"],
        ["The crowd"],
    ),
    (
        ["“I can’t believe it,” he said, shaking his head, “but we lost to that man.”"],
        [None, None],
    ),
    (
        ["Frank Delgado spoke first. Otto Brandt spoke next.", "“I have never been so proud of this city,” he said."],
        ["Otto Brandt"],
    ),
    (
        ["“You know what?” Delgado said. “I don’t care what they think of me.”"],
        ["Delgado", "Delgado"],
    ),
    (
        ["Senate Majority Leader Mitch Connor, R-Ky., said Thursday that the bill “will not see the light of day.”"],
        ["Mitch Connor"],
    ),
    (
        ["Rep. Ana Ruiz (D-Calif.) said in a tweet that the vote was “a betrayal of everything we stand for.”"],
        ["Ana Ruiz"],
    ),
    (
        ["“It was a mistake and I own it,” the former first lady told reporters on her plane Monday."],
        ["the former first lady"],
    ),
    (
        ["Brandt, a retired teacher from Erie, Pennsylvania, said she “just couldn’t stomach either one of them.”"],
        ["Brandt"],
    ),
    (
        ["But in his speech, Delgado argued that trade deals had “ripped the heart out of our towns.”"],
        ["Delgado"],
    ),
    (
        ["“Look, I get along with everybody,” Delgado told Harbor News’s Lena Vogt. “I get along with her.”"],
        ["Delgado", "Delgado"],
    ),
    (
        ["Lena Vogt of Harbor News asked Delgado: “Will you accept the result of the election?”"],
        ["Lena Vogt"],
    ),
    (
        [
            "“Will you accept the result of the election?” Vogt asked.",
            "“I will keep you in suspense, okay?” Delgado replied.",
        ],
        ["Vogt", "Delgado"],
    ),
    (
        ["Pollster Tom Berg, of Nordea Research, put it this way: “Nobody likes either of them very much.”"],
        ["Tom Berg"],
    ),
    (
        ["As Calloway put it, “they want us to be afraid of one another.”"],
        ["Calloway"],
    ),
    (
        ["Delgado campaign spokeswoman Hope Lind dismissed the report as “yet another smear from the media.”"],
        ["Hope Lind"],
    ),
    (
        ["The New Harbor Times reported that Delgado had said he “would have done it differently.”"],
        ["Delgado"],
    ),
    (
        ["“If we win Florida, we win it all,” said Ruiz, who ran campaigns there, adding, “It is as simple as that.”"],
        ["Ruiz", "Ruiz"],
    ),
    (
        ["He is, in the words of one aide, “the most disciplined man in the whole of politics.”"],
        ["one aide"],
    ),
    (
        ["Calloway responded by saying that her opponent “lives in his own reality.”"],
        ["Calloway"],
    ),
    (
        ["“This is not normal, and we must not pretend it is,” wrote the editors of the magazine."],
        ["the editors of the magazine"],
    ),
    (
        ["The statement, signed by 50 former officials, said Delgado “lacks the character and experience” to lead."],
        ["The statement"],
    ),
    (
        ["When Calloway was asked about it, she said: “I have nothing more to say on that.”"],
        ["Calloway"],
    ),
    (
        [
            "Ruth Calloway addressed the crowd for an hour.",
            "“They want to take it all away from you,” she told them, her voice hoarse. “We won’t let them.”",
        ],
        ["Ruth Calloway", "Ruth Calloway"],
    ),
    (
        ["“We’re going to win,” he said to cheers. “We’re going to win so much you’ll be tired of it.”"],
        [None, None],
    ),
    (
        [
            "Frank Delgado took the stage at noon. He praised the sheriff, Joe Arden.",
            "“He is a great man, a tough man,” Delgado said. “We love him.”",
        ],
        ["Frank Delgado", "Frank Delgado"],
    ),
    (
        ["Mr. Delgado’s lawyer, Alan Gart, said his client was “a victim of circumstances beyond his control.”"],
        ["Alan Gart"],
    ),
    (
        ["“No,” said Delgado when asked if he had regrets about his remarks."],
        ["Delgado"],
    ),
    (
        ["Both campaigns expressed confidence. “We feel very good about where we are,” Stone said."],
        ["Stone"],
    ),
    (
        ["Ohio Gov. Jon Casey, a Republican, has said he cannot support him, calling him “a man without a plan.”"],
        ["Jon Casey"],
    ),
    (
        ["Delgado, in turn, has called Casey “a loser who cannot win his own state.”"],
        ["Delgado"],
    ),
    (
        ["Calloway’s camp was quick to respond: “This is a man who cannot be trusted with the codes.”"],
        ["Calloway’s camp"],
    ),
    (
        ["A Gallop poll of 1,000 voters found that 60 percent “have no trust in either candidate.”"],
        ["A Gallop poll of 1,000 voters"],
    ),
    (
        ["The Clinton-era law bars what it calls “any material support for foreign groups.”"],
        [None],
    ),
    (
        ["“Dear friends,” the letter begins. “We write to you with heavy hearts.”"],
        ["the letter", "the letter"],
    ),
    (
        ["It was, Delgado said, “the greatest day of my whole life.”"],
        ["Delgado"],
    ),
    (
        ["The judge said Brandt had shown “no remorse of any kind” for his acts."],
        ["The judge"],
    ),
    (
        ["His wife, Melanie Delgado, defended him. “He is a kind man and a gentleman,” she said."],
        ["Melanie Delgado"],
    ),
    (
        ["Mary Jones lives in Akron with her husband, Bob. “We’ve voted for every Democrat since Carter,” she said."],
        ["Mary Jones"],
    ),
    (
        ["President Obana said on Friday he was sure. “I think the people will see through it,” he told NPR."],
        ["Obana"],
    ),
    (
        ["The candidate, Calloway said, is “a bully and a fraud, plain and simple.”"],
        ["Calloway"],
    ),
    (
        ["“The president believes,” the White House spokesman said, “that this is the right thing to do.”"],
        ["the White House spokesman", "the White House spokesman"],
    ),
    (
        ["The Justice Department “will not be bullied by anyone,” spokesman Lee Hart said."],
        ["Lee Hart"],
    ),
]
"""Paragraphs, and the speaker of each quotation in them."""


@pytest.mark.parametrize(("paragraphs", "speakers"), SPEAKERS)
def test_speakers_of_political_news(paragraphs: list[str], speakers: list[str | None]) -> None:
    assert speakers == [quote.speaker for quote in find_quotes(paragraphs)]
