"""What the elements of HTML are for a report: blocks, words in a line, what is not shown, what calls a note."""

from __future__ import annotations

import re
from collections.abc import Mapping

from digest.citing.nouns import Kind


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


BLOCKS = _set(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre search section "
    "summary table tbody td tfoot th thead tr ul"
)
VOID = _set("area base br col embed hr img input link meta param source track wbr")
HIDDEN = _set(
    "applet audio canvas datalist head iframe "
    "math "
    "noembed noframes noscript object script select style svg template "
    "textarea title video xmp"
)
IN_HEAD = _set("base basefont bgsound link meta noscript script style template title head html")
CODE = _set("code kbd pre samp tt var")
STRUCK = _set("del s strike button")
HEADINGS = {f"h{level}": level for level in range(1, 7)}
CLOSED_BY_BLOCK = frozenset(["p"])
SIBLINGS: Mapping[str, frozenset[str]] = {
    "dd": frozenset(["dd", "dt"]),
    "dt": frozenset(["dd", "dt"]),
    "li": frozenset(["li"]),
    "option": frozenset(["option"]),
    "td": frozenset(["td", "th"]),
    "th": frozenset(["td", "th"]),
    "tr": frozenset(["td", "th", "tr"]),
}
"""What the beginning of an element ends that was left open."""
BOUNDS = _set("blockquote body div dl menu ol section table td th ul")

_UNSEEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_CALLS = re.compile(r"\b(?:footnote-ref|footnote-reference|noteref|sdfootnoteanc|sdendnoteanc|fnref)\b", re.IGNORECASE)
_BACK = re.compile(
    r"\b(?:footnote-back(?:ref)?|reversefootnote|sdfootnotesym|sdendnotesym|data-footnote-backref|mw-cite-backlink)\b",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"(?:user-content-)?_?(?:cite-\d+|(?:fn|ftn|ftnt|edn)[-:_.]?\w[\w.-]*|(?:foot|end)?note[-:_.]?\d+"
    r"|sd(?:foot|end)note\d+sym|cite_note[-:_.].+)",
    re.IGNORECASE,
)

_KINDS: tuple[tuple[Kind, tuple[str, ...]], ...] = (
    ("heading", tuple(HEADINGS)),
    ("code", ("pre",)),
    ("caption", ("caption", "figcaption")),
    ("quotation", ("blockquote",)),
    ("list item", ("li", "dd", "dt")),
)


def kind_of(open_now: Mapping[str, int]) -> Kind:
    """The kind of a paragraph within these elements."""
    return next((kind for kind, names in _KINDS if any(open_now.get(name) for name in names)), "paragraph")


def level_of(open_now: Mapping[str, int]) -> int | None:
    """The level of a heading within these elements."""
    return next((level for name, level in HEADINGS.items() if open_now.get(name)), None)


def is_hidden(name: str, given: Mapping[str, str]) -> bool:
    """Whether what an element holds is not shown."""
    if name in HIDDEN or "hidden" in given:
        return True
    return bool(_UNSEEN.search(given.get("style", "")))


def called(given: Mapping[str, str]) -> str:
    """The name of the note that a link calls, as footnotes are commonly written; "" where it calls none."""
    target = given.get("href", "")
    if not target.startswith("#") or len(target) < 2 or is_back(given):
        return ""
    kinds = " ".join(given.get(name, "") for name in ("class", "role", "epub:type")).replace("doc-noteref", "noteref")
    if _CALLS.search(kinds) or "data-footnote-ref" in given:
        return target[1:]
    return target[1:] if _NOTE.fullmatch(target[1:]) and not re.search("ref|anc", target) else ""


def is_back(given: Mapping[str, str]) -> bool:
    """Whether a link goes from a note back to its call."""
    if given.get("role") == "doc-backlink" or _BACK.search(given.get("class", "")) or "data-footnote-backref" in given:
        return True
    target = given.get("href", "")
    return target.startswith("#") and bool(
        re.match(r"#(?:user-content-)?_?(?:fn|ftn|ftnt|edn|cite_)[-_]?ref|#sd\w+anc", target)
    )


def is_contents(name: str, given: Mapping[str, str]) -> bool:
    """Whether an element lists what stands elsewhere in the page."""
    told = " ".join(given.get(one, "") for one in ("id", "role", "class", "epub:type")).lower().split()
    return name in ("nav", "ul", "ol", "div") and bool(_CONTENTS.intersection(told))


_CONTENTS = _set("toc doc-toc table-of-contents tableofcontents ez-toc-container")


def is_list_of_sources(given: Mapping[str, str]) -> bool:
    """Whether an element holds a list of sources, ours or pandoc's."""
    if given.get("data-digest", "").startswith("sources"):
        return True
    return "csl-bib-body" in given.get("class", "").split() or given.get("role") == "doc-bibliography"
