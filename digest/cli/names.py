"""`names`: persons, bodies and places under all their spellings, and what a person knows of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from digest.cli import desk
from digest.cli.asking import say_nothing
from digest.cli.reading import json_option
from digest.cli.words import note, say, say_json, short, table

if TYPE_CHECKING:
    from digest.authorities import Authorities, Authority, Link

_MOST_SPELLINGS = 200  # characters of a table's cell


def _spelling(value: str) -> str:
    """A name as one line, no space around it; a blank one is refused."""
    plain = " ".join(value.split())
    if not plain:
        raise click.BadParameter("a name has letters")
    return plain


class _Names(click.Group):
    """A group whose first word may also be a name to look up."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let `list` be meant where no command is named."""
        named = next((word for word in args if not word.startswith("-")), "")
        if named not in self.commands and "--help" not in args and "-h" not in args:
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Names, short_help="Show and correct who and what is named, under all spellings.")
def names() -> None:
    """Show persons, bodies and places under all their spellings; say what a person knows of them.

    \b
    digest names                      all of them, the most named first
    digest names Tokayev              those with that in a spelling; of one, why its spellings are one
    digest names --doubtful           the pairs that were nearly joined

    What `join`, `apart` and `house` say is written under `names:` in config.yaml, and wins over what is found.
    """


@names.command("list", short_help="List names with their spellings (also without the word `list`).")
@click.argument("words", nargs=-1)
@click.option("--doubtful", is_flag=True, help="Show the pairs of spellings that were nearly joined, and why not.")
@click.option("--kind", type=click.Choice(["person", "body", "place"]), help="Only names of this kind.")
@json_option
def list_(*, words: tuple[str, ...], doubtful: bool, kind: str | None, as_objects: bool) -> None:
    """List names with their spellings, kinds, and in how many articles they stand."""
    known = desk.authorities()
    if doubtful:
        _say_links([link for link in known.doubtful if _about(link, words)], as_objects=as_objects)
        return
    found = [who for who in _ranked(known, words) if kind in (None, who.kind)]
    if as_objects:
        for who in found:
            say_json(_as_object(known, who))
        return
    table(
        ("name", "kind", "articles", "other spellings"),
        [(who.name, who.kind, str(who.articles), _others(who)) for who in found],
    )
    if words and len(found) == 1:
        _say_why(known, found[0])
    if not found:
        say_nothing("no such name" if words else "no names")


@names.command(short_help="Say that spellings are of one name.")
@click.argument("name", type=_spelling)
@click.argument("spellings", metavar="SPELLING...", nargs=-1, required=True, type=_spelling)
def join(*, name: str, spellings: tuple[str, ...]) -> None:
    """Say in config.yaml that each SPELLING means NAME, which is how the house writes it."""
    from digest.authorities.listing import with_names

    path, text = desk.config_file()
    whole = name if " " in name else _whole(name)
    _tell_apart(whole, spellings)
    desk.write_config(path, with_names(text, whole, "also", spellings))
    say(f"{whole} is also {', '.join(spellings)}")


@names.command(short_help="Say that two names are never one.")
@click.argument("name", type=_spelling)
@click.argument("others", metavar="OTHER...", nargs=-1, required=True, type=_spelling)
def apart(*, name: str, others: tuple[str, ...]) -> None:
    """Say in config.yaml that NAME is never joined with OTHER."""
    from digest.authorities.listing import with_names

    path, text = desk.config_file()
    whole, apart = (name, others) if _is_one(name, others) else (_whole(name), tuple(map(_whole, others)))
    _tell_apart(whole, apart)
    desk.write_config(path, with_names(text, whole, "apart", apart))
    say(f"{whole} is not {', '.join(apart)}")


@names.command(short_help="Say how the house writes a name.")
@click.argument("name", type=_spelling)
@click.argument("spelling", type=_spelling)
def house(*, name: str, spelling: str) -> None:
    """Say in config.yaml that our own text writes NAME as SPELLING; quotations keep their source's letters.

    A family name alone stands for the whole: `digest names house Tokayev Toqaev`.
    """
    from digest.authorities.listing import with_house

    path, text = desk.config_file()
    whole, written = _in_full(name, spelling)
    desk.write_config(path, with_house(text, whole, written))
    say(f"{whole} is written {written}")
    if desk.authorities().of(whole) is None:
        note(f"no article names {whole}")


def _whole(name: str) -> str:
    """The full name of who or what is called so, or `name` where that is unknown or doubtful."""
    found = desk.authorities().of(name)
    return found.name if found else name


def _in_full(name: str, spelling: str) -> tuple[str, str]:
    """The full name of who is called by one word of it, that word alone changed into `spelling`; else both as given."""
    from difflib import SequenceMatcher

    whole = _whole(name)
    if " " in name or " " in spelling or " " not in whole:
        return name, spelling
    words = whole.split(" ")
    meant = max(words, key=lambda word: SequenceMatcher(None, word.casefold(), name.casefold()).ratio())
    return whole, " ".join(spelling if word == meant else word for word in words)


def _tell_apart(name: str, others: Sequence[str]) -> None:
    from digest.authorities.folding import folded

    if folded(name) in map(folded, others):
        raise click.UsageError(f'"{name}" is named twice; two spellings are wanted')


def _is_one(name: str, others: Sequence[str]) -> bool:
    """Whether the name is now joined with one of the others, so that the very spellings are to be told apart."""
    found = desk.authorities().of(name)
    return bool(found) and any(desk.authorities().of(other) == found for other in others)


def _ranked(known: Authorities, words: Sequence[str]) -> list[Authority]:
    """The names that the words are in, the most named first; one that bears just these words alone."""
    from digest.authorities.folding import folded

    wanted = folded(" ".join(words))
    exact = known.of(wanted) if wanted else None
    if exact:
        return [exact]
    found = [who for who in known.all if any(wanted in folded(text) for text in _every(who))]
    return sorted(found, key=lambda who: (-who.articles, folded(who.name)))


def _every(who: Authority) -> list[str]:
    return [*who.spellings, *(was.name for was in who.was)]


def _others(who: Authority) -> str:
    former = [f"{was.name} ({_days(was.from_)}–{_days(was.until)})" for was in who.was]
    once = {text.casefold() for text in (who.name, *(was.name for was in who.was))}  # of a dateline: ALMATY
    others = [text for text in who.spellings if text.casefold() not in once]
    return short(", ".join([*others, *former]) or "—", _MOST_SPELLINGS)


def _days(day: object) -> str:
    return str(day) if day else ""


def _about(link: Link, words: Sequence[str]) -> bool:
    from digest.authorities.folding import folded

    return all(folded(word) in folded(f"{link.one} {link.other}") for word in words)


def _say_links(links: Sequence[Link], *, as_objects: bool) -> None:
    if as_objects:
        for link in links:
            say_json({"one": link.one, "other": link.other, "why": link.why})
        return
    table(("one", "other", "nearly joined, because"), [(link.one, link.other, link.why) for link in links])
    if not links:
        note("no doubtful pairs")


def _why(known: Authorities, who: Authority) -> list[Link]:
    from digest.authorities.folding import folded

    spelled = {folded(text) for text in _every(who)}
    return [link for link in known.links if folded(link.one) in spelled and folded(link.other) in spelled]


def _say_why(known: Authorities, who: Authority) -> None:
    links = _why(known, who)
    if links:
        say()
        table(("spelling", "joined with", "because"), [(link.one, link.other, link.why) for link in links])


def _as_object(known: Authorities, who: Authority) -> dict[str, object]:
    return {
        "name": who.name,
        "kind": who.kind,
        "articles": who.articles,
        "spellings": who.spellings,
        "was": [
            {"name": was.name, "from": _days(was.from_) or None, "until": _days(was.until) or None} for was in who.was
        ],
        "joined": [{"one": link.one, "other": link.other, "why": link.why} for link in _why(known, who)],
    }
