"""The HTML of a message as pieces in reading order: newsletters are tables, so layout tells less than type does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from digest.errors import ReadError
from digest.model import Kind, Source
from digest.readers.html.markup import Tree, parse
from digest.readers.mail.links import cleaned
from digest.readers.text import MOST_LINES, clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some lines of a message that stand together; `quoted` where they are of the message it answers."""

    text: str  # with line feeds where the message breaks the line
    kind: Kind = "paragraph"
    level: int | None = None
    links: tuple[tuple[str, str], ...] = ()
    quoted: bool = False
    rule: str = ""


_CUTS = frozenset(
    re.findall(
        r"\S+",
        "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
        "h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul",
    )
)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_UNSEEN = frozenset(
    re.findall(r"\S+", "base button head link map meta noscript object script select style svg template title")
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|max-height\s*:\s*0(?:px)?\s*(?:;|!|$)|visibility\s*:\s*hidden|opacity\s*:\s*0\s*(?:;|!|$)",
    re.I,
)
_SIZE = re.compile(r"font-size\s*:\s*([\d.]{1,6})\s*(px|pt|em|rem|%)", re.I)
_WEIGHT = re.compile(r"font-weight\s*:\s*(bold|[6-9]00|normal|[1-5]00)", re.I)
_SCALE = {"px": 1.0, "pt": 4 / 3, "em": 16.0, "rem": 16.0, "%": 0.16}
_QUOTES = re.compile(r"\b(?:gmail_quote|yahoo_quoted|moz-cite-prefix|protonmail_quote)\b")
_BOLD, _NORMAL_AGAIN = "\x0e", "\x0f"
_IN_BOLD = re.compile(f"{_BOLD}[^{_NORMAL_AGAIN}]*{_NORMAL_AGAIN}")
_SMALL = 3.0  # pixels; what no reader is to see
_LARGE = 19.0
_NORMAL = 16.0
_HEADING_WORDS = 24
_CALL_WORDS = 3
_MOST_PAIRS = 200_000  # links of a cell times its lines, each of which may have each
_ENDS = (".", "!", "…", ",", ";", "。", "！", "」", "”", '"')


@dataclass(slots=True, kw_only=True)
class _Style:
    """How the text of an open element looks."""

    size: float = _NORMAL
    bold: bool = False
    quoted: bool = False
    kind: Kind = "paragraph"
    level: int | None = None


@dataclass(slots=True, kw_only=True)
class _Run:
    """The text since the last cut."""

    texts: list[str] = field(default_factory=list)
    words: int = 0
    large: int = 0
    links: list[tuple[int, str]] = field(default_factory=list)  # where in `texts` its words begin, and its target
    done: list[tuple[str, str]] = field(default_factory=list)


def pieces_of(html: str) -> tuple[Piece, ...]:
    """The pieces of an HTML body, those no reader sees left out."""
    try:
        # The mark settles the charset: what a meta element says was true before the mail program turned it.
        tree, _ = parse(Source(name="mail", data=b"\xef\xbb\xbf" + html.encode("utf-8", "replace")))
    except ReadError:
        return ()
    return tuple(islice(_walked(tree), MOST_LINES))


def _walked(tree: Tree) -> Iterator[Piece]:
    from lxml import etree

    styles, run, skipped = [_Style()], _Run(), None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        if skipped is not None or (event == "start" and _is_unseen(element, tag)):
            skipped = element if skipped is None else skipped
            if event == "end" and element is skipped:
                skipped = None
                _write(run, element.tail, styles[-1])
            continue
        if _cuts(element, tag):
            yield from _cut(run, styles[-1])
        if event == "start":
            styles.append(_styled(element, tag, styles[-1]))
            _open(run, element, tag)
            _write(run, element.text, styles[-1])
        else:
            if tag == "a":
                _close_link(run)
            styles.pop()
            _write(run, element.tail, styles[-1])
    yield from _cut(run, styles[-1])


def _is_unseen(element: Tree, tag: str) -> bool:
    return tag in _UNSEEN or element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))


def _cuts(element: Tree, tag: str) -> bool:
    """Whether a piece ends where the element begins and ends; the cell beside a row's label goes on from it."""
    if tag == "td":
        before = element.getprevious()
        return before is None or before.tag != "th"
    return tag in _CUTS and tag != "th"


def _styled(element: Tree, tag: str, outer: _Style) -> _Style:
    told = element.get("style") or ""
    size, weight = _SIZE.search(told), _WEIGHT.search(told)
    bold = weight[1].lower() in ("bold", "600", "700", "800", "900") if weight else outer.bold or tag in ("b", "strong")
    kind: Kind = "heading" if tag in _HEADINGS else "list item" if tag == "li" else outer.kind
    return _Style(
        size=_pixels(size) if size else outer.size,
        bold=bold,
        quoted=outer.quoted or _is_quote(element, tag),
        kind=kind,
        level=_HEADINGS.get(tag, outer.level),
    )


def _pixels(size: re.Match[str]) -> float:
    try:
        return float(size[1]) * _SCALE[size[2].lower()]
    except ValueError:
        return _NORMAL


def _is_quote(element: Tree, tag: str) -> bool:
    if tag == "blockquote" and (element.get("type") or "").lower() == "cite":
        return True
    return bool(_QUOTES.search(element.get("class") or "")) or element.get("id") in ("divRplyFwdMsg", "appendonsend")


def _open(run: _Run, element: Tree, tag: str) -> None:
    if tag == "br":
        run.texts.append("\n")
    elif tag == "a" and element.get("href"):
        run.links.append((len(run.texts), element.get("href")))


def _close_link(run: _Run) -> None:
    if run.links:
        start, target = run.links.pop()
        words = " ".join(_plain("".join(run.texts[start:])).split())
        url = cleaned(target)
        if words and url:
            run.done.append((clean(words)[0], url))


def _write(run: _Run, text: str | None, style: _Style) -> None:
    if not text or style.size < _SMALL:
        return
    text = re.sub(r"[ \t\r\n\f]+", " ", _plain(text))
    words = len(text.split())
    run.texts.append(f"{_BOLD}{text}{_NORMAL_AGAIN}" if style.bold and words else text)
    run.words += words
    run.large += words * (style.size >= _LARGE)


def _plain(text: str) -> str:
    """`text` without our own marks of bold type, which no text needs."""
    return text.replace(_BOLD, "").replace(_NORMAL_AGAIN, "")


def _cut(run: _Run, style: _Style) -> Iterator[Piece]:
    """The pieces of what was written since the last cut: a blank line parts them as a new element would."""
    while run.links:
        _close_link(run)
    parts = [part for part in re.split(r"\n[ \n]*\n", "".join(run.texts)) if any(map(str.isalnum, part))]
    done = run.done[: max(50, _MOST_PAIRS // max(1, len(parts)))]
    parts = [piece for part in parts for piece in _headed(part, [words for words, _ in done])]
    for part in parts:
        lines = (" ".join(line.split()) for line in clean(_plain(part))[0].split("\n"))
        text = "\n".join(line for line in lines if line)
        joined = " ".join(text.split())
        links = tuple(link for link in done if len(parts) == 1 or link[0] in joined)
        kind, level, rule = _kind(run, style, text, is_bold=_is_bold(part))
        if text:
            yield Piece(text=text, kind=kind, level=level, links=links, quoted=style.quoted, rule=rule)
    run.texts, run.done, run.words, run.large = [], [], 0, 0


def _headed(part: str, linked: Sequence[str]) -> tuple[str, ...]:
    """A part, cut after a first line that is all in bold, or all a link of some words."""
    first, _, rest = part.strip("\n ").partition("\n")
    if not rest.strip() or (_is_bold(first) and _is_bold(rest)):
        return (part,)
    words = " ".join(_plain(first).split())
    alone = any(
        words.endswith(link) and len(link.split()) > _CALL_WORDS and not any(map(str.isalnum, words.removesuffix(link)))
        for link in linked
    )
    return (first, rest) if alone or _is_bold(first) else (part,)


def _is_bold(part: str) -> bool:
    return _BOLD in part and not any(map(str.isalnum, _IN_BOLD.sub("", part)))


def _kind(run: _Run, style: _Style, text: str, *, is_bold: bool) -> tuple[Kind, int | None, str]:
    if style.kind == "heading":
        return "heading", style.level, f"<h{style.level}>"
    short = len(text.split()) <= _HEADING_WORDS and "\n" not in text and not text.endswith(_ENDS)
    if short and style.kind == "paragraph" and run.words:
        if run.large >= run.words:
            return "heading", 2, "in large type"
        if is_bold:
            return "heading", 3, "in bold"
    return style.kind, None, ""
