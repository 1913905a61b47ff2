"""What an outlet says of its own text: corrections, updates and clarifications, in the words it marks them with."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Sort = Literal["correction", "update", "clarification", "withdrawal"]
_LONGEST = 1_500
"""A notice is a line or a short paragraph; what is longer is a story about a correction."""
_STORY = (
    r"(?:this|an? (?:earlier|previous) version of this) (?:\w+ ){0,2}(?:article|story|report|piece|post|page|column)"
)
_EARLIER = r"(?:an? (?:earlier|previous|original)|the (?:original|first)) version of (?:this|the) \w+"
_WRONG = r"(?:\w+ ){0,3}(?:incorrect|mistaken|wrong|erroneous|misstated|misspel|misidenti|said|stated|gave|referred)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """A notice: its sort, the words, and the rule that knew them."""

    sort: Sort
    text: str
    rule: str


def _rule(*openings: str) -> re.Pattern[str]:
    """A notice begins with one of `openings`, perhaps after a mark, a bracket or the editor's name."""
    lead = r"\W{0,6}(?:(?:editor|ed)[’']?s?[’']? note(?: ?\([^)]{1,40}\))?\W{1,4})?"
    return re.compile(rf"{lead}(?:{'|'.join(openings)})", re.IGNORECASE)


def _labelled(*words: str) -> str:
    """Words that are a notice as a label: before a colon, a dash, a bracket's end, or a date and a colon."""
    date = r"(?:,|\s(?:on|of|vom|am|du|del|от)\s|\s\d)[^:：]{0,40}[:：]"
    end = rf"\s{{0,2}}(?:[:：—–|】\])]|\([^)]{{1,40}}\)\s?[:：—–-]?|-\s|{date})"
    return rf"(?:{'|'.join(words)}){end}"


RULES: dict[str, tuple[Sort, re.Pattern[str]]] = {
    "Correction: …": (
        "correction",
        _rule(
            _labelled(
                "corrections?",
                "corrections? (?:and|&) clarifications?",
                "corrected",
                "erratum",
                "errata",
                "corrigend(?:um|a)",
            ),
        ),
    ),
    "This article was corrected": (
        "correction",
        _rule(
            rf"{_STORY} (?:was|has been|is being) (?:\w+ ){{0,2}}(?:corrected|amended|revised)",
            rf"{_EARLIER} {_WRONG}",
            "we(?: have|['’]ve) corrected",
            r"the headline (?:of|on) this \w+ (?:was|has been)",
        ),
    ),
    "Clarification: …": (
        "clarification",
        _rule(
            _labelled("clarifications?", "clarified"),
            rf"{_STORY} (?:was|has been) (?:\w+ ){{0,2}}clarified",
        ),
    ),
    "Retraction": (
        "withdrawal",
        _rule(
            _labelled("retractions?", "retracted", "withdrawn"),
            rf"{_STORY} (?:was|has been) (?:\w+ ){{0,2}}(?:retracted|withdrawn|removed)",
        ),
    ),
    "This article was updated": (
        "update",
        _rule(
            rf"{_STORY} (?:was|has been|is being) (?:\w+ ){{0,2}}(?:updated|edited|changed|modified|rewritten)",
            r"(?:the|our) (?:article|story|report) (?:was|has been) updated (?:on|at|to|with|after)\b",
            _labelled("updates?", "updated"),
        ),
    ),
    "Berichtigung": (
        "correction",
        _rule(
            _labelled(
                "Berichtigung", "Korrektur", "Korrekturhinweis", "Richtigstellung", "Anm(?:erkung|\\.) der Redaktion"
            ),
            "in einer (?:früheren|ersten|vorherigen|ursprünglichen|älteren) (?:Version|Fassung)",
            r"(?:die|eine) (?:frühere|erste|vorherige|ursprüngliche) (?:Version|Fassung) d\w+ (?:Art|Text|Beitr)",
            r"(?:dieser|der) (?:Artikel|Text|Beitrag) wurde (?:\S+ ){0,5}(?:korrigiert|berichtigt)",
            r"wir haben (?:das|den Fehler|dies) (?:\S+ ){0,3}(?:korrigiert|berichtigt)",
        ),
    ),
    "Aktualisiert": (
        "update",
        _rule(
            r"(?:dieser|der) (?:Artikel|Text|Beitrag) wurde (?:\S+ ){0,5}(?:aktualisiert|ergänzt|geändert|überarb)",
            _labelled("Aktualisierung", "Update-Hinweis", "Nachtrag"),
        ),
    ),
    "Rectificatif": (
        "correction",
        _rule(
            _labelled("Rectificatif", "Rectification", "Erratum", "Correctif"),
            r"une (?:première|précédente) version de (?:cet|ce) \w+",
            r"(?:cet article|ce texte) a été (?:\w+ ){0,2}(?:corrigé|rectifié)",
        ),
    ),
    "Mise à jour": (
        "update",
        _rule(
            _labelled("Mise à jour", "Actualisation"),
            r"(?:cet article|ce texte) a été (?:\w+ ){0,2}(?:mis à jour|modifié|actualisé|complété)",
        ),
    ),
    "Corrección": (
        "correction",
        _rule(
            _labelled("Correcci[oó]n", "Fe de err(?:atas?|ores)", "Rectificaci[oó]n", "Aclaraci[oó]n"),
            "una versi[oó]n (?:anterior|previa) de est[ea]",
            r"est[ae] (?:art[ií]culo|not(?:a|icia)|informaci[oó]n) (?:fue|ha sido) (?:corregid|rectificad)[oa]",
        ),
    ),
    "Actualización": (
        "update",
        _rule(
            _labelled("Actualizaci[oó]n"),
            r"est[ae] (?:art[ií]culo|not(?:a|icia)|informaci[oó]n) (?:fue|ha sido) (?:actualizad|modificad)[oa]",
        ),
    ),
    "Correção": (
        "correction",
        _rule(
            _labelled("Corre[cç]{1,2}[aã]o", "Errata", "Erramos"),
            "uma vers[aã]o anterior d(?:este|esta)",
        ),
    ),
    "Rettifica": (
        "correction",
        _rule(
            _labelled("Rettifica", "Correzione", "Errata corrige"),
            "una (?:precedente|prima) versione di quest",
        ),
    ),
    "Rectificatie": (
        "correction",
        _rule(
            _labelled("Correctie", "Rectificatie", "Verbetering"),
            "in een eerdere versie van dit",
        ),
    ),
    "Rättelse": (
        "correction",
        _rule(
            _labelled("Rättelse", "Rettelse", "Presisering", "Korrigering", "Oikaisu", "Leiðrétting"),
            r"i en (?:tidigare|tidligere) (?:version|versjon|utgave|udgave) av",
        ),
    ),
    "Sprostowanie": (
        "correction",
        _rule(
            _labelled("Sprostowanie", "Korekta", "Oprava", "Upřesnění", "Helyreigazítás", "Düzeltme", "Tekzip"),
        ),
    ),
    "Исправление": (
        "correction",
        _rule(
            _labelled("Исправление", "Исправлено", "Поправка", "Уточнение", "Опровержение"),
            _labelled("Виправлення", "Уточнення", "Спростування", "Түзету", "Оңдоо"),
            "в (?:первоначальной|предыдущей|ранней|прежней|первой) версии",
            r"(?:текст|материал|статья|новость|заметка) (?:был[аи]? )?(?:исправлен|уточн[её]н)",
            "у (?:попередній|первісній|першій) версії",
        ),
    ),
    "Обновлено": (
        "update",
        _rule(
            _labelled("Обновление", "Обновлено", "Дополнено", "Оновлено", "Жаңартылды"),
            r"(?:текст|материал|статья|новость) (?:был[аи]? )?(?:обновл[её]н|дополнен)",
        ),
    ),
    "更正": (
        "correction",
        _rule(
            "(?:编者按|編者按|编者注|編者註)?[：:]?\\s?(?:更正|勘误|勘誤|订正|訂正|修正|澄清)"
            "(?:启事|啟事|声明|聲明|说明|說明|して(?:お詫び|おわび))?\\s?(?:[：:】\\])）（(]|$)",
            "(?:本文|此文|本報道|本报道|这篇文章)[^。]{0,20}(?:更正|修正|订正|訂正)",
            "(?:お詫びと訂正|訂正とお詫び|お詫びして訂正)",
        ),
    ),
    "更新": (
        "update",
        _rule(
            "(?:本文|此文|本报道|本報道)[^。]{0,20}(?:更新|修订|修訂)",
            r"更新\s?[：:】]",
        ),
    ),
    "정정": (
        "correction",
        _rule(
            r"(?:정정|정정보도|반론보도|알려왔습니다)\s?(?:문)?\s?(?:[:：\])】]|$)",
            "바로잡습니다",
        ),
    ),
    "تصحيح": (
        "correction",
        _rule(
            r"(?:تصحيح|تصويب|تنويه|اصلاحیه|תיקון|הבהרה)\s?[:：]",
        ),
    ),
}
"""The rule's name → what it says, and the words a notice opens with. In order: a correction is also an update."""


def notices(texts: Iterable[str]) -> tuple[Notice, ...]:
    """The notices among the paragraphs, captions and lines of a page.

    >>> [notice.sort for notice in notices(["Correction, May 3: The barge did not sink.", "A correction is due."])]
    ['correction']
    """
    found = (_notice(" ".join(text.split())) for text in texts if len(text) <= _LONGEST)
    return tuple(dict.fromkeys(notice for notice in found if notice))


def _notice(text: str) -> Notice | None:
    for name, (sort, opening) in RULES.items():
        if opening.match(text):
            return Notice(sort=sort, text=text, rule=name)
    return None
