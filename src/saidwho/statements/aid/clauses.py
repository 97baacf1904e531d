"""Where does a sentence fall apart into clauses that each tell of a gift of its own?"""

from collections.abc import Iterator
from itertools import pairwise

from saidwho.statements.aid.stages import stages_in
from saidwho.statements.aid.words import WORDS, forms_of
from saidwho.statements.surroundings import Surroundings

_SCALES = frozenset({"million", "billion"})
SELLING = forms_of("sell") | {"sold"}


def clauses_in(around: Surroundings, tokens: range) -> Iterator[range]:
    """A sentence, taken apart at its semicolons where each part has a verb of its own, and where somebody else goes on to give."""
    for part in _at_semicolons(around, tokens):
        joints = [joint for i in part if (joint := _joint(around, i, part)) is not None]
        pieces = [range(a, b) for a, b in pairwise((part.start, *joints, part.stop)) if b > a]
        yield from pieces if all(_tells(around, piece) for piece in pieces) else [part]


def _tells(around: Surroundings, piece: range) -> bool:
    return any(around.words[i] in SELLING for i in piece) or any(True for _ in stages_in(around, piece))


def _joint(around: Surroundings, verb: int, tokens: range) -> int | None:
    """Where a joined clause with a subject of its own begins: "and Sund's cabinet agreed to let them have 12 cranes"."""
    subject, above = around.child(verb, "nsubj", "nsubj:pass"), around.tokens[verb].head
    if around.tokens[verb].upos != "VERB" or around.tokens[verb].relation != "conj" or above > verb:
        return None
    if {around.words[verb], around.words[above]} & SELLING:
        subject = verb  # "Plans to sell helicopters and will donate 6 million": what is sold is not given.
    if subject is None and _gives_another_kind(around, verb, above):
        subject = verb
    if subject is None or around.tokens[subject].upos == "PRON":
        return None
    return next((i for i in range(subject, tokens.start, -1) if around.words[i] in ("and", "but", "while")), None)


def _gives_another_kind(around: Surroundings, verb: int, above: int) -> bool:
    """Whether one of two verbs with one subject gives money and the other something else: "is sending a workshop and will put 40 million
    into bridges"."""
    kinds = {_is_of_money(around, i) for i in (verb, above)}
    return kinds == {True, False}


def _is_of_money(around: Surroundings, verb: int) -> bool | None:
    """Whether a verb's object is money; None where it has none."""
    given = next((k for k in around.children(verb) if k > verb and around.tokens[k].relation == "obj"), None)
    if given is None:
        return None
    return around.tokens[given].upos == "SYM" or around.words[given] in WORDS["currency"] | _SCALES


def _at_semicolons(around: Surroundings, tokens: range) -> Iterator[range]:
    stops = [i for i in tokens if around.words[i] == ";"]
    parts = [range(a, b) for a, b in pairwise((tokens.start, *stops, tokens.stop)) if b > a]
    have_verbs = all(any(around.tokens[i].upos == "VERB" for i in part) for part in parts)
    yield from parts if have_verbs and len(parts) > 1 else [tokens]
