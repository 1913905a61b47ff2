"""`cite`, `uncite` and `check` of a person's own report, as a shell meets them."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import digest
from digest.export.pandoc import run as pandoc
from digest.library import open_library, tables
from digest.model import Article, Block, Date, Evidence, Name, Page, Source

PARAGRAPHS = (
    "The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge, the port master said.",
    '"We have not seen such a wave since the port was built," said Carl Berg, a pilot for thirty years.',
    "The ministry said that no one was hurt, and that the cost of the damage was not yet known.",
)
QUOTED = "“We have not seen such a wave since the port was built,” a pilot said."
KEY = "serik2031storm"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own, with a library of two articles."""
    monkeypatch.chdir(tmp_path)
    Path("config.yaml").write_text("library: library.sqlite\n", encoding="utf-8")
    with open_library(Path("library.sqlite")) as library:
        put(library, "Storm Closes Harbour", "Serik", "2031-04-01", "https://caspianpost.example/storm", PARAGRAPHS)
        put(library, "Ice Opens It", "Ng", "2031-04-02", "https://caspianpost.example/ice", ("Ice came to the quay.",))
    return tmp_path


def put(library, title, family, day, url, paragraphs) -> None:  # type: ignore[no-untyped-def]
    blocks = tuple(Block(text=text, line=line) for line, text in enumerate(paragraphs, start=1))
    article = Article(
        type="article-newspaper",
        title=title,
        author=(Name(family=family, given="Amina"),),
        container_title="Caspian Post",
        issued=Date(edtf=day),
        url=url,
        language="en",
        paragraphs=blocks,
    )
    library.add(article, Page(source=Source(name=f"{title}.txt", data=title.encode()), blocks=blocks), blocks)


def run(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(digest, arguments, input=stdin)


def written(text: str, name: str = "report.md") -> Path:
    path = Path(name)
    data = (
        text.encode()
        if name.endswith(".md")
        else pandoc(["-f", "markdown-citations", "-t", path.suffix[1:]], text.encode())
    )
    path.write_bytes(data)
    return path


def test_the_report_stays_and_a_copy_has_the_citations() -> None:
    """The name of the copy says what it is; standard output says what was cited."""
    report = written(f"Ships wait [@{KEY}, para. 1].\n")
    before = report.read_bytes()
    done = run("cite", "report.md")

    assert (0, "1 citation of 1 source\nreport-cited.md\n") == (done.exit_code, done.stdout)
    assert before == report.read_bytes()
    assert "(Serik 2031, para. 1)" in Path("report-cited.md").read_text(encoding="utf-8")


def test_the_report_itself_is_written_only_where_that_is_said() -> None:
    """-o with its own name is refused; --in-place writes over it, and a second time changes nothing."""
    report = written(f"Ships wait [@{KEY}].\n")
    refused = run("cite", "report.md", "-o", "report.md")
    done = run("cite", "report.md", "--in-place")
    once = report.read_bytes()
    run("cite", "report.md", "--in-place")

    assert (7, 0) == (refused.exit_code, done.exit_code)
    assert b"(Serik 2031)" in once
    assert once == report.read_bytes()


def test_an_unknown_key_is_told_and_left() -> None:
    """The exit code is 1, and the rest is cited all the same."""
    written(f"Ships wait [@{KEY}]. Others [@serik2031strom].\n")
    done = run("cite", "report.md")

    assert 1 == done.exit_code
    assert "no article has the key @serik2031strom" in done.stderr
    assert "[@serik2031strom]" in Path("report-cited.md").read_text(encoding="utf-8")


def test_a_quotation_without_a_citation_is_offered_and_set_with_auto() -> None:
    """Nothing is cited that was not asked for."""
    written(f"{QUOTED}\n")
    offered = run("cite", "report.md")
    done = run("cite", "report.md", "--auto")

    assert f"@{KEY}, para. 2" in offered.stderr
    assert "0 citations" in offered.stdout
    assert "1 citation of 1 source" in done.stdout
    assert "(Serik 2031, para. 2)" in Path("report-cited.md").read_text(encoding="utf-8")


def test_a_style_beside_the_report_is_found_and_one_nobody_has_is_told() -> None:
    """Where the report names its style, and what to do where that is not here."""
    from digest.resources import template_folder

    Path("texts").mkdir()
    Path("texts/ours.csl").write_bytes((template_folder() / "styles" / "apa.csl").read_bytes())
    written(f"---\ncsl: ours.csl\n---\n\nShips wait [@{KEY}].\n", "texts/report.md")
    written(f"---\ncsl: https://www.zotero.org/styles/nobodys-own\n---\n\nShips wait [@{KEY}].\n")
    done, refused = run("cite", "texts/report.md"), run("cite", "report.md")

    assert 0 == done.exit_code, done.stderr
    assert "(Serik, 2031)" in Path("texts/report-cited.md").read_text(encoding="utf-8")
    assert 3 == refused.exit_code
    assert refused.stderr.startswith("report.md: the report's own citation style: unknown")
    assert "--style chooses another" in refused.stderr


def test_what_is_proposed_is_told_as_json() -> None:
    """For scripts that decide themselves."""
    written(f"{QUOTED}\n")
    [one] = json.loads(run("cite", "report.md", "--json").stdout)["proposals"]

    assert (1, KEY, "2", "quotation", True) == (one["paragraph"], one["key"], one["locator"], one["kind"], one["sure"])


@pytest.mark.parametrize(("answer", "cited"), [("1\n", True), ("0\n", False)])
def test_each_proposal_can_be_answered(answer: str, cited: bool) -> None:
    """A person may say no."""
    written(f"{QUOTED}\n")
    run("cite", "report.md", "--ask", stdin=answer)

    assert cited == ("(Serik 2031, para. 2)" in Path("report-cited.md").read_text(encoding="utf-8"))


def test_a_link_to_a_record_is_cited_with_auto() -> None:
    """Behind words the citation follows them; a bare address gives way to it."""
    written(
        "As [the paper](https://www.caspianpost.example/storm?utm_source=x) says. See https://caspianpost.example/ice.\n"
    )
    run("cite", "report.md", "--auto")
    text = Path("report-cited.md").read_text(encoding="utf-8")

    assert "utm_source=x)" in text
    assert "(Serik 2031)" in text
    assert "(Ng 2031)" in text


def test_a_source_may_be_listed_without_being_cited() -> None:
    """--also takes keys; a wrong one is told."""
    written(f"Ships wait [@{KEY}].\n")
    other = next(key for key in json_lines(run("list", "--json")) if key != KEY)
    done = run("cite", "report.md", "--also", other)
    wrong = run("cite", "report.md", "--also", "nobody")

    assert 0 == done.exit_code
    assert "Ice Opens It" in Path("report-cited.md").read_text(encoding="utf-8")
    assert 0 != wrong.exit_code


def json_lines(done: Result) -> list[str]:
    return [json.loads(line)["id"] for line in done.stdout.splitlines()]


@pytest.mark.parametrize("form", ["md", "docx", "odt", "html"])
def test_markers_come_back(form: str) -> None:
    """uncite undoes cite."""
    written(
        f"Ships wait \\[@{KEY}, para. 1\\].\n" if form != "md" else f"Ships wait [@{KEY}, para. 1].\n", f"report.{form}"
    )
    run("cite", f"report.{form}", "--style", "chicago-notes-bibliography")
    done = run("uncite", f"report-cited.{form}")
    again = run("check", f"report-plain.{form}")

    assert f"report-plain.{form}: 1 citation given back as markers\n" == done.stdout
    assert "1 citation checked" in again.stderr


def test_check_says_where_and_what_and_exits_with_1() -> None:
    """One word too many in a quotation is an error, with the words that differ."""
    written(f"{QUOTED.replace('such a wave', 'such a big wave')[:-1]} [@{KEY}, para. 2].\n")
    done = run("check", "report.md")
    [row] = [json.loads(line) for line in run("check", "report.md", "--json").stdout.splitlines()]

    assert 1 == done.exit_code
    assert "report.md: line 1: error:" in done.stdout
    assert ("not in the source", KEY, 1) == (row["kind"], row["key"], row["paragraph"])


def test_a_source_that_is_listed_and_never_cited_is_told() -> None:
    """By its title in the list, whoever made that."""
    written(
        f"Ships wait [@{KEY}].\n\n# Sources\n\nNg, Amina. 2031. *Ice Opens It*. Caspian Post.\n\nSerik 2031, Storm.\n"
    )
    done = run("check", "report.md")

    assert "is listed and never cited" in done.stdout
    assert 0 == done.exit_code


def test_check_writes_comments_into_a_copy_of_a_word_report() -> None:
    """The report stays as it is; a report of another format has none."""
    written("Others \\[@nobody\\].\n", "report.docx")
    done = run("check", "report.docx", "--format", "docx-comments")
    with zipfile.ZipFile("report-checked.docx") as package:
        comments = package.read("word/comments.xml").decode()

    assert (1, "report-checked.docx: 1 comment\n") == (done.exit_code, done.stdout)
    assert "no article has the key @nobody" in comments
    assert 2 == run("check", str(written("x\n")), "--format", "docx-comments").exit_code


def test_a_source_that_changed_is_told() -> None:
    """A field carries its record as it was cited; what the library says now is compared with it."""
    written(f"Ships wait \\[@{KEY}\\].\n", "report.docx")
    run("cite", "report.docx")
    run("edit", KEY, "title=Storm Closes Harbour For A Week")

    assert "Storm Closes Harbour For A Week" in run("check", "report-cited.docx").stdout


def zipped(**members: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(
                name.replace("__", "/").replace("_", ".") if name != "types" else "[Content_Types].xml", data
            )
    return made.getvalue()


HOSTILE = {
    "no zip": b"PK\x03\x04" + b"\x00" * 200,
    "an empty zip": zipped(),
    "a document that is no XML": zipped(types=b"<Types/>", word__document_xml=b"<w:document"),
    "an entity": zipped(
        types=b"<Types/>", word__document_xml=b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'
    ),
    "an old .doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600,
    "nothing": b"",
}


@pytest.mark.parametrize("command", ["cite", "uncite", "check"])
@pytest.mark.parametrize("name", HOSTILE)
@pytest.mark.parametrize("ending", ["docx", "odt"])
def test_a_broken_report_is_an_error_in_a_line_and_a_hint(command: str, name: str, ending: str) -> None:
    """No traceback, no output, and the report as it was."""
    report = Path(f"report.{ending}")
    report.write_bytes(HOSTILE[name])
    done = run(command, str(report))

    assert 5 == done.exit_code, done.stderr
    assert isinstance(done.exception, SystemExit)
    assert done.stderr.startswith(f"report.{ending}")
    assert HOSTILE[name] == report.read_bytes()
    assert [] == list(Path().glob("report-*"))


def test_a_format_that_is_none_of_ours_is_told() -> None:
    """With those that are."""
    Path("report.rtf").write_bytes(b"{\\rtf1 x}")
    done = run("cite", "report.rtf")

    assert 5 == done.exit_code
    assert ".docx" in done.stderr


def test_a_key_that_nothing_knows_is_told_once_with_the_words_around_it() -> None:
    """However often it stands in the report."""
    written(f"{'Ships wait. ' * 9}The quay is shut [@nobody2020]. And [@{KEY}].\n\nAgain [@nobody2020].\n")
    told = run("cite", "report.md").stderr

    assert [
        "line 1: no article has the key @nobody2020: …wait. Ships wait. The quay is shut [@nobody2020]. And [@ser… "
        "(and 1 place more)"
    ] == [line for line in told.splitlines() if "nobody2020" in line]


def test_an_empty_library_is_told() -> None:
    """As in the wrong folder."""
    Path("elsewhere").mkdir()
    Path("config.yaml").write_text("library: elsewhere/library.sqlite\n", encoding="utf-8")
    written(f"Ships wait [@{KEY}].\n")

    assert "elsewhere/library.sqlite holds no articles: is this the folder of your library?" in (
        run("cite", "report.md").stderr.splitlines()
    )


def test_a_language_that_is_none_is_refused() -> None:
    """A name of a language is no tag; nothing is written."""
    written(f"Ships wait [@{KEY}].\n")
    done = run("cite", "report.md", "--language", "english")

    assert (2, False) == (done.exit_code, Path("report-cited.md").exists())
    assert "as en-GB or de" in done.stderr


def test_a_folder_is_no_report() -> None:
    """And the hint is about reports."""
    Path("reports").mkdir()
    done = run("cite", "reports")

    assert (5, "reports: a folder\n  name the report in it\n") == (done.exit_code, done.stderr)


def test_a_year_that_is_inferred_is_told() -> None:
    """It prints as [2031?] until a person confirms it."""
    with open_library(Path("library.sqlite")) as library:
        guess = Evidence(field="issued", quote="Monday", rule="latest past event", confidence="inferred")
        page = Page(source=Source(name="Fog.txt", data=b"Fog"), blocks=(Block(text="Fog came.", line=1),))
        fog = Article(title="Fog", issued=Date(edtf="2031-05-01"), evidence=(guess,), paragraphs=page.blocks)
        library.add(fog, page, page.blocks)
    written("Fog came [@article2031fog].\n")
    told = "1 source printed with an inferred year: @article2031fog"

    assert told in run("cite", "report.md").stderr.splitlines()
    run("edit", "article2031fog", "--confirm", "issued")
    assert told not in run("cite", "report.md").stderr.splitlines()


@pytest.mark.parametrize(("command", "copy"), [("cite", "report-cited.md"), ("uncite", "report-plain.md")])
def test_a_copy_that_was_changed_is_not_written_over_unasked(command: str, copy: str) -> None:
    """A colleague wrote into it; the report itself may change as it likes."""
    written(f"Ships wait [@{KEY}].\n")
    assert 0 == run(command, "report.md").exit_code
    written(f"Ships wait no more [@{KEY}].\n")
    assert 0 == run(command, "report.md").exit_code
    Path(copy).write_text("A colleague's words.\n", encoding="utf-8")
    refused = run(command, "report.md")

    assert (7, "A colleague's words.\n") == (refused.exit_code, Path(copy).read_text(encoding="utf-8"))
    assert f"{copy}: was changed since it was written here" in refused.stderr
    assert 0 == run(command, "report.md", "-o", "other.md").exit_code
    assert 0 == run(command, "report.md", "--force").exit_code
    assert "Ships wait no more" in Path(copy).read_text(encoding="utf-8")
    assert 0 == run(command, "report.md").exit_code


def test_a_file_that_happens_to_have_the_name_of_the_copy_is_kept() -> None:
    """Who wrote it does not matter: it was not this command."""
    written(f"Ships wait [@{KEY}].\n")
    Path("report-cited.md").write_text("My own words.\n", encoding="utf-8")
    refused = run("cite", "report.md")

    assert 7 == refused.exit_code
    assert "is there already, and was not written here" in refused.stderr
    assert "My own words.\n" == Path("report-cited.md").read_text(encoding="utf-8")


def test_a_copy_that_was_updated_in_place_keeps_what_it_has() -> None:
    """What the colleague wrote is in it still."""
    written(f"Ships wait [@{KEY}].\n")
    run("cite", "report.md")
    Path("report-cited.md").write_text(f"Ships go [@{KEY}].\n", encoding="utf-8")

    assert 0 == run("cite", "report-cited.md", "--in-place").exit_code
    assert 7 == run("cite", "report.md").exit_code


def test_an_old_word_file_is_to_be_saved_anew() -> None:
    """The hint says what a person can do."""
    Path("report.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and so on")

    assert "save another, as .doc or .rtf, as one of these" in run("cite", "report.doc").stderr


TWO = f"{QUOTED} It rained.\n\nSee https://caspianpost.example/ice.\n"


@pytest.mark.parametrize(
    ("answers", "told"), [("1\nq\n", "1 citation kept, 1 not"), ("q\n", "0 citations kept, 2 not")]
)
def test_asking_may_be_stopped_with_the_answers_so_far(answers: str, told: str) -> None:
    """What was said yes to is cited; the rest is told."""
    written(TWO)
    done = run("cite", "report.md", "--ask", stdin=answers)
    text = Path("report-cited.md").read_text(encoding="utf-8")

    assert 0 == done.exit_code
    assert told in done.stderr
    assert ("1" in answers) == ("(Serik 2031, para. 2)" in text)
    assert "https://caspianpost.example/ice." in text


def test_input_that_ends_stops_the_asking_too() -> None:
    """As where a script answers the first questions only."""
    written(TWO)
    done = run("cite", "report.md", "--ask", stdin="1\n")

    assert 0 == done.exit_code
    assert "stopped: 1 citation kept" in done.stderr
    assert "(Serik 2031, para. 2)" in Path("report-cited.md").read_text(encoding="utf-8")


def test_an_interrupted_asking_writes_nothing() -> None:
    """Ctrl-C takes all answers back."""
    written(TWO)
    command = [sys.executable, "-m", "digest", "cite", "report.md", "--ask"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asking:
        assert asking.stdin
        assert asking.stdout
        assert b"1 of 2" in asking.stdout.readline()
        asking.stdin.write(b"1\n")
        asking.stdin.flush()
        while b"2 of 2" not in asking.stdout.readline():
            pass
        asking.send_signal(signal.SIGINT)
        asking.communicate(timeout=60)

    assert asking.returncode in (1, 130)  # at the question, or on the way to it
    assert not Path("report-cited.md").exists()


def test_what_is_asked_shows_both_sentences() -> None:
    """The report's around the words, and the source's beside its key."""
    written(f"It was a bad day. {QUOTED} It rained.\n")
    done = run("cite", "report.md", "--ask", stdin="0\n")

    assert f"1 of 1: line 1, quotation\n  {QUOTED}\n" in done.stdout
    assert f'  1  @{KEY}, para. 2: "We have not seen such a wave' in done.stdout
    assert "bad day" not in done.stdout


def test_a_text_that_only_our_reader_read_anew_has_not_changed() -> None:
    """A report that cites it has nothing to be told."""
    written(f"Ships wait [@{KEY}, para. 1].\n")
    with open_library(Path("library.sqlite")) as library:
        old = library.wanted(KEY)
        db = library._db
        stored = tables.stored(db, KEY)
        assert stored
        better = replace(
            old, paragraphs=(replace(old.paragraphs[0], text="Aktau's harbour shut."), *old.paragraphs[1:])
        )
        tables.rewrite(db, stored, better, (), reread=True)
        db.commit()
        assert (1, 0) == (len(library.versions(KEY)), len(library.versions(KEY, rereads=False)))
    assert "changed source" not in run("check", "report.md", "--json").stdout


def test_a_library_skimmed_has_the_texts_and_names_of_its_records() -> None:
    """And neither quotations nor what they rest on."""
    with open_library(Path("library.sqlite")) as library:
        for whole, skimmed in zip(library.articles(), library.articles(skim=True), strict=True):
            assert [block.text for block in whole.paragraphs] == [block.text for block in skimmed.paragraphs]
            assert (whole.id, whole.title, whole.author, whole.issued) == (
                skimmed.id,
                skimmed.title,
                skimmed.author,
                skimmed.issued,
            )
            assert () == skimmed.evidence


def test_a_key_among_the_words_after_another_is_told() -> None:
    """It would print as it was typed; an address of mail is none."""
    written(f"Ships wait [@{KEY}, para. 1, and @ng2031ice; @{KEY}, letter of ng@port.example].\n")
    told = f"line 1: @ng2031ice is only words after @{KEY}: a semicolon parts sources"

    assert [told] == [line for line in run("cite", "report.md").stderr.splitlines() if "only words" in line]
