"""`doctor`: what the records lack or hold that a citation should not, worst first."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

import click

from digest.cli import desk
from digest.cli.words import counted, note, say, say_json, table
from digest.health import SEVERITIES, Finding, Severity, examine
from digest.library import Library
from digest.model import Article
from digest.records import CSL_NAMES
from digest.statements import state

_SHOWN: dict[str, tuple[Severity, ...]] = {
    "error": ("error",),
    "warning": ("error", "warning"),
    "note": SEVERITIES,
}


@click.command()
@click.argument("keys", metavar="[KEY]...", nargs=-1)
@click.option(
    "--severity", type=click.Choice(list(_SHOWN)), default="warning", help="List this and what is worse; warning."
)
@click.option("--fix", is_flag=True, help="Propose a value where there is one, and ask before it is set.")
@click.option("--links", is_flag=True, help="Ask every address whether it still answers (network).")
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
@click.pass_context
def doctor(ctx: click.Context, /, *, keys: tuple[str, ...], severity: str, as_objects: bool, **chosen: bool) -> None:
    """List what the records of the library lack, and what in them is improbable; exits with 1 where there is any."""
    library = desk.new_library() if chosen["fix"] else desk.library()
    wanted = _SHOWN[severity]
    found = [finding for finding in _findings(library, keys) if finding.severity in wanted]
    if chosen["links"]:
        found += _dead(library, keys)
    found.sort(key=lambda finding: SEVERITIES.index(finding.severity))
    if as_objects:
        for finding in found:
            say_json(_object(finding))
    elif chosen["fix"]:
        _propose(library, found)
    else:
        _say(found)
    ctx.exit(int(any(finding.severity != "note" for finding in found)))


def _findings(library: Library, keys: Sequence[str]) -> Iterator[Finding]:
    today = datetime.now(tz=UTC).astimezone().date()
    for article in _articles(library, keys):
        yield from examine(article, today)
        yield from _undecided(library, article.id)


def _articles(library: Library, keys: Sequence[str]) -> Iterable[Article]:
    return [library.wanted(key) for key in keys] if keys else library.articles()


def _undecided(library: Library, key: str) -> Iterator[Finding]:
    """Records with most of their text in common that nobody has merged or told apart; each pair once."""
    for related in library.related(key):
        if related.kind == "copy" and not related.decided and key < related.key:
            share = round(100 * max(related.mine, related.theirs))
            what = f"also in {related.key} ({share} % of the text): `digest merge` or `digest split` decides"
            yield Finding(key=key, severity="note", field="copy", what=what)


def _dead(library: Library, keys: Sequence[str]) -> Iterator[Finding]:
    from digest.errors import FetchError
    from digest.fetch.web import Web

    web = Web(desk.policy())
    for article in _articles(library, keys):
        if article.url:
            note(f"asking {article.url}")
            try:
                web.fetch(article.url)
            except FetchError as error:
                yield Finding(key=article.id, severity="warning", field="url", what=f"does not answer: {error.what}")


def _object(finding: Finding) -> dict[str, object]:
    proposal = finding.proposal and {"field": _spelled(finding.proposal[0]), "value": finding.proposal[1]}
    return {
        "key": finding.key,
        "severity": finding.severity,
        "field": _spelled(finding.field),
        "what": finding.what,
        "proposal": proposal,
    }


def _spelled(field: str) -> str:
    return CSL_NAMES.get(field, field)


def _say(found: Sequence[Finding]) -> None:
    rows = [(finding.severity, finding.key, _spelled(finding.field), finding.what) for finding in found]
    table(("severity", "key", "field", "what"), rows)
    counts = Counter(finding.severity for finding in found)
    say(", ".join(counted(counts[name], name) for name in SEVERITIES if counts[name]) or "nothing found")
    if any(finding.proposal for finding in found):
        note("`digest doctor --fix` proposes values for some of these")


def _propose(library: Library, found: Sequence[Finding]) -> None:
    """Ask a person for each proposal; without one to ask, print the commands that would set them."""
    asking = sys.stdin.isatty()
    for finding in found:
        if finding.proposal is None:
            continue
        name, value = _spelled(finding.proposal[0]), finding.proposal[1]
        if not asking:
            say(f'digest edit {finding.key} {name}="{value}"  # {finding.what}')
            continue
        say(f"{finding.key}: {name}: {finding.what}")
        if click.confirm(f'  set {name} to "{value}"?', default=False):
            library.update(state(library.wanted(finding.key), name, value))
    if not any(finding.proposal for finding in found):
        note("nothing to propose")
