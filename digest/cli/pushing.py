"""`push`: records to Zotero on this machine."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import click

from digest.cli import desk
from digest.cli.reading import json_option
from digest.cli.words import note, say, say_json, short, table
from digest.errors import FetchError

if TYPE_CHECKING:
    from digest.fetch.zotero import Access, Outcome, Running, Zotero
    from digest.library.pushed import Pushed, Sent
    from digest.model import Article

_CHANGED_THERE = 412
_GONE = 404


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A record that is pushed, how it stands there, and what became of it."""

    article: Article
    item: dict[str, Any]
    mark: str
    outcome: str  # new, changed, known; then sent, updated, left, refused
    sent: Sent | None = None
    why: str = ""


@click.group()
def push() -> None:
    """Send records to another program on this machine: `digest push zotero`."""


def reaching(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options that say where Zotero listens."""
    options = (
        click.option("--host", type=click.Choice(("127.0.0.1", "localhost", "::1")), default="127.0.0.1", hidden=True),
        click.option("--port", type=click.IntRange(1, 65_535), default=23119, show_default=True, help="Zotero's port."),
        click.option("--group", type=click.IntRange(1), metavar="NUMBER", help="A group's library, not your own."),
        click.option("--dry-run", "dry", is_flag=True, help="Say what would be done; change nothing."),
        json_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


def zotero_at(host: str, port: int, group: int | None) -> Zotero:
    """Where Zotero listens, and which of its libraries is meant."""
    from digest.fetch.zotero import Zotero

    return Zotero(host=host, port=port, library=f"groups/{group}" if group else "users/0")


@push.command("zotero")
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option("--theme", metavar="NAME", help="The articles with this theme.")
@reaching
@click.pass_context
def push_zotero(ctx: click.Context, /, *, keys: tuple[str, ...], theme: str | None, **how: Any) -> None:
    """Send records to Zotero, which must be running: those named, of a theme, or all.

    Each is sent once; one that changed since is brought up to date where this Zotero can do so. Zotero asks you to
    allow it. A record that was changed in Zotero, too, is left as it is there.
    """
    zotero = zotero_at(how["host"], how["port"], how["group"])
    pushed = desk.library().pushed(place_of(zotero))
    rows = _planned(_wanted(keys, theme), pushed)
    if not how["dry"] and any(row.outcome != "known" for row in rows):
        rows = _sent_all(zotero, rows, pushed)
    _tell(rows, as_objects=how["as_objects"], dry=how["dry"])
    ctx.exit(FetchError.exit_code if any(row.outcome == "refused" for row in rows) else 0)


def _wanted(keys: Sequence[str], theme: str | None) -> list[Article]:
    from digest.cli.records import known_theme

    library = desk.library()
    if keys:
        return list({article.id: article for article in map(library.wanted, keys)}.values())
    known_theme(theme)
    return [article for article in library.articles() if theme is None or theme in article.themes]


def _planned(articles: Sequence[Article], pushed: Pushed) -> list[Row]:
    from digest.interchange.zoteroitems import to_item

    known, library = pushed.known(), desk.library()
    current = {(found.id if (found := library.get(key)) else key): sent for key, sent in known.items()}
    rows = []
    for article in articles:
        item = to_item(article)
        mark, sent = mark_of(item), current.get(article.id)
        outcome = "new" if sent is None else "known" if sent.mark == mark else "changed"
        rows.append(Row(article=article, item=item, mark=mark, outcome=outcome, sent=sent))
    return rows


def place_of(zotero: Zotero) -> str:
    """What the state of that library of Zotero is kept under."""
    return "zotero" if zotero.library == "users/0" else f"zotero {zotero.library}"


def mark_of(item: object) -> str:
    """A mark by which an item is known to be as it was."""
    return blake2b(json.dumps(item, sort_keys=True).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _sent_all(zotero: Zotero, rows: Sequence[Row], pushed: Pushed) -> list[Row]:
    """The rows with what became of them; each batch is remembered as soon as it is there."""
    from digest.fetch.zotero import MOST, authorized, running

    found = running(zotero)
    access = authorized(zotero, found)
    send = _by_api(zotero, access) if access else _by_connector(zotero, found)
    done = [row for row in rows if row.outcome == "known"]
    todo = [row for row in rows if row.outcome != "known"]
    for start in range(0, len(todo), MOST):
        batch = send(todo[start : start + MOST])
        pushed.keep({row.article.id: row.sent for row in batch if row.outcome in ("sent", "updated") and row.sent})
        done += batch
    order = {row.article.id: number for number, row in enumerate(rows)}
    return sorted(done, key=lambda row: order[row.article.id])


def _by_api(zotero: Zotero, access: Access) -> Callable[[Sequence[Row]], list[Row]]:
    from digest.fetch.zotero import write

    def send(rows: Sequence[Row]) -> list[Row]:
        items = [{name: value for name, value in row.item.items() if name != "notes"} | _state(row) for row in rows]
        done = [_after(row, one) for row, one in zip(rows, write(zotero, access, items), strict=True)]
        notes = [
            {"itemType": "note", "parentItem": row.sent.item, "note": one["note"], "tags": []}
            for row in done
            if row.outcome == "sent" and row.sent
            for one in row.item.get("notes", [])
        ]
        if notes:
            write(zotero, access, notes)
        return done

    return send


def _state(row: Row) -> dict[str, object]:
    """What tells Zotero which of its items is meant, and in which state we know it."""
    return {"key": row.sent.item, "version": row.sent.version} if row.sent and row.sent.item else {}


def _after(row: Row, done: Outcome) -> Row:
    from digest.library.pushed import Sent

    if done.code == _CHANGED_THERE:
        return replace(row, outcome="left", why="it was changed in Zotero, too: `digest pull zotero` takes that in")
    if done.code == _GONE:
        return replace(row, outcome="left", why="it is no longer in Zotero")
    if done.code or not done.item:
        return replace(row, outcome="refused", why=done.why)
    sent = Sent(item=done.item, version=done.version, mark=row.mark)
    return replace(row, outcome="updated" if row.sent else "sent", sent=sent)


def _by_connector(zotero: Zotero, found: Running) -> Callable[[Sequence[Row]], list[Row]]:
    """As a browser saves: new items only, into what is selected in Zotero's window."""
    from digest.fetch.zotero import save, selected
    from digest.interchange.zoteroitems import with_key_in_extra
    from digest.library.pushed import Sent

    if zotero.library != "users/0":
        hint = "update Zotero, or select the group in its window and push without --group"
        raise FetchError(f"Zotero {found.version} lets nobody write into a group", where=zotero.url, hint=hint)
    where = selected(zotero)
    note(f"Zotero {found.version} takes new items only, as from a browser: into {where or 'what is selected there'}")

    def send(rows: Sequence[Row]) -> list[Row]:
        new = [row for row in rows if row.sent is None]
        items = [with_key_in_extra(row.item) | {"id": row.article.id, "attachments": []} for row in new]
        if new:
            save(zotero, mark_of([row.mark for row in new]), items)
        why = f"Zotero {found.version} lets nobody change an item from outside: change it there"
        return [
            replace(row, outcome="left", why=why)
            if row.sent
            else replace(row, outcome="sent", sent=Sent(mark=row.mark))
            for row in rows
        ]

    return send


def _tell(rows: Sequence[Row], *, as_objects: bool, dry: bool) -> None:
    if as_objects:
        for row in rows:
            told = {"key": row.article.id, "outcome": row.outcome, "item": row.sent.item if row.sent else ""}
            say_json(told | ({"why": row.why} if row.why else {}))
        return
    table(
        ("key", "outcome", "title"),
        [(row.article.id, row.outcome, short(row.item.get("title", ""))) for row in rows if row.outcome != "known"],
    )
    for row in rows:
        if row.why:
            say(f"{row.outcome}: {row.article.id}: {row.why}")
    counts = Counter(row.outcome for row in rows)
    say(", ".join(f"{number} {outcome}" for outcome, number in counts.items()) or "the library is empty")
    if dry:
        say("nothing was sent")
