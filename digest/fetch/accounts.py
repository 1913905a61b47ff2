"""What config.yaml says of a folder of mail: where it is, and where its password is kept; never the password."""

from __future__ import annotations

from dataclasses import dataclass


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
