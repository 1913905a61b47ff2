"""`brief`, `render` and `check` as a shell meets them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import digest
from digest.library import open_library
from digest.model import Article, Block, Date, Name, Page, Source

CONFIG = """
library: library.sqlite
output: out
themes:
  ports:
    title: Ports
    threshold: 1
    phrases: {harbour: 2}
briefs:
  coast:
    title: Coast Watch
    themes: [ports]
    formats: [html, md]
    sections:
      - {title: In Brief, form: in-brief, quota: 2}
      - {title: Finding Perspective, form: story, quota: 4}
      - {title: Sources, form: sources}
"""
PARAGRAPHS = (
    "The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge, the port master said.",
    "The harbour will not open before Thursday, and the railway to the north has stood still since the weekend.",
    "Three ships waited outside the harbour for a berth while the cranes of the eastern quay were being repaired.",
    "The harbour moved nine million tons of grain and oil in 2030, more than any other on the eastern shore.",
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own, with a library of one article."""
    monkeypatch.chdir(tmp_path)
    Path("config.yaml").write_text(CONFIG, encoding="utf-8")
    blocks = tuple(Block(text=text, line=line) for line, text in enumerate(PARAGRAPHS, start=1))
    article = Article(
        type="article-newspaper",
        title="Storm Closes Harbour",
        author=(Name(family="Serik", given="Amina"),),
        container_title="Caspian Post",
        issued=Date(edtf="2031-04-01"),
        language="en",
        paragraphs=blocks,
    )
    source = Source(name="storm.txt", data="\n".join(PARAGRAPHS).encode())
    with open_library(Path("library.sqlite")) as library:
        library.add(article, Page(source=source, blocks=blocks), blocks)
    return tmp_path


def run(*arguments: str, stdin: str = "") -> Result:
    return CliRunner().invoke(digest, arguments, input=stdin)


WEEK = ("brief", "coast", "--week", "2031-W14")
DRAFT = Path("out/coast-2031-W14.md")


def change(old: str, new: str) -> None:
    text = DRAFT.read_text(encoding="utf-8")
    assert old in text
    DRAFT.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_brief_is_one_command() -> None:
    """The formats of the plan, the draft and the references; and a line that says all is verified."""
    done = run(*WEEK)

    assert (0, "") == (done.exit_code, done.stderr)
    assert "all stand" in done.stdout
    endings = {".bib", ".html", ".json", ".md", ".ris"}
    assert endings == {path.suffix for path in Path("out").iterdir()}
    assert {str(path) for path in Path("out").iterdir()} <= set(done.stdout.splitlines())


def test_a_brief_can_be_made_again() -> None:
    """The second run gives the same files."""
    run(*WEEK)
    before = {path: path.read_bytes() for path in Path("out").iterdir()}
    assert 0 == run(*WEEK).exit_code
    assert before == {path: path.read_bytes() for path in Path("out").iterdir()}


def test_a_draft_is_written_alone_and_passes() -> None:
    assert 0 == run(*WEEK, "--draft").exit_code
    assert [DRAFT] == list(Path("out").iterdir())
    done = run("check", str(DRAFT))
    assert (0, True) == (done.exit_code, done.stdout.startswith("checked: "))


@pytest.mark.parametrize("more", [(), ("--draft",)])
def test_what_a_person_changed_is_kept(more: tuple[str, ...]) -> None:
    """Only --force writes over a draft that was edited, or over a file that is none of ours."""
    run(*WEEK, "--draft")
    change("# Sources", "The editor was here.\n\n# Sources")
    refused = run(*WEEK, *more)

    assert 7 == refused.exit_code
    assert "digest render" in refused.stderr
    assert "editor was here" in DRAFT.read_text(encoding="utf-8")
    assert 0 == run(*WEEK, *more, "--force").exit_code
    assert "editor was here" not in DRAFT.read_text(encoding="utf-8")


def test_check_says_where_and_what_the_source_says() -> None:
    """File, line, the words, and the source's."""
    run(*WEEK, "--draft")
    change("closed on Monday", "opened on Monday")
    line = next(n for n, text in enumerate(DRAFT.read_text(encoding="utf-8").splitlines(), 1) if "opened" in text)
    done = run("check", str(DRAFT))

    assert 1 == done.exit_code
    assert done.stdout.startswith(f"{DRAFT}:{line}: reworded: ")
    assert "“opened” for “closed”" in done.stdout
    assert "the source says: " + PARAGRAPHS[0] in done.stdout
    found = json.loads(run("check", str(DRAFT), "--json").stdout)
    assert (line, "reworded", 1) == (found["line"], found["kind"], found["paragraph"])


def test_the_gate_stands_before_a_render() -> None:
    """Refused with 8 and nothing written; let through, the place is marked."""
    run(*WEEK, "--draft")
    change("closed on Monday", "opened on Monday")
    refused = run("render", str(DRAFT))

    assert 8 == refused.exit_code
    assert [DRAFT] == list(Path("out").iterdir())
    assert 0 == run("render", str(DRAFT), "--allow-unverified").exit_code
    assert 'class="unverified"' in DRAFT.with_suffix(".html").read_text(encoding="utf-8")


def test_a_render_leaves_the_draft_alone() -> None:
    """Markdown with its citations written out has a name of its own."""
    run(*WEEK, "--draft")
    before = DRAFT.read_bytes()
    done = run("render", str(DRAFT), "-f", "md", "-f", "html", "--output", "sheets")

    assert 0 == done.exit_code
    assert before == DRAFT.read_bytes()
    assert "Serik" in Path("sheets/coast-2031-W14.printed.md").read_text(encoding="utf-8")


def test_a_draft_may_come_from_a_pipe() -> None:
    """Its files are then named after the brief, here."""
    run(*WEEK, "--draft")
    text = DRAFT.read_text(encoding="utf-8")

    assert 0 == run("check", "-", stdin=text).exit_code
    assert 0 == run("render", "-", "-f", "html", stdin=text).exit_code
    assert Path("coast-2031-W14.html").exists()

    outside = text.replace("number: 2031-W14", "number: ../../out of here")
    assert text != outside
    assert 0 == run("render", "-", "-f", "html", stdin=outside).exit_code
    assert Path("coast--out-of-here.html").exists()


def test_a_render_never_writes_over_what_it_reads() -> None:
    run(*WEEK, "--draft")
    page = DRAFT.rename("draft.html")
    assert 2 == run("render", str(page)).exit_code
    assert page.read_text(encoding="utf-8").startswith("---\n")


def test_quoted_titles_of_the_header_are_checked() -> None:
    run(*WEEK, "--draft")
    change("title: Coast Watch", "title: The “harbour will open long before Thursday”")
    assert 1 == run("check", str(DRAFT)).exit_code


WRONG = {
    "brief": (("brief", "cost"), 3, "did you mean"),
    "week": (("brief", "coast", "--week", "2031-W60"), 2, "no week 60"),
    "not a week": (("brief", "coast", "--week", "last"), 2, "2022-W37"),
    "half a span": (("brief", "coast", "--from", "2031-04-01"), 2, "go together"),
    "both": (("brief", "coast", "--week", "2031-W14", "--from", "2031-04-01"), 2, "either"),
    "backwards": (("brief", "coast", "--from", "2031-04-02", "--to", "2031-04-01"), 2, "before"),
    "endless": (("brief", "coast", "--from", "2031-04-02", "--to", "9999-99"), 2, "2022-09-14"),
    "nothing of that week": (("brief", "coast", "--week", "2015-W01"), 7, "nothing to print"),
    "no draft": (("check", "config.yaml"), 6, "header"),
    "no file": (("render", "nothing.md"), 4, "no such file"),
    "style": ((*WEEK, "--style", "nobody"), 3, "nobody"),
    "style of a draft": ((*WEEK, "--draft", "--style", "nobody"), 3, "nobody"),
}


@pytest.mark.parametrize(("arguments", "code", "words"), WRONG.values(), ids=WRONG)
def test_a_wrong_use_is_told(arguments: tuple[str, ...], code: int, words: str) -> None:
    done = run(*arguments)
    assert code == done.exit_code
    assert words in done.stderr
    assert not Path("out").exists()


def test_a_draft_too_deep_is_refused() -> None:
    run(*WEEK, "--draft")
    change("# Sources", "> " * 2_000 + "x\n\n# Sources")
    done = run("check", str(DRAFT))
    assert (6, True) == (done.exit_code, "too deeply" in done.stderr)


def test_the_report_is_an_object_too() -> None:
    told = json.loads(run(*WEEK, "--draft", "--json").stdout)
    assert ("coast", "2031-W14", [str(DRAFT)]) == (told["brief"], told["number"], told["files"])
    assert ["serik2031storm"] == told["report"]["candidates"]


def test_keys_are_taken_and_left_out_by_hand() -> None:
    """--include takes an article of another time; --exclude leaves one out."""
    assert 7 == run(*WEEK, "--draft", "--exclude", "serik2031storm").exit_code
    later = ("brief", "coast", "--week", "2031-W20", "--draft", "--json")
    assert ["serik2031storm"] == json.loads(run(*later, "--include", "serik2031storm").stdout)["report"]["candidates"]


def test_a_key_of_another_time_is_no_unknown_key() -> None:
    """The report names keys that the library has not, and only those."""
    told = run(*WEEK, "--draft", "--exclude", "serik2031storm", "--exclude", "nobody")
    assert "not in the library: nobody\n" in told.stderr


def test_formats_may_stand_in_one_word() -> None:
    """A wrong one is told."""
    written = run("brief", "coast", "--week", "2031-W14", "-f", "html,md", "-f", "md").stdout.splitlines()

    assert [".html", ".md"] == [Path(line).suffix for line in written if line.endswith((".html", ".md", ".docx"))]
    assert '"odt" is no format' in run("brief", "coast", "--week", "2031-W14", "-f", "md,odt").output
