"""Which words hang on a word, and which words does a stretch of text touch?"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from saidwho.types.document import Span
from saidwho.types.reading import Token


class Subtrees:
    """The syntax of one text, made ready once, in time linear in its length.

    tokens: those of the reading, as its sentences. children: by the number of a token, those of its dependents, in order.
    """

    def __init__(self, tokens: tuple[Token, ...], sentences: Sequence[tuple[int, int]] = ()) -> None:
        self.tokens = tokens
        self._starts = [token.span.start for token in tokens]
        self._ends = [token.span.end for token in tokens]
        self._sentences = [(self._starts[first], self._ends[past - 1]) for first, past in sentences if past > first]
        self.children = _children(tokens)
        self._firsts, self._pasts = _extents(tokens, self.children)

    def touched(self, span: Span) -> range:
        """The numbers of the tokens that share a character with a span."""
        first = bisect_right(self._ends, span.start)
        return range(first, max(first, bisect_left(self._starts, span.end)))

    def subtree(self, number: int) -> range:
        """From the first to the last token that hangs on a token, itself with them."""
        return range(self._firsts[number], self._pasts[number])

    def head(self, span: Span) -> int | None:
        """The token of a span whose own head lies outside it, the first of several."""
        inside = self.touched(span)
        return next((i for i in inside if self.tokens[i].head not in inside or self.tokens[i].head == i), None)

    def sentence(self, at: int) -> Span | None:
        """The sentence around a character."""
        found = bisect_right(self._sentences, at, key=lambda sentence: sentence[0]) - 1
        return Span(start=self._sentences[found][0], end=self._sentences[found][1]) if found >= 0 else None

    def span(self, numbers: range) -> Span:
        """The characters from the first to the last of some tokens, of which there is one at least."""
        return Span(start=self._starts[numbers[0]], end=self._ends[numbers[-1]])


def _children(tokens: tuple[Token, ...]) -> dict[int, list[int]]:
    children: dict[int, list[int]] = defaultdict(list)
    for number, token in enumerate(tokens):
        if token.head != number:
            children[token.head].append(number)
    return children


def _extents(tokens: tuple[Token, ...], children: dict[int, list[int]]) -> tuple[list[int], list[int]]:
    """The first and the past-last token under each, leaves first; heads in a circle keep what was known."""
    firsts, pasts = list(range(len(tokens))), list(range(1, len(tokens) + 1))
    waiting = [len(children.get(i, ())) for i in range(len(tokens))]
    ready = [i for i, count in enumerate(waiting) if count == 0]
    while ready:
        number = ready.pop()
        head = tokens[number].head
        if head == number or not 0 <= head < len(tokens):
            continue
        firsts[head] = min(firsts[head], firsts[number])
        pasts[head] = max(pasts[head], pasts[number])
        waiting[head] -= 1
        if waiting[head] == 0:
            ready.append(head)
    return firsts, pasts
