"""Formatted text as HTML that says it and nothing else."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from html import escape

from digest.citing import Run
from digest.markdown import plain
from digest.reports.markdown.escaping import safe_url

__all__ = ["escaped", "formatted", "is_right_to_left"]

_TAGS = (("underline", "u"), ("italic", "em"), ("bold", "strong"))


def escaped(text: str) -> str:
    """`text` as HTML that shows it letter for letter.

    >>> escaped(" AT&T <b>")
    ' AT&amp;T &lt;b&gt;'
    """
    return escape(plain(f"x{text}x")[1:-1], quote=False)


def formatted(runs: Sequence[Run], *, linked: bool = True) -> str:
    """Runs as HTML; where not `linked` no link is made of one."""
    return "".join(_set(run, linked=linked) for run in runs)


def _set(run: Run, *, linked: bool) -> str:
    shown = escaped(run.text)
    if not shown:
        return ""
    if run.small_caps:
        shown = f'<span style="font-variant: small-caps">{shown}</span>'
    for name, tag in _TAGS:
        if getattr(run, name):
            shown = f"<{tag}>{shown}</{tag}>"
    if run.raised:
        tag = "sup" if run.raised == "super" else "sub"
        shown = f"<{tag}>{shown}</{tag}>"
    url = safe_url(run.url) if linked else ""
    return f'<a href="{escape(url)}">{shown}</a>' if url else shown


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a text belongs to a script that is written from right to left."""
    for character in text[:500]:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return kind != "L"
    return False
