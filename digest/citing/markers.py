"""Citations as a person types them, `[see @key, para. 12; @other]`: read from a text, and written back."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from digest.citing.nouns import NOTE, Citation, Cited, Paragraph, Report

# Keys as pandoc knows them: https://pandoc.org/MANUAL.html#citation-syntax. In braces anything may stand.
_KEY = r"(?:@\{(?P<braced>[^{}\s]{1,200})\}|@(?P<plain>[^\W_](?:[\w]|[:.#$%&+?<>~/-](?=\w)){0,199}))"
_SOURCE = re.compile(rf"(?<![\w@])(?P<dash>-)?{_KEY}")
_GROUP = re.compile(r"\[(?P<inside>[^\[\]]{1,2000})\]")
_IN_TEXT = re.compile(rf"(?<![\w@\[;/.]){_KEY}(?:[ \u00a0]\[(?P<locator>[^\[\]@]{{1,80}})\])?")

_TERMS: dict[str, str] = {
    "paragraph": "paragraphs? paras?. paras? pars?. ¶¶ ¶ Abs. Absatz Absätze Abschnitte абз. абзац абзацы párr. párrs.",
    "page": "pages? pp. p. S. Seiten? с. стр. pág. págs.",
    "chapter": "chapters? chaps?. ch. Kap. Kapitel гл. глава",
    "section": "sections? secs?. §§ § Abschn. разд.",
    "volume": "volumes? vols?. Bd. Bde. т.",
    "line": "lines? ll. l. Z.",
    "verse": "verses? vv. v.",
    "note": "notes? nn. n. Anm. прим.",
    "figure": "figures? figs?. Abb. рис.",
    "part": "parts? pts?. Teil ч.",
    "column": "columns? cols?. Sp. стб.",
    "folio": "folios? fols?.",
    "issue": "issues? nos?. no. Nr. №",
}
"""Terms of CSL → how they are written before a number; the first is what a marker has."""
_WRITTEN = {
    "chapter": ("chap.", "chaps."), "column": ("col.", "cols."), "figure": ("fig.", "figs."),
    "folio": ("fol.", "fols."), "issue": ("no.", "nos."), "line": ("l.", "ll."), "note": ("n.", "nn."),
    "page": ("p.", "pp."),
    "paragraph": ("para.", "paras."), "part": ("pt.", "pts."), "section": ("sec.", "secs."), "verse": ("v.", "vv."),
    "volume": ("vol.", "vols."),
}  # fmt: skip


def _pattern(words: str) -> str:
    return "|".join(re.escape(word).replace(r"s\?", "s?") for word in sorted(words.split(), key=len, reverse=True))


_ONE = r"(?:\d{1,6}[a-z]?|[ivxlcdm]{1,8})\b"  # some number their front matter in Roman figures
_NUMBER = rf"{_ONE}(?:\s?[-–—]{{1,2}}\s?{_ONE})?"
_NUMBERS = rf"{_NUMBER}(?:\s?(?:,|;|&|,?\s?(?:and|und|et|и|y)\s)\s?{_NUMBER}){{0,20}}"
_LOCATORS = tuple(
    (label, re.compile(rf"\s*,?\s*\{{?\s*(?:{_pattern(words)})(?<!\w\s)\s?(?P<numbers>{_NUMBERS})\}}?(?![\w])", re.I))
    for label, words in _TERMS.items()
)
_BARE = re.compile(r"\s*,\s*(?P<numbers>\d{1,6}(?:\s?[-–—]{1,2}\s?\d{1,6})?)\s*(?=$|[,.])")


def locator(suffix: str) -> tuple[str, str, str]:
    """The label and number that the words after a key begin with, and what is left: ("", "", suffix) with neither.

    >>> locator(", paras. 4-5, my translation")
    ('paragraph', '4–5', ', my translation')
    >>> locator(", 33")
    ('page', '33', '')
    """
    for label, pattern in _LOCATORS:
        if match := pattern.match(suffix):
            return label, _dashed(match["numbers"]), suffix[match.end() :]
    if match := _BARE.match(suffix):
        return "page", _dashed(match["numbers"]), suffix[match.end() :]
    return "", "", suffix


def _dashed(numbers: str) -> str:
    return re.sub(r"\s?[-–—]{1,2}\s?", "–", " ".join(numbers.split()))


def sources_of(inside: str) -> tuple[Cited, ...]:
    """The sources that the words between the brackets of a marker name; a part without a key is its neighbour's.

    >>> [one.key for one in sources_of("see @ng2031storm, para. 3; -@li2030")]
    ['ng2031storm', 'li2030']
    """
    found: list[Cited] = []
    before = ""
    for part in inside.split(";"):
        if match := _SOURCE.search(part):
            found.append(_source(match, before + part, len(before)))
            before = ""
        elif found:
            found[-1] = replace(found[-1], suffix=f"{found[-1].suffix};{part.rstrip()}".lstrip("; "))
        else:
            before += f"{part};"
    return tuple(found)


def _source(match: re.Match[str], part: str, shift: int) -> Cited:
    label, number, rest = locator(part[shift + match.end() :])
    return Cited(
        key=match["braced"] or match["plain"],
        locator=number,
        label=label or "paragraph",
        prefix=" ".join(part[: shift + match.start()].split()),
        suffix=rest.strip().removeprefix(",").strip(),
        suppress_author=bool(match["dash"]),
    )


def find_markers(
    text: str, known: Collection[str] = (), opaque: Sequence[tuple[int, int]] = ()
) -> tuple[Citation, ...]:
    """The typed citations of a text: every bracketed one, and `@key` in a sentence where that key is `known`.

    >>> [(one.start, one.end) for one in find_markers("Ships wait [@ng2031storm, para. 3].")]
    [(11, 34)]
    """
    if "@" not in text:
        return ()
    bracketed = [*_bracketed(text)]
    is_clear = _clear_of(opaque)
    is_free = _clear_of([*opaque, *((one.start, one.end) for one in bracketed)])
    found = [*filter(is_clear, bracketed), *filter(is_free, _in_text(text, known))]
    return tuple(sorted(found, key=lambda one: one.start))


def _bracketed(text: str) -> Iterator[Citation]:
    for match in _GROUP.finditer(text):
        if "@" in match["inside"] and (sources := sources_of(match["inside"])):
            yield Citation(start=match.start(), end=match.end(), sources=sources)


def _in_text(text: str, known: Collection[str]) -> Iterator[Citation]:
    for match in _IN_TEXT.finditer(text):
        key = match["braced"] or match["plain"]
        if key not in known:
            continue
        label, number, rest = locator(match["locator"] or "")
        told = bool(number) and not rest.strip()
        end = match.end() if told else match.start() + len(f"@{{{key}}}" if match["braced"] else f"@{key}")
        source = Cited(key=key, in_text=True, locator=number if told else "", label=label or "paragraph")
        yield Citation(start=match.start(), end=end, sources=(source,))


def _clear_of(taken: Iterable[tuple[int, int]]) -> Callable[[Citation], bool]:
    """Whether a citation touches none of these stretches, of which there may be thousands."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(taken):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    starts = [start for start, _ in joined]

    def is_clear(one: Citation) -> bool:
        before = bisect_left(starts, one.end) - 1
        return before < 0 or joined[before][1] <= one.start

    return is_clear


def with_markers(report: Report, known: Collection[str]) -> Report:
    """The report with the citations that are typed into its text, beside those its reader found."""
    return replace(report, paragraphs=tuple(_marked(one, known) for one in report.paragraphs))


def _marked(paragraph: Paragraph, known: Collection[str]) -> Paragraph:
    if paragraph.kind in ("code", "bibliography"):
        return paragraph
    there = paragraph.citations
    taken = [*paragraph.opaque, *((one.start, one.end) for one in there)]
    found = find_markers(paragraph.text, known, taken)
    if not found:
        return paragraph
    alone = paragraph.part in ("footnote", "endnote") and not there and len(found) == 1
    if alone and paragraph.text.strip(f" .\u00a0{NOTE}") == paragraph.text[found[0].start : found[0].end].strip(" ."):
        found = (replace(found[0], alone=True),)
    return replace(paragraph, citations=tuple(sorted((*there, *found), key=lambda one: one.start)))


def as_marker(sources: Sequence[Cited]) -> str:
    """A citation as typed text.

    >>> as_marker(sources_of("see @ng2031storm, para. 3; -@li2030, pp. 4-5, my emphasis"))
    '[see @ng2031storm, para. 3; -@li2030, pp. 4–5, my emphasis]'
    """
    if len(sources) == 1 and sources[0].in_text:
        return f"{_at(sources[0].key)}" + (f" [{_located(sources[0])}]" if sources[0].locator else "")
    return f"[{'; '.join(map(_part, sources))}]"


def _part(source: Cited) -> str:
    tail = ", ".join(part for part in (_located(source), source.suffix) if part)
    head = f"{source.prefix} " if source.prefix else ""
    return f"{head}{'-' if source.suppress_author else ''}{_at(source.key)}{', ' if tail else ''}{tail}"


def _located(source: Cited) -> str:
    if not source.locator:
        return ""
    one, several = _WRITTEN.get(source.label, (source.label, f"{source.label}s"))
    return f"{several if re.search(r'[–,&]|and', source.locator) else one} {source.locator}"


_PLAIN_KEY = re.compile(r"[^\W_](?:[\w]|[:.#$%&+?<>~/-](?=\w))*")


def _at(key: str) -> str:
    return f"@{key}" if _PLAIN_KEY.fullmatch(key) else f"@{{{key}}}"
