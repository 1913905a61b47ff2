"""A newsletter that collects others' stories, told from one that only links: its stories, and its own words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from digest.addresses import is_front, site
from digest.extract.lines import count_words
from digest.extract.structured.credits import UNCREDITED, Credit, above, below, beside, credited, parted
from digest.model import Block, Declared, Page
from digest.readers.mail.links import is_opaque

_TEXT = ("paragraph", "list item")
_FEWEST = 3
_SHARE = 0.5
"""Of the words, what stories have where a newsletter is made of them."""
_MANY, _CREDITED_SHARE, _CREDITED = 5, 0.2, 3
"""Or so many stories with so many outlets named, beside a longer text of its own."""
_PAGE_SHARE, _PAGE_FEWEST = 0.7, 5
"""A page of the web that does not call itself a newsletter must be made of others' stories throughout."""
_LONG = 160  # words of a story told in full: a newsletter's own section, whatever its heading links to
_BLURB = 4  # blocks
_OWN_WORDS = 40
_MOST = 300
_LONGEST, _MOST_LINKS = 5_000, 20  # letters and links of a block that is looked at for a headline
_HEADLINE = (3, 40)
_NO_STORY = re.compile(
    r"(?:^|//)(?:www\.)?(?:facebook\.com/(?:sharer|share)|twitter\.com/(?:intent|share)|x\.com/intent|linkedin\.com/share)"
    r"|/(?:subscribe|subscription|unsubscribe|signup|sign-up|login|account|privacy|preferences|share|donate|advertise)\b"
    r"|^mailto:",
    re.I,
)
_CALL = re.compile(
    r"(?:read|continue|full|more|see|click|weiter|mehr|lire|leer|leggi|lees|читать|подробнее|阅读|全文|続き).{0,40}",
    re.I,
)
_READING_TIME = re.compile(r"\s*[(\[]?\b\d{1,3}[- ]?min(?:ute)?s?(?:[- ]read)?\b[)\]]?\s*$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Story:
    """A story as a newsletter has it: where its headline stands, where it leads, and what is said of it."""

    at: int
    title: str
    url: str
    credit: Credit = UNCREDITED
    rest: str = ""  # what the headline's own block says of it
    body: tuple[int, ...] = ()
    section: str | None = None


def parts(page: Page) -> tuple[Page, ...]:
    """The page of each story that `page` collects, and of its own words; the page alone where it is one article."""
    seen = Counter(words for block in page.blocks for words, _ in block.links)
    shown = (block for block in page.blocks if block.kind != "furniture" or _is_call(block))
    blocks = [block for block in shown if not _is_button(block, seen)]
    stories = _stories(blocks)
    if not _is_made_of(stories, blocks, page):
        return (page,)
    taken = {at for story in stories for at in (story.at, *story.body)}
    told = tuple(_page_of(story, blocks, page) for story in stories)
    own = tuple(block for at, block in enumerate(blocks) if at not in taken and not _is_call(block))
    if sum(count_words(block.text) for block in own if block.kind in _TEXT) < _OWN_WORDS:
        return told
    return (replace(page, blocks=_headed(own)), *told)


def _headed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks without headings under which nothing is left."""
    return tuple(
        block
        for at, block in enumerate(blocks)
        if block.kind != "heading" or (at + 1 < len(blocks) and blocks[at + 1].kind != "heading")
    )


def _is_made_of(stories: Sequence[_Story], blocks: Sequence[Block], page: Page) -> bool:
    links = {story.url for story in stories}
    if len(links) < _FEWEST or len(links) < len(stories) * 0.7:
        return False
    sizes = sorted(_size(story, blocks) for story in stories)
    if sizes[len(sizes) // 2] > _LONG:
        return False
    whole = sum(count_words(block.text) for block in blocks if block.kind in (*_TEXT, "heading"))
    share = sum(sizes) / max(1, whole)
    if not any(entry.field == "genre" and entry.value == "newsletter" for entry in page.declared):
        return len(links) >= _PAGE_FEWEST and share >= _PAGE_SHARE and _collects_others(stories, page)
    credited = {story.credit.outlet for story in stories if story.credit.outlet}
    return share >= _SHARE or (len(links) >= _MANY and len(credited) >= _CREDITED and share >= _CREDITED_SHARE)


def _collects_others(stories: Sequence[_Story], page: Page) -> bool:
    """Whether a page of the web says nowhere that it is one article, and its stories stand on several other sites."""
    if any(entry.field == "type" and entry.value.startswith("article") for entry in page.declared):
        return False
    own = {site(entry.value) for entry in page.declared if entry.field == "url"} | {site(page.source.url or "")}
    return len({site(story.url) for story in stories} - own - {""}) >= _FEWEST


def _size(story: _Story, blocks: Sequence[Block]) -> int:
    return sum(count_words(blocks[at].text) for at in (story.at, *story.body))


def _stories(blocks: Sequence[Block]) -> list[_Story]:
    """Every story, with the blocks below its headline that speak of it."""
    heads: dict[int, _Story] = {}
    for at in range(len(blocks)):
        if found := _linked(blocks, at) or _called(blocks, at) or _sourced(blocks, at):
            heads[at] = found
        if len(heads) >= _MOST:
            break
    return [_completed(story, heads, blocks) for story in heads.values()]


def _linked(blocks: Sequence[Block], at: int) -> _Story | None:
    """The story whose headline is a link."""
    block = blocks[at]
    if block.kind not in (*_TEXT, "heading") or len(block.text) > _LONGEST:
        return None
    for words, url in block.links[:_MOST_LINKS]:
        if not _could_head(_title(words), url) or block.text.count(words) != 1:
            continue
        before, _, after = block.text.partition(words)
        credit = beside(before, after, is_heading=block.kind == "heading")
        if credit is None:
            continue
        over = above(blocks[at - 1].text) if at and not credit.outlet else None
        title, within = parted(words)
        rest = credit.rest
        credit = over or (credit if credit.outlet else within)
        return _Story(at=at, title=_title(title), url=url, credit=credit, rest=rest)
    return None


def _called(blocks: Sequence[Block], at: int) -> _Story | None:
    """The story whose heading is plain, and below whose text a link leads on."""
    block = blocks[at]
    if block.kind != "heading" or block.links or not _HEADLINE[0] <= count_words(block.text) <= _HEADLINE[1]:
        return None
    for other in blocks[at + 1 : at + 2 + _BLURB]:
        if other.kind == "heading":
            return None
        for words, url in other.links[-1:]:
            if _ends_with(other.text, words) and _is_story_link(url):
                return _Story(at=at, title=_title(block.text), url=url, credit=credited(other.text, words))
    return None


def _sourced(blocks: Sequence[Block], at: int) -> _Story | None:
    """The story in an item of a list that has no headline, and ends with its source in brackets: `(Harbour Times)`."""
    block = blocks[at]
    if block.kind != "list item" or len(block.links) != 1:
        return None
    words, url = block.links[0]
    credit = credited(block.text, words)
    if not credit.outlet or not _is_story_link(url):
        return None
    return _Story(at=at, title="", url=url, credit=credit, rest=credit.rest)


def _ends_with(text: str, words: str) -> bool:
    """Whether a text ends with a link that leads on: a call to read more, or a source in brackets."""
    last = text.rstrip(" .»>→…)]").endswith(words.rstrip(" .»>→…)]"))
    return last and bool(_CALL.fullmatch(words.strip(" »>→…")) or credited(text, words).outlet)


def _completed(story: _Story, heads: dict[int, _Story], blocks: Sequence[Block]) -> _Story:
    """A story with its text, its credit, and the heading of the section it stands in."""
    body: list[int] = []
    credit = story.credit
    is_heading = blocks[story.at].kind == "heading"
    until = len(blocks) if is_heading else 0 if count_words(story.rest) >= 8 else _BLURB
    for at in range(story.at + 1, min(story.at + 2 + until, len(blocks))):
        block = blocks[at]
        if at in heads or block.kind in ("heading", "title") or len(body) >= until:
            break
        stated = below(block.text) if not body and not credit.outlet else None
        if stated is not None:
            credit = stated
        if _is_credit_of_next(block, at, heads):
            break
        body.append(at)
        if _is_call(block):
            break
    section = next(
        (blocks[at].text for at in range(story.at - 1, -1, -1) if blocks[at].kind == "heading" and at not in heads),
        None,
    )
    return replace(story, body=tuple(body), credit=credit, section=section)


def _is_credit_of_next(block: Block, at: int, heads: dict[int, _Story]) -> bool:
    return at + 1 in heads and above(block.text) is not None


def _page_of(story: _Story, blocks: Sequence[Block], page: Page) -> Page:
    """A page of the story alone, which declares what the newsletter says of it."""
    head = blocks[story.at]
    text = [replace(head, text=story.rest, kind="paragraph", level=None)] if count_words(story.rest) >= 3 else []
    for at in story.body:
        block = blocks[at]
        if block.kind in _TEXT and not _is_call(block) and below(block.text) is None:
            text.append(replace(block, text=_without_call(block)))
    told = {
        "title": (story.title, "headline that links"),
        "url": ("" if is_opaque(story.url) else story.url, "link of the headline"),
        "site_name": (story.credit.outlet or _own_name(story.url, page), "credit beside the headline"),
        "author": (story.credit.author, "credit beside the headline"),
        "section": (story.section or "", "heading above the headline"),
        "genre": ("newsletter item", "story of a newsletter"),
    }
    declared = tuple(Declared(field=field, value=value, origin=how) for field, (value, how) in told.items() if value)
    whole = tuple(text) or (replace(head, kind="paragraph", level=None),)
    languages = tuple(entry for entry in page.declared if entry.field == "language")
    return replace(page, source=replace(page.source, url=None), blocks=whole, declared=(*declared, *languages))


def _own_name(url: str, page: Page) -> str:
    """The name of the letter's own outlet, where the story stands on its site."""
    stated = {entry.field: entry.value for entry in reversed(page.declared)}
    own = site(f"https://{stated.get('domain', '')}/")
    return stated.get("site_name", "") if own and own == site(url) else ""


def _without_call(block: Block) -> str:
    """A block's text without the words at its end that only ask to be clicked, or name its source in brackets."""
    for words, _ in block.links[-1:]:
        if (credit := credited(block.text, words)).outlet:
            return credit.rest
        if block.text.endswith(words) and _CALL.fullmatch(words) and len(words) < len(block.text):
            return block.text.removesuffix(words).rstrip(" ([»>→")
    return block.text


def _could_head(title: str, url: str) -> bool:
    few, many = _HEADLINE
    size = max(count_words(title), len(re.findall(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]", title)) // 2)
    return few <= size <= many and not (_CALL.fullmatch(title) and size <= 4) and _is_story_link(url)


def _is_story_link(url: str) -> bool:
    return not _NO_STORY.search(url) and (is_opaque(url) or not is_front(url))


def _title(words: str) -> str:
    return _READING_TIME.sub("", " ".join(words.split())).strip(" “”\"'‘’,;:»›>→")


def _is_button(block: Block, seen: Mapping[str, int]) -> bool:
    """Whether a block is a link that comes back under every story, and does not lead on."""
    return any(
        words == block.text and seen[words] >= _FEWEST and not _CALL.fullmatch(words) for words, _ in block.links[:1]
    )


def _is_call(block: Block) -> bool:
    return block.kind == "furniture" and block.rule == "to be clicked" and bool(block.links)
