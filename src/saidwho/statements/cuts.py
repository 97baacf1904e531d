"""Into which happenings is a content cut: by the reader's own spans, and by syntax where it names none?"""

from bisect import bisect_left
from collections.abc import Sequence

from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Mention

# A span of which less lies in a content is another statement's.
_INSIDE = 0.5
# The reader's spans are shorter than this many words; one that begins farther before a content does not reach into it.
_LONGEST = 80

Tokens = tuple[int, ...]


class Cuts:
    """Cuts the contents of one report. happenings: the reader's spans of propositions; none where it has not been asked."""

    def __init__(self, finder: ClauseFinder, around: Surroundings, happenings: Sequence[Mention]) -> None:
        self._finder, self._around = finder, around
        found = (around.touched(mention.span) for mention in happenings)
        self._told = sorted((tokens for tokens in found if tokens), key=lambda tokens: tokens.start)
        self._firsts = [tokens.start for tokens in self._told]

    def cut(self, content: tuple[Span, ...]) -> list[Clause]:
        """The clauses of a content, in the order of the text.

        Where the reader names one, what it leaves out is talk: of 25 clauses of syntax beside its own, 2 were propositions.
        """
        by_syntax = {clause.head: clause for clause in self._finder.find(content)}
        told = sorted(self._told_in(content))
        if not told:
            return list(by_syntax.values())
        return self._finder.with_parents([self._clause(tokens, by_syntax) for tokens in told])

    def _told_in(self, content: tuple[Span, ...]) -> list[Tokens]:
        """The reader's spans that lie in a content, cut to its words."""
        found = []
        for span in content:
            inside = self._around.touched(span)
            first = bisect_left(self._firsts, inside.start - _LONGEST)
            for tokens in self._told[first : bisect_left(self._firsts, inside.stop)]:
                shared = tuple(range(max(tokens.start, inside.start), min(tokens.stop, inside.stop)))
                if len(shared) >= _INSIDE * len(tokens):
                    found.append(shared)
        return found

    def _clause(self, tokens: Tokens, by_syntax: dict[int, Clause]) -> Clause:
        """A span of the reader's as a clause. by_syntax: the clauses of syntax by their heads, which are taken for its head first."""
        head = self._top(tokens, by_syntax.keys() & set(tokens))
        is_part = by_syntax[head].is_part if head in by_syntax else self._finder.tokens[head].upos != "VERB"
        return Clause(head=head, tokens=tokens, parent=None, is_part=is_part, is_told=True)

    def _top(self, tokens: Tokens, heads: set[int]) -> int:
        """The token above most of the others, a head of a clause rather than another, the first of equals."""
        inside, below = set(tokens), dict.fromkeys(tokens, 0)
        for token in tokens:
            for above in (token, *self._around.ancestors(token)):
                if above not in inside:
                    break
                below[above] += 1
        return max(tokens, key=lambda token: (token in heads, below[token], -token))
