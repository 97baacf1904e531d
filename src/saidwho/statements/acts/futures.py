"""Does somebody threaten, pledge or predict, by what he says will be?

What the speaker will do to somebody's harm is a threat, what else he will do a pledge, and what others will do a prediction.
"""

from typing import Literal

from saidwho.statements.acts.clauses import Clause
from saidwho.statements.acts.inflections import forms
from saidwho.statements.surroundings import Surroundings
from saidwho.text.tables import word_set, words_of

Future = Literal["threaten", "pledge", "predict"]

_WORDS = words_of("doings.tsv", package=__package__)
_HOSTILE = frozenset(form for word in _WORDS["hostile"] for form in forms(word))
_FIGHTERS = word_set("mujahideen mujahidin fighters resistance martyrs heroes lads boys men units brothers commandos")
_ATTACKED = word_set(
    "blown carried launched conducted mounted took burned burnt seized laid planted placed detonated downed raided stormed"
    " assassinated attacked bombed"
    " killed hit struck ambushed burned kidnapped abducted shot destroyed shelled executed fired blew"
)
# What will be done by such a time is predicted; what only will be done may be a plan.
_CARRIED = frozenset(("carried", "launched", "conducted", "mounted", "took", "placed", "planted", "laid"))
_ATTACKS = word_set(
    "operation operations attack attacks raid raids bombing bombings ambush strike strikes assault assaults explosion blast"
    " charge bomb bombs mine mines explosives device hostages prisoners rifles weapons post posts position positions"
)
# What could be by then is foreseen; what could be at all is only thought of.
_MAY = frozenset(("could", "may", "might"))
_TAKEN = word_set("captured recaptured taken took retaken retook seized entered liberated secured cleared advanced encircled surrounded")
_STEM, _TOLD_WITHIN = 5, 300  # letters of a noun, and words before a statement in which it is looked for
_OPENING = 8  # words before the first thing that is said
_TIMES = word_set("within soon days weeks months hours tomorrow next spring summer autumn winter year")
_SOON = word_set("soon until eventually inevitably tomorrow")
_BEFALLING, _SENT = _WORDS["befalling"], _WORDS["sent"]
_DEADLY = frozenset(("lose", "die", "suffer", "perish", "freeze", "starve", "fall", "drown", "break", "pass"))
_PASSING, _HARM, _GRIM = _WORDS["passing"], _WORDS["harm"], _WORDS["grim"]
_WILL = frozenset(("will", "'ll", "shall", "wo"))
_WOULD = frozenset(("would", "'d"))
_LIKELY = frozenset(("likely", "unlikely", "bound", "set", "expected", "poised", "certain", "destined", "doomed", "inevitable"))
_READY = frozenset(("ready", "prepared", "determined", "willing", "free"))
# Words that make peaceful what sounds hostile: "launch an inquiry", "respond to the flood".
_PEACEFUL = frozenset(
    ("investigation", "inquiry", "probe", "aid", "relief", "appeal", "talks", "campaign", "election", "request", "operations")
)
# "Will be met with fire".
_WEAPONS = frozenset(("fire", "force", "blow", "bullets", "steel", "strikes", "rockets"))


def future_act(around: Surroundings, clause: Clause) -> Future | None:
    """What the speaker does by saying what will be; None where the main clause is not about that."""
    doing = _doing(around, clause)
    if doing is None:
        return "threaten" if _reserves_the_right(around, clause) else None
    if is_grim(around, clause):
        return "threaten"
    if not clause.own:
        if _will_suffer(around, clause, doing):
            return "threaten"
        done = clause.passive if doing == clause.top else around.child(doing, "aux:pass") is not None
        return None if done and not _SOON.intersection(clause.words) else "predict"
    if not clause.negated and not clause.passive and (is_hostile(around, doing) or _comes_for(around, doing)):
        return "threaten"
    return "predict" if around.words[doing] in _PASSING else "pledge"


def befalls(around: Surroundings, clause: Clause) -> bool:
    """Whether others will come to something that nobody promises: "the offensive will fail", "food will run out"."""
    doing = None if clause.own or clause.subject is None else _doing(around, clause)
    return doing is not None and not clause.passive and around.words[doing] in _BEFALLING


def brings_about(around: Surroundings, clause: Clause) -> bool:
    """Whether things that are sent will do something to somebody: "the weapons would not change the situation", "will only prolong it"."""
    if clause.own or clause.subject is None or clause.passive or _doing(around, clause) != clause.top:
        return False
    return around.words[clause.subject] in _SENT and around.child(clause.top, "obj") is not None


def fails(around: Surroundings, clause: Clause) -> bool:
    """Whether what will befall others is no harm that a threat speaks of: "the offensive will fail", and not "they will die"."""
    doing = _doing(around, clause)
    return befalls(around, clause) and doing is not None and around.words[doing] not in _DEADLY


def is_hostile(around: Surroundings, doing: int) -> bool:
    """Whether a verb, or one that hangs on it ("continue to strike"), does harm."""
    chain = [doing, *(i for i in around.children(doing) if around.tokens[i].relation in ("xcomp", "conj"))]
    below = {around.words[k] for i in chain for k in around.children(i)}
    harmful = {i for i in chain if around.words[i] in _HOSTILE and around.tokens[i].upos == "VERB"}
    return bool(harmful) and not below & _PEACEFUL


def has_harm(clause: Clause) -> bool:
    """Whether a content without a verb names what is threatened with: "revenge", "consequences"."""
    return any(word in _HARM for word in clause.words)


def is_grim(around: Surroundings, clause: Clause) -> bool:
    """ "Will face consequences", "there will be retaliation", "will pay a heavy price"."""
    faces = any(word in ("face", "be", "pay", "meet", "bring", "trigger", "provoke", "have", "bear") for word in clause.words)
    return faces and not clause.negated and any(word in _GRIM for word in clause.words)


def _doing(around: Surroundings, clause: Clause) -> int | None:
    """The verb that is to happen."""
    auxiliaries = clause.auxiliaries
    if "rather" in clause.words[:4]:
        return None
    may = auxiliaries & _MAY and "have" not in auxiliaries and not clause.own and _TIMES.intersection(clause.words)
    if may or auxiliaries & _WILL or (not clause.quoted and auxiliaries & _WOULD and "have" not in auxiliaries):
        return clause.top
    below = around.child(clause.top, "xcomp", "ccomp", "advcl")
    word = around.words[clause.top]
    if word == "going" and below is not None:
        return below
    if word in _LIKELY and below is not None and around.tokens[below].relation in ("xcomp", "ccomp", "advcl"):
        return below
    if word in _READY and below is not None and clause.own and is_hostile(around, below):
        return below
    return None


def _will_suffer(around: Surroundings, clause: Clause, doing: int) -> bool:
    """What will befall others by a hand that is not named, so the speaker's: "any ship will be sunk", "they will pay for this"."""
    by_others = any(around.words[i] == "by" for child in around.children(doing) for i in around.children(child))
    met = around.words[doing] in ("met", "answered") and bool(_WEAPONS.intersection(clause.words))
    if clause.passive:
        return met or (is_hostile(around, doing) and not by_others and not clause.negated)
    return around.words[doing] in ("pay", "regret") and not clause.negated


def _comes_for(around: Surroundings, doing: int) -> bool:
    """ "We will come for them"."""
    objects = around.children(doing)
    return around.words[doing] in ("come", "go") and any(around.words[k] in ("for", "after") for i in objects for k in around.children(i))


def has_attacked(around: Surroundings, clause: Clause, *, by_fighters: bool = False) -> bool:
    """Whether the speaker says that he has done harm to somebody: "its fighters attacked two posts".

    by_fighters: "the fighters" and the like are the speaker's own.
    """
    done = around.words[clause.top] in _ATTACKED and not clause.auxiliaries & (_WILL | _WOULD)
    if around.words[clause.top] in _CARRIED and not _ATTACKS.intersection(clause.words):
        return False
    fighters = by_fighters and clause.subject is not None and around.words[clause.subject] in _FIGHTERS
    return (clause.own or fighters) and done and not clause.passive and not clause.negated


def reports_a_gain(around: Surroundings, clause: Clause) -> bool:
    """Whether somebody reports what he did, as armies do: ground taken, a number killed or destroyed, or what nobody told of before."""
    verb = around.words[clause.top]
    harmed = around.child(clause.top, "obj")
    if not clause.own or verb not in _TAKEN | _ATTACKED:
        return False
    if verb in _TAKEN:
        return True
    return harmed is not None and (around.child(harmed, "nummod") is not None or not _is_known(around, clause, harmed))


def _is_known(around: Surroundings, clause: Clause, harmed: int) -> bool:
    """Whether the report tells before of what was harmed, or takes it up: "the attack", "it". What a headline tells is known below it."""
    if around.tokens[harmed].upos == "PRON" or not around.text[: around.tokens[clause.tokens[0]].span.start].count(" ") > _OPENING:
        return True
    definite = any(around.words[i] in ("the", "this", "that", "these", "those") for i in around.children(harmed))
    if definite and around.words[harmed] in _ATTACKS:
        return True
    noun = around.words[harmed][:_STEM]
    return any(word.startswith(noun) for word in around.words[max(clause.tokens[0] - _TOLD_WITHIN, 0) : clause.tokens[0]])


def _reserves_the_right(around: Surroundings, clause: Clause) -> bool:
    """ "We reserve the right to respond"."""
    return around.words[clause.top] in ("reserve", "reserves", "reserved") and "right" in clause.words
