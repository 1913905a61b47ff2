"""What a command works with: the configuration and the library, each opened once when first asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from digest.cli.words import counted, note
from digest.errors import LibraryError

if TYPE_CHECKING:
    from digest.authorities import Authorities
    from digest.config import Config
    from digest.extract.outlets import Outlets
    from digest.fetch import Policy
    from digest.library import Library
    from digest.model import Article


def config() -> Config:
    """The configuration of this run: `--config`, else config.yaml here, else the defaults."""
    from digest.config import load_config

    root = click.get_current_context().find_root()
    if "digest.config" not in root.meta:
        root.meta["digest.config"] = load_config(root.obj if isinstance(root.obj, Path) else None)
    found: Config = root.meta["digest.config"]
    return found


def config_file() -> tuple[Path, str]:
    """The file of the configuration and its text; "" where there is none yet."""
    from digest.config import NAME

    root = click.get_current_context().find_root()
    path = root.obj if isinstance(root.obj, Path) else Path(NAME)
    config()  # what is not well-formed is refused before it is changed
    return path, path.read_bytes().decode("utf-8-sig") if path.exists() else ""


def write_config(path: Path, text: str) -> None:
    """Put `text` in the place of the configuration, if it is one."""
    from digest.config import parse_config
    from digest.export.files import write_all

    root = click.get_current_context().find_root()
    root.meta["digest.config"] = parse_config(text, str(path), path.parent)
    write_all({path: text.encode()})


def outlets() -> Outlets:
    """The outlets of the configuration, then the shipped ones."""
    from digest.extract.outlets import shipped

    return (*config().outlets, *shipped())


def authorities() -> Authorities:
    """Everyone and everything the library names, under all spellings, by the rules of the configuration."""
    root = click.get_current_context().find_root()
    if "digest.authorities" not in root.meta:
        root.meta["digest.authorities"] = _authorities()
    found: Authorities = root.meta["digest.authorities"]
    return found


def addresses() -> Mapping[str, str]:
    """The addresses of all records, in every form, each with the key of its record."""
    from digest.citing.links import known_addresses

    root = click.get_current_context().find_root()
    if "digest.addresses" not in root.meta:
        root.meta["digest.addresses"] = known_addresses(passing_texts("reading addresses"))
    found: Mapping[str, str] = root.meta["digest.addresses"]
    return found


def passing_texts(doing: str) -> Iterator[Article]:
    """The texts of the library; on a terminal a bar tells how far they are read, where there are many."""
    found = library()
    hidden = len(found) < _MANY or not sys.stderr.isatty()
    bar = click.progressbar(found.articles(skim=True), length=len(found), label=doing, file=sys.stderr, hidden=hidden)
    with bar as passing:
        yield from passing


_MANY = 1_000
_WORTH_KEEPING = 2_000
"""Spellings that take longer to join than to read back."""


def _authorities() -> Authorities:
    from hashlib import blake2b

    from digest.authorities import Use, join, keeping

    spellings = library().spellings()
    uses = [(use.key, use.text, use.name, use.kind) for use in spellings]
    told = repr((keeping.RULES, config().language, config().names, uses))
    mark = blake2b(told.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
    kept = spellings.kept(mark) if len(uses) > _WORTH_KEEPING else None
    if kept is not None:
        return keeping.from_text(kept)
    found = join(
        (Use(key=key, text=text, name=name, kind=kind) for key, text, name, kind in uses),
        config().names,
        config().language,
    )
    if len(uses) > _WORTH_KEEPING:
        with suppress(LibraryError):  # a library that may only be read is joined anew each time
            spellings.keep(mark, keeping.as_text(found))
    return found


def house_name(name: str, key: str) -> str:
    """Who an article calls `name`, in full and as the house writes it; `name` where that is nobody known."""
    found = authorities().of(name, None, key)
    return found.name if found else name


def ties(key: str) -> dict[str, str]:
    """What the library knows of records with text in common with `key`: their keys, and copy, shares or apart."""
    return {link.key: link.kind for link in library().related(key)}


def policy() -> Policy:
    """How the web may be asked in this run."""
    from digest.fetch import Policy

    settings = config().fetch
    return Policy(
        allow=frozenset(host.lower() for host in settings.allow),
        contact=settings.contact,
        robots=settings.robots,
        delay=settings.delay,
        seconds=settings.seconds,
    )


def library() -> Library:
    """The library of this run, its themes up to date; empty where there is no file yet."""
    from digest.library import read_library

    return _opened(read_library)


def new_library() -> Library:
    """The library of this run, its file made if there is none; new keys follow today's pattern."""
    from digest.library import open_library

    opened = _opened(open_library)
    opened.key_book().mint_by(config().keys.pattern)
    return opened


def read_today(articles: Iterable[Article]) -> Iterator[Article]:
    """The articles as today's rules read their texts; those stored by earlier rules are read now, and counted."""
    from digest.analysis import analyse, is_current

    earlier = 0
    for article in articles:
        if is_current(article):
            yield article
        else:
            earlier += 1
            yield analyse(article)
    if earlier:
        note(f"{counted(earlier, 'record')} of an earlier digest read anew; `digest reread --all` keeps that")


def _opened(opening: Callable[..., Library]) -> Library:
    root = click.get_current_context().find_root()
    if "digest.library" not in root.meta:
        settings = config()
        themes = tuple(settings.themes.values()) or None  # no rules at all: the tags stay as they are
        root.meta["digest.library"] = root.with_resource(opening(settings.library, themes))
    opened: Library = root.meta["digest.library"]
    return opened
