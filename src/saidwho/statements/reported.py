"""Whose words does an outlet report, where it names who speaks in the sentence itself?

"The ambassador called the decision a threat, according to the RIA news agency" is the ambassador's; the agency relays it. The
reader, as PolNeAR's annotators, gives the agency as source and the whole sentence as content.
"""

from collections.abc import Callable
from dataclasses import replace

from saidwho.statements.people import Mentioned
from saidwho.statements.subtrees import Subtrees
from saidwho.types.document import Span
from saidwho.types.grounding import Speaker
from saidwho.types.reading import Attribution

_SCORE = 0.8
# Verbs with which a sentence says that somebody says something, in the forms that reports use.
_SAYING = frozenset({
    "say", "says", "said", "tell", "tells", "told", "claim", "claims", "claimed", "believe", "believes", "believed", "report",
    "reports", "reported", "warn", "warns", "warned", "insist", "insists", "insisted", "argue", "argues", "argued", "allege",
    "alleges", "alleged", "admit", "admits", "admitted", "acknowledge", "acknowledges", "acknowledged", "confirm", "confirms",
    "confirmed", "announce", "announces", "announced", "estimate", "estimates", "estimated", "fear", "fears", "feared", "suspect",
    "suspects", "suspected", "conclude", "concludes", "concluded", "assess", "assesses", "assessed", "state", "states", "stated",
    "declare", "declares", "declared", "maintain", "maintains", "maintained", "deny", "denies", "denied", "assert", "asserts",
    "asserted", "predict", "predicts", "predicted", "doubt", "doubts", "doubted", "call", "calls", "called", "describe",
    "describes", "described", "accuse", "accuses", "accused", "blame", "blames", "blamed", "put", "puts", "demand", "demands",
    "demanded", "urge", "urges", "urged", "threaten", "threatens", "threatened", "vow", "vows", "vowed", "pledge", "pledges",
    "pledged", "promise", "promises", "promised", "expect", "expects", "expected", "reject", "rejects", "rejected", "dispute",
    "disputes", "disputed", "concede", "concedes", "conceded", "condemn", "condemns", "condemned", "stress", "stresses", "stressed",
    "note", "notes", "noted", "add", "adds", "added",
})  # fmt: skip
_SMALL = frozenset({"aux", "aux:pass", "advmod"})
# A subject of more tokens is a sentence that went wrong.
_LONGEST = 24
# Characters that may be left over on either side: an article, a comma.
_SLACK = 4


class Reported:
    """The attributions by outlets whose content is what somebody else says. added: speakers told on the way, by source."""

    def __init__(self, text: str, subtrees: Subtrees, mentioned: Mentioned, attributions: tuple[Attribution, ...]) -> None:
        self._text, self._subtrees, self._mentioned = text, subtrees, mentioned
        self._starts: dict[int, list[Attribution]] = {}
        for attribution in attributions:
            if attribution.source:
                self._starts.setdefault(attribution.source[0].start, []).append(attribution)
        self.added: dict[tuple[Span, ...], Speaker] = {}

    def settle(self, attributions: tuple[Attribution, ...], by_outlet: Callable[[Attribution], bool]) -> tuple[Attribution, ...]:
        """Give what others say in what outlets report to those others; the outlet relays it."""
        instead: dict[Attribution, Attribution] = {}
        gone: set[Attribution] = set()
        for outer in attributions:
            if outer.relay or len(outer.content) != 1 or not outer.source or not by_outlet(outer):
                continue
            inner = self._found_in(outer)
            if inner is not None:
                gone.add(outer)
                instead[inner] = replace(inner, relay=outer.source)
            elif (made := self._made_of(outer)) is not None:
                instead[outer] = made
        return tuple(instead.get(attribution, attribution) for attribution in attributions if attribution not in gone)

    def _found_in(self, outer: Attribution) -> Attribution | None:
        """The attribution that the reader found and that fills the content of another."""
        said = outer.content[0]
        for start in range(said.start, said.start + _SLACK + 1):
            for inner in self._starts.get(start, ()):
                parts = (*inner.source, *inner.cue, *inner.content)
                if inner is not outer and not inner.relay and max(part.end for part in parts) in range(said.end - _SLACK, said.end + 1):
                    return inner
        return None

    def _made_of(self, outer: Attribution) -> Attribution | None:
        """Subject, verb of saying and the rest of the sentence that an outlet reports."""
        said = outer.content[0]
        numbers = self._subtrees.touched(said)
        verb = self._subtrees.head(said)
        if verb is None or self._subtrees.tokens[verb].upos != "VERB" or self._word(verb) not in _SAYING or '"' in said.of(self._text):
            return None
        children = [i for i in self._subtrees.children.get(verb, ()) if i in numbers]
        subject = next((i for i in children if self._subtrees.tokens[i].relation == "nsubj"), None)
        if subject is None or self._subtrees.tokens[subject].upos not in ("NOUN", "PROPN") or any(self._is_unsaid(i) for i in children):
            return None
        phrase = self._subtrees.subtree(subject)
        if phrase.start - numbers.start > 1 or not 0 < len(phrase) <= _LONGEST or phrase.stop > verb or verb + 1 >= numbers.stop:
            return None
        source = _bare(self._text, self._subtrees.span(phrase))
        speaker = self._mentioned.speaker(source, score=_SCORE, why=f"reported by {outer.source[0].of(self._text)}")
        if speaker is None:
            return None
        first = min([verb, *(i for i in children if phrase.stop <= i < verb and self._subtrees.tokens[i].relation in _SMALL)])
        start = self._subtrees.tokens[verb + 1].span.start
        self.added[(source,)] = speaker
        cue = Span(start=self._subtrees.tokens[first].span.start, end=self._subtrees.tokens[verb].span.end)
        return Attribution(source=(source,), cue=(cue,), content=(Span(start=start, end=said.end),), score=outer.score, relay=outer.source)

    def _is_unsaid(self, child: int) -> bool:
        """ "would say", "did not say": nothing was said."""
        token = self._subtrees.tokens[child]
        return token.relation in _SMALL and self._word(child) in {"not", "n't", "would", "could", "might", "may", "should", "will"}

    def _word(self, number: int) -> str:
        return self._subtrees.tokens[number].span.of(self._text).casefold()


def _bare(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(start=span.start, end=span.start + len(words.rstrip(" ,;:–—")))
