"""A brief as a draft: its layout, hostile words in it, and templates that go wrong."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from digest.drafts import is_changed, parse_draft
from digest.errors import TemplateError
from digest.export.pandoc import read_markdown
from digest.limits import limited
from digest.markdown import plain
from digest.model import Article, Block, Brief, Date, Item, Quote, Section, Sentence
from digest.plans import BriefPlan, Form
from digest.render import Safe, render
from digest.resources import template_folder
from tests.test_markdown import HOSTILE, shape

PLAN = BriefPlan(name="baltic", title="Baltic Power", themes=(), sections=())
DAY = Date(edtf="2023-03-12")
PARAGRAPH = "Rain fell. The river rose 2 metres. Roads were closed next week."
ARTICLES = {"kask2023": Article(id="kask2023", paragraphs=(Block(text=PARAGRAPH, line=1),))}


def brief(*sections: Section) -> Brief:
    return Brief(name="baltic", title="Baltic Power", issued=DAY, period=DAY, number="2023-03-12", sections=sections)


def sentence(text: str, paragraph: int = 1) -> Sentence:
    return Sentence(text=text, key="kask2023", paragraph=paragraph)


def item(*texts: str, label: str | None = None) -> Item:
    return Item(key="kask2023", label=label, sentences=tuple(sentence(text) for text in texts))


def body(*sections: Section, templates: Path | None = None) -> str:
    return parse_draft(render(brief(*sections), ARTICLES, templates or template_folder(), PLAN), "x").body.strip("\n")


def test_a_draft_reads_as_a_person_would_write_it() -> None:
    quote = Quote(text="It’s “late” now.", paragraph=1, speaker="Ilze Ozolina", role="a pilot")
    draft = body(
        Section(title="In Brief", form="in-brief", items=(item("Rain fell."),)),
        Section(
            title="Finding Perspective",
            form="story",
            note="Our words.",
            items=(
                item("Rain fell.", "The river rose 2 metres.", "Roads were closed next week [March 2023]."),
                item("A."),
            ),
        ),
        Section(title="Expert Corner", form="quotes", items=(Item(key="kask2023", quote=quote),)),
        Section(title="More", form="numbered", items=(item("Rain fell.", label="High Water"),)),
        Section(title="Watch", form="watch", items=(item("Rain fell.", label="20 April 2023"),)),
        Section(title="Sources", form="sources"),
    )

    assert draft == (
        "::: in-brief\n- Rain fell. [@kask2023, para. 1]\n:::\n\n"
        "# Finding Perspective\n\nOur words.\n\n::: extract\n"
        "Rain fell. The river rose 2 metres. Roads were closed next week [March 2023]. [@kask2023, para. 1]\n\n"
        "A. [@kask2023, para. 1]\n:::\n\n"
        "# Expert Corner\n\n::: quotation\n> “It’s ‘late’ now.”\n>\n"
        "> — Ilze Ozolina, a pilot [@kask2023, para. 1]\n:::\n\n"
        "# More\n\n## 1. High Water\n\n::: extract\nRain fell. [@kask2023, para. 1]\n:::\n\n"
        "# Watch\n\n::: extract\n- **20 April 2023.** Rain fell. [@kask2023, para. 1]\n:::\n\n"
        "# Sources\n\n::: {#refs}\n:::"
    )


def test_a_draft_just_rendered_is_unchanged() -> None:
    text = render(brief(Section(title="Sources", form="sources")), ARTICLES, template_folder(), PLAN)

    assert not is_changed(text)
    assert is_changed(text + "More.\n")


def full(texts: list[str]) -> tuple[Section, ...]:
    """Every form of section with every one of `texts` in every place for words."""
    forms: tuple[Form, ...] = ("in-brief", "story", "significance", "links", "numbered", "labelled", "watch")
    items = tuple(item(text, text, label=text) for text in texts)
    quotes = tuple(Item(key="kask2023", quote=Quote(text=text, paragraph=1, speaker=text, role=text)) for text in texts)
    written = tuple(Section(title=texts[0], form=form, items=items, note=texts[0]) for form in forms)
    return (*written, Section(title=texts[0], form="quotes", items=quotes))


def put(tree: Any, words: dict[str, str]) -> Any:
    if isinstance(tree, list):
        return [put(part, words) for part in tree]
    if isinstance(tree, tuple):
        return tuple(put(part, words) for part in tree)
    if isinstance(tree, str):
        for stand_in, text in words.items():
            tree = tree.replace(stand_in, text)
    return tree


def test_hostile_words_stay_words_wherever_a_template_puts_them() -> None:
    texts = [text for text in HOSTILE if plain(text)]
    stand_ins = {f"Stand{number:03}in": plain(text) for number, text in enumerate(texts)}
    got = shape(read_markdown(body(*full(texts)))["blocks"])
    expected = put(shape(read_markdown(body(*full(list(stand_ins))))["blocks"]), stand_ins)

    assert expected == got


@pytest.mark.parametrize("key", ["a b", "a}", "a]", "a, para. 9", "a\n# b", "a;@b"])
def test_a_key_never_breaks_out_of_its_citation(key: str) -> None:
    odd_one = Sentence(text="A.", key=key, paragraph=1)
    odd = Brief(
        name="x", title="x", issued=DAY, period=DAY,
        sections=(Section(title="T", form="story", items=(Item(key=key, sentences=(odd_one,)),)),),
    )  # fmt: skip
    try:
        text = parse_draft(render(odd, {}, template_folder(), PLAN), "x").body
    except TemplateError as error:
        assert "key" in error.what  # noqa: PT017 - either outcome is right
    else:
        cites = str(read_markdown(text)).split("citationId': '")[1:]
        assert [key] == [part.split("'")[0] for part in cites]


def folder(path: Path, text: str) -> Path:
    (path / "briefing").mkdir()
    (path / "briefing" / "brief.md.j2").write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("template", "what", "line"),
    [
        ("a\n{% if %}", "Expected an expression", 2),
        ("a\n\n{{ brief.titel }}", "titel", 3),
        ("{% include '../../../etc/passwd' %}", "no template", None),
        ("{% include '/etc/passwd' %}", "no template", None),
        ("a\n{{ 1 / 0 }}", "division", 2),
        ("a\n{{ brief.__class__.__mro__ }}", "unsafe", 2),
        ("{{ 'x' * 10 ** 10 }}", "too much", None),
        ("{{ ['x' * 900000] * 900000 }}", "more than", None),
        ("{{ 'x'.center(10000000000) }}", "", None),
        (
            "{% for a in range(99999) %}{% for b in range(99999) %}xxxxxxxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}",
            "",
            None,
        ),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "recursion", None),
    ],
)
def test_a_template_that_goes_wrong_is_named(tmp_path: Path, template: str, what: str, line: int | None) -> None:
    with pytest.raises(TemplateError) as caught:
        body(templates=folder(tmp_path, template))

    assert what in caught.value.what
    assert "brief.md.j2" in caught.value.where
    assert caught.value.where.endswith(f":{line}") or line is None


def spin() -> str:
    while True:
        time.process_time()


def test_what_never_ends_is_stopped() -> None:
    started = time.monotonic()
    with pytest.raises(TemplateError, match=r"x\.j2: takes more than 1 seconds"):
        limited(spin, (), seconds=1, megabytes=100, what="x.j2")

    assert time.monotonic() - started < 20


def test_a_folder_of_templates_needs_only_what_it_changes(tmp_path: Path) -> None:
    mine = folder(tmp_path, "{% for section in brief.sections %}{% include 'sections/heading.md.j2' %}{% endfor %}")

    assert body(Section(title="1. *A*", form="story"), templates=mine) == "# 1. \\*A\\*"


def test_links_are_made_of_web_and_mail_addresses_only(tmp_path: Path) -> None:
    mine = folder(
        tmp_path, "{{ link('a*', 'https://a.org/?b=c') }} {{ link('b', 'javascript:x') }} {{ link('c]', none) }}"
    )

    assert body(templates=mine) == "[a\\*](<https://a.org/?b=c>) b c\\]"


def test_what_is_made_of_our_own_markdown_is_plain_again() -> None:
    assert type(Safe("*a*").upper()) is str
    assert type(Safe("*a*") + "b") is str


def test_a_link_among_templates_leads_nowhere_else(tmp_path: Path) -> None:
    """Who gave us the templates must not choose what of ours is printed."""
    (tmp_path / "secret").write_text("canary")
    (tmp_path / "mine").mkdir()
    mine = folder(tmp_path / "mine", "{% include 'briefing/note.j2' %}")
    (mine / "briefing" / "note.j2").symlink_to(tmp_path / "secret")
    with pytest.raises(TemplateError, match="no template"):
        body(templates=mine)
