"""Type: one form to compare by, and the typographer's marks to print."""

from __future__ import annotations

import re
import unicodedata

DOUBLE_MARKS = '"“”„‟«»″＂〝〞〟「」『』❝❞⹂'
SINGLE_MARKS = "'‘’‚‛‹›′＇❛❜`´ʹʻʼˈ"
DASHES = "-‐‑‒–—―−⸺⸻﹘﹣－"
# Zero-width characters carry no ink. Bidirectional embeddings and overrides (U+202A–202E, U+2066–2069) are not
# among them: they change what the eye reads, so they stay and never match.
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff\ufe0e\ufe0f"
_ONE_FORM: dict[int, str] = {
    **dict.fromkeys(map(ord, DOUBLE_MARKS), '"'),
    **dict.fromkeys(map(ord, SINGLE_MARKS), "'"),
    **dict.fromkeys(map(ord, DASHES), "-"),
    **dict.fromkeys(map(ord, _INVISIBLE), ""),
    0x2026: "...",
    0x22EF: "...",
    0x2025: "..",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "ft",
    0xFB06: "st",
    0x0132: "IJ",
    0x0133: "ij",
}
_SPACES = re.compile(r"[\s\u2800\u3164]+")
_DASHES = re.compile(r"-{2,}")
_DOTS = re.compile(r"\.(?: ?\.){2,}")


def fold(text: str) -> str:
    """`text` with every kind of quotation mark, dash, space, ligature and ellipsis in one form.

    Only type is folded: letters, case, accents, digits, superscripts and the order of everything stay.

    >>> fold("«Oﬃce»\\u00a0— ‘no’ . . . x²")
    '"Office" - \\'no\\' ... x²'
    """
    plain = unicodedata.normalize("NFC", text).translate(_ONE_FORM)
    plain = _SPACES.sub(" ", unicodedata.normalize("NFC", plain))
    return _DOTS.sub(lambda run: run[0].replace(" ", ""), _DASHES.sub("-", plain))


# Opening and closing, double and single (CLDR 45, `delimiters`). Where a language has double marks inside double
# marks, the English single ones stand, so that a mark stays of its kind; so they do for a language not named.
_MARKS = {
    **dict.fromkeys(("be", "el", "es", "fr", "hy", "it", "kk", "ky", "nb", "no", "ru", "uk"), "«»‘’"),
    **dict.fromkeys(("bg", "cs", "de", "sk", "sl"), "„“‚‘"),
    **dict.fromkeys(("hu", "pl", "ro"), "„”‘’"),
    **dict.fromkeys(("fi", "sv"), "””’’"),
    "en": "“”‘’",
}
_ENGLISH = _MARKS["en"]

_BEFORE_OPENING = "([{<¿¡/=“‘„‚«‹"
_ELIDED = re.compile(r"(?:n(?=['’]?\s)|tis\b|twas\b|twere\b|twill\b|em\b|til\b|till\b|\d\ds\b)", re.IGNORECASE)
_YEAR = re.compile(r"\d\d\b")
_CLOSES_LATER = re.compile(r"[^\s'][\'](?!\w)")
_TWO_DASHES = re.compile(r"(?<!-)-{2,3}(?!-)")
_THREE_DOTS = re.compile(r"(?<!\.)\.\.\.(?=\.?(?!\.))")
_REACH = 200  # how far a mark is looked for that closes one before a number


def curl(text: str, language: str = "en") -> str:
    """`text` with straight marks, double hyphens and three dots as a typographer sets them.

    Marks that are typographic already stay as they are, whatever their language; `fold(curl(x)) == fold(x)`.

    >>> curl('"It\\'s rock \\'n\\' roll," he said -- "the \\'90s...')
    '“It’s rock ’n’ roll,” he said — “the ’90s…'
    """
    text = _TWO_DASHES.sub(lambda run: _dash(run, text), text)
    text = _THREE_DOTS.sub("…", text)
    if '"' not in text and "'" not in text:
        return text
    marks = _MARKS.get(language.partition("-")[0].lower(), _ENGLISH)
    out: list[str] = []
    before = ""
    for place, character in enumerate(text):
        if character not in "\"'":
            before = character
            out.append(character)
            continue
        opens = _opens(before, text[place + 1 : place + 2]) and not (
            character == "'" and _stands_for_letters(text, place + 1)
        )
        out.append(_mark(text, place, marks, opens=opens))
        before = "(" if opens else ")"  # what opens may be followed by what opens: “‘
    return "".join(out)


def _dash(run: re.Match[str], text: str) -> str:
    before, after = text[max(0, run.start() - 1) : run.start()], text[run.end() : run.end() + 1]
    option = (not before or before.isspace()) and after.isalnum()  # --help
    return run[0] if option else "—"


def _mark(text: str, place: int, marks: str, *, opens: bool) -> str:
    if text[place] == '"':
        return marks[0] if opens else marks[1]
    if opens:
        return marks[2]
    # Between letters it is an apostrophe in every language; a closing mark only where no letter follows.
    apostrophe = marks[3] == "’" or text[place + 1 : place + 2].isalnum()
    return "’" if apostrophe else _closing(text, place, marks)


def _opens(before: str, after: str) -> bool:
    if not after or after.isspace():
        return False
    if before and before in DASHES:  # “I—”, she began
        return after.isalnum() or after in "\"'“‘[(…"
    return not before or before.isspace() or before in _BEFORE_OPENING


def _stands_for_letters(text: str, place: int) -> bool:
    if _ELIDED.match(text, place):
        return True
    return bool(_YEAR.match(text, place)) and not _CLOSES_LATER.search(text, place, place + _REACH)


def _closing(text: str, place: int, marks: str) -> str:
    opened = text.rfind("'", max(0, place - _REACH), place)
    paired = opened >= 0 and _opens(text[max(0, opened - 1) : opened], text[opened + 1 : opened + 2])
    return marks[3] if paired else "’"
