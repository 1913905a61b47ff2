"""What a text says is found once, and again only where the text, its date or the rules have changed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from digest import analysis
from digest.analysis import analyse, is_current
from digest.extract import extract
from digest.library import Library, open_library
from digest.library.rereading import Taken
from digest.library.rows import pack, unpack
from digest.model import Article, Block, Date, Source
from digest.readers import read

TEXT = """Bridge Opens In May

By Amy Ng

Harbour Times

September 14, 2022

“We will rebuild the bridge by next May, whatever it costs,” said Ana Ruiz, the mayor of Lugo, on Monday evening.

The council will vote on October 3, and the builders want to begin a week later if the money is there by then.

Engineers doubt that a bridge of its size can be built in ten months, and point at the three years the last one took.
"""


def taken(source: Source) -> Taken:
    """A page as the library is given it."""
    (page,) = read(source)
    return [(page, extract(page), page.blocks)]


def stocked(folder: Path) -> Library:
    """A library with the one page."""
    library = open_library(folder / "library.sqlite")
    for page, articles, blocks in taken(Source(name="bridge.txt", data=TEXT.encode())):
        for article in articles:
            library.add(article, page, blocks)
    return library


def of_an_earlier_digest(folder: Path) -> None:
    """Take from the library what earlier versions did not find in a text."""
    connection = sqlite3.connect(folder / "library.sqlite")
    for table in ("article", "reading"):
        for row, blob in connection.execute(f"select id, record from {table}").fetchall():
            record = json.loads(unpack(blob))
            record |= {"analysis": "0 old", "quotes": [], "entities": [], "events": []}
            connection.execute(f"update {table} set record = ? where id = ?", (pack(json.dumps(record).encode()), row))
    connection.execute("delete from spelling")
    connection.commit()
    connection.close()


def read_again(sources: Iterable[Source]) -> Iterator[Taken]:
    return (taken(source) for source in sources)


def test_a_text_is_read_once() -> None:
    """The same article comes back, so that nothing is stored anew."""
    article = analyse(Article(paragraphs=(Block(text="“Go home, all of you,” said Ana Ruiz.", line=1),)))

    assert article is analyse(article)
    assert ["Go home, all of you,"] == [quote.text for quote in article.quotes]


def test_another_date_gives_other_events() -> None:
    """ "On Monday" is told from the day of the article."""
    article = analyse(Article(issued=Date(edtf="2022-09-14"), paragraphs=(Block(text="It rained on Monday.", line=1),)))
    later = analyse(replace(article, issued=Date(edtf="2022-09-21")))

    assert [["2022-09-12"], ["2022-09-19"]] == [[str(event.when) for event in one.events] for one in (article, later)]


def test_other_rules_read_a_text_again() -> None:
    """The mark holds the version of the rules."""
    article = analyse(Article(paragraphs=(Block(text="It rained.", line=1),)))

    assert article.analysis.startswith(analysis.rules())
    assert not is_current(replace(article, analysis=article.analysis.replace(analysis.rules(), "0.0.0")))


def test_rereading_upgrades_an_old_library(tmp_path: Path) -> None:
    """A library of an earlier digest has what today's rules find after one `reread`, and its names can be found."""
    with stocked(tmp_path) as library:
        (before,) = library.articles()
    of_an_earlier_digest(tmp_path)
    with open_library(tmp_path / "library.sqlite") as library:
        (old,) = library.articles()
        list(library.reread(None, read_again))
        (now,) = library.articles()
        names = {spelling.name for spelling in library.spellings()}

    assert ((), False) == (old.quotes, is_current(old))
    assert before == now
    assert "Ana Ruiz" in names
    assert is_current(now)


def test_an_edited_date_moves_the_events(tmp_path: Path) -> None:
    """What a person says of the date is what "on Monday" is counted from, and undoing it counts back."""
    with stocked(tmp_path) as library:
        (article,) = library.articles()
        edited = replace(article, issued=Date(edtf="2022-09-21"), fixed=("issued",))
        library.update(edited)
        (moved,) = library.articles()
        library.undo()
        (back,) = library.articles()

    assert "2022-09-19" in {str(event.when) for event in moved.events}
    assert "2022-09-12" in {str(event.when) for event in back.events}


def test_what_an_export_says_a_text_says_is_looked_up_in_the_text(tmp_path: Path) -> None:
    """A forged quotation in a file does not come into the library, whatever mark it bears."""
    with stocked(tmp_path) as library:
        (record,) = library.dump()
    quotes = record["quotes"]
    assert isinstance(quotes, list)
    quotes[0]["text"] = "We will never rebuild it"
    (tmp_path / "other").mkdir()
    with open_library(tmp_path / "other" / "library.sqlite") as library:
        library.load(record, "export.json")
        (article,) = library.articles()

    assert ["We will rebuild the bridge by next May, whatever it costs,"] == [quote.text for quote in article.quotes]
