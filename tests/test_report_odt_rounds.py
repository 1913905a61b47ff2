"""Documents that LibreOffice itself wrote: cited, opened and saved by it, read by pandoc, and given back."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from digest.export import pandoc
from digest.reports import odt

from .odt_documents import body, citations, cited, part, read, texts, uncited

PAGE = """<html lang="en-GB"><head><title>T</title></head><body>
<h1>Findings &amp; <i>more</i></h1>
<p>Ships  wait [see @ng2031, para. 3; @li2030] and <i>they [@li2030]</i> do. “A quotation, as it were”.</p>
<blockquote>A block of it [@ng2031].</blockquote>
<ul><li>An item [-@li2030]</li><li>Another</li></ul>
<table><tr><td>A cell [@ng2031]</td><td>B</td></tr></table>
<p>See <a href="https://example.org/?a=1&amp;b=2">this page</a>.</p>
<p lang="ar" dir="rtl">نص [@ng2031] هنا</p>
<p>[bibliography]</p>
<h1>Annex</h1><p>The end.</p></body></html>"""


def office(folder: Path, files: Iterable[str], to: str) -> None:
    """What LibreOffice makes of these files, in `folder / "made"`."""
    if not shutil.which("soffice"):
        pytest.skip("LibreOffice is not installed")
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", profile, "--headless", "--convert-to", to, "--outdir", str(folder / "made"), *files]
    subprocess.run(command, cwd=folder, capture_output=True, check=True, timeout=200)


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """A document of LibreOffice's, it with its citations, and these opened and saved again."""
    folder = tmp_path_factory.mktemp("office")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    office(folder, ["page.html"], "odt:writer8")
    found = {"page": (folder / "made" / "page.odt").read_bytes()}
    for place in ("text", "footnote", "endnote"):
        found[place] = cited(found["page"], place)
        (folder / f"{place}.odt").write_bytes(found[place])
    office(folder, [f"{place}.odt" for place in ("text", "footnote", "endnote")], "odt")
    return found | {f"{name} again": (folder / "made" / f"{name}.odt").read_bytes() for name in list(found)[1:]}


@pytest.mark.parametrize("place", ["text", "footnote", "endnote"])
def test_libreoffice_keeps_all_that_was_written(rounds: dict[str, bytes], place: str) -> None:
    """Opened and saved: the citations, their data, the notes, the list, the preferences."""
    before, after = rounds[place], rounds[f"{place} again"]

    assert 6 == len(citations(after))
    assert [one.sources for one in citations(before)] == [one.sources for one in citations(after)]
    assert texts(before) == texts(after)
    assert not any(one.edited for one in citations(after))
    assert (read(before).style, read(before).bibliography) == (read(after).style, read(after).bibliography)


@pytest.mark.parametrize("place", ["text", "footnote", "endnote"])
def test_what_libreoffice_saved_is_updated_and_given_back(rounds: dict[str, bytes], place: str) -> None:
    """It names styles anew; citing again doubles nothing, and taking the citations out gives the words."""
    again = cited(rounds[f"{place} again"], place)

    assert again == cited(again, place)
    assert texts(rounds[place]) == texts(again)
    assert texts(rounds["page"]) == texts(uncited(again))


def test_only_the_content_the_properties_and_lacking_styles_change(rounds: dict[str, bytes]) -> None:
    """Every other member is the same to the byte, packed as it was; so is every paragraph without a citation."""
    with zipfile.ZipFile(io.BytesIO(rounds["page"])) as old, zipfile.ZipFile(io.BytesIO(rounds["text"])) as new:
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
        assert old.namelist() == new.namelist()
    paragraphs = re.findall(r"<text:[ph] .*?</text:[ph]>", body(rounds["page"]))

    assert {"content.xml", "meta.xml"} <= set(changed) <= {"content.xml", "meta.xml", "styles.xml"}
    assert [] == [one for one in paragraphs if "[" not in one and one not in body(rounds["text"])]
    assert (
        part(rounds["page"]).partition("<office:automatic-styles>")[0]
        == part(rounds["text"]).partition("<office:automatic-styles>")[0]
    )


def test_pandoc_reads_the_same_words(rounds: dict[str, bytes]) -> None:
    """An independent reader finds the text of every paragraph, and the notes."""
    for place in ("text", "footnote"):
        tree = json.loads(pandoc.run(["--from", "odt", "--to", "json"], rounds[place]))
        plain = pandoc.run(["--from", "json", "--to", "plain", "--wrap", "none"], json.dumps(tree).encode()).decode()
        words = " ".join(plain.split())

        assert 6 * (place == "footnote") == json.dumps(tree).count('"Note"')
        assert "Findings" in words
        assert "ng2031. A storm. " in words.replace("_", "")
        assert 6 == words.replace("_", "").count(", 2031)")


def test_a_list_from_word_is_taken_over(tmp_path: Path) -> None:
    """Zotero's fields in a Word document that LibreOffice saved as its own."""
    from docx import Document
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    word = Document()
    code = json.dumps({"citationID": "q", "citationItems": [{"id": "ng2031", "uris": ["u"], "itemData": {"id": "x"}}]})
    for lead, told, shown in (
        ("Ships ", f" ADDIN ZOTERO_ITEM CSL_CITATION {code} ", "(Ng)"),
        ("", ' ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY ', "Ng. Storm."),
    ):
        paragraph = word.add_paragraph(lead)
        for kind in ("begin", "", "separate", "shown", "end"):
            run = paragraph.add_run(shown if kind == "shown" else "")
            if kind == "shown":
                continue
            element = OxmlElement("w:fldChar" if kind else "w:instrText")
            if kind:
                element.set(qn("w:fldCharType"), kind)
            else:
                element.set(qn("xml:space"), "preserve")
                element.text = told
            run._r.append(element)
    word.save(str(tmp_path / "w.docx"))
    office(tmp_path, ["w.docx"], "odt")
    data = (tmp_path / "made" / "w.odt").read_bytes()
    out = cited(data)

    assert [("zotero", "ng2031")] == [(one.origin, one.sources[0].key) for one in citations(data)]
    assert ["Ships (ng2031, 2031)", "ng2031. A storm."] == texts(out)
    assert "fieldmark" not in body(out)
    assert out == cited(out)
    assert odt.read(out, "w.odt").bibliography == 1
