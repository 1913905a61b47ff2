"""`brief`, `render`, `check`: from a plan to printed pages, past the gate."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from digest.briefs.periods import last_period, parse_span, parse_week
from digest.cli import desk
from digest.cli.printing import (
    Work,
    as_json,
    checked,
    count,
    counted,
    doubt_as_json,
    doubts_of,
    examined,
    print_work,
    read_work,
    write_files,
)
from digest.cli.words import note, say, say_json
from digest.errors import ConfigError, ExportError, FetchError
from digest.model import Article, Date
from digest.plans import FORMATS, BriefPlan
from digest.settings import nearest

if TYPE_CHECKING:
    from digest.briefs import Report
    from digest.drafts import Draft


def _formats(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """The formats that were asked for, each once; several may stand in one word, with commas."""
    found = dict.fromkeys(part.strip() for value in values for part in value.split(","))
    for name in found:
        if name not in FORMATS:
            raise click.BadParameter(f'"{name}" is no format; known are {", ".join(FORMATS)}')
    return tuple(found)


_FORMATS = click.option(
    "-f",
    "--format",
    "formats",
    metavar="FORMAT,…",
    multiple=True,
    callback=_formats,
    help=f"The formats to write, of {', '.join(FORMATS)}; else those of the plan.",
)
_UNVERIFIED = click.option(
    "--allow-unverified", is_flag=True, help="Print what the gate refuses, marked as unverified."
)
_STRICT = click.option("--strict", is_flag=True, help="Refuse to print where printing has a warning.")
_STYLE = click.option("--style", metavar="STYLE", help="A citation style such as apa, or a .csl file; else the plan's.")
_FOLDER = click.Path(path_type=Path, file_okay=False)
_JSON = click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")


@click.command()
@click.argument("name")
@click.option("--week", metavar="WEEK", help="An ISO week, such as 2022-W37; else the last one that is over.")
@click.option("--from", "--since", "first", metavar="DATE", help="The first day, with --to.")
@click.option("--to", "--until", "last", metavar="DATE", help="The last day.")
@click.option("--as-of", metavar="DATE", help="The date of the brief; else the last day it covers.")
@_FORMATS
@click.option("--include", metavar="KEY", multiple=True, help="Take this article whatever its date and themes.")
@click.option("--exclude", metavar="KEY", multiple=True, help="Leave this article out.")
@_STYLE
@click.option("-o", "--output", type=_FOLDER, help="The folder to write to; else config.yaml's.")
@click.option("--draft", "only_draft", is_flag=True, help="Write only the Markdown, to edit and then `digest render`.")
@click.option("--force", is_flag=True, help="Overwrite a draft that a person changed.")
@_UNVERIFIED
@_STRICT
@_JSON
def brief(name: str, **options: Any) -> None:
    """Write a brief of a week or another period, and say what went into it.

    \b
    digest brief china-russia --week 2022-W37
    digest brief china-russia --week 2022-W37 --draft     (then edit, check and render it)
    """
    plan = _plan(name, options)
    period, issued = _period(plan, options)
    work, report = _composed(plan, period, issued, options["output"] or desk.config().output)
    if not work.examination.citations:
        for line in report.lines():
            note(line)
        hint = "--week, or --from and --to, take another period, --include KEY any article; see `digest list`"
        raise ExportError(f"there is nothing to print for {_worded(period)}", hint=hint)
    if not options["force"]:
        _keep_changes(work.path)
    if options["only_draft"]:
        files = write_files({work.path: work.text.encode()})
        warnings: tuple[str, ...] = ()
    else:
        files, warnings = print_work(work, plan.formats, options)
    _tell(work, report, files, as_objects=options["as_objects"])
    for warning in warnings:
        note(f"warning: {warning}")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@_FORMATS
@_STYLE
@click.option("-o", "--output", type=_FOLDER, help="The folder to write to; else the draft's own.")
@_UNVERIFIED
@_STRICT
def render(file: Path, **options: Any) -> None:
    """Print a draft that was edited; refused where the gate finds something."""
    if file.suffix.lower() in _PRINTED:
        raise click.UsageError(f"{file} has the name of a printed file; a draft ends in .md")
    work = read_work(file)
    if options["style"]:
        work = replace(work, draft=replace(work.draft, style=options["style"]))
    name = _name(work.draft) if str(file) == "-" else file.name
    work = replace(work, path=(options["output"] or file.parent) / name)
    files, warnings = print_work(work, options["formats"] or _usual(work.draft.brief), options, edited=True)
    say(checked(work.examination))
    for path in files:
        say(str(path))
    for warning in warnings:
        note(f"warning: {warning}")


def _name(draft: Draft) -> str:
    """The name of a draft that came without one; its header must not lead to another folder."""
    number = re.sub(r"[^\w-]+", "-", draft.number or str(draft.period.first))
    return f"{draft.brief}-{number[:100]}.md"


_PRINTED = (".bib", ".docx", ".epub", ".html", ".json", ".pdf", ".ris")  # what a render writes beside a draft


def _usual(name: str) -> tuple[str, ...]:
    """The formats of the plan that a draft came from; its Markdown is there already."""
    plan = desk.config().briefs.get(name)
    return tuple(form for form in (plan.formats if plan else FORMATS) if form != "md")


def _plan(name: str, options: Mapping[str, Any]) -> BriefPlan:
    """The plan of that name, with what the command line says instead."""
    settings = desk.config()
    if name not in settings.briefs:
        hint = nearest(name, settings.briefs) or "`digest init` writes a config.yaml with a sample brief"
        raise ConfigError(f'no brief is called "{name}"', hint=hint)
    plan = settings.briefs[name]
    return replace(
        plan,
        style=options["style"] or plan.style,
        formats=options["formats"] or plan.formats,
        include=tuple(dict.fromkeys((*plan.include, *options["include"]))),
        exclude=tuple(dict.fromkeys((*plan.exclude, *options["exclude"]))),
    )


def _period(plan: BriefPlan, options: Mapping[str, Any]) -> tuple[Date, Date]:
    """What the brief covers, and its date."""
    week, first, last = options["week"], options["first"], options["last"]
    if week and (first or last):
        raise click.UsageError("a brief has either --week or --from and --to")
    if bool(first) != bool(last):
        raise click.UsageError("--from and --to go together")
    try:
        day = Date(edtf=options["as_of"]).last if options["as_of"] else None
        if week:
            period = parse_week(week)
        elif first:
            period = parse_span(first, last)
        else:
            period = last_period(plan.period, day or datetime.now(UTC).astimezone().date())
    except (ValueError, OverflowError) as error:
        raise click.UsageError(f"{error}; a week is written 2022-W37, a day 2022-09-14") from error
    return period, _day(day or period.last)


def _day(day: date) -> Date:
    return Date(edtf=day.isoformat())


def _offered(plan: BriefPlan, period: Date, issued: Date) -> tuple[Article, ...]:
    """The articles of the library that the plan may take or must tell of, and no others."""
    library = desk.library()
    days = max((section.lookback for section in plan.sections), default=0)
    first = date.fromordinal(max(1, period.first.toordinal() - days))
    last = max(period.last, issued.last)
    found = {article.id: article for article in library.articles(Date(edtf=f"{first.isoformat()}/{last.isoformat()}"))}
    named = (library.get(key) for key in (*plan.include, *plan.exclude) if key not in found)
    return (*found.values(), *(article for article in named if article))


def _composed(plan: BriefPlan, period: Date, issued: Date, folder: Path) -> tuple[Work, Report]:
    """The brief of that period as a draft, checked."""
    from digest.briefs import Known, compose, number_of
    from digest.export.citations import style_path
    from digest.render import render as render_brief
    from digest.resources import template_folder

    style_path(plan.style)  # a wrong name is told before the work
    if not len(desk.library()):
        raise ConfigError("the library is empty", hint="`digest add PATH` fills it")
    articles = _offered(plan, period, issued)
    known = Known(house=desk.house_name, copies=desk.library().copies(), ties=desk.ties)
    composed, report = compose(plan, articles, period, issued, known)
    by_key = {article.id: article for article in articles}
    text = render_brief(composed, by_key, desk.config().templates or template_folder(), plan)
    number = number_of(period) or f"{period.first}--{period.last}"
    return examined(text, by_key, folder / f"{plan.name}-{number}.md"), report


def _keep_changes(path: Path) -> None:
    """Refuse to overwrite what a person wrote."""
    from digest.drafts import is_changed
    from digest.fetch import fetch

    try:
        there = fetch(path).data.decode("utf-8", "replace")
    except FetchError:
        if not path.exists():
            return
        raise
    if is_changed(there):
        hint = f"`digest render {path}` prints it; --force writes it anew"
        raise ExportError("a person changed this draft", where=str(path), hint=hint)


def _worded(period: Date) -> str:
    from digest.dates import in_words

    return in_words(period)


def _tell(work: Work, report: Report, files: Sequence[Path], *, as_objects: bool) -> None:
    doubts = doubts_of(work)
    if as_objects:
        found = [as_json(finding, work.path) for finding in work.examination.findings]
        doubted = [doubt_as_json(doubt, work.path) for doubt in doubts]
        names = [str(path) for path in files]
        head = {"brief": work.draft.brief, "number": work.draft.number, "period": str(work.draft.period)}
        say_json(
            head
            | {
                "report": asdict(report),
                "checked": counted(work.examination),
                "findings": found,
                "warnings": doubted,
                "files": names,
            }
        )
        return
    say(" · ".join(part for part in (work.draft.title, work.draft.number, _worded(work.draft.period)) if part))
    for line in report.lines():
        say(f"  {line}")
    if work.examination.findings:
        say(count(len(work.examination.findings), "finding"))
    else:
        say(checked(work.examination))
    if doubts:
        say(f"{count(len(doubts), 'warning')}: figures, dates or names; `digest check {work.path}` tells which")
    for path in files:
        say(str(path))
