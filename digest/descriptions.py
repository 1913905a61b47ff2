"""What a citation says where a page has no title: a description made of the article's opening words."""

from __future__ import annotations

import re

from digest.sentences import split_sentences
from digest.typography import curl

_READ = 400
_FEWEST, _MOST = 5, 12
_SHORT = 7
_MOST_CHARACTERS = 100
_MOST_IDEOGRAPHS = 24

# "ALMATY, Kazakhstan -- ", "NAIROBI (Reuters) — ": a place in capitals, then a dash.
_DATELINE = re.compile(r"[^\W\d_a-zа-я]{2,}[\w .,'’()/-]{0,60}?\s*(?:--|[—–]|\s-\s)\s*(?=\S)")
_LEAD = re.compile(r"^[\W_]+")
_TAIL = re.compile(r"[\s,;:–—-]+$")
_STOP = re.compile(r"[.。]+$")
_PAUSE = re.compile(r"[,;:–—]$|^-+$")
_CLAUSE_END = re.compile(r"[,，、。；：！？!?]")
_IDEOGRAPHS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_DOUBLE_MARKS = re.compile(r"[\"“”„«»]")

# Words that open a phrase, so that what stands before them can stand alone.
_OPENING = """
    about after against ahead amid among around as at because before between beyond by during following for from
    how if in inside into near on outside over since than that through toward towards under until when where whether
    which while who why with within without
    в во для за из из-за как когда который которая которые к ко на о об от перед под после при про с со через что чтобы
    від для до з за зі із на над під після при про у що як який які
    als an auf aus bei bis durch für gegen im in mit nach seit über um unter von vor während wenn weil
    après avant avec dans depuis des pendant pour selon sous sur tandis
    ante con contra desde durante en entre hasta para por según sobre tras
"""
# Words that nothing should end with.
_HANGING = """
    a an and are but his her is its no not of or our their the this to was were will your
    а и или не но у
    das dem den der die ein eine einen einer ist und zu
    au de du et la le les ou un une
    al del el la las los o y un una
"""
_STARTERS = frozenset(_OPENING.split())
_UNFINISHED = _STARTERS | frozenset(_HANGING.split())


def supplied_title(opening: str, language: str | None) -> str:
    """The opening words of an article up to a pause, without its dateline; an ellipsis where the sentence goes on.

    It is in sentence case as the page is, and holds no square brackets, so that it can stand in them.

    >>> supplied_title("NAIROBI, Kenya -- At a time of rising prices, growers of tea met in the capital.", "en")
    'At a time of rising prices…'
    >>> supplied_title("Ships wait. Others sail.", "en")
    'Ships wait'
    """
    text = " ".join(opening[:_READ].replace("[", "").replace("]", "").split())
    text = _without_dateline(text)
    sentence = next(iter(split_sentences(text)), "").strip()
    cut = _first_clause(sentence) if _IDEOGRAPHS.search(sentence) else _first_phrase(sentence)
    whole = cut == sentence and (cut != text or len(opening) <= _READ)
    words = _balanced(_STOP.sub("", cut) if whole else _TAIL.sub("", cut).rstrip("."))
    if not words:
        return ""
    return curl(words, language or "en") + ("" if whole else "…")


def shortened(title: str) -> str:
    """A description for the second time it is cited, when a few of its words will do.

    >>> shortened("Exports of copper fell by a tenth in the first half…"), shortened("Two die in fire")
    ('Exports of copper fell by a tenth…', 'Two die in fire')
    """
    words = title.removesuffix("…").split(" ")
    if len(words) <= _SHORT or _IDEOGRAPHS.search(title):
        return title
    ends = range(_SHORT, _SHORT // 2, -1)
    end = next((end for end in ends if _bare(words[end]) in _STARTERS and not _in_a_name(words, end)), _SHORT - 1)
    while end > 1 and (_bare(words[end - 1]) in _UNFINISHED or _in_a_name(words, end)):
        end -= 1
    return _balanced(_TAIL.sub("", " ".join(words[:end]))) + "…"


def _without_dateline(text: str) -> str:
    dateline = _DATELINE.match(text)
    rest = text[dateline.end() :] if dateline else text
    return rest if rest[:1] in "\"“„«‘'" else _LEAD.sub("", rest)


def _first_phrase(sentence: str) -> str:
    words = sentence.split(" ")
    if len(words) <= _MOST and len(sentence) <= _MOST_CHARACTERS:
        return sentence
    while len(words) > _FEWEST and len(" ".join(words[:_MOST])) > _MOST_CHARACTERS:
        words = words[: min(len(words), _MOST) - 1]
    end = _pause(words) or _phrase_end(words) or min(_MOST - 2, len(words))
    while end > 1 and (_bare(words[end - 1]) in _UNFINISHED or _splits_a_name(words, end)):
        end -= 1
    return " ".join(words[:end])[:_MOST_CHARACTERS]


def _pause(words: list[str]) -> int | None:
    """Where a comma or dash ends the opening words."""
    ends = range(min(_MOST, len(words)), _FEWEST - 1, -1)
    return next((end for end in ends if _PAUSE.search(words[end - 1])), None)


def _phrase_end(words: list[str]) -> int | None:
    """The last place before a word that opens a phrase."""
    ends = range(min(_MOST, len(words) - 1), _FEWEST, -1)
    return next((end for end in ends if _bare(words[end]) in _STARTERS), None)


def _splits_a_name(words: list[str], end: int) -> bool:
    return _FEWEST < end < len(words) and not _PAUSE.search(words[end - 1]) and _in_a_name(words, end)


def _in_a_name(words: list[str], end: int) -> bool:
    """Whether a cut there would part two words with capitals."""
    return words[end - 1][:1].isupper() and words[end][:1].isupper()


def _bare(word: str) -> str:
    return _LEAD.sub("", word).casefold()


def _first_clause(sentence: str) -> str:
    """The opening of a sentence in a script without blanks."""
    if len(sentence) <= _MOST_IDEOGRAPHS:
        return sentence
    pauses = [found.start() for found in _CLAUSE_END.finditer(sentence[:_MOST_IDEOGRAPHS])]
    return sentence[: pauses[-1] if pauses and pauses[-1] > _FEWEST else _MOST_IDEOGRAPHS]


def _balanced(text: str) -> str:
    """`text`, without its double quotation marks where one of them has lost its partner in the cut."""
    return text if len(_DOUBLE_MARKS.findall(text)) % 2 == 0 else _DOUBLE_MARKS.sub("", text)
