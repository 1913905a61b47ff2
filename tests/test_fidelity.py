"""The table of the README that says what each format keeps is made here, by exporting and importing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, get_args

import pytest

from digest.interchange import WRITERS
from digest.interchange.values import variables
from digest.model import Article, ArticleType, Block, Date, Evidence, Name, Tag
from tests.conftest import ROOT
from tests.telling_records import BERG, record
from tests.test_roundtrips import back

HEADINGS = {
    "csl-json": "CSL-JSON", "biblatex": "BibLaTeX", "bibtex": "BibTeX", "ris": "RIS", "zotero-rdf": "Zotero RDF",
}  # fmt: skip
START, END = "<!-- what formats keep: made by tests/test_fidelity.py -->", "<!-- end of what formats keep -->"
README = ROOT / "README.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A thing a record may have, as an article that has it, and the variables that say it."""

    what: str
    article: Article
    names: tuple[str, ...] = ()
    lost: dict[str, str] = field(default_factory=dict)  # format, or "all" → why


def row(what: str, names: str, lost: dict[str, str] | None = None, **known: Any) -> Row:
    return Row(what=what, article=record("ng2022tea", **known), names=tuple(names.split()), lost=lost or {})


OURS = {"all": "`digest export` has it"}
LINE = {"ris": "a line of RIS is a field"}
ROWS = (
    row("title, also with braces, `&`, TeX, quotes, emoji", "title", title="50% of {Tea} & \\x_1 “q” 'r' 😀 شاي"),
    row("title that looks like markup", "title", title="AT&amp;T <i>and</i> us"),
    row("description in place of a title", "title", title=None, title_supplied="about rain"),
    row("authors", "author", author=(Name(family="Ng", given="Amy"), Name(family="Sé", given="Jan"))),
    row("particles and suffixes of names", "author", author=(BERG, Name(family="King", given="M. L.", suffix="Jr."))),
    row("a body as author", "author", author=(Name(literal="Müller and Sons, Inc."),)),
    row("Chinese names in one piece", "author", author=(Name(literal="王毅"),)),
    row("contributors", "contributor", contributor=(Name(family="Ng", given="Amy"),)),
    row("outlet", "container-title", container_title="The Harbour Times"),
    row("exact day", "issued", issued=Date(edtf="2022-09-14")),
    row("date range", "issued", issued=Date(edtf="2022-09-13/2022-09-15")),
    row("approximate date", "issued", issued=Date(edtf="2022-09~")),
    row("open date (not after …)", "issued", issued=Date(edtf="../2021-04-07")),
    row("day of access", "accessed", accessed=Date(edtf="2022-09-15"), url="https://e.example/a"),
    row("URL", "URL", url="https://e.example/a_b?c=1&d=%20~x#y"),
    row("language", "language", language="en-GB"),
    row("keywords", "keyword", keyword="tea, trade"),
    row("abstract", "abstract", abstract="Prices rise & fall."),
    row("line breaks of an abstract", "abstract", LINE, abstract="Prices rise.\nAnd fall."),
    row("section", "section", section="World"),
    row("edition", "edition", edition="2"),
    row("genre", "genre", genre="Analysis"),
    row("publisher and place", "publisher publisher-place", publisher="Harbour Press", publisher__place="Oslo"),
    row("dateline", "dateline", dateline="Aktau, 14 September"),
    row("original title", "original-title", original__title="Цена чая"),
    row("DOI, volume, issue, pages", "DOI volume issue page", DOI="10.1/x_y", volume="12", issue="3", page="4-5"),
    row("ISBN (of a book)", "ISBN", type="book", ISBN="978-3-16-148410-0"),
    row(
        "editor, translator",
        "editor translator",
        editor=[{"family": "Li", "given": "Bo"}],
        translator=[{"family": "Ng", "given": "A."}],
    ),
    row("archive copy", "archive archive_location", archive="Wayback Machine", archive_location="https://a.example/b"),
    row("note; one's own remark", "note annote", note="Read twice.\nAsk.", annote="Mine.\nDoubtful."),
    row("citation key", "id"),
    row("earlier keys", "aliases", aliases="old2020, Old_2020"),
    row("themes, as themes", "@themes", {"all": "they come back as keywords"}, keyword=(Tag(theme="tea", score=1),)),
    row("paragraphs, quotations", "@paragraphs", OURS, paragraphs=(Block(text="Rain fell.", line=1),)),
    row(
        "evidence of each field",
        "@evidence",
        OURS,
        title="Tea",
        evidence=(Evidence(field="title", quote="Tea", rule="h1", line=1),),
    ),
)


def values(article: Article, names: tuple[str, ...]) -> list[object]:
    """What `article` says of these; @ is a field of ours that is no variable."""
    said = {"id": article.id, **variables(article)}
    return [getattr(article, name[1:]) if name.startswith("@") else said.get(name) for name in names]


def kept(one: Row, form: str) -> str:
    """What becomes of it in a format and back."""
    again = back(form, one.article)[0]
    if values(again, one.names) != values(one.article, one.names):
        why = one.lost.get(form) or one.lost.get("all")
        assert why, f"{one.what} is lost in {form}, and nobody said why"
        return f"lost: {why}"
    written = WRITERS[form]([one.article]).replace("\\_", "_")
    by_line = any(
        re.search(rf'(?m)(?:^|{{|  - |>|"){re.escape(name)}(?:: |": )', _notes(form, written)) for name in one.names
    )
    return "in `custom`" if by_line and form == "csl-json" else "in a note" if by_line else "yes"


def _notes(form: str, written: str) -> str:
    """The part of a written record where lines stand."""
    starts = {
        "csl-json": '"custom"',
        "biblatex": "annotation = {",
        "bibtex": "annote = {",
        "ris": "",
        "zotero-rdf": "<dc:description>",
    }
    return written[written.index(starts[form]) :] if starts[form] in written else ""


def types(form: str) -> str:
    """How many of CSL's types a format holds by itself; the others stand in a note."""
    alone = [
        kind for kind in get_args(ArticleType) if "type: " not in _notes(form, WRITERS[form]([record("a", type=kind)]))
    ]
    rest = len(get_args(ArticleType)) - len(alone)
    return "yes" if not rest else f"{len(alone)}, {rest} in a note"


def table() -> str:
    """The table as Markdown."""
    lines = [f"| a record's | {' | '.join(HEADINGS.values())} |", "|---" * (len(HEADINGS) + 1) + "|"]
    lines.append(f"| type, of CSL's {len(get_args(ArticleType))} | {' | '.join(map(types, HEADINGS))} |")
    lines += [f"| {one.what} | {' | '.join(kept(one, form) for form in HEADINGS)} |" for one in ROWS]
    return "\n".join(lines)


def test_the_readme_says_what_each_format_keeps(request: pytest.FixtureRequest) -> None:
    """`pytest --accept` writes it there."""
    text = README.read_text(encoding="utf-8")
    assert START in text, "the README has lost the place of the table"
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    wanted = f"{before}{START}\n{table()}\n{END}{after}"
    if request.config.getoption("--accept"):
        Path(README).write_text(wanted, encoding="utf-8")

    assert wanted == README.read_text(encoding="utf-8")
    assert set(HEADINGS) == set(WRITERS)


def test_nothing_is_lost_without_a_reason_and_no_reason_is_idle() -> None:
    """A reason that no longer holds goes."""
    for one in ROWS:
        told = {form: kept(one, form) for form in HEADINGS}
        idle = [form for form in one.lost if form != "all" and not told[form].startswith("lost")]
        assert not idle, one.what
        assert "all" not in one.lost or any(word.startswith("lost") for word in told.values()), one.what
