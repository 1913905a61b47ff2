"""What a person should know of a document that was changed: that it is signed, protected, or records its changes."""

from __future__ import annotations

from collections.abc import Iterator

from digest.reports.docx.document import root_of_story
from digest.reports.docx.package import Package, relationship_of, relationships
from digest.reports.docx.tags import child, is_on, value

_SIGNED = "the document was signed: the signature does not hold for what was written; have it signed again"
_PROTECTED = "the document is protected against changes in Word, which keeps nobody from citing here"
_TRACKED = "the document records its changes: citations are written as if they had been there, and are not recorded"


def cautions(package: Package) -> Iterator[str]:
    """What to tell of a document in which something was written."""
    if any("digital-signature" in one.target or one.kind == "origin" for one in relationships(package, "")):
        yield _SIGNED
    file = relationship_of(package, package.main, "settings")
    settings = root_of_story(package, file) if file else None
    protection = child(settings, "documentProtection")
    if protection is not None and value(protection, "enforcement") in ("1", "true", "on"):
        yield _PROTECTED
    if settings is not None and is_on(settings, "trackRevisions"):
        yield _TRACKED
