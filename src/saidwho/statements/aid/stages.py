"""How far does a sentence say that a package has come?"""

from collections.abc import Iterator
from dataclasses import dataclass

from saidwho.statements.aid.words import STAGE_OF, STAGE_OF_NOUN, STAGE_OF_PHRASE, WORDS, forms_of
from saidwho.statements.surroundings import Surroundings
from saidwho.types.statement import Stage

_PLANNED = frozenset({"will", "'ll", "would", "shall", "to", "may", "might", "could", "should", "must", "can", "if"})
_DENIED = frozenset({"not", "n't", "never", "no"})
# What is delivered, dropped or signed must be aid; these verbs do much else.
_BROAD = frozenset({"delivered", "cancelled", "contracted", "committed", "allocated"})
GIVE = frozenset(form for word in WORDS["give"] for form in forms_of(word))
_GAVE = frozenset({
    "gifted", "flew", "flown", "airlifted", "brought", "paid", "disbursed", "distributed", "handed", "gave", "given", "sent", "provided",
    "supplied", "donated", "shipped", "delivered", "contributed", "lent", "transferred", "drove", "driven", "equipped", "armed",
})  # fmt: skip
# Verbs that say what lorries hold.
BRINGING = frozenset({"carrying", "loaded", "bearing", "bringing", "containing", "packed", "filled"})
_PLANS = frozenset(
    {
        "is",
        "are",
        "plans",
        "planned",
        "planning",
        "plan",
        "intends",
        "intended",
        "set",
        "ready",
        "due",
        "offered",
        "offers",
        "preparing",
        "prepares",
    }
)
_RESOLVED = WORDS["resolved"]
# Headlines tell in the present what is being done, and what has come.
_DOING = frozenset({"sends", "gives", "donates", "supplies", "provides", "lends", "ships", "contributes", "gifts", "extends", "arms"})
_GETTING = frozenset({"delivers", "distributes", "disburses", "transfers", "pays", "hands", "brings"})
_CHANGED = frozenset(form for word in WORDS["changed"] for form in forms_of(word)) | frozenset({"cut", "cuts"})
_RUNNING = frozenset({"is", "are", "am", "'s", "'re", "'m"})
# From a verb to the one that resolves on it.
_STEPS = 3
_HOLDING = ("fre", "froz", "suspend", "withh", "paus", "drop", "halt")
_REJECTING = frozenset({"rejected", "rejects", "scrapped", "dropped", "cancelled", "shelved"})
_CONTRACTS = ("contract", "contracts", "loan", "deal", "agreement", "agreements", "grant", "order")
# Verbs of stages that need another word: "handed over", "paid out", "signed contracts".
_OVER = frozenset({"over", "out"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A verb and the stage it tells."""

    verb: int
    stage: Stage


def stages_in(around: Surroundings, tokens: range) -> Iterator[Told]:
    """The stages that the verbs of one sentence tell as come to pass, in its order, and its nouns where no verb does.

    Plans and wishes tell none.
    """
    told = [
        Told(verb=i, stage=stage)
        for i in tokens
        if (around.tokens[i].upos in ("VERB", "ADJ") and around.tokens[i].relation not in ("amod", "compound")) or _is_lost_verb(around, i)
        if (stage := _stage(around, i)) is not None
    ]
    telling = [hit for hit in told if not (hit.stage == "announced" and _only_says(around, hit, told))]
    yield from telling or _by_nouns(around, tokens)


def _by_nouns(around: Surroundings, tokens: range) -> Iterator[Told]:
    """ "Germany's pledge of 35 million euros", "the Danish decision to arm Estria"."""
    for i in tokens:
        stage = STAGE_OF_NOUN.get(around.words[i])
        if stage is not None and around.tokens[i].upos == "NOUN" and not _is_lacking(around, i):
            yield Told(verb=i, stage=stage)


def _is_lacking(around: Surroundings, noun: int) -> bool:
    """ "No decision has been taken", "any offer"."""
    return bool({around.words[k] for k in around.children(noun)} & {"no", "any", "further"})


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


def _stage(around: Surroundings, verb: int) -> Stage | None:  # noqa: PLR0911
    """The stage that one verb tells: giving by its tense, other verbs by what they mean."""
    word = around.words[verb]
    below = {around.words[k] for k in around.children(verb)}
    head = around.tokens[verb].head
    if around.tokens[verb].relation == "conj" and around.child(verb, "nsubj", "nsubj:pass") is None:
        # "Will train 300 pilots and give them eight jets".
        below |= {around.words[k] for k in around.children(head) if around.tokens[k].relation in ("aux", "aux:pass") and k < verb}
    phrased = next((stage for small in below if (stage := STAGE_OF_PHRASE.get((word, small)))), None)
    if phrased is not None and not below & _DENIED:
        return None if below & _PLANNED and phrased != "cancelled" else phrased
    if word in GIVE:
        return None if _gives_nothing(around, verb, below) else _given(around, verb, below)
    if word in ("got", "gets"):
        return "delivered"
    if word in _CHANGED and not below & _DENIED and _changes_aid(around, verb):
        return "announced"
    if word in ("rejected", "rejects"):
        return "cancelled" if _names(around, verb, tuple(WORDS["plans"])) else None
    if word in WORDS["coming"] and not below & (_DENIED | _PLANNED):
        return "delivered" if _comes(around, verb) else None
    return _meant(around, verb, below)


def _meant(around: Surroundings, verb: int, below: set[str]) -> Stage | None:
    """The stage that a verb tells by what it means, where nothing in its clause speaks against it."""
    word, stage = around.words[verb], STAGE_OF.get(around.words[verb])
    if stage is None or below & _DENIED or (below & _PLANNED and stage in _BROAD and not _is_resolved(around, verb)):
        return None
    if word.startswith(_HOLDING) and not _is_of_aid(around, verb):
        return None
    if word in ("ordered", "orders") and around.child(verb, "ccomp", "xcomp") is not None:
        return "committed"
    if stage == "contracted" and word.startswith("sign") and not _names(around, verb, _CONTRACTS):
        return None
    return stage


def _comes(around: Surroundings, verb: int) -> bool:
    """Whether it is things, or what carries them, that come."""
    subject = around.child(verb, "nsubj", "nsubj:pass")
    if subject is None:
        is_landed = around.words[verb] == "landed" and around.tokens[verb].relation.startswith("acl")
        return is_landed or _is_carried_by(around, verb)
    if around.words[subject] in WORDS["people"]:
        return False
    nouns = [subject, *around.children(subject), *(g for c in around.children(subject) for g in around.children(c))]
    things = WORDS["carriers"] | WORDS["materiel"] | WORDS["aid"] | WORDS["part"] | WORDS["reference"]
    return any(around.words[i] in things for i in nouns) or around.child(subject, "nummod") is not None


def _is_carried_by(around: Surroundings, verb: int) -> bool:
    """Whether what brings aid stands before a verb whose subject the parser lost: "Two lorries with tents and 14 tonnes of flour
    crossed into Ossel"."""
    start = around.touched(around.sentence(around.tokens[verb].span.start)).start
    for i in reversed(range(start, verb)):
        if around.words[i] in WORDS["carriers"]:
            return True
        if around.words[i] in (";", ":", "that", "when", "after") or (around.tokens[i].upos == "VERB" and around.words[i] not in BRINGING):
            return False
    return False


def _given(around: Surroundings, verb: int, below: set[str]) -> Stage | None:  # noqa: PLR0911
    """What a verb of giving tells: will give is pledged, is giving announced, has given delivered, decided to give committed."""
    word = around.words[verb]
    if word.startswith("hand") and not _is_handed_over(around, verb, below):
        return None
    if below & _DENIED:
        return "cancelled" if below & {"will", "'ll", "would", "longer"} else None
    if _is_called_off(around, verb) or ("be" in below and around.words[around.tokens[verb].head] in ("ordered", "orders")):
        return None
    if "to" in below and (stage := STAGE_OF_NOUN.get(around.words[around.tokens[verb].head])) is not None:
        return stage
    if _is_resolved(around, verb):
        return "committed"
    if word == "paid" and "be" in below:
        return None  # "It will be paid for out of the fund" tells where money comes from.
    if below & {"will", "'ll", "would", "shall"} or (below & {"to"} and _is_headline_plan(around, verb)):
        return "pledged"
    if word in ("extend", "extended", "extends", "granted", "grants"):
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
        return "announced" if running or below & {"was", "were"} else "delivered" if begun else None
    return "delivered" if word in _GAVE else None


def _is_handed_over(around: Surroundings, verb: int, below: set[str]) -> bool:
    """ "Handed over", "handed them two lorries", "handed 900 stoves to families"."""
    to_somebody = any("to" in {around.words[k] for k in around.children(i)} for i in around.children(verb) if i > verb)
    return bool(below & _OVER) or around.words[verb + 1 : verb + 2] == ("over",) or around.child(verb, "iobj") is not None or to_somebody


def _gives_nothing(around: Surroundings, verb: int, below: set[str]) -> bool:
    """ "Drove patients out of a hospital", "sent 400 soldiers", "that brings the gifts of the year to 245 million"."""
    moved = around.child(verb, "obj", "nsubj:pass")
    adds_up = around.words[verb].startswith(("bring", "brought")) and bool(below & {"that", "this", "which", "total"})
    return adds_up or (moved is not None and around.words[moved] in WORDS["people"])


def _is_called_off(around: Surroundings, verb: int) -> bool:
    """ "Rejected the plan to give": what is told is what became of the plan."""
    head = around.tokens[verb].head
    return around.words[head] in WORDS["plans"] and around.words[around.tokens[head].head] in _REJECTING


def _changes_aid(around: Surroundings, verb: int) -> bool:
    """ "Has raised its support by 40 million": what is changed is aid."""
    changed = around.child(verb, "obj", "nsubj:pass")
    return changed is not None and around.words[changed] in (WORDS["aid"] | {"rations"}) - {"pledges", "contributions", "donations"}


def _is_headline_plan(around: Surroundings, verb: int) -> bool:
    """ "Germany to send two batteries": a plan that is the whole of a headline."""
    if around.tokens[verb].relation in ("root", "ccomp", "parataxis") and around.child(verb, "nsubj") is not None:
        return True
    line = around.touched(around.sentence(around.tokens[verb].span.start))
    before = range(line.start, verb - 1)
    is_first = not any(around.tokens[i].upos in ("VERB", "AUX") for i in before)
    return is_first and around.words[verb - 1] == "to" and bool(before) and around.tokens[verb - 2].upos == "PROPN"


def _is_resolved(around: Surroundings, verb: int) -> bool:
    """ "Voted to release", "a bill that sends": what is resolved is committed."""
    if any(around.words[i] in _RESOLVED for i, _ in zip(around.ancestors(verb), range(_STEPS), strict=False)):
        return True
    return around.words[max(verb - 1, 0)] == "to" and bool(_RESOLVED & set(around.words[max(verb - _STEPS - 2, 0) : verb]))


def _is_of_aid(around: Surroundings, verb: int) -> bool:
    """Whether what is held back is aid: "suspended 15 million euros in budget support"."""
    below = [
        k for i in around.children(verb) for k in (i, *around.children(i), *(g for c in around.children(i) for g in around.children(c)))
    ]
    return any(around.words[k] in WORDS["aid"] | WORDS["materiel"] for k in below)


def _names(around: Surroundings, verb: int, nouns: tuple[str, ...]) -> bool:
    return any(around.words[i] in nouns for i in around.children(verb))
