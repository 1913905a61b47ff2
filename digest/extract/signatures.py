"""Who signs a page, among all it declares and shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from digest.extract.signatures_read import Statement, folded, read_statements
from digest.extract.signatures_sites import own_names
from digest.model import Confidence, Evidence, Name, Page
from digest.plans import Outlet
from digest.signing import Signer

People = tuple[tuple[Name, ...], tuple[Name, ...], tuple[Evidence, ...]]
_Worth = Literal["person", "agency", "body", "single", "outlet", "account", "nothing"]

_WORTH: dict[_Worth, float] = {
    "person": 100, "agency": 60, "body": 45, "single": 30, "outlet": 20, "account": 8, "nothing": 0,
}  # fmt: skip
"""What the best name of a statement is worth; the weights of places only decide between equals."""
_AGREED = 2.5
"""What it adds that another place names one of the same people."""
_FULLER = 1.5
"""What it adds that all whom another trusted place names are among more."""
_MOST = 40


def find_people(page: Page, outlet: Outlet | None) -> People:
    """The authors, the contributors, and what names them."""
    own = own_names(page, outlet)
    statements = [statement for statement in read_statements(page) if statement.authors or statement.helpers]
    scored = [(_score(statement, statements, own, page), statement) for statement in statements if statement.authors]
    best = max(scored, key=lambda row: row[0], default=None)
    if best is None or best[0] <= 0:
        return (), _helpers(statements, ()), ()
    authors = _kept(best[1], own, page)
    authors = tuple(_best_spelt(signer, statements) for signer in authors)[:_MOST]
    names = tuple(dict.fromkeys(signer.name for signer in authors))
    return names, _helpers(statements, names), _proofs(best[1], statements, names)


def _score(statement: Statement, others: Sequence[Statement], own: frozenset[str], page: Page) -> float:
    """How much speaks for a statement: what it names, where it stands, and who else says so."""
    worth = max((_WORTH[_worth(signer, own, page, statement)] for signer in statement.authors), default=0.0)
    if worth == 0:
        return 0.0
    mine = _keys(statement, own)
    score = worth + statement.weight
    seen: set[str] = set()
    for other in others:
        theirs = _keys(other, own)
        if other is statement or not theirs or other.family in seen or other.family == statement.family:
            continue
        if mine & theirs:
            seen.add(other.family)
            score += _AGREED
            score += _FULLER if mine > theirs and other.weight >= 5 and statement.weight >= 5 else 0
    return score


def _keys(statement: Statement, own: frozenset[str]) -> frozenset[str]:
    return frozenset(folded(str(signer.name)) for signer in statement.authors) - own


def _worth(signer: Signer, own: frozenset[str], page: Page, statement: Statement) -> _Worth:
    """What a name is worth as an author."""
    name = str(signer.name)
    if folded(name) in own:
        return "outlet"
    if signer.kind == "person" and name.islower() and not statement.typed and name.isascii():
        return "nothing"
    if signer.kind == "person":
        return "account" if _is_foreign_letters(name, page) else "person"
    if signer.kind in ("agency", "body"):
        return signer.kind
    if signer.kind == "login":
        return "account"
    if signer.kind == "site":
        return "outlet"
    return "single" if statement.typed else "nothing"


def _is_foreign_letters(name: str, page: Page) -> bool:
    """Whether a name without blanks is in letters that the page is not: the account of an editor."""
    if " " in name or name.isascii() or not re.search(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", name):
        return False
    text = "".join(block.text for block in page.blocks[:20])
    return bool(text) and not re.search(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", text)


def _kept(statement: Statement, own: frozenset[str], page: Page) -> tuple[Signer, ...]:
    """The authors of a statement: beside people, the outlet and what is no name fall away; agencies stay if typed."""
    worths = [(signer, _worth(signer, own, page, statement)) for signer in statement.authors]
    if any(worth == "person" for _, worth in worths):
        allowed = ("person", "agency", "single") if statement.typed else ("person", "agency")
        return tuple(signer for signer, worth in worths if worth in allowed)
    if statement.whole is not None and any(worth == "outlet" for _, worth in worths) and len(worths) > 1:
        return (replace(statement.authors[0], name=Name(literal=statement.whole), kind="body"),)
    if any(worth in ("agency", "body") for _, worth in worths):
        return tuple(signer for signer, worth in worths if worth in ("agency", "body", "single"))
    best = max(_WORTH[worth] for _, worth in worths)
    literal = (
        replace(signer, name=Name(literal=str(signer.name))) for signer, worth in worths if _WORTH[worth] == best
    )
    return tuple(literal)


def _best_spelt(signer: Signer, statements: Sequence[Statement]) -> Signer:
    """The same name as another place spells it with its capitals and accents, where this one lacks them."""
    name = str(signer.name)
    if not name.islower():
        return signer
    key = folded(name)
    for statement in statements:
        for other in statement.authors:
            if folded(str(other.name)) == key and not str(other.name).islower():
                return other
    return signer


def _helpers(statements: Sequence[Statement], authors: Sequence[Name]) -> tuple[Name, ...]:
    """Those who helped, as the places near the headline and the metadata say."""
    signed = {folded(str(name)) for name in authors}
    found: dict[str, Name] = {}
    for statement in statements:
        for signer in statement.helpers:
            key = folded(str(signer.name))
            if key not in signed and (signer.kind in ("person", "agency")):
                found.setdefault(key, signer.name)
    return tuple(found.values())[:_MOST]


def _proofs(best: Statement, statements: Sequence[Statement], names: Sequence[Name]) -> tuple[Evidence, ...]:
    keys = {folded(str(name)) for name in names}
    agreeing = [
        other
        for other in statements
        if other is not best and other.family != best.family and keys & {folded(str(s.name)) for s in other.authors}
    ]
    sure: Confidence = "stated" if best.weight >= 5 or agreeing else "inferred"
    rows = [best, *agreeing[:3]]
    return tuple(
        Evidence(field="author", quote=row.quote[:200], rule=row.origin, confidence=sure if row is best else "stated")
        for row in rows
    )
