"""A folder of mail on an IMAP server → its messages: read only, each once, over TLS with a checked certificate."""

from __future__ import annotations

import imaplib
import os
import shlex
import socket
import ssl
import subprocess
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import import_module
from itertools import groupby
from urllib.parse import quote

from digest.errors import FetchError
from digest.fetch.accounts import MailAccount
from digest.fetch.files import Refused
from digest.model import Date, Source

LARGEST = 20_000_000
"""Bytes of one message."""

_SECONDS = 60.0  # for any one answer of the server
_WINDOW = 20_000  # UIDs asked for at once: the answer is one line, and imaplib's lines end at a million bytes
_COMMAND_SECONDS = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """How far a folder was read: the last UID, which holds as long as the folder's UIDVALIDITY does (RFC 3501)."""

    validity: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A message of a folder, or why it could not be had; and the position to remember once it is stored."""

    found: Source | Refused
    position: Position


def messages(account: MailAccount, seen: Position | None = None) -> Iterator[Mail]:
    """The messages after `seen`, oldest first; FetchError where the server, folder or password is refused.

    Nothing is marked as read there: the folder is opened by EXAMINE and messages are fetched by BODY.PEEK.
    """
    with _said(account), _session(account) as session:
        validity, following = _examined(session, account)
        first = seen.last + 1 if seen and seen.validity == validity else 1
        for start in range(first, following, _WINDOW):
            for uid in _uids(session, start, min(start + _WINDOW, following) - 1):
                yield Mail(found=_fetched(session, account, uid), position=Position(validity=validity, last=uid))


class _Session(imaplib.IMAP4):
    """A connection that is encrypted from its first byte, or before anything is said; no answer may be endless."""

    def __init__(self, account: MailAccount, context: ssl.SSLContext) -> None:
        self._account, self._context = account, context
        super().__init__(account.host, account.port, timeout=_SECONDS)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        plain = socket.create_connection((self._account.host, self._account.port), timeout=timeout)
        if self._account.starttls:
            return plain
        return self._context.wrap_socket(plain, server_hostname=self._account.host)

    def read(self, size: int) -> bytes:
        """What the server announced as `size` bytes; it was asked for no more than a message may have."""
        if size > LARGEST + 1_000_000:
            raise self.abort("announces more than was asked for")
        return super().read(size)


@contextmanager
def _session(account: MailAccount) -> Iterator[_Session]:
    secret = _password(account)
    try:
        context = ssl.create_default_context(cafile=account.ca_file)
    except OSError as error:
        raise FetchError(f"{account.ca_file}: cannot be read as certificates", where=account.name) from error
    with _Session(account, context) as session:
        if account.starttls:
            session.starttls(context)
        _log_in(session, account, secret)
        yield session


def _log_in(session: _Session, account: MailAccount, secret: str) -> None:
    try:
        if "AUTH=PLAIN" in session.capabilities:
            session.authenticate("PLAIN", lambda _: f"\0{account.user}\0{secret}".encode())
        else:
            session.login(account.user, secret)
    except (imaplib.IMAP4.abort, OSError):
        raise
    except (imaplib.IMAP4.error, UnicodeError) as error:
        hint = "some services want a password made for programs (an app password)"
        raise FetchError(f"the server refuses {account.user}'s password", where=account.name, hint=hint) from error


def _examined(session: _Session, account: MailAccount) -> tuple[int, int]:
    """The folder's UIDVALIDITY and the UID its next message will have."""
    name = folder_name(account.folder).replace("\\", "\\\\").replace('"', '\\"')
    status, _ = session.select(f'"{name}"', readonly=True)
    if status != "OK":
        raise FetchError(
            f'no folder "{account.folder}" there', where=account.name, hint="its name as the server has it"
        )
    return _number(session, account, "UIDVALIDITY"), _number(session, account, "UIDNEXT")


def _number(session: _Session, account: MailAccount, name: str) -> int:
    _, data = session.response(name)
    value = data[0] if data else None
    if not isinstance(value, bytes) or not value.isdigit() or len(value) > 10:
        raise FetchError(f"the server tells no {name}", where=account.name)
    return int(value)


def _uids(session: _Session, first: int, last: int) -> list[int]:
    _, data = session.uid("SEARCH", f"UID {first}:{last}")
    words = data[0].split() if data and isinstance(data[0], bytes) else []
    return sorted({int(word) for word in words if word.isdigit() and first <= int(word) <= last})


def _fetched(session: _Session, account: MailAccount, uid: int) -> Source | Refused:
    """The message of that UID, or that it is gone or too large."""
    name = f"imap://{account.host}/{quote(account.folder)}/;UID={uid}"
    _, data = session.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{LARGEST + 1}>)")
    body = next((part[1] for part in data or () if isinstance(part, tuple)), None)
    if body is None:
        return Refused(name=name, error=FetchError("the server does not give the message", where=name))
    if len(body) > LARGEST:
        return Refused(name=name, error=FetchError(f"larger than {LARGEST // 1_000_000} MB", where=name))
    return Source(name=name, data=body, accessed=Date(edtf=datetime.now(UTC).date().isoformat()))


def _password(account: MailAccount) -> str:
    """The password, from where the account says that it is kept."""
    if account.password_env:
        if secret := os.environ.get(account.password_env):
            return secret
        raise FetchError(f"the environment variable {account.password_env} is not set", where=account.name)
    if account.password_command:
        return _told(account, account.password_command)
    try:
        secret = import_module("keyring").get_password(f"digest:{account.host}", account.user)
    except ImportError:
        secret = None
    if isinstance(secret, str) and secret:
        return secret
    hint = f"name password_command: or password_env:, or run: keyring set digest:{account.host} {account.user}"
    raise FetchError("no password is known", where=account.name, hint=hint)


def _told(account: MailAccount, command: str) -> str:
    """The first line a command prints."""
    try:
        words = shlex.split(command)
        done = subprocess.run(words, capture_output=True, check=True, timeout=_COMMAND_SECONDS)  # noqa: S603 - the user's own
    except (OSError, ValueError, IndexError, subprocess.SubprocessError) as error:
        raise FetchError("its password_command fails", where=account.name, hint="run it by itself") from error
    lines = done.stdout.decode("utf-8", "replace").splitlines()
    if not lines or not lines[0]:
        raise FetchError("its password_command prints nothing", where=account.name)
    return lines[0]


def folder_name(name: str) -> str:
    """A folder's name as IMAP writes it, in its own kind of UTF-7 (RFC 3501, 5.1.3).

    >>> folder_name("Новости & more")
    '&BB0EPgQyBD4EQQRCBDg- &- more'
    """
    written = []
    for plain, run in groupby(name, key=lambda letter: " " <= letter <= "~"):
        text = "".join(run)
        if plain:
            written.append(text.replace("&", "&-"))
        else:
            packed = b64encode(text.encode("utf-16-be", "replace")).decode("ascii").rstrip("=")
            written.append("&" + packed.replace("/", ",") + "-")
    return "".join(written)


@contextmanager
def _said(account: MailAccount) -> Iterator[None]:
    """Turn what a connection can suffer into FetchError."""
    try:
        yield
    except ssl.SSLCertVerificationError as error:
        hint = "for a server of your own, name its certificate under ca_file:"
        raise FetchError(
            f"its certificate does not hold: {error.verify_message}", where=account.name, hint=hint
        ) from error
    except ssl.SSLError as error:
        hint = "port 993 is encrypted from the start; for port 143 say starttls: true"
        raise FetchError("the server does not speak TLS here", where=account.name, hint=hint) from error
    except TimeoutError as error:
        raise FetchError("the server takes too long", where=account.name, hint="try again later") from error
    except OSError as error:
        what = (error.strerror or "the connection broke").lower()
        raise FetchError(f"{account.host} cannot be reached: {what}", where=account.name) from error
    except imaplib.IMAP4.error as error:
        raise FetchError(f"the server breaks off: {str(error)[:200]}", where=account.name) from error
