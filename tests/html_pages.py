"""Invented HTML pages of many kinds, for the tests of the reader."""

from __future__ import annotations

PARAGRAPHS = (
    "The harbour of Aktau stayed closed on Monday after a storm threw two cranes into the water, the authority said.",
    "Nobody was hurt, but nineteen ships wait outside the breakwater; the first will not be unloaded before Friday.",
    "“We have never seen waves like these,” said the harbour master, Serik Amanov, who has worked there for years.",
    "Insurers put the damage at four million euros, a sum that the city says it will not be able to find on its own.",
)
STANDFIRST = "Nineteen ships wait outside the breakwater, and the city cannot pay for new cranes."


def article(inner: str, *, head: str = "", before: str = "", after: str = "") -> bytes:
    """A page with `inner` where its text stands, between the menus and the footer of a site."""
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Storm closes harbour - Harbour Times</title>
<meta property="og:title" content="Storm closes harbour of Aktau">{head}</head><body>
<header class="site-header"><a href="/">Harbour Times</a><nav><ul><li><a href="/news">News</a></li></ul></nav></header>
{before}<main><h1>Storm closes harbour of Aktau</h1>{inner}</main>{after}
<footer><p>Harbour Times is published by the Harbour Press, a company of its readers and of nobody else.</p></footer>
</body></html>""".encode()


def paragraphs(*texts: str) -> str:
    """`texts` as paragraphs; without any, those of the invented article."""
    return "".join(f"<p>{text}</p>" for text in texts or PARAGRAPHS)
