"""A brief and a folder of templates → the text of a draft.

Templates lay out and do no more. What they print is taken for words and escaped where it stands, unless it is `Safe`;
a citation is. They run in a child with a limit of time and memory: a sandbox stops their reach, not their cost.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from digest.dates import in_words
from digest.drafts import Draft, write_draft
from digest.errors import TemplateError
from digest.limits import limited
from digest.markdown import Place, escape, plain
from digest.model import Article, Brief, Date, Item, Sentence
from digest.plans import BriefPlan
from digest.quotemarks import find_spans
from digest.resources import template_folder
from digest.typography import curl
from digest.verify.wording import Verdict, find_words, form, text_of

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["Run", "Safe", "escape", "render"]

_SECONDS, _MEGABYTES = 10, 512
_LARGEST_BODY = 10_000_000
_LARGEST_TEXT = 1_000_000  # what an operator of a template may make

_QUOTED_WORDS = 5  # of a quotation in a headline, from which on the gate wants a citation
_FORTNIGHT = 14  # days

_BEGIN, _END = "\x02", "\x03"  # around words until they stand in their line; `plain` leaves none in the words
_WORDS = re.compile(f"{_BEGIN}([^{_BEGIN}{_END}]*){_END}")
_OPENING = re.compile(r"[ >]*(?:(?:[-+*]|\d+[.)]) [ >]*)*")
_HEADING = re.compile(r"[ >]*#{1,6} ")
_SINGLE = str.maketrans("“”", "‘’")
_LETTER = re.compile(r"\w")
_BLANK_LINES = re.compile(r"\n{3,}")
_CLOSING = re.compile(r"\n\n(?=:::\n)")
_KEY = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_:.#$%&+?<>~/-]*[A-Za-z0-9_])?")


class Safe(str):
    """Markdown of our own, printed as it is; whatever is made of it is plain text again."""

    __slots__ = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Sentences that follow each other in a paragraph, under one citation."""

    text: str
    key: str
    paragraph: int


def render(brief: Brief, articles: Mapping[str, Article], templates: Path, plan: BriefPlan) -> str:
    """The draft of `brief`: its header, and the body that the templates of `plan` in `templates` give."""
    name = f"{plan.template}/brief.md.j2"
    body = limited(_body, (brief, articles, templates, plan), seconds=_SECONDS, megabytes=_MEGABYTES, what=name)
    return write_draft(
        Draft(
            brief=brief.name,
            title=brief.title,
            subtitle=brief.subtitle,
            series=brief.series,
            number=brief.number,
            period=brief.period,
            date=brief.issued,
            language=plan.language,
            style=plan.style,
            paper=plan.paper,
            toc=plan.toc,
            body=body,
        )
    )


def _body(brief: Brief, articles: Mapping[str, Article], templates: Path, plan: BriefPlan) -> str:
    environment = _environment(templates, articles, plan.language)
    values = {"brief": brief, "articles": articles, "language": plan.language, "plan": plan}
    size = 0
    parts: list[str] = []
    with _told(f"{plan.template}/brief.md.j2"):
        for part in environment.get_template(f"{plan.template}/brief.md.j2").generate(values):
            size += len(part)
            if size > _LARGEST_BODY:
                raise TemplateError("the template writes without end", where=f"{plan.template}/brief.md.j2")
            parts.append(part)
    return _settled("".join(parts))


def _environment(templates: Path, articles: Mapping[str, Article], language: str) -> Environment:
    from jinja2 import ChoiceLoader, FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    # What a user's folder has not is taken from the shipped one.
    folders = [FunctionLoader(_loader(folder)) for folder in (templates, template_folder())]
    environment: Environment = _bounded(ImmutableSandboxedEnvironment)(
        loader=ChoiceLoader(folders),
        undefined=StrictUndefined,
        finalize=_marked,
        autoescape=False,  # `finalize` escapes for Markdown, where HTML's escapes mean nothing
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["runs"] = lambda sentences: tuple(_runs(sentences, articles))
    environment.filters["cite"] = _cite
    environment.filters["quoted"] = lambda text: _quoted(text, language)
    environment.filters["headline"] = lambda item: _headline(articles.get(item.key))
    environment.filters["origin"] = lambda item: _origin(item, articles.get(item.key), language)
    environment.globals["link"] = _link
    return environment


def _loader(folder: Path) -> Callable[[str], tuple[str, str, None] | None]:
    """What reads the templates of `folder`: no name and no link leads out of it."""

    def load(name: str) -> tuple[str, str, None] | None:
        path = Path(os.path.realpath(folder / name))
        if not (path.is_relative_to(os.path.realpath(folder)) and path.is_file()):
            return None
        return path.read_text(encoding="utf-8"), str(path), None

    return load


def _bounded(kind: type[Any]) -> type[Any]:
    """The sandbox, with operators that make no giants."""

    class Bounded(kind):  # type: ignore[misc] # the sandbox, imported late
        intercepted_binops = frozenset(["*", "**", "%"])

        def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
            sizes = [len(side) if isinstance(side, (str, list, tuple)) else side for side in (left, right)]
            if operator == "**" or (operator == "*" and sizes[0] * sizes[1] > _LARGEST_TEXT):
                raise TemplateError("an operation in a template makes too much")
            return super().call_binop(context, operator, left, right)

    return Bounded


def _marked(value: object) -> str:
    """`value` as plain words between marks, to be escaped once their place in the line is known."""
    from jinja2 import Undefined

    if isinstance(value, Undefined):
        return str(value)  # which raises
    if isinstance(value, Safe):
        return value
    return f"{_BEGIN}{plain(str(value if value is not None else ''))}{_END}"


def _settled(text: str) -> str:
    """`text` with its marked words escaped where they stand, and no more than one blank line at a time."""
    joined = text.replace(_END + _BEGIN, "")
    body = "\n".join(_line(line) for line in joined.split("\n"))
    return _CLOSING.sub("\n", _BLANK_LINES.sub("\n\n", body)).strip("\n") + "\n"


def _line(line: str) -> str:
    parts = _WORDS.split(line)
    done = ""
    for number, part in enumerate(parts):
        done += escape(part, place=_place(done)) if number % 2 else part
    return done.rstrip()


def _place(before: str) -> Place:
    if _HEADING.match(before):
        return "heading"
    return "opening" if _OPENING.fullmatch(before) else "inline"


def _runs(sentences: Iterable[Sentence], articles: Mapping[str, Article]) -> Iterator[Run]:
    """Sentences joined under one citation where their paragraph has them in a row."""
    run: Run | None = None
    for sentence in sentences:
        if run and (run.key, run.paragraph) == (sentence.key, sentence.paragraph) and _LETTER.search(sentence.text):
            text = f"{run.text} {sentence.text}"
            if find_words(text, text_of([form(_paragraph(articles, sentence))]), sentences=True) is Verdict.STANDS:
                run = Run(text=text, key=run.key, paragraph=run.paragraph)
                continue
        if run:
            yield run
        run = Run(text=sentence.text, key=sentence.key, paragraph=sentence.paragraph)
    if run:
        yield run


def _paragraph(articles: Mapping[str, Article], sentence: Sentence) -> str:
    article = articles.get(sentence.key)
    inside = article and 0 < sentence.paragraph <= len(article.paragraphs)
    return article.paragraphs[sentence.paragraph - 1].text if article and inside else ""


def _cite(thing: Run | Sentence | Item) -> Safe:
    """The citation of a run, a sentence or a quotation."""
    if isinstance(thing, Item):
        key, paragraph = thing.key, thing.quote.paragraph if thing.quote else None
    else:
        key, paragraph = thing.key, thing.paragraph
    bare = key if _KEY.fullmatch(key) else "{" + key + "}"
    if bare != key and re.search(r"[{}\s\\]", key):
        raise TemplateError(f"the key {key!r} cannot stand in a draft", hint="rename it in the library")
    return Safe(f"[@{bare}, para. {paragraph}]" if paragraph else f"[@{bare}]")


def _quoted(text: str, language: str) -> str:
    """`text` in the quotation marks of `language`; double marks inside double ones become single."""
    marks = curl('"."', language).split(".")
    inside = plain(text).translate(_SINGLE) if marks == ["“", "”"] else plain(text)
    return marks[0] + inside + marks[1]


def _headline(article: Article | None) -> str:
    """The title of `article`; "" where it has none, or one that quotes at length and would need a citation."""
    title = " ".join((article.title or "").split()) if article else ""
    quotes = any(len(title[slice(*span.inner)].split()) >= _QUOTED_WORDS for span in find_spans(title))
    return "" if quotes else curl(title, (article and article.language) or "en")


def _origin(item: Item, article: Article | None, language: str) -> str:
    """Outlet and date of an item; a guessed range of many days by its months."""
    outlet = article.container_title if article else None
    return ", ".join(part for part in (outlet, _span(item.when, language)) if part) or item.key


def _span(when: Date | None, language: str) -> str:
    if when is None:
        return ""
    first, last = when.first, when.last
    bounded = date.min < first and last < date.max
    if bounded and when.is_range and (last - first).days > _FORTNIGHT and first.month != last.month:
        return in_words(Date(edtf=f"{first:%Y-%m}/{last:%Y-%m}"), language)
    return in_words(when, language)


def _link(words: str, url: str | None) -> Safe:
    """A link to a web page or mail address; the words alone where the address is none."""
    text = escape(words, place="inline")
    if not url or not re.fullmatch(r"(?:https?://|mailto:)[^\s<>\\]+", url, re.IGNORECASE):
        return Safe(text)
    return Safe(f"[{text}](<{url}>)")


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Whatever goes wrong in a template as a TemplateError with its file and line."""
    import jinja2

    try:
        yield
    except jinja2.TemplateSyntaxError as error:
        raise TemplateError(
            error.message or "not a template", where=f"{_short(error.name or name)}:{error.lineno}"
        ) from error
    except jinja2.TemplateNotFound as error:
        raise TemplateError(f"no template {error.name}", where=name) from error
    except jinja2.TemplateError as error:
        raise TemplateError(error.message or type(error).__name__, where=_where(error, name)) from error
    except (ArithmeticError, AttributeError, LookupError, OSError, RecursionError, TypeError, ValueError) as error:
        raise TemplateError(str(error) or type(error).__name__, where=_where(error, name)) from error


def _where(error: Exception, name: str) -> str:
    """The innermost place in a template that `error` came through."""
    places = [name]
    trace = error.__traceback__
    while trace:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(".j2"):
            places.append(f"{_short(file)}:{trace.tb_lineno}")
        trace = trace.tb_next
    return places[-1]


def _short(file: str) -> str:
    return "/".join(Path(file).parts[-2:])
