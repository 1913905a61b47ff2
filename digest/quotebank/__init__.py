"""Every quotation of the articles with its speaker: who said what, when, on what, and where it was printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from digest.model import Article, Confidence, Date, Heading, Quote, QuoteKind
from digest.quotebank.standing import Standing, standing
from digest.typography import fold

House = Callable[[str, str], str]
"""A speaker as an article names them, and its key → the name that all articles' spellings share."""

SAME = 5
"""Words from which a quotation printed twice is one utterance, whoever printed it first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Where an utterance stands: the record, and its first and last paragraph."""

    key: str
    first: int
    last: int
    outlet: str | None = None
    issued: Date | None = None

    @property
    def locator(self) -> str:
        """Its citation with paragraphs, as a draft has it."""
        span = f"para. {self.first}" if self.first == self.last else f"paras. {self.first}–{self.last}"
        return f"@{self.key}, {span}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Utterance:
    """What somebody said in one go, as one article has it, with the other articles that print the same words."""

    parts: tuple[str, ...]  # one a paragraph, each exactly as it stands there
    kind: QuoteKind
    speaker: str | None
    named: str | None  # the speaker as the article spells the name
    role: str | None
    cue: str | None
    confidence: Confidence
    place: Printed
    themes: tuple[str, ...] = ()
    also: tuple[Printed, ...] = ()

    @property
    def text(self) -> str:
        """Its words, those of several paragraphs in one line."""
        return " ".join(self.parts)

    @property
    def title(self) -> str | None:
        """The role to print beside the speaker; None where the speaker is nobody but it: "one diplomat"."""
        if not self.role or self.role.casefold() in (self.speaker or "").casefold():
            return None
        return self.role

    @property
    def places(self) -> tuple[Printed, ...]:
        """Everywhere it is printed."""
        return (self.place, *self.also)

    @property
    def standing(self) -> Standing:
        """Whether an expert, an official or a witness speaks, by the role; else other."""
        return standing(self.role)


def bank(articles: Iterable[Article], house: House = lambda name, _key: name) -> tuple[Utterance, ...]:
    """The utterances of `articles` by date; one that several print stands once, under the first to print it.

    >>> from digest.model import Block
    >>> text = "“Trade will double by May,” said Ana Ruiz, an analyst in Lugo."
    >>> quote = Quote(text=text[1:26], paragraph=1, start=1, end=26, speaker="Ana Ruiz", role="an analyst in Lugo")
    >>> (said,) = bank([Article(id="ng2022tea", paragraphs=(Block(text=text, line=1),), quotes=(quote,))])
    >>> said.text, said.speaker, said.standing, said.place.locator
    ('Trade will double by May,', 'Ana Ruiz', 'expert', '@ng2022tea, para. 1')
    """
    found = sorted((said for article in articles for said in _of_article(article, house)), key=_when)
    told: dict[object, dict[str, Utterance]] = {}  # by its words, then by article
    for place, said in enumerate(found):
        words = tuple(_words(said.text))
        told.setdefault(words if len(words) >= SAME else place, {}).setdefault(said.place.key, said)
    return tuple(_printed(tuple(alike.values())) for alike in told.values())


def _printed(alike: Sequence[Utterance]) -> Utterance:
    """The first of them, with the places of the others; a speaker or role that it lacks comes from these."""
    first, *others = alike
    if not others:
        return first
    named = next((said for said in alike if said.speaker), first)
    role = named.role or next((said.role for said in alike if said.role and said.speaker == named.speaker), None)
    return replace(
        first,
        also=tuple(said.place for said in others),
        speaker=named.speaker,
        named=named.named,
        role=role,
        cue=named.cue,
        confidence=named.confidence,
    )


def _when(said: Utterance) -> tuple[str, str, int]:
    issued = said.place.issued
    return (issued.first.isoformat() if issued else "9999", said.place.key, said.place.first)


def _words(text: str) -> list[str]:
    return [word for word in fold(text).casefold().strip(" .,;:!?\"'").split() if word]


def _of_article(article: Article, house: House) -> Iterator[Utterance]:
    for run in _runs(article.quotes):
        first, last = run[0], run[-1]
        lead = next((quote for quote in run if quote.speaker), first)
        yield Utterance(
            parts=tuple(quote.text for quote in run),
            kind=first.kind,
            speaker=house(lead.speaker, article.id) if lead.speaker else None,
            named=lead.speaker,
            role=lead.role,
            cue=lead.cue,
            confidence=lead.confidence,
            place=Printed(
                key=article.id,
                first=first.paragraph,
                last=last.paragraph,
                outlet=article.container_title,
                issued=article.issued,
            ),
            themes=_themes(article, first.paragraph),
        )


def _runs(quotes: Sequence[Quote]) -> Iterator[tuple[Quote, ...]]:
    """The quotations, those that go on from one paragraph to the next together."""
    run: list[Quote] = []
    for quote in quotes:
        if run and not (run[-1].goes_on and quote.paragraph == run[-1].paragraph + 1):
            yield tuple(run)
            run = []
        run.append(quote)
    if run:
        yield tuple(run)


def _themes(article: Article, paragraph: int) -> tuple[str, ...]:
    """What the words are on: the article's themes; of a newsletter those of the story they stand in."""
    part = _story(article.sections, paragraph) if article.genre == "newsletter" else None
    if part is None:
        return article.themes
    inside = range(part[0], part[1] + 1)
    return tuple(tag.theme for tag in article.keyword if tag.by_person or any(n in inside for n in tag.paragraphs))


def _story(sections: Sequence[Heading], paragraph: int) -> tuple[int, int] | None:
    """The first and last paragraph of the newsletter's story that `paragraph` belongs to."""
    starts = [heading.first for heading in sections if heading.level <= 2]
    before = [start for start in starts if start <= paragraph]
    if not before:
        return None
    after = [start for start in starts if start > paragraph]
    return before[-1], (after[0] - 1 if after else paragraph + len(sections) + 10_000)
