"""Characters that no font can show: what they are, and where they stand."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from digest.drafts import Draft
from digest.model import Article

_MOST = 20  # places named; a text in another script would fill the screen


def describe_missing(missing: str, draft: Draft, articles: Mapping[str, Article]) -> tuple[str, ...]:
    """A line for each character that is printed as its code point, with its name and place."""
    lines = [
        f"no font has “{c}” (U+{ord(c):04X} {unicodedata.name(c, 'without a name')}), "
        f"{_place(c, draft, articles)}: the PDF prints its code"
        for c in missing[:_MOST]
    ]
    rest = len(missing) - _MOST
    if rest > 0:
        lines.append(f"no font has {rest} more characters; a font that does can be put into templates/fonts")
    return tuple(lines)


def _place(character: str, draft: Draft, articles: Mapping[str, Article]) -> str:
    if character in (draft.title + (draft.subtitle or "") + (draft.series or "") + (draft.number or "")):
        return "in the header"
    found = draft.body.find(character)
    if found >= 0:
        line = draft.body.count("\n", 0, found) + draft.body_line
        headings = [row for row in draft.body[:found].splitlines() if row.startswith("#")]
        section = headings[-1].strip("# ") if headings else ""
        return f"line {line}" + (f", section “{section}”" if section else "")
    for key, article in articles.items():
        names = "".join(str(name) for name in article.author)
        if character in f"{article.title}{article.title_supplied}{article.container_title}{article.publisher}{names}":
            return f"in the reference {key}"
    return "in Sources"
