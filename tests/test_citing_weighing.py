"""What a finding weighs in a person's own report: misquotations are errors, our own words beside a citation none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from digest.citing import NOTE, Cited, Note, Paragraph
from digest.citing.checks import check_report
from digest.citing.remarks import Known
from digest.model import Article, Block, Date
from tests.citing_samples import article, citing, report

BRIDGE = article(
    "ng2031bridge",
    "The bridge will open in October, said the minister, Ada Brandt. It cost 19 million crowns.",
    "“They [the banks] asked for a plan, and he, [too], gave them a plan,” said the teacher Nina Holm.",
)
FIRST, SECOND = Cited(key="ng2031bridge", locator="1"), Cited(key="ng2031bridge", locator="2")


def weights(text: str, cited: Cited = FIRST, source: Article = BRIDGE, language: str = "en") -> list[tuple[str, str]]:
    """What is said of a paragraph in which `@` is a citation."""
    told = replace(report(citing(text, "@", cited)), language=language)
    known = Known(articles={source.id: source}, keys=(source.id,))
    return [(one.severity, one.kind) for one in check_report(told, known, (source,))]


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("She said “it costs much money” @.", "error"),
        ("She said “costs much money.” @", "error"),
        ("She said “much money” @.", "warning"),
        ("Her “costs much money” view is known @.", "warning"),
        ("She said “it will never open in any October” in town @.", "error"),
    ],
)
def test_three_words_right_before_their_citation_are_an_error_when_they_do_not_stand(text: str, severity: str) -> None:
    """Fewer, or with words of ours between, may be a turn of phrase; a clause never is."""
    assert [(severity, "not in the source")] == weights(text)


def test_a_short_quotation_before_the_note_that_cites_it_is_an_error_too() -> None:
    """The citation stands in the note that is called at the closing mark."""
    called = Paragraph(
        text=f"She said “costs much money”.{NOTE}", notes=(Note(place=27, part="footnote", first=1, last=1),)
    )
    noted = replace(citing("@", "@", FIRST), part="footnote")
    known = Known(articles={"ng2031bridge": BRIDGE})
    found = check_report(report(called, noted), known)

    assert [("error", "not in the source")] == [(one.severity, one.kind) for one in found]


def test_a_quotation_cited_without_a_paragraph_is_an_error_only_when_it_is_a_clause() -> None:
    """Nobody said where it stands."""
    assert ("warning", "not in the source") in weights("She said “costs much money” @.", Cited(key="ng2031bridge"))


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opens in October @; the Harbour Board asked for 5 reports by 13 March.",
        "The bridge opens in October @, and the “bridge crisis” of Lena Storm is ours to solve.",
        "Die Brücke öffnet im Oktober @, aber das Amt für Brücken will 7 Berichte.",
    ],
)
def test_a_clause_after_the_citation_is_our_own(text: str) -> None:
    """A semicolon, or a comma and a word that joins clauses, ends what the citation answers for."""
    assert [] == weights(text)


def test_what_follows_an_attribution_is_still_answered_for() -> None:
    """The citation stands after who says it, or is part of the sentence."""
    assert [("error", "not in the source")] == weights(
        "The Tribune @ quotes her as saying “it will never open in May”."
    )
    in_text = replace(FIRST, in_text=True)
    assert [("warning", "figure")] == weights("Ng @; the paper, says that it cost 91 million crowns.", in_text)


def test_brackets_of_either_side_are_nobodys_misquotation() -> None:
    """Ours may stand for theirs; theirs left out is a matter of care."""
    assert [] == weights("Holm: “They [the bankers] asked for a plan, and he, [too], gave them a plan” @.", SECOND)
    told = weights("Holm: “They [the banks] asked for a plan, and he, too, gave them a plan” @.", SECOND)
    assert [("warning", "not in the source")] == told
    wrong = weights("Holm: “They [the banks] begged for a plan, and he, too, gave them a plan” @.", SECOND)
    assert [("error", "not in the source")] == wrong


def test_a_quotation_in_the_reports_language_is_a_translation() -> None:
    """It shares no word with the text; a misquotation shares most."""
    german = "Die Ministerin: „neunzehn Millionen Kronen teuer“ (eigene Übersetzung) @."
    assert [("note", "translated quotation")] == weights(german, language="de")
    assert ("error", "not in the source") in weights("„The bridge will open in November“ @.", language="de-DE")


@pytest.mark.parametrize(
    "text",
    ["The bridge opens in October 2031 @.", "Teacher Nina Holm saw it @.", "Since COVID-19 the Su-35 flies @."],
)
def test_what_the_source_says_with_less_is_no_doubt(text: str) -> None:
    """The article's own year after its month; a calling before a full name; a number that is part of a name."""
    cited = SECOND if "Holm" in text else FIRST
    assert [] == [one for one in weights(text, cited) if one[1] in ("figure", "date", "name") and "Su-35" not in text]
    assert ("warning", "figure") not in weights(text, cited)


def test_another_first_name_and_another_year_stay_doubts() -> None:
    """Only a calling may go before a name, and only the article's year after a month."""
    assert ("warning", "name") in weights("Carl Brandt opened it @.")
    assert ("warning", "date") in weights("The bridge opens in October 2032 @.")


def test_a_change_after_the_day_of_the_report_is_told_with_both_days() -> None:
    """The day is the file's own, the change the outlet's."""
    before = replace(BRIDGE, paragraphs=(Block(text="The bridge will open in May.", line=1), BRIDGE.paragraphs[1]))
    now = replace(BRIDGE, modified=Date(edtf="2031-05-11"))
    known = Known(articles={"ng2031bridge": now}, versions={"ng2031bridge": (before,)}, written=date(2031, 5, 5))
    told = report(citing("The bridge opens late @.", "@", FIRST))
    (found,) = check_report(told, known)
    (later,) = check_report(told, replace(known, written=date(2031, 6, 1)))

    assert ("warning", "changed source") == (found.severity, found.kind)
    assert "has changed since it was cited, between 5 May 2031 and 11 May 2031" in found.message
    assert ("note", "changed source") == (later.severity, later.kind)


def test_a_quotation_in_a_markdown_tables_row_is_of_the_rows_source() -> None:
    """A row is a line there."""
    cell = Paragraph(text="“The bridge will open in November”", part="table", line=4)
    cited = replace(citing("@", "@", FIRST), part="table", line=4)
    known = Known(articles={"ng2031bridge": BRIDGE})
    found = check_report(report(cell, cited), known)

    assert [("error", "not in the source")] == [(one.severity, one.kind) for one in found]


def test_our_own_count_is_a_note_and_a_wrong_one_a_warning() -> None:
    """In letters, where the source counts nothing; beside a figure of the source it may be a mistake."""
    assert [("note", "figure")] == weights("Seven teachers wait @.", SECOND)
    assert [("warning", "figure")] == weights("It cost twelve million crowns @.")


def test_a_speaker_who_stands_where_the_quotation_does_is_told_once() -> None:
    """The remark on the quotation says where that is."""
    assert [("error", "not in the source")] == weights("“The bridge will open in October,” said Brandt @.", SECOND)
