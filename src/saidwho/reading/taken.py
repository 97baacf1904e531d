"""What of a text is some attribution's already?"""

from bisect import bisect_left
from collections.abc import Sequence

from saidwho.types.document import Span

# Spans that begin before a stretch and reach into it are among so many: attributions nest no deeper.
_NESTED = 6


def is_taken(taken: Sequence[Span], start: int, end: int) -> bool:
    """Whether any span has a part of a stretch. taken: sorted. start, end: characters."""
    at = bisect_left(taken, Span(start=end, end=end))
    return any(span.end > start for span in taken[max(at - _NESTED, 0) : at])
