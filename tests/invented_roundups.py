# ruff: noqa: E501 — HTML has lines of its own length
"""Invented newsletters of many shapes: some collect others' stories, some are one text with links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.invented_mails import message, paragraphs

PLACES = ("Aktau", "Baku", "Astana", "Osh", "Bishkek", "Khujand", "Atyrau")
EVENTS = (
    "Storm Closes the Harbour of",
    "Strike Stops the Trains to",
    "New Governor Named in",
    "Floods Reach the Suburbs of",
    "Grain Prices Rise Again in",
    "Border Post Reopens Near",
    "Two Journalists Freed in",
)
OUTLETS = (
    "Harbour Times",
    "The Bugle",
    "Steppe Post",
    "Caspian Review",
    "Valley Gazette",
    "Morning Light",
    "Oasis Daily",
)
PEOPLE = ("Jane Doe", "Max Muster", "Anna Ivanova", "Ann Lee", "Juan Pérez", "Erika Muster", "John Smith")


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story that an invented newsletter tells of."""

    title: str
    url: str
    outlet: str
    author: str
    blurb: str


BLURBS = (
    "The port's director told reporters that no ferry would leave before Thursday, and asked drivers to turn back.",
    "Railway workers walked out at dawn over wages that were last raised four years ago; freight for the north stands still.",
    "A former tax inspector takes over the region, the third to do so since the spring, with a promise of lower tariffs.",
    "Meltwater stood knee-deep in the streets beside the old bazaar, and two schools were turned into shelters overnight.",
    "A sack of flour costs half as much again as it did at New Year, bakers complain, while millers blame the drought.",
    "Lorries crossed for the first time in eleven months, watched by guards who had planted saplings along the fence.",
    "Both had been held since August on charges of spreading rumours; their editor met them at the gate with flowers.",
)
STORIES = tuple(
    Told(
        title=f"{event} {place}",
        url=f"https://{outlet.lower().replace(' ', '')}.example/2030/03/0{number}/{place.lower()}-story",
        outlet=outlet,
        author=person,
        blurb=blurb,
    )
    for number, (event, place, outlet, person, blurb) in enumerate(
        zip(EVENTS, PLACES, OUTLETS, PEOPLE, BLURBS, strict=True), 1
    )
)
OWN = (
    "Good morning from Aktau, where the ferries are still at their berths and where the price of bread has become the "
    "only subject of conversation in the queue before the baker's door.",
    "I spent the weekend with the drivers who wait along the road to the port, and what they told me says more about the "
    "state of the corridor than any communiqué of the three governments could.",
    "None of them had been told how long the wait would last, most had run out of water by Sunday, and all of them had a "
    "brother or a cousin who had given up the trade since the autumn.",
    "The corridor was to carry ten million tons this year, a number that was announced with music and balloons, and that "
    "nobody in the ministry wishes to repeat now that the first quarter is over.",
)


def link(story: Told, words: str = "") -> str:
    return f'<a href="{story.url}?utm_source=letter">{words or story.title}</a>'


def letter(
    html: str, subject: str = "Caspian Letter: the week of the storm", sender: str = "Caspian Letter <a@b.example>"
) -> bytes:
    small = '<p><a href="https://letter.example/unsubscribe">Unsubscribe</a> from this list.</p>'
    return message(subject, sender, html=f"<body>{html}{small}</body>", list_id="<letter.b.example>").as_bytes()


def _plain(stories: Sequence[Told]) -> bytes:
    lines = "\n\n".join(f"{n}. {s.title} ({s.outlet})\n<{s.url}>\n\n{s.blurb}" for n, s in enumerate(stories, 1))
    return message("Caspian links", "Caspian Links <a@b.example>", text=lines, list_id="<l.b.example>").as_bytes()


COLLECTING: dict[str, bytes] = {
    "credit above the headline": letter(
        "".join(f"<p>{s.author} / {s.outlet}:</p><p><b>{link(s)}</b> — {s.blurb}</p>" for s in STORIES)
    ),
    "sections of headlines with outlets": letter(
        "".join(
            f"<h2>{name}</h2>" + "".join(f"<p>{link(s)} - {s.outlet}</p><blockquote>{s.blurb}</blockquote>" for s in part)
            for name, part in (("Transport", STORIES[:3]), ("Politics and Power", STORIES[3:]))
        )
    ),
    "headings that link, blurbs, buttons": letter(
        "".join(f"<table><tr><td><h3>{link(s)}</h3><p>{s.blurb}</p>{link(s, 'Read more')}</td></tr></table>" for s in STORIES)
    ),
    "headings with buttons only": letter(
        "".join(f"<h3>{s.title}</h3><p>{s.blurb}</p><p>{link(s, 'Read the full story')}</p>" for s in STORIES)
    ),
    "alerts": letter(
        "<h4>NEWS</h4>" + "".join(
            f"<table><tr><td>{link(s)}</td></tr><tr><td>{s.outlet}</td></tr><tr><td>{s.blurb}</td></tr>"
            '<tr><td><a href="https://alerts.example/flag?x=1">Flag as irrelevant</a></td></tr></table>' for s in STORIES
        ), "Alert: Caspian", "Alerts <noreply@alerts.example>"
    ),
    "reading times": letter(
        "".join(f"<p>{link(s, f'{s.title} (3 minute read)')}</p><p>{s.blurb}</p>" for s in STORIES)
    ),
    "a letter with a list of others' reports": letter(
        paragraphs(*OWN) + "<h3>What others report</h3><ul>" + "".join(
            f"<li>“{link(s)},” by {s.author} for {s.outlet}: “{s.blurb}”</li>" for s in STORIES
        ) + "</ul>"
    ),
    "plain text": _plain(STORIES),
    "outlet and hour below": letter(
        "".join(f"<div>{link(s)}</div><div>{s.outlet} · 3 hours ago</div><div>{s.blurb}</div>" for s in STORIES)
    ),
    "outlet and author below a picture": letter(
        "".join(
            f'<table><tr><td><a href="{s.url}"><img src="x.png"></a></td><td><a href="{s.url}">{s.title}</a>'
            f"<div>{s.outlet} / by {s.author} / 3h</div><div>{s.blurb}</div></td></tr></table>" for s in STORIES
        )
    ),
    "heads in bold, outlets in brackets": letter(
        "".join(f"<p><b>{s.title}</b></p><p>{s.blurb} ({link(s, s.outlet)})</p>" for s in STORIES)
    ),
    "outlet in the link, then a break": letter(
        "".join(f"<p>🚢 {link(s, f'{s.title} | {s.outlet}')}<br>{s.blurb}</p>" for s in STORIES)
    ),
    "numbers and dashes": letter(
        "".join(f"<p>{n}. {link(s)} – {s.outlet}. {s.blurb}</p>" for n, s in enumerate(STORIES, 1))
    ),
}  # fmt: skip


def _essay(text: str) -> str:
    """An own text in which words of every sentence are links."""
    words = text.split()
    return " ".join(
        (
            *words[:4],
            link(STORIES[0], " ".join(words[4:8])),
            *words[8:16],
            link(STORIES[1], " ".join(words[16:19])),
            *words[19:],
        )
    )


LONG = tuple(f"{text} {other}" for text in OWN for other in OWN)
WHOLE: dict[str, bytes] = {
    "an essay full of links": letter(paragraphs(*map(_essay, OWN * 3))),
    "an essay and what its author reads": letter(
        paragraphs(*LONG) + "<h3>What I’m Reading</h3><ul>" + "".join(f"<li>{link(s)} ({s.outlet})</li>" for s in STORIES[:5]) + "</ul>"
    ),
    "a briefing in sections with a list of links": letter(
        "".join(
            f"<h2>{head}</h2>{paragraphs(_essay(OWN[at]), OWN[(at + 1) % 4])}<p><b>Why It Matters:</b> {OWN[(at + 2) % 4]}</p>"
            f"<h3>Read More</h3><ul><li>{_essay(OWN[(at + 3) % 4])}</li><li>{link(STORIES[at])}</li></ul>"
            for at, head in enumerate(("Expert Corner", "Three More Stories", "Across the Supercontinent"))
        )
    ),
    "long sections whose headings link": letter(
        "".join(f"<h2>{link(s)}</h2>{paragraphs(*OWN, *OWN)}" for s in STORIES[:4])
    ),
    "headings that link to places in itself": letter(
        "".join(
            f'<h3><a href="https://letter.example/p/week-10#part-{n}">{s.title}</a></h3><p>{s.blurb} {OWN[n % 4]}</p>'
            for n, s in enumerate(STORIES)
        )
    ),
    "a story with three related ones": letter(
        paragraphs(*OWN) + "<h4>Related</h4>" + "".join(f"<p>{link(s)}</p>" for s in STORIES[:3])
    ),
    "an interview": letter(
        "".join(f"<p><b>What happened in {s.title.rpartition(' ')[2]}?</b></p><p>{_essay(OWN[n % 4])}</p>" for n, s in enumerate(STORIES))
    ),
    "sections that report": letter(
        "".join(f"<h2>{s.title}</h2>{paragraphs(*OWN[:3])}<p>The {link(s, 'port authority')} disagrees. {s.blurb}</p>" for s in STORIES)
    ),
    "events of the week": letter(
        paragraphs(*OWN) + "<h3>Events</h3><ul>" + "".join(f"<li>{n} March: {link(s, 'Register here')}</li>" for n, s in enumerate(STORIES)) + "</ul>"
    ),
}  # fmt: skip

SOURCED = letter("<h2>News</h2><ul>" + "".join(f"<li>{s.blurb} ({link(s, s.outlet)})</li>" for s in STORIES) + "</ul>")
"""Items without headlines, each with its source in brackets."""

OWN_SITE = letter(
    "".join(
        f"<h2><a href='https://news.b.example/2030/03/0{n}/{s.title.lower().replace(' ', '-')}'>{s.title}</a></h2><p>By {s.author}</p><p>{s.blurb}</p>"
        for n, s in enumerate(STORIES, 1)
    ),
    "This week",
    "Harbour Times <letters@mail.b.example>",
)
"""An outlet's letter about its own stories."""
SUBTITLED = letter("".join(f"<h3>{link(s)}</h3><p>Ferries wait for days</p><p>{s.blurb}</p>" for s in STORIES))
