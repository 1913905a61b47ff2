"""A record of every kind of source, as a person reads it: its fields, and why each has its value."""

from __future__ import annotations

import pytest

from digest.intake import take
from digest.model import Article, Source
from digest.records import CSL_NAMES
from digest.statements import FIELDS, as_text, attribute
from tests import invented_mails, invented_pages, pdf_samples, test_record_readers
from tests.conftest import Golden
from tests.test_office import made
from tests.test_saved_pages import ARCHIVE

FEED = """<?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
<title>The Harbour Times</title><link>https://harbourtimes.example/</link><language>en</language>
<item><title>Storm Closes Aktau</title><link>https://harbourtimes.example/2030/03/storm?utm_source=rss</link>
<dc:creator>Amina Serik</dc:creator><pubDate>Tue, 05 Mar 2030 06:30:00 +0500</pubDate><category>Ports</category>
<description>&lt;p&gt;The harbour of Aktau stayed closed for a third day on Monday while a storm from the south kept the
ferries at their berths, the port's director told reporters in the evening.&lt;/p&gt;&lt;p&gt;Some four hundred
lorries now stand along the road to the gates, and drivers say nobody has brought them water.&lt;/p&gt;</description>
</item></channel></rss>"""

KINDS: dict[str, str | bytes] = {
    "bibtex": test_record_readers.BIB,
    "csl-json": test_record_readers.CSL,
    "docx": made("docx"),
    "endnote": test_record_readers.ENDNOTE,
    "epub": made("epub"),
    "feed": FEED,
    "html": invented_mails.SAVED,
    "mail": bytes(invented_mails.DISPATCH),
    "mhtml": next(iter(invented_mails.MHTML.values())),
    "odt": made("odt"),
    "pdf": pdf_samples.pdf(pdf_samples.REPORT),
    "ris": test_record_readers.RIS,
    "text": invented_pages.LEADER,
    "warc": b"".join(ARCHIVE[:3]),
    "zotero-rdf": test_record_readers.ZOTERO,
}


def shown(article: Article) -> str:
    """A record's fields in order, each with its evidence, and how its text begins."""
    lines = []
    for name in FIELDS:
        value = as_text(article, name)
        if not value:
            continue
        ours = attribute(name)
        mark = " (inferred)" if ours in article.unconfirmed else ""
        lines.append(f"{name}: {value}{mark}")
        lines += [
            f"  {entry.rule}: {' '.join(entry.quote.split())[:90]}" for entry in article.evidence if entry.field == ours
        ]
    lines += [f"{name}: {value}" for name, value in article.other]
    lines.append(f"missing: {', '.join(CSL_NAMES.get(name, name) for name in article.missing) or 'nothing'}")
    lines.append(f"text: {len(article.paragraphs)} paragraphs, {article.opening[:90]}")
    return "\n".join(lines)


@pytest.mark.parametrize("kind", KINDS)
def test_a_source_gives_the_record_an_editor_would_write(kind: str, golden: Golden) -> None:
    content = KINDS[kind]
    data = content if isinstance(content, bytes) else content.encode()
    articles = [article for one in take(Source(name=f"sample.{kind}", data=data)) for article in one.articles]

    golden(f"record-{kind}.txt", "\n\n".join(map(shown, articles)) + "\n")
