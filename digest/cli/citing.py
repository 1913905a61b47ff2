"""The drafts that rest on a text which has changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from digest.cli import desk
from digest.cli.words import note, short
from digest.errors import DigestError
from digest.model import Article

if TYPE_CHECKING:
    from digest.verify import Finding


def shaken(earlier: Iterable[Article]) -> list[tuple[Path, Finding]]:
    """The places in drafts of the output folder that stood in the `earlier` texts and stand no more."""
    old = {article.id: article for article in earlier}
    found: list[tuple[Path, Finding]] = []
    for path in sorted(desk.config().output.glob("*.md")) if old else ():
        if path.name.endswith(".printed.md"):
            continue
        try:
            found += [(path, finding) for finding in _shaken(path, old)]
        except DigestError as error:  # not a draft of ours, or one that cannot be read: `check` says why
            note(f"{path}: not looked at: {error.what}")
    return found


def _shaken(path: Path, old: Mapping[str, Article]) -> list[Finding]:
    from digest.cli.printing import examined
    from digest.fetch import fetch
    from digest.verify import cited_keys, verify

    text = fetch(path).data.decode("utf-8-sig", "replace")
    if not any(f"@{key}" in text or f"@{{{key}}}" in text for key in old):
        return []
    library = desk.library()
    work = examined(text, old, path)
    keys = cited_keys(work.document)
    now = {key: article for key in keys if (article := library.get(key))}
    before = verify(work.document, now | {key: old[key] for key in keys if key in old}, text)
    stood = {(finding.place, finding.kind) for finding in before}
    return [finding for finding in verify(work.document, now, text) if (finding.place, finding.kind) not in stood]


def line(path: Path, finding: Finding) -> str:
    """Where a draft rests on what has changed, and on what."""
    return f"{path}:{finding.line or 1}: {short(finding.message, 160)}"
