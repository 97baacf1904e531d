"""What does a statement rest on, where was it said and through whom, by the words that the reader marked beside it?"""

from collections.abc import Sequence
from typing import get_args

from saidwho.statements.marks import Marks
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Reading
from saidwho.types.statement import Basis, BasisKind

_KINDS: tuple[BasisKind, ...] = get_args(BasisKind)
# Venues that the reader is less sure of are wrong as often as right.
_SURE_VENUE = 0.7
# Bases that the reader is less sure of are wrong as often as right where rules find none: it is surer than it is right. On
# training/reports/dev F1 is 77 with 0.7 and 80 with this, on the labelled reports to develop on the same.
_SURE_BASIS = 0.9
# A speaker does not rest on himself by being one of these.
_SELVES = frozenset(("witness", "unnamed source"))


class Beside:
    """The marked bases, venues and relays of the statements of one text. Statements are numbers into statements."""

    def __init__(self, around: Surroundings, reading: Reading, statements: Sequence[Attribution]) -> None:
        """statements: what the outlet asserts itself among them, as attributions without cue and source."""
        self._around, self._leanings, self._statements = around, reading.leanings, statements
        self._marks = Marks(around, reading.marks, statements)

    def basis(self, number: int) -> Basis | None:
        """What is marked first as what a statement rests on, with the kind that its words lean to; None where nothing is."""
        for mark in self._marks.of(number, "basis"):
            if mark.score < _SURE_BASIS:
                continue
            kind = self._kind(mark.span)
            if not (kind in _SELVES and mark.span in self._statements[number].source):
                return Basis(span=mark.span, kind=kind)
        return None

    def venue(self, number: int) -> Span | None:
        """What is marked as the place or means by which a statement was made."""
        return next((mark.span for mark in self._marks.of(number, "venue") if mark.score >= _SURE_VENUE), None)

    def relays(self) -> dict[Attribution, tuple[Span, ...]]:
        """What is marked as a medium that carries a statement, by the statement."""
        told = ((one, tuple(mark.span for mark in self._marks.of(i, "relay"))) for i, one in enumerate(self._statements))
        return {one: spans for one, spans in told if spans}

    def _kind(self, span: Span) -> BasisKind:
        words = self._around.touched(span)
        shares = self._leanings.of("bases", [(words.start, words.stop)])
        return "other" if shares is None else _KINDS[int(shares.argmax())]
