"""Whatever stands in the articles, what a brief prints of them stands in them too."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digest.briefs import compose
from digest.drafts import parse_draft
from digest.export.pandoc import read_markdown
from digest.render import render
from digest.resources import template_folder
from digest.verify import verify
from tests.test_briefs import HARBOUR, PLAN, SUNDAY, WEEK, article
from tests.test_markdown import HOSTILE

WORDS = st.sampled_from(
    [
        *("Poland", "Latvia", "the minister", "ships", "“quoted words”", "said", "agreed", "on Tuesday", "next month"),
        *(
            "could",
            "will vote",
            "on April 20",
            "a dam",
            "[sic]",
            "(so far)",
            "— and",
            "U.S.",
            "5 percent",
            "it’s",
            '"so"',
        ),
        *HOSTILE,
    ]
)
SENTENCE = st.lists(WORDS, min_size=3, max_size=12).map(lambda words: "Tallinn sees " + " ".join(words) + ".")
PARAGRAPH = st.one_of(
    st.lists(SENTENCE, min_size=1, max_size=3).map(" ".join), st.sampled_from(HARBOUR), st.text(max_size=200)
)
ARTICLE = st.lists(PARAGRAPH, min_size=1, max_size=8)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(ARTICLE, min_size=1, max_size=3))
def test_every_extract_of_an_unedited_brief_stands(texts: list[list[str]]) -> None:
    articles = {}
    for number, paragraphs in enumerate(texts):
        made = article(f"key{number}", paragraphs, "2023-03-08", "energy", "fishing")
        articles[made.id] = made
    brief, _ = compose(PLAN, tuple(articles.values()), WEEK, SUNDAY)
    text = render(brief, articles, template_folder(), PLAN)
    found = verify(read_markdown(parse_draft(text, "x.md").body), articles, text)

    assert [] == [(finding.message, finding.source) for finding in found]
