"""LaTeX source → its tokens: commands, braces, words, and the stretches in which TeX sets no text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digest.reports.latex.words import words_of

VERBATIM = words_of(
    "verbatim verbatim* Verbatim BVerbatim LVerbatim lstlisting minted alltt comment filecontents filecontents* "
    "tikzpicture pgfpicture luacode"
)
_LEFT_OUT = frozenset(("comment", "filecontents", "filecontents*", "tikzpicture", "pgfpicture", "luacode"))
MATHS = frozenset(
    name + star
    for name in words_of("equation align gather multline eqnarray displaymath math flalign alignat dmath")
    for star in ("", "*")
)

_TOKEN = re.compile(
    r"(?P<comment>%[^\n]*(?:\n(?![ \t]*\r?\n)[ \t]*)?)"
    r"|(?P<begin>\\begin\s*\{(?P<begun>[^{}\n\\]{1,50})\})"
    r"|(?P<end>\\end\s*\{(?P<ended>[^{}\n\\]{1,50})\})"
    r"|(?P<url>\\(?:url|nolinkurl|path)\s*\{(?P<address>(?:[^{}\n\\]|\\[^\n]){0,4000})\})"
    r"|(?P<href>\\href\s*(?:\[[^\[\]\n]{0,200}\])?\s*\{(?P<target>(?:[^{}\n\\]|\\[^\n]){0,4000})\}(?=\s*\{))"
    r"|(?P<verb>\\(?:verb\*?|lstinline(?:\[[^\[\]\n]{0,200}\])?|mintinline\{[^{}\n]{0,40}\}))(?![A-Za-z])"
    r"|(?P<accent>\\(?:[`'^~=.\"][ \t]*|[uvHckdbr](?:[ \t]+(?=\S)|(?=\{)))"
    r"(?:\{[ \t]{0,9}\\?[^\W\d_]?[ \t]{0,9}\}|\\[ij](?![A-Za-z])|[^\W\d_]))"
    r"|(?P<word>\\[A-Za-z@]+\*?)"
    r"|(?P<inline>\\[(\[])"
    r"|(?P<symbol>\\(?:\r\n|[^A-Za-z@]))"
    r"|(?P<space>\s+)"
    r"|(?P<open>\{)|(?P<close>\})|(?P<opt>\[)|(?P<tpo>\])|(?P<amp>&)|(?P<tie>~)"
    r"|(?P<math>\$\$(?:[^$\\]|\\.){0,20000}?\$\$|\$(?:[^$\\\n]++|\\[^\n]|\\?\n(?![ \t\r]*\n))++\$)"
    r"|(?P<mark>---?|``|''|\?`|!`)"
    r"|(?P<text>[^%\\{}\[\]&~$\s`'?!-]+|.)",
    re.S,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its kind, where it stands, and for environments and addresses what it names."""

    kind: str
    start: int
    end: int
    name: str = ""


class _Ends:
    """Where stretches end; what has no end is looked for once only."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._without: set[str] = set()

    def after(self, words: str, place: int) -> int:
        """The first place after `place` past `words`, or -1."""
        if words in self._without:
            return -1
        found = self._source.find(words, place)
        if found < 0:
            self._without.add(words)
            return -1
        return found + len(words)


def tokens(source: str, start: int, stop: int) -> Iterator[Token]:
    """The tokens of the source from `start` to `stop`."""
    ends = _Ends(source)
    place = start
    while place < stop:
        match = _TOKEN.match(source, place, stop)
        if not match:
            return
        token = _token(match, ends, source, stop)
        yield token
        place = token.end


def _token(match: re.Match[str], ends: _Ends, source: str, stop: int) -> Token:
    kind = match.lastgroup or "text"
    kind = {"begun": "begin", "ended": "end", "address": "url", "target": "href"}.get(kind, kind)
    start, end = match.span()
    if match["begin"]:
        return _environment(match, ends, stop)
    if match["end"]:
        return Token("end", start, end, match["ended"].strip())
    if match["url"] or match["href"]:
        return Token(kind, start, end, match["address"] or match["target"] or "")
    if match["inline"]:
        past = ends.after(r"\)" if match["inline"] == r"\(" else r"\]", end)
        return Token("math", start, past) if 0 < past <= stop else Token("symbol", start, end)
    if match["verb"]:
        return _verb(match, ends, source, stop)
    if match["space"] and match["space"].count("\n") > 1:
        return Token("break", start, end)
    return Token("begin" if match["begin"] else kind, start, end)


def _environment(match: re.Match[str], ends: _Ends, stop: int) -> Token:
    name = match["begun"].strip()
    if name in VERBATIM or name in MATHS or name == "thebibliography":
        past = ends.after(f"\\end{{{name}}}", match.end())
        if 0 < past <= stop:
            kind = "bibliography" if name == "thebibliography" else "display" if name in MATHS else "verbatim"
            return Token("comment" if name in _LEFT_OUT else kind, match.start(), past, name)
    return Token("begin", match.start(), match.end(), name)


def _verb(match: re.Match[str], ends: _Ends, source: str, stop: int) -> Token:
    """`\\verb|…|` on one line; lstinline may have braces."""
    mark = source[match.end() : match.end() + 1]
    closing = "}" if mark == "{" else mark
    past = ends.after(closing, match.end() + 1) if closing.strip() else -1
    if 0 < past <= stop and "\n" not in source[match.end() : min(past, match.end() + 2_000)]:
        return Token("verb", match.start(), past)
    return Token("word", match.start(), match.end())


def pairs(found: Sequence[Token]) -> dict[int, int]:
    """The places of opening braces and brackets, each with that of the one that closes it."""
    closing: dict[int, int] = {}
    braces: list[int] = []
    brackets: list[int] = []  # since the innermost brace, and in the same paragraph
    outer: list[list[int]] = []
    for number, token in enumerate(found):
        if token.kind == "open":
            braces.append(number)
            outer.append(brackets)
            brackets = []
        elif token.kind == "close" and braces:
            closing[braces.pop()] = number
            brackets = outer.pop()
        elif token.kind == "opt":
            brackets.append(number)
        elif token.kind == "tpo" and brackets:
            closing[brackets.pop()] = number
        elif token.kind == "break":
            brackets.clear()
    return closing
