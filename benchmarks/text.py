"""Compare readers of running text in one run: quotations, dates and summaries, how right and in what time.

    python benchmarks/text.py [quotations] [dates] [summaries] [--labels FOLDER]

- quotations: ours and textacy's (with spaCy's small English model) on the labelled articles for developing
  (tests/quotation_gold.py): five words or more, exact words and the right speaker. A pronoun is counted as no speaker.
- dates: ours and dateparser's search, told the language and the day, on the dated expressions of the seeds and on the
  invented sentences for developing (tests/golden/newswire-dates.txt). One day within a longer time asked for is right.
- summaries: ours, sumy's TextRank and LexRank (on our sentences) and the first sentences, against what publishers
  write about their articles in the page's head: ROUGE-1, -2 and -L, F1.

FOLDER holds the labelled pages, ../shared/gold beside the checkout if not given. The others are installed by
`pip install -e '.[bench]'`; one that is absent is left out, and said to be. spaCy's model is on no package index under
its own name: `python -m spacy download en_core_web_sm`. Times are processor time, imports and models not counted.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from statistics import fmean
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # for the labels, which belong to the tests

from text_readers import (  # noqa: E402
    Dated,
    Described,
    Reader,
    dateparser_dates,
    lead,
    lex_rank,
    our_dates,
    our_quotations,
    our_summaries,
    text_rank,
    textacy_quotations,
    words,
)

from tests import quotation_gold  # noqa: E402

HOME = ROOT.parent / "shared" / "gold"
SENTENCES = ROOT / "tests" / "golden" / "newswire-dates.txt"
DESCRIPTION = ("//meta[@name='description']/@content", "//meta[@property='og:description']/@content")
SHORTEST = 8
"""Words of a publisher's description from which on it says something."""
SAME = 0.8
"""F1 of their words from which on a paragraph is the description."""

Told = Sequence[tuple[Any, float]]
"""What a reader says of each text (None where it broke), and the seconds it took."""
Figures = Mapping[str, float]


def quotation_texts(home: Path) -> list[list[str]]:
    """The paragraphs of the labelled articles."""
    return [page.paragraphs for page in _labelled(home)]


def _labelled(home: Path) -> list[quotation_gold.Page]:
    return quotation_gold.load("dev", pages=home / "news-pages" / "gold.jsonl")


def quotation_figures(home: Path, told: Told) -> Figures:
    """Precision, recall and roles."""
    answers = iter(told)
    counted = quotation_gold.score(_labelled(home), lambda _: next(answers)[0] or ())
    figures = {"precision": counted.precision, "recall": counted.recall}
    return figures | ({"roles": counted.role_recall} if counted.roles_given else {})


def date_texts(home: Path) -> list[Dated]:
    """The labelled paragraphs of the seeds and invented sentences, then whole articles to time."""
    rows = json.loads((home / "seeds" / "timeline.json").read_text(encoding="utf-8"))
    texts: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for row in rows:
        texts.setdefault((row["sentence_para"], row["published"]), []).append((row["expr"], row["value"]))
    seeds = [Dated(text=text, day=day, expressions=tuple(found)) for (text, day), found in texts.items()]
    return [*seeds, *_invented(), *(Dated(text=page.body, day="2024-06-14") for page in _labelled(home))]


def _invented() -> Iterator[Dated]:
    lines = SENTENCES.read_text(encoding="utf-8").splitlines() if SENTENCES.is_file() else []
    for line in (line for line in lines if line[:1].isdigit()):  # a star marks those held out
        day, text, values = line.split(" | ")
        words = re.findall(r"\[([^\]]*)\]", text)
        pairs = zip(words, (value.strip() for value in values.split(";")), strict=False)
        wanted = tuple((expression, value) for expression, value in pairs if value != "-")
        yield Dated(text=re.sub(r"[\[\]]", "", text), day=day, expressions=wanted, complete=True)


def date_figures(home: Path, told: Told) -> Figures:
    """How many expressions are found with their value, and how many of what is found is right, of those alone."""
    counted: Counter[str] = Counter()
    for dated, (answer, _) in zip(date_texts(home), told, strict=True):
        kind = "sentences" if dated.complete else "seeds"
        right = sum(any(_is_right(wanted, found) for found in answer or ()) for wanted in dated.expressions)
        counted[f"{kind} wanted"] += len(dated.expressions)
        counted[f"{kind} right"] += right
        if dated.complete:
            counted["given"] += len(answer or ())
    figures = {"seeds found": counted["seeds right"] / counted["seeds wanted"]}
    if not counted["sentences wanted"]:
        return figures
    return figures | {
        "sentences found": counted["sentences right"] / counted["sentences wanted"],
        "sentences right": min(1.0, counted["sentences right"] / max(1, counted["given"])),
    }


def _is_right(wanted: tuple[str, str], found: tuple[str, date, date]) -> bool:
    from digest.model import Date

    expression, value = wanted
    words, first, last = found
    asked = Date(edtf=value)
    same = words.casefold() in expression.casefold() or expression.casefold() in words.casefold()
    return same and ((first, last) == (asked.first, asked.last) or asked.first <= first == last <= asked.last)


def summary_texts(home: Path) -> list[Described]:
    """The records of the news pages whose publisher describes them in words that spaces part."""
    from lxml import html

    from digest.extract import extract
    from digest.model import Source
    from digest.readers import read

    found = []
    for line in (home / "news-pages" / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        data = gzip.decompress((home / "news-pages" / row["html"]).read_bytes())
        tree = html.fromstring(data)
        told = next((text for path in DESCRIPTION for text in tree.xpath(path)), "")
        (page,) = read(Source(name="page.html", data=data, url=row["url"]))
        articles = extract(page)
        if articles and len(told.split()) >= SHORTEST:
            bare = replace(articles[0], abstract=None)  # else ours would be shown what it is to find
            found.append(Described(article=bare, description=" ".join(told.split())))
    return found


def summary_figures(home: Path, told: Told) -> Figures:
    """ROUGE, and ROUGE-1 where the description is no paragraph of the article."""
    pairs = [
        (text, words(text.description), words(" ".join(answer or ())))
        for text, (answer, _) in zip(summary_texts(home), told, strict=True)
    ]
    figures = {name: fmean(rouge(wanted, found) for _, wanted, found in pairs) for name, rouge in ROUGE.items()}
    unprinted = [shared(1)(wanted, found) for text, wanted, found in pairs if not _is_printed(text)]
    return figures | {"ROUGE-1, unprinted": fmean(unprinted)}


def _is_printed(text: Described) -> bool:
    """Whether the description stands under the headline: who chooses that paragraph looks up the answer."""
    wanted = words(text.description)
    return any(shared(1)(wanted, words(block.text)) >= SAME for block in text.article.paragraphs)


def shared(size: int) -> Callable[[Sequence[str], Sequence[str]], float]:
    """The F1 of the runs of `size` words of two texts."""

    def likeness(wanted: Sequence[str], found: Sequence[str]) -> float:
        ours, theirs = (Counter(zip(*(text[at:] for at in range(size)), strict=False)) for text in (wanted, found))
        return 2 * (ours & theirs).total() / max(1, ours.total() + theirs.total())

    return likeness


def longest(wanted: Sequence[str], found: Sequence[str]) -> float:
    """The F1 of the longest words that two texts have in the same order."""
    row = [0] * (len(found) + 1)
    for word in wanted:
        above = row[:]
        for at, other in enumerate(found):
            row[at + 1] = above[at] + 1 if word == other else max(above[at + 1], row[at])
    return 2 * row[-1] / max(1, len(wanted) + len(found))


ROUGE = {"ROUGE-1": shared(1), "ROUGE-2": shared(2), "ROUGE-L": longest}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What is compared: the readers (ours first), the texts they read, and how right what they say is."""

    readers: Mapping[str, Callable[[], Reader]]
    texts: Callable[[Path], Sequence[Any]]
    figures: Callable[[Path, Told], Figures]


SUBJECTS: dict[str, Subject] = {
    "quotations": Subject(
        readers={"digest": our_quotations, "textacy": textacy_quotations},
        texts=quotation_texts,
        figures=quotation_figures,
    ),
    "dates": Subject(
        readers={"digest": our_dates, "dateparser": dateparser_dates}, texts=date_texts, figures=date_figures
    ),
    "summaries": Subject(
        readers={"digest": our_summaries, "lead": lead, "sumy TextRank": text_rank, "sumy LexRank": lex_rank},
        texts=summary_texts,
        figures=summary_figures,
    ),
}


def answer_all(subject: str, name: str, home: Path) -> Told | None:
    """What a reader says of every text and the seconds each took, the better of two times; None if not installed."""
    texts = SUBJECTS[subject].texts(home)
    try:
        reader = SUBJECTS[subject].readers[name]()
    except (ImportError, StopIteration) as error:
        print(f"{name}: not installed ({error or 'no model of spaCy'})", file=sys.stderr)
        return None
    timed(reader, texts[0])  # tables are not counted
    rounds = [[timed(reader, text) for text in texts] for _ in range(2)]
    return [(answer, min(seconds, again)) for (answer, seconds), (_, again) in zip(*rounds, strict=True)]


def timed(reader: Reader, text: object) -> tuple[Any, float]:
    """What a reader says of a text (None where it breaks), and the processor seconds it took."""
    start = time.process_time()
    try:
        answer = reader(text)
    except Exception:  # noqa: BLE001 - a reader that breaks on a text has no answer for it
        answer = None
    return answer, time.process_time() - start


def compare(subject: str, home: Path) -> Iterator[str]:
    """A table: a line a reader, its figures, its milliseconds a text of 1,000 words, and how often ours fits in."""
    lengths = [len(words(_text(text))) for text in SUBJECTS[subject].texts(home)]
    told: dict[str, Told] = {}
    for name in SUBJECTS[subject].readers:
        with get_context("spawn").Pool(1) as pool:
            if answers := pool.apply(answer_all, (subject, name, home)):
                told[name] = answers
    cost = {name: 1e6 * sum(seconds for _, seconds in answers) / sum(lengths) for name, answers in told.items()}
    figures = {name: SUBJECTS[subject].figures(home, answers) for name, answers in told.items()}
    columns = list(next(iter(figures.values())))
    yield f"| {subject} | " + " | ".join(columns) + " | ms per 1,000 words | times ours | broke on |"
    yield "|---|" + "---:|" * (len(columns) + 3)
    for name, row in figures.items():
        cells = [f"{row[column]:.3f}" if column in row else "" for column in columns]
        broke = sum(answer is None for answer, _ in told[name])
        cells += [f"{cost[name]:.1f}", f"{cost[name] / cost['digest']:.1f}", f"{broke} of {len(lengths)}"]
        yield f"| {name} | " + " | ".join(cells) + " |"


def _text(text: Any) -> str:  # noqa: ANN401, RUF100
    if isinstance(text, Described):
        return "\n".join(block.text for block in text.article.paragraphs)
    return text.text if isinstance(text, Dated) else "\n".join(text)


def main() -> None:
    """Print a table a subject."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("subjects", nargs="*", choices=[*SUBJECTS, []], help="all if none is given")
    parser.add_argument("--labels", type=Path, default=HOME, help="the folder of labelled material")
    wanted = parser.parse_args()
    if not wanted.labels.is_dir():
        print(f"no labelled material: {wanted.labels} does not exist")
        return
    for subject in wanted.subjects or SUBJECTS:
        print("\n".join(compare(subject, wanted.labels)), end="\n\n")


if __name__ == "__main__":
    main()
