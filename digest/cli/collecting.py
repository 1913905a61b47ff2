"""`fetch` and `watch`: what is new in feeds, folders of mail and a folder on the disk becomes records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from digest.cli import desk
from digest.cli.adding import Tally, add_all, add_one, reason, say_objects
from digest.cli.feeding import collected, take
from digest.cli.reading import exit_code, json_option
from digest.cli.records import headline
from digest.cli.words import note, say
from digest.collecting import collect_mail
from digest.errors import ConfigError
from digest.fetch import Refused, Skipped, gather
from digest.fetch.accounts import MailAccount
from digest.intake import Taken
from digest.plans import Feed
from digest.settings import nearest


@click.command()
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--again", is_flag=True, help="Ask also feeds that were asked a short while ago (`every:`).")
@json_option
@click.pass_context
def fetch(ctx: click.Context, *, names: tuple[str, ...], again: bool, as_objects: bool) -> None:
    """Collect what is new in the feeds and folders of mail of config.yaml; of all, or of those named.

    A feed is asked only for what has changed, and no entry is fetched twice. A page that is refused is tried again in
    the next runs, three times in all.
    """
    feeds, accounts = _wanted(names)
    if not feeds and not accounts:
        raise ConfigError("no feeds and no mail to collect", hint="`digest feeds add URL` adds a feed")
    ctx.exit(add_all(_all(feeds, accounts, again=again), as_objects=as_objects))


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--once", is_flag=True, help="Take what stands there, and end.")
@click.option("--every", "seconds", metavar="SECONDS", default=2.0, show_default=True, help="Time between two looks.")
@json_option
@click.pass_context
def watch(ctx: click.Context, *, folder: Path, once: bool, seconds: float, as_objects: bool) -> None:
    """Take in what stands in FOLDER and what appears there, a line a file, until Ctrl-C (exit code 130).

    A file is taken when it has come to rest; unfinished downloads are left alone, a file that changes is taken again.
    """
    from digest.fetch.watching import arrivals

    if not 0.01 <= seconds <= 3_600:
        raise click.UsageError("--every is a time between 0.01 and 3600 seconds")
    whole = Tally()
    for names in arrivals(folder, seconds, once=once):
        for found in take()(gather(names, desk.policy())) if names else ():
            tally = Tally()
            add_one(found, tally)
            say_objects(tally) if as_objects else _say_lines(found.name, tally)
            whole.refused += tally.refused
    ctx.exit(exit_code(error for _, error in whole.refused))


def _all(feeds: Sequence[Feed], accounts: Sequence[MailAccount], *, again: bool) -> Iterator[Taken | Skipped | Refused]:
    yield from collected(feeds, again=again)
    for account in accounts:
        yield from collect_mail(account, desk.new_library(), take())


def _wanted(names: Sequence[str]) -> tuple[list[Feed], list[MailAccount]]:
    """The feeds and folders so named; all where none is."""
    feeds, accounts = list(desk.config().feeds), list(desk.config().mail)
    known = {name for feed in feeds for name in (feed.label, feed.url)} | {account.name for account in accounts}
    for name in names:
        if name not in known:
            hint = nearest(name, sorted(known)) or "`digest feeds list` shows them"
            raise ConfigError(f'no feed or mail is called "{name}"', hint=hint)
    if not names:
        return feeds, accounts
    chosen = [feed for feed in feeds if feed.label in names or feed.url in names]
    return chosen, [account for account in accounts if account.name in names]


def _say_lines(name: str, tally: Tally) -> None:
    """A line for each article, under the name it came by now; a record that is known has others."""
    for added in tally.added:
        say(f"{name}: {added.outcome} {added.key}: {headline(added.article, 60)}")
    for empty, why in tally.empty:
        say(f"{empty}: no article: {why}")
    for skipped in tally.skipped:
        say(f"{skipped.name}: skipped: {skipped.reason}")
    for refused, error in tally.refused:
        note(f"{refused}: refused: {reason(refused, error)}")
