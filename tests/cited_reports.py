"""Reports cited as the command line does it, with invented records."""

from __future__ import annotations

from digest.citing import Edit, Entry, Made, Run, Style, Written, in_order
from digest.citing.markers import as_marker, with_markers
from digest.citing.nouns import Fields
from digest.model import Article, Date, Name
from digest.reports import read_report, write_report

APA = Style(name="apa", path="")
KEYS = frozenset({"ng2031storm", "li2030"})


def cite(
    data: bytes, fields: Fields = "live", place: str = "text", name: str = "report.tex", style: Style = APA
) -> Written:
    """Every citation of a report written, as the command line would have it."""
    report = with_markers(read_report(data, name), KEYS)
    edits = tuple(
        Edit(
            paragraph=number,
            start=one.start,
            end=one.end,
            sources=one.sources,
            shown=(Run(text="(Ng & Li "), Run(text="2031", italic=True), Run(text=")")),
            place="footnote" if place == "footnote" else "text",
            alone=one.alone,
        )
        for number, one in in_order(report)
    )
    keys = dict.fromkeys(source.key for edit in edits for source in edit.sources)
    articles = {
        key: Article(
            id=key,
            type="article-newspaper",
            title=f"Ships wait off {key}",
            author=(Name(family="Ng", given="Amy"),),
            issued=Date(edtf="2031-05-02"),
        )
        for key in keys
    }
    entries = tuple(
        Entry(key=key, runs=(Run(text=f"Ng, {key} & 50%", url="https://a.example/?a=1&b=%20"),)) for key in keys
    )
    made = Made(edits=edits, entries=entries, fields=fields, articles=articles, style=style)
    return write_report(data, name, made)


def uncite(data: bytes, name: str = "report.tex") -> bytes:
    """Every citation of a report as typed text again."""
    report = read_report(data, name)
    edits = tuple(
        Edit(paragraph=number, start=one.start, end=one.end, text=as_marker(one.sources), alone=one.alone)
        for number, one in in_order(report)
    )
    return write_report(data, name, Made(edits=edits, entries=None, fields="markers")).data
