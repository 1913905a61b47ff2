# ruff: noqa: E501 — the HTML of mail programs has lines of its own length
"""Invented messages, put together as mail programs and newsletter services do."""

from __future__ import annotations

from email.message import EmailMessage

PROSE = (
    "The harbour of Aktau stayed closed for a third day on Monday while a storm from the south kept the ferries of the "
    "Caspian line at their berths, the port's director told reporters.",
    "Some four hundred lorries, most of them on their way from Baku to Tashkent, now stand along the road to the gates, "
    "and drivers say that nobody has brought them water since Saturday evening.",
    "Officials in Astana promised that the first ship would leave before the end of the week, a promise that they had "
    "made in almost the same words when the port froze in the winter before last.",
)


def message(subject: str, sender: str, text: str = "", html: str = "", **headers: str) -> EmailMessage:
    """A message of those parts; keyword `list_id` is the header List-Id."""
    mail = EmailMessage()
    mail["From"] = sender
    mail["To"] = "desk@thinktank.example"
    mail["Subject"] = subject
    mail["Date"] = headers.pop("date", "Tue, 05 Mar 2030 06:30:00 +0500")
    mail["Message-ID"] = "<1@bugle.example>"
    for name, value in headers.items():
        mail[name.replace("_", "-").title()] = value
    if text or not html:
        mail.set_content(text or "Nothing.")
    if html and text:
        mail.add_alternative(html, subtype="html")
    elif html:
        mail.set_content(html, subtype="html")
    return mail


def paragraphs(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


HEADLINE = "https://dispatch.example/p/storm-closes-aktau"
NEWSLETTER = f"""<html><head><title>x</title><style>p {{ color: red }}</style></head><body>
<div style="display:none;max-height:0">The ferries wait. &#847; &#847; &#8199;</div>
<table width="600"><tr><td align="right"><a href="https://click.mail.dispatch.example/f/a/Xy7abcDEF9aaZZb8dd0Qk3mno2pqRST5uvWX">View in browser</a></td></tr>
<tr><td><img src="https://dispatch.example/logo.png" alt="The Dispatch"></td></tr>
<tr><td><h1><a href="{HEADLINE}?utm_source=mail&amp;utm_medium=email">Storm Closes Aktau</a></h1></td></tr>
<tr><td><h3>Ferries wait, and so do four hundred lorries</h3></td></tr>
<tr><td>By Jane Doe</td></tr><tr><td>March 5, 2030</td></tr>
<tr><td><a href="https://dispatch.example/share">Share</a></td><td><a href="https://dispatch.example/like">Like</a></td></tr>
<tr><td>{paragraphs(PROSE[0], PROSE[1])}<h2>What Comes Next</h2>{paragraphs(PROSE[2])}
<p>Read <a href="https://eu.safelinks.protection.outlook.com/?url=https%3A%2F%2Fharbourtimes.example%2Ffrozen%3Futm_source%3Ddispatch&amp;data=05">our
story of the frozen port</a> from last year.</p></td></tr>
<tr><td><a href="https://dispatch.example/subscribe">Subscribe now</a></td></tr>
<tr><td>You're receiving this because you signed up for The Dispatch.</td></tr>
<tr><td>© 2030 The Dispatch Media, 1 Harbour Road, Aktau</td></tr>
<tr><td><a href="https://dispatch.example/u/1">Unsubscribe</a></td></tr></table>
<img src="https://open.dispatch.example/o/1.gif" width="1" height="1"></body></html>"""

DISPATCH = message(
    "Storm Closes Aktau",
    "Jane Doe from The Dispatch <dispatch@mail.dispatch.example>",
    text="View this post on the web at " + HEADLINE,
    html=NEWSLETTER,
    list_unsubscribe="<https://dispatch.example/u/1>",
    list_id="<dispatch.mail.example>",
)

GMAIL = (
    '<div dir="ltr">FYI, see below.<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded '
    'message ---------<br>From: <strong class="gmail_sendername">Jane Doe from The Dispatch</strong> <span>&lt;'
    '<a href="mailto:dispatch@mail.dispatch.example">dispatch@mail.dispatch.example</a>&gt;</span><br>Date: Tue, Mar 5, 2030 '
    "at 6:30 AM<br>Subject: Storm Closes Aktau<br>To: &lt;colleague@thinktank.example&gt;<br></div><br><br>"
    f"{NEWSLETTER.partition('<body>')[2].partition('</body>')[0]}</div></div>"
)
APPLE = (
    "<html><body>Worth reading.<br><br><blockquote type='cite'><div>Begin forwarded message:</div><br>"
    "<div><b>From: </b>Jane Doe from The Dispatch &lt;dispatch@mail.dispatch.example&gt;<br></div>"
    "<div><b>Subject: </b><b>Storm Closes Aktau</b><br></div><div><b>Date: </b>5 March 2030 at 06:30:00 GMT+5<br></div>"
    "<div><b>To: </b>colleague@thinktank.example<br></div><br>"
    f"<div>{NEWSLETTER.partition('<body>')[2].partition('</body>')[0]}</div></blockquote></body></html>"
)
OUTLOOK = (
    "<html><body><p class=MsoNormal>Zur Kenntnis. Gruß, Max</p><div><div style='border-top:solid #E1E1E1 1.0pt'>"
    "<p class=MsoNormal><b>Von:</b> Jane Doe from The Dispatch &lt;dispatch@mail.dispatch.example&gt; <br><b>Gesendet:</b> "
    "Dienstag, 5. März 2030 06:30<br><b>An:</b> Max Muster &lt;muster@thinktank.example&gt;<br><b>Betreff:</b> Storm "
    f"Closes Aktau</p></div></div>{NEWSLETTER.partition('<body>')[2].partition('</body>')[0]}</body></html>"
)
THUNDERBIRD = (
    "<html><body><div class='moz-forward-container'>-------- Forwarded Message --------<table class='moz-email-headers-table'>"
    "<tbody><tr><th>Subject: </th><td>Storm Closes Aktau</td></tr><tr><th>Date: </th><td>Tue, 05 Mar 2030 06:30:00 +0500"
    "</td></tr><tr><th>From: </th><td>Jane Doe from The Dispatch <a href='mailto:d@x.example'>&lt;d@x.example&gt;</a></td>"
    "</tr><tr><th>To: </th><td>desk@thinktank.example</td></tr></tbody></table><br><br>"
    f"{NEWSLETTER.partition('<body>')[2].partition('</body>')[0]}</div></body></html>"
)
YANDEX_PLAIN = (
    'Коллеги, посмотрите.\n\n-------- Пересылаемое сообщение --------\n05.03.2030, 06:30, "Jane Doe" <d@x.example>:\n\n'
    + "\n\n".join(PROSE)
)
RUSSIAN_PLAIN = (
    "Посмотрите.\n\n-------- Перенаправленное сообщение --------\nТема: Storm Closes Aktau\nДата: Вт, 5 мар 2030 06:30:00 "
    "+0500\nОт: Jane Doe <d@x.example>\nКому: desk@thinktank.example\n\n" + "\n\n".join(PROSE)
)

SAVED = (
    "<!DOCTYPE html><html lang='en'><head><meta charset='utf-8'><title>Storm Closes Aktau | Harbour Times</title></head><body>"
    f"<article><h1>Storm Closes Aktau</h1>{paragraphs(*PROSE)}</article></body></html>"
)
_QUOTED = SAVED.replace("=", "=3D").replace("<body>", "<body>=\r\n")
MHTML = {
    "Blink": (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://harbourtimes.example/2030/03/storm\r\nSubject: Storm Closes "
        "Aktau | Harbour Times\r\nDate: Wed, 6 Mar 2030 09:00:00 +0500\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
        '\ttype="text/html";\r\n\tboundary="----MultipartBoundary--abc----"\r\n\r\n\r\n------MultipartBoundary--abc----\r\n'
        "Content-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        f"Content-Location: https://harbourtimes.example/2030/03/storm\r\n\r\n{_QUOTED}\r\n------MultipartBoundary--abc----\r\n"
        "Content-Type: text/html\r\nContent-Location: cid:frame-2\r\n\r\n<html><body><p>An advertisement in a frame.</p></body></html>"
        "\r\n------MultipartBoundary--abc------\r\n"
    ).encode(),
    "Internet Explorer": (
        'From: "Saved by Windows Internet Explorer 8"\r\nSubject: Storm\r\nDate: Wed, 6 Mar 2030 09:00:00 +0500\r\nMIME-Version: 1.0'
        '\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="_NextPart_0"\r\nX-MimeOLE: Produced By\r\n\r\n'
        'This is a multi-part message in MIME format.\r\n\r\n--_NextPart_0\r\nContent-Type: text/html;\r\n\tcharset="utf-8"\r\n'
        f"Content-Transfer-Encoding: quoted-printable\r\nContent-Location: https://harbourtimes.example/2030/03/storm\r\n\r\n{_QUOTED}"
        "\r\n--_NextPart_0\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlh\r\n--_NextPart_0--\r\n"
    ).encode(),
    "alone": (
        "From: <Saved by a program>\r\nDate: Wed, 6 Mar 2030 09:00:00 +0500\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n"
        f"Content-Location: https://harbourtimes.example/2030/03/storm\r\n\r\n{SAVED}"
    ).encode(),
}  # fmt: skip
"""One page as several programs save it."""

BLOG_POST = message(
    "The ferries wait",
    "Jane Doe from Caspian Notes <caspiannotes@post.example>",
    text=f"View this post on the web at https://caspiannotes.example/p/the-ferries-wait\n\n{PROSE[0]}",
    html=f"""<div style="display:none;font-size:1px">Four hundred lorries</div>
<table><tr><td><a href="https://caspiannotes.example/signup">Forwarded this email? Subscribe here</a> for more</td></tr></table>
<h1 class="post-title"><a href="https://post.example/app-link/post?publication_id=1&amp;token=eyJ1c2VyX2lkIjoxMjM0NTY3ODksInBvc3RfaWQiOjEyMzQ1Njc4OX0">The ferries wait</a></h1>
<h3>Four hundred lorries, no water</h3>
<table><tr><td><table><tr><td><a href="https://post.example/@jane">Jane Doe</a></td></tr><tr><td>Mar 5</td></tr></table></td></tr>
<tr><td><a href="https://post.example/like">12</a></td><td><a href="https://post.example/c">3</a></td>
<td><a href="https://post.example/app">READ IN APP</a></td></tr></table>
{paragraphs(*PROSE)}<p>Thanks for reading Caspian Notes! Subscribe for free to receive new posts.</p>
<table><tr><td><a href="https://post.example/like">Like</a></td><td><a href="https://post.example/c">Comment</a></td><td>Restack</td></tr></table>
<div>© 2030 Jane Doe<br>1 Harbour Road, Aktau<br><a href="https://post.example/u">Unsubscribe</a></div>""",
    list_id="<caspiannotes.post.example>",
)
"""As a service for writers' letters sends a post: its links are tokens, and only the plain text has the address."""

FORWARDS = {
    "Gmail": "fyi\n\n---------- Forwarded message ---------\nFrom: Jane Doe <j@x.example>\nDate: Mon, Mar 4, 2030 at 7:00 PM\n"
    "Subject: The Note\nTo: <m@x.example>\n\n\n{text}",
    "Apple": "fyi\n\nSent from my phone\n\nBegin forwarded message:\n\n> From: Jane Doe <j@x.example>\n> Date: 4 March 2030 at "
    "19:00:00 CET\n> To: m@x.example\n> Subject: The Note\n> Reply-To: x@y.example\n> \n{quoted}",
    "Outlook": "fyi\n\nMax Muster\nThink Tank\n\n________________________________\nFrom: Jane Doe <j@x.example>\nSent: Monday, "
    "March 4, 2030 7:00 PM\nTo: Max Muster <m@x.example>\nSubject: The Note\n\n{text}",
    "Outlook in German": "zK\n\nVon: Jane Doe [mailto:j@x.example]\nGesendet: Montag, 4. März 2030 19:00\nAn: Max\nBetreff: AW: The "
    "Note\n\n{text}",
    "of a forward": "see\n\n---------- Forwarded message ---------\nFrom: Ann Lee <a@x.example>\nDate: Tue, Mar 5, 2030\nSubject: Fwd: "
    "The Note\nTo: <m@x.example>\n\nworth it\n\n---------- Forwarded message ---------\nFrom: Jane Doe <j@x.example>\n"
    "Date: Mon, Mar 4, 2030\nSubject: The Note\nTo: <a@x.example>\n\n{text}",
}
"""How programs pass on a letter in plain text."""
