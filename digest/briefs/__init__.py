"""A plan and a library's articles → one issue of a brief, and a report of what went into it and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from digest.briefs.choosing import Line, lines, weigh
from digest.briefs.copies import without_copies
from digest.briefs.extracts import Desk, office_holders, said_by, surnames
from digest.briefs.forms import FORMS, ORDER
from digest.briefs.heard import heard, printed
from digest.briefs.known import NOTHING, Known
from digest.briefs.leads import left_beside, opener
from digest.briefs.report import Report
from digest.briefs.stories import on_theme
from digest.briefs.timing import in_tongue, timed
from digest.briefs.told import named, told_by
from digest.countries import countries
from digest.model import Article, Brief, Date, Item, Section
from digest.plans import BriefPlan, SectionPlan
from digest.storylines import Storyline

__all__ = ["BriefPlan", "Known", "Report", "SectionPlan", "compose", "number_of"]

_SUBJECT = 0.4  # the part of paragraphs that name a country from which the whole brief is about it
_EMPTY: dict[str, str] = {
    "in-brief": "no sentence stands by itself",
    "labelled": "no sentence that stands by itself is about another country",
    "links": "no sentence that is not printed already stands by itself",
    "numbered": "no other story has a sentence that stands by itself",
    "quotes": "no quotation of whole sentences has a speaker whose role is known and who is no official",
    "significance": "no sentence that stands by itself says what the news means",
    "story": "no passage can be read away from its page",
    "watch": "no sentence that stands by itself names a date ahead",
}
_KNOWN, _FEWEST = 5, 3  # articles that speak of someone whom readers know by surname: half of all, within these
_SHOWN = 6  # reasons for which sentences were passed over, the commonest
_HEARD = 2  # articles that speak of someone who holds an office
_WIDE = 31  # days: an article dated less closely than this is named in the report


def number_of(period: Date) -> str | None:
    """What an issue for `period` is called: a week 2022-W37, a month 2022-09, a day; None for any other span.

    >>> number_of(Date(edtf="2022-09-12/2022-09-18")), number_of(Date(edtf="2022-09"))
    ('2022-W37', '2022-09')
    """
    first, last = period.first, period.last
    if first == last:
        return first.isoformat()
    if first.weekday() == 0 and (last - first).days == 6:
        return "{}-W{:02}".format(*first.isocalendar())
    next_day = last + timedelta(days=1) if last < date.max else last
    whole_month = first.day == 1 and next_day.day == 1 and (last - first).days < 31
    return f"{first:%Y-%m}" if whole_month else None


def compose(
    plan: BriefPlan, articles: Sequence[Article], period: Date, issued: Date, known: Known = NOTHING
) -> tuple[Brief, Report]:
    """The issue of `plan` for `period`, dated `issued`, from those of `articles` that were out by then."""
    kept, report = _sort(plan, articles, period, issued, known)
    read = {article.id: tuple(lines(article)) for article in kept}
    ours = [line for article in kept if set(article.themes) & set(plan.themes) for line in read[article.id]]
    room = _Room(
        plan=plan,
        period=period,
        issued=issued,
        articles=kept,
        read=read,
        strangers=_strangers(read, kept),
        subjects=_subjects(ours),
        known=known,
        stories=told_by(kept, articles, known),
    )
    filled = _fill(room)
    brief = Brief(
        name=plan.name,
        title=plan.title,
        subtitle=plan.subtitle,
        series=plan.series,
        number=number_of(period),
        period=period,
        issued=issued,
        sections=_sections(plan, filled),
    )
    return brief, replace(
        report,
        left_out=tuple(_left_out(room, filled)),
        unused=tuple(key for key in report.candidates if key not in brief.references),
        passed_over=_passed_over(room),
        heard=heard([article for article in kept if article.id in report.candidates], known),
        printed=printed(brief, kept),
        stories=tuple(named(story) for story in room.stories if _is_told(story, report.candidates)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """Everything that any section might take."""

    plan: BriefPlan
    period: Date
    issued: Date
    articles: tuple[Article, ...]
    read: Mapping[str, tuple[Line, ...]]
    strangers: Mapping[str, frozenset[str]]
    subjects: frozenset[str]
    known: Known
    stories: tuple[Storyline, ...]
    sights: dict[tuple[object, ...], tuple[Line, ...]] = field(default_factory=dict)  # what `weighed` gave before

    def pool(self, section: SectionPlan) -> tuple[Article, ...]:
        """The articles a section may take: of its time and themes, or included by key."""
        themes = set(section.themes or self.plan.themes)
        span = _with_lookback(self.period, section.lookback)
        return tuple(
            article
            for article in self.articles
            if article.id in self.plan.include or (_overlaps(article, span) and themes & set(article.themes))
        )

    def weighed(self, pool: Sequence[Article], themes: Sequence[str]) -> tuple[Line, ...]:
        """The sentences of `pool` as they weigh among each other."""
        sight = (tuple(themes), *(article.id for article in pool))
        if sight not in self.sights:
            spoken = {article.id: on_theme(article, themes) for article in pool}
            found = [line for article in pool for line in self.read[article.id] if line.paragraph in spoken[article.id]]
            weighed = weigh(found, themes)
            told = (in_tongue(line, self.plan.language) for line in weighed)
            self.sights[sight] = tuple(timed(line, self.period, self.issued) for line in told)
        return self.sights[sight]


def _with_lookback(period: Date, days: int) -> Date:
    if days == 0:
        return period
    first = max(period.first.toordinal() - days, 1)
    return Date(edtf=f"{date.fromordinal(first)}/{period.last}")


def _sort(
    plan: BriefPlan, articles: Sequence[Article], period: Date, issued: Date, known: Known
) -> tuple[tuple[Article, ...], Report]:
    """The articles that may be taken, the newest first, and what the report says of the others."""
    wanted = set(plan.themes).union(*(section.themes for section in plan.sections))
    offered = [article for article in articles if article.id not in plan.exclude]
    ours = [article for article in offered if article.id in plan.include or wanted & set(article.themes)]
    later = [article.id for article in ours if article.issued and article.issued.first > issued.last]
    undated = [article.id for article in offered if article.issued is None and article.id not in plan.include]
    longest = max((section.lookback for section in plan.sections), default=0)
    span = _with_lookback(period, longest)
    dated = [
        article
        for article in ours
        if article.id not in later and (article.id in plan.include or _overlaps(article, span))
    ]
    taken = [article for article in dated if _is_read(article, plan)]
    kept, copies = without_copies(sorted(taken, key=_newest_first), known)
    inside = [article for article in kept if article.id in plan.include or _overlaps(article, period)]
    report = Report(
        candidates=tuple(article.id for article in inside),
        undated=tuple(undated),
        vague=tuple(article.id for article in inside if _is_vague(article, period)),
        later=tuple(later),
        foreign=tuple(article.id for article in dated if article not in taken),
        copies=copies,
        unknown=tuple(key for key in (*plan.include, *plan.exclude) if key not in {article.id for article in articles}),
    )
    return tuple(sorted(kept, key=_newest_first)), report


def _is_read(article: Article, plan: BriefPlan) -> bool:
    """Whether the readers of the brief can read its sentences, or the editor asks for it by key."""
    tongues = {language.partition("-")[0].lower() for language in (plan.language, *plan.languages)}
    own = (article.language or plan.language).partition("-")[0].lower()
    return own in tongues or article.id in plan.include


def _newest_first(article: Article) -> tuple[int, int, str]:
    issued = article.issued
    return (-issued.last.toordinal(), -issued.first.toordinal(), article.id) if issued else (0, 0, article.id)


def _overlaps(article: Article, period: Date) -> bool:
    return article.issued is not None and article.issued.overlaps(period)


def _is_vague(article: Article, period: Date) -> bool:
    issued = article.issued
    return issued is not None and not issued.within(period) and (issued.last - issued.first).days > _WIDE


def _fill(room: _Room) -> dict[int, tuple[Item, ...]]:
    """The items of each section by its number in the plan, chosen in the order of `ORDER`."""
    plans = room.plan.sections
    filled: dict[int, tuple[Item, ...]] = {}
    opening = _opening(room)
    for number in sorted(range(len(plans)), key=lambda number: ORDER.index(plans[number].form)):
        done = tuple(item for items in filled.values() for item in items)
        form = plans[number].form
        desk = _desk(room, plans[number], done)
        left = desk.lines if form == "story" else left_beside(opening, desk.lines)
        filled[number] = FORMS[form](replace(desk, lines=left, opening=opening))
    return filled


def _desk(room: _Room, section: SectionPlan, done: Sequence[Item]) -> Desk:
    pool = room.pool(section)
    return Desk(
        plan=section,
        themes=room.plan.themes,
        titles=tuple(other.title for other in room.plan.sections),
        period=room.period,
        issued=room.issued,
        language=room.plan.language,
        articles=pool,
        lines=room.weighed(pool, section.themes or room.plan.themes),
        printed=said_by(done),
        cited=frozenset(item.key for item in done),
        strangers=room.strangers,
        subjects=room.subjects,
        known=room.known,
        stories=room.stories,
    )


def _opening(room: _Room) -> Line | None:
    story = next((section for section in room.plan.sections if section.form == "story" and section.quota), None)
    desk = _desk(room, story, ()) if story else None
    return opener(desk.lines, desk) if desk else None


def _sections(plan: BriefPlan, filled: Mapping[int, tuple[Item, ...]]) -> tuple[Section, ...]:
    cited = any(filled.values())
    return tuple(
        Section(title=section.title, form=section.form, items=filled[number], note=section.note)
        for number, section in enumerate(plan.sections)
        if filled[number] or (section.form == "sources" and cited)
    )


def _left_out(room: _Room, filled: Mapping[int, tuple[Item, ...]]) -> Iterator[tuple[str, str]]:
    for number, section in enumerate(room.plan.sections):
        if not filled[number] and section.form != "sources":
            yield section.title, _EMPTY[section.form] if room.pool(section) else "no article of its themes and time"


def _passed_over(room: _Room) -> tuple[tuple[str, int], ...]:
    every = (line.fault or line.leans for found in room.read.values() for line in found)
    return tuple(Counter(reason for reason in every if reason).most_common(_SHOWN))


def _is_told(story: Storyline, candidates: Sequence[str]) -> bool:
    return len(story.reports) > 1 and not set(story.keys).isdisjoint(candidates)


def _strangers(read: Mapping[str, Sequence[Line]], articles: Sequence[Article]) -> dict[str, frozenset[str]]:
    """By article, the surnames that few others speak of: a reader of the brief has not met them."""
    often = Counter(word for found in read.values() for word in {word for line in found for word in line.vector})
    known = min(_KNOWN, max(_FEWEST, len(articles) // 2))
    offices = frozenset(name for article in articles for name in office_holders(article))
    return {
        article.id: frozenset(
            name for name in surnames(article) if often[name.casefold()] < (_HEARD if name in offices else known)
        )
        for article in articles
    }


def _subjects(found: Iterable[Line]) -> frozenset[str]:
    """The countries that so many paragraphs name that the whole brief is about them."""
    paragraphs: dict[tuple[str, int], set[str]] = {}
    for line in found:
        named = {name for name, _ in countries(line.text)}
        paragraphs.setdefault((line.article.id, line.paragraph), set()).update(named)
    often = Counter(name for names in paragraphs.values() for name in names)
    return frozenset(name for name, count in often.items() if count >= _SUBJECT * len(paragraphs))
