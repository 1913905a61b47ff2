"""The trace that a citation in Markdown or HTML keeps of its sources and of how it was typed."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Literal

from digest.citing import Cited, Run
from digest.citing.markers import as_marker, find_markers, sources_of
from digest.citing.nouns import Fields
from digest.errors import ExportError
from digest.reports.markupsource import SURROGATES

__all__ = ["attribute", "shown_as", "told", "trace", "typed_as", "unescaped", "without_stop"]

_ALONE = re.compile(r"@(?:\{([^{}\s]{1,200})\}|([^\s\[\]]{1,200}))(?: \[[^\[\]]{1,80}\])?")
_NOT_KEPT = ("uris", "item")


def told(value: str) -> tuple[Cited, ...]:
    """The sources that the trace of a citation names; none where it is broken.

    >>> [one.key for one in told("[@ng2031storm, para. 3]")]
    ['ng2031storm']
    """
    if value.startswith('[{"'):
        return _from_json(value)
    if value.startswith("[") and value.endswith("]"):
        return sources_of(value[1:-1])
    if match := _ALONE.fullmatch(value):
        return next((one.sources for one in find_markers(value, {match[1] or match[2]})), ())
    return ()


def _from_json(value: str) -> tuple[Cited, ...]:
    try:
        rows = json.loads(value)
        return tuple(Cited(**row) for row in rows if isinstance(row.get("key"), str))
    except (ValueError, TypeError, AttributeError, RecursionError):
        return ()


def trace(sources: Sequence[Cited]) -> str:
    """The trace that a citation of these sources is read back from: a marker, or JSON where one would say less."""
    bare = tuple(replace(one, uris=(), item="") for one in sources)
    marker = as_marker(bare)
    if told(marker) == bare:
        return marker
    rows = [{name: value for name, value in asdict(one).items() if value and name not in _NOT_KEPT} for one in bare]
    rows = [{"key": row.pop("key", ""), **row} for row in rows]
    return json.dumps(rows, ensure_ascii=False)


_INERT = re.compile(r"[^\w \[\]@{}.,;:#+/?=%()'§¶–—-]")


def attribute(value: str) -> str:
    """`value` as it may stand between the double quotation marks of an attribute, in Markdown too.

    >>> attribute('[@a|b "c"]')
    '[@a&#124;b &#34;c&#34;]'
    """
    return _INERT.sub(lambda mark: f"&#{ord(mark[0])};", SURROGATES.sub("\ufffd", value))


def typed_as(raw: str, shown: str, sources: Sequence[Cited]) -> str:
    """How a marker was typed, where a marker made from its sources would not be the same; else nothing."""
    bare = tuple(replace(one, uris=(), item="") for one in sources)
    if not raw.strip() or raw == as_marker(bare):
        return ""
    found = find_markers(shown, {one.key for one in sources})
    keys = [one.key for one in sources]
    return raw if len(found) == 1 and [one.key for one in found[0].sources] == keys else ""


def without_stop(shown: tuple[Run, ...]) -> tuple[Run, ...]:
    """What a citation shows where a full stop follows it: not two of them."""
    if not shown or not shown[-1].text.endswith(".") or shown[-1].text.endswith(".."):
        return shown
    return (*shown[:-1], replace(shown[-1], text=shown[-1].text[:-1]))


def shown_as(fields: Fields, title: str) -> Literal["live", "none", "markers"]:
    """How citations are written in a format that knows no fields; ExportError where it is asked for some."""
    if fields in ("live", "none", "markers"):
        return fields
    program = {"zotero": "Zotero", "word": "Word"}[fields]
    raise ExportError(
        f"{title} has no fields of {program}", hint="--fields live, none or markers; or save the report as DOCX or ODT"
    )


def unescaped(value: str | None) -> str:
    """What the value of an attribute says."""
    return html.unescape(value or "")
