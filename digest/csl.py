"""Article ↔ CSL-JSON: the record for scripts, and the reference as a citation processor takes it."""

from __future__ import annotations

from digest.descriptions import supplied_title
from digest.records import as_json, from_json

__all__ = ["as_json", "from_json", "supplied_title"]
