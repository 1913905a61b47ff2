"""`pull`: records from Zotero on this machine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from digest.cli import desk
from digest.cli.pushing import mark_of, place_of, reaching, zotero_at
from digest.cli.words import counted, say, say_json, short, table
from digest.errors import DigestError

if TYPE_CHECKING:
    from digest.fetch.zotero import Zotero
    from digest.interchange import Record
    from digest.library.pushed import Pushed, Sent


@click.group()
def pull() -> None:
    """Take records from another program on this machine: `digest pull zotero`."""


@pull.command("zotero")
@click.option("--collection", metavar="NAME", help="Only this collection of Zotero, by its name or key.")
@click.option("--collections", "listing", is_flag=True, help="List the collections.")
@click.option("--all", "anew", is_flag=True, help="All items, not only those changed since the last time.")
@reaching
@click.pass_context
def pull_zotero(ctx: click.Context, /, *, collection: str | None, listing: bool, anew: bool, **how: Any) -> None:
    """Take the items of Zotero, which must be running, into the library, each as one record.

    What an item calls its citation key is kept as a key of the record. What you corrected here stays.
    """
    from digest.fetch.zotero import running

    zotero = zotero_at(how["host"], how["port"], how["group"])
    running(zotero)
    if listing:
        _list_collections(zotero, as_objects=how["as_objects"])
        return
    pushed = (desk.library() if how["dry"] else desk.new_library()).pushed(place_of(zotero))
    key = _collection(zotero, collection) if collection else ""
    coming = _coming(zotero, pushed, collection=key, anew=anew)
    if how["dry"]:
        _tell_coming([record for record, _ in coming], as_objects=how["as_objects"])
        return
    ctx.exit(_take_in(coming, pushed, whole=not key, as_objects=how["as_objects"]))


def _list_collections(zotero: Zotero, *, as_objects: bool) -> None:
    from digest.fetch.zotero import collections

    found = collections(zotero)
    if as_objects:
        for key, name in found.items():
            say_json({"key": key, "name": name})
    else:
        table(("key", "collection"), list(found.items()))


def _collection(zotero: Zotero, wanted: str) -> str:
    """The key of a collection by its name, or by its key."""
    from digest.fetch.zotero import collections
    from digest.settings import nearest

    found = collections(zotero)
    keys = [key for key, name in found.items() if wanted in (key, name)]
    if len(keys) == 1:
        return keys[0]
    if keys:
        raise click.UsageError(f'{len(keys)} collections are called "{wanted}": name one by its key, {", ".join(keys)}')
    raise click.UsageError(f'no collection "{wanted}"; {nearest(wanted, tuple(found.values()))}')


def _coming(
    zotero: Zotero, pushed: Pushed, *, collection: str, anew: bool
) -> Iterator[tuple[Record, tuple[Sent, int]]]:
    """The records of items that are not as we know them, each with its state, and that of the whole library."""
    from digest.fetch.zotero import items
    from digest.interchange.zoteroitems import record_of
    from digest.library.pushed import Sent

    ours = set() if anew else {(sent.item, sent.version) for sent in pushed.known().values()}
    for item, version in items(zotero, collection=collection, since=0 if anew or collection else pushed.since("since")):
        data, key, state = item.get("data"), item.get("key"), item.get("version")
        if not isinstance(data, dict) or not isinstance(key, str) or not key.isalnum():
            continue
        sent = Sent(item=key[:40], version=state if isinstance(state, int) else 0)
        record = record_of(data, f"zotero:{zotero.library}/{sent.item}")
        if record and (sent.item, sent.version) not in ours:
            yield record, (sent, version)


def _tell_coming(records: Sequence[Record], *, as_objects: bool) -> None:
    from digest.csl import as_json

    if as_objects:
        for record in records:
            say_json(as_json(record.article))
        return
    table(
        ("key", "title", "source"),
        [(record.article.id, short(record.article.title or ""), record.source.name) for record in records],
    )
    say(f"{counted(len(records), 'item')} would come; nothing was taken")


def _take_in(
    coming: Iterator[tuple[Record, tuple[Sent, int]]], pushed: Pushed, *, whole: bool, as_objects: bool
) -> int:
    """Store what comes, as `digest add` does; the exit code."""
    from digest.cli.adding import Tally, add_one, say_objects, say_tally
    from digest.cli.reading import exit_code
    from digest.intake import Taken, recorded
    from digest.interchange.zoteroitems import to_item

    tally, highest = Tally(), 0
    kept: dict[str, Sent] = {}
    try:
        for record, (sent, version) in coming:
            before = len(tally.added)
            try:
                add_one(Taken(name=record.source.name, pages=(recorded(record),)), tally)
            except DigestError as error:
                tally.refused.append((record.source.name, error))
            for added in tally.added[before:]:
                kept[added.article.id] = replace(sent, mark=mark_of(to_item(added.article)))
            highest = max(highest, version)
    finally:
        pushed.keep(kept)
        (say_objects if as_objects else say_tally)(tally)
    if whole and highest and not tally.refused:
        pushed.taken("since", highest)
    return exit_code(error for _, error in tally.refused)
