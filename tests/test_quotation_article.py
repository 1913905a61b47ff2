"""Who is quoted in a whole article: titles before names, pronouns over paragraphs, voices that come and go."""

from __future__ import annotations

from digest.quotations import find_quotes

ARTICLE = """
Frank Delgado and Ruth Calloway traded barbs on Thursday, nine days before the vote.

“She is the most corrupt person ever to run,” Mr. Delgado told a crowd in Warren, Mich.

Mrs. Calloway, campaigning in Ohio, said Mr. Delgado was “temperamentally unfit and totally unqualified.”

“Imagine him in the Oval Office,” she said at a rally in Dade City, Fla., where she was joined by Alicia
Machio, a former beauty queen. “Imagine what he would do.”

Ms. Machio, whom Mr. Delgado once called “Miss Piggy and Miss Housekeeping,” wiped away tears.

“He was cruel to me for years,” Ms. Machio said. “I was afraid to eat.”

Mr. Delgado’s aides said the episode was old news. “The voters have moved on,” said his campaign manager,
Kelly Conroy, who appeared on four morning shows. She added that the race was “tightening in every single
battleground state.”

The F.B.I. director, James B. Cole, has not commented since Friday. In a letter to lawmakers, he said that
the emails “appear to be pertinent to the investigation.”

Senator Harry Rile of Nevada, the Democratic leader, accused Mr. Cole of breaking the law. “Your actions in
recent months have shown a disturbing double standard,” he wrote in a letter to the director.

A spokeswoman for the bureau declined to comment on Sunday.

Mr. Delgado, meanwhile, praised him. “I have to give the F.B.I. credit,” he said in Las Vegas. “That was so
bad what happened originally.”

His supporters agreed. “She’s a criminal, and she should be treated like one,” said Dave Bossi, 53, a
plumber from Henderson. His wife, Carol, nodded. “It’s about time somebody did something,” she said.

But not everyone in the state was convinced. “I just want it to be over,” said Maria Lopez, a card dealer.

Ms. Lopez, 44, said she would vote for Mrs. Calloway “because my mother would come back and haunt me if I
didn’t.”

“I’m not excited,” she said. “But I’m scared of the other one, so what can you do?”

Polls show the race within three points. According to Nate Brass, a forecaster, “anything inside of four is
a toss-up at this stage.”

“We’ve seen bigger misses than that,” he added.

The president weighed in, too. “All the progress we’ve made goes out the window,” Mr. Obana said in Chapel
Hill, N.C. “The fate of the republic rests on your shoulders.”

At a later stop, he told students, “Don’t boo — vote, and bring your friends along.”
"""
PARAGRAPHS = [paragraph.replace("\n", " ").strip() for paragraph in ARTICLE.split("\n\n")]
SPOKEN = [
    ("She is the most co", "Frank Delgado", "after"),
    ("temperamentally un", "Ruth Calloway", "before"),
    ("Imagine him in the", "Ruth Calloway", "pronoun"),
    ("Imagine what he wo", "Ruth Calloway", "continuation"),
    ("Miss Piggy and Mis", None, None),
    ("He was cruel to me", "Alicia Machio", "after"),
    ("I was afraid to ea", "Alicia Machio", "continuation"),
    ("The voters have mo", "Kelly Conroy", "after"),
    ("tightening in ever", "Kelly Conroy", "pronoun"),
    ("appear to be perti", "James B. Cole", "pronoun"),
    ("Your actions in re", "Harry Rile", "pronoun"),
    ("I have to give the", "Frank Delgado", "pronoun"),
    ("That was so bad wh", "Frank Delgado", "continuation"),
    ("She’s a criminal, ", "Dave Bossi", "after"),
    ("It’s about time so", "Carol", "pronoun"),
    ("I just want it to ", "Maria Lopez", "after"),
    ("because my mother ", "Maria Lopez", "before"),
    ("I’m not excited,", "Maria Lopez", "pronoun"),
    ("But I’m scared of ", "Maria Lopez", "continuation"),
    ("anything inside of", "Nate Brass", "according to"),
    ("We’ve seen bigger ", "Nate Brass", "pronoun"),
    ("All the progress w", "Obana", "after"),
    ("The fate of the re", "Obana", "continuation"),
    ("Don’t boo — vote, ", "Obana", "pronoun"),
]


def test_every_voice_of_an_article_is_told() -> None:
    """The family name after a title is the full name; a term that is written as a title is nobody's."""
    found = find_quotes(PARAGRAPHS)

    assert SPOKEN == [(quote.text[:18], quote.speaker, quote.cue) for quote in found]


def test_roles_are_those_of_the_article() -> None:
    roles = {quote.speaker: quote.role for quote in find_quotes(PARAGRAPHS)}

    assert {
        "Alicia Machio": "a former beauty queen",
        "James B. Cole": "F.B.I. director",
        "Harry Rile": "Senator",
        "Maria Lopez": "a card dealer",
        "Nate Brass": "a forecaster",
    }.items() <= roles.items()
