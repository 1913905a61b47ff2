"""What this program leaves in a Typst source, so that it knows its own lines again."""

from __future__ import annotations

import re

LIST = re.compile(
    r"// digest: sources begin(?:, in place of (?P<marker>[^\n]{1,200}?))?[ \t]*\r?\n"
    r".*?^[ \t]*// digest: sources end[^\n]*(?:\r?\n)?",
    re.S | re.M,
)
"""A list of sources that was set as text."""
PRINTED = re.compile(
    r"(?P<command>#bibliography\([^\n]{0,1000}?\))"
    r" // digest: (?:added|in place of (?P<marker>[^\n]{1,200}?))[ \t]*(?P<newline>\r?\n|$)"
)
"""A call of ours that prints the list."""
JOINED = re.compile(
    r"\((?P<first>[^\n]{1,1000}?), \"(?P<ours>[^\"\n]{1,200})\"\) ?/\* digest: with it"
    r"(?: but (?P<theirs>[^\s*]{1,9000}))? \*/"
)
"""Our file beside the report's own, in its own call."""
