"""A language model is asked: one request to one checked address, its answer bounded in time and size."""

from __future__ import annotations

import ipaddress
import json
import os
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from http import HTTPStatus
from urllib.parse import urlsplit

from digest.errors import FetchError
from digest.fetch.accounts import Writer
from digest.fetch.policy import Policy
from digest.fetch.targets import Target, addresses, is_allowed, is_public, parse_target, system_resolver
from digest.fetch.wire import ENCODINGS, Answer, Limits, ask

LARGEST = 1_000_000
"""Bytes of an answer; a summary has some thousands."""
_LONGEST_KEY = 4_000
_SAID: dict[int, tuple[str, str]] = {
    400: ("does not understand the request", "does it know the model, and is the url right up to /v1?"),
    401: ("refuses the key", "is the right environment variable named under key_env:?"),
    403: ("refuses the key", "may this key use the model?"),
    404: ("has no such address or model", "url: ends where /chat/completions begins"),
    413: ("finds the text too long", "ask for fewer articles at a time"),
    429: ("asks for fewer requests", "try again later"),
}
"""Status → what is wrong, what to try. What the endpoint says itself is not repeated: it may hold the key."""


def answer(writer: Writer, messages: Sequence[Mapping[str, str]], policy: Policy) -> str:
    """What the writer's model says to `messages`; FetchError says why it said nothing."""
    deadline = time.monotonic() + writer.seconds
    asked = {"model": writer.model, "temperature": 0, "stream": False, "messages": list(messages)}
    target, found = _checked(writer, policy)
    posted = replace(target, posted=json.dumps(asked).encode())
    got = ask(posted, found, _headers(writer), Limits(body=LARGEST, connect=policy.connect), deadline)
    return _content(got, posted)


def _checked(writer: Writer, policy: Policy) -> tuple[Target, tuple[str, ...]]:
    """Where to ask and at which addresses: encrypted, or not beyond this machine and what a person allowed."""
    url = f"{writer.url.rstrip('/')}/chat/completions"
    named = urlsplit(url).hostname or ""
    host = parse_target(f"http://[{named}]/" if ":" in named else f"http://{named}/").host
    target = parse_target(url, policy.allow | {host})  # the port that a person wrote there may be any
    resolve = policy.resolve or system_resolver
    found = addresses(target, {host}, resolve, min(policy.connect, writer.seconds))
    if not all(map(_is_here, found)):
        allowed = is_allowed(target.host, target.port, policy.allow)
        found = addresses(target, policy.allow, lambda *_: found, policy.connect)
        if target.scheme != "https" and not (allowed and not any(map(is_public, found))):
            hint = "write https:// in url: under `writer:`; http:// is for a model on this machine or an allowed host"
            raise FetchError("key and text would be sent in the open", where=target.url, hint=hint)
    return target, found


def _is_here(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return False


def _headers(writer: Writer) -> dict[str, str]:
    headers = {
        "Accept": "application/json",
        "Accept-Encoding": ", ".join(ENCODINGS),
        "Connection": "close",
        "Content-Type": "application/json",
    }
    return headers | ({"Authorization": f"Bearer {_key(writer.key_env)}"} if writer.key_env else {})


def _key(variable: str) -> str:
    """The key that the environment holds; it is put into no message."""
    key = os.environ.get(variable, "").strip()
    if not key:
        raise FetchError(f"the environment variable {variable} is not set", where="writer", hint="it holds the key")
    if len(key) > _LONGEST_KEY or not all("!" <= letter <= "~" for letter in key):
        raise FetchError(f"what {variable} holds is no key", where="writer", hint="a key is one word of plain letters")
    return key


def _content(got: Answer, target: Target) -> str:
    """The words of the model in an answer."""
    if HTTPStatus.MULTIPLE_CHOICES <= got.status < HTTPStatus.BAD_REQUEST:
        hint = "write the address it leads to into url: under `writer:`, if you trust it with the key and the text"
        raise FetchError("leads on to another address, where nothing is sent", where=target.url, hint=hint)
    if got.status != HTTPStatus.OK:
        what, hint = _SAID.get(got.status, (f"answers with status {got.status}", "try again later"))
        raise FetchError(f"the writer {what}", where=target.url, hint=hint)
    try:
        said = json.loads(got.data)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        hint = "is it an OpenAI-compatible address?"
        raise FetchError("the writer does not answer in the form asked for", where=target.url, hint=hint) from error
    if not isinstance(said, str) or not said.strip():
        raise FetchError("the writer says nothing", where=target.url, hint="does the model answer with text?")
    return said
