"""Words by which a sentence says what something means, and roles whose holders are asked for it."""

from __future__ import annotations

import re

from digest.sentences import STOP_WORDS


def _cues(*rows: tuple[float, str]) -> tuple[tuple[float, re.Pattern[str]], ...]:
    return tuple((weight, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for weight, words in rows)


_SIGNIFICANCE = {
    "en": _cues(
        (
            0.6,
            "underlin(?:es?|ed|ing)|underscor(?:es?|ed|ing)|showcas(?:es?|ed|ing)|"
            "(?:sends?|sent|sending) an? (?:[a-z-]+ ){0,2}(?:signal|message)|litmus test|turning point|"
            "means that|meaning that|would mean|consequences?|implications?|"
            "(?:paves?|paved|paving) the way|(?:sets?|setting) the stage|at stake|"
            "raises? (?:questions|concerns|the prospect)|"
            "reshap(?:es?|ed|ing)|balance of power|power balance|precedent|watershed|milestone|significan(?:t|ce)|"
            "(?:brings?|mark(?:s|ed)?) .{0,40}(?:shift|significance|end|start)",
        ),
        (
            0.4,
            "could|(?-i:may)|might|risks?|threatens?|likely|warn(?:s|ed)?|expected to|aims? to|"
            "(?:analysts|experts|observers|economists|diplomats) (?:[a-z]+ )?(?:say|said|warn|fear|believe|expect|see)|"
            "(?:fear|worr|concern)\\w{1,4} that",
        ),
        (
            0.3,
            "increasingly|dependen(?:t|ce)|leverage|influence|crucial|pivotal|key|important|importance|"
            "strateg(?:y|ic)|"
            "vulnerable|pressure|weaken(?:s|ed|ing)?|strengthen(?:s|ed|ing)?|balanc(?:e|ing)|test|because|"
            "for the first time",
        ),
    ),
    "de": _cues(
        (0.6, "bedeutet|unterstreicht|Signal|Folgen|Wendepunkt|auf dem Spiel|Konsequenzen"),
        (0.4, "könnte[n]?|dürfte[n]?|Experten|Beobachter|Risiko|droht|wichtig|entscheidend|zunehmend"),
    ),
    "es": _cues(
        (0.6, "significa|subraya|señal|consecuencias|punto de inflexión|en juego|implicaciones"),
        (0.4, "podrían?|analistas|expertos|riesgo|importante|clave|cada vez más|decisiv[oa]"),
    ),
    "fr": _cues(
        (0.6, "signifie|souligne|signal|conséquences|tournant|en jeu|enjeux?"),
        (0.4, "pourrai(?:t|ent)|analystes|experts|risque|important|décisif|de plus en plus"),
    ),
    "ru": _cues(
        (0.6, "означает|подч[её]ркивает|сигнал|последстви[яй]|перелом|на кону|значени[ея]"),
        (0.4, "может|могут|эксперты|аналитики|риск|важн\\w{1,5}|ключев\\w{1,5}|вс[её] более"),
    ),
    "uk": _cues(
        (0.6, "означає|підкреслює|сигнал|наслідк[иі]в?|перелом|на кону|значення"),
        (0.4, "може|можуть|експерти|аналітики|ризик|важлив\\w{1,4}|ключов\\w{1,4}|дедалі"),
    ),
}
_ENOUGH = 1.2


def significance(text: str, language: str | None = None) -> float:
    """How much `text` speaks of what something means, from 0 to 1.2.

    >>> significance("The vote could mark a turning point."), significance("The vote was held on Sunday.")
    (1.0, 0.0)
    """
    cues = _SIGNIFICANCE.get((language or "en").partition("-")[0].lower(), ())
    found = sum(weight * min(2, len({match.lower() for match in pattern.findall(text)})) for weight, pattern in cues)
    return min(_ENOUGH, float(found))


_TAKES_UP = re.compile(r"(?:This|That|It|Doing so) \w+(?:s|ed|ould|ill|ay|ight)\b")
_FIRST_WORDS = 4


def goes_on(text: str, before: str) -> bool:
    """Whether `text` takes up all that the sentence `before` says, or a thing that it names.

    >>> goes_on("That underlines the risk.", "Trade fell."), goes_on("These drills worry Oman.", "Qatar sent a ship.")
    (True, False)
    """
    if _TAKES_UP.match(text):
        return True
    opening = re.findall(r"\w{4,}", " ".join(text.split()[:_FIRST_WORDS]).lower())
    return text[:1].isalpha() and any(word[:6] in before.lower() for word in opening if word not in STOP_WORDS)
