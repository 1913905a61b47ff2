"""Who signs a page, among all it declares and shows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from digest.extract.structured.signatures_read import Statement, folded, read_statements
from digest.extract.structured.signatures_sites import own_names
from digest.model import Confidence, Evidence, Name, Page
from digest.plans import Outlet
from digest.signing import Signer
from digest.signing.kinds import EAST_ASIAN

People = tuple[tuple[Name, ...], tuple[Name, ...], tuple[Evidence, ...]]
_Worth = Literal["person", "agency", "body", "desk", "single", "outlet", "account", "nothing"]

_WORTH: dict[_Worth, float] = {
    "person": 100, "agency": 60, "body": 45, "desk": 25, "single": 18, "outlet": 20, "account": 8, "nothing": 0,
}  # fmt: skip
"""What the best name of a statement is worth; the weights of places only decide between equals."""
_DECLARED: dict[_Worth, float] = {**_WORTH, "person": 130, "agency": 120, "body": 115, "single": 110}
"""What it is worth where the article's own JSON-LD types it as its author: an agency there is no accident."""
_AGREED = 2.5
"""What it adds that another place names one of the same people."""
_DOUBTED: dict[_Worth, float] = {**_WORTH, "person": 15, "agency": 12, "body": 9, "desk": 9, "single": 0, "outlet": 0}
"""What it is worth where the page may speak of another text: a box further down, a name beside a date."""
_DOUBTFUL = 5
_BYLINE = 7.5
"""The weight of a byline by the headline."""
_TIMED = re.compile(r"\d\d[:.]\d\d|(?:19|20)\d\d")
_BELOW = ("name below", "name in italics")
_COPIED = 3
"""What a byline loses beside metadata that name one of its people: it may hold more than names."""
_SURE = 10
"""The weight of the article's own node of JSON-LD."""
_MOST = 40


def find_people(page: Page, outlet: Outlet | None) -> People:
    """The authors, the contributors, and what names them."""
    own = own_names(page, outlet)
    statements = [statement for statement in read_statements(page) if statement.authors or statement.helpers]
    scored = [(_score(statement, statements, own, page), statement) for statement in statements if statement.authors]
    best = max(scored, key=lambda row: row[0], default=None)
    if best is None or best[0] <= 0:
        return (), _helpers(statements, ()), ()
    authors = _kept(_fuller(best[1], statements), own, page)
    authors = tuple(_best_spelt(signer, statements) for signer in authors)[:_MOST]
    names = tuple(dict.fromkeys(signer.name for signer in authors))
    return names, _helpers(statements, names), _proofs(best[1], statements, names)


def _score(statement: Statement, others: Sequence[Statement], own: frozenset[str], page: Page) -> float:
    """How much speaks for a statement: what it names, where it stands, and who else says so."""
    table = _DECLARED if statement.weight >= _SURE else _DOUBTED if statement.weight < _DOUBTFUL else _WORTH
    worth = max((table[_worth(signer, own, page, statement)] for signer in statement.authors), default=0.0)
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
            score += _AGREED - (_COPIED if other.typed and not statement.typed else 0)
    return score


def _fuller(best: Statement, statements: Sequence[Statement]) -> Statement:
    """`best`, or the byline by the headline that names all its people and more: metadata often name one of several."""
    mine = {folded(str(signer.name)) for signer in best.authors}
    for other in statements:
        if other.family != "shown" or other.weight < _BYLINE or best.family == "shown":
            continue
        theirs = {folded(str(signer.name)): signer for signer in other.authors}
        more = [signer for key, signer in theirs.items() if key not in mine]
        if mine < theirs.keys() and all(signer.kind == "person" and signer.name.family for signer in more):
            return other
    return best


def _keys(statement: Statement, own: frozenset[str]) -> frozenset[str]:
    return frozenset(folded(str(signer.name)) for signer in statement.authors) - own


def _worth(signer: Signer, own: frozenset[str], page: Page, statement: Statement) -> _Worth:
    """What a name is worth as an author."""
    name = str(signer.name)
    if folded(name) in own or folded(statement.quote) in own:
        return "outlet"
    if signer.kind == "person" and _is_unlikely(name, statement):
        return "nothing"
    if signer.kind == "person":
        return "account" if _is_foreign_letters(name, page) else "person"
    if signer.kind in ("agency", "body", "desk"):
        below = statement.origin.startswith(_BELOW)
        return "nothing" if signer.kind != "agency" and statement.weight < _DOUBTFUL and not below else signer.kind
    if signer.kind == "login":
        return "account"
    if signer.kind == "site":
        return "outlet"
    alone = (statement.typed or (signer.kind == "single" and _is_labelled(statement))) and not any(
        folded(str(other.name)) in own for other in statement.authors
    )
    return "single" if alone else "nothing"


def _is_labelled(statement: Statement) -> bool:
    """Whether a place says in words that one name signs; far from the headline, with the time beside it."""
    if not statement.origin.startswith(("labelled byline", "byline in words")) or len(statement.authors) > 1:
        return False
    return not statement.origin.endswith("further down") or bool(_TIMED.search(statement.quote))


def _is_unlikely(name: str, statement: Statement) -> bool:
    """Whether what a page only shows has too little of a name: small letters, or two Chinese characters anywhere."""
    if statement.typed:
        return False
    labelled = statement.weight >= _DOUBTFUL or statement.origin.startswith(("sign-off", "words of"))
    return (name.islower() and name.isascii()) or (not labelled and bool(EAST_ASIAN.search(name)))


def _is_foreign_letters(name: str, page: Page) -> bool:
    """Whether a name without blanks is in letters that the page is not: the account of an editor."""
    if " " in name or not EAST_ASIAN.search(name):
        return False
    text = "".join(block.text for block in page.blocks[:20])
    return bool(text) and not EAST_ASIAN.search(text)


def _kept(statement: Statement, own: frozenset[str], page: Page) -> tuple[Signer, ...]:
    """The authors of a statement: beside people, the outlet and what is no name fall away; agencies stay if typed."""
    worths = [(signer, _worth(signer, own, page, statement)) for signer in statement.authors]
    if any(worth == "person" for _, worth in worths):
        if statement.typed:
            return tuple(signer for signer, worth in worths if worth in ("person", "agency", "single", "body", "desk"))
        return tuple(s for s, worth in worths if worth == "person" or (worth == "agency" and _joined(s, statement)))
    if own & {folded(statement.quote)}:
        return (replace(statement.authors[0], name=Name(literal=statement.quote), kind="body"),)
    if statement.whole is not None and any(worth == "outlet" for _, worth in worths) and len(worths) > 1:
        return (replace(statement.authors[0], name=Name(literal=statement.whole), kind="body"),)
    if any(worth in ("agency", "body") for _, worth in worths):
        return tuple(signer for signer, worth in worths if worth in ("agency", "body", "single"))
    best = max(_WORTH[worth] for _, worth in worths)
    literal = (
        replace(signer, name=Name(literal=str(signer.name))) for signer, worth in worths if _WORTH[worth] == best
    )
    return tuple(literal)


def _joined(signer: Signer, statement: Statement) -> bool:
    """Whether an agency signs with a person and is not the place where he works: "Ann Lee and AFP"."""
    name = re.escape(str(signer.name))
    return bool(
        re.search(rf"(?:\s|^)(?:and|und|et|y|e|og|och|with|mit|avec|con|&)[\s|]+(?:the\s)?{name}", statement.quote)
    )


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
            if key not in signed and _is_helper(signer, statement):
                found.setdefault(key, signer.name)
    return tuple(found.values())[:_MOST]


def _is_helper(signer: Signer, statement: Statement) -> bool:
    """Whether one who is named helped with the text: the credit of a picture alone is the picture's."""
    if signer.kind not in ("person", "agency"):
        return False
    credit = signer.role in ("photographs", "pictures", "production")
    return not credit or (bool(statement.authors) and statement.weight >= _DOUBTFUL)


def _proofs(best: Statement, statements: Sequence[Statement], names: Sequence[Name]) -> tuple[Evidence, ...]:
    keys = {folded(str(name)) for name in names}
    agreeing = [
        other
        for other in statements
        if other is not best and other.family != best.family and keys & {folded(str(s.name)) for s in other.authors}
    ]
    trusted = any(row.weight >= _DOUBTFUL for row in (best, *agreeing))
    confidence: Confidence = "stated" if trusted else "inferred"
    return tuple(
        Evidence(field="author", quote=row.quote[:200], rule=row.origin, confidence=confidence)
        for row in (best, *agreeing[:3])
    )
