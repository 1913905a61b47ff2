"""Quotations of real news articles, labelled by reading, and what a finder of quotations makes of them.

    python -m tests.quotation_gold dev

`golden/quotations.json` holds positions and names, no text; the articles stand in ../shared/gold/news-pages.
Pages on an even line of gold.jsonl are `dev`, for developing. Those on an odd line are `held`: they are scored, and
their errors are listed nowhere, so that no rule is written for them.

How it was labelled. The spans between quotation marks were listed by a throw-away script, each was then judged by
reading the article; no rule of the project had a part in it.

- A quotation is what stands between quotation marks; `start` and `end` are offsets in the page's `body`, without
  marks and surrounding space, with the punctuation inside them. Headings and standfirsts that quote in single marks
  what the article quotes later are entries without a speaker, with those one may name in `accepted`.
- One that runs over several paragraphs is one entry a paragraph, each with the speaker. So is one that a page broke
  into two lines, as far as its first line goes.
- Words quoted within a quotation are part of it and no entry.
- `kind`: `full` is a whole clause or more, also after "that"; `fragment` is some words woven into the reporter's
  sentence; `term` is a word or two with a speaker, or else scare quotes, names of things, titles of works.
- `speaker` is who wrote or said the words, by the fullest name anywhere in the article: pronouns, titles ("the
  minister said") and family names are resolved. A body, an office, a letter or a statement speaks where the article
  has it speak; `also` are other names right for it. `source` tells a `person` from a `body` and from somebody whom
  the article describes and does not name (`described`: "a spokesperson"), who then goes by that description.
- A question put to somebody who answers it is not his. Where nobody is named or described the speaker is null, and
  `accepted`, if there, names whom one may give all the same.
- `role` lists what the article says its speaker is, by its place there, or in our words where it says so in several
  places; each is right.
- `cue` is where a reader finds the speaker: `after`, `before` the words in their own sentence, `pronoun …` and
  `title …` where that says "she" or "the minister", `according to`, `same paragraph`, `other paragraph`, `dash`.
"""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from digest.model import Quote

HERE = Path(__file__).resolve().parent
LABELS = HERE / "golden" / "quotations.json"
PAGES = HERE.parent.parent / "shared" / "gold" / "news-pages" / "gold.jsonl"
LONG = 5
"""Words from which on a quotation counts; what is shorter is as often a term."""
MARKS = "“”„\"‘’'«»‹›「」『』"
FORGIVEN = re.compile(rf"^[\s{MARKS}]+|[\s{MARKS},.]+$")
IDLE = {"a", "an", "the", "of", "s", "and", "in", "at", "for", "to"}

Finder = Callable[[Sequence[str]], Sequence[Quote]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A quotation as a reader marked it; `names` are all that are right for its speaker."""

    start: int
    end: int
    kind: str
    speaker: str | None
    names: tuple[str, ...]
    source: str | None
    roles: tuple[str, ...]
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article and its labels."""

    id: str
    half: str
    body: str
    labels: tuple[Label, ...]

    @property
    def paragraphs(self) -> list[str]:
        """The lines of the body that say something."""
        return [line for line in self.body.split("\n") if line.strip()]

    @property
    def offsets(self) -> list[int]:
        """Where each of `paragraphs` begins in the body."""
        lines = re.finditer(r"[^\n]+", self.body)
        return [line.start() for line in lines if line[0].strip()]


@dataclass(slots=True, kw_only=True)
class Score:
    """What was counted over some pages; an error is told by page, offsets and names."""

    attributed: Counter[str] = field(default_factory=Counter)  # by the finder's cue
    right: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)  # by the label's cue
    found: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    found_sources: Counter[str] = field(default_factory=Counter)
    roles: int = 0
    roles_given: int = 0
    roles_right: int = 0
    spans: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of attributed quotations whose words and speaker are right."""
        return self.right.total() / max(1, self.attributed.total())

    @property
    def recall(self) -> float:
        """The share of the labelled quotations with a speaker that are found with their speaker."""
        return self.found.total() / max(1, self.wanted.total())

    @property
    def role_recall(self) -> float:
        """Among the quotations found whose speaker has a role in the article, the share with a right one."""
        return self.roles_right / max(1, self.roles)

    @property
    def role_precision(self) -> float:
        """Among the roles given to them, the share that is right."""
        return self.roles_right / max(1, self.roles_given)


def load(half: str | None = None, labels: Path = LABELS, pages: Path = PAGES) -> list[Page]:
    """The labelled pages of a half, or all; a page whose text has changed since is refused."""
    lines = map(json.loads, pages.read_text(encoding="utf-8").splitlines())
    bodies = {row["id"]: row["body"] for row in lines}
    found = [_page(entry, bodies) for entry in json.loads(labels.read_text(encoding="utf-8"))]
    return [page for page in found if half in (None, page.half)]


def _page(entry: dict[str, Any], bodies: dict[str, str]) -> Page:
    body = bodies[entry["id"]]
    fingerprint = blake2b(body.encode(), digest_size=8).hexdigest()
    assert entry["body"] == fingerprint, f"{entry['id']} has changed since it was labelled"
    labels = tuple(_label(row, entry["speakers"], body) for row in entry["quotations"])
    return Page(id=entry["id"], half=entry["half"], body=body, labels=labels)


def _label(row: dict[str, Any], speakers: dict[str, Any], body: str) -> Label:
    speaker = row["speaker"]
    known = speakers[speaker] if speaker else {"also": row.get("accepted", [])}
    return Label(
        start=row["start"],
        end=row["end"],
        kind=row["kind"],
        speaker=speaker,
        names=tuple([speaker] if speaker else []) + tuple(known.get("also", [])),
        source=known.get("source"),
        roles=tuple(role if isinstance(role, str) else body[slice(*role)] for role in known.get("role", [])),
        cue=row.get("cue", "none"),
    )


def score(pages: Sequence[Page], find: Finder) -> Score:
    """How right `find` is on `pages`, for quotations of five words or more."""
    counted = Score()
    for page in pages:
        _score_page(page, find(page.paragraphs), counted)
    return counted


def _score_page(page: Page, quotes: Sequence[Quote], counted: Score) -> None:
    labels = {bare(page.body, label.start, label.end): label for label in page.labels}
    found: set[tuple[int, int]] = set()
    offsets = page.offsets
    for quote in quotes:
        start = offsets[quote.paragraph - 1]
        span = bare(page.body, start + quote.start, start + quote.end)
        label = labels.get(span)
        counted.spans += bool(label and is_long(page.body, *span))
        if not quote.speaker or not is_long(page.body, *span):
            continue
        cue = quote.cue or "?"
        counted.attributed[cue] += 1
        if label and is_speaker(quote.speaker, label):
            counted.right[cue] += 1
            found.add(span)
            _score_role(page, quote, label, counted)
        else:
            wanted = repr(label.speaker) if label else "no such quotation"
            counted.errors.append(_told("wrong", page, span, f"{cue}: {quote.speaker!r} for {wanted}"))
    for span, label in labels.items():
        if label.speaker and is_long(page.body, *span):
            _score_recall(page, label, span in found, counted)


def _score_recall(page: Page, label: Label, was_found: bool, counted: Score) -> None:
    counted.wanted[label.cue] += 1
    counted.sources[label.source or "?"] += 1
    if was_found:
        counted.found[label.cue] += 1
        counted.found_sources[label.source or "?"] += 1
    else:
        counted.errors.append(_told("missed", page, (label.start, label.end), f"{label.cue}: {label.speaker!r}"))


def _score_role(page: Page, quote: Quote, label: Label, counted: Score) -> None:
    if not label.roles:
        return
    given = bool(quote.role) and is_role(quote.role or "", label.roles)
    counted.roles += 1
    counted.roles_given += bool(quote.role)
    counted.roles_right += given
    if quote.role and not given:
        told = f"{quote.role!r} for {label.roles[0]!r}"
        counted.errors.append(_told("role", page, (label.start, label.end), told))


def _told(what: str, page: Page, span: tuple[int, int], told: str) -> str:
    return f"{what:<7} {page.id} {span[0]}-{span[1]} {told}"


def bare(body: str, start: int, end: int) -> tuple[int, int]:
    """A span without its marks, the space around it and a comma or full stop at its end."""
    text = body[start:end]
    opening, ending = FORGIVEN.match(text), re.search(rf"[\s{MARKS},.]+\Z", text)
    return start + (opening.end() if opening else 0), end - (len(ending[0]) if ending else 0)


def is_long(body: str, start: int, end: int) -> bool:
    """Whether it has five words or more."""
    return len(body[start:end].split()) >= LONG


def is_speaker(name: str, label: Label) -> bool:
    """Whether a name is right: of a person the family name is enough, of a body or an office half of the words."""
    given = folded(name)
    for right in map(folded, label.names):
        whole = given[-1:] == right[-1:] if label.source == "person" else label.source == "described"
        if whole and is_within(given, right):
            return True
    return label.source != "person" and any(overlap(name, right) >= 0.5 for right in label.names)


def is_role(role: str, roles: Sequence[str]) -> bool:
    """Whether a role is one of `roles`, in half of their words or as far as it goes."""
    return any(overlap(role, right) >= 0.5 or is_within(folded(role), folded(right)) for right in roles)


def is_within(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one of two names has all the words of the other."""
    ours, theirs = set(one) - IDLE, set(other) - IDLE
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def overlap(one: str, other: str) -> float:
    """What share of their words two names have in common."""
    ours, theirs = set(folded(one)) - IDLE, set(folded(other)) - IDLE
    return 2 * len(ours & theirs) / max(1, len(ours) + len(theirs))


def folded(name: str) -> list[str]:
    """The words of a name without case and accents."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    return re.findall(r"\w+", "".join(character for character in plain if not unicodedata.combining(character)))


def report(pages: Sequence[Page], counted: Score) -> Iterator[str]:
    """The figures, line by line."""
    labels = sum(len(page.labels) for page in pages)
    long = sum(is_long(page.body, label.start, label.end) for page in pages for label in page.labels)
    yield f"{len(pages)} pages, {labels} quotations labelled, {long} of five words or more, {counted.spans} spans found"
    yield f"precision {counted.precision:.3f} ({counted.right.total()} of {counted.attributed.total()})"
    yield f"recall    {counted.recall:.3f} ({counted.found.total()} of {counted.wanted.total()})"
    yield f"role      {counted.role_recall:.3f} of {counted.roles}, right where given {counted.role_precision:.3f}"
    for source, wanted in sorted(counted.sources.items()):
        yield f"  recall, {source:<18} {counted.found_sources[source]:>4} of {wanted}"
    for cue, wanted in sorted(counted.wanted.items()):
        yield f"  recall, {cue:<18} {counted.found[cue]:>4} of {wanted}"
    for cue, given in sorted(counted.attributed.items()):
        yield f"  precision, {cue:<15} {counted.right[cue]:>4} of {given}"


def main(half: str) -> None:
    """Print the figures of a half, and what is wrong in the half for developing."""
    from digest.quotations import find_quotes

    pages = load(half)
    counted = score(pages, find_quotes)
    lines = [*report(pages, counted), *(sorted(counted.errors) if half == "dev" else [])]
    sys.stdout.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*(sys.argv[1:2] or ["dev"]))
