"""The sources of a report: keys that are none or two for one, texts that changed, records that lack something."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from itertools import pairwise

from digest.citing.embedded import day_of, differing, item_of
from digest.citing.links import addresses_of, forms, plain_value
from digest.citing.nouns import Citation, Cited, Report, in_order
from digest.citing.remarks import Known, Remark, Spot, remark, short
from digest.citing.trees import located
from digest.csl import printed_title, to_csl
from digest.duplicates.corrections import notices
from digest.model import Article
from digest.verify.wording import form

_OWN = ("typed", "digest", "native")  # citations whose keys can only be meant for our library
_RETRACTED = re.compile(
    r"\W{0,3}(?:(?:retracted|withdrawn|removed|retraction|(?:temporary )?(?:removal|withdrawal))\b(?: article| notice)?"
    r"\s?[\]):：–—-]|(?:retraction|withdrawal) of:"
    r"|(?:zur[üu]ckgezogen|r[ée]tract[ée]e?|retractado)\s?[\]):]"
    r"|отозван\w{0,2}\s?[\]):.]|\[?(?:已)?撤(?:稿|回)[\]】:：])",
    re.I,
)
_WITHDRAWN = re.compile(r"\b(?:retracted|withdrawn|removed)\b", re.I)
_COMPARED = 50  # unknown keys of a report for which the nearest key is looked for
_TOLD = 40  # lines of a text, from either end, that may say that it was corrected


@dataclass(frozen=True, slots=True, kw_only=True)
class _Use:
    """A source of a citation, and where it stands."""

    source: Cited
    citation: Citation
    spot: Spot


def source_remarks(report: Report, known: Known) -> Iterator[Remark]:
    """What is to be said of the sources that `report` cites, each thing once, where it is first cited."""
    uses = tuple(_uses(report))
    first: dict[str, _Use] = {}
    for use in uses:
        first.setdefault(use.source.key, use)
    compared = [key for key in first if key not in known.articles][:_COMPARED]
    for use in uses:
        nearest = use.source.key in compared and first[use.source.key] is use
        yield from _key(report, use, known, first, nearest=nearest)
    yield from _paragraphs(report, uses, known)
    yield from _edited(report, uses)
    for key, use in first.items():
        if article := known.articles.get(key):
            yield from _record(report, use, article, known)
    yield from _embedded(report, uses, known)
    yield from _twice(report, first, known)


def _uses(report: Report) -> Iterator[_Use]:
    for number, citation in in_order(report):
        spot = Spot(paragraph=number, start=citation.start, end=citation.end)
        for source in citation.sources:
            yield _Use(source=source, citation=citation, spot=spot)


def _key(report: Report, use: _Use, known: Known, first: Mapping[str, _Use], *, nearest: bool) -> Iterator[Remark]:
    key = use.source.key
    if key in known.articles:
        new = known.renamed.get(key)
        if new and first[key] is use:
            message = f"@{key} was merged into @{new}"
            yield remark(report, use.spot, "merged key", message, key=key, hint=f"cite @{new}")
        return
    met = _by_address(use.source, known)
    if met and use.citation.origin in _OWN:
        message = f"no article has the key @{key}, but @{met} has its address"
        yield remark(report, use.spot, "unknown key", message, key=key, hint=f"cite @{met}")
    elif use.citation.origin not in _OWN and use.source.item:
        if first[key] is use:
            message = f"the library has no @{key}" + (f", but its address as @{met}" if met else "")
            hint = f"digest cite makes it @{met}" if met else "add the article, to have compared what is cited from it"
            yield remark(report, use.spot, "foreign key", message, key=key, hint=hint)
    else:
        near = get_close_matches(key[:100], known.keys or known.articles, n=1) if nearest else []
        message = f"no article has the key @{key}" + (f"; did you mean @{near[0]}?" if near else "")
        hint = f"cite @{near[0]}" if near else "add the article to the library, or correct the key"
        yield remark(report, use.spot, "unknown key", message, key=key, hint=hint)


def _by_address(source: Cited, known: Known) -> str | None:
    item = item_of(source.item)
    urls = [str(item.get("URL") or ""), f"doi:{item.get('DOI') or ''}"]
    return next((known.addresses[one] for url in urls for one in forms(url) if one in known.addresses), None)


def _edited(report: Report, uses: Sequence[_Use]) -> Iterator[Remark]:
    for citation, spot in {id(use.citation): (use.citation, use.spot) for use in uses}.values():
        if citation.edited:
            message = f"the text of this citation was changed by hand: “{short(spot.words(report))}”"
            yield remark(report, spot, "edited citation", message, hint="updating the citations writes it anew")


def _record(report: Report, use: _Use, article: Article, known: Known) -> Iterator[Remark]:
    key = use.source.key
    if told := _retraction(article, known.page.get(key, ())):
        message = f"@{key} was retracted: {short(told)}"
        hint = "say so, or cite something else"
        yield remark(report, use.spot, "retracted source", message, key=key, source=told, hint=hint)
    for field, name in (("issued", "date"), ("author", "author")):
        if field in article.missing:
            hint = f"digest edit {key} {field}=…"
            yield remark(report, use.spot, f"missing {name}", f"@{key} has no {name}", key=key, hint=hint)


def _retraction(article: Article, page: Sequence[str]) -> str:
    """The words that say that an article was retracted."""
    other = {name: plain_value(value) for name, value in article.other}
    if _WITHDRAWN.search(other.get("status", "")):
        return f"its status is “{other['status']}”"
    if _RETRACTED.match(article.title or ""):
        return article.title or ""
    texts = [block.text for block in article.paragraphs]
    told = notices([*texts[:_TOLD], *texts[_TOLD:][-_TOLD:], *page])
    return next((notice.text for notice in told if notice.sort == "withdrawal"), "")


def _paragraphs(report: Report, uses: Sequence[_Use], known: Known) -> Iterator[Remark]:
    """The cited paragraphs that read otherwise now, and what outlets corrected since."""
    corrected: set[str] = set()
    for use in uses:
        key = use.source.key
        article = known.articles.get(key)
        if article is None:
            continue
        was, days = _cited_state(use.source, known)
        if was is not None:
            yield from _changed(report, use, (was, article), days)
        if key not in corrected:
            corrected.add(key)
            yield from _corrected(report, use, (was, article), known)


def _cited_state(source: Cited, known: Known) -> tuple[Article | None, str]:
    """The earlier version that was cited, and between which days it changed where these tell that; None for today's."""
    versions, now = known.versions.get(source.key, ()), known.articles[source.key]
    day = day_of(item_of(source.item).get("accessed")) or known.written
    if not versions or day is None:
        return (versions[0] if versions else None), ""
    states = (*versions, now)
    for before, after in pairwise(states):
        met = after.modified or after.accessed
        if met and met.first > day:
            return before, f"between {_day(day)} and {_day(met.first)}"
    if now.accessed and now.accessed.first <= day and any(version.accessed for version in versions):
        return None, ""
    return versions[-1], ""


def _day(day: date) -> str:
    """A day, without regard to anybody's locale.

    >>> _day(date(2031, 3, 4))
    '4 March 2031'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


_MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def _changed(report: Report, use: _Use, states: tuple[Article, Article], days: str) -> Iterator[Remark]:
    was, now = states
    current = {form(block.text) for block in now.paragraphs}
    for first, last in located(use.source):
        for number in range(first, min(last, first + 20, len(was.paragraphs)) + 1):
            before = was.paragraphs[number - 1].text
            if form(before) in current:
                continue
            after = now.paragraphs[number - 1].text if number <= len(now.paragraphs) else ""
            message = f"para. {number} of @{use.source.key} has changed since " + (
                f"it was cited, {days}" if days else "an earlier version"
            )
            hint = f"see what changed with digest diff {use.source.key}, and whether your sentence still holds"
            more: dict[str, object] = {} if days else {"severity": "note"}
            more |= {"key": use.source.key, "locator": str(number), "source": after, "hint": hint}
            yield remark(report, use.spot, "changed source", message, **more)
            return


def _corrected(report: Report, use: _Use, states: tuple[Article | None, Article], known: Known) -> Iterator[Remark]:
    was, now = states
    key = use.source.key
    before = {block.text for block in was.paragraphs} if was else set()
    texts = [block.text for block in now.paragraphs if block.text not in before]
    told = [
        notice
        for notice in notices([*texts[:_TOLD], *texts[_TOLD:][-_TOLD:], *known.page.get(key, ())])
        if notice.sort in ("correction", "clarification")
    ]
    if told:
        message = f"its outlet says of @{key} ({told[0].sort}): {short(told[0].text, 200)}"
        severity = "warning" if was else "note"  # else the text that was cited may have been the corrected one
        hint = "see that what is cited is not what was corrected"
        more = {"key": key, "source": told[0].text, "hint": hint, "severity": severity}
        yield remark(report, use.spot, "corrected source", message, **more)


def _embedded(report: Report, uses: Sequence[_Use], known: Known) -> Iterator[Remark]:
    """What the records that fields carry say otherwise than those of the library."""
    seen: set[tuple[str, str]] = set()
    for use in uses:
        article = known.articles.get(use.source.key)
        if article is None or not use.source.item or (use.source.key, use.source.item) in seen:
            continue
        seen.add((use.source.key, use.source.item))
        now = to_csl(article) | {"title": printed_title(article)}  # in the case it has, not in a style's
        for name, before, after in differing(item_of(use.source.item), now):
            message = (
                f"@{use.source.key} is cited with the {name} “{short(before)}”; the record now says “{short(after)}”"
            )
            hint = "cite it anew: digest cite updates the field"
            yield remark(report, use.spot, "changed record", message, key=use.source.key, source=after, hint=hint)


def _twice(report: Report, first: Mapping[str, _Use], known: Known) -> Iterator[Remark]:
    """The keys that are of a source which is cited by another key before."""
    marks: dict[str, str] = {}
    order = {key: number for number, key in enumerate(first)}
    for key, use in first.items():
        mine = [f"key {known.renamed.get(key, key)}", *_marks(use.source, known.articles.get(key))]
        other = next((marks[mark] for mark in mine if mark in marks), None)
        copies = [one for one in known.copies.get(key, ()) if one in order]
        for mark in mine:
            marks.setdefault(mark, key)
        if other:
            message = f"@{key} and @{other} are one source"
            yield remark(report, use.spot, "same source", message, key=key, hint=f"cite @{other} in both places")
        elif copies and order[copies[0]] < order[key]:
            message = f"@{key} and @{copies[0]} are copies of one text"
            yield remark(report, use.spot, "same source", message, key=key, hint="cite one of them")


def _marks(source: Cited, article: Article | None) -> list[str]:
    """What a source is known by: the forms of its addresses."""
    if article is not None:
        return list(addresses_of(article))
    item = item_of(source.item)
    return [*forms(str(item.get("URL") or "")), *forms(f"doi:{item.get('DOI') or ''}")]
