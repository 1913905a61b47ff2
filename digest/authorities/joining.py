"""Uses of spellings → authorities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from digest.authorities.register import Authorities, Authority, Use, folded
from digest.plans import NameRule


def join(uses: Iterable[Use], rules: Sequence[NameRule] = ()) -> Authorities:
    """The authorities that `uses` speak of; what a rule says wins over everything else."""
    named: dict[tuple[str, str], list[Use]] = {}
    ruled = {folded(text): rule for rule in rules for text in (rule.name, *rule.also)}
    for use in uses:
        rule = ruled.get(folded(use.name))
        named.setdefault((use.kind, folded(rule.name if rule else use.name)), []).append(use)
    everything = []
    places: dict[str, set[int]] = {}
    near: dict[tuple[str, str], set[int]] = {}
    for at, ((_, name), found) in enumerate(named.items()):
        rule = ruled.get(name)
        counts = Counter(text for use in found for text in dict.fromkeys((use.text, use.name)))
        spellings = dict.fromkeys([*(text for text, _ in counts.most_common()), *(rule.also if rule else ())])
        full = max(spellings, key=lambda text: (" " in text, counts[text]))
        everything.append(
            Authority(
                name=rule.name if rule else full,
                kind=found[0].kind,
                spellings=tuple(spellings),
                articles=len({use.key for use in found}),
                was=rule.was if rule else (),
            )
        )
        for text in spellings:
            places.setdefault(folded(text), set()).add(at)
        for use in found:
            near.setdefault((use.key, folded(use.text)), set()).add(at)
    return Authorities(
        all=tuple(everything),
        places={text: tuple(sorted(found)) for text, found in places.items()},
        near={text: tuple(sorted(found)) for text, found in near.items()},
    )
