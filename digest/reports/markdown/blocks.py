"""The blocks of a Markdown source, each with the places of its lines' content: what a line may begin."""

from __future__ import annotations

import digest.reports.markdown.lines as rows
from digest.citing.places import is_bibliography_marker
from digest.reports.markdown.scanning import Blocks, Leaf, Rule, Scan

__all__ = ["Blocks", "Leaf", "blocks_of"]


def blocks_of(source: str, *, plain: bool) -> Blocks:
    """The blocks of a source; in a `plain` text an indented line is no code."""
    scan = Scan(source, _RULES, plain=plain)
    for match in rows.LINE.finditer(source, scan.front_matter()):
        if match[0]:
            scan.line(match.start(), match.start() + len(match[0].rstrip("\r\n")), match.end())
    scan.finish()
    return scan.found


def _ours(scan: Scan, place: int, text: str, prefix: str) -> bool:
    match = rows.OURS.match(text)
    end = scan.source.find(rows.OURS_END, place) if match and place < scan.last else -1
    if not match or end < 0:
        return False
    scan.finish()
    leaf = scan.new(prefix)
    leaf.shape, leaf.kind, leaf.typed = "list of sources", "bibliography", match[2]
    leaf.lines = [(place + text.find("<!--"), end + len(rows.OURS_END))]
    scan.found.leaves.append(leaf)
    scan.found.style = match[3] or scan.found.style
    scan.inside, scan.ending, scan.leaf = "html", rows.OURS_ENDS, Leaf(lines=[], shape="read already")
    return True


def _fenced(scan: Scan, _place: int, text: str, prefix: str) -> bool:
    match = rows.FENCE.match(text)
    if not match:
        return False
    scan.finish()
    scan.leaf = scan.new(prefix)
    scan.leaf.shape, scan.leaf.kind, scan.fence = "code", "code", match[1]
    scan.within = len(scan.open)
    return True


def _indented(scan: Scan, place: int, text: str, prefix: str) -> bool:
    if scan.leaf or scan.plain or rows.columns(text) < 4:
        return False
    scan.leaf = scan.new(prefix)
    scan.leaf.shape, scan.leaf.kind, scan.inside = "code", "code", "code"
    scan.add(place, place + len(text))
    return True


def _html(scan: Scan, place: int, text: str, prefix: str) -> bool:
    begins, ending = rows.html_block(text, within=scan.leaf is not None)
    if not begins:
        return False
    scan.finish()
    scan.leaf = scan.new(prefix)
    scan.leaf.shape, scan.leaf.kind, scan.inside, scan.ending = "code", "code", "html", ending
    scan.within = len(scan.open)
    scan.add(place, place + len(text))
    if ending and ending.search(text[4:]):
        scan.finish()
    return True


def _comment(scan: Scan, place: int, text: str, prefix: str) -> bool:
    """A comment of a notebook, which may go over several paragraphs; one that never ends is none."""
    if scan.leaf or not rows.COMMENT.match(text) or scan.source.find("%%", place + len(text)) < 0:
        return False
    scan.leaf = scan.new(prefix)
    scan.leaf.shape, scan.leaf.kind, scan.inside, scan.ending = "code", "code", "html", rows.COMMENT_END
    scan.within = len(scan.open)
    scan.add(place, place + len(text))
    return True


def _heading(scan: Scan, place: int, text: str, prefix: str) -> bool:
    match = rows.HEADING.match(text)
    if not match:
        return False
    scan.finish()
    words = rows.ATTRIBUTES.sub("", text)
    words = rows.CLOSING.sub("", words[match.end() :].rstrip())
    scan.leaf = scan.new(prefix)
    scan.leaf.kind, scan.leaf.level = "heading", len(match[1])
    scan.leaf.lines = [(place + match.end(), place + match.end() + len(words.rstrip()))]
    if words.strip():
        scan.found.leaves.append(scan.leaf)
    scan.leaf = None
    return True


def _underlined(scan: Scan, _place: int, text: str, _prefix: str) -> bool:
    match = rows.SETEXT.match(text)
    if not match or not scan.leaf or scan.leaf.shape != "text":
        return False
    leaf = scan.leaf
    leaf.kind, leaf.level = "heading", 1 if match[1][0] == "=" else 2
    scan.found.setext.add(leaf.level)
    first, last = leaf.lines[-1]
    leaf.lines[-1] = (first, first + len(rows.ATTRIBUTES.sub("", scan.source[first:last])))
    scan.finish()
    return True


def _drawn(scan: Scan, place: int, text: str, prefix: str) -> bool:
    if not (rows.SIMPLE_TABLE.match(text) or rows.GRID_TABLE.match(text)):
        return False
    scan.leaf = scan.leaf or scan.new(prefix)
    scan.leaf.shape, scan.leaf.kind, scan.inside = "code", "code", "drawn"
    scan.found.tables += 1
    scan.add(place, place + len(text))
    return True


def _ruled(scan: Scan, _place: int, text: str, _prefix: str) -> bool:
    if not rows.RULE.match(text) and not (rows.DIV.match(text) and not is_bibliography_marker(text)):
        return False
    scan.finish()
    return True


def _table(scan: Scan, _place: int, text: str, _prefix: str) -> bool:
    if "|" not in text or not scan.leaf or scan.leaf.shape != "text" or not rows.SEPARATOR.match(text):
        return False
    first, last = scan.leaf.lines[-1]
    header = scan.source[first:last]
    if len(rows.cells(header)) != len(rows.cells(text)):
        return False
    scan.leaf.lines.pop()
    scan.finish()
    scan.inside = "table"
    scan.row(first, last)
    return True


def _marker(scan: Scan, place: int, text: str, prefix: str) -> bool:
    """A fence that says where the list of sources stands is a paragraph of its own."""
    if not rows.DIV.match(text):
        return False
    scan.finish()
    scan.add(place, place + len(text), prefix)
    scan.finish()
    return True


_RULES: tuple[Rule, ...] = (
    _ours,
    _fenced,
    _indented,
    _html,
    _comment,
    _heading,
    _underlined,
    _drawn,
    _ruled,
    _table,
    _marker,
)
"""What a line may begin, in the order in which it is looked for."""
