"""`diff`, `undo`: what changed, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from digest.cli import desk
from digest.cli.citing import line, shaken
from digest.cli.words import note, on_terminal, say, say_json, shown
from digest.duplicates.corrections import Notice, notices
from digest.duplicates.differences import Changed, Words, differences, word_changes
from digest.model import Article
from digest.statements import FIELDS, as_text

_MARKS = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
_COLOURS: dict[str, dict[str, Any]] = {
    "kept": {},
    "removed": {"fg": "red", "strikethrough": True},
    "added": {"fg": "green", "bold": True},
}


@click.command()
@click.argument("key")
@click.option("--from", "first", type=int, metavar="N", help="The earlier version; else the one before.")
@click.option("--to", "last", type=int, metavar="M", help="The later version; else the current one.")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object.")
def diff(*, key: str, first: int | None, last: int | None, as_objects: bool) -> None:
    """Show what changed in an article from one version to another, what its outlet says of it, and who cites it."""
    library = desk.library()
    key = library.wanted(key).id
    states = (*library.versions(key), library.wanted(key))
    last = len(states) if last is None else last
    first = max(1, last - 1) if first is None else first
    for number in (first, last):
        if not 1 <= number <= len(states):
            raise click.UsageError(f"no version {number}; {key} has 1 to {len(states)}")
    if first == last:
        note(f"{key} has one version" if len(states) == 1 else "a version and itself do not differ")
        return
    old, new = states[first - 1], states[last - 1]
    cause = _cause(range(min(first, last), max(first, last)), library.reread_versions(key))
    said = _said(key, old, new, is_current=last == len(states))
    cited = shaken([old]) if last == len(states) else []
    if as_objects:
        say_json(
            {"id": key, "from": first, "to": last, "cause": cause, "fields": _field_values(old, new)}
            | {"notices": [{"sort": notice.sort, "text": notice.text, "rule": notice.rule} for notice in said]}
            | {"paragraphs": [_object(changed) for changed in _changed(old, new)]}
            | {"cited": [_place(path, finding) for path, finding in cited]}
        )
        return
    say(f"{key}: version {first} → {last}, {_CAUSES[cause]}")
    for notice in said:
        say(f"its outlet says ({notice.sort}): {notice.text}")
    _say_fields(old, new)
    for changed in _changed(old, new):
        say()
        _say_words(_number(changed), changed.words)
    for path, finding in cited:
        say(line(path, finding))


_CAUSES = {
    "outlet": "changed by the outlet",
    "reading": "the same page, read better",
    "both": "changed by the outlet, and read better",
}


def _cause(numbers: range, reread: Sequence[int]) -> str:
    """Who changed the text on the way from one version to the other."""
    ours = [number in reread for number in numbers]
    return "reading" if all(ours) else "both" if any(ours) else "outlet"


def _said(key: str, old: Article, new: Article, *, is_current: bool) -> tuple[Notice, ...]:
    """What the outlet says of the change: in the text, or for the current version anywhere on the page."""
    before = {block.text for block in old.paragraphs}
    texts = [block.text for block in new.paragraphs if block.text not in before]
    if is_current:
        texts += [block.text for block in desk.library().page(key)[1] if block.text not in before]
    return notices(texts)


def _changed(old: Article, new: Article) -> tuple[Changed, ...]:
    return differences([block.text for block in old.paragraphs], [block.text for block in new.paragraphs])


def _field_values(old: Article, new: Article) -> dict[str, list[str]]:
    values = {name: [as_text(old, name), as_text(new, name)] for name in FIELDS}
    return {name: pair for name, pair in values.items() if pair[0] != pair[1]}


def _say_fields(old: Article, new: Article) -> None:
    for name, (before, after) in _field_values(old, new).items():
        _say_words(f"{name}:", word_changes(before, after))


def _number(changed: Changed) -> str:
    if changed.before == changed.after:
        return f"[{changed.before}]"
    return f"[{changed.before or 'new'} → {changed.after or 'gone'}]"


def _say_words(head: str, words: Sequence[Words]) -> None:
    """Coloured on a terminal, between marks elsewhere."""
    if not on_terminal():
        say(f"{head} " + "".join(_MARKS[one.sort].format(one.text) for one in words))
        return
    click.echo(f"{head} " + "".join(click.style(shown(one.text), **_COLOURS[one.sort]) for one in words))


def _object(changed: Changed) -> dict[str, object]:
    words = [[one.sort, one.text] for one in changed.words]
    return {"before": changed.before, "after": changed.after, "words": words}


def _place(path: Any, finding: Any) -> dict[str, object]:
    from digest.cli.printing import as_json

    return as_json(finding, path)


_FEW = 5  # keys of one decision that are named


def _few(keys: Sequence[str]) -> str:
    more = len(keys) - _FEW
    return " ".join(keys if more <= 1 else (*keys[:_FEW], f"and {more} more"))


@click.command()
@click.option("--list", "only_list", is_flag=True, help="Show what can be undone, the last first; undo nothing.")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
def undo(*, only_list: bool, as_objects: bool) -> None:
    """Undo the last edit, merge, split, removal or other decision; again for the one before."""
    library = desk.library()
    found = library.changes() if only_list else (library.undo(),)
    for entry in found:
        if as_objects:
            say_json({"what": entry.what, "keys": entry.keys, "made": entry.made})
        else:
            say(f"{'' if only_list else 'undone: '}{entry.what} {_few(entry.keys)}, {entry.made}")
    if only_list and not found:
        note("nothing to undo")
