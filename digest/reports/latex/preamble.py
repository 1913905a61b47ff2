"""What a LaTeX report loads: how it cites, where its own references are, whether it is a whole document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.reports.latex.citations import Family

BEGUN = re.compile(r"^[^%\n]*?(?P<command>\\begin\s*\{document\})", re.M)
ENDED = re.compile(r"^[^%\n]*?(?P<command>\\end\s*\{document\})", re.M)
_PACKAGES = re.compile(
    r"\\(?:usepackage|RequirePackage|RequirePackageWithOptions)\s*(?:\[[^\]]{0,2000}\])?\s*\{([^{}]{1,500})\}"
)
_NATBIB_COMMANDS = re.compile(r"\\(?:[cC]ite(?:p|t|alp|alt)|citeyearpar|citetext)\b")
_BIBLATEX_COMMANDS = re.compile(r"\\(?:[aA]utocite|[pP]arencite|[tT]extcite|[fF]ootcite|supercite|addbibresource)")
_BIBTEX = re.compile(r"^[^%\n]*?\\bibliography(?:style)?\s*\{", re.M)
_CHAPTERS = re.compile(r"\\documentclass\s*(?:\[[^\]]{0,2000}\])?\s*\{(?:scr)?(?:book|report|reprt|memoir)\}")
_COMMENT = re.compile(r"(?<!\\)%[^\n]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preamble:
    """How a report cites. `whole` says that it is a document, not a part that another one takes in."""

    family: Family
    loaded: bool  # the package of the family, or what plain LaTeX needs, is there
    whole: bool
    links: bool  # \\href can be used
    chapters: bool


def read_preamble(source: str) -> Preamble:
    """What the report loads and how it cites."""
    begun = BEGUN.search(source)
    head = _COMMENT.sub("", source[: begun.end()]) if begun else ""
    names = {name.strip() for match in _PACKAGES.finditer(head) for name in match[1].split(",")}
    family, loaded = _family(names, source)
    chapters = bool(_CHAPTERS.search(head))
    return Preamble(family=family, loaded=loaded, whole=bool(begun), links="hyperref" in names, chapters=chapters)


def _family(names: set[str], source: str) -> tuple[Family, bool]:
    if any(name.startswith("biblatex") for name in names):
        return "biblatex", True
    if names & {"natbib", "apacite"}:
        return "natbib", True
    if _BIBLATEX_COMMANDS.search(source):
        return "biblatex", False
    if _NATBIB_COMMANDS.search(source):
        return "natbib", False
    if _BIBTEX.search(source):
        return "plain", True
    return "biblatex", False
