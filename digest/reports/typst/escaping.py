"""Text and formatted runs as Typst sets them letter for letter; nothing in them can act as code."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.citing import Run

# Whatever begins code, maths, a label, a list, a comment, a dash or a quotation mark that turns round.
_ACTIVE = re.compile(r"[\\#$*_`<>@\[\]~\"'=+/{}-]|\.(?=\.)|(?<=\.)\.|(?<=\d)\.(?=\s|\Z)")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufffc\ufffe\uffff\ud800-\udfff]+")


def escape(text: str) -> str:
    """`text` on one line, so that Typst prints it letter for letter.

    >>> print(escape("#eval(1) -- $x$ [@a]"))
    \\#eval(1) \\-\\- \\$x\\$ \\[\\@a\\]
    """
    return _ACTIVE.sub(lambda match: f"\\{match[0]}", _CONTROLS.sub(" ", text)).replace("\u00a0", "~")


def quoted(text: str) -> str:
    """`text` as a string of Typst's code."""
    line = _CONTROLS.sub(" ", text)
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def set_runs(runs: Sequence[Run]) -> str:
    """Formatted text; every call is ended, so that what follows is no part of it."""
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    text = escape(run.text)
    wishes = (
        ("emph", run.italic),
        ("strong", run.bold),
        ("underline", run.underline),
        ("smallcaps", run.small_caps),
        (run.raised, bool(run.raised)),
    )
    for function, wanted in wishes:
        if wanted:
            text = f"#{function}[{text}];"
    if re.fullmatch(r"https?://[!-~]{1,2000}", run.url):
        text = f"#link({quoted(run.url)})[{text}];"
    return text
