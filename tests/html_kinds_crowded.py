"""Invented pages on which an article stands among much else, or in elements with misleading names."""

from __future__ import annotations

from tests.html_kinds import TITLE, Kind, T, site, tagged

_STATED = f'<meta property="og:title" content="{TITLE}"><meta property="og:type" content="article">'


def _followed(number: int, title: str) -> str:
    start = 3 + number * 8
    return (
        f'<article class="list__item"><div class="container"><h2>{title}</h2><div class="detail">'
        f"{tagged('p', T[start : start + 8])}</div></div></article>"
    )


SCROLLED = Kind(
    site(
        "<main><h1>Latest from the valley</h1>"
        + _followed(0, TITLE)
        + "".join(_followed(number, f"Another story of the valley, number {number}") for number in range(1, 6))
        + "</main>",
        head=_STATED,
    ),
    T[3:11],
    T[11:51],
)

BESIDE = Kind(
    site(
        f'<div id="content"><section class="single"><header><h1>{TITLE}</h1></header><article>{tagged("p", T[:4])}'
        f'</article></section></div><section id="sidebar"><aside><h3>Our programme</h3><div class="textwidget">'
        f"{tagged('p', T[10:28])}</div></aside></section>"
    ),
    T[:4],
    T[10:28],
)

BOUGHT = Kind(
    site(
        f'<main><h1>{TITLE}</h1><article class="report" itemprop="articleBody">'
        + "".join(
            f'<section class="report__part report__part--ads"><h2>Part {part} of the report</h2>'
            f"{tagged('p', T[part * 3 : part * 3 + 3])}</section>"
            for part in range(5)
        )
        + "</article></main>"
    ),
    tuple(line for part in range(5) for line in (f"Part {part} of the report", *T[part * 3 : part * 3 + 3])),
)

WRAPPED = Kind(
    site(
        f'<div class="row"><h1>{TITLE}</h1></div><div class="single-page hidden-contents-menu">'
        f'<div class="post-content">{tagged("p", T[:6])}</div></div><div class="row">{tagged("p", T[50:52])}</div>'
    ),
    T[:6],
)

SHOWN = Kind(
    site(
        f'<div class="body-content"><h1>{TITLE}</h1><div>{tagged("p", T[:4])}<div class="gallery slideshow"><ul>'
        + "".join(f'<li><img src="{n}.jpg"><h2>Picture {n} of ten</h2><p>{T[20 + n]}</p></li>' for n in range(6))
        + f"</ul></div>{tagged('p', T[4:8])}</div></div>"
    ),
    T[:8],
    T[20:26],
)

NOTICES = "".join(
    f"<br />\n<b>Warning</b>:  Use of undefined constant X{n} in /srv/page.php on line <b>{n}</b><br />\n"
    for n in range(3)
)
WARNED = Kind(
    NOTICES + site(f'<div class="entry"><h1>{TITLE}</h1>{tagged("p", T[:4])}</div>'),
    T[:4],
    ("undefined constant",),
)

HOSTED = Kind(
    '<script type="text/javascript">\nvar shown = 1;\ndocument.write("<div id=ad></div>");\n</script>\n'
    + site(f'<div class="entry"><h1>{TITLE}</h1>{tagged("p", T[:4])}</div>'),
    T[:4],
    ("var shown",),
)

CROWDED = {
    "articles that follow as one scrolls": SCROLLED,
    "a sidebar longer than the article": BESIDE,
    "a report of what one can buy": BOUGHT,
    "an article in an element named after a menu": WRAPPED,
    "an article around many pictures": SHOWN,
    "a page below warnings": WARNED,
    "a page below its host's script": HOSTED,
}
