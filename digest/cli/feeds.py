"""`feeds`: the list of feeds in config.yaml."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from digest.cli import desk
from digest.cli.reading import json_option
from digest.cli.words import counted, note, say, say_json, table
from digest.errors import ConfigError, FetchError
from digest.library.feeds import FeedState
from digest.plans import Feed


@click.group()
def feeds() -> None:
    """Add, list, remove, import and export the feeds of config.yaml."""


@feeds.command("list", short_help="List the feeds, and what each said last.")
@json_option
def list_(*, as_objects: bool) -> None:
    """List the feeds, and what each said when it was last asked."""
    known = desk.config().feeds
    memory = desk.library().feeds()
    rows = [(feed, memory.state(feed.url)) for feed in known]
    if as_objects:
        for feed, state in rows:
            say_json(_as_object(feed, state))
        return
    if not rows:
        say("no feeds; `digest feeds add URL` adds one")
    table(("name", "address", "last asked", "entries", "error"), [_row(feed, state) for feed, state in rows])


@feeds.command(short_help="Add feeds, by their address or a page's.")
@click.argument("urls", metavar="URL...", nargs=-1, required=True)
@click.option("--name", help="What it is called here; else what it calls itself.")
@click.option("--outlet", help="The outlet of its articles where their pages name none.")
@click.option("--theme", "themes", metavar="THEME", multiple=True, help="Keep only articles that speak of it.")
@click.option("--no-follow", "alone", is_flag=True, help="Take what the feed gives, not the pages it links to.")
@click.option("--every", metavar="TIME", help="Ask at most so often: 30m, 6h, 1d.")
def add(*, urls: tuple[str, ...], alone: bool, themes: tuple[str, ...], **said: str | None) -> None:
    """Add feeds to config.yaml; the address of a page finds the feed that it names.

    Each is asked once, to see that it is a feed and what it is called.
    """
    if said["name"] and len(urls) > 1:
        raise click.UsageError("--name is of one feed")
    found = []
    for url in urls:
        address, title = _found(url)
        name, outlet, every = said["name"] or title or None, said["outlet"], said["every"]
        try:
            found.append(Feed(url=address, name=name, outlet=outlet, themes=themes, follow=not alone, every=every))
        except ValueError as error:
            raise click.UsageError(str(error)) from error
    _append(found)


@feeds.command(short_help="Take feeds out; their articles stay.")
@click.argument("names", metavar="NAME...", nargs=-1, required=True)
def remove(*, names: tuple[str, ...]) -> None:
    """Take feeds, by name or address, out of config.yaml; their articles stay."""
    from digest.feedlists import without_feed
    from digest.settings import nearest

    path, text = desk.config_file()
    gone = []
    for name in names:
        feed = next((feed for feed in desk.config().feeds if name in (feed.label, feed.url)), None)
        if feed is None:
            hint = nearest(name, [feed.label for feed in desk.config().feeds])
            raise ConfigError(f'no feed is called "{name}"', where=str(path), hint=hint)
        text = without_feed(text, feed.url)
        gone.append(feed)
    desk.write_config(path, text)
    desk.new_library().feeds().forget(feed.url for feed in gone)
    for feed in gone:
        say(f"removed {feed.label}")


@feeds.command("import", short_help="Add the feeds of an OPML list.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def import_(*, file: Path) -> None:
    """Add the feeds of an OPML list, as other feed readers export it, to config.yaml."""
    from digest.fetch import fetch
    from digest.interchange.opml import read_opml

    _append(read_opml(fetch(file)))


@feeds.command(short_help="Write the feeds as OPML.")
@click.argument("file", type=click.Path(path_type=Path), required=False)
def export(*, file: Path | None) -> None:
    """Write the feeds as OPML, which other feed readers import, to FILE or to standard output."""
    from digest.export.files import write_all
    from digest.interchange.opml import write_opml

    text = write_opml(desk.config().feeds)
    if file is None:
        click.echo(text, nl=False)
        return
    write_all({file: text.encode()})
    say(f"{counted(len(desk.config().feeds), 'feed')} written to {file}")


def _found(url: str) -> tuple[str, str]:
    """The address of the feed at `url`, or of the first that the page there names; and its title."""
    from digest.collecting import named_feeds
    from digest.fetch.web import Web

    choices = named_feeds(url, Web(desk.policy()))
    if not choices:
        raise FetchError("the page names no feed", where=url, hint="look for one in the page's footer")
    for address, title in choices[1:]:
        note(f"also: {address}  {title}")
    return choices[0]


def _append(found: Sequence[Feed]) -> None:
    from digest.feedlists import with_feeds

    path, text = desk.config_file()
    known = {feed.url for feed in desk.config().feeds}
    new = [feed for feed in dict.fromkeys(found) if feed.url not in known]
    if new:
        desk.write_config(path, with_feeds(text, new))
    for feed in new[:20]:
        say(f"added {feed.label}  {feed.url}")
    say(f"{len(new)} new, {len(found) - len(new)} known")


def _row(feed: Feed, state: FeedState | None) -> tuple[str, ...]:
    if state is None:
        return feed.label, feed.url, "never", "", ""
    asked = state.fetched[:16].replace("T", " ")
    return feed.label, feed.url, asked, str(state.entries), state.error or ""


def _as_object(feed: Feed, state: FeedState | None) -> dict[str, object]:
    return {
        "name": feed.label,
        "url": feed.url,
        "outlet": feed.outlet,
        "themes": feed.themes,
        "follow": feed.follow,
        "every": feed.every,
        "fetched": state.fetched if state else None,
        "entries": state.entries if state else None,
        "error": state.error if state else None,
    }
