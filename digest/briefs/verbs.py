"""Whether some English words tell anything: a label or an item of a list has no finite verb."""

from __future__ import annotations

import re


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_AUXILIARY = _listed("""
    is are was were am be been being has have had having do does did will would can could may might must shall should
    cannot isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
    shouldn't""")
_PAST = _listed("""
    ate beat became began bent bet bit blew bled bore bought bound broke brought built burst came cast caught chose
    clung cost crept cut dealt dove drank drew drove dug fed fell felt fled flew forbade forgot fought found froze
    gave gone got grew ground heard held hid hit hung hurt kept knelt knew laid lay led left lent let lit lost made
    meant met mistook outdid overcame overthrew paid proved put quit ran rang read resold rose sang sank sat saw
    sent set shed shone shook shot shrank shut slept slid sold sought sowed spent split spoke spread sprang stole
    stood strode stuck struck stung swam swept swore swung taught thought threw told took tore understood undertook
    upheld upset wept went withdrew withstood woke won wore wrote said""")
_PRESENT = _listed("""
    says sees wants plans hopes seeks remains appears continues expects fears believes faces needs makes takes gets
    gives goes comes keeps holds leaves means shows tells knows thinks calls denies accuses warns adds notes argues
    claims insists opens closes begins ends starts stops stands lies runs leads follows seems looks helps offers asks
    allows provides includes involves suggests reflects marks brings sends sets puts lets cuts raises lowers rises
    falls grows owes owns buys sells pays earns loses wins meets joins quits votes bans
    say see want hope seek remain appear continue expect fear believe need make take get give go come keep hold leave
    mean show tell know think deny accuse warn add argue insist begin seem help ask allow provide include involve
    suggest reflect bring send let raise fall grow owe own buy sell pay earn lose win meet join agree differ""")
_FINITE = _AUXILIARY | _PAST | _PRESENT
_NO_DEED = _listed("said told wrote thought felt meant held stood lay led kept found saw made")  # of views as of deeds
_NO_VERB_AFTER = _listed("a an the of in at by for from with newly recently so-called and its their his her this that")
_SUBORDINATES = _listed("who whose which that where since because as while whom")
_FIRST = 2  # words; a sentence may open with a clause of its own
_ASKING = _listed("what what's why how where when who who's")
_SINGLE = _listed("analysis background context details example exclusive flashback takeaway update zoom")
_LONGEST_LABEL = 6

_TOKEN = re.compile(r"[\w’'.-]*[\w’']")
_CONTRACTED = re.compile(r"(?:he|she|it|they|we|you|i|that|there|who)['’](?:s|re|ve|ll|d|m)\Z", re.IGNORECASE)
_LABEL = re.compile(r"([^.:;!?“”\"«»()\[\]]{2,60})[:?] (?=[“\"‘'\w$€£])")


def has_verb(text: str) -> bool:
    """Whether some word of `text` is, or may be, a finite verb.

    >>> has_verb("A report by the ministry on transit fees."), has_verb("Mongolia raised its transit fees.")
    (False, True)
    """
    tokens = ["", *_TOKEN.findall(text.replace("’", "'")), ""]
    return any(_may_be_finite(*three) for three in zip(tokens, tokens[1:], tokens[2:], strict=False) if three[1])


def _may_be_finite(before: str, word: str, after: str) -> bool:
    plain = word.lower()
    if plain in _FINITE:
        return before.lower() not in ("a", "an", "the")
    if _CONTRACTED.match(plain):
        return True
    if len(plain) > 3 and plain.endswith("ed") and word[0].islower() and "-" not in word:
        return before.lower() not in _NO_VERB_AFTER and after.lower() != "by"
    # "Kazakhstan exports": a verb by its ending, right after a name
    return plain.endswith("s") and not plain.endswith(("ss", "'s")) and word[0].islower() and before[:1].isupper()


def tells(text: str) -> bool:
    """Whether the main clause of `text` says in the simple past what somebody did.

    >>> tells("The ministers met in Accra."), tells("The ministers have not met in Accra."), tells("They aim to meet.")
    (True, False, False)
    """
    tokens = [token.lower() for token in _TOKEN.findall(text.replace("’", "'"))]
    end = next((at for at, token in enumerate(tokens) if token in _SUBORDINATES and at > _FIRST), len(tokens))
    return any(_is_deed(tokens, at) for at in range(1, end))


def _is_deed(tokens: list[str], at: int) -> bool:
    word, before, after = tokens[at], tokens[max(0, at - 3) : at], tokens[at + 1 : at + 2]
    if before[-1] in _NO_VERB_AFTER or set(before) & _AUXILIARY or after == ["by"]:
        return False
    return (word in _PAST and word not in _NO_DEED) or (len(word) > 3 and word.endswith("ed") and "-" not in word)


def label_of(paragraph: str) -> str:
    """The label that opens `paragraph`, with its colon and blank; "" where it opens with a sentence.

    >>> label_of("Why it matters: Rivers rise."), label_of("The minister warned: Rivers rise.")
    ('Why it matters: ', '')
    """
    found = _LABEL.match(paragraph[:80])
    if not found:
        return ""
    words = found[1].replace("’", "'").split()
    if len(words) > _LONGEST_LABEL or (len(words) == 1 and words[0].lower() not in _SINGLE):
        return ""
    asked = words[0].lower() in _ASKING
    imperative = len(words) > 1 and words[0].lower() in _FINITE and not has_verb(" ".join(words[1:]))
    return found.group() if asked or imperative or not has_verb(found[1]) else ""
