"""The gate for sentences that a model wrote: each stands in the paragraph it names, or is dropped with a reason."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from digest.briefs.choosing import share, trigrams
from digest.briefs.standing import cannot_stand, leans_back
from digest.model import Article, Sentence
from digest.quotations.verbs import SAID_ANY
from digest.quotemarks import find_spans
from digest.sentences import STOP_WORDS, split_sentences, words
from digest.summaries.beyond import beyond, terms
from digest.summaries.prompting import Written
from digest.verify.facts import unsupported
from digest.verify.omissions import reworded_away
from digest.verify.wording import Verdict, find_words, form, text_of

_LONGEST = 500  # letters
_STEM = 5
_BORNE_OUT = 0.75  # of a sentence's stems that stand in the paragraph: below it, it says something else
_REPEATS = 0.35  # trigrams
_REWORDED = 0.5  # of a clause's stems that a sentence has when it says what the clause says
_COMPARED, _PAIRED = 60, 8  # words, and names and figures among them, that are tried in each other's place
_UNSEEN = ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp")

_ATTRIBUTED = re.compile(
    rf"{SAID_ANY.pattern}|\baccording to\b"
    r"|\b(?:sagt|erklär|teilt|schreib|berichte|betont|warnt)\w{0,3}\b|\b(?:schrieb|laut|zufolge)\b"
    r"|\b(?:a|ont) (?:déclaré|dit|affirmé|annoncé|indiqué|assuré|expliqué|estimé)\b|\bselon\b"
    r"|\b(?:dijo|dijeron|según|afirmó|anunció|aseguró|señaló|explicó|ha dicho)\b"
    r"|(?:сказал|заявил|сообщ|отметил|подчеркнул|пояснил|рассказал|утвержда|заявив|повідоми)\w{0,3}"
    r"|\bпо (?:словам|данным)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:—–]| - |\b(?:and|but|while|und|aber|während|et|mais|y|pero|и|но|а)\b")
_MARKUP = re.compile(
    r"[<>{}\[\]\\`*_|~^@\ufffb\ufffc]|\]\(|://|&#?\w{1,30};|(?<!\d)#|\$(?!\s?\d)|:::"
    r"|(?<![\w.])(?:www\.|mailto:|https?:)|[^\W\d_]{2,}\.[^\W\d_]{2,}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A sentence that did not pass, and why."""

    text: str
    reason: str
    key: str = ""
    paragraph: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A written sentence beside what it is to be held to."""

    text: str
    article: Article
    paragraph: int

    @property
    def source(self) -> str:
        return self.article.paragraphs[self.paragraph - 1].text


def admit(
    written: Sequence[Written], articles: Mapping[str, Article], sent: Mapping[str, frozenset[int]]
) -> tuple[tuple[Sentence, ...], tuple[Dropped, ...]]:
    """The sentences of `written` that stand in the paragraphs they name, of those `sent`; and the others."""
    kept: list[Sentence] = []
    dropped: list[Dropped] = []
    for one in written:
        reason = _wrong(one, articles, sent) or _repeated(one.text, kept)
        if reason:
            dropped.append(Dropped(text=one.text, reason=reason, key=one.key, paragraph=one.paragraph))
        else:
            kept.append(Sentence(text=one.text, key=one.key, paragraph=one.paragraph))
    return tuple(kept), tuple(dropped)


def _wrong(one: Written, articles: Mapping[str, Article], sent: Mapping[str, frozenset[int]]) -> str | None:
    """Why a sentence may not be printed, or None; what is cheap to see is looked at first."""
    if len(one.text) > _LONGEST:
        return "it is too long"
    if one.key not in articles or one.paragraph not in sent.get(one.key, ()):
        return "it cites no paragraph that was sent"
    if any(unicodedata.category(letter) in _UNSEEN for letter in one.text):
        return "a character in it cannot be seen"
    if _MARKUP.search(one.text):
        return "it holds markup or a link"
    if len(split_sentences(one.text)) != 1:
        return "it is not one sentence"
    case = _Case(text=one.text, article=articles[one.key], paragraph=one.paragraph)
    return next((reason for check in _CHECKS if (reason := check(case))), None)


def _stands_alone(case: _Case) -> str | None:
    language = case.article.language
    return cannot_stand(case.text, language) or leans_back(case.text, language)


def _is_verbatim(case: _Case) -> str | None:
    source = text_of([form(case.source)])
    for span in find_spans(case.text):
        if find_words(case.text[slice(*span.inner)], source) is not Verdict.STANDS:
            return f"“{case.text[slice(*span.inner)]}” does not stand in its paragraph"
    return None


def _has_its_speaker(case: _Case) -> str | None:
    """A quotation keeps its speaker: what one person said is given to nobody else."""
    ours = [form(case.text[slice(*span.inner)]).strip(' ".,') for span in find_spans(case.text)]
    outside = case.text
    for span in reversed(list(find_spans(case.text))):
        outside = outside[: span.start] + outside[span.end :]
    for quote in case.article.quotes:
        said = form(quote.text)
        if quote.paragraph != case.paragraph or quote.kind == "term" or not any(part and part in said for part in ours):
            continue
        if quote.speaker and quote.speaker.split()[-1].casefold() not in outside.casefold():
            return f"it does not say that these are the words of {quote.speaker}"
    return None


def _has_no_more(case: _Case) -> str | None:
    missing = [fact.words for fact in unsupported(case.text, [case.source], case.article.issued)]
    found = missing or beyond(case.text, case.source)
    return f"“{found[0]}” does not stand in its paragraph" if found else None


def _is_borne_out(case: _Case) -> str | None:
    mine, theirs = _stems(case.text), _stems(case.source)
    return None if len(mine & theirs) >= _BORNE_OUT * len(mine) else "it says what its paragraph does not"


def _denies_the_same(case: _Case) -> str | None:
    """Held to the clauses it rewords: what these deny or doubt, it denies or doubts too, and nothing else."""
    nearest, mine = _nearest(case), _stems(case.text)
    if reworded_away(nearest, case.text) == "negation":
        return "its paragraph says the contrary"
    for clause in _CLAUSE.split(nearest):
        theirs = _stems(clause)
        lost = reworded_away(case.text, clause) if len(mine & theirs) >= _REWORDED * len(theirs) else None
        if lost:
            return "it leaves out a negation" if lost == "negation" else "it leaves out a word of doubt or limitation"
    return None


def _says_who_says_so(case: _Case) -> str | None:
    """What a source only reports somebody to say is no fact, and what it states itself is nobody's claim."""
    theirs, ours = bool(_ATTRIBUTED.search(_nearest(case))), bool(_ATTRIBUTED.search(case.text))
    if theirs == ours or (theirs and any(find_spans(case.text))):
        return None  # who is quoted has been looked at
    return "it leaves out who says so" if theirs else "it makes somebody say what its paragraph states"


def _says_it_of_the_same(case: _Case) -> str | None:
    """Where two names or figures changed places, the sentence reads more like its source once they change back."""
    ours, theirs = terms(case.text)[:_COMPARED], terms(_nearest(case))[:_COMPARED]
    marks = list(dict.fromkeys(word for word, is_mark in ours if is_mark and word in dict(theirs)))[:_PAIRED]
    source = [word for word, _ in theirs]
    as_is = _in_order([word for word, _ in ours], source)
    for one, other in combinations(marks, 2):
        places = {one: other, other: one}
        if _in_order([places.get(word, word) for word, _ in ours], source) > as_is:
            return f"{one.capitalize()} and {other.capitalize()} have changed places"
    return None


def _nearest(case: _Case) -> str:
    """The sentence of the paragraph that this one rewords."""
    mine = _stems(case.text)
    return max(split_sentences(case.source), key=lambda sentence: len(mine & _stems(sentence)), default="")


def _in_order(ours: Sequence[str], theirs: Sequence[str]) -> int:
    """How many words both have in the same order."""
    row = [0] * (len(theirs) + 1)
    for word in ours:
        last = 0
        for place, other in enumerate(theirs, start=1):
            last, row[place] = row[place], last + 1 if word == other else max(row[place], row[place - 1])
    return row[-1]


_CHECKS: tuple[Callable[[_Case], str | None], ...] = (
    _stands_alone, _is_verbatim, _has_its_speaker, _has_no_more, _is_borne_out, _denies_the_same, _says_who_says_so,
    _says_it_of_the_same,
)  # fmt: skip


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words(text) if word not in STOP_WORDS)


def _repeated(text: str, kept: Sequence[Sentence]) -> str | None:
    mine = trigrams(words(text))
    again = any(share(mine, trigrams(words(other.text))) > _REPEATS for other in kept)
    return "it says again what another says" if again else None
