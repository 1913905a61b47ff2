"""Who is quoted in reports of a British paper and of a news agency."""

from __future__ import annotations

import pytest

from digest.quotations import find_quotes

LONDON = """
The prime minister has been accused of “running scared” of a vote after Downing Street refused to set a date
for the debate.

Angela Rayburn, the shadow home secretary, said ministers were in “complete and utter disarray” over the
plan.

“This is a government that has run out of ideas, out of time and out of road,” she told the BBC’s Today
programme. “The country deserves so much better.”

But Oliver Dowell, the cabinet office minister, insisted that the bill would return “in the coming weeks,
not months”.

Asked on Sky News whether he could rule out a delay until the autumn, he said: “I’m not going to get into a
running commentary.”

A No 10 spokesman said: “We are committed to bringing forward legislation when parliamentary time allows.”

One senior Tory backbencher was scathing. “It’s a shambles from top to bottom,” they said. “Nobody is in
charge.”

Another MP said colleagues were “ready to send letters in” if the vote was lost.

Sir Keir Starling, who will face the prime minister on Wednesday, wrote on X: “They’re frit. Bring on the
vote.”

The Institute for Fiscal Affairs said the measures “do not add up and never have”. Its director, Paul Johns,
added: “Somebody is going to have to pay for this, and it will be taxpayers.”

In a letter to the committee’s chair, Meg Hiller, the permanent secretary, Sarah Monroe, admitted that
officials had “not fully assessed the costs of the scheme”.

Hiller said the admission was “frankly astonishing”. “I have never seen a letter like it in my time as
chair,” she said.

Council leaders warned that services were “on the brink of collapse across the whole of the north”.

Cllr Louise Gittin, who leads Cheshire West, said: “We are being asked to do more with less every single
year.

“We cannot go on like this. Something has to give.”

The Treasury has been approached for comment. A source close to the chancellor dismissed the claims as “the
usual pre-budget noise from the usual people”.

“She won’t be blown off course by this stuff,” the source said.

Unions were no happier. Sharon Gram, general secretary of Unify, said her members would “remember this at
the ballot box”, while Mick Lynn of the railway union called it “a kick in the teeth for every worker in
Britain”.

The row comes after a poll for the Harbour Times found that 62% of voters thought the government was “doing
badly on almost everything”.

It is understood that the cabinet was told the plan was “legally sound but politically toxic”.

As the debate ended, the Speaker, Sir Lindsay Hoyt, told MPs: “Order! I will not have this. We are better
than this.”
"""
LONDON_SPEAKERS = [
    ("running scared", None),
    ("complete and utt", None),
    ("This is a govern", "Angela Rayburn"),
    ("The country dese", "Angela Rayburn"),
    ("in the coming we", "Oliver Dowell"),
    ("I’m not going to", "Oliver Dowell"),
    ("We are committed", "A No 10 spokesman"),
    ("It’s a shambles ", "One senior Tory backbencher"),
    ("Nobody is in cha", "One senior Tory backbencher"),
    ("ready to send le", "Another MP"),
    ("They’re frit. Br", "Keir Starling"),
    ("do not add up an", "Institute for Fiscal Affairs"),
    ("Somebody is goin", "Paul Johns"),
    ("not fully assess", "Sarah Monroe"),
    ("frankly astonish", None),
    ("I have never see", "Meg Hiller"),
    ("on the brink of ", "Council leaders"),
    ("We are being ask", "Louise Gittin"),
    ("We cannot go on ", "Louise Gittin"),
    ("the usual pre-bu", "A source close to the chancellor"),
    ("She won’t be blo", "the source"),
    ("remember this at", "Sharon Gram"),
    ("a kick in the te", "Mick Lynn"),
    ("doing badly on a", "a poll for the Harbour Times"),
    ("legally sound bu", None),
    ("Order! I will no", "Lindsay Hoyt"),
]
WASHINGTON = """
WASHINGTON (AP) — President Joe Bidwell said Tuesday that the United States would “stand with our allies for
as long as it takes.”

"We're not going anywhere," Bidwell said in a speech in Warsaw. "Not today, not tomorrow, not ever."

House Speaker Kevin McCart, R-Calif., called the aid package "a blank check that nobody has read."

"He told me in private that we have to help them," Chaney said.

The Pentagon's press secretary, Brig. Gen. Pat Ryde, told reporters the tanks would arrive "well before the
end of the year." He declined to give a date.

Ukraine's foreign minister, Dmytro Kulyk, thanked Washington for "a decision that will save thousands of
lives."

Kulyk's deputy, Olena Zerk, was more cautious. "We will believe it when we see it on the battlefield," she
said by phone from Kyiv.

Russia's Foreign Ministry called the move "another step toward a direct clash between nuclear powers." Its
spokeswoman, Maria Zakh, said the West was "playing with fire and does not know it."

In Ohio, where the tanks are built, the news was welcome. "It means work for the next ten years," said Tom
Hardy, 58, who has been a welder at the plant since 1989. "My son just started there, too."

Not everyone there agrees. Hardy's neighbor, Beth Crane, has a sign in her yard that reads "Spend our money
here at home."

"I've got nothing against them," Crane said, "but charity begins at home."

The Congressional Budget Office estimates that the package would cost $40 billion. It said the figure was
"subject to considerable uncertainty."

A White House official, speaking on condition of anonymity to discuss the plans, said more aid was coming.
"This is not the last package, not by a long way," the official said.

"There's an old saying: 'Trust, but verify,'" said Michael McFall, a former ambassador to Moscow. "We should
do neither."
"""
WASHINGTON_SPEAKERS = [
    ("stand with our a", "Joe Bidwell"),
    ("We're not going ", "Joe Bidwell"),
    ("Not today, not t", "Joe Bidwell"),
    ("a blank check th", "Kevin McCart"),
    ("He told me in pr", "Chaney"),
    ("well before the ", "Pat Ryde"),
    ("a decision that ", "Dmytro Kulyk"),
    ("We will believe ", "Olena Zerk"),
    ("another step tow", "Foreign Ministry"),
    ("playing with fir", "Maria Zakh"),
    ("It means work fo", "Tom Hardy"),
    ("My son just star", "Tom Hardy"),
    ("Spend our money ", "a sign in her yard"),
    ("I've got nothing", "Beth Crane"),
    ("but charity begi", "Beth Crane"),
    ("subject to consi", None),
    ("This is not the ", "the official"),
    ("There's an old s", "Michael McFall"),
    ("We should do nei", "Michael McFall"),
]


@pytest.mark.parametrize(
    ("report", "speakers"), [(LONDON, LONDON_SPEAKERS), (WASHINGTON, WASHINGTON_SPEAKERS)], ids=["London", "Washington"]
)
def test_the_speakers_of_a_report(report: str, speakers: list[tuple[str, str | None]]) -> None:
    """Fragments of a few words without a plain speaker are nobody's."""
    paragraphs = [paragraph.replace("\n", " ").strip() for paragraph in report.split("\n\n")]

    assert speakers == [(quote.text[:16], quote.speaker) for quote in find_quotes(paragraphs)]
