"""The commands of a LaTeX source that are no citations: headings, notes, captions, marks, and what shows nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from digest.citing.nouns import NOTE
from digest.interchange.latex import to_text
from digest.reports.latex.citations import read_quoted
from digest.reports.latex.tokens import Token
from digest.reports.latex.walking import Walk
from digest.reports.latex.words import BREAKS, ENQUOTES, HEADINGS, INPUTS, LETTERS, NOTES, REFERENCES, SKIPPED, SPACES
from digest.reports.sourcemap import Draft

_NUMBER = re.compile(r"\s{0,9}\{?\s{0,9}(\d{1,6})\s{0,9}\}?")


def read_word(walk: Walk, token: Token) -> None:
    """Read a command, and of its arguments those that are no text."""
    name = walk.source[token.start + 1 : token.end]
    plain = name.rstrip("*")
    for names, handler in _TABLE:
        if plain in names:
            handler(walk, token, name if name in names else plain)
            return
    if letter := LETTERS.get(plain) or to_text(f"\\{plain}{{}}"):
        walk.draft.put(letter, token.start, _past_blank(walk, token))
    else:
        _unknown(walk, token)


def _past_blank(walk: Walk, token: Token) -> int:
    """Pass the `{}` or the blank that ends a command; the place after it."""
    past = walk.source[token.end : token.end + 2]
    if past == "{}":
        walk.place += 2
        return token.end + 2
    if walk.place < len(walk.tokens) and walk.tokens[walk.place].kind == "space":
        walk.place += 1
        return walk.tokens[walk.place - 1].end
    return token.end


def _unknown(walk: Walk, _token: Token) -> None:
    """A command that only changes how its argument looks, as far as we know: its argument is text."""
    if walk.place < len(walk.tokens) and walk.tokens[walk.place].kind == "space":
        walk.place += 1  # TeX's own reading: a blank only ends the name
    walk.skip_options()


def _skip(walk: Walk, _token: Token, name: str) -> None:
    walk.skip_arguments(SKIPPED[name])


def _reference(walk: Walk, token: Token, _name: str) -> None:
    walk.skip_arguments(1)
    walk.draft.hide(NOTE, token.start, walk.tokens[walk.place - 1].end)


def _heading(walk: Walk, _token: Token, name: str) -> None:
    level = max(1, HEADINGS[name] - walk.shift)
    walk.finish(kind="heading", level=level)
    if walk.peek("opt") and walk.place in walk.closing:
        walk.place = walk.closing[walk.place] + 1
    if not walk.enter(lambda _: walk.finish()):
        walk.finish()


def _caption(walk: Walk, _token: Token, _name: str) -> None:
    """A paragraph of its own, which is no cell of the table it stands over."""
    part, walk.part = walk.part, walk.part if len(walk.flows) > 1 else "body"
    walk.finish(kind="caption")
    walk.part = part
    if walk.peek("opt") and walk.place in walk.closing:
        walk.place = walk.closing[walk.place] + 1
    if not walk.enter(lambda _: walk.finish()):
        walk.finish()


def _note(walk: Walk, token: Token, _name: str) -> None:
    if walk.peek("opt") and walk.place in walk.closing:
        walk.place = walk.closing[walk.place] + 1
    if len(walk.flows) > 1 or not walk.peek("open") or walk.place not in walk.closing:
        return  # a note in a note is read as its text
    end = walk.tokens[walk.closing[walk.place]].end
    caller, first = walk.draft, Draft(part="footnote")
    caller.put(NOTE, token.start, end)
    flow = [first]

    def close(_: Token) -> None:
        walk.draft.trim()
        walk.flows.pop()
        drafts = [one for one in flow if not one.is_empty] or flow[:1]
        for one in drafts:
            one.called = (token.start, end)
        caller.notes.append((place, drafts))

    place = len(caller) - 1
    walk.enter(close)
    walk.flows.append(flow)


def _quotation(walk: Walk, token: Token, name: str) -> None:
    opening, closing = ENQUOTES[name]
    if not closing:
        walk.draft.put(opening, token.start, _past_blank(walk, token))
        return
    draft = walk.draft
    where = walk.place
    if walk.enter(lambda last: walk.draft.put(closing, last.start, last.end)):
        draft.put(opening, token.start, walk.tokens[walk.place - 1].end)
    else:
        walk.place = where


def _cited_quotation(walk: Walk, token: Token, _name: str) -> None:
    r"""`\textcquote[p. 3]{key}{words}` of csquotes: its citation is part of it, and no edit takes it out."""
    command = read_quoted(walk.source, token.start, token.end)
    if command is None:
        return
    walk.skip_to(command.end)
    draft, place = walk.draft, walk.place

    def close(last: Token) -> None:
        walk.draft.put("”", last.start, last.end)
        walk.draft.citations.append((len(walk.draft), len(walk.draft), command))

    if walk.enter(close):
        draft.put("“", token.start, walk.tokens[walk.place - 1].end)
    else:
        walk.place = place


def _code(walk: Walk, _token: Token, _name: str) -> None:
    draft, start = walk.draft, len(walk.draft)
    walk.enter(lambda _: draft.opaque.append((start, len(draft))))


def _item(walk: Walk, _token: Token, _name: str) -> None:
    walk.finish(kind="list item")
    at = walk.place
    if walk.peek("opt") and walk.place in walk.closing:
        inside = walk.source[walk.tokens[walk.place].end : walk.tokens[walk.closing[walk.place]].start]
        if "@" not in inside:  # the word that a description explains
            walk.silent |= {walk.place, walk.closing[walk.place]}
            return
        walk.place = at


def _place_of_sources(walk: Walk, token: Token, name: str) -> None:
    walk.finish(kind="bibliography")
    walk.skip_arguments(int(name == "bibliography"))
    if name == "printbibliography" and walk.peek("opt") and walk.place in walk.closing:
        walk.place = walk.closing[walk.place] + 1
    walk.draft.span = (token.start, walk.tokens[walk.place - 1].end)
    walk.finish()


def _input(walk: Walk, _token: Token, name: str) -> None:
    first = walk.place
    walk.skip_arguments(2 if name.endswith("import") else 1)
    inside = walk.source[walk.tokens[first].start : walk.tokens[walk.place - 1].end]
    walk.inputs.append(" ".join(inside.replace("{", " ").replace("}", " ").split())[:200])


def _left_out(walk: Walk, token: Token, _name: str) -> None:
    end = walk.source.find("\\fi", token.end)
    if end >= 0:
        walk.skip_to(end + 3)


def _symbol(walk: Walk, token: Token, _name: str) -> None:
    if match := _NUMBER.match(walk.source, token.end):
        number = int(match[1])
        walk.skip_to(match.end())
        character = chr(number) if 31 < number < 0xD800 else " "  # no controls, no half characters
        walk.draft.put(character, token.start, match.end())


def _define(walk: Walk, token: Token, _name: str) -> None:
    r"""`\def\name#1{…}`."""
    end = walk.source.find("{", token.end, token.end + 200)
    if end >= 0:
        walk.skip_to(end)
        walk.skip_arguments(1)


def _break(walk: Walk, _token: Token, _name: str) -> None:
    walk.finish()


def _space(walk: Walk, token: Token, _name: str) -> None:
    walk.draft.blank(token.start, _past_blank(walk, token))


Handler = Callable[[Walk, Token, str], None]
_TABLE: tuple[tuple[Mapping[str, object] | frozenset[str], Handler], ...] = (
    (HEADINGS, _heading),
    (NOTES, _note),
    (ENQUOTES, _quotation),
    (frozenset(("textcquote", "blockcquote")), _cited_quotation),
    (INPUTS, _input),
    (REFERENCES, _reference),
    (frozenset(("caption", "subcaption")), _caption),
    (frozenset(("item", "bibitem")), _item),
    (frozenset(("texttt", "code")), _code),
    (frozenset(("printbibliography", "bibliography")), _place_of_sources),
    (frozenset(("iffalse",)), _left_out),
    (frozenset(("symbol", "char")), _symbol),
    (frozenset(("def", "gdef", "edef", "xdef")), _define),
    (SKIPPED, _skip),
    (BREAKS, _break),
    (SPACES, _space),
)
