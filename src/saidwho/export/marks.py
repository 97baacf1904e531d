"""Which stretches of a text are marked, and as what? Spans may overlap and nest; stretches never do."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from saidwho.types.document import Span
from saidwho.types.statement import Statement

Role = Literal["source", "cue", "content", "own"]

_CONTENTS = ("content", "own")
# Where one of these ends the number of the statement is told.
_TOLD = ("cue", "own")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of text with the same marks all over.

    roles: what it is part of, each once; own is the content of an assertion of the outlet's. depth: of how many contents it is
    part. statements: numbers into the report's statements, the innermost first. opens: statements whose first character
    is here. closes_cue: statements whose cue ends here, or their content where they have none.
    """

    span: Span
    roles: tuple[Role, ...]
    depth: int
    statements: tuple[int, ...]
    opens: tuple[int, ...]
    closes_cue: tuple[int, ...]


class _Mark(NamedTuple):  # a tuple, since marks are put into sets and in order for every stretch
    statement: int
    role: Role
    start: int
    end: int


class Cutter:
    """Cuts one text, window by window from its start to its end, in time linear in text and marks."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        sizes = [(sum(span.end - span.start for span in statement.content), number) for number, statement in enumerate(statements)]
        self._rank = {number: rank for rank, (_, number) in enumerate(sorted(sizes))}
        self._opening: dict[int, list[int]] = defaultdict(list)
        self._closing: dict[int, list[int]] = defaultdict(list)
        self._starting: dict[int, list[_Mark]] = defaultdict(list)
        self._ending: dict[int, list[_Mark]] = defaultdict(list)
        for number, statement in enumerate(statements):
            marks = _marks(number, statement)
            if marks:
                self._opening[min([mark.start for mark in marks])].append(number)
            self._closing[max([span.end for span in statement.cue or statement.content], default=0)].append(number)
            for mark in marks:
                self._starting[mark.start].append(mark)
                self._ending[mark.end].append(mark)
        self._borders = sorted({*self._starting, *self._ending})
        self._next = 0
        self._open: set[_Mark] = set()

    def cut(self, window: Span) -> Iterator[Stretch]:
        """The stretches of a window. It must not start before the end of the last one."""
        position = window.start
        while position < window.end:
            self._pass(position)
            ahead = self._borders[self._next] if self._next < len(self._borders) else window.end
            end = min(ahead, window.end)
            yield self._stretch(Span(start=position, end=end))
            position = end

    def _pass(self, position: int) -> None:
        """Open and close the marks up to a position."""
        while self._next < len(self._borders) and self._borders[self._next] <= position:
            border = self._borders[self._next]
            self._open.difference_update(self._ending[border])
            self._open.update(self._starting[border])
            self._next += 1

    def _stretch(self, span: Span) -> Stretch:
        if not self._open:
            return Stretch(span=span, roles=(), depth=0, statements=(), opens=(), closes_cue=())
        marks = sorted(self._open)
        roles = [mark.role for mark in marks]
        told = {mark.statement for mark in marks if mark.role in _TOLD}
        return Stretch(
            span=span,
            roles=tuple(dict.fromkeys(roles)),
            depth=sum([role in _CONTENTS for role in roles]),
            statements=tuple(sorted({mark.statement for mark in marks}, key=self._rank.__getitem__)),
            opens=tuple(self._opening.get(span.start, ())),
            closes_cue=tuple([number for number in self._closing.get(span.end, ()) if number in told]),
        )


def _marks(number: int, statement: Statement) -> list[_Mark]:
    """The marks of one statement. An empty span marks nothing."""
    parts: tuple[tuple[Role, tuple[Span, ...]], ...] = (
        ("source", statement.source),
        ("cue", statement.cue),
        ("own" if statement.form == "own voice" else "content", statement.content),
    )
    return [_Mark(number, role, span.start, span.end) for role, spans in parts for span in spans if span.start < span.end]
