"""What a message's headers state of it: whose, when, of which list, and where it can be read on the web."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta, timezone
from email.utils import parseaddr, parsedate_tz

from digest.dates import parse_date
from digest.model import Block, Declared
from digest.names import is_body
from digest.readers.mail.forwards import Forward
from digest.readers.mail.furniture import READ_ELSEWHERE, VIEW, byline, is_small_print
from digest.readers.mail.links import cleaned, is_opaque
from digest.readers.mail.parts import Part

_PREFIX = re.compile(
    r"\s*(?:(?:re|aw|sv|antw|odp|rif|res|ynt|fwd?|wg|tr|rv|enc|i|vs|vb|fs|pd|ilt|отв|пересл|ha|回复|答复|转发|回覆|轉寄)"
    r"\s*(?:\[\d+\]|\(\d+\))?\s*[:：]\s*)+",
    re.I,
)
_LIST = re.compile(r"\s*\[(?P<list>[^\]\n]{1,40})\]\s*(?=\S)")
_BETWEEN = re.compile(
    r"\s*(?:,|\||·|•|[-–—](?=\s)|/|(?<=\s)(?:from|at|of|with|for|via|von|vom|bei|de|du|chez|da|van|из|от)(?=\s))\s+",
    re.I,
)
"""What stands between a person and an outlet in the name of a sender."""
_PARENTHESES = re.compile(r"(?P<person>.{3,60}?)\s*[(\[](?:via\s+)?(?P<outlet>.{2,80}?)[)\]]$")
_PERSON = re.compile(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,4}")
_CJK_PERSON = re.compile(r"[\u3400-\u9fff]{2,4}|[가-힣]{2,4}")
_SMALL = frozenset(re.findall(r"\S+", "de del della den der di du el la le ten van von zu da dos af al bin ibn"))
_NO_REPLY = re.compile(
    r"no-?reply|do-?not-?reply|newsletters?|news|info|hello|mail(?:er)?|editors?|contact|subscri\w+", re.I
)
_ANGLED = re.compile(r"<(https?://[^<>\s]{4,2000})>")
_BULK = ("list-unsubscribe", "list-id", "list-post", "feedback-id", "x-campaign", "x-mailchimp-campaign-id")


def heads(root: Part, forward: Forward | None) -> tuple[Declared, ...]:
    """What the headers declare; of a message that forwards another, the other's."""
    if forward:
        return (
            *_title(forward.head("subject"), "forwarded Subject"),
            *_sender(forward.head("from"), "forwarded From"),
            *_printed_day(forward.head("date"), "forwarded Date"),
        )
    return (
        *_title(root.header("subject"), "mail Subject"),
        *_sender(root.header("from") or root.header("sender"), "mail From"),
        *_list_name(root.header("list-id")),
        *_dates(root),
        *_addresses(root),
        *(
            Declared(field="language", value=value, origin="mail Content-Language")
            for value in [root.header("content-language")]
            if value and re.fullmatch(r"[A-Za-z]{2,3}(?:-\w{2,8})*", value)
        ),
    )


def from_text(blocks: Sequence[Block], title: str | None) -> Iterator[Declared]:
    """What the text itself states: who signs it, and the address where it can be read on the web."""
    for block in blocks:
        if block.kind == "byline" and (names := byline(block.text)):
            yield Declared(field="author", value=names, origin=BYLINE)
    wanted = (title or "").casefold().strip()
    links = [(block.rule, words.casefold().strip(), url) for block in blocks for words, url in block.links]
    known = [link for link in links if not is_opaque(link[2])]
    for rule, words, url in known:
        if rule == READ_ELSEWHERE and not _FOR_MANY.search(words):
            yield Declared(field="url", value=url, origin="link to read it in a browser")
    for _, words, url in known:
        if wanted and words == wanted:
            yield Declared(field="url", value=url, origin="link of the headline")


_FOR_MANY = re.compile(r"unsubscri|preferences|privacy|\bapp\b|abmelden|désinscri|отписаться")


def signed_by_others(declared: Sequence[Declared]) -> tuple[Declared, ...]:
    """The rows of a newsletter: who sends what another signs is its publisher, and no author."""
    signed = " ".join(row.value.casefold() for row in declared if row.origin == BYLINE)
    told = []
    for row in declared:
        if signed and row.field == "author" and row.origin != BYLINE and row.value.casefold() not in signed:
            row = Declared(field="site_name", value=row.value, origin=row.origin)
        told.append(row)
    return tuple(told)


BYLINE = "byline line"


def web_address(text: str) -> Iterator[Declared]:
    """The address in a line that says where a message can be read on the web."""
    for match in _SHOWN_AT.finditer(text):
        url = cleaned(match["url"].rstrip(".,)>"))
        if url and VIEW.search(match["words"]) and not is_opaque(url):
            yield Declared(field="url", value=url, origin="address in the plain text")


_SHOWN_AT = re.compile(r"(?P<words>[^\n]{4,120}?)[:\s(<]{1,6}(?P<url>https?://[^\s<>)]{4,2000})")


def is_bulk(root: Part, blocks: Sequence[Block]) -> bool:
    """Whether a message went to many: its list headers or its small print say so."""
    precedence = (root.header("precedence") or "").lower()
    if precedence in ("bulk", "list") or any(root.header(name) for name in _BULK):
        return True
    return any(block.rule == READ_ELSEWHERE or _is_print(block) for block in blocks)


def _is_print(block: Block) -> bool:
    return block.kind == "furniture" and is_small_print(block.text)


def subject_of(value: str | None) -> str | None:
    """A subject as a headline: without the marks of replies, forwards and lists.

    >>> subject_of("Fwd: WG: [caspian-watch] The Harbour Letter: Storm closes Aktau")
    'The Harbour Letter: Storm closes Aktau'
    """
    text = value or ""
    for _ in range(4):
        short = _LIST.sub("", _PREFIX.sub("", text, count=1), count=1)
        if short == text:
            break
        text = short
    return text.strip() or None


def _title(value: str | None, origin: str) -> Iterator[Declared]:
    if title := subject_of(value):
        yield Declared(field="title", value=title, origin=origin)


def _sender(value: str | None, origin: str) -> Iterator[Declared]:
    """A person, an outlet, or one from the other; and the domain of the address."""
    name, address = _mailbox(value or "")
    person, outlet = _parted(re.sub(r"^['\"“”]+|['\"“”]+$", "", name).strip())
    if person:
        yield Declared(field="author", value=person, origin=origin)
    if outlet and "@" not in outlet and not _NO_REPLY.fullmatch(outlet):
        yield Declared(field="site_name", value=outlet, origin=origin)
    domain = address.rpartition("@")[2].lower()
    if re.fullmatch(r"[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}", domain):
        yield Declared(field="domain", value=domain, origin=f"address of {origin}")


def _parted(name: str) -> tuple[str, str]:
    """The person and the outlet in a sender's name.

    >>> _parted("Jane Doe from The Dispatch"), _parted("The Bugle | Jane van Doe"), _parted("News from the Harbour")
    (('Jane Doe', 'The Dispatch'), ('Jane van Doe', 'The Bugle'), ('', 'News from the Harbour'))
    """
    if _is_person(name):
        return name, ""
    splits = [(name[: match.start()], name[match.end() :]) for match in _BETWEEN.finditer(name[:200])]
    if match := _PARENTHESES.fullmatch(name):
        splits.insert(0, (match["person"], match["outlet"]))
    for left, right in splits:
        if _is_person(left):
            return left, right
        if _is_person(right):
            return right, left
    for left, right in splits:  # a first name is no author, yet what follows is an outlet
        if re.fullmatch(r"[^\W\d_]{2,12}", left) and right[:1].isupper() and not _SERIES_WORD.search(left):
            return "", right
    return "", name


def _mailbox(value: str) -> tuple[str, str]:
    """Name and address; a forwarded line may have them as `Jane Doe [mailto:jane@bugle.example]`."""
    value = re.sub(r"\[mailto:([^\]\s]{3,200})\]", r"<\1>", value[:500], flags=re.I)
    if match := re.fullmatch(r"(?P<name>.*?)\s*<(?P<address>[^<>]{3,200})>\s*(?:\S.{0,100})?", value):
        return match["name"], match["address"].removeprefix("mailto:")
    name, address = parseaddr(value if value.count("(") < 20 else value.replace("(", " "))  # it descends into each
    return (name, address) if "@" in address else (value, "")


def _is_person(text: str) -> bool:
    """Whether `text` looks like one person's full name.

    >>> _is_person("Jane van Doe"), _is_person("The Dispatch"), _is_person("Harbour News"), _is_person("Jane")
    (True, False, False, False)
    """
    if _CJK_PERSON.fullmatch(text):
        return not is_body(text)
    if not _PERSON.fullmatch(text) or is_body(text) or text.isupper():
        return False
    words = text.split()
    plain = [word for word in words if word not in _SMALL]
    return (
        words[0].lower() not in _ARTICLES
        and len(plain) > 1
        and all(word[0].isupper() for word in plain)
        and not (_SERIES_WORD.search(text))
    )


_ARTICLES = frozenset(re.findall(r"\S+", "the a an our your this der die das le la les el los il lo gli de het"))
_SERIES_WORD = re.compile(
    r"\b(?:briefing|bulletin|chronicles?|daily|digest|dispatch|edition|gazette|herald|insider|letter|monitor|morning|"
    r"newsletters?|notes?|playbook|politics|project|record|roundup|substack|sunday|today|tracker|update|weekend|weekly|world|"
    r"alerts?|club|hub|lab|research|security|economy|business|tech|week|wire|brief|forum|global|international|asia|"
    r"europe|africa|america|china|russia|letters|stories|greetings|updates|views|links|reads|headlines|voices|news|live)\b",
    re.I,
)


def _list_name(value: str | None) -> Iterator[Declared]:
    """The name a list gives itself; its identifier is none."""
    name = (value or "").partition("<")[0].strip(" \"'")
    if len(name) > 2 and re.search(r"[^\W\d_]{3}", name) and not re.fullmatch(r"\S*\d\S*|\S+\.\S+", name):
        yield Declared(field="site_name", value=name, origin="mail List-Id")


def _dates(root: Part) -> Iterator[Declared]:
    yield from _day(root.header("date"), "mail Date")
    received = root.header("received")
    if received and ";" in received:
        yield from _day(received.rpartition(";")[2], "mail Received")


def _day(value: str | None, origin: str) -> Iterator[Declared]:
    """The day and time a header states, in the sender's own zone."""
    value = (value or "")[:200]
    if stated := moment(value):
        yield Declared(field="issued", value=stated, origin=origin)
    elif (found := parse_date(value)) and found.is_day:
        yield Declared(field="issued", value=found.edtf, origin=origin)


def _printed_day(value: str | None, origin: str) -> Iterator[Declared]:
    """The day in a header block, which mail programs print in their user's language and often without a zone."""
    found = parse_date((value or "")[:200])
    if found and found.is_day:
        yield Declared(field="issued", value=found.edtf, origin=origin)
    else:
        yield from _day(value, origin)


def moment(value: str) -> str | None:
    """The day and time of a Date header, as ISO 8601 in the sender's zone."""
    try:
        parts = parsedate_tz(value)
    except (ValueError, IndexError, TypeError):
        return None
    if not parts or not 1971 <= parts[0] <= 2200:
        return None
    zone = timezone(timedelta(seconds=parts[9])) if parts[9] is not None and abs(parts[9]) < 86_400 else None
    try:
        return datetime(*parts[:6], tzinfo=zone).isoformat()
    except ValueError:
        return None


def _addresses(root: Part) -> Iterator[Declared]:
    for name in ("archived-at", "content-location"):
        value = root.header(name) or ""
        match = _ANGLED.search(value)
        url = cleaned(match[1] if match else value.strip())
        if url and not is_opaque(url):
            yield Declared(field="url", value=url, origin=f"mail {name.title()}")
