"""Into which happenings is a content cut: by the reader's own spans, and by syntax where it names none?"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Mention

# A span of which less lies in a content is another statement's.
_INSIDE = 0.5
# Beside the reader's spans such clauses are propositions where they have so many words and so large a share of them outside: of 22 on
# the reports to develop on, 8 were labelled. Relative clauses and others that hang on a word were not. Of 15 that say what somebody or
# something is, there and in marked reports, 5 were.
_FEWEST, _OUTSIDE = 4, 0.7
_ALONE = frozenset({"root", "conj", "parataxis", "ccomp", "advcl"})
# Words behind a span of the reader's that belong to its clause are part of it, if they are no more than so many.
_MOST_LEFT = 6
_OPENING = frozenset({"root", "conj", "parataxis", "ccomp", "advcl", "acl", "acl:relcl", "csubj", "punct", "cc", "mark", "appos"})
# The reader's spans are shorter than this many words; one that begins farther before a content does not reach into it.
_LONGEST = 80

_RELATIVES = frozenset({"who", "which", "whom", "whose"})

Tokens = tuple[int, ...]


class Cuts:
    """Cuts the contents of one report. happenings: the reader's spans of propositions; none where it has not been asked."""

    def __init__(self, finder: ClauseFinder, around: Surroundings, happenings: Sequence[Mention]) -> None:
        self._finder, self._around = finder, around
        found = (around.touched(mention.span) for mention in happenings)
        self._told = sorted((tokens for tokens in found if tokens), key=lambda tokens: tokens.start)
        self._firsts = [tokens.start for tokens in self._told]

    def cut(self, content: tuple[Span, ...]) -> list[Clause]:
        """The clauses of a content, in the order of the text: those that the reader names, and what it leaves out beside them."""
        by_syntax = self._finder.find(content)
        told = sorted(self._told_in(content))
        if not told:
            return by_syntax
        found = [clause for tokens in told for clause in self._split(tokens, by_syntax)]
        left = self._left(by_syntax, {i for tokens in told for i in tokens})
        return self._finder.with_parents(sorted([*found, *left], key=lambda clause: clause.tokens))

    def _left(self, by_syntax: list[Clause], named: set[int]) -> Iterator[Clause]:
        """The clauses of syntax that stand on their own and nearly wholly outside of what the reader names."""
        for clause in by_syntax:
            own = tuple(i for i in clause.tokens if i not in named)
            is_outside = clause.head not in named and len(own) >= max(_FEWEST, _OUTSIDE * len(clause.tokens))
            if is_outside and self._asserts(clause) and self._finder.tokens[clause.head].relation in _ALONE:
                yield replace(clause, tokens=own)

    def _asserts(self, clause: Clause) -> bool:
        """Whether a clause has a verb, or says of something what it is: "they were never prisoners"."""
        finder = self._finder
        return finder.is_verb(clause) or bool(finder.children(clause.head, "cop") and finder.children(clause.head, "nsubj", "csubj"))

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
        free = set(self._around.touched_by(content)).difference(*found)
        return [self._completed(tokens, free) for tokens in found]

    def _completed(self, tokens: Tokens, free: set[int]) -> Tokens:
        """A span of the reader's with the few words of its clause that follow it: "suffering 400 casualties | a day".

        free: the words of the content that no span of the reader's holds.
        """
        known, past = set(tokens), tokens[-1] + 1
        while past in free and self._hangs_on(past, known):
            past += 1
        rest = range(tokens[-1] + 1, past)
        return (*tokens, *rest) if len(rest) <= _MOST_LEFT else tokens

    def _hangs_on(self, token: int, known: set[int]) -> bool:
        """Whether a word belongs to the clause of some words, and opens none itself."""
        for at in (token, *self._around.ancestors(token)):
            if at in known:
                return True
            if self._finder.tokens[at].relation in _OPENING:
                return False
        return False

    def _split(self, tokens: Tokens, by_syntax: list[Clause]) -> list[Clause]:
        """A span of the reader's, split where syntax has several clauses in it."""
        inside = set(tokens)
        found = [clause for clause in by_syntax if clause.head in inside]
        # What hangs on a condition is told first, wherever it stands.
        found.sort(key=self._finder.is_condition)
        heads = found[:1] + [clause for clause in found[1:] if self._parts(clause, [i for i in clause.tokens if i in inside])]
        if len(heads) > 1:
            taken = {i for clause in heads[1:] for i in clause.tokens}
            owns = [tuple(i for i in tokens if i not in taken), *(tuple(i for i in clause.tokens if i in inside) for clause in heads[1:])]
            return [replace(clause, tokens=own) for clause, own in zip(heads, owns, strict=True)]
        head = heads[0].head if heads else self._top(tokens)
        is_part = heads[0].is_part if heads else self._finder.tokens[head].upos != "VERB"
        return [Clause(head=head, tokens=tokens, parent=None, is_part=is_part, is_told=True)]

    def _parts(self, clause: Clause, words: Sequence[int]) -> bool:
        """Whether a clause inside a span of the reader's tells something apart, by its words in it.

        A relative clause without a comma does not, whatever syntax takes it for ("any ship | that tries to leave"), nor does a participle
        on a noun ("a camp | run by nuns"); nor do few words without a number ("would be found | wherever they sleep"), nor a verb without
        a subject that another leads to ("were waiting | to be collected"), unless they tell what had happened by then ("are known | to
        have died").
        """
        finder = self._finder
        if self._limits(words) or self._describes(clause):
            return False
        if any(finder.words[i] == "have" and finder.tokens[i].head == clause.head for i in words):
            return True
        if len(words) < _FEWEST and not any(finder.tokens[i].upos == "NUM" for i in words):
            return False
        is_led_to = finder.tokens[clause.head].relation in ("ccomp", "csubj")
        return not is_led_to or bool(finder.children(clause.head, "nsubj", "nsubj:pass", "expl"))

    def _describes(self, clause: Clause) -> bool:
        """Whether a clause is a participle on a noun, and not what that noun stands for ("reports | that the guns had fired").

        Of 8 such in marked reports, which syntax splits off what the reader takes for one, none is a proposition of its own.
        """
        is_on_noun = self._finder.tokens[clause.head].relation == "acl"
        return is_on_noun and not self._finder.children(clause.head, "mark")

    def _limits(self, words: Sequence[int]) -> bool:
        """Whether words begin as a relative clause that says which one is meant: "who", "in which", without a comma before."""
        finder, first = self._finder, words[0]
        if first > 0 and finder.words[first - 1] == ",":
            return False
        if finder.words[first] == "that":
            return finder.tokens[first].relation in ("nsubj", "nsubj:pass", "obj")
        at = first + 1 if finder.tokens[first].upos == "ADP" and len(words) > 1 else first
        return finder.words[at] in _RELATIVES

    def _top(self, tokens: Tokens) -> int:
        """The token above most of the others, the first of equals."""
        inside, below = set(tokens), dict.fromkeys(tokens, 0)
        for token in tokens:
            for above in (token, *self._around.ancestors(token)):
                if above not in inside:
                    break
                below[above] += 1
        return max(tokens, key=lambda token: (below[token], -token))
