"""The smaller fields of a page that declares them: language, section, abstract, type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast, get_args

from digest.addresses import host
from digest.extract import fields
from digest.extract.naming import folded, names_of
from digest.languages import detect
from digest.model import ArticleType, Block, Declared, Evidence, Page
from digest.plans import Outlet

Proofs = tuple[Evidence, ...]

_ALSO_WRITTEN = {
    "arabic": "ar", "chinese": "zh", "deutsch": "de", "english": "en", "español": "es", "français": "fr",
    "french": "fr", "german": "de", "hindi": "hi", "in": "id", "italian": "it", "iw": "he", "japanese": "ja",
    "ji": "yi", "korean": "ko", "persian": "fa", "polish": "pl", "portuguese": "pt", "russian": "ru", "spanish": "es",
    "turkish": "tr", "ukrainian": "uk", "русский": "ru",
    "ara": "ar", "ces": "cs", "chi": "zh", "cze": "cs", "dan": "da", "deu": "de", "dut": "nl", "eng": "en",
    "fas": "fa", "fin": "fi", "fra": "fr", "fre": "fr", "ger": "de", "heb": "he", "hin": "hi", "hun": "hu",
    "ind": "id", "ita": "it", "jpn": "ja", "kaz": "kk", "kir": "ky", "kor": "ko", "nld": "nl", "nor": "no",
    "per": "fa", "pol": "pl", "por": "pt", "ron": "ro", "rus": "ru", "spa": "es", "swe": "sv", "tur": "tr",
    "ukr": "uk", "uzb": "uz", "vie": "vi", "zho": "zh", "ua": "uk", "cn": "zh", "jp": "ja", "kr": "ko", "cz": "cs",
}  # fmt: skip
"""Names and older or longer codes of languages that pages state for the two letters of ISO 639-1."""
_CODE = re.compile(r"^(?P<code>[a-z]{2})(?:[-_][A-Za-z0-9_-]{1,20})?$")
_UNTOLD = {
    "ar": {"ku", "ps", "sd"},
    "da": {"nb", "nn", "no"},
    "es": {"ca", "eu", "gl"},
    "fa": {"ku", "ps"},
    "hi": {"mr", "ne", "sa"},
    "kk": {"ba", "ky", "tt"},
    "mn": {"ky", "tt"},
    "no": {"da", "is", "nb", "nn"},
    "pt": {"gl"},
    "ru": {"ba", "cv", "ky", "mk", "sr", "tt", "tg", "uz"},
    "sr": {"mk"},
    "sv": {"fo", "is", "nb", "nn"},
    "tr": {"az", "tk"},
}
"""Languages that their words do not tell from the one on the left."""
_OTHER_LATIN = frozenset(
    """af az bs cy et eu ga ha hr id ig is kl lb lt lv ms mt nb nn rw sk sl so sq st sw tk tl tn ts vi xh yo zu
    """.split()  # noqa: SIM905 — a list of codes
)
"""Languages in Latin letters whose words we do not know: what is detected there, but English, may be chance."""
_LATIN = frozenset("cs da de es fi fr hu it nl no pl pt ro sv tr uz".split())  # noqa: SIM905 — a list of codes

_ENOUGH = 400
"""Characters of a text that would show that it is English."""

_NO_SECTION = re.compile(
    r"home(?:page)?|start(?:seite|sida|side)?|accueil|inicio|início|strona główna|anasayfa|ana sayfa|главная|головна|"
    r"首页|首頁|ホーム|トップ|홈|domů|hjem|etusivu|website|articles?|artikel|news|posts?|blog|all|uncategorized|allgemein|"
    r"без рубрики|sin categoría|non classé|detail|page|default|none|null|undefined|content|latest",
    re.I,
)
_LONGEST_SECTION = 60
_TYPES: tuple[str, ...] = get_args(ArticleType)
_BLOGS = re.compile(
    r"(?:^|\.)(?:substack\.com|beehiiv\.com|ghost\.io|wordpress\.com|blogspot\.[a-z.]{2,6}|medium\.com|tumblr\.com|"
    r"livejournal\.com|typepad\.com|hashnode\.dev|bearblog\.dev|micro\.blog|blog\.naver\.com|buttondown\.(?:com|email))$"
)
_POSTS = re.compile(
    r"(?:^|\.)(?:t\.me|telegram\.me|x\.com|twitter\.com|facebook\.com|vk\.com|threads\.(?:net|com)|bsky\.app|"
    r"mastodon\.\w+|linkedin\.com|weibo\.com|reddit\.com)$"
)


def find_language(page: Page, paragraphs: Sequence[Block], outlet: Outlet | None) -> tuple[str | None, Proofs]:
    """The language the words show, else what the page declares, else the outlet's."""
    stated = [(code, row) for row in page.declared if row.field == "language" and (code := _code(row.value))]
    text = "\n".join(block.text for block in paragraphs)
    detected = detect(text)
    if told := _told(detected, stated, long=len(text) > _ENOUGH):
        code, row = told
        return code, (Evidence(field="language", quote=row.value, rule=row.origin),)
    if detected:
        first = paragraphs[0]
        rule = "letters and small words"
        return detected, (Evidence(field="language", quote=first.text[:80], line=first.line, rule=rule),)
    if outlet is None or not outlet.domains or (outlet.language == "en" and len(text) > _ENOUGH):
        return None, ()
    rule = "the outlet's language"
    return outlet.language, (Evidence(field="language", quote=outlet.name, rule=rule, confidence="inferred"),)


def _told(detected: str | None, stated: Sequence[tuple[str, Declared]], *, long: bool) -> tuple[str, Declared] | None:
    """The statement that is believed: where the words tell nothing, or cannot tell two languages apart.

    English would have shown in a long text; templates state it whatever a page is in.
    """
    if detected is None:
        return next(((code, row) for code, row in stated if not (long and code == "en")), None)
    for code, row in stated:
        if code in _UNTOLD.get(detected, ()) or (detected in _LATIN and code in _OTHER_LATIN):
            return code, row
    return None


def _code(value: str) -> str | None:
    """The two letters of a language, as ISO 639-1 has them.

    >>> _code("en_GB"), _code("rus"), _code("utf-8")
    ('en', 'ru', None)
    """
    text = value.strip().split(",")[0].strip()
    known = _ALSO_WRITTEN.get(text.casefold()) or _ALSO_WRITTEN.get(re.split(r"[-_]", text.casefold())[0])
    match = _CODE.match(text[:1].lower() + text[1:2].lower() + text[2:])
    return known or (match["code"] if match else None)


def find_section(page: Page, outlet: Outlet | None) -> tuple[str | None, Proofs]:
    """The section as the page declares it, in its best spelling; the outlet's own name and "home" are none."""
    names = names_of(page, outlet)
    titles = {folded(row.value) for row in page.declared if row.field == "title"}
    rows = [row for row in page.declared if row.field == "section" and "(another" not in row.origin]
    trail = [row for row in rows if row.origin.endswith("BreadcrumbList")]
    rest = [row for row in rows if row not in trail]
    spelled = {folded(one): one for row in rows for one in _split(row.value) if one != one.lower() != one.upper()}
    for row in (*rest, *reversed(trail)):
        if folded(row.value) in titles or len(row.value) > 4 * _LONGEST_SECTION:
            continue
        for words in _split(row.value)[:1]:
            key = folded(words)
            if not key or key in titles or names.is_site(words) or _NO_SECTION.fullmatch(words):
                continue
            return spelled.get(key, words), (Evidence(field="section", quote=row.value, rule=row.origin),)
    return None, ()


def _split(value: str) -> list[str]:
    """The sections of one statement: lists in one string are common."""
    parts = (part.strip(" -–—/>|") for part in re.split(r"[,;|>/]", value[: 4 * _LONGEST_SECTION]))
    return [part for part in parts if part and len(part) <= _LONGEST_SECTION and not part.isdigit() and ":" not in part]


def find_genre(page: Page) -> tuple[str | None, Proofs]:
    """The genre the format declares (a mailing list's message is a newsletter), else what the text calls itself."""
    for entry in page.declared:
        if entry.field == "genre":
            genre = entry.value.capitalize() if entry.value.isupper() and " " in entry.value else entry.value
            return genre, (Evidence(field="genre", quote=entry.value, rule=entry.origin),)
    return fields.find_genre(page.blocks)


def find_abstract(page: Page) -> tuple[str | None, Proofs]:
    """The standfirst, else the description the page declares."""
    for block in page.blocks:
        if block.kind == "standfirst":
            return block.text, (Evidence(field="abstract", quote=block.text[:300], line=block.line, rule=block.rule),)
    for entry in page.declared:
        if entry.field == "abstract" and "(another" not in entry.origin:
            return entry.value, (Evidence(field="abstract", quote=entry.value[:300], rule=entry.origin),)
    return None, ()


def find_type(page: Page, outlet: Outlet | None, dateline: str | None) -> ArticleType:
    """What kind of work it is, by its outlet, by what the page declares, by its host, by its dateline."""
    if outlet and outlet.type != "webpage":
        return outlet.type
    place = host(page.source.url)
    if _POSTS.search(place):
        return "post"
    declared = [row.value for row in page.declared if row.field == "type" and "(another" not in row.origin]
    if "post-weblog" in declared or _BLOGS.search(place):
        return "post-weblog"
    found = next((value for value in declared if value in _TYPES and value not in ("article", "webpage")), None)
    if found and not (outlet and outlet.domains):  # of the sites we know, we know what they are
        return cast("ArticleType", found)
    return "article-newspaper" if dateline and not (outlet and outlet.domains) else "webpage"
