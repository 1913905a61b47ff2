"""A paragraph as sentences, and a sentence as words, in the languages the sources are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


QUOTATION = {'"': '"', "“": "”", "«": "»", "„": "“”", "「": "」", "『": "』", "»": "«", "‘": "’", "'": "'"}
"""Marks that open a quotation, with those that close it; `“` closes what `„` opened (German), `»…«` likewise."""
BRACKETS = {"(": ")", "[": "]", "（": "）"}
LONGEST_UNIT = 2_000
"""A quotation or bracket longer than this has most likely lost its closing mark and holds nothing together."""

NEVER_LAST = _listed("""
    mr mrs ms messrs dr prof gen col lt sgt capt maj cmdr adm sen rep reps sens gov rev hon pres st mt ft vs viz cf
    e.g i.e al approx ca fig figs vol vols ed eds pp para paras art arts op
    mme mlle mm hr fr nr bzw z.b d.h u.a s.o vgl sog evtl ggf str dipl ing
    sr sra dña г-н г-жа им ул г гг пр просп т.е т.к т.н и.о т.зв акад проф ген тов гр пер см стр рис
    напр св о""")
"""Abbreviations that something always follows: titles, "for example", "page"."""
BEFORE_A_NUMBER = _listed(
    """no nos p ch sec art fig jan feb mar apr jun jul aug sep sept oct nov dec n № ст п гл ч р"""
)
MAYBE_LAST = _listed("inc corp ltd co bros jr sr esq etc ph.d b.a m.a m.d u.s u.k u.n e.u d.c u.s.a u.s.s.r a.d b.c")
CLOCK = frozenset(("a.m", "p.m"))
AFTER_CLOCK = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b"
    r"|[A-Z]{2,4}\b|[A-Z][a-z]+ (?:time|Time)\b|Eastern\b|Pacific\b|Central\b"
)
STARTERS = _listed("""
    the a an this that these those it its he his she her they their we our you i there here in on at by for from with
    as if when while after before since during under according and but or yet so however still also although though
    despite meanwhile many some most all both each no not one two what who why how where last earlier later now then
    today""")
"""Words that, after an abbreviation which may end a sentence, show that it did."""
MONTHS = re.compile(
    r"(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Jahrhundert|Jahrestag|Weltkrieg|Klasse|Liga|Platz|Runde|Etage)"
)
DAY_MONTH = re.compile(r"\d{1,2}\.")
BEFORE_AN_ORDINAL = re.compile(
    r"\b(?:am|beim|im|vom|zum|der|die|das|den|dem|des|dieser|jeder|jeden)\s\Z", re.IGNORECASE
)
SPEECH = re.compile(
    r"(?:[A-Z][\w’'.\-]*\s){1,4}(?:says?|said|asks?|asked|tells?|told|writes?|wrote|adds?|added|replied|exclaimed|"
    r"cried|shouted|wondered|joked|quipped|demanded|declared)\b"
)
INITIAL = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")

_STOP = re.compile(r"(?P<wide>[。！？｡]++)|(?<![.!?…])(?:[.!?…]++|[؟۔।])(?=[\"'”’»“«)\]」]|\s|\Z)")
_MARKS = re.compile(r"[\"“”„«»「」『』()\[\]（）‘’']")
_CLOSERS = re.compile(r"[.!?\"'”’»“)\]」』）》]{0,8}")
_LAST_WORD = re.compile(r"[^\s(\[“”\"«»„‘—–]{1,24}\Z")
_LEAD = re.compile(r"[\s\"'“”„«»‘’(\[—–\-•*…]{0,24}")
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*\.?")


def split_sentences(paragraph: str) -> tuple[str, ...]:
    """The sentences of `paragraph`, in order, each an exact substring; no quotation or bracket is torn apart.

    >>> split_sentences('The U.S. envoy left at 5 p.m. on Oct. 16. “Go home. Rest,” she said. (Nobody did.)')
    ('The U.S. envoy left at 5 p.m. on Oct. 16.', '“Go home. Rest,” she said.', '(Nobody did.)')
    """
    held = _held_together(paragraph)
    ends = [*_sentence_ends(paragraph, held), len(paragraph)]
    starts = [0, *ends[:-1]]
    pieces = (paragraph[start:end].strip() for start, end in zip(starts, ends, strict=True))
    return tuple(piece for piece in pieces if piece)


def _sentence_ends(text: str, held: list[tuple[int, int]]) -> Iterator[int]:
    start = span = 0
    for stop in _STOP.finditer(text):
        if stop.start() < start:
            continue
        closers = _CLOSERS.match(text, stop.end())
        end = closers.end() if closers else stop.end()
        while span < len(held) and held[span][1] < stop.end():
            span += 1
        if span < len(held) and held[span][0] < stop.start() and end < held[span][1]:
            if held[span][1] - end > 2:
                continue
            end = held[span][1]  # “. »”, or a mark that elsewhere opens
        if stop["wide"] or _ends_here(text, start, stop, end):
            yield end
            start = end


def _ends_here(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    lead = _LEAD.match(text, end)
    following = lead.end() if lead else end
    if following < len(text) and text[following].islower():
        return False
    if stop.group()[-1] in "!?" and end > stop.end():  # “Why?” Smith asked.
        return not SPEECH.match(text, following)
    return stop.group() != "." or end > stop.end() or _is_full_stop(text, (start, stop.start()), following)


def _is_full_stop(text: str, sentence: tuple[int, int], following: int) -> bool:
    start, end = sentence
    found = _LAST_WORD.search(text, max(start, end - 24), end)
    if not found:
        return True
    last, after = found.group(), _WORD.match(text, following)
    word, next_word = last.lower(), after.group().rstrip(".").lower() if after else ""
    if last.isdigit():  # "1. A heading"
        return bool(text[start : found.start()].strip()) and not _is_ordinal(text, found, following)
    if word in NEVER_LAST:
        return not next_word
    if word in BEFORE_A_NUMBER:
        return not next_word[:1].isdigit()
    if word in CLOCK:
        return not AFTER_CLOCK.match(text, following)
    if word in MAYBE_LAST or (last[0].isupper() and INITIAL.fullmatch(last)):
        return next_word in STARTERS or not next_word
    return True


def _is_ordinal(text: str, number: re.Match[str], following: int) -> bool:
    """Whether a number with a stop counts, as in "am 3. Oktober", "beim 50. Marathon", "17. 7."."""
    if len(number.group()) > 3:
        return False
    return bool(
        MONTHS.match(text, following)
        or DAY_MONTH.match(text, following)
        or BEFORE_AN_ORDINAL.search(text, max(0, number.start() - 8), number.start())
    )


def _held_together(text: str) -> list[tuple[int, int]]:
    """Spans from an opening mark to the character after its closing mark, outermost only, in order."""
    found: list[tuple[int, int]] = []
    opened, closers = -1, ""
    for mark in _MARKS.finditer(text):
        at, char = mark.start(), mark.group()
        if opened >= 0 and (at - opened > LONGEST_UNIT or (closers in "’'" and char in '"“«„')):
            opened = -1
        if opened < 0:
            closers = _closers_of(text, at, char)
            opened = at if closers else -1
        elif char in closers and _closes(text, at, char):
            found.append((opened, at + 1))
            opened = -1
    return found


def _closers_of(text: str, at: int, char: str) -> str:
    """The marks that close what `char` opens at `at`; empty where it opens nothing."""
    if char in "\"»'" and not _opens(text, at):
        return ""
    if char in "‘'" and not text[at + 1 : at + 2].isupper():  # 'tis, ’90s, the girls' school
        return ""
    return QUOTATION.get(char, "") or BRACKETS.get(char, "")


def _closes(text: str, at: int, char: str) -> bool:
    if char == '"':
        return not _opens(text, at)
    return char not in "’'" or text[at - 1] in ",.!?…"  # elsewhere it is an apostrophe


def _opens(text: str, at: int) -> bool:
    """Whether a mark that looks alike on both sides stands where a quotation opens."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (not before or before.isspace() or before in "([—–-/‘'") and bool(after) and not after.isspace()


_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"  # kana and ideographs: a word each
    r"|(?:[^\W\d_]\.){2,}"  # U.S., т.е.
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+(?:['’][^\W\d_]{1,20})?"
)
_POSSESSIVE = re.compile(r"['’]s\Z")


def words(text: str) -> tuple[str, ...]:
    """The words of `text`, casefolded and without possessive endings; a CJK character is a word of its own.

    >>> words("China’s Belt-and-Road talks in the U.S. cost 2.5 billion")
    ('china', 'belt', 'and', 'road', 'talks', 'in', 'the', 'u.s.', 'cost', '2.5', 'billion')
    """
    return tuple(_POSSESSIVE.sub("", token).casefold().replace("’", "'") for token in _TOKEN.findall(text))


STOP_WORDS = _listed("""
    a about above after again against all also am among an and any are aren't as at be became because become been
    before being between both but by can can't could did do does doing don't down during each even ever few for from
    further get had has have having he her here hers herself him himself his how however i if in into is isn't it it's
    its itself just last least less like made make many may me might more most much must my new next no nor not now of
    off on once one only or other our out over own per rather really said same say says she should since so some still
    such than that the their theirs them themselves then there these they this those though through thus to told too
    two under until up upon us very via was wasn't we well were what when where whether which while who whom whose why
    will with within without won't would year years yet you your
    der die das den dem des ein eine einer eines einem einen und oder aber auch als am an auf aus bei bis dass durch
    für gegen hat haben hatte ich ihr ihre im in ist mit nach nicht noch nur sein seine sich sie sind so über um unter
    vom von vor war waren was wenn werden wie wir wird wurde zu zum zur
    le la les un une des du de d' et ou mais au aux ce ces cette dans elle en est il ils ne pas par plus pour que qui sa
    se ses son sont sur avec été être nous vous leur
    el los las una del al y o pero con para por que se su sus es ha como más este esta lo no
    и в во не на я с со как а то он она они мы вы его ее её их но за по из к у о об от до для что это этот эта эти так
    же бы был была было были быть есть или если при также который которая которые лишь только уже еще ещё
    і й та у з із зі що це як до не на за від для про але його її їх був була було були також який яка які вже
    的 了 在 是 和 有 与 及 等 这 那 他 她 也 就 都 而 对 为 以""")
"""Words too common to say what a text is about: English, German, French, Spanish, Russian, Ukrainian, Chinese."""
