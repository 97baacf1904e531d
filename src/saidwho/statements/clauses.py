"""Which clauses does a content hold, one happening each?

"was forced to regroup after suffering 400 casualties a day while trying to recapture a key town" holds three.
"""

from dataclasses import dataclass, replace

from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Token

# A verb so related to another opens a clause of its own; others belong to the one they hang on ("forced to regroup").
_OPENS = frozenset({"root", "ccomp", "advcl", "conj", "parataxis", "csubj"})
_VERBAL = frozenset({"VERB", "AUX"})
_SUBJECTS = ("nsubj", "nsubj:pass", "expl")
# What may stand around a clause and says nothing of it.
_LOOSE = frozenset({"PUNCT", "SCONJ", "CCONJ"})
_WHEN = frozenset({"when", "while", "as"})
# A clause with one of these that comes after what it limits is part of it: "handed over once the inquiry is finished".
_LIMITS = frozenset({"if", "unless", "once", "until", "till", "before", "than"})
_CONDITIONS = frozenset({"if", "unless", "should"})
# What hangs on the adjective of a clause that only says when: "until it was light".
_SAYING_WHEN = frozenset({"nsubj", "nsubj:pass", "expl", "cop", "aux:pass", "mark", "case", "advmod", "punct"})
# A relative clause after a comma adds a happening; another says who is meant ("soldiers who refuse orders").
_RELATIVE = frozenset({"acl:relcl", "acl"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
# Words that can be what a part without a verb is about.
_TELLING = ("NOUN", "PROPN", "NUM", "ADJ", "VERB")
_HOW_MANY = frozenset({"many", "much", "few", "little"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """head: the token of its verb, or of what is said to be so. tokens: all of its own, in order. parent: the clause it
    hangs on, as a place in the list of clauses, None for the first. is_part: it has no verb of its own. is_told: the reader
    has found it to be a proposition."""

    head: int
    tokens: tuple[int, ...]
    parent: int | None
    is_part: bool = False
    is_told: bool = False


class ClauseFinder:
    """The clauses of one text."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self.tokens: tuple[Token, ...] = around.tokens
        self.words: tuple[str, ...] = around.words

    def find(self, content: tuple[Span, ...]) -> list[Clause]:
        """The clauses of a content, in the order of the text; none where it holds no word."""
        inside = self._around.touched_by(content)
        known = set(inside)
        verbs = {i for i in inside if self._opens(i, known)}
        heads = verbs | self._parts(inside, verbs)
        owner = {i: self._owner(i, heads) for i in inside}
        ordered = [i for i in inside if i in heads]
        tokens: dict[int, list[int]] = {head: [] for head in ordered}
        for i in inside:
            # What hangs on nothing inside belongs to the nearest clause of its sentence.
            head = owner[i] if owner[i] is not None else self._nearest(i, ordered)
            if head is not None:
                tokens[head].append(i)
        return self.with_parents([Clause(head=h, tokens=tuple(tokens[h]), parent=None, is_part=h not in verbs) for h in ordered])

    def with_parents(self, clauses: list[Clause]) -> list[Clause]:
        """The same clauses, each with the place of the one that it hangs on."""
        places = {clause.head: n for n, clause in enumerate(clauses)}
        return [replace(clause, parent=self._parent(clause.head, places)) for clause in clauses]

    def children(self, token: int, *relations: str) -> list[int]:
        """The tokens that hang on a token by one of these relations; by any where none is named."""
        return [i for i in self._around.children(token) if not relations or self.tokens[i].relation in relations]

    def phrases(self, token: int, cases: frozenset[str]) -> list[int]:
        """The phrases on a token behind one of some prepositions, agents among them."""
        found = self.children(token, "obl", "nmod", "obl:agent")
        return [i for i in found if any(self.word(c) in cases for c in self.children(i, "case"))]

    def top(self, span: Span) -> int | None:
        """The token of a stretch of text on which the others hang."""
        return self._around.top(self._around.touched(span))

    def word(self, token: int) -> str:
        return self.words[token]

    def is_verb(self, clause: Clause) -> bool:
        """Whether it has a verb at its head; a participle in the passive is one, whatever the parser takes it for ("were injured")."""
        return self.tokens[clause.head].upos == "VERB" or bool(self.children(clause.head, "aux:pass"))

    def is_condition(self, clause: Clause) -> bool:
        """Whether it says on what condition another is so: "if they cross the river, we will fire", "should they cross"."""
        marks = self.children(clause.head, "mark")
        return self.tokens[clause.head].relation == "advcl" and any(self.word(i) in _CONDITIONS for i in marks)

    def cleft(self, clause: Clause) -> int | None:
        """The verb that tells what is done where a clause sets apart who does it: "it was rebels who | fired"."""
        head = clause.head
        its = [i for i in self.children(head, "nsubj", "expl") if self.word(i) == "it" and i < head]
        if not its or not self.children(head, "cop"):
            return None
        below = [i for i in self.children(head, *_RELATIVE) if i > head and i in clause.tokens]
        return next((i for i in below if any(self.word(k) in _RELATIVES for k in self.children(i, "nsubj", "nsubj:pass"))), None)

    def is_aside(self, clause: Clause) -> bool:
        """Whether it only describes the noun it hangs on ("checked by the bank"), or has one word, as a parse gone wrong."""
        if len(clause.tokens) < 2:
            return True
        subjects = [i for i in self.children(clause.head, *_SUBJECTS) if self.word(i) not in _RELATIVES]
        return clause.parent is not None and self.tokens[clause.head].relation in _RELATIVE and not subjects

    def spans(self, clause: Clause) -> tuple[Span, ...]:
        """The words of a clause as few stretches of text; conjunctions and marks around it left off."""
        return tuple(self._around.span(first, past) for first, past in self.stretches(clause))

    def stretches(self, clause: Clause) -> list[tuple[int, int]]:
        """The same as first token and token just past the last of each stretch."""
        runs: list[list[int]] = []
        for i in clause.tokens:
            if runs and i == runs[-1][-1] + 1:
                runs[-1].append(i)
            else:
                runs.append([i])
        cut = [self._trimmed(run) for run in runs]
        return [(run[0], run[-1] + 1) for run in cut if run]

    def _opens(self, token: int, known: set[int]) -> bool:
        relation = self.tokens[token].relation
        is_top = self.tokens[token].head not in known or self.tokens[token].head == token
        has_subject = bool(self.children(token, *_SUBJECTS))
        is_bare = self.tokens[token].upos != "VERB" and not has_subject and not self.children(token, "cop")
        if is_bare or self._is_deverbal(token) or (not is_top and self._says_when(token)):
            return False
        if is_top:
            return True
        if relation == "conj":
            head = self.tokens[token].head
            is_joined = self.tokens[head].upos in _VERBAL or bool(self.children(head, "cop"))
            return (is_joined or has_subject) and not self._shares(token)
        if relation == "advcl":
            return self._adds(token)
        if relation in _RELATIVE:
            return self._tells(token)
        return relation in _OPENS and not self._is_topic(token)

    def _is_deverbal(self, token: int) -> bool:
        """Whether it is a noun behind a preposition that the parser takes for a verb: "killed in fighting", "in bombing of the town"."""
        if self.tokens[token].upos != "VERB" or not self.word(token).endswith("ing"):
            return False
        return any(self.word(i) == "in" for i in self.children(token, "case")) and not self.children(token, *_SUBJECTS, "obj")

    def _is_topic(self, token: int) -> bool:
        """Whether it is an infinitive that another clause is about: "it was never the plan to burn the mill"."""
        marks = {self.word(i) for i in self.children(token, "mark")}
        return self.tokens[token].relation == "csubj" and "to" in marks and not self.children(token, *_SUBJECTS)

    def _shares(self, token: int) -> bool:
        """Whether two verbs have all else in common: "arrested and detained two editors"."""
        head = self.tokens[token].head
        between = range(head + 1, token)
        is_pair = head < token and self.tokens[head].upos == self.tokens[token].upos == "VERB"
        return is_pair and all(self.tokens[i].upos in ("CCONJ", "PUNCT") for i in between) and not self.children(token, *_SUBJECTS)

    def _adds(self, token: int) -> bool:
        """Whether a clause beside another tells a happening of its own, and does not only say when or what for."""
        marks = {self.word(i) for i in self.children(token, "mark", "advmod")}
        is_after = token > self.tokens[token].head
        has_subject = bool(self.children(token, *_SUBJECTS))
        return not (is_after and (marks & _LIMITS or "from" in marks or (marks == {"to"} and not has_subject)))

    def _says_when(self, token: int) -> bool:
        """Whether a clause says of "it" what it is like and so only when another is so: "nobody came | until it was light"."""
        hanging = [i for i in self.children(token) if i < token]
        subject = next((i for i in hanging if self.tokens[i].relation in _SUBJECTS), None)
        if subject is None or self.tokens[token].upos == "VERB" or self.word(subject) != "it":
            return False
        is_bare = all(self.tokens[i].relation in _SAYING_WHEN for i in self.children(token))
        return is_bare and subject > 0 and self.word(subject - 1) in _WHEN | _LIMITS | {"after"}

    def _tells(self, token: int) -> bool:
        """Whether a clause on a noun tells a happening of its own: "information that ...", ", which ...", "run by ..."."""
        has_subject = bool(self.children(token, "nsubj", "nsubj:pass"))
        if self.tokens[token].relation == "acl" and has_subject and self.children(token, "mark"):
            return True
        if any(self.word(i) == "when" for i in self.children(token, "advmod", "mark")):
            return True
        if self.tokens[token].relation == "acl" and self.children(token, "obl:agent"):
            return True
        near = self.children(token)
        first = min([token, *near, *(i for k in near for i in self.children(k))])
        # The mark itself may hang on the clause.
        return self.tokens[token].relation == "acl:relcl" and any(
            self.word(i) == "," for i in (first, first - 1) if 0 <= i < len(self.tokens)
        )

    def _parts(self, inside: list[int], verbs: set[int]) -> set[int]:
        """One head for each sentence of a content in which no verb opens a clause: "Gunfire at the airport. Shuttered shops."."""
        by_sentence: dict[int, list[int]] = {}
        for i in inside:
            by_sentence.setdefault(self._around.sentence(self.tokens[i].span.start).start, []).append(i)
        heads = set()
        for tokens in by_sentence.values():
            if verbs.isdisjoint(tokens):
                known = set(tokens)
                tops = [i for i in tokens if self.tokens[i].head not in known or self.tokens[i].head == i]
                telling = [i for i in tops if self.tokens[i].upos in _TELLING]
                heads |= set((telling or tops)[:1])
        return heads

    def _nearest(self, token: int, heads: list[int]) -> int | None:
        """The first clause of the token's sentence, or the one before."""
        sentence = self._around.sentence(self.tokens[token].span.start)
        same = [h for h in heads if sentence.start <= self.tokens[h].span.start < sentence.end]
        before = [h for h in heads if h <= token]
        return (same or before[-1:] or heads or [None])[0]  # type: ignore[list-item]

    def _owner(self, token: int, heads: set[int]) -> int | None:
        """The clause head that a token hangs on, itself included."""
        at = token
        for _ in range(len(self.tokens)):
            if at in heads:
                return at
            above = self.tokens[at].head
            if above == at:
                return None
            at = above
        return None

    def _parent(self, head: int, places: dict[int, int]) -> int | None:
        above = self.tokens[head].head
        owner = self._owner(above, set(places)) if above != head else None
        return None if owner is None or owner == head else places[owner]

    def _trimmed(self, run: list[int]) -> list[int]:
        first, last = 0, len(run)
        while first < last and self._is_loose(run[first]):
            first += 1
        while last > first and self.tokens[run[last - 1]].upos in _LOOSE:
            last -= 1
        return run[first:last]

    def _is_loose(self, token: int) -> bool:
        if self.word(token) == "as" and token + 1 < len(self.tokens) and self.word(token + 1) in _HOW_MANY:
            return False  # "as many as 50"
        return self.tokens[token].upos in _LOOSE or self.tokens[token].relation == "mark" or self.word(token) in _WHEN
