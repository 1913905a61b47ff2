"""Newsletters from a folder on an IMAP server: over TLS, read only, each once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from digest.config import parse_config
from digest.errors import ConfigError, FetchError
from digest.fetch import Refused
from digest.fetch.accounts import MailAccount
from digest.fetch.imap import LARGEST, Position, messages
from digest.library import open_library
from digest.readers import read
from tests.imap_server import DOVECOT, OPENSSL, PASSWORD, Server, running
from tests.invented_mails import DISPATCH, message
from tests.invented_roundups import OWN

ONE = DISPATCH.as_bytes()
TWO = message(
    "Second", "Ann Lee <ann@x.example>", text="\n\n".join(OWN), date="Sat, 05 Mar 2022 06:30:00 +0500"
).as_bytes()


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    if not (DOVECOT and OPENSSL):
        pytest.skip("dovecot or openssl is not installed")
    with running() as started:
        started.deliver("1.one", ONE)
        started.deliver("2.two", TWO)
        started.deliver("1.rus", ONE, "&BB0EPgQyBD4EQQRCBDg-")
        yield started


@pytest.fixture
def account(server: Server, monkeypatch: pytest.MonkeyPatch) -> MailAccount:
    monkeypatch.setenv("HARBOUR_PASSWORD", PASSWORD)
    return MailAccount(
        name="letters",
        host="localhost",
        user="desk",
        port=server.tls,
        password_env="HARBOUR_PASSWORD",
        ca_file=str(server.certificate),
    )


def titles(account: MailAccount, seen: Position | None = None) -> list[str]:
    found = [mail.found for mail in messages(account, seen)]
    pages = [read(one)[0] for one in found if not isinstance(one, Refused)]
    return [entry.value for page in pages for entry in page.declared if entry.field == "title"]


def test_messages_come_whole_and_in_order(account: MailAccount) -> None:
    first = next(iter(messages(account))).found

    assert not isinstance(first, Refused)
    assert ONE.replace(b"\n", b"\r\n") == first.data
    assert "imap://localhost/INBOX/;UID=1" == first.name
    assert ["Storm Closes Aktau", "Second"] == titles(account)


def test_a_message_comes_once(account: MailAccount) -> None:
    """Unless the server says that its numbers are not what they were."""
    positions = [mail.position for mail in messages(account)]

    assert [1, 2] == [position.last for position in positions]
    assert ["Second"] == titles(account, positions[0])
    assert [] == titles(account, positions[1])
    renumbered = replace(positions[1], validity=positions[1].validity + 1)
    assert ["Storm Closes Aktau", "Second"] == titles(account, renumbered)


def test_nothing_is_marked_as_read(account: MailAccount, server: Server) -> None:
    """No message has a flag of Maildir after all were fetched."""
    assert titles(account)
    names = [path.name for path in server.mail.rglob("*") if path.is_file() and ".one" in path.name]

    assert names
    assert not any("S" in name.partition(":2,")[2] for name in names)


def test_a_plain_connection_is_encrypted_first(account: MailAccount, server: Server) -> None:
    assert ["Second"] == titles(replace(account, port=server.plain, starttls=True))[1:]


def test_a_folder_may_have_any_name(account: MailAccount) -> None:
    assert ["Storm Closes Aktau"] == titles(replace(account, folder="Новости"))


def test_a_password_may_come_from_a_command(account: MailAccount) -> None:
    assert titles(replace(account, password_env=None, password_command=f"printf '%s\\n' {PASSWORD}"))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"ca_file": None}, "its certificate does not hold"),
        ({"host": "127.0.0.1"}, "its certificate does not hold"),
        ({"folder": "Nowhere"}, 'no folder "Nowhere"'),
        ({"password_env": "NO_SUCH_VARIABLE"}, "is not set"),
        ({"password_env": None, "password_command": "printf wrong"}, "refuses desk's password"),
        ({"password_env": None, "password_command": "false"}, "its password_command fails"),
        ({"password_env": None, "password_command": "true"}, "prints nothing"),
        ({"password_env": None}, "no password is known"),
        ({"port": 1}, "cannot be reached"),
        ({"host": "no-such-host.invalid"}, "cannot be reached"),
    ],
)
def test_what_fails_is_said(account: MailAccount, change: dict[str, str], said: str) -> None:
    wrong = replace(account, **change)  # type: ignore[arg-type]
    with pytest.raises(FetchError, match=said) as caught:
        list(messages(wrong))

    assert "letters" == caught.value.where
    assert PASSWORD not in str(caught.value)


def test_tls_on_a_plain_port_is_explained(account: MailAccount, server: Server) -> None:
    with pytest.raises(FetchError, match="does not speak TLS"):
        list(messages(replace(account, port=server.plain)))


def test_a_message_too_large_is_refused_and_stops_no_other(account: MailAccount, server: Server) -> None:
    server.deliver("3.large", ONE + b"x" * LARGEST, "Large")
    server.deliver("4.one", ONE, "Large")
    found = [mail.found for mail in messages(replace(account, folder="Large"))]

    assert [True, False] == [isinstance(one, Refused) for one in found]


def test_the_library_remembers_how_far_a_folder_was_read(tmp_path: Path) -> None:
    with open_library(tmp_path / "library.sqlite") as library:
        assert library.mail().position("letters") is None
        library.mail().remember("letters", (7, 40))
        library.mail().remember("letters", (7, 41))
    with open_library(tmp_path / "library.sqlite") as library:
        assert (7, 41) == library.mail().position("letters")


def test_accounts_stand_in_config_yaml() -> None:
    text = "mail:\n  - name: letters\n    host: imap.x.example\n    user: desk\n    password_env: HARBOUR\n"
    (account,) = parse_config(text).mail

    assert (993, "INBOX", "HARBOUR") == (account.port, account.folder, account.password_env)
    for wrong in ("    password: secret\n", "    port: 70000\n", '    folder: ""\n'):
        with pytest.raises(ConfigError):
            parse_config(text + wrong)


def test_digest_fetch_collects_each_newsletter_once(account: MailAccount, tmp_path: Path) -> None:
    names = ("name", "host", "user", "port", "ca_file", "password_env")
    told = "\n    ".join(f"{name}: {getattr(account, name)}" for name in names)
    (tmp_path / "config.yaml").write_text(f"mail:\n  - {told}\n", encoding="utf-8")
    outputs = [
        subprocess.run(
            [sys.executable, "-m", "digest", "fetch"], cwd=tmp_path, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]

    assert "Storm Closes Aktau" in outputs[0]
    assert outputs[0].rstrip().endswith("2 new, 0 known, 0 changed, 0 skipped, 0 refused")
    assert outputs[1].rstrip().endswith("0 new, 0 known, 0 changed, 0 skipped, 0 refused")
