"""Does somebody ask something of others, by what he says?"""

from saidwho.statements.acts.clauses import Clause
from saidwho.statements.surroundings import Surroundings

_MUST = frozenset(("must", "should", "ought", "shall"))
_PRESSING = frozenset(("imperative", "vital", "essential", "necessary", "crucial", "urgent", "time"))
_CALLING_OUT = frozenset(("please", "let", "do"))
_FORBIDDING = ("not", "to", "be")
# "Is not to be blamed" forbids nothing.
_VALUED = frozenset(
    (
        "blamed",
        "trusted",
        "believed",
        "confused",
        "mistaken",
        "underestimated",
        "found",
        "seen",
        "ruled",
        "excluded",
        "ignored",
        "dismissed",
        "envied",
    )
)


def is_demand(around: Surroundings, clause: Clause) -> bool:
    """Whether the main clause says what others are to do: "must stop", "it is time to", "Stop the killing"."""
    return (
        forbids(clause)
        or _is_duty(around, clause)
        or _is_need(around, clause)
        or _is_pressing(around, clause)
        or _is_imperative(around, clause)
    )


def forbids(clause: Clause) -> bool:
    """ "Is not to be discussed"."""
    words = clause.words
    found = next((at for at in range(1, len(words) - 3) if words[at : at + 3] == _FORBIDDING), None)
    return found is not None and words[found - 1] in ("is", "are") and words[found + 3] not in _VALUED


def _is_duty(around: Surroundings, clause: Clause) -> bool:
    """What must be, and not what must have been; what the speaker must himself is none of others' business."""
    duty = clause.auxiliaries & (_MUST - {"shall"})
    if "may" in clause.auxiliaries and clause.negated and clause.passive:
        return True
    own = clause.subject is not None and around.words[clause.subject] == "i"
    return bool(duty) and "have" not in clause.auxiliaries and not own


def _is_need(around: Surroundings, clause: Clause) -> bool:
    """ "Russia needs to leave", "we need more shells", "we want peace"; "had to leave" is what happened."""
    word = around.words[clause.top]
    to_do = around.child(clause.top, "xcomp") is not None
    if word in ("need", "needs", "needed", "want", "wants", "wanted"):
        wanting = word.startswith("want")
        if clause.own:
            return not clause.negated and (not to_do or (wanting and around.child(clause.top, "obj") is not None))
        return to_do and not wanting
    return word in ("has", "have") and to_do and not clause.own


def wants_to_do(around: Surroundings, clause: Clause) -> bool:
    """Whether somebody else is said to want to do something himself, or to want it of the speaker, who asks nothing by that.

    "He wants to drag us into a war"; "they want us to stop searching".
    """
    wanting = around.words[clause.top] in ("wants", "wanted", "want") and not clause.own
    wanted_of = around.child(clause.top, "obj")
    if wanted_of is not None:
        return wanting and around.words[wanted_of] in ("us", "me")
    return wanting and around.child(clause.top, "xcomp") is not None


def _is_pressing(around: Surroundings, clause: Clause) -> bool:
    it = clause.subject is not None and around.words[clause.subject] in ("it", "there", "this")
    below = around.child(clause.top, "ccomp", "csubj", "xcomp", "acl", "advcl") is not None
    to = any(around.words[i] in ("for", "to") for i in clause.tokens)
    return it and clause.copular and around.words[clause.top] in _PRESSING and (below or to)


def _is_imperative(around: Surroundings, clause: Clause) -> bool:
    """A quotation whose verb comes first and has no subject."""
    if not clause.quoted or clause.subject is not None or around.tokens[clause.top].upos != "VERB":
        return False
    first = next((i for i in clause.tokens if around.words[i][0].isalnum()), clause.top)
    word = around.words[clause.top]
    plain = not word.endswith(("ed", "ing", "s")) or word.endswith("ss")
    return (first == clause.top or around.words[first] in _CALLING_OUT) and plain and not clause.infinitive
