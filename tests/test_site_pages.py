"""Title, outlet, address, section, language and type of pages as the common programs build them."""

from __future__ import annotations

import pytest

from digest.extract import extract
from digest.model import Source
from digest.readers import read
from tests.site_pages import PAGES, SitePage


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_of_every_program_gives_its_record(page: SitePage) -> None:
    (article,) = extract(read(Source(name="page.html", data=page.html.encode(), url=page.url))[0])

    assert (page.title, page.outlet) == (article.title, article.container_title)
    assert page.canonical in (article.url, None)
    assert (page.section, page.language, page.type) == (article.section, article.language, article.type)
