"""TeX's notation of letters and marks → the characters it prints."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306", ".": "\u0307",
    '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323", "c": "\u0327", "k": "\u0328",
    "b": "\u0331",
}  # fmt: skip
"""Accent command → combining mark, which follows its letter."""
_LETTERS = {
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "i": "ı", "j": "ȷ",
    "l": "ł", "L": "Ł", "ng": "ŋ", "NG": "Ŋ", "o": "ø", "O": "Ø", "oe": "œ", "OE": "Œ", "ss": "ß", "th": "þ",
    "TH": "Þ", "S": "§", "P": "¶", "pounds": "£", "copyright": "©", "dag": "†", "ddag": "‡", "dots": "…",
    "ldots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "textquotedbl": '"',
    "guillemotleft": "«", "guillemotright": "»", "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}",
    "textasciigrave": "`", "textasciitilde": "~", "textquotesingle": "'",
    "textasciicircum": "^", "textless": "<", "textgreater": ">", "textbar": "|",
    "textbullet": "•", "textdegree": "°", "texteuro": "€", "euro": "€", "textregistered": "®", "texttrademark": "™",
    "textunderscore": "_", "lbrace": "{", "rbrace": "}", "slash": "/", "TeX": "TeX", "LaTeX": "LaTeX", "quad": " ",
    "cyrchar": "", "ae ": "æ",
}  # fmt: skip
_MARKS = (("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("\\-", ""), ("~", "\u00a0"))
_ACCENT = re.compile(
    r"\\(?:(?P<mark>[`'^~=.\"])\s*|(?P<word>[uvHckdbr])(?:\s+|(?=\{)))(?:\{\s*+(?P<braced>\\?[^\W\d_]?)\s*+\}|"
    r"(?P<bare>\\[ij](?![A-Za-z])|[^\W\d_]))"
)
_SYMBOL = re.compile(r"\\([&%$#_{}, /@!;:])")
_COMMAND = re.compile(r"\\([A-Za-z]{1,30})\*?(?:\{\}|\s+|(?=[^A-Za-z])|$)")
_KEPT = {"{": "\ue000", "}": "\ue001", "\\": "\ue002", "~": "\ue003"}
_BACK = str.maketrans({value: key for key, value in _KEPT.items()})


def to_text(value: str) -> str:
    r"""`value` as TeX would print it, on one line; commands nobody knows lose their name and keep their words.

    >>> to_text(r"{\'E}tudes sur Tokayev \& {\v{C}}apek --- ``na\"{\i}f''")
    'Études sur Tokayev & Čapek — “naïf”'
    >>> to_text(r"\emph{The \textbf{Post}} 50\% \textbackslash{}n {\ss}")
    'The Post 50% \\n ß'
    """
    text = value.translate({0xE000 + code: "\ufffd" for code in range(4)})
    if "\\" in text:
        text = _ACCENT.sub(_accented, text)
        text = _SYMBOL.sub(lambda match: _KEPT.get(match[1], " " if match[1] in " ,;:/" else match[1]), text)
    for mark, printed in _MARKS:
        text = text.replace(mark, printed)
    text = _COMMAND.sub(_command, text) if "\\" in text else text
    text = text.replace("{", "").replace("}", "").translate(_BACK)
    return " ".join(unicodedata.normalize("NFC", text).split())


def _accented(match: re.Match[str]) -> str:
    letter = (match["braced"] if match["braced"] is not None else match["bare"]).removeprefix("\\")
    mark = _ACCENTS[match["mark"] or match["word"]]
    return unicodedata.normalize("NFC", letter + mark) if letter else ""


def _command(match: re.Match[str]) -> str:
    letter = _LETTERS.get(match[1])
    if letter is None:
        return ""
    return _KEPT.get(letter, letter)
