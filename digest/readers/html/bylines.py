"""The bylines a page shows: elements that say by their marks or their words who wrote the text around them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from digest.dates.spotting import spot_dates
from digest.model import Declared
from digest.readers.html.foreign import is_foreign
from digest.readers.html.markup import Tree
from digest.readers.html.outline import Place, Spot, is_profile, marks, outline, pieces
from digest.signing import read_signers
from digest.signing.cutting import opening

_MARKED = re.compile(
    r"(?<![a-z])(?:authors?|autor(?:en|es|zy|i|e|a|ka)?|auteurs?|autrice|by-?lines?|writers?|reporters?|"
    r"journalist(?:e|s|en)?|"
    r"contributors?|redakteure?|redacteur|verfasser|skribent|forfattere?|författare|toimittaja|yazar|muhabir|penulis|"
    r"signature|firm[ae]s?|firmante|periodista|giornalista|redattore|created-?by|posted-?by|written-?by|submitted|"
    r"vcard|"
    r"person-link|creators?|zuozhe|jizhe|laiyuan|source-author|(?:author|byline|writer|autor)-?_*(?:name|info|box|"
    r"link|list|"
    r"wrap|title|block|data|row|text|meta)s?)(?![a-z])"
)
_SAYS = re.compile(
    r"\W{0,3}(?:(?:(?i:written|reported|story|words|text|posted|published|analysis|opinion|report|reporting|"
    r"review)\s)?(?:by|By|BY)\b[\s:]{0,3}(?=[^\W\d_a-z])|"
    r"(?:Von|VON|von|Par|PAR|Por|POR|Door|Av|Af|AV|AF|Di|Da|Oleh|Przez|De|Του|Της|Γράφει|Ein \w+ von|Eine \w+ von|"
    r"Interview:?|"
    r"Veröffentlicht von|Propos recueillis par|A cura di)\s*:?\s+(?=[^\W\d_a-z])|"
    r"(?i:authors?|autor(?:in|en|es|e|zy|ka|a)?|auteurs?|autore|text|texte|texto|testo|tekst|reporter|writer|"
    r"автор[ы]?|текст|"
    r"корреспондент|журналист|szerző|yazan|yazar|haber|muhabir|penulis|pewarta|tác giả|συντάκτης|κείμενο|"
    r"fotos?|photos?|photography|translation|übersetzung|traduction|edited by|editor|redaktion|"
    r"记者|記者|本报记者|作者|撰文|文|责编|责任编辑|編集|글|기자|लेखक|โดย|بقلم|كتب|מאת|نویسنده)\s?[:：/]\s*\S|"
    r"بقلم\s|מאת\s|โดย\s?\S|文・\S|(?:本报|本報|新华社|新華社)?(?:记者|記者)\s?\S)"
)
_SIGNED_END = re.compile(
    r"[（(][^()（）]{0,12}(?:记者|記者|责编|责任编辑|編集|编辑|文)[^()（）]{1,60}[）)]\s*$|"
    r"[\uac00-\ud7af]{2,4}\s?(?:선임|인턴|수습|객원)?기자(?:\s|=|$)|^[（(【][^()]{0,20}記者[^()]{0,20}[）)】]"
)
_SIGNED_BY = re.compile(
    r"(?:^|(?:(?:19|20)\d\d|\d\d[:.h]\d\d)(?:\s?(?:uhr|h|[ap]\.?m\.?))?)[^\w|©]{0,4}"
    r"(?P<signed>(?:von|by|par|por|door|di|av|af|przez|oleh)(?:\s*:?\s+(?=[^\W\d_])|\s*$)|autor[^\s:]{0,8}\s?:|"
    r"(?:author|auteur|autore|redakteur|verfasser)\s?:)",
    re.I,
)
"""Who signs, in a line that begins with the day."""
_DATED = re.compile(r"\W{0,3}(?:(?i:posted|published)\s)?(?:[Vv]on|[Bb]y|[Pp]ar)\s\S.{0,60}\d\d[:.]\d\d")
"""A label, who signs, and the hour: what stands in the next elements is of another kind."""
_LABEL_ALONE = re.compile(
    r"(?:authors?|written by|autor(?:in|en)?|verfasser(?:in)?|auteurs?|autrice|autore|autora?|автор)\s*:?", re.I
)
_PAIR = 100
_BRACKETS = "（()）【】"
_TAGS = frozenset(
    {
        "div",
        "span",
        "p",
        "a",
        "li",
        "ul",
        "address",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "strong",
        "b",
        "em",
        "i",
        "small",
        "dl",
        "dd",
        "dt",
        "td",
        "section",
        "header",
        "footer",
        "cite",
        "font",
        "article",
        "aside",
        "details",
        "time",
        "figcaption",
    }
)
_LONGEST, _SHORTEST, _UNMARKED, _WORDS, _BESIDE = 400, 2, 220, 160, 120
_BOXES = frozenset({"a", "ul", "section", "header", "article", "aside"})
_END, _SIGNATURE, _BENEATH, _SIGNED = 800, 50, 400, 90
_YEAR = re.compile(r"(?:19|20)\d\d|\d[./]\d")
_MOST = 24
_NO_PEOPLE = ("", "subject", "source")
"""What a label may open that names nobody; empty for no label."""
_NEAR_AFTER, _NEAR_BEFORE = 1_800, 500


def find_bylines(tree: Tree, page: Place | None = None) -> Iterator[Declared]:
    """The rows of the bylines a page shows, nearest to its headline first."""
    page = page or outline(tree)
    taken: set[Tree] = set()
    last: Tree | None = None
    found: list[tuple[int, str, str]] = []
    for spot in page.spots:
        if not _SHORTEST <= spot.length <= _LONGEST:
            continue
        element = spot.element
        distance = page.distance(spot)
        kind = _kind(spot, distance)
        if (
            not kind
            or page.holds(element)
            or any(parent in taken for parent in element.iterancestors())
            or is_foreign(spot, page, _is_marked)
        ):
            continue
        if text := _text(element):
            taken.add(element)
            kind, text = _after_day(kind, text)
            if last is not None and kind == found[-1][1] and _are_twins(last, element):
                found[-1] = (found[-1][0], kind, f"{found[-1][2]} | {text}")
            else:
                found.append((distance, kind, text))
            last = element
        if len(found) > _MOST:
            break
    yield from _ranked(found)


def _after_day(kind: str, text: str) -> tuple[str, str]:
    """The kind and the pieces of a byline; of a line with a day and a label, what the label says."""
    if kind in ("labelled byline", "byline in words") and _DATED.match(first := text.split(" | ", 1)[0]):
        return kind, first
    if kind == "name beside a date":
        parts = text.split(" | ")
        for at, part in enumerate(parts):
            if match := _SIGNED_BY.search(part):
                return "byline in words", " | ".join((part[match.start("signed") :], *parts[at + 1 :]))
    return kind, text


def _are_twins(one: Tree, other: Tree) -> bool:
    """Whether two elements are of one list: alike, and in one box or in boxes of one box."""
    if one.tag != other.tag or marks(one) != marks(other):
        return False
    mine, its = one.getparent(), other.getparent()
    if mine is its:
        return True
    return mine is not None and its is not None and mine.tag == its.tag and mine.getparent() is its.getparent()


@lru_cache(maxsize=4_096)  # a page has few classes and many elements
def _is_marked(words: str) -> bool:
    return bool(_MARKED.search(words))


def _kind(spot: Spot, distance: int) -> str:
    """What makes an element a byline: its marks, its address, or its words; empty where nothing does."""
    element = spot.element
    if not (element.tag in _TAGS or "-" in element.tag):
        return ""
    if element.tag == "a" and is_profile(element):
        return "author link"
    if _is_marked(marks(element)):
        return "byline element"
    if spot.length > _UNMARKED or element.tag in _BOXES:
        return ""
    return _kind_of_words(element, " ".join(element.text_content().split()), distance)


def _kind_of_words(element: Tree, text: str, distance: int) -> str:
    if len(text) < _WORDS and not text.endswith((".", "!", "?")) and (label := _label(text)):
        return label
    if len(element) and len(text) < _PAIR and _LABEL_ALONE.search(text) and _is_pair(element):
        return "labelled byline"
    if (text[:1] in _BRACKETS or text[-1:] in _BRACKETS or "기자" in text) and _SIGNED_END.search(text):
        return "sign-off"
    if distance > _END and _is_slanted(element, text):
        return "name in italics"
    if len(text) < _BESIDE and _YEAR.search(text) and _may_sign(text, distance) and any(spot_dates(text)):
        return "name beside a date"
    return "name beneath the headline" if 0 <= distance < _BENEATH and _is_signed(text) else ""


def _may_sign(text: str, distance: int) -> bool:
    """Whether a name in a line with a day would sign: below the headline, or with a label above it."""
    return 0 <= distance < _NEAR_AFTER or (-_NEAR_BEFORE < distance < 0 and bool(_SIGNED_BY.search(text)))


def _is_pair(element: Tree) -> bool:
    """Whether an element is a label in an element of its own, and a name: "<b>Author</b> Ann Lee"."""
    if not _LABEL_ALONE.match(element.text_content()[:_PAIR].lstrip()):
        return False
    parts = pieces(element)
    return 1 < len(parts) < 4 and bool(_LABEL_ALONE.fullmatch(parts[0][0])) and parts[0][1] is not element


def _is_signed(text: str) -> bool:
    """Whether a line is somebody's name and where he works, and nothing else: "Ann Lee, Vale Times"."""
    if len(text) > _SIGNED or text[-1:] in ".!?:":
        return False
    kinds = {signer.kind for signer in read_signers(text)}
    return "person" in kinds and len(kinds) > 1 and kinds <= {"person", "agency", "body", "desk", "site"}


def _is_slanted(element: Tree, text: str) -> bool:
    """Whether a whole paragraph is a few words in italics: who signs below his text."""
    whole = len(element) == 1 and element.tag == "p" and element[0].tag in ("em", "i")
    return (
        whole
        and len(text) < _SIGNATURE
        and text[-1:] not in ".!?:"
        and " ".join(element[0].text_content().split()) == text
    )


@lru_cache(maxsize=4_096)  # boxes in boxes have the same words
def _label(text: str) -> str:
    """What kind of label opens `text`: "By" and its kind, or one with a colon, which is surer."""
    if "©" in text[:3]:
        return ""
    if any(mark in text[:40] for mark in ":：") and opening(text, "")[0] not in _NO_PEOPLE:
        return "labelled byline"
    if match := _SAYS.match(text):
        return "labelled byline" if any(mark in match[0] for mark in ":：/") else "byline in words"
    return ""


def _text(element: Tree) -> str:
    """The pieces of a byline; of one with links to its authors, those and what joins or labels them."""
    parts = pieces(element)
    names = [words for words, owner in parts if _is_name_piece(owner, element)]
    if names and any(len(name.split()) > 1 for name in names):
        parts = [parts[at] for at in range(len(parts)) if _belongs(parts, at, names)]
    return " | ".join(dict.fromkeys(words for words, _ in parts if any(map(str.isalnum, words)) or words in "&:,"))


def _belongs(parts: Sequence[tuple[str, Tree]], at: int, names: Sequence[str]) -> bool:
    """Whether a piece beside linked names is one of them, joins or labels them, or stands next to what does."""
    words = parts[at][0]
    if words in names or _JOINING.search(words) or _LABELLING.search(words):
        return True
    around = [parts[near][0] for near in (at - 1, at + 1) if 0 <= near < len(parts)]
    return any(near in _AND or _JOINING.search(near) for near in around) and len(words.split()) > 1


_AND = frozenset({",", "&", "und", "and", "et", "y", "og", "och", "e", "en", "i", "ve", "и", "та"})
_JOINING = re.compile(
    r"^(?:,\s*)?(?:and|und|et|y|e|og|och|i|en|ve|и|та|&|,)\s|\s(?:and|und|et|y|e|og|och|en|ve|и|та|&)$|^(?:&|and|"
    r"und)$",
    re.I,
)
_LABELLING = re.compile(
    r"[:：]\s*$|^(?:by|von|par|por|av|af|door|photos?|fotos?|texte?|translat\w+ by|edited by|photograph\w* by|with|"
    r"mit)"
    r"\s*:?$|\b(?:reporting|photos?|edit\w+|translat\w+|fotos) (?:by|von)\s*$",
    re.I,
)
_NAME_MARK = re.compile(
    r"(?<![a-z])(?:fn|name|author-?_*name|byline-?_*name|author-?_*link|byline-?_*link)(?![a-z])|author__name|"
    r"byline__name|__name(?![a-z])",
    re.I,
)


def _is_name_piece(owner: Tree, within: Tree) -> bool:
    for element in (owner, *list(owner.iterancestors())[:3]):
        if element.tag == "a" and is_profile(element):
            return True
        if element is not within and (
            element.get("itemprop") == "name" or _NAME_MARK.search(element.get("class") or "")
        ):
            return True
        if element is within:
            return False
    return False


_AT_END = ("sign-off", "name in italics")


def _ranked(found: Sequence[tuple[int, str, str]]) -> Iterator[Declared]:
    """The rows, those by the headline first; of words without marks only what stands near it or signs the end."""
    near = [row for row in found if -_NEAR_BEFORE <= row[0] <= _NEAR_AFTER and row[1] not in _AT_END]
    near.sort(key=lambda row: (row[0] < 0, abs(row[0])))
    for distance, kind, text in near:
        where = "by the headline" if distance >= 0 else "above the headline"
        yield Declared(field="author", value=text, origin=f"{kind} {where}")
    for _, kind, text in found:
        if (_, kind, text) not in near:
            yield Declared(field="author", value=text, origin=kind if kind in _AT_END else f"{kind} further down")
