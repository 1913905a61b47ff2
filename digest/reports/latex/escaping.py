"""Text and formatted runs as LaTeX sets them letter for letter; nothing in them can act as a command."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.citing import Run

_ESCAPES = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "`": r"\textasciigrave{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        '"': r"\symbol{34}",  # babel's shorthands begin with it, and old fonts have no straight mark
        "\u00a0": "~",
        "–": "--",
        "—": "---",
        "\u00ad": r"\-",
        **{character: f"\\{character}" for character in "$&#_%{}"},
    }
)
# Fonts join these: two hyphens a dash, two apostrophes or commas a quotation mark.
_JOINED = re.compile(r"-(?=[-–—])|'(?=')|,(?=,)|(?<=[–—])(?=[-–—])")
# No text has these, and TeX stops at some.
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffc\ufffe\uffff\ud800-\udfff]+")


def escape(text: str) -> str:
    r"""`text` on one line, so that LaTeX prints it letter for letter.

    >>> print(escape(r"50% of {A_1} -- \input"))
    50\% of \{A\_1\} -{}- \textbackslash{}input
    """
    line = _CONTROLS.sub(" ", text)
    return _JOINED.sub(lambda match: f"{match[0]}\ue000", line).translate(_ESCAPES).replace("\ue000", "{}")


def bracketed(text: str) -> str:
    """Escaped text, so that it can be an optional argument."""
    return f"{{{text}}}" if "[" in text or "]" in text else text


def set_runs(runs: Sequence[Run], *, links: bool) -> str:
    """Formatted text; addresses are links where the report can have them."""
    return "".join(_run(run, links=links) for run in runs)


def _run(run: Run, *, links: bool) -> str:
    text = escape(run.text)
    wishes = (
        ("textit", run.italic),
        ("textbf", run.bold),
        ("underline", run.underline),
        ("textsc", run.small_caps),
        (f"text{run.raised}script", bool(run.raised)),
    )
    for command, wanted in wishes:
        if wanted:
            text = f"\\{command}{{{text}}}"
    if links and (address := _address(run.url)):
        text = f"\\href{{{address}}}{{{text}}}"
    return text


def _address(url: str) -> str:
    """An address as hyperref takes it; empty where it is none that a reader may be sent to."""
    if not re.fullmatch(r"https?://[!-~]{1,2000}", url):
        return ""
    encoded = re.sub(r"[\\{}^`\"<>|]", lambda match: f"%{ord(match[0]):02X}", url)
    return re.sub(r"[%#&_$~]", lambda match: f"\\{match[0]}" if match[0] != "~" else r"\string~", encoded)
