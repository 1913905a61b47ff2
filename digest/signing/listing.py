"""The names in a stretch of a byline, one by one, without the places and the work of those they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.signing.kinds import EAST_ASIAN, is_agency, is_person, is_role, kind_of, without_role
from digest.signing.words import HELPING, alternation

_LARGE = r"(?=[^\W\d_])(?-i:(?![a-zà-öø-ÿа-яё]))"
_SURE_AND = r"and|und|et|og|och|ve|и|та|και|και|és|en|oraz|samt|sowie|og|ja|ir|un|dhe|và|dan|و|with|with|avec|mit"
_ANY_AND = rf"{_SURE_AND}|y|e|i|a|si|și|te|ja|na"
_SPLIT = re.compile(rf"\s*(?:&|\+|،)\s*|\s+(?:{_ANY_AND})\s+{_LARGE}|(?<=\s)و(?=\w{{3}})|(?<=\s)ו(?=\w{{2}})", re.I)
_SURE = re.compile(rf"\s*(?:&|\+|،|(?:^|\s)(?:{_SURE_AND})\s)\s*", re.I)
_LEADING_AND = re.compile(rf"^(?:{_SURE_AND}|y|e|&)\s+{_LARGE}", re.I)
_TRAILING_AND = re.compile(rf"\s+(?:{_SURE_AND}|y|e|&)$", re.I)
_TRAILING_IN = re.compile(r"\s+(?:in|IN|unter|under|dans)$")
"""What stands between who wrote and the category in the next element."""
_SLASH = re.compile(r"(?<=\w{3})\s?/\s?(?=\w{3})|(?<=[a-zà-ÿ])/(?=[A-Z])")
_PAREN = re.compile(r"\s*[(\[（【]([^()\[\]（）【】]{0,80})[)\]）】]\s*")
_OPEN = re.compile(r"\s*[(\[（].*$")
_PLACED = re.compile(r"\s+(?:in|at|from|[Ff]or|reporting\s(?:from|in)|aus|из|в)\s+(?=[A-ZÀ-ÞА-Я]).{2,80}$")
_FORM = re.compile(r"\se\.\s?V\b|\s(?:GmbH|AG|Ltd|Inc|LLC|plc)\b")
"""The form of a body, whose place is part of its name: "Verein der Fischer in Aktau e.V."."""
_WHEN = re.compile(
    r"\s*[,|–—-]?\s*(?:(?:and|und|et|y)\s\d+\s|(?<![.\w])(?:last\s)?(?:published|updated|posted|modified|veröffentlicht|"
    r"aktualisiert|publié|mis à jour|"
    r"publicado|actualizado|stand|am|um|at|on|le|el)\b\s*:?\s*(?:on\s)?(?=\W*\w*\.?\s?\d|$)|(?<!\w)\d).*$",
    re.I,
)
_ENDS = re.compile(r"^[\s,.:;|/•·*~_\"“”„«»<>+=#^)\]–—-]+|[\s,:;|/•·*~_\"“”„«»<>+=#^)\]–—-]+$")
_MARKED = {role: re.compile(rf"(?:{alternation(row)})\.?", re.I) for role, row in HELPING.items()}
_INITIALS = re.compile(r"[a-z]{2,8}/[a-z]{2,8}")
_DASH = re.compile(r"\s+[–—-]{1,2}\s+|,\s(?=für\s|for\s|special to)")
_SPECIAL = re.compile(r"(?:special to|exclusive to|exklusiv für|für|for)\s", re.I)

_FAMILIES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉"
    "程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯"
)
_HANGUL_SIGNED = re.compile(
    r"([\uac00-\ud7af]{2,4})\s?(?:[\uac00-\ud7af]{0,5}\s?)?(?:기자|특파원|논설위원|논설실장|위원|에디터|앵커|PD|"
    r"인턴기자|객원기자)"
)
_EAST_WHEN = re.compile(r"(?:^|(?<=\s))\d{2,4}\s?[年년./-]\s?\d.*$")
_HAN_WORK = re.compile(
    r"^(?:【[^】]{0,20}】|［[^］]{0,20}］)?(?:本报|本報|本刊|本社|特约|特約|新华社|新華社|中新社|中新网|人民网|首席|"
    r"见习|实习|通讯员|驻\w{1,6})*"
    r"(?:记者|記者|通讯员|评论员|作者|编辑|特派員)\s?[:：]?\s?|"
    r"\s?(?:本报记者|记者|記者|編集委員|論説委員|解説委員|特派員|支局長|編集長|委員|通讯员|评论员|さん|氏|署名)$"
)
_HAN_LIST = re.compile(r"\s*[、,，/／;；&＆和与及\u3000]\s*|(?<=[\u3400-\u9fff]{3})・(?=[\u3400-\u9fff]{3})")


def list_names(text: str, *, inverted: bool = False) -> Iterator[tuple[str, str | None]]:
    """Each name in `text`, with the work that brackets behind it tell.

    >>> [name for name, _ in list_names("Ann Lee in Almaty, Bo Chen and Reuters")]
    ['Ann Lee', 'Bo Chen', 'Reuters']
    """
    if EAST_ASIAN.search(text):
        yield from ((part, None) for part in _eastern(text))
        return
    if inverted and text.count(",") == 1 and " and " not in text:
        yield _bare(text), None
        return
    whole = _bare(text)
    parts = [part for chunk in _chunks(text) for part in _conjoined(chunk)]
    named = [(_bare(part), _told(part)) for part in parts]
    if len(named) > 1 and _is_one_body(whole, [name for name, _ in named]):
        named = [(whole, None)]
    yield from ((name, role) for name, role in named if name)


def _chunks(text: str) -> list[str]:
    """`text` parted at slashes and commas, unless the comma turns one name round: "Doe, Jane"."""
    parts = [part for piece in _DASH.split(text) for part in _slashed(piece)]
    found: list[str] = []
    for part in parts:
        pieces = [
            piece.strip()
            for piece in re.split(r"\s*,(?!\s*(?:[JS]r\.?|II|III|Ph\.?D\.?|MD|M\.D\.)(?!\w))\s*", part)
            if piece.strip()
        ]
        turned = (
            len(pieces) == 2 and all(len(piece.split()) == 1 for piece in pieces) and not any(map(is_agency, pieces))
        )
        found += [part] if turned and _is_turned(pieces) else pieces
    return found


def _slashed(piece: str) -> list[str]:
    """`piece` parted at its slashes; initials stay beside the service they wrote for: "dpa/lby"."""
    return [piece] if _INITIALS.fullmatch(piece) else _SLASH.split(piece)


def _is_turned(pieces: list[str]) -> bool:
    return is_person(f"{pieces[1]} {pieces[0]}") and all(piece.istitle() or "-" in piece for piece in pieces)


def _conjoined(chunk: str) -> list[str]:
    """`chunk` parted at its "and", where a whole name stands on both sides."""
    chunk = _TRAILING_IN.sub("", chunk)
    chunk = _TRAILING_AND.sub("", _LEADING_AND.sub("", chunk))
    parts: list[str] = []
    start = 0
    for match in _SPLIT.finditer(chunk):
        left, right = chunk[start : match.start()], chunk[match.end() :]
        first = _SPLIT.split(right, maxsplit=1)[0]
        if _SURE.fullmatch(f" {match[0].strip()} ") or (_stands(left) and _stands(first)):
            parts.append(left)
            start = match.end()
    return [*parts, chunk[start:]]


def _stands(side: str) -> bool:
    return len(_bare(side).split()) >= 2 or is_agency(side.strip())


def _is_one_body(whole: str, names: list[str]) -> bool:
    """Whether what looked like several is the one name of a body: "Food and Agriculture Organization"."""
    kinds = [kind_of(name) for name in names if name]
    if any(kind in ("person", "login") for kind in kinds) or re.search(r"[,/;]", whole):
        return False
    return not all(kind == "agency" for kind in kinds)


def _told(part: str) -> str | None:
    """What brackets behind a name say its bearer did, if not the writing."""
    for match in _PAREN.finditer(part):
        for role, pattern in _MARKED.items():
            if pattern.fullmatch(match[1].strip(" .:")):
                return role
    return None


def _bare(part: str) -> str:
    """A name without brackets, places, times and work."""
    if _PAREN.fullmatch(part):
        part = part.strip(" ()[]（）")
    name = _OPEN.sub("", _PAREN.sub(" ", part)).strip()
    name = _ENDS.sub("", _WHEN.sub("", name if _FORM.search(name) else _PLACED.sub("", name)))
    if _SPECIAL.match(name):
        return ""
    if is_role(name):
        name = without_role(name)
    name = _without_agency(name)
    name = name.strip() + ("." if re.search(r"\b(?:[JS]r|[A-Z])$", name) and name + "." in part else "")
    return re.sub(r"\s+", " ", name)


def _without_agency(name: str) -> str:
    """`name` without the agency that stands behind it with no comma: "Ann Lee Associated Press"."""
    words = name.split()
    for count in (3, 2, 1):
        tail = " ".join(words[-count:])
        told = is_agency(tail) and (count > 1 or (tail.isupper() and not name.isupper()))
        if told and len(words) >= count + 2 and not words[-count - 1].islower():
            return " ".join(words[:-count])
    return name


def _eastern(text: str) -> Iterator[str]:
    """The names in Chinese, Japanese or Korean writing."""
    bare = _EAST_WHEN.sub("", _OPEN.sub("", _PAREN.sub(" ", text))).strip()
    if signed := [match[1] for match in _HANGUL_SIGNED.finditer(bare)]:
        listed = [part for part in re.split(r"[,·、\s]+", bare[: bare.find(signed[0])]) if _is_hangul_name(part)]
        yield from (*listed, *signed)
        return
    bare = re.sub(r"(?<=[\uac00-\ud7af])\s+[A-Za-z0-9._]{2,30}$", "", bare)
    for part in _HAN_LIST.split(bare):
        yield from _spaced(_HAN_WORK.sub("", _HAN_WORK.sub("", part.strip(" ・·:：)）(（"))).strip())


def _is_hangul_name(part: str) -> bool:
    return bool(re.fullmatch(r"[\uac00-\ud7af]{2,4}", part))


def _spaced(part: str) -> list[str]:
    """Several Chinese names with blanks between, or one name with a blank inside."""
    words = part.split()
    if len(words) > 1 and all(2 <= len(word) <= 4 and word[0] in _FAMILIES for word in words):
        return words
    if len(words) > 2 and all(2 <= len(word) <= 4 and EAST_ASIAN.fullmatch(word[0]) for word in words):
        return words
    return [part] if part else []
