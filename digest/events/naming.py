"""Dates that tell of no event: they name a document, a law or a movement, or belong to the page and not to its tale."""

from __future__ import annotations

import re

from digest.dates import Expression
from digest.dates.aims import CLUES

_DETERMINED = re.compile(
    r"(?:\b(?:the|an?|its|his|her|their|our|this|that|these|those|of|from|to|under|with|by|in|new|latest|famous|landmark|"
    r"and|original|revised|controversial|each|every)|['’]s)\s$",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(
    r"(?:['’]s)?[ -](?:[\w’'/-]{2,20} ){0,3}?(?:commissions?|committee|act|laws?|constitution|resolutions?|memorandum|"
    r"memo|treaty|convention|charter|protocols?|accords?|agreements?|pact|deal|reports?|stud(?:y|ies)|analysis|articles?|"
    r"letters?|papers?|surveys?|census|editions?|issues?|models?|films?|movies?|songs?|albums?|books?|novels?|documentary|essay|"
    r"movement|party|generation|polic(?:y|ies)|guidelines|directive|regulations?|code|bills?|budget|manifesto|dossier|"
    r"indictment|version|vintage|figures|data|edition|cover|memoir|biography|thriller|drama|hit|single|list)\b",
    re.IGNORECASE,
)
"""What a date that stands before it names: "the 1951 Refugee Convention", "a 2017 analysis", "the June issue"."""
_OF_A_DAY = re.compile(
    r"(?:['’]s)?[ -](?:[\w’'/-]{2,20} ){0,2}?(?:commissions?|committee|act|laws?|constitution|convention|films?|"
    r"movies?|songs?|albums?|novels?|movement|party|generation|code)\b",
    re.IGNORECASE,
)
"""What a whole day names; of other papers it tells when they came out: "Friday's report", "the Oct. 12 agreement"."""
_HAPPENS = re.compile(r"\b(?:meeting|summit|election|vote|attack|raid|invasion|war|strike|visit|arrest)s?\b")
_CITY = re.compile(r"[^a-z]*\b[A-ZÄÖÜÀ-Þ]{3,}[\w .,'’()/—–-]{0,50}[,(—–-] ?$|\s*[A-Z][\w .'’-]{2,30}[,(] ?$")
_AGENCY = re.compile(r"[.,]?\s*(?:\d{4}\s*)?\)?\s*(?:[(/][^()]{1,40}[)/]?\s*)?(?:[—–]|--|-\s|:\s|电|電)")
_IMPRINT = re.compile(
    r"\s*\(?(?:Published|Updated|Posted|First published|Last (?:updated|modified|reviewed|changed)|Modified|Created|"
    r"This (?:article|story) was (?:first |originally )?(?:published|updated|amended)|Originally published|"
    r"By [A-Z][\w.’'-]+ [A-Z]|FILE PHOTO|File photo|Stand:|Veröffentlicht|Aktualisiert|Publié|Mis à jour|"
    r"Опубликовано|Обновлено|Опубліковано|Оновлено)"
)
_CREDIT = re.compile(r"REUTERS/|Getty Images|AP Photo|AFP via|Photo(?:graph)? by|Photo:|©|\(c\) ")
_STILL = re.compile(r"\b(?:still|even|of|than|world|noch|encore|ещё|еще|ще) $", re.IGNORECASE)
_OPENING = 70
"""Characters before the day of a dateline."""
_NEAR = 90
_BRIEF = 160
"""Characters: an imprint longer than this is a sentence of the tale."""


def names_only(expression: Expression, sentence: str) -> bool:
    """Whether the date names a document, a law or a movement.

    >>> from digest.dates import find_expressions
    >>> texts = ["A 2017 analysis found it.", "It was found in 2017.", "The April 22 attack killed ten."]
    >>> [names_only(find_expressions(text)[0], text) for text in texts]
    [True, False, False]
    """
    before, after = sentence[: expression.start][-24:], sentence[expression.end : expression.end + 90]
    named = (_OF_A_DAY if _is_day(expression) else _DOCUMENT).match(after)
    if named is None or _HAPPENS.search(named[0]):
        return False
    return expression.start == 0 or bool(_DETERMINED.search(before))


def _is_day(expression: Expression) -> bool:
    return expression.kind in ("day", "day-month", "weekday") or (expression.kind, expression.unit) == (
        "relative",
        "day",
    )


def is_nowadays(expression: Expression, sentence: str) -> bool:
    """Whether "today" means these times: no verb near it tells of a deed or a plan.

    >>> from digest.dates import find_expressions
    >>> texts = ["Today's bags are light.", "He left today.", "The court will rule today.", "It is so still today."]
    >>> [is_nowadays(find_expressions(text)[0], text) for text in texts]
    [True, False, False, True]
    """
    if not expression.text.lower().startswith(("today", "heute", "aujourd", "сегодня", "сьогодні")):
        return False
    if _STILL.search(sentence[max(0, expression.start - 10) : expression.start]):
        return True
    if not expression.text.lower().startswith("today"):
        return False
    around = sentence[max(0, expression.start - _NEAR) : expression.end + _NEAR]
    return not any(match["told"] or match["past"] or match["ahead"] for match in CLUES.finditer(around))


def is_of_the_page(expression: Expression, sentence: str, paragraph: str) -> bool:
    """Whether the date is that of a byline, an imprint or a picture's credit.

    >>> from digest.dates import find_expressions
    >>> texts = ["Published on 3 May 2021", "It was published on 3 May 2021."]
    >>> [is_of_the_page(find_expressions(text)[0], text, text) for text in texts]
    [True, False]
    """
    if len(paragraph) <= _BRIEF and _IMPRINT.match(paragraph):
        return True
    return bool(_CREDIT.search(sentence, max(0, expression.start - 80), expression.end + 80))


def is_dateline(words: str, sentence: str) -> bool:
    """Whether `words` are the day on which an agency's report was sent, which its first sentence mostly tells of.

    >>> text = "HAVANA, Jan. 6 (Xinhua) — Cuba called today for his return."
    >>> [is_dateline(words, text) for words in ("Jan. 6", "today")]
    [True, False]
    """
    before, found, after = sentence.partition(words)
    opens = bool(_CITY.match(before)) or before.startswith(("新华社", "新華社"))
    return bool(found) and len(before) <= _OPENING and opens and bool(_AGENCY.match(after[:60]))
