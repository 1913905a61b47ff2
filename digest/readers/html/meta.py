"""What a page's meta tags and links state of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from digest.model import Declared
from digest.readers.html.markup import Tree
from digest.readers.html.wording import words

_TABLE = {
    "title": """og:title twitter:title twitter:text:title parsely-title dc.title dcterms.title citation_title title
        headline sailthru.title cxenseparse:title cxenseparse:contenttitle fulltitle hdl article:title prism.title
        eprints.title ia:title swiftype:title lp.title""",
    "author": """author article:author article:author_name og:article:author byl byline dc.creator dcterms.creator
        dc.contributor.author parsely-author sailthru.author citation_author authors cxenseparse:author
        article:authors articleauthor article-author creator mrf:authors twitter:creator book:author prism.author
        vr:author web_author
        cxenseparse:recs:author cxenseparse:recs:articleauthor dcsext.author bt:author article.author og:author""",
    "contributor": "editor contributor dc.contributor dcterms.contributor translator",
    "issued": """article:published_time og:article:published_time article:published:time datepublished date pubdate
        publishdate publish-date publish_date parsely-pub-date sailthru.date dc.date dc.date.issued dc.date.created
        dcterms.date dcterms.created dcterms.issued dc.issued cxenseparse:recs:publishtime citation_publication_date
        citation_date citation_online_date article:published published_time originalpublicationdate
        article_date_original og:published_time publication_date publicationdate created creation_date datecreated
        timestamp pdate ptime displaydate date.published prism.publicationdate published article.published
        og:pubdate bt:pubdate dcsext.pubdate pub_date release_date og:release_date apub:time date_published
        article:create_time og:article:create_time publishtime cxenseparse:publishtime vr:published_time
        video:release_date uploaddate rnews:datepublished mediator_published_time""",
    "modified": """article:modified_time og:updated_time og:article:modified_time article:modified:time lastmod
        last-modified last_modified revised dcterms.modified dc.date.modified dc.modified datemodified updated
        article:updated_time article:modified date.updated modified article.updated bt:moddate dcterms.updated""",
    "url": "og:url parsely-link twitter:url canonical syndication-source original-source mrf:canonical vf:url",
    "site_name": """og:site_name og:site:name application-name apple-mobile-web-app-title publisher dc.publisher
        dcterms.publisher article:publisher copyright twitter:site sitename site_name cre citation_journal_title
        prism.publicationname al:ios:app_name al:android:app_name og:publisher dc.source source mediator
        cxenseparse:sitename citation_publisher dc.rights mediaid hostname""",
    "section": """article:section section parsely-section og:section prism.section articlesection og:article:section
        category article:subsection cxenseparse:section sailthru.section mrf:sections dc.type.section""",
    "language": "content-language og:locale dc.language dcterms.language language inlanguage locale",
    "abstract": """og:description description twitter:description dc.description dcterms.abstract dcterms.description
        lead""",
    "type": "og:type dc.type pagetype page-type",
    "caption": "og:image:alt twitter:image:alt",
    "kicker": "kicker cxenseparse:kicker cxenseparse:recs:kicker article:kicker",
}
_FIELDS = {name: field for field, names in _TABLE.items() for name in names.split()}
_KICKER = re.compile(r"[a-z:-]{1,40}[:-]kicker$")
_WRITTEN_BY = re.compile(
    r"^(?:written|posted|published|words|story) by$|^by$|^verfasst von$|^(?:écrit|ecrit|publié) par$|^escrito por$|"
    r"^scritto da$|^geschreven door$|^skrev(?:en|et) a[fv]$|^(?:автор|написано|автором)$|^yazar$|^napisane przez$",
    re.I,
)
_MOST_TAGS = 3_000


def find_statements(tree: Tree) -> Iterator[Declared]:
    """The rows of the meta tags, as they stand, then of the links in the head."""
    labels: dict[str, str] = {}
    for count, tag in enumerate(tree.iter("meta")):
        if count > _MOST_TAGS:
            break
        value = words(tag.get("content") or tag.get("value") or "")
        for name in _names(tag) if value else ():
            labels.setdefault(name, value)
            if field := _field(name):
                yield Declared(field=field, value=value, origin=f"meta {name}")
    yield from _labelled(labels)
    yield from _links(tree)


def _names(tag: Tree) -> tuple[str, ...]:
    found = (tag.get(key) for key in ("property", "name", "http-equiv"))
    return tuple(dict.fromkeys(_spelled(name) for value in found if value for name in value.lower().split()[:3]))


def _spelled(name: str) -> str:
    """One spelling of the names that are written in several ways: dc:title, DC.title."""
    return re.sub(r"^(dc|dcterms|prism|sailthru)[:_-]", r"\1.", name)


def _field(name: str) -> str | None:
    return _FIELDS.get(name) or ("kicker" if _KICKER.fullmatch(name) else None)


def _labelled(labels: dict[str, str]) -> Iterator[Declared]:
    """What a card's free lines say: a label such as "Written by", and its words."""
    for number in ("1", "2", "3"):
        label, words_ = labels.get(f"twitter:label{number}", ""), labels.get(f"twitter:data{number}", "")
        if words_ and _WRITTEN_BY.search(label.strip(" :")):
            yield Declared(field="author", value=words_, origin=f"meta twitter:data{number}")
    if author := labels.get("twitter:misc:written"):
        yield Declared(field="author", value=author, origin="meta twitter:misc:written by")


def _links(tree: Tree) -> Iterator[Declared]:
    for count, link in enumerate(tree.iter("link")):
        if count > _MOST_TAGS:
            return
        rel, href = (link.get("rel") or "").lower().split(), (link.get("href") or "").strip()
        if "canonical" in rel and href:
            yield Declared(field="url", value=href[:2_000], origin="canonical link")
        elif "author" in rel and (name := words(link.get("title") or "")):
            yield Declared(field="author", value=name, origin="link author")
