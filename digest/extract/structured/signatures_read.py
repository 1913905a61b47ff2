"""What each place of a page states of its authors, read: one statement a place, with what the place is worth."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digest.extract.bylines import life_of, read_byline
from digest.model import Block, Declared, Name, Page
from digest.signing import Signer, read_signers
from digest.signing.kinds import is_role


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Whom one place names: its authors and helpers in order, and how far the place is to be trusted.

    `family` is the kind of place, whose members copy one another; `typed` says that the format, not the words, makes
    these names authors; `whole` are the words as they stand, where they are one value with an "and" in it.
    """

    origin: str
    family: str
    weight: float
    quote: str
    authors: tuple[Signer, ...]
    helpers: tuple[Signer, ...]
    typed: bool
    whole: str | None = None


_WEIGHTS: tuple[tuple[re.Pattern[str], str, float], ...] = tuple(
    (re.compile(pattern), family, weight)
    for pattern, family, weight in (
        (r"JSON-LD .*\((?:another|other)", "JSON-LD", 3.5),
        (r"JSON-LD (?:WebPage|ItemPage|ArticlePage|AboutPage|ReportPage|NewsPage) ", "JSON-LD", 4.5),
        (r"JSON-LD \S*(?:Review|VideoObject|AudioObject|ImageObject|Recipe)\b", "JSON-LD", 4),
        (r"JSON-LD \S+ creator", "JSON-LD", 8.5),
        (r"JSON-LD", "JSON-LD", 10),
        (r"microdata .*\(another item\)", "microdata", 1.5),
        (r"microdata", "microdata", 7),
        (
            r"meta (?:article:author_name|parsely-author|byl|byline|sailthru\.author|citation_author|mrf:authors)",
            "meta",
            7.5,
        ),
        (r"meta (?:\S*author\S*|dc\.creator|dcterms\.creator)$", "meta", 7),
        (r"meta twitter:(?:data|misc)", "meta", 6),
        (r"meta twitter:creator", "account", 1),
        (r"meta", "meta", 4),
        (r"link author", "meta", 5),
        (r"byline element by the headline", "shown", 8),
        (r"author link by the headline", "shown", 6.5),
        (r"byline in words by the headline", "shown", 7.5),
        (r"labelled byline by the headline", "shown", 8),
        (r"labelled byline further down", "shown", 5.5),
        (r"name beside a date", "shown", 3.5),
        (r"byline element above the headline", "shown", 4),
        (r".* above the headline", "shown", 3),
        (r"line under the title$|Author style$", "shown", 8),
        (r"EPUB creator$", "meta", 9),
        (r"XMP creator$", "meta", 6),
        (r"(?:PDF|document) (?:initial-)?creator$", "meta", 4.5),
        (r"sign-off", "signed", 4),
        (r"life of the author", "signed", 1.5),
        (r"name beneath the headline", "shown", 3),
        (r"name in italics", "signed", 2.5),
        (r"words of the text", "signed", 2.5),
        (r"name below the text", "signed", 2),
        (r".* further down", "signed", 2),
    )
)
"""What a place is worth, the first that fits."""
_SHOWN = ("byline", "labelled", "author link", "name ", "sign-off", "words ", "life ")
_HEAD, _FOOT, _LAST, _SIGNATURE, _LINKED = 6, 4, 2, 60, 30
"""Lines at the top and the bottom of a text where its author may sign, those where a bare name is a signature, the
characters of that, and those of a link that leads to another text."""
_TOLD = ("paragraph", "list item", "heading", "byline")
_EAST_END = re.compile(r"[（(]([^（）()]{0,8}(?:记者|記者)[^（）()]{1,60})[）)]?\s*$")
_INVERTED = re.compile(r"meta (?:dc\.|dcterms\.|citation_)")
_AND = re.compile(r"\s(?:and|und|et|y|e|og|och|avec|mit|with|con|&|/|och|и|та)\s", re.I)


@lru_cache(maxsize=2_048)  # the places of a page name the same few people
def folded(name: str) -> str:
    """The letters of a name, without accents, case, signs and order.

    >>> folded("Doe, Zoë") == folded("ZOE DOE")
    True
    """
    bare = "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(c))
    return " ".join(sorted(re.findall(r"\w+", bare)))


def read_statements(page: Page) -> Iterator[Statement]:
    """The statements about authors and helpers, in the order of the page's rows; rows of one origin are one list."""
    groups: dict[str, list[Declared]] = {}
    for row in page.declared:
        if row.field in ("author", "contributor"):
            groups.setdefault(_group(row, len(groups)), []).append(row)
    for rows in groups.values():
        yield _statement(rows)
    for row in _of_text(page.blocks):
        yield _statement([row])


def _of_text(blocks: Sequence[Block]) -> Iterator[Declared]:
    """What the first and the last lines of the text itself say of who wrote it."""
    for block in dict.fromkeys((*blocks[:_HEAD], *blocks[-_FOOT:])):
        if found := read_byline(block.text):
            names = " | ".join(str(name) for name in found.authors)
            helpers = " | ".join(str(name) for name in found.contributors)
            for field, value in (("author", names), ("contributor", helpers)):
                if value:
                    yield Declared(field=field, value=value, origin=f"words of the text: {found.rule}")
    for block in blocks[-_FOOT:]:
        yield from _below(block)
    told = [block for block in blocks if block.kind in _TOLD]
    for block in told[_HEAD // 2 :][-_LAST:]:
        if block.kind == "paragraph" and len(block.text) <= _SIGNATURE and _is_signature(block):
            yield Declared(field="author", value=block.text.strip(" ()[]"), origin="name below the text")


def _below(block: Block) -> Iterator[Declared]:
    """What a line at the foot of a text says of its author: reporters in brackets, a life, a bare name."""
    if (match := _EAST_END.search(block.text[-_SIGNATURE - 20 :])) is not None:
        yield Declared(field="author", value=match[1], origin="words of the text: (记者 …)")
    if told := life_of(block.text):
        yield Declared(field="author", value=str(told), origin="life of the author")


def _is_signature(block: Block) -> bool:
    """Whether a line is names and nothing else, and no link to another text."""
    text = block.text
    if text[-1:] in ".!?:" or any(map(str.isdigit, text)) or any(len(words) > _LINKED for words, _ in block.links):
        return False
    found = read_signers(text)
    return bool(found) and all(signer.kind in ("person", "agency", "body", "desk") or "/" in text for signer in found)


def _group(row: Declared, number: int) -> str:
    """The list a row belongs to: each byline is one of its own, the persons and bodies of one JSON-LD node another."""
    if row.origin.startswith(_SHOWN):
        return f"{row.origin} {number}"
    return re.sub(r"(JSON-LD \S+ \w+)(?: [A-Z]\w*)?", r"\1", row.origin) + row.field


def _statement(rows: list[Declared]) -> Statement:
    first = rows[0]
    family, weight = next(((f, w) for pattern, f, w in _WEIGHTS if pattern.match(first.origin)), ("other", 5.0))
    inverted = bool(_INVERTED.match(first.origin))
    found = [signer for row in rows for signer in _own_row(read_signers(row.value, inverted=inverted))]
    if first.field == "contributor":
        authors: list[Signer] = []
        helpers = found
    else:
        authors = [signer for signer in found if signer.role == "author"]
        helpers = [signer for signer in found if signer.role not in ("author", "source", "subject")]
    shown = first.origin.startswith(_SHOWN)
    if not authors and not helpers and not shown and is_role(first.value) and len(first.value) <= _SIGNATURE:
        authors = [Signer(name=Name(literal=first.value), kind="desk")]  # "Guardian staff reporter"
    one = rows[0].value if len(rows) == 1 and not shown and _AND.search(rows[0].value) else None
    return Statement(
        origin=first.origin,
        family=family,
        weight=weight,
        quote=" · ".join(row.value for row in rows[:12]),
        authors=tuple(_distinct(authors)),
        helpers=tuple(_distinct(helpers)),
        typed=not shown,
        whole=one,
    )


def _own_row(signers: Sequence[Signer]) -> Sequence[Signer]:
    """The signers of one row: beside a person, a body or one word is where he works."""
    if any(signer.kind == "person" for signer in signers):
        return [signer for signer in signers if signer.kind not in ("body", "desk", "single")]
    return signers


def _distinct(signers: list[Signer]) -> Iterator[Signer]:
    seen: set[str] = set()
    for signer in signers:
        if (key := folded(str(signer.name))) not in seen:
            seen.add(key)
            yield signer
