"""What this program leaves in a LaTeX source, so that it knows its own lines again."""

from __future__ import annotations

import re

LIST = re.compile(
    r"% digest: sources begin(?:, in place of (?P<marker>[^\n]{1,200}?))?[ \t]*\r?\n"
    r".*?^[ \t]*% digest: sources end[^\n]*(?:\r?\n)?",
    re.S | re.M,
)
"""A list of sources that was set as text."""
LINE = "% digest: line"
"""What ends a line that we have broken before what we put in."""
PRINTED = re.compile(
    rf"(?P<broken>{LINE}\r?\n)?"
    r"(?P<command>\\(?:printbibliography(?:\[[^\n]{0,400}?\])?|bibliography\{[^{}\n]{0,400}\}))"
    r" % digest: (?:added|in place of (?P<marker>[^\n]{1,200}?))[ \t]*(?P<newline>\r?\n|$)"
)
"""A command of ours that prints the list."""
LOADED = re.compile(
    rf"(?P<broken>{LINE}\r?\n)?"
    r"\\(?:usepackage(?:\[[^\[\]\n]{0,200}\])?|addbibresource|bibliographystyle)\{[^{}\n]{0,400}\}"
    r" % digest: added[ \t]*\r?\n"
)
"""A line of ours that loads something."""
