"""Lines that belong to a picture: captions, printed once or twice, and credits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from digest.extract.byline_forms import PEOPLE
from digest.extract.lines import count_words, ends_sentence, is_prose
from digest.extract.stamps import is_stamp, place_of
from digest.model import Block

_AGENCIES = (
    r"(?:AP|AFP|EPA(?:-EFE)?|EFE|dpa|APA|TASS|ТАСС|Xinhua|新华社|Reuters|REUTERS|Getty(?: Images)?|Shutterstock|"
    r"iStock(?:photo)?|"
    r"Imago(?: Images)?|IMAGO|picture[- ]alliance|Alamy|Anadolu(?: Agency)?|Associated Press|Agence France-Presse|"
    r"Bloomberg|"
    r"RIA Novosti|РИА Новости|Sputnik|Kyodo|Yonhap|PA(?: Media| Wire| Images)?|ANP|NurPhoto|Sipa|ZUMA|VCG|"
    r"Wikimedia(?: Commons)?|"
    r"Unsplash|Pixabay|Flickr|Keystone|ddp|AAP|PTI|ANI|Handout|Courtesy(?: photo)?|Depositphotos|Adobe Stock|Fotolia)"
)
_CREDITS = (
    ("photo credit", rf"^{_AGENCIES}(?:\s*[,/|·-]\s*[\w .'’/-]{{2,60}})?$"),
    ("photo credit", rf"^[\w .,'’-]{{2,60}}\s*(?:/|\||via |- )\s*{_AGENCIES}\)?\.?$"),
    (
        "photo credit",
        rf"\((?:[^()]{{0,80}}\b)?(?:[Pp]hotos?|[Ii]mage|[Pp]icture|[Ff]oto|[Bb]ild|[Фф]ото)\b[^()]{{0,80}}\)\.?$|"
        rf"\([^()]{{0,60}}/\s?{_AGENCIES}[^()]{{0,20}}\)$",
    ),
    (
        "photo credit",
        rf"[.,:;|] ?(?:[\w .'’-]{{2,50}}[/|] ?)?{_AGENCIES}(?:/[\w .'’-]{{2,50}})?(?: via {_AGENCIES})?\.?$",
    ),
    ("photo credit", r"^(?:©|\(c\)|ⓒ)\s?(?!\d)\S.{1,60}$"),
    ("photo credit", rf"(?:©|\(c\)|ⓒ)\s?(?:[\w .'’-]{{2,50}}[/|,] ?)?{_AGENCIES}"),
    (
        "photo credit",
        r"^[\[(]?(?:photo(?:graph|graphy)?s?|image|picture|illustration|graphic|credits?|source|file photo|cover image|"
        r"foto|bild(?:quelle)?|quelle|grafik|crédits?(?: photo)?|photographie|image de couverture|фото|иллюстрация|"
        r"снимок|фотография|fotografía|imagen|crédito|图|图片|图源|摄影|照片|写真|사진)"
        r"(?: (?:by|credit|via|courtesy of|von|de|par))?\s*[:：/|©=].{1,200}$",
    ),
    ("photo credit", r"^(?:photo(?:graph)?s?|image|picture|illustration) (?:by|courtesy|via|from)\b.{1,120}$"),
    ("photo credit", r"^(?:摄|新华社.{0,10}摄|.{2,30}[（(]?(?:新华社|中新社)?(?:记者)?.{0,8}摄[)）]?)$"),
    (
        "photo credit",
        r"(?:^|[\s.(|])(?:Fotos?|Photos?|Bild(?:er|quelle)?|Photograph|Image|Credits?|Fotograf|Фото): ?[A-ZÀ-ÞА-Я©/]",
    ),
    (
        "photo credit",
        r"^FILE(?: PHOTO)?\s?[-–—:]\s?\S|^(?:File photo|Archivbild|Archivfoto|Symbolbild|Symbolfoto)\b",
    ),
    ("photo credit", r"^(?:A|An|In this) (?:file|archive|undated) (?:photo|picture|image)"),
    ("photo credit", rf"[( |]{_AGENCIES}\)$"),
    (
        "photo credit",
        rf"\[(?:File|Photo|Courtesy|Handout|Image)\b[^\[\]]{{0,90}}\]$|\[[^\[\]]{{2,60}}/\s?{_AGENCIES}[^\[\]]{{0,20}}\]$",
    ),
    ("photo credit", rf"^\[?\d{{1,2}} ?(?:/|of) ?\d{{1,2}}\]? .{{20,500}}\b{_AGENCIES}\b"),
    ("photo credit", r"(?<=[a-zà-ÿ.)])(?:Image|Bild|Foto|Photo|Credit): ?[A-ZÀ-Þ][^:]{2,80}$"),
    (
        "photo credit",
        r"[.!?] [A-ZÀ-Þ]{3,20}(?: [A-ZÀ-Þ-]{2,20}){1,4}(?: / | POUR | FOR | PARA | FÜR )[«“]? ?[A-ZÀ-Þ«“].{2,40}$",
    ),
    ("photo credit", r"[.!?] ?\([A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){1,3}(?:/[\w .'’-]{2,40})?\)$"),
    ("photo credit", r"^(?i:(?:image|photo|picture|video) source)\s*[,:|]"),
    (
        "label of a caption",
        r"^(?i:(?:image|photo|picture|media) caption|caption|bildunterschrift|légende|подпись к фото)\s*(?:[,:|]|$)",
    ),
    (
        "place in the picture",
        r"\((?:(?:front|back|top|bottom|far|second|third|fourth)[ -]?)?(?:from )?(?:the )?(?:left|right|cent(?:er|"
        r"re)|middle|pictured|"
        r"file photo|archive photo|file|L|R|C)(?: (?:row|front|from (?:the )?(?:left|right)))?\)|\bpictured (?:here|"
        r"above|below|left|right)\b"
        r"|\b(?:left|right) to (?:left|right)\b|^(?:above|below|left|right|pictured|in this (?:file )?(?:photo|"
        r"image|picture)):?,? ",
    ),
)
_RULES = tuple(
    (rule, re.compile(pattern, re.I if rule == "place in the picture" or pattern.startswith(r"^[\[(]?(?:photo") else 0))
    for rule, pattern in _CREDITS
)

_SHOWN = re.compile(
    r"\b(?:shows?|attends?|attending|meets?|holds?|takes? part|stands?|walks?|speaks?|poses?|waves?|shakes?|"
    r"look(?:s|ing)? on|"
    r"sits?|arrives?|delivers?|address(?:es)?|carr(?:y|ies)|march(?:es)?|gather|hold|protests?|pass(?:es)?|guards?|"
    r"parade|"
    r"react|watch(?:es)?|(?:is|are) (?:seen|welcomed|pictured|greeted|constructed)|seen|pictured|talks|listens?|"
    r"greets?|"
    r"inspects?|rides?|works?|appears?|leaves?|visits|welcomes?|hugs?|kneels?|prays?|queue|wait|waits?|line up|"
    r"smokes? rises)\b"
)
_TOLD = re.compile(
    r"\b(?:said|says|told|tells|announced|reported|according to|will|would|could|but|did|had been|today|yesterday|"
    r"signed)\b"
)
_WHEN = re.compile(
    r"\b(?:on|in|at|during|from|since|early|late|this|last)\b[^.]{0,60}"
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|"
    r"Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|week|month|year|(?:19|20)\d\d)(?: \d{1,2})?(?:, (?:19|20)\d\d)?\W*$"
)
_POSED = re.compile(
    rf"{PEOPLE}(?:, (?:left|right|cent(?:er|re)),?)?,? (?:in|at|on|during|with|after|before|outside|inside|near)\b"
)
_AT_A_TIME = re.compile(
    r"\b(?:[Ii]n|[Oo]n|during|since|last|this)(?: (?:early|late|mid))?[ -](?:\w{2,5}day,? )?"
    r"(?:\w{2,5}day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\w{0,6}\.?|week|month|year|(?:19|20)\d\d)"
    r"(?: \d{1,2})?(?:,? (?:19|20)\d\d)?\W*$"
)
_LONGEST = 700
_DESCRIBED = 45
_NAME = re.compile(PEOPLE)
_CREDIT = re.compile(r"(?i:fotos?|photos?|bild|quelle|image|picture|credit)\s?:|(?:©|\(c\)|ⓒ)\s?(?!\d)\S.{1,60}")
_LABEL = next(pattern for rule, pattern in _RULES if rule == "label of a caption")


def mark(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` with captions and credits labelled."""
    marked: list[Block] = []
    begun = False  # whether running text of an article has been seen since the last sign-off
    for at, block in enumerate(blocks):
        rule = "" if _settled(block) else _rule(blocks, at)
        if not rule and not begun and not _settled(block):
            rule = _opening(blocks, at)
        marked.append(replace(block, kind="caption", rule=rule) if rule else block)
        if begun and not rule and _twice(blocks, at) and not _settled(block):
            marked[-1] = replace(block, kind="caption", rule="printed twice")
        elif begun and not rule and _credited_below(blocks, at) and not _settled(block):
            marked[-1] = replace(block, kind="caption", rule="above the credit of a picture")
        elif not rule and block.kind in ("paragraph", "list item") and is_prose(block.text):
            begun = True
        if block.kind == "byline" or block.rule == "closing of a newsletter":
            begun = False
    return tuple(marked)


def _settled(block: Block) -> bool:
    return block.kind not in ("paragraph", "list item") or len(block.text) > _LONGEST


def _rule(blocks: Sequence[Block], at: int) -> str:
    text = blocks[at].text
    if _twice(blocks, at) and ends_sentence(text):
        return "printed twice"
    if at and len(blocks[at - 1].text) <= 25 and _LABEL.fullmatch(blocks[at - 1].text) and count_words(text) <= 50:
        return "below the label of a caption"
    for rule, pattern in _RULES:
        if pattern.search(text) and count_words(text) <= 70 and not text.startswith(('"', "“", "«", "By ")):
            return rule
    return ""


def _twice(blocks: Sequence[Block], at: int) -> bool:
    text = blocks[at].text
    near = [blocks[other].text for other in (at - 1, at + 1) if 0 <= other < len(blocks)]
    if text in near:
        return not is_stamp(text) and not _signs(blocks, at)
    following = near[-1] if at + 1 < len(blocks) else ""
    return _with_credit(text, following)


def _credited_below(blocks: Sequence[Block], at: int) -> bool:
    """Whether the next line is nothing but the credit of a picture, and this one short enough to describe it."""
    following = blocks[at + 1].text if at + 1 < len(blocks) else ""
    return bool(_CREDIT.fullmatch(following)) and count_words(blocks[at].text) <= _DESCRIBED


def _signs(blocks: Sequence[Block], at: int) -> bool:
    """Whether a name printed twice has the day right below: a portrait and its author, no picture of the text."""
    below = blocks[at + 1 : at + 4]
    return bool(_NAME.fullmatch(blocks[at].text)) and any(is_stamp(block.text) for block in below)


def _with_credit(text: str, following: str) -> bool:
    """Whether the next line is this one again, with the credit of the picture after it."""
    rest = following[len(text) :] if following.startswith(text) and count_words(text) >= 5 else ""
    return 0 < len(rest) <= 90 and any(pattern.search(following) for rule, pattern in _RULES if rule == "photo credit")


def _opening(blocks: Sequence[Block], at: int) -> str:
    text = blocks[at].text
    if is_scene(text) and place_of(text) is None:
        return "scene at the head of an article"
    titled = any(count_words(block.text) >= 4 for block in blocks[max(0, at - 12) : at])
    return "people, place and time" if titled and _is_pose(text) else ""


def _is_pose(text: str) -> bool:
    """Whether `text` names who is where and when, and says no more."""
    return len(text) <= 160 and bool(_POSED.match(text) and _AT_A_TIME.search(text)) and not _TOLD.search(text)


def is_scene(text: str) -> bool:
    """Whether `text` describes a picture: one sentence in the present that ends with its date.

    >>> is_scene("Workers protest outside the plant in Aktau on May 4.")
    True
    >>> is_scene("Workers protested outside the plant in Aktau on May 4.")
    False
    """
    one = not re.search(r"[.!?][\"”’]? [A-ZÀ-Þ]", text.replace("U.S. ", "US ").replace("St. ", "St "))
    one = one and not _TOLD.search(text)
    return one and 5 <= count_words(text) <= 50 and bool(_SHOWN.search(text) and _WHEN.search(text))
