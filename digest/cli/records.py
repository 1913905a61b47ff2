"""`list`, `show`, `search`, `remove`: what the library holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import click

from digest.cli import desk
from digest.cli.asking import between, note_undated, say_nothing
from digest.cli.words import note, say, say_json, short, table
from digest.csl import as_json
from digest.model import NEEDED, Article, Date
from digest.queries import All, parse, widened
from digest.records import CSL_NAMES
from digest.settings import nearest
from digest.statements import FIELDS, as_text, attribute

if TYPE_CHECKING:
    from digest.library import Library, Related

_NEEDED = [CSL_NAMES.get(name, name) for name in NEEDED]


def headline(article: Article, length: int = 80) -> str:
    """The title, or where there is none what stands for it, in square brackets."""
    if article.title:
        return short(article.title, length)
    return f"[{short(article.title_supplied or article.opening, length - 2)}]"


def described(article: Article) -> list[tuple[str, str]]:
    """The known fields of a record, then what it lacks, as pairs of words."""
    unconfirmed = article.unconfirmed
    rows = []
    for name in FIELDS:
        value = "; ".join(str(entry) for entry in getattr(article, name)) if name in _PEOPLE else as_text(article, name)
        if value:
            rows.append((name, f"{value} (inferred)" if attribute(name) in unconfirmed else value))
    rows += [(name, _plain(value)) for name, value in article.other if name not in FIELDS]
    if article.keyword:
        rows.append(("themes", ", ".join(article.themes)))
    if article.missing:
        rows.append(("missing", missing(article)))
    return rows


_PEOPLE = ("author", "contributor")


def _plain(value: str) -> str:
    """A CSL variable that we keep as it came: its words, or its JSON where it has parts."""
    return str(json.loads(value)) if value.startswith('"') else value


def missing(article: Article) -> str:
    """The fields a citation wants and the record lacks, in CSL's spelling."""
    return ", ".join(CSL_NAMES.get(name, name) for name in article.missing)


@click.command("list")
@click.option("--theme", metavar="NAME", help="Only articles with this theme.")
@click.option("--outlet", metavar="NAME", help="Only articles whose outlet has this in its name.")
@click.option("--missing", type=click.Choice(_NEEDED), help="Only articles that lack this field.")
@click.option("--unconfirmed", is_flag=True, help="Only articles with inferred fields nobody has confirmed.")
@between("articles that may be")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
def list_(*, first: str | None, last: str | None, as_objects: bool, **wanted: Any) -> None:
    """List the articles of the library."""
    period = period_of(first, last)
    known_theme(wanted["theme"])
    asked = [(name, value) for name, value in wanted.items() if value]
    found = [
        article
        for article in desk.library().articles(period)
        if all(FILTERS[name](article, value) for name, value in asked)
    ]
    dated = [article for article in found if article.issued or not period]
    if as_objects:
        for article in dated:
            say_json(as_json(article))
    else:
        _say_list(dated, "unconfirmed" if wanted["unconfirmed"] else "themes")
    if len(found) > len(dated):
        note_undated(len(found) - len(dated))
    elif not dated:
        say_nothing("no such articles")


def _say_list(articles: Sequence[Article], last: str) -> None:
    """A table; where records are copies of others, with a column that names these."""
    copies = desk.library().copies()
    also = [", ".join(copies.get(article.id, ())) for article in articles]
    rows = [(*_row(article), keys or "—", _LAST[last](article)) for article, keys in zip(articles, also, strict=True)]
    headings = ("key", "issued", "outlet", "title", "also in", last)
    shown = [place for place, heading in enumerate(headings) if heading != "also in" or any(also)]
    table([headings[place] for place in shown], [[row[place] for place in shown] for row in rows])


FILTERS: dict[str, Callable[[Article, Any], bool]] = {
    "theme": lambda article, name: name in article.themes,
    "outlet": lambda article, name: name.casefold() in (article.container_title or "").casefold(),
    "missing": lambda article, name: attribute(name) in article.missing,
    "unconfirmed": lambda article, _: bool(article.unconfirmed),
}
"""Option of `list` → whether an article fits it."""


def known_theme(name: str | None) -> None:
    """Refuse a theme that neither the configuration nor a record has."""
    themes = desk.config().themes
    if name and name not in themes and not any(name in article.themes for article in desk.library().articles()):
        hint = f"; {nearest(name, themes)}" if themes else ": config.yaml has none"
        raise click.UsageError(f'unknown theme "{name}"{hint}')


@click.command()
@click.argument("keys", metavar="KEY...", nargs=-1, required=True)
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
def show(*, keys: tuple[str, ...], as_objects: bool) -> None:
    """Show a record, its sources and its numbered paragraphs."""
    library = desk.library()
    for key in keys:
        article = library.wanted(key)
        if as_objects:
            say_json(as_json(article) | {"related": related(library.related(article.id))})
            continue
        say(article.id)
        for name, value in described(article):
            say(f"  {name:16}{value}")
        for reading in library.readings(key):
            first, last = reading.article.lines
            lines = f", lines {first}–{last}" if last else ""
            say(f"  {'source':16}{reading.source.name}{lines}")
        _say_history(library, article.id)
        _say_text(article)


def _say_history(library: Library, key: str) -> None:
    """Its versions, the keys it took in, and the records with text in common."""
    if library.version(key) > 1:
        ours = library.reread_versions(key)
        better = f", {len(ours)} of them from a better reading" if ours else ""
        say(f"  {'version':16}{library.version(key)}{better}; `digest diff {key}` shows the last change")
    if library.aliases(key):
        say(f"  {'also cited as':16}{', '.join(library.aliases(key))}")
    for link in library.related(key):
        say(f"  {RELATIONS[link.kind]:16}{link.key}{_shares(link)}")


RELATIONS = {"copy": "also in", "shares": "shares text with", "apart": "kept apart from"}
"""What two records are to each other, in words."""


def _shares(link: Related) -> str:
    decided = ", decided by a person" if link.decided else ""
    return f", which has {link.mine:.0%} of this text; {link.theirs:.0%} of it stands here{decided}"


def related(links: Sequence[Related]) -> list[dict[str, object]]:
    """The records with text in common, as `--json` prints them."""
    return [
        {
            "id": link.key,
            "relation": RELATIONS[link.kind],
            "share": round(link.mine, 3),
            "share_of_other": round(link.theirs, 3),
            "decided_by": "person" if link.decided else None,
        }
        for link in links
    ]


def _say_text(article: Article) -> None:
    """The paragraphs with the numbers that citations give, the headings where they stand."""
    for number, block in enumerate(article.paragraphs, 1):
        for heading in article.sections:
            if heading.first == number:
                say()
                say(f"{'#' * heading.level} {heading.text}")
        say()
        say(f"[{number}] {block.text}")


# -harbour excludes a word, and is neither an option nor -h.
@click.command(context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("words", nargs=-1, type=click.UNPROCESSED)
@click.option("--exact", is_flag=True, help="Look for names only as they are spelled here.")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
def search(*, words: tuple[str, ...], exact: bool, as_objects: bool) -> None:
    """Find articles by their words, best first; a name under all its spellings.

    \b
    digest search Xi Putin                        both words
    digest search "Belt and Road" loan            a phrase and a word
    digest search tea OR coffee -prices           one of two, without a third
    digest search theme:xinjiang outlet:guardian author:"Amy Ng" title:camps
    digest search since:2022-09 until:2022-W37    by date
    """
    text = _typed(words)
    for part in parse(text).ignored:
        note(f"{part}: no date, so not heeded; 2022-09-14, 2022-09, 2022 and 2022-W37 are")
    hits = desk.library().search(text) if exact else desk.library().search(text, _widened)
    for hit in hits:
        if as_objects:
            say_json(as_json(hit.article) | {"paragraph": hit.paragraph or None})
            continue
        say(f"{hit.article.id}  {headline(hit.article)}")
        if hit.paragraph:
            say(f"  para. {hit.paragraph}: {short(hit.article.paragraphs[hit.paragraph - 1].text, 160)}")
    if not hits:
        say_nothing("nothing found")


def _widened(tree: All) -> All:
    """The query with every name in it under all its spellings."""
    from digest.authorities.searching import variants

    known = desk.authorities()
    return widened(tree, lambda text: variants(known, text))


def _typed(words: tuple[str, ...]) -> str:
    """The query: a shell has taken the quotation marks from phrases, unless all stood in one pair of its own."""
    if len(words) == 1:
        return words[0]
    return " ".join(f'"{word}"' if " " in word and '"' not in word and ":" not in word else word for word in words)


@click.command()
@click.argument("keys", metavar="KEY...", nargs=-1, required=True)
def remove(*, keys: tuple[str, ...]) -> None:
    """Take articles out of the library; their keys are not given again."""
    library = desk.library()
    for key in keys:
        library.wanted(key)  # all or none: a mistyped key stops before anything is gone
    for key in dict.fromkeys(keys):
        library.remove(key)
        say(f"removed {key}")


def _row(article: Article) -> tuple[str, ...]:
    return (
        article.id,
        str(article.issued or "—"),
        short(article.container_title or "—", 40),
        headline(article, 60),
    )


_LAST: dict[str, Callable[[Article], str]] = {
    "themes": lambda article: ", ".join(article.themes) or "—",
    "unconfirmed": lambda article: ", ".join(CSL_NAMES.get(name, name) for name in article.unconfirmed),
}
"""What the last column of `list` says."""


def period_of(first: str | None, last: str | None) -> Date | None:
    """The days that two options name; None where neither is given."""
    if not (first or last):
        return None
    try:
        start, end = (Date(edtf=text) if text else None for text in (first, last))
        if start and end and start.first > end.last:
            raise click.UsageError(f"{first} is after {last}: --from is the earlier day, --to the later")
        return Date(edtf=f"{start.first if start else '..'}/{end.last if end else '..'}")
    except ValueError as error:
        raise click.UsageError(f"{error}; a day, month or year is wanted, such as 2022-09-14 or 2022-09") from error
