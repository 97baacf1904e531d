"""Whose word does somebody pass on, by what he says?"""

from saidwho.statements.evidence import WORDS, Evidence
from saidwho.statements.resting import HEARERS, TOLD_BY
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Attribution
from saidwho.types.statement import Basis

_NEAR = 120  # characters into a content
_PHRASE = 12  # words into a content, or into a phrase


class Hearsay:
    """Where the speakers of one text say by whom they were told."""

    def __init__(self, around: Surroundings, evidence: Evidence) -> None:
        self._around, self._evidence = around, evidence

    def told_by(self, attribution: Attribution) -> Basis | None:
        """Whose word the speaker passes on: "it has been told by relief staff", "a guard told him"."""
        for span in attribution.content[:2]:
            match = TOLD_BY.search(self._straight(span.start, min(span.end, span.start + _NEAR)))
            if match and self._evidence.asked(span.start + match.end(), span.end):
                return Basis(
                    span=Span(start=span.start + match.start(), end=self._phrase_end(span.start + match.end(), span.end)), kind="witness"
                )
            found = self._teller(span)
            if found:
                return found
        return None

    def _phrase_end(self, start: int, end: int) -> int:
        """Where the noun phrase ends that begins here."""
        found = self._evidence.after(start, end, any_noun=True)
        if found:
            return found.span.end
        numbers = self._around.touched(Span(start=start, end=end))[:_PHRASE]
        people = (i for i in numbers if self._around.words[i] in WORDS["person"])
        return next((self._around.tokens[i].span.end for i in people), start)

    def _teller(self, content: Span) -> Basis | None:
        around = self._around
        for number in around.touched(content)[:_PHRASE]:
            subject = around.child(number, "nsubj") if around.words[number] in ("told", "tells") else None
            if subject is None or around.tokens[subject].upos != "NOUN" or around.tokens[subject].span.start < content.start:
                continue
            hearer = next((i for i in around.children(number) if i > number and around.tokens[i].relation in ("obj", "iobj")), None)
            if hearer is not None and (around.words[hearer] in HEARERS or around.words[subject] in WORDS["person"]):
                return Basis(span=around.span(self._evidence.first(subject), hearer + 1), kind="witness")
        return None

    def _straight(self, start: int, end: int) -> str:
        return self._around.text[start:end].replace("’", "'")
