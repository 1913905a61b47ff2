"""The addresses in mail, out of the wrappers that count clicks; what only their server can read is told apart."""

from __future__ import annotations

import base64
import binascii
import json
import re
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

_LONGEST = 8_000
_TARGETS = (
    "url",
    "u",
    "q",
    "target",
    "redirect",
    "redirect_url",
    "redirecturl",
    "r",
    "to",
    "dest",
    "destination",
    "link",
)
"""Parameters in which a wrapper keeps the address it leads to."""
_WRAPPERS = re.compile(
    r"(?:^|\.)(?:safelinks\.protection\.outlook\.com|urldefense(?:\.proofpoint)?\.com|linkprotect\.cudasvc\.com|"
    r"l\.facebook\.com|lnks\.gd|getpocket\.com|slack-redir\.net|exactag\.com|awstrack\.me)$"
    r"|^(?:www\.)?google\.[a-z.]{2,6}$"
    r"|^(?:clicks?|links?|email|e|el|t|trk|track|tracking|go|r|redirect|out|news|nl)\d{0,3}\."
)
_V3 = re.compile(r"/v3/__(.{8,4000}?)__;")
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

    >>> cleaned("https://eu.safelinks.protection.outlook.com/?url=https%3A%2F%2Fbugle.example%2Fa%3Futm_source%3Dmail&data=1")
    'https://bugle.example/a'
    """
    url = url.strip()[:_LONGEST]
    for _ in range(4):
        inner = _target(url)
        if not inner:
            break
        url = inner
    if not url.lower().startswith(("http://", "https://")):
        return None
    from digest.addresses import canonical

    return canonical(url)


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
    """The address inside a wrapper's address."""
    parts = _split(url)
    if parts is None:
        return None
    host = (parts.hostname or "").lower()
    if host.startswith("urldefense") and (match := _V3.search(url)):
        return match[1] if match[1].startswith("http") else None
    if not _WRAPPERS.search(host):
        return _from_token(url) if "/redirect/" in parts.path else None
    for name, value in parse_qsl(parts.query[:_LONGEST], max_num_fields=100):
        if name.lower() not in _TARGETS:
            continue
        if host.startswith("urldefense.proof"):
            value = unquote(value.replace("-", "%").replace("_", "/"))
        if value.lower().startswith(("http://", "https://")):
            return value
    return _from_token(url) or _in_path(parts.path)


def _in_path(path: str) -> str | None:
    """An address written out in the path of another: `/CL0/https:%2F%2Fbugle.example%2Fa/1/…`."""
    match = re.search(r"/(https?:(?:%2F|/){1,2}[^/\s]{4,3000})", path, re.I)
    return unquote(match[1]) if match else None


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
