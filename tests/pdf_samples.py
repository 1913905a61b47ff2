"""Invented documents as Typst sets them: a report, a paper, a press release, a page that a browser printed."""

from __future__ import annotations

from functools import cache

HARBOUR = """The ferries of the northern islands carry half of their trade and nearly all of their people, and most of
the ships are older than the captains who steer them. A long-term plan was promised twice, in 2011 and again in 2017,
and twice it was put aside when the price of steel rose. The harbour office now says that it cannot wait any longer."""
COUNT = """Of the forty ships that the office counted last autumn, twelve were built before 1980. Their engines are
repaired with parts from other ships, which lie in the yard of Sund for that purpose alone. An international comparison
of eleven island regions shows that no other region keeps its ships for so long, and that none pays so much for it."""
FARES = """The islanders themselves are less worried about the age of the ships than about the fares. A crossing in
winter costs twice as much as in summer, because fewer people travel, and fewer people travel because it costs twice as
much. Whoever wants to break this circle has to begin with the winter, the authors of the study argue."""
ROUTES = """Three routes would fall silent first if nothing were done: the one to Nord, which has no airfield, the
evening ship to Holm, and the small ferry between the two quays of Sund. Together they carry ninety thousand people a
year. The office has asked the government for an answer before the budget is discussed in the first week of June."""

REPORT = f"""
#set document(title: "The Ferry Question", author: "Ann Lee")
#set page(paper: "a4", margin: 2.5cm, numbering: "1", header: context if counter(page).get().first() > 1 [
  #set text(8pt); Institute for Northern Seas #h(1fr) The Ferry Question])
#set text(11pt, lang: "en")
#set par(justify: true)
#text(9pt)[POLICY BRIEF No. 7]
#v(1em)
#text(24pt, weight: "bold")[The Ferry Question: How the Islands Lost Their Ships]
#v(.5em)
#text(12pt)[Ann Lee and Jonas van Berg]

#text(10pt)[May 2022]
#v(1em)
{HARBOUR}#footnote[Harbour office, _Ships and Quays_ (Sund, 2021), 14.]

#heading(numbering: none)[What the Office Counted]
{COUNT}

- New ships by 2025, beginning with the route to Nord.
- Lower fares in winter.

{FARES}#footnote[Interview with the harbour master, March 2022.]

#figure(table(columns: 3, [Route], [Ships], [People], [Nord], [3], [41,000], [Holm], [2], [30,000], [Sund], [1],
  [19,000]), caption: [People and ships on the three smallest routes])

== Three Routes
{ROUTES}

{COUNT} {HARBOUR}

{FARES}

#heading(numbering: none)[What Comes Next]
{ROUTES} {FARES}

{HARBOUR}
#v(1fr)
#text(9pt)[© 2022 Institute for Northern Seas. All rights reserved. www.northernseas.example]
"""

PAPER = f"""
#set page(paper: "a4", columns: 2, margin: 2cm,
  header: [#set text(8pt); Journal of Island Studies #h(1fr) Vol. 12, No. 3],
  footer: context align(center, text(9pt, counter(page).display())))
#set text(10pt, lang: "en", hyphenate: true)
#set par(justify: true, first-line-indent: 1.2em, spacing: 0.65em)
#place(top + center, scope: "parent", float: true)[
  #text(18pt, weight: "bold")[Old Ships and New Fares] \\
  #v(4pt) Aigerim Sadykova#super[1] and Jonas Lindqvist#super[2] \\
  #text(9pt)[#super[1]Institute for Island Studies, Sund #h(1em) #super[2]Northern University] \\
  #v(4pt) #text(9pt)[14 September 2021]]
*Abstract.* {COUNT}

= 1 Introduction
{HARBOUR}#footnote[See the annual report of the harbour office, 2020, pp. 12–14.] {ROUTES}

{FARES} {COUNT}

{HARBOUR} {FARES}

= 2 The Long Wait
{COUNT}#footnote[Interview with an official of the ministry, Sund, May 2021.] {ROUTES}

{FARES} {HARBOUR}

{ROUTES} {COUNT}

{HARBOUR} {FARES}

{ROUTES}

= References
Lee, A. (2019). _Ships of the North_. Sund: Harbour Press.

Berg, J. (2020). “Winter Fares.” _Island Studies_ 11, 4–19.
"""

RELEASE = f"""
#set page(paper: "us-letter", margin: 3cm)
#set text(11pt, font: "DejaVu Sans Mono")
#text(14pt)[*MINISTRY OF FERRIES*]

PRESS RELEASE

#text(16pt)[*New ships for the northern islands*]

SUND, 4 May 2022 – {HARBOUR}

“Nobody waits gladly,” said the minister, Olga Brandt. “We have waited for eleven years.”

{ROUTES}

Contact: press\\@ferries.example
"""

PRINTED = f"""
#set page(paper: "a4", margin: (x: 1.5cm, y: 1.6cm),
  header: [#set text(8pt); 9/14/22, 3:04 PM #h(1fr) Ferries Run Late Again | The Harbour Weekly #h(1fr)],
  footer: context [
    #set text(8pt); https:\\//weekly.example/2022/09/ferries-run-late #h(1fr) #counter(page).display()/2])
#set text(12pt)
#text(22pt, weight: "bold")[Ferries Run Late Again]

By Mira Holm

13 September 2022

{HARBOUR}

{COUNT}

{FARES}

{ROUTES}

{HARBOUR} {COUNT} {FARES}

{ROUTES} {HARBOUR}

{COUNT} {FARES} {ROUTES}

{HARBOUR} {COUNT}
"""

NEWSLETTER = f"""
#set page(paper: "a4", margin: 1.5cm)
#set text(9pt, lang: "en", hyphenate: true)
#set par(justify: true)
#text(20pt, weight: "bold")[Quay News]
#columns(3, gutter: 14pt)[
== Ships
{HARBOUR} {COUNT}
== Fares
{FARES} {ROUTES}
== Routes
{COUNT} {HARBOUR} {FARES} {ROUTES} {COUNT}
]
"""

NARROW = f"""
#set page(paper: "a4", margin: 1.5cm)
#set text(12pt, lang: "en", hyphenate: false)
#set par(justify: true)
#align(center)[#text(24pt, weight: "bold")[Who Owns the Winter?]

By Mira Holm]
#columns(4, gutter: 14pt)[
#box[#place(dy: -2pt)[#text(44pt, top-edge: "cap-height")[T]]#h(32pt)]he ferries {HARBOUR[12:]}

{COUNT}

{FARES}

{ROUTES}
]
"""

SCAN = "#set page(width: 10cm, height: 10cm)\n#rect(width: 100%, height: 100%, fill: gray)"


@cache
def pdf(text: str) -> bytes:
    """The document as PDF, without the day it was made."""
    import typst

    return bytes(typst.compile(("#set document(date: none)\n" + text).encode()))


COVER = f"""
#set page(paper: "a4", margin: 3cm)
#set text(11pt, lang: "en")
#text(10pt)[OCCASIONAL PAPER]
#v(4cm)
#text(30pt)[Winter Water]

#text(16pt)[Dams and Diplomacy in the Taran Basin]

#v(2cm)
#text(13pt)[Maria Holm]
#v(1fr)
#text(12pt)[CENTRE FOR RIVER STUDIES]

#text(10pt)[October 2023]
#pagebreak()
#set text(9pt)
*About the author*

Maria Holm is a senior fellow at the Centre for River Studies, where she leads the programme on water.

© 2023 Centre for River Studies

ISBN 978-3-16-148410-0
#pagebreak()
#set text(11pt)
#outline()
#pagebreak()
#set page(numbering: "1", footer: context [#text(8pt)[Centre for River Studies #h(1fr) #counter(page).display()]])
#set heading(numbering: "1.")
= Introduction
{HARBOUR} {COUNT}

#quote(block: true)[We have waited for eleven years, and nobody came to tell us why.]

{ROUTES}

== The First Winter
{COUNT} {HARBOUR} {FARES}

= Conclusion
{HARBOUR} {COUNT} {FARES}
"""
