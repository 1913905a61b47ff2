"""What kind of name a part of a byline is."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from digest.names import PARTICLES, is_body
from digest.signing.words import FURNITURE, RANKS, ROLES, agencies, agencies_folded, alternation, placeholders

Kind = Literal["person", "agency", "body", "desk", "site", "single", "login", "phrase"]
"""Unlike the plain ones: `desk` is unnamed staff, `site` a domain, `single` one word, `login` an account."""

_SITE = re.compile(r"(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,20}){0,2}\.(?:com|net|org|info|online|news|[a-z]{2})", re.I)
_HAN = r"\u3400-\u9fff々〆"
_KANA = r"\u3040-\u30ffー"
_HANGUL = r"\uac00-\ud7af"
EAST_ASIAN = re.compile(rf"[{_HAN}{_KANA}{_HANGUL}]")
_EAST_PERSON = re.compile(
    rf"[{_HAN}]{{2,4}}|[{_HANGUL}]{{2,4}}|[{_HAN}{_KANA}]{{1,5}}[ \u3000][{_HAN}{_KANA}]{{1,5}}|"
    rf"[{_HAN}]{{1,3}}[{_KANA}]{{1,4}}|"
    rf"[{_HANGUL}]{{1,3}} [{_HANGUL}]{{1,3}}|[{_HAN}{_KANA}]{{1,10}}(?:[·・＝][{_HAN}{_KANA}]{{1,10}}){{1,3}}"
)
_EAST_BODY = re.compile(
    r"社$|网$|網$|報$|报$|通讯|通信|日报|日報|新聞|新闻|编辑部|編集部|取材班|本報|本报|综合|記者$|记者$|센터|뉴스|"
    r"신문|일보|"
    r"방송|편집|취재|온라인|팀$|부$|局$|部$|台$|班$|室$|会$|オンライン|ニュース|テレビ|放送|중앙|디지털"
)
_EAST_FURNITURE = re.compile(
    r"입력|수정|등록|승인|게재|게시|공유|구독|댓글|来源|來源|更新|公開|発行|发布|發布|编辑|分享|评论|收藏|記事|著者|"
    r"作者|写真|ニュース|社会|政治|経済|国際|小字号|大字号"
)
_WORD = re.compile(r"[^\W\d_](?:[\w'’ʼ`´.-]*[\w.])?", re.UNICODE)
_MARKS = re.compile(r"[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0dff\u0e00-\u0eff]")
_SMALL = PARTICLES | {"e", "d'", "do", "das", "dos", "i", "di", "of", "genannt", "bint", "ben", "ould", "ul", "os"}
_ROLE = re.compile(rf"(?<!\w)(?:{alternation(ROLES)})(?!\w)", re.I)
_RANK = re.compile(rf"(?:{alternation(RANKS)})", re.I)
_MORE_BODIES = re.compile(
    r"\b(?:redak\w*|redacc?i\w*|rédaction|redazione|desk|newsroom|online|team|staff|newspaper|gmbh|ltd|inc|llc|"
    r"s\.?a\.?|"
    r"verlag|medien|nyheter|noticias|notícias|notizie|nieuws|haber\w*|merkezi|nachrichten\w*|presse\w*|zeitung|kurier|"
    r"webdesk|bureau|contributors|correspondents|reporters|writers|editors|magazine|blog|digital|tv|radio|channel|"
    r"department|ministry|foundation|institute|organi[sz]ation|association|commission|cent(?:er|re)|agency|society|"
    r"network|initiative|university|gazette|herald|times|chronicle|tribune|guardian|post|"
    r"ажан\w*|агент\w*|газета|новости|редакция|служба|служби|портал)\b|(?:redaktion|redaktionen|redaksjonen)$",
    re.I,
)
_RANKED = re.compile(
    r"(?:senior|chief|deputy|associate|assistant|executive|managing|head|special|content|staff|acting|vice|"
    r"leitende[rs]?|"
    r"freie[rs]?|stellvertretende[rs]?)\s",
    re.I,
)
_DESK = re.compile(
    r"\b(?:desk|newsroom|staff|team|bureau|online|web|webdesk|editorial|editors?|reporters?|correspondents?|writers?|"
    r"agencies|agenturen|newsdesk)\b|redak|redacc?i|rédaction|redazione|redactie|編集部|编辑部|取材班|редакци",
    re.I,
)
_OF_WHAT = ("to ", "of ", "for ", "at ", "in ", "from ", "zu ", "für ", "bei ", "à ", "de ", "du ", "des ")
_ALSO_GIVEN = ("Al", "Ben", "Van")
"""Particles that are given names at the head of a name."""
_PARTS = 7
_SHORTEST, _LONGEST = 2, 120


@cache
def _furniture() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{FURNITURE})(?!\w)", re.I)


def is_agency(part: str) -> bool:
    """Whether `part` is a news agency; short ones count in their own letters only.

    >>> is_agency("dpa"), is_agency("reuters"), is_agency("pa")
    (True, True, False)
    """
    return part in agencies() or part.casefold() in agencies_folded()


def kind_of(part: str) -> Kind | None:
    """What `part` names, or None where it names nobody.

    >>> kind_of("Ann Lee"), kind_of("AFP"), kind_of("Web Desk"), kind_of("admin"), kind_of("STERN.de")
    ('person', 'agency', 'desk', None, 'site')
    """
    if (
        not any(map(str.isalpha, part))
        or "\ufffd" in part
        or part.casefold() in placeholders()
        or not _SHORTEST <= len(part) <= _LONGEST
    ):
        return None
    if is_agency(part):
        return "agency"
    if _SITE.fullmatch(part):
        return "site"
    kind = _eastern(part) if EAST_ASIAN.search(part) else _western(part)
    return "desk" if kind == "body" and _DESK.search(part) else kind


def _western(part: str) -> Kind:
    if " " not in part:
        return _single(part)
    if _MORE_BODIES.search(part):
        return "body"
    if is_person(part):
        return "person"
    return "body" if is_body(part) else "phrase"


def _eastern(part: str) -> Kind | None:
    if _EAST_FURNITURE.fullmatch(part):
        return None
    if _EAST_BODY.search(part):
        return "body"
    return "person" if _EAST_PERSON.fullmatch(part) else "phrase"


def _single(part: str) -> Kind:
    if is_body(part) or _MORE_BODIES.search(part):
        return "body"
    if part.isascii() and (part.islower() or any(map(str.isdigit, part)) or "_" in part):
        return "login"
    return "single"


def is_person(text: str) -> bool:
    """Whether `text` has the shape of a person's full name, in any script.

    >>> is_person("Ursula von der Leyen"), is_person("Read more"), is_person("viktor hedlund"), is_person("محمد علي")
    (True, False, True, True)
    """
    words = text.replace(",", " ").split()
    if not 2 <= len(words) <= _PARTS or len(text) > 60 or _furniture().search(text) or is_role(text):
        return False
    if not all(_WORD.fullmatch(_MARKS.sub("", word) or "a") for word in words):
        return False
    if _RANKED.match(text):
        return False
    large = [word for word in words if not word[0].islower() and not _is_small(word)]
    large += words[:1] if words[0] in _ALSO_GIVEN else []
    if text.islower() and text.isascii():
        return len(words) <= 3 and all(len(word) > 2 for word in (words[0], words[-1]))
    return len(large) > 1 and all(word in large or _is_small(word) for word in words) and _is_small(words[-1]) is False


def _is_small(word: str) -> bool:
    return word.casefold() in _SMALL or word[:2] in ("d'", "d’", "l'", "l’") or word.startswith(("al-", "el-", "ad-"))


def is_role(text: str) -> bool:
    """Whether `text` says what somebody does.

    >>> is_role("Senior Political Correspondent"), is_role("Ann Lee")
    (True, False)
    """
    return bool(_ROLE.search(text))


def without_role(text: str) -> str:
    """`text` without the work of the one it names: "Ann Lee Senior Reporter", "Reporterin Ann Lee".

    >>> without_role("Ann Lee Senior China correspondent"), without_role("News Reporter")
    ('Ann Lee', '')
    """
    match = _ROLE.search(text)
    if match is None:
        return text
    if re.search(r"(?:reporter|writer|correspondent|editor|journalist)s$", match[0], re.I):
        return ""  # what a body calls its people: "Daily News Staff Writers"
    before, after = text[: match.start()].split(), text[match.end() :].strip(" ,:-–—")
    while before and (_RANK.fullmatch(before[-1]) or before[-1].casefold() in ("and", "und", "et", "y", "&", "für")):
        before.pop()
    while len(before) > 3 and before[-1][:1].islower() and before[-1] not in PARTICLES:
        before.pop()
    if len(before) >= 2:
        return " ".join(before).rstrip(" ,-–—(")
    titled = not before or (len(before) == 1 and before[0].endswith("-"))  # "Bitcoin-Experte Max Muster"
    titled = titled and not after.startswith(_OF_WHAT)  # "Contributors to the project"
    return after if len(after.split()) >= 2 and titled and not is_role(after) else ""
