"""Entries of a .bib file as TeX prints them letter for letter: what the writers of BibLaTeX and BibTeX share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from digest.interchange.values import Value
from digest.model import Name

# Braces that do not pair as commands, since a parser counts them even after a backslash.
_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "`": r"\textasciigrave{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        '"': r"\textquotedbl{}",
        **{character: f"\\{character}" for character in "$&#_%"},
    }
)
_BALANCED = _LATEX | str.maketrans({"{": r"\{", "}": r"\}"})
_DASHES = re.compile(r"-(?=-)|'(?=')")  # TeX would join two hyphens, or two apostrophes
_TITLES = ("series", "eventtitle", "origtitle", "shorttitle")
_NOT_IN_A_KEY = re.compile(r"[^A-Za-z0-9_:.-]")
_URL_ESCAPES = {ord(character): f"%{ord(character):02X}" for character in "{}\\"}


def entry(kind: str, key: str, fields: Iterable[tuple[str, str]]) -> str:
    """An entry, a field a line; empty fields are left out, a month is the name of BibTeX's own string."""
    told = ((name, value if name == "month" else f"{{{value}}}") for name, value in fields if value)
    body = "".join(f"  {name} = {value},\n" for name, value in told)
    return f"@{kind}{{{_NOT_IN_A_KEY.sub('', key) or 'unnamed'},\n{body}}}\n"


def tex(text: str | None) -> str:
    """`text` on one line, so that TeX prints it letter for letter."""
    line = " ".join((text or "").split())
    line = line.translate(_BALANCED if _is_balanced(line) else _LATEX)
    return _DASHES.sub(lambda run: run[0] + "{}", line)


def _is_balanced(line: str) -> bool:
    depth = 0
    for mark in re.findall("[{}]", line):
        depth += 1 if mark == "{" else -1
        if depth < 0:
            return False
    return depth == 0


def lined(text: str) -> str:
    """`text` with the line breaks of TeX, which every reader keeps where it joins what only blank lines divide."""
    return "\\\\\n".join(filter(None, map(tex, text.split("\n"))))


def braced(text: str | None) -> str:
    """`text` in braces, so that no style changes its capitals."""
    return f"{{{tex(text)}}}" if text and text.strip() else ""


def address(text: str) -> str:
    """A URL as it stands in a field, where TeX reads it letter for letter."""
    return text.translate(_URL_ESCAPES)


def names(people: Sequence[Name]) -> str:
    """Names joined as BibTeX has them."""
    return " and ".join(_name(name) for name in people)


def _name(name: Name) -> str:
    """`von Family, Suffix, Given`; a body, and whatever a parser could take apart, in braces."""
    if name.literal or not name.family:
        return braced(str(name)) or "{}"
    family = " ".join(part for part in (tex(name.non_dropping_particle), _part(name.family, name)) if part)
    given = " ".join(part for part in (_part(name.given, name), tex(name.dropping_particle)) if part)
    return ", ".join(part for part in (family, _part(name.suffix, name), given) if part)


def _part(text: str | None, name: Name) -> str:
    part = tex(text)
    bare = not re.search(r",|\band\b|\\", part) and (name.non_dropping_particle or not part[:1].islower())
    return part if bare else f"{{{part}}}"


def texts(values: Mapping[str, Value], fields: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    """The fields that hold a variable's words or names as they are."""
    for variable, field in fields.items():
        value = values.get(variable)
        if isinstance(value, tuple):
            yield field, names(value)
        elif isinstance(value, str):
            yield field, braced(value) if field in _TITLES else lined(value)
