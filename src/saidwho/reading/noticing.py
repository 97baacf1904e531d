"""Who counted, heard or saw what a sentence tells, where no verb of saying tells it?

"The agency has registered 1.5 million arrivals" and "Eight survivors heard a drone" are theirs as much as what they "say": a body that
keeps count, with a number, and people who were there, with what they perceived. What the outlet's own people count and see is its own:
saidwho.statements.own_voice tells them apart.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from saidwho.reading.silences import is_quoted
from saidwho.reading.subjects import Subjects
from saidwho.text.clauses import bare
from saidwho.text.noticing import COUNTING, SENSING, WITNESSES
from saidwho.text.numerals import VAGUE_SCALES
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Reading

# Whoever speaks for himself, and whoever a clause only describes.
_NOBODY = frozenset({"i", "we", "you", "who", "which", "that", "what", "nobody", "one", "he", "she", "they", "it", "there"})
_UNSAID = frozenset({"not", "n't", "n’t", "never", "would", "could", "might", "may", "should", "must", "will", "to", "if", "whether"})
_NOTICING = COUNTING | SENSING
# A clause that somebody tells by itself.
_MAIN = frozenset({"root", "conj", "parataxis"})
_SOME = frozenset({"those", "several", "another"})
# "Counted up to 1,200" has a number for its object, "counted on three allies" has none.
_UP_TO = frozenset({"up", "at", "over", "under", "above", "below"})
_STOPS = frozenset({";", ":", "–", "—"})
_BODIES = frozenset({"Organisation", "Person"})
# Behind a verb, what is no object of it.
_OTHERS = frozenset({"conj", "cc", "parataxis", "punct", "advcl", "appos"})
# Tokens behind a verb among which a number stands, and of what was counted or perceived.
_NEAR, _LONGEST = 5, 60
# As sure as the wording is.
_SCORE = 0.7


def with_noticing(text: str, attributions: tuple[Attribution, ...], reading: Reading) -> tuple[Attribution, ...]:
    """Add one attribution for each such sentence that no attribution holds any of. Needs the syntax and the mentions of the text."""
    added = tuple(_Noticing(text, attributions, reading).find())
    return tuple(sorted((*attributions, *added), key=lambda one: (one.cue or one.content)[0])) if added else attributions


class _Noticing:
    def __init__(self, text: str, attributions: tuple[Attribution, ...], reading: Reading) -> None:
        self._text, self._tokens = text, reading.tokens
        self._subjects = Subjects(text, reading.tokens)
        self._trees = self._subjects.trees
        spans = (span for one in attributions for span in (*one.cue, *one.content, *one.source))
        self._taken = {i for span in spans for i in self._trees.touched(span)}
        self._bodies = _starts(reading.mentions, _BODIES)

    def find(self) -> Iterator[Attribution]:
        for verb, token in enumerate(self._tokens):
            word = self._word(verb)
            if token.upos != "VERB" or verb in self._taken or token.relation not in _MAIN or word not in _NOTICING:
                continue
            found = self._at(verb, counts=word in COUNTING)
            if found is not None and not is_quoted(self._text, token.span.start):
                yield found

    def _at(self, verb: int, *, counts: bool) -> Attribution | None:
        children = self._trees.children.get(verb, [])
        if any(self._word(i) in _UNSAID or self._tokens[i].relation in ("nsubj:pass", "aux:pass") for i in children):
            return None
        said, who = self._perceived(verb, children), self._subjects.of(self._tokens[verb].span)
        if who is None or said is None or not self._is_theirs(who, verb, said, counts=counts):
            return None
        auxiliaries = [i for i in children if i < verb and self._tokens[i].relation == "aux" and self._tokens[i].span.start >= who.end]
        cue = Span(start=self._tokens[min([verb, *auxiliaries])].span.start, end=self._tokens[verb].span.end)
        if any(i in self._taken for i in self._trees.touched(Span(start=who.start, end=said.end))):
            return None
        return Attribution(source=(who,), cue=(cue,), content=(said,), score=_SCORE)

    def _is_theirs(self, who: Span, verb: int, said: Span, *, counts: bool) -> bool:
        noun = self._subjects.noun(who)
        if noun in _NOBODY:
            return False
        if counts:
            return _holds(self._bodies, who) and self._begins_with_number(verb, said)
        return noun in WITNESSES or self._is_counted_among(who)

    def _is_counted_among(self, who: Span) -> bool:
        """Whether those who speak are some of several: "fifty-three of those interviewed", "another"."""
        top = self._trees.head(who)
        return top is not None and (self._tokens[top].upos == "NUM" or self._word(top) in _SOME)

    def _begins_with_number(self, verb: int, said: Span) -> bool:
        near = (i for i in self._trees.touched(said) if i <= verb + _NEAR)
        return any(self._tokens[i].upos == "NUM" or self._word(i) in VAGUE_SCALES for i in near)

    def _perceived(self, verb: int, children: Sequence[int]) -> Span | None:
        """What stands right behind a verb and hangs on it, up to where something else begins."""
        behind = [i for i in children if i > verb and self._tokens[i].relation not in _OTHERS]
        if not behind:
            return None
        past = max(self._trees.subtree(i).stop for i in behind)
        ends = {self._trees.subtree(i).start for i in children if i > behind[0] and self._tokens[i].relation in ("conj", "parataxis")}
        closing = (i for i in range(verb + 2, past) if i in ends or i in self._taken or self._word(i) in _STOPS)
        numbers = range(verb + 1, next(closing, past))
        if not 0 < len(numbers) <= _LONGEST or (self._tokens[verb + 1].upos == "ADP" and self._word(verb + 1) not in _UP_TO):
            return None
        span = self._trees.span(numbers)
        return None if "\n" in span.of(self._text) else bare(self._text, span, ' ,;:–—.!?”"')

    def _word(self, number: int) -> str:
        return self._tokens[number].span.of(self._text).casefold()


def _starts(mentions: Sequence[Mention], kinds: frozenset[str]) -> list[int]:
    return sorted(mention.span.start for mention in mentions if mention.kind in kinds)


def _holds(starts: Sequence[int], span: Span) -> bool:
    """Whether anything begins in a span. starts: sorted."""
    at = bisect_left(starts, span.start)
    return at < len(starts) and starts[at] < span.end
