"""Which things does a verb of giving give?

By the syntax: its object, in the passive its subject, what is behind "provide ... with", what a convoy carries; with whatever is
joined to them by "and". "Rounds of tank ammunition" and "tonnes of rice" are what they are of.
"""

from collections.abc import Iterator

from saidwho.statements.aid.words import WORDS
from saidwho.statements.surroundings import Surroundings

_OBJECTS = ("obj", "nsubj:pass", "iobj")
_CARRYING = frozenset({"carrying", "loaded", "bearing", "bringing", "containing"})
# Verbs whose subject is what is given: "generators arrived", and in headlines without "were": "vests delivered".
_COMING = frozenset({"arrived", "arrives", "reached", "reaches", "landed", "left", "crossed", "delivered", "unloaded", "handed", "arrive"})
_MEASURES = frozenset({
    "tonnes", "tons", "tonne", "rounds", "boxes", "sets", "loads", "pallets", "containers", "litres", "barrels", "shipment", "shipments",
    "consignment", "convoy", "package", "batch", "sacks", "bags", "kilograms", "doses", "first", "load", "cargo", "supply", "gift",
    "purchase", "delivery", "dozens", "hundreds", "thousands", "more",
})  # fmt: skip
_STEPS = 3


class Gifts:
    """The things that verbs of one text give, as the tokens of their nouns."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def of(self, verb: int) -> list[int]:
        """The nouns of the things that a verb gives; none where it gives money alone, or people."""
        return list(dict.fromkeys(noun for root in self._roots(verb) for noun in self._joined(root) if self._is_thing(noun)))

    def _roots(self, verb: int) -> Iterator[int]:
        around, words = self._around, self._around.words
        for i in around.children(verb):
            relation = around.tokens[i].relation
            cases = {words[k] for k in around.children(i) if around.tokens[k].relation == "case"}
            if relation in _OBJECTS or (relation == "obl" and "with" in cases) or (relation == "nsubj" and words[verb] in _COMING):
                yield i
                for acl in around.children(i):
                    if words[acl] in _CARRYING:
                        yield from (k for k in around.children(acl) if around.tokens[k].relation == "obj")
            elif relation in ("advcl", "xcomp") and words[i] in _CARRYING:
                yield from (k for k in around.children(i) if around.tokens[k].relation == "obj")

    def _joined(self, noun: int) -> Iterator[int]:
        """A noun, or what it is a measure of, and those joined to it."""
        around = self._around
        parts = [k for k in around.children(noun) if around.tokens[k].relation == "nmod" and self._is_of(k)]
        if parts and (around.words[noun] in _MEASURES | WORDS["carriers"] or around.tokens[noun].upos == "NUM"):
            for part in parts:
                yield from self._joined(part)
        else:
            yield noun
        for k in around.children(noun):
            if around.tokens[k].relation == "conj" and k > noun:
                yield from self._joined(k)

    def _is_of(self, noun: int) -> bool:
        words = {self._around.words[k] for k in self._around.children(noun)}
        return bool(words & {"of", "for"}) and not words & {"the", "its", "their"}

    def is_counted(self, noun: int) -> bool:
        """Whether a noun is of things that are counted or weighed, and not of people, money, places or time."""
        return self._is_thing(noun) and (self._around.child(noun, "nummod") is not None or self._is_weighed(noun))

    def _is_weighed(self, noun: int) -> bool:
        head = self._around.tokens[noun].head
        return any(self._around.words[i] in _MEASURES - {"first", "more", "purchase"} for i in (head, self._around.tokens[head].head))

    def _is_thing(self, noun: int) -> bool:
        """Whether a noun is of a thing given: one known to be, one that is counted or weighed."""
        around, word = self._around, self._around.words[noun]
        if around.tokens[noun].upos != "NOUN" or word in WORDS["people"] | WORDS["aid"] | WORDS["currency"] | WORDS["carriers"] | _MEASURES:
            return word in WORDS["materiel"] and around.tokens[noun].upos == "NOUN" and word not in WORDS["aid"]
        if word in WORDS["places"]:
            return False
        return word in WORDS["materiel"] or self._is_weighed(noun) or around.child(noun, "nummod") is not None
