"""`cite` and `uncite`: citations in a person's own report."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from digest.citing import NOTE, Fields, Report, Style
from digest.cli import desk
from digest.cli.keeping import keep_changes, remember
from digest.cli.words import counted, note, say, say_json, short
from digest.errors import ConfigError, ExportError, ReadError

if TYPE_CHECKING:
    from digest.attaching import Attached, Known, Wishes
    from digest.model import Article

_STYLE = "chicago-author-date"
_file = click.Path(path_type=Path)


@click.command()
@click.argument("report", type=_file)
@click.option("-o", "--output", type=_file, metavar="OUT", help="Where to write; else NAME-cited beside the report.")
@click.option("--style", metavar="STYLE", help=f"A citation style; else the report's own, else {_STYLE}.")
@click.option("--language", metavar="LANG", help="Of the citations, as en-GB; else the report's own.")
@click.option(
    "--fields",
    type=click.Choice(get_args(Fields)),
    default="live",
    show_default=True,
    help="How citations stand in the file: live, as Zotero's or Word's own, as mere text, or as typed markers.",
)
@click.option("--endnotes", is_flag=True, help="Where the style wants notes, endnotes and not footnotes.")
@click.option("--heading", metavar="TEXT", help="Over a list of sources that the report has no place for.")
@click.option("--also", metavar="KEY", multiple=True, help="List this source too, though it is not cited.")
@click.option("--anew", is_flag=True, help="Write also those citations anew whose words you changed by hand.")
@click.option("--auto", is_flag=True, help="Cite what is proposed: quotations found word for word, and links.")
@click.option("--ask", is_flag=True, help="Ask about each proposal.")
@click.option("--suggest", is_flag=True, help="Only list sentences that look taken from an article; write nothing.")
@click.option("--in-place", is_flag=True, help="Write over REPORT itself, as to update one that has its citations.")
@click.option("--force", is_flag=True, help="Write NAME-cited anew though it was changed since it was written.")
@click.option("--dry-run", is_flag=True, help="Tell what would be done; write nothing.")
@click.option("--json", "as_objects", is_flag=True, help="Print the result as JSON.")
@click.pass_context
def cite(ctx: click.Context, /, report: Path, **options: Any) -> None:
    """Write the citations of a report: formatted, alive where the format allows, and listed at its end.

    In place of `[@key, para. 12]`, typed anywhere in a Word, LibreOffice, Markdown, HTML, LaTeX or Typst file; citation
    fields of Zotero, Mendeley, EndNote and Word are taken over. Run it again and it updates. Exit code 1 where a key
    is unknown: that marker stays as it is.
    """
    from digest.attaching import attach
    from digest.cli.proposing import as_json, offered, suggested, with_proposals
    from digest.export.files import write_all

    data, read = read_marked(report)
    if options["suggest"]:
        suggested(read, as_objects=options["as_objects"])
        return
    output = _output(report, options["output"], "cited", in_place=options["in_place"])
    named = options["output"] or options["in_place"]
    if not (named or options["force"] or options["dry_run"]):
        keep_changes(output, instead=f"`digest cite {output} --in-place` updates it, ")
    wishes = _wishes(report, read, output, options)
    offer = offered(read, auto=options["auto"], ask=options["ask"], quiet=options["as_objects"])
    made = attach(data, str(report), with_proposals(read, offer.taken), known(), wishes)
    files = _files(output, made)
    if not options["dry_run"]:
        write_all(files)
        if not named:
            remember(output, files[output])
    if options["as_objects"]:
        say_json(_told(report, read, made, files, options) | {"proposals": [as_json(read, one) for one in offer.left]})
    else:
        _tell(read, made, files, options)
    if made.unknown:
        ctx.exit(1)


@click.command()
@click.argument("report", type=_file)
@click.option("-o", "--output", type=_file, metavar="OUT", help="Where to write; else NAME-plain beside the report.")
@click.option("--in-place", is_flag=True, help="Write over REPORT itself.")
@click.option("--all", "whole", is_flag=True, help="Also citations whose records stand in the report alone.")
@click.option("--force", is_flag=True, help="Write NAME-plain anew though it was changed since it was written.")
def uncite(*, report: Path, output: Path | None, in_place: bool, whole: bool, force: bool) -> None:
    """Give the plain markers back: `[@key, para. 12]` in place of each citation, and no list of sources.

    A field of another program whose record your library does not have stays: its marker would be of no use.
    """
    from digest.attaching import detach
    from digest.export.files import write_all

    data, read = read_marked(report)
    target = _output(report, output, "plain", in_place=in_place)
    if not (output or in_place or force):
        keep_changes(target)
    written, number, kept = detach(data, str(report), read, known(), whole=whole)
    write_all({target: written.data})
    if not (output or in_place):
        remember(target, written.data)
    for line in written.notes:
        note(line)
    if kept:
        note(f"{counted(kept, 'citation')} left: only the report has their records; --all gives markers for them too")
    say(f"{target}: {counted(number, 'citation')} given back as markers")


def read_marked(path: Path) -> tuple[bytes, Report]:
    """The bytes of a report, and the report with its typed citations."""
    from digest.citing.markers import with_markers
    from digest.fetch import fetch
    from digest.reports import read_report

    if path.is_dir():
        raise ReadError("a folder", where=str(path), hint="name the report in it")
    data = fetch(path).data
    library = desk.library()
    return data, with_markers(read_report(data, str(path)), library.key_book().every())


def known() -> Known:
    """How the records of this run's library are found, each read once however often it is cited."""
    from digest.attaching import Known

    library = desk.library()

    def by_address(address: str) -> Article | None:
        from digest.citing.links import forms

        known = desk.addresses()
        key = next((known[form] for form in forms(address) if form in known), None)
        return library.get(key) if key else None

    return Known(by_key=cache(library.get), by_address=by_address, current=cache(current_key))


def current_key(key: str) -> str:
    """The key of the record that an old key stands for; any other key is itself."""
    library = desk.library()
    return library.wanted(key).id if library.get(key) else key


def _output(report: Path, asked: Path | None, what: str, *, in_place: bool) -> Path:
    """Where the result goes: over the report itself only where that is said."""
    if in_place:
        return report
    plain = report.stem.removesuffix("-cited").removesuffix("-plain")
    output = asked or report.with_name(f"{plain}-{what}{report.suffix}")
    if output.suffix.lower() != report.suffix.lower():
        raise click.UsageError(f"a report keeps its format: {output.name} is to end in {report.suffix}")
    if output.exists() and report.exists() and output.samefile(report):
        hint = "--in-place writes over it, -o names another file"
        raise ExportError("that is the report itself", where=str(output), hint=hint)
    return output


def _wishes(report: Path, read: Report, output: Path, options: Mapping[str, Any]) -> Wishes:
    from digest.attaching import Wishes
    from digest.export.styles import style_details

    library = desk.library()
    style = style_details(options["style"]) if options["style"] else _own_style(report, read)
    language = options["language"] or read.locale or read.language or desk.config().language
    return Wishes(
        style=style,
        language=_locale(language, style),
        fields=options["fields"],
        notes="endnote" if options["endnotes"] else "footnote",
        heading=options["heading"] or _HEADINGS.get(language.partition("-")[0], "Sources"),
        also=tuple(library.wanted(key).id for key in options["also"]),
        anew=options["anew"],
        stem=output.stem,
    )


_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


def _own_style(report: Path, read: Report) -> Style:
    """The style the report names, a file beside it included; the usual one where it names none."""
    from digest.export.styles import style_details

    named = read.style or _STYLE
    beside = report.parent / named
    try:
        return style_details(str(beside) if named.endswith(".csl") and beside.is_file() else named)
    except ConfigError as error:
        hint = f"--style chooses another, and takes a .csl file; {error.hint}"
        raise ConfigError(f"the report's own citation style: {error.what}", where=str(report), hint=hint) from error


_HEADINGS = {
    "de": "Quellen", "es": "Fuentes", "fr": "Sources", "it": "Fonti", "nl": "Bronnen", "pl": "Źródła", "pt": "Fontes",
    "ru": "Источники", "tr": "Kaynaklar", "uk": "Джерела", "zh": "资料来源",
}  # fmt: skip
_REGIONS = {"cs": "CZ", "da": "DK", "en": "US", "et": "EE", "ja": "JP", "ko": "KR", "sv": "SE", "uk": "UA", "zh": "CN"}


def _locale(language: str, style: Style) -> str:
    """The language with its region, as citation programs name it: the style's own where it is of that language."""
    if not _TAG.fullmatch(language):
        raise click.UsageError(f"a language is named by letters, as en-GB or de: {language}")
    if "-" in language:
        return language
    if style.locale.partition("-")[0] == language:
        return style.locale
    return f"{language}-{_REGIONS.get(language, language.upper())}"


def _files(output: Path, made: Attached) -> dict[Path, bytes]:
    files = {output: made.written.data}
    return files | {output.with_name(name): data for name, data in made.written.beside.items()}


def _told(
    path: Path, read: Report, made: Attached, files: Mapping[Path, bytes], options: Mapping[str, Any]
) -> dict[str, object]:
    """The result as `--json` prints it."""
    unknown = [(read.paragraphs[place], key) for place, key in made.unknown]
    return {
        "report": str(path),
        "citations": made.citations,
        "keys": made.keys,
        "unknown": [{"key": key, "page": one.page, "line": one.line} for one, key in unknown],
        "foreign": made.foreign,
        "edited": [words for _, words in made.edited],
        "converted": made.converted,
        "files": [] if options["dry_run"] else [str(file) for file in files],
    }


def _tell(read: Report, made: Attached, files: Mapping[Path, bytes], options: Mapping[str, Any]) -> None:
    for line in (*read.notes, *made.written.notes):
        note(line)
    for line in (*_unknown(read, made.unknown), *_swallowed(read), *_unsettled(made.keys)):
        note(line)
    for _, words in made.edited:
        note(f"“{short(words, 60)}” was changed by hand and stays; --anew writes it anew")
    for origin in made.converted:
        note(f"citations of {_PROGRAMS[origin]} are written anew")
    say(f"{counted(made.citations, 'citation')} of {counted(len(made.keys), 'source')}")
    for file in () if options["dry_run"] else files:
        say(str(file))


def _unknown(read: Report, unknown: Sequence[tuple[int, str]]) -> Iterator[str]:
    """A line for each key that no article has: where it stands first, and in how many places more."""
    from digest.cli.proposing import where

    places: dict[str, list[int]] = {}
    for place, key in unknown:
        places.setdefault(key, []).append(place)
    for key, found in places.items():
        more = f" (and {counted(len(found) - 1, 'place')} more)" if len(found) > 1 else ""
        words = _around(read.paragraphs[found[0]].text, f"@{key}")
        yield f"{where(read, found[0])}: no article has the key @{key}: {words}{more}"
    if places and not len(desk.library()):
        yield f"{desk.config().library} holds no articles: is this the folder of your library?"


def _swallowed(read: Report) -> Iterator[str]:
    """A line for each key that stands among the words after another one, where it prints as it was typed."""
    from digest.cli.proposing import where

    for place, paragraph in enumerate(read.paragraphs):
        for one in (source for citation in paragraph.citations for source in citation.sources):
            for found in re.findall(r"(?<!\w)@\w+", one.suffix):
                yield f"{where(read, place)}: {found} is only words after @{one.key}: a semicolon parts sources"


def _around(text: str, words: str) -> str:
    """The words of a paragraph that lead up to `words`, and what follows close behind."""
    text = text.replace(NOTE, "")
    place = max(text.find(words), 0)
    end = place + len(words) + 12
    start = text.find(" ", place - 40) + 1 if place > 40 else 0
    return ("…" if start else "") + " ".join(text[start:end].split()) + ("…" if end < len(text) else "")


def _unsettled(keys: Sequence[str]) -> Iterator[str]:
    """What is to be told of sources that are cited with a year which nobody has confirmed."""
    from digest.csl import YEAR_INFERRED, marks

    library = desk.library()
    found = [f"@{key}" for key in keys if (one := library.get(key)) and YEAR_INFERRED in marks(one)]
    if found:
        named = ", ".join(found[:3]) + (", …" if len(found) > 3 else "")
        yield f"{counted(len(found), 'source')} printed with an inferred year: {named}"
        yield "  `digest edit KEY --confirm issued` settles it"


_PROGRAMS = {"zotero": "Zotero", "mendeley": "Mendeley", "endnote": "EndNote", "word": "Word"}
