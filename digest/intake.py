"""A source → its pages and articles, read in a child process with limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from digest.errors import DigestError
from digest.extract import Outlets, extract, label
from digest.fetch import Refused, Skipped, sidecar
from digest.intake_pandoc import read_office
from digest.interchange import RECORD_READERS, Record
from digest.learning import Learned, without_learned
from digest.model import Article, Block, Page, Source
from digest.readers import read, sniff
from digest.readers.office import PANDOC_NAMES
from digest.sidecars import apply_sidecar
from digest.statements import described_if_untitled
from digest.workers import Limits, cores, run

LIMITS = Limits(seconds=60, megabytes=300)
"""For one source. The longest news page takes a second and 60 MB; two children at their limit stay under 700 MB."""


NOT_KEPT = "not kept: "
"""How a note begins that says what of a record we have no place for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenPage:
    """A page, its articles, and every line of it with what it was taken for."""

    page: Page
    articles: tuple[Article, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came of a source."""

    name: str
    pages: tuple[TakenPage, ...]


def take(source: Source, outlets: Outlets | None = None, learned: Learned | None = None) -> tuple[TakenPage, ...]:
    """The pages of a source and their articles, learned furniture left out; ReadError where it cannot be read."""
    media_type = sniff(source)
    if media_type in RECORD_READERS:
        return tuple(recorded(record) for record in RECORD_READERS[media_type](source))
    pages = read_office(source) if media_type in PANDOC_NAMES else read(source)
    return tuple(_taken(page, outlets, learned or {}) for page in pages)


def _taken(page: Page, outlets: Outlets | None, learned: Learned) -> TakenPage:
    articles = extract(page, outlets)
    told = without_learned(page, articles, learned)
    if told is not page:  # the outlet is known only when the page has been read
        articles = extract(told, outlets)
    return TakenPage(page=told, articles=articles, blocks=label(told, outlets))


def recorded(record: Record) -> TakenPage:
    """A record of another program: a page without lines, whose notes say what of it we have no place for."""
    page = Page(source=record.source, blocks=(), notes=tuple(f"{NOT_KEPT}{what}" for what in record.lost))
    return TakenPage(page=page, articles=(replace(record.article, source=record.source.name),), blocks=())


def take_with_sidecar(
    source: Source, outlets: Outlets | None = None, learned: Learned | None = None
) -> tuple[TakenPage, ...]:
    """As `take`, with what a file beside the source states of its articles."""
    taken = take(source, outlets, learned)
    beside = None if source.url and "://" in source.name else sidecar(Path(source.name))
    articles = [article for one in taken for article in one.articles]
    stated = map(described_if_untitled, apply_sidecar(beside, articles) if beside else articles)
    return tuple(replace(one, articles=tuple(next(stated) for _ in one.articles)) for one in taken)


def take_all(
    found: Iterable[Source | Skipped | Refused],
    outlets: Outlets | None,
    *,
    learned: Learned | None = None,
    children: int | None = None,
) -> Iterator[Taken | Skipped | Refused]:
    """What came of each source, in order, read in as many processes at once as there are cores."""
    most = children or min(cores(), 8)
    for task, answer in run(partial(_tried, outlets=outlets, learned=learned), found, children=most, limits=LIMITS):
        if not isinstance(task, Source):
            yield task
        elif isinstance(answer, DigestError):
            answer.where = answer.where or task.name
            yield Refused(name=task.name, error=answer)
        else:
            yield Taken(name=task.name, pages=tuple(_whole(one, task) for one in answer))


def _tried(task: Source | Skipped | Refused, outlets: Outlets | None, learned: Learned | None) -> tuple[TakenPage, ...]:
    if not isinstance(task, Source):  # nothing to read: it only keeps its place in the order
        return ()
    taken = take_with_sidecar(task, outlets, learned)
    return tuple(_light(one, task) for one in taken)


def _light(taken: TakenPage, task: Source) -> TakenPage:
    """Without the bytes that the parent has: up to fifty megabytes need not cross the pipe twice."""
    source = taken.page.source
    if source.data is not task.data:
        return taken
    return replace(taken, page=replace(taken.page, source=replace(source, data=b"")))


def _whole(taken: TakenPage, task: Source) -> TakenPage:
    source = taken.page.source
    if source.data:
        return taken
    return replace(taken, page=replace(taken.page, source=replace(source, data=task.data)))
