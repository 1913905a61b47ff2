"""Any text is a query: words, phrases, fields, bounds, OR, -not and brackets, half written ones too."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.queries import All, Any, Node, Not, Query, Term, parse, terms


def told(node: Node) -> str:
    """A tree in one line."""
    if isinstance(node, Term):
        return f"{node.field}:{node.text}" if node.field else node.text
    if isinstance(node, Not):
        return f"not {told(node.part)}"
    return ("and" if isinstance(node, All) else "or") + "(" + ", ".join(map(told, node.parts)) + ")"


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("", "and()"),
        ("Xi Putin", "and(Xi, Putin)"),
        ('"Belt and Road" loan', "and(Belt and Road, loan)"),
        ("theme:xinjiang outlet:\"RFE/RL\"", "and(theme:xinjiang, outlet:RFE/RL)"),
        ("by:standish in:guardian", "and(author:standish, outlet:guardian)"),
        ("Xi -Putin", "and(Xi, not Putin)"),
        ('-theme:xinjiang -"forced labor"', "and(not theme:xinjiang, not forced labor)"),
        ("Xi OR Putin", "and(or(Xi, Putin))"),
        ("summit (Xi OR Putin) -tea", "and(summit, or(Xi, Putin), not tea)"),
        ("-(Xi OR Putin)", "and(not or(Xi, Putin))"),
        ("a OR b c", "and(or(a, and(b, c)))"),
        ("王毅 俄罗斯", "and(王毅, 俄罗斯)"),
        ("“state-owned firms” U.S.", "and(state-owned firms, U.S.)"),
        ("AT&T COVID-19", "and(AT&T, COVID-19)"),
        ("https://e.example/a note:this", "and(https://e.example/a, note:this)"),
        ('"half a phrase', "and(half a phrase)"),
        ("((a) b", "and(and(a, b))"),
        (") a (", "and(a)"),
        ("OR OR a OR", "and(a)"),
        ("- ( ) & !", "and()"),
        ("author:", "and(author:)"),
    ],
)  # fmt: skip
def test_a_query_is_a_tree(text: str, tree: str) -> None:
    assert tree == told(parse(text).tree)


@pytest.mark.parametrize(
    ("text", "since", "until"),
    [
        ("since:2022-09-14", date(2022, 9, 14), None),
        ("since:2022-09 until:2022", date(2022, 9, 1), date(2022, 12, 31)),
        ("tea until:2022-W37", None, date(2022, 9, 18)),
        ('from:"14 September 2022"', date(2022, 9, 14), None),
        ("since:2021 since:2022", date(2022, 1, 1), None),
    ],
)
def test_days_bound_the_whole_query(text: str, since: date | None, until: date | None) -> None:
    query = parse(text)

    assert (since, until) == (query.since, query.until)


def test_a_day_that_is_none_is_told() -> None:
    assert Query(tree=All(parts=(Term(text="tea"),)), ignored=("since:soon",)) == parse("tea since:soon")


def test_what_a_query_excludes_is_not_looked_for() -> None:
    assert ["a", "b"] == [term.text for term in terms(parse("a -c (b OR -d)").tree)]


@given(st.text())
def test_any_text_is_a_query(text: str) -> None:
    parse(text)


@given(st.text(alphabet='-()"OR :abthemsincu2-W0', max_size=60))
def test_any_marks_are_a_query(text: str) -> None:
    assert isinstance(parse(text).tree, All)


@pytest.mark.parametrize("piece", ["(", "-(", '"', "a OR ", "theme:", "a "])
def test_a_long_query_is_cut(piece: str) -> None:
    assert len(list(terms(parse(piece * 100_000).tree))) <= 32


def test_nothing_else_than_any_of_the_four_is_in_a_tree() -> None:
    assert isinstance(parse("a OR b").tree.parts[0], Any)
