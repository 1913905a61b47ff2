"""Twenty records that tell whether an export loses something."""

from __future__ import annotations

import json
from typing import Any

from digest.model import Article, Block, Date, Evidence, Name, Tag


def record(key: str, **known: Any) -> Article:
    """A newspaper article with what is `known`; names that are no field of ours are variables of CSL."""
    fields = Article.__dataclass_fields__.keys() - ({"keyword"} if isinstance(known.get("keyword"), str) else set())
    ours = {name: known.pop(name) for name in list(known) if name in fields}
    other = {name.replace("__", "-"): json.dumps(value, ensure_ascii=False) for name, value in known.items()}
    values = {"type": "article-newspaper", "title": "The Price of Tea", **ours}
    return Article(id=key, other=tuple(sorted(other.items())), **values)


BERG = Name(family="Berg", given="Anna", non_dropping_particle="van den")
RECORDS: tuple[Article, ...] = (
    record(
        "everything",
        author=(BERG, Name(family="King", given="Martin Luther", suffix="Jr.")),
        contributor=(Name(family="Ng", given="Amy"),),
        container_title="The Harbour & Times",
        section="World",
        genre="Analysis",
        publisher="Harbour Press",
        dateline="Aktau, 14 September",
        issued=Date(edtf="2022-09-14"),
        modified=Date(edtf="2022-09-16"),
        accessed=Date(edtf="2022-09-15"),
        url="https://harbour.example/tea_a?b=1&c=2%20~x#frag",
        language="en-GB",
        abstract="Prices rise.\nAgain — and again.",
        keyword=(Tag(theme="tea", score=2), Tag(theme="trade", score=1)),
        volume="12",
        issue="3",
        page="4-5",
        DOI="10.1000/x_y(1)",
        publisher__place="Oslo",
        edition="2",
        note="Read twice.\nAsk Amy.",
        annote="Mine.\nDoubtful.",
        archive="Wayback Machine",
        archive_location="https://web.archive.org/web/2022/https://harbour.example/tea",
        aliases="berg2022, Berg_2022",
    ),
    record("body", author=(Name(literal="RFE/RL's Kazakh Service"), Name(literal="Müller and Sons, Inc."))),
    record(
        "chinese", author=(Name(literal="王毅"), Name(family="王", given="毅"), Name(family="Xi")), title="中国外交"
    ),
    record("uyghur", author=(Name(family="تۇردى", given="ئىلھام"),), title="شىنجاڭ: يىل", language="ug"),
    record("russian", author=(Name(family="Иванов", given="И. И."),), title="«Чай» — дорог", language="ru"),
    record(
        "particles",
        author=(Name(family="Beethoven", given="Ludwig", dropping_particle="van"), Name(family="bell hooks")),
    ),
    record("range", issued=Date(edtf="2022-09-13/2022-09-15")),
    record("about", issued=Date(edtf="2022-09~"), original__date="1999?"),
    record("ends", issued=Date(edtf="2021~/2023-05?")),
    record("open", issued=Date(edtf="../2021-04-07"), event__date="2022-01-01/.."),
    record("tex", title=r"100% of $x^2$ & #1_a ~ {Braces} \input{x} `q' ''r'' -- --- <a> | @"),
    record("unpaired", title="}, title = {y", container_title="a}b{c", publisher="}{"),
    record("markup", title="AT&amp;T <i>and</i> &lt;b&gt;", abstract="<p>One</p>\n<b>Two</b>"),
    record("lines", title="x\nER  - \nTY  - BOOK\nTI  - y", abstract="original-title: no\nVolume: 9"),
    record("glyphs", title="𐍈𝒳 😀 e\u0301 ﬁ ½ № ™ “q” ‘r’ „s“ …"),
    record("address", url='https://e.example/a b{c}\\d|e?q=ё&r="x"&s=<y>[1]'),
    record("untitled", title=None, title_supplied="about rain", paragraphs=(Block(text="Rain fell.", line=1),)),
    record(
        "paper",
        type="paper-conference",
        container_title="Proceedings of Tea",
        editor=[{"family": "Li", "given": "Bo"}, {"literal": "The Desk"}],
        translator=[{"family": "Sé", "given": "Máire", "non-dropping-particle": "Ó"}],
        collection__title="Tea Series",
        collection__number="7",
        ISBN="978-3-16-148410-0",
        event__title="Tea Days",
        original__title="Цена чая",
        title__romanized="Tsena chaya",
        title__short="Tea",
        number__of__pages="300",
    ),
    record(
        "report",
        type="report",
        publisher="Tea Institute",
        container_title="Harbour Papers",
        number="17",
        genre="Policy Brief",
    ),
    record(
        "inferred",
        issued=Date(edtf="2022-09-14"),
        evidence=(Evidence(field="issued", quote="on Tuesday", rule="weekday", confidence="inferred"),),
    ),
)
