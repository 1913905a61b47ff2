"""`themes`: what they give, what a change of their rules would do, and which decisions would teach most."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli import desk
from digest.cli.reading import json_option
from digest.cli.records import headline
from digest.cli.sights import as_object, say_differences, say_seen, why
from digest.cli.words import counted, note, on_terminal, say, say_json, table
from digest.settings import nearest

if TYPE_CHECKING:
    from digest.themes import Theme
    from digest.themes.learning import Study
    from digest.themes.testing import Sight

_SHOWN = 20


@click.group(invoke_without_command=True)
@json_option
@click.pass_context
def themes(ctx: click.Context, *, as_objects: bool) -> None:
    """List the themes; test one, review what is least sure, forget what was decided."""
    if not ctx.invoked_subcommand:
        _list(as_objects=as_objects)


@themes.command("list", short_help="List the themes (also without the word `list`).")
@json_option
def list_(*, as_objects: bool) -> None:
    """List the themes: how many articles have each, what was decided, and what judges by it."""
    _list(as_objects=as_objects)


def _list(*, as_objects: bool) -> None:
    library = desk.library()
    counts = Counter(theme for article in library.articles() for theme in article.themes)
    decisions = library.decisions()
    studies = {name: decisions.study(name) for name in desk.config().themes}
    if as_objects:
        for name, found in studies.items():
            say_json({"theme": name, "articles": counts[name]} | _figures(found))
        return
    if not studies:
        note("no themes: config.yaml names none")
    rows = [
        (name, str(counts[name]), str(found.accepts), str(found.rejects), _judged_by(found))
        for name, found in studies.items()
    ]
    table(("theme", "articles", "accepted", "rejected", "judged by"), rows)


def _figures(found: Study) -> dict[str, object]:
    return {
        "accepted": found.accepts,
        "rejected": found.rejects,
        "learned": found.learner is not None,
        "f1_by_rules": found.by_rules,
        "f1_as_learned": found.as_learned,
    }


def _judged_by(found: Study) -> str:
    from digest.themes.learning import LEAST

    if found.as_learned is not None and found.by_rules is not None:
        learned, ruled = (f"{figure:.2f}".removeprefix("0") for figure in (found.as_learned, found.by_rules))
        if found.learner:
            said = f"{counted(found.accepts, 'accept')}, {counted(found.rejects, 'reject')}"
            return f"learned from {said}: F1 {learned} against {ruled} by the rules"
        return f"rules: F1 {ruled} against {learned} as learned"
    lacking = [(LEAST - found.accepts, "accept"), (LEAST - found.rejects, "reject")]
    if not found.accepts + found.rejects:
        return "rules"
    return "rules; to learn, " + " and ".join(counted(n, f"more {noun}") for n, noun in lacking if n > 0)


@themes.command(short_help="Show what a theme matches and why; try a change.")
@click.argument("name", metavar="THEME")
@click.option("--rule", "rules", metavar="'PHRASE: WEIGHT'", multiple=True, help="Add a phrase, or weigh it anew.")
@click.option("--drop", "dropped", metavar="PHRASE", multiple=True, help="Leave a phrase out.")
@click.option("--threshold", type=float, metavar="POINTS", help="Want so many points.")
@click.option("--file", type=click.Path(path_type=Path), metavar="FILE", help="The whole theme as this YAML has it.")
@click.option("--save", is_flag=True, help="Write the change into config.yaml.")
@click.option("--most", type=int, default=_SHOWN, show_default=True, help="Articles to show of each kind.")
@json_option
def test(*, name: str, save: bool, most: int, as_objects: bool, file: Path | None, **change: object) -> None:
    """Show which articles a theme matches and nearly matches, with the words that decide.

    With a change, show what it would add and drop, before anything is saved:

    \b
    digest themes test water --rule 'Syr Darya: 3' --drop canal --threshold 4
    """
    from digest.themes import testing

    old = _wanted(name)
    library = desk.library()
    decided = library.decisions().of(name)
    new = _from_file(file, old) if file else _changed(old, **change)
    if new == old:
        if save:
            raise click.UsageError("name a change to save: --rule, --drop, --threshold or --file")
        found = testing.seen(old, library.articles(), decided)
    else:
        found = testing.differences(old, new, library.articles(), decided)
    if as_objects:
        for sight in found:
            say_json(as_object(sight))
    else:
        say_seen(old, found, most) if new == old else say_differences(new, found, most)
    if new != old:
        _save(old, new, file, save=save)


def _wanted(name: str) -> Theme:
    """The theme of that name, as articles are judged by it."""
    found = desk.library().decisions().themes()
    if name not in found:
        hint = nearest(name, found) if found else "config.yaml has none"
        raise click.UsageError(f'unknown theme "{name}"; {hint}')
    return found[name]


def _changed(old: Theme, **change: object) -> Theme:
    from digest.themes.testing import changed

    rules: dict[str, float] = {}
    for rule in change["rules"]:  # type: ignore[attr-defined]
        phrase, sign, weight = rule.rpartition(":")
        try:
            rules[phrase.strip().strip("\"'")] = float(weight)
        except ValueError as error:
            raise click.UsageError(f'"{rule}" is no rule such as "Syr Darya: 3"') from error
        if not sign or not phrase.strip():
            raise click.UsageError(f'"{rule}" is no rule such as "Syr Darya: 3"')
    try:
        return changed(old, rules, change["dropped"], change["threshold"])  # type: ignore[arg-type]
    except ValueError as error:
        raise click.UsageError(str(error)) from error


def _from_file(file: Path, old: Theme) -> Theme:
    from digest.fetch import fetch
    from digest.settings import build, read_yaml
    from digest.themes import Theme as Kind
    from digest.themes import taught

    tree = read_yaml(fetch(file).data.decode("utf-8-sig", "replace"), str(file))
    return taught(build(Kind, tree, {"name": old.name}), old.learner)


def _save(old: Theme, new: Theme, file: Path | None, *, save: bool) -> None:
    from digest.config import parse_config
    from digest.errors import ConfigError
    from digest.fetch import fetch
    from digest.themes.writing import replaced, rewritten

    if not save:
        note("nothing is saved; --save writes the change into the configuration")
        return
    path, text = desk.config_file()
    body = fetch(file).data.decode("utf-8-sig") if file else ""
    written = replaced(text, old.name, body) if file else rewritten(text, old, new)
    if parse_config(written, str(path), path.parent).themes.get(old.name) != new:
        hint = "change it in an editor; nothing was written"
        raise ConfigError(f"{old.name} is written in a way that cannot be changed here", where=str(path), hint=hint)
    desk.write_config(path, written)
    note(f"saved in {path}; the next command tags every article anew")


@themes.command(short_help="Ask about the articles that are least sure.")
@click.argument("name", metavar="THEME")
@click.option("--most", "--number", type=int, default=_SHOWN, show_default=True, help="Articles to ask about.")
@json_option
def review(*, name: str, most: int, as_objects: bool) -> None:
    """Ask about the undecided articles that are nearest to the border of a theme; in a pipe, list them."""
    from digest.themes.testing import least_sure

    theme = _wanted(name)
    library = desk.library()
    found = least_sure(theme, library.articles(), library.decisions().of(name))[:most]
    if as_objects:
        for sight in found:
            say_json(as_object(sight))
    elif on_terminal() and sys.stdin.isatty():
        _ask(name, found)
    else:
        rows = [
            (
                sight.article.id,
                f"{sight.verdict.best.score:g}",
                sight.state,
                headline(sight.article, 50),
                why(sight.verdict),
            )
            for sight in found
        ]
        table(("key", "points", "", "title", "words"), rows)
    if not found:
        note("no undecided article has a word of it")


_ANSWERS = {"y": "accept", "n": "reject", "s": "", "q": None}


def _ask(name: str, found: Sequence[Sight]) -> None:
    decisions = desk.library().decisions()
    asked = 0
    for sight, answer in _answers(name, found):
        if answer:
            decisions.decide(answer, [sight.article.id], [name])
            asked += 1
    say(f"{counted(asked, 'decision')}; `digest themes` tells what is learned, `digest undo` takes the last back")


def _answers(name: str, found: Sequence[Sight]) -> Iterator[tuple[Sight, str]]:
    for sight in found:
        say()
        say(f"{sight.article.id}: {headline(sight.article)}")
        say(f"  {sight.verdict.reason}; {why(sight.verdict)}")
        answer = _ANSWERS[
            click.prompt(f"{name}? yes, no, skip, quit", type=click.Choice(list(_ANSWERS)), show_choices=True)
        ]
        if answer is None:
            return
        yield sight, answer


@themes.command(short_help="Take back all decisions on a theme.")
@click.argument("name", metavar="THEME")
def forget(*, name: str) -> None:
    """Take back all decisions on a theme, so that its rules alone judge again; `digest undo` brings them back."""
    _wanted(name)
    say(f"{name}: {counted(desk.library().decisions().forget(name), 'decision')} forgotten")
