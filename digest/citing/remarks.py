"""What a check of a report says, and what it is told of the library."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from digest.citing.choosing import Copies
from digest.citing.nouns import Report
from digest.model import Article

Severity = Literal["error", "warning", "note"]

SEVERITIES: dict[str, Severity] = {
    "unknown key": "error",
    "missing paragraph": "error",
    "not in the source": "error",
    "negation": "error",
    "qualifier": "error",
    "changed source": "warning",
    "corrected source": "warning",
    "retracted source": "warning",
    "changed record": "warning",
    "same source": "warning",
    "link": "warning",
    "uncited": "warning",
    "figure": "warning",
    "date": "warning",
    "name": "warning",
    "never cited": "warning",
    "no citation": "note",
    "translated quotation": "note",
    "merged key": "note",
    "foreign key": "note",
    "no paragraph": "note",
    "no text": "note",
    "missing date": "note",
    "missing author": "note",
    "edited citation": "note",
}
"""What a remark can be about → how much it weighs, where nothing makes it weigh less.

- `unknown key`: no record has it; `foreign key`: nor the key of a field of another program, which carries its record.
- `missing paragraph`: the article has no such paragraph. `no paragraph`: a quotation is cited with none.
- `not in the source`, `negation`, `qualifier`: quoted words that do not stand in what is cited for them.
- `changed source`: they did, or the cited paragraph reads otherwise now. `corrected source`: its outlet says so.
- `uncited`: a quotation that stands in the library. `no citation`: another one.
- `changed record`: title, author, date or address are not what a field carries any more.
- `same source`: two keys for one. `merged key`: a key that gave way to another.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something in a report that a person should look at: the characters from `start` to `end` of a paragraph's text.

    `message` says what it is and `hint` what to do. `source` is what the source says there, `difference` in what words
    the two differ; `elsewhere` the key and locator where the words do stand.
    """

    severity: Severity
    kind: str
    message: str
    paragraph: int
    start: int
    end: int
    words: str = ""
    key: str | None = None
    locator: str = ""  # the paragraph of the source
    source: str = ""
    difference: str = ""
    hint: str = ""
    elsewhere: tuple[str, str] | None = None
    page: int | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the sources of a report.

    `articles` are the records of all keys that it cites: one that was merged under its old key with the text it was
    cited from, one that a field of another program cites by its address under the key of that field. `keys` are all
    that there are. `renamed` are merged keys with those that stand for them now. `versions` are
    earlier states of a text that its outlet changed, the oldest first; `page` other lines of a source's page, where a
    correction may be told. `copies` and `addresses` are as for proposals. `written` is the day the report is of.
    """

    articles: Mapping[str, Article]
    keys: Collection[str] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, Sequence[Article]] = field(default_factory=dict)
    page: Mapping[str, Sequence[str]] = field(default_factory=dict)
    copies: Copies = field(default_factory=dict)
    addresses: Mapping[str, str] = field(default_factory=dict)
    written: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place of a report that a remark is made on."""

    paragraph: int
    start: int
    end: int

    def words(self, report: Report) -> str:
        """What stands there."""
        return report.paragraphs[self.paragraph].text[self.start : self.end] if report.paragraphs else ""


def remark(report: Report, spot: Spot, kind: str, message: str, **more: object) -> Remark:
    """A remark on a place of `report`, with its page and line; `more` are other fields of it."""
    there = report.paragraphs[spot.paragraph] if report.paragraphs else None
    told: dict[str, object] = {
        "severity": SEVERITIES[kind],
        "words": spot.words(report),
        "page": there.page if there else None,
        "line": there.line if there else None,
    }
    values = {**told, **more}
    return Remark(
        kind=kind,
        message=message,
        paragraph=spot.paragraph,
        start=spot.start,
        end=spot.end,
        **values,  # type: ignore[arg-type]
    )


def short(words: str, most: int = 120) -> str:
    """Words on one line, cut where they are long."""
    flat = " ".join(words.split()).strip('“”"«»„')
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + " …"
