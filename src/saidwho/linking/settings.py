"""When and where is a part of a text, by what the text told last?

A report says once that it speaks of Thursday and of a port, and goes on for three sentences. What has no time or place of its own takes
the last told before it, in its own paragraph where that tells one, else further up. The day of the report is none: with it all that a
day's reports tell would be told of one time.
"""

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from saidwho.linking.days import Days, days_of
from saidwho.types.document import Span
from saidwho.types.grounding import Place
from saidwho.types.statement import Report

# Days in a row are told as one ("overnight to Friday"); a month is no day.
_SHORT = 3


T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Told(Generic[T]):
    """What a text tells at some places, in order. starts: where each begins."""

    starts: list[int]
    values: list[T]

    def near(self, start: int, end: int, paragraph: Span) -> T | None:
        """The last that begins before an end; where that stands above the paragraph of a start, the next one in it, if there is one."""
        after = bisect_left(self.starts, max(start + 1, end))
        before = after - 1
        if (before < 0 or self.starts[before] < paragraph.start) and after < len(self.starts) and self.starts[after] < paragraph.end:
            return self.values[after]
        return self.values[before] if before >= 0 else None


@dataclass(frozen=True, slots=True, eq=False)
class Settings:
    """The times and places that a report tells."""

    text: str
    days: Told[Days]
    places: Told[Place]
    _paragraphs: dict[int, Span] = field(default_factory=dict)

    @classmethod
    def of(cls, report: Report) -> "Settings":
        grounding = report.grounding
        times = [(time.span.start, found) for time in grounding.times if (found := days_of(time.edtf)) is not None]
        days = sorted(((at, one) for at, one in times if not one.is_open and one.length <= _SHORT), key=lambda told: told[0])
        places = sorted(((p.span.start, p) for p in grounding.places if p.use == "literal"), key=lambda told: told[0])
        return cls(
            text=report.document.text,
            days=Told([at for at, _ in days], [one for _, one in days]),
            places=Told([at for at, _ in places], [one for _, one in places]),
        )

    def when(self, start: int, end: int) -> Days | None:
        """The day of what stands from start to end; None where the text tells none before it, nor in its paragraph."""
        return self.days.near(start, end, self._paragraph(start))

    def where(self, start: int, end: int) -> tuple[Place, ...]:
        """The place of what stands from start to end; empty as with when."""
        found = self.places.near(start, end, self._paragraph(start))
        return (found,) if found is not None else ()

    def _paragraph(self, start: int) -> Span:
        first = self.text.rfind("\n", 0, start) + 1
        if first not in self._paragraphs:
            last = self.text.find("\n", start)
            self._paragraphs[first] = Span(start=first, end=last if last >= 0 else len(self.text))
        return self._paragraphs[first]
