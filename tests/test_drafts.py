"""Drafts: a header read by us alone, and a seal that shows a person's hand."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.drafts import Draft, is_changed, parse_draft, write_draft
from digest.errors import TemplateError
from digest.model import Date

HEADER = "---\nbrief: baltic\ntitle: Baltic Notes\nperiod: 2023-03-06/2023-03-12\ndate: 2023-03-12\n---\n"
WEEK = Date(edtf="2023-03-06/2023-03-12")
DRAFT = Draft(brief="baltic", title="Baltic Notes", period=WEEK, date=Date(edtf="2023-03-12"), body="# One\n\nText.\n")


def error(text: str) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        parse_draft(text, "x.md")
    return caught.value


def test_a_draft_reads_back_as_it_was_written() -> None:
    draft = parse_draft(write_draft(DRAFT), "x.md")

    assert DRAFT.body == draft.body.lstrip("\n")
    assert ("Baltic Notes", WEEK, "a4", True) == (draft.title, draft.period, draft.paper, draft.toc)


def test_the_body_begins_on_the_line_after_the_header() -> None:
    text = write_draft(DRAFT)

    assert "# One" == text.splitlines()[parse_draft(text, "x.md").body_line :][0]


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=60))
def test_any_title_survives_the_header(title: str) -> None:
    text = write_draft(Draft(brief="x", title=title, period=WEEK, date=WEEK, body="b"))
    draft = parse_draft(text, "x.md")

    assert " ".join(title.split()) == draft.title
    assert "b" == draft.body.strip()


def test_a_wrong_key_is_named_with_its_line_and_nearest_spelling() -> None:
    refused = error(HEADER.replace("title:", "ttle:"))

    assert ("x.md:3", "unknown key 'ttle'", "did you mean 'title'?") == (refused.where, refused.what, refused.hint)


@pytest.mark.parametrize(
    "line",
    [
        "title: [a, b]",
        "title: {a: b}",
        "title: *alias",
        "title: " + "[" * 15_000,
        "period: last week",
        "date: 2023-02-30",
        "brief: ../../etc/passwd",
        "toc: perhaps",
        "title: a: b",
        "bibliography: /etc/passwd",
        "title: \x07",
    ],
)
def test_what_no_header_may_hold_is_refused_with_a_line(line: str) -> None:
    started = time.process_time()
    refused = error(HEADER.replace("---\nbrief", f"---\n{line}\nbrief", 1))

    assert refused.where.startswith("x.md")
    assert time.process_time() - started < 2


@pytest.mark.parametrize("text", ["", "# No header\n", "---\nbrief: x\n", "---\n" + "brief: x\n" * 9_999])
def test_a_file_without_a_whole_header_is_refused(text: str) -> None:
    assert "header" in error(text).what


def test_a_header_without_a_date_is_refused() -> None:
    assert "the header has no date" == error(HEADER.replace("date: 2023-03-12\n", "")).what


def test_an_absent_value_is_unknown() -> None:
    assert parse_draft(HEADER.replace("title", "subtitle: null\ntitle"), "x.md").subtitle is None


def test_a_draft_just_written_is_unchanged_and_an_edit_shows() -> None:
    text = write_draft(DRAFT)

    assert not is_changed(text)
    assert not is_changed(text.replace("\n", "\r\n"))
    assert is_changed(text.replace("Text", "Test"))
    assert is_changed(text.replace("Baltic Notes", "Baltic News"))
    assert is_changed(HEADER + "By hand.")
