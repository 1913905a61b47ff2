"""A report as the tree that the gate reads, and the way back from its places."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from digest.citing import Citation, Cited, Note, Paragraph, Report
from digest.citing.trees import as_tree, located
from digest.verify.claims import find_claims
from tests.citing_samples import citing, report

KEY = Cited(key="ng2031storm", locator="2")


def claims(told: Report) -> list[tuple[str, str, list[str]]]:
    """The words of each claim, what stands at its place in the report, and the keys that answer for it."""
    tree = as_tree(told)
    found = []
    for claim in find_claims(tree.parts):
        number, start, end = tree.place((claim.passage, *claim.span))
        words = told.paragraphs[number].text[start:end]
        found.append((claim.words, words, [entry.key for entry in claim.citations]))
    return found


def test_a_field_answers_for_the_quotation_before_it() -> None:
    """Whatever it shows."""
    told = report(
        citing("It said “no ship will leave” @ and “all is well” there.", "@", KEY, shown="(Ng 2031, “Ice”, ¶ 2)")
    )

    assert [("no ship will leave",) * 2, ("all is well",) * 2] == [one[:2] for one in claims(told)]
    assert [["ng2031storm"]] * 2 == [one[2] for one in claims(told)]


def test_a_citation_in_a_note_answers_where_the_note_is_called() -> None:
    """The note's own words are found in its own paragraph, even where a note holds two."""
    host = Paragraph(text="He said “all is well”.\ufffc So.", notes=(Note(place=22, part="footnote", first=1, last=2),))
    first = replace(citing("See @: “so be it now”.", "@", KEY), part="footnote")
    second = Paragraph(text="And “more of the same here”.", part="footnote")

    assert [
        ("all is well", "all is well", ["ng2031storm"]),
        ("so be it now", "so be it now", ["ng2031storm"]),
        ("more of the same here", "more of the same here", []),
    ] == claims(report(host, first, second, "“Last of all words”."))[:3]


def test_what_is_hidden_is_no_word_of_a_quotation() -> None:
    """Struck out words, a picture, the call of a note without a citation."""
    text = "He said “no gone ship\ufffc will\ufffc leave”."
    told = Paragraph(
        text=text, opaque=((12, 17),), notes=(Note(place=text.rindex("\ufffc"), part="footnote", first=1, last=1),)
    )

    assert [("no ship will leave", "no gone ship\ufffc will\ufffc leave", [])] == claims(report(told, "A note."))


def test_block_quotations_that_follow_one_another_are_one() -> None:
    """The citation at the end of the last answers for all."""
    last = replace(citing("Nor any barge. @", "@", KEY), kind="quotation")
    told = report("It said:", Paragraph(text="No ship will leave.", kind="quotation"), last)

    assert [["ng2031storm"]] * 2 == [keys for _, _, keys in claims(told)]


def test_the_cells_of_a_row_answer_for_one_another() -> None:
    """Those of the next row do not."""
    cells = [
        Paragraph(text="“no ship will leave”", part="table", row=1),
        replace(citing("@", "@", KEY), part="table", row=1),
    ]
    next_row = Paragraph(text="“nor any barge will”", part="table", row=2)

    assert [["ng2031storm"], []] == [keys for _, _, keys in claims(report(*cells, next_row))]


def test_a_source_that_is_cited_by_no_paragraph_is_cited_by_all() -> None:
    """A page of it is no paragraph."""
    whole = {"ng2031storm": ("ng2031storm", 3)}
    for source in (Cited(key="ng2031storm"), Cited(key="ng2031storm", locator="7", label="page")):
        (part, *_) = as_tree(report(citing("So @.", "@", source)), whole).parts
        assert ((1, 3),) == part.citations[0][0].paragraphs
    (part, *_) = as_tree(report(citing("So @.", "@", KEY)), whole).parts
    assert ((2, 2),) == part.citations[0][0].paragraphs


def test_locators_of_paragraphs_are_read_as_people_write_them() -> None:
    """Ranges and lists; other labels name no paragraph."""
    assert ((4, 5), (7, 7)) == located(Cited(key="a", locator="4–5, 7"))
    assert () == located(Cited(key="a", locator="iv"))
    assert () == located(Cited(key="a", locator="4", label="page"))


def test_notes_that_are_wrongly_told_do_no_harm() -> None:
    """A note that is its own paragraph, one of a million paragraphs, one in a note, one called twice."""
    wrong = tuple(
        Note(place=n, part="footnote", first=first, last=last) for n, first, last in ((0, 0, 0), (1, -5, 10**6))
    )
    inner = Paragraph(text="\ufffc in", notes=(Note(place=0, part="footnote", first=0, last=9),), part="footnote")
    told = report(Paragraph(text="\ufffc\ufffc“words of it”", notes=wrong), inner, inner)

    assert "words of it" in [words for words, _, _ in claims(told)]


CITED = st.builds(
    lambda start, size: Citation(start=start, end=start + size, sources=(KEY,)), st.integers(0, 40), st.integers(0, 6)
)
TEXTS = st.text(alphabet=st.sampled_from('ab .“”"‘’«»\ufffc\ufffb[]'), max_size=40)


@given(TEXTS, st.lists(CITED, max_size=4), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=3))
def test_every_place_of_every_passage_is_one_of_the_report(
    text: str, cited: list[Citation], opaque: list[tuple[int, int]]
) -> None:
    """However citations and hidden stretches lie across one another, and beyond the text."""
    told = report(Paragraph(text=text, citations=tuple(cited), opaque=tuple(opaque)))
    tree = as_tree(told)
    for number, part in enumerate(tree.parts):
        last = 0
        for at in range(len(part.text) + 1):
            paragraph, start, end = tree.place((number, at, len(part.text)))
            assert 0 == paragraph
            assert 0 <= start <= end <= len(text)
            assert part.whole or last <= start
            last = start


@given(st.text(max_size=60))
def test_a_text_without_citations_is_its_own_passage(text: str) -> None:
    """Letter for letter, but for what stands for objects."""
    plain = text.replace("\ufffc", "").replace("\ufffb", "")
    tree = as_tree(report(plain))

    assert [plain] * bool(plain) == [part.text for part in tree.parts]
    assert all((0, at, at + 1) == tree.place((0, at, at + 1)) for at in range(len(plain)))
