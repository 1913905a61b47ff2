"""Where in a sentence a citation stands: before its full stop in the text, behind it as a note, and back again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from digest.attaching.placing import given_back, settle
from digest.citing import NOTE, Citation, Cited, Edit, Note, Paragraph, Report, Style
from digest.citing.markers import with_markers

NOTES = Style(name="notes", path="", notes=True)
DATES = Style(name="dates", path="")


def report(text: str, language: str | None = "en") -> Report:
    read = Report(format="docx", paragraphs=(Paragraph(text=text),), language=language)
    return with_markers(read, ())


def carried_out(read: Report, style: Style) -> str:
    """The text with ¹ where a note's mark stands and (c) where a citation does."""
    [one] = read.paragraphs[0].citations
    where = settle(read, 0, one, style, "footnote")
    sign = "¹" if where.place == "footnote" else "(c)"
    edits = [*where.clears, Edit(paragraph=0, start=where.start, end=where.end, text=where.lead + sign)]
    text = read.paragraphs[0].text
    for edit in sorted(edits, key=lambda edit: -edit.start):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


@pytest.mark.parametrize(
    ("text", "language", "dated", "noted"),
    [
        ("Ships wait [@ng].", "en", "Ships wait (c).", "Ships wait.¹"),
        ("Ships wait [@ng], they say.", "en", "Ships wait (c), they say.", "Ships wait,¹ they say."),
        ("Ships wait [@ng] outside.", "en", "Ships wait (c) outside.", "Ships wait¹ outside."),
        ("Ships wait.[@ng]", "en", "Ships wait.(c)", "Ships wait.¹"),
        ("Ships wait. [@ng] Others went.", "en", "Ships wait. (c) Others went.", "Ships wait.¹ Others went."),
        ("Les navires attendent [@ng].", "fr", "Les navires attendent (c).", "Les navires attendent¹."),
        ("Ships wait [@ng].\ufffc", "en", "Ships wait (c).\ufffc", "Ships wait¹.\ufffc"),
        ("Source: [@ng].", "en", "Source: (c).", "Source:¹."),
        ("Суда ждут [@ng].", "ru", "Суда ждут (c).", "Суда ждут¹."),
        ("“No ship,” he said [@ng]?", "en", "“No ship,” he said (c)?", "“No ship,” he said?¹"),
    ],
)
def test_a_note_stands_where_its_language_has_it(text: str, language: str, dated: str, noted: str) -> None:
    """The blank before a marker goes with it; English sets the mark behind the stop, French and Russian before it."""
    read = report(text, language)

    assert (dated, noted) == (carried_out(read, DATES), carried_out(read, NOTES))


def noted(text: str, origin: str = "zotero") -> Report:
    """A report whose sentence calls a note that holds one citation and nothing else."""
    call = Paragraph(text=text, notes=(Note(place=text.index(NOTE), part="footnote", first=1, last=1),))
    field = Citation(start=0, end=7, sources=(Cited(key="ng"),), alone=True, origin=origin)  # type: ignore[arg-type]
    return Report(format="docx", paragraphs=(call, Paragraph(text="Ng 2031", part="footnote", citations=(field,))))


@pytest.mark.parametrize(
    ("text", "place", "lead"),
    [
        (f"Ships wait.{NOTE}", 10, " "),
        (f"Ships wait{NOTE} outside.", 10, " "),
        (f"Ships wait {NOTE}.", 11, ""),
        (f"“No ship.”{NOTE}", 10, " "),
        (f"It is 5.{NOTE}", 8, " "),
        (f"船只等待。{NOTE}", 4, ""),
    ],
)
def test_a_marker_given_back_stands_before_the_stop(text: str, place: int, lead: str) -> None:
    """What a note was made for stands in the sentence again, and the note goes."""
    read = noted(text)
    edits = given_back(read, 1, read.paragraphs[1].citations[0], "[@ng]")

    assert (0, place, place, f"{lead}[@ng]") == (edits[1].paragraph, edits[1].start, edits[1].end, edits[1].text)
    assert Edit(paragraph=1, start=0, end=7, alone=True) == edits[0]


def test_a_note_of_a_persons_own_stays_one() -> None:
    """Who typed a marker into a note wants a note, in every style."""
    read = noted(f"Ships wait.{NOTE}", "typed")
    where = settle(read, 1, read.paragraphs[1].citations[0], DATES, "footnote")

    assert ("footnote", 1, True) == (where.place, where.paragraph, where.alone)


def test_a_note_made_for_a_citation_goes_with_the_style() -> None:
    """Another program's note becomes a citation in the text where the new style has it there."""
    read = noted(f"Ships wait.{NOTE}")

    assert ("text", 0, 10) == (
        (where := settle(read, 1, read.paragraphs[1].citations[0], DATES, "footnote")).place,
        where.paragraph,
        where.start,
    )


@pytest.mark.parametrize("part", ["header", "footer", "box"])
def test_no_note_is_made_where_none_can_be(part: str) -> None:
    """Word makes no notes in headers and boxes: the citation stands in the text."""
    read = report("Ships wait [@ng].")
    read = replace(read, paragraphs=(replace(read.paragraphs[0], part=part),))  # type: ignore[arg-type]

    assert "Ships wait (c)." == carried_out(read, NOTES)
