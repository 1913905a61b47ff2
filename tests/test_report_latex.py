"""LaTeX reports: read with their places in the source, and written back with live citations."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.citing import Citation, Cited, Edit, Made, Report, in_order
from digest.citing.markers import as_marker, with_markers
from digest.citing.nouns import NOTE, Fields
from digest.errors import ReadError
from digest.export import pandoc
from digest.reports import read_report, write_report
from digest.reports.latex.escaping import escape
from tests.cited_reports import KEYS, cite, uncite

HEAD = (
    "\\documentclass{article}\n\\usepackage[style=authoryear]{biblatex}\n\\addbibresource{own.bib}\n\\begin{document}\n"
)
END = "\n\\end{document}\n"


def body(text: str, head: str = HEAD) -> bytes:
    return f"{head}{text}{END}".encode()


def read(text: str, head: str = HEAD) -> Report:
    return with_markers(read_report(body(text, head), "report.tex"), KEYS)


def texts(text: str) -> list[str]:
    return [one.text for one in read(text).paragraphs]


def citation(text: str, head: str = HEAD) -> Citation:
    ((_, one),) = in_order(read(text, head))
    return one


def between(data: bytes) -> str:
    return data.decode().partition("\\begin{document}\n")[2].partition("\n\\end{document}")[0]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"Ships \emph{wait \textbf{off}} the coast.", "Ships wait off the coast."),
        (r"Caf\'e, na\"{\i}ve, stra\ss e, \v{C}apek and \aa{}ngstr\"om", "Café, naïve, straße, Čapek and ångström"),
        (r"50\% of A\&B~-- ``so'' --- \textquoteleft x\textquoteright", "50% of A&B\u00a0– “so” — ‘x’"),
        (r"\enquote{more of \enquote*{them}}", "“more of ‘them’”"),
        ("one % no [@li2030]\n   two", "one two"),
        (r"{\bfseries bold} and \LaTeX{} text\label{x} here", "bold and LaTeX text here"),
        (r"\textcolor{red}{red words}, \foreignlanguage{german}{Wort}", "red words, Wort"),
        (r"see \url{https://a.example/a_b%20c}.", "see https://a.example/a_b%20c."),
        (r"Typed [@li2030, paras. 4--5] stays", "Typed [@li2030, paras. 4–5] stays"),
        (r"\unknown[option]{its words}", "its words"),
        (r"one \\[2pt] two \\ [@li2030]", "one two [@li2030]"),
        (r"sum $a_{[@x]}$ and \(b\) and \ref{fig}", f"sum {NOTE} and {NOTE} and {NOTE}"),
    ],
)
def test_a_paragraph_is_what_a_reader_of_the_page_sees(source: str, shown: str) -> None:
    assert [shown] == texts(source)


def test_headings_lists_quotations_cells_and_captions_are_known() -> None:
    source = (
        "\\section[Short]{Harbour news}\nText.\n\n\\begin{quote}\nSaid so.\n\\end{quote}\n\\begin{itemize}\n\\item One"
        "\n\\item[Two] more\n\\end{itemize}\n\\begin{table}\\caption{Things}\n\\begin{tabular}{l|r}\na & b\\\\ c & d\n"
        "\\end{tabular}\\end{table}\n\\subsection*{Deeper}\n\\begin{verbatim}\n[@x]\n\\end{verbatim}"
    )
    seen = [(one.kind, one.part, one.level, one.text) for one in read(source).paragraphs]

    assert [
        ("heading", "body", 1, "Harbour news"),
        ("paragraph", "body", None, "Text."),
        ("quotation", "body", None, "Said so."),
        ("list item", "body", None, "One"),
        ("list item", "body", None, "Two more"),
        ("caption", "body", None, "Things"),
        *(("paragraph", "table", None, cell) for cell in "abcd"),
        ("heading", "body", 2, "Deeper"),
        ("code", "body", None, "[@x]"),
    ] == seen


def test_a_note_stands_behind_the_paragraph_that_calls_it() -> None:
    report = read("One.\\footnote{Two. [@li2030]\n\nThree.} Four.\n\nFive.")

    assert [f"One.{NOTE} Four.", "Two. [@li2030]", "Three.", "Five."] == [one.text for one in report.paragraphs]
    (note,) = report.paragraphs[0].notes
    assert (4, 1, 2) == (note.place, note.first, note.last)


@pytest.mark.parametrize(
    ("source", "marker"),
    [
        (r"\autocite[see][12]{a}", "[see @a, p. 12]"),
        (r"\parencite[para.~12]{a,b}", "[@a; @b, para. 12]"),
        (r"\textcite{a}", "@a"),
        (r"\Textcite[][33]{a}", "@a [p. 33]"),
        (r"\autocite*[3]{a}", "[-@a, p. 3]"),
        (r"\autocites[see][3]{a}[][para.~4--5]{b}", "[see @a, p. 3; @b, paras. 4–5]"),
        (r"\citep[e.g.,][p.~3, my emphasis]{a}", "[e.g., @a, p. 3, my emphasis]"),
        (r"\citet{a}", "@a"),
        (r"\citeyearpar{a}", "[-@a]"),
        (r"\citetext{\citealp[see][3]{a}; \citealp{b}}", "[see @a, p. 3; @b]"),
        ("\\cite{a,%\n  b}", "[@a; @b]"),
    ],
)
def test_commands_of_natbib_and_biblatex_are_citations(source: str, marker: str) -> None:
    one = citation(f"Text {source} more.")

    assert (marker, "native") == (as_marker(one.sources), one.origin)


def test_a_footcite_is_a_note_that_holds_nothing_else() -> None:
    report = read(r"Text.\footcite[3]{a} More\footnote{\autocite{b}.}")

    assert [True, True] == [one.alone for _, one in in_order(report)]
    assert ["footnote", "footnote"] == [report.paragraphs[n].part for n, _ in in_order(report)]


def test_what_is_typed_becomes_a_live_citation_and_nothing_else_changes() -> None:
    """Every byte outside the marker and our own two lines is as it was."""
    data = body(
        "Ships \\emph{wait} [see @ng2031storm, para. 12; @li2030, pp. 4--5].\r\n\t% a comment\n\n  [bibliography]\n"
    )
    done = cite(data)

    assert (
        data.decode()
        .replace(
            "[see @ng2031storm, para. 12; @li2030, pp. 4--5]", r"\autocites[see][para.~12]{ng2031storm}[4--5]{li2030}"
        )
        .replace("[bibliography]\n", "\\printbibliography[title={Sources}] % digest: in place of [bibliography]\r\n")
        .replace("\\begin{document}", "\\addbibresource{report-sources.bib} % digest: added\r\n\\begin{document}")
        == done.data.decode()
    )
    assert ["report-sources.bib"] == list(done.beside)


@pytest.mark.parametrize("fields", ["live", "none"])
@pytest.mark.parametrize("place", ["text", "footnote"])
def test_a_second_run_changes_nothing(fields: Fields, place: str) -> None:
    once = cite(body("Ships wait [@ng2031storm, para. 12].\\footnote{[@li2030]} And @li2030 [p. 3]."), fields, place)
    assert once.data == cite(once.data, fields, place).data


@pytest.mark.parametrize("place", ["[bibliography]\n\nAfter.", ""])
def test_uncite_gives_the_source_back(place: str) -> None:
    data = body(f"Ships wait [see @ng2031storm, para. 12; @li2030] and [-@li2030].\n\n{place}")

    assert data.decode() == uncite(cite(data).data).decode()


def test_a_report_that_loads_natbib_is_cited_by_its_commands() -> None:
    head = "\\documentclass{article}\n\\usepackage{natbib}\n\\begin{document}\n"
    data = body("A [see @li2030, p. 3]; @ng2031storm.\n\n\\bibliographystyle{plainnat}\\bibliography{own}", head)
    done = cite(data)

    assert r"A \citep[see][p.~3]{li2030}; \citet{ng2031storm}." == between(done.data).partition("\n")[0]
    assert "\\bibliography{own,report-sources} % digest: with report-sources\n" in done.data.decode()
    assert done.data == cite(done.data).data
    assert data == uncite(done.data)


def test_plain_latex_is_cited_by_its_one_command() -> None:
    head = "\\documentclass{article}\n\\begin{document}\n"
    done = cite(body("A [see @li2030, p. 3].\n\n\\bibliographystyle{plain}\\bibliography{own}", head))

    assert r"A see \cite[p.~3]{li2030}." == between(done.data).partition("\n")[0]


def test_a_report_without_a_package_gets_one() -> None:
    done = cite(body("A [@li2030].", "\\documentclass{article}\n\\begin{document}\n"))

    assert (
        "\\usepackage[style=authoryear]{biblatex} % digest: added\n"
        "\\addbibresource{report-sources.bib} % digest: added\n"
    ) in done.data.decode()


def test_part_of_a_report_is_told_what_the_whole_needs() -> None:
    done = cite(b"A [@li2030].\n")

    assert b"A \\autocite{li2030}.\n" == done.data
    assert ["it is part of another document: write \\addbibresource{report-sources.bib} there"] == list(done.notes)


def test_a_citation_that_says_the_same_stays_as_it_is_typed() -> None:
    data = body(r"A \parencite [ see ] [ 12 ] { li2030 } and \citeauthor{li2030}.")

    assert between(data) in cite(data).data.decode()


def test_a_marker_that_a_command_splits_leaves_its_braces() -> None:
    done = between(cite(body(r"A [@li2030, \emph{para. 3] more} words.")).data)

    assert done.startswith(r"A \autocite[para.~3]{li2030}\emph{ more} words.")


def test_notes_become_text_and_text_becomes_notes() -> None:
    assert r"A.\footcite{li2030}" in between(cite(body("A.[@li2030]"), place="footnote").data)
    assert "A. (Ng \\& Li \\textit{2031})" in between(cite(body(r"A.\footnote{[@li2030].}"), "none").data)


def test_input_files_are_told_and_not_followed() -> None:
    assert ("it takes in chapters/one, which is a file of its own: cite in that one, too",) == read(
        r"\input{chapters/one} Text."
    ).notes


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_escaped_text_is_text(text: str) -> None:
    """What we write is read again, letter for letter, and no command, brace or comment arises from it."""
    plain = " ".join(
        re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffc\ufffe\uffff\ud800-\udfff\u00ad\ue000]+", " ", text).split(" ")
    )
    shown = read_report(f"x{escape(plain)}x".encode(), "a.tex").paragraphs[0].text

    assert re.sub(r"\s+", " ", f"x{plain}x") == re.sub(r"\s+", " ", shown)


@given(st.text(alphabet="\\{}[]%$&#_^~'-<>@,;()abc \n", max_size=40))  # it knows no \\textbar
@settings(max_examples=25)
def test_pandoc_reads_escaped_text_as_text(text: str) -> None:
    plain = " ".join(text.split())
    printed = pandoc.run(["--from", "latex", "--to", "plain", "--wrap=none"], f"x{escape(plain)}x".encode()).decode()

    assert f"x{plain}x" == printed.strip().replace("’", "'")


@given(st.text(alphabet="\\{}[]%$&#_^~@,;()abc.12 \n", min_size=1, max_size=30))
@settings(max_examples=200)
def test_words_after_a_source_act_as_nothing(suffix: str) -> None:
    source = Cited(key="li2030", suffix=" ".join(suffix.split()), prefix=" ".join(suffix.split()))
    edit = Edit(paragraph=0, start=1, end=2, sources=(source,))
    made = Made(edits=(edit,), entries=(), articles={})
    done = write_report(body("A B C\n\n% end\n\nAfter."), "report.tex", made)
    report = read_report(done.data, "report.tex")

    assert ["A", "After."] == [report.paragraphs[0].text[:1], report.paragraphs[1].text]
    assert ["li2030"] == [one.key for _, found in in_order(report) for one in found.sources]


@given(st.text(alphabet="\\{}[]%$&@ab \n~`'", max_size=200))
@settings(max_examples=300)
def test_any_source_is_read_and_every_place_is_its_own(text: str) -> None:
    """No source breaks the reader, and an edit that puts the same characters back puts them where they were."""
    for paragraph in read_report(text.encode(), "a.tex").paragraphs:
        assert all(0 <= one.start <= one.end <= len(paragraph.text) for one in paragraph.citations)
    assert text.encode() == write_report(text.encode(), "a.tex", Made(edits=(), entries=None)).data


@pytest.mark.parametrize(
    "text",
    [
        "{" * 100_000, "\\cite[" * 50_000, "\\footnote{" * 50_000, "\\(" * 50_000, "\\begin{a}" * 30_000, "[" * 200_000,
        "\\end{a}" * 30_000, "$" * 100_001, "\\cites(" * 40_000, "% digest: sources begin\n" * 20_000,
        "\\verb|" * 50_000,
        "\\begin{quote}" * 10_000 + "\\end{quote}" * 10_000, "\\url{" * 50_000, "x [@li2030] " * 10_000,
    ],
    ids=lambda text: text[:14],
)  # fmt: skip
def test_hostile_sources_are_read_in_time(text: str) -> None:
    before = time.process_time()
    read_report(text.encode(), "a.tex")

    assert time.process_time() - before < 8


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(ReadError, match="not a text"):
        read_report(b"\\documentclass\0", "a.tex")


def test_latin_1_stays_latin_1() -> None:
    data = "Caf\xe9 [@li2030]".encode("latin-1")

    assert "Caf\xe9 \\autocite{li2030}".encode("latin-1") == cite(data).data


def test_pandoc_reads_the_citations_that_we_write() -> None:
    """Keys, words before and after, and notes come back from an independent reader of LaTeX."""
    done = cite(body("A [see @ng2031storm, para. 12; @li2030].\\footnote{[-@li2030, p. 3].} And @li2030 [p. 4]."))
    read_back = pandoc.run(["--from", "latex", "--to", "markdown", "--wrap=none"], done.data).decode()

    assert "A [see @ng2031storm para. 12; @li2030]" in read_back.replace("\u00a0", " ").replace(",", "")
    assert "[-@li2030" in read_back
    assert "And @li2030 [" in read_back


if shutil.which("biber"):  # where there is no TeX, pandoc alone reads what we write

    def test_tex_sets_what_we_write(tmp_path: Path) -> None:
        """pdflatex and biber make a page of it, with the citation and its source."""
        done = cite(body("Ships wait [see @ng2031storm, para. 12, \\textit{50\\%}].\\footnote{So [-@li2030].}", HEAD))
        (tmp_path / "own.bib").write_text("")
        (tmp_path / "out.tex").write_bytes(done.data)
        for name, data in done.beside.items():
            (tmp_path / name).write_bytes(data)
        for program in ("pdflatex", "biber", "pdflatex"):
            options = ["-interaction=nonstopmode", "-halt-on-error"] if program == "pdflatex" else []
            subprocess.run([program, *options, "out"], cwd=tmp_path, check=True, capture_output=True)
        page = subprocess.run(["pdftotext", "-layout", "out.pdf", "-"], cwd=tmp_path, check=True, capture_output=True)

        assert "(see Ng 2031" in page.stdout.decode()
        assert "Sources" in page.stdout.decode()


def test_a_record_that_the_report_has_itself_is_in_no_second_file() -> None:
    """BibTeX refuses a key that two files have; the run that joined them tells the later ones."""
    head = "\\documentclass{article}\n\\usepackage{natbib}\n\\begin{document}\n"
    data = body("A \\citep{li2030} and [@ng2031storm].\n\n\\bibliographystyle{plainnat}\\bibliography{own}", head)
    once = cite(data)

    assert "% digest: with report-sources but li2030\n" in once.data.decode()
    assert [b"ng2031storm"] == re.findall(rb"@\w+\{(\w+),", once.beside["report-sources.bib"])
    assert (once.data, once.beside) == (cite(once.data).data, cite(once.data).beside)


def test_a_quotation_of_csquotes_brings_its_citation() -> None:
    text = r"He said \textcquote[see][3]{li2030}{Ships \emph{wait}} there."
    report = read(text)
    ((_, one),) = in_order(report)

    assert "He said “Ships wait” there." == report.paragraphs[0].text
    assert (20, 20, "[see @li2030, p. 3]") == (one.start, one.end, as_marker(one.sources))
    assert text == between(cite(body(text)).data).partition("\n")[0]
    assert text in uncite(body(text)).decode()
