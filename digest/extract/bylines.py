"""Who signs: the forms of bylines, sign-offs and authors' lives, each a row of a table."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import replace

from digest.extract.byline_forms import AND, BYLINES, KOREAN, PERSON, ROLES, Byline
from digest.extract.furniture import fold, phrases, unnamed
from digest.extract.lines import count_words, is_prose
from digest.extract.roles import NAME_AND_ROLE
from digest.extract.stamps import beside_stamp, has_stamp
from digest.model import Block, Kind, Name
from digest.names import is_body, split_names

_ALONE = re.compile(
    r"(?:by|von|par|por|di|door|av|af|oleh|penulis|authors?|authors? of the article|autor(?:in|en|es|ka|zy)?|"
    r"auteure?s?|autore|written by|posted by|reported by|words by|story by|text|texte|texto|tekst|автор(?:ы|и)?|текст|"
    r"yazar|skrevet av|skrevet af|作者|記者|记者|文)\s*[:：]?",
    re.I,
)
_NAMES_BELOW = 8
_BEFORE_NAME = re.compile(r"[\s*•·]+")
_BEHIND_NAME = re.compile(r"(?<![\s,;&*•·\d])[\s,;&*•·\d]+$")  # not begun within a run: it may be megabytes long
_AND_ALSO = re.compile(rf"(?:and|und|et|y|e|и|&) {PERSON}")
_ISSUER = re.compile(r"(?:from|issued by|published by|herausgeber)\s?:?", re.I)
_LIFE = re.compile(
    rf"^(?P<author>{PERSON}) (?:is|was|has|works|writes|covers|reports|teaches|serves|joined|leads|directs|ist|"
    rf"arbeitet|est) "
    rf"|^(?P<role>{ROLES}) (?P<named>{PERSON}) (?:is|was|has|covers|reports|writes) "
)
_LIFE_WORDS = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|analyst|journalist|fellow|professor|lecturer|researcher|"
    r"author|"
    r"student|candidate|director|scholar|freelance|bureau|covers|reports|writes|expert|president|historian|"
    r"redakteur\w*|journaliste)\b",
    re.I,
)
_FAREWELL = re.compile(
    r"^(?:until (?:next|then)\b.{0,30}|best(?: wishes| regards)?|(?:kind |warm )?regards|yours(?: .{1,20})?|"
    r"sincerely|cheers|thanks(?: for .{1,30})?|"
    r"thank you.{0,30}|take care|bis (?:bald|nächste.{1,10})|à (?:bientôt|la semaine .{1,12})|до (?:встречи|"
    r"скорого).{0,20}|hasta .{1,20}),?[.!]?$",
    re.I,
)
NAME_ALONE = re.compile(rf"(?:[—–-]{{1,2}} ?)?(?P<author>{PERSON}(?:{AND}{PERSON}){{0,5}})")
_NAMED = re.compile(rf"(?:[—–-]{{1,2}} ?)?{PERSON}(?:{AND}{PERSON}){{0,5}}")
_LONGEST = 700


def mark(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """`blocks` with bylines, sign-offs and authors' lives labelled."""
    marked = list(blocks)
    for at, block in enumerate(blocks):
        if block.kind not in ("paragraph", "list item"):
            continue
        for inside, rule in _signed(blocks, at).items():
            if marked[inside].kind in ("paragraph", "list item"):
                kind: Kind = "dateline" if rule == "name beside a date" else "byline"
                marked[inside] = replace(marked[inside], kind=kind, rule=rule)
    return tuple(marked)


def _signed(blocks: Sequence[Block], at: int) -> dict[int, str]:
    text = blocks[at].text
    following = blocks[at + 1].text if at + 1 < len(blocks) else ""
    if len(text) <= 120 and phrases().get(fold(text)) == "author box":
        return _author_box(blocks, at)
    if len(text) <= 30 and _ALONE.fullmatch(text) and (listed := _listed(blocks, at)):
        return {at: "By …", **dict.fromkeys(listed, "By …")}
    if at and len(text) <= 80 and _AND_ALSO.fullmatch(text) and BYLINES[4][1].match(blocks[at - 1].text):
        return {at: "By …"}
    if len(text) <= 20 and _ISSUER.fullmatch(text) and is_body(following) and count_words(following) <= 10:
        return {at: "From: …", at + 1: "body that issues"}
    if len(text) <= 60 and _FAREWELL.match(text) and not is_prose(text):
        signed = NAME_ALONE.fullmatch(following) and not is_body(following)
        return {at: "farewell", at + 1: "name after a farewell"} if signed else {}
    found = read_byline(text)
    whole = found is not None and found.rule not in ("I'm … correspondent …", "(记者 …)")
    if found and whole and (count_words(text) < 45 or "contributed" in found.rule):
        return {at: found.rule}
    return {at: "name beside a date"} if signs_beside_date(text) else {}


def bare_name(text: str) -> str:
    """A line of a list of names without the commas, digits and bullets around it, and without its repetition."""
    before = _BEFORE_NAME.match(text)
    bare = text[before.end() :] if before else text
    return undoubled(_AFTER_NAME.sub("", _BEHIND_NAME.sub("", bare)))


def _listed(blocks: Sequence[Block], at: int) -> list[int]:
    """The lines below a word such as "By" that name those who wrote, one or more a line; a body stands alone."""
    found: list[int] = []
    for inside in range(at + 1, min(at + 1 + _NAMES_BELOW, len(blocks))):
        name = bare_name(blocks[inside].text)
        if not with_role(name) and (is_body(name) or not NAME_ALONE.fullmatch(name)):
            body = not found and is_body(name) and count_words(name) <= 5 and not is_prose(name)
            return [inside] if body else found
        if found and not _goes_on(blocks[inside - 1], blocks[inside]):
            return found
        found.append(inside)
    return found


def _goes_on(above: Block, below: Block) -> bool:
    """Whether a name below another is one more of a list: right below it, or below its comma."""
    return below.line - above.line == 1 or above.text.endswith((",", "&"))


def _author_box(blocks: Sequence[Block], at: int) -> dict[int, str]:
    box: dict[int, str] = {}
    for inside in range(at + 1, min(at + 9, len(blocks))):
        text = blocks[inside].text
        if is_life(text):
            box[inside] = "life of the author"
        elif NAME_ALONE.fullmatch(text) and not is_body(text) and blocks[inside].kind != "furniture":
            box[inside] = "name in an author box"
        else:
            break
    return {at: "author box"} | box if box else {}


def is_life(text: str) -> bool:
    """Whether `text` tells who an author is.

    >>> is_life("Anna Lee is a freelance journalist based in Bishkek."), is_life("Xi Jinping is in Astana.")
    (True, False)
    """
    if len(text) > 1500:
        return False
    match = _LIFE.match(text)
    return bool(match and _LIFE_WORDS.search(text[match.end() - 4 : match.end() + 160]))


def signs_beside_date(text: str) -> tuple[Name, ...]:
    """The names on a line that else only says when: "Ann Lee · Posted: Aug 8, 2024".

    >>> [str(name) for name in signs_beside_date("Ann Lee and Bo Chen | 3 hours ago")]
    ['Ann Lee', 'Bo Chen']
    """
    if not has_stamp(text):
        return ()
    parts = beside_stamp(re.sub(r"(?<=[a-zà-ÿ])(?=\d)", " ", text))
    parts = [re.sub(r"^(?:by|von|par|por) ", "", part, flags=re.I) for part in parts]
    named = [part for part in parts if _NAMED.fullmatch(part) and not is_body(part)]
    words = [word.casefold() for part in named for word in part.split()]
    others = [part for part in parts if part not in named and not is_body(part) and " " in part]
    if others or len(named) > 4 or any(word in unnamed() for word in words):
        return ()
    return tuple(name for part in named for name in split_names(part))


def looks_named(text: str, lowered: Container[str]) -> bool:
    """Whether a line on its own is people's names: no word of a site's furniture, none the page writes small."""
    if len(text) > 100 or not _NAMED.fullmatch(text) or is_body(text) or fold(text) in phrases():
        return False
    words = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    return not any(word in unnamed() or (len(word) > 3 and word in lowered) for word in words)


def are_names(text: str) -> bool:
    """Whether a line can be nothing but names: two whole ones joined, or one printed twice.

    >>> are_names("Ann Lee og Bo Chen"), are_names("Ann Lee Ann Lee"), are_names("Xi Jinping Visits Astana")
    (True, True, False)
    """
    if len(text) > 120 or not NAME_ALONE.fullmatch(text) or is_body(text):
        return False
    if any(word.casefold() in unnamed() for word in re.findall(r"[^\W\d_]+", text)):
        return False
    parts = re.split(AND, text)
    return undoubled(text) != text or (len(parts) > 1 and all(2 <= len(part.split()) <= 3 for part in parts))


def undoubled(text: str) -> str:
    """`text`, or its half where a name stands twice: the words for a portrait, and the name beside it."""
    words = text.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half >= 2 and words[:half] == words[half:] else text


def with_role(text: str) -> str | None:
    """The name on a line that also says, without a comma, what its bearer does."""
    match = NAME_AND_ROLE.fullmatch(text[:120])
    return match["author"] if match else None


def life_of(text: str) -> Name | None:
    """Whose life `text` tells."""
    match = _LIFE.match(text)
    names = split_names(match["author"] or match["named"]) if match and is_life(text) else ()
    return names[0] if names else None


def read_byline(text: str) -> Byline | None:
    """What a line says about who wrote the article, or None.

    >>> found = read_byline("By Ann Lee and Bo Chen in Bishkek")
    >>> [str(name) for name in found.authors]
    ['Ann Lee', 'Bo Chen']
    >>> found = read_byline("Reporting by Ann Lee in Almaty; Editing by Carl Cox")
    >>> [str(name) for name in found.contributors]
    ['Ann Lee', 'Carl Cox']
    """
    text = _AFTER_NAME.sub("", re.sub(r" +,", ",", text[:_LONGEST]))
    if text[:3].casefold() == "by ":
        text = _APPOSITION.sub("", text)
    for rule, pattern in BYLINES:
        if match := pattern.search(text):
            groups = match.groupdict()
            authors = _people(groups.get("author"))
            contributors = _people(groups.get("contributor"))
            if rule == "… 기자":
                authors = tuple(name for one in KOREAN.finditer(text) for name in split_names(one["author"]))
            if rule == "By a body":
                authors = _bodies(groups.get("author") or "")
            if authors or contributors:
                return Byline(rule=rule, authors=authors, contributors=contributors)
    return None


_AFTER_NAME = re.compile(
    r"(?<=\w) (?:(?:Follow(?: author)?|Folgen|Seguir|Suivre|Segui|Takip et)$"
    r"|(?:Chef)?(?:(?:Korrespondent|Redakteur|Autor|Volontär|Redaktor)(?:in)?|Reporterin|Journalistin)\b.{0,60}$"
    r"|(?:Corresponsal|Redactora?|Periodista|Journaliste|Rédact(?:eur|rice)|Redaktør|Redacteur|Giornalista|Muhabir)\b.{0,60}$"
    r"|\d{1,2}[ -]min(?:ute)?s?\.?(?: (?:read|Lesezeit|de lecture|de lectura))?$)"
)
"""What stands after a name in its line and is no part of it: a button, a role, the time that reading takes."""
_WORK = re.compile(
    r"[;.]\s+(?:and\s+)?(?:\w+ )?(?:reporting|writing|editing|research|compiled|graphics)(?: \w+)? by\s+", re.I
)


def _people(text: str | None) -> tuple[Name, ...]:
    if not text:
        return ()
    names = [name for part in _WORK.split(text) for name in split_names(part) if not _no_signature(str(name))]
    persons = [name for name in names if not is_body(str(name))]
    if persons and not re.search(r" (?:and|&|und|et|y|и) ", text):
        return tuple(persons)  # "Jane Doe, BBC News": where she works
    return tuple(name for name in names if name in persons or len(str(name).split()) < 7)


_APPOSITION = re.compile(r", (?:an?|the) [a-z][^,;]{2,100}?(?=,| and [A-Z]|\.?$)")
_NOBODY = re.compile(
    r"(?:our |the )?(?:(?:staff|web|news|monitoring|special|own|guest|foreign|city|online|sports|business) ){1,2}"
    r"(?:writers?|reporters?|correspondents?|desk|team|report|editors?)"
    r"|(?:our )?(?:correspondent|reporter|agencies|admin)",
    re.I,
)


def _bodies(text: str) -> tuple[Name, ...]:
    """A body that signs: an agency, a desk, an editorial board."""
    known = is_body(text) or text.casefold() in _AGENCIES
    return (Name(literal=text),) if known and not _NOBODY.fullmatch(text) else ()


def _no_signature(text: str) -> bool:
    """Whether what stands where a name should is an agency or no name."""
    if (text.isupper() and len(text) <= 5) or _NOBODY.fullmatch(text):
        return True
    return text.casefold() in _AGENCIES or not any(map(str.isalpha, text))


_AGENCIES = frozenset(
    """
    reuters|the associated press|associated press|agence france-presse|xinhua|tass|interfax|dpa|ria novosti|bloomberg|
    rfe/rl|thomson reuters|agencies|wire services|kyodo|kyodo news|the editors of|ap|afp|efe|apa|sda|keystone-sda|sid|
    ansa|lusa|belga|anp|ntb|ritzau|tt|stt|pap|čtk|mti|tasr|agerpres|unian|ukrinform|тасс|риа новости|интерфакс|
    укрінформ|anadolu|anadolu ajansı|anadolu agency|aa|iha|dha|yonhap|연합뉴스|뉴시스|뉴스1|共同通信|共同|時事通信|時事|
    新华社|中新社|pti|ani|ians|bernama|antara|europa press|agencia efe|agenturen|agencias|agences|epd|kna|afp/dpa
    """.replace("\n    ", "").split("|")
)


def is_agency(text: str) -> bool:
    """Whether `text` is an agency's name and nothing else."""
    return text.strip(" ()/|,.").casefold() in _AGENCIES
