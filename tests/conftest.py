"""What every test may use: golden files and the material beside the checkout."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
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


def pytest_addoption(parser: pytest.Parser) -> None:
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
def gold() -> Path:
    """The labelled material beside the checkout; the test skips where there is none."""
    path = SHARED / "gold"
    if not path.is_dir():
        pytest.skip("no labelled material beside this checkout")
    return path
