"""`why`: what a field, a line or a theme rests on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from digest.cli import desk
from digest.cli.records import headline, missing
from digest.cli.words import on_terminal, say, say_json, short, table
from digest.records import CSL_NAMES
from digest.statements import FIELDS, as_text, attribute

if TYPE_CHECKING:
    from digest.library import Reading
    from digest.model import Article, Declared, Evidence
    from digest.themes import Theme


@click.command()
@click.argument("key")
@click.option("--page", "about", flag_value="page", help="Every line of the page and what it was taken for.")
@click.option("--stated", "about", flag_value="stated", help="All that the page states of each field, and where.")
@click.option("--themes", "about", flag_value="themes", help="The paragraphs and words that show each theme.")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
def why(*, key: str, about: str | None, as_objects: bool) -> None:
    """Show what each field of a record rests on: file, line, rule and words."""
    if not as_objects:
        {None: _fields, "page": _page, "stated": _stated, "themes": _themes}[about](key)
        return
    objects = {None: _field_objects, "page": _page_objects, "stated": _stated_objects, "themes": _theme_objects}
    for entry in objects[about](key):
        say_json(entry)


def _field_objects(key: str) -> Iterator[dict[str, object]]:
    library = desk.library()
    readings = library.readings(key)
    for entry in library.wanted(key).evidence:
        source = _reading(entry, readings)
        yield asdict(entry) | {"field": CSL_NAMES.get(entry.field, entry.field), "source": source}


def _page_objects(key: str) -> Iterator[dict[str, object]]:
    source, blocks = desk.library().page(key)
    for block in blocks:
        yield {"source": source.name, "line": block.line, "kind": block.kind, "rule": block.rule, "text": block.text}


def _stated_objects(key: str) -> Iterator[dict[str, object]]:
    for row in _declared(key):
        yield {"field": CSL_NAMES.get(row.field, row.field), "value": row.value, "origin": row.origin}


def _theme_objects(key: str) -> Iterator[dict[str, object]]:
    from digest.themes import judge

    article = desk.library().wanted(key)
    for theme in desk.library().decisions().themes().values():
        verdict = judge(article, theme)
        yield {
            "theme": theme.name,
            "given": theme.name in article.themes,
            "score": verdict.best.score,
            "threshold": verdict.threshold,
            "by": "rules" if verdict.by_rules is None else "learner",
            "by-rules": verdict.best.score if verdict.by_rules is None else verdict.by_rules,
            "learned": verdict.learned,
            "matches": [asdict(match) for match in verdict.matches],
        }


def _declared(key: str) -> tuple[Declared, ...]:
    """What the format of the record's page states, read again from its kept bytes."""
    from digest.intake import Taken, take_all

    source, _ = desk.library().page(key)
    for found in take_all([source], desk.outlets()):
        if isinstance(found, Taken):
            return tuple(row for one in found.pages for row in one.page.declared)
    return ()


def _field_of(row: Declared) -> str:
    return "container_title" if row.field == "site_name" else row.field


def _stated(key: str) -> None:
    """Every statement, the field's chosen value first: what was weighed against what."""
    rows = _declared(key)
    article = desk.library().wanted(key)
    for field in dict.fromkeys(_field_of(row) for row in rows):
        value = as_text(article, CSL_NAMES.get(field, field)) if field in _KNOWN else ""
        say(f"{CSL_NAMES.get(field, field)}: {value}".rstrip(": "))
        for row in (row for row in rows if _field_of(row) == field):
            say(f"  {row.origin}: {short(row.value, 160)}")
    if not rows:
        if desk.library().page(key)[1]:
            say(f"{key}: its page is only lines; `digest why {key} --page` shows what each was taken for")
        else:
            say(f"{key}: a record of another program; `digest why {key}` tells all")


def _fields(key: str) -> None:
    library = desk.library()
    article, readings = library.wanted(key), library.readings(key)
    say(f"{key}: {headline(article)}")
    for name in FIELDS:
        found = [entry for entry in article.evidence if entry.field == attribute(name)]
        value = as_text(article, name)
        if value or found:
            _field(f"{name}: {value or 'unknown'}", found, readings, value)
    for other in dict.fromkeys(entry.field for entry in article.evidence):
        if other not in _KNOWN:
            _field(other, [entry for entry in article.evidence if entry.field == other], readings)
    if article.missing:
        say(f"unknown: {missing(article)}")


_KNOWN = {attribute(name) for name in FIELDS}


def _field(words: str, found: Sequence[Evidence], readings: Sequence[Reading], value: str = "") -> None:
    """A field, and below it each piece of evidence: where, by which rule, the words on the page."""
    say(short(words, 120))
    for entry in found:
        rule = f"{entry.rule} (inferred)" if entry.confidence == "inferred" else entry.rule
        say(f"  {_where(entry, readings)}{rule}")
        if entry.line is not None or entry.quote != value:
            say(f"    “{short(entry.quote, 160)}”")


def _where(entry: Evidence, readings: Sequence[Reading]) -> str:
    """The file and line the words stand on; what is no page's has none."""
    source = _reading(entry, readings)
    return f"{source}:{entry.line}: " if source else ""


def _reading(entry: Evidence, readings: Sequence[Reading]) -> str | None:
    """The file whose page has the words."""
    read = (reading for reading in readings if entry.line is not None and entry in reading.article.evidence)
    return next((reading.source.name for reading in read), None)


def _page(key: str) -> None:
    source, blocks = desk.library().page(key)
    say(f"{key}: {source.name}")
    if not blocks:
        say("a record of another program: it has fields, and no page")
    length = 80 if on_terminal() else 1_000
    rows = [(str(block.line), block.kind, block.rule or "—", short(block.text, length)) for block in blocks]
    table(("line", "taken for", "rule", "text"), rows)


def _themes(key: str) -> None:
    article = desk.library().wanted(key)
    say(f"{key}: {headline(article)}")
    for theme in desk.library().decisions().themes().values():
        _theme(article, theme)
    if not desk.config().themes:
        say("no themes: config.yaml names none")


def _theme(article: Article, theme: Theme) -> None:
    from digest.themes import judge

    verdict = judge(article, theme)
    state = "given" if theme.name in article.themes else "not given"
    if {f"keyword:+{theme.name}", f"keyword:-{theme.name}"} & set(article.fixed):
        state += " by a person"
    say()
    say(f"{theme.name}: {state}; {verdict.reason}")
    for match in verdict.matches:
        where = f"para. {match.paragraph}" if match.paragraph else "title"
        points = match.points if match.paragraph else theme.title_bonus  # however much a title says
        say(f"  {where:10}{points:6.1f}  {', '.join(match.words)}")
    if verdict.learned:
        words = ", ".join(f"{word} {part:+.2f}" for word, part in verdict.learned)
        say(f"  {'learned':16}  {words}")
