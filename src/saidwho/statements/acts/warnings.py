"""Does somebody who warns or vows threaten, predict, demand or pledge? What is said decides."""

from saidwho.statements.acts.clauses import Clause
from saidwho.statements.acts.cues import CueMeaning
from saidwho.statements.acts.futures import future_act, has_harm, is_hostile
from saidwho.statements.acts.wordings import is_menace
from saidwho.statements.surroundings import Surroundings
from saidwho.types.statement import Act

_COMING = frozenset(("imminent", "looming", "brink", "likely", "inevitable", "verge", "threat", "threatens"))
_WHOM = 6  # words in which somebody is named who is warned
_WILL = frozenset(("will", "would", "'ll", "shall"))
_MODALS = frozenset(("may", "might", "could", "can", "risk", "risks", "risked", "danger", "threatened"))


def warned(around: Surroundings, clause: Clause) -> Act | None:
    """One warns to do, of what one will do, or of what will be; what has been is only told."""
    if is_menace(" ".join(clause.words)):
        return "threaten"
    if clause.infinitive or "against" in (*clause.words[:1], *_after_cue(around, clause)) or _is_kept_from(clause):
        return "demand"
    future = future_act(around, clause)
    if future:
        return "predict" if future == "pledge" and not is_hostile(around, clause.top) else future
    if clause.subject is None and "of" in _after_cue(around, clause):
        return "predict"
    if not clause.verbal:
        return "threaten" if has_harm(clause) and "of" not in clause.words[:1] else "predict"
    is_to_come = any(word in _MODALS or word in _COMING for word in clause.words) or clause.auxiliaries & _WILL
    return "predict" if is_to_come else None


def _is_kept_from(clause: Clause) -> bool:
    """ "Citizens against travelling to the north"."""
    words = clause.words[:_WHOM]
    return "against" in words[:-1] and words[words.index("against") + 1].endswith("ing")


def vowed(around: Surroundings, meaning: CueMeaning, clause: Clause) -> Act | None:
    if future_act(around, clause) == "threaten":
        return "threaten"
    if clause.negated:
        return "pledge"
    if is_hostile(around, clause.top) and (clause.infinitive or clause.own):
        return "threaten"
    if not clause.verbal and has_harm(clause):
        return "threaten"
    if meaning.verb in ("assure", "assurance", "guarantee") and clause.auxiliaries & {"can", "could", "may"}:
        return "pledge"
    told = clause.subject is not None and not clause.infinitive and future_act(around, clause) is None
    return None if told and meaning.verb in ("assure", "assurance", "guarantee", "commitment") else "pledge"


def _after_cue(around: Surroundings, clause: Clause) -> list[str]:
    """The word before a content."""
    first = clause.tokens[0]
    return [around.words[first - 1]] if first else []
