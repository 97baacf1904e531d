"""Into which happenings is a content cut: by the reader's own spans, and by syntax where it names none?"""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
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
    """Cuts the contents of one report.

    happenings: the reader's spans of propositions; none where it has not been asked. whole: what no span ends in: "400 casualties a day".
    """

    def __init__(self, finder: ClauseFinder, around: Surroundings, happenings: Sequence[Mention], *, whole: Sequence[Span] = ()) -> None:
        self._finder, self._around = finder, around
        found = (around.touched(mention.span) for mention in happenings)
        ends = {token: tokens.stop for span in whole if (tokens := around.touched(span)) for token in tokens}
        self._told = _whole(sorted((tokens for tokens in found if tokens), key=lambda tokens: tokens.start), ends)
        self._firsts = [tokens.start for tokens in self._told]

    def cut(self, content: tuple[Span, ...]) -> list[Clause]:
        """The clauses of a content, in the order of the text.

        Where the reader names one, what it leaves out is talk: of 25 clauses of syntax beside its own, 2 were propositions.
        """
        by_syntax = self._finder.find(content)
        told = sorted(self._told_in(content))
        if not told:
            return by_syntax
        found = [clause for tokens in told for clause in self._split(tokens, by_syntax)]
        taken = {i for clause in found for i in clause.tokens}
        found += [clause for clause in by_syntax if taken.isdisjoint(clause.tokens) and self._is_beside(clause, taken)]
        return self._finder.with_parents(sorted(found, key=lambda clause: clause.tokens[0]))

    def _is_beside(self, clause: Clause, taken: set[int]) -> bool:
        """Whether a clause that the reader passed over says how, when or why one of its own came about."""
        token = self._finder.tokens[clause.head]
        return token.relation == "advcl" and token.head in taken and len(clause.tokens) > 2

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


def _whole(told: list[range], ends: Mapping[int, int]) -> list[range]:
    """Spans that reach to the end of what they end in, or to the next. ends: of tokens, the end of what they are part of."""
    past = [tokens.start for tokens in told[1:]]
    most = zip(told, [*past, max(ends.values(), default=0)], strict=True) if told else ()
    return [range(tokens.start, max(tokens.stop, min(ends.get(tokens[-1], 0), limit))) for tokens, limit in most]
