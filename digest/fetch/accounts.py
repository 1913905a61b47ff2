"""What config.yaml says of services with a password: where they are, and where it is kept; never the password."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

_LONGEST = 200  # letters of a model's name


@dataclass(frozen=True, slots=True, kw_only=True)
class MailAccount:
    """A folder on an IMAP server. Its host may be a private one: naming it here is the user's own choice."""

    name: str
    host: str
    user: str
    folder: str = "INBOX"
    port: int = 993
    starttls: bool = False  # encrypt a plain connection (port 143), rather than begin encrypted
    password_env: str | None = None  # the environment variable that holds it
    password_command: str | None = None  # the command that prints it; without either the keyring is asked
    ca_file: str | None = None  # the certificates to trust, for a server of one's own

    def __post_init__(self) -> None:
        """Refuse what no server can be, with `ValueError`."""
        if not 0 < self.port < 65_536:
            raise ValueError(f"no port {self.port}")
        for word in (self.name, self.host, self.user, self.folder):
            if not word.strip() or any(ord(letter) < 32 for letter in word):
                raise ValueError("name, host, user and folder are wanted, each on one line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """A language model behind an OpenAI-compatible address, which may rephrase a summary where a person asks for it."""

    url: str  # up to /v1: what is asked stands at URL/chat/completions
    model: str
    key_env: str | None = None  # the environment variable that holds its key; a model on this machine has none
    seconds: float = 60.0

    def __post_init__(self) -> None:
        """Refuse what no writer can be, with `ValueError`."""
        if not re.match(r"https?://[^\s/@?#]+(?:/[^\s?#]*)?\Z", self.url, re.IGNORECASE):
            raise ValueError(
                "a writer's url begins with https://, or http:// on this machine, and has no password in it"
            )
        if not self.model.strip() or len(self.model) > _LONGEST or not self.model.isprintable():
            raise ValueError("a model is wanted, by its name")
        if not 1 <= self.seconds <= 600:
            raise ValueError("seconds are wanted between 1 and 600")

    @property
    def host(self) -> str:
        """The host that is asked."""
        return urlsplit(self.url).hostname or ""
