"""`quotes`, `experts`: who said what, when, on what, and where it was printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Any

import click

from digest.cli import desk
from digest.cli.asking import Option, between, dated, say_nothing
from digest.cli.records import known_theme, period_of
from digest.cli.words import counted, note, say, say_json, short, table
from digest.model import Date
from digest.names import PARTICLES
from digest.quotebank import Printed, Utterance, bank
from digest.quotebank.standing import STANDINGS
from digest.quotebank.voices import Voice, balance, voices

_WIDTH = 100
_ROLES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """Which utterances are wanted."""

    speaker: str | None
    theme: str | None
    standing: str | None
    about: str | None
    outlet: str | None

    def fits(self, said: Utterance) -> bool:
        """Whether `said` is one of them."""
        tests = (
            self.speaker is None or any(self.speaker.casefold() in name.casefold() for name in _names(said)),
            self.theme is None or self.theme in said.themes,
            self.standing is None or (said.speaker is not None and said.standing == self.standing),
            self.about is None or self.about.casefold() in said.text.casefold(),
            self.outlet is None or any(self.outlet.casefold() in (p.outlet or "").casefold() for p in said.places),
        )
        return all(tests)


def _names(said: Utterance) -> tuple[str, ...]:
    """Everything that the speaker is called, here or elsewhere in the library."""
    if not said.speaker:
        return ()
    return (said.speaker, said.named or "", *desk.authorities().spellings(said.speaker))


def _options(*, with_speaker: bool) -> Option:
    rows: list[Option] = [
        click.option("--theme", metavar="NAME", help="Only what is said on this theme."),
        between("what is said in articles that may be"),
        click.option("--standing", type=click.Choice(STANDINGS), help="Only speakers of this standing, by their role."),
        click.option("--about", metavar="WORDS", help="Only quotations with these words."),
        click.option("--outlet", metavar="NAME", help="Only those printed by an outlet with this in its name."),
        click.option("--json", "as_objects", is_flag=True, help="One JSON object a line."),
    ]
    if with_speaker:
        rows.insert(0, click.option("--speaker", metavar="NAME", help="Only of speakers with this in their name."))

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for row in reversed(rows):
            command = row(command)
        return command

    return add


@click.command()
@_options(with_speaker=True)
@click.option("--all", "everything", is_flag=True, help="Terms, scare quotes and what has no known speaker too.")
@click.option("--markdown", is_flag=True, help="As quotations with citations, to paste into a draft.")
def quotes(*, as_objects: bool, everything: bool, markdown: bool, **wanted: Any) -> None:
    """List quotations with their speakers, by date; every word stands as the article has it.

    \b
    digest quotes --speaker Tokayev --from 2022-09
    digest quotes --theme xinjiang --standing expert --markdown
    """
    found = [said for said in _said(wanted) if everything or (said.speaker and said.kind != "term")]
    for said in found:
        if as_objects:
            say_json(_object(said))
        elif markdown:
            _say_markdown(said)
        else:
            _say_quote(said)
    if not found:
        _say_no_quotations(wanted["speaker"])
    elif not as_objects and not markdown:
        note(f"{counted(len(found), 'quotation')} of {counted(len(voices(found)), 'speaker')}")


@click.command()
@click.argument("name", required=False)
@_options(with_speaker=False)
@click.option("--all", "everything", is_flag=True, help="Also who is only described, such as an official.")
def experts(*, name: str | None, as_objects: bool, everything: bool, **wanted: Any) -> None:
    """List who is quoted, how often, when, on what and where, with the roles held at the time.

    With a NAME: every role that the articles gave, and every quotation.
    """
    said = [one for one in _said(wanted | {"speaker": name}) if one.kind != "term"]
    heard = voices(said)
    found = [voice for voice in heard if everything or name or _is_named(voice.name)]
    if as_objects:
        for voice in found:
            say_json(_voice_object(voice))
    elif name:
        for voice in found:
            _say_voice(voice)
    else:
        table(("speaker", "quoted", "standing", "role", "dates", "outlets", "on"), [_row(voice) for voice in found])
        if found:
            note(", ".join(f"{count} {standing}" for standing, count in balance(found).items()))
        if len(found) < len(heard):
            note(f"{len(heard) - len(found)} who are only described left out; --all shows them")
    if not heard:
        _say_no_quotations(name)


def _said(wanted: dict[str, Any]) -> list[Utterance]:
    """The bank of the library's articles in the period asked for, and of it what is wanted."""
    known_theme(wanted["theme"])
    period = period_of(wanted.pop("first"), wanted.pop("last"))
    articles = dated(desk.library().articles(period), period)
    asked = _Asked(**wanted)
    return [said for said in bank(desk.read_today(articles), desk.house_name) if asked.fits(said)]


def _is_named(speaker: str) -> bool:
    """Whether this is a name, and not a description such as "a trader in London"."""
    first = speaker.split(" ")[0]
    return not first[:1].islower() or first in PARTICLES or first.startswith("al-")


def _say_no_quotations(speaker: str | None) -> None:
    """Say that there are none; of a speaker, whose name is nearest."""
    say_nothing("no such quotations")
    heard = voices(bank(desk.library().articles(), desk.house_name)) if speaker else ()
    words = {word.casefold(): voice.name for voice in heard for word in voice.name.split()}
    for word in get_close_matches((speaker or "").casefold(), words, n=1, cutoff=0.7):
        note(f'did you mean "{words[word]}"?')


def _date(place: Printed) -> str:
    return str(place.issued) if place.issued else "undated"


def _say_quote(said: Utterance) -> None:
    say(f"{_date(said.place)}  {said.place.locator}{f'  {said.place.outlet}' if said.place.outlet else ''}")
    for part in said.parts:
        say(f"  “{part}”")
    how = f"{said.cue}{', inferred' if said.confidence == 'inferred' else ''}" if said.cue else ""
    say(f"  — {_who(said)}{f'  ({how})' if how else ''}")
    if said.also:
        say(f"  also in {', '.join(place.locator for place in said.also)}")
    say()


def _who(said: Utterance) -> str:
    if not said.speaker:
        return "nobody is named"
    also = f" (there: {said.named})" if said.named not in (None, said.speaker) else ""
    return f"{said.speaker}{also}{f', {said.title}' if said.title else ''}"


def _say_markdown(said: Utterance) -> None:
    from digest.markdown import escape

    for part in said.parts:
        say(f"> “{escape(part)}”")
        say(">")
    role = f", {escape(said.title)}" if said.title else ""
    say(f"> — {escape(said.speaker or '')}{role} [{said.place.locator}]")
    say()


def _object(said: Utterance) -> dict[str, object]:
    return {
        "id": said.place.key,
        "paragraphs": [said.place.first, said.place.last],
        "text": list(said.parts),
        "kind": said.kind,
        "speaker": said.speaker,
        "named": said.named,
        "role": said.role,
        "standing": said.standing if said.speaker else None,
        "cue": said.cue,
        "confidence": said.confidence,
        "issued": str(said.place.issued) if said.place.issued else None,
        "outlet": said.place.outlet,
        "themes": list(said.themes),
        "also": [_place_object(place) for place in said.also],
    }


def _place_object(place: Printed) -> dict[str, object]:
    found = asdict(place)
    return {
        "id": place.key,
        "paragraphs": [place.first, place.last],
        "outlet": found["outlet"],
        "issued": str(place.issued) if place.issued else None,
    }


def _row(voice: Voice) -> tuple[str, ...]:
    held = [held.role for held in voice.roles][-1:]
    return (
        voice.name,
        str(len(voice.said)),
        voice.standing,
        short(held[0], 60) if held else "—",
        _span(voice.dates),
        ", ".join(voice.outlets[:_ROLES]) or "—",
        ", ".join(voice.themes[:_ROLES]) or "—",
    )


def _span(dates: Sequence[Date]) -> str:
    if not dates:
        return "undated"
    first, last = str(dates[0]), str(dates[-1])
    return first if first == last else f"{first} – {last}"


def _say_voice(voice: Voice) -> None:
    say(voice.name)
    if voice.spellings:
        say(f"  {'spelled':10}{', '.join(voice.spellings)}")
    for held in voice.roles:
        where = ", ".join(dict.fromkeys(f"@{place.key}" for place in held.places))
        say(f"  {'role':10}{held.role}, {_span([place.issued for place in held.places if place.issued])} ({where})")
    if voice.themes:
        say(f"  {'on':10}{', '.join(voice.themes)}")
    say(f"  {'in':10}{', '.join(voice.outlets) or 'no known outlet'}")
    for said in voice.said:
        say(f"  {_date(said.place)}  “{short(said.text, _WIDTH)}” [{said.place.locator}]")
    say()


def _voice_object(voice: Voice) -> dict[str, object]:
    return {
        "name": voice.name,
        "spellings": list(voice.spellings),
        "standing": voice.standing,
        "roles": [{"role": held.role, "in": [_place_object(place) for place in held.places]} for held in voice.roles],
        "outlets": list(voice.outlets),
        "themes": list(voice.themes),
        "quotations": [_object(said) for said in voice.said],
    }
