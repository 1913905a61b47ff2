"""What a person decided of articles' themes, and what was learned from it; learned anew where it is not of today."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from digest.library import journal, tables
from digest.library.adding import tagged
from digest.library.merging import opposite
from digest.library.opening import said, writing
from digest.library.rows import unpack_article
from digest.library.tables import Stored
from digest.model import Article
from digest.statements import set_theme
from digest.themes import Theme, learning, taught
from digest.themes.learner import Learner, from_json
from digest.themes.learning import Study, study


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kept:
    """A row of the table of learners: what came of which decisions under which rules."""

    mark: str
    found: Study


class Decisions:
    """The decisions of an open library."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        path: Path,
        themes: Sequence[Theme] | None,
        find: Callable[[str], Stored],
    ) -> None:
        self._db = connection
        self._path = path
        self._themes = themes
        self._find = find

    def themes(self) -> dict[str, Theme]:
        """The themes by which records are tagged, each with its learner where it has one."""
        return {theme.name: theme for theme in self._themes or ()}

    def of(self, theme: str) -> dict[str, bool]:
        """Key → whether a person accepted the theme there, or rejected it."""
        asked = "select key, accepted from decision join article on id = article where theme = ? order by id"
        with said(self._path):
            return {row[0]: bool(row[1]) for row in self._db.execute(asked, (theme,)).fetchall()}

    def study(self, theme: str) -> Study:
        """How many decisions there are, and what came of them."""
        found = list(self.of(theme).values())
        with said(self._path):
            known = _kept(self._db, theme)
        accepts = sum(found)
        return replace(
            known.found if known else Study(accepts=0, rejects=0), accepts=accepts, rejects=len(found) - accepts
        )

    def decide(self, what: str, keys: Sequence[str], themes: Sequence[str]) -> tuple[Article, ...]:
        """Store that a person accepts the themes for these records, or rejects them, as one change to undo."""
        sign = {"accept": "+", "reject": "-"}[what]
        with writing(self._db, self._path) as db, journal.journaled(db, what, keys):
            return tuple(self._decide(self._find(key), [f"{sign}{theme}" for theme in themes]) for key in keys)

    def forget(self, theme: str) -> int:
        """Take back every decision on the theme, as one change to undo; how many there were."""
        keys = tuple(self.of(theme))
        with writing(self._db, self._path) as db, journal.journaled(db, "forget", keys):
            for key in keys:
                old = self._find(key)
                mine = {f"keyword:+{theme}", f"keyword:-{theme}"}
                keyword = tuple(tag for tag in old.article.keyword if not (tag.theme == theme and tag.by_person))
                fixed = tuple(name for name in old.article.fixed if name not in mine)
                article = tagged(replace(old.article, keyword=keyword, fixed=fixed), self._themes)
                tables.rewrite(db, old, article, [name for name in old.edited if name not in mine])
        return len(keys)

    def _decide(self, old: Stored, changes: Sequence[str]) -> Article:
        article = old.article
        for change in changes:
            article = set_theme(article, change)
        names = [f"keyword:{change}" for change in changes]
        undone = set(map(opposite, names))
        edited = dict.fromkeys([*(name for name in old.edited if name not in undone), *names])
        renewed = tagged(article, self._themes)
        tables.rewrite(self._db, old, renewed, list(edited))
        return renewed


def taught_by(connection: sqlite3.Connection, themes: Sequence[Theme]) -> tuple[Theme, ...]:
    """`themes` with what was learned of each."""
    return tuple(_taught(theme, _kept(connection, theme.name)) for theme in themes)


def stale(connection: sqlite3.Connection, themes: Sequence[Theme]) -> tuple[Theme, ...]:
    """Those whose decisions or rules are others than what was learned rests on."""
    return tuple(theme for theme in themes if _mark(connection, theme) != _mark_kept(connection, theme))


def relearn(connection: sqlite3.Connection, theme: Theme) -> bool:
    """Learn the theme anew, inside the caller's transaction; whether articles may now be judged otherwise."""
    before = _kept(connection, theme.name)
    mark = _mark(connection, theme)
    if mark:
        found = study(theme, *_decided(connection, theme.name), _background(connection, theme.name))
        values = (theme.name, json.dumps(_as_json(mark, found)))
        connection.execute("insert or replace into learner values (?, ?)", values)
        learner = found.learner
    else:
        connection.execute("delete from learner where theme = ?", (theme.name,))
        learner = None
    return (before.found.learner if before else None) != learner


def _taught(theme: Theme, known: _Kept | None) -> Theme:
    return taught(theme, known.found.learner) if known and known.found.learner else theme


def _mark_kept(connection: sqlite3.Connection, theme: Theme) -> str:
    known = _kept(connection, theme.name)
    return known.mark if known else ""


def _mark(connection: sqlite3.Connection, theme: Theme) -> str:
    """What is learned rests on this: the rules, the decisions and the texts decided; "" where they are too few."""
    asked = "select key, version, accepted from decision join article on id = article where theme = ? order by article"
    rows = connection.execute(asked, (theme.name,)).fetchall()
    accepts = sum(row[2] for row in rows)
    if min(accepts, len(rows) - accepts) < learning.LEAST:
        return ""
    return blake2b(repr((learning.RULES, theme, rows)).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _decided(connection: sqlite3.Connection, theme: str) -> tuple[list[Article], list[Article]]:
    asked = "select record, accepted from decision join article on id = article where theme = ? order by article"
    rows = connection.execute(asked, (theme,)).fetchall()
    accepted, rejected = ([unpack_article(row[0]) for row in rows if row[1] == kind] for kind in (1, 0))
    return accepted, rejected


def _background(connection: sqlite3.Connection, theme: str) -> list[Article]:
    """Some of the other articles, old and new."""
    asked = "select id from article where id not in (select article from decision where theme = ?) order by id"
    numbers = [row[0] for row in connection.execute(asked, (theme,)).fetchall()]
    step = max(1, -(-len(numbers) // learning.BACKGROUND))
    chosen = "select record from article where id = ?"
    return [unpack_article(connection.execute(chosen, (number,)).fetchone()[0]) for number in numbers[::step]]


def _kept(connection: sqlite3.Connection, theme: str) -> _Kept | None:
    """The row of the theme; None where there is none, or the file holds something else there."""
    row = connection.execute("select model from learner where theme = ?", (theme,)).fetchone()
    try:
        value = json.loads(row[0]) if row else None
    except (ValueError, RecursionError):
        return None
    return _from_json(value) if isinstance(value, Mapping) else None


def _as_json(mark: str, found: Study) -> dict[str, object]:
    return {
        "mark": mark,
        "accepts": found.accepts,
        "rejects": found.rejects,
        "by-rules": found.by_rules,
        "as-learned": found.as_learned,
        "learner": found.learner.as_json() if found.learner else None,
    }


def _from_json(value: Mapping[str, object]) -> _Kept | None:
    figures = [value.get(name) for name in ("accepts", "rejects", "by-rules", "as-learned")]
    mark, learner = value.get("mark"), _learner(value.get("learner"))
    if not isinstance(mark, str) or any(not isinstance(figure, (int, float)) for figure in figures):
        return None
    if value.get("learner") is not None and learner is None:
        return None
    accepts, rejects, by_rules, as_learned = (float(figure) for figure in figures if isinstance(figure, (int, float)))
    found = Study(accepts=int(accepts), rejects=int(rejects), by_rules=by_rules, as_learned=as_learned, learner=learner)
    return _Kept(mark=mark, found=found)


def _learner(value: object) -> Learner | None:
    return None if value is None else from_json(value)
