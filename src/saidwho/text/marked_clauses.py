"""Which words tell what is said, and in which sentence do they stand?"""

import re
from collections.abc import Sequence

from saidwho.types.document import Span

# What stands between these is what is said; no text that is taken in shows them.
OPENS, CLOSES = "\x02", "\x03"
_MARKS = str.maketrans("", "", OPENS + CLOSES)
_STOP = re.compile(r"[.!?][”\"’]?\s")
# So far around its words a sentence is looked at, in characters.
_REACH = 400
# Pieces that stand farther apart are told by the sentence of the first.
_TOGETHER = 600


def sentence_at(span: Span, text: str) -> Span:
    """The sentence or sentences that a span stands in, by the stops in its paragraph."""
    stops = (at.end() for at in _STOP.finditer(text, max(0, span.start - _REACH), span.start))
    start = max(text.rfind("\n", 0, span.start) + 1, *stops, 0)
    stop = _STOP.search(text, max(span.start, span.end - 1))
    end = text.find("\n", span.end)
    return Span(start=start, end=min(stop.start() + 1 if stop else len(text), end if end >= 0 else len(text), span.end + _REACH))


def clause_in(spans: Sequence[Span], text: str) -> str:
    """The sentence that some words stand in, with the words between marks; white space is as one blank.

    spans: of the words, in their order.
    """
    near = [span for span in spans if span.end - spans[0].start <= _TOGETHER] or [
        Span(start=spans[0].start, end=spans[0].start + _TOGETHER)
    ]
    start = max(sentence_at(near[0], text).start, near[0].start - _REACH)
    end = sentence_at(near[-1], text).end
    parts, at = [], start
    for span in near:
        parts += [text[at : span.start], OPENS, text[span.start : span.end], CLOSES]
        at = span.end
    parts.append(text[at:end])
    return " ".join("".join(part if part in (OPENS, CLOSES) else part.translate(_MARKS) for part in parts).split())
