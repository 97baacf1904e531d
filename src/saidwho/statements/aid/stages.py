"""How far does a sentence say that a package has come?"""

from collections.abc import Iterator
from dataclasses import dataclass

from saidwho.statements.acts.inflections import forms
from saidwho.statements.aid.words import STAGE_OF, WORDS
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.statement import Stage

_PLANNED = frozenset({"will", "'ll", "would", "shall", "to", "may", "might", "could", "should", "must", "can", "if"})
_DENIED = frozenset({"not", "n't", "never", "no"})
# What is delivered, dropped or signed must be aid; these verbs do much else.
_BROAD = frozenset({"delivered", "cancelled", "contracted", "committed", "allocated"})
GIVE = frozenset(form for word in WORDS["give"] for form in forms(word)) | frozenset({"gave", "given", "sent", "lent", "sends", "gives"})
_GAVE = frozenset(
    {"gifted", "flew", "flown", "airlifted", "brought", "paid", "disbursed", "distributed", "handed",
    "gave", "given", "sent", "provided", "supplied", "donated", "shipped", "delivered", "handed", "contributed", "lent", "transferred"}
)
_PLANS = frozenset({"is", "are", "plans", "planned", "planning", "intends", "intended", "set", "ready", "due", "offered", "offers"})
_RESOLVED = WORDS["resolved"]
# Headlines tell in the present what is being done, and what has come.
_DOING = frozenset({"sends", "gives", "donates", "supplies", "provides", "lends", "ships", "contributes", "gifts", "extends"})
_GETTING = frozenset({"delivers", "distributes", "disburses", "transfers", "pays", "hands", "brings"})
_CHANGED = frozenset(form for word in WORDS["changed"] for form in forms(word)) | frozenset({"cut", "cuts"})
_RUNNING = frozenset({"is", "are", "am", "'s", "'re", "'m"})
# From a verb to the one that resolves on it.
_STEPS = 3
# Verbs of stages that need another word: "handed over", "paid out", "signed contracts".
_OVER = frozenset({"over", "out"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A verb and the stage it tells."""

    verb: int
    stage: Stage


def stages_in(around: Surroundings, tokens: range) -> Iterator[Told]:
    """The stages that the verbs of one sentence tell as come to pass, in its order. Plans and wishes tell none."""
    for i in tokens:
        token = around.tokens[i]
        if token.upos not in ("VERB", "ADJ") or token.relation in ("amod", "compound"):
            continue
        stage = _stage(around, i)
        if stage is not None and not (stage == "announced" and _only_says(around, i)):
            yield Told(verb=i, stage=stage)


def _only_says(around: Surroundings, verb: int) -> bool:
    """Whether a verb only says what another clause tells: "will provide ..., the minister announced"."""
    if around.words[verb] not in ("announced", "announces", "revealed", "presented"):
        return False
    gives = around.child(verb, "obj", "nsubj:pass") is not None or around.tokens[verb].relation in ("acl", "acl:relcl")
    return not gives and (around.child(verb, "ccomp") is not None or around.tokens[verb].relation == "parataxis" or _heads_clause(around, verb))


def _heads_clause(around: Surroundings, verb: int) -> bool:
    return any(around.tokens[k].upos == "VERB" and around.tokens[k].relation in ("ccomp", "parataxis") for k in around.children(verb))


def _stage(around: Surroundings, verb: int) -> Stage | None:
    """The stage that one verb tells: giving by its tense, other verbs by what they mean."""
    word = around.words[verb]
    below = {around.words[k] for k in around.children(verb)}
    if word in GIVE:
        return _given(around, verb, below)
    if word in ("got", "gets") or (word in _CHANGED and not below & _DENIED and _names(around, verb, tuple(WORDS["aid"]))):
        return "delivered" if word in ("got", "gets") else "announced"
    stage = STAGE_OF.get(word)
    if word == "set" and "aside" in below:
        stage = "allocated"
    if stage is None or below & _DENIED or (below & _PLANNED and stage in _BROAD and not _is_resolved(around, verb)):
        return None
    if word.startswith(("fre", "froz", "suspend", "withh", "paus", "drop", "halt")) and not _is_of_aid(around, verb):
        return None
    if (
        stage == "contracted"
        and word.startswith("sign")
        and not _names(around, verb, ("contract", "contracts", "loan", "deal", "agreement", "agreements", "grant"))
    ):
        return None
    return stage


def _given(around: Surroundings, verb: int, below: set[str]) -> Stage | None:  # noqa: PLR0911
    """What a verb of giving tells: will give is pledged, is giving announced, has given delivered, decided to give committed."""
    word = around.words[verb]
    if word.startswith("hand") and not below & _OVER:
        return None
    if below & _DENIED:
        return "cancelled" if below & {"will", "'ll", "would"} else None
    if _is_resolved(around, verb):
        return "committed"
    if below & {"will", "'ll", "would", "shall"} or (below & {"to"} and _is_headline_plan(around, verb)):
        return "pledged"
    if word in ("extend", "extended", "extends"):
        return "committed"
    if word in ("offered", "offers"):
        return "pledged"
    if word in _DOING | _GETTING:
        return "announced" if word in _DOING else "delivered"
    if below & _PLANNED:
        return "announced" if "to" in below and around.words[around.tokens[verb].head] in _PLANS else None
    if word.endswith("ing"):
        running = below & _RUNNING and "been" not in below
        begun = around.words[around.tokens[verb].head] in ("began", "begun", "started") and word not in ("offering", "lending")
        return "announced" if running else "delivered" if begun else None
    return "delivered" if word in _GAVE else None


def _is_headline_plan(around: Surroundings, verb: int) -> bool:
    """ "Germany to send two batteries": a plan that is the whole of a headline."""
    return around.tokens[verb].relation in ("root", "ccomp", "parataxis") and around.child(verb, "nsubj") is not None


def _is_resolved(around: Surroundings, verb: int) -> bool:
    """ "Voted to release", "a bill that sends": what is resolved is committed."""
    return any(around.words[i] in _RESOLVED for i, _ in zip(around.ancestors(verb), range(_STEPS), strict=False))


def _is_of_aid(around: Surroundings, verb: int) -> bool:
    """Whether what is held back is aid: "suspended 15 million euros in budget support"."""
    below = [k for i in around.children(verb) for k in (i, *around.children(i), *(g for c in around.children(i) for g in around.children(c)))]
    return any(around.words[k] in WORDS["aid"] | WORDS["materiel"] for k in below)


def _names(around: Surroundings, verb: int, nouns: tuple[str, ...]) -> bool:
    return any(around.words[i] in nouns for i in around.children(verb))


def is_asked_for(around: Surroundings, figure: Span) -> bool:
    """Whether a sum is only asked for: "the $3.85 billion that the world body had asked for"."""
    numbers = around.touched(figure)
    behind = range(numbers.stop, min(numbers.stop + 8, len(around.tokens)))
    for i in behind:
        if around.words[i] in WORDS["asked"]:
            return True
        if around.words[i] in (".", ",", ";") or around.words[i] in STAGE_OF:
            return False
    return False
