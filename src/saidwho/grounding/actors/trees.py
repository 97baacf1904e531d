"""Where in the syntax of a text does a stretch of it stand?"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise

from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Reading, Token

# What may stand before a noun and belong to it.
_BEFORE_NOUN = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "PRON", "SYM", "ADV"})
# Before a name they tell that it is somebody's, though a place bears it too: "Ms Lomé".
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr"})
# How far a modifier may be from its noun in the tree; parses go wrong, and further up it is another phrase.
_HOPS = 4
_BESIDE = frozenset({"appos", "flat", "compound"})


class Trees:
    """The trees of one text, looked up by characters. Tokens are numbers into tokens."""

    def __init__(self, text: str, reading: Reading) -> None:
        self.text = text
        self.tokens: tuple[Token, ...] = reading.tokens
        self._starts = [token.span.start for token in reading.tokens]
        self._ends = [token.span.end for token in reading.tokens]
        self._sentence_starts = [first for first, _ in reading.sentences]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Every word in lower case, with straight apostrophes."""
        return tuple(token.span.of(self.text).lower().replace("’", "'") for token in self.tokens)

    def covering(self, span: Span) -> tuple[int, int]:
        """The tokens that share a character with a span: first, and just past the last."""
        first = bisect_right(self._ends, span.start)
        return first, max(first, bisect_left(self._starts, span.end))

    def is_titled(self, first: int) -> bool:
        """Whether a title stands before a token that a name begins with."""
        return first > 0 and self.words[first - 1].strip(".") in _TITLES

    def quoting(self, attributions: Iterable[Attribution]) -> dict[int, Attribution]:
        """For each token the attribution in whose content it stands, the innermost of several."""
        found: dict[int, Attribution] = {}
        for attribution in sorted(attributions, key=lambda a: -sum(s.end - s.start for s in a.content)):
            for span in attribution.content:
                found.update(dict.fromkeys(range(*self.covering(span)), attribution))
        return found

    def sentence(self, token: int) -> int:
        """The number of the sentence a token stands in."""
        return bisect_right(self._sentence_starts, token) - 1

    def first_of(self, sentence: int) -> int:
        """The first token of a sentence; of the text for one before it, just past its last for one behind it."""
        if sentence >= len(self._sentence_starts):
            return len(self.tokens)
        return self._sentence_starts[sentence] if sentence >= 0 else 0

    def sentences_around(self, token: int) -> tuple[str, ...]:
        """The words of the sentence before the one that a token stands in, where there is one, and of that one."""
        here = self.sentence(token)
        bounds = [*self._sentence_starts[max(0, here - 1) : here + 2], len(self.tokens)]
        return tuple(self.span(first, past).of(self.text) for first, past in list(pairwise(bounds))[: min(here, 1) + 1])

    def head(self, first: int, past: int) -> int:
        """The token of a stretch that hangs on a word outside of it; the last that is no punctuation where several do."""
        tops = [i for i in range(first, past) if not first <= self.tokens[i].head < past or self.tokens[i].head == i]
        telling = [i for i in tops if self.tokens[i].upos not in ("PUNCT", "ADP", "CCONJ", "SCONJ")]
        return (telling or tops or [past - 1])[0]

    def phrase(self, noun: int) -> int:
        """The first token of the noun phrase that ends in a noun: what stands before it in its line and hangs on it."""
        first = noun
        while first > 0 and self._may_precede(first - 1) and self._hangs_on(first - 1, noun, first):
            first -= 1
        while first < noun and (self.tokens[first].upos in ("PUNCT", "ADV", "PART") or self._is_of_at_least(first)):
            first += 1
        return first

    def _may_precede(self, token: int) -> bool:
        return self.tokens[token].upos in (*_BEFORE_NOUN, "PUNCT") and not self.ends_line(token)

    def ends_line(self, token: int) -> bool:
        """Whether a line ends behind a token that another follows: no name and no phrase goes on there."""
        return "\n" in self.text[self._ends[token] : self._starts[token + 1]]

    def _is_of_at_least(self, token: int) -> bool:
        return self.words[token] in ("least", "most") and token > 0 and self.words[token - 1] == "at"

    def _hangs_on(self, token: int, noun: int, first: int) -> bool:
        if self.tokens[token].upos == "PUNCT" and self.words[token] not in ("-", "–"):
            return False
        at = token
        for _ in range(_HOPS):
            at = self.tokens[at].head
            if first <= at <= noun:
                return True
        return False

    def span(self, first: int, past: int) -> Span:
        return Span(start=self._starts[first], end=self._ends[past - 1])

    def relation(self, token: int) -> str:
        """What a name or noun is in its clause, for one that is beside another what the other is: "Vale" of "the mayor, Ada Vale, said"."""
        for _ in range(_HOPS):
            if self.tokens[token].relation not in _BESIDE:
                break
            above = self.tokens[token].head
            if self.tokens[above].upos in ("VERB", "AUX"):
                return "nsubj" if token < above else self.tokens[token].relation
            token = above
        return self.tokens[token].relation

    def mark(self, verb: int) -> str:
        """The conjunction that a verb's clause begins with; empty where there is none."""
        first = self._sentence_starts[self.sentence(verb)]
        own = (i for i in range(verb - 1, first - 1, -1) if self.tokens[i].head == verb)
        return next((self.words[i] for i in own if self.tokens[i].relation == "mark"), "")

    def is_subject(self, token: int) -> bool:
        return self.tokens[token].relation in ("nsubj", "nsubj:pass", "csubj")
