"""Errors a user can act on, with their exit codes.

DigestError            1   something was found by `check`
├── ConfigError        3   config.yaml, a theme, a plan, a sidecar
├── FetchError         4   a path or URL cannot be opened
├── ReadError          5   bytes that no reader understands, or that break a limit
├── TemplateError      6   a template or a draft's header
├── ExportError        7   pandoc, Typst or the disk refused
├── CheckError         8   the gate refused a render
└── LibraryError       9   the library file is broken, locked or newer than this program

2 is a wrong use of the command line, as click has it.
"""

from __future__ import annotations


class DigestError(Exception):
    """Something a person can mend: what, where, and what to try."""

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """`where: what` and an indented hint."""
        line = f"{self.where}: {self.what}" if self.where else self.what
        return f"{line}\n  {self.hint}" if self.hint else line


class ConfigError(DigestError):
    """A setting that cannot be used."""

    exit_code = 3


class FetchError(DigestError):
    """A path or address that cannot be opened."""

    exit_code = 4


class ReadError(DigestError):
    """Bytes that no reader understands, or that break a limit."""

    exit_code = 5


class TemplateError(DigestError):
    """A template or a draft's header that cannot be used."""

    exit_code = 6


class ExportError(DigestError):
    """A format that could not be written."""

    exit_code = 7


class CheckError(DigestError):
    """A render that the gate refused."""

    exit_code = 8


class LibraryError(DigestError):
    """A library file that cannot be used."""

    exit_code = 9
