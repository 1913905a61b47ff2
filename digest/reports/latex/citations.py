r"""Citations as LaTeX has them, `\autocite[see][12]{key}`: read by the names of natbib and biblatex, and written."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from digest.citing import Cited
from digest.citing.markers import locator
from digest.interchange.latex import to_text
from digest.reports.latex.escaping import bracketed, escape
from digest.reports.latex.words import words_of
from digest.reports.sourcemap import Command

Family = Literal["biblatex", "natbib", "plain"]
"""The packages whose commands a report cites by; `plain` has none but \\cite."""
Place = Literal["text", "note", "in note"]
"""Where a citation is to stand: in the text, in a note of its own, in a note that is there, in a style of notes."""

# What a citation is: in brackets, with its author part of the sentence, without an author, in a note of its own.
_PLAIN, _IN_TEXT, _SUPPRESSED, _NOTE = "", "t", "s", "n"
_COMMANDS: Mapping[str, str] = {
    **dict.fromkeys(
        words_of(
            "cite citep citealp parencite autocite smartcite supercite fullcite citenum citeNP shortcite notecite"
        ),
        _PLAIN,
    ),
    **dict.fromkeys(words_of("citet textcite citealt citeauthor citeA citeN shortciteA citeonline"), _IN_TEXT),
    **dict.fromkeys(words_of("citeyear citeyearpar citedate citetitle citeurl"), _SUPPRESSED),
    **dict.fromkeys(words_of("footcite footcitetext footfullcite footnotecite"), _NOTE),
}
_STARS = ("cite", "parencite", "autocite")  # of biblatex: without the author
_SEVERAL = words_of("cites parencites footcites footcitetexts smartcites textcites supercites autocites fullcites")
_INSIDE = r"(?:[^\[\]{}\\]++|\\.|\{(?:[^{}\\]++|\\.|\{[^{}]{0,500}\}){0,50}+\}){0,100}+"
_OPTION = re.compile(rf"\s{{0,40}}\[({_INSIDE})\]", re.S)
_ROUND = re.compile(r"\s{0,40}\(((?:[^()\[\]{}\\]++|\\.|\{[^{}]{0,500}\}){0,100}+)\)", re.S)
_KEYS = re.compile(r"\s{0,40}\{([^{}\\]{1,4000})\}")
_TEXT_PART = re.compile(r"\s*\\(citealp|citealt|citeyear|citeauthor)\*?(?![A-Za-z])")
_SEPARATOR = re.compile(r"\s*[;,]?\s*")
_CITETEXT = re.compile(r"\\citetext\s*\{")


def read_command(source: str, start: int, end: int, family: Family) -> Command | None:
    """The citation that the command from `start` to `end` makes with its arguments; None where it makes none."""
    name = source[start + 1 : end]
    if name == "citetext":
        return _grouped(source, start, end)
    starred = name.endswith("*")
    plain = name.rstrip("*")
    plain = plain[:1].lower() + plain[1:]
    several = plain in _SEVERAL
    how = _COMMANDS.get(plain.removesuffix("s") if several else plain)
    if how is None:
        return None
    if starred and family != "natbib" and plain in _STARS:
        how = _SUPPRESSED
    sources, past = _all(source, end) if several else _one(source, end)
    if not sources:
        return None
    told = tuple(replace(one, in_text=how == _IN_TEXT, suppress_author=how == _SUPPRESSED) for one in sources)
    return Command(start=start, end=past, sources=told, note=how == _NOTE)


def read_quoted(source: str, start: int, end: int) -> Command | None:
    """The citation of a quotation of csquotes, up to the words that are quoted."""
    sources, past = _one(source, end)
    return Command(start=start, end=past, sources=sources) if sources else None


def _one(source: str, place: int) -> tuple[tuple[Cited, ...], int]:
    """The sources of `[pre][post]{a,b}` at a place, and where it ends; none where no keys stand there."""
    options: list[str] = []
    while len(options) < 2 and (match := _OPTION.match(source, place)):
        options.append(match[1])
        place = match.end()
    keys = _KEYS.match(source, place)
    if not keys:
        return (), place
    names = [key for part in re.sub(r"%[^\n]*", "", keys[1]).split(",") if (key := part.strip())]
    found = [Cited(key=key) for key in names]
    if found:
        post = options[-1] if options else ""
        pre = options[0] if len(options) > 1 else ""
        found[-1] = with_notes(found[-1], "", to_text(post))
        found[0] = replace(found[0], prefix=to_text(pre))
    return tuple(found), keys.end()


def with_notes(source: Cited, pre: str, post: str) -> Cited:
    """A source with the words before it, and those after it taken apart: what they point at, and the rest."""
    label, number, rest = locator(f", {post}") if post else ("", "", "")
    rest = rest.strip().removeprefix(",").strip()
    return replace(source, prefix=pre, locator=number, label=label or "paragraph", suffix=rest)


def _all(source: str, place: int) -> tuple[tuple[Cited, ...], int]:
    """The sources of `(pre)(post)[a][b]{k}…` at a place."""
    around: list[str] = []
    while len(around) < 2 and (match := _ROUND.match(source, place)):
        around.append(match[1])
        place = match.end()
    found: list[Cited] = []
    while True:
        sources, past = _one(source, place)
        if not sources:
            break
        found += sources
        place = past
    if found and around:
        before, after = (to_text(around[0]) if len(around) > 1 else "", to_text(around[-1]))
        found[0] = replace(found[0], prefix=" ".join(filter(None, (before, found[0].prefix))))
        found[-1] = replace(found[-1], suffix=", ".join(filter(None, (found[-1].suffix, after))))
    return tuple(found), place


def _grouped(source: str, start: int, end: int) -> Command | None:
    r"""`\citetext{\citealp[see][3]{a}; \citealp{b}}`, as natbib joins several citations."""
    opening = _CITETEXT.match(source, start)
    place = opening.end() if opening else end
    found: list[Cited] = []
    while opening and (match := _TEXT_PART.match(source, place)):
        sources, past = _one(source, match.end())
        if not sources:
            return None
        how = match[1]
        found += [replace(one, in_text=how == "citealt", suppress_author=how == "citeyear") for one in sources]
        separator = _SEPARATOR.match(source, past)
        place = separator.end() if separator else past
    if not found or source[place : place + 1] != "}":
        return None
    return Command(start=start, end=place + 1, sources=tuple(found))


_WRITTEN: Mapping[str, tuple[str, str]] = {
    "paragraph": ("para.", "paras."), "page": ("p.", "pp."), "section": ("sec.", "secs."),
    "chapter": ("chap.", "chaps."), "volume": ("vol.", "vols."), "note": ("n.", "nn."),
}  # fmt: skip
_PAGES = re.compile(r"[\divxlcdm]{1,8}(?:[–-][\divxlcdm]{1,8})?")


def write_command(sources: Sequence[Cited], keys: Mapping[str, str], family: Family, place: Place) -> str:
    """The command that cites these sources; `keys` says by which key each stands in the .bib file."""
    if family == "biblatex":
        return _biblatex(sources, keys, place)
    written = _natbib(sources, keys, bare=place != "text") if family == "natbib" else _bare(sources, keys)
    return f"\\footnote{{{written}.}}" if place == "note" else written


def _biblatex(sources: Sequence[Cited], keys: Mapping[str, str], place: Place) -> str:
    name = {"note": "footcite", "in note": "cite", "text": "autocite"}[place]
    if sources[0].in_text and place != "note":
        name = "textcite"
    elif place != "note" and all(one.suppress_author for one in sources):
        name += "*"
    if len(sources) == 1 or _is_list(sources):
        return f"\\{name}{_arguments(sources, keys, 'biblatex')}"
    each = "".join(_arguments([one], keys, "biblatex") for one in sources)
    return f"\\{name.rstrip('*')}s{each}"


def _is_list(sources: Sequence[Cited]) -> bool:
    """Whether only the first has words before it, and only the last any after: then one command does."""
    return not any(one.prefix for one in sources[1:]) and not any(one.locator or one.suffix for one in sources[:-1])


def _natbib(sources: Sequence[Cited], keys: Mapping[str, str], *, bare: bool) -> str:
    first = sources[0]
    if len(sources) == 1 or (_is_list(sources) and not any(one.suppress_author for one in sources)):
        if first.suppress_author:
            name = "citeyear" if bare else "citeyearpar"
        elif first.in_text:
            name = "citet"
        else:
            name = "citealp" if bare else "citep"
        return f"\\{name}{_arguments(sources, keys, 'natbib')}"
    names = ("citeyear" if one.suppress_author else "citealp" for one in sources)
    parts = (f"\\{name}{_arguments([one], keys, 'natbib')}" for name, one in zip(names, sources, strict=True))
    joined = "; ".join(parts)
    return joined if bare else f"\\citetext{{{joined}}}"


def _bare(sources: Sequence[Cited], keys: Mapping[str, str]) -> str:
    """`\\cite[post]{a,b}` of plain LaTeX, which knows no words before a source."""
    groups = [sources] if _is_list(sources) else [[one] for one in sources]
    parts = []
    for group in groups:
        before = f"{escape(group[0].prefix)} " if group[0].prefix else ""
        arguments = _arguments([replace(group[0], prefix=""), *group[1:]], keys, "plain")
        parts.append(f"{before}\\cite{arguments}")
    return "; ".join(parts)


def _arguments(sources: Sequence[Cited], keys: Mapping[str, str], family: Family) -> str:
    pre, post = bracketed(escape(sources[0].prefix)), bracketed(_post(sources[-1], family))
    options = f"[{pre}][{post}]" if pre else f"[{post}]" if post else ""
    return f"{options}{{{','.join(keys[one.key] for one in sources)}}}"


def _post(source: Cited, family: Family) -> str:
    """The words after a source; biblatex itself knows that a bare number is a page."""
    located = escape(source.locator)
    bare = family == "biblatex" and source.label == "page" and not source.suffix and _PAGES.fullmatch(source.locator)
    if located and not bare:
        one, several = _WRITTEN.get(source.label, (source.label, f"{source.label}s"))
        located = f"{escape(several if re.search('[-–,&]', source.locator) else one)}~{located}"
    return ", ".join(part for part in (located, escape(source.suffix)) if part)
