"""Who is quoted in articles that name several people: the right one, and nobody for titles and slogans."""

from __future__ import annotations

import pytest

from digest.quotations import find_quotes

FRANK = "Frank Delgado, the Republican nominee, spoke in Tampa on Monday."
RUTH = "Ruth Calloway, the former senator, held a rally in Reno."
Case = tuple[list[str], list[str | None]]

SPOKEN: list[Case] = [
    ([FRANK, RUTH, "“He never told us the truth,” Calloway said, referring to Delgado’s returns."], ["Ruth Calloway"]),
    (
        [
            FRANK,
            RUTH,
            "Delgado called Calloway “the most corrupt person ever to seek this office” and vowed to jail her.",
        ],
        ["Frank Delgado"],
    ),
    ([FRANK, "The article, by Michael Barb, said Delgado “made unwelcome advances to many women.”"], ["The article"]),
    (
        [RUTH, "“You could put half of them into one basket,” she told donors in New York. “Right?”"],
        ["Ruth Calloway", "Ruth Calloway"],
    ),
    (
        [RUTH, "She later apologized, saying she had been “grossly generalistic about many good people.”"],
        ["Ruth Calloway"],
    ),
    ([FRANK, "“Wrong,” Delgado said into the microphone again and again."], ["Frank Delgado"]),
    (
        [
            FRANK,
            RUTH,
            "Jill Stone, 61, of Reno, liked what she heard. “She is for the working man and woman,” Stone said.",
        ],
        ["Jill Stone"],
    ),
    ([FRANK, "Stone, who came with her two sons, said Delgado “tells it like it is and nobody else does.”"], ["Stone"]),
    (
        [
            FRANK,
            RUTH,
            "“That is just not true,” Delgado interrupted.",
            "“It is true, and you can look it up,” Calloway said.",
            "“She’s a liar and always was,” he said.",
        ],
        ["Frank Delgado", "Ruth Calloway", "Frank Delgado"],
    ),
    (
        [
            "The Federal Bureau of Investigation said it had found new emails.",
            "“We don’t know what they mean yet,” Director James Cole wrote in a letter to Congress.",
        ],
        ["James Cole"],
    ),
    (["“We cannot assess whether the material is significant,” Cole’s letter said."], ["Cole’s letter"]),
    (["Cole wrote that agents “should take steps to review these emails.”"], ["Cole"]),
    ([RUTH, "Calloway spokesman Brian Fall tweeted, “Nothing to see here, move right along.”"], ["Brian Fall"]),
    (
        [FRANK, "Delgado’s son, Eric Delgado, told Fox that his father “has never been afraid of a fight.”"],
        ["Eric Delgado"],
    ),
    (
        [FRANK, "Speaking to supporters in Ohio, he said “there has never been anything like this movement.”"],
        ["Frank Delgado"],
    ),
    (
        [FRANK, RUTH, "Asked about Calloway’s health, Delgado replied: “I just don’t know what is going on there.”"],
        ["Frank Delgado"],
    ),
    (
        [FRANK, RUTH, "Asked about Calloway’s health, he replied: “I just don’t know what is going on there.”"],
        ["Frank Delgado"],
    ),
    ([FRANK, "A second adviser said the team was “running on fumes and coffee now.”"], ["A second adviser"]),
    (
        ["Two people familiar with the matter said the bureau had “no choice but to act.”"],
        ["Two people familiar with the matter"],
    ),
    (["One headline read, “The worst week of the whole campaign yet.”"], ["One headline"]),
    (["In its ruling, the court said the law “targets black voters with almost surgical precision.”"], ["the court"]),
    (
        ["Writing in The Post, the columnist George Willow argued that “the party has lost its mind.”"],
        ["George Willow"],
    ),
    (
        ["“There’s a real sense of panic,” says Republican strategist Rick Wilder. “They know what is coming.”"],
        ["Rick Wilder", "Rick Wilder"],
    ),
    (["Wilder, a longtime critic, put it more bluntly. “They are going to lose, and lose big,” he said."], ["Wilder"]),
    (
        ["The group’s president, Cecile Rich, praised the move as “a great day for every woman in Texas.”"],
        ["Cecile Rich"],
    ),
    (["Texas officials have defended the law as “a matter of the safety of women.”"], ["Texas officials"]),
    (["Police said in a news release that the suspect “acted alone and without warning.”"], ["Police"]),
    (["According to police, the man “came out of nowhere and began shooting.”"], ["police"]),
    (["The man “came out of nowhere and began shooting,” according to police."], ["police"]),
    (["“He came out of nowhere and began shooting,” according to one witness, Tim Lane, 22."], ["Tim Lane"]),
    (["Witness Tim Lane told CBS: “He came out of nowhere and began shooting.”"], ["Tim Lane"]),
    (["“Get down, get down now!” he recalled an officer shouting."], [None]),
    (["“I want my country back,” read one woman’s T-shirt."], ["one woman’s T-shirt"]),
    (["Obana, in an interview with the BBC, said: “I’m not going to get into hypotheticals here.”"], ["Obana"]),
    ([RUTH, "“The Russians,” she said, “are trying to pick a president for us.”"], ["Ruth Calloway", "Ruth Calloway"]),
    ([RUTH, FRANK, "“Lock her up!” the crowd in Tampa chanted as Delgado spoke."], ["the crowd in Tampa"]),
    (
        [FRANK, "“You know,” he said, “it’s a very sad thing.” He paused. “A very sad thing for the whole country.”"],
        ["Frank Delgado", "Frank Delgado", "Frank Delgado"],
    ),
    (
        [FRANK, "Delgado has said he would build a wall and that “Mexico will pay for every inch of it.”"],
        ["Frank Delgado"],
    ),
    ([FRANK, "He said of the women: “Every one of them lied to hurt my campaign.”"], ["Frank Delgado"]),
    (
        ["“I believe that it was a fraudulent scheme,” Schneck testified. “It preyed upon the elderly.”"],
        ["Schneck", "Schneck"],
    ),
    (
        ["Ruth Calloway’s aides were elated. “It could not have gone any better for us,” one of them said."],
        ["one of them"],
    ),
    (
        [
            "Frank Delgado has called for a ban.",
            "In December, he released a statement calling for “a total and complete shutdown of our ports.”",
        ],
        ["Frank Delgado"],
    ),
    (
        ["Both men praised the deal. “It is good for both of our countries,” Prime Minister Ken Abbot said."],
        ["Ken Abbot"],
    ),
    (["Asked why, she laughed. “Because I could, and nobody stopped me,” Ruth Calloway said."], ["Ruth Calloway"]),
    (
        [
            "“Why did you do it, and for whom?” Lena Vogt, the host, asked him.",
            "“Because I could, and nobody stopped me,” Frank Delgado said.",
        ],
        ["Lena Vogt", "Frank Delgado"],
    ),
    (
        [
            "Frank Delgado’s new ad attacks her record.",
            "“Ruth Calloway has been in power for thirty years,” a narrator says. “What has she done?”",
        ],
        ["a narrator", "a narrator"],
    ),
    (["A narrator intones: “Thirty years in power, and nothing to show for it.”"], ["A narrator"]),
    (
        [
            "Michelle Obana, the first lady, drew cheers. “When they go low, we go high,” she said.",
            "“That line will be remembered for a long time,” said David Axel, a strategist.",
            "Mrs. Obana spoke for half an hour. “I wake up every morning in a house built by slaves,” she said.",
        ],
        ["Michelle Obana", "David Axel", "Michelle Obana"],
    ),
    (['Frank Delgado said that he "would have won the popular vote" had he tried.'], ["Frank Delgado"]),
    (
        ["\"I don't think so,\" Frank Delgado said. \"I don't think they're going to do it, and I don't care.\""],
        ["Frank Delgado", "Frank Delgado"],
    ),
    (
        ['In a 2005 recording, Frank Delgado is heard bragging that "when you\'re a star, they let you do it."'],
        ["Frank Delgado"],
    ),
    (
        ['Frank Delgado\'s campaign manager, Kelly Conroy, tweeted: "Nasty? Try honest for once in your life."'],
        ["Kelly Conroy"],
    ),
    (['"I\'m not a politician, thank goodness for that," declared a beaming Frank Delgado.'], ["Frank Delgado"]),
    (['Frank Delgado is, as one aide put it, "a man in a very great hurry."'], ["one aide"]),
    (['Frank Delgado — who called the pact "the worst deal in the history of deals" — signed it.'], ["Frank Delgado"]),
    (
        ['Frank Delgado\'s tweet — "I alone can fix this mess of ours" — was deleted within the hour.'],
        ["Frank Delgado"],
    ),
    (['Her message was simple: "We are stronger when we stand together," Ruth Calloway said.'], ["Ruth Calloway"]),
    (
        ['"Why not?" asked Ruth Calloway, 68. "What do we have to lose by asking him?"'],
        ["Ruth Calloway", "Ruth Calloway"],
    ),
    (['Ruth Calloway: "I have a different view of this country."'], ["Ruth Calloway"]),
    (['CALLOWAY: "I have a different view of this country."'], ["CALLOWAY"]),
    (['The FBI director, James Cole, told Congress his agents had found "no basis to charge her."'], ["James Cole"]),
    (
        ['Ruth Calloway has apologized for the server, calling it "a mistake that I would not repeat."'],
        ["Ruth Calloway"],
    ),
    (
        ['Among those who came was Ann Marsh, a nurse. "I\'ve never voted in my life until now," she said.'],
        ["Ann Marsh"],
    ),
    (['Among them: Ann Marsh, a nurse, who said she had "never voted in my life until now."'], ["Ann Marsh"]),
    (['Said Ann Marsh, a nurse: "I have never voted in my life until now."'], ["Ann Marsh"]),
    (['"I have never voted in my life until now" is how Ann Marsh, a nurse, put it.'], ["Ann Marsh"]),
    (['What does Ann Marsh think? "I think they are all crooks," she says.'], ["Ann Marsh"]),
    (
        ['Republican Sen. Lindsay Gram has been more direct. "He is a race-baiting bigot," Gram told CNN.'],
        ["Lindsay Gram"],
    ),
    (
        ['The New Yorker endorsed her. "We have no doubt about her fitness," the magazine\'s editors wrote.'],
        ["the magazine's editors"],
    ),
    (
        ['"The process is rigged," one Delgado supporter, who declined to give his name, told a reporter.'],
        ["one Delgado supporter"],
    ),
    (
        ['"The process is rigged," a Delgado supporter who declined to give his name told a reporter.'],
        ["a Delgado supporter who declined to give his name"],
    ),
    (['U.S. officials said the hack was "intended to interfere with the election process."'], ["U.S. officials"]),
    (
        ['In a joint statement, the agencies said the thefts were "intended to interfere with the process."'],
        ["the agencies"],
    ),
    (['The White House on Friday said it would "respond at a time of our choosing."'], ["White House"]),
    (['Moscow has dismissed the claims as "nonsense that nobody should take seriously."'], ["Moscow"]),
    (
        ['Russian President Vladimir Petin, for his part, said it was "a serious problem for the whole world."'],
        ["Vladimir Petin"],
    ),
    (['Petin spokesman Dmitry Pesk called the charges "another round of nonsense from Washington."'], ["Dmitry Pesk"]),
    (['"This is some sort of nonsense," Interfax quoted Dmitry Pesk as saying on Friday.'], ["Dmitry Pesk"]),
    (['Interfax quoted Dmitry Pesk as saying: "This is some sort of nonsense."'], ["Dmitry Pesk"]),
    (['"I think he is a good man," she said of Dmitry Pesk.'], [None]),
    (['Many voters say they "could not bring themselves to vote for her."'], ["Many voters"]),
]
"""Paragraphs, and the speaker of each quotation in them."""
DOUBTFUL: list[Case] = [
    (["The book, “The Art of the Harbour Deal,” was published in May."], [None]),
    ([FRANK, "Delgado walked out to a song called “You Can’t Always Get What You Want.”"], [None]),
    ([FRANK, "Delgado walked out to a song called “you can’t always get what you want.”"], [None]),
    ([FRANK, "He founded a group known as “women for a better harbour now.”"], [None]),
    ([FRANK, "In an interview on “The Late Show with Jimmy Colb,” Delgado said he would win."], [None]),
    ([FRANK, "In his book “The Harbour We Deserve to Have,” Delgado wrote that trade was bad."], [None]),
    (
        [FRANK, "Delgado, in his “Make the Harbour Great Again” hat, said: “We will win this thing in Ohio.”"],
        [None, "Frank Delgado"],
    ),
    ([FRANK, "His slogan, “make the harbour great again,” was everywhere."], [None]),
    (
        [FRANK, RUTH, "Calloway has been dogged by critics who say she is “too close to the bankers of the city.”"],
        ["critics"],
    ),
    ([FRANK, "Delgado was quoted by The Post as saying “it is all one big lie.”"], ["Frank Delgado"]),
    ([FRANK, "The phrase “law and order in the streets” appeared four times in the speech."], [None]),
    ([FRANK, RUTH, "It was not clear who had said “no more money for the harbour.”"], [None]),
    ([FRANK, "Under the headline “Delgado’s long road to nowhere fast,” the paper listed his debts."], [None]),
    ([FRANK, "He is known for the line “you’re fired and don’t come back.”"], [None]),
    ([FRANK, "The amendment says “the right of the people shall not be infringed.”"], ["The amendment"]),
    ([FRANK, RUTH, "Delgado and Calloway met. “That was a good talk,” said a spokesman."], ["a spokesman"]),
    (
        [FRANK, "He told the story of a woman who said her son “was killed by someone who should not be here.”"],
        ["a woman"],
    ),
    (
        [FRANK, RUTH, "Her husband, Bill Calloway, once called the law “the craziest thing in the world.”"],
        ["Bill Calloway"],
    ),
    ([FRANK, "The sign on the door said “back in five minutes or so.”"], ["The sign on the door"]),
    ([FRANK, "That is what economists call “the tragedy of the common harbour.”"], ["economists"]),
    (
        [FRANK, RUTH, "“I’m with her, all the way,” Bill Calloway said. “She is the best,” he added."],
        ["Bill Calloway", "Bill Calloway"],
    ),
    (
        [FRANK, "Tom Berg, a voter, shook his head. Delgado kept talking. “I don’t buy a word of it,” Berg said."],
        ["Tom Berg"],
    ),
    ([FRANK, "Tom Berg, a voter, shook his head. “I don’t buy a word of it. Not one.”"], ["Tom Berg"]),
    ([FRANK, "The speech ended. “I don’t buy a word of it. Not one.”"], [None]),
    (
        [FRANK, RUTH, "Delgado told the crowd that Calloway had said “we are going to take your guns.”"],
        ["Ruth Calloway"],
    ),
    (["“They say ‘we love you’ and then they leave,” Ana Ruiz, a nurse, said."], ["Ana Ruiz"]),
    (["The party platform calls for “a border wall paid for by others.”"], ["The party platform"]),
    (["The rule, which the agency said was “a matter of plain common sense,” took effect."], ["the agency"]),
    (["He voted for what his party called “the biggest tax cut in history.”"], ["his party"]),
]
"""Titles, slogans, questions of others, words that were only said to be said."""


@pytest.mark.parametrize(("paragraphs", "speakers"), SPOKEN + DOUBTFUL)
def test_speakers_of_articles_about_several_people(paragraphs: list[str], speakers: list[str | None]) -> None:
    assert speakers == [quote.speaker for quote in find_quotes(paragraphs)]
