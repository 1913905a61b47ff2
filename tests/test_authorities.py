"""One person, body or place under all its spellings, and none joined wrongly."""

from __future__ import annotations

from datetime import date

from digest.authorities import Authorities, Use, join
from digest.config import parse_config


def joined(*names: str, rules: str = "") -> Authorities:
    """What becomes of names that stand in one article each."""
    uses = [Use(key=f"article{at}", text=name, name=name, kind="person") for at, name in enumerate(names)]
    return join(uses, parse_config(rules).names)


def test_a_rule_joins_what_it_names() -> None:
    """Whatever the spellings look like."""
    rules = "names:\n - {name: Shohrat Zakir, also: [Xuekelaiti Zhakeer]}"
    found = joined("Xuekelaiti Zhakeer", "Shohrat Zakir", rules=rules)

    assert "Shohrat Zakir" == found.house("Xuekelaiti Zhakeer")
    assert {"Shohrat Zakir", "Xuekelaiti Zhakeer"} == set(found.spellings("Shohrat Zakir"))


def test_a_place_has_the_name_of_the_day() -> None:
    """Between the two days it bore another."""
    rule = "{name: Astana, kind: place, was: [{name: Nur-Sultan, from: 2019-03-23, until: 2022-09-17}]}"
    uses = [Use(key="a", text="Astana", name="Astana", kind="place")]
    found = join(uses, parse_config(f"names:\n - {rule}").names)

    assert "Nur-Sultan" == found.house("Astana", "place", on=date(2021, 1, 1))
    assert "Astana" == found.house("Astana", "place", on=date(2023, 1, 1))
    assert "Astana" == found.house("Astana", "place")
