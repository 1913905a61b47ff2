"""Citations as Typst has them, `@key[para. 12]` and `#cite(<key>, …)`: read and written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from digest.citing import Cited
from digest.citing.markers import locator
from digest.reports.sourcemap import Command
from digest.reports.typst.escaping import escape
from digest.reports.typst.syntax import ARGUMENTS, SUPPLEMENT, plain

Place = Literal["text", "noted", "in note"]
"""Where a citation is to stand: in the text, in the text in a style of notes, in a note in a style of notes."""

_KEY = re.compile(r"\s*(?:<(?P<label>[^<>\s]{1,200})>|label\(\s*\"(?P<string>[^\"\\]{1,200})\"\s*\))")
_FORM = re.compile(r"\bform\s*:\s*\"(?P<form>\w{1,20})\"")
_APART = re.compile(r"#h\(0pt\)#cite(?=\()")  # so that Typst sets an author and a note, not a group
_NAMED = re.compile(r"#\[(?:[^\[\]\\]|\\.){1,500}\]/\* digest: named \*/ ?#cite(?=\()")
_SUPPLEMENT = re.compile(r"\bsupplement\s*:\s*(?=\[)")


def read_reference(source: str, start: int, end: int, key: str) -> Command:
    """The citation `@key`, with the supplement that follows it."""
    match = SUPPLEMENT.match(source, end)
    cited = _cited(key, plain(match["inside"]) if match else "")
    return Command(start=start, end=match.end() if match else end, sources=(cited,))


def read_cite(source: str, start: int, end: int) -> Command | None:
    """The citation `#cite(…)`, whose arguments begin at `end`; None where it names no key."""
    arguments = ARGUMENTS.match(source, end)
    if not arguments or not (key := _KEY.match(arguments["inside"])):
        return None
    inside = arguments["inside"]
    named = _SUPPLEMENT.search(inside)
    supplement = SUPPLEMENT.match(inside, named.end()) if named else None
    form = _FORM.search(inside)
    how = form["form"] if form else "normal"
    cited = _cited(key["label"] or key["string"], plain(supplement["inside"]) if supplement else "")
    cited = replace(cited, in_text=how in ("prose", "author"), suppress_author=how == "year")
    past = arguments.end()
    if how == "author" and (apart := _APART.match(source, past)):
        note = read_cite(source, start, apart.end())
        if note and note.sources[0].key == cited.key:
            return replace(note, sources=(replace(note.sources[0], in_text=True),))
    return Command(start=start, end=past + (source[past : past + 1] == ";"), sources=(cited,))


def read_named(source: str, start: int) -> Command | None:
    """The citation whose author nobody told: we have put the outlet or the title before it."""
    named = _NAMED.match(source, start)
    command = read_cite(source, start, named.end()) if named else None
    return replace(command, sources=(replace(command.sources[0], in_text=True),)) if command else None


def _cited(key: str, supplement: str) -> Cited:
    label, number, rest = locator(f", {supplement}") if supplement else ("", "", "")
    rest = rest.strip().removeprefix(",").strip()
    return Cited(key=key, locator=number, label=label or "paragraph", suffix=rest)


_WRITTEN: Mapping[str, tuple[str, str]] = {
    "paragraph": ("para.", "paras."), "page": ("p.", "pp."), "section": ("sec.", "secs."),
    "chapter": ("chap.", "chaps."), "volume": ("vol.", "vols."), "note": ("n.", "nn."),
}  # fmt: skip


def write_cite(sources: Sequence[Cited], keys: Mapping[str, str], place: Place, unsigned: Mapping[str, str]) -> str:
    """The calls that cite these sources: those that stand side by side Typst sets as one group.

    It knows no words before a source; they stand before its citation. So does what is `unsigned`, in a sentence: of
    that Typst would name nobody.
    """
    parts = []
    for number, source in enumerate(sources):
        before = f"{' ' if number else ''}{escape(source.prefix)} " if source.prefix else ""
        form = "prose" if source.in_text else "year" if source.suppress_author else ""
        if source.in_text and (name := unsigned.get(source.key)):
            before += f"#[{escape(name)}]/* digest: named */{'' if place == 'noted' else ' '}"
            form = form if place == "text" else ""
        elif place == "noted" and source.in_text:
            before += f'#cite(<{keys[source.key]}>, form: "author")#h(0pt)'
            form = ""
        parts.append(f"{before}{_call(source, keys, 'full' if place == 'in note' else form)}")
    return "".join(parts)


def _call(source: Cited, keys: Mapping[str, str], form: str) -> str:
    named = [f"<{keys[source.key]}>"]
    named += [f"supplement: [{supplement}]"] if (supplement := _supplement(source)) else []
    named += [f'form: "{form}"'] if form else []
    return f"#cite({', '.join(named)})"


def _supplement(source: Cited) -> str:
    located = escape(source.locator)
    if located:
        one, several = _WRITTEN.get(source.label, (source.label, f"{source.label}s"))
        located = f"{escape(several if re.search('[-–,&]', source.locator) else one)}~{located}"
    return ", ".join(part for part in (located, escape(source.suffix)) if part)
