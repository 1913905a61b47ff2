"""A folder such as people have: good files of every kind between broken, misnamed and hostile ones."""

from __future__ import annotations

import io
import json
import os
import random
import re
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from pathlib import Path

_WORDS = re.findall(
    r"\w+",
    "port tea harbour dealers prices ministry floods railway border market council grain pipeline summit envoy "
    "minister talks trade region capital drought factory workers strike election court ruling bank loan river",
)


def _prose(chance: random.Random, paragraphs: int) -> list[str]:
    return [
        " ".join(
            f"The {chance.choice(_WORDS)} and the {chance.choice(_WORDS)} of the {chance.choice(_WORDS)} {verb} "
            f"the {chance.choice(_WORDS)} of {chance.choice(_WORDS)} number {chance.randrange(10_000)}."
            for verb in ("reached", "left", "changed")
        )
        for _ in range(paragraphs)
    ]


def _title(chance: random.Random) -> str:
    return f"{chance.choice(_WORDS).title()} And {chance.choice(_WORDS).title()} {chance.randrange(1_000_000)}"


def text(chance: random.Random) -> bytes:
    lines = [_title(chance), "By Amy Ng", "14 September 2022", *_prose(chance, 6)]
    return "\n\n".join(lines).encode()


def html(chance: random.Random) -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in _prose(chance, 8))
    title = _title(chance)
    return (
        f"<!DOCTYPE html><html lang=en><head><title>{title} | The Harbour Times</title>"
        f'<meta property="og:title" content="{title}"><meta property="article:published_time" content="2022-09-14">'
        f'<meta name="author" content="Amy Ng"></head><body><nav><a href="/">Home</a></nav>'
        f"<article><h1>{title}</h1>{body}</article><footer>All rights reserved</footer></body></html>"
    ).encode()


def mail(chance: random.Random) -> bytes:
    message = EmailMessage()
    message["From"], message["To"] = "Amy Ng <amy@harbour.example>", "desk@example.org"
    message["Subject"], message["Date"] = _title(chance), "Wed, 14 Sep 2022 10:00:00 +0000"
    message.set_content("\n\n".join(_prose(chance, 6)))
    return message.as_bytes()


def feed(chance: random.Random) -> bytes:
    item = (
        f"<item><title>{_title(chance)}</title><link>https://harbour.example/{chance.randrange(10**9)}</link>"
        f"<description>{' '.join(_prose(chance, 4))}</description></item>"
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>{item}</channel></rss>'.encode()


def bib(chance: random.Random) -> bytes:
    return f"@article{{k{chance.randrange(10**9)}, author={{Ng, Amy}}, title={{{_title(chance)}}}, year=2022}}".encode()


def ris(chance: random.Random) -> bytes:
    return f"TY  - NEWS\nAU  - Ng, Amy\nTI  - {_title(chance)}\nDA  - 2022/09/14/\nER  -\n".encode()


def csl(chance: random.Random) -> bytes:
    return json.dumps([{"id": "x", "type": "article-newspaper", "title": _title(chance)}]).encode()


GOOD: dict[str, Callable[[random.Random], bytes]] = {
    ".txt": text,
    ".html": html,
    ".eml": mail,
    ".xml": feed,
    ".bib": bib,
    ".ris": ris,
    ".json": csl,
}
"""Suffix → a good file."""


def _bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 300_000_000)
        archive.writestr("[Content_Types].xml", b"<Types/>")
    return data.getvalue()


_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))

BROKEN: dict[str, Callable[[], bytes]] = {
    "random.txt": lambda: random.Random(1).randbytes(50_000),
    "cut.pdf": lambda: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R",
    "cut.docx": lambda: b"PK\x03\x04\x14\x00\x00\x00\x08\x00word/document.xml" + bytes(100),
    "bomb.docx": _bomb,
    "laughs.xml": lambda: f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{_LAUGHS}]><rss>&l11;</rss>'.encode(),
    "secret.xml": lambda: b'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss>&x;</rss>',
    "deep.html": lambda: b"<html><body>" + b"<div>" * 200_000,
    "program.html": lambda: b"\x7fELF" + bytes(1_000),
    "cut.json": lambda: b'[{"id": "x", "type": "book", "title": "cut',
    "picture.txt": lambda: b"\x89PNG\r\n\x1a\n" + bytes(1_000),
    "long.txt": lambda: b"word " * 10_000_000,
    "long.html": lambda: b"<html><body><p>" + b"word " * 9_000_000,
    "nothing.gz": lambda: b"\x1f\x8b\x08\x00" + bytes(50),
    "warc.gz": lambda: b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99999999999\r\n\r\n",
}
"""Name → a file that no reader can make a record of."""

EMPTY: dict[str, bytes] = {"empty.txt": b"", "blank.html": b" \n ", "nul.txt": bytes(5_000)}
"""Files without an article, or with none that can be read."""


def fill(folder: Path, number: int, *, seed: int = 1) -> tuple[list[str], list[str]]:
    """Put `number` files into `folder`; the names of the good and of the broken ones."""
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    good, broken = [], []
    for name, make in BROKEN.items():
        (folder / name).write_bytes(make())
        broken.append(name)
    for name, data in EMPTY.items():
        (folder / name).write_bytes(data)
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder)
    (folder / "away.txt").symlink_to("/etc/passwd")
    for at, (suffix, make_good) in zip(range(number - len(BROKEN) - len(EMPTY)), _for_ever(), strict=False):
        name = f"page{at:04}{suffix if at % 10 else '.dat'}"  # a tenth with a suffix that says nothing
        (folder / name).write_bytes(make_good(chance))
        good.append(name)
    return good, broken


def _for_ever() -> Iterator[tuple[str, Callable[[random.Random], bytes]]]:
    while True:
        yield from GOOD.items()
