"""Sentences of a report that say in other words what an article says."""

from __future__ import annotations

import time
from dataclasses import replace

from digest.citing import Citation, Cited, Note, Paragraph
from digest.citing.paraphrases import suggest
from tests.citing_paraphrases import ARTICLES, PARAPHRASES, UNRELATED
from tests.citing_samples import article, citing, report, sentence

LIBRARY = [article(key, *texts) for key, texts in ARTICLES.items()]
TEXT, KEY, NUMBER = PARAPHRASES[24]
OTHERS = [text for text, _, _ in PARAPHRASES[:20]]


def test_of_what_is_shown_nine_in_ten_are_paraphrases() -> None:
    """Of forty paraphrases and eighty sentences on the same things that say something else."""
    sentences = [text for text, _, _ in PARAPHRASES] + list(UNRELATED)
    right = {n: (key, str(paragraph)) for n, (_, key, paragraph) in enumerate(PARAPHRASES)}
    shown = suggest(report(*sentences), LIBRARY)
    hits = [one for one in shown if right.get(one.paragraph) == (one.key, one.locator)]

    assert 0.95 <= len(hits) / len(shown)
    assert 0.9 <= len(hits) / len(right)


def test_a_suggestion_names_the_source_sentence_and_the_words_in_common() -> None:
    """It is ranked, and never sure."""
    (found,) = suggest(report(TEXT), LIBRARY)

    assert ("paraphrase", KEY, str(NUMBER), False) == (found.kind, found.key, found.locator, found.sure)
    assert "NordLink" in found.shared
    assert found.source.startswith("An undersea cable")
    assert (len(TEXT) - 1, len(TEXT)) == (found.at, found.note)


def test_a_sentence_with_a_citation_is_not_suggested() -> None:
    """Nor one before it that the citation may stand for, nor one in a paragraph that cites the article."""
    beside = citing(TEXT.replace(" that its", " @ that its"), "@", Cited(key="x"))
    after = citing(f"{TEXT} So it was told @.", "@", Cited(key="x"))
    before = citing(f"So it was told @. {TEXT}", "@", Cited(key=KEY))
    text = f"{TEXT}\ufffc"
    host = Paragraph(text=text, notes=(Note(place=len(TEXT), part="footnote", first=4, last=4),))
    note = Paragraph(text="Ng", part="footnote", citations=(Citation(start=0, end=2, sources=(Cited(key="x"),)),))

    assert () == suggest(report(beside, after, before, host, note), LIBRARY)


def test_nothing_is_suggested_for_headings_code_and_what_is_quoted() -> None:
    """Quotations are looked for word for word."""
    told = [Paragraph(text=TEXT, kind=kind) for kind in ("heading", "code", "bibliography", "quotation")]

    assert () == suggest(report(*told, f"He said: “{TEXT}”"), LIBRARY)


def test_the_best_of_several_articles_is_suggested_and_the_others_are_offered() -> None:
    """A copy holds the same sentence."""
    copy = replace(LIBRARY[6], id="zcopy")
    (found,) = suggest(report(TEXT), [*LIBRARY, copy])

    assert (KEY, ["zcopy"]) == (found.key, [one.key for one in found.others])


def test_a_long_report_is_compared_with_a_library_in_one_pass() -> None:
    """Most paragraphs of a library share nothing with it."""
    told = report(*(f"{text} {sentence(n)}" for n, text in enumerate(OTHERS * 20)))
    library = [article(f"a{n}", *(sentence(k % 343) for k in range(n, n + 30))) for n in range(40)]
    begun = time.perf_counter()
    suggest(told, [*LIBRARY, *library])

    assert 60 > time.perf_counter() - begun
