"""What Markdown and HTML have in common: a source in its encoding, paragraphs mapped to it, and traces of citations."""

from __future__ import annotations

import codecs
import html
import json
import re
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Literal

from digest.citing import Citation, Cited, Link, Note, Paragraph, Run
from digest.citing.markers import as_marker, find_markers, sources_of
from digest.citing.nouns import NOTE, Fields, Kind, Part
from digest.errors import ExportError, ReadError
from digest.readers.charsets import decode as guess

__all__ = ["Block", "Field", "Source", "Splice", "attribute", "read_source", "shown_as", "spliced", "told", "trace"]

OURS = "cite-"
"""What the names of notes begin with that are made for a citation."""

_LARGEST = 100_000_000  # bytes; a report with its pictures inside may be large
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The text of a file; `mark` is its byte order mark, and bytes that are no text are kept as lone surrogates."""

    text: str
    codec: str
    mark: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class Splice:
    """What is to stand in place of the characters from `start` to `end` of a source."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A citation of ours: its place in a paragraph's text and in the source, and how it was typed."""

    start: int
    end: int
    source: tuple[int, int]
    sources: tuple[Cited, ...]
    typed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Markup that is not shown, at `place` of a text; `name` is what an opening and its closing share."""

    place: int
    start: int
    end: int
    role: Literal["open", "close", "other"] = "other"
    name: str = ""


class Block:
    """A paragraph while it is read: its characters with their places in the source, and what stands between them."""

    def __init__(self, *, part: Part = "body", kind: Kind = "paragraph", level: int | None = None) -> None:
        self.part, self.kind, self.level = part, kind, level
        self.pieces: list[str] = []
        self.starts = array("l")
        self.ends = array("l")
        self.gaps: list[Gap] = []
        self.fields: list[Field] = []
        self.links: list[tuple[int, int, str]] = []
        self.opaque: list[tuple[int, int]] = []
        self.calls: list[tuple[int, int, int, str]] = []  # place, where in the source, label of the note
        self.notes: list[tuple[int, list[Block]]] = []
        self.note = ""  # the label of the note it stands in
        self.span = (0, 0)  # the whole of it in the source

    def __len__(self) -> int:
        """How many characters it shows."""
        return len(self.starts)

    @property
    def text(self) -> str:
        """What it shows."""
        return _SURROGATES.sub("\ufffd", "".join(self.pieces))

    def run(self, text: str, start: int) -> None:
        """Put characters that stand in the source as they are shown."""
        self.pieces.append(text)
        self.starts.extend(range(start, start + len(text)))
        self.ends.extend(range(start + 1, start + len(text) + 1))

    def put(self, text: str, start: int, end: int) -> None:
        """Put characters that the source writes in another way, from `start` to `end`."""
        self.pieces.append(text)
        self.starts.extend([start] * len(text))
        self.ends.extend([end] * len(text))

    def source_range(self, start: int, end: int) -> tuple[int, int]:
        """Where in the source the characters from `start` to `end` stand; of none, where something may be put."""
        if start < end <= len(self):
            return self.starts[start], self.ends[end - 1]
        start = min(start, len(self))
        place = self.ends[start - 1] if start else self.starts[0] if len(self) else self.span[1]
        here = [gap for gap in self.gaps if gap.place == start]
        if start == 0 and here and len(self):
            place = min(place, next((gap.start for gap in here if gap.role == "open"), place))
        closing = [gap.end for gap in here if gap.role == "close"] if start else []
        return max([place, *closing]), max([place, *closing])

    def kept_within(self, start: int, end: int) -> list[tuple[int, int]]:
        """Where between two places of the source stand openings and closings with no counterpart between them."""
        waiting: list[Gap] = []
        kept: list[Gap] = []
        for gap in self.gaps:
            if gap.role == "other" or not (start <= gap.start and gap.end <= end):
                continue
            if gap.role == "open":
                waiting.append(gap)
            elif waiting and waiting[-1].name == gap.name:
                waiting.pop()
            else:
                kept.append(gap)
        return [(gap.start, gap.end) for gap in (*kept, *waiting)]

    def field_at(self, start: int, end: int) -> Field | None:
        """The citation of ours that stands exactly there."""
        return next((one for one in self.fields if (one.start, one.end) == (start, end)), None)

    def paragraph(self, line: int, notes: Sequence[Note]) -> Paragraph:
        """It as a noun of a report."""
        text = self.text
        return Paragraph(
            text=text,
            part=self.part,
            kind=self.kind,
            level=self.level,
            line=line,
            citations=tuple(self._citation(one, text) for one in sorted(self.fields, key=lambda one: one.start)),
            links=tuple(Link(start=start, end=end, url=url) for start, end, url in self.links),
            notes=tuple(notes),
            opaque=tuple(self.opaque),
        )

    def _citation(self, one: Field, text: str) -> Citation:
        rest = f"{text[: one.start]}{text[one.end :]}"
        alone = self.part == "footnote" and len(self.fields) == 1 and not rest.strip(f" .\u00a0{NOTE}")
        own = alone and not self.note.startswith(OURS)  # it stays a note in every style
        identifier = "own" if own else ""
        return Citation(
            start=one.start, end=one.end, sources=one.sources, origin="digest", alone=alone, identifier=identifier
        )


def read_source(data: bytes, name: str, declared: str = "") -> Source:
    """The text of `data` such that writing it gives the same bytes; ReadError where no encoding does that."""
    if len(data) > _LARGEST:
        raise ReadError(f"larger than {_LARGEST // 1_000_000} MB", where=name, hint="take the pictures out of it")
    for mark, codec in _MARKS:
        if data.startswith(mark) and not data.startswith(b"\xff\xfe\0\0"):
            return _decoded(data[len(mark) :], codec, mark, name)
    codec = declared or guess(data)[1].removesuffix("-sig")
    return _decoded(data, codec, b"", name)


def _decoded(data: bytes, codec: str, mark: bytes, name: str) -> Source:
    for one in (codec, "utf-8"):
        errors = "surrogatepass" if one.startswith("utf-16") else "surrogateescape"
        try:
            text = data.decode(one, errors)
            if text.encode(one, errors) == data:
                return Source(text=text, codec=one, mark=mark)
        except (UnicodeError, LookupError):
            continue
    raise ReadError(f"its encoding, {codec}, cannot be kept as it is", where=name, hint="save it as UTF-8")


def spliced(source: Source, splices: Iterable[Splice]) -> bytes:
    """The bytes of `source` with the splices made; one that lies within another is left out."""
    parts: list[str] = []
    done = 0
    for one in sorted(splices, key=lambda one: (one.start, one.end > one.start, -one.end)):
        if one.start < done:  # within another, or a removal that overlaps one
            done = done if one.text else max(done, one.end)
            continue
        parts += [source.text[done : one.start], _fitting(one.text, source.codec)]
        done = one.end
    text = "".join([*parts, source.text[done:]])
    errors = "surrogatepass" if source.codec.startswith("utf-16") else "surrogateescape"
    return source.mark + text.encode(source.codec, errors)


def _fitting(text: str, codec: str) -> str:
    """`text` with what its encoding cannot hold as character references, which Markdown and HTML both read."""
    if codec.startswith("utf-"):
        return text
    return "".join(c if _fits(c, codec) else f"&#{ord(c)};" for c in text)


def _fits(character: str, codec: str) -> bool:
    try:
        character.encode(codec, "surrogateescape")
    except UnicodeError:
        return False
    return True


_ALONE = re.compile(r"@(?:\{([^{}\s]{1,200})\}|([^\s\[\]]{1,200}))(?: \[[^\[\]]{1,80}\])?")
_NOT_KEPT = ("uris", "item")


def told(value: str) -> tuple[Cited, ...]:
    """The sources that the trace of a citation names; none where it is broken.

    >>> [one.key for one in told("[@ng2031storm, para. 3]")]
    ['ng2031storm']
    """
    if value.startswith('[{"'):
        return _from_json(value)
    if value.startswith("[") and value.endswith("]"):
        return sources_of(value[1:-1])
    if match := _ALONE.fullmatch(value):
        return next((one.sources for one in find_markers(value, {match[1] or match[2]})), ())
    return ()


def _from_json(value: str) -> tuple[Cited, ...]:
    try:
        rows = json.loads(value)
        return tuple(Cited(**row) for row in rows if isinstance(row.get("key"), str))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ()


def trace(sources: Sequence[Cited]) -> str:
    """The trace that a citation of these sources is read back from: a marker, or JSON where one would say less."""
    bare = tuple(replace(one, uris=(), item="") for one in sources)
    marker = as_marker(bare)
    if told(marker) == bare:
        return marker
    rows = [{name: value for name, value in asdict(one).items() if value and name not in _NOT_KEPT} for one in bare]
    rows = [{"key": row.pop("key", ""), **row} for row in rows]
    return json.dumps(rows, ensure_ascii=False)


_INERT = re.compile(r"[^\w \[\]@{}.,;:#+/?=%()'§¶–—-]")


def attribute(value: str) -> str:
    """`value` as it may stand between the double quotation marks of an attribute, in Markdown too.

    >>> attribute('[@a|b "c"]')
    '[@a&#124;b &#34;c&#34;]'
    """
    return _INERT.sub(lambda mark: f"&#{ord(mark[0])};", _SURROGATES.sub("\ufffd", value))


def typed_as(raw: str, shown: str, sources: Sequence[Cited]) -> str:
    """How a marker was typed, where a marker made from its sources would not be the same; else nothing."""
    bare = tuple(replace(one, uris=(), item="") for one in sources)
    if not raw.strip() or raw == as_marker(bare):
        return ""
    found = find_markers(shown, {one.key for one in sources})
    keys = [one.key for one in sources]
    return raw if len(found) == 1 and [one.key for one in found[0].sources] == keys else ""


def without_stop(shown: tuple[Run, ...]) -> tuple[Run, ...]:
    """What a citation shows where a full stop follows it: not two of them."""
    if not shown or not shown[-1].text.endswith(".") or shown[-1].text.endswith(".."):
        return shown
    return (*shown[:-1], replace(shown[-1], text=shown[-1].text[:-1]))


def shown_as(fields: Fields, title: str) -> Literal["live", "none", "markers"]:
    """How citations are written in a format that knows no fields; ExportError where it is asked for some."""
    if fields in ("live", "none", "markers"):
        return fields
    program = {"zotero": "Zotero", "word": "Word"}[fields]
    raise ExportError(
        f"{title} has no fields of {program}", hint="--fields live, none or markers; or save the report as DOCX or ODT"
    )


def unescaped(value: str | None) -> str:
    """What the value of an attribute says."""
    return html.unescape(value or "")
