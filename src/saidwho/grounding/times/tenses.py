"""Does the sentence speak of what was, or of what is to come?

A weekday or a month without a year says neither. What governs it does: the verb it hangs on, with its auxiliaries, or a word
such as "due". Where the syntax leads to no verb, the nearest one in the sentence is asked, those before the time first.
"""

from typing import Literal

from saidwho.grounding.times.text import MONTH, TimeText
from saidwho.grounding.times.words import listed
from saidwho.text.clauses import SAYING

Heading = Literal["past", "present", "future"]

_MODALS = frozenset(listed("will 'll ’ll wo shall would could may might can should must ca"))
_PAST_AUXILIARIES = frozenset(listed("was were had has have did 've ’ve been being"))
_PRESENT_BE = frozenset(listed("is are am 's ’s 're ’re be"))
_PLANNED = frozenset(listed("due scheduled slated expected planned poised set upcoming forthcoming deadline"))
_INTENDING = frozenset(
    listed(
        "due scheduled slated expected planned poised set plan plans planning going about agreed agree agrees hope "
        "hopes hoped hoping want wants wanted intend intends intended vow vows vowed pledged pledge pledges promised "
        "promise promises prepare prepares preparing ready likely decide decided decides aim aims eligible entitled invited"
    )
)
_PAST_FORMS = frozenset(
    listed(
        "said told was were had did came went took made began fell rose broke held led met saw shot struck hit put left "
        "lost won sent gave got found fought spoke wrote became knew kept brought bought built caught drove ate felt "
        "flew fled grew heard hid laid lay let meant paid ran read rode sank sat set shook showed shut sold spent stood "
        "stole swore taught thought threw understood woke wore withdrew overran overthrew undertook cut cost burst cast "
        "dealt dug drew shed spread split spun swept bore bound bled"
    )
)
# Verbs whose progressive speaks of plans ("is meeting on Thursday") more often than of what goes on.
_GOING = frozenset(
    listed(
        "meeting holding visiting traveling travelling arriving leaving hosting launching opening closing starting flying going coming "
        "returning voting resuming releasing"
    )
)
_FARTHEST = 10
_CHILDREN = 8
_LONGEST_ARC = 60


def heading(words: TimeText, first: int, past: int) -> Heading | None:
    """Where the time in words first to past - 1 lies, as far as its sentence says."""
    if words.word(first - 1) in ("until", "till"):
        return "future"
    top = _top(words, first, past)
    at = words.tokens[top].head
    if at == top:
        return _nearest(words, first, past)
    if at >= past and words.tokens[top].relation.startswith("obl") and (saying := _saying_before(words, first)) is not None:
        at = saying
    is_owner = words.word(past) in ("'s", "’s")
    for _ in range(_FARTHEST):
        if _is_torn(words, at, first):
            return _nearest(words, first, past)
        told = None if is_owner and _is_infinitive(words, at) else _told(words, at)
        above = words.tokens[at].head
        if told or above == at:
            return told or _nearest(words, first, past)
        at = above
    return None


def _saying_before(words: TimeText, first: int) -> int | None:
    """The verb of saying right before "on Thursday": in "said on Thursday they will meet" the parser may give it to the other verb."""
    number = first - 2 if first and words.tokens[first - 1].upos == "ADP" else first - 1
    if number < 0 or words.tokens[number].upos != "VERB" or words.lower[number] not in SAYING:
        return None
    return number


def _top(words: TimeText, first: int, past: int) -> int:
    """The word of a mention whose head stands outside it."""
    return next((n for n in range(first, past) if not first <= words.tokens[n].head < past), first)


def _is_torn(words: TimeText, at: int, top: int) -> bool:
    """Whether a root lies between a time and what governs it, as in no sentence of English: the syntax went wrong."""
    inner = range(min(at, top) + 1, max(at, top))
    return any(words.tokens[n].head == n for n in inner[:_LONGEST_ARC])


def _told(words: TimeText, at: int) -> Heading | None:
    """What one governing word tells."""
    word = words.lower[at]
    children = _children(words, at)
    if word in _PLANNED and not (children & {"was", "were", "had"}):
        return "future"
    if children & _PLANNED - {"set"} and words.tokens[at].upos == "NOUN":
        return "future"
    if words.tokens[at].upos in ("VERB", "AUX"):
        return _tense(words, at, word, children)
    return _auxiliary_tense(children)


def _is_infinitive(words: TimeText, at: int) -> bool:
    """Whether a verb is one: an "effort to recover from Monday's vote" puts the vote nowhere."""
    return "to" in _children(words, at)


def _auxiliary_tense(children: frozenset[str]) -> Heading | None:
    """What auxiliaries tell, of a verb or of the adjective or noun in "will be available"."""
    if children & _MODALS:
        return "past" if "have" in children else "future"
    return "past" if children & _PAST_AUXILIARIES else None


def _tense(words: TimeText, at: int, word: str, children: frozenset[str]) -> Heading | None:
    if "to" in children and not children & _MODALS:
        head = words.tokens[at].head
        is_planned = head == at or words.lower[head] in _INTENDING or words.tokens[head].upos in ("NOUN", "PROPN")
        return "future" if is_planned else None
    if told := _auxiliary_tense(children):
        return told
    if word.endswith("ing"):
        return "future" if word in _GOING and children & _PRESENT_BE else None
    if word in _PAST_FORMS or word.endswith("ed"):
        return "past"
    return "present" if word.endswith("s") else None


def _children(words: TimeText, at: int) -> frozenset[str]:
    """The words near a governing word that hang on it, months left out: May is no auxiliary."""
    near = range(max(0, at - _CHILDREN), min(len(words.lower), at + _CHILDREN))
    return frozenset(words.lower[n] for n in near if words.tokens[n].head == at and n != at and words.classes[n] != MONTH)


def _nearest(words: TimeText, first: int, past: int) -> Heading | None:
    """What the nearest verb of the sentence tells: of those before the time, then of those after it."""
    before = range(first - 1, max(-1, first - 1 - 2 * _FARTHEST), -1)
    after = range(past, min(len(words.lower), past + 2 * _FARTHEST))
    for near in (before, after):
        for number in near:
            if words.lower[number] in (".", "!", "?", ";"):
                break
            if told := _told_alone(words, number):
                return told
    return None


def _told_alone(words: TimeText, number: int) -> Heading | None:
    """What a verb tells together with the two words before it, whatever the syntax says."""
    word = words.lower[number]
    if word in _PLANNED - {"set"}:
        return "future"
    if words.tokens[number].upos not in ("VERB", "AUX"):
        return None
    if word in _MODALS:
        return "future"
    return _tense(words, number, word, frozenset(words.lower[max(0, number - 2) : number]))
