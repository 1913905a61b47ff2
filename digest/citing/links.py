"""The links of a report that lead to a record: by address, by DOI, by the copy that an archive keeps of a page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from digest.addresses import identity, is_front
from digest.citing.nouns import Link, Paragraph, Report
from digest.citing.trees import inside
from digest.model import Article

_ARCHIVED = re.compile(
    r"^(?:https?://)?(?:web\.archive\.org/(?:web|save)(?:/[\d*]{1,14}[a-z_]{0,4})?"
    r"|(?:www\.)?archive\.(?:today|is|ph|li|md|vn|fo)(?:/\d{4,14}|/(?:newest|oldest|timegate))?"
    r"|arquivo\.pt/(?:noFrame/replay|wayback|web)/\d{4,14}[a-z_]{0,4}"
    r"|(?:www\.)?webarchive\.(?:org\.uk|nationalarchives\.gov\.uk|loc\.gov)(?:/\w+)?(?:/ukgwa)?/\d{4,14}[a-z_]{0,4}"
    r"|(?:wayback\.)?archive-it\.org(?:/\d{1,9})?/\d{4,14}[a-z_]{0,4}"
    r"|(?:12ft\.io|1ft\.io|freedium\.cfd|r\.jina\.ai|txtify\.it))/(?P<address>(?:https?:/{1,2})?[\w-]{1,63}(?:\.[\w-]{1,63}){1,9}(?:[:/?]\S*)?$)",
    re.I,
)
_CACHED = re.compile(
    r"^https?://(?:webcache\.googleusercontent\.com/search\?q=cache:(?:[\w-]{6,20}:)?|translate\.google\.[a-z.]{2,6}"
    r"/(?:translate|website)\?(?:\S*?&)?u=)(?P<address>[^&\s]+)",
    re.I,
)
_TRANSLATED = re.compile(r"^(?P<host>[\w-]+)\.translate\.goog$", re.I)
_ONE_SLASH = re.compile(r"^(https?):/{1,2}(?!/)", re.I)
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"<>?#&\uff0c\u3002]{1,200}", re.I)
_DOI_TAIL = re.compile(r"(?:/(?:full|pdf|epdf|abstract|abs|html|meta|summary|fulltext)|\.(?:pdf|html?|full))+/?$", re.I)
_WRAPS = 3  # a copy of a copy of a page

_BARE = re.compile(
    r"(?<![\w@/.])(?:(?:https?://|www\.)[^\s<>\"“”«»„`|\\^{}\u3000-\u303f\uff00-\uffef\ufffb\ufffc]{4,2000}"
    r"|doi:\s?10\.\d{4,9}/[^\s<>\"“”«»\ufffb\ufffc]{1,200})",
    re.I,
)
_AFTER = ".,;:!?'’‘*_~…"
_MOST_AFTER = 20
_PAIRS = {")": "(", "]": "["}


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """A link that leads to the record `key`: its words are the address itself where it is `bare`."""

    paragraph: int
    start: int
    end: int
    url: str
    key: str
    bare: bool = False
    cited: bool = False  # its paragraph, or a note called there, cites the record


def forms(url: str) -> tuple[str, ...]:
    """What two addresses of one page have in common, the surest first; none of what is no address of a page.

    >>> forms("https://web.archive.org/web/20310102/http://m.port.example/storm/?utm_source=x")
    ('port.example/storm',)
    >>> forms("https://dx.doi.org/10.1234/ABC.5")
    ('doi:10.1234/abc.5', 'doi.org/10.1234/ABC.5')
    """
    address = _original(url.strip()[:8_000])
    found = [f"doi:{doi}"] if (doi := _doi(address)) else []
    if not re.match(r"https?://", address, re.I):
        return tuple(found)
    if not is_front(address):
        found.append(identity(address).removeprefix("dx."))
    return tuple(found)


def _original(url: str) -> str:
    """The address of the page that an archive, a cache or a translator shows."""
    for _ in range(_WRAPS):
        match = _ARCHIVED.match(url) or _CACHED.match(url)
        if match:
            url = match["address"]
            url = _ONE_SLASH.sub(r"\1://", unquote(url) if re.match(r"https?%3a", url, re.I) else url)
        if re.match(r"www\.", url, re.I) or (match and not re.match("https?:", url, re.I)):
            url = f"https://{url}"
        if not match:
            break
    return _untranslated(url)


def _untranslated(url: str) -> str:
    try:
        parts = urlsplit(url)
        match = _TRANSLATED.match(parts.hostname or "")
    except ValueError:
        return url
    if match is None:
        return url
    host = match["host"].replace("--", "\0").replace("-", ".").replace("\0", "-")
    query = "&".join(part for part in parts.query.split("&") if part and not part.startswith("_x_tr"))
    return f"https://{host}{parts.path}{f'?{query}' if query else ''}"


def _doi(address: str) -> str:
    match = _DOI.search(unquote(address[:2_000]))
    return _DOI_TAIL.sub("", match[0].rstrip(".,;)]’'/")).lower() if match else ""


def known_addresses(articles: Iterable[Article], also: Iterable[tuple[str, str]] = ()) -> Mapping[str, str]:
    """The forms of the addresses of `articles`, each with the key of its record; of two records the first.

    `also` are further addresses with their keys: of other pages that have the article.

    >>> article = Article(id="ng2031", url="https://www.port.example/storm/")
    >>> known_addresses([article])
    {'port.example/storm': 'ng2031'}
    """
    known: dict[str, str] = {}
    for article in articles:
        for form in addresses_of(article):
            known.setdefault(form, article.id)
    for url, key in also:
        for form in forms(url):
            known.setdefault(form, key)
    return known


def addresses_of(article: Article) -> tuple[str, ...]:
    """The forms of the addresses of a record, of its DOI too."""
    urls = [article.url] if article.url else []
    for name, raw in article.other:
        if name.upper() == "DOI":
            urls.append(f"doi:{plain_value(raw)}")
    return tuple(dict.fromkeys(form for url in urls for form in forms(url)))


def plain_value(raw: str) -> str:
    """What a further field of a record says: the text in its JSON."""
    try:
        return str(json.loads(raw))
    except ValueError:
        return raw


def find_links(paragraph: Paragraph) -> tuple[Link, ...]:
    """The links of a paragraph, and the addresses that are only typed; none in code and in the list of sources.

    >>> [link.url for link in find_links(Paragraph(text="(See www.port.example/a_(b), or not.)"))]
    ['www.port.example/a_(b)']
    """
    if paragraph.kind in ("code", "bibliography"):
        return ()
    cited = [(one.start, one.end) for one in paragraph.citations]
    taken = sorted([*((link.start, link.end) for link in paragraph.links), *cited, *paragraph.opaque])
    typed = _free(_typed(paragraph.text), taken)
    closed = sorted([*paragraph.opaque, *cited])
    linked = _free(sorted(paragraph.links, key=lambda link: link.start), closed)
    return tuple(sorted((*linked, *typed), key=lambda link: (link.start, link.end)))


def _typed(text: str) -> Iterator[Link]:
    for match in _BARE.finditer(text):
        url = _trimmed(match[0])
        if len(url) > 7:
            yield Link(start=match.start(), end=match.start() + len(url), url=url)


def _trimmed(url: str) -> str:
    """An address without what belongs to the sentence it stands in."""
    for _ in range(_MOST_AFTER):
        if url[-1] not in _AFTER and not (url[-1] in _PAIRS and url.count(url[-1]) > url.count(_PAIRS[url[-1]])):
            break
        url = url[:-1]
    return url


def _free(links: Iterable[Link], taken: list[tuple[int, int]]) -> Iterator[Link]:
    """Those of `links`, in order, that touch none of the places `taken`, in order."""
    at = 0
    furthest = -1
    for link in links:
        while at < len(taken) and taken[at][0] < max(link.end, link.start + 1):
            furthest = max(furthest, taken[at][1])
            at += 1
        if furthest <= link.start:
            yield link


def linked_records(report: Report, known: Mapping[str, str]) -> tuple[Linked, ...]:
    """The links of `report` that lead to records, by `known_addresses`; in the order of the report."""
    reach = groups(report)
    cited: dict[int, set[str]] = {}
    for number, paragraph in enumerate(report.paragraphs):
        keys = (source.key for citation in paragraph.citations for source in citation.sources)
        cited.setdefault(reach[number], set()).update(keys)
    found: list[Linked] = []
    for number, paragraph in enumerate(report.paragraphs):
        for link in find_links(paragraph):
            key = next((known[form] for form in forms(link.url) if form in known), None)
            if key is not None:
                found.append(_linked(number, paragraph, link, key, cited=key in cited[reach[number]]))
    return tuple(found)


def _linked(number: int, paragraph: Paragraph, link: Link, key: str, *, cited: bool) -> Linked:
    bare = bool(_BARE.match(paragraph.text[link.start : link.end].strip()))
    return Linked(paragraph=number, start=link.start, end=link.end, url=link.url, key=key, bare=bare, cited=cited)


def groups(report: Report) -> list[int]:
    """For each paragraph of a report the one that calls the note it stands in, itself where it stands in none."""
    found = list(range(len(report.paragraphs)))
    for number, paragraph in enumerate(report.paragraphs):
        for note in paragraph.notes:
            for inner in inside(note):
                if number < inner < len(found):
                    found[inner] = found[number]
    return found
