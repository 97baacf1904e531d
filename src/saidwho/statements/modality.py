"""Is a clause said to have happened, to be going on, to be planned, feared or ordered; or not to be so?"""

from typing import get_args

import numpy as np
from numpy.typing import NDArray

from saidwho.statements.clauses import Clause, ClauseFinder
from saidwho.types.statement import Act, Modality

Shares = NDArray[np.float32]
MODALITIES: tuple[Modality, ...] = get_args(Modality)
# How many times likelier the rules make the modality that they give: 5 to 8 are best on marked reports.
BY_RULE = 8.0
# The words tell a negation that no rule finds where they are so many times likelier negated. Of marked reports, rules alone have an F1
# of 77, with the words 79; the words alone 61.
SURE_NO = 5.0

_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nobody", "none", "nor", "nothing", "hardly", "cannot", "unlikely"})
# Where no rule finds a negation, the reader may where one of these stands; it reads them from so many words before a clause.
_LESS = frozenset({
    "without", "nowhere", "few", "little", "barely", "scarcely", "rarely", "seldom", "far", "false", "lie", "lies", "instead", "rather",
    "wrong", "rule", "ruled", "intact", "whole", "untrue", "unable", "unaware", "unharmed", "unhurt", "undamaged", "uninjured", "unarmed",
})  # fmt: skip
_TAKING_AWAY = (
    "deny", "deni", "reject", "refus", "refut", "rebut", "dismiss", "disput", "fail", "lack", "stop", "halt", "ceas", "cancel", "avoid",
    "prevent", "declin", "withdr", "withh", "doubt", "absen", "suspend",
)  # fmt: skip
_BEFORE = 10
_STOPS = frozenset({".", "!", "?"})
# With these a person or place lacks something, which is so: "people have no water".
_HAVING = frozenset({"have", "has", "had"})
_POSSIBLE = frozenset({"may", "might", "could", "can", "perhaps", "possibly"})
_LIKELY = frozenset({"likely", "unlikely", "possible", "probable", "believed", "feared", "thought"})
_PLANNED = frozenset({"will", "'ll", "shall", "wo"})
_ORDERED = frozenset({"must", "should", "ought"})
_PLANS = frozenset({
    "plan", "plans", "planned", "planning", "intend", "intends", "intended", "preparing", "prepare", "prepares", "prepared", "about", "set",
    "going", "due", "ready", "promise", "promised", "agree", "agreed", "vowed", "pledged", "aims", "aimed", "intention", "want", "wants",
    "meant", "aim",
})  # fmt: skip
_ORDERS = frozenset({"ordered", "instructed", "commanded", "orders"})
_ASKS = frozenset({"told", "asked", "urged", "needs", "need"})
_CONDITIONS = frozenset({"if", "unless"})
_RUNNING = frozenset({"is", "are", "'s", "'re", "am", "'m", "been", "being", "was", "were"})
_STATES = frozenset({"is", "are", "'s", "'re", "am", "'m"})
# Verbs that in the present tell a state of affairs: "the rebels hold the ridge"; of others a headline tells what was done.
_LASTING = frozenset({
    "hold", "holds", "keep", "keeps", "have", "has", "need", "needs", "stay", "stays", "receive", "receives", "come", "comes", "share",
    "shares", "lack", "lacks", "remain", "remains", "live", "lives", "belong", "belongs", "stand", "stands", "command", "commands", "know",
})  # fmt: skip
# What an act makes of a clause that itself says no more than an infinitive or a noun: "urged both sides to stop".
_BY_ACT: dict[Act, Modality] = {"demand": "ordered", "threaten": "conditional", "pledge": "planned", "predict": "possible"}
# What "would" and "will" are in what somebody says of the future: his own plan, a guess, a threat.
_FUTURE: dict[Act, Modality] = {"predict": "possible", "doubt": "possible", "judge": "possible", "threaten": "conditional"}


def is_negated(finder: ClauseFinder, clause: Clause) -> bool:
    """Whether the clause says that it is not so: "did not shell", "no one was killed", "not one house", "is unlikely", "has yet to"."""
    own = set(clause.tokens)
    near = [i for i in finder.children(clause.head) if i in own]
    if any(finder.word(i) in _NEGATIONS for i in (clause.head, *near)) or finder.word(clause.tokens[0]) in _NEGATIONS:
        return True
    if any(finder.word(i) == "yet" and finder.word(i + 1) == "to" for i in clause.tokens[:-1]):
        return True
    if finder.word(clause.head) in _HAVING:
        return False
    parties = [i for i in near if finder.tokens[i].relation in ("nsubj", "nsubj:pass", "obj")]
    if any(finder.word(i) in _NEGATIONS for party in parties for i in finder.children(party, "det", "advmod", "cc:preconj")):
        return True
    below = finder.children(clause.head, "obj", "xcomp")
    return any(finder.word(i) in _NEGATIONS for token in below for i in finder.children(token, "advmod", "aux") if i in own and i < token)


def modality(finder: ClauseFinder, clause: Clause, act: Act | None) -> Modality | None:
    """How real a clause makes its happening.

    act: of the statement; a demand orders and a threat sets conditions where the clause itself leaves it open.
    """
    if clause.is_part:
        noun = finder.word(clause.head)
        return "planned" if noun in _PLANS else _by_act(act) or "actual"
    stated = _stated(finder, clause)
    if stated == "future":
        return "planned" if act is None else _FUTURE.get(act, "planned")
    if stated == "infinitive":
        return _by_act(act) or "planned"
    if act == "predict" and stated == "actual":
        return "possible"
    if act == "demand" and stated in ("actual", "ongoing") and _is_asked(finder, clause):
        return "ordered"
    return stated  # type: ignore[return-value]


def _by_act(act: Act | None) -> Modality | None:
    return None if act is None else _BY_ACT.get(act)


def _stated(finder: ClauseFinder, clause: Clause) -> str:  # noqa: PLR0911
    """By auxiliaries, and by what the verb is said with: a modality, "future" or "infinitive"."""
    beside = {finder.word(i) for i in finder.children(clause.head, "aux", "aux:pass", "mark", "advmod", "cop")}
    head, further = finder.word(clause.head), bool(finder.children(clause.head, "xcomp", "advcl", "ccomp"))
    if beside & _CONDITIONS or ("would" in beside and _has_condition(finder, clause)):
        return "conditional"
    if beside & _POSSIBLE or head in _LIKELY:
        return "possible"
    if beside & _ORDERED or head in _ORDERS or (head in _ASKS and _is_asking(finder, clause)):
        return "ordered"
    if beside & _PLANNED or "would" in beside:
        return "future"
    if head in _PLANS and further:
        return "planned"
    if head == "used" and further:
        return "past habit"
    auxiliaries = {finder.word(i) for i in finder.children(clause.head, "aux", "aux:pass")}
    if (head.endswith("ing") and auxiliaries & _RUNNING) or "being" in auxiliaries or (head in _LASTING and not auxiliaries):
        return "ongoing"
    if "to" in beside and not finder.children(clause.head, "nsubj"):
        # "is said to have mined the river": it was done.
        return "actual" if "have" in auxiliaries else "infinitive"
    copulas = {finder.word(i) for i in finder.children(clause.head, "cop", "aux:pass")}
    return "ongoing" if copulas & _STATES else "actual"


def _has_condition(finder: ClauseFinder, clause: Clause) -> bool:
    below = finder.children(clause.head, "advcl")
    return any(finder.word(i) in _CONDITIONS for token in below for i in finder.children(token, "mark"))


def _is_asking(finder: ClauseFinder, clause: Clause) -> bool:
    """Whether somebody else is to do it: "told them to leave", and not "asked to leave"."""
    passive = finder.children(clause.head, "aux:pass")
    return bool(finder.children(clause.head, "xcomp")) and bool(passive or finder.children(clause.head, "obj", "iobj"))


def _is_asked(finder: ClauseFinder, clause: Clause) -> bool:
    """Whether a clause of a demand is what is demanded: an imperative, or what hangs on the words that demand it."""
    if not finder.children(clause.head, "nsubj", "nsubj:pass", "expl", "aux", "cop"):
        return True
    return clause.parent is None and finder.tokens[clause.head].relation in ("ccomp", "xcomp")


def is_plain(finder: ClauseFinder, clause: Clause) -> bool:
    """Whether an auxiliary alone says how real it is: "may", "must"."""
    auxiliaries = {finder.word(i) for i in finder.children(clause.head, "aux")}
    return not clause.is_part and bool(auxiliaries & (_POSSIBLE | _ORDERED))


def leant_modality(by_rule: Modality | None, shares: Shares | None, *, plain: bool = False) -> Modality | None:
    """The likeliest modality. shares: of MODALITIES, by the reader; None where it was not asked. plain: whether the rule is sure."""
    if shares is None or plain:
        return by_rule
    raised = [float(share) * (BY_RULE if one == by_rule else 1.0) for one, share in zip(MODALITIES, shares, strict=True)]
    return MODALITIES[raised.index(max(raised))]


def leans_to_no(shares: Shares | None, *, by_rule: bool, may_be: bool = True) -> bool:
    """Whether a clause is negated: by rule, or because its words are sure of it.

    shares: of affirmed and negated, by the reader; None where it was not asked. may_be: a word of it or before it takes something away.
    """
    return by_rule or (may_be and shares is not None and float(shares[1]) > SURE_NO * float(shares[0]))


def may_be_negated(finder: ClauseFinder, clause: Clause) -> bool:
    """Whether a word of a clause, or one before it in its sentence, takes something away: "has no intention of taking", "barely"."""
    first, last = clause.tokens[0], clause.tokens[-1]
    before = [finder.word(i) for i in range(max(first - _BEFORE, 0), first)]
    stop = max((at + 1 for at, word in enumerate(before) if word in _STOPS), default=0)
    words = (*before[stop:], *(finder.word(i) for i in range(first, last + 1)))
    return any(word in _NEGATIONS or word in _LESS or word.startswith(_TAKING_AWAY) for word in words)
