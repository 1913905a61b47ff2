"""Boxes of mail and web archives on the disk: their pages come one by one, whatever their size."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

from digest.fetch import Refused, Skipped, gather, sidecar
from digest.model import Source
from digest.readers import read
from tests.invented_mails import DISPATCH
from tests.test_mail import BOX
from tests.test_saved_pages import ARCHIVE, URL

MESSAGE = DISPATCH.as_bytes()


def found(path: Path) -> list[Source | Skipped | Refused]:
    return list(gather([str(path)]))


def names(path: Path) -> list[str]:
    return [Path(one.name).name for one in found(path)]


def maildir(path: Path) -> Path:
    for name in ("cur", "new", "tmp"):
        (path / name).mkdir(parents=True)
    (path / "new" / "2.b").write_bytes(MESSAGE)
    (path / "cur" / "1.a:2,S").write_bytes(MESSAGE)
    (path / "tmp" / "3.c").write_bytes(b"half a mess")
    (path / "cur" / ".hidden").write_bytes(b"index")
    return path


def test_a_box_gives_its_messages(tmp_path: Path) -> None:
    (tmp_path / "news").write_bytes(BOX)
    sources = [one for one in found(tmp_path) if isinstance(one, Source)]

    assert ["news#1", "news#2", "news#3"] == [Path(one.name).name for one in sources]
    whole = read(Source(name="news", data=BOX))
    assert [page.blocks for page in whole] == [read(one)[0].blocks for one in (sources[0], sources[2])]


def test_a_maildir_gives_its_messages_in_order(tmp_path: Path) -> None:
    """Those delivered and those seen; not those half delivered."""
    assert ["1.a:2,S", "2.b"] == names(maildir(tmp_path / "Letters"))
    assert ["1.a:2,S", "2.b"] == names(tmp_path)


def test_folders_of_a_maildir_are_read_with_it(tmp_path: Path) -> None:
    letters = maildir(tmp_path / "Letters")
    maildir(letters / ".News")

    assert ["1.a:2,S", "2.b"] * 2 == names(letters)


def test_a_maildir_leads_nowhere_else(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_bytes(b"From: a\nSubject: canary\nTo: b\n\ntext")
    letters = maildir(tmp_path / "Letters")
    (letters / "new" / "9.z").symlink_to(secret)

    *_, last = found(letters)
    assert isinstance(last, Refused)
    assert "a link, no message" == last.error.what


def test_an_archive_gives_its_pages_and_counts_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(b"".join(map(gzip.compress, ARCHIVE)))
    pages = [one.url for one in found(path) if isinstance(one, Source)]
    passed = [one.reason for one in found(path) if isinstance(one, Skipped)]

    assert [URL, URL + "/2", URL + "/3", URL + "/6", URL + "/7"] == pages
    told = ["a request", "no page", "says how the archive was made", "status 404"]
    assert [f"1 record: {reason}" for reason in told] == sorted(passed)


def test_a_cut_archive_says_where(tmp_path: Path) -> None:
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(ARCHIVE[:3])[:-40])

    *_, refused = [one for one in found(path) if isinstance(one, Refused)]
    assert refused.name.endswith("crawl.warc#3")


def test_a_message_too_large_stops_no_other(tmp_path: Path) -> None:
    first, _, rest = BOX.partition(b"\n\nFrom jane")
    (tmp_path / "box").write_bytes(first + b"x" * 21_000_000 + b"\n\nFrom jane" + rest)

    assert [Refused, Source, Source] == [type(one) for one in found(tmp_path / "box")]


COUNT = """
import sys
from pathlib import Path
from digest.fetch import gather
count = sum(1 for _ in gather([sys.argv[1]]))
most = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(count, int(most.split()[1]) // 1024)
"""


def test_a_large_box_is_read_in_little_memory(tmp_path: Path) -> None:
    """Of 100 MB no more than a message and a piece is held at a time."""
    path = tmp_path / "box"
    one = b"From jane Tue Mar  5 06:30:00 2030\n" + MESSAGE + b"a line of a long letter\n" * 8000 + b"\n"
    with path.open("wb") as file:
        for _ in range(500):
            file.write(one)
    done = subprocess.run([sys.executable, "-c", COUNT, str(path)], capture_output=True, text=True, check=True)
    count, megabytes = map(int, done.stdout.split())

    assert 500 == count
    assert megabytes < 90


def test_a_message_of_a_box_has_no_sidecar(tmp_path: Path) -> None:
    """What stands beside the box is not of any one of its messages."""
    (tmp_path / "news.mbox").write_bytes(BOX)
    (tmp_path / "news.yaml").write_text("title: One for all\n", encoding="utf-8")

    assert sidecar(tmp_path / "news.mbox#1") is None
