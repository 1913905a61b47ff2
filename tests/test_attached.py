"""The citations of a report and its list of sources, formatted in one pass."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from digest.citing import Cited, Run, Style
from digest.citing.markers import sources_of
from digest.export.attached import Formatted, Group, format_report
from digest.export.styles import style_path
from digest.model import Article, Date, Evidence, Name

NG = Article(
    id="ng2031storm",
    type="article-newspaper",
    author=(Name(family="Ng", given="Amy"),),
    title="Storm Closes The Harbour",
    container_title="The Harbour Times",
    issued=Date(edtf="2031-03-03"),
    url="https://harbourtimes.example/storm",
    language="en",
)
LI = Article(id="li2030", author=(Name(literal="李小"),), title="王毅说", issued=Date(edtf="2030"), language="zh")
WHO = Article(id="who", author=(Name(literal="李小"),), title="谁在等？", container_title="港口日报", language="zh")
WHY = Article(id="why", title="نېمىشقا؟", container_title="The Harbour Times", language="ug")
ARTICLES = {article.id: article for article in (NG, LI, WHO, WHY)}


def formatted(style: str, *groups: Group, notes: bool = False, **more: object) -> Formatted:
    about = Style(name=style, path=str(style_path(style)), notes=notes)
    return format_report(groups, ARTICLES, about, "en-US", **more)  # type: ignore[arg-type]


def texts(made: Formatted) -> list[str]:
    return ["".join(run.text for run in group.runs) for group in made.groups]


def typed(inside: str, note: int = 0) -> Group:
    return Group(sources=sources_of(inside), note=note)


def test_prefix_locator_and_suffix_stand_where_a_style_puts_them() -> None:
    """What a person typed around a key prints with it; a number without a term is a page."""
    made = formatted("chicago-author-date", typed("see @ng2031storm, para. 3; @li2030, pp. 4-5, my emphasis"))

    assert ["(see Ng 2031, para. 3; 李小 2030, 4–5, my emphasis)"] == texts(made)


def test_a_year_in_the_words_after_a_key_is_no_page() -> None:
    """Only what stands before the words is a locator."""
    assert ["(Ng 2031, letter of 1999)"] == texts(
        formatted("chicago-author-date", typed("@ng2031storm, letter of 1999"))
    )


def test_other_things_than_pages_and_paragraphs_are_counted() -> None:
    """A chapter is one in every language of the citations."""
    assert ["(Ng, 2031, Chapter 3)"] == texts(formatted("apa", typed("@ng2031storm, chap. 3")))


def test_an_author_in_the_sentence_is_cut_from_what_a_field_can_hold() -> None:
    """The name belongs to the sentence, the rest to the citation; of a note the whole note."""
    source = Cited(key="ng2031storm", in_text=True, locator="4")
    [dated] = formatted("chicago-author-date", Group(sources=(source,))).groups
    [noted] = formatted("chicago-notes-bibliography", Group(sources=(source,)), notes=True).groups

    assert ("Ng ", "(2031, para. 4)") == (dated.lead[0].text, dated.runs[0].text)
    assert "Ng" == noted.lead[0].text
    assert noted.runs[0].text.startswith("“Storm")


def test_a_sentence_names_the_outlet_of_what_nobody_signed() -> None:
    """A citation that is a note needs a name in the sentence: the outlet's, else the title."""
    unsigned = Article(id="x", title="Storm", container_title="The Harbour Times")
    about = Style(name="chicago", path=str(style_path("chicago-notes-bibliography")), notes=True)
    source = Cited(key="x", in_text=True)
    [shown] = format_report([Group(sources=(source,))], {"x": unsigned}, about, "en-US").groups

    assert "The Harbour Times" == shown.lead[0].text


def test_a_german_sentence_names_many_authors_in_german() -> None:
    """The words between and behind names are those of the report's language."""
    names = tuple(Name(family=family) for family in ("Ng", "Li", "Berg"))
    about = Style(name="chicago", path=str(style_path("chicago-notes-bibliography")), notes=True)
    sources = (Cited(key="x", in_text=True),)
    [shown] = format_report([Group(sources=sources)], {"x": Article(id="x", author=names)}, about, "de-DE").groups

    assert "Ng u. a." == shown.lead[0].text


def test_a_second_note_is_short_and_notes_of_the_report_are_counted() -> None:
    """A style that refers back to a note's number counts the notes that cite nothing."""
    made = formatted(
        "oscola", Group(note=1), typed("@ng2031storm"), typed("@li2030"), typed("@ng2031storm"), notes=True
    )

    assert "Ng (n 2)." == texts(made)[3]


def test_a_citation_in_a_note_with_words_has_no_brackets_around_it() -> None:
    """The processor brackets what it finds inside a note; the note's own words are around it already."""
    [text] = texts(formatted("chicago-notes-bibliography", typed("@ng2031storm, para. 3", note=1), notes=True))

    assert text.startswith("Amy Ng, “Storm")
    assert not text.endswith(")")


def test_entries_keep_their_italics_and_their_numbers() -> None:
    """The list comes in the style's order; a number has a column of its own."""
    made = formatted("ieee", typed("@li2030"), typed("@ng2031storm"))

    assert ["li2030", "ng2031storm"] == [entry.key for entry in made.entries]
    assert "[2]" == made.entries[1].label[0].text
    assert Run(text="The Harbour Times", italic=True) in made.entries[1].runs


def test_a_source_may_be_listed_without_being_cited() -> None:
    """What a person lists beside stands in the list of sources alone."""
    made = formatted("apa", typed("@li2030"), uncited=("ng2031storm",))

    assert {"li2030", "ng2031storm"} == {entry.key for entry in made.entries}


def test_nothing_of_a_record_is_read_as_markup() -> None:
    """A title is text, whatever it holds."""
    article = Article(id="x", title="*a* <b> [c](d) $e$ \\f {{g}}", language="de")
    about = Style(name="apa", path=str(style_path("apa")))
    [entry] = format_report([typed("@x")], {"x": article}, about, "en-US").entries

    assert "*a* <b> [c](d) $e$ \\f {{g}}" in "".join(run.text for run in entry.runs)


@pytest.mark.parametrize(
    ("style", "typed_in", "shown"),
    [
        ("vancouver", "@li2030, p. 4", "(1, p.\u00a04)"),
        ("vancouver", "@li2030, pp. 4-5", "(1, pp.\u00a04–5)"),
        ("vancouver", "@li2030, paras. 4-5", "(1, paras. 4–5)"),
        ("vancouver", "@li2030, chap. 2", "(1, chap.\u00a02)"),
        ("vancouver", "@li2030; but see @ng2031storm, para. 3", "(1, but see 2, para. 3)"),
    ],
)
def test_a_style_of_bare_numbers_loses_no_place(style: str, typed_in: str, shown: str) -> None:
    """It asks for none; a page that was typed is printed nevertheless, and words do not stick to numbers."""
    assert [shown] == texts(formatted(style, typed(typed_in)))


@pytest.mark.parametrize("key", ["who", "why"])
@pytest.mark.parametrize("style", ["apa", "chicago-notes-bibliography", "ieee", "mla", "vancouver", "oscola"])
def test_a_question_in_other_letters_ends_its_title(style: str, key: str) -> None:
    """A full stop or comma after 谁在等？ is one mark too many."""
    made = formatted(style, typed(f"@{key}"), notes=style == "oscola")
    printed = texts(made)[0] + "".join(run.text for run in made.entries[0].runs)

    assert not re.search("[？؟]\u2069?[.,]", printed), printed


def test_a_number_of_a_note_is_not_raised_to_a_capital() -> None:
    """A note whose author the sentence names begins with it."""
    made = formatted("oscola", typed("@ng2031storm"), typed("@li2030"), typed("-@ng2031storm, para. 2"), notes=True)

    assert "(n 1) para 2." == texts(made)[2]


def test_what_was_inferred_is_told_in_the_language_of_the_citations() -> None:
    """As the rest of the entry is; a style that has no mark of doubt gets ours."""
    guess = Evidence(field="issued", quote="Monday", rule="latest past event", confidence="inferred")
    doubtful = {"ng2031storm": replace(NG, evidence=(guess,))}
    path = str(style_path("iso690-author-date-de"))
    made = format_report([typed("@ng2031storm")], doubtful, Style(name="iso690", path=path), "de-DE")

    assert "[Jahr\u00a0erschlossen]" == "".join(run.text for run in made.entries[0].runs)[-18:]
