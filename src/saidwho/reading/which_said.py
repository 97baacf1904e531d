"""Who says what a picture shows, where it hangs on the picture: "released a video which it said showed the surrender of six soldiers"?

The corpora have few of these, and the reader misses half of them. Their form is enough: a picture, "which" or "that", somebody as a
pronoun, "said" or "says", and a verb of showing.
"""

import re

from saidwho.reading.taken import is_taken
from saidwho.types.document import Span
from saidwho.types.reading import Attribution

_SAID = re.compile(
    r"\b(?:video|footage|clip|film|recording|photographs?|photos?|pictures?|images?)(?: on [^\n.;:!?,]{1,40})?,? (?:which|that),? "
    r"(?P<who>it|he|she|they),? (?P<cue>said|says|say),? "
    r"(?P<what>(?:shows?|showed|depict(?:s|ed)?|captured|captures|proves?|proved|recorded)\b[^\n.;!?“”\"]{3,300})(?=[.;!?](?:\s|$)|$|\n)"
)
# As sure as the wording is.
_SCORE = 0.7


def with_shown(text: str, attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Add one attribution for each such clause that no attribution holds any of."""
    matches = list(_SAID.finditer(text))
    if not matches:
        return attributions
    taken = sorted(span for one in attributions for span in (*one.source, *one.cue, *one.content))
    free = [match for match in matches if not is_taken(taken, match.start("who"), match.end("what"))]
    added = (Attribution(source=(_span(m, "who"),), cue=(_span(m, "cue"),), content=(_span(m, "what"),), score=_SCORE) for m in free)
    return tuple(sorted((*attributions, *added), key=lambda one: (one.cue or one.content)[0]))


def _span(match: re.Match[str], name: str) -> Span:
    return Span(start=match.start(name), end=match.end(name))
