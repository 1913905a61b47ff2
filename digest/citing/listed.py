"""The list of sources that a person typed: what stands under its heading is looked for no more than a made one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from digest.citing.nouns import Paragraph, Report
from digest.model import Article

_WORDS = """references|reference list|list of references|bibliography|selected bibliography|annotated bibliography
    |works cited|sources|list of sources|sources cited|sources used|literature|literature cited|further reading
    |endnotes|notes|literatur|literaturverzeichnis|quellen|quellenverzeichnis|quellenangaben|bibliographie|bibliografie
    |literatur und quellen|quellen und literatur|références|références bibliographiques|liste des sources
    |bibliografía|fuentes|referencias|referencias bibliográficas|obras citadas|bibliografia|fonti|riferimenti
    |riferimenti bibliografici|fontes|referências|literatuur|literatuurlijst|bronnen|bronvermelding
    |źródła|literatura|zdroje|források|irodalom|kaynakça|kaynaklar|källor|kilder|referanser|litteratur|lähteet
    |источники|литература|список литературы|список источников|список использованных источников|библиография
    |джерела|література|список літератури|әдебиеттер|пайдаланылған әдебиеттер|адабияттар
    |参考文献|参考资料|資料來源|参考資料|来源|资料来源|引用文献|出典|참고문헌|المراجع|المصادر|منابع"""
_HEADINGS = frozenset(re.split(r"\s*\|\s*", _WORDS))
_NUMBERED = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*|[IVX]{1,5}|[A-Z])[.)]?\s+|\s*[:：]?\s*$")
_ENTRY = re.compile(
    r"(?<!\d)(?:1[89]|20)\d\d(?!\d)|https?://|www\.|\bdoi:|\bn\.\s?d\.|\bo\.\s?J\.|\bs\.\s?d\.|б\.\s?г\.", re.I
)
_LONGEST = 900  # letters of an entry, but for what an annotated one says
_SHORTEST_LIST = 0.6
"""The part of the paragraphs under the heading that must look like entries."""


def without_lists(report: Report) -> Report:
    """The report with the entries of a typed list of sources told to be that."""
    found = {number for run in _lists(report) for number in run}
    if not found:
        return report
    paragraphs = [
        replace(one, kind="bibliography") if number in found and one.kind != "code" else one
        for number, one in enumerate(report.paragraphs)
    ]
    return replace(report, paragraphs=tuple(paragraphs))


def _lists(report: Report) -> Iterator[list[int]]:
    """The paragraphs of each list: up to the next heading."""
    run: list[int] | None = None
    level = 0
    for number, one in enumerate(report.paragraphs):
        if _heads(one):
            yield from _entries(report, run)
            run, level = [], one.level or 0
        elif run is not None and one.kind == "heading" and (one.level or 0) <= level:
            yield from _entries(report, run)
            run = None
        elif run is not None and one.part not in ("footnote", "endnote", "header", "footer"):
            run.append(number)
    yield from _entries(report, run)


def _heads(paragraph: Paragraph) -> bool:
    text = paragraph.text.strip()
    if len(text) > 60 or paragraph.part != "body" or paragraph.kind not in ("heading", "paragraph"):
        return False
    return _NUMBERED.sub("", text).strip(" *_").casefold() in _HEADINGS


def _entries(report: Report, run: list[int] | None) -> Iterator[list[int]]:
    """A run of paragraphs, where most of them are entries of a list."""
    said = [number for number in run or () if report.paragraphs[number].text.strip()]
    entries = [number for number in said if _is_entry(report.paragraphs[number])]
    if said and len(entries) >= _SHORTEST_LIST * len(said):
        yield entries


def _is_entry(paragraph: Paragraph) -> bool:
    if paragraph.kind == "heading" or paragraph.citations or len(paragraph.text) > _LONGEST:
        return False
    return bool(_ENTRY.search(paragraph.text) or any(link.url.startswith("http") for link in paragraph.links))


def listed_keys(report: Report, articles: Iterable[Article]) -> tuple[str, ...]:
    """The records whose titles stand in the report's list of sources, whoever made it."""
    entries = [_fold(one.text) for one in without_lists(report).paragraphs if one.kind == "bibliography"]
    if not entries:
        return ()
    text = " | ".join(entries)
    titled = ((article.id, _fold(article.title)) for article in articles if article.title)
    return tuple(key for key, title in titled if len(title.split()) >= _TELLING and title in text)


_TELLING = 3  # words of a title that stand in a list by no chance


def _fold(text: str) -> str:
    """A title or an entry without marks, capitals and emphasis."""
    return " ".join(re.findall(r"\w+", text.casefold()))
