"""The forms of section: each function fills one from what lies on the desk."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from digest.briefs.choosing import Line
from digest.briefs.countries import countries
from digest.briefs.cues import EXPERT, OFFICIAL, significance
from digest.briefs.extracts import Desk, pick, repeats, said, said_by, stands, usable
from digest.briefs.passages import find_passages, story_items
from digest.briefs.standing import is_balanced, leans_back
from digest.briefs.stories import find_pieces
from digest.dates import find_expressions, in_words, is_ahead, resolve
from digest.model import Article, Date, Item, Quote, Sentence
from digest.plans import Form
from digest.typography import curl

_BRIEFEST = 42  # words a bullet may have
_FAR, _SOON = 400, 60  # days: what lies further off is no thing to watch; what is near goes first
_EARLY = 45  # characters within which a country is what a sentence is about
_STORY = 3  # sentences of one of several stories
_HINT = 0.3  # cues up to this are too common to say that something matters
_LEAD = 0.25  # what the first sentence of an article gains where the news is told in brief
_AGAIN = 0.2  # what a second item from one article loses
_WHOLE = 0.1  # what all that someone said in a paragraph gains over a part of it
_SHORTEST_QUOTE, _LONGEST_QUOTE = 9, 90  # words
_POINTING = ("it begins", "it points at something")
_END = re.compile(r",\Z")  # before "he said" a comma stands for the full stop
_ADJUNCT = re.compile(
    r"(?:Despite|In|At|With|Amid|After|Before|During|Since|On|For|From|Following|According to|Under|As|While|When|If|"
    r"Although|Though|Against|By|Until|Throughout|Over|Speaking|Founded|Set up)\b"
)


def in_brief(desk: Desk) -> tuple[Item, ...]:
    """What happened, in a few sentences of different articles."""
    found = [_leading(line) for line in desk.lines if _is_brief(line, desk)]
    return _items(pick(desk, found, desk.plan.quota, again=0.35))


def _leading(line: Line) -> Line:
    """A report's first sentence is written to say what happened."""
    return replace(line, weight=line.weight + _LEAD * (line.paragraph == 1 and line.place == 0))


def story(desk: Desk) -> tuple[Item, ...]:
    """What happened and what surrounds it, in passages whose sentences read on from each other."""
    return story_items(find_passages(desk, desk.lines, desk.plan.quota))


def why_it_matters(desk: Desk) -> tuple[Item, ...]:
    """Sentences that say what the news means."""
    weighed = [
        replace(line, weight=line.weight + cue)
        for line in desk.lines
        if usable(line, desk) and (cue := significance(line.text, line.article.language)) > _HINT
    ]
    chosen = sorted(pick(desk, weighed, desk.plan.quota, again=0.1), key=lambda pair: _order(pair[0], desk))
    grouped = groupby(chosen, key=lambda pair: (pair[0].article.id, pair[0].paragraph))
    return tuple(Item(key=key, sentences=tuple(sentence for _, sentence in pairs)) for (key, _), pairs in grouped)


def _order(line: Line, desk: Desk) -> tuple[int, int, int]:
    return [article.id for article in desk.articles].index(line.article.id), line.paragraph, line.place


def read_more(desk: Desk) -> tuple[Item, ...]:
    """Articles to turn to, each with its date and the sentence that says most: first those not cited yet."""
    opening = [line for line in desk.lines if _is_brief(line, desk)]
    unread = [line for line in opening if line.article.id not in desk.cited]
    chosen = pick(desk, unread or opening, desk.plan.quota, again=0.4, most=2 if unread else 1)
    items = [replace(_item(line, sentence), when=line.article.issued) for line, sentence in chosen]
    items.sort(key=lambda item: item.when.last.toordinal() if item.when else 0, reverse=True)
    return tuple(replace(item, label=_dated(item.when, desk)) for item in items)


def _dated(when: Date | None, desk: Desk) -> str:
    return in_words(when, desk.language) if when else "undated"


def expert_corner(desk: Desk) -> tuple[Item, ...]:
    """Quotations of those who are asked what the news means, one of a speaker before a second of any."""
    found = [
        (_authority(quote, article, desk), article, quote) for article in desk.articles for quote in _choices(article)
    ]
    ranked = sorted(found, key=lambda entry: -entry[0])
    items: list[Item] = []
    for once in (True, False):
        for _, article, source in ranked:
            quote = _printed(source, article, desk)
            heard = [item.quote.speaker for item in items if item.quote]
            if not stands(quote.text, article, quote.paragraph, sentences=False):
                continue
            fresh = not repeats(quote.text, [*desk.printed, *(said(item.quote.text) for item in items if item.quote)])
            if len(items) < desk.plan.quota and fresh and heard.count(quote.speaker) < (1 if once else 2):
                items.append(Item(key=article.id, quote=quote))
    return tuple(items)


def _choices(article: Article) -> Iterator[Quote]:
    """What may be printed of its quotations: all that someone said in a paragraph, or a part of it."""
    parted = [quote for quote in _spoken(article.quotes) if quote not in article.quotes]
    yield from (quote for quote in parted if _quotable(quote, None, article.language))
    for quote, following in zip(article.quotes, [*article.quotes[1:], None], strict=False):
        if _quotable(quote, following, article.language):
            yield quote


def _spoken(quotes: Sequence[Quote]) -> list[Quote]:
    """`quotes`, sentences of one speaker that a "he said" parts joined by an ellipsis."""
    spoken: list[Quote] = []
    for quote in quotes:
        last = spoken[-1] if spoken else None
        if last and _goes_on(last, quote):
            text = f"{_END.sub('.', last.text.strip())} … {quote.text.strip()}"
            spoken[-1] = replace(last, text=text, role=last.role or quote.role)
        else:
            spoken.append(quote)
    return spoken


def _goes_on(before: Quote, quote: Quote) -> bool:
    same = quote.speaker is not None and (before.speaker, before.paragraph) == (quote.speaker, quote.paragraph)
    whole = before.text.strip()[-1:] in tuple(".!…,") and before.text[:1].isupper() and quote.text[:1].isupper()
    return same and whole and len(before.text.split()) + len(quote.text.split()) <= _LONGEST_QUOTE


def _quotable(quote: Quote, following: Quote | None, language: str | None) -> bool:
    """Whether it is whole sentences of someone named who is no official, and not broken off by "he said"."""
    text = quote.text.strip()
    broken = following and following.paragraph == quote.paragraph and following.text[:1].islower()
    whole = text[:1].isupper() and text[-1:] in ".!…," and is_balanced(text) and not broken
    dated = any(found.kind in ("relative", "weekday") for found in find_expressions(text))
    back = (leans_back(text, language) or "").startswith(_POINTING)
    asked = quote.speaker and quote.role and (EXPERT.search(quote.role) or not OFFICIAL.search(quote.role))
    return bool(asked) and whole and not (dated or back) and len(text.split()) >= _SHORTEST_QUOTE


def _authority(quote: Quote, article: Article, desk: Desk) -> float:
    role = quote.role or ""
    near = max(
        (line.weight for line in desk.lines if line.article is article and line.paragraph == quote.paragraph),
        default=0.0,
    )
    whole = _WHOLE * (quote not in article.quotes)
    return near + whole + 0.5 * bool(EXPERT.search(role)) + 0.3 * significance(quote.text, article.language)


def _printed(quote: Quote, article: Article, desk: Desk) -> Quote:
    language = article.language or desk.language
    return replace(
        quote,
        text=curl(_END.sub(".", quote.text.strip()), language),
        speaker=curl(quote.speaker or "", language),
        role=curl(quote.role or "", language),
    )


def more_stories(desk: Desk) -> tuple[Item, ...]:
    """The week's other stories, each under words of its source: its title, or the heading it stands under."""
    items: list[Item] = []
    for piece in find_pieces(desk):
        if len(items) == desk.plan.quota:
            break
        if piece.label in [item.label for item in items]:
            continue
        if not piece.several and any(item.key == piece.key for item in items):
            continue
        passages = find_passages(
            replace(desk, printed=(*desk.printed, *said_by(items))), map(_leading, piece.lines), _STORY
        )
        sentences = tuple(sentence for passage in passages for _, sentence in passage)
        if sentences:
            items.append(Item(key=piece.key, label=curl(piece.label), sentences=sentences))
    return tuple(items)


def by_country(desk: Desk) -> tuple[Item, ...]:
    """Short items from around the map, each under the country it speaks of; the brief's own countries are none."""
    named = {_place(line): name for line in desk.lines if _is_brief(line, desk) and (name := _country(line, desk))}
    items: list[Item] = []
    while named and len(items) < desk.plan.quota:
        told = [item.key for item in items]
        found = [
            replace(line, weight=line.weight - _AGAIN * told.count(line.article.id))
            for line in desk.lines
            if _place(line) in named
        ]
        chosen = pick(replace(desk, printed=(*desk.printed, *said_by(items))), found, 1)
        if not chosen:
            break
        label = named[_place(chosen[0][0])]
        items.append(Item(key=chosen[0][1].key, label=label, sentences=(chosen[0][1],)))
        named = {place: name for place, name in named.items() if name != label}
    return tuple(items)


def _is_brief(line: Line, desk: Desk) -> bool:
    return usable(line, desk) and len(line.text.split()) <= _BRIEFEST


def _country(line: Line, desk: Desk) -> str | None:
    """The country the main clause begins with, where it is not what the whole brief is about."""
    opening, comma, clause = line.text.partition(", ")
    main = clause if comma and _ADJUNCT.match(opening) else line.text
    named = countries(main) or countries(opening)
    return named[0][0] if named and named[0][1] < _EARLY and named[0][0] not in desk.subjects else None


def to_watch(desk: Desk) -> tuple[Item, ...]:
    """Dated events that lie ahead of the brief: the nearest and weightiest, in the order of their dates."""
    dates = {_place(line): when for line in desk.lines if usable(line, desk) and (when := _ahead(line, desk))}
    found = [_nearer(line, dates[_place(line)], desk) for line in desk.lines if _place(line) in dates]
    items = [
        Item(key=sentence.key, label=in_words(when, desk.language), sentences=(sentence,), when=when)
        for line, sentence in pick(desk, found, desk.plan.quota)
        if (when := dates[_place(line)])
    ]
    return tuple(sorted(items, key=lambda item: item.when.first if item.when else desk.issued.last))


def _ahead(line: Line, desk: Desk) -> Date | None:
    """The nearest day or month after the brief's date on which `line` says that something is to happen."""
    issued = line.article.issued
    if issued is None:
        return None
    values = [
        resolve(found, line.text, issued)
        for found in find_expressions(line.text)
        if found.kind != "year" and is_ahead(line.text, found)
    ]
    coming = [value for value in values if value and 0 < (value.first - desk.issued.last).days <= _FAR]
    return min(coming, key=lambda value: (value.first, value.last), default=None)


def _nearer(line: Line, when: Date, desk: Desk) -> Line:
    soon = (when.first - desk.issued.last).days <= _SOON
    return replace(line, weight=line.weight + 0.3 * soon + 0.15 * when.is_day)


def _place(line: Line) -> tuple[str, int, int]:
    return line.article.id, line.paragraph, line.place


def _item(line: Line, sentence: Sentence) -> Item:
    return Item(key=line.article.id, sentences=(sentence,))


def _items(chosen: Sequence[tuple[Line, Sentence]]) -> tuple[Item, ...]:
    return tuple(_item(line, sentence) for line, sentence in chosen)


def sources(_desk: Desk) -> tuple[Item, ...]:
    """Nothing: the list of references is made from the citations."""
    return ()


FORMS: dict[Form, Callable[[Desk], tuple[Item, ...]]] = {
    "in-brief": in_brief,
    "labelled": by_country,
    "links": read_more,
    "numbered": more_stories,
    "quotes": expert_corner,
    "significance": why_it_matters,
    "sources": sources,
    "story": story,
    "watch": to_watch,
}
ORDER: tuple[Form, ...] = (
    "watch", "quotes", "in-brief", "significance", "story", "numbered", "labelled", "links", "sources",
)  # fmt: skip
"""Who chooses first: what has least to choose from; where a section is printed is the plan's to say."""
