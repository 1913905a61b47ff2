"""Chinese names by their syllables: characters, pinyin, Wade-Giles and the Cyrillic of Palladius, each as pinyin."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product

Reading = tuple[str, str]
"""Family and given name in pinyin, without spaces."""
Reader = Callable[[str], tuple[str, ...]]
"""A word of one or two syllables → what it may be in pinyin."""

FAMILIES = frozenset(
    re.findall(
        r"[a-zü]+",
        """
    ai an bai ban bao bi bian bo bu cai cao cen chai chang che chen cheng chi chu chuan cong cui dai dang deng di diao
    ding dong dou du duan fan fang fei feng fu gai gan gao ge geng gong gou gu guan gui guo hai han hang hao he hong hou
    hu hua huang hui huo ji jia jian jiang jiao jin jing ju kang ke kong kuang lai lan lang lao le lei leng li lian
    liang liao lin ling liu long lou lu luan luo lü ma mai man mao mei meng mi miao min ming mo mou mu na nan ni nie
    ning niu ou pan pang pei peng pi piao ping pu qi qian qiang qiao qin qing qiu qu quan que ran rao ren rong ruan
    rui sang sha shan shang shao she shen sheng shi shu shui si song su sui sun tai tan tang tao teng tian tong tu wan
    wang wei wen weng wu xi xia xian xiang xiao xie xin xing xiong xu xuan xue yan yang yao ye yi yin ying yong you yu
    yuan yue yun zang zeng zha zhai zhan zhang zhao zhen zheng zhong zhou zhu zhuang zhuo zong zou zu zuo
    ba bing cang e heng kan kou kui miao nong sa sai suo ta xun zhe
    ouyang shangguan sima situ zhuge huangfu xiahou dongfang linghu murong
    """,
    )
)
_COMMON = frozenset(
    re.findall(
        r"[a-zü]+",
        """
    bai cai cao chen cheng cui dai deng ding dong du fan fang feng fu gao gu guo han hao he hou hu huang jia jiang jin
    kang kong lai lei li liang liao lin liu long lu luo lü ma mao meng mo pan peng qian qin qiu ren shao shen shi song
    su sun tan tang tao tian wan wang wei wu xi xia xiao xie xiong xu xue yan yang yao ye yin yu yuan zeng zhang zhao
    zheng zhong zhou zhu zou
    """,
    )
)
"""Families so common that a name which begins with one is taken to be written family first."""
_FAMILY_READINGS = {
    "单": "shan", "單": "shan", "曾": "zeng", "解": "xie", "仇": "qiu", "任": "ren", "区": "ou", "區": "ou",
    "查": "zha", "翟": "zhai", "乐": "yue", "樂": "yue", "朴": "piao", "盖": "ge", "尉": "yu", "覃": "qin",
    "冼": "xian", "缪": "miao", "宁": "ning", "洗": "xian", "薄": "bo", "逄": "pang", "佘": "she",
    "葉": "ye", "叶": "ye", "沈": "shen",
}  # fmt: skip
"""What a character that has several readings is read as in a family name."""
_GIVEN_READINGS = {
    "乐": ("le", "yue"),
    "长": ("chang", "zhang"),
    "重": ("zhong", "chong"),
    "行": ("xing", "hang"),
    "朝": ("chao", "zhao"),
}
_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]{2,4}")
_LATIN = re.compile(r"[a-zü'’‘ʻ-]+(?: [a-zü'’‘ʻ-]+){1,2}")
_CYRILLIC = re.compile(r"[а-яёі-]+(?: [а-яёі-]+){1,2}")
_TONES = {"\u0300", "\u0301", "\u0304", "\u030c"}
_OF_A_PLACE = re.compile(r"(?<=..)[市省县縣州区區]$")
_LONGEST = 40


@lru_cache(maxsize=100_000)
def readings(name: str) -> frozenset[Reading]:
    """How `name` may be read if it is Chinese; nothing where it cannot be.

    >>> readings("习近平") == readings("Си Цзиньпин") == readings("Jinping Xi") == frozenset({("xi", "jinping")})
    True
    >>> sorted(readings("Mao Tse-tung")), readings("Nursultan Nazarbayev")
    ([('mao', 'cedong'), ('mao', 'cetong'), ('mao', 'zedong'), ('mao', 'zetong')], frozenset())
    """
    if len(name) > _LONGEST:
        return frozenset()
    plain = _plain(name)
    if _HAN.fullmatch(plain):
        return frozenset(_of_characters(plain))
    if _CYRILLIC.fullmatch(plain):
        return frozenset(_of_words(plain.replace("і", "и").split(), _cyrillic))
    if not _LATIN.fullmatch(plain):
        return frozenset()
    words = re.sub("[’‘ʻ]", "'", plain).split()
    found = set(_of_words([word.replace("'", "") for word in words], _pinyin))
    if not found or any(re.search(r"[a-z]-[a-z]", word) for word in words):
        found |= set(_of_words(words, _wade_giles))
    return frozenset(found)


def is_han(name: str) -> bool:
    """Whether `name` has a Chinese character."""
    return bool(re.search(r"[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]", name))


def syllables(name: str) -> str:
    """The name of a place that is written in characters as pinyin; "" where one of them is unknown."""
    read = [_characters().get(letter, "") for letter in _OF_A_PLACE.sub("", name)[:8]]
    return "".join(read) if len(read) > 1 and all(read) else ""


def _plain(name: str) -> str:
    parts = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", name).casefold().replace("·", ""))
    kept = "".join(part for part in parts if part not in _TONES)
    return " ".join(unicodedata.normalize("NFC", kept).split())


def _of_characters(name: str) -> Iterator[Reading]:
    table = _characters()
    for cut in (2, 1) if len(name) > 2 else (1,):
        family = _FAMILY_READINGS.get(name[0]) if cut == 1 else None
        first = family or "".join(table.get(letter, "?") for letter in name[:cut])
        if first in FAMILIES and len(name) - cut <= 2:
            given = [_GIVEN_READINGS.get(letter, (table.get(letter, "?"),)) for letter in name[cut:]]
            for syllables in product(*given):
                yield from _spelled(first, "".join(syllables))


def _spelled(family: str, given: str) -> Iterator[Reading]:
    """A reading, and how it is written where ü is not at hand."""
    for letter in ("ü", "v", "u", "yu") if "ü" in family + given else ("",):
        yield family.replace("ü", letter), given.replace("ü", letter)


def _of_words(words: list[str], read: Reader) -> Iterator[Reading]:
    """The readings with the family name first, as a Chinese writes it, else those with the family name last."""
    in_order = list(_joined(words[0], words[1:], read))
    turned = list(_joined(words[-1], words[:-1], read))
    leads = any(family in _COMMON for family, _ in in_order)
    yield from turned if turned and not leads else in_order


def _joined(family: str, given: list[str], read: Reader) -> Iterator[Reading]:
    families = [found for found in read(family) if found in FAMILIES]
    parts = [part for word in given for part in word.split("-") if part]
    if families and 1 <= len(parts) <= 2:
        for first, *rest in product(families, *map(read, parts)):
            if len(parts) == 1 or all(syllable in _syllables() for syllable in rest):
                yield first, "".join(rest)


@lru_cache(maxsize=20_000)
def _pinyin(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys("".join(found) for found in _cuts(word, _in_pinyin())))


@lru_cache(maxsize=20_000)
def _wade_giles(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys("".join(found) for found in _cuts(word, _in_wade_giles())))


@lru_cache(maxsize=20_000)
def _cyrillic(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys("".join(found) for found in _cuts(word, _in_cyrillic())))


def _cuts(word: str, table: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, ...]]:
    """`word` as one or two syllables of `table`, each as pinyin."""
    if len(word) > 14:
        return
    yield from ((found,) for found in table.get(word, ()))
    for cut in range(1, len(word)):
        if word[:cut] in table and word[cut:] in table:
            yield from product(table[word[:cut]], table[word[cut:]])


@cache
def _characters() -> dict[str, str]:
    """Character → its reading."""
    return {letter: syllable for syllable, letters in _table() for letter in letters}


@cache
def _syllables() -> frozenset[str]:
    written = {syllable for syllable, _ in _table()}
    return frozenset(written | {name.replace("ü", letter) for name in written for letter in ("v", "yu")})


@cache
def _in_pinyin() -> dict[str, tuple[str, ...]]:
    return {name: (name,) for name in _syllables()}


@cache
def _table() -> tuple[tuple[str, str], ...]:
    lines = files("digest.authorities").joinpath("hanzi.txt").read_text(encoding="utf-8").splitlines()
    return tuple((line.split()[0], line.split()[1]) for line in lines if not line.startswith("#"))


_INITIAL = re.compile(r"(zh|ch|sh|[bpmfdtnlgkhjqxrzcs])?(.*)")


@cache
def _in_wade_giles() -> dict[str, tuple[str, ...]]:
    """Syllable in Wade-Giles, with and without its apostrophe → pinyin."""
    found: dict[str, dict[str, None]] = {}
    for syllable in sorted(name for name, _ in _table()):
        for written in _as_wade_giles(syllable):
            found.setdefault(written, {})[syllable] = None
            found.setdefault(written.replace("'", ""), {})[syllable] = None
    return {written: tuple(names) for written, names in found.items()}


_WG_INITIALS = {
    "b": "p", "p": "p'", "d": "t", "t": "t'", "g": "k", "k": "k'", "j": "ch", "q": "ch'", "x": "hs", "zh": "ch",
    "ch": "ch'", "r": "j", "z": "ts", "c": "ts'",
}  # fmt: skip
_WG_FINALS = {
    "ong": "ung", "iong": "iung", "ian": "ien", "ie": "ieh", "uo": "o", "üe": "üeh", "ue": "üeh", "er": "erh",
}  # fmt: skip
_WG_WHOLE = {
    "zhi": ("chih",), "chi": ("ch'ih",), "shi": ("shih",), "ri": ("jih",), "zi": ("tzu",), "ci": ("tz'u",),
    "si": ("szu", "ssu"), "ye": ("yeh",), "yan": ("yen",), "yue": ("yüeh", "yueh"), "you": ("yu",), "yi": ("i", "yi"),
    "yong": ("yung",), "yu": ("yü",), "yuan": ("yüan", "yuan"), "yun": ("yün",), "ge": ("ko",), "ke": ("k'o",),
    "he": ("ho",), "gui": ("kuei",), "kui": ("k'uei",), "guo": ("kuo",), "kuo": ("k'uo",), "de": ("te", "teh"),
    "shuo": ("shuo",), "huo": ("huo",), "wo": ("wo",), "er": ("erh",), "ying": ("ying", "ing"),
}  # fmt: skip


def _as_wade_giles(syllable: str) -> tuple[str, ...]:
    if syllable in _WG_WHOLE:
        return _WG_WHOLE[syllable]
    initial, final = _INITIAL.fullmatch(syllable).groups()  # type: ignore[union-attr]  # every text fits it
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = f"ü{final[1:]}"
    written = _WG_INITIALS.get(initial or "", initial or "") + _WG_FINALS.get(final, final)
    return tuple(dict.fromkeys((written, written.replace("ü", "u"))))


_CY_INITIALS = {
    "b": "б", "p": "п", "m": "м", "f": "ф", "d": "д", "t": "т", "n": "н", "l": "л", "g": "г", "k": "к", "h": "х",
    "j": "цз", "q": "ц", "x": "с", "zh": "чж", "ch": "ч", "sh": "ш", "r": "ж", "z": "цз", "c": "ц", "s": "с",
}  # fmt: skip
_CY_FINALS = {
    "a": "а", "o": "о", "e": "э", "ai": "ай", "ei": "эй", "ao": "ао", "ou": "оу", "an": "ань", "en": "энь", "ang": "ан",
    "eng": "эн", "ong": "ун", "i": "и", "ia": "я", "ie": "е", "iao": "яо", "iu": "ю", "ian": "янь", "in": "инь",
    "iang": "ян", "ing": "ин", "iong": "юн", "u": "у", "ua": "уа", "uo": "о", "uai": "уай", "ui": "уй", "uan": "уань",
    "un": "унь", "uang": "уан", "ü": "юй", "üe": "юэ", "üan": "юань", "ün": "юнь",
}  # fmt: skip
_CY_WHOLE = {
    "zhi": "чжи", "chi": "чи", "shi": "ши", "ri": "жи", "zi": "цзы", "ci": "цы", "si": "сы", "yi": "и", "ya": "я",
    "ye": "е", "yao": "яо", "you": "ю", "yan": "янь", "yin": "инь", "yang": "ян", "ying": "ин", "yong": "юн",
    "yu": "юй", "yue": "юэ", "yuan": "юань", "yun": "юнь", "wu": "у", "wa": "ва", "wo": "во", "wai": "вай",
    "wei": "вэй", "wan": "вань", "wen": "вэнь", "wang": "ван", "weng": "вэн", "er": "эр", "hui": "хуэй",
}  # fmt: skip


@cache
def _in_cyrillic() -> dict[str, tuple[str, ...]]:
    """Syllable as Palladius wrote it → pinyin."""
    found: dict[str, dict[str, None]] = {}
    for syllable in sorted(name for name, _ in _table()):
        found.setdefault(_as_cyrillic(syllable), {})[syllable] = None
    return {written: tuple(names) for written, names in found.items() if written}


def _as_cyrillic(syllable: str) -> str:
    if syllable in _CY_WHOLE:
        return _CY_WHOLE[syllable]
    initial, final = _INITIAL.fullmatch(syllable).groups()  # type: ignore[union-attr]  # every text fits it
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = f"ü{final[1:]}"
    return _CY_INITIALS.get(initial or "", "") + _CY_FINALS.get(final, "")
