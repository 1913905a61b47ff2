"""What a rule of attribution is given: a quotation in its place, and what was heard before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from digest.quotations.cues import listed
from digest.quotations.speakers import People
from digest.quotemarks import Span

REACH = 600
"""Characters beside a quotation that are searched for who said it."""
MASK = "\ufffc"
TERM = 4
"""Quotations of at most so many words are terms or scare quotes unless the verb stands right before or after them."""
SMALL = listed("a an the of and in on to for at by or nor but with from into over upon without as vs")
"""Words that a title writes small."""
LONGEST = 3_000
"""Characters of a paragraph that are searched for the people it names."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Who spoke, as the text puts it, and the rule that says so; the words stand at the offset `at`."""

    speaker: str
    role: str | None
    rule: str
    at: int = 0
    stated: bool = True  # the speaker stands in the quotation's own sentence


@dataclass(slots=True)
class Focus:
    """Whom each pronoun would mean now, and the paragraph that last spoke of them; None where that is doubtful."""

    meant: dict[str, tuple[Cue, int] | None] = field(default_factory=dict)
    topic: Cue | None = None  # the last subject of a sentence
    at: int = 0


@dataclass(slots=True)
class Heard:
    """What was said so far: the last speaker and where, and the paragraph before with its quotations masked."""

    people: People
    english: bool = True
    last: Cue | None = None
    paragraph: int = 0
    quoted: bool = False  # whether the last speaker was quoted, not only reported
    left_open: bool = False
    before: str = ""
    focus: Focus = field(default_factory=Focus)
    voices: dict[str, Cue] = field(default_factory=dict)  # who was quoted, by name
    families: dict[str, list[str]] = field(default_factory=dict)  # full names by the stem of the last word


@dataclass(frozen=True, slots=True)
class Place:
    """A quotation in its paragraph; `frame` is the paragraph with its quotations masked."""

    text: str
    frame: str
    spans: Sequence[Span]
    index: int
    number: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.spans[self.index]

    @property
    def words(self) -> str:
        """The words between its marks."""
        return self.text[slice(*self.span.inner)]

    @property
    def length(self) -> int:
        """How many words it has."""
        return len(self.words.split())

    @property
    def left(self) -> str:
        """What stands between the quotation before, or the start, and this one."""
        start = self.spans[self.index - 1].end if self.index else 0
        return self.frame[max(start, self.span.start - REACH) : self.span.start]

    @property
    def right(self) -> str:
        """What stands between this quotation and the next, or the end."""
        end = self.spans[self.index + 1].start if self.index + 1 < len(self.spans) else len(self.frame)
        return self.frame[self.span.end : min(end, self.span.end + REACH)]

    @property
    def opens_sentence(self) -> bool:
        """Whether no unfinished sentence stands before it."""
        return self.left.rstrip()[-1:] in (".", "!", "?", "")

    @property
    def opens_paragraph(self) -> bool:
        """Whether nothing but a bullet stands before it."""
        return not self.index and not self.left.strip(" \t•●*-–—")

    @property
    def resumes_anew(self) -> bool:
        """Whether the quotation before is a question or an exclamation that ends its sentence."""
        ending = self.text[slice(*self.spans[self.index - 1].inner)].rstrip()[-1:] if self.index else ""
        return ending in ("!", "?") and self.left.lstrip()[:1].isupper()

    @property
    def is_title(self) -> bool:
        """Whether it is written as a title is, each word but the small ones with a capital: nobody says that."""
        words = [word for word in re.findall(r"[^\W\d_][\w’']*", self.words) if word not in SMALL]
        return len(words) > 1 and self.length > TERM - 2 and all(w[0].isupper() and not w.isupper() for w in words)

    @property
    def is_whole(self) -> bool:
        """Whether it looks like whole sentences."""
        words = self.words.strip(" \u00a0")
        return self.length > TERM and not words[:1].islower() and words[-1:] in ".,!?…—”’'\""
