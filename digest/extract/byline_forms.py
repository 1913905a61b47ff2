"""The forms of names and of bylines, each a row of a table."""

from __future__ import annotations

import re
from dataclasses import dataclass

from digest.model import Name

_CAP = "A-ZÀ-ÖØ-ÞĀŁŚŠŻŽČĆĐĎĒĞİĽŇŌŘŞŤŪА-ЯЁЄІЇҐӘҒҚҢӨҰҮҺ"
WORD = rf"(?!AND\b)(?:[{_CAP}][\w'’.\-]{{0,24}}|d['’][{_CAP}]\w{{1,20}})"
PARTICLE = r"(?:d[ei]|d[ao]s?|du|del(?:la)?|de la|de los|de[nr]|v[ao]n(?: de[nr])?|al|a[fv]|bin|el|ibn|l[ae]|ten|zu)"
PERSON = rf"{WORD}(?: (?:{PARTICLE} )?{WORD}){{1,4}}(?: y {WORD}(?! [{_CAP}]))?"
"""A word that also joins names is no free part of one: each would be tried both ways, again for every further one."""
AND = r"(?:, and |, | and | AND | & | und | et | y | e | og | och | и | та |; | \| )"
PEOPLE = rf"{PERSON}(?:{AND}{PERSON}){{0,9}}"
_HAN = r"[\u4e00-\u9fff]{2,4}(?:[、，, ][\u4e00-\u9fff]{2,4}){0,5}"
_KOREAN = r"(?P<author>[\uac00-\ud7af]{2,4}) ?(?:선임|수습|인턴|전문|특파원|논설)?기자"
KOREAN = re.compile(_KOREAN)
"""Names before the word for a reporter; a line may have several, each with an address after it."""

_IN_PLACE = rf"(?: (?:in|from|reporting from|aus|à|из) [{_CAP}][^;.]{{1,60}}?)?"

_PLACED = rf"{PERSON}(?:(?: (?:in|from|for|at) (?:(?! and | & )[^,;|]){{1,40}})?{AND}{PERSON}){{0,9}}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who a line says wrote the article, and who helped."""

    rule: str
    authors: tuple[Name, ...] = ()
    contributors: tuple[Name, ...] = ()


ROLES = (
    r"(?:[\w-]+ ){0,3}(?:correspondent|reporter|editor|writer|columnist|analyst|contributor|journalist|bureau chief|"
    r"fellow|staff|producer|professor|critic|author)s?\b"
)
_TAIL = (
    rf"(?:\s*[,|•·/–—-]\s*.{{0,90}}|\s*\([^()]{{2,70}}\)"
    rf"|,? (?:in|for|of|at|from) .{{1,60}}|\s+\d.{{0,40}}|\s+{ROLES}.{{0,60}}"
    r"|\s+(?:[Pp]ublished|[Uu]pdated|[Pp]osted|[Ff]ollow|@\w+)\b.{0,60})?"
)

BYLINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "Written by … based on reporting by …",
        re.compile(
            rf"^(?:Written|Reported|Compiled|Prepared)(?:,? (?:and |& )?(?:reported|written|edited|compiled))* by "
            rf"(?P<author>{PEOPLE}){_IN_PLACE}"
            r"(?:,? (?:based on|with|from|using)(?: \w+){0,2} reporting (?:by|from) (?P<contributor>.{3,300}?))?\.?$",
            re.S,
        ),
    ),
    (
        "Reporting by …; Editing by …",
        re.compile(
            r"^\(?(?:Additional |With |With additional |Original |Further )?(?:reporting|writing|editing|research|"
            r"contributions?)"
            r" by (?P<contributor>.{3,400}?)\)?\.?$",
            re.I,
        ),
    ),
    (
        "… contributed to this report",
        re.compile(rf"(?P<contributor>{PEOPLE}){_IN_PLACE},? (?:also )?contributed (?:to this|reporting|to the)\b"),
    ),
    (
        "Author: …",
        re.compile(
            rf"^(?:Author|Authors|Autor|Autorin|Autoren|Auteur|Auteurs|Autore|Autores|Reporter|Writer|Text|Texte|"
            rf"Texto|Words|"
            rf"Автор|Авторы|Текст|Автор статьи|Автор текста|Корреспондент)\s*[:：]\s*(?P<author>{PEOPLE}|"
            rf"{PERSON}){_TAIL}$"
        ),
    ),
    (
        "By …",
        re.compile(
            rf"^(?:(?:Story|Words|Text|Analysis|Opinion|Commentary|Review|Report|Interview|Column|Essay|Article|Posted|"
            rf"Written|Guest post|Comment|"
            rf"Kolumne|Gastbeitrag|Glosse|Leitartikel|Porträt|Bericht|Eine? \w+|Kommentar|Analyse|"
            rf"Reportage|Une? \w+)\s+)?"
            rf"(?:By|BY|by|Von|VON|von|Par|PAR|par|Por|POR|por|Door|Av|Af)\s*:?\s+(?P<author>{_PLACED}){_TAIL}\.?$"
        ),
    ),
    (
        "By a body",
        re.compile(
            r"^(?:By|BY|Von|Par|Por)\s*:?\s+(?P<author>(?:the |The )?[A-Z][\w/.'’&-]*(?: [\w/.'’&-]+){0,5}?)"
            r"(?:\s*[|•·].{0,60})?$"
        ),
    ),
    (
        "记者 …",
        re.compile(
            rf"^(?:(?:文|作者|撰文|记者|本报记者|特约记者|编译)\s*[:：/丨|｜ ]\s*|(?:新华社|中新社|本报)?记者[ :：]?)"
            r"(?:[\u4e00-\u9fff]{0,6}(?:记者|网|社|报)[ :：]\s?)?"
            rf"(?P<author>{_HAN})(?:\s|$|[（(])"
        ),
    ),
    ("… 기자", re.compile(rf"^{_KOREAN}(?:$|\s|=)(?=.{{0,200}}$)")),
    ("(记者 …)", re.compile(rf"^.{{0,40}}[（(](?:[\u4e00-\u9fff]{{0,6}})?记者[ :：]?(?P<author>{_HAN})[）)]")),
    (
        "I'm … correspondent …",
        re.compile(
            rf"\bI(?:[’']m| am) (?:an? |the |your )?(?:[\w/.’'-]+ ){{0,4}}?(?:correspondent|reporter|editor|host|"
            rf"author|columnist|"
            rf"journalist|writer),? (?P<author>{PERSON})(?=[,. ]|$)"
        ),
    ),
)
"""The forms of bylines, in order of trust; a key is the rule's name in the evidence."""
