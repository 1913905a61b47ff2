"""What an entry of a feed states of its article: rows of fields, and its text as HTML."""

from __future__ import annotations

import re
from calendar import timegm
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import escape
from typing import Any

from digest.model import Declared
from digest.readers.feed.entries import absolute, plain
from digest.readers.feed.splitting import Part

_ADDRESS = re.compile(r"[^\s@<>()]{1,64}@[^\s@<>()]{1,255}")
_BRACKETS = re.compile(r"[()<>]")
_NOBODY = frozenset(
    {"admin", "administrator", "editor", "noreply", "no-reply", "unknown", "anonymous", "author", "staff"}
)
"""What programs write where nobody was named."""
_NO_SECTION = frozenset(
    {"uncategorized", "uncategorised", "general", "news", "unkategorisiert", "non classé", "sin categoría"}
)
_MOST_SECTIONS = 2
"""An entry with more categories is labelled with keywords, not filed in a section."""
_FIRST_YEAR = 1990
_YEAR = re.compile(r"\b(?:199\d|20\d\d)\b")
_LONGEST_ABSTRACT = 1_000


def declared_in_xml(feed: Mapping[str, Any], entry: Mapping[str, Any], part: Part, html: str) -> tuple[Declared, ...]:
    """What an entry, as feedparser gives it, and its feed state."""
    rows = [
        _row("title", entry.get("title"), "feed entry title"),
        *_authors(part.people, feed),
        *_days(entry, part.date),
        *_addresses(entry),
        _row("site_name", _inside(entry, "source", "title"), "feed entry source"),
        _row("site_name", feed.get("title"), "feed title"),
        *_sections(entry.get("tags")),
        _abstract(entry, html),
        _row("language", _language(entry, feed), "feed language"),
    ]
    return tuple(row for row in rows if row)


def html_in_xml(entry: Mapping[str, Any]) -> tuple[str, str | None]:
    """The longest text an entry gives, as HTML, and the base of its links."""
    found = [part for part in (*_list(entry.get("content")), entry.get("summary_detail")) if isinstance(part, Mapping)]
    best = max(found, key=lambda part: len(str(part.get("value") or "")), default={})
    value = str(best.get("value") or "")
    if best.get("type") == "text/plain" and not re.search(r"</?(?:p|br|a|div|img|b|i|em|strong)\b", value):
        value = escape(value, quote=False) if "<" in value else value
    return value, best.get("base") or None


def mark_in_xml(entry: Mapping[str, Any]) -> str | None:
    """What tells the entry from others of its feed."""
    mark = entry.get("id") or entry.get("link") or entry.get("title")
    return str(mark) if mark else None


def declared_in_json(feed: Mapping[str, Any], item: Mapping[str, Any], base: str | None) -> tuple[Declared, ...]:
    """What an item of a JSON Feed and its feed state."""
    people = _list(item.get("authors")) or [item.get("author")]
    people = people if any(people) else _list(feed.get("authors")) or [feed.get("author")]
    addresses = (absolute(str(item.get(name) or ""), base) for name in ("url", "external_url"))
    tags = [{"term": tag} for tag in _list(item.get("tags")) if isinstance(tag, str)]
    rows = [
        _row("title", item.get("title"), "feed entry title"),
        *(_author(person.get("name"), "feed entry author") for person in people if isinstance(person, Mapping)),
        _row("issued", _iso(item.get("date_published")), "feed entry published"),
        _row("modified", _iso(item.get("date_modified")), "feed entry updated"),
        *(_row("url", address, "feed entry link") for address in addresses if address),
        _row("site_name", feed.get("title"), "feed title"),
        *_sections(tags),
        _row("abstract", item.get("summary"), "feed entry summary"),
        _row("language", item.get("language") or feed.get("language"), "feed language"),
    ]
    return tuple(row for row in rows if row)


def html_in_json(item: Mapping[str, Any]) -> str:
    """The text of an item, as HTML."""
    html, text = item.get("content_html"), item.get("content_text")
    if isinstance(html, str) and html.strip():
        return html
    return escape(text, quote=False) if isinstance(text, str) else str(item.get("summary") or "")


def _row(field: str, value: object, origin: str) -> Declared | None:
    text = plain(value) if isinstance(value, str) else ""
    return Declared(field=field, value=text, origin=origin) if text else None


def _authors(people: Sequence[str], feed: Mapping[str, Any]) -> Iterator[Declared]:
    found = [row for name in people if (row := _author(name, "feed entry author"))]
    writer = feed.get("author_detail")
    if not found and isinstance(writer, Mapping) and feed.get("id"):  # of Atom: RSS names its webmaster
        found = [row for row in [_author(writer.get("name"), "feed author")] if row]
    yield from dict.fromkeys(found)


def _author(name: object, origin: str) -> Declared | None:
    """A person's or body's name, out of forms such as `amina@example.org (Amina Serik)`."""
    text = plain(name) if isinstance(name, str) else ""
    if _ADDRESS.search(text):
        text = " ".join(_BRACKETS.sub(" ", _ADDRESS.sub(" ", text)).split()).strip(" \"',;")
    return _row("author", text, origin) if text.casefold() not in _NOBODY else None


def _days(entry: Mapping[str, Any], date: str | None) -> Iterator[Declared | None]:
    if date:  # of Dublin Core, which feedparser takes for the day of a change
        yield _row("issued", _iso(date), "feed entry date")
    for field, name in (("issued", "published"), ("issued", "created"), ("modified", "updated")):
        value = dict.get(entry, name) if isinstance(entry, dict) else None  # its own lookup guesses
        parsed = dict.get(entry, f"{name}_parsed") if isinstance(entry, dict) else None
        if value != date:
            yield _row(field, _iso(value) or _utc(parsed) or _printed(value), f"feed entry {name}")


def _iso(value: object) -> str | None:
    """A date of RFC 822 or ISO 8601 as the latter, in the time its writer has; None where it is neither, or no day.

    >>> _iso("Tue, 13 Sep 2022 23:30:00 -0400"), _iso("2022-09-13"), _iso("0000-00-00"), _iso("yesterday")
    ('2022-09-13T23:30:00-04:00', '2022-09-13', None, None)
    """
    if not isinstance(value, str) or not 8 <= len(value.strip()) <= 100:
        return None
    text = value.strip()
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        try:
            found = parsedate_to_datetime(text)
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    if found.year < _FIRST_YEAR:  # clocks that were never set
        return None
    return text if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else found.isoformat()


def _utc(parsed: object) -> str | None:
    """What feedparser makes of the many forms it knows, always in UTC."""
    try:
        found = datetime.fromtimestamp(timegm(parsed), tz=UTC) if isinstance(parsed, tuple) else None
    except (ValueError, TypeError, OverflowError, OSError):
        return None
    return found.isoformat() if found and found.year >= _FIRST_YEAR else None


def _printed(value: object) -> str | None:
    """A date in the words of another language, to be read as printed ones are."""
    return value if isinstance(value, str) and len(value) < 100 and _YEAR.search(value) else None


def _addresses(entry: Mapping[str, Any]) -> Iterator[Declared | None]:
    yield _row("url", absolute(str(entry.get("feedburner_origlink") or ""), None), "feed entry original link")
    links = [link for link in _list(entry.get("links")) if isinstance(link, Mapping)]
    pages = [link for link in links if link.get("rel") == "alternate" and "html" in str(link.get("type") or "html")]
    addresses = [link.get("href") for link in pages] or [entry.get("link")]
    found = [address for value in addresses if value and (address := absolute(str(value), None))]
    for address in found[:3]:
        yield Declared(field="url", value=address, origin="feed entry link")
    if not found and (address := absolute(str(entry.get("id") or ""), None)):
        yield Declared(field="url", value=address, origin="feed entry id")


def _sections(tags: object) -> Iterator[Declared | None]:
    terms = [str(tag.get("label") or tag.get("term") or "") for tag in _list(tags) if isinstance(tag, Mapping)]
    terms = [term for term in dict.fromkeys(map(plain, terms)) if term.casefold() not in _NO_SECTION]
    if 0 < len(terms) <= _MOST_SECTIONS:
        yield _row("section", terms[0], "feed entry category")


def _abstract(entry: Mapping[str, Any], html: str) -> Declared | None:
    """The summary, where it is not the text itself."""
    summary = str(entry.get("summary") or "")
    row = _row("abstract", summary, "feed entry summary")
    return row if row and len(row.value) < _LONGEST_ABSTRACT and summary != html else None


def _language(entry: Mapping[str, Any], feed: Mapping[str, Any]) -> str | None:
    parts = [part for part in _list(entry.get("content")) if isinstance(part, Mapping)]
    stated = [part.get("language") for part in parts] + [
        _inside(entry, "title_detail", "language"),
        feed.get("language"),
    ]
    return next((str(value) for value in stated if value), None)


def _inside(values: Mapping[str, Any], *names: str) -> Any:
    found: Any = values
    for name in names:
        found = found.get(name) if isinstance(found, Mapping) else None
    return found


def _list(value: object) -> list[Any]:
    return list(value) if isinstance(value, (list, tuple)) else []
