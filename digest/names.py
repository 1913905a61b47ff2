"""Names as bylines print them, to the parts a citation needs; a body that signs is one piece."""

from __future__ import annotations

import re

from digest.model import Name

PARTICLES = frozenset(
    re.findall(
        r"\S+",
        "af al ap av bin da dal de degli del della den der des di dos du el en het ibn la las le los 't ten ter "
        "van vom von y zu zum zur",
    )
)
"""Small words inside a family name."""

_TITLES = re.compile(
    r"(?<!\w)(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Lord|Dame|Rev|Gen|Col|Lt|Capt|Amb|Ing|Mag|Dipl|Hon|Professor|Doctor|Ambassador)\b\.?"
    r"|д-р|проф\.)\s+(?=\w)",
    re.I,
)
_SUFFIX = re.compile(r",?\s+(Jr\.?|Sr\.?|II|III|IV|PhD|Ph\.D\.|MD)$")
_DEGREES = frozenset({"PhD", "Ph.D.", "MD"})
_EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_INITIALS = re.compile(r"(?:\w\.[ -]?){1,3}")
_PATRONYMIC = re.compile(r"\w+(?:ович|евич|ьич|овна|евна|ична|ұлы|қызы)")
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|uai|uan|iao|ian|"
    r"ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|[aeiou])"
)
_GIVEN_PINYIN = re.compile(rf"{_SYLLABLE}-?{_SYLLABLE}", re.I)
_CHINESE_FAMILIES = frozenset(
    re.findall(
        r"\S+",
        "Bai Cai Cao Chen Cheng Cui Deng Ding Dong Du Fan Fang Feng Fu Gao Gu Guo Han Hao He Hou Hu Huang Jia Jiang "
        "Jin Kong Lai Lei Li Liang Liao Lin Liu Long Lu Luo Lv Ma Mao Meng Pan Peng Qian Qiao Qin Qiu Ren Shao Shen "
        "Shi Song Su Sun Tan Tang Tao Tian Wan Wang Wei Wen Wu Xi Xia Xiang Xiao Xie Xiong Xu Xue Yan Yang Yao Ye Yi "
        "Yin Yu Yuan Zeng Zhang Zhao Zheng Zhong Zhou Zhu Zou",
    )
)
_BODY = re.compile(
    r"\b(?:agenc(?:y|ies)|association|associates|board|bureau|cent(?:er|re)|channel|committee|correspondents|council|"
    r"daily|desk|department|editorial|editors|foundation|group|institute|journal|magazine|media|ministry|network|news"
    r"(?:room|wire|paper|desk)?|observer|office|organi[sz]ation|post|press|radio|report(?:s|ers)|review|service|"
    r"society|staff|team|television|times|tribune|tv|union|university|watch|wire|writers|"
    r"bulletin|chronicle|dispatch|gazette|herald|notebook|telegraph|anzeiger|kurier|rundschau|diario|gaceta|mercurio|"
    r"agentur|redaktion|zeitung|rédaction|agence|redacción|agencia|redazione|redactie|toimitus|redaktionen|redakcja)\b"
    r"|редакци|агентств|пресс-|служб"
    r"|社$|网$|報$|报$|通讯|日报|日報|编辑部|編集部|取材班|뉴스|신문",
    re.I,
)
_CASED_BODY = re.compile(r"^[A-ZА-Я]{2,5}(?:[/.-][A-ZА-Я]{1,6})*\.?(?:$|['’]s\b)")
_ROLE = re.compile(
    r"\b(?:analyst|author|autor(?:in)?|bureau chief|columnist|commentator|contributor|correspondant(?:e)?|"
    r"correspondents?|corresponsal|critic|editor|fellow|freelancer?|journalist(?:in|e)?|korrespondent(?:in)?|photographer|producer|"
    r"professor|redakteur(?:in)?|reporters?|writer)\b|корреспондент|обозреватель|редактор|журналист|автор",
    re.I,
)
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]{1,2}\b)?")
_VOWEL = re.compile(r"[AEIOUYÀ-ÅÈ-ÏÒ-ÖÙ-ÝĄĘĖİŌŪЀ-Я]")
_NUMERAL = re.compile(r"[IVX]+")
_PLACE = re.compile(r"\s+(?:in|at|from|for|reporting from|aus|à|de Paris|из|в)\s+(?=[A-ZÀ-ÞА-Я])")
_AND = re.compile(
    r"\s+/\s+|(?<=[a-zа-я])/(?=[A-ZА-Я])|\s*(?:[,;&|•·、，／]|\b(?:and|AND|und|UND|et|ET|y|og|och|и|та|і|ve|en|i|oraz|with)\b(?=\s+[A-ZÀ-ÞА-ЯŠŽČŁ]))\s*"
)
_JOINED = re.compile(
    r"(?<=\w)\s*(?:,|;|&|、|，)\s*(?=\w)|(?<=[\u4e00-\u9fff]{2})\s*(?:和|与)\s*(?=[\u4e00-\u9fff]{2})|"
    r"(?<=[\u4e00-\u9fff]{2})\s+(?=[\u4e00-\u9fff]{2})"
)


def is_body(text: str) -> bool:
    """Whether `text` names an organisation and no person.

    >>> is_body("RFE/RL's Kazakh Service"), is_body("Amina Serik"), is_body("新华社"), is_body("Donau Rundschau")
    (True, False, True, True)
    """
    return bool(_CASED_BODY.search(text) or _BODY.search(text))


def parse_name(text: str) -> Name:
    """The parts of one name; a body, a single word and a Chinese, Japanese or Korean name are `literal`.

    A Chinese name in Latin letters keeps its order too: the styles would turn it round.

    >>> parse_name("Ursula von der Leyen")  # doctest: +ELLIPSIS
    Name(family='Leyen', given='Ursula', ..., non_dropping_particle='von der', ...)
    >>> parse_name("Иванов И. И.").family, parse_name("王毅").literal, parse_name("Xi Jinping").literal
    ('Иванов', '王毅', 'Xi Jinping')
    """
    text = " ".join(_TITLES.sub("", text, count=2).split()).strip(" ,;.*•|") + _last_stop(text)
    if not text or is_body(text) or _EAST_ASIAN.search(text) or " " not in text or _family_first(text):
        return Name(literal=text or "?")
    suffix = _SUFFIX.search(text)
    if suffix:
        text = text[: suffix.start()]
    inverted = text.split(",")
    if len(inverted) == 2 and inverted[1].strip():
        text = f"{inverted[1].strip()} {inverted[0].strip()}"
        words = _cased(text).split()
        cut = len(words) - len(inverted[0].split())
    else:
        words = _cased(text).split()
        words, cut = _order(words)
    particle = _particles(words, cut)
    return Name(
        family=" ".join(words[cut + particle :]) or None,
        given=" ".join(words[:cut]) or None,
        non_dropping_particle=" ".join(words[cut : cut + particle]) or None,
        suffix=suffix[1] if suffix and suffix[1] not in _DEGREES else None,
    )


def _family_first(text: str) -> bool:
    first, _, rest = text.partition(" ")
    return first in _CHINESE_FAMILIES and rest not in _CHINESE_FAMILIES and bool(_GIVEN_PINYIN.fullmatch(rest))


def _last_stop(text: str) -> str:
    return "." if re.search(r"\b(?:[JS]r|\w)\.$", text.strip()) else ""


def _cased(text: str) -> str:
    """`text`, out of capitals where a byline shouts it."""
    if not any(map(str.islower, text.lower())):
        return text
    shouted = text.upper() == text
    words = _WORDS.sub(lambda match: match[0].capitalize() if shouted or _is_shouted(match[0]) else match[0], text)
    words = words.replace("i\u0307", "i")  # what a capital İ becomes
    return re.sub(r"\b(Mc|O['’])(\w)", lambda match: match[1] + match[2].upper(), words)


def _is_shouted(word: str) -> bool:
    """Whether a word beside small letters is a family name in capitals, and neither initials nor a number."""
    return word.isupper() and len(word) > 2 and bool(_VOWEL.search(word)) and not _NUMERAL.fullmatch(word)


def _order(words: list[str]) -> tuple[list[str], int]:
    """The words with given names first, and where the family name begins."""
    last = len(words) - 1
    if _INITIALS.fullmatch("".join(words[1:])) and len(words[0]) > 2:
        return [*words[1:], words[0]], last  # Иванов И. И.
    if len(words) == 3 and _PATRONYMIC.fullmatch(words[2]) and not _PATRONYMIC.fullmatch(words[1]):
        return [words[1], words[2], words[0]], 2  # Иванов Иван Иванович
    small = [at for at in range(1, last) if words[at].casefold() in PARTICLES or words[at].casefold().startswith("al-")]
    return words, small[0] if small else last


def _particles(words: list[str], cut: int) -> int:
    count = 0
    while cut + count < len(words) - 1 and words[cut + count].casefold() in PARTICLES:
        count += 1
    return count


def split_names(text: str) -> tuple[Name, ...]:
    """The names that a byline lists, without the places they write from.

    >>> [str(name) for name in split_names("Nurtai Lahanuly and Elnur Alimova in Almaty, and A. Cox in Rome")]
    ['Nurtai Lahanuly', 'Elnur Alimova', 'A. Cox']
    >>> [str(name) for name in split_names("张三、李四")]
    ['张三', '李四']
    """
    text = _SUFFIX.sub("", text) if text.count(",") == 1 and _SUFFIX.search(text) else text
    separator = _JOINED if _EAST_ASIAN.search(text) else _AND
    parts = (_PLACE.split(part)[0].strip(" .,;:*—–-") for part in separator.split(text))
    return tuple(parse_name(part) for part in parts if _is_name(part))


def _is_name(part: str) -> bool:
    return len(part) > 1 and not part.islower() and not part[0].isdigit() and not _ROLE.search(part)
