"""What a person types to search → a tree: words, "phrases", theme: outlet: author: since: until:, OR, -not, ( ).

Every text is a query: what is half written is taken as far as it goes, and what is no query is words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from digest.dates import parse_date
from digest.model import Date

FIELDS = {
    "author": "author",
    "by": "author",
    "outlet": "outlet",
    "in": "outlet",
    "source": "outlet",
    "theme": "theme",
    "tag": "theme",
    "title": "title",
    "section": "section",
    "language": "language",
    "lang": "language",
}
"""What may stand before a colon → the field it asks for."""
_BOUNDS = {"since": "since", "from": "since", "after": "since", "until": "until", "to": "until", "before": "until"}

MOST_TERMS = 32
"""Words of a query that are looked for; the rest of a pasted page would only slow the answer."""
LONGEST = 10_000
DEEPEST = 20

_TOKEN = re.compile(
    r"""(?P<sign>-(?=[\w"(]))?(?:(?P<field>[a-z]{2,10}):(?P<value>"[^"]*"?|[^\s"()]+)|"(?P<phrase>[^"]*)"?|"""
    r"""(?P<bracket>[()])|(?P<word>[^\s"()]+))""",
    re.I,
)
_WORD = re.compile(r"\w")
_WEEK = re.compile(r"(\d{4})-?W(\d\d)", re.I)
_QUOTES = re.compile("[“”„«»‟〝〞＂]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word or phrase, in one field or anywhere."""

    text: str
    field: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Not:
    """Articles without what `part` finds."""

    part: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class All:
    """Articles that every part finds; without parts, every article."""

    parts: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Any:
    """Articles that some part finds."""

    parts: tuple[Node, ...]


Node = Term | Not | All | Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A query's tree, the days it is bounded by wherever they stood in it, and what of it was not understood."""

    tree: All
    since: date | None = None
    until: date | None = None
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # term, or, open, close, since, until
    text: str = ""
    field: str | None = None
    negated: bool = False


def parse(text: str) -> Query:
    """The query that `text` is.

    >>> parse('theme:xinjiang -"forced labor" since:2022-09').tree
    All(parts=(Term(text='xinjiang', field='theme'), Not(part=Term(text='forced labor', field=None))))
    >>> parse("Xi OR Putin").tree.parts
    (Any(parts=(Term(text='Xi', field=None), Term(text='Putin', field=None))),)
    """
    tokens = list(_tokens(text))
    bounds = {kind: [token for token in tokens if token.kind == kind] for kind in ("since", "until")}
    starts = [found.first for token in bounds["since"] if (found := day_of(token.text))]
    ends = [found.last for token in bounds["until"] if (found := day_of(token.text))]
    ignored = tuple(
        f"{token.kind}:{token.text}" for tokens in bounds.values() for token in tokens if not day_of(token.text)
    )
    part, _ = _any([token for token in tokens if token.kind not in bounds], 0, 0)
    tree = part if isinstance(part, All) else All(parts=(part,))
    return Query(tree=tree, since=max(starts, default=None), until=min(ends, default=None), ignored=ignored)


def terms(node: Node) -> Iterator[Term]:
    """The terms a query looks for; those it excludes are none."""
    if isinstance(node, Term):
        yield node
    elif not isinstance(node, Not):
        for part in node.parts:
            yield from terms(part)


def widened(tree: All, variants: Callable[[str], Sequence[str]]) -> All:
    """`tree` with every name in it, of up to five words, as any of its `variants`; phrases and excluded terms too.

    >>> known = {"Xi Jinping": ["习近平"], "Toqaev": ["Tokayev"]}
    >>> widened(parse("Xi Jinping -Toqaev").tree, lambda text: known.get(text, [])).parts[1].part.parts
    (Term(text='Toqaev', field=None), Term(text='Tokayev', field=None))
    """
    return All(parts=tuple(_widened(tree.parts, variants)))


LONGEST_NAME = 5


def _widened(parts: Sequence[Node], variants: Callable[[str], Sequence[str]]) -> Iterator[Node]:
    at = 0
    while at < len(parts):
        taken, node = _name_at(parts, at, variants)
        yield node
        at += taken


def _name_at(parts: Sequence[Node], at: int, variants: Callable[[str], Sequence[str]]) -> tuple[int, Node]:
    """How many parts the longest name at that place has, and what is to be found for them."""
    plain = list(_plain_terms(parts[at : at + LONGEST_NAME]))
    for taken in range(len(plain), 0, -1):
        others = variants(" ".join(term.text for term in plain[:taken]))
        if others:
            itself: Node = plain[0] if taken == 1 else All(parts=tuple(_widened(plain[:taken], _no_longer(variants))))
            return taken, Any(parts=(itself, *(Term(text=other, field=plain[0].field) for other in others)))
    part = parts[at]
    if isinstance(part, Not):
        return 1, Not(part=_name_at((part.part,), 0, variants)[1])
    if isinstance(part, (All, Any)):
        return 1, type(part)(parts=tuple(_widened(part.parts, variants)))
    return 1, part


def _plain_terms(parts: Sequence[Node]) -> Iterator[Term]:
    """The terms that follow one another, all anywhere or all in titles."""
    for part in parts:
        if not isinstance(part, Term) or part.field not in (None, "title"):
            return
        if part.field != getattr(parts[0], "field", None):
            return
        yield part


def _no_longer(variants: Callable[[str], Sequence[str]]) -> Callable[[str], Sequence[str]]:
    return lambda text: () if " " in text else variants(text)


def day_of(text: str) -> Date | None:
    """A day, month, year or week (2022-W37) as a person types it; None where it is none."""
    if week := _WEEK.fullmatch(text):
        try:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        except ValueError:
            return None
        return Date(edtf=f"{monday}/{monday + timedelta(days=6)}")
    try:
        return Date(edtf=text)
    except (ValueError, OverflowError):
        return parse_date(text)


def _tokens(text: str) -> Iterator[_Token]:
    encoded = text[:LONGEST].encode("utf-8", "replace").decode()  # a lone surrogate is no text to SQLite
    plain = _QUOTES.sub('"', encoded).replace("\0", " ")
    count = 0
    for match in _TOKEN.finditer(plain):
        for token in _token(match):
            count += token.kind == "term"
            if count > MOST_TERMS:
                return
            yield token


def _token(match: re.Match[str]) -> Iterator[_Token]:
    negated = match["sign"] is not None
    if match["bracket"]:
        yield _Token("open" if match["bracket"] == "(" else "close", negated=negated)
    elif match["field"]:
        yield from _fielded(match, negated)
    elif match["phrase"] is not None:
        yield from _term(match["phrase"], None, negated)
    elif match["word"] in ("OR", "|"):
        yield _Token("or")
    elif match["word"] != "AND":
        yield from _term(match["word"], None, negated)


def _fielded(match: re.Match[str], negated: bool) -> Iterator[_Token]:  # noqa: FBT001 - a token's own mark
    name, value = match["field"].lower(), match["value"].strip('"').strip()
    if name in _BOUNDS:
        yield _Token(_BOUNDS[name], value)
    elif name in FIELDS:
        yield from _term(value, FIELDS[name], negated)
    else:  # "Note: this", https://…
        yield from _term(f"{match['field']}:{value}", None, negated)


def _term(text: str, field: str | None, negated: bool) -> Iterator[_Token]:  # noqa: FBT001 - a token's own mark
    if _WORD.search(text):  # marks alone are no word
        yield _Token("term", text.strip(), field, negated)


def _any(tokens: Sequence[_Token], at: int, depth: int) -> tuple[Node, int]:
    """Parts divided by OR, up to a closing bracket or the end."""
    part, at = _all(tokens, at, depth)
    parts = [part]
    while at < len(tokens) and tokens[at].kind == "or":
        part, at = _all(tokens, at + 1, depth)
        parts.append(part)
    filled = [part for part in parts if part.parts]
    if len(filled) > 1:
        return Any(parts=tuple(part.parts[0] if len(part.parts) == 1 else part for part in filled)), at
    return (filled[0] if filled else All()), at


def _all(tokens: Sequence[_Token], at: int, depth: int) -> tuple[All, int]:
    parts: list[Node] = []
    while at < len(tokens) and tokens[at].kind != "or":
        token = tokens[at]
        at += 1
        if token.kind == "close":
            if depth:
                return All(parts=tuple(parts)), at - 1
            continue  # a bracket nobody opened
        if token.kind == "open":
            node, at = _bracketed(tokens, at, depth)
        else:
            node = Term(text=token.text, field=token.field)
        if node != All():
            parts.append(Not(part=node) if token.negated else node)
    return All(parts=tuple(parts)), at


def _bracketed(tokens: Sequence[_Token], at: int, depth: int) -> tuple[Node, int]:
    if depth >= DEEPEST:
        return All(), at
    node, at = _any(tokens, at, depth + 1)
    closed = at < len(tokens) and tokens[at].kind == "close"
    if isinstance(node, All) and len(node.parts) == 1:
        node = node.parts[0]
    return node, at + closed
