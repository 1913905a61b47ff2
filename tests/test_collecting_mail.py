"""`digest fetch` collects folders of mail beside feeds: each message once, and nothing lost where a run is stopped."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from digest.cli import digest
from digest.collecting import collect_mail
from digest.fetch import Refused
from digest.fetch.accounts import MailAccount
from digest.intake import take_all
from digest.library import open_library
from tests.imap_server import DOVECOT, OPENSSL, PASSWORD, Server, running
from tests.invented_mails import DISPATCH


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    if not (DOVECOT and OPENSSL):
        pytest.skip("dovecot or openssl is not installed")
    monkeypatch.setenv("HARBOUR_PASSWORD", PASSWORD)
    with running() as started:
        started.deliver("1.one", DISPATCH.as_bytes())
        yield started


def account(server: Server, host: str = "localhost") -> MailAccount:
    ca_file = str(server.certificate)
    return MailAccount(
        name="letters", host=host, user="desk", port=server.tls, password_env="HARBOUR_PASSWORD", ca_file=ca_file
    )


def test_a_run_collects_mail(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once; what fails is told by the folder's name."""
    monkeypatch.chdir(tmp_path)
    said = "mail:\n  - {{name: letters, host: {}, user: desk, port: {}, password_env: HARBOUR_PASSWORD, ca_file: {}}}\n"
    Path("config.yaml").write_text(said.format("localhost", server.tls, server.certificate))
    first, again = (CliRunner().invoke(digest, ["fetch"]) for _ in range(2))
    Path("config.yaml").write_text(said.format("127.0.0.1", server.tls, server.certificate))
    failed = CliRunner().invoke(digest, ["fetch", "letters"])

    assert 0 == first.exit_code, first.output
    assert "0 new" not in first.output.splitlines()[-1]
    assert again.output.splitlines()[-1].startswith("0 new, 0 known")
    assert 4 == failed.exit_code
    assert "refused: letters" in failed.output


def test_a_message_is_settled_when_the_next_is_asked_for(server: Server, tmp_path: Path) -> None:
    """So a caller that is stopped before it stored one is given it again."""
    take = partial(take_all, outlets=None, children=1)
    with open_library(tmp_path / "library.sqlite") as library:
        next(collect_mail(account(server), library, take))
        assert library.mail().position("letters") is None
        assert 1 == len(list(collect_mail(account(server), library, take)))
        assert [] == list(collect_mail(account(server), library, take))
        [failed] = collect_mail(account(server, "127.0.0.1"), library, take)
        assert isinstance(failed, Refused)
