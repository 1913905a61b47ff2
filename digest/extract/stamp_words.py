"""The words that stand beside a date and say what it is the date of, in the languages of newspapers."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

Says = Literal["published", "line", "foot", "updated"]

ENGLISH = (
    "first published|originally published|date published|published|posted|publication date|release date|created|"
    "issued|date"
)
PUBLISHED = (
    "veröffentlicht|artikel veröffentlicht|geschrieben|erstellt|erschienen|stand|vom|datum|skrevet|publié|publie|"
    "date de publication|publicado|publicada|fecha|fecha de publicación|pubblicato|data|data publikacji|publikacja|"
    "opublikowano|gepubliceerd|geplaatst|publikováno|vydáno|zveřejněno|publikované|publicerad|publicerat|publisert|"
    "publiceret|offentliggjort|udgivet|julkaistu|megjelent|közzétéve|publicat|data publicării|objavljeno|objavljen|"
    "публикувано|објављено|yayınlanma tarihi|yayınlanma|yayın tarihi|giriş tarihi|giriş|oluşturulma tarihi|"
    "опубликовано|дата публикации|опубліковано|дата публікації|жарияланды|жарияланған|dipublikasikan|diterbitkan|"
    "diterbitkan pada|ngày đăng|birt|útgefið|δημοσίευση|δημοσιεύθηκε|תאריך פרסום|פורסם|نشر في|نشرت في|تاريخ النشر|"
    "प्रकाशित|公開|公開日|公開日時|掲載|掲載日|配信|投稿日|发布时间|发布|发布于|发表于|發布時間|發布|發表於|등록|입력|게시|기사입력|승인"
)
CHANGED = "last updated|updated|last modified|modified|edited|last edited|update"
UPDATED = (
    "akt|aktualisiert|zuletzt aktualisiert|zuletzt geändert|geändert|mis à jour|mise à jour|dernière mise à jour|"
    "modifié|actualizado|actualizada|última actualización|atualizado|atualizada|aggiornato|ultimo aggiornamento|"
    "aggiornamento|"
    "bijgewerkt|laatst bijgewerkt|laatste update|gewijzigd|zaktualizowano|aktualizacja|ostatnia aktualizacja|"
    "aktualizováno|aktualizace|poslední aktualizace|aktualizované|uppdaterad|uppdaterat|senast uppdaterad|ändrad|"
    "oppdatert|sist oppdatert|endret|opdateret|sidst opdateret|päivitetty|muokattu|frissítve|frissült|actualizat|"
    "ažurirano|ажурирано|обновена|güncellenme tarihi|güncelleme tarihi|güncelleme|son güncelleme|güncellendi|"
    "обновлено|изменено|оновлено|змінено|жаңартылды|diperbarui|dikemas kini|cập nhật|uppfært|ενημέρωση|"
    "עודכן|עדכון אחרון|آخر تحديث|تحديث|अपडेटेड|अपडेट|更新|更新日|更新日時|最終更新|最后更新|수정|업데이트|최종수정"
)

TODAY = re.compile(
    r"\b(?:today|heute|aujourd['’]hui|hoy|oggi|hoje|vandaag|dnes|dzisiaj|dziś|i dag|idag|tänään|bugün|сегодня|сьогодні|"
    r"бүгін)\b|今日|今天|오늘|\b(?:\d{1,2}|an?|one) ?(?:s|sec(?:ond)?s?|m|min(?:ute)?s?|h|hrs?|hours?) ago\b"
    r"|\bvor (?:\d{1,2}|eine[rm]) (?:sekunde|minute|stunde)n?\b"
    r"|\bil y a \d{1,2} ?(?:secondes?|min(?:utes?)?|h(?:eures?)?)\b|\bhace \d{1,2} (?:segundos?|minutos?|horas?)\b"
    r"|\bhá \d{1,2} (?:minutos?|horas?)\b|\b\d{1,2} (?:minut[io]|or[ae]) fa\b|\b\d{1,2} (?:dakika|saat) önce\b"
    r"|\b\d{1,2} (?:минут[аы]?|час(?:а|ов)?|хвилин[аи]?|годин[аи]?) (?:назад|тому)\b"
    r"|\bfor \d{1,2} (?:minutter|timer?) siden\b|\bför \d{1,2} (?:minuter|timmar) sedan\b"
    r"|\b\d{1,2} (?:minuten|uur) geleden\b|\d{1,2} ?(?:分钟|小时|分|時間|분|시간) ?[前전]",
    re.IGNORECASE,
)
"""Stamps of the day itself; one of yesterday may be of another day than the rest of the page."""


def longest_first(labels: str) -> str:
    """The alternatives of a pattern that tries the longest label first."""
    return "|".join(sorted(labels.split("|"), key=len, reverse=True))


@cache
def _labels() -> re.Pattern[str]:
    east = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
    return re.compile(
        rf"(?<![^\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af])(?:(?P<updated>{longest_first(f'{CHANGED}|{UPDATED}')})"
        rf"|(?P<published>{longest_first(f'{ENGLISH}|{PUBLISHED}')}))(?:(?!\w)|(?<={east}))",
        re.IGNORECASE,
    )


def last_label(text: str) -> Says:
    """What the last label in `text` says of a date that follows; `line` where there is none.

    >>> last_label("Ann Lee, updated on "), last_label("Offentliggjort torsdag "), last_label("Oslo, ")
    ('updated', 'published', 'line')
    """
    says: Says = "line"
    for match in _labels().finditer(text):
        says = "updated" if match["updated"] else "published"
    return says


def without_labels(text: str) -> str:
    """`text` with a bar for every label."""
    return _labels().sub(" | ", text)
