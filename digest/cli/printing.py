"""A draft on its way to the printer: read, checked, refused or printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest.cli import desk
from digest.cli.words import note, say, say_json
from digest.errors import CheckError, ExportError, TemplateError
from digest.model import Article

if TYPE_CHECKING:
    from digest.drafts import Draft
    from digest.export.pandoc import Document
    from digest.verify import Examination, Finding
    from digest.verify.doubts import Doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A draft that has been read and checked, on its way to the printer."""

    text: str
    draft: Draft
    document: Document
    articles: Mapping[str, Article]
    examination: Examination
    path: Path  # of the draft


def read_work(file: Path) -> Work:
    """The draft in `file`, checked against the library."""
    from digest.fetch import fetch
    from digest.verify import cited_keys

    try:
        text = fetch(file).data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TemplateError("not UTF-8", where=str(file), hint="save the draft as UTF-8") from error
    library = desk.library()
    draft, document = _parsed(text, file)
    cited = {key: article for key in cited_keys(document) if (article := library.get(key))}
    work = _examined(text, draft, document, cited, file)
    if work.examination.findings and len(library) <= _SEARCHED:
        everything = cited | {article.id: article for article in library.articles()}
        return _examined(text, draft, document, everything, file)  # to say where else words stand
    return work


_SEARCHED = 5_000  # articles of a library that are read through for words that stand elsewhere
_DEEPEST = 150  # levels of pandoc's tree, three or four to a list in a list


def examined(text: str, articles: Mapping[str, Article], path: Path) -> Work:
    """The draft `text`, that will be at `path`, checked against `articles`."""
    return _examined(text, *_parsed(text, path), articles, path)


def _parsed(text: str, path: Path) -> tuple[Draft, Document]:
    """A draft and the tree of its body."""
    from digest.drafts import parse_draft
    from digest.export.pandoc import read_markdown
    from digest.verify.doctree import depth

    draft = parse_draft(text, str(path))
    hint = "twenty levels are plenty"
    try:
        document = read_markdown(draft.body)
    except RecursionError as error:
        raise TemplateError("lists or quotations are nested too deeply", where=str(path), hint=hint) from error
    if depth(document) > _DEEPEST:
        raise TemplateError("lists or quotations are nested too deeply", where=str(path), hint=hint)
    return draft, document


def doubts_of(work: Work) -> tuple[Doubt, ...]:
    """The figures, dates and names of a draft that its sources do not hold, but for what is a finding already."""
    from digest.verify.doubts import find_doubts

    found = work.examination.findings
    return tuple(
        doubt
        for doubt in find_doubts(work.document, work.articles, work.text, alike)
        if not any(_within(doubt.place, finding.place) for finding in found)
    )


def alike(one: str, other: str) -> bool:
    """Whether two names are spellings of one: by their letters, or as the library and the configuration join them."""
    from digest.verify.spelling import same

    if same(one, other):
        return True
    known = desk.authorities().of(one)
    return known is not None and known == desk.authorities().of(other)


def _within(inner: tuple[int, int, int], outer: tuple[int, int, int]) -> bool:
    return inner[0] == outer[0] and outer[1] <= inner[1] and inner[2] <= outer[2]


def _examined(text: str, draft: Draft, document: Document, articles: Mapping[str, Article], path: Path) -> Work:
    from digest.verify import examine

    # The header's titles print too.
    heads = {name: {"t": "MetaString", "c": getattr(draft, name) or ""} for name in ("title", "subtitle", "series")}
    examination = examine(document | {"meta": heads}, articles, text)
    return Work(text=text, draft=draft, document=document, articles=articles, examination=examination, path=path)


def print_work(
    work: Work, formats: Sequence[str], options: Mapping[str, Any], *, edited: bool = False
) -> tuple[list[Path], tuple[str, ...]]:
    """Write the formats and the references beside them, all or none; the gate stands before it."""
    from digest.export import rendered
    from digest.export.citations import style_path
    from digest.interchange import BESIDE, EXTENSIONS, WRITERS
    from digest.verify import cited_keys

    document = _passed(work, allowed=options["allow_unverified"])
    printed = tuple(name for name in dict.fromkeys(formats) if name != "md" or edited)
    made, warnings = rendered(work.draft, document, work.articles, printed, style_path(work.draft.style))
    if warnings and options["strict"]:
        raise ExportError(warnings[0], hint=f"{count(len(warnings), 'warning')}; without --strict it is printed")
    stem = work.path.stem
    contents = {work.path.with_name(stem + _ENDINGS.get(name, f".{name}")): data for name, data in made.items()}
    if not edited and "md" in formats:
        contents[work.path] = work.text.encode()
    cited = [work.articles[key] for key in cited_keys(document) if key in work.articles]
    for name in BESIDE:
        contents[work.path.with_name(stem + EXTENSIONS[name])] = WRITERS[name](cited).encode()
    return write_files(contents), warnings


_ENDINGS = {"md": ".printed.md"}  # the draft itself has the plain name


def _passed(work: Work, *, allowed: bool) -> Document:
    from digest.verify import mark_unverified

    findings = work.examination.findings
    if not findings:
        return work.document
    for finding in findings:
        say_finding(finding, work.path, note)
    if allowed:
        return mark_unverified(work.document, findings)
    hint = "mend the draft, or --allow-unverified prints these places marked"
    raise CheckError(f"{count(len(findings), 'finding')}; nothing was written", where=str(work.path), hint=hint)


def write_files(contents: Mapping[Path, bytes]) -> list[Path]:
    """Write every file, or none; return their paths."""
    from digest.export.files import write_all

    write_all(contents)
    return list(contents)


def say_finding(finding: Finding, path: Path, write: Callable[[str], None]) -> None:
    """Print where it is, what it is, and what the source says."""
    write(f"{path}:{finding.line or 1}: {finding.kind}: {finding.message}")
    if finding.source:
        write(f"  the source says: {finding.source}")


def say_all(work: Work, doubts: Sequence[Doubt], path: Path, *, as_objects: bool) -> None:
    """Print what does not stand, then the warnings, then how many of both."""
    for finding in work.examination.findings:
        if as_objects:
            say_json(as_json(finding, path))
        else:
            say_finding(finding, path, say)
    for doubt in doubts:
        if as_objects:
            say_json(doubt_as_json(doubt, path))
        else:
            say_doubt(doubt, path, say)
    for things, name in ((work.examination.findings, "finding"), (doubts, "warning")):
        if things:
            note(count(len(things), name))


def say_doubt(doubt: Doubt, path: Path, write: Callable[[str], None]) -> None:
    """Print a warning: where it is, what it is, and what the source says."""
    write(f"{path}:{doubt.line or 1}: warning: {doubt.message}")
    if doubt.source:
        write(f"  the source says: {doubt.source}")


def doubt_as_json(doubt: Doubt, path: Path) -> dict[str, object]:
    """A warning as `--json` prints it."""
    return {
        "file": str(path),
        "line": doubt.line,
        "severity": "warning",
        "kind": doubt.kind,
        "words": doubt.words,
        "message": doubt.message,
        "source": doubt.source or None,
        "key": doubt.key,
        "paragraph": doubt.paragraph,
        "elsewhere": {"key": doubt.key, "paragraph": doubt.elsewhere} if doubt.elsewhere else None,
    }


def as_json(finding: Finding, path: Path) -> dict[str, object]:
    """A finding as `--json` prints it."""
    elsewhere = dict(zip(("key", "paragraph"), finding.elsewhere, strict=True)) if finding.elsewhere else None
    return {
        "file": str(path),
        "line": finding.line,
        "severity": "error",
        "kind": finding.kind,
        "words": finding.words,
        "message": finding.message,
        "source": finding.source or None,
        "difference": finding.difference or None,
        "key": finding.key,
        "paragraph": finding.paragraph,
        "elsewhere": elsewhere,
    }


def counted(examination: Examination) -> dict[str, int]:
    """How much was checked."""
    return {name: getattr(examination, name) for name in ("extracts", "quotations", "citations")}


def checked(examination: Examination) -> str:
    """One line: what was checked, and whether it stands."""
    if examination.findings:
        return f"unverified: {count(len(examination.findings), 'place')}"
    counts = [count(number, name.removesuffix("s")) for name, number in counted(examination).items()]
    return f"checked: {', '.join(counts)}: all stand"


def count(number: int, thing: str) -> str:
    """A number of things, the plural with its s."""
    return f"{number} {thing}" + ("" if number == 1 else "s")
