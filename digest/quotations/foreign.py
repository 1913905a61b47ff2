"""Cues of other languages than English, by the words of the table `tongues`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from digest.quotations.cues import HONORIFICS, UPPER, WORD, listed
from digest.quotations.nearby import unfinished
from digest.quotations.speakers import NAMESAKES
from digest.quotations.speech import LONGEST, TERM, Cue, Heard, Place
from digest.quotations.tongues import ACCORDING, PAPERS, PRONOUNS, TITLED, TURNED, VERBS, Tongue, of_word
from digest.sentences import split_sentences

LONGEST_ROLE = 9
NEAR = 12
"""Words between a verb and the quotation it introduces."""
_PARTICLE = r"(?:von der|van der|von|van|zu|de la|de|du|del|di|da|le|la|el|al|bin|y)"
_NAMES = re.compile(rf"(?<![\w’'\-]){WORD}(?:\s(?:{_PARTICLE}\s)?{WORD}){{0,5}}")
_MIDDLE = re.compile(
    rf"(?:{UPPER}\.|\w+(?:вич|вна|йович|івна|їч)|von|van|de|du|la|le|der|zu|del|di|da|el|al|bin)\Z", re.IGNORECASE
)
_CUT = re.compile(r"(?<!\b[^\W\d_a-z])\.|[;:!?()«»„“”\"\ufffc]")
_UPPER = re.compile(UPPER)
_FROM = frozenset(("von", "vom", "der", "zu", "zum", "del", "of"))
_ADVERBS = listed("auch etwa dazu aussi également también также також")
_GIVEN = listed("Peter Dieter Walter Günter Günther Alexander Rainer Werner Oliver Martin Edwin Robin Katrin")
"""First names that end like titles."""
_LED = re.compile(r"[\s,\u00a0—–\-]*")
_ENDINGS = re.compile(r"(?:ого|его|ому|ему|ым|им|ой|ей|ом|ем|ою|ею|ую|юю|ая|яя|а|я|у|ю|е|и|і|ы|ій|ий|ый|ь|й|о)\Z")
_OF = re.compile(
    r"(?:\b(?:de|du|des|del|von|vom|der|die|das|dem|den|zum|zur|in|im|am|auf|à|en|aus|bei|beim|für|mit|par|por|la|le|les|el|los|las|"
    r"в|из|на|у|з|seine|ihre)|[dl][’'])\Z",
    re.IGNORECASE,
)
_DAY = re.compile(r"\A(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|am|el|в|у)\b,?\s?(?=[^\W\d_])")
_INSIDE = re.compile(r"[,!?…]\s[—–]\s(?P<clause>[^—–]{3,160}?)[.,]\s[—–]\s")
_NO_ROLE = re.compile(
    r"(?:quant à|pour sa|pour leur|de son côté|de leur côté|à son tour|seinerseits|ihrerseits|por su parte|в свою|"
    r"en|selon|según|lors|dans|après|avant|qui|que|als|wenn|weil|dass|nachdem|und|et|y|когда|котор\w+|что|як\w+|що)\b"
)
_PAPER = re.compile(r"\s?(?:[\w\-’']{1,30}\s?){1,6}")
_DAYS = re.compile(
    r"(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Abend|Morgen|Nachmittag|Januar|Februar|"
    r"März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Für|Mit|Bei|Von|Seit|Pour|Avec|Sur|Das|Die|Der|Es|Wir|Ich|Sie|Er|Am|Im|In|Auf|Und|Doch|"
    r"Le|La|Les|Il|Elle|Ce|Dans|Au|Mais|Et|Он|Она|В|На|По|Об|Это|Как|При|Він|Вона|Про|За|У|El|Los|Las|En|Y)\Z"
)


@dataclass(frozen=True, slots=True)
class _Talk:
    """A quotation and what was heard before it."""

    place: Place
    heard: Heard
    previous: Cue | None


def foreign(place: Place, heard: Heard, previous: Cue | None) -> Cue | None:
    """Who a verb or preposition of another language names."""
    talk = _Talk(place, heard, previous)
    return _after(talk) or _before(talk) or _inside(talk)


def _inside(talk: _Talk) -> Cue | None:
    """Who is named between dashes within the marks: «Мы победили, — сказал он. — Наконец»."""
    for found in _INSIDE.finditer(talk.place.words[:LONGEST]):
        verb = VERBS.match(found["clause"])
        if verb:
            return _spoken(found["clause"][verb.end() :], of_word(verb[0]), "after", talk)
    return None


def _after(talk: _Talk) -> Cue | None:
    right = talk.place.right
    led = _LED.match(right)
    start = led.end() if led else 0
    clause = next(iter(split_sentences(right[start : start + 300])), "")
    paper = PAPERS.match(clause)
    if paper:
        named = _PAPER.match(clause, paper.end())
        return Cue(named[0].strip(), None, "statement", talk.place.span.end + start) if named else None
    according = ACCORDING.match(clause)
    if according:
        return _named(clause[according.end() :], of_word(according[0]), "according to", talk.heard)
    turned = TURNED.match(clause)
    if turned:
        return _pronoun(turned["who"], talk)
    verb = VERBS.search(clause[:160])
    if not verb:
        return None
    row, head, tail = of_word(verb[0]), clause[: verb.start()].strip(" -"), clause[verb.end() :]
    if not head:
        return _spoken(tail, row, "after", talk)
    return _pronoun(head, talk) if head.lower() in PRONOUNS else _whole(head, row, "after", talk.heard)


def _before(talk: _Talk) -> Cue | None:
    sentence, _ = unfinished(talk.place)
    according = list(ACCORDING.finditer(sentence))
    following = sentence[according[-1].end() :] if according else ""
    if following and len(following.split()) <= NEAR and not VERBS.search(following):
        found = _named(following, of_word(according[-1][0]), "according to", talk.heard)
        if found:
            return found
    verbs = list(VERBS.finditer(sentence))
    if not verbs or len(sentence[verbs[-1].end() :].split()) > NEAR or talk.place.length < TERM - 1:
        return None
    row, head, tail = of_word(verbs[-1][0]), sentence[: verbs[-1].start()], sentence[verbs[-1].end() :]
    word = head.rpartition(",")[2].strip()
    if word.lower() in PRONOUNS:
        return _pronoun(word, talk)
    if head.rstrip().endswith(",") and _UPPER.match(tail.strip()):
        return _spoken(tail, row, "before", talk)
    return _whole(head, row, "before", talk.heard) or _spoken(tail, row, "before", talk)


def _spoken(tail: str, row: Tongue, rule: str, talk: _Talk) -> Cue | None:
    """Who stands behind the verb: "sagte X", "dit-il"."""
    word = re.match(r"[\s\-]*(?:t-)?(\w+)", tail)
    if word and word[1].lower() in PRONOUNS and word[1] != "Sie":
        return _pronoun(word[1], talk)
    return _named(tail, row, rule, talk.heard)


def _pronoun(word: str, talk: _Talk) -> Cue | None:
    """The last speaker, if the pronoun can mean him or her."""
    heard, which = talk.heard, PRONOUNS[word.lower()]
    last = talk.previous or (heard.last if heard.paragraph >= talk.place.number - 1 else None)
    if not last or not heard.people.may_be(last.speaker, which) or _other(last.speaker, which):
        return None
    return Cue(last.speaker, last.role, "pronoun", stated=False)


def _other(name: str, which: str) -> bool:
    """Whether a Slavic family name has the other gender's ending."""
    family = name.split()[-1]
    she = bool(re.search(r"(?:ова|ева|ёва|ина|ская|ська|цька)\Z", family))
    he = bool(re.search(r"(?:ов|ев|ёв|ин|ский|ський|цький)\Z", family))
    return she if which == "he" else he


def _whole(head: str, row: Tongue, rule: str, heard: Heard) -> Cue | None:
    """The person that a whole subject names, as before a verb; an apposition may follow."""
    subject = head[-200:].strip(" ,")
    first = _NAMES.search(subject)
    if head.rstrip().endswith(",") or (first and " " in first[0] and subject[first.end() :].startswith(", ")):
        return _named(subject, row, rule, heard)
    runs = list(_NAMES.finditer(subject))
    if not runs or runs[-1].end() < len(subject):
        return None
    start = subject.rfind(", ", 0, runs[-1].start()) + 1
    if runs[-1].start() == 0 and " " not in runs[-1][0] and not _known(runs[-1][0], heard):
        return None  # any word may open a sentence
    return _cue_of(runs[-1], subject[start:], subject[start : runs[-1].start()], _Speech(row, rule, heard))


def _named(phrase: str, row: Tongue, rule: str, heard: Heard) -> Cue | None:
    """The first person that `phrase` names, and the words before or after the name as the role."""
    before = _CUT.split(phrase[:200], maxsplit=1)[0]
    for found in _NAMES.finditer(before):
        lead = before[: found.start()]
        cue = _cue_of(found, before, lead, _Speech(row, rule, heard))
        if cue and not ("," in lead and " " not in found[0]):
            return cue
        if row.nouns_have_capitals and not lead.strip() and "," not in before[found.end() :]:
            return None
    return None


@dataclass(frozen=True, slots=True)
class _Speech:
    """The row of the table and the rule that look for a name, and who was heard before."""

    row: Tongue
    rule: str
    heard: Heard


def _cue_of(found: re.Match[str], text: str, before: str, speech: _Speech) -> Cue | None:
    words = _unled(found[0]).split()
    while words and words[0].lower() in HONORIFICS:
        words.pop(0)
    name, title, rest = _name_of(words, speech.row)
    lead = _DAY.sub("", before.strip(" ,"))
    lead = "" if lead in _ADVERBS else lead
    belongs = _OF.search(lead) and (not title if speech.row.nouns_have_capitals else " " not in name)
    if not name or len(lead.split()) > LONGEST_ROLE or belongs:
        return None
    full = _full(name, speech.row, speech.heard)
    role = " ".join(part for part in (lead, title) if part) or rest or _apposition(text[found.end() :])
    return Cue(full, role or None, speech.rule) if full else None


def _name_of(words: list[str], row: Tongue) -> tuple[str, str, str]:
    """The name in a run of capitalised words, the title before it, and what belongs to it: "von der Stadt"."""
    if len(words) > 2 and words[1].lower() in _FROM and TITLED.match(words[0]):  # "Kapitän von Real"
        return "", "", ""
    cut = next((at for at, word in enumerate(words) if at > 1 and word.lower() in _FROM), len(words))
    rest, words = words[cut:], words[:cut]
    take = min(2, len(words))
    if not (row.nouns_have_capitals or row.titles) and words and words[0][0] < "\u0400":
        take = len(words)
    while take < len(words) and _MIDDLE.match(words[-take]):
        take += 1
    if row.nouns_have_capitals and take == 2 == len(words) and TITLED.match(words[0]) and words[0] not in _GIVEN:
        take = 1
    return " ".join(words[len(words) - take :]), " ".join(words[: len(words) - take]), " ".join(rest)


def _known(name: str, heard: Heard) -> bool:
    return any(_same([name], full.split()) for full in _namesakes(name, heard))


def _namesakes(name: str, heard: Heard) -> Sequence[str]:
    """The full names that may end like `name` in some case; each is looked up once, however many a text has."""
    if not heard.families:
        for full in heard.people.named:
            heard.families.setdefault(_stem(full.split()[-1]), []).append(full)
    return heard.families.get(_stem(name.split()[-1]), [])[:NAMESAKES]


def _full(name: str, row: Tongue, heard: Heard) -> str | None:
    """The full name that the text has for `name`, in whatever case it stands."""
    if name in heard.voices:
        return name
    known = {full for full in _namesakes(name, heard) if _same(name.split(), full.split())}
    same = {_name_of(full.split(), row)[0] for full in known if not _FROM & set(full.split())}
    same = {full for full in map(_unled, same) if " " in full and not ACCORDING.match(full)}
    if len(same) == 1:
        return same.pop()
    if " " in name:
        heard.families.setdefault(_stem(name.split()[-1]), []).append(name)
        return name
    return None if row.nouns_have_capitals or same else name


def _unled(name: str) -> str:
    """A name without the words that any sentence may open with."""
    words = name.split()
    while words and _DAYS.match(words[0]):
        words.pop(0)
    return " ".join(words)


def _same(name: list[str], full: list[str]) -> bool:
    pairs = zip(reversed(name), reversed(full), strict=False)
    return len(full) > 1 and all(_stem(one) == _stem(other) for one, other in pairs)


def _stem(word: str) -> str:
    return _ENDINGS.sub("", word) if len(word) > 3 and word[0] >= "\u0400" else word


def _apposition(rest: str) -> str | None:
    found = re.match(r",\s([^,.;:«»„“\ufffc]{3,80})", rest)
    return found[1].strip() if found and not _NO_ROLE.match(found[1]) else None
