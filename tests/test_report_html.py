"""HTML reports: read with their places, written with citations, and given back byte for byte."""

from __future__ import annotations

import pytest

from digest.attaching import Wishes, attach, detach
from digest.citing import Paragraph
from digest.citing.markers import with_markers
from digest.errors import ExportError
from digest.export.styles import style_details
from digest.reports.html import read
from tests.test_report_markdown import ARTICLES, KNOWN, STYLES

REPORT = """<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>About [@ng2031]</title><style>p { color: red }</style>
<body>
<h1>Ships <em>wait</em> [@li2030]</h1>
<p>They wait [@ng2031, p 3]; and <b>bold <i>both</i> [@li2030, p. 4]</b> &amp; <code>[@x]</code>
[@li2030] begins a line&nbsp;[see <i>this</i>
@ng2031]. @ng2031 says &ldquo;no&rdquo;, see <a href="https://a.example/?a=1&amp;b=2">a page</a>.</p>
<script>var text = "<p>[@ng2031]</p>"</script>
<blockquote>quoted [@li2030]
more</blockquote>
<table><tr><td>x<td>[@ng2031]</table>
<p>Note<a href="#fn1" id="fnref1" class="footnote-ref" role="doc-noteref"><sup>1</sup></a> here. <q>Quoted</q>
<ul><li>one [@ng2031; @li2030]<li>two</ul>
<section class="footnotes"><ol><li id="fn1"><p>The note [@ng2031].<a href="#fnref1" class="footnote-back"
role="doc-backlink">↩︎</a></p></li></ol></section>
</body>
</html>
"""


def cited(source: bytes, style: str = STYLES[0], *, name: str = "report.html", **wishes: object) -> bytes:
    report = with_markers(read(source, name), frozenset(ARTICLES))
    wanted = Wishes(style=style_details(style), language="en-US", **wishes)  # type: ignore[arg-type]
    return attach(source, name, report, KNOWN, wanted).written.data


def plain(source: bytes, name: str = "report.html") -> bytes:
    report = with_markers(read(source, name), frozenset(ARTICLES))
    return detach(source, name, report, KNOWN)[0].data


def paragraphs(source: str) -> tuple[Paragraph, ...]:
    return read(source.encode(), "report.html").paragraphs


def texts(source: str) -> list[str]:
    return [one.text for one in paragraphs(source)]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_cited_and_uncited_again_is_the_report_itself(style: str, end: str) -> None:
    """What was typed comes back byte for byte, with its tags and its line ends."""
    source = REPORT.replace("\n", end).encode()

    assert source == plain(cited(source, style))


@pytest.mark.parametrize("style", STYLES)
def test_cited_twice_is_cited_once(style: str) -> None:
    """A second run updates what the first wrote."""
    once = cited(REPORT.encode(), style)

    assert once == cited(once, style)


def test_fields_of_word_processors_are_refused() -> None:
    """The message names what HTML can hold."""
    with pytest.raises(ExportError, match="no fields of Word"):
        cited(REPORT.encode(), fields="word")
