"""The records of a JSON file, one at a time, so that a library of any size can be read back."""

from __future__ import annotations

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator, Mapping

from digest.errors import ReadError

LARGEST = 64_000_000
"""Characters a record may have; a long article with its page and its history has one million."""

_HINT = "CSL-JSON is an array of objects, as `digest export` writes it; pages go in by `digest add`"
_BETWEEN = re.compile(r"[\s,]*")
_OPENING = re.compile(r"\s*\[?")
_AT_END = 20  # characters before the end, where a word, number or escape may have been cut


def read_records(pieces: Iterable[bytes], name: str) -> Iterator[Mapping[str, object]]:
    r"""The objects of a JSON array, or of a text with one object after another; ReadError names the line.

    >>> list(read_records([b'[{"id": "a"}, {"i', b'd": "b"}]'], "x.json"))
    [{'id': 'a'}, {'id': 'b'}]
    """
    text = _Text(pieces, name)
    text.skip(_OPENING)
    while text.skip(_BETWEEN):
        if text.ends_array():
            return
        yield text.record()


class _Text:
    """A text that comes in pieces, and the place up to which it has been read."""

    def __init__(self, pieces: Iterable[bytes], name: str) -> None:
        self._pieces = iter(pieces)
        self._decoder = getincrementaldecoder("utf-8-sig")()
        self._decode = json.JSONDecoder().raw_decode
        self._name = name
        self._text = ""
        self._place = 0
        self._lines = 0  # before `_text`
        self._whole = False

    def skip(self, pattern: re.Pattern[str]) -> bool:
        """Go past what `pattern` matches, and say whether anything follows."""
        while True:
            match = pattern.match(self._text, self._place)
            self._place = match.end() if match else self._place
            if self._place < len(self._text):
                return True
            if not self._more():
                return False

    def ends_array(self) -> bool:
        """Whether the closing bracket is next."""
        return self._text[self._place] == "]"

    def record(self) -> Mapping[str, object]:
        """The object that is next."""
        while True:
            try:
                value, self._place = self._decode(self._text, self._place)
            except json.JSONDecodeError as error:
                cut = error.msg.startswith("Unterminated") or error.pos >= len(self._text) - _AT_END
                if not (cut and self._more()):
                    raise self._wrong(f"not JSON: {error.msg}", error.pos) from error
            except (RecursionError, ValueError) as error:
                raise self._wrong("not JSON that can be read", self._place) from error
            else:
                break
        if not isinstance(value, Mapping):
            raise self._wrong("holds something else than records", self._place)
        return value

    def _more(self) -> bool:
        """Read at least as much again as is at hand, and say whether there was anything."""
        at_hand = len(self._text) - self._place
        if at_hand > LARGEST:
            raise self._wrong(f"a record of more than {LARGEST // 1_000_000} million characters", self._place)
        found: list[str] = []
        while not self._whole and sum(map(len, found)) <= min(at_hand, LARGEST - at_hand):
            found.append(self._piece())
        self._lines += self._text.count("\n", 0, self._place)
        self._text = self._text[self._place :] + "".join(found)
        self._place = 0
        return any(found)

    def _piece(self) -> str:
        piece = next(self._pieces, b"")
        self._whole = not piece
        try:
            return self._decoder.decode(piece, self._whole)
        except UnicodeDecodeError as error:
            raise ReadError("not JSON: not UTF-8", where=self._name, hint=_HINT) from error

    def _wrong(self, what: str, place: int) -> ReadError:
        line = self._lines + self._text.count("\n", 0, place) + 1
        return ReadError(what, where=f"{self._name}:{line}", hint=_HINT)
