"""`python -m digest`, and the command `digest`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line."""
    try:
        from digest.cli import digest  # inside, so that Ctrl-C during the imports is quiet too

        digest(prog_name="digest")
    except KeyboardInterrupt:
        sys.exit(130)


if __name__ == "__main__":
    main()
