"""The head of a document: its title, and the lines around it that name its kind, authors and day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.model import Declared, Kind
from digest.names import is_body
from digest.readers.heads import OPENING, common_words, find_day, find_names, genre, in_dateline, told
from digest.readers.pdf.kinds import Part
from digest.readers.pdf.paragraphs import ENDS
from digest.readers.pdf.segments import Style

_SENTENCE = 12  # words of a paragraph that may open with a dateline
_LONG = 35  # words of a paragraph that begins the body
_MOST = 40  # words of a title
_LARGER = 1.12
_AFTER = 8  # parts behind the title that may name authors and day
_FOLD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """The parts with the head's told, and what the head states."""

    parts: tuple[Part, ...]
    declared: tuple[Declared, ...]


def read_front(parts: Sequence[Part], body: Style, titles: Sequence[str], known: Sequence[str]) -> Front:
    """The head of the first page; `titles` are what the properties state, `known` the names of its publisher."""
    first = parts[0].page if parts else 0
    page = [at for at, part in enumerate(parts) if part.page == first]
    title = _title(parts, page, body, titles, known)
    start = _body_start(parts, page, title[-1] if title else -1)
    common = common_words(part.text for part in parts if part.kind == "paragraph")
    made: list[Part] = []
    declared: list[Declared] = []
    if title:
        words = " ".join(parts[at].text for at in title)
        declared.append(Declared(field="title", value=_spelled(words, titles), origin="largest type of page one"))
    for at, part in enumerate(parts):
        if at in title:
            if at == title[0]:
                made.append(replace(part, text=" ".join(parts[one].text for one in title), kind="title", level=None))
        elif at in page and at < start and part.kind in ("paragraph", "heading", "furniture", "list item", "caption"):
            after = bool(title) and title[-1] < at <= title[-1] + _AFTER
            pieces = list(_pieces(part, common, after=after))
            made += [piece for piece, _ in pieces]
            declared += [entry for _, entries in pieces for entry in entries]
            if title and at == title[-1] + 1 and not any(rows for _, rows in pieces) and _is_subtitle(parts, at, body):
                made[-1] = replace(made[-1], kind="standfirst", level=None, rule="large type under the title")
            elif title and (at < title[0] or start > page[-1]) and _is_masthead(part, pieces):
                made[-1] = replace(made[-1], kind="furniture", level=None, rule="a name beside the title")
                declared.append(Declared(field="site_name", value=part.text, origin="a name beside the title"))
        else:
            made.append(part)
    opening = next((part.text for part in made if part.page == first and _opens(part)), "")
    declared += in_dateline(opening)
    return Front(parts=tuple(made), declared=tuple(declared))


def fold(text: str) -> str:
    """The letters and figures of a text alone."""
    return _FOLD.sub("", text.casefold())


def _title(
    parts: Sequence[Part], page: Sequence[int], body: Style, titles: Sequence[str], known: Sequence[str]
) -> tuple[int, ...]:
    """The places of the title's parts: what the properties confirm, or else the largest type that can be one."""
    able = [at for at in page if _can_be_title(parts[at], known)]
    for title in titles:
        wanted = fold(title)
        for at in able:
            run = _run(parts, able, at)
            said = fold("".join(parts[one].text for one in run))
            if len(said) >= 6 and (said == wanted or (wanted.startswith(said) and len(said) * 3 >= len(wanted))):
                return run
    large = [at for at in able if parts[at].size >= body.size * _LARGER or (parts[at].bold and at < (page[0] + 12))]
    names = [at for at in large if is_body(parts[at].text) and len(parts[at].text.split()) <= 6]
    large = [at for at in large if at not in names] or large
    if not large:
        return ()
    most = max(parts[at].size for at in large)
    largest = [at for at in large if parts[at].size > most - 0.6]
    return _run(parts, able, next((at for at in largest if not find_names(parts[at].text)), largest[0]))


def _can_be_title(part: Part, known: Sequence[str]) -> bool:
    words = part.text.split()
    letters = sum(letter.isalpha() for letter in part.text)
    if part.kind not in ("heading", "paragraph", "list item") or letters < 5 or len(words) > _MOST:
        return False
    if genre(part.text) or (find_day(part.text) and len(words) <= 6) or OPENING.fullmatch(part.text):
        return False
    return fold(part.text) not in known and (len(words) > 1 or letters > 6 or not part.text.isascii())


def _run(parts: Sequence[Part], able: Sequence[int], at: int) -> tuple[int, ...]:
    """A title that is set in several parts of one type."""
    run = [at]
    while len(run) < 4 and run[-1] + 1 in able:
        one, other = parts[run[-1]], parts[run[-1] + 1]
        if abs(one.size - other.size) > 0.6 or one.bold != other.bold or find_names(other.text):
            break
        if len(other.text.split()) + sum(len(parts[it].text.split()) for it in run) > _MOST or one.text.endswith("."):
            break
        run.append(run[-1] + 1)
    return tuple(run)


def _spelled(text: str, titles: Sequence[str]) -> str:
    """The title as the properties spell it where the page has capitals alone, or only the first half."""
    for title in titles:
        if fold(title) == fold(text) and text.isupper():
            return title
    return text


def _body_start(parts: Sequence[Part], page: Sequence[int], title: int) -> int:
    for at in page:
        if at > title and (len(parts[at].text.split()) >= _LONG or OPENING.fullmatch(parts[at].text)):
            return at
    return page[-1] + 1 if page else 0


def _pieces(part: Part, common: frozenset[str], *, after: bool) -> Iterator[tuple[Part, tuple[Declared, ...]]]:
    """The lines of a part of the head, each told; as a whole where none of them tells anything."""
    lines = part.lines if 1 < len(part.lines) <= 8 else (part.text,)  # a row's are its cells
    lines_told = [told(line, after=after, common=common) for line in lines]
    if not any(rows for _, rows in lines_told):
        beside = after and part.kind == "paragraph" and len(part.text.split()) < _SENTENCE
        aside = part.rule == "footnote" or (beside and not part.text.endswith(ENDS))  # such as whom an author works for
        yield replace(part, kind="furniture", rule="head of the document") if aside else part, ()
        return
    for line, (kind, rows) in zip(lines, lines_told, strict=True):
        kept: Kind = "furniture" if part.kind == "furniture" else "paragraph"
        lone = replace(part, text=line, kind=kind or kept, level=None, rule="head of the document", lines=())
        yield (lone if kind else replace(lone, kind="furniture")), rows


def _is_subtitle(parts: Sequence[Part], at: int, body: Style) -> bool:
    """Whether the part under a title is set larger than the text, as no heading is."""
    part = parts[at]
    alike = any(other.kind == "heading" and abs(other.size - part.size) < 0.6 for other in parts[at + 1 :])
    return part.size > body.size * _LARGER and len(part.text.split()) > 2 and not alike


def _opens(part: Part) -> bool:
    return part.kind == "paragraph" and len(part.text.split()) >= _SENTENCE


def _is_masthead(part: Part, pieces: Sequence[tuple[Part, tuple[Declared, ...]]]) -> bool:
    return len(part.text.split()) <= 8 and is_body(part.text) and not any(rows for _, rows in pieces)
