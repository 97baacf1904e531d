"""Into which happenings is a content cut: by the reader's own spans, and by syntax where it names none?"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

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
        by_syntax = self._finder.find(content)
        told = sorted(self._told_in(content))
        if not told:
            return by_syntax
        return self._finder.with_parents([clause for tokens in told for clause in self._split(tokens, by_syntax)])

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

    def _split(self, tokens: Tokens, by_syntax: list[Clause]) -> list[Clause]:
        """A span of the reader's, split where syntax has several clauses in it."""
        inside = set(tokens)
        heads = [clause for clause in by_syntax if clause.head in inside]
        if len(heads) > 1:
            taken = {i for clause in heads[1:] for i in clause.tokens}
            owns = [tuple(i for i in tokens if i not in taken), *(tuple(i for i in clause.tokens if i in inside) for clause in heads[1:])]
            return [replace(clause, tokens=own) for clause, own in zip(heads, owns, strict=True)]
        head = heads[0].head if heads else self._top(tokens)
        is_part = heads[0].is_part if heads else self._finder.tokens[head].upos != "VERB"
        return [Clause(head=head, tokens=tokens, parent=None, is_part=is_part, is_told=True)]

    def _top(self, tokens: Tokens) -> int:
        """The token above most of the others, the first of equals."""
        inside, below = set(tokens), dict.fromkeys(tokens, 0)
        for token in tokens:
            for above in (token, *self._around.ancestors(token)):
                if above not in inside:
                    break
                below[above] += 1
        return max(tokens, key=lambda token: (below[token], -token))
