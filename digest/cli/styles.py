"""`styles`: the citation styles that can be named, and how each sets the user's own records."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from digest.cli import desk
from digest.cli.words import note, say, say_json, table

if TYPE_CHECKING:
    from digest.export.citations import Reference
    from digest.export.stylebook import Head
    from digest.model import Article

_MOST = 50  # rows of a list that a person reads
_SHOWN = 6  # styles of which a preview is made without being asked for: each is a run of pandoc
_PREVIEWED = 3  # records
_ISOLATES = dict.fromkeys([0x2068, 0x2069])


@click.command()
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option("--preview", "keys", metavar="KEY", multiple=True, help="Show them with this record; may be repeated.")
@click.option("--all", "everything", is_flag=True, help="List every style that is found, not the first 50.")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
def styles(*, words: tuple[str, ...], keys: tuple[str, ...], everything: bool, as_objects: bool) -> None:
    """List citation styles; search them by words of their names, titles and fields.

    Where few are found, each shows how it cites and lists the newest records of the library.

    \b
    digest styles
    digest styles law
    digest styles mla --preview ng2027tea
    """
    found = _found(" ".join(words))
    if not found:
        note(_nothing())
        return
    listed = found if everything or as_objects else _first(found, " ".join(words))
    previewed = bool(keys) or len(listed) <= _SHOWN
    articles = _sample(keys) if previewed else []
    if as_objects:
        for head in listed:
            say_json(_object(head, _preview(head, articles)))
    elif previewed:
        for head in listed:
            _say(head, _preview(head, articles))
    else:
        table(("style", "cites by", "language", "title"), [_row(head) for head in listed])
    if len(listed) < len(found):
        note(f"{len(found) - len(listed)} more; add a word, or --all")


def _first(found: Sequence[Head], words: str) -> Sequence[Head]:
    """As many as a person reads; the one alone that has the very name that was asked for."""
    from digest.export.stylebook import find_style

    named = find_style(words.replace(" ", "-"))
    return found[:1] if named == found[0].path else found[:_MOST]


def _found(words: str) -> list[Head]:
    """The styles of these words among all that are known; without words, those that are shipped."""
    from digest.export.stylebook import find_style, head_of, known_styles, search, style_names

    if not words:
        return [head_of(name, path) for name in style_names() if (path := find_style(name))]
    return search(words, (head_of(name, path) for name, path in known_styles().items()))


def _nothing() -> str:
    from digest.export.stylebook import EXTRA, installed_folder

    return "no such style" + ("" if installed_folder() else f"; `{EXTRA}` makes 10,000 more known")


def _row(head: Head) -> tuple[str, ...]:
    return head.name, head.kind or "—", head.locale or "any", head.title


def _sample(keys: Sequence[str]) -> list[Article]:
    """The records of these keys; else the newest of the library, or an invented one where it is empty."""
    library = desk.library()
    if keys:
        return [library.wanted(key) for key in dict.fromkeys(keys)]
    dated = [(article.issued.last, article.id, article) for article in library.articles() if article.issued]
    return [article for *_, article in sorted(dated, key=lambda row: row[:2], reverse=True)[:_PREVIEWED]] or [
        _invented()
    ]


def _invented() -> Article:
    from digest.model import Article, Date, Name

    return Article(
        id="ng2027tea",
        type="article-newspaper",
        title="Ships Wait: The Price of Tea",
        author=(Name(family="Ng", given="Amy"), Name(family="Berg", given="Eva", non_dropping_particle="van den")),
        container_title="Harbour Times",
        issued=Date(edtf="2027-03-14"),
        accessed=Date(edtf="2027-03-20"),
        url="https://harbour.example/tea",
        language="en",
    )


def _preview(head: Head, articles: Sequence[Article]) -> list[Reference]:
    from digest.export.citations import format_references
    from digest.export.styles import style_details, style_language

    if not articles:
        return []
    path = Path(style_details(head.name).path)
    return format_references(articles, path, language=style_language(head.name, desk.config().language))


def _say(head: Head, rows: Sequence[Reference]) -> None:
    name, kind, language, title = _row(head)
    say(f"{name}: {title}")
    about = [kind, language, *head.fields, *([f"as {head.parent}"] if head.parent else [])]
    say(f"  {', '.join(about)}")
    for row in rows:
        say(f"    {row.citation}".translate(_ISOLATES))
        say(f"      {row.reference or '(notes alone, no list)'}".translate(_ISOLATES))
    say()


def _object(head: Head, rows: Sequence[Reference]) -> dict[str, Any]:
    return {
        "name": head.name,
        "title": head.title,
        "cites": head.kind or None,
        "fields": list(head.fields),
        "locale": head.locale or None,
        "parent": head.parent or None,
        "preview": [{"key": row.key, "citation": row.citation, "entry": row.reference} for row in rows],
    }
