"""What of a report could be cited: quotations that stand in the library, and links that lead to it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.citing import Citation, Cited, Link, Note, Paragraph, Report
from digest.citing.links import known_addresses
from digest.citing.proposals import Proposal, insertion, propose
from digest.citing.standing import tokens
from digest.model import Article
from digest.verify.wording import form
from tests.citing_samples import article, citing, report, sentence

WORDS = "no ship will leave the northern port before the spring"
STORM = article("ng2031storm", "Ice closed the channel.", f"“{WORDS},” the harbour master said on Monday.")


def only(told: Report, *articles: Article) -> Proposal:
    (found,) = propose(told, articles or (STORM,))
    return found


def test_a_quotation_that_stands_in_an_article_is_proposed_with_its_paragraph() -> None:
    """With the sentence of the source, to judge by."""
    found = only(report(f"He warned that “{WORDS}”, and went home."))

    assert ("quotation", "ng2031storm", "2", True) == (found.kind, found.key, found.locator, found.sure)
    assert STORM.paragraphs[1].text == found.source
    assert Cited(key="ng2031storm", locator="2") == found.cited


MARKS = (
    "“{}”",
    '"{}"',
    "‘{}’",
    "'{}'",
    "«{}»",
    "« {} »",
    "»{}«",
    "„{}“",
    "„{}”",
    "”{}”",
    "‹{}›",
    "``{}''",
    "「{}」",
    "“‘{}’”",
)


@pytest.mark.parametrize("marks", MARKS)
def test_quotation_marks_of_every_language_are_known(marks: str) -> None:
    """The citation goes in after the closing mark."""
    text = f"He warned: {marks.format(WORDS)} and left."
    found = only(report(text))

    assert text.index(" and left") == found.at == found.note


TONGUES = {
    "zh": ("港务局长说，“春天以前任何船只都不会离开北方港口，这是议会的决定”。",
           "他说：“春天以前任何船只都不会离开北方港口，这是议会的决定”。"),
    "ja": ("港長は「春になるまで北の港を出る船は一隻もないだろう」と述べた。",
           "議長は「春になるまで北の港を出る船は一隻もないだろう」と書いた。"),
    "ru": ("Ни одно судно, сказал он, «не покинет северный порт раньше весны, пока стоит лёд».",
           "По его словам, лодки ждут: «не покинет северный порт раньше весны, пока стоит лёд»."),
    "ar": ("قال المدير: «لن تغادر أي سفينة الميناء الشمالي قبل حلول الربيع القادم».",
           "وكتب: «لن تغادر أي سفينة الميناء الشمالي قبل حلول الربيع القادم»."),
    "el": ("Είπε ότι «κανένα πλοίο δεν θα φύγει από το βόρειο λιμάνι πριν από την άνοιξη».",
           "Έγραψε: «κανένα πλοίο δεν θα φύγει από το βόρειο λιμάνι πριν από την άνοιξη»."),
}  # fmt: skip


@pytest.mark.parametrize("tongue", TONGUES)
def test_quotations_in_every_script_are_found(tongue: str) -> None:
    """With spaces between words or without, to the left or to the right; one letter less is another text."""
    source, told = TONGUES[tongue]
    found = only(report(told, language=tongue), article("a", "…", source))
    other = told[:12] + told[13:] if tongue != "ru" else told.replace("весны", "осени")

    assert ("a", "2", True) == (found.key, found.locator, found.sure)
    assert () == propose(report(other, language=tongue), [article("a", "…", source)])


def test_a_quotation_in_a_quotation_is_found_where_the_outer_one_is_not() -> None:
    """Somebody quoted from elsewhere quotes the article."""
    text = f"Li said: “They told us ‘{WORDS}’ and we believed it.”"
    found = only(report(text))

    assert WORDS == text[found.start : found.end]
    assert text.index(" and we") == found.at


def test_a_quotation_is_found_across_the_paragraphs_of_its_article() -> None:
    """Its locator names them all."""
    source = article("a", "It was late. The river pilots left the quay.", "Nobody came to see them off that night.")

    assert (
        "1–2"
        == only(report("“The river pilots left the quay. Nobody came to see them off that night.”"), source).locator
    )


def test_a_quotation_over_paragraphs_of_the_report_is_proposed_once_at_its_end() -> None:
    """Each of its paragraphs stands in the article."""
    source = article("a", sentence(1), sentence(2), sentence(3))
    found = only(report(f"“{sentence(1)}", f"“{sentence(2)}” That is all."), source)

    assert (1, "1–2") == (found.paragraph, found.locator)
    assert () == propose(report(f"“{sentence(1)}", f"“{sentence(9)}” That is all."), [source])


def test_a_block_quotation_is_proposed_at_the_end_of_its_last_paragraph() -> None:
    """After the full stop, whatever the kind of citation."""
    source = article("a", sentence(1), sentence(2))
    block = [Paragraph(text=sentence(n), kind="quotation") for n in (1, 2)]
    found = only(report("The council said:", *block, "So it did."), source)

    assert (2, len(sentence(2)), len(sentence(2)), "1–2") == (found.paragraph, found.at, found.note, found.locator)


def test_ellipses_and_brackets_are_read_as_the_gate_reads_them() -> None:
    """What is left out and put in is ours."""
    told = (
        "“[N]o ship will leave the […] port before the spring,” he said, “at all”.",
        "“no ship [of any kind] will leave the northern port before”",
    )

    assert ["2", "2"] == [only(report(one)).locator for one in told]


CHANGED = (
    f"“{WORDS.replace('northern', 'southern')}”",
    f"“{WORDS.replace('will', 'would')}”",
    "“no ship will leave before the spring the northern port”",
    f"“{WORDS} at all”",
    "“no ship will leave the northern”",
    "“Kein Schiff wird den nördlichen Hafen vor dem Frühling verlassen”",
    WORDS,
)


@pytest.mark.parametrize("words", CHANGED)
def test_words_that_do_not_stand_there_are_not_proposed(words: str) -> None:
    """Nor those of fewer than eight words, nor those without marks."""
    assert () == propose(report(f"He said {words}."), [STORM])


def test_a_quotation_with_a_citation_in_reach_is_not_proposed() -> None:
    """Beside it, in its sentence, in its paragraph, in a note it calls."""
    source = Cited(key="li2030")
    beside = citing(f"He said “{WORDS}” @.", "@", source)
    later = citing(f"He said “{WORDS}”. So it was told @.", "@", source)
    text = f"He said “{WORDS}”.\ufffc"
    host = Paragraph(text=text, notes=(Note(place=len(text) - 1, part="footnote", first=3, last=3),))
    note = Paragraph(text="Li", part="footnote", citations=(Citation(start=0, end=2, sources=(source,)),))

    assert () == propose(report(beside, later, host, note), [STORM])


def test_a_quotation_whose_row_is_cited_is_not_proposed() -> None:
    """The citation stands in the next cell."""
    cell = Paragraph(text=f"“{WORDS}”", part="table", row=1)
    key = replace(citing("@", "@", Cited(key="li2030")), part="table", row=1)

    assert () == propose(report(cell, key), [STORM])
    assert 1 == len(propose(report(replace(cell, row=2), key), [STORM]))


def test_nothing_is_proposed_in_code_or_in_the_list_of_sources() -> None:
    """What stands there is not the report's own text."""
    text = f"He said “{WORDS}”."
    told = (Paragraph(text=text, kind="code"), Paragraph(text=text, kind="bibliography"))

    assert () == propose(report(*told, Paragraph(text=text, opaque=((8, len(text)),))), [STORM])


COPY = article("zed2031copy", *(block.text for block in STORM.paragraphs), outlet="Island Mail", issued="2031-03-05")


def test_of_two_articles_the_one_that_is_named_is_meant() -> None:
    """By its outlet or its author, in the sentence or before it in the paragraph."""
    told = (
        f"The Island Mail quotes him: “{WORDS}”.",
        f"The Island Mail was there. “{WORDS}”, it said.",
        f"“{WORDS}”, he told the Port Tribune.",
    )

    assert ["zed2031copy", "zed2031copy", "ng2031storm"] == [only(report(one), STORM, COPY).key for one in told]


def test_of_copies_the_earliest_is_meant() -> None:
    """The other one is offered."""
    (found,) = propose(report(f"“{WORDS}”"), [COPY, STORM], copies={"zed2031copy": ("ng2031storm",)})

    assert ("ng2031storm", True, ["zed2031copy"]) == (found.key, found.sure, [one.key for one in found.others])


def test_of_two_articles_that_are_no_copies_neither_is_sure() -> None:
    """It is for a person to say."""
    found = only(report(f"“{WORDS}”"), COPY, STORM)

    assert ("ng2031storm", False, ["zed2031copy"]) == (found.key, found.sure, [one.key for one in found.others])


def test_copies_of_one_day_are_not_sure() -> None:
    """Neither is the first."""
    twin = replace(COPY, issued=STORM.issued)
    (found,) = propose(report(f"“{WORDS}”"), [twin, STORM], copies={"zed2031copy": ("ng2031storm",)})

    assert not found.sure


PLACES = (
    ("“a b”. Then", "en", 5, 6),
    ("“a b”, he", "en", 5, 6),
    ("“a b.” Then", "en", 6, 6),
    ("“a b” he", "en", 5, 5),
    ("„a b“. Dann", "de", 5, 6),
    ("« a b ». Puis", "fr-FR", 7, 7),
    ("«a b». Потом", "ru", 5, 5),
    ("«a b»? Потом", "ru", 5, 6),
    ("“a b”。", "zh", 5, 6),
    ("“a b”.) Then", "en", 5, 7),
)


@pytest.mark.parametrize(("text", "language", "at", "note"), PLACES)
def test_a_citation_stands_before_the_stop_and_a_note_where_its_language_has_it(
    text: str, language: str, at: int, note: int
) -> None:
    """French, Spanish, Polish and Russian set the mark of a note before the stop."""
    assert (at, note) == insertion(text, at, language)


def test_a_link_that_leads_to_a_record_is_proposed_once_a_paragraph() -> None:
    """Unless its record is cited there."""
    url = "https://www.tribune.example/ng2031storm?utm_source=x"
    text = f"As the Tribune reported, and again at {url}."
    told = Paragraph(text=text, links=(Link(start=7, end=14, url=url),))
    cited = citing(f"See {url} @.", "@", Cited(key="ng2031storm"))
    (found,) = propose(report(told, cited), [], known=known_addresses([STORM]))

    assert ("link", "Tribune", 14, False) == (found.kind, found.words, found.at, found.bare)


KINDS: dict[str, Callable[[int], str]] = {
    "exact": lambda n: f"They wrote: “{sentence(n)[:-1]}”.",
    "changed": lambda n: f"They wrote: “{sentence(n)[:-1].replace('The ', 'A ', 1)}”.",
    "elided": lambda n: (
        f"They wrote: “{' '.join(sentence(n).split()[:4])} … {' '.join(sentence(n)[:-1].split()[-5:])}”."
    ),
    "translated": lambda n: (
        f"They wrote: “Die Leute von {n} haben versprochen, den Kanal im Norden bald zu schließen”."
    ),
    "short": lambda n: f"They wrote: “{' '.join(sentence(n).split()[:6])}”.",
    "cited": lambda n: f"They wrote: “{sentence(n)[:-1]}” @.",
}


def test_of_two_hundred_quotations_all_exact_ones_are_proposed_and_none_of_the_others() -> None:
    """Of a library that has every sentence once: exact and elided ones with their paragraph."""
    library = [article(f"a{n}", *(sentence(k) for k in range(n * 7, n * 7 + 7))) for n in range(49)]
    kinds = [list(KINDS)[n % 6] for n in range(204)]
    paragraphs = [KINDS[kind](n) for n, kind in enumerate(kinds)]
    told = [citing(text, "@", Cited(key="x")) if "@" in text else Paragraph(text=text) for text in paragraphs]
    found = {one.paragraph: one for one in propose(report(*told), library)}

    assert {n for n, kind in enumerate(kinds) if kind in ("exact", "elided")} == set(found)
    for n, one in found.items():
        right = (f"a{n // 7}", str(n % 7 + 1))
        assert right in {(one.key, one.locator), *((other.key, other.locator) for other in one.others)}
        assert one.sure or kinds[n] == "elided"


def test_ten_thousand_quotations_are_looked_for_in_one_pass() -> None:
    """The time grows with the report and the library, not with one times the other."""
    told = [f"Then “{sentence(n % 343)[:-1]} number {n} or so”." for n in range(10_000)]
    library = [article(f"a{n}", *(sentence(k % 343) for k in range(n, n + 30))) for n in range(25)]
    begun = time.perf_counter()

    assert () == propose(report(*told), library)
    assert 60 > time.perf_counter() - begun


def test_megabytes_in_one_paragraph_are_read_in_a_moment() -> None:
    """Of the report and of an article."""
    told = Paragraph(text=f"He said “{WORDS}”. Then “he ‘went’ home”. " * 5_000)
    long = article("a", f"{sentence(4)} " * 5_000 + WORDS)
    begun = time.perf_counter()

    assert 5_000 == len(propose(report(told), [long]))
    assert 60 > time.perf_counter() - begun


@given(st.text(alphabet=st.sampled_from("ab \u00ad\u200bﬁé\u0301’'-–…習近.10,ʼ"), max_size=60))
def test_the_words_of_a_text_are_those_of_its_form(text: str) -> None:
    """However it is read."""
    assert tokens(form(text)) == tokens(text)


@given(st.text(alphabet=st.sampled_from("ab .,“”\"‘’'«»[]…\ufffc\n"), max_size=80))
def test_every_proposal_lies_within_its_paragraph(text: str) -> None:
    """Whatever marks a text has."""
    told = f"{text} “{WORDS}” {text}"
    for one in propose(report(told), [STORM]):
        assert 0 <= one.start <= one.end <= one.at <= one.note <= len(told)
