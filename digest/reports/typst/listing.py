"""The list of sources of a Typst report: the call that sets it, or the list itself as text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from digest.citing import Entry, Made
from digest.citing.places import is_bibliography_marker
from digest.reports.sourcemap import Change, Draft, native_keys, source_range, sources_name
from digest.reports.sourcetext import Decoded
from digest.reports.typst.escaping import escape, quoted, set_runs
from digest.reports.typst.traces import JOINED, LIST, PRINTED
from digest.resources import template_folder

_OWN = re.compile(r"#bibliography\(\s*(?P<first>\"[^\"\n]{1,1000}\"|\((?P<inside>[^()\n]{1,2000})\))")
_TO_END = re.compile(r"[ \t]*(?:\r?\n|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where the list stands or is to stand; `marker` is what stood there before, None where nothing did."""

    start: int
    end: int
    marker: str | None
    before: str = ""  # a line's end that the source lacks
    after: str = ""  # the line's end that is part of it


def is_live(made: Made) -> bool:
    """Whether citations are calls, and there is something to cite."""
    return made.fields in ("live", "zotero", "word") and made.entries is not None and bool(made.articles)


def style_file(made: Made) -> dict[str, bytes]:
    """The citation style, by the name that the call gives it, where it is one of the shipped ones that Typst takes."""
    if not made.style or not made.style.lists:
        return {}
    for name in (re.split(r"[/\\]", made.style.path)[-1].removesuffix(".csl"), made.style.name):
        path = template_folder() / "styles" / f"{name}.csl"
        if re.fullmatch(r"[A-Za-z0-9-]{1,100}", name) and path.is_file():
            data = path.read_bytes()
            return {} if b"independent-parent" in data else {path.name: data}
    return {}


def style_note(made: Made) -> tuple[str, ...]:
    """What a person must do where Typst was told no style."""
    if not is_live(made) or not made.style or style_file(made):
        return ()
    return (
        f'Typst was not told the style: write style: "…" into #bibliography, it has {made.style.name} or a like one',
    )


def theirs(source: str, drafts: Sequence[Draft], made: Made) -> frozenset[str]:
    """The keys that the report cites from its own file, for Typst takes none twice; the first run tells the later."""
    own = next(_own(source, drafts), None)
    if own is None:
        return frozenset()
    there = JOINED.match(source, source.find("(", own) + 1)
    told = native_keys(drafts) if not there else there["theirs"].split(",") if there["theirs"] else ()
    return frozenset(told) & set(made.articles)


def list_changes(
    text: Decoded, drafts: Sequence[Draft], made: Made, own_keys: Collection[str] = ()
) -> tuple[list[Change], tuple[str, ...]]:
    """The changes that bring the list of sources in, up to date, or out again; and what a person should know."""
    source = text.source
    own = next((one for one in _own(source, drafts)), None)
    slot = _slot(text, drafts)
    if not is_live(made):
        changes = _parted(source)
        if made.fields == "none" and made.entries is not None:
            # Citations that are text are not met again: a list that an earlier run set then stays.
            return [*changes, *([_as_text(slot, made, text.newline)] if made.entries else [])], ()
        if made.entries is None or made.fields == "markers":
            changes += _taken_out(source, slot)
        return changes, ()
    if own is not None:
        return _joined(source, own, sources_name(made), f" but {','.join(sorted(own_keys))}" if own_keys else "")
    return [_call(slot, made)], style_note(made)


def _own(source: str, drafts: Sequence[Draft]) -> Iterator[int]:
    """Where the report's own calls of a bibliography begin."""
    for draft in drafts:
        if (
            draft.span
            and source.startswith("#bibliography", draft.span[0])
            and not PRINTED.match(source, draft.span[0])
        ):
            yield draft.span[0]


def _joined(source: str, own: int, name: str, but: str) -> tuple[list[Change], tuple[str, ...]]:
    """Our file as one more of those that the report's own call names."""
    file = f"{name}.bib"
    call = source.find("(", own)
    if there := JOINED.match(source, call + 1):
        change = Change(start=there.start("ours"), end=there.end("ours"), text=file)
        return ([] if there["ours"] == file else [change]), ()
    match = _OWN.match(source, own)
    if not match:
        return [], (f'its bibliography is named in a way of its own: add "{file}" to it',)
    named = (match["inside"] or match["first"]).strip()
    if quoted(file) in named:
        return [], ()
    text = f"({named.rstrip(',')}, {quoted(file)}) /* digest: with it{but} */"
    return [Change(start=match.start("first"), end=match.end("first"), text=text)], ()


def _parted(source: str) -> list[Change]:
    """Our file out of the report's own calls."""
    changes = []
    for match in JOINED.finditer(source):
        several = match["first"].count('"') > 2
        text = f"({match['first']})" if several else match["first"]
        changes.append(Change(start=match.start(), end=match.end(), text=text))
    return changes


def _slot(text: Decoded, drafts: Sequence[Draft]) -> Slot:
    """Where the list stands, else at its marker, else at the end."""
    source = text.source
    for pattern in (LIST, PRINTED):
        if match := pattern.search(source):
            return Slot(start=match.start(), end=match.end(), marker=match["marker"], after=_line_end(match[0]))
    for draft in drafts:
        if is_bibliography_marker(draft.text):
            start, end = source_range(draft, 0, len(draft))
            rest = _TO_END.match(source, end)
            after = _line_end(rest[0]) if rest else text.newline
            return Slot(start=start, end=rest.end() if rest else end, marker=source[start:end], after=after)
    if source and not source.endswith("\n"):
        return Slot(start=len(source), end=len(source), marker=None, before=text.newline)
    return Slot(start=len(source), end=len(source), marker=None, after=text.newline)


def _line_end(text: str) -> str:
    return "\r\n" if text.endswith("\r\n") else "\n" if text.endswith("\n") else ""


def _call(slot: Slot, made: Made) -> Change:
    """The call that sets the list, in its slot."""
    style = f", style: {quoted(next(iter(style_file(made))))}" if style_file(made) else ""
    call = f"#bibliography({quoted(f'{sources_name(made)}.bib')}, title: [{escape(made.heading)}]{style})"
    trace = f"in place of {slot.marker}" if slot.marker else "added"
    return Change(start=slot.start, end=slot.end, text=f"{slot.before}{call} // digest: {trace}{slot.after}")


def _as_text(slot: Slot, made: Made, newline: str) -> Change:
    """The list as text in its slot, between two comments."""
    marker = f", in place of {slot.marker}" if slot.marker else ""
    heading = f"#heading(numbering: none)[{escape(made.heading)}]"
    entries = [line for entry in made.entries or () for line in ("", _entry(entry))]
    lines = [f"// digest: sources begin{marker}", heading, *entries, "// digest: sources end"]
    return Change(start=slot.start, end=slot.end, text=slot.before + newline.join(lines) + slot.after)


def _entry(entry: Entry) -> str:
    label = set_runs(entry.label)
    return f"#par(hanging-indent: 2em)[{label}{' ' if label else ''}{set_runs(entry.runs)}]"


def _taken_out(source: str, slot: Slot) -> list[Change]:
    """What we had put there out again, and the marker back."""
    if not (LIST.match(source, slot.start) or PRINTED.match(source, slot.start)):
        return []
    if slot.marker:
        return [Change(start=slot.start, end=slot.end, text=f"{slot.marker}{slot.after}")]
    ended = re.search(r"\r?\n\Z", source[max(0, slot.start - 2) : slot.start]) if not slot.after else None
    return [Change(start=slot.start - len(ended[0]) if ended else slot.start, end=slot.end, text="")]
