"""Records of other programs come in whole: what a format holds is kept, what we have no place for is told."""

from __future__ import annotations

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digest.csl import to_csl
from digest.errors import ReadError
from digest.interchange import RECORD_READERS, WRITERS, Record
from digest.interchange.latex import to_text
from digest.model import Article, Date, Name, Source
from digest.readers import sniff

CSL = r"""[{"id": "ng2022tea", "type": "article-newspaper", "title": "Tea in <i>Qing</i> China &amp; beyond",
 "author": [{"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"},
  {"literal": "RFE/RL's Kazakh Service"}],
 "container-title": "The Harbour Times", "issued": {"date-parts": [["2022", "9", 14]]},
 "accessed": {"raw": "2022-09-15"},
 "URL": "https://harbour.example/tea", "language": "en", "volume": 12, "page": "A4", "DOI": "10.1/x",
 "keyword": "tea, trade", "translator": [{"family": "Li", "given": "Bo"}], "flavour": "smoky"}]"""

RIS = """TY  - NEWS
AU  - van den Berg, Anna
AU  - RFE/RL's Kazakh Service
TI  - Tea in Qing China
  and beyond
T2  - The Harbour Times
PY  - 2022
DA  - 2022/09/14/
Y2  - 2022/09/15/10:00:00
UR  - https://harbour.example/tea
LA  - en
SP  - 4
EP  - 5
KW  - tea
KW  - trade
C7  - smoky
ER  -

TY  - BLOG
TI  - On Kettles
T2  - The Kettle
DA  - 2021/04/07
ER  -
"""

BIB = r"""% A comment
@string{ht = {The Harbour Times}}
@comment{jabref-meta: x}
@article{ng2022tea,
  author = {van den Berg, Anna and {RFE/RL's Kazakh Service} and J{\"u}rgen M{\"u}ller},
  title = "Tea in {Qing} China \& beyond --- a survey",
  journal = ht # { Weekly},
  entrysubtype = {newspaper},
  date = {2022-09-14}, urldate = {2022-09-15},
  url = {https://harbour.example/tea\_a?b=1~c},
  langid = {british}, keywords = {tea, trade}, pages = {4--5}, volume = 12, flavour = {smoky}
}
@broken{x, title = {never closed
@online{kettle, author = {Bo Li}, title = {On Kettles}, year = 2021, month = apr, day = 7, organization = {The Kettle},
  url = {https://kettle.example/}}
@inproceedings(paper, title = {A Paper}, crossref = {proc})
@proceedings{proc, title = {Proceedings of Tea}, year = 2020, publisher = {Tea Press}}
"""

ENDNOTE = """<?xml version="1.0" encoding="UTF-8"?>
<xml><records><record><database name="x">x</database><ref-type name="Newspaper Article">23</ref-type>
<contributors><authors><author><style face="normal">van den Berg, Anna</style></author>
<author>RFE/RL's Kazakh Service</author></authors></contributors>
<titles><title><style face="normal">Tea in </style><style face="italic">Qing</style><style> China</style></title>
<secondary-title>The Harbour Times</secondary-title></titles>
<dates><year>2022</year><pub-dates><date>September 14</date></pub-dates></dates>
<urls><related-urls><url>https://harbour.example/tea</url></related-urls></urls>
<access-date>2022-09-15</access-date><pages>A4</pages><caption>smoky</caption></record></records></xml>"""

ZOTERO = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:prism="http://prismstandard.org/namespaces/1.2/basic/">
<bib:Article rdf:about="https://harbour.example/tea"><z:itemType>newspaperArticle</z:itemType>
<dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>
<bib:authors><rdf:Seq><rdf:li><foaf:Person>
<foaf:surname>van den Berg</foaf:surname><foaf:givenName>Anna</foaf:givenName>
</foaf:Person></rdf:li><rdf:li><foaf:Person><foaf:surname>RFE/RL's Kazakh Service</foaf:surname></foaf:Person></rdf:li>
</rdf:Seq></bib:authors><dc:title>Tea in Qing China</dc:title><dc:date>2022-09-14</dc:date>
<dcterms:dateSubmitted>2022-09-15 10:00:00</dcterms:dateSubmitted><z:language>en</z:language>
<dc:identifier><dcterms:URI><rdf:value>https://harbour.example/tea</rdf:value></dcterms:URI></dc:identifier>
<dc:subject>tea</dc:subject></bib:Article>
<bib:Newspaper rdf:about="urn:issn:1234-5678"><dc:title>The Harbour Times</dc:title>
<dc:identifier>ISSN 1234-5678</dc:identifier></bib:Newspaper>
<z:Attachment rdf:about="#item_2"><z:itemType>attachment</z:itemType><dc:title>Snapshot</dc:title></z:Attachment>
</rdf:RDF>"""

FILES = {
    "application/csl+json": CSL,
    "application/endnote+xml": ENDNOTE,
    "application/x-bibtex": BIB,
    "application/x-research-info-systems": RIS,
    "application/zotero+rdf": ZOTERO,
}


def source_of(text: str) -> Source:
    return Source(name="export", data=text.encode())


def records_of(text: str) -> tuple[Record, ...]:
    source = source_of(text)
    return RECORD_READERS[sniff(source)](source)


@pytest.mark.parametrize("media_type", FILES)
def test_a_format_is_known_by_its_content(media_type: str) -> None:
    assert media_type == sniff(source_of(FILES[media_type]))
    assert media_type in RECORD_READERS


@pytest.mark.parametrize("media_type", FILES)
def test_the_day_the_access_date_the_outlet_and_the_type_survive(media_type: str) -> None:
    """What other converters lose: pandoc's RIS reader keeps but the year, and takes a service for a surname."""
    article = records_of(FILES[media_type])[0].article

    assert "article-newspaper" == article.type
    assert "2022-09-14" == str(article.issued)
    assert "2022-09-15" == str(article.accessed)
    assert (article.container_title or "").startswith("The Harbour Times")
    assert (article.title or "").startswith("Tea in Qing China")
    assert (article.url or "").startswith("https://harbour.example/tea")
    assert "RFE/RL's Kazakh Service" == article.author[1].literal
    assert ("Anna", "Berg") == (article.author[0].given, (article.author[0].family or "").removeprefix("van den "))
    assert {"title", "author", "issued", "container_title", "url"} <= {entry.field for entry in article.evidence}


@pytest.mark.parametrize("media_type", FILES)
def test_each_record_is_a_source_that_can_be_read_again_alone(media_type: str) -> None:
    for record in records_of(FILES[media_type]):
        (again,) = RECORD_READERS[sniff(record.source)](record.source)

        assert record.article == again.article


def test_what_a_record_has_no_place_for_is_kept_or_told() -> None:
    (csl,) = records_of(CSL)
    other = dict(csl.article.other)

    assert ('"12"', '"A4"', '"10.1/x"') == (other["volume"], other["page"], other["DOI"])
    assert [{"family": "Li", "given": "Bo"}] == json.loads(other["translator"])
    assert ("flavour: smoky",) == csl.lost
    assert ("C7: smoky",) == records_of(RIS)[0].lost
    assert ("flavour: smoky",) == records_of(BIB)[0].lost
    assert ("caption: smoky",) == records_of(ENDNOTE)[0].lost


def test_bibtex_strings_joins_months_and_inheritance_are_read() -> None:
    tea, kettle, paper, proceedings = (record.article for record in records_of(BIB))

    assert "Tea in Qing China & beyond — a survey" == tea.title
    assert "The Harbour Times Weekly" == tea.container_title
    assert ["van den Berg", "Müller"] == [
        " ".join(filter(None, (name.non_dropping_particle, name.family))) for name in (tea.author[0], tea.author[2])
    ]
    assert ("https://harbour.example/tea_a?b=1~c", "en-GB") == (tea.url, tea.language)
    assert ("webpage", "2021-04-07", "The Kettle") == (kettle.type, str(kettle.issued), kettle.container_title)
    assert ("Proceedings of Tea", "2020") == (paper.container_title, str(paper.issued))
    assert ("book", "Tea Press") == (proceedings.type, proceedings.publisher)


def test_a_reference_prints_the_volume_and_the_translator() -> None:
    item = to_csl(records_of(CSL)[0].article)

    assert ("12", "A4", [{"family": "Li", "given": "Bo"}]) == (item["volume"], item["page"], item["translator"])
    assert "keyword" not in item


def test_what_is_no_doi_is_not_made_an_address() -> None:
    """Styles print a link of it."""
    doi = '"10.1234/tea.5"'

    assert "10.1234/tea.5" == to_csl(Article(id="x", other=(("DOI", doi),)))["DOI"]
    assert "DOI" not in to_csl(Article(id="x", other=(("DOI", '"10.1/<script>"'),)))


NEWS = [
    Article(
        id=f"a{number}",
        type=kind,  # type: ignore[arg-type] # one of the literals
        title="Tea & Trade: 50% {More}",
        author=(Name(family="Berg", given="Anna", non_dropping_particle="van den"), Name(literal="RFE/RL")),
        container_title="The Harbour Times",
        issued=Date(edtf="2022-09-14"),
        accessed=Date(edtf="2022-09-15"),
        url="https://harbour.example/tea_a?b=1&c=2",
        language="en-GB",
        abstract="Prices — and “more”.",
        other=(("volume", '"12"'), ("page", '"4-5"'), ("DOI", '"10.1/x_y"'), ("keyword", '"tea, trade"')),
    )
    for number, kind in enumerate(
        ["article-newspaper", "article-magazine", "article-journal", "report", "webpage", "post-weblog", "broadcast"]
    )
]
COMPARED = "type title author container_title issued accessed url language abstract other".split()  # noqa: SIM905


@pytest.mark.parametrize("form", WRITERS)
def test_a_round_trip_loses_nothing_the_format_can_hold(form: str) -> None:
    records = records_of(WRITERS[form](NEWS))

    for article, record in zip(NEWS, records, strict=True):
        for name in COMPARED:
            expected, found = getattr(article, name), getattr(record.article, name)
            if name == "other":
                expected, found = sorted(expected), sorted(pair for pair in found if pair[0] != "note")
            assert expected == found, (form, article.type, name)


@pytest.mark.parametrize(
    "text",
    [
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><xml><records><record/></records></xml>',
        "<xml><records><record></records></xml>",
    ],
)
def test_xml_that_could_harm_or_is_cut_is_refused(text: str) -> None:
    with pytest.raises(ReadError):
        RECORD_READERS["application/endnote+xml"](source_of(text))


@given(st.text())
def test_any_text_is_read_by_every_reader_without_a_fault(text: str) -> None:
    for media_type, head in (
        ("application/x-bibtex", "@misc{x, title={"),
        ("application/x-research-info-systems", "TY  - GEN\nTI  - "),
        ("application/csl+json", '[{"type": "book", "title": "'),
        ("application/endnote+xml", "<xml><records><record><titles><title>"),
    ):
        try:
            RECORD_READERS[media_type](source_of((head + text).encode("utf-8", "replace").decode()))
        except ReadError:
            continue


@given(st.text(alphabet="\\{}'\"^~`aeıcv &%$#_-", max_size=40))
def test_any_tex_becomes_one_line_of_text(value: str) -> None:
    assert "\n" not in to_text(value)


@pytest.mark.parametrize("start", [r"\`{", r"\'", r"\c ", r"\emph"])
def test_an_accent_over_blanks_is_read_in_a_moment(start: str) -> None:
    started = time.process_time()

    to_text(start + " " * 40_000 + "x")

    assert time.process_time() - started < 1


@pytest.mark.parametrize("piece", ["@a{", " ", "{", "\\", '"', "#", "@a{x,b={", " and ", "\\'"])
def test_a_long_hostile_bib_file_is_read_in_a_moment(piece: str) -> None:
    started = time.process_time()
    RECORD_READERS["application/x-bibtex"](source_of("@misc{x, author = {" + piece * 50_000))
    RECORD_READERS["application/x-bibtex"](source_of("@misc{x, author = " + "{a} # " * 20_000 + "{b}}"))

    assert time.process_time() - started < 8


@pytest.mark.parametrize(
    ("text", "day", "note"),
    [
        ('[{"type": "book", "issued": {"date-parts": [[2022]], "season": 1}}]', "2022", "EDTF: 2022-21"),
        ("@book{x, date = {2022-23}, note = {Good.}}", "2022", "Good.\nEDTF: 2022-23"),
        ("@book{x, year = 2022, month = {Spring}}", "2022", "EDTF: 2022-21"),
        ("TY  - BOOK\nDA  - 2022///Winter\nER  - \n", "2022", "EDTF: 2022-24"),
        ("@book{x, date = {2022-09-XX}}", "2022-09", None),
        ("@book{x, date = {2022-09-23}}", "2022-09-23", None),
        ("@book{x, date = {2022-09~}}", "2022-09~", None),
        ("@book{x, date = {2021/..}}", "2021/..", None),
    ],
)
def test_a_season_stays_in_a_note(text: str, day: str, note: str | None) -> None:
    """Records hold years, months and days; the season is there again in the next export."""
    article = records_of(text)[0].article
    kept = dict(article.other).get("note")

    assert (day, note) == (str(article.issued), json.loads(kept) if kept else None)
    for form in WRITERS:
        again = records_of(WRITERS[form]([article]))[0].article
        assert (article.issued, kept) == (again.issued, dict(again.other).get("note")), form


def test_a_key_that_we_would_not_give_stands_for_its_record() -> None:
    """Reports cite it as they did."""
    (record,) = records_of("@article{DBLP:conf/tea/Müller22, title = {Tea}, ids = {old2020}}")

    assert "" == record.article.id
    assert '"old2020, DBLP:conf/tea/Müller22"' == dict(record.article.other)["aliases"]


def test_variables_by_their_earlier_names_are_read() -> None:
    (record,) = records_of('[{"type": "book", "title": "x", "shortTitle": "s", "journalAbbreviation": "j"}]')

    assert {"title-short": '"s"', "container-title-short": '"j"'} == dict(record.article.other)


def test_a_section_of_a_newspaper_and_a_note_are_read_as_zotero_nests_them() -> None:
    """Its newspaper is a part of the section there."""
    part = (
        '<dcterms:isPartOf><bib:Part><dc:title>World</dc:title><dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>'
        '</bib:Part></dcterms:isPartOf><dcterms:isReferencedBy rdf:resource="#n"/>'
    )
    memo = '<bib:Memo rdf:about="#n"><rdf:value>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</rdf:value></bib:Memo>'
    text = ZOTERO.replace('<dcterms:isPartOf rdf:resource="urn:issn:1234-5678"/>', part).replace(
        "</rdf:RDF>", memo + "</rdf:RDF>"
    )
    article = records_of(text)[0].article

    assert ("World", "The Harbour Times") == (article.section, article.container_title)
    assert "One.\nTwo." == json.loads(dict(article.other)["annote"])


@pytest.mark.parametrize(
    "line", ["Title: Another", "Author: Somebody || Else", "issued: 1999", "volume: 7 reasons\nURL:"]
)
def test_a_line_of_a_note_overrules_no_field(line: str) -> None:
    """It stays in the note, as somebody wrote it."""
    item = {"type": "book", "title": "Tea", "author": [{"family": "Ng", "given": "Amy"}], "note": line, "volume": "2",
            "issued": {"date-parts": [[2022]]}, "URL": "https://e.example/"}  # fmt: skip
    article = records_of(json.dumps([item]))[0].article

    assert ("Tea", "Ng", "2022", "https://e.example/") == (
        article.title, article.author[0].family, str(article.issued), article.url
    )  # fmt: skip
    assert line.split("\n")[0].casefold() in json.loads(dict(article.other)["note"]).casefold()


@pytest.mark.parametrize("line", ["author: A || B", "abstract: a", "volume:", "x:", "title: t", "issued: 2022"])
def test_a_note_of_a_hundred_thousand_lines_is_read_in_a_moment(line: str) -> None:
    filler = "".join(f"{name}: {'y' * 900}\n" for name in ("publisher", "genre", "section", "medium", "scale"))
    note = filler + "\n".join([line] * 100_000)
    started = time.process_time()
    records_of(json.dumps([{"type": "book", "title": "z" * 1_000, "note": note}]))

    assert time.process_time() - started < 4
