"""Files of settings: typed values, and errors that name line and nearest spelling."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.errors import ConfigError
from digest.model import Date
from digest.settings import build, read_yaml


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    name: str
    books: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    title: str
    shelves: Mapping[str, Shelf] = None  # type: ignore[assignment]
    weights: Mapping[str, float] = None  # type: ignore[assignment]
    groups: tuple[tuple[str, ...], ...] = ()
    opened: Date | None = None
    lent: bool = False
    size: Literal["small", "large"] = "small"


def made(text: str) -> Library:
    return build(Library, read_yaml(text, "x.yaml"))


def test_a_file_becomes_typed_values() -> None:
    """Numbers, dates, lists of lists and mappings of plans arrive as their fields want them."""
    text = """
title: no
shelves: {poetry: {books: 3}}
weights: {a: 2}
groups: [[a, b], c]
opened: 1999-05
lent: yes
size: large
"""
    assert made(text) == Library(
        title="no",  # YAML would have made it false
        shelves={"poetry": Shelf(name="poetry", books=3)},
        weights={"a": 2.0},
        groups=(("a", "b"), ("c",)),
        opened=Date(edtf="1999-05"),
        lent=True,
        size="large",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title: x\nshelfs: {}", 'x.yaml:2: unknown key "shelfs"\n  did you mean "shelves"?'),
        ("title: x\nsize: lagre", 'x.yaml:2: "lagre" is not a choice here\n  did you mean "large"?'),
        ("title: x\nshelves:\n  poetry:\n    books: many", 'x.yaml:4: a whole number is wanted here, not "many"'),
        (
            "title: x\nopened: May",
            'x.yaml:2: a date as EDTF, 2022-09-14 or 2022-09-12/2022-09-18, is wanted here, not "May"',
        ),
        ("lent: no", 'x.yaml:1: "title" is missing here'),
        ("title: [x]", "x.yaml:1: a word or number is wanted here, not a list"),
        ("- x", "x.yaml:1: a mapping, `key: value`, is wanted here, not a list"),
        ("title: x\ntitle: y", 'x.yaml:2: "title" stands twice\n  first on line 1'),
        ("title: &a x\ngroups: [*a]", "x.yaml:2: aliases (*name) are not read\n  write the value out"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, said: str) -> None:
    """What, where, and what to try."""
    with pytest.raises(ConfigError) as caught:
        made(text)

    assert said == str(caught.value)


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "{a: " * 5_000, "a: " * 2, "x" * 2_000_000, "a: \0", "\tx", "a: b: c", "? ?"]
)
def test_what_is_no_settings_file_is_refused(text: str) -> None:
    """Nesting, size and syntax have bounds that end in an error a person can read."""
    with pytest.raises(ConfigError):
        made(text)


@given(st.text())
def test_any_text_is_settings_or_an_error(text: str) -> None:
    """Nothing else comes out of it."""
    with suppress(ConfigError):
        made(text)
