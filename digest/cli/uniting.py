"""`merge`, `split`: a person's word on what is one article."""

from __future__ import annotations

import click

from digest.cli import desk
from digest.cli.citing import line, shaken
from digest.cli.records import headline
from digest.cli.words import say, say_json
from digest.csl import as_json
from digest.model import Article


@click.command()
@click.argument("key")
@click.argument("others", metavar="KEY...", nargs=-1, required=True)
@click.option("--json", "as_objects", is_flag=True, help="One JSON object.")
def merge(*, key: str, others: tuple[str, ...], as_objects: bool) -> None:
    """Make one record of several: the first KEY keeps its text, the others become its sources.

    Their keys still stand in drafts, each with the text it was cited from. `digest undo` takes it back.
    """
    library = desk.library()
    merged = library.merge(key, *others)
    if as_objects:
        say_json(as_json(merged) | {"aliases": library.aliases(merged.id)})
        return
    say(f"{merged.id}: {headline(merged)}")
    for source in library.sources(merged.id):
        say(f"  {'source':16}{source.name}")
    say(f"  {'also cited as':16}{', '.join(library.aliases(merged.id))}")


@click.command()
@click.argument("key")
@click.argument("source", required=False)
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
def split(*, key: str, source: str | None, as_objects: bool) -> None:
    """Take a source out of a record, as a record of its own that is never joined to it again.

    SOURCE is a file or address that `digest show KEY` names; the last one where it is left out. Where it is the key of
    another record, the two are told apart. `digest undo` takes it back.
    """
    library = desk.library()
    before = library.wanted(key)
    both = library.split(key, source)
    for article in both:
        if as_objects:
            say_json(as_json(article))
        else:
            say(f"{article.id}: {headline(article)}, {article.source}")
    if not as_objects:
        _say_shaken(before, both[0])


def _say_shaken(before: Article, after: Article) -> None:
    if [block.text for block in before.paragraphs] != [block.text for block in after.paragraphs]:
        for path, finding in shaken([before]):
            say(line(path, finding))
