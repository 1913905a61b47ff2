"""pandoc's tree of a document, read as its passages: runs of words with the citations that stand among them.

Whatever prints becomes a passage: paragraphs, headings, cells, terms, captions, code, raw text, footnotes, the words
inside a citation, titles of links and pictures, metadata. Roles: `in-brief`, `extract` and `quotation` by the class or
name of the innermost fence, one misspelt, or that pandoc took for words, included; a bare block quote is a `quotation`;
all else, footnotes and headings outside extracts included, is the editor's `words`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from digest.fences import fence_role
from digest.verify.locators import parse_locator

BRACKETED = "\ufffc"
IN_TEXT = "\ufffb"
"""What stands in a passage's text where a citation stands: `[@key]` or `@key`."""

WORDS = "words"

Inlines = list[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One key of a citation; `paragraphs` are the ranges of its locator, empty where it names none."""

    key: str
    prefix: str = ""
    suffix: str = ""  # what follows the locator
    paragraphs: tuple[tuple[int, int], ...] = ()
    in_text: bool = False
    in_note: bool = False  # it stands in a note that is called here, and is a passage's own there


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A run of words of one role; `text` holds a mark for each of `citations`, a group of keys apiece.

    `label` is the length of a Strong that opens it; `group` tells one fence or block quote from the next, `row` one row
    of a table; `draft` is the text with the citations as typed, for finding it in the file; `inlines` is the list it
    was read from.
    """

    text: str
    role: str = WORDS
    citations: tuple[tuple[Citation, ...], ...] = ()
    label: int = 0
    heading: bool = False
    group: int = 0
    row: int = 0
    aside: bool = False  # a footnote or a title: printed elsewhere than it is written
    draft: str = ""
    inlines: Inlines | None = None
    block: dict[str, Any] | None = None  # of code, which has no inlines
    whole: bool = False  # its words are not among its inlines' own: mark them all

    def cited(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, tuple[Citation, ...]]]:
        """Where the citations between two places of the text stand, and what they cite."""
        marks = (place for place, character in enumerate(self.text) if character in (BRACKETED, IN_TEXT))
        stop = len(self.text) if end is None else end
        return ((place, group) for place, group in zip(marks, self.citations, strict=True) if start <= place < stop)


def passages(document: Mapping[str, Any]) -> tuple[Passage, ...]:
    """Every passage of a document, in reading order, metadata last; what a passage calls, a note, follows it."""
    found: list[Passage] = []
    stack: list[tuple[Any, _Where]] = [(document.get("meta", {}), _ASIDE), (document.get("blocks", []), _Where())]
    while stack:
        node, where = stack.pop()
        if isinstance(node, list) and node and _is_inline(node[0]):
            flat = _flatten(node)
            found.append(_passage(node, flat, where))
            found.extend(flat.asides)
            stack.extend((note, _ASIDE) for note in reversed(flat.notes))
        elif isinstance(node, dict) and node.get("t") in _LITERAL:
            text = _clean(_LITERAL[node["t"]](node["c"]))
            block = None if node["t"] == "MetaString" else node
            found.append(
                Passage(text=text, role=where.role, group=where.group, draft=text, aside=where.aside, block=block)
            )
        else:
            inner = _inside(node, where, len(found))
            stack.extend((child, inner) for child in reversed(_children(node)))
    return tuple(found)


def text_of(inlines: Inlines) -> str:
    """The text of inlines, as a passage of them has it."""
    return _flatten(inlines).text


def depth(document: Mapping[str, Any]) -> int:
    """How many levels a tree has: what is thousands deep was not written to be read."""
    deepest = 0
    stack: list[tuple[Any, int]] = [(dict(document), 1)]
    while stack:
        node, level = stack.pop()
        deepest = max(deepest, level)
        inner = node.values() if isinstance(node, dict) else node
        stack.extend((child, level + 1) for child in inner if isinstance(child, (dict, list)))
    return deepest


@dataclass(frozen=True, slots=True, kw_only=True)
class _Where:
    role: str = WORDS
    heading: bool = False
    group: int = 0
    row: int = 0
    aside: bool = False


_ASIDE = _Where(aside=True)


def _inside(node: Any, where: _Where, group: int) -> _Where:
    kind = node.get("t") if isinstance(node, dict) else None
    if kind == "Header":
        return replace(where, role=WORDS if where.role == "quotation" else where.role, heading=True)
    if kind == "Div":
        identifier, classes, _ = node["c"][0]
        role = fence_role((*classes, identifier)) or where.role
        return where if role == where.role else replace(where, role=role, group=group + 1)
    if kind == "BlockQuote" and where.role == WORDS:
        return replace(where, role="quotation", group=group + 1)
    return replace(where, row=group + 1) if isinstance(node, dict) and _ROW in node else where


_ROW = "row"
_BROKEN = re.compile(r"(?:^|\s)::+\s?\{?\s?\.?([\w-]{5,40})")


def _children(node: Any) -> list[Any]:
    if isinstance(node, list):
        return node
    if not isinstance(node, dict):
        return []
    if node.get("t") == "LineBlock":  # its lines are read as one: a quotation may run over them
        return [[part for line in node["c"] for part in (*line, {"t": "LineBreak"})]]
    if node.get("t") == "Table":
        _, caption, _, (_, head), bodies, (_, foot) = node["c"]
        rows = [*head, *(row for body in bodies for row in (*body[2], *body[3])), *foot]
        return [caption, *({_ROW: cells} for _, cells in rows)]
    return [node.get("c")] if "t" in node else list(node.values())


_LITERAL = {"CodeBlock": lambda c: c[1], "RawBlock": lambda c: c[1], "MetaString": lambda c: c}

_NESTED = {"Emph": 0, "SmallCaps": 0, "Strong": 0, "Subscript": 0, "Superscript": 0, "Underline": 0, "Strikeout": 0}
_CONTENT = {**_NESTED, "Quoted": 1, "Link": 1, "Image": 1, "Span": 1}
_VERBATIM = {"Code": 1, "Math": 1, "RawInline": 1}
_BLANK = {"Space": " ", "SoftBreak": " ", "LineBreak": " "}
_INLINE = frozenset({"Str", "Cite", "Note", *_CONTENT, *_VERBATIM, *_BLANK})
_STRUCK = ("⟦", "⟧")  # around words that do not print as they stand: struck out, hidden


def _is_inline(node: Any) -> bool:
    return isinstance(node, dict) and node.get("t") in _INLINE


@dataclass(slots=True)
class _Flat:
    text: str
    draft: str
    citations: tuple[tuple[Citation, ...], ...]
    asides: tuple[Passage, ...]
    notes: tuple[Any, ...]


def _flatten(inlines: Inlines) -> _Flat:
    text: list[str] = []
    draft: list[str] = []
    citations: list[tuple[Citation, ...]] = []
    asides: list[Passage] = []
    notes: list[Any] = []
    stack: list[Any] = list(reversed(inlines))
    while stack:
        node = stack.pop()
        kind = None if isinstance(node, str) else node["t"]
        if kind == "Cite":
            group = tuple(_citation(entry) for entry in node["c"][0])
            citations.append(group)
            text.append(IN_TEXT if any(entry.in_text for entry in group) else BRACKETED)
            draft.append(_plain(node["c"][1]))
            asides.extend(_affixes(node["c"][0], group, inlines))
        elif kind == "Note":
            notes.append(node["c"])
            called = tuple(replace(entry, in_note=True) for entry in _cited_in(node["c"]))
            citations.extend([called] if called else [])
            text.append(BRACKETED if called else "")
        elif kind in _CONTENT:
            stack.extend(reversed(_surrounded(node)))
            if kind in ("Link", "Image") and node["c"][2][1]:
                title = _clean(node["c"][2][1])
                asides.append(Passage(text=title, draft=title, aside=True, inlines=inlines, whole=True))
        else:
            words = node if kind is None else _words(node)
            text.append(words)
            draft.append(words)
    return _Flat("".join(text), "".join(draft), tuple(citations), tuple(asides), tuple(notes))


def _cited_in(blocks: list[Any]) -> list[Citation]:
    return [entry for passage in passages({"blocks": blocks}) for group in passage.citations for entry in group]


def _words(node: dict[str, Any]) -> str:
    kind = node["t"]
    if kind in _BLANK:
        return _BLANK[kind]
    return _clean(str(node["c"][1] if kind in _VERBATIM else node.get("c", "")))


def _surrounded(node: dict[str, Any]) -> list[Any]:
    kind, content = node["t"], node["c"]
    inner: list[Any] = content[1] if _CONTENT[kind] else content
    if kind == "Quoted":
        single = content[0]["t"] == "SingleQuote"
        return ["‘" if single else "“", *inner, "’" if single else "”"]
    if kind == "Strikeout" or (kind == "Span" and _hidden(content[0])):
        return [_STRUCK[0], *inner, _STRUCK[1]]
    if kind in ("Superscript", "Subscript") and _plain(inner)[:1].isdigit():
        return ["^" if kind == "Superscript" else "_", *inner]  # 10² is not 102; 21st and 21ˢᵗ are
    return inner


def _hidden(attributes: list[Any]) -> bool:
    return any(name in ("style", "hidden") for name, _ in attributes[2])


def _plain(inlines: Inlines) -> str:
    return _flatten(inlines).draft


def _clean(text: str) -> str:
    return text.replace(BRACKETED, "\ufffd").replace(IN_TEXT, "\ufffd")


def _citation(entry: Mapping[str, Any]) -> Citation:
    ranges, suffix = parse_locator(_plain(entry["citationSuffix"]))
    return Citation(
        key=entry["citationId"],
        prefix=_plain(entry["citationPrefix"]),
        suffix=suffix,
        paragraphs=ranges,
        in_text=entry["citationMode"]["t"] == "AuthorInText",
    )


def _affixes(entries: Sequence[Mapping[str, Any]], group: Sequence[Citation], host: Inlines) -> Iterator[Passage]:
    for entry, citation in zip(entries, group, strict=True):
        prefix = _flatten(entry["citationPrefix"])
        suffix = _flatten(entry["citationSuffix"])
        if prefix.text.strip() or citation.suffix.strip(" ,.;"):
            words = f"{prefix.draft} {BRACKETED} {suffix.draft}"
            draft = f"{prefix.draft} {citation.key} {suffix.draft}"
            yield Passage(text=words, draft=draft, citations=((citation,),), inlines=host, whole=True)
        for flat in (prefix, suffix):
            yield from flat.asides
            yield from (part for note in flat.notes for part in passages({"blocks": note}))


def _passage(inlines: Inlines, flat: _Flat, where: _Where) -> Passage:
    strong = inlines[0]["t"] == "Strong"
    broken = _BROKEN.search(flat.text) if where.role == WORDS else None
    return Passage(
        text=flat.text,
        role=(broken and fence_role((broken[1],))) or where.role,
        heading=where.heading,
        row=where.row,
        citations=flat.citations,
        label=len(_flatten(inlines[:1]).text) if strong else 0,
        group=where.group,
        aside=where.aside,
        draft=flat.draft,
        inlines=inlines,
    )
