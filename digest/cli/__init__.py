"""The command line: the only printing, exiting and config.

A command is a row of `COMMANDS`; its module is imported when it is used.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

import click

from digest.cli.words import shown
from digest.errors import DigestError, ExportError

COMMANDS: dict[str, tuple[str, str, str]] = {
    "init": ("digest.cli.start", "init", "Write a commented config.yaml and an inbox here."),
    "read": ("digest.cli.reading", "read", "Show the records of a page; store nothing."),
    "add": ("digest.cli.adding", "add", "Take pages, folders or standard input into the library."),
    "fetch": ("digest.cli.collecting", "fetch", "Collect what is new in your feeds and folders of mail."),
    "feeds": ("digest.cli.feeds", "feeds", "Add, list, remove, import and export feeds."),
    "watch": ("digest.cli.collecting", "watch", "Take in what appears in a folder."),
    "list": ("digest.cli.records", "list_", "List the articles of the library."),
    "show": ("digest.cli.records", "show", "Show a record, its sources and its numbered paragraphs."),
    "search": ("digest.cli.records", "search", "Find articles by their words, best first."),
    "why": ("digest.cli.why", "why", "Show what each field, line or theme rests on."),
    "quotes": ("digest.cli.quotes", "quotes", "List quotations with their speakers."),
    "experts": ("digest.cli.quotes", "experts", "List who is quoted, when, on what and where."),
    "names": ("digest.cli.names", "names", "Show and correct who and what is named, under all spellings."),
    "timeline": ("digest.cli.timeline", "timeline_", "List what articles tell of by its dates; draw it."),
    "stories": ("digest.cli.stories", "stories", "List the stories that several reports tell, and what each adds."),
    "summary": ("digest.cli.summaries", "summary", "Say what articles say, in few of their sentences."),
    "themes": ("digest.cli.themes", "themes", "List themes; test a change of one before it is saved."),
    "accept": ("digest.cli.deciding", "accept", "Say that articles have a theme; it is learned from."),
    "reject": ("digest.cli.deciding", "reject", "Say that articles do not have a theme."),
    "edit": ("digest.cli.editing", "edit", "Set or confirm fields of a record."),
    "rekey": ("digest.cli.keys", "rekey", "Give a record another key; the old one is kept."),
    "diff": ("digest.cli.versions", "diff", "Show what changed in an article, and who cites it."),
    "merge": ("digest.cli.uniting", "merge", "Make one record of several."),
    "split": ("digest.cli.uniting", "split", "Make two records of one, for good."),
    "remove": ("digest.cli.records", "remove", "Take articles out of the library."),
    "reread": ("digest.cli.rereading", "reread", "Read stored pages again by today's readers."),
    "undo": ("digest.cli.versions", "undo", "Undo the last edit or decision."),
    "doctor": ("digest.cli.health", "doctor", "List what records lack, and what in them is improbable."),
    "furniture": ("digest.cli.furniture", "furniture", "Show and strike the lines learned to be no text."),
    "brief": ("digest.cli.briefs", "brief", "Write a brief of a week or another period."),
    "check": ("digest.cli.checking", "check", "Check every citation and quotation of a draft or report."),
    "render": ("digest.cli.briefs", "render", "Turn an edited draft into the formats."),
    "cite": ("digest.cli.reports", "cite", "Write the citations of your own report, in place."),
    "uncite": ("digest.cli.reports", "uncite", "Give a report its typed markers back."),
    "bibliography": ("digest.cli.bibliography", "bibliography", "Write a bibliography, plain or annotated."),
    "styles": ("digest.cli.styles", "styles", "List citation styles, with your own records set in them."),
    "references": ("digest.cli.references", "references", "Print citations and references to paste."),
    "export": ("digest.cli.transfer", "export", "Write the whole library as CSL-JSON with its texts."),
    "import": ("digest.cli.transfer", "import_", "Take an exported library back in."),
    "push": ("digest.cli.pushing", "push", "Send records to Zotero on this machine."),
    "pull": ("digest.cli.pulling", "pull", "Take records from Zotero on this machine."),
}
"""Name → module, attribute, the line `digest --help` shows; in the order of work."""

_SECTIONS = {
    "init": "Take in",
    "list": "Look",
    "quotes": "Understand",
    "themes": "Choose",
    "edit": "Put right",
    "brief": "Write",
    "cite": "Cite",
    "export": "Carry away",
}
"""The command a section of `digest --help` begins with → its heading."""

EXIT_CODES = """\b
Exit codes:
  0  done                       5  bytes that could not be read
  1  something found (below)    6  a template or a draft's header
  2  wrong use of a command     7  a format could not be written
  3  config, plan or sidecar    8  the gate refused a render
  4  a path cannot be opened    9  the library file
130  interrupted              141  the reader of our output went away
1: what `check` and `doctor` look for; `cite` met a key that nothing knows and left it as it was.
`read`, `add`, `fetch` and `watch` go on past what they refuse, and exit with its code; 5 if it was of several kinds.
"""


def _complain(error: DigestError) -> None:
    click.echo(shown(f"{error.where}: {error.what}" if error.where else error.what), err=True)
    if error.hint:
        click.echo(f"  {shown(error.hint)}", err=True)


def stopped_by(error: OSError) -> int:
    """Say what the system refused, mostly to take our output, and return the exit code for it."""
    with suppress(OSError):  # nor may it take our complaint
        _complain(ExportError(error.strerror or "failed", where=str(error.filename or "standard output")))
    _forget_output()
    return ExportError.exit_code


def _forget_output() -> None:
    """Let what Python flushes at exit go nowhere, without a complaint."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
            continue
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Commands(click.Group):
    """The commands of the table, each imported when it is used, and the one place that prints errors."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """The names in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as above
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, attribute, _ = COMMANDS[cmd_name]
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is called; where there is none of that name, the nearest is named."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            from digest.settings import nearest

            ctx.fail(f'no command is called "{args[0]}"; {nearest(args[0], COMMANDS)}')
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as above
        """List the commands without importing them."""
        sections: dict[str, list[tuple[str, str]]] = {}
        heading = ""
        for name, row in COMMANDS.items():
            heading = _SECTIONS.get(name, heading)
            sections.setdefault(heading, []).append((f"{name:10}", row[2]))
        for heading, rows in sections.items():
            with formatter.section(heading):
                formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an error a person can mend is printed as one line and a hint."""
        try:
            result: object = super().invoke(ctx)
            sys.stdout.flush()
        except DigestError as error:
            _complain(error)
            ctx.exit(error.exit_code)
        except BrokenPipeError:
            _forget_output()  # the reader has gone
            ctx.exit(141)
        except KeyboardInterrupt:
            click.echo(err=True)
            ctx.exit(130)
        return result


@click.group(
    cls=Commands, epilog=EXIT_CODES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The configuration; else config.yaml in the current folder, if there is one.",
)
@click.version_option(package_name="briefing-digest", prog_name="digest")
@click.pass_context
def digest(ctx: click.Context, config: Path | None) -> None:
    """Cited briefings from what you read: articles in, a checked PDF, DOCX, EPUB and HTML out."""
    ctx.obj = config
