"""The index of shared text and the addresses, made anew in a library that an earlier digest wrote."""

from __future__ import annotations

import sqlite3

from digest.library import alike, tables


def renew(connection: sqlite3.Connection) -> None:
    """Index every text again where the rules of the index are not those it was made by."""
    row = connection.execute("select value from setting where name = 'runs'").fetchone()
    if row and row[0] == alike.RULES:
        return
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
            readdress(connection, number)
    connection.execute("insert or replace into setting values ('runs', ?)", (alike.RULES,))


def readdress(connection: sqlite3.Connection, number: int) -> None:
    """Note again where the record in that row stands, by its readings."""
    connection.execute("delete from address where article = ?", (number,))
    for reading in tables.readings(connection, number):
        tables.put_address(connection, number, reading.article.url)
