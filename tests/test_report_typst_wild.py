"""Typst's pages say no more of a record than is known, and name what nobody signed."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
import typst

from digest.attaching import Attached, Known, Wishes, attach, detach
from digest.citing.markers import with_markers
from digest.export.styles import style_details
from digest.model import Article, Date, Name
from digest.reports import read_report

NAME = "report.typ"
UNSIGNED = Article(
    id="storm", type="article-newspaper", title="Harbour [shut]", container_title="The Times", issued=Date(edtf="2031")
)


def _cited(data: bytes, article: Article, style: str = "chicago-author-date") -> Attached:
    known = Known(by_key={article.id: article}.get, by_address=lambda address: None)
    wishes = Wishes(style=style_details(style), language="en-US")
    return attach(data, NAME, with_markers(read_report(data, NAME), {article.id}), known, wishes)


def _page(result: Attached, folder: Path) -> str:
    for name, data in {**result.written.beside, NAME: result.written.data}.items():
        (folder / name).write_bytes(data)
    nowhere = folder / "packages"
    made = typst.compile(
        str(folder / NAME), root=str(folder), package_path=str(nowhere), package_cache_path=str(nowhere)
    )
    return " ".join(" ".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(made)).split())


@pytest.mark.parametrize(
    ("date", "cited", "listed"),
    [
        ("2031-05-03/2031-05-09", "(Ng 2031)", "Ng, Amy. 2031. “Storm.” The Times, May."),
        ("2031-05/2031-06", "(Ng 2031)", "Ng, Amy. 2031. “Storm.” The Times"),
        ("2031/2033", "(Ng [2031?])", "Ng, Amy. [2031?]. “Storm.” The Times"),
        ("2031-05-03~", "(Ng [2031?])", "Ng, Amy. [2031?]. “Storm.” The Times, May 3."),
        ("2031~/2031", "(Ng [2031?])", "Ng, Amy. [2031?]. “Storm.” The Times"),
        ("../2031-04-07", "(Ng, n.d.)", "Ng, Amy. n.d. “Storm.” The Times."),
    ],
)
def test_a_date_says_no_more_than_is_known(date: str, cited: str, listed: str, tmp_path: Path) -> None:
    """Of a range Typst would print the last day alone."""
    article = Article(
        id="storm",
        type="article-newspaper",
        author=(Name(family="Ng", given="Amy"),),
        title="Storm",
        container_title="The Times",
        issued=Date(edtf=date),
    )
    page = _page(_cited(b"It rains [@storm].\n", article), tmp_path)

    assert f"It rains {cited}." in page
    assert listed in page


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("chicago-author-date", "As The Times (2031, p. 3) says."),
        ("ieee", "As The Times [1, p. 3] says."),
        ("chicago-notes-bibliography", "As The Times1 says."),
    ],
)
def test_what_nobody_signed_is_named_by_its_outlet(style: str, said: str, tmp_path: Path) -> None:
    """A sentence says who says so; a second run changes nothing, and the marker comes back."""
    data = b"As \\@storm [p. 3] says.\n"
    result = _cited(data, UNSIGNED, style)
    once = result.written.data
    known = Known(by_key={"storm": UNSIGNED}.get, by_address=lambda address: None)

    assert said in _page(result, tmp_path)
    assert once == _cited(once, UNSIGNED, style).written.data
    assert data == detach(once, NAME, with_markers(read_report(once, NAME), {"storm"}), known)[0].data


def test_without_an_outlet_the_title_names_it(tmp_path: Path) -> None:
    """Brackets and stars of a title are only themselves."""
    article = Article(id="storm", type="webpage", title="Old *page* [x]", issued=Date(edtf="2031"))

    assert "As Old *page* [x] (2031) says." in _page(_cited(b"As \\@storm says.\n", article), tmp_path)


def test_whose_words_a_quotation_has_is_cited() -> None:
    """What a call is told of a citation is one; the quotation is another paragraph."""
    report = read_report(b"#quote(block: true, attribution: [@storm])[Rain [@storm].]\nText.\n", NAME)

    assert ["[@storm]", "Rain [@storm].", "Text."] == [one.text for one in report.paragraphs]
    assert [1, 0, 0] == [len(one.citations) for one in report.paragraphs]
    assert ["paragraph", "quotation", "paragraph"] == [one.kind for one in report.paragraphs]


def test_a_style_of_another_kind_sets_citations_in_its_own_way() -> None:
    """Names in sentences, and what stands in notes: as if the report had been cited in that style at once."""
    article = Article(id="storm", author=(Name(family="Ng", given="Amy"),), title="Storm", issued=Date(edtf="2031"))
    data = b"As \\@storm [p. 3] says.#footnote[In [@storm]; more.]\n"
    dated = _cited(data, article).written.data
    noted = _cited(data, article, "chicago-notes-bibliography").written.data

    assert noted == _cited(dated, article, "chicago-notes-bibliography").written.data
    assert dated == _cited(noted, article).written.data
