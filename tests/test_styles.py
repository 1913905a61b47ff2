"""Citation styles are looked at before they are used."""

from __future__ import annotations

from pathlib import Path

import pytest

from digest.errors import ConfigError
from digest.export.styles import style_names, style_path
from digest.resources import template_folder


def test_shipped_styles_keep_their_licence() -> None:
    """Each style is whole, usable, and carries its rights line; the notice names it."""
    notice = (template_folder() / "styles" / "NOTICE.md").read_text(encoding="utf-8")

    for name in style_names():
        assert "by-sa/3.0" in style_path(name).read_text(encoding="utf-8")
        assert f"`{name}.csl`" in notice


def test_a_path_is_a_style_too() -> None:
    """Any independent style works from its file."""
    path = style_path("apa")

    assert path == style_path(str(path))


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("chicago-autor-date", None, 'did you mean "chicago-author-date"'),
        ("chicago", None, 'did you mean "chicago-author-date"'),
        ("", None, "unknown citation style"),
        ("none.csl", None, "no citation style here"),
        ("broken.csl", "<style><info></style>", "not well-formed XML"),
        ("page.csl", "<html><body/></html>", "not a citation style"),
        ("bomb.csl", '<!DOCTYPE style [<!ENTITY a "aaaa">]><style>&a;</style>', "document type"),
        ("coded.csl", '<?xml version="1.0" encoding="foo"?><style/>', "not well-formed XML"),
        ("empty.csl", "", "not well-formed XML"),
        ("list.csl", "<style><bibliography/></style>", "no citation"),
        ("macro.csl", '<style><citation><text macro="x"/></citation><bibliography/></style>', 'macro "x"'),
        ("notes.csl", "<style><citation/></style>", "no bibliography"),
        (
            "dependent.csl",
            '<style><info><link rel="independent-parent" href="http://www.zotero.org/styles/apa"/></info></style>',
            '"apa"',
        ),
    ],
)
def test_a_style_that_cannot_be_used_is_named(tmp_path: Path, name: str, content: str | None, words: str) -> None:
    """Missing, broken, dependent and foreign files are refused with what to do; nothing is fetched."""
    path = tmp_path / name
    if content is not None:
        path.write_text(content)
    with pytest.raises(ConfigError) as caught:
        style_path(str(path) if name.endswith(".csl") else name)
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("head", "text"),
    [
        ('<c:link xmlns:c="x" rel="independent-parent" href="http://127.0.0.1:9/a"/>', ""),
        ('<link xmlns:c="x" c:rel="independent-parent" rel="self" href="http://127.0.0.1:9/a"/>', ""),
        ('<link rel="self" xml:rel="independent-parent" href="http://127.0.0.1:9/a"/>', ""),
        ("", '<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>'),
    ],
)
def test_a_style_that_would_ask_the_network_or_never_end_is_refused(tmp_path: Path, head: str, text: str) -> None:
    """Whatever hides it: pandoc looks at names without their prefixes."""
    layout = '<layout><text variable="title"/></layout>'
    path = tmp_path / "x.csl"
    path.write_text(
        f'<style xml:lang="en"><info>{head}</info>{text}<citation>{layout}</citation>'
        f"<bibliography>{layout}</bibliography></style>"
    )
    with pytest.raises(ConfigError):
        style_path(str(path))
