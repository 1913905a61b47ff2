"""A theme in config.yaml, changed where it stands: comments and everything else stay as they were."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from digest.errors import ConfigError
from digest.themes.weighing import Theme

if TYPE_CHECKING:
    import yaml

_BY_HAND = "change it in an editor"
_PLAIN = re.compile(r"[^\W\d_][\w .*’'-]{0,200}(?<! )")


def rewritten(text: str, old: Theme, new: Theme) -> str:
    """`text`, the phrases and the threshold of the theme `old` in it made those of `new`.

    >>> old = Theme(name="tea", title="Tea", phrases={"tea": 2, "cup": 1})
    >>> new = Theme(name="tea", title="Tea", phrases={"tea": 3, "oolong": 3}, threshold=5)
    >>> text = "themes:\\n  tea:  # hot\\n    title: Tea\\n    phrases: {tea: 2, cup: 1}\\n"
    >>> print(rewritten(text, old, new), end="")
    themes:
      tea:  # hot
        threshold: 5
        title: Tea
        phrases: {tea: 3, oolong: 3}
    """
    for phrase in old.phrases:
        if phrase not in new.phrases:
            text = _without(text, old.name, phrase)
    for phrase, weight in new.phrases.items():
        if old.phrases.get(phrase) != weight:
            text = _with_phrase(text, old.name, phrase, _number(weight))
    if new.threshold != old.threshold:
        text = _with_value(text, _theme(text, old.name), "threshold", _number(new.threshold))
    return text


def replaced(text: str, name: str, body: str) -> str:
    """`text` with the theme `name` as `body` has it, moved to where it stands."""
    key, value = _pair(_pair(_tree(text), "themes")[1], name)
    lines = text.splitlines(keepends=True)
    first, last = value.start_mark.line, _last_line(value)
    if first == key.start_mark.line:
        raise ConfigError(f"{name} stands on one line of the configuration", hint=_BY_HAND)
    moved = [" " * value.start_mark.column + line if line.strip() else "\n" for line in _dedented(body)]
    return "".join([*lines[:first], *moved, *lines[last + 1 :]])


def _dedented(body: str) -> list[str]:
    from textwrap import dedent

    return [line + "\n" for line in dedent(body).strip("\n").splitlines()]


def _without(text: str, name: str, phrase: str) -> str:
    phrases = _pair(_theme(text, name), "phrases")[1]
    key, value = _pair(phrases, phrase)
    start, end = key.start_mark.index, value.end_mark.index
    if not phrases.flow_style:
        start = text.rfind("\n", 0, start) + 1
        end = text.find("\n", end) + 1 or len(text)
        if len(phrases.value) == 1:
            return f"{text[:start]}{' ' * key.start_mark.column}{{}}\n{text[end:]}"
        return text[:start] + text[end:]
    after = re.compile(r"\s*,\s*").match(text, end)
    if after:
        return text[:start] + text[after.end() :]
    return re.sub(r"\s*,\s*\Z", "", text[:start]) + text[end:]


def _with_phrase(text: str, name: str, phrase: str, weight: str) -> str:
    theme = _theme(text, name)
    phrases = next((value for key, value in theme.value if key.value == "phrases"), None)
    if phrases is None or not isinstance(phrases.value, list):
        if phrases is not None:
            raise ConfigError(f"the phrases of {name} are no list of phrases and weights", hint=_BY_HAND)
        return _with_value(text, theme, "phrases", f"{{{_quoted(phrase)}: {weight}}}")
    return _with_value(text, phrases, phrase, weight)


def _with_value(text: str, mapping: Any, key: str, value: str) -> str:
    """`text` with that value of the mapping, in the place of its old one or beside its first or last key."""
    for known, old in mapping.value:
        if known.value == key:
            return text[: old.start_mark.index] + value + text[old.end_mark.index :]
    added = f"{_quoted(key)}: {value}"
    if not mapping.value:
        return f"{text[: mapping.start_mark.index]}{{{added}}}{text[mapping.end_mark.index :]}"
    if mapping.flow_style:
        at = mapping.value[-1][1].end_mark.index
        return f"{text[:at]}, {added}{text[at:]}"
    at = text.rfind("\n", 0, mapping.value[0][0].start_mark.index) + 1
    return f"{text[:at]}{' ' * mapping.start_mark.column}{added}\n{text[at:]}"


def _tree(text: str) -> Any:
    import yaml  # heavy for `digest --help`

    return yaml.compose(text, Loader=yaml.SafeLoader)  # checked before, by who read the settings


def _theme(text: str, name: str) -> Any:
    return _pair(_pair(_tree(text), "themes")[1], name)[1]


def _pair(mapping: Any, name: str) -> tuple[Any, Any]:
    pairs = mapping.value if mapping is not None and isinstance(mapping.value, list) else []
    found = next(((key, value) for key, value in pairs if key.value == name), None)
    if found is None:
        raise ConfigError(f'"{name}" does not stand where it could be changed', hint=_BY_HAND)
    return found


def _last_line(node: yaml.Node) -> int:
    """The line of the last word below `node`; its own end may stand after the comments that follow."""
    if isinstance(node.value, list) and node.value and not getattr(node, "flow_style", False):
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    end: int = node.end_mark.line
    return end if node.end_mark.column or end == node.start_mark.line else end - 1


def _quoted(phrase: str) -> str:
    import yaml

    plain = _PLAIN.fullmatch(phrase) and yaml.safe_load(phrase) == phrase
    return phrase if plain else json.dumps(phrase, ensure_ascii=False)


def _number(value: float) -> str:
    return f"{value:g}"
