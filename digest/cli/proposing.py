"""What `cite` proposes: quotations and links of a report that belong to a record and carry no citation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from digest.citing import Citation, Paragraph, Report
from digest.cli import desk
from digest.cli.words import counted, note, say, say_json, short, shown

if TYPE_CHECKING:
    from digest.citing.proposals import Proposal


def offered(read: Report, *, auto: bool, ask: bool, quiet: bool) -> list[Proposal]:
    """The proposals to carry out: those that are sure with `auto`, those a person says yes to with `ask`; else none,
    and all are listed."""
    from digest.citing.proposals import propose

    texts, copies = desk.passing_texts("looking for quotations"), desk.library().copies()
    found = propose(read, texts, known=addresses_for(read), copies=copies)
    if ask:
        return [chosen for one in found if (chosen := _asked(read, one))]
    if auto:
        doubtful = [one for one in found if not one.sure]
        _list(read, doubtful, quiet=quiet)
        return [one for one in found if one.sure]
    _list(read, found, quiet=quiet)
    if found and not quiet:
        note(f"{counted(len(found), 'citation')} proposed; --auto sets those that are sure, --ask asks about each")
    return []


def suggested(read: Report, *, as_objects: bool) -> None:
    """Print the sentences that look taken from an article, the likeliest first, each with the source's own."""
    from digest.citing.paraphrases import suggest

    for one in suggest(read, desk.passing_texts("comparing"), copies=desk.library().copies()):
        if as_objects:
            told = {"paragraph": one.paragraph + 1, "words": one.words, "key": one.key, "locator": one.locator}
            say_json(told | {"score": round(one.score, 2), "source": one.source, "shared": one.shared})
            continue
        place = f"{where(read, one.paragraph)}: perhaps @{one.key}{_located(one)}"
        say(f"{place} ({one.score:.2f}): {short(one.words, 160)}")
        say(f"  the source says: {one.source}")


def addresses_for(read: Report) -> Mapping[str, str]:
    """The addresses of all records, where the report has a link at all: a large library takes seconds to read."""
    from digest.citing.links import find_links

    return desk.addresses() if any(find_links(one) for one in read.paragraphs) else {}


def with_proposals(read: Report, proposals: Sequence[Proposal]) -> Report:
    """The report as if those citations had been typed into it."""
    by_paragraph: dict[int, list[Citation]] = {}
    for one in proposals:
        by_paragraph.setdefault(one.paragraph, []).append(_citation(one))
    paragraphs = [_with(read.paragraphs[place], found) for place, found in sorted(by_paragraph.items())]
    replaced = dict(zip(sorted(by_paragraph), paragraphs, strict=True))
    return replace(read, paragraphs=tuple(replaced.get(place, one) for place, one in enumerate(read.paragraphs)))


def _citation(one: Proposal) -> Citation:
    if one.bare:  # the address itself: the citation takes its place
        return Citation(start=one.start, end=one.end, sources=(one.cited,))
    return Citation(start=one.at, end=one.at, sources=(one.cited,), lead=one.lead)


def _with(paragraph: Paragraph, found: Sequence[Citation]) -> Paragraph:
    together = sorted((*paragraph.citations, *found), key=lambda one: (one.start, one.end))
    return replace(paragraph, citations=tuple(together))


def _list(read: Report, found: Sequence[Proposal], *, quiet: bool) -> None:
    for one in () if quiet else found:
        note(f"{where(read, one.paragraph)}: {_told(one)}")


def where(read: Report, place: int) -> str:
    """Where a paragraph of a report is, as a person finds it."""
    paragraph = read.paragraphs[place]
    if paragraph.line:
        return f"line {paragraph.line}"
    page = f"page {paragraph.page}, " if paragraph.page else ""
    note_or_not = f" ({paragraph.part})" if paragraph.part != "body" else ""
    return f"{page}paragraph {place + 1}{note_or_not}"


def _told(one: Proposal) -> str:
    locator = _located(one)
    several = f" or {', '.join('@' + other.key for other in one.others)}" if one.others and not one.sure else ""
    return f"{one.kind} “{short(one.words, 60)}”: @{one.key}{locator}{several}"


def _located(one: Proposal) -> str:
    return f", para. {one.locator}" if one.locator else ""


def _asked(read: Report, one: Proposal) -> Proposal | None:
    """The proposal as a person answers it: yes, no, or another of the records that hold the words."""
    candidates = [(one.key, one.locator), *((other.key, other.locator) for other in one.others)]
    click.echo(shown(f"{where(read, one.paragraph)}: {one.kind} “{short(one.words, 200)}”"))
    for number, (key, locator) in enumerate(candidates, start=1):
        click.echo(shown(f"  {number}  @{key}" + (f", para. {locator}" if locator else "")))
    answer: int = click.prompt("cite which, 0 for none", type=click.IntRange(0, len(candidates)), default=int(one.sure))
    if not answer:
        return None
    key, locator = candidates[answer - 1]
    return replace(one, key=key, locator=locator)
