"""Which lines are headings that only take words up? "'First step'", "- 'Not a swap' -"

Whoever says them says them below, with their speaker. Such a line is a quotation from end to end, short, and without a stop; or it stands
between dashes.
"""

import re
from collections.abc import Iterator

from saidwho.types.document import Span

_WORDS = r"(?P<words>[^\n“”\"]{1,80}[^\s.,!?…;:“”\"])['’”\"]"
_HEADING = re.compile(
    rf"^[^\S\n]*+(?:'(?=[^'\n]+')|‘(?=[^‘\n]+’)|“(?=[^“”\n]+”)|\"(?=[^\"\n]+\")){_WORDS}[^\S\n]*$",
    re.MULTILINE,
)
# Agencies set headings between dashes, in marks or not: "- Rebel chief's father named -".
_BETWEEN_DASHES = re.compile(r"^[^\S\n]*[-–—] [^\n]{1,70}[^\s.:] [-–—][^\S\n]*$", re.MULTILINE)
_MOST_WORDS = 9
# Below a heading a paragraph begins; "said the mayor" goes on, and a dash signs.
_GOES_ON = re.compile(r"\s*(?:[a-z]|[–—―-])")
# "The banner read:" leads to what stands below.
_LEADS_TO = re.compile(r"[:,]\s{1,9}$")
_BEFORE = 10


def quoted_headings(text: str) -> Iterator[Span]:
    """The lines of a text that are headings in quotation marks, or between dashes."""
    yield from (Span(start=match.start(), end=match.end()) for match in _BETWEEN_DASHES.finditer(text))
    for match in _HEADING.finditer(text):
        is_led_to = _LEADS_TO.search(text[max(match.start() - _BEFORE, 0) : match.start()])
        if len(match["words"].split()) <= _MOST_WORDS and not is_led_to and not _GOES_ON.match(text, match.end()):
            yield Span(start=match.start(), end=match.end())
