"""Documents of programs that have no styles of LibreOffice's, and notes that stand side by side."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

from digest.reports import odt

from .odt_documents import cited, document, made, part, texts, uncited


def test_a_note_put_in_beside_another_is_numbered_before_it() -> None:
    """It stands where the other begins, behind a full stop."""
    own = (
        '<text:note text:id="n1" text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>'
        '<text:p text:style-name="Standard">Own words.</text:p></text:note-body></text:note>'
    )
    data = document(f'<text:p text:style-name="Standard">It rains [@ng2031].{own}</text:p>')
    wanted = made(data, "footnote")
    behind = wanted.edits[0].end + 1  # the full stop
    written = odt.write(
        data, "report.odt", replace(wanted, edits=(replace(wanted.edits[0], start=behind, end=behind),))
    )

    assert ["1", "2"] == re.findall(r"<text:note-citation>(\d+)<", part(written.data))
    assert '"noteIndex":1' in unescape(part(written.data))


def test_notes_of_a_document_without_their_style_are_small_and_close() -> None:
    """As LibreOffice sets its own, whatever the paragraphs of the report are set in."""
    styles = part(cited(document("<text:p>It rains [@ng2031].</text:p>"), "footnote"), "styles.xml")
    found = re.search(r'<style:style style:name="Footnote".*?</style:style>', styles)

    assert found is not None
    assert 'fo:font-size="10pt"' in found[0]
    assert 'fo:margin-top="0cm" fo:margin-bottom="0cm" fo:line-height="100%"' in found[0]
    assert 'style:parent-style-name="Standard"' in found[0]


def test_what_is_no_text_of_the_report_is_left_alone() -> None:
    """Deleted words, comments, fields, contents, annotations of a ruby; what is shown is cited."""
    body = (
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>[@ng2031]</text:p>'
        "</text:deletion></text:changed-region></text:tracked-changes>"
        '<text:p>A<text:change text:change-id="c1"/> <office:annotation><text:p>[@ng2031]</text:p></office:annotation>'
        '<text:user-field-get text:name="x">[@ng2031]</text:user-field-get>'
        "<text:ruby><text:ruby-base>x</text:ruby-base><text:ruby-text>[@ng2031]</text:ruby-text></text:ruby>"
        "<text:span>[@ng</text:span><text:span>2031]</text:span></text:p>"
    )
    data = document(body)
    once = cited(data)

    assert 4 == part(once, "content.xml").count("[@ng2031]")
    assert texts(data) == texts(uncited(once))
