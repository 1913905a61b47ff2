"""`summary`: one article, or several on one event, in few sentences with their paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import click

from digest.cli import desk
from digest.cli.asking import between, say_nothing
from digest.cli.records import headline, known_theme, period_of
from digest.cli.words import counted, note, on_terminal, say, say_json, short
from digest.errors import ConfigError

if TYPE_CHECKING:
    from digest.model import Article, Date, Sentence
    from digest.summaries import Chosen
    from digest.summaries.admitting import Dropped

_ONE, _SEVERAL = 3, 6  # sentences, where nobody says how many
_MANY = 50  # articles of one overview
_FEWEST = 0.5  # the part of the sentences asked for, below which what a model wrote is no summary


@dataclass(frozen=True, slots=True, kw_only=True)
class _Summary:
    """What is printed: sentences with their paragraphs, why each is there, and who wrote them if not the sources."""

    sentences: tuple[Sentence, ...]
    chosen: tuple[Chosen, ...] = ()
    writer: str = ""
    dropped: tuple[Dropped, ...] = ()


@click.command()
@click.argument("keys", nargs=-1, metavar="KEY...")
@click.option("--sentences", type=click.IntRange(1, 50), help="At most so many; 3 of one article, 6 of several.")
@click.option("--words", type=click.IntRange(5, 5_000), help="At most so many words in all.")
@click.option("--theme", metavar="NAME", help="The articles with this theme.")
@between("articles that may be")
@click.option("--why", "explained", is_flag=True, help="What speaks for each sentence, and how much.")
@click.option(
    "--write", "rephrased", is_flag=True, help="Let the writer of config.yaml rephrase it; it is sent the text."
)
@click.option("--json", "as_objects", is_flag=True, help="One JSON object a line.")
def summary(*, keys: tuple[str, ...], explained: bool, rephrased: bool, as_objects: bool, **asked: Any) -> None:
    """Summarise an article, or several on one event, in sentences of the sources with their paragraphs.

    \b
    digest summary standish2022days --why
    digest summary --theme china-russia --from 2022-09 --sentences 8 >> out/draft.md
    """
    articles = _articles(keys, asked["theme"], period_of(asked["first"], asked["last"]))
    if not articles:
        say_nothing("no such articles")
        return
    most = asked["sentences"] or (_ONE if len(articles) == 1 else _SEVERAL)
    wanted = _Wanted(sentences=most, words=asked["words"], themes=(asked["theme"],) if asked["theme"] else ())
    made = _rephrased(articles, wanted) if rephrased else _chosen(articles, wanted)
    if as_objects:
        for entry in _objects(made):
            say_json(entry)
    elif explained and made.chosen:
        _explain(made.chosen)
    else:
        _print(made, articles)
    if not made.sentences:
        note("no sentence stands by itself")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """How much is to be said, and on which themes."""

    sentences: int
    words: int | None
    themes: tuple[str, ...]


def _articles(keys: Sequence[str], theme: str | None, period: Date | None) -> list[Article]:
    """The articles named, or those of a theme and time in the language of the house; the newest of too many."""
    known_theme(theme)
    library = desk.library()
    if not (keys or theme or period):
        raise click.UsageError("a KEY is wanted, or --theme, --from or --to")
    named = [library.wanted(key) for key in dict.fromkeys(keys)]
    found = [article for article in named or library.articles(period) if _fits(article, theme, period)]
    found = found if named else _readable(found)
    if len(found) > _MANY:
        note(f"{counted(len(found), 'article')}: only the newest {_MANY} are looked at")
    newest = sorted(found, key=lambda article: article.issued.last.toordinal() if article.issued else 0, reverse=True)
    return list(desk.read_today(newest[:_MANY]))


def _fits(article: Article, theme: str | None, period: Date | None) -> bool:
    in_time = period is None or (article.issued is not None and article.issued.overlaps(period))
    return in_time and (theme is None or theme in article.themes)


def _readable(articles: Sequence[Article]) -> list[Article]:
    """Those in the language of the house, as in a brief: sentences of several languages are no text."""
    own = _tongue(desk.config().language)
    found = [article for article in articles if _tongue(article.language or own) == own]
    if len(found) < len(articles):
        note(f"{counted(len(articles) - len(found), 'article')} in another language left out; a KEY takes one")
    return found


def _tongue(language: str) -> str:
    return language.partition("-")[0].lower()


def _chosen(articles: Sequence[Article], wanted: _Wanted) -> _Summary:
    from digest.summaries import overview, summarise

    if len(articles) == 1:
        chosen = summarise(articles[0], wanted.sentences, wanted.words)
    else:
        chosen = overview(articles, wanted.sentences, wanted.words, wanted.themes)
    return _Summary(sentences=tuple(one.sentence for one in chosen), chosen=chosen)


def _rephrased(articles: Sequence[Article], wanted: _Wanted) -> _Summary:
    """What the writer makes of the articles, as far as it stands in them; else what they say themselves."""
    from digest.fetch.endpoint import answer
    from digest.summaries.admitting import admit
    from digest.summaries.prompting import messages, read_answer, sent

    writer = desk.config().writer
    if writer is None:
        hint = "name one under `writer:` in config.yaml: url, model, key_env; nothing is sent without it"
        raise ConfigError("no writer is named", hint=hint)
    chosen = _chosen(articles, wanted)
    ordered = sorted(articles, key=lambda article: str(article.issued or ""))
    shown = sent(ordered)
    note(f"{writer.model} at {writer.host} is sent {counted(sum(map(len, shown.values())), 'paragraph')}")
    said = answer(writer, messages(ordered, wanted.sentences, wanted.words), desk.policy())
    kept, dropped = admit(read_answer(said), {article.id: article for article in ordered}, shown)
    for one in dropped:
        note(f"dropped: {one.reason}: {short(one.text, 200)}")
    if len(kept) < max(1, _FEWEST * len(chosen.sentences)):
        note(f"too little of what {writer.model} wrote stands in the paragraphs: the sources' own sentences instead")
        return replace(chosen, dropped=dropped)
    place = {article.id: number for number, article in enumerate(ordered)}
    told = sorted(kept[: wanted.sentences], key=lambda one: place[one.key])
    return _Summary(sentences=tuple(told), writer=writer.model, dropped=dropped)


def _objects(made: _Summary) -> Iterator[dict[str, object]]:
    for number, one in enumerate(made.sentences):
        found: dict[str, object] = {"text": one.text, "id": one.key, "paragraph": one.paragraph}
        if made.writer:
            found["writer"] = made.writer
        else:
            parts = {name: round(value, 3) for name, value in made.chosen[number].parts}
            found |= {"weight": round(made.chosen[number].weight, 3), "parts": parts}
        yield found
    for lost in made.dropped:
        yield {"dropped": lost.text, "reason": lost.reason, "id": lost.key, "paragraph": lost.paragraph}


def _explain(chosen: Sequence[Chosen]) -> None:
    from digest.summaries.laying import citation

    for one in chosen:
        parts = " + ".join(f"{name} {value:.2f}" for name, value in one.parts if not name.startswith("×"))
        length = next((value for name, value in one.parts if name.startswith("×")), 1.0)
        say(f"{one.weight:.2f}  {one.sentence.text} {citation(one.sentence)}")
        say(f"      {parts}{f', × {length:.2f} for its length' if length < 1 else ''}")


def _print(made: _Summary, articles: Sequence[Article]) -> None:
    """On a terminal to be read; elsewhere as a draft, which `check` and `render` take."""
    if not made.sentences:
        return
    if on_terminal():
        _read_out(made, articles)
        return
    for line in _draft(made, articles).splitlines():
        say(line)


def _read_out(made: _Summary, articles: Sequence[Article]) -> None:
    from digest.summaries.laying import citation

    known = {article.id: article for article in articles}
    for key in dict.fromkeys(one.key for one in made.sentences):
        article = known[key]
        say(", ".join(filter(None, (headline(article), article.container_title, str(article.issued or "")))))
        for one in made.sentences:
            if one.key == key:
                say(f"  {one.text} {citation(one)}")
    if made.writer:
        say(f"rephrased by {made.writer}; each sentence was held to the paragraph it cites")


def _draft(made: _Summary, articles: Sequence[Article]) -> str:
    from datetime import datetime

    from digest.drafts import Draft, write_draft
    from digest.model import Date
    from digest.summaries.laying import extracts, rephrased

    known = {article.id: article for article in articles}
    days = [article.issued for article in articles if article.issued]
    today = datetime.now().astimezone().date()
    first = min((day.first for day in days), default=today)
    last = max((day.last for day in days), default=today)
    language = desk.config().language
    if made.writer:
        body = rephrased(made.sentences, known, made.writer, language)
    else:
        body = extracts(made.sentences, known, language)
    title = headline(articles[0], 200) if len(articles) == 1 else f"Summary of {counted(len(articles), 'article')}"
    period = Date(edtf=f"{first}/{last}" if first != last else str(first))
    return write_draft(
        Draft(
            brief="summary",
            title=title,
            period=period,
            date=Date(edtf=str(last)),
            language=language,
            toc=False,
            body=body,
        )
    )
