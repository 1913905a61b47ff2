"""The tokens of Typst's markup and of its code: https://typst.app/docs/reference/syntax/."""

from __future__ import annotations

import re


def words_of(text: str) -> frozenset[str]:
    """The words of a text."""
    return frozenset(re.findall(r"\S+", text))


ID = r"[^\W\d][\w-]*"
_LABEL = r"[\w](?:[\w.:-]*[\w-])?"
_COMMENT = r"(?P<comment>//[^\n]*)|(?P<block>/\*)"

MARKUP = re.compile(
    rf"(?P<url>https?://[^\s<>\"`\\#\[\]*]{{1,2000}})|{_COMMENT}"
    r"|(?P<raw>`+)|(?P<unicode>\\u\{[0-9a-fA-F]{1,8}\})|(?P<linebreak>\\(?=\s|\Z))|(?P<escape>\\.)"
    rf"|(?P<math>\$)|(?P<label><{_LABEL}>)|(?P<ref>@(?P<key>{_LABEL}))|(?P<hash>\#)|(?P<open>\[)|(?P<close>\])"
    r"|(?P<mark>[*_])|(?P<space>\s+)|(?P<tie>~)|(?P<dash>---?|-\?|\.\.\.)|(?P<quote>[\"'])"
    r"|(?P<text>[^\\#$*_`<>@\[\]~\"'/.\s-]+|.)",
    re.S,
)
CODE = re.compile(
    rf"{_COMMENT}|(?P<string>\"(?:[^\"\\]++|\\.)*+\"?)|(?P<raw>`+)|(?P<math>\$)|(?P<named>{ID}(?=[ \t]{{0,9}}:))"
    rf"|(?P<id>{ID})|(?P<label><{_LABEL}>)|(?P<open>\[)|(?P<close>\])|(?P<paren>[({{])|(?P<unparen>[)}}])"
    r"|(?P<newline>\n)|(?P<end>;)|(?P<other>[^\S\n]+|[\d.]+|.)",
    re.S,
)
LINE_START = re.compile(r"(?P<heading>=+)(?=\s|\Z)|(?P<item>[-+]|\d{1,9}\.)(?=\s|\Z)|(?P<term>/)(?=\s)")

CALL = re.compile(rf"#(?P<name>{ID}(?:\.{ID})*)")
STATEMENT = re.compile(r"#(?P<word>let|set|show|import|include|context|if|for|while|return|break|continue)\b")
ARGUMENTS = re.compile(
    r"\((?P<inside>(?:[^()\[\]\"\\]++|\"(?:[^\"\\]++|\\.){0,500}+\"|\\.|\((?:[^()\"]|\"[^\"]{0,200}\"){0,500}\)"
    r"|\[(?:[^\[\]\\]++|\\.|\[[^\[\]]{0,300}\]){0,200}+\]){0,200}+)\)",
    re.S,
)
"""The arguments of a call, as far as a few levels of brackets go."""
SUPPLEMENT = re.compile(r"\[(?P<inside>(?:[^\[\]\\]++|\\.|\[[^\[\]]{0,300}\]){0,200}+)\]", re.S)

INLINE = words_of(
    "text emph strong link highlight underline strike overline smallcaps super sub box footnote quote upper "
    "lower smartquote"
)
"""Functions whose content is part of the sentence they stand in, also where it is an argument."""
GRIDS = frozenset(("table", "grid", "cell", "header", "footer"))
BLOCKS = words_of("figure align block columns list enum par page pad stack place grid table terms")
LEFT_OUT = words_of("lorem outline pagebreak colbreak v h line counter image raw metadata state")
"""Functions that show no text of the report's own."""


def plain(source: str) -> str:
    r"""A short stretch of markup as text: escapes resolved, calls that only dress text undressed.

    >>> plain(r"paras.~4--5, \#x #emph[my own]")
    'paras.\xa04–5, #x my own'
    """
    text = re.sub(rf"#{ID}\[", "[\ue000", source)
    text = re.sub(r"\[\ue000([^\[\]]*)\];?", r"\1", text).replace("\ue000", "")
    text = re.sub(r"\\u\{([0-9a-fA-F]{1,6})\}", lambda match: _character(match[1]), text)
    kept: list[str] = []
    for part in re.split(r"(\\.)", text):
        if len(part) == 2 and part[0] == "\\":
            kept.append(part[1])
        else:
            kept.append(re.sub(r"[*_]", "", part.replace("~", "\u00a0").replace("---", "—").replace("--", "–")))
    return " ".join("".join(kept).split(" ")).strip()


def _character(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"


def end_of_comment(source: str, place: int) -> int:
    """Where a comment that may hold others ends."""
    depth = 0
    for match in re.compile(r"/\*|\*/").finditer(source, place):
        depth += 1 if match[0] == "/*" else -1
        if depth == 0:
            return match.end()
    return len(source)


def end_of_raw(source: str, place: int, ticks: int) -> int:
    """Where code between backticks ends."""
    if ticks == 2:
        return place + 2
    found = source.find("`" * ticks, place + ticks)
    return len(source) if found < 0 else found + ticks


def end_of_maths(source: str, place: int) -> int:
    """Where maths ends."""
    match = re.compile(r"\$(?:[^$\\]++|\\.)*+\$?", re.S).match(source, place)
    return match.end() if match else place + 1
