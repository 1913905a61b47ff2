"""`python -m digest`, and the command `digest`."""

from __future__ import annotations

import os
import sys


def main() -> None:
    """Run the command line."""
    _open_closed()
    try:
        from digest.cli import digest, stopped_by  # inside, so that Ctrl-C during the imports is quiet too

        digest(prog_name="digest")
    except KeyboardInterrupt:
        sys.exit(130)
    except OSError as error:
        sys.exit(stopped_by(error))


def _open_closed() -> None:
    """Give what runs without standard streams empty ones: else the next file opened would take their place."""
    opened = os.open(os.devnull, os.O_RDWR)
    while opened < 3:
        opened = os.open(os.devnull, os.O_RDWR)
    os.close(opened)
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(number, "w" if number else "r", closefd=False))


if __name__ == "__main__":
    main()
