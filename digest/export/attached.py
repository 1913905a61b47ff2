"""The citations of a person's report and its list of sources, formatted in one pass for the whole document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from digest.citing import Cited, Entry, Run, Style
from digest.csl import is_supplied, marks, printed_title, to_csl
from digest.export import pandoc
from digest.export.masthead import words_in
from digest.model import Article
from digest.resources import template_folder

__all__ = ["Formatted", "Group", "Shown", "format_report", "without_author_in_text"]


_MEMORY = ("+RTS", "-M1g", "-A64m", "-RTS")  # a thousand citations in 260 MB; with the usual 256m it is 460


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Sources cited at one place. `note` numbers the report's own note it stands in; without sources, one that cites
    nothing: styles count the notes between two citations."""

    sources: tuple[Cited, ...] = ()
    note: int = 0
    bare: bool = True  # within a note, it stands without brackets


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How a group is printed: `lead` is what a citation in the sentence (`@key says`) puts into the sentence itself."""

    runs: tuple[Run, ...]
    lead: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatted:
    """The groups in the order asked, and the list of sources in the order of the style."""

    groups: tuple[Shown, ...]
    entries: tuple[Entry, ...]


def format_report(
    groups: Sequence[Group],
    articles: Mapping[str, Article],
    style: Style,
    language: str,
    uncited: Sequence[str] = (),
) -> Formatted:
    """The groups and the list of sources in `style`; every key must be one of `articles`."""
    keys = dict.fromkeys((*(one.key for group in groups for one in group.sources), *uncited))
    if not keys:
        return Formatted(groups=tuple(Shown(runs=()) for _ in groups), entries=())
    names = {key: f"s{number}" for number, key in enumerate(keys)}  # a key of another program may hold anything
    known = {names[key]: articles[key] for key in keys}
    request = {
        "references": [to_csl(article) | {"id": name} for name, article in known.items()],
        "style": style.path,
        "language": language,
        "marks": {name: list(marks(article)) for name, article in known.items() if marks(article)},
        "supplied": {name: True for name, article in known.items() if is_supplied(article)},
        "groups": [_told(group, names, articles, style) for group in groups],
        "uncited": [names[key] for key in uncited],
        "words": words_in(language),
    }
    answer = pandoc.run_lua(template_folder() / "briefing" / "attached.lua", request, memory=_MEMORY)
    back = {name: key for key, name in names.items()}
    return Formatted(
        groups=tuple(
            _shown(row, group, style, _in_sentence(group, articles, language))
            for row, group in zip(answer["groups"], groups, strict=True)
        ),
        entries=tuple(
            Entry(key=back[row["key"]], runs=_runs(row["runs"]), label=_runs(row["label"])) for row in answer["entries"]
        ),
    )


def _told(group: Group, names: Mapping[str, str], articles: Mapping[str, Article], style: Style) -> dict[str, Any]:
    sources = [without_author_in_text(one, articles[one.key]) if style.notes else one for one in group.sources]
    fields = ("locator", "label", "prefix", "suffix", "suppress_author", "in_text")
    return {
        "note": group.note,
        "sources": [{"key": names[one.key]} | {field: getattr(one, field) for field in fields} for one in sources],
    }


def without_author_in_text(cited: Cited, article: Article) -> Cited:
    """The source of a note whose author the sentence names: the note need not; what nobody signed is named in full."""
    if not cited.in_text:
        return cited
    return replace(cited, in_text=False, suppress_author=bool(article.author))


def _runs(rows: Sequence[Mapping[str, Any]]) -> tuple[Run, ...]:
    found = [Run(**row) for row in rows]
    if found:
        found[-1] = Run(**{**rows[-1], "text": found[-1].text.rstrip()})
    return tuple(run for run in found if run.text)


def _shown(row: Mapping[str, Any], group: Group, style: Style, named: str) -> Shown:
    """A citation that names its author in the sentence, cut in two: the name, and what a field can hold."""
    runs = _runs(row["runs"])
    lead = (Run(text=named),) if named and style.notes else _runs(row["lead"])
    if group.note and group.bare and style.notes and runs:
        runs = _bare(runs)
    if lead or not any(one.in_text for one in group.sources):
        return Shown(runs=runs, lead=lead)
    return _parted(runs)


_AND = {
    "de": "und", "en": "and", "es": "y", "fr": "et", "it": "e", "nl": "en", "pl": "i", "pt": "e", "ru": "и",
    "tr": "ve", "uk": "і", "zh": "和",
}  # fmt: skip
_OTHERS = {"de": "u. a.", "ru": "и др.", "uk": "та ін.", "zh": "等"}


def _in_sentence(group: Group, articles: Mapping[str, Article], language: str) -> str:
    """Whom a sentence names where its citation is a note: the authors, else the outlet, else the title."""
    if not (group.sources and group.sources[0].in_text):
        return ""
    article = articles[group.sources[0].key]
    names = [name.literal or name.family or str(name) for name in article.author]
    if not names:
        return article.container_title or article.publisher or printed_title(article)
    tongue = language.partition("-")[0]
    if len(names) > _MOST_NAMED:
        return f"{names[0]} {_OTHERS.get(tongue, 'et al.')}"
    return f" {_AND.get(tongue, 'and')} ".join(names)


_MOST_NAMED = 2


def _bare(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """A citation in a note that has words of its own, without the brackets the processor sets around it there."""
    first, last = runs[0], runs[-1]
    if not (first.text.startswith("(") and last.text.endswith(")")):
        return runs
    inner = [*runs]
    inner[0] = replace(inner[0], text=inner[0].text[1:])
    inner[-1] = replace(inner[-1], text=inner[-1].text[:-1])
    return tuple(run for run in inner if run.text)


def _parted(runs: tuple[Run, ...]) -> Shown:
    for place, run in enumerate(runs):
        cut = min((at for mark in (" (", " [") if (at := run.text.find(mark)) >= 0), default=-1)
        if run.raised and place:
            return Shown(lead=runs[:place], runs=runs[place:])
        if cut >= 0 and (cut or place):
            head, tail = _cut(run, cut)
            return Shown(lead=(*runs[:place], *head), runs=(*tail, *runs[place + 1 :]))
    return Shown(runs=runs)


def _cut(run: Run, at: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    return (replace(run, text=run.text[: at + 1]),), (replace(run, text=run.text[at + 1 :]),)
