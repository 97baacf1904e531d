"""What does a statement rest on, where was it said and through whom, by the words that the reader marked beside it?"""

from collections.abc import Sequence
from typing import get_args

from saidwho.statements.evidence import Evidence
from saidwho.statements.experience import is_told_to
from saidwho.statements.marks import Marks
from saidwho.statements.surroundings import Surroundings
from saidwho.statements.venue import is_medium_told
from saidwho.text.tables import word_set
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Reading
from saidwho.types.statement import Basis, BasisKind

_KINDS: tuple[BasisKind, ...] = get_args(BasisKind)
# Venues that the reader is less sure of are wrong as often as right.
_SURE_VENUE = 0.7
# Bases that the reader is less sure of are wrong as often as right where rules find none: it is surer than it is right. On
# training/reports/dev F1 is 77 with 0.7 and 80 with this, on the labelled reports to develop on the same.
_SURE_BASIS = 0.9
# What stands beside the outlet's own words is what shows them.
_SURE_SHOWN = 0.6
_AGAINST = frozenset(("despite", "notwithstanding", "against", "contradicting", "contradicts"))
_SPITE = 2  # words
_PRONOUNS = frozenset(("i", "we", "he", "she", "they", "it"))
# Verbs by which somebody knows what he tells. What he did or suffered is what he tells.
_KNOWING = word_set(
    "see sees saw seen seeing hear hears heard hearing listen listened count counts counted watch watches watched witness witnessed feel"
    " felt smell smelled smelt remember remembers remembered recall recalls recalled recognise recognised recognize recognized film filmed"
    " photograph photographed examine examined inspect inspected visit visited check checked measure measured log logs logged record"
    " records recorded test tested verify verified read study studied review reviewed look looked identify identified keep keeps kept have"
    " has had hold holds held possess possesses obtain obtained intercept intercepted shown told informed warned interview interviewed"
    " spoke spoken talked asked find found learn learned learnt know knows knew known observe observed detect detected"
    " located tracked followed geolocated written wrote write registered documented weighed"
)
# A speaker does not rest on himself by being one of these.
_SELVES = frozenset(("witness", "unnamed source"))


class Beside:
    """The marked bases, venues and relays of the statements of one text. Statements are numbers into statements."""

    def __init__(self, around: Surroundings, reading: Reading, statements: Sequence[Attribution]) -> None:
        """statements: what the outlet asserts itself among them, as attributions without cue and source."""
        self._around, self._leanings, self._statements = around, reading.leanings, statements
        self._marks, self._evidence = Marks(around, reading.marks, statements), Evidence(around)

    def basis(self, number: int) -> Basis | None:
        """What is marked first as what a statement rests on, with the kind that its words lean to; None where nothing is."""
        for mark in self._marks.of(number, "basis"):
            if (
                mark.score < (_SURE_BASIS if self._statements[number].cue else _SURE_SHOWN)
                or self._is_in_spite(mark.span)
                or is_told_to(self._around.text, mark.span)
                or self._is_deed(mark.span)
            ):
                continue
            if self._is_about_another(self._statements[number], mark.span):
                continue
            kind = self._kind(mark.span)
            if not (kind in _SELVES and mark.span in self._statements[number].source):
                return Basis(span=mark.span, kind=kind)
        return None

    def _is_about_another(self, statement: Attribution, basis: Span) -> bool:
        """Whether a cue stands in a relative clause and evidence outside of it: "the figure, which the army disputes, is from a report"."""
        cue, top = (self._around.top(self._around.touched_by(spans)) for spans in (statement.cue[:1], (basis,)))
        if cue is None or top is None or self._around.tokens[cue].relation != "acl:relcl":
            return False
        return cue not in (top, *self._around.ancestors(top)) and not any(
            s.start <= basis.start < s.end for s in (*statement.content, *statement.source)
        )

    def _is_deed(self, basis: Span) -> bool:
        """Whether somebody tells by these words what he did or what came to him, and not what he knows it by: "she had treated"."""
        around, words = self._around, self._around.touched(basis)
        verbs = [i for i in words if around.tokens[i].upos == "VERB"]
        if not words or around.words[words[0]] not in _PRONOUNS or not verbs:
            return False
        objects = (around.child(verb, "obj") for verb in verbs)
        return not any(around.words[i] in _KNOWING for i in verbs) and not any(i is not None and self._evidence.kind(i) for i in objects)

    def _is_in_spite(self, basis: Span) -> bool:
        """Whether somebody says something against evidence, and does not rest on it: "despite evidence gathered by monitors"."""
        first = self._around.touched(basis).start
        before = self._around.words[max(first - _SPITE, 0) : first]
        return bool(before) and (before[-1] in _AGAINST or tuple(before[-2:]) in (("spite", "of"), ("contrary", "to")))

    def venue(self, number: int) -> Span | None:
        """What is marked as the place or means by which a statement was made."""
        marks = (mark for mark in self._marks.of(number, "venue") if mark.score >= _SURE_VENUE)
        return next((mark.span for mark in marks if not is_medium_told(self._around, mark.span)), None)

    def relays(self) -> dict[Attribution, tuple[Span, ...]]:
        """What is marked as a medium that carries a statement, by the statement."""
        told = ((one, tuple(mark.span for mark in self._marks.of(i, "relay"))) for i, one in enumerate(self._statements))
        return {one: spans for one, spans in told if spans}

    def _kind(self, span: Span) -> BasisKind:
        words = self._around.touched(span)
        shares = self._leanings.of("bases", [(words.start, words.stop)])
        return "other" if shares is None else _KINDS[int(shares.argmax())]
