"""Which sentences can stand in a summary: by the rules of a brief, and never words without who said them."""

from __future__ import annotations

from collections.abc import Sequence

from digest.briefs.choosing import Line
from digest.briefs.standing import cannot_stand, leans_back
from digest.model import Quote
from digest.sentences import words

_OWN_VOICE = ("it speaks in the first person", "it has no verb")
"""What speaks against no opening: it is the article's own, and has a verb, whether our list knows it or not."""
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
    opens = alone and line.paragraph == 1 and line.place == 0
    if line.fault and (_is_standfirst(line) or (opens and _may_open(line))):
        return leans_back(line.text, line.article.language)
    return line.fault or line.leans


def _may_open(line: Line) -> bool:
    return cannot_stand(line.text, line.article.language, besides=_OWN_VOICE) is None


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
