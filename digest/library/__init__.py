"""The store: articles, their versions, pages and searches, in one SQLite file."""

from __future__ import annotations

from digest.library.adding import Added
from digest.library.alike import Related
from digest.library.rereading import Reread
from digest.library.search import Hit
from digest.library.store import Library, open_library, read_library
from digest.library.tables import Reading

__all__ = ["Added", "Hit", "Library", "Reading", "Related", "Reread", "open_library", "read_library"]
