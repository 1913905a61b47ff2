"""The draft of the week that the sample pages tell of, so that whatever a change does to it is seen."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from digest.cli import digest

from .conftest import ROOT, SEEDS, Golden


def test_the_draft_of_the_sample_week(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Golden) -> None:
    """It is what a reviewer last accepted, and the gate finds nothing in it."""
    monkeypatch.chdir(tmp_path)
    shutil.copy(ROOT / "config.yaml", tmp_path)
    for arguments in (["add", str(SEEDS)], ["brief", "china-russia", "--week", "2022-W37", "--draft"]):
        result = CliRunner().invoke(digest, arguments)
        assert 0 == result.exit_code, result.output
    draft = (tmp_path / "out" / "china-russia-2022-W37.md").read_text(encoding="utf-8")
    checked = CliRunner().invoke(digest, ["check", "out/china-russia-2022-W37.md"])

    assert 0 == checked.exit_code, checked.output
    golden("china-russia-2022-W37.md", draft)
