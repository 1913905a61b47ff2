"""The list `names:` in config.yaml, changed where it stands: comments and everything else stay as they were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from digest.authorities.folding import folded
from digest.errors import ConfigError
from digest.feedlists import after_line, last_line

if TYPE_CHECKING:
    import yaml

_KEY = "names"


def with_names(text: str, name: str, field: str, others: Sequence[str]) -> str:
    """`text` with `others` under `field` (also, apart) of the rule that bears `name`, which is begun if there is none.

    >>> print(with_names("language: en  # ours\\n", "Toqaev", "also", ["Tokayev"]), end="")
    language: en  # ours
    <BLANKLINE>
    names:
      - {name: Toqaev, also: [Tokayev]}
    """
    entry = _bearing(text, name)
    if entry is None:
        return _begun(text, {"name": name, field: list(others)})
    known = {folded(value) for value in _values(_field(entry, field))}
    added = [other for other in dict.fromkeys(others) if folded(other) not in known]
    return _added(text, entry, field, added) if added else text


def with_house(text: str, name: str, house: str) -> str:
    """`text` with `house` as the spelling of the rule that bears `name`."""
    entry = _bearing(text, name)
    if entry is None:
        return _begun(text, {"name": house, "also": [name]})
    old = _field(entry, "name")
    if old is None or folded(old.value) == folded(house) == folded(name):
        return text
    renamed = text[: old.start_mark.index] + _flow(house) + text[old.end_mark.index :]
    return with_names(renamed, house, "also", [old.value, name] if folded(name) != folded(house) else [old.value])


def _rules(text: str) -> tuple[Any, Any] | None:
    """The key and the value of the list."""
    import yaml  # heavy for `digest --help`

    tree: Any = yaml.compose(text, Loader=yaml.SafeLoader)  # checked before, by who read the settings
    pairs = tree.value if isinstance(tree, yaml.MappingNode) else []
    return next(((key, value) for key, value in pairs if key.value == _KEY), None)


def _bearing(text: str, name: str) -> Any | None:
    """The rule with that name, else the first that has it among its spellings."""
    found = _rules(text)
    entries = found[1].value if found and isinstance(found[1].value, list) else []
    for field in ("name", "also"):
        for entry in entries:
            if folded(name) in map(folded, _values(_field(entry, field))):
                return entry
    return None


def _field(entry: Any, field: str) -> Any | None:
    pairs = entry.value if isinstance(entry.value, list) else []
    return next((value for key, value in pairs if key.value == field), None)


def _values(node: Any | None) -> list[str]:
    if node is None:
        return []
    return [item.value for item in node.value] if isinstance(node.value, list) else [node.value]


def _begun(text: str, rule: dict[str, object]) -> str:
    found = _rules(text)
    line = f"- {_flow(rule)}\n"
    if found is None:
        head = text.rstrip("\n") + "\n\n" if text.strip() else ""
        return f"{head}{_KEY}:\n  {line}"
    key, value = found
    if not value.value or value.tag == "tag:yaml.org,2002:null":
        if value.value or isinstance(value.value, list):  # null, ~ or []
            text = text[: value.start_mark.index].rstrip(" ") + text[value.end_mark.index :]
        return after_line(text, key.start_mark.line, f"  {line}")
    if value.flow_style:
        at = value.end_mark.index - 1
        return f"{text[:at]}, {_flow(rule)}{text[at:]}"
    return after_line(text, last_line(value), f"{' ' * value.start_mark.column}{line}")


def _added(text: str, entry: Any, field: str, others: Sequence[str]) -> str:
    node = _field(entry, field)
    if node is None:
        said = f"{field}: {_flow(list(others))}"
        if entry.flow_style:
            at = entry.end_mark.index - 1
            return f"{text[:at]}, {said}{text[at:]}"
        return after_line(text, last_line(entry), f"{' ' * entry.start_mark.column}{said}\n")
    if isinstance(node.value, list) and not node.flow_style:
        lines = "".join(f"{' ' * node.start_mark.column}- {_flow(other)}\n" for other in others)
        return after_line(text, last_line(node), lines)
    if _is_text_over_lines(node):
        raise ConfigError("the rule is written in a way that cannot be changed here", hint="change it in an editor")
    every = _flow([*filter(None, _values(node)), *others])
    return text[: node.start_mark.index] + every + text[node.end_mark.index :]


def _is_text_over_lines(node: yaml.Node) -> bool:
    return node.start_mark.line != node.end_mark.line and not isinstance(node.value, list)


def _flow(value: object) -> str:
    import yaml

    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=100_000, sort_keys=False)
    return str(text).removesuffix("...\n").strip()
