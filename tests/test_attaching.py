"""One report in every format: cited, cited again, cited in another style, and given its markers back."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from digest.attaching import Attached, Known, Wishes, attach, detach
from digest.citing import Fields, Report
from digest.citing.markers import with_markers
from digest.export.pandoc import run
from digest.export.styles import style_details
from digest.model import Article, Date, Name
from digest.reports import read_report

ARTICLES = {
    "ng2031storm": Article(
        id="ng2031storm",
        type="article-newspaper",
        author=(Name(family="Ng", given="Amy"),),
        title="Storm Closes the Harbour & *the* [Road]",
        container_title="The Harbour Times",
        issued=Date(edtf="2031-03-03"),
        url="https://harbourtimes.example/storm?a=1&b=2#x_y",
        language="en",
    ),
    "li2030": Article(
        id="li2030", author=(Name(literal="李小"),), title="王毅说", issued=Date(edtf="2030"), language="zh"
    ),
    "berg2029": Article(
        id="berg2029", type="report", author=(Name(family="Berg", given="Carl"),), title="Waves", language="en"
    ),
}
KNOWN = Known(by_key=ARTICLES.get, by_address=lambda _address: None)

TEXT = """\
# What happened

Ships wait \\[@ng2031storm, para. 3\\]. Others left \\[see @berg2029, p. 4; @li2030\\], they *say*.

As \\@ng2031storm \\[para. 12\\] has it, two cranes broke.[^1] And a barge sank.[^2]

| Who     | Source          |
|---------|-----------------|
| a cell  | \\[@li2030\\]   |

> Words of another.

Nothing is known of \\[@nobody\\], 50 % of it.

[^1]: For more, \\[@berg2029, chap. 3\\].

[^2]: \\[@li2030\\]
"""
FORMATS: Mapping[str, tuple[str, ...]] = {
    "docx": ("docx",),
    "html": ("html", "--standalone", "--metadata", "title=Report"),
    "latex": ("latex", "--standalone"),
    "markdown": ("markdown-citations",),
    "odt": ("odt",),
    "typst": ("typst", "--standalone"),
}
NAMES = {"markdown": "report.md", "latex": "report.tex", "typst": "report.typ"}
EVERY = pytest.mark.parametrize("form", FORMATS)


@cache
def made(form: str) -> bytes:
    """The report in a format, written by pandoc; Markdown as a person types it."""
    if form == "markdown":
        return re.sub(r"\\([\[\]@])", r"\1", TEXT).encode()
    return run(["--from", "markdown-citations-smart", "--to", *FORMATS[form]], TEXT.encode(), epoch=0)


def name(form: str) -> str:
    return NAMES.get(form, f"report.{form}")


def marked(data: bytes, form: str) -> Report:
    return with_markers(read_report(data, name(form)), ARTICLES)


def cited(data: bytes, form: str, style: str = "chicago-author-date", fields: Fields = "live") -> Attached:
    wishes = Wishes(style=style_details(style), language="en-US", fields=fields)
    return attach(data, name(form), marked(data, form), KNOWN, wishes)


def said(data: bytes, form: str) -> list[str]:
    """What a reader reads, a paragraph each."""
    return [" ".join(one.text.split()) for one in marked(data, form).paragraphs]


@EVERY
def test_every_marker_is_found_wherever_it_stands(form: str) -> None:
    """In sentences, a cell and notes; a key nobody knows is told and left as it is."""
    result = cited(made(form), form)

    assert (6, ("ng2031storm", "berg2029", "li2030")) == (result.citations, result.keys)
    assert ["nobody"] == [key for _, key in result.unknown]
    assert any("[@nobody]" in text for text in said(result.written.data, form))


@pytest.mark.parametrize("form", ["docx", "odt", "html", "markdown"])
def test_what_is_printed_stands_in_the_sentence(form: str) -> None:
    """Formatted as the style has it, in the text and in a note of a person's own."""
    text = "\n".join(said(cited(made(form), form).written.data, form))

    assert "Ships wait (Ng 2031, para. 3). Others left (see Berg, n.d., 4; 李小 2030), they say." in text
    assert "As Ng (2031, para. 12) has it" in text
    assert "For more, (Berg, n.d., chap. 3)." in text


@pytest.mark.parametrize("form", ["docx", "odt", "html", "markdown"])
def test_the_sources_are_listed_at_the_end(form: str) -> None:
    """Another reader finds the list under its heading, and nothing of a record acts as markup."""
    listed = run(["--from", form, "--to", "plain", "--wrap", "none"], cited(made(form), form).written.data).decode()

    assert "Sources" in listed
    assert "Ng, Amy. 2031. “Storm Closes the Harbour & *the* [Road].” The Harbour Times, March 3." in listed.replace(
        "_", ""
    )


@EVERY
def test_a_second_run_changes_nothing(form: str) -> None:
    """What is cited already is found as it was written, and written as it was."""
    once = cited(made(form), form).written.data

    assert once == cited(once, form).written.data


@EVERY
@pytest.mark.parametrize("style", ["chicago-author-date", "chicago-notes-bibliography"])
def test_markers_come_back_where_they_were(form: str, style: str) -> None:
    """A report that was cited and given back reads as it did before, whatever the style made of it."""
    there = cited(made(form), form, style).written.data
    back, count, _ = detach(there, name(form), marked(there, form), KNOWN)
    expected = [text.replace("@ng2031storm [para. 12]", _given(form)) for text in said(made(form), form)]
    if form == "typst":  # whose citations have no place for words before them
        expected = [text.replace("[see @berg", "see [@berg") for text in expected]

    assert 6 == count
    assert _without_marks(expected) == _without_marks(said(back.data, form))


def _given(form: str) -> str:
    """A word processor's field holds no name of the sentence, so the marker that comes back stands beside it."""
    if form not in ("docx", "odt"):
        return "@ng2031storm [para. 12]"
    return "Ng [-@ng2031storm, para. 12]"


def _without_marks(texts: list[str]) -> list[str]:
    return [text for one in texts if (text := one.replace("[bibliography]", "").strip())]


@EVERY
def test_a_style_can_be_changed_and_changed_back(form: str) -> None:
    """From the text into notes and back, nothing is doubled and nothing lost."""
    dated = cited(made(form), form).written.data
    noted = cited(dated, form, "chicago-notes-bibliography").written.data
    again = cited(noted, form, "chicago-author-date").written.data

    assert said(dated, form) == said(again, form)


@pytest.mark.parametrize("form", ["docx", "odt", "html", "markdown"])
def test_a_note_style_makes_notes(form: str) -> None:
    """The mark stands behind the full stop, the citation in a note of its own; a note that was there stays one."""
    result = cited(made(form), form, "chicago-notes-bibliography")
    read = marked(result.written.data, form)
    notes = [one.text.strip() for one in read.paragraphs if one.part == "footnote"]

    assert 6 == len(notes)
    assert notes[0].startswith(
        "Amy Ng, “Storm Closes the Harbour & *the* [Road],” The Harbour Times, March 3, 2031, para. 3"
    )
    assert any(one.text.startswith("Ships wait.\ufffc Others left,\ufffc they say.") for one in read.paragraphs)


@pytest.mark.parametrize(
    ("form", "fields"), [("docx", "none"), ("docx", "word"), ("odt", "none"), ("html", "none"), ("markdown", "none")]
)
def test_fields_may_be_words_own_or_mere_text(form: str, fields: Fields) -> None:
    """What is printed is the same; of mere text nothing can be found again."""
    result = cited(made(form), form, fields=fields).written.data

    assert _body(cited(made(form), form).written.data, form) == _body(result, form)


def _body(data: bytes, form: str) -> list[str]:
    """What is read before the list of sources."""
    return [one.text for one in marked(data, form).paragraphs if one.kind != "bibliography"][:10]


@EVERY
def test_markers_alone_change_nothing_that_is_typed(form: str) -> None:
    """A report of typed markers is what `--fields markers` makes of it."""
    assert made(form) == cited(made(form), form, fields="markers").written.data


@EVERY
def test_a_record_that_changed_is_written_anew(form: str) -> None:
    """The next run prints what the library says now."""
    there = cited(made(form), form).written.data
    other = dict(ARTICLES) | {"ng2031storm": replace(ARTICLES["ng2031storm"], issued=Date(edtf="2032"))}
    wishes = Wishes(style=style_details("chicago-author-date"), language="en-US")
    known = Known(by_key=other.get, by_address=lambda _address: None)
    result = attach(there, name(form), marked(there, form), known, wishes).written
    printed = "\n".join([*said(result.data, form), *(data.decode() for data in result.beside.values())])

    assert "2032" in printed
    assert "Ng 2031" not in printed


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_a_field_that_has_the_only_record_of_its_source_stays(form: str) -> None:
    """A colleague without the library keeps the citations; markers would be of no use to anybody."""
    there = cited(made(form), form).written.data
    nothing = Known(by_key=lambda _key: None, by_address=lambda _address: None)
    back, count, kept = detach(there, name(form), marked(there, form), nothing)
    wishes = Wishes(style=style_details("apa"), language="en-US")
    other = attach(there, name(form), with_markers(read_report(there, name(form)), ()), nothing, wishes)

    assert (0, 6) == (count, kept)
    assert there == back.data
    assert (6, 3) == (other.citations, len(other.foreign))
    assert "Ships wait (Ng, 2031, para. 3)." in "\n".join(said(other.written.data, form))


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_what_a_person_changed_in_a_citation_stays(form: str) -> None:
    """Unless it is asked for anew; all others follow the style."""
    there = cited(made(form), form).written.data
    by_hand = with_part(there, b"(Ng 2031, para. 3)<", b"(Ng, third paragraph)<")
    kept = cited(by_hand, form, "apa")
    wishes = Wishes(style=style_details("apa"), language="en-US", anew=True)
    anew = attach(by_hand, name(form), marked(by_hand, form), KNOWN, wishes)

    assert ["(Ng, third paragraph)"] == [words for _, words in kept.edited]
    assert "Ships wait (Ng, third paragraph). Others left (see Berg, n.d.," in "\n".join(said(kept.written.data, form))
    assert "Ships wait (Ng, 2031, para. 3)." in "\n".join(said(anew.written.data, form))


def with_part(data: bytes, old: bytes, new: bytes) -> bytes:
    """A package in whose text one piece is another."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as package, zipfile.ZipFile(out, "w") as changed:
        for member in package.infolist():
            changed.writestr(member, package.read(member).replace(old, new))
    return out.getvalue()


NOTED = """\
Ships wait.[^1] Others left.[^2] Two went.[^3]

[^1]: Compare two cranes [@ng2031storm].

[^2]: For more, [@berg2029, chap. 3]. See also [@li2030].

[^3]: The desk knows of no other.
"""


def test_a_citation_amid_the_words_of_a_note_keeps_its_brackets() -> None:
    """It opens the note or follows a stop without them; in the middle of a sentence they part it from its words."""
    text = "\n".join(said(cited(NOTED.encode(), "markdown", "chicago-notes-bibliography").written.data, "markdown"))

    assert "Compare two cranes (Amy Ng, “Storm Closes" in text
    assert "For more, Carl Berg, Waves" in text
    assert "See also 李小" in text


def test_endnotes_do_not_count_the_footnotes_of_a_report() -> None:
    """A reference back names the number that the note has among its own kind."""
    typed = "One.[^1] Two [@ng2031storm]. Three [@li2030]. Four [@ng2031storm].\n\n[^1]: Words.\n"
    data = run(["-f", "markdown-citations", "-t", "docx"], typed.encode(), epoch=0)
    wishes = Wishes(style=style_details("oscola"), language="en-GB", notes="endnote")
    made_of = attach(data, "report.docx", marked(data, "docx"), KNOWN, wishes).written.data

    assert any("Ng (n 1)" in text for text in said(made_of, "docx"))
