"""Whether a sentence can be printed away from its page: what turns false or empty out of place, and why.

The wording is data, by language, in standing.yaml; a language without rules there is held to the marks alone.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from digest.briefs.verbs import has_verb, label_of
from digest.countries import countries

_SURELY_TELLS = 30  # words beyond which a sentence has a verb, whether our list knows it or not
_SHORTEST, _LONGEST = 6, 75  # words: below it is a label or an exclamation, above it no reader follows
_MOSTLY = 0.6  # the part of a sentence between quotation marks from which it is a quotation

_POINTS_BACK = "it begins with a word that points back"

_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»|„[^„“”]*[“”]|「[^「」]*」|『[^『』]*』")
_ENDS = re.compile(r"[.!…。！।۔]['\"’”»«)\]」』]*\Z")
_STARTS = re.compile(r"['\"‘“„«(\[「『$€£]*[^\W_a-zß-öø-ÿа-яёіїєґ]")
_ASKS = re.compile(r"\?(?:\s|\Z)")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffd]")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "(": ")", "[": "]", "「": "」", "『": "』"}
_PURE_CLOSERS = "”»)]」』"
_GUILLEMETS = str.maketrans("»«", "«»")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A reason not to print a sentence; one that `leans` is lifted where the sentence before it is printed."""

    reason: str
    leans: bool
    opening: re.Pattern[str] | None
    anywhere: re.Pattern[str] | None


def cannot_stand(sentence: str, language: str | None = None, *, besides: Collection[str] = ()) -> str | None:
    """Why `sentence` may not be printed away from its page at all, or None; reasons `besides` do not count.

    >>> cannot_stand("The mayor of Ulm resigned on Monday, as I reported here.")
    'it speaks in the first person'
    """
    if fault := _malformed(sentence) or _broken(sentence, language, leans=False, besides=besides):
        return fault
    empty = _says_nothing(sentence, language)
    return None if empty in besides else empty


def leans_back(sentence: str, language: str | None = None) -> str | None:
    """Why `sentence` can be read only after the one before it, or None.

    >>> leans_back("The move surprised investors."), leans_back("The move of the port surprised investors.")
    ('it names a thing already told', None)
    """
    if len(sentence) > _LONGEST * 12:
        return None  # it cannot stand at all
    broken = _broken(sentence, language, leans=True)
    if broken and not (broken == _POINTS_BACK and meets_another(sentence)):
        return broken
    return _no_antecedent(sentence, language) or _unbound_plural(sentence, language)


def is_balanced(text: str) -> bool:
    """Whether every bracket and quotation mark of `text` has its partner."""
    opened: list[str] = []
    turned = _turned(text)
    for mark in turned:
        if opened and mark in _CLOSERS[opened[-1]]:
            opened.pop()
        elif mark in _CLOSERS:
            opened.append(mark)
        elif mark in _PURE_CLOSERS:
            return False
    return not opened and turned.count('"') % 2 == 0


def _turned(text: str) -> str:
    """`text` with marks that elsewhere close made those that open, where they do: »so«, and ”so” in Swedish."""
    if 0 <= text.find("»") < text.find("«"):
        text = text.translate(_GUILLEMETS)
    return text.replace("”", '"') if "”" in text and "“" not in text and "„" not in text else text


def _malformed(sentence: str) -> str | None:
    if len(sentence) > _LONGEST * 12:
        return "it is too long"
    bare = _QUOTED.sub("", sentence)
    spaced = not _UNSPACED.search(sentence)
    checks = {
        "its quotation marks do not pair": not is_balanced(sentence),
        "it is an aside": sentence.startswith(("(", "（")),
        "it is a question": bool(_ASKS.search(bare)),
        "it is no whole sentence": not (_ENDS.search(sentence) and _STARTS.match(sentence)),
        "it is too short": spaced and len(sentence.split()) < _SHORTEST,
        "it is too long": len(sentence.split()) > _LONGEST,
        "it is a quotation": len(bare) < (1 - _MOSTLY) * len(sentence),
        "a character in it is no letter or mark": bool(_UNPRINTABLE.search(sentence)),
    }
    return next((reason for reason, found in checks.items() if found), None)


def _broken(sentence: str, language: str | None, *, leans: bool, besides: Collection[str] = ()) -> str | None:
    # What opens with a quotation is read from its first word: there it may point back as any sentence may.
    spoken = leans and bool(_QUOTED.match(sentence))
    bare = sentence if spoken else _QUOTED.sub("“”", sentence)
    first = bare.lstrip("“”\"'‘’([ ")
    for rule in _rules().get(_tongue(language), ()):
        if rule.leans is not leans or rule.reason in besides:
            continue
        if (rule.opening and rule.opening.match(first)) or (rule.anywhere and rule.anywhere.search(bare)):
            return rule.reason
    return None


def _tongue(language: str | None) -> str:
    return (language or "en").partition("-")[0].lower()


@cache
def _tables() -> Mapping[str, Mapping[str, Any]]:
    import yaml

    tables: dict[str, dict[str, Any]] = yaml.safe_load(
        resources.files("digest.briefs").joinpath("standing.yaml").read_text(encoding="utf-8")
    )
    return tables


@cache
def _rules() -> Mapping[str, tuple[Rule, ...]]:
    return {
        language: tuple(_rule(row, table.get("lists", {})) for row in table["rules"])
        for language, table in _tables().items()
    }


def _rule(row: Mapping[str, Any], lists: Mapping[str, str]) -> Rule:
    opening = [*_phrases(row.get("begins", ""), before=""), *_expressions(row.get("opening", ""), lists)]
    anywhere = [*_phrases(row.get("holds", ""), before=r"(?<![\w-])"), *_expressions(row.get("pattern", ""), lists)]
    return Rule(
        reason=row["reason"],
        leans=row.get("leans", False),
        opening=re.compile("|".join(opening)) if opening else None,
        anywhere=re.compile("|".join(anywhere)) if anywhere else None,
    )


def _phrases(listed: str, *, before: str) -> Iterator[str]:
    words = [re.escape(phrase.strip()) for phrase in listed.split("|") if phrase.strip()]
    if words:
        yield rf"{before}(?:{'|'.join(words)})(?![\w-])"


def _expressions(expression: str, lists: Mapping[str, str]) -> Iterator[str]:
    for name, listed in lists.items():
        expression = expression.replace(f"<{name}>", listed.replace("| ", "|").replace(" |", "|"))
    if expression:
        yield f"(?:{expression})"


def _says_nothing(sentence: str, language: str | None) -> str | None:
    if _tongue(language) != "en":
        return None
    bare = _QUOTED.sub("“”", sentence)
    if label_of(bare):
        return "it stands under a label"
    return None if len(bare.split()) > _SURELY_TELLS or has_verb(bare) else "it has no verb"


_PLURAL = re.compile(r"(?<![\w-])(?:they|them|their|theirs|themselves)(?![\w-])", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\w{3}(?<!ss)(?<!us)(?<!is)s['’]?(?![\w’'])|\b(?:and|both|each|every|any|no|few|many|most|some|all|several|people|police|"
    r"men|women|children|media|military|government|parliament|company|team|army|family|couple|pair|majority|public|everyone|"
    r"everybody|anyone|anybody|someone|whoever|who|we|they|others|one another|million|percent|dozen|staff|crew)\b"
    r"|[\w-]+(?:men|women|people)\b|\d",
    re.IGNORECASE,
)
_ADJUNCT_OF_THEIRS = re.compile(r"(?:\w+ ){1,3}their\b[^,]{1,80}, (?P<who>[A-ZÀ-ÖØ-Þ][\w’'-]+)(?P<rest>.*)", re.DOTALL)


def _unbound_plural(sentence: str, language: str | None) -> str | None:
    """Of "Orban hinted at their meeting" nobody knows who the others are."""
    found = _PLURAL.search(sentence) if _tongue(language) == "en" else None
    if not found or _SEVERAL.search(sentence, 0, found.start()) or meets_another(sentence):
        return None
    return "it speaks of people unnamed"


def meets_another(sentence: str) -> bool:
    """Whether "their" in what opens `sentence` means two people its main clause names.

    >>> meets_another("During their meeting in Baku, Orban praised Aliyev.")
    True
    >>> meets_another("During their talks, Orban smiled.")
    False
    """
    opening = _ADJUNCT_OF_THEIRS.match(sentence)
    if not opening or countries(opening["who"]):
        return False
    names = (name.group() for name in _NAME.finditer(opening["rest"]))
    others = (name for name in names if not countries(name) and name.removesuffix("’s") != opening["who"])
    return any(not _is_part(name, opening["rest"]) for name in others)


def _is_part(name: str, rest: str) -> bool:
    """Whether a capitalised word is the second half of the name that opens the clause, or part of a longer name."""
    return rest.startswith(f" {name}")


_PRONOUN = re.compile(r"(?<![\w-])(?:he|she|him|his|hers?|himself|herself)(?![\w-])")
_NAME = re.compile(r"(?<![\w-])[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]+")


def _no_antecedent(sentence: str, language: str | None) -> str | None:
    if _tongue(language) != "en":
        return None
    bare = _QUOTED.sub("“”", sentence)
    named = any(name.group().lower() not in _no_names() for name in _NAME.finditer(bare))
    return "it speaks of someone unnamed" if _PRONOUN.search(bare) and not named else None


@cache
def _no_names() -> frozenset[str]:
    return frozenset(_tables()["en"]["capitalised"].split())
