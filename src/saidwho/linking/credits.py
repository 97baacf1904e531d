"""Whom does a text credit with its words?"""

import re

# A dateline, alone or with its place and day: "WASHINGTON, Oct 26 (Norrpress) - ", "(Norrpress) - ".
DATELINE = re.compile(r"^[^\n(]{0,60}\(([^()\n]{2,40})\)\s*[-–—]")
# A line by itself at the head or the foot: "By Norrpress", "Source: Norrpress", "This report is from Norrpress."
_LINE = re.compile(r"^(?:By|Source|Credit|Copyright|©|Reporting by|From):?\s+([A-Z][\w.&' -]{1,40}?)(?:\s+staff)?\.?$")
_LINES = 4


def credited(text: str) -> str | None:
    """The agency that a dateline or a credit line names, as written; None where there is none."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:_LINES]:
        found = DATELINE.match(line)
        if found:
            return found[1].strip()
    for line in (*lines[:_LINES], *lines[-2:]):
        found = _LINE.match(line)
        if found:
            return found[1].strip()
    return None
