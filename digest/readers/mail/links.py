"""The addresses in mail, out of the wrappers that count clicks; what only their server can read is told apart."""

from __future__ import annotations

import base64
import binascii
import json
import re
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from digest.addresses import canonical

_LONGEST = 8_000
_TOKEN = re.compile(r"(?:eyJ[\w-]{10,4000})")
_RANDOM = re.compile(r"[A-Za-z0-9_=.~%+-]{36,}")
_COUNTERS = re.compile(
    r"^(?:clicks?|ct|ctrk|email|el|links?|lnk|mailer|mandrillapp|redirect|t|trk|track|tracking|trck|url\d{2,5})\d{0,4}\."
    r"|(?:^|\.)(?:list-manage\.com|mjt\.lu|sendgrid\.net|hubspotlinks\.com|rs6\.net|exct\.net|awstrack\.me|cmail\d{1,2}\.com|"
    r"createsend\d?\.com|sendibt\d\.com|sendibm\d\.com|mailgun\.org|sparkpostmail\.com|klclick\d?\.com|convertkit-mail\d?\.com)$"
)
"""Hosts whose addresses only their server can read, or that count before they lead on."""
_SHOWN = re.compile(r"campaign-archive\.com$|^mailchi\.mp$|^createsend\.com$")


def cleaned(url: str) -> str | None:
    """The address a link leads to, without what counts clicks; None where it is none of the web.

    >>> cleaned("https://a1b.r.eu-west-1.awstrack.me/L0/https:%2F%2Fbugle.example%2Fa%3Futm_source=mail/1/0102-f/x=2")
    'https://bugle.example/a'
    """
    url = url.strip()[:_LONGEST]
    if not url.lower().startswith(("http://", "https://")) or _split(url) is None:
        return None
    return _without_recipient(canonical(_target(url) or url))


def _without_recipient(url: str) -> str:
    """`url` without what tells its reader from others, where its path names the page, or its service is known.

    >>> _without_recipient("https://letters.example/p/the-ferries-wait?_x=1&jwt=eyJhbGciOiJIUzI1NiJ9.e30.Et9HFtf9R3GEMA0IICOf")
    'https://letters.example/p/the-ferries-wait?_x=1'
    """
    parts = _split(url)
    if parts is None or not parts.query or _COUNTERS.search((parts.hostname or "").lower()):
        return url
    personal = _SHOWN.search((parts.hostname or "").lower())
    if not personal and not _SLUG.search(parts.path):
        return url
    kept = [part for part in parts.query.split("&")[:100] if not _is_personal(part, known=bool(personal))]
    return urlunsplit(parts._replace(query="&".join(kept)))


def _is_personal(parameter: str, *, known: bool) -> bool:
    name, _, value = parameter.partition("=")
    return (known and name == "e") or value.startswith("eyJ") or (len(value) >= 20 and _is_random(value))


_SLUG = re.compile(r"/[^/-]{1,60}(?:-[^/-]{1,60}){2,40}/?$")


def is_opaque(url: str) -> bool:
    """Whether only the server that counts the click knows where `url` leads.

    >>> is_opaque("https://click.mail.bugle.example/f/a/Xy7abcDEF9aaZZb8dd0Qk3mno2pqRST5uvWX")
    True
    >>> is_opaque("https://bugle.example/2024/03/05/a-long-headline-of-a-story-about-the-harbour-of-aktau")
    False
    """
    parts = _split(url)
    if parts is None:
        return True
    host = (parts.hostname or "").lower()
    if _SHOWN.search(host):
        return False
    if _COUNTERS.search(host):
        return True
    return any(_is_random(run) for run in _RANDOM.findall(f"{parts.path}?{parts.query}"[:_LONGEST]))


def _is_random(run: str) -> bool:
    """Whether letters of both cases and digits stand mixed: no words, no date, no number of a story."""
    mixed = any(map(str.isupper, run)) and any(map(str.islower, run)) and any(map(str.isdigit, run))
    longest = max(map(len, re.split(r"[-_.%+~=]", run)), default=0)
    return mixed and longest >= 20


def _target(url: str) -> str | None:
    """The address inside one of a service that counts clicks, in a token or written out in the path."""
    parts = _split(url)
    if parts is None:
        return None
    if "/redirect/" in parts.path:
        return _from_token(url)
    if not _COUNTERS.search((parts.hostname or "").lower()):
        return None
    match = _IN_PATH.search(parts.path)
    return unquote(match[1]) if match else _from_token(url)


_IN_PATH = re.compile(r"/(https?:(?:%2F|/){1,2}[^/\s]{4,3000})", re.I)


def _from_token(url: str) -> str | None:
    """The address in a token of JSON, as blogging services write them."""
    match = _TOKEN.search(url)
    if not match:
        return None
    letters = match[0].partition(".")[0]
    try:
        told = json.loads(base64.urlsafe_b64decode(letters + "=" * (-len(letters) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        return None
    values = told.values() if isinstance(told, dict) else ()
    return next(
        (value for value in values if isinstance(value, str) and value.startswith(("http://", "https://"))), None
    )


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
    except ValueError:  # "http://[": a bracket without its like
        return None
    return parts
