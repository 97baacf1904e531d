"""With which words does a verb of aid stand?"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from saidwho.statements.aid.words import GIVING_PHRASES, WORDS, forms_of
from saidwho.statements.surroundings import Surroundings

PLANNED = frozenset({"will", "'ll", "would", "shall", "to", "may", "might", "could", "should", "must", "can", "if"})
AHEAD = frozenset({"will", "'ll", "would", "shall"})
DENIED = frozenset({"not", "n't", "never", "no"})
GIVE = frozenset(form for word in WORDS["give"] for form in forms_of(word))
# Verbs that give where it is money: "put 40 million into clinics".
SPENDING = frozenset(form for word in WORDS["spend"] for form in forms_of(word))
BEGINNING = frozenset(form for word in WORDS["begin"] for form in forms_of(word))
ENDING = frozenset(form for word in WORDS["cease"] for form in forms_of(word))
_RULING = frozenset({"rule", "rules", "ruled", "ruling"})
_LEAVING = frozenset({"leave", "leaves", "left", "leaving"})
_PHRASED = frozenset(verb for verb, _ in GIVING_PHRASES)
_SIGNS = frozenset("$€£¥")
_MONEY = WORDS["currency"] | _SIGNS | {"money", "million", "billion", "deposit"}
# What is held back, freed or put off: aid, a plan of it, its payment.
_HELD = WORDS["plans"] | WORDS["aid"] | WORDS["materiel"] | WORDS["currency"] | WORDS["payments"] | _SIGNS
_DENYING = frozenset({"deny", "denies", "denied", "denying"})
# "Rejected claims that it was supplying them".
_CLAIMS = frozenset(
    {"claim", "claims", "accusation", "accusations", "allegation", "allegations", "report", "reports", "suggestion", "charges"}
)
_REPROACHING = frozenset(form for word in ("criticise", "criticize", "blame", "accuse", "attack", "condemn") for form in forms_of(word))
# Whoever weighs an act has not done it: "will meet to consider releasing".
_WEIGHING = frozenset(form for word in WORDS["weigh"] for form in forms_of(word))
_WISHING = _WEIGHING | frozenset(
    {"wants", "want", "wanted", "demands", "demanded", "demand", "urged", "urges", "wishes", "wished", "hopes", "hoped"}
)
_REJECTING = frozenset(
    {"rejected", "rejects", "dismissed", "dismisses", "refuted", "refutes", "disputed", "disputes", "called", "rejecting"}
)
_RESOLVED = WORDS["resolved"]
_NOUNS_OF_A_VERB = ("nsubj", "nsubj:pass", "obj")
_RELATIVE = frozenset({"which", "that", "who", "whom"})
# From a verb to the one that resolves on it, or denies it.
_STEPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb of a text. number: of its token. below: the words that hang on it, and what its own auxiliaries are."""

    around: Surroundings
    number: int
    below: frozenset[str]

    @classmethod
    def at(cls, around: Surroundings, number: int) -> "Verb":
        """The verb of a token. The month is no auxiliary: "approved it in May"."""
        token, children = around.tokens[number], around.children(number)
        below = {around.words[k] for k in children if around.words[k] != "may" or around.tokens[k].upos == "AUX"}
        if token.relation == "acl":
            below.add(around.words[token.head])  # "A contract placed on Friday".
        if token.relation == "conj" and around.child(number, "nsubj", "nsubj:pass") is None:
            # "Will train 300 pilots and give them eight jets".
            above = (k for k in around.children(token.head) if around.tokens[k].relation in ("aux", "aux:pass") and k < number)
            below |= {around.words[k] for k in above}
        # "No lorries have entered".
        nouns = (k for k in children if token.upos == "VERB" and around.tokens[k].relation in _NOUNS_OF_A_VERB)
        below |= {"no" for k in nouns for i in around.children(k) if around.words[i] == "no" and around.tokens[i].relation == "det"}
        return cls(around=around, number=number, below=frozenset(below))

    @property
    def word(self) -> str:
        return self.around.words[self.number]

    @property
    def relation(self) -> str:
        return self.around.tokens[self.number].relation

    @property
    def head(self) -> str:
        """The word that it hangs on."""
        return self.around.words[self.around.tokens[self.number].head]

    @property
    def beside(self) -> frozenset[str]:
        """What hangs on it, and the prepositions of what stands behind it: "part with their guns"."""
        around, behind = self.around, (k for k in self.around.children(self.number) if k > self.number)
        return self.below | {around.words[g] for k in behind for g in around.children(k) if around.tokens[g].relation == "case"}

    @property
    def is_open(self) -> bool:
        """Whether it is planned, possible or denied."""
        return bool(self.below & (PLANNED | DENIED))

    @property
    def is_denied(self) -> bool:
        """Whether somebody denies or only wishes what it tells: "denied that it had supplied them", "wants his funds released"."""
        above = self._above()
        is_wished = self.relation in ("ccomp", "xcomp") and self.head in _WISHING
        # "Criticised Scholz for refusing to send them": how things stand, and no refusal of today.
        is_reproached = self.ended_by is not None and bool(_REPROACHING & set(above))
        return (
            is_wished or is_reproached or bool(_DENYING & set(above)) or any(a in _CLAIMS and b in _REJECTING for a, b in pairwise(above))
        )

    @property
    def is_resolved(self) -> bool:
        """ "Voted to release", "a bill that sends": what is resolved is committed."""
        return self._resolving is not None

    @property
    def is_unresolved(self) -> bool:
        """ "Has not decided whether to send", "will vote on Friday to cancel": what is not resolved as yet tells nothing."""
        resolving = self._resolving
        if resolving is None:
            return False
        beside = {self.around.words[k] for k in self.around.children(resolving)}
        return bool(beside & (DENIED | PLANNED - {"to"}))

    @property
    def begun_by(self) -> "Verb | None":
        """The verb that says that it begins, goes on or is over: "has begun shipping", "finished handing over"."""
        return self._under(BEGINNING)

    @property
    def ended_by(self) -> "Verb | None":
        """The verb that says that it is done no more, or will not be: "has stopped paying", "refused to hand over"."""
        return self._under(ENDING)

    def _under(self, verbs: frozenset[str]) -> "Verb | None":
        head = self.around.tokens[self.number].head
        is_ruled_out = verbs is ENDING and self.around.words[head] in _RULING and self.around.words[head + 1] == "out"
        is_verb = is_ruled_out or self.around.words[head] in verbs
        is_under = self.relation in ("xcomp", "ccomp") and head < self.number and is_verb
        return Verb.at(self.around, head) if is_under and self.around.child(self.number, "nsubj", "nsubj:pass") is None else None

    @property
    def _resolving(self) -> int | None:
        """The word that resolves on what it tells."""
        around, first = self.around, max(self.number - _STEPS - 2, 0)
        before = around.words[first : self.number]
        near = [first + n for n, word in enumerate(before) if word in _RESOLVED] if before[-1:] == ("to",) else []
        return next((i for i in self._governing() if around.words[i] in _RESOLVED), near[-1] if near else None)

    def _governing(self) -> Iterator[int]:
        """The words above it that may rule over it: none above a clause of its own, "decided to give it; it was shipped in May"."""
        around, below = self.around, self.number
        for i in self._ancestors():
            relation = around.tokens[below].relation
            is_its_own = relation == "parataxis" or (relation == "conj" and around.child(below, "nsubj", "nsubj:pass") is not None)
            if is_its_own or ";" in around.words[min(i, below) : max(i, below)]:
                return
            yield i
            below = i

    def _above(self) -> list[str]:
        return [self.around.words[i] for i in self._ancestors()]

    def _ancestors(self) -> list[int]:
        return [i for i, _ in zip(self.around.ancestors(self.number), range(_STEPS), strict=False)]

    @property
    def object(self) -> int | None:
        return self.around.child(self.number, "obj", "nsubj:pass")

    @property
    def only_promises_a_deed(self) -> bool:
        """ "Offered to mediate", "pledged to fight graft": what is promised is to do something, and nothing is given by it."""
        around = self.around
        deed = next((k for k in around.children(self.number) if around.tokens[k].relation == "xcomp" and k > self.number), None)
        if deed is None or around.words[deed - 1] != "to":
            return False
        deeds = Verb.at(around, deed)
        helps = deeds.gives or deeds.word in SPENDING | WORDS["helping"] | WORDS["mending"] | WORDS["give_to"]
        return not (helps or deeds.word in BEGINNING or deeds.is_of_aid)

    @property
    def gives_people_alone(self) -> bool:
        """ "Sent 400 soldiers", "received 14 bodies"; not "sent a rescue team and two planes with tents"."""
        if self.object is None or self.around.words[self.object] not in WORDS["people"]:
            return False
        joined = (k for k in self.around.children(self.object) if self.around.tokens[k].relation == "conj")
        return not any(self.around.words[k] in WORDS["humanitarian"] | WORDS["carriers"] for k in joined)

    def names(self, nouns: frozenset[str]) -> bool:
        """Whether one of some nouns hangs on it, or it on one: "the grant which both signed"."""
        described = (self.around.tokens[self.number].head,) if self.relation.startswith("acl") else ()
        return any(self.around.words[i] in nouns for i in (*self.around.children(self.number), *described))

    @property
    def is_of_aid(self) -> bool:
        """Whether what is held back or put off is aid: "suspended 15 million euros in budget support"."""
        first = (*self.around.children(self.number), *self._antecedent())
        second = [k for i in first for k in self.around.children(i)]
        if any(self.around.words[k] in ("million", "billion") for k in first):
            return True  # "Said that 6 million would be released".
        third = [k for i in second for k in self.around.children(i)]
        return any(self.around.words[k] in _HELD for k in (*first, *second, *third))

    @property
    def described(self) -> tuple[int, ...]:
        """The nouns that a participle may tell of: the one it hangs on, and that before it: "a loan of 2.9 billion agreed in June"."""
        around = self.around
        if not self.relation.startswith("acl"):
            return ()
        at = self.number - 1
        while at > 0 and (around.tokens[at].upos in ("NUM", "SYM", "PUNCT") or around.words[at] in _MONEY | {"of", "worth"}):
            at -= 1
        near = (at,) if at >= 0 and around.tokens[at].upos == "NOUN" else ()
        return tuple(dict.fromkeys((around.tokens[self.number].head, *near)))

    def _antecedent(self) -> tuple[int, ...]:
        """What "which" or "that" stands for, where it is what the verb does something to: "the delivery, which it had halted"."""
        around, given = self.around, self.object
        subjects = [k for k in around.children(self.number) if around.tokens[k].relation == "nsubj" and around.words[k] not in _RELATIVE]
        is_relative = self.relation == "acl:relcl" and bool(subjects) and (given is None or around.words[given] in _RELATIVE)
        return (around.tokens[self.number].head,) if is_relative else ()

    @property
    def gives_to_somebody(self) -> bool:
        """Whether it has whom it gives to beside it: "handed them two lorries", "were presented to the hospital"."""
        around = self.around
        below = [i for i in around.children(self.number) if i > self.number]
        # "The keys of six lorries to the mayor": what hangs on the verb may hang on what is given.
        below += [k for i in (self.object, *below) if i is not None for k in around.children(i) if k > self.number]
        has_goal = any("to" in {around.words[k] for k in around.children(i)} for i in below)
        # "Handed their colleagues in Ossel three pumps".
        are_two = sum(around.tokens[i].relation == "obj" and around.tokens[i].upos != "NUM" for i in around.children(self.number)) > 1
        return has_goal or are_two or around.child(self.number, "iobj") is not None

    @property
    def gives(self) -> bool:
        """Whether it is a verb of giving, by itself or with the words beside it: "part with", "leave two cranes to the town"."""
        if self.word in _LEAVING:
            return self.around.child(self.number, "obj") is not None and self.gives_to_somebody
        return self.word in GIVE or (self.word in _PHRASED and any((self.word, small) in GIVING_PHRASES for small in self.beside))

    @property
    def brings_aid_to_a_sum(self) -> bool:
        """ "It brings American aid to 44 billion dollars": nothing more is given."""
        around = self.around
        if not self.word.startswith(("bring", "brought")) or self.object is None or around.words[self.object] not in WORDS["aid"]:
            return False
        behind = [i for i in around.children(self.number) if any(around.words[k] == "to" for k in around.children(i))]
        return bool({around.words[k] for i in behind for k in (i, *around.children(i))} & _MONEY)

    @property
    def ends_aid(self) -> bool:
        """ "Ordered a halt to all aid", and "lifted its pause": what is told is that it ends, or goes on."""
        is_ending = self.word in WORDS["ending"] | WORDS["lifting"]
        return is_ending and self.object is not None and self.around.words[self.object] in WORDS["endings"] and self.is_of_aid

    @property
    def spends_money(self) -> bool:
        """Whether what is put somewhere is money."""
        if self.object is None or self.word not in SPENDING:
            return False
        return self.around.words[self.object] in _MONEY or self.around.tokens[self.object].upos == "NUM"
