"""Cited briefings from what you read: the nouns and the verbs.

>>> from digest import Source, extract, read
>>> text = "Rain In Osh\\n\\nBy Amy Ng\\n\\n" + "Rain fell on Osh for a third day, the mayor said. " * 4
>>> page, = read(Source(name="note.txt", data=text.encode()))
>>> [article.title for article in extract(page)]
['Rain In Osh']
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.briefs import compose as compose
    from digest.errors import DigestError as DigestError
    from digest.export import export as export
    from digest.extract import extract as extract
    from digest.model import Article as Article
    from digest.model import Block as Block
    from digest.model import Brief as Brief
    from digest.model import Date as Date
    from digest.model import Evidence as Evidence
    from digest.model import Name as Name
    from digest.model import Page as Page
    from digest.model import Quote as Quote
    from digest.model import Section as Section
    from digest.model import Source as Source
    from digest.readers import read as read
    from digest.render import render as render
    from digest.verify import verify as verify

_HOMES = {
    "Article": "digest.model",
    "Block": "digest.model",
    "Brief": "digest.model",
    "Date": "digest.model",
    "DigestError": "digest.errors",
    "Evidence": "digest.model",
    "Name": "digest.model",
    "Page": "digest.model",
    "Quote": "digest.model",
    "Section": "digest.model",
    "Source": "digest.model",
    "compose": "digest.briefs",
    "export": "digest.export",
    "extract": "digest.extract",
    "read": "digest.readers",
    "render": "digest.render",
    "verify": "digest.verify",
}
"""Where each public name lives; it is imported when it is first asked for, so that `digest --help` stays quick."""

__all__ = list(_HOMES)


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_HOMES[name]), name)
    return value


class _Package(ModuleType):
    def __setattr__(self, name: str, value: object) -> None:
        # A verb bears the name of its module, and importing that module would put it in the verb's place.
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
