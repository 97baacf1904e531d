"""Is a clause said to have happened, to be going on, to be planned, feared or ordered; or not to be so?"""

from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.types.statement import Act, Modality

_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nobody", "none", "nor", "nothing", "without", "hardly", "cannot"})
_PREVENTED = frozenset({"fail", "fails", "failed", "unlikely", "refuse", "refused", "refuses"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "perhaps", "possibly"})
_LIKELY = frozenset({"likely", "unlikely", "possible", "probable", "believed", "feared", "thought"})
_PLANNED = frozenset({"will", "'ll", "shall", "wo", "ca"})
_ORDERED = frozenset({"must", "should", "ought"})
_PLANS = frozenset({
    "plan", "plans", "planned", "planning", "intend", "intends", "intended", "preparing", "prepare", "prepares", "prepared", "about", "set",
    "going", "due", "ready", "promise", "promised", "agree", "agreed", "vowed", "pledged", "aims", "aimed", "intention", "want", "wants",
})  # fmt: skip
_ORDERS = frozenset({"ordered", "told", "instructed", "commanded", "asked", "urged", "orders", "forced", "needs", "need"})
_CONDITIONS = frozenset({"if", "unless"})
_RUNNING = frozenset({"is", "are", "'s", "'re", "am", "'m", "been", "being"})
_STATES = frozenset({"is", "are", "'s", "'re", "am", "'m"})
# Verbs in the present that tell a state of affairs: "the rebels hold the ridge".
_PRESENT = frozenset({"VERB"})
_COPULA = ("cop",)
# What an act makes of a clause that itself says no more than an infinitive or a noun: "urged both sides to stop".
_BY_ACT: dict[str, Modality] = {"demand": "ordered", "threaten": "conditional", "pledge": "planned", "predict": "possible"}


def is_negated(finder: ClauseFinder, clause: Clause) -> bool:
    """Whether the clause says that it is not so: "did not shell", "no one was killed", "not one house"."""
    own = set(clause.tokens)
    near = [i for i in finder.children(clause.head) if i in own]
    if any(finder.word(i) in _NEGATIONS for i in near):
        return True
    parties = [i for i in near if finder.tokens[i].relation in ("nsubj", "nsubj:pass", "obj")]
    if any(finder.word(i) in _NEGATIONS for party in parties for i in finder.children(party, "det", "advmod", "cc:preconj")):
        return True
    # "had no intention of seizing": who did not mean to did not.
    if clause.is_part:
        return finder.word(clause.tokens[0]) in _NEGATIONS
    below = finder.children(clause.head, "obj", "xcomp")
    return any(finder.word(i) in _NEGATIONS for token in below for i in finder.children(token, "advmod", "aux") if i in own and i < token)


def modality(finder: ClauseFinder, clause: Clause, act: Act | None) -> Modality | None:
    """How real a clause makes its happening. None where it has no verb and the act tells nothing.

    act: of the statement; a demand orders and a threat sets conditions where the clause itself leaves it open.
    """
    if clause.is_part:
        return _BY_ACT.get(act or "", "actual" if act in ("deny", "admit", "claim responsibility", "confirm") else None)
    stated = _stated(finder, clause)
    if stated == "infinitive":
        return _BY_ACT.get(act or "", "planned")
    if stated in ("actual", "ongoing") and act == "demand" and _is_imperative(finder, clause):
        return "ordered"
    if stated == "planned" and act == "predict":
        return "possible"
    return stated  # type: ignore[return-value]


def _stated(finder: ClauseFinder, clause: Clause) -> str:  # noqa: PLR0911
    """By auxiliaries, and by what the verb is said with."""
    beside = {finder.word(i) for i in finder.children(clause.head, "aux", "aux:pass", "mark", "advmod", "cop")}
    head, further = finder.word(clause.head), bool(finder.children(clause.head, "xcomp", "advcl", "ccomp"))
    if beside & _CONDITIONS or "would" in beside:
        return "conditional"
    if beside & _POSSIBLE or head in _LIKELY:
        return "possible"
    if beside & _ORDERED or (head in _ORDERS and bool(finder.children(clause.head, "xcomp")) and head != "forced"):
        return "ordered"
    if beside & _PLANNED or (head in _PLANS and further):
        return "planned"
    if head == "used" and further:
        return "past habit"
    auxiliaries = {finder.word(i) for i in finder.children(clause.head, "aux")}
    if head.endswith("ing") and auxiliaries & _RUNNING:
        return "ongoing"
    if "to" in beside and not finder.children(clause.head, "nsubj"):
        return "infinitive"
    copulas = {finder.word(i) for i in finder.children(clause.head, *_COPULA)}
    return "ongoing" if copulas & _STATES else "actual"


def _is_imperative(finder: ClauseFinder, clause: Clause) -> bool:
    return not finder.children(clause.head, "nsubj", "nsubj:pass", "expl", "aux", "cop")
