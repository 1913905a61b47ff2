"""config.yaml: defaults without it, paths beside it, and mistakes named with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.config import Config, load_config, parse_config
from digest.errors import ConfigError

THEMES = "themes:\n  steel: {title: Steel, phrases: {steel: 2}}\n"


def test_a_folder_without_a_configuration_can_be_worked_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library is beside the pages."""
    monkeypatch.chdir(tmp_path)

    assert Config() == load_config()
    assert Path("library.sqlite") == load_config().library


def test_paths_start_at_the_configuration(tmp_path: Path) -> None:
    """Wherever the command is run."""
    (tmp_path / "config.yaml").write_text("library: store/all.sqlite\noutput: /srv/out\n")
    settings = load_config(tmp_path / "config.yaml")

    assert (tmp_path / "store/all.sqlite", Path("/srv/out")) == (settings.library, settings.output)


def test_themes_briefs_and_outlets_are_what_the_file_says() -> None:
    """Each under its name."""
    settings = parse_config(
        THEMES
        + """
briefs:
  weekly:
    title: Steel This Week
    themes: [steel]
    sections:
    - {title: In Brief, form: in-brief, quota: 2}
outlets:
- {name: The Harbour Times, domains: [harbour.example]}
"""
    )

    assert (2.0, "steel") == (settings.themes["steel"].phrases["steel"], settings.themes["steel"].name)
    assert ("weekly", 2) == (settings.briefs["weekly"].name, settings.briefs["weekly"].sections[0].quota)
    assert ("harbour.example",) == settings.outlets[0].domains


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("libary: x", 'config.yaml:1: unknown key "libary"\n  did you mean "library"?'),
        (
            THEMES + "briefs:\n  a:\n    title: A\n    themes: [stel]\n    sections: []",
            'config.yaml:6: unknown theme "stel" in the brief a\n  did you mean "steel"?',
        ),
        (
            THEMES
            + "briefs:\n  a:\n    title: A\n    themes: [steel]\n    sections:\n"
            + "    - title: B\n      form: story\n      themes: stel",
            'config.yaml:10: unknown theme "stel" in a section of a\n  did you mean "steel"?',
        ),
        ("themes:\n  a: {title: A, phrases: {x: many}}", 'config.yaml:2: a number is wanted here, not "many"'),
        ("themes:\n  a: {title: A, threshold: 0}", "config.yaml:2: the threshold must be above zero"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, said: str) -> None:
    """And with the nearest spelling."""
    with pytest.raises(ConfigError) as caught:
        parse_config(text)

    assert said == str(caught.value)


def test_a_configuration_that_is_no_text_is_refused(tmp_path: Path) -> None:
    """Not UTF-8, missing, a folder."""
    (tmp_path / "latin.yaml").write_bytes("library: x\ntitle: Müller".encode("latin-1"))

    for name, where in (("latin.yaml", "latin.yaml:2"), ("none.yaml", "none.yaml"), (".", "")):
        with pytest.raises(ConfigError) as caught:
            load_config(tmp_path / name)
        assert caught.value.where.endswith(where)
