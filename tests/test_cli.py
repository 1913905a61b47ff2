"""The command line as a shell meets it: exit codes, pipes, signals, hostile words."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from digest.cli import COMMANDS, digest
from digest.cli.words import short, shown

PAGE = """Storm Closes The Harbour Of Aktau

By Amina Serik

The harbour of Aktau was closed on Monday after a storm broke two cranes and sank a barge, the port master said.

Ships waited outside and would wait until Thursday at least, she said, and the railway to the north stood still.

The ministry said in the evening that no one was hurt, and that the cost of the damage was not yet known to it.
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in a folder of its own, with one page in it."""
    monkeypatch.chdir(tmp_path)
    Path("storm.txt").write_text(PAGE, encoding="utf-8")
    return tmp_path


def run(*arguments: str, stdin: str | bytes = "") -> Result:
    return CliRunner().invoke(digest, arguments, input=stdin)


def spawn(*arguments: str, **more: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "digest", *arguments]
    return subprocess.run(command, capture_output=True, check=False, env=os.environ | more)


def key() -> str:
    return str(json.loads(run("list", "--json").stdout.splitlines()[0])["id"])


def test_help_is_quick() -> None:
    """Under a fifth of a second of the processor, and no command imported."""
    before = os.times()
    done = spawn("--help")
    after = os.times()

    assert 0 == done.returncode
    assert (after.children_user + after.children_system) - (before.children_user + before.children_system) < 0.2


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str) -> None:
    """The table's rows lead somewhere."""
    done = run(name, "--help")

    assert 0 == done.exit_code
    assert done.output.startswith(f"Usage: digest {name}")


def test_read_stores_nothing() -> None:
    """Not even a file."""
    assert 0 == run("read", "storm.txt").exit_code
    assert [Path("storm.txt")] == list(Path().iterdir())


def test_json_is_one_object_a_line_in_csl_spelling() -> None:
    """With the path as given, and what the record lacks."""
    (line,) = run("read", "--json", "--url", "https://port.example/storm", "./storm.txt").stdout.splitlines()
    record = json.loads(line)

    assert ("storm.txt", 3, "https://port.example/storm") == (
        record["source"],
        len(record["paragraphs"]),
        record["URL"],
    )
    assert {"container-title", "issued"} == set(record["missing"])


def test_a_page_may_come_through_a_pipe() -> None:
    """`-` is standard input."""
    done = run("add", "-", stdin=PAGE)

    assert 0 == done.exit_code
    assert "1 new, 0 known, 0 changed, 0 skipped, 0 refused" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("read", "none.txt"), 4),
        (("read", "binary.bin"), 5),
        (("add", "none.txt", "binary.bin", "storm.txt"), 5),
        (("read", "--url", "x", "storm.txt", "storm.txt"), 2),
        (("read", "--url", "javascript:alert(1)", "storm.txt"), 2),
        (("read", "--url", "http://[x", "storm.txt"), 2),
        (("nothing",), 2),
        (("show", "nobody"), 9),
        (("--config", "none.yaml", "list"), 3),
        (("--config", "storm.txt", "list"), 3),
        (("list", "--from", "May"), 2),
        (("import", "storm.txt"), 5),
        (("edit", "nobody", "title=x"), 9),
    ],
)
def test_an_error_has_its_exit_code_and_no_traceback(arguments: tuple[str, ...], code: int) -> None:
    """One line, a hint below it."""
    Path("binary.bin").write_bytes(bytes(range(256)) * 40)
    done = run(*arguments)

    assert code == done.exit_code, done.output
    assert "Traceback" not in done.output


def test_one_bad_file_does_not_stop_the_others() -> None:
    """The rest of the batch is taken, and the table says what was not, and why."""
    Path("a.bin").write_bytes(bytes(range(256)) * 40)
    Path("README.md").write_text("about this folder")
    os.mkfifo("pipe")
    done = run("add", ".")

    assert 5 == done.exit_code
    for words in ("storm.txt", "refused: a.bin", "refused: pipe", "skipped: README.md: a README", "1 new", "2 refused"):
        assert words in done.stdout


def test_hostile_words_do_not_reach_the_terminal() -> None:
    """A title, a file name, an error: what could act there is written out."""
    hostile = "\x1b]0;owned\x07 \x9b31m \u202etxt"
    name = "a\x1b[31m\nb.txt"
    Path(name).write_text(PAGE.replace("Harbour", f"Harbour {hostile}"), encoding="utf-8")
    outputs = [run("add", name), run("list"), run("list", "--json"), run("show", "x\x1b[2J")]
    outputs += [
        run("why", key()),
        run("why", key(), "--page"),
        run("show", key()),
        run("search", "harbour"),
        run("read", name),
    ]

    for done in outputs:
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(done.output)


def test_a_reader_that_goes_away_is_no_error_message() -> None:
    """`digest list | head -1` is quiet."""
    run("add", "storm.txt")
    command = f"{sys.executable} -m digest show {' '.join([key()] * 3000)} | head -1"
    done = subprocess.run(["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"], capture_output=True, check=False)

    assert (141, b"") == (done.returncode, done.stderr)


def test_ctrl_c_ends_quietly() -> None:
    """What was taken stays; no traceback."""
    process = subprocess.Popen(
        [sys.executable, "-m", "digest", "read", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    time.sleep(3)
    process.send_signal(signal.SIGINT)
    _, printed = process.communicate()

    assert 130 == process.returncode
    assert b"Traceback" not in printed


def test_the_editor_gets_the_record_and_gives_it_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was changed is set, what was left alone is not."""
    run("add", "storm.txt")
    monkeypatch.setenv("EDITOR", "sed -i s/^genre:.*/genre:\\ report/")
    done = run("edit", key())
    record = json.loads(run("show", "--json", key()).stdout)

    assert 0 == done.exit_code, done.output
    assert ("report", ["genre"]) == (record["genre"], record["fixed"])


def test_a_mistake_in_the_editor_is_named_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in any file of settings."""
    run("add", "storm.txt")
    monkeypatch.setenv("EDITOR", "sed -i s/^issued:.*/issued:\\ Monday/")
    done = run("edit", key())

    assert 2 == done.exit_code
    assert "is no date such as" in done.output


def test_init_overwrites_nothing() -> None:
    """A second time, or where a person has a file of that name."""
    Path("config.yaml").write_text("language: de\n")

    assert 0 == run("init").exit_code
    assert "language: de\n" == Path("config.yaml").read_text()
    assert Path("inbox").is_dir()


def test_the_sample_configuration_is_a_configuration() -> None:
    """With six themes and a brief."""
    run("init")

    assert 0 == run("list").exit_code
    assert "themes:\n" in Path("config.yaml").read_text(encoding="utf-8")


def test_a_library_in_use_is_told() -> None:
    """After some patience; here another process holds it all the while."""
    run("add", "storm.txt")
    with closing(sqlite3.connect("library.sqlite")) as db:
        db.execute("begin exclusive")
        script = "import digest.library.opening as o; o._PATIENCE = 0.1; from digest.__main__ import main; main()"
        done = subprocess.run([sys.executable, "-c", script, "remove", key()], capture_output=True, check=False)

    assert 9 == done.returncode
    assert b"in use by another program" in done.stderr


def test_a_full_disk_is_told_and_nothing_is_half_written() -> None:
    """A limit on the size of files stands in for the disk's."""
    run("add", "storm.txt")
    Path("big.txt").write_bytes((PAGE.replace("Aktau", "Osh") + os.urandom(150_000).hex()).encode())
    command = f"ulimit -f 100; {sys.executable} -m digest add big.txt"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False)

    assert 9 == done.returncode, done
    assert b"Traceback" not in done.stderr
    assert 1 == len(run("list", "--json").stdout.splitlines())


def test_what_is_shown_stays_on_its_line() -> None:
    """Whatever the text holds."""
    assert r"a\nb\x1b c" == shown("a\nb\x1b\tc").replace("\t", " ")
    assert "one …" == short("one two", 6)


def test_a_mistyped_command_or_theme_is_told() -> None:
    """Not taken for an empty answer."""
    run("add", "storm.txt")
    Path("config.yaml").write_text("themes:\n  ports: {title: Ports, threshold: 1, phrases: {harbour: 2}}\n")

    assert 'did you mean "list"?' in run("lst").output
    done = run("list", "--theme", "prots")
    assert 2 == done.exit_code
    assert 'did you mean "ports"?' in done.output


def test_what_was_added_is_objects_too() -> None:
    """An article with what became of it, and the files that gave none."""
    Path("noise.txt").write_bytes(b"\x7fELF\0\0\0")
    lines = run("add", "storm.txt", "noise.txt", "--json").stdout.splitlines()
    article, refused = [json.loads(line) for line in lines if line.startswith("{")]

    assert ("new", "storm.txt") == (article["outcome"], article["source"])
    assert ("refused", "noise.txt") == (refused["outcome"], refused["source"])
    edited = json.loads(run("edit", article["id"], "issued=2031-03-03", "--json").stdout)
    assert "2031-03-03" == edited["issued"]


def test_reasons_are_objects_too() -> None:
    """One for each piece of evidence, line and theme, under CSL's names."""
    run("add", "storm.txt")
    Path("config.yaml").write_text("themes:\n  ports: {title: Ports, threshold: 1, phrases: {harbour: 2}}\n")
    fields = [json.loads(line) for line in run("why", key(), "--json").stdout.splitlines()]
    lines = [json.loads(line) for line in run("why", key(), "--page", "--json").stdout.splitlines()]
    [theme] = [json.loads(line) for line in run("why", key(), "--themes", "--json").stdout.splitlines()]

    assert ("author", "storm.txt", 3) in [(entry["field"], entry["source"], entry["line"]) for entry in fields]
    assert {"title", "byline", "paragraph"} == {line["kind"] for line in lines}
    assert ("ports", True) == (theme["theme"], theme["given"])
