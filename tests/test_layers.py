"""A module imports only from rows below its own; what touches the world stands in few places."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "digest"

ROWS: dict[int, str] = {
    1: "edtf errors model resources",
    2: """
       addresses analysis authorities bibliographies briefs citekeys citing countries csl dates descriptions drafts
       duplicates entities events feedlists fences health inertxml keypatterns languages learning markdown names plans
       queries quotations quotebank quotemarks records sentences settings sidecars signing statements storylines
       summaries themes titles typography variables verify zipmembers
       """,
    3: "extract interchange readers reports",
    4: "attaching collecting config export fetch intake intake_pandoc library limits render workers",
    5: "__init__ __main__ cli",
}
"""A new module takes a row before it takes code; within a row there is no circle."""

ROW_OF = {name: row for row, names in ROWS.items() for name in names.split()}
WORLD = {"http", "os", "pathlib", "shutil", "socket", "sqlite3", "subprocess", "tempfile", "time", "urllib.request"}
"""What reaches disk, network, clock or other programs: for rows 4 and 5, and `resources`, which finds our files."""
SOCKETS = {"http", "socket", "urllib.request"}
CLOCK = {"now", "today", "utcnow"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    """The dotted name below `digest`."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)


def top(module: str) -> str:
    return module.partition(".")[0]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imported(path: Path) -> Iterator[str]:
    """Every module a file imports, wherever in the file, by its dotted name."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(path: Path) -> set[str]:
    """The modules of this package that a file imports."""
    found = set()
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "digest" and len(parts) > 1:
            found.add(".".join(parts[1:]))
    return {name for name in found if name in NAMES or top(name) in ROW_OF}


NAMES = {name_of(path) for path in MODULES}


def test_every_module_has_a_row() -> None:
    """A new module takes a row before it takes code."""
    assert set() == {top(name) for name in NAMES} - ROW_OF.keys()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_only_downwards(path: Path) -> None:
    """No row knows of a row above it."""
    mine = ROW_OF.get(top(name_of(path)), 0)
    if mine == 5 and name_of(path) == "__init__":
        return  # the public names are imported when they are first asked for

    assert [] == [name for name in ours(path) if ROW_OF.get(top(name), 0) > mine]


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Within a row, too, every import points one way."""
    graph = {name_of(path): {name for name in ours(path) if name in NAMES} - {name_of(path)} for path in MODULES}
    for name in graph:  # a package's own front imports its parts
        graph[name] -= {"__init__", top(name)}

    TopologicalSorter(graph).prepare()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_reads_the_configuration(path: Path) -> None:
    """A function takes what it needs, never the configuration."""
    if top(name_of(path)) not in ("cli", "config"):
        assert "config" not in ours(path)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_the_lower_rows_touch_no_disk_network_or_clock(path: Path) -> None:
    """Readers and rules are functions of what they are told."""
    name = name_of(path)
    if ROW_OF.get(top(name), 0) > 3 or name == "resources":
        return
    attributes = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
    called = {
        node.func.id for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }

    assert set() == WORLD & set(imported(path))
    assert set() == CLOCK & attributes
    assert "open" not in called


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_fetch_may_open_a_socket(path: Path) -> None:
    """A build works without a network."""
    if top(name_of(path)) != "fetch":
        assert set() == SOCKETS & set(imported(path))


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_only_the_command_line_prints_and_exits(path: Path) -> None:
    """Everything else returns or raises."""
    if top(name_of(path)) in ("cli", "__main__"):
        return
    called = {ast.unparse(node.func) for node in ast.walk(tree(path)) if isinstance(node, ast.Call)}

    assert set() == {"print", "exit", "quit", "sys.exit"} & called
    assert "click" not in set(imported(path))


def test_a_list_of_records_imports_no_reader_and_no_analysis() -> None:
    """What compiles thousands of expressions is imported when a page is read."""
    code = "import sys, digest.config, digest.library; print(*sorted(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = ("digest.readers.html", "digest.signing", "digest.quotations", "digest.entities", "digest.extract")

    assert [] == [name for name in ran.stdout.split() if name.startswith(heavy)]
