"""`furniture`: the lines that the library has learned to leave out, and a person's word on them."""

from __future__ import annotations

import click

from digest.cli import desk
from digest.cli.words import note, say, say_json, table


@click.command()
@click.option("--outlet", metavar="NAME", help="Only lines of this outlet.")
@click.option("--strike", metavar="LINE", help="This line of --outlet is text: leave it in from now on.")
@click.option("--restore", metavar="LINE", help="This line of --outlet is furniture after all.")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
def furniture(*, outlet: str | None, strike: str | None, restore: str | None, as_objects: bool) -> None:
    """Show the lines that recur on pages of one outlet and are left out of its articles.

    A record that is in the library stays as it is until `digest reread`.
    """
    if strike or restore:
        _decide(outlet, strike, restore)
        return
    lines = [line for line in desk.library().learned_lines() if outlet in (None, line.outlet)]
    if as_objects:
        for line in lines:
            say_json({"outlet": line.outlet, "line": line.text, "articles": line.pages, "struck": line.struck})
        return
    rows = [(line.outlet, str(line.pages), "struck" if line.struck else "left out", line.text) for line in lines]
    table(("outlet", "articles", "", "line"), rows)
    if not lines:
        note("nothing learned yet: a line has to recur in three articles of an outlet, a sentence in five")


def _decide(outlet: str | None, strike: str | None, restore: str | None) -> None:
    if not outlet or (strike and restore):
        raise click.UsageError("name the --outlet, and one line to --strike or to --restore")
    desk.new_library().strike(outlet, strike or restore or "", struck=bool(strike))
    say(f"{outlet}: {'struck' if strike else 'restored'}: {strike or restore}")
    note("`digest reread` brings the records up to date")
