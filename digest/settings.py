"""A file of settings as typed values: every wrong key or value is named with its line and the nearest spelling."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from digest.errors import ConfigError
from digest.model import Date

if TYPE_CHECKING:
    import yaml

LARGEST = 1_000_000
"""Characters a file of settings may have; the sample has twenty thousand."""
DEEPEST = 20

T = TypeVar("T")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A value of a YAML file and where it stands: `value` is a text, None, a list of nodes or pairs of nodes."""

    value: str | tuple[Node, ...] | tuple[tuple[Node, Node], ...] | None
    kind: Literal["text", "empty", "list", "mapping"]
    name: str
    line: int

    @property
    def where(self) -> str:
        """`file:line`."""
        return f"{self.name}:{self.line}"

    def wrong(self, what: str, hint: str = "") -> ConfigError:
        """The error that says `what` is wrong here."""
        return ConfigError(what, where=self.where, hint=hint)

    @property
    def text(self) -> str:
        """The words of a text, "" of an empty value."""
        if self.kind not in ("text", "empty"):
            raise self.wrong(f"a word or number is wanted here, not a {self.kind}")
        return self.value if isinstance(self.value, str) else ""

    @property
    def items(self) -> tuple[Node, ...]:
        """The items of a list; a lone text counts as a list of one."""
        if self.kind == "empty":
            return ()
        if self.kind == "mapping":
            raise self.wrong("a list is wanted here, not a mapping")
        return (self,) if self.kind == "text" else self.value  # type: ignore[return-value]

    @property
    def pairs(self) -> tuple[tuple[Node, Node], ...]:
        """The keys and values of a mapping, each key once."""
        if self.kind == "empty":
            return ()
        if self.kind != "mapping":
            raise self.wrong(f"a mapping, `key: value`, is wanted here, not a {self.kind}")
        pairs: tuple[tuple[Node, Node], ...] = self.value  # type: ignore[assignment]
        seen: dict[str, int] = {}
        for key, _ in pairs:
            if key.text in seen:
                raise key.wrong(f'"{key.text}" stands twice', f"first on line {seen[key.text]}")
            seen[key.text] = key.line
        return pairs


def read_yaml(text: str, name: str) -> Node:
    """The tree of a YAML text; ConfigError names the line where it is not YAML, or holds aliases, or is too large."""
    import yaml  # heavy for `digest --help`

    if len(text) > LARGEST:
        raise ConfigError(f"longer than {LARGEST:,} characters", where=name, hint="is this a file of settings?")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        _bound(yaml.parse(text, Loader=loader), name)
        tree = yaml.compose(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = f"{name}:{mark.line + 1}" if mark else name
        raise ConfigError(f"not YAML: {error.problem or error.context}", where=where) from error
    except yaml.YAMLError as error:  # a character YAML forbids
        raise ConfigError(f"not YAML: {str(error).splitlines()[0]}", where=name) from error
    return Node(value=None, kind="empty", name=name, line=1) if tree is None else _node(tree, name)


def _bound(events: Iterable[yaml.Event], name: str) -> None:
    import yaml

    depth = 0
    for event in events:
        if isinstance(event, yaml.AliasEvent):
            raise ConfigError("aliases (*name) are not read", where=_place(event, name), hint="write the value out")
        depth += isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent))
        depth -= isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent))
        if depth > DEEPEST:
            raise ConfigError("nested too deeply", where=_place(event, name))


def _place(event: yaml.Event, name: str) -> str:
    return f"{name}:{event.start_mark.line + 1}" if event.start_mark else name


def _node(tree: yaml.Node, name: str) -> Node:
    import yaml

    line = tree.start_mark.line + 1
    if isinstance(tree, yaml.MappingNode):
        pairs = tuple((_node(key, name), _node(value, name)) for key, value in tree.value)
        return Node(value=pairs, kind="mapping", name=name, line=line)
    if isinstance(tree, yaml.SequenceNode):
        return Node(value=tuple(_node(item, name) for item in tree.value), kind="list", name=name, line=line)
    if tree.tag == "tag:yaml.org,2002:null":
        return Node(value=None, kind="empty", name=name, line=line)
    return Node(value=str(tree.value), kind="text", name=name, line=line)


_LEAST = 3
"""Letters of a word that may stand for the one it begins."""


def nearest(word: str, known: Iterable[str]) -> str:
    """The hint `did you mean …?`, or the known words where none is near.

    >>> nearest("stlye", ["style", "title"])
    'did you mean "style"?'
    >>> nearest("sadykova", ["sadykova2027kazakhstan", "sato2027tokyo"])
    'did you mean "sadykova2027kazakhstan"?'
    """
    choices = list(known)
    begun = [choice for choice in choices if len(word) >= _LEAST and choice.casefold().startswith(word.casefold())]
    close = begun if len(begun) == 1 else get_close_matches(word, choices, n=1, cutoff=0.6)
    if close:
        return f'did you mean "{close[0]}"?'
    return f"known are {', '.join(choices)}" if 0 < len(choices) <= 30 else ""


def build(kind: type[T], node: Node, given: Mapping[str, object] | None = None) -> T:
    """A dataclass of `kind` from the mapping `node`; `given` fields are ours, not the file's."""
    hints = _hints(cast("Any", kind))
    values: dict[str, Any] = dict(given or {})
    wanted = [field for field in hints if field not in values]
    for key, value in node.pairs:
        field = key.text.replace("-", "_")
        field += "_" * (f"{field}_" in wanted)  # `from`, a word of Python's own
        if field not in wanted:
            raise key.wrong(f'unknown key "{key.text}"', nearest(key.text, wanted))
        values[field] = _value(hints[field], value)
    lacking = [field for field in _required(kind) if field not in values]
    if lacking:
        raise node.wrong(f'"{lacking[0]}" is missing here')
    try:
        return kind(**values)
    except ValueError as error:
        raise node.wrong(str(error)) from error


@cache
def _hints(kind: Any) -> dict[str, Any]:
    named = {field.name for field in dataclasses.fields(kind) if field.init}
    return {name: hint for name, hint in get_type_hints(kind).items() if name in named}


def _required(kind: Any) -> list[str]:
    nothing = dataclasses.MISSING
    return [
        f.name for f in dataclasses.fields(kind) if f.init and f.default is nothing and f.default_factory is nothing
    ]


def _value(hint: Any, node: Node) -> Any:
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        if node.kind == "empty" and type(None) in arguments:
            return None
        return _value(next(a for a in arguments if a is not type(None)), node)
    if origin in (tuple, list, frozenset, set):
        return _list(origin, arguments, node)
    if origin is not None and isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(arguments, node)
    if origin is Literal:
        if node.text not in arguments:
            raise node.wrong(f'"{node.text}" is not a choice here', nearest(node.text, map(str, arguments)))
        return node.text
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and hint is not Date:
        return build(hint, node)
    return _scalar(hint, node)


def _list(origin: Any, arguments: tuple[Any, ...], node: Node) -> Any:
    if len(arguments) > 1 and arguments[-1] is not Ellipsis:  # tuple[str, float]
        if len(node.items) != len(arguments):
            raise node.wrong(f"{len(arguments)} values are wanted here, not {len(node.items)}")
        return tuple(_value(hint, item) for hint, item in zip(arguments, node.items, strict=True))
    return origin(_value(arguments[0], item) for item in node.items)


def _mapping(arguments: tuple[Any, ...], node: Node) -> Any:
    return {key.text: _entry(arguments[1], key.text, value) for key, value in node.pairs}


def _entry(hint: Any, name: str, node: Node) -> Any:
    # A mapping of names to plans: the key is the plan's name.
    if isinstance(hint, type) and dataclasses.is_dataclass(hint) and "name" in _hints(hint):
        return build(hint, node, {"name": name})
    return _value(hint, node)


_TRUTHS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def _truth(text: str) -> bool:
    return _TRUTHS[text.casefold()]


def _date(text: str) -> Date:
    return Date(edtf=text)


_SCALARS: dict[Any, tuple[Any, str]] = {
    bool: (_truth, "yes or no"),
    int: (int, "a whole number"),
    float: (float, "a number"),
    Date: (_date, "a date as EDTF, 2022-09-14 or 2022-09-12/2022-09-18,"),
}


def _scalar(hint: Any, node: Node) -> Any:
    convert, wanted = _SCALARS.get(hint, (hint, "another value"))
    try:
        return convert(node.text)
    except (ValueError, KeyError, OverflowError) as error:
        raise node.wrong(f'{wanted} is wanted here, not "{node.text}"') from error
