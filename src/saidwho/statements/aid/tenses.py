"""How far does a verb of giving say that a gift has come, by its tense and what it hangs on?

Will give is pledged, is giving announced, has given delivered, decided to give committed, will not give cancelled.
"""

from saidwho.statements.acts.inflections import is_past
from saidwho.statements.aid.verbs import AHEAD, DENIED, GIVE, PLANNED, Verb
from saidwho.statements.aid.words import STAGE_OF_NOUN, WORDS
from saidwho.types.statement import Stage

_AUXILIARY = frozenset({"do", "did", "does", "may", "can"})
_GAVE = frozenset({
    "flew", "flown", "brought", "paid", "gave", "given", "sent", "lent", "drove", "driven", "spent", "made", "let", "put", "left",
})  # fmt: skip
# Headlines tell in the present what is being done, and what has come.
_DOING = frozenset(form for form in GIVE if form.endswith("s"))
_GETTING = frozenset({"delivers", "distributes", "disburses", "transfers", "pays", "hands", "brings"})
_HAVING = frozenset({"has", "have", "had", "'ve"})
_RUNNING = frozenset({"is", "are", "am", "'s", "'re", "'m"})
_PLANS = frozenset({
    "is", "are", "plans", "planned", "planning", "plan", "intends", "intended", "set", "ready", "due", "offered", "offers", "preparing",
    "prepares",
})  # fmt: skip
_REJECTING = frozenset({"rejected", "rejects", "scrapped", "dropped", "cancelled", "shelved"})
_BLOWS = frozenset({"strike", "strikes", "blow", "blows", "attack", "attacks"})
_TOTALS = frozenset({"total", "overall", "amount", "sum", "value", "tally"})
# Verbs that need another word: "handed over", "paid out".
_OVER = frozenset({"over", "out"})
# "Is financed from the budget" tells where money comes from, "was given as 40 million" how much it is.
_FROM = frozenset({"from", "through", "via", "under", "out"})
# Verbs that tell one stage, in whatever tense of the past or present.
_OWN: dict[str, Stage] = {
    **dict.fromkeys(("extend", "extended", "extends", "granted", "grants"), "committed"),
    **dict.fromkeys(("offered", "offers"), "pledged"),
}  # fmt: skip


def stage_of_giving(verb: Verb) -> Stage | None:
    """The stage that a verb of giving tells; None where it gives nothing, or nobody says that it came so far."""
    if _gives_nothing(verb) or (verb.word.startswith("hand") and not _is_handed_over(verb)):
        return None
    if verb.below & DENIED:
        return "cancelled" if verb.below & (AHEAD - {"shall"} | {"longer"}) else None
    if verb.ended_by is not None:
        return None if verb.ended_by.is_open else "cancelled"
    if _is_called_off(verb) or ("be" in verb.below and verb.head in ("ordered", "orders")):
        return None
    if "to" in verb.below and (stage := STAGE_OF_NOUN.get(verb.head)) is not None:
        return stage
    return "committed" if verb.is_resolved else _by_what_is_begun(verb)


def _by_what_is_begun(verb: Verb) -> Stage | None:
    beginning = verb.begun_by if verb.word not in ("offering", "lending") else None
    return _by_tense(verb) if beginning is None else stage_of_beginning(beginning)


def _by_tense(verb: Verb) -> Stage | None:
    word, below = verb.word, verb.below
    if "being" in below:
        return "announced"  # "Is being handed over".
    is_paid_by = verb.around.words[verb.number + 1 : verb.number + 3] == ("for", "by") and verb.relation in (
        "parataxis",
        "acl",
        "advcl",
        "conj",
    )
    is_paid_for = verb.around.words[verb.number + 1 : verb.number + 2] == ("for",) and bool(below & _RUNNING)
    if word == "paid" and ("be" in below or is_paid_by or is_paid_for):
        return None  # "It will be paid for out of the fund" tells where money comes from.
    if below & AHEAD or ("to" in below and _is_headline_plan(verb)):
        return "pledged"
    if word in _OWN:
        return _OWN[word]
    if word in _DOING | _GETTING:
        return "delivered" if word in _GETTING else "announced"
    return _in_present(verb) or _in_past(verb)


def stage_of_beginning(verb: Verb) -> Stage | None:
    """What is said to begin, go on or be over is given: "has begun to ship"; "will begin" promises it."""
    if verb.below & AHEAD or ("to" in verb.below and _is_headline_plan(verb)):
        return None if verb.below & DENIED else "pledged"
    if verb.is_open:
        return None
    is_running = not is_past(verb.word) and not verb.below & _HAVING
    return "announced" if is_running else "delivered"


def _in_present(verb: Verb) -> Stage | None:
    """ "Danes give Kastria a tug", "plans to give", "is giving"."""
    word, below = verb.word, verb.below
    if word in WORDS["give"] and not below & (PLANNED | _AUXILIARY) and verb.around.child(verb.number, "nsubj") is not None:
        return "announced"
    if below & PLANNED:
        if "to" not in below or verb.head not in _PLANS:
            return None
        plan = {verb.around.words[k] for k in verb.around.children(verb.around.tokens[verb.number].head)}
        return "pledged" if plan & AHEAD else "announced"  # "Will be ready to ship".
    if word.endswith("ing") and "been" in below and below & _HAVING:
        return "delivered"  # "Has been flying arms".
    is_running = word.endswith("ing") and ((below & _RUNNING and "been" not in below) or below & {"was", "were"})
    # "Of the 90 billion that Japan is lending": what was told of before.
    is_described = verb.relation == "acl:relcl" and verb.object is not None and verb.around.words[verb.object] in ("that", "which")
    return "announced" if is_running and not is_described else None


def _in_past(verb: Verb) -> Stage | None:
    word = verb.word
    if verb.below & PLANNED:
        return None
    if word.endswith("ing"):
        return None
    return "delivered" if word in _GAVE or word.endswith("ed") else None


def _is_handed_over(verb: Verb) -> bool:
    """ "Handed over", "handed them two lorries", "handed 900 stoves to families"."""
    is_over = verb.around.words[verb.number + 1 : verb.number + 2] == ("over",)
    return bool(verb.below & _OVER) or is_over or verb.gives_to_somebody


def _gives_nothing(verb: Verb) -> bool:
    """ "Drove patients out of a hospital", "sent 400 soldiers", "that brings the gifts of the year to 245 million"."""
    sum_of = {verb.object, *(verb.around.children(verb.object) if verb.object is not None else ())} - {None}
    is_total = bool(verb.below & {"that", "this", "which", "total"}) or any(
        verb.around.words[i] in _TOTALS for i in sum_of if i is not None
    )
    is_total = is_total or verb.brings_aid_to_a_sum
    adds_up = verb.word.startswith(("bring", "brought")) and is_total
    # "Would lend it none", "were flown home", "gave back 210 tonnes".
    # "Of which 17 billion would be grants".
    if verb.word == "grants" and "be" in verb.below:
        return True
    is_none = verb.object is not None and verb.around.words[verb.object] in ("none", "nothing")
    # "Delivered a strike", "were driven off".
    strikes = verb.object is not None and verb.around.words[verb.object] in _BLOWS
    is_off = verb.word in ("drove", "driven") and verb.around.words[verb.number + 1 : verb.number + 2] in (("off",), ("out",), ("away",))
    is_passive = verb.around.child(verb.number, "nsubj:pass", "aux:pass") is not None
    is_paid_from = is_passive and verb.word in ("financed", "funded") and bool(verb.beside & _FROM)
    is_put = is_passive and verb.word == "given" and "as" in verb.beside
    return (
        is_paid_from or is_put or adds_up or is_none or strikes or is_off or bool(verb.below & {"home", "back"}) or verb.gives_people_alone
    )


def _is_called_off(verb: Verb) -> bool:
    """ "Rejected the plan to give": what is told is what became of the plan."""
    around, head = verb.around, verb.around.tokens[verb.number].head
    return around.words[head] in WORDS["plans"] and around.words[around.tokens[head].head] in _REJECTING


def _is_headline_plan(verb: Verb) -> bool:
    """ "Germany to send two batteries": a plan that is the whole of a headline."""
    around, number = verb.around, verb.number
    if verb.relation in ("root", "ccomp", "parataxis") and around.child(number, "nsubj") is not None:
        return True
    before = range(around.touched(around.sentence(around.tokens[number].span.start)).start, number - 1)
    is_first = not any(around.tokens[i].upos in ("VERB", "AUX") for i in before)
    return is_first and around.words[number - 1] == "to" and bool(before) and around.tokens[number - 2].upos == "PROPN"
