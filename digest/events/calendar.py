"""Coming events as a calendar file (iCalendar, RFC 5545), the same bytes for the same library on any day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import timedelta
from hashlib import blake2b

from digest.dates import in_words
from digest.events.timeline import Entry, Telling
from digest.markdown import straight

_OCTETS = 75
_LONGEST_DAYS = 31
"""Days: a span up to a month goes in as an all-day event that blocks no time; a season would cover the calendar."""
_SUMMARY = 90
_SPECIAL = re.compile(r"([\\;,])")
_WEB = re.compile(r"https?://[!-~]{1,2000}\Z")


def calendar(entries: Sequence[Entry], *, approximate: bool = False) -> str:
    """`entries` as an iCalendar file; what is only about a time, or longer than a month, only if `approximate`."""
    rows = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//briefing-digest//timeline//EN", "CALSCALE:GREGORIAN"]
    for entry in entries:
        if approximate or _is_certain(entry):
            rows += _event(entry)
    return "".join(f"{fold(row)}\r\n" for row in (*rows, "END:VCALENDAR"))


def _is_certain(entry: Entry) -> bool:
    return not entry.when.approximate and (entry.when.last - entry.when.first).days < _LONGEST_DAYS


def _event(entry: Entry) -> Iterator[str]:
    told, when = entry.first, entry.when
    yield "BEGIN:VEVENT"
    yield f"UID:{_uid(told, str(when))}"
    yield f"DTSTAMP:{told.issued.last if told.issued else when.first:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{when.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{when.last + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_text(_short(told.sentence))}"
    yield f"DESCRIPTION:{_text(told.sentence)}\\n\\n{_text(_sources(entry))}"
    if entry.themes:
        yield "CATEGORIES:" + ",".join(_text(theme) for theme in entry.themes)
    if told.url and _WEB.match(told.url):
        yield f"URL:{told.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _uid(told: Telling, when: str) -> str:
    """A name that stays the same however often the calendar is written."""
    place = f"{told.key}\0{told.paragraph}\0{when}\0{told.words}"
    return f"{blake2b(place.encode('utf-8', 'surrogatepass'), digest_size=12).hexdigest()}@briefing-digest"


def _sources(entry: Entry) -> str:
    """Who tells it, as a person reads it, and how exactly the day is known."""
    places = "; ".join(
        f"{told.outlet or told.title or told.key} ({told.key}, para. {told.paragraph})" for told in entry.tellings
    )
    return f"{in_words(entry.when)}: {places}"


def _short(sentence: str) -> str:
    text = straight(sentence)
    return text if len(text) <= _SUMMARY else f"{text[: _SUMMARY - 1].rpartition(' ')[0] or text[: _SUMMARY - 1]}…"


def _text(words: str) -> str:
    """`words` as a TEXT value (RFC 5545, 3.3.11)."""
    return _SPECIAL.sub(r"\\\1", straight(words))


def fold(row: str) -> str:
    r"""`row` in lines of at most 75 octets, no character torn apart (RFC 5545, 3.1).

    >>> [len(line.encode()) for line in fold("SUMMARY:" + "é" * 50).split("\r\n ")]
    [74, 34]
    """
    lines, line, size = [], "", 0
    if row.isascii():  # nothing to tear apart: as quick as it looks
        rest = range(_OCTETS, len(row), _OCTETS - 1)
        return "\r\n ".join((row[:_OCTETS], *(row[at : at + _OCTETS - 1] for at in rest)))
    for char in row:
        octets = len(char.encode())
        if size + octets > _OCTETS:
            lines.append(line)
            line, size = "", 1  # the space that a continuation begins with
        line += char
        size += octets
    return "\r\n ".join((*lines, line))
