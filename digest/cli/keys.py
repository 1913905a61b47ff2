"""`rekey`: another key for a record, the old one kept."""

from __future__ import annotations

import click

from digest.cli import desk
from digest.cli.words import say, say_json
from digest.csl import as_json


@click.command()
@click.argument("key")
@click.argument("new", metavar="[NEWKEY]", required=False)
@click.option("--json", "as_objects", is_flag=True, help="One JSON object.")
def rekey(*, key: str, new: str | None, as_objects: bool) -> None:
    """Give a record another key; the old one still stands for it in drafts and reports.

    Without NEWKEY it is made by `keys: pattern:` of config.yaml. Nothing else ever changes a key. `digest undo` takes
    it back.
    """
    library = desk.new_library()
    before = library.wanted(key).id
    article = library.key_book().rekey(key, new)
    aliases = library.aliases(article.id)
    if as_objects:
        say_json(as_json(article) | {"aliases": aliases})
    elif article.id == before:
        say(f"{before} keeps its key")
    else:
        say(f"{before} is {article.id}")
        say(f"  {'also cited as':16}{', '.join(aliases)}")
