"""A byline cut at its labels: "Von …", "Text: … Fotos: …", "reporting by …"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from digest.signing.kinds import kind_of
from digest.signing.words import AUTHOR_LABELS, HELPING, PHRASES_OF_HELP, WRITTEN, alternation

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_LIST = re.compile(r"\s*[\[(]\s*(['\"]).{1,500}\1\s*,?\s*[\])]\s*", re.S)
_QUOTED = re.compile(r"(['\"])(.{1,80}?)\1(?=\s*[,\])])")
_ADDRESS = re.compile(
    r"(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}|https?://[^\s<>()]+|\bwww\.[^\s<>()]+|"
    r"(?<!\w)@\w{1,40}"
)
_HOLLOW = re.compile(r"[(\[<（【](?:\s*|\s?[A-Z]\s?)[)\]>）】]")
_HAN_BREAK = re.compile(r"\s+(?=(?:图|图片|摄影|攝影|撮影|写真|文)\s?[/／:：])")
_BREAK = re.compile(r"\s*[|｜\n;；•●▪■]\s*|\s+[·‧∙]\s+|(?<=\s)[/／](?=\s)")
_SAID = r"(?:\s*[:：]\s*|\s*$)"
_COLON = r"\s*[:：]\s*"

_CAPITAL = r"(?-i:(?=[A-ZÀ-ÖØ-ÞĀ-ŽА-ЯЁІЇЄ]))"
_BY = re.compile(
    rf"\W{{0,3}}(?:(?:{alternation(*WRITTEN.values())})(?:{_COLON}|\s+|\s*$|(?-i:(?<=[^\W\dA-Z])){_CAPITAL}))", re.I
)
_SAFELY_GLUED = re.compile(r"(?:by|von|par|por|door)$", re.I)
_KIND_BY = re.compile(
    r"(?:an?\s)?[\w'’-]{2,20}\s(?-i:(?:[a-zà-öø-ÿ'’-]{2,20}\s){0,3})(?:by|par)\s+(?=\S)|"
    r"(?:text|kommentar|kolumne|analyse|essay|bericht|glosse|porträt|protokoll|interview|rezension|leitartikel|"
    r"reportage|gastbeitrag|gastkommentar|meinung|aufgezeichnet|notiert)\svon\s+",
    re.I,
)
_SMALL = frozenset({"di", "na"})
_PARTICLED = re.compile(r"(?:der|den|dem|und\szu)\s[A-ZÄÖÜ][\w-]+,?\s[A-ZÄÖÜ]")
_LABEL = re.compile(rf"(?:{alternation(AUTHOR_LABELS)}){_SAID}", re.I)
_HELP = {role: re.compile(rf"(?:{alternation(row)})(?:{_COLON}|\s?[/／])", re.I) for role, row in HELPING.items()}
_HELP_ALONE = {
    "photographs": re.compile(
        r"(?:photos?|photograph(?:s|y)|fotos?|bilder|fotografías?|写真|撮影|摄影|"
        r"사진)\s*$",
        re.I,
    ),
    "subject": re.compile(rf"(?:{alternation(HELPING['subject'])})\s*$", re.I),
    "translation": re.compile(
        r"(?:translation|übersetzung|traduction|traducción|traduzione|перевод|翻译|"
        r"翻訳)\s*$",
        re.I,
    ),
}
_HELPS = (*_HELP.items(), *_HELP_ALONE.items())
_HAN_LABEL = re.compile(r"(?:取材・文|文・写真|文|撰文|作者|执笔|執筆)\s?[/／丨・:：]\s?")
_HAN_HELP = re.compile(r"(?:图|摄影|攝影|撮影|写真|翻译|編譯)\s?[/／丨・:：]\s?")
_WITHIN = re.compile(
    rf"(?:^|(?<=[\s,.(]))(?:(?:and|und|et|y|e|&)\s)?(?:"
    rf"(?P<phrase>{alternation(PHRASES_OF_HELP)})(?:{_COLON}|\s+|$)|"
    rf"(?P<label>{alternation(*HELPING.values(), AUTHOR_LABELS)}){_COLON})",
    re.I,
)
_ROLE_OF_PHRASE = (
    ("photographs", re.compile(r"photo|pictur|image|foto|bild", re.I)),
    ("pictures", re.compile(r"illustr|graphic|video|map|art", re.I)),
    ("translation", re.compile(r"translat|übersetz|aus dem|tradu", re.I)),
    ("editing", re.compile(r"^edit|redigier|bearbeit", re.I)),
    ("production", re.compile(r"produc|check|review|design", re.I)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Names as they stand, and what those named did."""

    text: str
    role: str = "author"


def plain(text: str) -> str:
    """`text` on one line, composed, without markup, addresses and characters nobody sees.

    >>> plain("['Ann Lee', 'Bo Chen']"), plain("Ann Lee (www.example.com)")
    ('Ann Lee | Bo Chen', 'Ann Lee')
    """
    text = _TAG.sub(" | ", _UNSEEN.sub("", unicodedata.normalize("NFC", text)))
    if _LIST.fullmatch(text):
        text = " | ".join(match[2] for match in _QUOTED.finditer(text))
    text = _HAN_BREAK.sub(" | ", _HOLLOW.sub(" ", _ADDRESS.sub(" ", text)))
    return " ".join(text.split()).strip(" ,;")


def segments(text: str) -> Iterator[Segment]:
    """The stretches of `text` that name people, each with the role its label gives them."""
    role = "author"
    for piece in _BREAK.split(plain(text)):
        if not piece:
            continue
        found = list(_cut(piece, role))
        yield from (segment for segment in found[:-1] if segment.text)
        last = found[-1]
        if last.text:
            yield last
            role = last.role if len(found) == 1 else "author"
        else:
            role = last.role  # a label whose names stand in the next element


def _cut(piece: str, role: str) -> Iterator[Segment]:
    """The segments of a piece; the text of the last may be empty."""
    role, rest = opening(piece, role)
    at = 0
    for match in _WITHIN.finditer(rest):
        if match.start() == 0:
            continue
        yield Segment(text=rest[at : match.start()].strip(" ,.("), role=role)
        role = _role(match["phrase"] or match["label"], labelled=bool(match["label"]))
        at = match.end()
    yield Segment(text=rest[at:].strip(" ,"), role=role)


def opening(piece: str, role: str) -> tuple[str, str]:
    """The role that the label at the head of `piece` gives, and the words behind the label."""
    for _ in range(3):
        if match := _WITHIN.match(piece):
            role = _role(match["phrase"] or match["label"], labelled=bool(match["label"]))
        elif match := _HAN_HELP.match(piece):
            role = "photographs"
        elif match := next((found for _, pattern in _HELPS if (found := pattern.match(piece))), None):
            role = next(name for name, pattern in _HELPS if pattern.match(piece))
        elif match := _LABEL.match(piece) or _HAN_LABEL.match(piece) or _signed(piece):
            role = "author"
        else:
            break
        piece = piece[match.end() :]
    return role, piece


def _signed(piece: str) -> re.Match[str] | None:
    """The words "by", "von" and their kind, unless they belong to a name."""
    match = _BY.match(piece)
    if match is None:
        return _KIND_BY.match(piece)
    rest, label = piece[match.end() :], match[0]
    if rest and not label[-1].isspace() and label[-1] not in ":：" and not _SAFELY_GLUED.search(label):
        return None
    if label.strip().casefold() in _SMALL and len(rest.split()) < 2:
        return None
    if label.strip().casefold() == "von" and (_PARTICLED.match(rest) or (label[0] == "V" and _is_family(rest))):
        return None
    return match


def _is_family(rest: str) -> bool:
    """Whether one word behind "Von" is the rest of a name and no body that signs."""
    return rest.isalpha() and rest.istitle() and kind_of(rest) == "single"


def _role(label: str, *, labelled: bool) -> str:
    if labelled:
        for role, pattern in _HELP.items():
            if pattern.fullmatch(f"{label}:"):
                return role
        return "author"
    return next((role for role, pattern in _ROLE_OF_PHRASE if pattern.search(label)), "reporting")
