"""What is proposed to be cited in a report, and where it would go in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from digest.citing.nouns import Cited

Kind = Literal["quotation", "link", "paraphrase"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Another record that a place of a report could cite."""

    key: str
    locator: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A citation that a place of a report could have: of the characters from `start` to `end` of a paragraph's text.

    A citation in the text goes in at `at`, before a full stop that follows; the mark of a note at `note`. `lead` is the
    space that goes before a citation in the text. `source` is what the article says there; `others` are records that
    could be meant instead. Where `sure` it can be set without asking. A `bare` link is the address itself, which a
    citation may replace.
    """

    paragraph: int
    start: int
    end: int
    at: int
    note: int
    kind: Kind
    key: str
    locator: str = ""
    words: str
    source: str = ""
    score: float = 1.0
    others: tuple[Candidate, ...] = ()
    sure: bool = True
    bare: bool = False
    lead: str = " "
    shared: tuple[str, ...] = ()  # words that a paraphrase has in common with its source

    @property
    def cited(self) -> Cited:
        """What a citation there cites."""
        return Cited(key=self.key, locator=self.locator, label="paragraph")
