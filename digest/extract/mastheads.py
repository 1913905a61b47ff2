"""An outlet that no table knows, by the name at the head of its page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digest.extract.furniture import asks, fold, phrases, unnamed
from digest.extract.lines import count_words, ends_sentence
from digest.extract.outlets import Found
from digest.extract.stamps import has_stamp
from digest.model import Block, Evidence
from digest.plans import Outlet

_HEAD = 3
"""Lines of a page, navigation not counted, in which its name may stand."""

_LONGEST = 45
_NAMES_A_PAPER = re.compile(
    r"\b(?:bulletin|chronicle|courier|dispatch(?:es)?|gazette|gazeta|herald|journal|magazine|monitor|observer|"
    r"telegraph|times|tribune|wire|review|weekly|post|press|insider|outlook|digest|anzeiger|blatt|nachrichten|rundschau|tageblatt|zeitung|courrier|diario|giornale|"
    r"вестник|ведомости|газета|известия|правда)\b|\w+(?:blatt|zeitung|anzeiger)$|(?:网|報|报|通讯社)$",
    re.I,
)
_DOMAIN = re.compile(r"(?:www\.)?[A-Za-z][\w-]{1,30}(?:\.[\w-]{2,20}){0,2}\.[A-Za-z]{2,6}")
_SPOKEN = (
    r"(?:position|views?|policy|opinions?|readers?|newsletter|subscri\w+|courtesy|property) (?:\w+ ){{0,2}}"
    r"(?:of|to|by) {name}|(?:агентство|газета|журнал|издание|портал|agentur|agence|agencia) [«„“\"]?{name}"
)


def masthead(blocks: Sequence[Block]) -> Found:
    """The outlet a page's first lines name: a newspaper's word or a domain is in it, or a notice repeats it."""
    seen = 0
    for block in blocks[: _HEAD * 6]:
        text = block.text
        if len(text) > _LONGEST:
            break
        if phrases().get(fold(text)):
            continue
        seen += 1
        if seen > _HEAD:
            break
        if _is_name(text) and (_tells(text) or _repeated(text, blocks)):
            rule = "name at the head of the page"
            proof = Evidence(field="container_title", quote=text, line=block.line, rule=rule, confidence="inferred")
            return Outlet(name=text, type="webpage"), (proof,)
    return None, ()


def _is_name(text: str) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    return (
        count_words(text) <= 5
        and bool(words)
        and text[0].isalnum()
        and not text[0].islower()
        and not has_stamp(text)
        and (not ends_sentence(text) and not text.endswith((":", "?", "!", ",", ">")))
        and not asks(text)
        and not all(word.casefold() in unnamed() for word in words)
    )


def _tells(text: str) -> bool:
    return bool(_DOMAIN.fullmatch(text) or (_NAMES_A_PAPER.search(text) and len(text) > len("Times") + 1))


def _repeated(text: str, blocks: Sequence[Block]) -> bool:
    """Whether a notice on the page speaks of the outlet by this name."""
    spoken = re.compile(_SPOKEN.format(name=re.escape(text)), re.I)
    return len(text) > 3 and any(text in block.text and spoken.search(block.text[:600]) for block in blocks)
