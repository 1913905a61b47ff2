"""`edit`: what a person knows wins, and is evidence."""

from __future__ import annotations

from collections.abc import Sequence

import click

from digest.cli import desk
from digest.cli.records import described
from digest.cli.words import note, say, say_json
from digest.csl import as_json
from digest.model import Article
from digest.settings import nearest, read_yaml
from digest.statements import FIELDS, as_text, confirm, set_theme, state

_HEAD = """\
# {key}: what you change here is kept, whatever the page says.
# Names: Given Family, or Family, Given; several divided by semicolons; {{a body}} in braces.
# Dates: 2022-09-14, 2022-09, 2022, 2022-09-12/2022-09-18, 2022-09~ (about). Nothing after the colon: unknown.
"""


@click.command()
@click.argument("key")
@click.argument("changes", metavar="[FIELD=VALUE]...", nargs=-1)
@click.option("--confirm", "confirmed", metavar="FIELD", multiple=True, help="Confirm a field as it was inferred.")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
def edit(*, key: str, changes: tuple[str, ...], confirmed: tuple[str, ...], as_objects: bool) -> None:
    """Set or confirm fields of a record; without any, the whole record in $EDITOR.

    \b
    digest edit KEY author="Ng, Amy; Carl Berg" issued=2022-09-14
    digest edit KEY title=                     (empty: unknown)
    digest edit KEY keyword=+ukraine-war keyword=-xinjiang
    digest edit KEY --confirm author
    """
    library = desk.library()
    article = library.wanted(key)
    pairs = [_pair(change) for change in changes] if changes or confirmed else _edited(article)
    changed = _changed(article, pairs, confirmed)
    if changed == article:
        note("nothing changed")
        return
    stored = library.update(changed)
    if as_objects:
        say_json(as_json(stored))
        return
    say(key)
    for name, value in described(stored):
        say(f"  {name:16}{value}")


def _pair(change: str) -> tuple[str, str]:
    name, sign, value = change.partition("=")
    if not sign:
        raise click.UsageError(f'"{change}" is no field=value')
    return name.strip(), value


def _changed(article: Article, pairs: Sequence[tuple[str, str]], confirmed: Sequence[str]) -> Article:
    for name, value in pairs:
        article = _tried(article, name, value)
    for name in confirmed:
        _known(name)
        try:
            article = confirm(article, name)
        except ValueError as error:
            raise click.UsageError(str(error)) from error
    return article


def _tried(article: Article, name: str, value: str) -> Article:
    try:
        if name == "keyword":
            theme = value.strip().lstrip("+-")
            themes = desk.config().themes
            if themes and theme not in themes:
                raise click.UsageError(f'unknown theme "{theme}"; {nearest(theme, themes)}')
            return set_theme(article, value)
        _known(name)
        return state(article, name, value)
    except ValueError as error:
        raise click.UsageError(f"{name}: {error}") from error


def _known(name: str) -> None:
    if name in ("id", "key", "citation-key"):
        raise click.UsageError("`digest rekey KEY NEWKEY` gives a record another key, and keeps the old one")
    if name not in FIELDS:
        raise click.UsageError(f'unknown field "{name}"; {nearest(name, (*FIELDS, "keyword"))}')


def _edited(article: Article) -> list[tuple[str, str]]:
    """What a person changed in the editor."""
    import yaml

    values = {name: as_text(article, name) for name in FIELDS}
    written = yaml.safe_dump(
        {name: value or None for name, value in values.items()}, sort_keys=False, allow_unicode=True, width=1_000
    ).replace(": null\n", ":\n")
    text = click.edit(_HEAD.format(key=article.id) + written, extension=".yaml")
    if text is None:  # closed without saving
        return []
    pairs = []
    for key, value in read_yaml(text, f"{article.id}.yaml").pairs:
        if key.text not in FIELDS:
            raise key.wrong(f'unknown field "{key.text}"', nearest(key.text, FIELDS))
        if value.text != values[key.text]:
            pairs.append((key.text, value.text))
    return pairs
