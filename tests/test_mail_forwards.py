"""What a message passes on or answers: the letter is its author's, whoever sent it on."""

from __future__ import annotations

import textwrap

import pytest

from digest.model import Source
from digest.readers import read
from tests.conftest import Golden
from tests.invented_mails import (
    APPLE,
    DISPATCH,
    FORWARDS,
    GMAIL,
    OUTLOOK,
    PROSE,
    RUSSIAN_PLAIN,
    THUNDERBIRD,
    message,
)
from tests.shown_pages import shown
from tests.test_mail import COLLEAGUE, body, declared, page_of, record


@pytest.mark.parametrize("html", [GMAIL, APPLE, OUTLOOK, THUNDERBIRD])
def test_a_forwarded_newsletter_is_the_newsletter(html: str) -> None:
    """Its author, day and headline, not those of the colleague who sent it on."""
    mail = message("WG: Storm Closes Aktau", COLLEAGUE, html=html, date="Thu, 07 Mar 2030 10:00:00 +0100")
    article = record(mail)

    assert "Storm Closes Aktau" == article.title
    assert ["Jane Doe"] == [str(name) for name in article.author]
    assert "2030-03-05" == str(article.issued)
    assert [*PROSE, "Read our story of the frozen port from last year."] == [block.text for block in article.paragraphs]


def test_a_plain_forward_is_read_in_other_languages() -> None:
    page = page_of(message("Fwd: Storm", COLLEAGUE, text=RUSSIAN_PLAIN))

    assert list(PROSE) == body(page)
    assert ["Jane Doe"] == declared(page, "author")
    assert ["2030-03-05"] == [value[:10] for value in declared(page, "issued")]


def test_an_attached_message_is_a_page_of_its_own() -> None:
    mail = message("Fwd: two to read", COLLEAGUE, text="See both.")
    mail.add_attachment(DISPATCH)
    mail.add_attachment(message("Second", "Ann Lee <ann@x.example>", text="\n\n".join(PROSE)))
    pages = read(Source(name="a.eml", data=mail.as_bytes()))

    assert ["a.eml#1", "a.eml#2"] == [page.source.name for page in pages]
    assert ["Storm Closes Aktau", "Second"] == [declared(page, "title")[0] for page in pages]
    again = read(pages[0].source)[0]
    assert again.blocks == pages[0].blocks


def test_a_reply_is_what_it_adds() -> None:
    answer = " ".join(PROSE[:2])
    quoted = "\n".join(f"> {line}" for line in PROSE)
    above = "On Tue, Mar 5, 2030 at 6:30 AM Jane Doe <jane@x.example> wrote:"
    text = f"{answer}\n\n{above}\n\n{quoted}\n\n-- \nMax\nThink Tank"

    assert [answer] == body(page_of(message("Re: Storm", COLLEAGUE, text=text)))


def test_an_answer_in_outlook_is_no_forward() -> None:
    heads = "From: Jane Doe <j@x.example>\nSent: Tuesday, 5 March 2030 06:30\nTo: Max\nSubject: Storm"
    text = f"{PROSE[0]}\n\n-----Original Message-----\n{heads}\n\n{PROSE[1]}"
    page = page_of(message("RE: Storm", COLLEAGUE, text=text))

    assert [PROSE[0]] == body(page)
    assert ["Max Muster"] == declared(page, "author")


def test_a_forwarded_newsletter_is_read_as_a_person_reads_it(golden: Golden) -> None:
    mail = message("Fwd: Storm Closes Aktau", COLLEAGUE, html=GMAIL, date="Thu, 07 Mar 2030 10:00:00 +0100")

    golden("mail-forwarded.txt", shown(page_of(mail)))


@pytest.mark.parametrize("program", FORWARDS)
def test_every_programs_way_to_forward_is_known(program: str) -> None:
    lines = "\n\n".join(textwrap.fill(text, 72) for text in PROSE)
    quoted = textwrap.indent(lines, "> ", lambda _: True)
    page = page_of(message("Fwd: The Note", COLLEAGUE, text=FORWARDS[program].format(text=lines, quoted=quoted)))

    assert list(PROSE) == body(page)
    assert ["The Note"] == declared(page, "title")
    assert ["Jane Doe"] == declared(page, "author")
    assert ["2030-03-04"] == declared(page, "issued")


def test_who_sends_what_another_signs_is_no_author() -> None:
    """A letter may bear a name like a person's, or a person may publish others."""
    html = f"<h1>The ferries wait</h1><p>By Ann Lee</p><p>{PROSE[0]}</p>"
    mail = message("The ferries wait", "Heated Words <words@x.example>", html=html, list_id="<x>")

    assert ["Ann Lee"] == declared(page_of(mail), "author")
    assert ["Heated Words"] == declared(page_of(mail), "site_name")
