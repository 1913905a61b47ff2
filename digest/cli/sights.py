"""Articles as a theme sees them, in tables and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from digest.cli.records import headline
from digest.cli.words import counted, note, say, table

if TYPE_CHECKING:
    from digest.themes import Theme, Verdict
    from digest.themes.testing import Sight


def say_seen(theme: Theme, found: Sequence[Sight], most: int) -> None:
    """Print what a theme gives, then what it nearly gives."""
    given = [sight for sight in found if sight.state == "given"]
    near = [sight for sight in found if sight.state == "near"]
    by = "as learned" if theme.learner else "by the rules"
    say(f"{theme.name}: {counted(len(given), 'article')} {by}, {theme.threshold:g} points wanted")
    _table("given", given, most)
    _table("nearly, the least lacking first", near, most)


def say_differences(new: Theme, found: Sequence[Sight], most: int) -> None:
    """Print what a changed theme would add and drop, and where a person said otherwise."""
    added = [sight for sight in found if sight.state == "added" and sight.decided is None]
    dropped = [sight for sight in found if sight.state == "dropped" and sight.decided is None]
    say(f"{new.name}: the change would add {counted(len(added), 'article')} and drop {len(dropped)}")
    _table("added", added, most)
    _table("dropped", dropped, most)
    for sight in found:
        if sight.decided is not None:
            say(_against(sight))
    if new.learner:
        note("judged with what was learned under the old rules; it is learned anew when the change is saved")


def _against(sight: Sight) -> str:
    """What a change would make of an article that a person has decided on, whose word stands in any case."""
    said = "accepted" if sight.decided else "rejected"
    would = "give" if sight.state == "added" else "drop"
    how = "and your word stands" if sight.contradicts else "as you did"
    return f"you {said} {sight.article.id}; the change would {would} it, {how}"


def _table(heading: str, found: Sequence[Sight], most: int) -> None:
    if not found:
        return
    say()
    say(f"{heading}:")
    rows = [
        (_key(sight), f"{sight.verdict.best.score:g}", headline(sight.article, 50), why(sight.verdict))
        for sight in found
    ]
    table(("key", "points", "title", "words"), rows[:most])
    if len(rows) > most:
        say(f"… and {len(rows) - most} more")


def _key(sight: Sight) -> str:
    decided = {True: " (accepted)", False: " (rejected)", None: ""}[sight.decided]
    return f"{sight.article.id}{decided}"


def why(verdict: Verdict) -> str:
    """The points and words of the title and of the paragraphs that say most."""
    heaviest = sorted(verdict.matches, key=lambda match: (-match.points, match.paragraph))[:3]
    told = [
        f"{f'[{match.paragraph}]' if match.paragraph else 'title'} {match.points:g} {', '.join(match.words[:4])}"
        for match in sorted(heaviest, key=lambda match: match.paragraph)
    ]
    learned = ", ".join(f"{word} {part:+.1f}" for word, part in verdict.learned[:4])
    return "; ".join([*told, *([f"learned {learned}"] if learned else [])])


def as_object(sight: Sight) -> dict[str, object]:
    """All of a sight, for JSON."""
    verdict = sight.verdict
    return {
        "theme": verdict.theme,
        "id": sight.article.id,
        "title": sight.article.title,
        "state": sight.state,
        "score": verdict.best.score,
        "threshold": verdict.threshold,
        "lacks": round(max(0.0, verdict.threshold - verdict.best.score), 2),
        "by": "rules" if verdict.by_rules is None else "learner",
        "decided": {True: "accepted", False: "rejected", None: None}[sight.decided],
        "contradicts": sight.contradicts,
        "matches": [asdict(match) for match in verdict.matches],
        "learned": verdict.learned,
    }
