"""What a command works with: the configuration and the library, each opened once when first asked for."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from digest.config import Config
    from digest.library import Library


def config() -> Config:
    """The configuration of this run: `--config`, else config.yaml here, else the defaults."""
    from digest.config import load_config

    root = click.get_current_context().find_root()
    if not root.meta.get("digest.config"):
        root.meta["digest.config"] = load_config(root.obj if isinstance(root.obj, Path) else None)
    found: Config = root.meta["digest.config"]
    return found


def library() -> Library:
    """The library of this run, its themes up to date; closed when the command ends."""
    from digest.library import open_library

    root = click.get_current_context().find_root()
    if not root.meta.get("digest.library"):
        settings = config()
        root.meta["digest.library"] = root.with_resource(open_library(settings.library))
        root.meta["digest.library"].retag(settings.themes)
    opened: Library = root.meta["digest.library"]
    return opened
