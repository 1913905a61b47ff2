"""Who shares text with whom: sampled runs of words in an inverted index, and the shares they lead to."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from digest.addresses import site
from digest.duplicates.comparing import Overlap, compare
from digest.duplicates.copies import apart, frame, under_one_head
from digest.duplicates.runs import Runs, runs_in, runs_of, sampled
from digest.library.rows import unpack_article
from digest.model import Article

Relation = Literal["copy", "shares", "apart"]
RULES = "2"
"""Of the runs in the index; another number, and every text is indexed again."""
_MOST_POSTINGS = 64
"""Records a run is stored with; one that so many have is standing text, and finds nobody."""
_MOST_COMPARED = 12
_OF_HOUSE, _ANYWHERE = 3, 6
"""Records that are no copies of a text and have a run of it: from so many of its site, or of any, it is standing text.

An agency's paragraph of background is in several papers, too, but then it is text that they share.
"""
_NEAR = 0.5
"""The estimated share from which a record is taken for a copy where standing text is looked for."""
_HOPEFUL = 0.1
"""The estimated share from which two texts are compared run by run."""
_SAME = 0.9
"""The share at which two texts with dates far apart are copies all the same."""
_UNDER_ONE_HEAD = 0.3
"""The share that is enough where another outlet has the same headline in the same days: a copy that was rewritten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another record with text in common: the share of this one that it has, and of it that this one has."""

    key: str
    kind: Relation
    mine: float
    theirs: float
    decided: bool = False


def index(connection: sqlite3.Connection, row: int, article: Article) -> None:
    """Put the text of the record `row` into the index, and find the records it has text in common with."""
    runs = runs_of(article)
    rate, few = sampled(runs.own)
    found = _postings(connection, few, row)
    rare = [(run, row) for run in few if len(found.get(run, ())) < _MOST_POSTINGS]
    connection.executemany("insert or ignore into shingle values (?, ?)", rare)
    connection.execute("insert or replace into extent values (?, ?, ?)", (row, rate, len(few)))
    _relate(connection, row, (article, runs), found)


def unindex(connection: sqlite3.Connection, row: int, article: Article) -> None:
    """Take the text of the record `row` out of the index, and what was found by it; decisions stay."""
    _, few = sampled(runs_of(article).own)
    connection.executemany("delete from shingle where run = ? and article = ?", [(run, row) for run in few])
    connection.execute("delete from relation where (one = ?1 or other = ?1) and not decided", (row,))


def related(connection: sqlite3.Connection, row: int) -> tuple[Related, ...]:
    """The records with text in common with the record `row`: copies first, the largest share first."""
    asked = (
        "select key, kind, mine, theirs, decided from relation join article on id = other where one = ?1 "
        "union all select key, kind, theirs, mine, decided from relation join article on id = one where other = ?1"
    )
    found = [
        Related(key=key, kind=kind, mine=mine, theirs=theirs, decided=bool(decided))
        for key, kind, mine, theirs, decided in connection.execute(asked, (row,)).fetchall()
    ]
    return tuple(sorted(found, key=lambda entry: (_ORDER[entry.kind], -max(entry.mine, entry.theirs), entry.key)))


def copies(connection: sqlite3.Connection) -> dict[str, tuple[str, ...]]:
    """The keys of those records that are also in others, and of these."""
    asked = (
        "select a.key, b.key from relation join article a on a.id = one join article b on b.id = other "
        "where kind = 'copy' order by b.key"
    )
    found: dict[str, list[str]] = {}
    for one, other in connection.execute(asked).fetchall():
        found.setdefault(one, []).append(other)
        found.setdefault(other, []).append(one)
    return {key: tuple(keys) for key, keys in found.items()}


_ORDER = {"copy": 0, "shares": 1, "apart": 2}


def put_relation(
    connection: sqlite3.Connection, rows: tuple[int, int], kind: Relation, shares: tuple[float, float], *, decided: bool
) -> None:
    """Store what two records have in common; what a person decided gives way to a person alone."""
    if rows[0] > rows[1]:
        rows, shares = (rows[1], rows[0]), (shares[1], shares[0])
    asked = (
        "insert into relation values (?, ?, ?, ?, ?, ?) on conflict (one, other) do update "
        "set kind = excluded.kind, mine = excluded.mine, theirs = excluded.theirs, decided = excluded.decided "
        "where excluded.decided or not decided"
    )
    connection.execute(asked, (*rows, kind, *shares, int(decided)))


def measured(one: Article, other: Article) -> Overlap:
    """What two records have in common, the frame of a series left out."""
    return _compared((one, runs_of(one)), (other, runs_of(other)), set())


def _postings(connection: sqlite3.Connection, few: frozenset[int], row: int) -> dict[int, list[int]]:
    """The records that have each run."""
    found: dict[int, list[int]] = {}
    wanted = list(few)
    for start in range(0, len(wanted), 500):
        part = wanted[start : start + 500]
        places = ",".join("?" * len(part))
        asked = f"select run, article from shingle where run in ({places})"  # noqa: S608 - question marks only
        for run, article in connection.execute(asked, part):
            if article != row:
                found.setdefault(run, []).append(article)
    return found


def _relate(
    connection: sqlite3.Connection, row: int, mine: tuple[Article, Runs], found: Mapping[int, Sequence[int]]
) -> None:
    if not found:
        return
    standing = _standing(connection, mine, found)
    counts: Counter[int] = Counter()
    for run, rows in found.items():
        if run not in standing:
            counts.update(rows)
    near = _estimates(connection, mine[1], counts)
    hopeful = sorted((other for other in near if near[other] >= _HOPEFUL), key=lambda other: (-near[other], other))
    for other in hopeful[:_MOST_COMPARED]:
        text = _text(connection, other)
        if text:
            _store(connection, (row, other), _compared(mine, text, standing))
    if standing:
        _reconsider(connection, {other for run in standing for other in found.get(run, ())}, standing)


def _compared(mine: tuple[Article, Runs], theirs: tuple[Article, Runs], standing: set[int]) -> Overlap:
    repeated = frame(mine[0], theirs[0])
    overlap = compare(mine[1], theirs[1], standing | runs_in(repeated).all if repeated else standing)
    share = max(overlap.mine, overlap.theirs)
    if overlap.kind == "copy" and share < _SAME and apart(mine[0], theirs[0]):
        return Overlap(kind="shares", mine=overlap.mine, theirs=overlap.theirs)
    if overlap.kind == "shares" and share >= _UNDER_ONE_HEAD and under_one_head(mine[0], theirs[0]):
        return Overlap(kind="copy", mine=overlap.mine, theirs=overlap.theirs)
    return overlap


def _store(connection: sqlite3.Connection, rows: tuple[int, int], overlap: Overlap) -> None:
    if overlap.kind:
        put_relation(connection, rows, overlap.kind, (overlap.mine, overlap.theirs), decided=False)
    else:
        asked = "delete from relation where one = ? and other = ? and not decided"
        connection.execute(asked, (min(rows), max(rows)))


def _standing(
    connection: sqlite3.Connection, mine: tuple[Article, Runs], found: Mapping[int, Sequence[int]]
) -> set[int]:
    """The runs that several unrelated records have; one not sampled is taken for what stands around it."""
    suspects = [run for run, rows in found.items() if len(rows) >= _OF_HOUSE]
    if not suspects:
        return set()
    counts = Counter(row for rows in found.values() for row in rows)
    estimates = _estimates(connection, mine[1], counts)
    copies = {row for row, share in estimates.items() if share >= _NEAR}
    house = site(mine[0].url)
    sites = {row: _site(connection, row) for row in {row for run in suspects for row in found[run]} - copies}
    known = set()
    for run in suspects:
        others = [sites[row] for row in found[run] if row in sites]
        if len(others) >= _ANYWHERE or others.count(house) >= _OF_HOUSE:
            known.add(run)
    return _spread(mine[1], known) if known else set()


def _site(connection: sqlite3.Connection, row: int) -> str:
    found = connection.execute("select identity from address where article = ? limit 1", (row,)).fetchone()
    return site(f"https://{found[0]}") if found else ""


def _spread(runs: Runs, known: set[int]) -> set[int]:
    rate, few = sampled(runs.own)
    standing = set(known)
    between: list[int] = []
    before = True
    for run in runs.own:
        if run % rate or run not in few:
            between.append(run)
            continue
        if before and run in known:
            standing.update(between)
        before, between = run in known, []
    return standing | set(between) if before else standing


def _estimates(connection: sqlite3.Connection, runs: Runs, counts: Counter[int]) -> dict[int, float]:
    """The share of the shorter text that each record has in common, as the samples have it."""
    rate, few = sampled(runs.own)
    found = {}
    for row, number in counts.most_common(4 * _MOST_COMPARED):
        extent = connection.execute("select rate, runs from extent where article = ?", (row,)).fetchone()
        if extent:
            both = max(rate, extent[0])
            least = min(len(few) * rate, extent[1] * extent[0]) / both
            found[row] = number / max(least, 1.0)
    return found


def _reconsider(connection: sqlite3.Connection, rows: set[int], standing: set[int]) -> None:
    """Look again at relations that may rest on text which has since turned out to stand everywhere."""
    few = sorted(rows)[:_MOST_POSTINGS]
    places = ",".join("?" * len(few))
    asked = f"select one, other from relation where one in ({places}) and other in ({places}) and not decided limit 20"  # noqa: S608 - question marks only
    for one, other in connection.execute(asked, (*few, *few)).fetchall():
        texts = _text(connection, one), _text(connection, other)
        if texts[0] and texts[1]:
            _store(connection, (one, other), _compared(texts[0], texts[1], standing))


def _text(connection: sqlite3.Connection, row: int) -> tuple[Article, Runs] | None:
    found = connection.execute("select record from article where id = ?", (row,)).fetchone()
    if found is None:
        return None
    article = unpack_article(found[0])
    return article, runs_of(article)
