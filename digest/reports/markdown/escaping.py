"""Formatted text as Markdown that says it and nothing else, for the readers of CommonMark, GitHub and pandoc.

Unlike drafts, which `digest.markdown` writes for one dialect, a report may be read by any: whatever has a meaning in
one of them is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from digest.citing import Run
from digest.markdown import plain
from digest.reports.markdown.emphasis import is_mark

__all__ = ["escaped", "formatted", "safe_url"]

_ACTS = re.compile(
    r"""
      [\\`*_\[\]<>#^~$|@{}"']                # whatever some dialect reads
    | (?<=[-.])[-.]                          # dashes and ellipses of pandoc
    | &(?=\#?\w|\Z)                          # entities
    | :(?=[\w+-]|//)                         # emoji, addresses
    | (?<=www)\.                             # addresses
    | !(?=\[|\Z)                             # pictures
    | =(?==)                                 # highlights
    """,
    re.VERBOSE | re.IGNORECASE,
)
_OPENS = re.compile(
    r"(?:[-+*=%:~](?=[\s=~:-]|\Z)|[=|%:](?=.)|\(?(?:[0-9]{1,9}|[^\W\d_]{1,9}|@[\w-]*)(?P<after>[.)])(?=\s|\Z))"
)
_SCHEME = re.compile(r"(?:https?://|mailto:)[^\s]{1,4000}", re.IGNORECASE)
_IN_URL = re.compile(r"[^\w!#%()+,./:=?@~&-]|&(?=\w+;)")
_SUPERSCRIPT = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_SUBSCRIPT = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_LOOK = ("italic", "bold", "underline", "small_caps", "raised", "url")


def escaped(text: str, *, opening: bool = False) -> str:
    """`text` as Markdown that shows it letter for letter; `opening` says that it begins a paragraph.

    >>> escaped("1. See [sic] @home <b>*now*</b>, for $5", opening=True)
    '1\\\\. See \\\\[sic\\\\] \\\\@home \\\\<b\\\\>\\\\*now\\\\*\\\\</b\\\\>, for \\\\$5'
    """
    cuts = {match.start() for match in _ACTS.finditer(text)}
    if opening and (match := _OPENS.match(text)):
        cuts.add(match.start("after") if match["after"] else 0)
    edges = [0, *sorted(cuts), len(text)]
    return "\\".join(text[start:end] for start, end in pairwise(edges))


def safe_url(url: str) -> str:
    """`url` as it may stand between angle brackets; nothing where it is none that a page may point to."""
    address = plain(url).replace(" ", "%20")
    if not _SCHEME.fullmatch(address):
        return ""
    return _IN_URL.sub(lambda mark: "".join(f"%{byte:02X}" for byte in mark[0].encode("utf-8")), address)


def formatted(runs: Sequence[Run], *, opening: bool = False, before: str = "", linked: bool = True) -> str:
    """Runs as Markdown; `before` is what stands before them, and where not `linked` no link is made of one."""
    made = ""
    joined = _joined(runs, linked=linked)
    for place, run in enumerate(joined):
        text, lead, trail = _bare(run.text)
        last = f"{before}{made}{lead}"[-1:]
        after = trail[:1] or (joined[place + 1].text[:1] if place + 1 < len(joined) else "")
        shown = _set(replace(run, text=text), opening=opening and not made and not lead, last=last, after=after)
        made += f"{lead}{shown}{trail}"
    return made


def _bare(text: str) -> tuple[str, str, str]:
    """A text without the blanks around it, and these: marks of emphasis stand close to their words."""
    core = text.strip()
    if not core:
        return "", text, ""
    lead = text[: len(text) - len(text.lstrip())]
    return core, lead, text[len(lead) + len(core) :]


def _joined(runs: Sequence[Run], *, linked: bool) -> list[Run]:
    """The runs on one line, those that look alike as one."""
    found: list[Run] = []
    for run in runs:
        text = plain(f"x{run.text}x")[1:-1]
        one = replace(run, text=text, url=safe_url(run.url) if linked else "")
        if found and all(getattr(found[-1], name) == getattr(one, name) for name in _LOOK):
            found[-1] = replace(one, text=f"{found[-1].text}{text}".replace("  ", " "))
        elif text:
            found.append(one)
    return found


def _set(run: Run, *, opening: bool, last: str, after: str) -> str:
    if not run.text:
        return ""
    text, raised = _raised(run)
    if run.url and run.url == run.text:
        shown = f"<{run.url}>"
    else:
        shown = escaped(text, opening=opening and not (run.italic or run.bold or run.url))
        shown = f"[{shown}](<{run.url}>)" if run.url else shown
    if raised:
        shown = f"<{raised}>{shown}</{raised}>"
    if run.small_caps:
        shown = f'<span style="font-variant: small-caps;">{shown}</span>'
    if run.underline:
        shown = f"<u>{shown}</u>"
    if run.bold or run.italic:
        return _emphasised(shown, run, apart=_is_apart(last) and _is_apart(after))
    return shown


def _emphasised(shown: str, run: Run, *, apart: bool) -> str:
    """Words between marks, or between tags where marks would be none: beside a letter, or between Chinese words."""
    if apart:
        mark = "*" * (run.italic + 2 * run.bold)
        return f"{mark}{shown}{mark}"
    shown = f"<em>{shown}</em>" if run.italic else shown
    return f"<strong>{shown}</strong>" if run.bold else shown


def _is_apart(character: str) -> bool:
    return not character or character.isspace() or (is_mark(character) and character not in "*_\\")


def _raised(run: Run) -> tuple[str, str]:
    """Raised figures as characters of their own, which every reader knows; other words need a tag."""
    if not run.raised:
        return run.text, ""
    table = _SUPERSCRIPT if run.raised == "super" else _SUBSCRIPT
    if all(ord(character) in table for character in run.text):
        return run.text.translate(table), ""
    return run.text, "sup" if run.raised == "super" else "sub"
