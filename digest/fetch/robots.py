"""What a site asks of programs that fetch from it: robots.txt by RFC 9309."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote, unquote_to_bytes

LARGEST = 512_000
"""Bytes that are read; section 2.5 asks for at least 500 KiB."""
_MOST_LINES = 20_000
_MOST_RULES = 5_000
_LONGEST_RULE = 2_000
_MOST_STARS = 20
_LONGEST_DELAY = 10.0
_SAFE = "/?:@!$&'()*+,;=-._~"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A path pattern, and whether it opens or closes."""

    pattern: str
    allows: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """The rules for one program, and how long it is asked to wait between two requests."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0

    def allow(self, path: str) -> bool:
        """Whether the path, with its query, may be fetched: the longest rule decides, an opening one in doubt."""
        wanted = _folded(path)
        if wanted == "/robots.txt":
            return True
        found = [rule for rule in self.rules if _matches(rule.pattern, wanted)]
        return max(found, key=lambda rule: (len(rule.pattern), rule.allows)).allows if found else True


OPEN = Robots()


def parse_robots(data: bytes, product: str) -> Robots:
    """The rules of the groups that name `product`, else of those for everybody.

    >>> robots = parse_robots(b"User-agent: *\\nDisallow: /private\\nAllow: /private/press$", "digest")
    >>> robots.allow("/private/x"), robots.allow("/private/press"), robots.allow("/news")
    (False, True, True)
    """
    lines = list(_lines(data))
    return _group(lines, product.lower()) or _group(lines, "*") or OPEN


def _lines(data: bytes) -> Iterator[tuple[str, str]]:
    """Names in small letters and values; what is neither is passed over, as section 2.2 has it."""
    text = data[:LARGEST].decode("utf-8-sig", "replace")
    for line in islice(re.split(r"[\r\n]+", text), _MOST_LINES):
        name, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield name.strip().lower(), value.strip()


def _group(lines: list[tuple[str, str]], product: str) -> Robots | None:
    """What all groups for `product` say together, or None where there is none."""
    rules: list[Rule] = []
    delay, named, mine, heading = 0.0, False, False, False
    for name, value in lines:
        if name == "user-agent":
            mine = (mine and heading) or _is_for(value, product)
            named, heading = named or mine, True
            continue
        if name in ("allow", "disallow", "crawl-delay"):  # others, such as sitemap, end no heading
            heading = False
        if mine and name in ("allow", "disallow") and value and len(rules) < _MOST_RULES:
            rules.append(Rule(pattern=_folded(value[:_LONGEST_RULE]), allows=name == "allow"))
        elif mine and name == "crawl-delay":
            delay = _seconds(value)
    return Robots(rules=tuple(rules), delay=delay) if named else None


def _is_for(value: str, product: str) -> bool:
    found = re.match(r"[A-Za-z_-]+|\*", value)
    return bool(found) and found[0].lower() == product  # type: ignore[index] # as found


def _seconds(value: str) -> float:
    try:
        return min(max(float(value), 0.0), _LONGEST_DELAY) if len(value) < 20 else 0.0
    except ValueError:
        return 0.0


def _folded(path: str) -> str:
    """`path` with one spelling for each octet: encoded where it need be, and not else."""
    return "%2F".join(quote(unquote_to_bytes(part), safe=_SAFE) for part in re.split("%2[Ff]", path))


def _matches(pattern: str, path: str) -> bool:
    """Whether `path` begins with `pattern`, where * stands for anything and a last $ for the end.

    Piece by piece, the first place of each: a regular expression of many stars would take for ever.
    """
    anchored = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")[: _MOST_STARS + 1]
    if not path.startswith(first):
        return False
    at = len(first)
    if not others:
        return at == len(path) or not anchored
    *middle, last = others
    for piece in middle:
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return path.endswith(last) and len(path) - len(last) >= at if anchored else path.find(last, at) >= 0
