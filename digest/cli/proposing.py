"""What `cite` proposes: quotations and links of a report that belong to a record and carry no citation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import click

from digest.citing import Citation, Paragraph, Report
from digest.cli import desk
from digest.cli.words import counted, note, say, say_json, short, shown

if TYPE_CHECKING:
    from digest.citing.proposals import Candidate, Proposal


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What is proposed: what is to be carried out, and what is left to a person."""

    taken: tuple[Proposal, ...]
    left: tuple[Proposal, ...]


def offered(read: Report, *, auto: bool, ask: bool, quiet: bool) -> Offer:
    """The proposals: those that are sure are taken with `auto`, those a person says yes to with `ask`, else none."""
    from digest.citing.proposals import propose

    texts, copies = desk.passing_texts("looking for quotations"), desk.library().copies()
    found = propose(read, texts, known=addresses_for(read), copies=copies)
    if ask:
        return Offer(taken=tuple(_answered(read, found)), left=())
    taken = tuple(one for one in found if auto and one.sure)
    left = tuple(one for one in found if one not in taken)
    _list(read, left, quiet=quiet)
    if left and not auto and not quiet:
        note(f"{counted(len(left), 'citation')} proposed; --auto sets those that are sure, --ask asks about each")
    return Offer(taken=taken, left=left)


def as_json(read: Report, one: Proposal) -> dict[str, object]:
    """A proposal as `--json` prints it."""
    there = read.paragraphs[one.paragraph]
    others = [{"key": other.key, "locator": other.locator} for other in one.others]
    return {
        "paragraph": one.paragraph + 1,
        "part": there.part,
        "page": there.page,
        "line": there.line,
        "kind": one.kind,
        "words": one.words,
        "key": one.key,
        "locator": one.locator,
        "source": one.source,
        "sure": one.sure,
        "others": others,
    }


def suggested(read: Report, *, as_objects: bool) -> None:
    """Print the sentences that look taken from an article, the likeliest first, each with the source's own."""
    from digest.citing.paraphrases import suggest

    for one in suggest(read, desk.passing_texts("comparing"), copies=desk.library().copies()):
        if as_objects:
            told = {"paragraph": one.paragraph + 1, "words": one.words, "key": one.key, "locator": one.locator}
            told |= {name: getattr(read.paragraphs[one.paragraph], name) for name in ("part", "page", "line")}
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


def _located(one: Proposal | Candidate) -> str:
    return f", para. {one.locator}" if one.locator else ""


def _answered(read: Report, found: Sequence[Proposal]) -> list[Proposal]:
    """The proposals as a person answers them, up to the one at which he stops; Ctrl-C takes all answers back."""
    kept: list[Proposal] = []
    for number, one in enumerate(found):
        try:
            answer = _asked(read, one, f"{number + 1} of {len(found)}")
        except click.Abort as stop:
            if not isinstance(stop.__context__, EOFError):
                raise
            answer = _STOP
        if answer == _STOP:
            click.echo(err=True)
            note(f"stopped: {counted(len(kept), 'citation')} kept, {len(found) - number} not asked about")
            break
        if answer:
            chosen = _candidates(one)[int(answer) - 1]
            kept.append(replace(one, key=chosen.key, locator=chosen.locator))
    return kept


_STOP, _NONE = "q", "0"


def _candidates(one: Proposal) -> list[Candidate]:
    from digest.citing.proposing import Candidate

    return [Candidate(key=one.key, locator=one.locator, source=one.source), *one.others]


def _asked(read: Report, one: Proposal, count: str) -> str:
    """The number of the record that a person chooses, "" for none, q to stop: shown what both sides say."""
    click.echo(shown(f"{count}: {where(read, one.paragraph)}, {one.kind}"))
    click.echo(shown(f"  {_around(read, one)}"))
    candidates = _candidates(one)
    for number, each in enumerate(candidates, start=1):
        click.echo(shown(f"  {number}  @{each.key}{_located(each)}: {short(each.source, 200)}"))
    choices = click.Choice([*map(str, range(len(candidates) + 1)), _STOP])
    asked = "cite which (0 for none, q to stop)"
    answer: str = click.prompt(asked, type=choices, show_choices=False, default=str(int(one.sure)))
    return "" if answer == _NONE else answer


_SHOWN = 250  # letters on either side of the words that are asked about


def _around(read: Report, one: Proposal) -> str:
    """The sentences that the words stand in."""
    from digest.verify.claims import SENTENCE

    text = read.paragraphs[one.paragraph].text
    ends = [0, *(match.end() for match in SENTENCE.finditer(text)), len(text)]
    start = max([max(end for end in ends if end <= one.start), one.start - _SHOWN])
    end = min([min(end for end in ends if end >= one.end), one.end + _SHOWN])
    return " ".join(text[start:end].split())
