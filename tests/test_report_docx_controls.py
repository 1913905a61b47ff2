"""Content controls and signs in Word reports, and citations that another program put into links."""

from __future__ import annotations

import base64
import json

import pytest

from digest.reports.docx import read
from tests.word_files import part_of
from tests.word_reports import citations, cited, control, document, field, p, r, texts


@pytest.mark.parametrize("inline", [True, False])
def test_a_control_that_holds_more_than_its_citation_loses_nothing(inline: bool) -> None:
    """LibreOffice sets the control of one citation around a whole paragraph: its other words stay."""
    first, second = field(" CITATION Li30 ", "(Li)"), field(r" CITATION NgS31 \l 1033", "(Ng)")
    inside = (r("Ships "), first, r(" wait "), second, r("."))
    held = p(control("<w:citation/>", *inside)) if inline else control("<w:citation/>", p(*inside))
    made = cited(document(held)).data

    assert ["Li30", "NgS31"] == [one.sources[0].key for one in citations(document(held))]
    assert "Ships (Li30) wait (NgS31)." == texts(made)[0]
    assert made == cited(made).data


def test_citations_that_zotero_carries_over_from_google() -> None:
    """The form in which Zotero moves a document from one word processor to another: links whose words are codes."""
    code = json.dumps({"citationItems": [{"id": "ng2031", "uris": [], "locator": "3"}]})
    link = f"<w:hyperlink r:id='rL'>{r(f'ITEM CSL_CITATION {code}')}</w:hyperlink>"
    data = document(p("Ships ", link, " wait."), links={"rL": "https://www.zotero.org/"})

    assert ("ng2031", "3") == (citations(data)[0].sources[0].key, citations(data)[0].sources[0].locator)
    assert "Ships (ng2031, 3) wait." == texts(cited(data).data)[0]


def test_citations_whose_data_is_elsewhere_are_told() -> None:
    """A download from Google Docs has links in place of Zotero's codes: a person is told what to do."""
    link = f"<w:hyperlink r:id='rL'>{r('(Ng 2031)')}</w:hyperlink>"
    data = document(p(link), links={"rL": "https://www.zotero.org/google-docs/?aB3"})

    assert any("Switch word processors" in one for one in read(data, "x.docx").notes)


def test_controls_for_plain_text_and_for_data() -> None:
    """A control for plain text is let hold a field; one that shows data from elsewhere is left alone."""
    plain = control("<w:text/>", r("[@ng2031]"))
    bound = control("<w:dataBinding w:xpath='/a'/><w:text/>", r("[@li2030]"))
    made = cited(document(p("Ships ", plain, " wait ", bound, "."))).data

    assert "Ships (ng2031) wait [@li2030]." == texts(made)[0]
    assert 1 == part_of(made, "word/document.xml").decode().count("<w:text/>")


def test_a_comment_on_a_citation_keeps_its_place() -> None:
    """What is anchored within a field or control stays in the text when that goes, and the control does not."""
    mark = '<w:r><w:commentReference w:id="0"/></w:r>'
    code = base64.b64encode(json.dumps({"citationItems": [{"id": "ng2031", "locator": "3"}]}).encode()).decode()
    tag = f'<w:tag w:val="MENDELEY_CITATION_v3_{code}"/>'
    for held in (control(tag, r("(Ng"), mark, r(")")), field(" CITATION ng2031 ", "(Ng", mark, ")")):
        made = cited(document(p("Ships ", held, " wait."))).data
        main = part_of(made, "word/document.xml").decode()

        assert "Ships (ng2031" in texts(made)[0]
        assert 1 == main.count("commentReference")
        assert "MENDELEY" not in main
        assert 1 == len(citations(made))


def test_signs_of_every_kind_are_read() -> None:
    """Tabs, lines, hyphens, symbols, coloured signs and formulas have a place in the text; marks of pages have none."""
    face = "<mc:AlternateContent><mc:Choice Requires='wps'><w16se:symEx xmlns:w16se='x'/></mc:Choice>"
    run = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>d</w:t>"
        '<w:br w:type="page"/><w:sym w:font="Arial" w:char="00E9"/><w:sym w:font="Wingdings" w:char="F0E0"/>'
        f"{face}<mc:Fallback><w:t>☺</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    maths = "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><m:r><m:t>x</m:t></m:r></m:oMath>"

    assert ["a\tb\nc-dé\ufffc☺\ufffc ["] == [
        text.partition("@")[0] for text in texts(document(p(run, maths, " [@ng2031]")))
    ]
    assert "a\tb\nc-dé\ufffc☺\ufffc (ng2031)" == texts(cited(document(p(run, maths, " [@ng2031]"))).data)[0]
