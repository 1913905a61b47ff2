"""A query → FTS5's grammar, and records as the index of words holds them."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from digest.library.rows import unpack_article
from digest.model import Article
from digest.queries import All, Any, Node, Not, Query, Term, parse, terms

# Scripts written without spaces; the tokenizer would take a run for one word.
_UNSPACED = re.compile(
    r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])"
)
# Letters that `remove_diacritics` leaves alone.
_FOLDED = str.maketrans("ŁłØøĐđЁёİı", "LlOoDdЕеIi")

COLUMNS = ("title", "body", "author", "outlet", "section", "theme", "language")
"""Of the index of words."""
_ANYWHERE = "{title body author outlet section}"
_WEIGHTS = (4.0, 1.0, 3.0, 1.0, 1.0, 0.0, 0.0)
_MOST_HITS = 100
_EVERY = "every0record"
"""A word that every record has, since FTS5 can only take away from what it has found."""
RULES = "2"
"""Of the texts in the index; another number, and every record is listed again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that a search found, and the paragraph that speaks of it most (0: the title alone)."""

    article: Article
    paragraph: int = 0


def indexed(text: str) -> str:
    """`text` as the index holds it: every character of an unspaced script is a word."""
    plain = unicodedata.normalize("NFKC", text).translate(_FOLDED)
    return _UNSPACED.sub("\u200b\\1\u200b", plain) if _UNSPACED.search(plain) else plain


def index_of(article: Article) -> tuple[str, ...]:
    """What the columns of the index hold of `article`."""
    names = "\n".join(str(name) for name in (*article.author, *article.contributor))
    headings = (heading.text for heading in article.sections)
    body = "\n".join((*headings, *(block.text for block in article.paragraphs)))
    themes = "\n".join(article.themes)
    outlet = article.container_title or article.publisher or ""
    known = (article.title or "", body, names, outlet, article.section or "", themes)
    return (*map(indexed, known), f"{article.language or ''} {_EVERY}")


def matching(connection: sqlite3.Connection, wanted: str, query: Query) -> list[Article]:
    """The records that fit `wanted`, in FTS5's grammar, and the days of `query`; words in a title weigh most."""
    since, until = (day.isoformat() if day else None for day in (query.since, query.until))
    ranking = f"bm25(words, {', '.join(map(str, _WEIGHTS))})"
    asked = (
        "select record from words join article on article.id = words.rowid where words match ?1 "  # noqa: S608 - our own weights
        f"and (?2 is null or last >= ?2) and (?3 is null or first <= ?3) order by {ranking}, article.id limit ?4"
    )
    rows = connection.execute(asked, (wanted, since, until, _MOST_HITS)).fetchall()
    return [unpack_article(row[0]) for row in rows]


def match(node: Node) -> str:
    """`node` in FTS5's grammar, every term quoted so that no mark in it acts.

    >>> from digest.queries import parse
    >>> match(parse('AT&T -author:Łódź').tree)
    '(({title body author outlet section} : "AT&T") NOT ({author} : "Lódź"))'
    """
    if isinstance(node, Term):
        column = f"{{{node.field}}}" if node.field else _ANYWHERE
        return f'{column} : "{indexed(node.text).replace(chr(34), "")}"'
    if isinstance(node, Not):
        return match(All(parts=(node,)))
    if isinstance(node, Any):
        return "(" + " OR ".join(map(match, node.parts)) + ")"
    wanted = " AND ".join(match(part) for part in node.parts if not isinstance(part, Not)) or f'language : "{_EVERY}"'
    excluded = " OR ".join(match(part.part) for part in node.parts if isinstance(part, Not))
    return f"(({wanted}) NOT ({excluded}))" if excluded else f"({wanted})"


def asked(words: str, widen: Callable[[All], All]) -> tuple[Query, str, str]:
    """What a person typed as a query, widened; what finds all of it, and what finds some of its words, as FTS5 asks."""
    typed = parse(words)
    if not typed.tree.parts and not typed.since and not typed.until:
        return typed, "", ""
    query = replace(typed, tree=widen(typed.tree))
    some = some_of(typed.tree) and match(Any(parts=tuple(terms(query.tree))))
    return query, match(query.tree), some


def some_of(node: All) -> str:
    """Any of the words that `node` wants all of, where it is nothing but words; "" where it is more."""
    words = [part for part in node.parts if isinstance(part, Term) and not part.field]
    return match(Any(parts=tuple(words))) if 1 < len(words) == len(node.parts) else ""


def best_paragraph(article: Article, query: Query) -> int:
    """The number of the paragraph with most of the words, 0 where the body has none."""
    wanted = [text for term in terms(query.tree) if term.field in (None, "title") and (text := _plain(term.text))]
    scores = [sum(term in text for term in wanted) for text in (_plain(block.text) for block in article.paragraphs)]
    return scores.index(max(scores)) + 1 if any(scores) else 0


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_FOLDED)).casefold()
    return " ".join(re.findall(r"\w+", "".join(c for c in decomposed if not unicodedata.combining(c))))
