"""Records to a running Zotero and from it, by its own protocol: each once, nobody's work overwritten."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from digest.cli import digest
from digest.errors import FetchError
from digest.fetch import zotero as wire
from digest.interchange.zoteroitems import csl_of, record_of, to_item, with_key_in_extra
from digest.model import Article, Date, Name, Tag
from tests.zotero_server import Zotero, running

RECORDS: list[dict[str, Any]] = [
    {
        "id": "ng2031storm",
        "type": "article-newspaper",
        "title": "Ships wait off the harbour",
        "author": [{"family": "Ng", "given": "Amy"}, {"literal": "Harbour Desk"}],
        "container-title": "The Harbour Times",
        "issued": {"date-parts": [[2031, 5, 2]]},
        "URL": "https://harbour.example/ships",
        "language": "en",
        "keyword": "storms, ports",
        "annote": "Read twice.",
    },
    {
        "id": "li2030grain",
        "type": "webpage",
        "title": "Grain prices climb again",
        "author": [{"family": "Li", "given": "Wei"}],
        "container-title": "Field Notes",
        "issued": {"date-parts": [[2030, 3]]},
        "URL": "https://fields.example/grain",
        "original-title": "粮价再涨",
    },
]


@pytest.fixture
def zotero(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Zotero]:
    """A Zotero that runs, and a library of two records in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "records.json").write_text(json.dumps(RECORDS), encoding="utf-8")
    assert run("add", "records.json").exit_code == 0
    with running() as found:
        yield found


def run(*arguments: str) -> Result:
    return CliRunner().invoke(digest, arguments)


def push(zotero: Zotero, *arguments: str) -> Result:
    return run("push", "zotero", "--port", str(zotero.port), *arguments)


def pull(zotero: Zotero, *arguments: str) -> Result:
    return run("pull", "zotero", "--port", str(zotero.port), *arguments)


def outcomes(result: Result) -> dict[str, str]:
    told = [json.loads(line) for line in result.stdout.splitlines()]
    return {one["key"] if "key" in one else one["id"]: one["outcome"] for one in told}


def test_records_become_items_with_all_they_say(zotero: Zotero) -> None:
    assert 0 == push(zotero).exit_code
    item = next(one["data"] for one in zotero.items.values() if one["data"].get("citationKey") == "ng2031storm")

    assert {
        "itemType": "newspaperArticle",
        "title": "Ships wait off the harbour",
        "publicationTitle": "The Harbour Times",
        "date": "2031-05-02",
        "url": "https://harbour.example/ships",
        "language": "en",
        "tags": [{"tag": "storms"}, {"tag": "ports"}],
        "creators": [
            {"creatorType": "author", "lastName": "Ng", "firstName": "Amy"},
            {"creatorType": "author", "name": "Harbour Desk"},
        ],
    }.items() <= item.items()
    assert "<p>Read twice.</p>" in [one["data"].get("note") for one in zotero.items.values()]


def test_a_second_push_sends_nothing_and_a_change_is_brought_up_to_date(zotero: Zotero) -> None:
    zotero.always = True
    assert {"sent"} == set(outcomes(push(zotero, "--json")).values())
    asked = len(zotero.asked)
    assert {"known"} == set(outcomes(push(zotero, "--json")).values())
    assert asked == len(zotero.asked)

    run("edit", "li2030grain", "title=Grain prices climb once more")
    assert {"ng2031storm": "known", "li2030grain": "updated"} == outcomes(push(zotero, "--json"))
    titles = [one["data"]["title"] for one in zotero.items.values() if "title" in one["data"]]
    assert ["Ships wait off the harbour", "Grain prices climb once more"] == titles


def test_what_was_changed_in_zotero_too_is_left(zotero: Zotero) -> None:
    push(zotero)
    key = next(key for key, one in zotero.items.items() if one["data"].get("citationKey") == "li2030grain")
    zotero.put(key, itemType="webpage", title="My own title", citationKey="li2030grain")
    run("edit", "li2030grain", "title=Another title")
    result = push(zotero, "li2030grain")

    assert "it was changed in Zotero, too" in result.output
    assert "My own title" == zotero.items[key]["data"]["title"]


def test_an_item_that_is_gone_is_not_made_again(zotero: Zotero) -> None:
    push(zotero)
    zotero.items.clear()
    run("edit", "li2030grain", "title=Another title")

    assert "it is no longer in Zotero" in push(zotero).output
    assert {} == zotero.items


def test_a_key_holds_for_one_request(zotero: Zotero) -> None:
    """The record has a note, which is a second request: the person is asked again."""
    assert 0 == push(zotero).exit_code
    assert 2 == sum("authorize" in line for line in zotero.asked)


def test_a_zotero_that_was_started_anew_is_asked_anew(zotero: Zotero) -> None:
    found = wire.running(wire.Zotero(port=zotero.port))
    access = wire.authorized(wire.Zotero(port=zotero.port), found)
    assert access is not None
    zotero.server = "server-two"
    (done,) = wire.write(wire.Zotero(port=zotero.port), access, [{"itemType": "webpage", "title": "x"}])

    assert "ITEM0000" == done.item
    zotero.server = "server-three"
    empty = replace(access, server="")
    assert (
        "ITEM0001" == wire.write(wire.Zotero(port=zotero.port), empty, [{"itemType": "webpage", "title": "y"}])[0].item
    )


def test_an_older_zotero_is_written_to_as_a_browser_does(zotero: Zotero) -> None:
    """New items only; the same ones are never saved twice, whatever is remembered here."""
    zotero.writes, zotero.version = False, "7.0.11"
    assert "2 sent" in push(zotero).output
    assert ["Citation Key: ng2031storm", "Citation Key: li2030grain"] == [
        one["extra"].partition("\n")[0] for one in zotero.saved
    ]
    assert "2 known" in push(zotero).output
    run("edit", "li2030grain", "title=Another")
    assert "lets nobody change an item from outside" in push(zotero).output
    assert 2 == len(zotero.saved)


def test_a_session_that_was_sent_is_not_sent_again(zotero: Zotero) -> None:
    zotero.writes = False
    items = [{"itemType": "webpage", "title": "x"}]
    where = wire.Zotero(port=zotero.port)

    assert (True, False, 1) == (wire.save(where, "one", items), wire.save(where, "one", items), len(zotero.saved))


@pytest.mark.parametrize(
    ("set_up", "said"),
    [
        ({"allow": False}, "you did not allow digest to write"),
        ({"editable": False}, "this library of Zotero is read-only for you"),
        ({"writes": False, "editable": False}, "the library selected in Zotero is read-only"),
        ({"api": False, "editable": False}, "the library selected in Zotero is read-only"),
        ({"redirect": "http://example.org/"}, "something answers there that is not Zotero"),
        ({"version": ""}, "something answers there that is not Zotero"),
        ({"garbage": b"<html>"}, "no JSON"),
        ({"garbage": b"[" * 100_000}, "no JSON"),
        ({"garbage": b"[]"}, "not in the form asked for"),
    ],
)
def test_refusals_are_told_and_nothing_is_remembered(zotero: Zotero, set_up: dict[str, Any], said: str) -> None:
    for name, value in set_up.items():
        setattr(zotero, name, value)
    result = push(zotero)

    assert (4, True) == (result.exit_code, said in result.stderr)
    assert {"new"} == set(outcomes(push(zotero, "--dry-run", "--json")).values())
    assert not zotero.items


def test_a_zotero_that_does_not_run_is_told(zotero: Zotero) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    result = run("push", "zotero", "--port", str(port))

    assert 4 == result.exit_code
    assert f"http://127.0.0.1:{port}: Zotero is not running" in result.stderr


def test_nothing_is_sent_beyond_this_machine() -> None:
    with pytest.raises(FetchError, match="not an address of this machine"):
        wire.running(wire.Zotero(host="example.org"))


def test_an_item_that_is_refused_is_told_and_the_others_are_sent(zotero: Zotero) -> None:
    run("edit", "li2030grain", "title=refuse me")
    result = push(zotero)

    assert (4, True, False) == (result.exit_code, "1 sent, 1 refused" in result.output, "\x1b" in result.output)


def test_a_dry_run_sends_nothing(zotero: Zotero) -> None:
    assert "nothing was sent" in push(zotero, "--dry-run").output
    assert [] == zotero.asked


def test_many_records_go_in_batches(zotero: Zotero, tmp_path: Path) -> None:
    many = [{"id": f"many{n}", "type": "book", "title": f"Book number {n} of Ng"} for n in range(120)]
    (tmp_path / "many.json").write_text(json.dumps(many))
    run("add", "many.json")
    zotero.always = True
    push(zotero)

    assert 122 == sum(one["data"]["itemType"] != "note" for one in zotero.items.values())
    assert 3 + 1 == sum(line == "POST /api/users/0/items" for line in zotero.asked)


def test_items_of_zotero_become_records_once(zotero: Zotero) -> None:
    zotero.put(
        "ABCD2345",
        itemType="newspaperArticle",
        title="Rail line opens in the north",
        publicationTitle="Northern Post",
        date="3 June 2032",
        creators=[{"creatorType": "author", "lastName": "Berg", "firstName": "Anna"}],
        tags=[{"tag": "rail"}],
        extra="Citation Key: bergRail2032\nOriginal Title: Bahn",
        url="https://north.example/rail",
    )
    zotero.put("NOTE2345", itemType="note", note="<p>no work</p>")
    zotero.put("BOOK2345", itemType="book", title="On Railways", citationKey="railways")
    assert {"bergRail2032": "new", "railways": "new"} == outcomes(pull(zotero, "--json"))
    shown = json.loads(run("show", "bergRail2032", "--json").output)
    assert ("Northern Post", "2032-06-03") == (shown["container-title"], shown["issued"])

    assert "0 new" in pull(zotero).output
    assert {"bergRail2032": "known", "railways": "known"} == outcomes(pull(zotero, "--json", "--all"))
    assert {"known"} == set(outcomes(push(zotero, "--json", "bergRail2032", "railways")).values())


def test_an_item_that_we_pushed_does_not_come_back_as_another_record(zotero: Zotero) -> None:
    push(zotero)
    assert "0 new, 0 known" in pull(zotero).output
    key = next(key for key, one in zotero.items.items() if one["data"].get("citationKey") == "li2030grain")
    told = {name: value for name, value in zotero.items[key]["data"].items() if name not in ("key", "version")}
    zotero.put(key, **told | {"shortTitle": "Grain"})
    run("edit", "li2030grain", "title=As I corrected it")

    assert {"li2030grain"} == set(outcomes(pull(zotero, "--json")))
    assert 2 == len(run("list", "--json").output.splitlines())
    assert "As I corrected it" == json.loads(run("show", "li2030grain", "--json").output)["title"]


def test_a_collection_is_pulled_by_its_name(zotero: Zotero) -> None:
    zotero.put("AAAA2345", itemType="book", title="On Railways", citationKey="railways")
    zotero.put("BBBB2345", itemType="book", title="On Ships", citationKey="ships")
    zotero.collections = {"COLL2345": ("Ships", ["BBBB2345"])}

    assert "COLL2345  Ships" in " ".join(pull(zotero, "--collections").output.split("\n")).replace("   ", "  ")
    assert {"ships"} == set(outcomes(pull(zotero, "--collection", "Ships", "--json")))
    assert "no collection" in pull(zotero, "--collection", "Ship").output
    assert {"railways"} == set(outcomes(pull(zotero, "--json")))


def test_many_items_come_page_by_page(zotero: Zotero) -> None:
    for number in range(230):
        zotero.put(
            f"KEY{number:05}", itemType="book", title=f"Volume {number} of the register", citationKey=f"v{number}"
        )

    assert "230 items would come; nothing was taken" in pull(zotero, "--dry-run").output
    assert 2 == len(run("list", "--json").output.splitlines())
    assert 3 == sum("items/top" in line for line in zotero.asked)


_WORDS = st.text(alphabet="Aб王 é'\"<&:;,.-|\n", min_size=1, max_size=12).map(lambda text: f"a{text}")


@given(
    st.builds(
        Article,
        id=st.sampled_from(["ng2031", "x:y_1"]),
        type=st.sampled_from(
            ["article-newspaper", "webpage", "broadcast", "report", "book", "song", "interview", "treaty"]
        ),
        title=_WORDS,
        author=st.lists(st.builds(Name, family=_WORDS, given=_WORDS) | st.builds(Name, literal=_WORDS), max_size=2).map(
            tuple
        ),
        container_title=_WORDS | st.none(),
        genre=_WORDS | st.none(),
        publisher=_WORDS | st.none(),
        issued=st.sampled_from([None, Date(edtf="2031"), Date(edtf="2031-05~"), Date(edtf="../2031-05-02")]),
        abstract=_WORDS | st.none(),
        language=st.sampled_from([None, "en", "kk"]),
        keyword=st.lists(st.builds(Tag, theme=st.just("ports"), score=st.just(1.0)), max_size=1).map(tuple),
    )
)
@settings(max_examples=150)
def test_an_item_gives_its_record_back(article: Article) -> None:
    """Type, names, dates and titles: what no field of the item's type holds stands in Extra."""
    record = record_of(to_item(article), "zotero:x")
    older = record_of(with_key_in_extra(to_item(article)), "zotero:x")

    assert record is not None
    assert older is not None
    for name in ("id", "type", "issued", "language", "container_title", "publisher", "author"):
        wanted = getattr(article, name)
        if isinstance(wanted, str):
            assert " ".join(wanted.split()) == getattr(record.article, name) == getattr(older.article, name)
        elif name == "issued":
            assert wanted == record.article.issued


_NAMES = ["itemType", "creators", "tags", "extra", "title", "note", "notes", "tag", "date", "lastName"]
_ANYTHING: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(_NAMES), inner, max_size=5),
    max_leaves=12,
)


@given(_ANYTHING)
@settings(max_examples=200)
def test_whatever_an_item_holds_breaks_nothing(value: Any) -> None:
    item = value if isinstance(value, dict) else {"itemType": "book", "creators": value, "tags": value, "notes": value}
    assert csl_of(item) is None or record_of(item | {"itemType": "book"}, "zotero:x") is not None


def test_another_library_behind_the_same_port_is_read_whole(zotero: Zotero) -> None:
    zotero.put("AAAA2345", itemType="book", title="On Railways", citationKey="railways")
    pull(zotero)
    zotero.items.clear()
    zotero.state = 3
    zotero.put("BBBB2345", itemType="book", title="On Ships", citationKey="ships")

    assert {"ships": "new"} == outcomes(pull(zotero, "--json"))


def test_pulling_wants_the_local_interface(zotero: Zotero) -> None:
    zotero.api = False
    result = pull(zotero)

    assert (4, True) == (result.exit_code, "local interface is off" in result.stderr)


def test_this_server_guards_itself_as_zotero_does(zotero: Zotero) -> None:
    """Another host's name is refused, and a page in a browser gets no answer."""

    def said(*lines: str) -> bytes:
        with socket.create_connection(("127.0.0.1", zotero.port)) as plain:
            plain.sendall("\r\n".join(("GET /api/ HTTP/1.1", *lines, "Connection: close", "", "")).encode())
            return b"".join(iter(lambda: plain.recv(1_000), b""))

    assert said("Host: evil.example").startswith(b"HTTP/1.0 400")
    assert b"" == said("Host: localhost", "User-Agent: Mozilla/5.0")
    assert said("Host: localhost", "Origin: https://evil.example", "Zotero-Allowed-Request: 1").startswith(
        b"HTTP/1.0 200"
    )
