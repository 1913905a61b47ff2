"""What a line looks like: a picture's caption, a date by itself."""

from __future__ import annotations

import re

from digest.readers.html.body.leaves import Layout
from digest.readers.html.body.region import Region, around, ends_sentence

_CREDIT = re.compile(
    r"(?:©|\(c\)|\b(?:foto|fotos|photo|photos|bild|bilder|image|picture|photograph|credit|credits|quelle|crédit|crédits|"
    r"imagen|imagem|foto de|фото|фотография|kuva|zdjęcie|fot|fotoğraf|grafik|graphic|infografik|illustration|getty|"
    r"imago|picture alliance)\s?[:/©]|[(/|] ?(?:photo|picture|image|foto) (?:by|de|von|av|af|di)\b"
    r"|写真[:：=＝]|照片[:：]|图[:：]|사진[=:제]|提供[:：])",
    re.I,
)
_AGENCY = re.compile(
    r"[/(|–-] ?(?:afp|ap|reuters|dpa|epa|getty images|tass|xinhua|ansa|efe|apa|ritzau|ntb|anadolu|pti|ani|yonhap|kyodo|"
    r"shutterstock|istock|imago\b.{0,20})\)?$",
    re.I,
)
_MARKS = frozenset(":：/©(|–-=＝사")
_CREDITED = 500
_PICTURED = 300
_SAID = 140
_WHOLE = frozenset({"article", "body", "html", "main"})
_DATE = re.compile(
    r"\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{4}[./-]\s?\d{1,2}[./-]\s?\d{1,2}"
    r"|\d{4}年\d{1,2}月(?:\d{1,2}日)?|\d{4}년 ?\d{1,2}월 ?\d{1,2}일"
    r"|\d{1,2}(?:\.|st|nd|rd|th)? (?:de )?[^\W\d_]{3,12}\.?,? (?:de )?\d{4}|[^\W\d_]{3,12}\.? \d{1,2},? \d{4}"
)
_CLOCK = re.compile(r"\d{1,2}[:.h]\d\d(?: ?(?:[ap]\.?m\.?|uhr|utc|gmt|bst|[ce]s?t))?(?!\d)", re.I)
_TIMED = 45  # characters of a time with the name of who wrote then
_STAMP = 90
_BESIDE = 25
"""Letters that may stand beside a date: "Updated on Tuesday at"."""


def is_caption(page: Layout, region: Region, at: int) -> bool:
    """Whether the leaf `at` names what a picture shows, or whose it is."""
    leaf = page.leaves[at]
    text = leaf.text
    node = page.nodes[leaf.node]
    if node.role in ("heading", "item", "cell", "quote"):
        return False
    if (
        len(text) <= _CREDITED
        and not _MARKS.isdisjoint(text[-120:])
        and (_CREDIT.search(text[-120:]) or _AGENCY.search(text[-60:]))
    ):
        return len(text) < _PICTURED or not ends_sentence(text)
    said = ends_sentence(text) and len(text) > _SAID and at >= region.first  # a caption above the text may be long
    if len(text) > _PICTURED or said:
        return False
    for outer in around(page.nodes, leaf.node):
        if outer in region.spine or region.sizes[outer] > _PICTURED or page.nodes[outer].tag in _WHOLE:
            return False
        if outer in page.pictured:
            return True
    return False


def is_stamp(text: str) -> bool:
    """Whether `text` is a date or a time, with a word or two beside it.

    >>> is_stamp("20:41Amina Bekova"), is_stamp("20:41 was when it began.")
    (True, False)
    >>> is_stamp("Stand: 17.06.2025, 18:24 Uhr"), is_stamp("They met on 17 June 2025 in the old port of Aktau.")
    (True, False)
    """
    if len(text) > _STAMP:
        return False
    if _CLOCK.match(text) and len(text) <= _TIMED and not ends_sentence(text):
        return True
    found = _DATE.search(text)
    if found is None:
        return False
    return sum(map(str.isalpha, text)) - sum(map(str.isalpha, found[0])) <= _BESIDE
