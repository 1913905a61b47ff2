"""A brief to print: its draft, its tree, and the articles it cites, of outlets that do not exist."""

from __future__ import annotations

from pathlib import Path

from digest.drafts import Draft, parse_draft
from digest.export.pandoc import Document, read_markdown
from digest.model import Article, Date, Evidence, Name

DRAFT = Path(__file__).parent / "drafts" / "steppe-2031-W14.md"
STYLE = Path(__file__).parent.parent / "templates" / "styles" / "chicago-author-date.csl"

GUESS = Evidence(field="issued", quote="on Tuesday", rule="a weekday", line=4, confidence="inferred")
YEAR = Evidence(field="issued", quote="2031", rule="printed year", line=1)

_ARTICLES = (
    Article(
        id="amankeldi2031customs",
        type="article-newspaper",
        title="A Customs House Opens, And Nobody Has The Key",
        author=(Name(family="Amankeldi", given="Serik"),),
        container_title="The Khorlyk Observer",
        issued=Date(edtf="2031-04-02"),
        url="https://www.khorlyk-observer.example/politics/2031/04/02/a-customs-house-opens-and-nobody-has-the-key-91823.html",
        language="en",
    ),
    Article(
        id="amankeldi2031paper",
        type="article-newspaper",
        title="Last Edition",
        author=(Name(family="Amankeldi", given="Serik"),),
        container_title="The Khorlyk Observer",
        issued=Date(edtf="2031-04-05"),
        language="en",
        evidence=(GUESS, YEAR),
    ),
    Article(
        id="brandt2031rails",
        type="article-magazine",
        title_supplied="Freight through the border station rose by a third in the first quarter …",
        author=(Name(family="Brandt-Nørgaard", given="Ilse"), Name(family="Ó Conaill", given="Pádraig")),
        container_title="Inland Seas Review",
        issued=Date(edtf="2031-03"),
        url="https://inlandseas.example/review/14/2/rails",
        language="en",
    ),
    Article(
        id="lindqvist2031ferries",
        type="article-newspaper",
        title="The Ferry That Carried Eleven Wagons",
        author=(Name(family="Lindqvist", given="Åsa"),),
        container_title="Port Tevz Shipping Gazette",
        issued=Date(edtf="2031-03-31"),
        url="https://gazette.port-tevz.example/archive/shipping/the_ferry_that_carried_eleven_wagons?id=20310331-0017&section=ro-ro",
        language="en",
    ),
    Article(
        id="okhrimenko2031concrete",
        type="post-weblog",
        title="Бетон и закон: кому нужна новая таможня",
        author=(Name(family="Охріменко", given="Надія"),),
        container_title="Степной вестник",
        issued=Date(edtf="2031-04-01"),
        language="ru",
    ),
    Article(
        id="vestnik2031rivers",
        type="article-newspaper",
        title="Өзендер мен кестелер: «Су жоқ жерде кесте де жоқ»",
        author=(Name(literal="Алғабас жаршысы"),),
        container_title="Алғабас жаршысы",
        issued=Date(edtf="2031-03-29"),
        language="kk",
    ),
)
ARTICLES = {article.id: article for article in _ARTICLES}


def issue(text: str | None = None) -> tuple[Draft, Document]:
    """The draft `text`, or the sample, and its tree."""
    draft = parse_draft(text or DRAFT.read_text(encoding="utf-8"), DRAFT.name)
    return draft, read_markdown(draft.body)
