"""A headline in capitals → the title as records keep it, in small letters but for names; a style may raise it again.

Citation styles take a title for written like a sentence: those that want Its Words Raised do it themselves, those that
do not print it as it is. What is a name is told by the article itself; where that tells too little, only the words that
are never names are made small.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from digest.countries import peoples, states
from digest.entities.places import table
from digest.entities.stops import calendar
from digest.model import Article
from digest.titles.words import BETWEEN, BODIES, COMMON, CREEDS, DOUBLE, PEOPLE, SMALL, TOWNS

_WORD = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*")
_SENTENCE = re.compile(r"(?:^|[.!?:…])[\s”’\"')\]]*[\s“‘\"'(\[]*$")
_OPENS = re.compile(
    r"(?:^|[:?!.…] |[–—] ?| [-|] )[“‘\"'(\[¿¡]*$"
)  # what stands before the first word of a title or subtitle
_ABBREVIATION = re.compile(r"(?:^|\W)(?:\w\.)+ ?$|\b(?:Dr|Mr|Mrs|Ms|St|vs|v)\. $")
_RAISED = 0.75  # of the long words of a title set in capitals
_LONG = 4  # letters; shorter words are small in many a headline
_TEXT = 120  # words, from which on a name in the title stands in the text too
_LOOKED_AT = 40_000  # characters of a text

_ENDINGS = re.compile(
    r"[a-z]{3,}(?:[ts]ions?|ments?|ness|ity|ities|[ai]ble|ful|less|ously|ally|edly|ively|ships?|hood|i[zs]ed)$"
)
_BESIDE = re.compile(r"[A-Z]\w*(?:[’']s)?(?:[ -]| (?:of|for|and|on)(?: the)? )$")
_FOLLOWED = re.compile(r"(?:[’']s)?(?:[ -]| (?:of|for|and|on)(?: the)? )[A-Z]")
_NAMED = 7  # words of a name
_DATED = re.compile(r"(?:\b(?:in|on|by|since|until|till|of|early|late|mid|next|last|this)[- ]|\d ?)$", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Uses:
    """How a text writes the words of a title: with a capital within a sentence, small, and with one that stands in no
    longer name."""

    raised: Counter[str]
    small: Counter[str]
    lone: Counter[str]
    words: int


def sentence_case(article: Article) -> str:
    """The title of `article`, in small letters but for names where it is an English headline in capitals.

    >>> from digest.model import Block
    >>> text = "Cargo ships wait off Aktau, Amy Ng said. The new tax on tea is to blame, and the port of Aktau is shut."
    >>> title = "Ships Wait Off Aktau: The New Tax On Tea"
    >>> sentence_case(Article(title=title, language="en", paragraphs=(Block(text=text, line=1),)))
    'Ships wait off Aktau: The new tax on tea'
    >>> sentence_case(Article(title="Zorvan Quells The Blip", language="en"))
    'Zorvan Quells the Blip'
    """
    title = " ".join((article.title or "").split())
    if not (article.language or "").lower().startswith("en") or not _is_raised(title):
        return title
    uses = _uses(title, [block.text for block in article.paragraphs])
    kept = list(_names(title, article))
    words = [word for word in _WORD.finditer(title) if not any(a <= word.start() < b for a, b, _ in kept)]
    forms = [(word, _lowered(word, title, uses)) for word in words]
    if any(form is None for _, form in forms):
        forms = [(word, form) for word, form in forms if form in BETWEEN]
    for word, form in reversed(forms):
        title = title[: word.start()] + (form or word[0]) + title[word.end() :]
    return _with_names(title, kept)


def _is_raised(title: str) -> bool:
    """Whether a title has capitals where a sentence has none."""
    words = [word[0] for word in _WORD.finditer(title) if not _OPENS.search(title[: word.start()])]
    if any(word[0].isupper() and not word.isupper() and word.lower() in SMALL - {"may", "will"} for word in words):
        return not title.isupper()
    long = [word for word in words if len(word) >= _LONG and word[0].isalpha()]
    raised = sum(word[0].isupper() for word in long)
    return bool(long) and not title.isupper() and raised / len(long) >= _RAISED


def _uses(title: str, texts: Sequence[str]) -> _Uses:
    wanted = sorted({form for word in _WORD.findall(title) for form in _forms(word.lower())}, key=len, reverse=True)
    pattern = re.compile(rf"(?<![^\W_])(?:{'|'.join(map(re.escape, wanted))})(?![^\W_])", re.I)
    raised: Counter[str] = Counter()
    small: Counter[str] = Counter()
    lone: Counter[str] = Counter()
    words = left = 0
    for text in texts:
        text, left = text[: _LOOKED_AT - left], left + len(text)
        words += text.count(" ") + 1
        for found in pattern.finditer(text):
            if found[0][0].islower():
                small[found[0].lower()] += 1
            elif not found[0].isupper() and not _SENTENCE.search(text[max(0, found.start() - 8) : found.start()]):
                raised[found[0].lower()] += 1
                lone[found[0].lower()] += not _BESIDE.search(text[max(0, found.start() - 40) : found.start()])
                lone[found[0].lower()] -= bool(_FOLLOWED.match(text, found.end()))
        if left >= _LOOKED_AT:
            break
    return _Uses(raised=raised, small=small, lone=lone, words=words)


def _forms(word: str) -> Iterator[str]:
    """A word and what it may be a form of."""
    bare = re.sub(r"[’'](?:s|re|ve|ll|d|t)?$", "", word)
    yield bare
    stems = list(_stems(bare))
    yield from stems
    for stem in (bare, *stems):
        for ending in ("s", "es", "ed", "ing", "d", stem[-1] + "ed", stem[-1] + "ing"):
            yield stem + ending


def _stems(bare: str) -> Iterator[str]:
    for ending, instead in (
        ("ies", "y"),
        ("es", ""),
        ("s", ""),
        ("ed", ""),
        ("ed", "e"),
        ("ing", ""),
        ("ing", "e"),
        ("ly", ""),
    ):
        if bare.endswith(ending) and len(bare) - len(ending) >= 3:
            stem = bare.removesuffix(ending)
            yield stem + instead
            if len(stem) > 3 and stem[-1] == stem[-2]:
                yield stem[:-1]


def _names(title: str, article: Article) -> Iterator[tuple[int, int, str]]:
    """Where the title has a name of several words, and how the text writes it."""
    known = {form for one in article.entities if set(one.paragraphs) - {0} for form in (one.name, *one.forms)}
    words = list(_WORD.finditer(title))
    spoken = _places() | {name.casefold(): name for name in known if " " in name and name[0].isupper()}
    spoken |= {part.casefold(): part for part in _as_written(title, words, article)}
    for first in range(len(words)):
        for last in range(min(first + 6, len(words)) - 1, first, -1):
            start, end = words[first].start(), words[last].end()
            part = re.sub(r"[’']s$", "", title[start:end])
            if name := spoken.get(part.casefold()):
                yield start, start + len(part), name
                break


def _as_written(title: str, words: Sequence[re.Match[str]], article: Article) -> Iterator[str]:
    """The parts of a title that the text writes as names within its sentences: the World Bank, not the bank."""
    text = "\n".join(block.text for block in article.paragraphs)[:_LOOKED_AT]
    for first, last in combinations(range(len(words)), 2):
        if last - first >= _NAMED or any(words[end][0].lower() in SMALL for end in (first, last)):
            continue
        part = re.sub(r"[’']s$", "", title[words[first].start() : words[last].end()])
        form = _WORD.sub(lambda word: word[0].lower() if word[0].lower() in BETWEEN else word[0], part)
        if form in text and _is_written(form, text):
            yield form


def _is_written(form: str, text: str) -> bool:
    """Whether a text writes these words so in a sentence, and not in small letters."""
    form = rf"(?<![^\W_]){re.escape(form)}(?![^\W_])"
    within = re.search(rf"[a-z],? {form}|{form}(?:[’']s)?,? [a-z]", text)
    return within is not None and len(re.findall(form.lower(), text)) <= len(re.findall(form, text))


@cache
def _places() -> dict[str, str]:
    return {name.casefold(): name for name in (*table(), *states(), *BODIES) if " " in name}


def _with_names(title: str, names: Sequence[tuple[int, int, str]]) -> str:
    for start, end, name in names:
        if len(name) == end - start:
            title = title[:start] + name + title[end:]
    return title


def _lowered(word: re.Match[str], title: str, uses: _Uses) -> str | None:
    """The word as a sentence has it; None where nothing tells whether it is a name."""
    text, before = word[0], title[: word.start()]
    if text[0].islower() or not text[0].isalpha():
        return text
    if _OPENS.search(before) and not _ABBREVIATION.search(before):
        return text
    small = text[0].lower() + text[1:]
    if len(text) == 1:
        return small if text == "A" and not title[word.end() :].startswith(".") else text
    if text[1:] != text[1:].lower() or any(one.isdigit() for one in text):
        return text
    if _is_name(small, before, title[word.end() :]):
        return text
    form = _by_text(text, small, uses)
    seen = any(uses.small[one] for one in _forms(small))
    return form if seen or not _may_be_a_name(small, before, uses) else text if uses.words >= _TEXT else None


def _is_name(small: str, before: str, after: str) -> bool:
    bare = re.sub(r"[’']s$", "", small)
    if bare in ("may", "march"):
        return bool(_DATED.search(before) or re.match(r" \d", after))
    return bare not in SMALL and bare in _proper()


def _may_be_a_name(small: str, before: str, uses: _Uses) -> bool:
    """Whether a word that no text shows small is one that people, towns and bodies bear, and stands as theirs do."""
    word = re.sub(r"[’']s$", "", small)
    first = re.search(r"([^\W_]+(?:[’'][^\W_]+)*)[  ]$", before)
    if not first or word in SMALL:
        return False
    if first[1].lower() in _WHERE:
        return word in TOWNS
    if first[1].islower() or not first[1][0].isalpha() or _is_no_name(first[1].lower()):
        return False
    given = first[1].lower() not in COMMON - PEOPLE
    return (given and word in PEOPLE) or word in DOUBLE or _is_signed(first[1].lower(), uses)


def _is_no_name(word: str) -> bool:
    """Whether what follows the word is no part of a name with it: the, Ng's, wins."""
    if word in SMALL or word.endswith(("’s", "'s", "s’")):
        return True
    return word.endswith("s") and word not in PEOPLE | DOUBLE and any(stem in COMMON for stem in _stems(word))


def _is_signed(first: str, uses: _Uses) -> bool:
    """Whether the word before is always raised in the text and no place: the first part of a person's name."""
    return uses.lone[first] > 1 and not uses.small[first] and first not in _proper()


_WHERE = frozenset({"at", "from", "in", "near", "to"})


def _by_text(text: str, small: str, uses: _Uses) -> str | None:
    bare, *others = _forms(small)
    if bare in SMALL:
        return small
    if uses.raised[bare] > 2 * uses.small[bare] or uses.lone[bare] >= max(1, uses.small[bare]):
        return text
    if uses.small[bare] or any(uses.small[form] for form in others):
        return small
    if uses.raised[bare]:
        return text
    common = bare in COMMON or any(stem in COMMON for stem in _stems(bare) if bare not in PEOPLE)
    known = common or bool(_ENDINGS.search(bare)) or uses.words >= _TEXT
    return small if known else None


@cache
def _proper() -> frozenset[str]:
    """Countries, cities, peoples, months and days of one word, in small letters."""
    people = {name.lower() for name in peoples()}
    places = {name.lower() for name in (*table(), *states()) if " " not in name}
    return frozenset(people | {name + "s" for name in people} | places | calendar() | CREEDS) - {"us"}
