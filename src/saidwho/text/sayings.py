"""When was something said?

A time belongs to the saying where it hangs on the cue in the syntax ("said on Thursday"), and to what was said otherwise
("said that shells fell on Thursday").
"""

import re
from bisect import bisect_left, bisect_right

from saidwho.types.document import Span
from saidwho.types.grounding import Time
from saidwho.types.reading import Attribution, Reading

# What stands around the day of a dateline.
_TOWN = re.compile(r"[A-Z][\w.,'’/ -]{1,60}, (?:\w+, )?")
_DASH = re.compile(r"(?:,? \d{4})?[ \t]*(?:\([^()\n]{1,40}\)|/[^/\n]{1,30}/\.?)?[ \t]*(?:[-–—]{1,2}[ \t])")
_LONGEST = 80
# What stands between a cue, a time and what is said.
_TO_TIME = re.compile(
    r"[ \t]+(?:(?:reporters|journalists|parliament|lawmakers|state (?:TV|television|media)) )?(?:(?:late|early) )?(?:(?:on|in) )?"
)
_TO_CONTENT = re.compile(r"(?: that)?[ \t]+[“\"'‘]?")
# A time phrase hangs on its verb by a preposition or a noun or two.
_HOPS = 4


class Sayings:
    """The times of one text and what they hang on."""

    def __init__(self, text: str, reading: Reading, times: tuple[Time, ...]) -> None:
        self._text = text
        self._tokens = reading.tokens
        self._starts = [token.span.start for token in reading.tokens]
        self._ends = [token.span.end for token in reading.tokens]
        self._clauses = {token.head for token in reading.tokens if token.relation.startswith("nsubj")}
        self._times = [time for time in sorted(times, key=lambda time: time.span) if not _is_of_dateline(text, time.span)]
        self._time_starts = [time.span.start for time in self._times]
        self._sentences = [(self._starts[first], self._ends[past - 1]) for first, past in reading.sentences if past > first]

    def spoken(self, attribution: Attribution) -> Time | None:
        """The time of an act of saying; None where the text gives none with a value."""
        if not attribution.cue:
            return None
        cues = {i for span in attribution.cue for i in self._touched(span)}
        for time in self._near(attribution.cue[0]):
            if time.edtf is None or any(_overlap(time.span, span) for span in (*attribution.content, *attribution.source)):
                continue
            if self._hangs_on(time.span, cues, attribution.content) or self._stands_between(time.span, attribution):
                return time
        return None

    def _near(self, cue: Span) -> list[Time]:
        """The times of the cue's sentence."""
        at = bisect_right(self._sentences, (cue.start, len(self._ends) and self._ends[-1] + 1)) - 1
        if at < 0:
            return []
        start, end = self._sentences[at]
        return self._times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    def _hangs_on(self, span: Span, cues: set[int], content: tuple[Span, ...]) -> bool:
        """Whether a way up the tree leads from the time to the cue, and not through the content or a clause with a subject of its own."""
        said = {i for part in content for i in self._touched(part)}
        inside = set(self._touched(span))
        for start in inside:
            at = start
            for _ in range(_HOPS):
                at = self._tokens[at].head
                if at in cues:
                    return True
                if at in said or at in self._clauses:
                    break
        return False

    def _stands_between(self, span: Span, attribution: Attribution) -> bool:
        """Whether a time fills all but a few words between cue and content: "said on Friday | it would send more"."""
        return any(
            _TO_TIME.fullmatch(self._text, cue.end, span.start) and _TO_CONTENT.fullmatch(self._text, span.end, content.start)
            for cue in attribution.cue
            for content in attribution.content
            if cue.end < span.start and span.end < content.start
        )

    def _touched(self, span: Span) -> range:
        first = bisect_right(self._ends, span.start)
        return range(first, max(first, bisect_left(self._starts, span.end)))


def _is_of_dateline(text: str, span: Span) -> bool:
    """Whether a time is that of a dateline: "VARNOK, 3 March (Norrpress) - "."""
    line = text.rfind("\n", 0, span.start) + 1
    return _TOWN.fullmatch(text, max(line, span.start - _LONGEST), span.start) is not None and _DASH.match(text, span.end) is not None


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end
