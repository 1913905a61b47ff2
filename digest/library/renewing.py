"""The index of shared text and the addresses, made anew in a library that an earlier digest wrote."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from digest.library import alike, learning, search, tables


def renew(connection: sqlite3.Connection) -> None:
    """Index every text again where the rules of an index are not those it was made by."""
    _renewed(connection, "runs", alike.RULES, _index_runs)
    _renewed(connection, "words", search.RULES, _index_words)


def _renewed(connection: sqlite3.Connection, name: str, rules: str, make: Callable[[sqlite3.Connection], None]) -> None:
    row = connection.execute("select value from setting where name = ?", (name,)).fetchone()
    if row and row[0] == rules:
        return
    make(connection)
    connection.execute("insert or replace into setting values (?, ?)", (name, rules))


def _index_words(connection: sqlite3.Connection) -> None:
    connection.execute("insert into words (words) values ('delete-all')")
    connection.execute("delete from spelling")
    connection.execute("delete from decision")
    for (number,) in connection.execute("select id from article order by id").fetchall():
        old = tables.stored_row(connection, number)
        if old:
            tables.list_words(connection, number, old.article)


def _index_runs(connection: sqlite3.Connection) -> None:
    for statement in (
        "delete from shingle",
        "delete from extent",
        "delete from address",
        "delete from relation where not decided",
    ):
        connection.execute(statement)
    for (number,) in connection.execute("select id from article order by id").fetchall():
        old = tables.stored_row(connection, number)
        if old:
            alike.index(connection, number, old.article)
            learning.note(connection, number, old.article)
            readdress(connection, number)


def readdress(connection: sqlite3.Connection, number: int) -> None:
    """Note again where the record in that row stands, by its readings."""
    connection.execute("delete from address where article = ?", (number,))
    for reading in tables.readings(connection, number):
        tables.put_address(connection, number, reading.article.url)
