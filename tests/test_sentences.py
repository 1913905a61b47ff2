"""Sentences are exact substrings, cut where a reader would cut them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.sentences import STOP_WORDS, split_sentences, words

CUT = {
    "a title, an initial and a number never end one": (
        "The No. 3 leader met Mr. J. K. Hale of Acme Inc. in St. Gallen. They spoke.",
        ("The No. 3 leader met Mr. J. K. Hale of Acme Inc. in St. Gallen.", "They spoke."),
    ),
    "an abbreviation ends one before a word that opens sentences": (
        "He flew to the U.S. It was short. U.S. House members met him at 5 a.m. Monday. It ended at 7 p.m. Aides left.",
        (
            "He flew to the U.S.",
            "It was short.",
            "U.S. House members met him at 5 a.m. Monday.",
            "It ended at 7 p.m.",
            "Aides left.",
        ),
    ),
    "a month is short before a day": (
        "It opened on Oct. 16. It closes in Nov. Nobody minds.",
        ("It opened on Oct. 16.", "It closes in Nov.", "Nobody minds."),
    ),
    "decimals, money and lists": (
        "1. What it costs is $1.2 bn. That is 3.5 percent.",
        ("1. What it costs is $1.2 bn.", "That is 3.5 percent."),
    ),
    "a quotation stays whole": (
        '"We came. We saw," Orlova said. "We left. Nobody asked."',
        ('"We came. We saw," Orlova said.', '"We left. Nobody asked."'),
    ),
    "curly marks stay whole, and a stop before the mark ends one": (
        "He said “Go. Now.” Then he left.",
        ("He said “Go. Now.”", "Then he left."),
    ),
    "a question inside does not end the sentence": (
        "“Why now?” Orlova asked. “Stop!” she cried. He shrugged.",
        ("“Why now?” Orlova asked.", "“Stop!” she cried.", "He shrugged."),
    ),
    "single marks, as British papers print them": (
        "‘It is bad. It’s late,’ said Hale. The girls’ school closed.",
        ("‘It is bad. It’s late,’ said Hale.", "The girls’ school closed."),
    ),
    "a quotation that never closes does not swallow the rest": (
        "She began “like this. And went on. For long.",
        ("She began “like this.", "And went on.", "For long."),
    ),
    "brackets stay whole": ("It fell. (It rose before. Much.) End.", ("It fell.", "(It rose before. Much.)", "End.")),
    "an ellipsis": (
        "He did not know... Then he did. “Perhaps … later,” he said.",
        ("He did not know...", "Then he did.", "“Perhaps … later,” he said."),
    ),
    "German": (
        "„Das ist gut. Sehr gut“, sagte er am 3. Oktober. Dann ging Dr. Weber, z.B. nach Bonn.",
        ("„Das ist gut. Sehr gut“, sagte er am 3. Oktober.", "Dann ging Dr. Weber, z.B. nach Bonn."),
    ),
    "ordinals": (
        "Beim 50. Rennen am 17. 7. siegte sie. Er wurde 50. Berlin feiert.",
        ("Beim 50. Rennen am 17. 7. siegte sie.", "Er wurde 50.", "Berlin feiert."),
    ),
    "a German mark after the stop": ("Er sagte: „Gut.“ Dann ging er.", ("Er sagte: „Gut.“", "Dann ging er.")),
    "French": ("« Oui. Non », a dit M. Petit. Il part.", ("« Oui. Non », a dit M. Petit.", "Il part.")),
    "French, stop inside": ("Il a dit : « Oui. » Puis il part.", ("Il a dit : « Oui. »", "Puis il part.")),
    "Russian": (
        "В. Орлов сказал: «Да. Нет». Потом он уехал в г. Тверь, т.е. домой.",
        ("В. Орлов сказал: «Да. Нет».", "Потом он уехал в г. Тверь, т.е. домой."),
    ),
    "Ukrainian": ("«Так. Ні», — сказав він. Він пішов.", ("«Так. Ні», — сказав він.", "Він пішов.")),
    "Chinese": ("他说：“你好。再见。”然后走了。好吗？好。", ("他说：“你好。再见。”", "然后走了。", "好吗？", "好。")),
}


@pytest.mark.parametrize(("paragraph", "expected"), CUT.values(), ids=CUT)
def test_sentences(paragraph: str, expected: tuple[str, ...]) -> None:
    assert expected == split_sentences(paragraph)


@given(st.text(alphabet=st.sampled_from("ab A.!?…\"'“”„«»‘’()[]。！ \n1—"), max_size=80))
def test_sentences_are_the_paragraph_without_the_gaps(paragraph: str) -> None:
    """Every character but white space stands in exactly one sentence, in order."""
    assert "".join(paragraph.split()) == "".join("".join(split_sentences(paragraph)).split())
    assert all(sentence in paragraph for sentence in split_sentences(paragraph))


@pytest.mark.parametrize(
    "piece", ['"', "“", ". ", '"a. ', ".", "… ", "A. ", '."', "(", ".(“ “ ", "'A ", "‘A.’"], ids=repr
)
def test_a_hostile_paragraph_takes_time_in_proportion(piece: str) -> None:
    started = time.process_time()
    split_sentences(piece * (300_000 // len(piece)))

    assert time.process_time() - started < 3


def test_words_are_casefolded_and_lose_their_possessive() -> None:
    assert ("russia", "ally", "о", "кей", "中", "国", "2,5") == words("Russia’s ally О-КЕЙ 中国 2,5")
    assert {"the", "und", "и", "的"} <= STOP_WORDS
