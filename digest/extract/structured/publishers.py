"""The outlet of a page: by the domain of its address, or else by the name its site gives itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from digest.extract.naming import folded, host_names
from digest.extract.outlet_table import Outlets, by_address, by_name
from digest.extract.outlets import Found
from digest.model import Evidence, Page
from digest.plans import Outlet

_WEIGHTS = (
    (re.compile(r"\((?:another node|another item|another work|no item)\)$"), 0.3),
    (re.compile(r"^meta og:site"), 4.0),
    (re.compile(r"^JSON-LD WebSite name$"), 3.0),
    (re.compile(r"^JSON-LD .* publisher(?: \w+)?$"), 3.0),
    (re.compile(r"^JSON-LD .* isPartOf(?: \w+)?$"), 2.5),
    (re.compile(r"^JSON-LD NewsMediaOrganization name$"), 2.0),
    (re.compile(r"^JSON-LD "), 1.0),
    (re.compile(r"^meta application-name$"), 2.0),
    (re.compile(r"^meta (?:apple-mobile-web-app-title|al:)"), 1.5),
    (
        re.compile(r"^meta (?:publisher|dc\.publisher|dcterms\.publisher|sitename|site_name|citation_journal_title)$"),
        2.0,
    ),
    (re.compile(r"^meta (?:copyright|dc\.rights|source|dc\.source|cre|mediator|hostname)$"), 0.5),
    (re.compile(r"^meta article:publisher$"), 1.0),
    (re.compile(r"^microdata .*publisher"), 2.0),
    (re.compile(r"^title element$"), 1.0),
)
"""What a place says of the site's name, the first that fits; another format's own statement weighs 3."""
_OTHERWISE = 3.0
_AT_HOME = 2.0  # for a name that the host bears
_COMPANY = re.compile(
    r"(?:^|[\s,.])(?:AG|A/S|AB|AS|ASA|B\.?V\.?|Co\.? ?KG|Corp\.?|Corporation|e\.? ?V\.|GmbH|Inc\.?|KG|Kft\.?|Limited|"
    r"LLC|LLP|Ltd\.?|N\.?V\.?|Oy|OÜ|plc|PLC|Pty|S\.?A\.?|S\.?A\.?S\.?|S\.?L\.?U?\.?|S\.?p\.?A\.?|S\.?r\.?l\.?|s\.r\.o\.|"
    r"a\.s\.|sp\. z o\.o\.|Verlag\w*|Mediengruppe|Publishing|Holdings?|株式会社|有限公司|주식회사|ООО|ОАО|ЗАО|АО|ТОО|"
    r"ТОВ|A\.Ş\.)(?:$|[\s,.&)])"
)
_FORM = re.compile(r"(?<=\w),?\s(?:GmbH(?: ?& ?Co\.? ?KG)?|AG|Inc\.?|LLC|Ltd\.?|plc|S\.r\.l\.|S\.p\.A\.|B\.V\.)$")
"""The form of a company, which its site's name goes without."""
_GENERIC = frozenset(
    """blogger wordpress wordpresscom home homepage news website webseite site blog wix wixcom medium substack ghost
    facebook twitter youtube googlenews index untitled mywebsite mysite justanotherwordpresssite twitterusername drupal
    joomla startseite start accueil inicio главная новости welcome online web newspaper article default
    """.split()  # noqa: SIM905 — a list of quoted words would hide the list
)
_NOTICE = re.compile(
    r"©|\(c\)|copyright|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|"
    r"版权所有|all rights|"
    r"\b(?:19|20)\d\d(?:\s?[-–]\s?(?:(?:19|20)\d\d)?)?\b|^(?:来源|來源|source|quelle|источник)\s?[:：]",
    re.I,
)
_PARTS = re.compile(r"\s+[|–—•·:»«›‹~-]+\s+|\s*[|｜]\s*|:\s+")
_ASIDE = re.compile(r"(?<=\w)\s*[(（][^()（）]{1,40}[)）]$")
_DOMAIN = re.compile(r"(?:www\.)?[\w-]+(?:\.[\w-]+){0,2}\.[a-z]{2,6}/?", re.I)
_SUFFIX = re.compile(r"\.(?:com|org|net|info|co|[a-z]{2})(?:\.[a-z]{2})?$", re.I)
_LONE = re.compile(r"[A-ZÄÖÜ]{3,12}|[\w-]{2,40}\.[a-z]{2,6}|(?:[A-Z][a-z]{1,20}){2,4}")
"""One word that names a site wherever it stands: in capitals, with a domain's dot, or as two in one."""
_LONGEST = 60
_SHORT = 24
"""Characters of a name that is one for all the dashes in it: "CDU - Fraktion Aktau"."""
_MOST_WORDS = 6
_MOST_PARTS = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    name: str
    stated: str
    origin: str
    weight: float

    @property
    def key(self) -> str:
        return folded(_SUFFIX.sub("", self.name))


def find_outlet(page: Page, url: str | None, outlets: Outlets) -> Found:
    """The outlet by the domain of its address, or else by the name its site gives itself, or else by its host."""
    host = ""
    for address in dict.fromkeys((url, page.source.url)):
        outlet, bare = by_address(address, outlets)
        if outlet is not None:
            return outlet, (Evidence(field="container_title", quote=bare, rule="domain of the address"),)
        host = host or ("" if bare.startswith(".") else bare)
    for entry in page.declared:  # whose name follows the @ has sent it, but a mail service is no outlet
        outlet, _ = by_address(f"https://{entry.value}/", outlets) if entry.field == "domain" else (None, "")
        if outlet is not None:
            return outlet, (Evidence(field="container_title", quote=entry.value, rule=entry.origin),)
    found = _by_name(page, url or page.source.url, outlets)
    if found[0] is None and "." in host:
        proof = Evidence(field="container_title", quote=host, rule="host of the address", confidence="inferred")
        return Outlet(name=host, type="webpage"), (proof,)
    return found


def _by_name(page: Page, address: str | None, outlets: Outlets) -> Found:
    hosts = frozenset(name for name in host_names(address) if len(name) > 1)
    named = [one for one in _stated(page, hosts) if one.key and folded(one.name) not in _GENERIC]
    if not named:
        return None, ()
    scores: dict[str, float] = {}
    for one in named:
        scores[one.key] = scores.get(one.key, 0.0) + one.weight
    scores = {key: score + (_AT_HOME if _bears(key, hosts) else 0) for key, score in scores.items()}
    best = max(scores, key=lambda key: scores[key])
    same = [one for one in named if one.key == best]
    chosen = max(same, key=lambda one: (_looks(one.name), one.weight))
    known = by_name(chosen.name, outlets)
    proof = Evidence(field="container_title", quote=chosen.stated, rule=chosen.origin)
    return known or Outlet(name=chosen.name, type="webpage"), (proof,)


def _stated(page: Page, hosts: frozenset[str]) -> Iterator[_Named]:
    titles = [row for row in page.declared if row.field == "title" and row.origin != "title element"]
    heads = {folded(row.value) for row in titles if not row.origin.endswith(_NO_HEADS)}
    hosts = hosts | {key for row in page.declared if row.field == "site_name" and (key := _handle(row.value))}
    for row in page.declared:
        if row.field == "site_name":
            weight = next((weight for pattern, weight in _WEIGHTS if pattern.search(row.origin)), _OTHERWISE)
            one = _Named(name=row.value, stated=row.value, origin=row.origin, weight=weight)
            if not row.value.startswith("@") and "://" not in row.value and (clean := _cleaned(one, hosts)):
                yield clean
        elif row.field == "title" and row.origin == "title element" and (part := _title_part(row.value, heads, hosts)):
            yield _Named(name=part, stated=row.value, origin=row.origin, weight=1.0)


_NO_HEADS = ("of another story", "of the site", "in a breadcrumb", "part of the heading", "without its kicker")


def _handle(value: str) -> str:
    """The letters of an account on a network, which say what the site is called as its host does."""
    return folded(value[1:]) if value.startswith("@") and len(value) > 3 else ""


def _title_part(title: str, heads: set[str], hosts: frozenset[str]) -> str | None:
    """The part of a title element that names the site: the host bears it, or it stands beside a headline of the page.

    A title that is one word in capitals beside another headline is the site's name too.
    """
    parts = [part.strip() for part in _PARTS.split(title[: 10 * _LONGEST]) if part.strip()] or [""]
    keys = [folded(part) for part in parts]
    if len(parts) == 1 and _LONE.fullmatch(title) and heads:
        return None if any(keys[0] in head for head in heads) else parts[0]
    for part, key in ((parts[-1], keys[-1]), (parts[0], keys[0])):
        if _is_nameable(part) and (key in hosts or (key not in heads and _bears(key, hosts))):
            return part
    starts = {folded("".join(parts[:at])) for at in range(1, min(len(parts), _MOST_PARTS))}
    if not starts.isdisjoint(heads) and keys[-1] not in heads and _is_nameable(parts[-1]):
        return parts[-1]
    if title[len(parts[0]) :].lstrip().startswith(":"):
        return None  # a kicker
    rest = folded("".join(parts[1:]))
    return parts[0] if rest in heads and keys[0] not in heads and _is_nameable(parts[0]) else None


def _is_nameable(part: str) -> bool:
    """Whether a part of a title can be a name: of few letters, no number, with its brackets whole."""
    whole = part.count("(") == part.count(")") and not part.startswith(".")
    return whole and len(part) <= _LONGEST and any(map(str.isalpha, part))


def _cleaned(one: _Named, hosts: frozenset[str]) -> _Named | None:
    """A statement as the bare name in it: without notices, slogans and the company behind the site."""
    text = " ".join(_NOTICE.sub(" ", one.name).replace("®", "").replace("™", "").split()).strip(" .,;|–—-:")
    if not text or text.isdigit() or "@" in text:
        return None
    parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
    weight = one.weight
    if len(parts) > 1:
        text = _telling_part(parts, hosts) or text
    text = _ASIDE.sub("", text)
    text = _FORM.sub("", text) or text
    if _COMPANY.search(text):
        weight *= 0.4
    if _DOMAIN.fullmatch(text):
        weight *= 0.6
    if len(text.split()) > _MOST_WORDS or len(text) > _LONGEST:
        weight *= 0.3
    return replace(one, name=text, weight=weight)


def _telling_part(parts: Sequence[str], hosts: frozenset[str]) -> str | None:
    """The part of a stated name that the host bears, or else the first that is short and no company."""
    for part in parts:
        if _bears(folded(part), hosts):
            return part
    if len("".join(parts)) <= _SHORT and not any(len(part.split()) > 2 for part in parts):
        return None
    short = [part for part in parts if len(part.split()) <= 4 and not _COMPANY.search(part)]
    return short[0] if short else None


def _bears(key: str, hosts: frozenset[str]) -> bool:
    """Whether a host bears a folded name, in full or as its beginning."""
    return bool(key) and any(
        key == host or (len(key) > 3 and (key in host or (len(host) > 3 and host in key))) for host in hosts
    )


def _looks(name: str) -> int:
    """How much a spelling looks like a name: not a domain, not all small or all capital letters."""
    score = 0 if _DOMAIN.fullmatch(name) else 2
    score += 2 if name != name.lower() else 0
    return score + (1 if name != name.upper() or len(name) <= 4 else 0)
