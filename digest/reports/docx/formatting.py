"""Formatted text as Word's runs: italics and their like, direction, language, and addresses to click."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from digest.citing import Run
from digest.reports.docx.elements import RUN_ORDER, put, q, texts, w

Script = Literal["", "rtl", "asian"]
Relate = Callable[[str], str]
"""Gives the identifier of the relationship of the part that leads to an address."""

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ASIAN = re.compile(
    r"[\u1100-\u11ff\u2e80-\u303f\u3040-\u31ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef]"
)
_LEFT = re.compile(r"[^\W\d_]")
_SAFE = re.compile(r"(?:https?|mailto|ftp):[^\s\"\\]{1,2000}", re.I)
_KNOWN = """ar-SA de-DE en-US es-ES fa-IR fr-FR he-IL it-IT ja-JP kk-KZ ko-KR ky-KG mn-MN pl-PL ru-RU tg-TJ tr-TR ug-CN
    uk-UA ur-PK uz-UZ zh-CN"""
_REGIONS = {told[:2]: told for told in _KNOWN.split()}
"""Word wants a language with a region: the one whose spelling dictionary it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How runs are to look: the properties of the text they stand in (`w:rPr`), the style of links, their language.

    `link` None leaves addresses as plain text. Without `relate`, an address is a field of its own. `around` is the way
    of setting the text they stand in, which brackets and blanks at their edges go with.
    """

    like: Any | None = None
    link: str | None = None
    language: str | None = None
    relate: Relate | None = None
    around: Script = ""


def script_of(character: str) -> Script | None:
    """Which way of setting type a character wants; None where it goes with those beside it.

    >>> [script_of(one) for one in "aش中 ."]
    ['', 'rtl', 'asian', None, None]
    """
    if _ASIAN.match(character):
        return "asian"
    if unicodedata.bidirectional(character) in ("R", "AL"):
        return "rtl"
    return "" if _LEFT.match(character) else None


def stretches(text: str, around: Script = "") -> Iterator[tuple[Script, str]]:
    """The text cut where its script changes; what stands between two letters of one script goes with them.

    What stands between two scripts goes with the text around.

    >>> [*stretches("RFE/RL, شىنجاڭ، ئۈرۈمچى, 2022")]
    [('', 'RFE/RL, '), ('rtl', 'شىنجاڭ، ئۈرۈمچى'), ('', ', 2022')]
    >>> [*stretches("(شىنجاڭ، 2022)", "rtl")]
    [('rtl', '(شىنجاڭ، 2022)')]
    >>> [*stretches("(Standish 2022)", "rtl")]
    [('rtl', '('), ('', 'Standish 2022'), ('rtl', ')')]
    """
    scripts: list[Script | None] = [script_of(one) for one in text]
    last: Script = around
    at = 0
    while at < len(scripts):
        end = next((n for n in range(at, len(scripts)) if scripts[n] is not None), len(scripts))
        following: Script = (scripts[end] or "") if end < len(scripts) else around
        numbered = max((n + 1 for n in range(at, end) if text[n].isdigit()), default=at) if not last else at
        scripts[at:numbered] = [last] * (numbered - at)  # a year behind a Latin name goes with it
        scripts[numbered:end] = [following if following == last else around] * (end - numbered)
        if end < len(scripts):
            last = following
        at = end + 1
    pairs = zip(scripts, text, strict=True)
    for script, group in groupby(pairs, key=lambda pair: pair[0]):
        yield script or "", "".join(character for _, character in group)


def is_right_to_left(text: str) -> bool:
    """Whether most letters of a text, its addresses left out, run from right to left."""
    letters = [script_of(one) for one in re.sub(r"\w{1,12}://\S+", "", text) if one.isalpha()]
    return 2 * letters.count("rtl") > len(letters)


def runs_of(shown: Sequence[Run], look: Look) -> list[Any]:
    """The runs, and the links around them, that show a formatted text."""
    made: list[Any] = []
    for url, group in groupby(shown, key=lambda run: run.url if look.link is not None else ""):
        if url and _SAFE.fullmatch(url):
            made += _linked(url, [*group], look)
        else:
            made += [element for run in group for element in _runs(run, look, style=None)]
    return made


def _linked(url: str, shown: Sequence[Run], look: Look) -> list[Any]:
    inside = [element for run in shown for element in _runs(run, look, style=look.link)]
    if look.relate is None:
        return field(f' HYPERLINK "{url}" ', inside)
    link = w("hyperlink", *inside, history="1")
    link.set(_RELATION, look.relate(url))
    return [link]


def field(code: str, result: Iterable[Any]) -> list[Any]:
    """The runs of a field: its code, and what it shows.

    >>> [child.tag.partition("}")[2] for run in field(" CITATION ng2031 ", []) for child in run]
    ['fldChar', 'instrText', 'fldChar', 'fldChar']
    """
    begin, separate, end = (w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return [begin, w("r", w("instrText", code)), separate, *result, end]


def _runs(run: Run, look: Look, *, style: str | None) -> Iterator[Any]:
    around = look.around or ("rtl" if look.like is not None and _is_on(look.like, "rtl") else "")
    for script, text in stretches(run.text, around):
        properties = properties_of(run, look.like, style=style)
        _set_script(properties, script, text, look)
        yield w("r", properties if len(properties) else None, *texts(text))


def properties_of(run: Run, like: Any | None = None, *, style: str | None = None) -> Any:
    """The properties of a run in a text whose own are `like`."""
    properties = w("rPr") if like is None else deepcopy(like)
    properties.tail = None
    for old in [one for one in properties if one.tag.endswith(("}rPrChange", "}ins", "}del", "}rtl"))]:
        properties.remove(old)
    wanted = [
        w("rStyle", val=style) if style else None,
        *((w("b"), w("bCs")) if run.bold else ()),
        *((w("i"), w("iCs")) if run.italic else ()),
        w("smallCaps") if run.small_caps else None,
        w("u", val="single") if run.underline else None,
        w("vertAlign", val="superscript" if run.raised == "super" else "subscript") if run.raised else None,
    ]
    for element in wanted:
        if element is not None:
            put(properties, element, RUN_ORDER)
    return properties


def _set_script(properties: Any, script: Script, text: str, look: Look) -> None:
    language = language_tag(look.language)
    if script == "rtl":
        put(properties, w("rtl"), RUN_ORDER)
        if language[:2] in _RIGHT_TO_LEFT:
            put(properties, _with(properties, "lang", bidi=language), RUN_ORDER)
    elif script == "asian":
        put(properties, _with(properties, "rFonts", hint="eastAsia"), RUN_ORDER)  # its quotation marks are wide ones
        if language[:2] in ("ja", "ko", "zh"):
            put(properties, _with(properties, "lang", eastAsia=language), RUN_ORDER)
    elif language and _is_cyrillic(text) and language[:2] in _CYRILLIC:
        put(properties, _with(properties, "lang", val=language), RUN_ORDER)


_RIGHT_TO_LEFT = ("ar", "fa", "he", "ug", "ur")
_CYRILLIC = ("be", "bg", "kk", "ky", "mk", "mn", "ru", "sr", "tg", "uk")


def _with(properties: Any, tag: str, **attributes: str) -> Any:
    """A property of a run with attributes more, to be put in place of the one there is."""
    there = properties.find(q(tag))
    made = w(tag) if there is None else deepcopy(there)
    for name, value in attributes.items():
        made.set(q(name), value)
    return made


def _is_on(properties: Any, tag: str) -> bool:
    there = properties.find(q(tag))
    return there is not None and there.get(q("val"), "1") not in ("0", "false", "off")


def _is_cyrillic(text: str) -> bool:
    letters = [one for one in text if one.isalpha()]
    return bool(letters) and all("\u0400" <= one <= "\u052f" for one in letters)


def language_tag(language: str | None) -> str:
    """A language as Word names it, with its region; "" where it is unknown.

    >>> language_tag("ug"), language_tag("zh-TW"), language_tag(None)
    ('ug-CN', 'zh-TW', '')
    """
    told = (language or "").replace("_", "-")
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", told):
        return ""
    return told if "-" in told else _REGIONS.get(told.lower(), "")
