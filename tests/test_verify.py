"""The gate: what an editor may do to a source's words, and what is found out."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.export.pandoc import read_markdown
from digest.model import Article, Block
from digest.typography import curl
from digest.verify import Finding, examine, mark_unverified, verify
from digest.verify.doctree import passages


def article(key: str, *texts: str, title: str | None = None) -> Article:
    paragraphs = tuple(Block(text=text, line=line) for line, text in enumerate(texts, start=1))
    return Article(id=key, title=title, paragraphs=paragraphs)


SOURCES = (
    # 1
    "The dam will not be finished this year, the water ministry said on Monday, and the cost has risen to $10,500.",
    "“We have no money,” Minister Olga Brandt told reporters. “But we have a plan, and it is a ‘good one’.”",  # 2
    "She is a liar, said the opposition leader, who doesn't trust non-state actors -- or anyone else.",  # 3
    "Engineers found three cracks in May. The [northern] gate held; the southern one did not hold "
    "for more than 1.5 hours.",  # 4
    "He said: “The report is false.",  # 5
    "“And whoever wrote it will answer for it.”",  # 6
    "Was the wall ever safe? Nobody at the U.S. embassy in Ostrava would say, even at 5% risk.",  # 7
    "Премьер заявил: «Плотина не будет достроена в этом году». Затем он ушёл.",  # 8
    "部长说：「水坝今年不会完工」，然后离开了。",  # 9
    "The café’s owner, Zoë, paid 2,000 tenge in 1990–1995 for H₂O and x² litres of water.",  # 10
    "• Three gates were shut.",  # 11
    "The gate that allegedly broke was northern. It might have been sabotage, or what they believed to be a bomb, and "
    "only after that did they act.",  # 12
)
ARTICLES = {
    "brandt2031dam": article("brandt2031dam", *SOURCES, title="A Dam Too Far"),
    "other2031": article("other2031", "Nothing of note.", "The river rose two metres in a single week."),
}


def check(draft: str) -> tuple[Finding, ...]:
    return verify(read_markdown(draft), ARTICLES, draft)


def kinds(draft: str) -> list[str]:
    return [finding.kind for finding in check(draft)]


def cite(paragraph: object) -> str:
    return f"[@brandt2031dam, para. {paragraph}]"


def extract(words: str, paragraph: object) -> str:
    return f"::: extract\n{words} {cite(paragraph)}\n:::\n"


# What an editor may do: words, the paragraph cited.
QUOTED_FAIRLY = {
    "as it stands": ("“the water ministry said on Monday”", 1),
    "straight marks": ('"the water ministry said on Monday"', 1),
    "French marks": ("«the water ministry said on Monday»", 1),
    "French marks with spaces": ("« the water ministry said on Monday »", 1),
    "German marks": ("„the water ministry said on Monday“", 1),
    "marks of German books": ("»the water ministry said on Monday«", 1),
    "Swedish marks": ("”the water ministry said on Monday”", 1),
    "single marks": ("‘the water ministry said on Monday’", 1),
    "straight single marks": ("'the water ministry said on Monday'", 1),
    "single marks around an apostrophe": ("‘who doesn’t trust non-state actors’", 3),
    "corner brackets": ("「水坝今年不会完工」", 9),
    "Russian": ("«Плотина не будет достроена в этом году»", 8),
    "Chinese right after a letter": ("部长说“水坝今年不会完工”", 9),
    "part of a Chinese sentence": ("“不会完工”", 9),
    "nested marks turned": ('“But we have a plan, and it is a "good one"”', 2),
    "nested single marks": ("“But we have a plan, and it is a ‘good one.’”", 2),
    "a comma of ours inside": ("“the water ministry said on Monday,” it went on", 1),
    "a stop of ours inside": ("“the water ministry said.”", 1),
    "a stop left outside": ("“Engineers found three cracks in May”.", 4),
    "elision": ("“The dam will not be finished … and the cost has risen”", 1),
    "elision with three dots": ("“The dam will not be finished ... and the cost has risen”", 1),
    "elision with spaced dots": ("“The dam will not be finished . . . and the cost has risen”", 1),
    "elision in brackets": ("“The dam will not be finished […] and the cost has risen”", 1),
    "elision of dots in brackets": ("“The dam will not be finished [...] and the cost has risen”", 1),
    "elision at the start": ("“… and the cost has risen”", 1),
    "elision at the end": ("“The dam will not be finished …”", 1),
    "elision after a stop": ("“three cracks in May. … the southern one”", 4),
    "elision of a clause with its own not": ("“The dam … and the cost has risen”", 1),
    "a subject of one word": ("“Engineers … in May”", 4),
    "two elisions": ("“will not … this year … has risen to $10,500”", 1),
    "an insertion": ("“The dam [on the Ash] will not be finished this year”", 1),
    "an insertion at the start": ("“[In short, the] dam will not be finished this year”", 1),
    "an insertion at the end": ("“the water ministry said on Monday [6 May]”", 1),
    "sic": ("“Engineers found three [sic] cracks in May”", 4),
    "brackets of the source": ("“The [northern] gate held”", 4),
    "brackets of the source and ours": ("“The [northern] gate [of the dam] held”", 4),
    "a letter's case": ("“[t]he dam will not be finished this year”", 1),
    "a letter's case, upwards": ("“[T]he water ministry said on Monday”", 1),
    "a mark of ours": ("“the cost has risen[!] to $10,500”", 1),
    "a dash for two hyphens": ("“non-state actors — or anyone else”", 3),
    "an unspaced dash": ("“non-state actors—or anyone else”", 3),
    "a non-breaking hyphen": ("“who doesn’t trust non‑state actors”", 3),
    "a non-breaking space": ("“three\u00a0cracks in May”", 4),
    "a soft hyphen": ("“three cra\u00adcks in May”", 4),
    "a zero-width space": ("“three cra\u200bcks in May”", 4),
    "a ligature": ("“will not be ﬁnished this year”", 1),
    "letters and accents in two parts": ("“The cafe\u0301’s owner, Zoe\u0308, paid”", 10),
    "years with a hyphen": ("“paid 2,000 tenge in 1990-1995”", 10),
    "two paragraphs, both cited": ("“The report is false. And whoever wrote it will answer for it.”", "5–6"),
    "elision over two cited paragraphs": ("“The report … will answer for it.”", "5–6"),
    "a list of paragraphs": ("“Engineers found three cracks in May”", "1, 3 and 4"),
    "one word": ("“liar”", 3),
    "a word out of a negated one's company": ("“finished this year”", 1),
    "emphasis of ours": ("“The dam *will not* be finished this year”", 1),
    "a link of ours": ("“The dam [will not](https://example.org) be finished this year”", 1),
    "the title": ("“A Dam Too Far”", 3),
    "a quotation in words of a quotation": ("“‘We have no money,’ Minister Olga Brandt told reporters.”", 2),
    "a question": ("“Was the wall ever safe?”", 7),
    "a name for a pronoun": ("“And whoever wrote [the report] will answer for it.”", 6),
    "a name for a Russian pronoun": ("«Затем [премьер] ушёл»", 8),
    "a pronoun's name at the head": ("“[The ministry] have no money”", 2),
    "an elision of a clause with its own doubt": ("“Nobody at the U.S. embassy … would say”", 7),
}

# What is found out: words, the paragraph cited.
QUOTED_FALSELY = {
    "a word dropped": ("“The dam will not be finished year”", 1),
    "a negation dropped": ("“The dam will be finished this year”", 1),
    "a negation elided": ("“The dam will … be finished this year”", 1),
    "a negation elided from the end of a clause": ("“the southern one did … hold”", 4),
    "a negation elided with words in between": ("“the southern one did … for more than 1.5 hours”", 4),
    "a negation inserted": ("“Engineers [have not] found three cracks”", 4),
    "a negation added": ("“Engineers found not three cracks”", 4),
    "a word added": ("“Engineers found all three cracks in May”", 4),
    "a word replaced": ("“Engineers found three holes in May”", 4),
    "a word replaced by brackets": ("“Engineers found [many] cracks in May”", 4),
    "words transposed": ("“Engineers found cracks three in May”", 4),
    "a digit": ("“the cost has risen to $10,600”", 1),
    "a number cut": ("“the cost has risen to $10”", 1),
    "a number's tail": ("“500”", 1),
    "a digit in brackets": ("“the cost has risen to $1[1]0,500”", 1),
    "a decimal cut": ("“for more than 5 hours”", 4),
    "a decimal's head": ("“for more than 1”", 4),
    "a percentage cut": ("“even at 5”", 7),
    "a superscript made a digit": ("“x2 litres”", 10),
    "he inside she": ("“he is a liar”", 3),
    "a word's head": ("“the opposition lead”", 3),
    "the head of a contraction": ("“who does”", 3),
    "a compound's tail": ("“state actors”", 3),
    "a capital": ("“the dam will not be finished this year”", 1),
    "a capital dropped": ("“minister Olga Brandt”", 2),
    "another letter's case": ("“[S]he dam will not be finished”", 1),
    "an accent": ("“The cafe’s owner, Zoë, paid”", 10),
    "a Cyrillic а": ("“three cr\u0430cks in May”", 4),
    "a Greek ο": ("“will n\u03bft be finished”", 1),
    "a full-width digit": ("“paid ２,000 tenge”", 10),
    "a direction override": ("“three \u202ecracks in May”", 4),
    "struck out": ("“The dam will ~~not~~ be finished this year”", 1),
    "hidden": ('“The dam will [not]{style="display:none"} be finished this year”', 1),
    "inner marks dropped": ("“and it is a good one”", 2),
    "pieces out of order": ("“the cost has risen … will not be finished”", 1),
    "a subject of another sentence": ("“Engineers … did not hold”", 4),
    "a piece of one word": ("“dam … finished this year”", 1),
    "a piece that is not there": ("“The dam will not be finished … by the army”", 1),
    "elision over a paragraph": ("“She is a liar … Was the wall ever safe?”", "3–7"),
    "paragraphs not next to one another": ("“The dam will not be finished … She is a liar”", "1, 3"),
    "two paragraphs, one cited": ("“The report is false. And whoever wrote it will answer for it.”", 5),
    "another paragraph": ("“Engineers found three cracks in May”", 1),
    "another article": ("“The river rose two metres in a single week”", 4),
    "a question made a statement": ("“Was the wall ever safe.”", 7),
    "Russian without its не": ("«Плотина будет достроена в этом году»", 8),
    "Chinese right after a letter, reworded": ("部长说“水坝明年不会完工”", 9),
    "Chinese without its 不": ("「水坝今年会完工」", 9),
    "unclosed": ("“Engineers found four cracks in May", 4),
    "inside nested marks": ("“She said ‘Engineers found four cracks’ in May”", 4),
    "single marks after a possessive": ("‘the engineers’ report found four cracks,’ it said", 4),
    "single straight marks": ("he wrote 'Engineers found four cracks in May'", 4),
    "TeX's marks": ("''Engineers found four cracks in May''", 4),
    "a negation before an opening ellipsis": ("“… be finished this year”", 1),
    "a negation before a capital of ours": ("“[B]e finished this year”", 1),
    "a negation after a closing ellipsis": ("“the southern one did …”", 4),
    "hearsay elided": ("“The gate that … broke was northern”", 12),
    "doubt elided": ("“It … have been sabotage”", 12),
    "a belief elided": ("“what … a bomb”", 12),
    "a limit elided": ("“and … after that did they act”", 12),
    "hearsay before an opening ellipsis": ("“… broke was northern”", 12),
    "hearsay replaced by brackets": ("“The gate that [clearly] broke was northern”", 12),
    "a noun replaced by brackets": ("“Engineers found three [bombs] in May”", 4),
    "four words for a pronoun": ("“And whoever wrote [the rotten old report] will answer”", 6),
    "a name for a country": ("“Nobody at the [Russian] embassy in Ostrava would say”", 7),
    "a sentence in brackets": ("“Engineers found three cracks [" + "as they do " * 6 + "] in May”", 4),
    "fuzzy": ("“Engineers found the three cracks in early May”", 4),
}


@pytest.mark.parametrize(("words", "paragraph"), QUOTED_FAIRLY.values(), ids=QUOTED_FAIRLY)
def test_what_an_editor_may_do_passes(words: str, paragraph: object) -> None:
    """By the rules that `wording` states, the words stand in the paragraph."""
    assert [] == kinds(f"As the paper has it, {words} {cite(paragraph)}, and so on.\n")


@pytest.mark.parametrize(("words", "paragraph"), QUOTED_FALSELY.values(), ids=QUOTED_FALSELY)
def test_what_is_not_the_source_s_is_found(words: str, paragraph: object) -> None:
    """Whatever else was done to a source's words is a finding, and one only."""
    assert 1 == len(check(f"As the paper has it, {words} {cite(paragraph)}, and so on.\n"))


EXTRACTED_FAIRLY = {
    "as it stands": ("Engineers found three cracks in May.", 4),
    "curled": ("“We have no money,” Minister Olga Brandt told reporters.", 2),
    "inside a quotation": ("But we have a plan, and it is a ‘good one’.", 2),
    "a label": ("**Ostrava.** Engineers found three cracks in May.", 4),
    "a date for a label": ("**6 May 2031.** Engineers found three cracks in May.", 4),
    "an insertion": ("Engineers found three cracks in May [2031].", 4),
    "cut with marks": ("… the southern one did not hold …", 4),
    "cut with a capital in brackets": ("[T]he southern one did not hold for more than 1.5 hours.", 4),
    "after a bullet of the source": ("Three gates were shut.", 11),
    "two sentences": ("The report is false. And whoever wrote it will answer for it.", "5-6"),
    "Russian": ("Затем он ушёл.", 8),
}
REWORDED = {
    "the end cut": ("The dam will not be finished this year.", 1),
    "the start cut": ("said the opposition leader, who doesn't trust non-state actors -- or anyone else.", 3),
    "a word changed": ("Engineers found two cracks in May.", 4),
    "the last word dropped": ("Engineers found three cracks in.", 4),
    "the first word dropped": ("found three cracks in May.", 4),
    "a sentence of ours": ("Engineers found three cracks in May. The ministry lied about them.", 4),
    "a label of many words": (
        "**" + "He lied to us all " * 3 + ".** Engineers found three cracks in May.",
        4,
    ),
    "struck out": ("Engineers found ~~three~~ cracks in May.", 4),
    "a picture": ("Engineers found three cracks in May. ![The minister lied](x.png)", 4),
    "code": ("Engineers found three cracks in May. `The minister lied`", 4),
    "a question made a statement": ("Was the wall ever safe.", 7),
    "cut after an abbreviation": ("Nobody at the U.S.", 7),
    "begun after an abbreviation": ("embassy in Ostrava would say, even at 5% risk.", 7),
}


@pytest.mark.parametrize(("words", "paragraph"), EXTRACTED_FAIRLY.values(), ids=EXTRACTED_FAIRLY)
def test_whole_sentences_are_an_extract(words: str, paragraph: object) -> None:
    """An extract holds whole sentences of its paragraph; what is cut is marked."""
    assert [] == kinds(extract(words, paragraph))


@pytest.mark.parametrize(("words", "paragraph"), REWORDED.values(), ids=REWORDED)
def test_a_reworded_extract_is_found(words: str, paragraph: object) -> None:
    assert ["reworded"] == kinds(extract(words, paragraph))


LIE = "“Engineers found seven cracks in May”"
PLACES = {
    "paragraph": f"He wrote {LIE} {cite(4)}.\n",
    "before its citation": f"{cite(4)} He wrote {LIE}.\n",
    "after a key in the text": f"@brandt2031dam [para. 4] has {LIE}.\n",
    "around its citation": f"“Engineers found seven {cite(4)} cracks in May”.\n",
    "list": f"- one\n- {LIE} {cite(4)}\n",
    "nested list": f"- one\n\n    - {LIE} {cite(4)}\n",
    "numbered list": f"1. {LIE} {cite(4)}\n",
    "heading": f"# {LIE} {cite(4)}\n",
    "uncited heading": f"# {LIE}\n",
    "table": f"| a | b |\n|---|---|\n| x | {LIE} {cite(4)} |\n",
    "table head": f"| a | {LIE} {cite(4)} |\n|---|---|\n| x | y |\n",
    "footnote": f"Word.[^1]\n\n[^1]: {LIE} {cite(4)}\n",
    "footnote of an extract": f"::: extract\nEngineers found three cracks in May.[^1] {cite(4)}\n:::\n\n[^1]: {LIE}\n",
    "emphasis": f"*{LIE}* {cite(4)}\n",
    "strong": f"**{LIE}** {cite(4)}\n",
    "half emphasis": f"“Engineers *found seven* cracks in May” {cite(4)}\n",
    "link": f"[{LIE}](https://example.org) {cite(4)}\n",
    "link's title": "[x](https://example.org '“Engineers found seven cracks in May”')\n",
    "picture's words": f"![{LIE}](x.png) {cite(4)}\n",
    "span": f"[{LIE}]{{.small}} {cite(4)}\n",
    "strange fence": f"::: note\n{LIE} {cite(4)}\n:::\n",
    "fence in an extract": f"::: extract\n:::: note\nEngineers found seven cracks in May. {cite(4)}\n::::\n:::\n",
    "over two list items": "- “Engineers found three\n- cracks in the dam in May” " + cite(4) + "\n",
    "name after a block quote": f"> {LIE}\n\n— Olga Brandt {cite(4)}\n",
    "marks with spaces": f"He said “ Engineers found seven cracks in May ” {cite(4)}.\n",
    "straight marks with spaces": f'He said " Engineers found seven cracks in May " {cite(4)}.\n',
    "marks with no space": f'He said,"Engineers found seven cracks in May"{cite(4)}.\n',
    "marks of typewriters": f"He said <<Engineers found seven cracks in May>> {cite(4)}.\n",
    "misspelt fence": f"::: extarct\nEngineers found seven cracks in May. {cite(4)}\n:::\n",
    "fence with a capital": f"::: Extract\nEngineers found seven cracks in May. {cite(4)}\n:::\n",
    "before its footnote": f"He wrote {LIE}.[^1]\n\n[^1]: {cite(4)}\n",
    "list in an extract": f"::: extract\n- Engineers found seven cracks in May. {cite(4)}\n:::\n",
    "in brief": f"::: in-brief\n- Engineers found seven cracks in May. {cite(4)}\n:::\n",
    "label of an extract": f"::: extract\n**{LIE}.** Engineers found three cracks in May. {cite(4)}\n:::\n",
    "insertion in an extract": f"::: extract\nEngineers found three cracks in May [he says {LIE}]. {cite(4)}\n:::\n",
    "words before a key": f"Said [see {LIE} in @brandt2031dam, para. 4].\n",
    "words after a locator": f"Said [@brandt2031dam, para. 4, where {LIE} stands].\n",
    "code": f"`{LIE}` {cite(4)}\n",
    "code block": f"```\n{LIE}\n```\n",
    "fenced quotation": f"::: quotation\n> {LIE}\n>\n> — Olga Brandt, minister {cite(4)}\n:::\n",
    "fenced quotation on one line": f"::: quotation\n> {LIE} — Olga Brandt {cite(4)}\n:::\n",
    "words after the name": f"::: quotation\n> “three cracks in May”\n>\n> — B. {cite(4)}: {LIE}\n:::\n",
    "block quote": f"> Engineers found seven cracks in May. {cite(4)}\n",
    "uncited block quote": "> Engineers found seven cracks in May.\n",
    "uncited": f"He wrote {LIE}.\n",
    "cited in another paragraph": f"He wrote {LIE}.\n\nSo says the paper {cite(4)}.\n",
    "over a line's end": f"He wrote “Engineers found\nseven cracks in May” {cite(4)}.\n",
    "beside a true one": f"“Engineers found three cracks in May” {cite(4)} but {LIE} {cite(4)}.\n",
    "over two paragraphs": "He said “the bad engineers\n\nfound three cracks in May” " + cite(4) + ".\n",
    "over two cells": "| a | b |\n|---|---|\n| “the bad engineers | found three cracks in May” " + cite(4) + " |\n",
    "all of an extract in bold": f"::: extract\n**Engineers found seven cracks in May.** {cite(4)}\n:::\n",
    "heading of an extract": "::: extract\n# He lied to us all, and he will again\n\n"
    f"Three gates were shut. {cite(11)}\n:::\n",
    "code in an extract": f"::: extract\nThree gates were shut. {cite(11)}\n\n```\nHe lied\n```\n:::\n",
    "fence by name": f"::: {{#extract}}\nEngineers found seven cracks in May. {cite(4)}\n:::\n",
    "fence of another word": f"::: quote\nEngineers found seven cracks in May. {cite(4)}\n:::\n",
    "fence with no line before it": f"Thus:\n::: extract\nEngineers found seven cracks in May. {cite(4)}\n:::\n",
    "fence of two colons": f":: extract\nEngineers found seven cracks in May. {cite(4)}\n::\n",
    "speech after a dash": f"> — Engineers found seven cracks in May. {cite(4)}\n",
    "speeches after dashes": f"> — Three gates were shut. {cite(11)}\n>\n> — We found seven. They are bad. {cite(4)}\n",
    "another cell of the row": f"| a | b |\n|---|---|\n| {LIE} | {cite(4)} |\n",
    "led in to": f"He was plain {cite(4)}:\n\n> Engineers found seven cracks in May.\n",
    "acute accents for marks": f"He said ´Engineers found seven cracks in May´ {cite(4)}.\n",
    "rest of an extract": f"::: extract\nEngineers found three cracks in May. {cite(4)} They found more.\n:::\n",
}


@pytest.mark.parametrize("draft", PLACES.values(), ids=PLACES)
def test_no_place_hides_words(draft: str) -> None:
    """Wherever a draft can hold a quotation, it is checked."""
    assert 1 == len(check(draft))


def test_pieces_of_a_quotation_count_as_one() -> None:
    """Marks between its words do not make a quotation so short that it needs no citation."""
    assert ["no citation"] * 2 == kinds("He said “Engineers found seven” “cracks in May”.\n")
    assert ["no citation"] * 2 == kinds("He said “Engineers found seven\n\n“cracks in May”.\n")


def test_other_trees_are_read_too() -> None:
    """A tree of another reader of pandoc's, with its quotations, terms, captions and metadata, hides nothing either."""
    quoted = {"t": "Quoted", "c": [{"t": "DoubleQuote"}, [text("one two three four five")]]}
    blocks: list[Any] = [
        {"t": "Para", "c": [quoted]},
        {"t": "LineBlock", "c": [[text("“one two")], [text("three four five”")]]},
        {"t": "DefinitionList", "c": [[[quoted], [[{"t": "Plain", "c": [quoted]}]]]]},
        {"t": "Figure", "c": [["", [], []], [None, [{"t": "Plain", "c": [quoted]}]], []]},
        {"t": "RawBlock", "c": ["html", "<b>“one two three four five”</b>"]},
        {"t": "Para", "c": [{"t": "Math", "c": [{"t": "InlineMath"}, "“one two three four five”"]}]},
        {"t": "Para", "c": [{"t": "RawInline", "c": ["html", "“one two three four five”"]}]},
    ]
    meta = {"abstract": {"t": "MetaInlines", "c": [quoted]}, "title": {"t": "MetaString", "c": "“a b c d e”"}}

    assert ["no citation"] * 10 == [found.kind for found in verify({"blocks": blocks, "meta": meta}, {})]


def text(words: str) -> dict[str, Any]:
    return {"t": "Str", "c": words}


REACH = {
    "right after": f"“liar” {cite(3)} and “cracks” {cite(4)}.",
    "in the sentence": f"Of “cracks” much was said in May {cite(4)}.",
    "after the stop": f"He spoke of “three cracks.” {cite(4)} The other said “liar.” {cite(3)}",
    "key first": "@brandt2031dam [para. 4] has “cracks” and @other2031 [para. 2] has “The river rose”.",
    "at the paragraph's end": f"He spoke of “three cracks.” It went on. All this is in the paper {cite(4)}.",
    "in a note": f"The paper speaks of “cracks”[^1] or “found three cracks in May”[^1].\n\n[^1]: See {cite(4)}.\n",
    "named after a block quote": f"> three cracks in May\n\n— the engineers {cite(4)}\n",
    "several keys": "“The river rose” [see @brandt2031dam, para. 4; also @other2031, para. 2].",
    "a short one with no paragraph": "Of “three cracks” the paper knows [@brandt2031dam].",
    "short ones with no citation": "A “so-called” plan of the ’90s, ‘as it were’.",
    "the row of a table": f"| who | words | source |\n|---|---|---|\n| he | “three cracks in May” | {cite(4)} |\n",
    "led in to with a colon": f"The paper was plain {cite(4)}:\n\n> Engineers found three cracks in May.\n",
    "over two paragraphs": f"He: “The report is false.\n\n“And whoever wrote it will answer for it.” {cite('5–6')}\n",
    "over three paragraphs": f"“Three gates\n\n“were\n\n“shut.” {cite(11)}\n",
    "so-called": f"The so-called “quick fix” was none, with “three cracks” in May {cite(4)}.",
    "titles of works": f"The film “The Fall of a Great Dam” is about “three cracks” {cite(4)}.",
    "a list of words in marks": "He has “one”, “two”, “three”, “four”, “five” and ‘six’ of them.",
    "label above its extract": f"::: extract\n- **Ostrava.**\n\n    Three gates were shut. {cite(11)}\n:::\n",
    "heading of an extract": f"::: extract\n# Ostrava\n\nThree gates were shut. {cite(11)}\n:::\n",
    "a long name": f"> three cracks in May\n>\n> — Dr. J. B. Brandt of the U.S. Army, "
    f"a fellow of the institute {cite(4)}\n",
    "locators of all kinds": "“cracks” [@brandt2031dam, ¶ 4], “cracks” [@brandt2031dam, paragraph 4], "
    "“cracks” [@brandt2031dam, párr. 4], “cracks” [@brandt2031dam, paras. 3-4], "
    "“cracks” [@brandt2031dam, paras. 1, 3 & 4, my italics].",
}


@pytest.mark.parametrize("draft", REACH.values(), ids=REACH)
def test_a_citation_in_reach_answers(draft: str) -> None:
    """The rule of `claims` finds the citation that a reader would take for the quotation's."""
    assert [] == kinds(draft)


CITED_WRONGLY = {
    "unknown key": ("So it is [@brand2031dam, para. 1].", ["unknown key"]),
    "paragraph too high": ("So it is [@brandt2031dam, para. 13].", ["missing paragraph"]),
    "paragraph nought": ("So it is [@brandt2031dam, para. 0].", ["missing paragraph"]),
    "range too long": ("So it is [@brandt2031dam, paras. 9–13].", ["missing paragraph"]),
    "backwards": ("So it is [@brandt2031dam, paras. 9–7].", ["missing paragraph"]),
    "long with no paragraph": ("“Engineers found three cracks in May” [@brandt2031dam].", ["missing paragraph"]),
    "short and nowhere": ("“seven cracks” [@brandt2031dam].", ["not in the source"]),
    "extract with no paragraph": (
        "::: extract\nEngineers found three cracks in May. [@brandt2031dam]\n:::",
        ["missing paragraph"],
    ),
    "extract with no citation": ("::: extract\nEngineers found three cracks in May.\n:::", ["no citation"]),
    "page for paragraph": ("“Engineers found three cracks in May” [@brandt2031dam, p. 4].", ["missing paragraph"]),
    "second of two keys": ("So [@brandt2031dam, para. 1; also @nobody].", ["unknown key"]),
    "in a note": ("So.[^1]\n\n[^1]: See @nobody.\n", ["unknown key"]),
}


@pytest.mark.parametrize(("draft", "found"), CITED_WRONGLY.values(), ids=CITED_WRONGLY)
def test_citations_are_checked(draft: str, found: list[str]) -> None:
    assert found == kinds(draft)


def test_a_finding_tells_what_the_source_says() -> None:
    """Line, words, the source's words and the difference; and where else the words stand."""
    head = "---\ntitle: x\n---\n\nEngineers found seven cracks.\n\n"
    draft = head + f"He wrote {LIE} {cite(4)}.\n\n“The river rose two metres” {cite(1)}.\n"
    first, second = verify(read_markdown(draft.split("---\n", 2)[2]), ARTICLES, draft)

    assert (7, "Engineers found three cracks in May.") == (first.line, first.source)
    assert "“seven” for “three”" == first.difference
    assert ("brandt2031dam", 4) == (first.key, first.paragraph)
    assert (9, ("other2031", 2)) == (second.line, second.elsewhere)


def test_a_near_key_is_named() -> None:
    assert "did you mean @brandt2031dam?" in check("[@brandt2031dan, para. 1]")[0].message


def test_each_of_two_alike_has_its_line() -> None:
    """Repeated words are found where they stand."""
    draft = "\n\n".join(f"{LIE} {cite(4)}." for _ in range(3)) + "\n"
    assert [1, 3, 5] == [finding.line for finding in check(draft)]


def test_a_note_s_line_is_the_note_s() -> None:
    draft = f"One.[^a]\n\nTwo.\n\n[^a]: {LIE} {cite(4)}\n\nThree.\n"
    assert [5] == [finding.line for finding in check(draft)]


def test_what_was_checked_is_counted() -> None:
    draft = extract("Engineers found three cracks in May.", 4) + f"\nSo “three cracks” {cite(4)}.\n"
    counted = examine(read_markdown(draft), ARTICLES)
    assert (1, 1, 2) == (counted.extracts, counted.quotations, counted.citations)


def test_findings_are_marked_in_the_tree() -> None:
    """The words of a finding, and no others, stand in a Span of class `unverified`."""
    document = read_markdown(f"He *wrote* {LIE} {cite(4)} and “three cracks” {cite(4)}.\n")
    marked = mark_unverified(document, verify(document, ARTICLES))
    spans = [node for node in marked["blocks"][0]["c"] if node["t"] == "Span"]

    assert [["", ["unverified"], []]] == [span["c"][0] for span in spans]
    assert LIE == passages({"blocks": [{"t": "Para", "c": spans[0]["c"][1]}]})[0].text
    assert [part.text for part in passages(document)] == [part.text for part in passages(marked)]


VOCABULARY = "dam river the a of not never no wall said it's café ЦК 10,500 “plan” U.S. minister—and so"
WORDS = st.sampled_from(VOCABULARY.split())
SENTENCES = st.lists(WORDS, min_size=6, max_size=20).map(lambda words: "Then " + " ".join(words) + " indeed.")


def tree(words: str, name: str = "extract") -> dict[str, Any]:
    """A fence with one cited paragraph, as pandoc reads it, for words that need no escaping."""
    suffix = [text(","), {"t": "Space"}, text("para."), {"t": "Space"}, text("1")]
    citation = {
        "citationId": "k",
        "citationPrefix": [],
        "citationSuffix": suffix,
        "citationMode": {"t": "NormalCitation"},
    }
    cited = {"t": "Cite", "c": [[citation], []]}
    return {"blocks": [{"t": "Div", "c": [["", [name], []], [{"t": "Para", "c": [text(words), cited]}]]}], "meta": {}}


@given(st.lists(SENTENCES, min_size=1, max_size=3), st.data())
def test_any_sentence_of_an_article_passes(sentences: list[str], data: st.DataObject) -> None:
    """A sentence as composed, its type set, stands in its paragraph."""
    articles = {"k": article("k", " ".join(sentences))}
    sentence = data.draw(st.sampled_from(sentences))
    assert () == verify(tree(curl(sentence)), articles)
    assert () == verify(tree(curl(sentence)[:-1], "quotation"), articles)


CHANGES = {
    "replaced": lambda words, place: [*words[:place], "Zanzibar", *words[place + 1 :]],
    "inserted": lambda words, place: [*words[:place], "Zanzibar", *words[place:]],
    "negated": lambda words, place: [*words[:place], "NOT", *words[place:]],
    "deleted": lambda words, place: [*words[:place], *words[place + 1 :]],
}


@given(SENTENCES, st.sampled_from(sorted(CHANGES)), st.data())
def test_any_change_of_a_word_is_found(sentence: str, change: str, data: st.DataObject) -> None:
    """One word replaced, inserted, negated or deleted anywhere in an extract is a finding."""
    words = sentence.split()
    place = data.draw(st.integers(0, len(words) - 1))
    changed = CHANGES[change](words, place)
    assert 1 == len(verify(tree(curl(" ".join(changed))), {"k": article("k", sentence)}))


@given(st.text(max_size=60))
def test_any_tree_can_be_checked(words: str) -> None:
    """Whatever is written, the gate answers; what stands in no source is found."""
    found = verify(tree("Zanzibar " + words), {"k": article("k", "The dam held.")})
    assert found


HOSTILE = {
    "opening marks": "“" * 100_000,
    "single marks": "‘a " * 50_000,
    "straight marks": '"a ' * 50_000,
    "brackets": "[a] " * 30_000,
    "ellipses": "a b … " * 30_000,
    "one letter": "a " * 100_000,
    "dots": ". " * 100_000,
    "dashes": "--" * 100_000,
    "stops": "A. " * 50_000,
    "case marks": "[T]he " * 20_000,
}


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_draft_is_answered_in_time(words: str) -> None:
    """Time grows with length, whatever is repeated, in the draft and in the source."""
    articles = {"k": article("k", words + "x", "a b " * 50_000)}
    start = time.process_time()
    verify(tree(words), articles, words)
    verify(tree("He said “" + words + "” ", "words"), articles, words)
    assert time.process_time() - start < 20


def test_an_unknown_key_prints_as_typed() -> None:
    """Where findings are let through, what has no reference cites none."""
    draft = "So it is [see @nobody2031, para. 1].\n"
    marked = mark_unverified(read_markdown(draft), check(draft))

    assert ({"unverified"}, []) == (classes(marked), [c for part in passages(marked) for c in part.citations])


def classes(node: Any) -> set[str]:
    if isinstance(node, list):
        return set().union(*map(classes, node))
    if not isinstance(node, dict):
        return set()
    return classes(list(node.values())) | (set(node["c"][0][1]) if node.get("t") == "Span" else set())


def test_code_is_marked_as_a_block() -> None:
    """A quotation in code is marked where it stands, though no Span can be in it."""
    draft = f"```\n{LIE}\n```\n"

    assert ["Div"] == [block["t"] for block in mark_unverified(read_markdown(draft), check(draft))["blocks"]]
