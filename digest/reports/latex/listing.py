"""The list of sources of a LaTeX report: the lines that load it and print it, or the list itself as text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from digest.citing import Entry, Made
from digest.citing.places import is_bibliography_marker
from digest.reports.latex.escaping import escape, set_runs
from digest.reports.latex.preamble import BEGUN, ENDED, Preamble
from digest.reports.latex.traces import LINE, LIST, LOADED, PRINTED
from digest.reports.sourcemap import Change, Draft, native_keys, source_range, sources_name
from digest.reports.sourcetext import Decoded

_OWN = re.compile(
    r"^[^%\n]*?(?P<command>\\bibliography\{(?P<names>[^{}\n]{0,1000})\})"
    r"(?P<trace> % digest: with (?P<ours>\S{1,100})(?: but (?P<theirs>\S{1,9000}))?[ \t]*$)?",
    re.M,
)
_PRINTS = re.compile(r"^[^%\n]*?\\printbibliography\b", re.M)
_STYLED = re.compile(r"^[^%\n]*?\\bibliographystyle\s*\{", re.M)
_TO_END = re.compile(r"[ \t]*(?:\r?\n|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where the list stands or is to stand; `marker` is what stood there before, None where nothing did."""

    start: int
    end: int
    marker: str | None
    before: str = ""  # what breaks the line it stands in


def list_changes(
    text: Decoded, drafts: Sequence[Draft], made: Made, before: Preamble, own_keys: Collection[str] = ()
) -> Iterator[Change]:
    """The changes that bring the list of sources in, up to date, or out again."""
    source, name = text.source, sources_name(made)
    live = made.fields not in ("none", "markers") and made.entries is not None and bool(made.articles)
    yield from _loading(text, [*_lines(before, made, name, source)] if live and before.whole else [])
    slot = _slot(source, text.newline, drafts, before)
    own = _own(source)
    if own:
        but = f" but {','.join(sorted(own_keys))}" if own_keys else ""
        yield from _joined(own, name if live and before.family != "biblatex" else "", but, source, text.newline)
    if made.entries is None or made.fields == "markers":
        yield from _taken_out(source, slot, text.newline)
    elif slot and not live and made.fields == "none" and made.entries:  # citations that are text are not met again
        yield _as_text(slot, made, before, text.newline)
    elif slot and live and not (own or _prints(source)):
        yield _command(slot, made, before, text.newline)


def _prints(source: str) -> bool:
    """Whether the report itself prints its list of sources."""
    return bool(_PRINTS.search(PRINTED.sub("", source)))


def _own(source: str) -> re.Match[str] | None:
    """The report's own \\bibliography."""
    found = (match for match in _OWN.finditer(source) if not PRINTED.match(source, match.start("command")))
    return next(found, None)


def theirs(source: str, drafts: Sequence[Draft], made: Made, before: Preamble) -> frozenset[str]:
    """The keys that the report cites from its own file, for BibTeX takes none twice; the first run tells the later."""
    own = _own(source) if before.family != "biblatex" else None
    if own is None:
        return frozenset()
    told = own["theirs"].split(",") if own["theirs"] else native_keys(drafts) if not own["ours"] else ()
    return frozenset(told) & set(made.articles)


def _joined(own: re.Match[str], name: str, but: str, source: str, newline: str) -> Iterator[Change]:
    r"""Our file as one more of those in the report's own \bibliography, or out of it again."""
    names = [one.strip() for one in own["names"].split(",")]
    kept = [one for one in names if one not in (own["ours"], name)]
    told = f" but {own['theirs']}" if own["theirs"] else ""
    if own["ours"] == (name or None) and (not name or but == told):
        return
    if not name:
        yield Change(start=own.start("command"), end=own.end(), text=f"\\bibliography{{{','.join(kept)}}}")
        return
    if name in names and not own["ours"]:
        return
    line = f"\\bibliography{{{','.join([*kept, name])}}} % digest: with {name}{but}"
    rest = "" if _TO_END.match(source, own.end()) else newline
    yield Change(start=own.start("command"), end=own.end(), text=line + rest)


def _lines(before: Preamble, made: Made, name: str, source: str) -> Iterator[str]:
    """The lines that a preamble needs."""
    if before.family == "biblatex":
        if not before.loaded:
            style = made.style
            chosen = "verbose" if style and style.notes else "numeric" if style and style.numbers else "authoryear"
            yield f"\\usepackage[style={chosen}]{{biblatex}}"
        if f"\\addbibresource{{{name}.bib}}" not in LOADED.sub("", source):
            yield f"\\addbibresource{{{name}.bib}}"
        return
    if not before.loaded:
        yield "\\usepackage{natbib}"
    if not _STYLED.search(LOADED.sub("", source)):
        yield f"\\bibliographystyle{{{'plainnat' if before.family == 'natbib' else 'plain'}}}"


def _loading(text: Decoded, lines: Sequence[str]) -> Iterator[Change]:
    """Our lines of the preamble as they are to be, where they are not so already."""
    there = list(LOADED.finditer(text.source))
    begun = BEGUN.search(text.source)
    place, before = _apart(begun, text.newline) if begun else (0, "")
    before = before or next((match["broken"] for match in there if match["broken"]), "")
    wanted = "".join(f"{line} % digest: added{text.newline}" for line in lines)
    wanted = before + wanted if wanted else ""
    if "".join(match[0] for match in there) == wanted:
        return
    for match in there:
        yield Change(start=match.start(), end=match.end(), text="")
    if wanted and begun:
        yield Change(start=place, end=place, text=wanted)


def _apart(found: re.Match[str], newline: str) -> tuple[int, str]:
    """Where lines go before a command, and what breaks the line where it does not begin one."""
    start = found.start("command")
    return (start, f"{LINE}{newline}") if found.string[found.start() : start].strip() else (found.start(), "")


def _slot(source: str, newline: str, drafts: Sequence[Draft], before: Preamble) -> Slot | None:
    """Where the list stands, else at its marker, else at the end of a whole document."""
    for pattern in (LIST, PRINTED):
        if match := pattern.search(source):
            broken = match.groupdict().get("broken") or ""
            return Slot(start=match.start(), end=match.end(), marker=match["marker"], before=broken)
    for draft in drafts:
        if is_bibliography_marker(draft.text):
            start, end = source_range(draft, 0, len(draft))
            rest = _TO_END.match(source, end)
            return Slot(start=start, end=rest.end() if rest else end, marker=" ".join(source[start:end].split()))
    ended = ENDED.search(source) if before.whole else None
    if ended is None:
        return None
    place, broken = _apart(ended, newline)
    return Slot(start=place, end=place, marker=None, before=broken)


def _command(slot: Slot, made: Made, before: Preamble, newline: str) -> Change:
    """The command that prints the list, in its slot."""
    name = sources_name(made)
    title = f"[title={{{escape(made.heading)}}}]"
    command = f"\\printbibliography{title}" if before.family == "biblatex" else f"\\bibliography{{{name}}}"
    trace = f"in place of {slot.marker}" if slot.marker else "added"
    return Change(start=slot.start, end=slot.end, text=f"{slot.before}{command} % digest: {trace}{newline}")


def _as_text(slot: Slot, made: Made, before: Preamble, newline: str) -> Change:
    """The list as text in its slot, between two comments."""
    marker = f", in place of {slot.marker}" if slot.marker else ""
    heading = f"\\{'chapter' if before.chapters else 'section'}*{{{escape(made.heading)}}}"
    lines = [f"% digest: sources begin{marker}", heading]
    lines += [r"\begin{list}{}{\setlength{\leftmargin}{2em}\setlength{\itemindent}{-2em}}"]
    lines += [_item(entry, links=before.links) for entry in made.entries or ()]
    lines += [r"\end{list}"]
    text = slot.before + newline.join([*lines, "% digest: sources end", ""])
    return Change(start=slot.start, end=slot.end, text=text)


def _item(entry: Entry, *, links: bool) -> str:
    label = set_runs(entry.label, links=False)
    return f"\\item {{}}{label + ' ' if label else ''}{set_runs(entry.runs, links=links)}"


def _taken_out(source: str, slot: Slot | None, newline: str) -> Iterator[Change]:
    """What we had put there out again, and the marker back."""
    if slot is None or not (LIST.match(source, slot.start) or PRINTED.match(source, slot.start)):
        return
    text = f"{slot.marker}{newline}" if slot.marker else ""
    yield Change(start=slot.start, end=slot.end, text=text)
