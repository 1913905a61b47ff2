"""What a line of Markdown begins: the patterns of blocks, as CommonMark, GFM and pandoc know them."""

from __future__ import annotations

import re
from itertools import pairwise

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
QUOTE = re.compile(r" {0,3}> ?")
ITEM = re.compile(
    r" {0,3}(?:[-+*]|[0-9]{1,9}[.)]|\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivx]{2,5})\)|#[.)]|\(@\)|:)(?=[ \t]|$)[ \t]{0,4}"
)
NOTE = re.compile(r" {0,3}\[\^([^\]\s]{1,100})\]:[ \t]{0,20}")
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
CLOSING = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
ATTRIBUTES = re.compile(r"[ \t]*\{[#.\w\-][^{}\n]{0,300}\}[ \t]*$")
FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
RULE = re.compile(r" {0,3}([-_*])(?:[ \t]*\1){2,}[ \t]*$")
SETEXT = re.compile(r" {0,3}(=+|-+)[ \t]*$")
DIV = re.compile(r" {0,3}:{3,}(?=\s|\{|$)")
SEPARATOR = re.compile(r"[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)*[ \t]*:?-+:?[ \t]*\|?[ \t]*$")
SIMPLE_TABLE = re.compile(r"[ \t]*-{2,}(?: +-{2,})+[ \t]*$")
GRID_TABLE = re.compile(r"[ \t]*\+(?:[-=:]{3,}\+)+[ \t]*$")
DEFINITION = re.compile(
    r" {0,3}\[(?![@^])((?:[^\[\]\\]|\\.){1,999})\]:[ \t]*(<[^<>\n]*>|[^\s<]\S*)"
    r"(?:[ \t]+(?:\"[^\"]*\"|'[^']*'|\([^()]*\)))?[ \t]*$"
)
TITLE = re.compile(r"[ \t]*(?:\"[^\"]*\"|'[^']*'|\([^()]*\))[ \t]*$")
OURS = re.compile(r"[ \t]*<!--(bibliography)((?: [^\n]{0,2000}?)??)(?: style=([\w.-]{1,100}))?-->[ \t]*$")
OURS_END = "<!--/bibliography-->"
COMMENT = re.compile(r" {0,3}%%(?!.*%%)")
COMMENT_END = re.compile(r"%%")
OURS_ENDS = re.compile(re.escape(OURS_END))
FRONT = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
FRONT_ENDS = {
    "---": re.compile(r"(?:\A|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)"),
    "+++": re.compile(r"(?:\A|(?<=[\r\n]))\+\+\+[ \t]*(?=[\r\n]|\Z)"),
}
FRONT_ROW = re.compile(r"^(lang|csl|languageCode)[ \t]*[:=][ \t]*[\"']?([^\s\"'#]{1,200})", re.M)

_BLOCKS = (
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead "
    "title tr track ul"
)
TAG = re.compile(
    r"<(?:[a-zA-Z][\w-]{0,60}+(?:\s{1,20}+[\w:.@-]{1,80}+(?:\s{0,5}=\s{0,5}"
    r"(?:\"[^\"]{0,20000}+\"|'[^']{0,20000}+'|[^\s\"'=<>`]{1,5000}+))?){0,60}+\s{0,20}+/?|/[a-zA-Z][\w-]{0,60}+\s{0,20}+)>"
)
"""A whole tag: https://spec.commonmark.org/0.31.2/#raw-html, with bounds so that no text takes long."""

_RAW = "script|pre|style|textarea"
HTML = (
    (re.compile(rf" {{0,3}}<(?:{_RAW})(?:\s|>|$)", re.I), re.compile(rf"</(?:{_RAW})>", re.I)),
    (re.compile(r" {0,3}<!--"), re.compile(r"-->")),
    (re.compile(r" {0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r" {0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(r" {0,3}<![a-zA-Z]"), re.compile(r">")),
    (re.compile(rf" {{0,3}}</?(?:{_BLOCKS.replace(' ', '|')})(?:\s|/?>|$)", re.I), None),
)  # fmt: skip
"""What begins a block of HTML, and what ends it: None is a blank line."""


def html_block(line: str, *, within: bool) -> tuple[bool, re.Pattern[str] | None]:
    """Whether a line begins a block of HTML, and what ends that; `within` says that a paragraph is open."""
    if "<" not in line[:4]:
        return False, None
    for begins, ends in HTML:
        if begins.match(line):
            return True, ends
    whole = TAG.match(line.lstrip(" "))
    return bool(whole and not within and not line.lstrip(" ")[whole.end() :].strip()), None


def columns(text: str) -> int:
    """How far a line is indented; a tab goes to the next multiple of four."""
    width = 0
    for character in text:
        if character == "\t":
            width += 4 - width % 4
        elif character == " ":
            width += 1
        else:
            break
    return width


def past(text: str, width: int) -> int:
    """How many characters of blank make up `width` columns."""
    reached = 0
    for place, character in enumerate(text):
        if reached >= width or character not in " \t":
            return place
        reached += 4 - reached % 4 if character == "\t" else 1
    return len(text)


def cells(line: str) -> list[tuple[int, int]]:
    """Where the cells of a table's row stand in its line."""
    bars = [match.start() for match in re.finditer(r"\\.|\|", line) if match[0] == "|"]
    content = line.rstrip()
    first, last = len(line) - len(line.lstrip()), len(content)
    edges = [first - 1, *bars, last]
    if bars and bars[0] == first:
        edges = edges[1:]
    if bars and bars[-1] == last - 1:
        edges = edges[:-1]
    return [(one + 1, two) for one, two in pairwise(edges)]


def line_end(text: str) -> str:
    """How the lines of a source end."""
    return "\r\n" if "\r\n" in text else "\r" if "\r" in text and "\n" not in text else "\n"
