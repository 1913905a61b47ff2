"""A report against the library: everything that a person should look at before it goes out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from digest.citing.judging import judged
from digest.citing.links import linked_records
from digest.citing.listed import without_lists
from digest.citing.nouns import Report
from digest.citing.remarks import Known, Remark, Spot, remark, short
from digest.citing.sources import source_remarks
from digest.model import Article
from digest.verify.facts import Same
from digest.verify.spelling import same as spelled_alike


def check_report(
    report: Report,
    known: Known,
    library: Iterable[Article] = (),
    *,
    expected: Collection[str] = (),
    same: Same = spelled_alike,
) -> tuple[Remark, ...]:
    """What is to be said of `report`, its markers found, in its order.

    `library` are all articles, read once and not kept: to say where words stand. `expected` are keys that the report
    should cite, of its list of sources or a brief; `same` says which spellings of names are one.
    """
    report = without_lists(report)
    found = [
        *source_remarks(report, known),
        *judged(report, known, library, same),
        *_links(report, known),
        *_never_cited(report, known, expected),
    ]
    return tuple(sorted(dict.fromkeys(found), key=_order))


def _order(one: Remark) -> tuple[int, int, int, str, str]:
    return one.paragraph, one.start, one.end, one.kind, one.message


def _links(report: Report, known: Known) -> Iterator[Remark]:
    for link in linked_records(report, known.addresses):
        if not link.cited:
            spot = Spot(paragraph=link.paragraph, start=link.start, end=link.end)
            message = f"a link to @{link.key} without a citation: {short(link.url, 200)}"
            hint = f"cite [@{link.key}]"
            yield remark(report, spot, "link", message, key=link.key, hint=hint)


def _never_cited(report: Report, known: Known, expected: Collection[str]) -> Iterator[Remark]:
    cited = {source.key for one in report.paragraphs for citation in one.citations for source in citation.sources}
    cited |= {known.renamed.get(key, key) for key in cited}
    place = report.bibliography if report.bibliography is not None else max(0, len(report.paragraphs) - 1)
    for key in dict.fromkeys(expected):
        if known.renamed.get(key, key) not in cited:
            spot = Spot(paragraph=place, start=0, end=0)
            hint = "cite it, or take it out of the list of sources"
            yield remark(report, spot, "never cited", f"@{key} is listed and never cited", key=key, hint=hint)
