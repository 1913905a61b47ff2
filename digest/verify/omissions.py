"""Words that an elision may not take out, since what is left then says something else.

- Negations: not, nobody, without, hardly.
- Qualifiers: words of doubt or hearsay (allegedly, might, believed) and of limitation (only, almost, if).

They are told apart where an elision begins with one, where at most four words of their own clause stand between one
and what follows it, and anywhere in an elision of at most six words; where quoted words open with an elision or words
in brackets and the source has one right before them, or end so with one right after. A negation in a clause that went
as a whole may go with it.
"""

from __future__ import annotations

import re
from typing import Literal

Omission = Literal["negation", "qualifier"]

NEGATIONS = re.compile(
    r"(?<!\w)(?:not|no|never|none|nor|neither|nobody|nothing|nowhere|without|cannot|hardly|scarcely|barely|\w{1,9}n't"
    r"|не|ни|нет|никогда|без|нельзя|ні|немає|емес|жоқ|nicht|kein\w{0,2}|nie|niemals|ohne|ne|n'|pas|jamais|aucune?|sans"
    r"|ni|nunca|jamás|non|senza|não|sem|değil|yok|bez)(?!\w)|[不没沒未無无]|ない|ません",
    re.IGNORECASE,
)
_QUALIFIERS = re.compile(
    r"(?<!\w)(?:(?i:alleged(?:ly)?|reported(?:ly)?|apparently|supposed(?:ly)?|purported(?:ly)?|presumably|seemingly"
    r"|perhaps|possibly|probably|maybe|believed?s?|suspected|unconfirmed|rumou?red|(?:seem|appear)(?:s|ed)? to"
    r"|only|almost|nearly|if|unless"
    r"|angeblich\w{0,2}|mutmaßlich\w{0,2}|vermutlich|womöglich|möglicherweise|vielleicht|offenbar|könnten?|dürften?|nur|fast"
    r"|apparemment|présumée?s?|prétendue?s?|peut-être|probablement|auraient|aurait|seraient|serait|pourraient|pourrait"
    r"|seulement|presque|supuest[oa]s?|supuestamente|presunt[oa]s?|presuntamente|quizás?|probablemente|podrían?|habrían?"
    r"|s[oó]lo|casi|якобы|предположительно|возможно|вероятно|видимо|по-видимому|будто|только|лишь|почти|если"
    r"|можливо|нібито|лише)|might|may|could)(?!\w)|据称|據稱|据说|据报|可能|也许|或许|疑似|涉嫌|かもしれ|とみられ|らしい"
)
_RULES: tuple[tuple[Omission, re.Pattern[str]], ...] = (("negation", NEGATIONS), ("qualifier", _QUALIFIERS))
_CLAUSE = re.compile(r"[,;:.!?()\"，。；：！？、]| - | but ")
_WORD = re.compile(r"\S+")
_NEAR = 4  # words between what is left out and what follows the ellipsis
_SHORT = 6
_LONGEST = 40  # letters of a negation or qualifier


def left_out(gap: str) -> Omission | None:
    """What an elision of `gap` takes away from the words around it.

    >>> left_out(" not, he said, ")
    'negation'
    """
    clause = _CLAUSE.split(gap)[-1]
    short = _words(gap) <= _SHORT
    for name, rule in _RULES:
        if rule.match(gap.lstrip()) or (short and name == "qualifier" and rule.search(gap)):
            return name
        ends = [match.end() for match in rule.finditer(clause)]
        if ends and _words(clause[ends[-1] :]) <= _NEAR:
            return name
    return None


def reworded_away(words: str, source: str) -> Omission | None:
    """What `words`, that say in other words what `source` says, do not say any more.

    >>> reworded_away("The envoy took bribes.", "The envoy allegedly took bribes.")
    'qualifier'
    """
    return next((name for name, rule in _RULES if rule.search(source) and not rule.search(words)), None)


def cut_off(before: str, after: str) -> Omission | None:
    """What ends `before` or begins `after`, the source's words on either side of those quoted; "" where none matter.

    >>> cut_off("The ministry did not ", "")
    'negation'
    """
    head, tail = before[-_LONGEST:].rstrip(), after[:_LONGEST].lstrip()
    for name, rule in _RULES:
        if rule.match(tail) or any(match.end() == len(head) for match in rule.finditer(head)):
            return name
    return None


def _words(text: str) -> int:
    return sum(1 for _ in _WORD.finditer(text))


_PRONOUN = re.compile(
    r" ?((?:he|him|his|she|hers?|it|its|they|them|theirs?|(?:him|her|it)self|themselves|we|us|ours?|I|me|my|you|your"
    r"|here|er|sie|es|ihn|ihm|ihnen|ihr(?:e[mnrs]?)?|sein(?:e[mnrs]?)?|wir|uns|unser(?:e[mnrs]?)?|ich|mich|mir"
    r"|ils?|elles?|lui|eux|leurs?|nous|notre|nos|je|él|ell[oa]s?|ella|sus?|nosotros|nuestr[oa]s?|yo"
    r"|он|она|оно|они|его|е[её]|ему|ей|им|ими|их|него|не[её]|ним|ней|них|н[её]м|мы|нас|нам|наш\w{0,3}|я|меня|мне|мой))"
    r"(?!\w)",
    re.IGNORECASE,
)


def pronoun_end(text: str, place: int) -> int | None:
    """Where a pronoun at `place` ends, for which brackets with a name or the like may stand; capitals are a name, US.

    >>> pronoun_end("and she said", 3)
    7
    """
    match = _PRONOUN.match(text, place)
    return match.end() if match and (len(match[1]) == 1 or not match[1].isupper()) else None
