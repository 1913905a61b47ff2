"""Names in two fields, as reference managers keep them."""

from __future__ import annotations

from collections.abc import Sequence

from digest.model import Name
from digest.names import PARTICLES


def person(family: str, given: str) -> Name:
    """A person by surname and given names: small words before the one and after the other are particles.

    >>> name = person("van den Berg", "Anna, Jr.")
    >>> name.family, name.given, name.non_dropping_particle, name.suffix
    ('Berg', 'Anna', 'van den', 'Jr.')
    """
    last = family.split()
    if not last:
        return Name(literal=given or "?")
    first, after = trailing(given.partition(",")[0].split())
    before = next((at for at, word in enumerate(last[:-1]) if not _is_particle(word)), len(last) - 1)
    return Name(
        family=" ".join(last[before:]) or None,
        given=first or None,
        non_dropping_particle=" ".join(last[:before]) or None,
        dropping_particle=after or None,
        suffix=given.partition(",")[2].strip() or None,
    )


def parts(name: Name) -> tuple[str, str]:
    """Surname and given names: particles with either, a suffix after a comma, a body as a surname.

    >>> parts(Name(family="Berg", given="Anna", non_dropping_particle="van den", suffix="Jr."))
    ('van den Berg', 'Anna, Jr.')
    """
    if name.literal or not name.family:
        return str(name), ""
    family = " ".join(filter(None, (name.non_dropping_particle, name.family)))
    given = " ".join(filter(None, (name.given, name.dropping_particle)))
    return family, ", ".join(filter(None, (given, name.suffix)))


def trailing(given: Sequence[str]) -> tuple[str, str]:
    """Given names, and the small words after them.

    >>> trailing(["Ludwig", "van"])
    ('Ludwig', 'van')
    """
    end = next((at for at in range(len(given), 1, -1) if not given[at - 1].islower()), min(len(given), 1))
    return " ".join(given[:end]), " ".join(given[end:])


def _is_particle(word: str) -> bool:
    return word.islower() or word in PARTICLES
