"""Mail: a message is the newsletter it holds, whoever passed it on and however it was packed."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from digest.errors import ReadError
from digest.extract import extract
from digest.model import Article, Page, Source
from digest.readers import read, sniff
from tests.conftest import Golden
from tests.invented_mails import (
    BLOG_POST,
    DISPATCH,
    HEADLINE,
    PROSE,
    message,
    paragraphs,
)
from tests.shown_pages import shown

COLLEAGUE = "Max Muster <muster@thinktank.example>"


def page_of(mail: EmailMessage | bytes) -> Page:
    data = mail if isinstance(mail, bytes) else mail.as_bytes()
    (page,) = read(Source(name="a.eml", data=data))
    return page


def body(page: Page) -> list[str]:
    return [block.text for block in page.blocks if block.kind in ("paragraph", "list item")]


def declared(page: Page, field: str) -> list[str]:
    return [entry.value for entry in page.declared if entry.field == field]


def record(mail: EmailMessage | bytes) -> Article:
    (article,) = extract(page_of(mail))
    return article


def test_a_message_is_known_by_its_headers() -> None:
    assert "message/rfc822" == sniff(Source(name="x.txt", data=DISPATCH.as_bytes()))
    bare = b"From: Jane <jane@x.example>\nTo: desk@x.example\nSubject: Ferries\nDate: 5 Mar 2030\n\nHello.\n"
    assert "message/rfc822" == sniff(Source(name="x", data=bare))


@pytest.mark.parametrize(
    "text", ["From September 2014 on\n\nferries ran.\n", "From: the sea\n\nA poem.\n", "Note: no mail.\n\nText"]
)
def test_a_text_that_only_begins_like_mail_is_none(text: str) -> None:
    assert "text/plain" == sniff(Source(name="x.eml", data=text.encode()))


def test_a_newsletter_is_its_text_and_nothing_around_it() -> None:
    page = page_of(DISPATCH)

    assert [*PROSE, "Read our story of the frozen port from last year."] == body(page)
    assert ["What Comes Next"] == [block.text for block in page.blocks if block.kind == "heading"]
    assert page.structured


def test_a_newsletter_has_the_record_of_a_post() -> None:
    article = record(DISPATCH)

    assert "Storm Closes Aktau" == article.title
    assert ["Jane Doe"] == [str(name) for name in article.author]
    assert "The Dispatch" == article.container_title
    assert "2030-03-05" == str(article.issued)
    assert article.url == HEADLINE
    assert "post-weblog" == article.type
    assert "newsletter" == article.genre


def test_links_lead_where_they_lead() -> None:
    """No wrapper, no counter."""
    links = [link for block in page_of(DISPATCH).blocks for link in block.links if "frozen" in link[0]]

    assert [("our story of the frozen port", "https://harbourtimes.example/frozen")] == links


@pytest.mark.parametrize(
    ("sender", "author", "site"),
    [
        ("Jane Doe <jane@x.example>", ["Jane Doe"], []),
        ("Jane Doe from The Dispatch <d@x.example>", ["Jane Doe"], ["The Dispatch"]),
        ('"Jane van Doe, The Bugle" <d@x.example>', ["Jane van Doe"], ["The Bugle"]),
        ("Jane Doe at Harbour Times <d@x.example>", ["Jane Doe"], ["Harbour Times"]),
        ("Jane Doe | Harbour Times <d@x.example>", ["Jane Doe"], ["Harbour Times"]),
        ("Harbour Times | Jane Doe <d@x.example>", ["Jane Doe"], ["Harbour Times"]),
        ("Jane Doe (Harbour Times) <d@x.example>", ["Jane Doe"], ["Harbour Times"]),
        ("The Dispatch <d@x.example>", [], ["The Dispatch"]),
        ("Jane from The Dispatch <d@x.example>", [], ["The Dispatch"]),
        ("Harbour Morning Briefing <d@x.example>", [], ["Harbour Morning Briefing"]),
        ("newsletter@x.example", [], []),
        ("=?utf-8?b?0JDQvdC90LAg0JjQstCw0L3QvtCy0LA=?= <a@x.example>", ["Анна Иванова"], []),
        ("News from the Harbour <a@x.example>", [], ["News from the Harbour"]),
    ],
)
def test_a_sender_is_a_person_or_an_outlet(sender: str, author: list[str], site: list[str]) -> None:
    data = f"From: {sender}\nTo: a@x.example\nSubject: S\nDate: Tue, 5 Mar 2030 06:30:00 +0000\n\n{PROSE[0]}\n"
    page = page_of(data.encode())

    assert author == declared(page, "author")
    assert site == declared(page, "site_name")


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Fwd: WG: Storm", "Storm"),
        ("RE[2]: [caspian] Storm", "Storm"),
        ("[caspian] Fw: Storm: what next", "Storm: what next"),
        ("转发：风暴", "风暴"),
        ("=?iso-8859-1?q?Gr=FC=DFe_aus?= =?iso-8859-1?q?_Aktau?=", "Grüße aus Aktau"),
        ("=?no-such?q?Storm?=", "Storm"),
        ("=?utf-8?b?broken", "=?utf-8?b?broken"),
    ],
)
def test_a_title_is_the_subject_alone(subject: str, title: str) -> None:
    page = page_of(f"From: J <a@x.example>\nSubject: {subject}\nTo: b@x.example\n\n{PROSE[0]}".encode())

    assert [title] == declared(page, "title")


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ("Tue, 5 Mar 2030 23:30:00 -0800", ["2030-03-05T23:30:00-08:00"]),
        ("Tue, 5 Mar 30 23:30 EST", ["2030-03-05T23:30:00-05:00"]),
        ("5. März 2030", ["2030-03-05"]),
        ("2030-03-05 08:00", ["2030-03-05"]),
        ("yesterday or so", []),
        ("Tue, 99 Mar 2030 23:30:00 +9999", []),
    ],
)
def test_a_day_is_the_senders_own(date: str, issued: list[str]) -> None:
    page = page_of(f"From: J <a@x.example>\nSubject: S\nTo: b@x.example\nDate: {date}\n\n{PROSE[0]}".encode())

    assert issued == declared(page, "issued")


@pytest.mark.parametrize(
    "label", ["windows-1251", "koi8-r", "utf-8", "no-such-charset", "us-ascii", "utf-7", "iso-8859-1"]
)
def test_a_charset_may_be_misnamed(label: str) -> None:
    text = "Председатель прибыл в столицу Казахстана, и переговоры двух сторон продлились два часа."
    codec = label if label in ("koi8-r", "utf-8") else "cp1251"
    data = f"From: a@x.example\nSubject: S\nMIME-Version: 1.0\nContent-Type: text/plain; charset={label}\n\n".encode()

    assert [text] == body(page_of(data + text.encode(codec)))


@pytest.mark.parametrize("cte", ["base64", "quoted-printable", "8bit"])
def test_every_transfer_encoding_is_undone(cte: str) -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "S", "a@x.example"
    mail.set_content("Größe und Maß: " + PROSE[0], cte=cte)

    assert ["Größe und Maß: " + PROSE[0]] == body(page_of(mail))


def test_flowed_lines_are_joined() -> None:
    text = "The harbour of Aktau \nstayed closed for a \nthird day.\n\nFour hundred lorries \nwait.\n"
    data = (
        b"From: a@x.example\nSubject: S\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\n" + text.encode()
    )

    assert ["The harbour of Aktau stayed closed for a third day.", "Four hundred lorries wait."] == body(page_of(data))


def test_the_plain_text_stands_where_the_html_is_empty() -> None:
    mail = message("S", "a@x.example", text="\n\n".join(PROSE), html="<p>See the text.</p>")

    assert list(PROSE) == body(page_of(mail))


def test_small_print_of_other_languages_is_furniture() -> None:
    for small in ("Newsletter abbestellen", "Se désabonner", "Отписаться от рассылки", "取消订阅", "Darse de baja"):
        html = paragraphs(*PROSE) + f'<p><a href="https://x.example/u">{small}</a></p>'
        assert list(PROSE) == body(page_of(message("S", "a@x.example", html=html)))


def test_an_attachment_is_named() -> None:
    mail = message("S", "a@x.example", text=PROSE[0])
    mail.add_attachment(b"%PDF-1.4", maintype="application", subtype="pdf", filename="report.pdf")

    assert ("attached and not read: report.pdf (application/pdf)",) == page_of(mail).notes


def test_a_message_without_a_text_is_refused() -> None:
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "S", "a@x.example"
    mail.set_content(b"\x89PNG", maintype="image", subtype="png")
    with pytest.raises(ReadError, match="without a text"):
        read(Source(name="a.eml", data=mail.as_bytes()))


BOX = (
    b"From jane Tue Mar  5 06:30:00 2030\nFrom: a@x.example\nSubject: One\nMessage-ID: <1>\n\n" + PROSE[0].encode()
    + b"\n>From here on it is text.\n\nFrom jane Tue Mar  5 06:31:00 2030\nFrom: b@x.example\nSubject: Two\n\n\n\n"
    b"From jane Tue Mar  5 06:31:00 2030\nFrom: c@x.example\nSubject: Three\nTo: x@x.example\n\nFrom now on "
    + PROSE[1].encode() + b"\n"
)  # fmt: skip


def test_a_box_is_a_page_a_message() -> None:
    """One that cannot be read is noted, and stops no other."""
    pages = read(Source(name="news.mbox", data=BOX))

    assert ["news.mbox#1", "news.mbox#3"] == [page.source.name for page in pages]
    assert ["One", "Three"] == [declared(page, "title")[0] for page in pages]
    assert "From here on it is text." in " ".join(body(pages[0]))
    assert ("message 2: a message without a text",) == pages[0].notes
    assert [page.blocks for page in pages] == [read(page.source)[0].blocks for page in pages]


def test_a_known_outlet_is_known_by_its_senders_domain() -> None:
    data = (
        f"From: Morning Post <news@e.reuters.com>\nTo: a@x.example\nSubject: S\nList-Id: <a>\n\n{PROSE[0]}\n".encode()
    )

    assert "Reuters" == record(data).container_title


def test_a_mail_service_is_no_outlet() -> None:
    data = f"From: Jane Doe <jane@gmail.com>\nTo: a@x.example\nSubject: S\nDate: 5 Mar 2030\n\n{PROSE[0]}\n".encode()

    assert record(data).container_title is None


def test_a_post_sent_by_mail_is_the_post() -> None:
    """Its name and day at the head are no text; its address stands in the plain text alone."""
    article = record(BLOG_POST)

    assert "https://caspiannotes.example/p/the-ferries-wait" == article.url
    assert ["Jane Doe"] == [str(name) for name in article.author]
    assert "Caspian Notes" == article.container_title
    assert list(PROSE) == [block.text for block in article.paragraphs][:3]
    assert not {"Mar 5", "12", "READ IN APP", "Jane Doe"} & {block.text for block in article.paragraphs}


def test_a_heading_in_plain_text_is_a_line_with_prose_below() -> None:
    text = f"{PROSE[0]}\n\nWhat Comes Next\n\n{PROSE[1]}\n\n=== The Port ===\n\nTHE ROAD\n--------\n\n{PROSE[2]}"
    page = page_of(message("S", "a@x.example", text=text))

    assert ["What Comes Next", "THE ROAD"] == [block.text for block in page.blocks if block.kind == "heading"]


def test_a_newsletter_is_read_as_a_person_reads_it(golden: Golden) -> None:
    golden("mail-newsletter.txt", shown(page_of(DISPATCH)))


def test_layout_of_no_size_hides_nothing_and_a_preheader_is_hidden() -> None:
    """Tables of some services are set in type of size 0, and every text in it in a size of its own."""
    html = (
        "<div style='display:none;max-height:0px'>Preview</div><table><tr><td style='font-size:0px'>"
        "<div style='font-size:24px'>The Brief</div></td></tr><tr><td style='font-size:0px'>unseen"
        f"<div style='font-size:16px'>{PROSE[0]}<br><br>"
        f"<b>What to watch</b><br>{PROSE[1]}</div></td></tr></table>"
    )
    page = page_of(message("Storm", "The Brief <b@x.example>", html=html))

    assert list(PROSE[:2]) == body(page)
    assert ["What to watch"] == [block.text for block in page.blocks if block.kind == "heading"]
    assert ["The Brief"] == [block.text for block in page.blocks if block.kind == "furniture"]


def test_a_letter_between_persons_is_no_newsletter() -> None:
    article = record(message("Aktau", "Jane Doe <jane@reuters.com>", text=PROSE[0]))

    assert ("personal_communication", None, None) == (article.type, article.genre, article.container_title)


def test_the_lists_own_lines_are_no_text() -> None:
    small = f"{'_' * 47}\nCaspian-l mailing list\nCaspian-l@lists.example\nhttps://lists.example/mailman/listinfo/caspian-l\n"
    mail = message(
        "[caspian-l] S", "Ann Lee via Caspian-l <c@lists.example>", text=f"{PROSE[0]}\n\n{small}", list_id="<c>"
    )

    assert [PROSE[0]] == body(page_of(mail))
    assert ["Ann Lee"] == declared(page_of(mail), "author")


def test_a_signature_makes_no_newsletter() -> None:
    mail = message("Aktau", "Jane Doe <jane@x.example>", text=f"{PROSE[0]}\n\n-- \nJane Doe\nHarbour House\n")

    assert "personal_communication" == record(mail).type
    assert [PROSE[0]] == body(page_of(mail))


def test_a_line_between_title_and_byline_is_the_standfirst() -> None:
    assert "Ferries wait, and so do four hundred lorries" == record(DISPATCH).abstract


def test_a_message_of_apple_mail_has_its_length_above_it() -> None:
    data = DISPATCH.as_bytes()
    kept = b"%d \n%s<?xml version='1.0'?><plist><dict><key>flags</key></dict></plist>" % (len(data), data)

    assert "message/rfc822" == sniff(Source(name="1.emlx", data=kept))
    assert page_of(kept).blocks == page_of(DISPATCH).blocks
