"""Words a person typed → a full-text query, and texts as the index holds them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from digest.model import Article

MOST_TERMS = 32
"""Words of a query that are looked for; the rest of a pasted page would only slow the answer."""

# Scripts written without spaces; the tokenizer would take a run for one word.
_UNSPACED = re.compile(
    r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])"
)
# Letters that `remove_diacritics` leaves alone.
_FOLDED = str.maketrans("ŁłØøĐđЁёİı", "LlOoDdЕеIi")
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An article that a search found, and the paragraph that speaks of it most (0: the title alone)."""

    article: Article
    paragraph: int = 0


def indexed(text: str) -> str:
    """`text` as the index holds it: every character of an unspaced script is a word."""
    plain = unicodedata.normalize("NFKC", text).translate(_FOLDED)
    return _UNSPACED.sub("\u200b\\1\u200b", plain) if _UNSPACED.search(plain) else plain


def index_of(article: Article) -> tuple[str, str]:
    """The title and the body of `article` as the index holds them."""
    names = (str(name) for name in (*article.author, *article.contributor))
    title = "\n".join(filter(None, (article.title, article.container_title, *names)))
    headings = (heading.text for heading in article.sections)
    body = "\n".join((*headings, *(block.text for block in article.paragraphs)))
    return indexed(title), indexed(body)


def terms(words: str) -> tuple[str, ...]:
    """The words and "phrases" to look for, each as a person typed it; marks alone are no word.

    >>> terms('U.S. "state-owned firms" & «"')
    ('U.S.', 'state-owned firms')
    """
    encoded = words[:10_000].encode("utf-8", "replace").decode()  # a lone surrogate is no text to SQLite
    plain = re.sub("[“”„«»]", '"', encoded).replace("\0", " ")
    found = ((match[1] if match[1] is not None else match[2]).strip() for match in _TERM.finditer(plain))
    return tuple(dict.fromkeys(term for term in found if _WORD.search(term)))[:MOST_TERMS]


def query(words: str) -> str:
    """`words` in FTS5's grammar, every term quoted so that no mark in it acts; "" where nothing can be found.

    >>> query("AT&T Łódź")
    '"AT&T" "Lódź"'
    """
    return " ".join('"' + indexed(term).replace('"', "") + '"' for term in terms(words))


def best_paragraph(article: Article, words: str) -> int:
    """The number of the paragraph with most of the words, 0 where the body has none."""
    wanted = [term for term in (_plain(term) for term in terms(words)) if term]
    scores = [sum(term in text for term in wanted) for text in (_plain(block.text) for block in article.paragraphs)]
    return scores.index(max(scores)) + 1 if any(scores) else 0


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.translate(_FOLDED)).casefold()
    return " ".join(re.findall(r"\w+", "".join(c for c in decomposed if not unicodedata.combining(c))))
