"""Our exports, read by programs of others: as many records, and in each what the format says of it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from digest.export import pandoc
from digest.interchange import WRITERS
from digest.interchange.values import variables
from digest.model import Article, Name
from tests.telling_records import RECORDS

KEYS = [one.id for one in RECORDS]
NEWS = [one for one in RECORDS if one.id in ("everything", "body", "range", "open", "ends", "about")]


def written(form: str) -> str:
    return WRITERS[form](RECORDS)


def letters(text: str) -> str:
    """What a text says, marks and case apart: readers curl quotes, and each has its own notation of TeX."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", re.sub(r"</?\w+>", "", text)).casefold()))


def title_of(article: Article) -> str:
    return str(variables(article)["title"])


@pytest.mark.parametrize(
    ("form", "reader"), [("biblatex", "biblatex"), ("bibtex", "bibtex"), ("csl-json", "csljson"), ("ris", "ris")]
)
def test_pandoc_reads_every_record(form: str, reader: str) -> None:
    """Each with its title, its outlet, its year and all its authors."""
    data = pandoc.run(["--from", reader, "--to", "csljson"], written(form).encode())
    items: list[dict[str, Any]] = json.loads(data)

    assert KEYS == [item["id"] for item in items]
    for article, item in zip(RECORDS, items, strict=True):
        if article.id != "markup":  # it takes <i> for markup, as CSL has it
            assert letters(title_of(article)) == letters(item["title"]), article.id
        assert len(article.author) == len(item.get("author", [])), article.id
        if article.container_title:
            assert letters(article.container_title) in letters(json.dumps(item, ensure_ascii=False)), article.id
        if article.issued and ".." not in article.issued.edtf and article.issued.first.year == article.issued.last.year:
            assert str(article.issued.first.year) in json.dumps(item["issued"]), article.id


def test_pandoc_reads_the_finer_parts_of_biblatex() -> None:
    """Day of access, language, a book's series in its own capitals, a body as a body, lines of an abstract."""
    items = {
        item["id"]: item
        for item in json.loads(pandoc.run(["-f", "biblatex", "-t", "csljson"], written("biblatex").encode()))
    }
    all_, body, paper = (items[key] for key in ("everything", "body", "paper"))

    assert [[2022, 9, 15]] == all_["accessed"]["date-parts"]
    assert ("en-GB", "10.1000/x_y(1)", "4-5") == (all_["language"], all_["DOI"], all_["page"])
    assert ["RFE/RL’s Kazakh Service", "Müller and Sons, Inc."] == [name["literal"] for name in body["author"]]
    assert ("Tea Series", "Цена чая") == (paper["collection-title"], paper["original-title"])
    assert "Prices rise.\nAgain — and again." == all_["abstract"]
    assert "More" in json.dumps(items["tex"]) or "Braces" in items["tex"]["title"]


@pytest.mark.parametrize("form", ["biblatex", "bibtex"])
def test_bibtexparser_reads_every_entry(form: str) -> None:
    """None fails; a name stays whole, and what is no markup needs no unpacking."""
    from bibtexparser.entrypoint import parse_string

    library = parse_string(written(form))
    fields = {entry.key: {name: part.value for name, part in entry.fields_dict.items()} for entry in library.entries}

    assert [] == library.failed_blocks
    assert KEYS == list(fields)
    for article in RECORDS:
        plain = re.sub(r"\\text\w+\{\}|[\\{}]", "", fields[article.id]["title"])
        assert letters(re.sub(r"[<>|~^`\\{}]", "", title_of(article))) == letters(plain), article.id
    assert fields["body"]["author"] == "{RFE/RL's Kazakh Service} and {Müller and Sons, Inc.}"
    assert "10.1000/x_y(1)" == fields["everything"]["doi"]


def test_rispy_reads_every_record() -> None:
    """With the tags where it looks for them."""
    import rispy

    read = rispy.loads(written("ris"))

    assert KEYS == [item["id"] for item in read]
    for article, item in zip(RECORDS, read, strict=True):
        assert title_of(article).split() == item["title"].split(), article.id
        assert len(article.author) == len(item.get("authors", [])), article.id
    first = read[0]
    assert ("2022/09/14/", "2022/09/15/", "4", "5") == tuple(
        first[name] for name in ("date", "access_date", "start_page", "end_page")
    )
    assert ["tea", "trade"] == first["keywords"]
    assert "King, Martin Luther, Jr." == first["authors"][1]


def test_rdflib_reads_the_graph() -> None:
    """Every item is a resource with its type and title; every person stands in a sequence."""
    import rdflib

    graph = rdflib.Graph().parse(data=written("zotero-rdf"), format="xml")
    zotero, dc = rdflib.Namespace("http://www.zotero.org/namespaces/export#"), rdflib.namespace.DC
    foaf = rdflib.namespace.FOAF
    people = sum(len(article.author) + len(article.contributor) for article in RECORDS)

    for article in RECORDS:
        item = rdflib.URIRef(f"#{article.id}")
        assert [title_of(article)] == [str(title) for title in graph.objects(item, dc.title)]
        assert 1 == len(list(graph.objects(item, zotero.itemType)))
    assert people + 3 == len(list(graph.subjects(rdflib.RDF.type, foaf.Person)))  # two editors and a translator
    assert "" == "".join(str(name) for name in graph.objects(None, foaf.givenName) if not str(name).strip())


@pytest.mark.skipif(not shutil.which("biber"), reason="no biber on this machine")
def test_biber_takes_every_entry(tmp_path: Path) -> None:
    """It reads all, and misses nothing that its data model wants but what a record does not have."""
    (tmp_path / "all.bib").write_text(WRITERS["biblatex"]([*NEWS, Article(id="plain", author=(Name(literal="A"),))]))
    done = subprocess.run(
        ["biber", "--tool", "--validate-datamodel", "all.bib"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in done.stdout.splitlines() if re.match(r"(WARN|ERROR)", line)]
    unheld = re.compile(
        r"Missing mandatory field|Invalid field '(?:type|edition|location|publisher|event\w+)' for entrytype 'article'"
    )

    assert 0 == done.returncode
    assert [] == [line for line in told if not unheld.search(line) and "warnings" not in line.casefold()]
    back = (tmp_path / "all_bibertool.bib").read_text()
    assert len(NEWS) + 1 == back.count("\n@") + back.startswith("@")
    assert "DATE" in back
    assert "{2021~/2023-05?}" in back
