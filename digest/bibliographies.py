"""A bibliography: articles in groups, each with what is noted below its entry."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from digest.model import Article, Date, Quote
from digest.summaries import summarise

Grouping = Literal["none", "section", "year", "theme", "outlet", "language"]
GROUPINGS: tuple[str, ...] = get_args(Grouping)
AnnotationKind = Literal["abstract", "theme", "quotation"]
ANNOTATIONS: tuple[str, ...] = get_args(AnnotationKind)

_QUOTATIONS = 2  # below an entry
_WORTH = 8  # words of a quotation that says something by itself
_SENTENCES = 2  # of an article that came without an abstract
_PARAGRAPH = {
    "de": "Abs.", "es": "párr.", "fr": "par.", "it": "par.", "pl": "akap.", "pt": "par.", "ru": "абз.", "uk": "абз.",
}  # fmt: skip
_LANGUAGES = {
    "ar": "العربية", "be": "Беларуская", "cs": "Čeština", "de": "Deutsch", "en": "English", "es": "Español",
    "fa": "فارسی", "fr": "Français", "he": "עברית", "it": "Italiano", "ja": "日本語", "ka": "ქართული",
    "kk": "Қазақша", "ko": "한국어", "ky": "Кыргызча", "nl": "Nederlands", "pl": "Polski", "pt": "Português",
    "ru": "Русский", "sv": "Svenska", "tg": "Тоҷикӣ", "tk": "Türkmençe", "tr": "Türkçe", "ug": "ئۇيغۇرچە",
    "uk": "Українська", "ur": "اردو", "uz": "Oʻzbekcha", "zh": "中文",
}  # fmt: skip
"""Languages as they call themselves, which needs no translation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What is noted below an entry, letter for letter as its article has it; `told` says by whom and where."""

    kind: AnnotationKind
    text: str
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The articles under a heading, by their keys; without a title they stand under none."""

    title: str
    keys: tuple[str, ...]


def grouped(articles: Sequence[Article], by: Grouping, sections: Mapping[str, Sequence[str]]) -> tuple[Group, ...]:
    """The articles in groups: years newest first, sections in their order, all else by name; without one come last.

    `sections` are, by key, the headings under which a brief cites an article; else those of its outlet are taken.

    >>> tea = Article(id="tea", language="en")
    >>> [(group.title, group.keys) for group in grouped([tea, Article(id="fog")], "language", {})]
    [('English', ('tea',)), ('', ('fog',))]
    """
    if by == "none":
        return (Group(title="", keys=tuple(article.id for article in articles)),)
    told = _TITLES[by] if by != "section" or not sections else lambda article: tuple(sections.get(article.id, ()))
    groups: dict[str, list[str]] = {title: [] for titles in sections.values() for title in titles}
    for article in articles:
        for title in told(article) or ("",):
            groups.setdefault(title, []).append(article.id)
    names = [title for title, keys in groups.items() if keys and title]
    ordered = names if by == "section" and sections else sorted(names, key=_letters, reverse=by == "year")
    return tuple(Group(title=title, keys=tuple(groups[title])) for title in [*ordered, ""] if groups.get(title))


def _year(article: Article) -> tuple[str, ...]:
    years = {f"{end.year:04}" for end in (article.issued.first, article.issued.last)} if article.issued else set()
    return ("–".join(sorted(years)),) if years and "0001" not in years and "9999" not in years else ()


def _language(article: Article) -> tuple[str, ...]:
    tag = (article.language or "").partition("-")[0].lower()
    return (_LANGUAGES.get(tag, tag),) if tag else ()


_TITLES: dict[str, Callable[[Article], tuple[str, ...]]] = {
    "language": _language,
    "outlet": lambda article: (article.container_title,) if article.container_title else (),
    "section": lambda article: (article.section,) if article.section else (),
    "theme": lambda article: article.themes,
    "year": _year,
}


def annotated(
    article: Article, kinds: Iterable[str], language: str, themes: Sequence[str] = ()
) -> tuple[Annotation, ...]:
    """What is noted of an article: its abstract, themes and quotations; of `themes`, where any are asked for."""
    return tuple(note for kind in kinds for note in _NOTED[kind](article, language, themes))


def _abstract(article: Article, language: str, _themes: Sequence[str]) -> tuple[Annotation, ...]:
    """The abstract that came with it, else sentences of its text that say most of it, with their paragraphs."""
    if article.abstract:
        return (Annotation(kind="abstract", text=" ".join(article.abstract.split())),)
    return tuple(
        Annotation(kind="abstract", text=one.sentence.text, told=_place(one.sentence.paragraph, language))
        for one in summarise(article, _SENTENCES)
    )


def _themes(article: Article, _language: str, _themes: Sequence[str]) -> tuple[Annotation, ...]:
    return (Annotation(kind="theme", text=", ".join(article.themes)),) if article.themes else ()


def _quotations(article: Article, language: str, themes: Sequence[str]) -> tuple[Annotation, ...]:
    """The first whole quotations whose speaker is known, those on a theme that was asked for before others."""
    on = {number for tag in article.keyword if tag.theme in themes for number in tag.paragraphs}
    worth = [quote for quote in article.quotes if quote.kind == "full" and len(quote.text.split()) >= _WORTH]
    chosen = sorted(worth, key=lambda quote: (quote.paragraph not in on, quote.speaker is None))[:_QUOTATIONS]
    ordered = sorted(chosen, key=lambda quote: (quote.paragraph, quote.start))
    return tuple(Annotation(kind="quotation", text=one.text, told=_said(one, language)) for one in ordered)


def _said(quote: Quote, language: str) -> str:
    told = (quote.speaker, quote.role if quote.speaker else None, _place(quote.paragraph, language))
    return ", ".join(part for part in told if part)


def _place(paragraph: int, language: str) -> str:
    return f"{_PARAGRAPH.get(language.partition('-')[0], 'para.')}\u00a0{paragraph}"


_NOTED: dict[str, Callable[[Article, str, Sequence[str]], tuple[Annotation, ...]]] = {
    "abstract": _abstract,
    "quotation": _quotations,
    "theme": _themes,
}


def as_listed(articles: Iterable[Article]) -> list[Article]:
    """The articles by their authors, then titles: the order in which a style with numbers counts them."""
    return sorted(articles, key=lambda one: (_heads(one), str(one.issued or ""), one.id))


def _heads(article: Article) -> tuple[tuple[str, str], ...]:
    names = [name.family or name.literal or "" for name in article.author[:1]]
    return tuple(_letters(text) for text in (*names, article.title or article.title_supplied or ""))


def _letters(text: str) -> tuple[str, str]:
    """What headings are ordered by: their letters without marks."""
    return "".join(
        one for one in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(one)
    ), text


def span(articles: Iterable[Article]) -> Date | None:
    """The time in which they came out; None where none has a date."""
    days = [day for article in articles if article.issued for day in (article.issued.first, article.issued.last)]
    known = [day for day in days if 1 < day.year < 9999]
    return Date(edtf=f"{min(known)}/{max(known)}") if known else None
