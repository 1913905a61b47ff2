"""The state of reading a Typst source: where we are, what is open, and the paragraphs so far."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from digest.citing.markers import as_marker
from digest.citing.nouns import NOTE, Kind, Part
from digest.reports.sourcemap import Command, Draft
from digest.reports.typst.syntax import BLOCKS, GRIDS, INLINE

_MOST = 100  # sources of one group
_FOOTNOTE = re.compile(r"#?footnote(?:\([^()]{0,150}\))?\Z")
Mode = Literal["markup", "code", "line"]
"""`line` is code that ends with its line."""


@dataclass(slots=True, kw_only=True)
class Frame:
    """What has been opened: content or code, for which function, and what to do at its end."""

    mode: Mode
    name: str = ""
    plain: bool = False  # brackets that are only shown
    named: str = ""  # the argument that is being read
    close: Callable[[int], None] | None = None
    kind: Kind = "paragraph"
    part: Part = "body"


class Walk:
    """A source, the place up to which it is read, and what that gave."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.place = 0
        self.kind: Kind = "paragraph"
        self.part: Part = "body"
        self.frames: list[Frame] = []
        self.flows: list[list[Draft]] = [[Draft()]]
        self.word = ""  # the name before a bracket of code
        self.inputs: list[str] = []
        self.labels = frozenset(re.findall(r"<([\w](?:[\w.:-]*[\w-])?)>(?!\s*[,)])", source))
        self.lists = True

    @property
    def draft(self) -> Draft:
        """The paragraph that is being read."""
        return self.flows[-1][-1]

    @property
    def mode(self) -> Mode:
        """What is being read: text or code."""
        return self.frames[-1].mode if self.frames else "markup"

    def finish(self, kind: Kind | None = None, level: int | None = None) -> None:
        """End the paragraph, and begin another."""
        self.draft.trim()
        part: Part = self.draft.part if len(self.flows) > 1 else self.part
        drafts = self.flows[-1]
        if drafts[-1].is_empty:
            drafts.pop()
        drafts.append(Draft(part=part, kind=kind or self.kind, level=level))

    def open(self, frame: Frame) -> None:
        """Begin something, keeping what is to be as before at its end."""
        frame.kind, frame.part = self.kind, self.part
        self.frames.append(frame)

    def leave(self, end: int) -> None:
        """End what was begun last, at a place."""
        frame = self.frames.pop()
        self.kind, self.part = frame.kind, frame.part
        if frame.close:
            frame.close(end)

    def open_content(self, name: str, then: Callable[[int], None] | None = None) -> None:
        """Begin the content of a function's bracket, which is at hand; `then` is done at its end."""
        start = self.place
        self.place += 1
        if name == "footnote" and len(self.flows) == 1:
            self._open_note(start, then)
            return
        outer = self.frames[-1] if self.frames else None
        argument = outer is not None and outer.mode != "markup" and outer.name != ""
        apart = name in BLOCKS or (argument and name not in INLINE)
        caption = argument and outer is not None and outer.named == "caption"

        def close(end: int) -> None:
            if apart:
                self.finish()
            if then:
                then(end)

        self.open(Frame(mode="markup", name=name, close=close))
        if len(self.flows) == 1 and name in GRIDS:
            self.part = "table"
        if caption:
            part, self.part = self.part, "body"
            self.finish("caption")
            self.part = part
        elif apart:
            self.finish()

    def _open_note(self, start: int, then: Callable[[int], None] | None) -> None:
        caller, flow = self.draft, [Draft(part="footnote")]
        called = _FOOTNOTE.search(self.source, max(0, start - 200), start)
        begin = called.start() if called else start
        place = len(caller)
        caller.put(NOTE, begin, start)

        def close(end: int) -> None:
            self.draft.trim()
            self.flows.pop()
            caller.ends[place] = end
            drafts = [one for one in flow if not one.is_empty] or flow[:1]
            for one in drafts:
                one.called = (begin, end)
            caller.notes.append((place, drafts))
            if then:
                then(end)

        self.open(Frame(mode="markup", name="footnote", close=close))
        self.kind, self.part = "paragraph", "body"
        self.flows.append(flow)


def cite(walk: Walk, command: Command) -> None:
    """Put a citation; where only blanks part it from the one before, the two are one group."""
    draft = walk.draft
    if draft.citations and not command.sources[0].in_text:
        start, end, before = draft.citations[-1]
        parted = "".join(draft.chars[end:]) if len(draft) - end <= 1 else "?"
        several = len(before.sources) < _MOST and not before.sources[-1].in_text
        if several and not parted.strip():
            for column in (draft.chars, draft.starts, draft.ends):
                del column[start:]
            del draft.citations[-1]
            command = Command(start=before.start, end=command.end, sources=(*before.sources, *command.sources))
    draft.cite(command, as_marker(command.sources))
