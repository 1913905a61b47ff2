"""`check`: a draft of a brief, or a person's own report, against the library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from digest.cli import desk
from digest.cli.printing import alike, checked, doubts_of, read_work, say_all
from digest.cli.proposing import addresses_for, where
from digest.cli.reports import current_key, known, read_marked
from digest.cli.words import counted, note, say, say_json
from digest.errors import ExportError

if TYPE_CHECKING:
    from digest.citing import Report
    from digest.citing.remarks import Known, Remark
    from digest.model import Article


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--strict", is_flag=True, help="Exit 1 for warnings too.")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "docx-comments"]),
    default="text",
    show_default=True,
    help="docx-comments writes what is found into a copy of a Word report.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="OUT", help="The copy; else NAME-checked.docx."
)
@click.pass_context
def check(ctx: click.Context, /, file: Path, **options: Any) -> None:
    """Check a draft, or a report of your own, against its sources.

    Every key, citation and quotation; figures, dates and names; in reports also links and quotations that cite nothing,
    and sources that changed since. Exit 1 where something does not stand. A figure, date or name that the cited
    paragraph does not hold is a warning: with nothing else, exit 0.
    """
    as_objects, strict = options["as_objects"] or options["form"] == "json", options["strict"]
    if _is_report(file):
        form = "json" if as_objects else options["form"]
        _check_report(ctx, file, form=form, output=options["output"], strict=strict)
        return
    if options["form"] == "docx-comments":
        raise click.UsageError("comments go into a Word report; a draft has lines")
    work = read_work(file)
    doubts = doubts_of(work)
    say_all(work, doubts, file, as_objects=as_objects)
    if work.examination.findings or (strict and doubts):
        ctx.exit(1)
    if not as_objects:
        say(checked(work.examination))


def _is_report(file: Path) -> bool:
    """Whether a file is a person's own document, and not a draft of a brief."""
    from digest.drafts import is_draft
    from digest.fetch import fetch
    from digest.reports import FORMATS as REPORTS

    ending = file.suffix.lower()
    if ending not in {known for form in REPORTS.values() for known in form.endings}:
        return False
    markdown = ending in REPORTS["markdown"].endings
    return not markdown or not is_draft(fetch(file).data.decode("utf-8", "replace"))


def _check_report(ctx: click.Context, file: Path, *, form: str, output: Path | None, strict: bool) -> None:
    """Print what is to be said of a report, or write it into a copy as comments; exit 1 where a source does not."""
    from digest.citing.checks import check_report
    from digest.citing.listed import listed_keys

    data, report = read_marked(file)
    expected = listed_keys(report, desk.library().articles(skim=True))
    found = check_report(report, _known(report), desk.passing_texts("comparing"), expected=expected, same=alike)
    if form == "docx-comments":
        _comment(file, data, report, found, output)
    elif form == "json":
        for one in found:
            part = report.paragraphs[one.paragraph].part if report.paragraphs else "body"
            say_json({"file": str(file)} | asdict(one) | {"paragraph": one.paragraph + 1, "part": part})
    else:
        _say(file, report, found)
    weights = Counter(one.severity for one in found)
    if weights["error"] or (strict and weights["warning"]):
        ctx.exit(1)


def _known(report: Report) -> Known:
    """What the library knows of the sources of a report."""
    from digest.citing.remarks import Known

    library = desk.library()
    articles = dict(_articles(report))
    keys = library.keys()
    own = [key for key in articles if key in keys]
    return Known(
        articles=articles,
        keys=keys,
        renamed={key: new for key in articles if (new := current_key(key)) != key},
        versions={key: told for key in own if (told := library.versions(key, rereads=False)[-_MOST:])},
        page={key: [block.text for block in library.page(key)[1]] for key in own if library.readings(key)},
        copies=library.copies(),
        addresses=addresses_for(report),
        written=report.written,
    )


_MOST = 100  # versions of a text that are looked at


def _articles(report: Report) -> Iterator[tuple[str, Article]]:
    """The records that a report cites, each under the key it is cited by."""
    from digest.attaching.sources import Sources

    here = known()
    sources = Sources(known=here)
    for paragraph in report.paragraphs:
        for citation in paragraph.citations:
            for cited in citation.sources:
                found = sources.of(cited)
                if found and found.key not in sources.named.values():
                    yield cited.key, here.by_key(cited.key) or sources.articles[found.key]


def _say(file: Path, report: Report, found: tuple[Remark, ...]) -> None:
    for one in found:
        say(f"{file}: {where(report, one.paragraph)}: {one.severity}: {one.message}")
        for label, text in (("the source says", one.source), ("", one.hint)):
            if text:
                say(f"  {label}: {text}" if label else f"  {text}")
    citations = sum(len(paragraph.citations) for paragraph in report.paragraphs)
    weights = Counter(one.severity for one in found)
    told = [counted(weights[name], name) for name in ("error", "warning", "note") if weights[name]]
    note(f"{counted(citations, 'citation')} checked: {', '.join(told) or 'nothing to say'}")


def _comment(file: Path, data: bytes, report: Report, found: tuple[Remark, ...], output: Path | None) -> None:
    """Write a copy of the report with each remark as a comment of Word's."""
    from digest.export.files import write_all
    from digest.reports.docx.comments import Remark as Comment
    from digest.reports.docx.comments import with_comments

    if report.format != "docx":
        raise click.UsageError(f"comments are Word's: {file} is no .docx")
    target = output or file.with_name(f"{file.stem}-checked{file.suffix}")
    if target.exists() and target.samefile(file):
        raise ExportError("that is the report itself", where=str(target), hint="-o names another file")
    remarks = (Comment(paragraph=one.paragraph, start=one.start, end=one.end, text=_commented(one)) for one in found)
    write_all({target: with_comments(data, str(file), remarks)})
    say(f"{target}: {counted(len(found), 'comment')}")


def _commented(one: Remark) -> str:
    lines = (
        f"{one.severity.capitalize()}: {one.message}",
        one.source and f"The source says: {one.source}",
        one.hint and f"To do: {one.hint}.",
    )
    return "\n".join(line for line in lines if line)
