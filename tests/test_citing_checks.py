"""What a check of a report says, and what it does not."""

from __future__ import annotations

import json
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.citing import Citation, Cited, Link, Note, Paragraph, Report
from digest.citing.checks import check_report
from digest.citing.links import known_addresses
from digest.citing.remarks import SEVERITIES, Known, Remark
from digest.csl import to_csl
from digest.model import Article, Block, Date
from tests.citing_samples import article, citing, report, sentence

WORDS = "no ship will leave the northern port before the spring"
STORM = article(
    "ng2031storm",
    "Ice closed the channel at Lenz on 3 March 2031, and 14 barges were caught in it.",
    f"The harbour master, Ivo Brandt, said that “{WORDS}” of next year.",
    "The salt company has lost 2.5 million crowns.",
)
OTHER = article(
    "li2030", "The fisheries board met in Oost and counted every herring of the estuary.", outlet="Island Mail"
)
KNOWN = Known(articles={one.id: one for one in (STORM, OTHER)}, keys=("ng2031storm", "li2030", "zed2029tides"))
CITED = Cited(key="ng2031storm", locator="2")


def remarks(told: Report, known: Known = KNOWN, **more: Any) -> list[Remark]:
    return list(check_report(told, known, (STORM, OTHER), **more))


def kinds(told: Report, known: Known = KNOWN, **more: Any) -> list[str]:
    return [one.kind for one in remarks(told, known, **more)]


def one(told: Report, kind: str, known: Known = KNOWN, **more: Any) -> Remark:
    (found,) = [remark for remark in remarks(told, known, **more) if remark.kind == kind]
    return found


def field(key: str, item: Mapping[str, object] | None = None, **more: Any) -> Citation:
    source = Cited(key=key, item=json.dumps(item) if item else "")
    return Citation(start=0, end=4, sources=(source,), origin="zotero", **more)


def test_a_report_whose_citations_stand_has_no_remarks() -> None:
    """Quotation, figures, dates and names as the source has them."""
    told = report(
        citing(f"Brandt said “{WORDS}” @.", "@", CITED),
        citing("At Lenz 14 barges were caught on 3 March @.", "@", Cited(key="ng2031storm", locator="1")),
    )

    assert [] == remarks(told)


def test_an_unknown_key_is_an_error_with_the_nearest_key() -> None:
    """Said once, with what to cite."""
    found = one(report(citing("So it was @.", "@", Cited(key="zed2029tide"))), "unknown key")

    assert ("error", "cite @zed2029tides", "(Ng 2031)") == (found.severity, found.hint, found.words)


def test_a_key_that_was_merged_is_known_by_its_old_name() -> None:
    """The new key is said."""
    known = replace(KNOWN, articles={**KNOWN.articles, "old2031": STORM}, renamed={"old2031": "ng2031storm"})
    found = one(report(citing("So it was @.", "@", Cited(key="old2031"))), "merged key", known)

    assert ("note", "cite @ng2031storm") == (found.severity, found.hint)


def test_a_field_of_another_program_need_not_be_in_the_library() -> None:
    """It carries its record; a typed key carries none."""
    told = report(Paragraph(text="[19] So.", citations=(field("ABCD1234", {"title": "Tides"}),)))

    assert ["foreign key"] == kinds(told)


def test_a_field_whose_address_the_library_has_is_told_its_key() -> None:
    """By the address its record carries."""
    known = replace(KNOWN, addresses=known_addresses([STORM]))
    told = report(Paragraph(text="[19] So.", citations=(field("ABCD1234", {"URL": STORM.url}),)))

    assert "@ng2031storm" in one(told, "foreign key", known).message


def test_a_quotation_that_does_not_stand_is_an_error_with_the_difference() -> None:
    """And what the source says instead."""
    told = report(citing(f"He said “{WORDS.replace('northern', 'southern')}” @.", "@", CITED))
    found = one(told, "not in the source")

    assert ("error", "“southern” for “northern”", "2") == (found.severity, found.difference, found.locator)
    assert "northern port" in found.source
    assert WORDS.replace("northern", "southern") == found.words


def test_a_quotation_of_few_words_that_does_not_stand_is_a_warning() -> None:
    """It may be a turn of phrase."""
    assert "warning" == one(report(citing("It was “soft power” @.", "@", CITED)), "not in the source").severity


def test_it_is_said_where_else_a_quotation_stands() -> None:
    """In another paragraph, in another article."""
    wrong = one(report(citing(f"He said “{WORDS}” @.", "@", replace(CITED, locator="1"))), "not in the source")
    foreign = one(report(citing(f"He said “{WORDS}” @.", "@", Cited(key="li2030"))), "not in the source")

    assert [("ng2031storm", "2")] * 2 == [wrong.elsewhere, foreign.elsewhere]
    assert "cite [@ng2031storm, para. 2]" == foreign.hint


def test_a_quotation_cited_with_no_paragraph_is_looked_for_in_the_whole_article() -> None:
    """A page of a web article is no paragraph."""
    for source in (Cited(key="ng2031storm"), Cited(key="ng2031storm", locator="7", label="page")):
        found = remarks(report(citing(f"He said “{WORDS}” @.", "@", source)))
        assert [("no paragraph", "2", "note")] == [(one.kind, one.locator, one.severity) for one in found]


def test_a_paragraph_that_an_article_has_not_is_an_error() -> None:
    """It has three."""
    assert (
        "error" == one(report(citing("So it was @.", "@", replace(CITED, locator="9"))), "missing paragraph").severity
    )


def test_an_uncited_quotation_is_a_warning_where_the_library_has_it_and_else_a_note() -> None:
    """With the citation it could have."""
    known, unknown = f"He said “{WORDS}”.", "He said “the tide will turn when nobody looks at it”."

    assert ("warning", "cite [@ng2031storm, para. 2]") == (
        one(report(known), "uncited").severity,
        one(report(known), "uncited").hint,
    )
    assert "note" == one(report(unknown), "no citation").severity
    assert [] == kinds(report("He spoke of “soft power” only."))


def test_a_translated_quotation_is_a_note() -> None:
    """It cannot be compared word for word."""
    words = "kein Schiff wird den Hafen vor dem Frühling verlassen, und das ist nicht zu ändern"
    told = report(citing(f"Er sagte: „{words}“ @.", "@", CITED), language="de")

    assert ["translated quotation"] == kinds(told)


def test_a_quotation_that_leaves_out_a_negation_is_an_error() -> None:
    """What is left says something else."""
    source = article("a", "The board will not, it said, allow any ship to leave the port.")
    told = report(citing("“The board will … allow any ship to leave the port” @.", "@", Cited(key="a", locator="1")))
    found = one(told, "negation", Known(articles={"a": source}))

    assert ("error", "quote it with what was left out") == (found.severity, found.hint)


def test_figures_dates_and_names_that_the_paragraph_has_not_are_warnings() -> None:
    """With what it has."""
    told = report(
        citing("At Lenz 41 barges were caught on 5 March @.", "@", Cited(key="ng2031storm", locator="1")),
        citing("The company lost 3.5 million crowns @.", "@", Cited(key="ng2031storm")),
        citing("Carla Weiss said that no ship would leave @.", "@", CITED),
    )
    found = remarks(told)

    assert [("figure", 0), ("date", 0), ("figure", 1), ("name", 2)] == [(one.kind, one.paragraph) for one in found]
    assert ["41", "5 March", "3.5 million", "Carla Weiss"] == [
        told.paragraphs[one.paragraph].text[one.start : one.end] for one in found
    ]
    assert "is not in @ng2031storm, which has" in found[2].message


def test_what_a_note_says_is_checked_where_the_note_stands() -> None:
    """The remark is on the note's own paragraph."""
    host = Paragraph(text="So it was.\ufffc", notes=(Note(place=10, part="footnote", first=1, last=1),))
    note = replace(citing("He said “no barge will leave the northern port” @.", "@", CITED), part="footnote")
    found = one(report(host, note), "not in the source")

    assert (1, "no barge will leave the northern port") == (found.paragraph, found.words)


def test_code_and_the_list_of_sources_are_not_checked() -> None:
    """Nor stretches that nothing is looked for in."""
    text = f"He said “{WORDS}” at https://tribune.example/ng2031storm."
    known = replace(KNOWN, addresses=known_addresses([STORM]))
    told = [Paragraph(text=text, kind="code"), Paragraph(text=text, kind="bibliography")]

    assert [] == kinds(report(*told, Paragraph(text=text, opaque=((0, len(text)),))), known)


def test_a_link_without_a_citation_is_a_warning() -> None:
    """Unless its record is cited in its paragraph."""
    known = replace(KNOWN, addresses=known_addresses([STORM]))
    link = Link(start=3, end=10, url="http://tribune.example/ng2031storm/?utm_source=x")
    told = Paragraph(text="The Tribune says so.", links=(link,))
    cited = replace(citing("The Tribune says so @.", "@", Cited(key="ng2031storm")), links=(link,))

    assert ["link"] == kinds(report(told, cited), known)


def test_a_record_that_is_listed_and_never_cited_is_said() -> None:
    """One that is cited by an old key is cited."""
    known = replace(KNOWN, articles={**KNOWN.articles, "old2031": STORM}, renamed={"old2031": "ng2031storm"})
    told = report(citing("So it was @.", "@", Cited(key="old2031")))
    found = [one for one in remarks(told, known, expected=("ng2031storm", "li2030")) if one.kind == "never cited"]

    assert ["li2030"] == [one.key for one in found]


BEFORE = replace(
    STORM,
    accessed=Date(edtf="2031-03-04"),
    paragraphs=(
        STORM.paragraphs[0],
        Block(text="He said “no ship will ever leave this cold and unhappy port”.", line=2),
    ),
)
NOW = replace(
    STORM,
    accessed=Date(edtf="2031-03-09"),
    paragraphs=(*STORM.paragraphs, Block(text="Correction: An earlier version misquoted Mr Brandt.", line=9)),
)
CHANGED = Known(articles={"ng2031storm": NOW}, versions={"ng2031storm": (BEFORE,)})


def test_a_quotation_that_an_earlier_version_had_is_told_from_one_that_nobody_had() -> None:
    """The outlet took it out."""
    told = report(citing("He said “no ship will ever leave this cold and unhappy port” @.", "@", CITED))
    found = [one for one in remarks(told, CHANGED) if one.severity == "error"]

    assert ["changed source"] == [one.kind for one in found]


def test_a_cited_paragraph_that_changed_and_a_correction_are_said() -> None:
    """What changed after it was cited is a warning; where nobody knows when, the change is a note."""
    item = to_csl(BEFORE)
    told = report(Paragraph(text="(Ng) says so.", citations=(replace(field("ng2031storm", item), end=4),)))
    located = replace(told.paragraphs[0].citations[0].sources[0], locator="2")
    told = report(replace(told.paragraphs[0], citations=(replace(field("ng2031storm"), sources=(located,)),)))
    undated = report(citing("So it was @.", "@", CITED))

    dated_known = replace(CHANGED, versions={"ng2031storm": (BEFORE, replace(NOW, accessed=Date(edtf="2031-03-08")))})
    assert "warning" == one(told, "changed source", dated_known).severity
    assert "note" == one(undated, "changed source", CHANGED).severity
    assert "correction" in one(undated, "corrected source", CHANGED).message
    assert [] == kinds(
        report(citing("So it was @.", "@", replace(CITED, locator="1"))),
        replace(CHANGED, articles={"ng2031storm": STORM}),
    )


def test_a_correction_on_the_page_of_a_text_that_never_changed_is_a_note() -> None:
    """What was cited may have been the corrected text."""
    known = replace(KNOWN, page={"ng2031storm": ("Correction: The barges were 14.",)})

    assert "note" == one(report(citing("So it was @.", "@", CITED)), "corrected source", known).severity


RETRACTED = (
    replace(STORM, title="RETRACTED: Ice closed the channel"),
    replace(STORM, title="[Withdrawn] Ice closed the channel"),
    replace(STORM, title="Retraction: Ice closed the channel"),
    replace(STORM, title="Ice closed the channel", other=(("status", '"retracted"'),)),
    replace(
        STORM, paragraphs=(*STORM.paragraphs, Block(text="This article has been retracted by its author.", line=9))
    ),
)
NOT_RETRACTED = (
    STORM,
    replace(STORM, title="Retracted landing gear delays a ferry"),
    replace(STORM, title="Removed from office, a harbour master speaks"),
    replace(STORM, title="Withdrawn and weary: the pilots of Lenz"),
)


@pytest.mark.parametrize("source", RETRACTED)
def test_a_retracted_source_is_a_warning(source: Article) -> None:
    """By its title, its status or its own text."""
    assert ["retracted source"] == kinds(
        report(citing("So it was @.", "@", CITED)), Known(articles={source.id: source})
    )


@pytest.mark.parametrize("source", NOT_RETRACTED)
def test_a_title_that_uses_the_word_is_not_retracted(source: Article) -> None:
    """Landing gear is."""
    known = Known(articles={source.id: source})

    assert "retracted source" not in kinds(report(citing("So it was @.", "@", CITED)), known)


def test_a_source_without_date_or_author_is_a_note_once() -> None:
    """With how to mend it."""
    bare = replace(STORM, issued=None, author=())
    told = report(citing("So it was @.", "@", CITED), citing("And so @.", "@", CITED))
    found = remarks(told, Known(articles={"ng2031storm": bare}))

    assert ["missing author", "missing date"] == [one.kind for one in found]


def test_a_field_that_carries_another_record_is_a_warning() -> None:
    """Title, author, date and address; not a missing day, other capitals or http for https."""
    item = dict(to_csl(STORM)) | {"title": "Quite Another Title", "issued": {"date-parts": [[2030, 3, 4]]}}
    same = dict(to_csl(STORM)) | {
        "title": "TITLE OF NG2031STORM",
        "issued": {"date-parts": [[2031]]},
        "URL": "http://www.tribune.example/ng2031storm/",
    }
    told = report(Paragraph(text="(Ng) so.", citations=(field("ng2031storm", item),)))
    alike = report(Paragraph(text="(Ng) so.", citations=(field("ng2031storm", same),)))

    assert ["changed record"] * 2 == kinds(told)
    assert [] == kinds(alike)


def test_one_source_under_two_keys_is_a_warning() -> None:
    """By a merge, an address, or as copies; not two articles of one outlet."""
    twin = replace(STORM, id="ng2031b")
    copy = article("mail2031", "Something.", outlet="Island Mail")
    told = report(citing("So @.", "@", CITED), citing("Then @.", "@", Cited(key="ng2031b")))
    copied = report(citing("So @.", "@", CITED), citing("Then @.", "@", Cited(key="mail2031")))
    articles = {one.id: one for one in (STORM, twin, copy)}
    known = Known(articles=articles)

    assert ["same source"] == kinds(told, known)
    assert ["same source"] == kinds(copied, replace(known, copies={"mail2031": ("ng2031storm",)}))
    assert [] == kinds(copied, known)


def test_a_citation_that_a_person_changed_is_a_note() -> None:
    """Updating it would write it anew."""
    told = report(Paragraph(text="(Ng) so.", citations=(field("ng2031storm", edited=True),)))

    assert ["edited citation"] == kinds(told)


def test_a_source_without_text_is_said_where_it_is_quoted() -> None:
    """A record alone cannot be compared with."""
    known = Known(articles={"ng2031storm": replace(STORM, paragraphs=())})
    found = kinds(report(citing(f"He said “{WORDS}” @.", "@", Cited(key="ng2031storm"))), known)

    assert ["no text"] == found


def test_remarks_have_the_page_and_line_of_their_paragraph() -> None:
    """Where the file tells them."""
    told = replace(citing("So it was @.", "@", Cited(key="x1")), page=4, line=17)

    assert (4, 17) == (one(report(told), "unknown key").page, one(report(told), "unknown key").line)


def test_the_day_a_report_is_of_tells_which_version_it_cites() -> None:
    """A version that was read after that day was not cited."""
    versions = {"ng2031storm": (BEFORE, replace(NOW, accessed=Date(edtf="2031-03-08")))}
    known = Known(articles={"ng2031storm": NOW}, versions=versions, written=date(2031, 3, 5))

    assert "warning" == one(report(citing("So it was @.", "@", CITED)), "changed source", known).severity


def test_a_report_of_ten_thousand_quotations_is_checked_in_a_moment() -> None:
    """Half of them stand."""
    source = article("a", *(sentence(n) for n in range(30)))
    told = [
        citing(f"Then “{sentence(n % 60)[:-1]}” @.", "@", Cited(key="a", locator=str(n % 30 + 1))) for n in range(600)
    ]
    begun = time.perf_counter()
    found = check_report(report(*told), Known(articles={"a": source}), [source])

    assert 290 < sum(one.kind == "not in the source" for one in found) < 310
    assert 60 > time.perf_counter() - begun


def test_a_paragraph_of_a_thousand_citations_is_checked_in_a_moment() -> None:
    """The time grows with its length alone."""
    text = " ".join(f"Then “{sentence(n % 30)[:-1]}” (Ng)." for n in range(1_000))
    places = [at for at in range(len(text)) if text.startswith("(Ng)", at)]
    source = Cited(key="a", locator="1–30")
    cited = tuple(Citation(start=at, end=at + 4, sources=(source,)) for at in places)
    whole = article("a", *(sentence(n) for n in range(30)))
    begun = time.perf_counter()

    assert () == check_report(report(Paragraph(text=text, citations=cited)), Known(articles={"a": whole}))
    assert 60 > time.perf_counter() - begun


def test_ten_thousand_unknown_keys_are_told_in_a_moment() -> None:
    """The nearest key is looked for a few times only."""
    told = report(*(citing("So @.", "@", Cited(key=f"nokey{n}x")) for n in range(800)))
    begun = time.perf_counter()

    assert 800 == len(check_report(told, Known(articles={}, keys=[f"key{n}" for n in range(800)])))
    assert 60 > time.perf_counter() - begun


@given(
    st.text(alphabet=st.sampled_from('ab .,“”"‘’«»[]…\ufffc\n1K'), max_size=60), st.integers(0, 60), st.integers(0, 60)
)
def test_every_remark_lies_within_its_paragraph(text: str, start: int, size: int) -> None:
    """Whatever a report holds."""
    start = min(start, len(text))
    cited = Citation(start=start, end=min(len(text), start + size), sources=(CITED, Cited(key="none")))
    told = report(Paragraph(text=text, citations=(cited,)), f"{text} “{WORDS}”")
    for found in remarks(told):
        assert 0 <= found.start <= found.end <= len(told.paragraphs[found.paragraph].text)
        assert SEVERITIES[found.kind]
