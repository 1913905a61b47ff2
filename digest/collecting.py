"""Feeds collected: what is new in each, read, and what became of it remembered."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING

from digest.errors import DigestError, FetchError
from digest.fetch import Refused, Skipped
from digest.fetch.accounts import MailAccount
from digest.intake import LIMITS, Taken, TakenPage
from digest.library import Library
from digest.library.feeds import Feeds, FeedState, Outcome
from digest.model import Article, Evidence, Source
from digest.plans import Feed
from digest.readers import sniff
from digest.readers.feed import feed_title
from digest.readers.feed.entries import TEASER
from digest.readers.feed.links import FEED_TYPES, find_feed_links
from digest.themes import Theme, tag
from digest.workers import run

if TYPE_CHECKING:
    from digest.fetch.web import Fetched, Web

Take = Callable[[Iterable[Source | Skipped | Refused]], Iterator[Taken | Skipped | Refused]]
"""Sources → what came of each, in order."""

NOTHING_NEW = "nothing new"
MOST_NEW = 100
"""Entries of one feed that a run takes: at a second each, no feed keeps the others waiting for long."""
_STATED = ("title", "author", "issued", "language")
"""What an entry states of its article that the article's page may lack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collecting:
    """What feeds are collected with."""

    web: Web
    memory: Feeds
    take: Take
    themes: Sequence[Theme] = ()
    hurry: bool = False  # ask also feeds that were asked a short while ago


def collect(feed: Feed, using: Collecting) -> Iterator[Taken | Skipped | Refused]:
    """What came of each new entry of `feed`; an entry is settled once the caller has asked for what follows it.

    So a caller that stores what it gets loses nothing, wherever it is stopped: what was not settled comes again.
    """
    before = using.memory.state(feed.url)
    if wait := _too_soon(feed, before, hurry=using.hurry):
        yield Skipped(name=feed.label, reason=wait)
        return
    try:
        fetched = _asked(feed, before, using.web)
        entries = () if fetched.not_modified else _entries(fetched, using.take)
    except FetchError as error:
        using.memory.keep(_state(feed, before, error=error.what))
        yield Refused(name=feed.label, error=error)
        return
    if not entries:
        using.memory.keep(_state(feed, before))
        yield Skipped(name=feed.label, reason=NOTHING_NEW)
        return
    yield from _new(feed, fetched, entries, using)


def _new(
    feed: Feed, fetched: Fetched, entries: Sequence[TakenPage], using: Collecting
) -> Iterator[Taken | Skipped | Refused]:
    """What came of the entries that are not settled yet."""
    waiting: deque[TakenPage] = deque()
    fresh = [entry for entry in entries if not using.memory.settled(feed.url, mark(entry.page.source))]
    more = len(fresh) - MOST_NEW
    open_ends = max(0, more)
    for found in _read(feed, fresh[:MOST_NEW], waiting, using):
        entry = waiting.popleft()
        kept = _kept(_filled(_or_own(found, entry), entry), feed, using.themes)
        yield kept
        outcome = _outcome(kept)
        using.memory.settle(feed.url, mark(entry.page.source), outcome)
        open_ends += outcome == "refused"
    if not fresh or more > 0:
        yield Skipped(name=feed.label, reason=f"{more} more in the next run" if fresh else NOTHING_NEW)
    # While an entry is to be tried again, the feed must be sent again.
    known = None if open_ends else fetched.known
    state = FeedState(url=feed.url, fetched=_now(), entries=len(entries))
    using.memory.keep(
        replace(state, etag=known.etag, last_modified=known.last_modified) if known else state,
    )


def mark(entry: Source) -> str:
    """What tells an entry from all others of its feed, today and tomorrow."""
    return entry.url or blake2b(entry.data, digest_size=16).hexdigest()


def _asked(feed: Feed, before: FeedState | None, web: Web) -> Fetched:
    from digest.fetch.web import Known  # TLS and urllib3 are wanted only where something is fetched

    known = Known(etag=before.etag, last_modified=before.last_modified) if before else None
    fetched = web.fetch(feed.url, known)
    if not fetched.not_modified and sniff(fetched.source) not in FEED_TYPES:
        hint = "`digest feeds add` finds the feed of a page"
        raise FetchError("there is no feed at this address", where=feed.url, hint=hint)
    return fetched


def _entries(fetched: Fetched, take: Take) -> tuple[TakenPage, ...]:
    [found] = take([fetched.source])
    if isinstance(found, Refused):
        raise FetchError(found.error.what, where=fetched.source.name, hint=found.error.hint)
    return found.pages if isinstance(found, Taken) else ()


def _read(
    feed: Feed, fresh: Sequence[TakenPage], waiting: deque[TakenPage], using: Collecting
) -> Iterator[Taken | Skipped | Refused]:
    """What came of each entry: of its page, or of itself where links are not followed."""
    if not feed.follow:
        waiting.extend(fresh)
        yield from (_alone(entry) for entry in fresh)
        return

    def opened() -> Iterator[Source | Refused]:
        for entry in fresh:
            waiting.append(entry)
            yield _followed(entry, feed, using.web)

    yield from using.take(opened())


def _followed(entry: TakenPage, feed: Feed, web: Web) -> Source | Refused:
    source = entry.page.source
    if source.url is None:
        return source
    try:
        return web.fetch(source.url, named_by=feed.url).source
    except FetchError as error:
        return Refused(name=source.url, error=error)


def _alone(entry: TakenPage) -> Taken:
    return Taken(name=entry.page.source.name, pages=(entry,))


def _or_own(found: Taken | Skipped | Refused, entry: TakenPage) -> Taken | Skipped | Refused:
    """`found`, or the entry's own text where its page gave no article and the feed has it whole."""
    if isinstance(found, Taken) and any(one.articles for one in found.pages):
        return found
    return _alone(entry) if entry.articles and TEASER not in entry.page.notes else found


def _filled(found: Taken | Skipped | Refused, entry: TakenPage) -> Taken | Skipped | Refused:
    """`found`, where its one article lacks what its entry in the feed states."""
    if not isinstance(found, Taken) or len(entry.articles) != 1 or found.pages == (entry,):
        return found
    told = [article for one in found.pages for article in one.articles]
    if len(told) != 1:
        return found
    lacking = [name for name in _STATED if not getattr(told[0], name) and getattr(entry.articles[0], name)]
    proofs = (proof for proof in entry.articles[0].evidence if proof.field in lacking)
    values = {name: getattr(entry.articles[0], name) for name in lacking}
    whole = replace(told[0], **values, evidence=(*told[0].evidence, *(replace(proof, line=None) for proof in proofs)))
    return replace(found, pages=tuple(replace(one, articles=one.articles and (whole,)) for one in found.pages))


def _kept(found: Taken | Skipped | Refused, feed: Feed, themes: Sequence[Theme]) -> Taken | Skipped | Refused:
    """`found` with the feed's outlet where it names none; skipped where it speaks of none of the feed's themes."""
    if not isinstance(found, Taken):
        return found
    pages = tuple(
        replace(one, articles=tuple(_signed(article, feed, one) for article in one.articles)) for one in found.pages
    )
    wanted = [theme for theme in themes if theme.name in feed.themes]
    if feed.themes and any(one.articles for one in pages):
        pages = tuple(
            replace(one, articles=tuple(article for article in one.articles if tag(article, wanted).themes))
            for one in pages
        )
        if not any(one.articles for one in pages):
            return Skipped(name=found.name, reason=f"speaks of none of: {', '.join(feed.themes)}")
    return replace(found, pages=pages)


def _signed(article: Article, feed: Feed, one: TakenPage) -> Article:
    """`article` with the feed's outlet, where its page names none, or only the feed or its own address."""
    names = {row.value for row in one.page.declared if row.origin == "feed title"}
    stated = any(proof.field == "container_title" and proof.confidence == "stated" for proof in article.evidence)
    if not feed.outlet or (article.container_title and stated and article.container_title not in names):
        return article
    proof = Evidence(field="container_title", quote=feed.outlet, rule="the feed's outlet in config.yaml")
    others = tuple(entry for entry in article.evidence if entry.field != "container_title")
    return replace(article, container_title=feed.outlet, evidence=(*others, proof))


def _outcome(found: Taken | Skipped | Refused) -> Outcome:
    """A page without an article is tried again too: tomorrow it may not be hidden behind a question."""
    if isinstance(found, Skipped):
        return "left"
    return "taken" if isinstance(found, Taken) and any(one.articles for one in found.pages) else "refused"


def _state(feed: Feed, before: FeedState | None, error: str | None = None) -> FeedState:
    state = before or FeedState(url=feed.url, fetched="")
    return replace(state, fetched=_now(), error=error)


def _too_soon(feed: Feed, before: FeedState | None, *, hurry: bool) -> str | None:
    if hurry or before is None or not feed.interval:
        return None
    passed = (datetime.now(UTC) - datetime.fromisoformat(before.fetched)).total_seconds()
    return f"asked less than {feed.every} ago" if 0 <= passed < feed.interval else None


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def collect_mail(account: MailAccount, library: Library, take: Take) -> Iterator[Taken | Skipped | Refused]:
    """What came of each new message of a folder of mail, settled as an entry of a feed is."""
    from digest.fetch.imap import Position, messages

    seen = library.mail().position(account.name)
    positions: deque[Position] = deque()

    def opened() -> Iterator[Source | Refused]:
        for mail in messages(account, Position(validity=seen[0], last=seen[1]) if seen else None):
            positions.append(mail.position)
            yield mail.found

    try:
        for found in take(opened()):
            yield found
            done = positions.popleft()
            library.mail().remember(account.name, (done.validity, done.last))
    except FetchError as error:
        yield Refused(name=account.name, error=error)


def named_feeds(url: str, web: Web) -> tuple[tuple[str, str], ...]:
    """The feed at `url`, or those that the page there names, with their titles."""
    fetched = web.fetch(url)
    source = fetched.source
    function = _titled if sniff(source) in FEED_TYPES else find_feed_links
    [(_, answer)] = run(function, [source], children=1, limits=LIMITS)
    if isinstance(answer, DigestError):
        raise answer
    if function is find_feed_links:
        return answer
    return tuple((fetched.moved or url, title) for _, title in answer)  # a passing redirect's end is gone tomorrow


def _titled(source: Source) -> tuple[tuple[str, str], ...]:
    return ((source.name, feed_title(source) or ""),)
