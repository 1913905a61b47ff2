"""Which sentences can stand in a summary: by the rules of a brief, and never words without who said them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.briefs.choosing import Line
from digest.briefs.standing import cannot_stand, leans_back
from digest.model import Quote
from digest.sentences import words

_OWN_VOICE = ("it speaks in the first person", "it speaks to the reader", "it has no verb")
"""What speaks against no opening: it is the article's own, and has a verb, whether our list knows it or not."""
_BIDS = re.compile(
    r"\b(?:clic[kq]|klick|subscri|abonn|suscr[ií]|подпи[сш]|follow us|folgen sie|sign up|stay tuned|join us|log ?in"
    r"|\A(?:see|visit|watch|check out|download|join|try|call|please|bitte)\b"
    r"|read (?:more|on)|lesen sie|lire aussi|lea también|see also|thank you|thanks (?:for|to)|hier geht)",
    re.IGNORECASE,
)
"""What a page bids its reader do, which is no part of what it tells."""
_BRIEF, _AS_BRIEF = "it is too short", 3
"""In its opening paragraph an article may say in so many words what it is about: "Graz closes three bridges"."""
_JOINED = "it begins with a connective"
_CONNECTIVE = 3  # words: "Schon kurz zuvor"
_SPOKEN = 5  # words of a quotation from which it needs its speaker
_BESIDE = 4  # words beside a quotation in which its speaker may be named: "said the minister, Carl Berg"
_PARTICLE = 2  # letters
_MANY = 50  # quotations of a paragraph; what has more is no prose
_TELLS = 8  # words of a standfirst
_SAME = 0.8  # of the title's words: a standfirst that says no more than the title


def fault_of(line: Line, quotes: Sequence[Quote], *, alone: bool = False) -> str | None:
    """Why `line` can be printed in no summary, or None; `quotes` are those of its paragraph.

    Where an article is summarised `alone`, it may open in its own voice: "We tested ten cranes".
    """
    long = [quote for quote in quotes[:_MANY] if len(quote.text.split()) >= _SPOKEN and quote.text in line.text]
    if len(quotes) > _MANY or (long and not _names(line.text, long)):
        return "it quotes without saying whom"
    if line.fault and (_is_standfirst(line) or (alone and line.paragraph == 1 and _may_open(line))):
        return leans_back(line.text, line.article.language)
    return line.fault or line.leans


def reads_on(line: Line) -> bool:
    """Whether all that speaks against `line` is the word that joins it to the sentence before it: "But", "Denn".

    Straight after that sentence it stands; one that says "He" or "The move" does not, for these may be of an
    earlier one.
    """
    if line.place == 0 or line.fault or line.leans != _JOINED:
        return False
    rest = line.text
    leans: str | None = _JOINED
    for _ in range(_CONNECTIVE):
        rest = rest.partition(" ")[2]
        leans = leans_back(rest[:1].upper() + rest[1:], line.article.language)
        if leans != _JOINED:
            break
    return leans is None


def _may_open(line: Line) -> bool:
    if _BIDS.search(line.text):
        return False
    broken = cannot_stand(line.text, line.article.language, besides=_OWN_VOICE)
    return broken is None or (broken == _BRIEF and len(line.text.split()) >= _AS_BRIEF)


def _names(text: str, quotes: Sequence[Quote]) -> bool:
    """Whether the sentence itself names who is quoted; where no rule knows who it is, whether it says enough beside."""
    for quote in quotes:
        text = text.replace(quote.text, " ")
    speakers = {quote.speaker for quote in quotes if quote.speaker}
    if not speakers:
        return len(words(text)) >= _BESIDE
    return any(word in text for speaker in speakers for word in speaker.split() if len(word) > _PARTICLE)


def _is_standfirst(line: Line) -> bool:
    """Whether it is a sentence above the report proper, which newspapers set without a full stop."""
    paragraph = line.article.paragraphs[line.paragraph - 1].text
    told = set(words(line.text))
    if line.paragraph > 1 or len(told) < _TELLS or paragraph.strip() != line.text or line.text.isupper():
        return False
    title = set(words(line.article.title or ""))
    if title and len(title & told) > _SAME * len(title):
        return False
    return cannot_stand(f"{line.text}.", line.article.language) is None
