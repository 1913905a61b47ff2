"""What the margins of a document state: who publishes it, when, under which numbers, and where it was printed from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from digest.dates import parse_date
from digest.model import Declared
from digest.names import is_body
from digest.readers.heads import find_day
from digest.readers.pdf.running import WHEN
from digest.readers.pdf.segments import Segment

_PRINTED = re.compile(r"(https?://[^\s]{4,2000}?)(?:\s+(?:\d{1,4}\s?(?:/|of|von|de|из)\s?\d{1,4}))?")
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright(?: ©| \(c\))?)\s*(?:copyright\s*)?((?:19|20)\d\d)?(?:\s?[-–]\s?(?:19|20)\d\d)?,?\s*"
    r"(?:by\s+|the\s+(?=[A-Z]))?"
    r"([A-Z][^.,;|©\d]{3,80}?)?\s*(?:[.,;|]|all rights|$)",
    re.I,
)
_DOMAIN = re.compile(r"(?:https?://|www\.|@)((?:[a-z0-9-]{1,40}\.){1,4}[a-z]{2,12})\b", re.I)
_FOREIGN = frozenset(
    """
    doi.org dx.doi.org twitter.com x.com facebook.com linkedin.com youtube.com instagram.com gmail.com t.me bit.ly
    creativecommons.org issuu.com orcid.org jstor.org ssrn.com outlook.com hotmail.com yahoo.com mail.ru t.co goo.gl
    """.split()  # noqa: SIM905 — quoted words would hide the list
)
_JOURNAL = re.compile(r"journal|review|quarterly|studies|affairs|annals|zeitschrift|revue|revista|вестник|журнал", re.I)
_VOLUME = re.compile(
    r"\b(?:vol(?:ume|\.)|jg\.|tome|том)\s?\d{1,4}\b.{0,30}?\b(?:no|nr|n°|issue|heft|№)\.?\s?\d{1,3}", re.I
)
_REPORT = 4  # pages
_DOI = re.compile(r"\b(10\.\d{4,9}/[^\s\"<>]{2,100}?)(?=[.,;)\]]?(?:\s|$))")
_ISSN = re.compile(r"\bISSN(?:\s?\((?:print|online)\))?:?\s?(\d{4}-\d{3}[\dX])\b", re.I)
_ISBN = re.compile(r"\bISBN(?:-1[03])?:?\s?((?:97[89][- ]?)?(?:\d[- ]?){9}[\dX])(?!\d)", re.I)


def printed_from(running: Sequence[Segment]) -> tuple[tuple[Declared, ...], str | None]:
    """The address and title that a browser prints at the edge of each page, and the day it was printed, as EDTF."""
    addresses = [match[1] for one in running if (match := _PRINTED.fullmatch(one.text))]
    whens = [match for one in running if (match := WHEN.match(one.text))]
    if not addresses or not whens:
        return (), None
    address = Counter(addresses).most_common(1)[0][0].rstrip("…")
    rows = [Declared(field="url", value=address, origin="address in the printed margin")]
    heads = Counter(WHEN.sub("", one.text, count=1).strip() for one in running if not _PRINTED.fullmatch(one.text))
    for text, count in heads.most_common(3):
        if count >= 1 and any(letter.isalpha() for letter in text) and len(text) > 8:
            rows.append(Declared(field="title", value=text, origin="title in the printed margin"))
            break
    return tuple(rows), _printed_on(whens[0])


def _printed_on(match: re.Match[str]) -> str | None:
    """The day of printing; month and day stand the American way where the hour has am or pm."""
    day = match[1].replace(" ", "")
    found = parse_date(day, "en-US" if match[3] else "en-GB" if "/" in day else None)
    return found.edtf if found and found.is_day else None


def imprint(texts: Sequence[str], running: Sequence[Segment]) -> Iterator[Declared]:
    """What the lines at the edges, and `texts` of the first and last pages, state of publisher, day and numbers."""
    margin = Counter(one.text for one in running)
    for text, count in margin.most_common(40):
        if count > 1 and is_body(text) and 2 <= len(text.split()) <= 9 and not _DOMAIN.search(text):
            yield Declared(field="site_name", value=text, origin="head or foot of the pages")
    for text in margin:
        if found := find_day(text) if not WHEN.match(text) else None:
            yield Declared(field="issued", value=found.edtf, origin="date at the head or foot of the pages")
    yield from _rights((*margin, *texts))
    yield from _domains((*margin, *texts))
    yield from _numbers((*margin, *texts))


def find_type(rows: Sequence[Declared], texts: Sequence[str], pages: int) -> Iterator[Declared]:
    """What kind of work it is where its head does not say: a journal's article, or a report by its length."""
    if any(row.field in ("type", "url") for row in rows):
        return
    journal = any(row.field == "site_name" and _JOURNAL.search(row.value) for row in rows)
    if journal and any(_VOLUME.search(text) for text in texts):
        yield Declared(field="type", value="article-journal", origin="volume and number on the pages")
    elif pages >= _REPORT:
        yield Declared(field="type", value="report", origin="a PDF of many pages")


def _rights(texts: Sequence[str]) -> Iterator[Declared]:
    for text in texts:
        for match in _RIGHTS.finditer(text[:3000]):
            owner = (match[2] or "").strip(" –-")
            if owner and (is_body(owner) or match[1]) and len(owner.split()) <= 10:
                yield Declared(field="site_name", value=owner, origin="copyright line")
            if match[1]:
                yield Declared(field="issued", value=match[1], origin="copyright line")
            if owner or match[1]:
                return


def _domains(texts: Sequence[str]) -> Iterator[Declared]:
    """The one domain that the margins and the head name most often."""
    hosts = Counter(
        host for text in texts for host in {match[1].lower().removeprefix("www.") for match in _DOMAIN.finditer(text)}
    )
    for host, _ in hosts.most_common(10):
        if host not in _FOREIGN:
            yield Declared(field="domain", value=host, origin="address in the margins")
            return


def _numbers(texts: Sequence[str]) -> Iterator[Declared]:
    whole = "\n".join(texts)[:200_000]
    for field, pattern in (("DOI", _DOI), ("ISSN", _ISSN), ("ISBN", _ISBN)):
        if match := pattern.search(whole):
            yield Declared(field=field, value=match[1], origin=f"{field} on the page")
