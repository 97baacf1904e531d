"""Which words of a cue tell where something was said?

"said in a statement" is a cue and a venue. PolNeAR's annotators put the venue inside the cue as often as outside (198 to
186 in train), and the reader learned both; a cue of ours leaves it out.
"""

import re
from dataclasses import replace

from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_WITH_VENUE = re.compile(
    r"(?P<cue>.*?\b(?:said|says|say|told|wrote|writes|tweeted|declared|added|announced|argued|claimed|stated|explained|noted|asked))"
    r"\s+(?:in|at|on|during|via)\b.*",
    re.DOTALL,
)


def cue_end(cue: str) -> int:
    """Where a cue ends without its venue, in characters from its start."""
    match = _WITH_VENUE.fullmatch(cue)
    return match.end("cue") if match else len(cue)


def without_venue(text: str, attribution: Attribution) -> Attribution:
    """Cut the venue off a cue. Cues without one stay."""
    *others, last = attribution.cue
    end = last.start + cue_end(last.of(text))
    return attribution if end == last.end else replace(attribution, cue=(*others, Span(start=last.start, end=end)))
