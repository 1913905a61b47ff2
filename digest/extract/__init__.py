"""A page to its articles: the steps, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from digest.analysis import analyse
from digest.descriptions import supplied_title
from digest.extract import bylines, captions, dating, fields, furniture, lending, stamps
from digest.extract.headings import sections
from digest.extract.layout import settle
from digest.extract.lines import count_words
from digest.extract.mastheads import masthead
from digest.extract.outlets import Found, Outlets, page_outlet, shipped, spellings, story_outlet
from digest.extract.split import split
from digest.extract.story import Story
from digest.extract.structured import extract_structured
from digest.languages import detect
from digest.model import Article, ArticleType, Block, Date, Evidence, Name, Page
from digest.plans import Outlet

__all__ = ["Outlet", "Outlets", "Story", "extract", "label", "shipped"]

NEIGHBOURS = 8
"""Articles of a page that may speak of each other: a page of hundreds is a hostile one, or an archive."""


_OPENING = 60
"""Characters of a paragraph that no other paragraph has by chance."""


def extract(page: Page, outlets: Outlets | None = None) -> tuple[Article, ...]:
    """The articles on `page`, every field with its evidence; none where the page holds no article."""
    known = shipped() if outlets is None else outlets
    if page.structured:
        return extract_structured(page, known)
    whole = page_outlet(page, known)
    whole = whole if whole[0] else masthead(page.blocks)
    groups = _settled(page, known)
    articles: list[Article] = []
    for start in range(0, len(groups), NEIGHBOURS):
        near = groups[start : start + NEIGHBOURS]
        told = [(_told(blocks, known, whole)) for blocks, is_article in near if is_article]
        lines = [block for blocks, _ in near for block in blocks]
        dated = dating.find_issued([story for story, _ in told], lines)
        found = [_article(story, outlet, page) for story, outlet in told]
        issued = (_dated(article, *when) for article, when in zip(found, dated, strict=True))
        articles += lending.lend(tuple(issued))
    return tuple(analyse(article) for article in articles)


def label(page: Page, outlets: Outlets | None = None) -> tuple[Block, ...]:
    """Every line of `page`, and what it was taken for."""
    if page.structured:
        return page.blocks
    known = shipped() if outlets is None else outlets
    return tuple(block for blocks, _ in _settled(page, known) for block in blocks)


def _told(blocks: tuple[Block, ...], outlets: Outlets, whole: Found) -> tuple[Story, Found]:
    genre, _ = fields.find_genre(blocks)
    found = story_outlet(blocks, outlets, whole)
    return Story(blocks=blocks, genre=genre, outlet=found[0].name if found[0] else None), found


def _dated(article: Article, issued: Date | None, proofs: tuple[Evidence, ...]) -> Article:
    return replace(article, issued=issued, evidence=(*article.evidence, *proofs))


def _settled(page: Page, outlets: Outlets) -> list[tuple[tuple[Block, ...], bool]]:
    """The page's lines, labelled, in groups of one article each, and whether a group is one."""
    marked = furniture.mark(page.blocks, outlets)
    marked = bylines.mark(marked)
    marked = tuple(_stamped(block) for block in marked)
    marked = captions.mark(marked)
    seen = Counter(block.text.casefold() for block in page.blocks)
    names = spellings(outlets)
    groups: list[tuple[tuple[Block, ...], bool]] = []
    for group in split(marked):
        laid = settle(group, seen, names)
        groups.append((laid, True) if laid else (tuple(_unread(block) for block in group), False))
    groups = _without_copies(groups)
    most = max((_words(blocks) for blocks, is_article in groups if is_article), default=0)
    return [
        (tuple(_unread(block) for block in blocks), False)
        if is_article and _is_teaser(blocks, most)
        else (blocks, is_article)
        for blocks, is_article in groups
    ]


def _without_copies(
    groups: Sequence[tuple[tuple[Block, ...], bool]],
) -> list[tuple[tuple[Block, ...], bool]]:
    """`groups` without the articles that repeat one above them: the text for the ear, or for printing."""
    kept: list[tuple[tuple[Block, ...], bool]] = []
    told: set[str] = set()
    for blocks, is_article in groups:
        openings = {block.text[:_OPENING]: len(block.text) for block in blocks if is_article and _is_long(block)}
        copied = 2 * sum(openings[opening] for opening in openings.keys() & told) > sum(openings.values())
        kept.append((tuple(map(_unread, blocks)), False) if copied else (blocks, is_article))
        told |= openings.keys()
    return kept


def _is_long(block: Block) -> bool:
    return block.kind in ("paragraph", "list item") and len(block.text) >= _OPENING


def _words(blocks: Sequence[Block]) -> int:
    return sum(count_words(block.text) for block in blocks if block.kind in ("paragraph", "list item"))


def _is_teaser(blocks: Sequence[Block], most: int) -> bool:
    """Whether a few unsigned sentences stand beside a whole article: an announcement of another page."""
    words = _words(blocks)
    return words < 120 and words * 5 < most and not any(block.kind == "byline" for block in blocks)


def _stamped(block: Block) -> Block:
    plain = block.kind in ("paragraph", "list item")
    return (
        replace(block, kind="dateline", rule="date on its own line") if plain and stamps.is_stamp(block.text) else block
    )


def _unread(block: Block) -> Block:
    if block.kind in ("paragraph", "list item", "heading", "title"):
        return replace(block, kind="furniture", rule="no article here", level=None)
    return block


def _article(story: Story, found: Found, page: Page) -> Article:
    blocks = story.blocks
    title, title_proof = fields.find_title(blocks)
    author, contributor, people_proof = fields.find_people(blocks)
    outlet, outlet_proof = found
    section, section_proof = fields.find_section(blocks, outlet)
    genre, genre_proof = fields.find_genre(blocks)
    dateline, dateline_proof = fields.find_dateline(blocks)
    abstract, abstract_proof = fields.find_abstract(blocks)
    paragraphs = tuple(block for block in blocks if block.kind in ("paragraph", "list item"))
    language, language_proof = _language(paragraphs, outlet)
    origin_proofs = (outlet_proof, section_proof, genre_proof, dateline_proof)
    proofs = (title_proof, people_proof, *origin_proofs, abstract_proof, language_proof)
    return Article(
        type=_type(outlet, dateline),
        title=title,
        title_supplied=None if title else supplied_title(paragraphs[0].text, language),
        author=tuple(name for name in author if _may_sign(name, outlet)),
        contributor=contributor,
        container_title=outlet.name if outlet else None,
        section=section,
        genre=genre,
        dateline=dateline,
        accessed=page.source.accessed,
        url=page.source.url,
        language=language,
        abstract=abstract,
        paragraphs=paragraphs,
        sections=sections(blocks),
        source=page.source.name,
        lines=(paragraphs[0].line, paragraphs[-1].line),
        evidence=tuple(chain.from_iterable(proofs)),
    )


def _may_sign(name: Name, outlet: Outlet | None) -> bool:
    """Whether `name` is an author beside `outlet`: an outlet is none of its own articles, an agency is."""
    return outlet is None or outlet.agency or str(name) not in (outlet.name, *outlet.also)


def _type(outlet: Outlet | None, dateline: str | None) -> ArticleType:
    if outlet:
        return outlet.type
    return "article-newspaper" if dateline else "webpage"


def _language(paragraphs: Sequence[Block], outlet: Outlet | None) -> tuple[str | None, tuple[Evidence, ...]]:
    """The language the words themselves show, or else the outlet's."""
    first = paragraphs[0]
    if language := detect("\n".join(block.text for block in paragraphs)):
        rule = "letters and small words"
        return language, (Evidence(field="language", quote=first.text[:80], line=first.line, rule=rule),)
    if outlet is None:
        return None, ()
    rule = "the outlet's language"
    proof = Evidence(field="language", quote=outlet.name, line=first.line, rule=rule, confidence="inferred")
    return outlet.language, (proof,)
