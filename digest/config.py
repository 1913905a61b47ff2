"""config.yaml as a `Config`: the library, the outlets, the themes, the briefs and what is collected."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from digest.errors import ConfigError, FetchError
from digest.fetch import fetch
from digest.fetch.accounts import MailAccount, Writer
from digest.keypatterns import KeyPlan
from digest.plans import BriefPlan, Feed, Fetching, NameRule, Outlet
from digest.settings import LARGEST, Node, build, nearest, read_yaml
from digest.themes import Theme

NAME = "config.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What config.yaml says; every field has a default, so that a folder without one can be worked in."""

    library: Path = Path("library.sqlite")
    inbox: Path = Path("inbox")
    output: Path = Path("out")
    templates: Path | None = None  # a folder that stands in for the shipped `templates/`
    language: str = "en"
    themes: Mapping[str, Theme] = field(default_factory=dict)
    briefs: Mapping[str, BriefPlan] = field(default_factory=dict)
    keys: KeyPlan = field(default_factory=KeyPlan)  # how new records get their citation keys
    outlets: tuple[Outlet, ...] = ()  # they are asked before the shipped ones
    names: tuple[NameRule, ...] = ()  # what a person knows of them; it wins over what is found
    feeds: tuple[Feed, ...] = ()  # what `digest fetch` collects
    fetch: Fetching = field(default_factory=Fetching)
    mail: tuple[MailAccount, ...] = ()  # folders of newsletters that `digest fetch` collects
    writer: Writer | None = None  # what `digest summary --write` asks; nothing is sent anywhere without it


def load_config(path: Path | None = None) -> Config:
    """The settings in the file at `path`, else in config.yaml here, else the defaults."""
    if path is None and not Path(NAME).exists():
        return Config()
    path = path or Path(NAME)
    return parse_config(_text(path), str(path), path.parent)


def parse_config(text: str, name: str = NAME, folder: Path = Path()) -> Config:
    """The settings in `text`; relative paths in it start at `folder`."""
    tree = read_yaml(text, name)
    settings = build(Config, tree)
    for section, themes in _theme_lists(tree):
        for theme in themes:
            if theme.text not in settings.themes:
                raise theme.wrong(f'unknown theme "{theme.text}" in {section}', nearest(theme.text, settings.themes))
    places = {
        setting: folder / value
        for setting in ("library", "inbox", "output", "templates")
        if (value := getattr(settings, setting)) is not None
    }
    for setting, path in places.items():
        if "\0" in str(path):
            raise ConfigError(f"{setting}: no path has a NUL in it", where=name)
    return replace(settings, **places)


def _text(path: Path) -> str:
    try:
        data = fetch(path, largest=LARGEST * 4).data  # UTF-8 takes at most four bytes a character
        return data.decode("utf-8-sig")
    except FetchError as error:
        raise ConfigError(error.what, where=error.where, hint="`digest init` writes a sample") from error
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ConfigError("not UTF-8", where=f"{path}:{line}", hint="save it as UTF-8") from error


def _theme_lists(tree: Node) -> list[tuple[str, tuple[Node, ...]]]:
    """Every `themes:` of a brief, of its sections and of a feed, with words that say where it stands."""
    found = []
    for name, plan in _briefs(tree):
        found.append((f"the brief {name.text}", _named(plan, "themes")))
        found += [(f"a section of {name.text}", _named(part, "themes")) for part in _named(plan, "sections")]
    found += [("a feed", _named(feed, "themes")) for feed in _named(tree, "feeds")]
    return found


def _briefs(tree: Node) -> tuple[tuple[Node, Node], ...]:
    return next((plans.pairs for key, plans in tree.pairs if key.text == "briefs"), ())


def _named(node: Node, name: str) -> tuple[Node, ...]:
    return next((value.items for key, value in node.pairs if key.text == name), ())
