"""`bibliography`: the sources of a theme, a brief, an author, a time or a search, as a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from digest.bibliographies import ANNOTATIONS, GROUPINGS
from digest.cli import desk
from digest.cli.asking import between, dated, say_nothing
from digest.cli.records import known_theme, period_of
from digest.cli.words import counted, note, on_terminal, say, say_json
from digest.interchange import EXTENSIONS, WRITERS
from digest.model import Article, Date

if TYPE_CHECKING:
    from digest.export.bibliography import Listing

_ENDINGS = {
    ".docx": "docx", ".epub": "epub", ".htm": "html", ".html": "html", ".md": "md", ".odt": "odt", ".pdf": "pdf",
    ".txt": "text",
} | {ending: name for name, ending in reversed(EXTENSIONS.items())}  # fmt: skip
"""The ending of a file → its format."""
_READ = ("text", "md", "html")
_PRINTED = (*_READ, "docx", "epub", "odt", "pdf")
_ISOLATES = dict.fromkeys([0x2068, 0x2069])


@click.command()
@click.argument("words", nargs=-1, metavar="[KEY|WORDS]...")
@click.option("--theme", "themes", metavar="NAME", multiple=True, help="Only articles with this theme; repeatable.")
@click.option("--brief", metavar="NAME", help="What a draft cites: its file, or a brief's name for its latest draft.")
@click.option("--author", metavar="NAME", help="Only articles by an author of this name, under any spelling.")
@click.option("--outlet", metavar="NAME", help="Only articles of an outlet whose name has these words.")
@between()
@click.option("--annotated", "kinds", type=click.Choice(ANNOTATIONS), multiple=True, help="Note this below each entry.")
@click.option(
    "--group", type=click.Choice(GROUPINGS), default="none", show_default=True, help="Headings to set it under."
)
@click.option("--style", metavar="STYLE", default="chicago-author-date", show_default=True, help="See `digest styles`.")
@click.option("--title", metavar="TEXT", help="Its title.")
@click.option("--format", "form", type=click.Choice([*_PRINTED, *WRITERS]), help="Else the ending of the file; text.")
@click.option("-o", "--output", "target", type=click.Path(path_type=Path), metavar="FILE", help="The file to write.")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object an entry.")
def bibliography(*, target: Path | None, form: str | None, as_objects: bool, **asked: Any) -> None:
    """Write a bibliography: of a theme, a brief, an author, an outlet, a time, a search, or of everything.

    \b
    digest bibliography --theme china-russia --group year -o sources.docx
    digest bibliography --brief china-russia --annotated quotation --style oscola
    digest bibliography "Samarkand summit" --from 2022-09 --format ris
    """
    named = form or _ENDINGS.get(target.suffix.lower() if target else ".txt")
    if named is None:
        raise click.UsageError(f"{target}: no format has this ending; known are {', '.join(_ENDINGS)}")
    if as_objects and target:
        raise click.UsageError("--json prints its objects here; leave out -o, or --json")
    if named not in (*_READ, *WRITERS) and target is None:
        raise click.UsageError(f"{named} is no text to be shown here; -o FILE writes it")
    sections = _cited(asked["brief"]) if asked["brief"] else {}
    articles = _articles(asked, sections)
    if not articles:
        say_nothing("no such articles")
    elif as_objects:
        _say_objects(_listing(articles, sections, asked), articles, asked["style"])
    elif named in WRITERS:
        _put(WRITERS[named](articles).encode(), target)
    else:
        _put(_printed(_listing(articles, sections, asked), articles, asked["style"], named), target)
    if target and articles:
        note(f"{target}: {counted(len(articles), 'source')}")


def _articles(asked: Mapping[str, Any], sections: Mapping[str, Sequence[str]]) -> list[Article]:
    """The articles that were asked for, by their authors."""
    from digest.bibliographies import as_listed

    for theme in asked["themes"]:
        known_theme(theme)
    period = period_of(asked["first"], asked["last"])
    found = [one for one in _found(asked["words"], sections, period) if _fits(one, asked, period)]
    return as_listed(dated(found, period))


def _found(words: Sequence[str], sections: Mapping[str, Sequence[str]], period: Date | None) -> list[Article]:
    library = desk.library()
    if sections:
        return [article for key in sections if (article := library.get(key))]
    named = {key: library.get(key) for key in words}
    if any(named.values()):
        return [library.wanted(key) for key in named]
    return [hit.article for hit in library.search(" ".join(words))] if words else list(library.articles(period))


def _fits(article: Article, asked: Mapping[str, Any], period: Date | None) -> bool:
    themes, outlet = asked["themes"], asked["outlet"]
    tests = (
        not themes or bool(set(themes) & set(article.themes)),
        not outlet or outlet.casefold() in (article.container_title or "").casefold(),
        not asked["author"] or _is_by(article, asked["author"]),
        period is None or article.issued is None or article.issued.overlaps(period),
    )
    return all(tests)


def _is_by(article: Article, author: str) -> bool:
    spellings = {name.casefold() for name in (author, *desk.authorities().spellings(author))}
    signed = [str(name).casefold() for name in article.author]
    return any(spelling in name for spelling in spellings for name in signed)


def _cited(brief: str) -> dict[str, list[str]]:
    """The keys that a draft cites, in its order, each with the headings of the sections that cite it."""
    from digest.cli.printing import read_work
    from digest.verify import cited_keys

    document = read_work(_draft(brief)).document
    found: dict[str, list[str]] = {}
    for title, blocks in _parts(document["blocks"]):
        for key in cited_keys(document | {"blocks": blocks}):
            found.setdefault(key, []).append(title)
    return {key: list(dict.fromkeys(filter(None, titles))) for key, titles in found.items()}


def _draft(brief: str) -> Path:
    """The file of a draft: as named, or the latest of a brief in the output folder."""
    if Path(brief).is_file():
        return Path(brief)
    folder = desk.config().output
    drafts = [path for path in sorted(folder.glob("*.md")) if not path.name.endswith(".printed.md")]
    fitting = [path for path in drafts if path.stem == brief or path.stem.startswith(f"{brief}-")]
    if not fitting:
        raise click.UsageError(f'no draft of "{brief}" in {folder}; `digest brief {brief}` writes one')
    return fitting[-1]


def _parts(blocks: Sequence[Any]) -> list[tuple[str, list[Any]]]:
    from digest.export.words import plain

    parts: list[tuple[str, list[Any]]] = [("", [])]
    for block in blocks:
        if block["t"] == "Header" and block["c"][0] == 1:
            parts.append((plain(block["c"][2]), []))
        parts[-1][1].append(block)
    return parts


def _listing(articles: Sequence[Article], sections: Mapping[str, Sequence[str]], asked: Mapping[str, Any]) -> Listing:
    from digest.bibliographies import annotated, grouped, span
    from digest.export.bibliography import Listing
    from digest.export.masthead import words_in
    from digest.export.styles import style_language

    language = desk.config().language
    today = Date(edtf=datetime.now(tz=UTC).astimezone().date().isoformat())
    kinds = tuple(dict.fromkeys(asked["kinds"]))
    read = list(desk.read_today(articles)) if kinds else articles
    return Listing(
        title=asked["title"] or words_in(language)["bibliography"],
        groups=grouped(articles, asked["group"], sections),
        notes={one.id: annotated(one, kinds, language, asked["themes"]) for one in read},
        language=style_language(asked["style"], language),
        period=span(articles) or today,
        date=today,
    )


def _printed(listing: Listing, articles: Sequence[Article], style: str, form: str) -> bytes:
    from digest.export.bibliography import print_listing
    from digest.export.styles import style_path

    made, warnings = print_listing(listing, {one.id: one for one in articles}, style_path(style), (form,))
    for warning in warnings:
        note(warning)
    return made[form]


def _say_objects(listing: Listing, articles: Sequence[Article], style: str) -> None:
    from digest.export.citations import format_references
    from digest.export.styles import style_path

    rows = {row.key: row for row in format_references(articles, style_path(style), language=listing.language)}
    for group in listing.groups:
        for key in group.keys:
            noted = [{"kind": one.kind, "text": one.text, "told": one.told or None} for one in listing.notes[key]]
            entry = rows[key].reference
            say_json({"key": key, "group": group.title or None, "entry": entry, "annotations": noted})


def _put(data: bytes, target: Path | None) -> None:
    """Write the file; or print it, on a terminal with what could act there written out."""
    from digest.export.files import write_all

    if target:
        write_all({target: data})
    elif on_terminal():
        for line in data.decode("utf-8").splitlines():
            say(line.translate(_ISOLATES))
    else:
        click.echo(data, nl=False)
