"""The section of a site that a line above a headline names."""

from __future__ import annotations

import re
from collections.abc import Container

from digest.extract.furniture import fold, phrases
from digest.extract.lines import count_words

_BETWEEN = re.compile(r"\s*[|›»>•·]+\s*")
_SLASH = re.compile(r"\s*/\s*")
_TRAIL = re.compile(r"[›»>]|^(?:home|start(?:seite)?|accueil|inicio|главная|首页)\s*[/|]", re.I)
_NONE = re.compile(r"^(?:by|von|par|por|di|door|автор)\b|[\[\]*_@#<]|://|^[\w-]+(?:\.[\w-]{2,20}){1,3}$|\d{4}", re.I)
"""A byline, a link, a domain, a date."""
_LARGE = re.compile(r"[^\W\d_]")
_SECTIONS = frozenset({"analysis", "features", "opinion", "comment", "live", "world news", "latest news"})
"""Words of navigation that are sections where they stand right above a headline."""


def section_of(text: str, names: Container[str]) -> str | None:
    """The section that a line above a title names: the last of a trail, the first of a list; `names` are outlets'.

    >>> section_of("Home / Publications / Commentary", ()), section_of("Crossroads Asia | Economy", ())
    ('Commentary', 'Crossroads Asia')
    >>> section_of("English.news.cn", ()) is None, section_of("By *Bold* [Name](x)", ()) is None
    (True, True)
    """
    if len(text) > 80 or _NONE.search(text):
        return None
    trail = bool(_TRAIL.search(text))
    between = _SLASH if trail and " / " in text else _BETWEEN
    parts = [part.strip() for part in between.split(text) if part.strip()]
    if not 1 <= len(parts) <= 4 or any(count_words(part) > 4 or len(part) > 50 for part in parts):
        return None
    if len(parts) > 1:
        parts = [part for part in parts if is_section_word(part) or fold(part) not in phrases()]
    found = (parts[-1] if trail else parts[0]) if parts else ""
    large = bool(_LARGE.match(found)) and not found[0].islower()
    return found if large and len(found) > 1 and found not in names else None


def is_section_word(text: str) -> bool:
    """Whether a word of navigation names a section where it stands right above a headline."""
    return fold(text) in _SECTIONS
