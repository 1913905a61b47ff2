"""What every test may use: golden files and the material beside the checkout."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Generator
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

HERE = Path(__file__).parent
ROOT = HERE.parent
SEEDS = ROOT / "seeds"
SHARED = ROOT.parent / "shared"

# Times are for benchmarks: a busy machine must fail no test.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

Golden = Callable[[str, str], None]
Floor = Callable[[str, float], None]
FLOORS = HERE / "floors.json"


def read_floors() -> dict[str, float]:
    """The floors; a file that was changed by hand is refused."""
    written = json.loads(FLOORS.read_text(encoding="utf-8"))
    floors: dict[str, float] = written["floors"]
    assert written["seal"] == seal_of(floors), f"{FLOORS} was changed by hand: only pytest --set-floors may"
    return floors


def write_floors(floors: dict[str, float]) -> None:
    """Put these floors into the file, with the seal that shows that no hand lowered one."""
    written = {"seal": seal_of(floors), "floors": dict(sorted(floors.items()))}
    FLOORS.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def seal_of(floors: dict[str, float]) -> str:
    """A fingerprint of the floors."""
    return blake2b(json.dumps(floors, sort_keys=True).encode(), digest_size=8).hexdigest()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--set-floors", action="store_true", help="make what is measured now the floors, up or down")
    parser.addoption("--accept", action="store_true", help="rewrite the golden files with what the code gives now")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where DIGEST_NO_SKIPS is set (.ci/run), a test that skips has failed: nothing may go unchecked there."""
    report = yield
    if report.skipped and os.environ.get("DIGEST_NO_SKIPS"):
        report.outcome = "failed"
        report.longrepr = f"skipped, which .ci/run does not allow: {report.longrepr}"
    return report


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare a text with `tests/golden/NAME`, or write it there with --accept."""

    def compare(name: str, text: str) -> None:
        path = HERE / "golden" / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.exists(), f"no golden file {path}: run pytest --accept"
        assert path.read_text(encoding="utf-8") == text

    return compare


@pytest.fixture
def floor(request: pytest.FixtureRequest) -> Floor:
    """Hold a measured figure to its floor in `tests/floors.json`, which only --set-floors may move."""

    def hold(name: str, figure: float) -> None:
        floors = read_floors()
        if request.config.getoption("--set-floors"):
            write_floors(floors | {name: round(figure, 4)})
            return
        assert name in floors, f"no floor for {name}: run pytest -n 0 --set-floors"
        assert figure >= floors[name] - 1e-4, f"{name} fell to {figure:.4f}, below its floor of {floors[name]}"

    return hold


@pytest.fixture
def gold() -> Path:
    """The labelled material beside the checkout; the test skips where there is none."""
    path = SHARED / "gold"
    if not path.is_dir():
        pytest.skip("no labelled material beside this checkout")
    return path
