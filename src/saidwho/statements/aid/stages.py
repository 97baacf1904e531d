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
    {
        "gifted",
        "flew",
        "flown",
        "airlifted",
        "brought",
        "paid",
        "disbursed",
        "distributed",
        "handed",
        "gave",
        "given",
        "sent",
        "provided",
        "supplied",
        "donated",
        "shipped",
        "delivered",
        "contributed",
        "lent",
        "transferred",
    }
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
    told = [
        Told(verb=i, stage=stage)
        for i in tokens
        if (around.tokens[i].upos in ("VERB", "ADJ") and around.tokens[i].relation not in ("amod", "compound")) or _is_lost_verb(around, i)
        if (stage := _stage(around, i)) is not None
    ]
    for hit in told:
        if not (hit.stage == "announced" and _only_says(around, hit, told)):
            yield hit


def _is_lost_verb(around: Surroundings, token: int) -> bool:
    """Whether a word behind "has" is the verb, though the parser took it for something else: "has earmarked 11 million"."""
    return around.tokens[token].upos == "VERB" and token > 0 and around.words[token - 1] in ("has", "have", "had")


def _only_says(around: Surroundings, hit: Told, told: list[Told]) -> bool:
    """Whether a verb only says what another clause tells: "will provide ..., the minister announced"."""
    if around.words[hit.verb] not in ("announced", "announces", "revealed", "presented"):
        return False
    said = (other for other in told if other.verb != hit.verb)
    return any(
        around.tokens[i].relation in ("ccomp", "parataxis") and around.tokens[i].head == hit.verb
        for other in said
        for i in (other.verb, *around.ancestors(other.verb))
    ) or (around.tokens[hit.verb].relation == "parataxis" and any(other.verb == around.tokens[hit.verb].head for other in told))


def _stage(around: Surroundings, verb: int) -> Stage | None:
    """The stage that one verb tells: giving by its tense, other verbs by what they mean."""
    word = around.words[verb]
    below = {around.words[k] for k in around.children(verb)}
    if word in GIVE:
        return _given(around, verb, below)
    if word in ("got", "gets") or (word in _CHANGED and not below & _DENIED and _changes_aid(around, verb)):
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
    if word.startswith("hand") and not (below & _OVER or around.words[verb + 1 : verb + 2] == ("over",)):
        return None
    if below & _DENIED:
        return "cancelled" if below & {"will", "'ll", "would"} else None
    if _is_resolved(around, verb):
        return "committed"
    if word == "paid" and "be" in below:
        return None  # "It will be paid for out of the fund" tells where money comes from.
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


def _changes_aid(around: Surroundings, verb: int) -> bool:
    """ "Has raised its support by 40 million": what is changed is aid."""
    changed = around.child(verb, "obj", "nsubj:pass")
    return changed is not None and around.words[changed] in WORDS["aid"] - {"pledges", "contributions", "donations"}


def _is_headline_plan(around: Surroundings, verb: int) -> bool:
    """ "Germany to send two batteries": a plan that is the whole of a headline."""
    return around.tokens[verb].relation in ("root", "ccomp", "parataxis") and around.child(verb, "nsubj") is not None


def _is_resolved(around: Surroundings, verb: int) -> bool:
    """ "Voted to release", "a bill that sends": what is resolved is committed."""
    return any(around.words[i] in _RESOLVED for i, _ in zip(around.ancestors(verb), range(_STEPS), strict=False))


def _is_of_aid(around: Surroundings, verb: int) -> bool:
    """Whether what is held back is aid: "suspended 15 million euros in budget support"."""
    below = [
        k for i in around.children(verb) for k in (i, *around.children(i), *(g for c in around.children(i) for g in around.children(c)))
    ]
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
