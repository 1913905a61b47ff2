"""The state of reading a LaTeX source: its tokens, where we are, what is open, and the paragraphs so far."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from digest.citing.nouns import Kind, Part
from digest.reports.latex.citations import Family
from digest.reports.latex.tokens import Token, pairs, tokens
from digest.reports.sourcemap import Draft


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """Something that has been opened: a group, an environment, a command's argument, and what to do at its end."""

    close: Callable[[Token], None] | None = None
    name: str = ""  # of an environment
    kind: Kind = "paragraph"  # what was there before it
    part: Part = "body"


class Walk:
    """The state of reading: the tokens, where we are, what is open, and the paragraphs so far."""

    def __init__(self, source: str, start: int, stop: int, family: Family) -> None:
        self.source, self.family = source, family
        self.tokens = list(tokens(source, start, stop))
        self.closing = pairs(self.tokens)
        self.place = 0
        self.kind: Kind = "paragraph"
        self.part: Part = "body"
        self.frames: list[Frame] = []
        self.flows: list[list[Draft]] = [[Draft()]]
        self.silent: set[int] = set()  # brackets that are not shown
        self.inputs: list[str] = []
        self.lists = True
        self.shift = 0 if re.search(r"\\chapter\b", source) else 1

    @property
    def draft(self) -> Draft:
        """The paragraph that is being read."""
        return self.flows[-1][-1]

    def finish(self, kind: Kind | None = None, level: int | None = None) -> None:
        """End the paragraph, and begin another."""
        self.draft.trim()
        part: Part = self.draft.part if len(self.flows) > 1 else self.part
        fresh = Draft(part=part, kind=kind or self.kind, level=level)
        drafts = self.flows[-1]
        if drafts[-1].is_empty:
            drafts.pop()
        drafts.append(fresh)

    def leave(self, token: Token) -> None:
        """End what was opened last."""
        frame = self.frames.pop()
        if frame.name:
            self.kind, self.part = frame.kind, frame.part
            self.finish()
        elif frame.close:
            frame.close(token)

    def skip_to(self, place: int) -> None:
        """Go on at the first token that begins at a place of the source, or after it."""
        while self.place < len(self.tokens) and self.tokens[self.place].start < place:
            self.place += 1

    def peek(self, *kinds: str) -> bool:
        """Whether, blanks aside, a token of such a kind is next; then the blanks are passed."""
        at = self.place
        while at < len(self.tokens) and self.tokens[at].kind in ("space", "comment"):
            at += 1
        if at < len(self.tokens) and self.tokens[at].kind in kinds:
            self.place = at
            return True
        return False

    def skip_options(self) -> None:
        """Pass the optional arguments of a command that come before an argument; a marker is none."""
        while self.place in self.closing and self.tokens[self.place].kind == "opt":
            past = self.closing[self.place] + 1
            inside = self.source[self.tokens[self.place].end : self.tokens[past - 1].start]
            following = self.tokens[past].kind if past < len(self.tokens) else ""
            if "@" in inside or following not in ("open", "opt"):
                return
            self.place = past

    def skip_arguments(self, number: int) -> None:
        """Pass a number of arguments in braces, and the optional ones between them."""
        for _ in range(number):
            while self.peek("opt") and self.place in self.closing:
                self.place = self.closing[self.place] + 1
            if self.peek("word", "symbol") and number > 1:  # \newcommand\name{…}
                self.place += 1
            elif self.peek("open") and self.place in self.closing:
                self.place = self.closing[self.place] + 1

    def enter(self, close: Callable[[Token], None]) -> bool:
        """Read the argument that follows as text, and `close` at its end; False where there is none."""
        self.skip_options()
        if not self.peek("open") or self.place not in self.closing:
            return False
        self.place += 1
        self.frames.append(Frame(close=close))
        return True
