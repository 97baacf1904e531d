"""What speaks for two propositions saying the same, and what against it?

Each feature is a number from 0 to 1. Those that tell of what is known of both only are 0 where one does not tell.
"""

import re
from collections.abc import Hashable, Iterable, Mapping

from saidwho.linking.facts import Fact, Voice
from saidwho.linking.nodes import Node
from saidwho.linking.paragraphs import nearest
from saidwho.linking.quantities import Quantity, compare, is_same_thing
from saidwho.linking.spots import compare_places

# A feature and how a person reads it.
TOLD: Mapping[str, str] = {
    "words": "they share words",
    "contained": "one holds the words of the other",
    "meaning": "their meanings are close",
    "event same": "the same kind of event",
    "event other": "another kind of event",
    "matter same": "their texts tell there of the same kind of event",
    "matter other": "their texts tell there of other kinds of event",
    "doer same": "the same doer",
    "doer other": "another doer",
    "sufferer same": "the same ones suffer it",
    "sufferer other": "others suffer it",
    "place same": "the same place",
    "place inside": "one place holds the other",
    "place other": "another place",
    "day same": "the same time",
    "day other": "another time",
    "there same": "their parts of the texts are about the same place",
    "there inside": "their parts of the texts are about places of which one holds the other",
    "there other": "their parts of the texts are about other places",
    "then same": "their parts of the texts are about the same time",
    "then other": "their parts of the texts are about other times",
    "then far": "their parts of the texts are about times far apart",
    "printed near": "printed within days",
    "printed far": "printed weeks apart",
    "figure same": "the same figure",
    "figure agrees": "figures that can both hold",
    "figure other": "other figures of the same thing",
    "counted other": "figures of other things",
    "one toll": "only one gives a toll",
    "one count": "only one counts things",
    "one rate": "only one tells of so many a day",
    "act other": "one says that it is so, one does more or less",
    "event open": "one tells of a kind of event, one of none",
    "polarity other": "only one is negated",
    "modality other": "one happened, one is meant to",
    "conduct same": "the same conduct",
    "speaker same": "the same speaker",
    "told together": "one statement tells both",
    "toll together": "one statement tells a deed and its toll",
    "told after": "one follows the other in a text",
    "told soon after": "one follows the other but one in a text",
    "told far off": "they stand far apart in a text",
    "text same": "one text tells both",
    "names": "they share names",
    "names other": "they name others",
    "texts alike": "their texts are about the same",
    "paragraphs": "their paragraphs are each other's nearest",
    "leads": "both stand at the head of texts about the same",
    "one leads": "only one stands at the head, in texts about the same",
    "both follow": "both stand deep in texts about the same",
    "own voices": "both are told in outlets' own voice",
    "short": "one says little",
    "length": "both say much",
    "tolls": "both tell of harm, in texts about the same",
    "refers back": "one refers to what its text is about",
}
FEATURES = tuple(TOLD)
_NATION = re.compile(r"^[A-Z]{3}$")
_HARM = frozenset({"kill", "wound", "casualt", "bod", "victim", "toll", "die", "massacr", "casual"})
_BACK = re.compile(
    r"\b(?:it|they|this|that|the (?:\w+ )?(?:strikes?|attacks?|explosions?|blasts?|bomb(?:ing)?|shelling|raids?|ambush|killings?|incident|"
    r"crash|assault|deaths?|dead|victims?|bodies|fire|package|aid|deal|swap|exchange|release|withdrawal|capture|landing|sinking|loss))\b",
    re.IGNORECASE,
)
# Reports of one event share so much of the names in them (Dice); reports of the same war share a fifth.
ONE_STORY = 0.4
# The first statements of a report tell its news.
HEAD = 2
# From here on it tells what else there is.
DEEP = 4
# Statements so far apart in a text are as far apart as any.
FAR_OFF = 12
NEXT_BUT_ONE = 2
# So few words that carry what is said leave much open; more than so many tell no more of how much is said.
FEW, MANY = 3, 12
# An answer has so few.
ANSWER = 2
TELLING = frozenset({"assert", "confirm", "admit", "claim responsibility", None})
UNREAL = frozenset({"planned", "possible", "conditional", "ordered"})
A_NIGHT = 2  # days
_NIGHT = re.compile(r"\b(?:overnight|(?:last|the|by) night)\b", re.IGNORECASE)
# News of one happening comes within days; after so many weeks a report with no date of its own speaks of another.
NEAR, FAR = 3, 21
# So many days between two parts of texts are as good as any number.
FORTNIGHT = 14
# "On Thursday" and "overnight to Friday" are told a day apart of one happening. Of attacks told a day apart with no such words, one pair
# in seven is one; with them, two in three (training stories).
DAY_SLACK = 1
# A night is of two days, "three weeks ago" is of any near it, and who is hurt on one day dies on another.
_LOOSE = re.compile(
    r"\b(?:(?:over|mid)?nights?|tonight|dawn|daybreak|early|late|evening|eve|small hours|ago|succumb\w*|died (?:later|of|from)|"
    r"die[sd]? in hospital)\b",
    re.IGNORECASE,
)


def features(here: Node, there: Node, closeness: float | None = None) -> dict[str, float]:
    """Those features of a pair that are not 0. closeness: cosine of their sentence vectors, None where there are none."""
    one, other = here.fact, there.fact
    found = _of_words(one, other, closeness) | _of_event(one, other) | _of_setting(one, other) | _of_figures(one, other)
    found |= _of_text(here, there) | _of_topic(here, there)
    return {name: value for name, value in found.items() if value}


def _of_text(here: Node, there: Node) -> dict[str, float]:
    """What one text tells together often belongs together."""
    if here.statements & there.statements:
        tolls = [any(q.figure.counts for q in node.fact.quantities) for node in (here, there)]
        return {"told together": 1.0, "toll together": float(tolls[0] != tolls[1])}
    if not here.documents & there.documents:
        return {}
    return {"text same": 1.0, **told_near(steps_apart(here.places, there.places))}


def _of_topic(here: Node, there: Node) -> dict[str, float]:
    """What two texts are about, and how near to it the propositions are."""
    one, other = here.fact, there.fact
    is_one_text = bool(here.documents & there.documents)
    alike = 1.0 if is_one_text else about_same(one, other)
    short = min(len(one.names), len(other.names))
    return {
        "names": _share(one.names, other.names),
        "names other": float(short > 0 and not one.names & other.names),
        "texts alike": 0.0 if is_one_text else alike,
        "paragraphs": 0.0 if is_one_text else nearest(one.voice.paragraphs, one.paragraph, other.voice.paragraphs, other.paragraph),
        "leads": alike * (one.voice.number < HEAD and other.voice.number < HEAD),
        "one leads": alike * ((one.voice.number < HEAD) != (other.voice.number < HEAD)),
        "both follow": alike * (one.voice.number >= DEEP and other.voice.number >= DEEP),
        "own voices": float({one.voice.statement.form, other.voice.statement.form} == {"own voice"}),
        "tolls": alike * (is_harm(one) and is_harm(other)),
        "refers back": alike * (refers(one) or refers(other)),
    }


def about_same(one: Fact, other: Fact) -> float:
    """How surely two texts are of one story, 0 to 1: by the names in them, and by how near in time they were printed."""
    return story_of(one.voice, other.voice)


def story_of(one: Voice, other: Voice) -> float:
    """How surely two voices stand in texts of one story, 0 to 1; see about_same."""
    near = max(0.0, 1 - abs(one.day - other.day) / FAR) if one.day is not None and other.day is not None else 1.0
    return same_names(one, other) * near


def same_names(one: Voice, other: Voice) -> float:
    """How surely two voices stand in texts of one story by the names in them alone, 0 to 1."""
    return min(1.0, _share(one.names, other.names) / ONE_STORY)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / max(len(one) + len(other), 1)


def is_harm(fact: Fact) -> bool:
    return bool(_HARM & set(fact.stems)) or any(q.figure.counts for q in fact.quantities)


def refers(fact: Fact) -> bool:
    """Whether it speaks of "it" or "the strike" without a name of its own."""
    return not fact.names and bool(_BACK.search(fact.text))


# Who does no more than to say that it is so.
_ANSWERING = frozenset({"confirm", "admit", "claim responsibility"})


def answers(fact: Fact) -> bool:
    """Whether it says of something told before that it is so, and no more: "confirmed the swap", "claimed the attack"."""
    return fact.voice.statement.act in _ANSWERING and len(fact.stems) <= ANSWER and refers(fact)


def steps_apart(here: Iterable[tuple[Hashable, int]], there: Iterable[tuple[Hashable, int]]) -> int:
    """How many statements apart two stand at least, in a text that tells both. Each is told by its text and number there."""
    voices: dict[Hashable, list[int]] = {}
    for document, voice in here:
        voices.setdefault(document, []).append(voice)
    return min(abs(voice - own) for document, voice in there for own in voices.get(document, ()))


def told_near(steps: int) -> dict[str, float]:
    """What so many statements between two tell."""
    return {"told after": float(steps <= 1), "told soon after": float(steps == NEXT_BUT_ONE), "told far off": min(steps, FAR_OFF) / FAR_OFF}


def _of_words(one: Fact, other: Fact, closeness: float | None) -> dict[str, float]:
    a, b = set(one.stems), set(other.stems)
    shared = len(a & b)
    return {
        "words": 2 * shared / max(len(a) + len(b), 1),
        "contained": shared / max(min(len(a), len(b)), 1) if min(len(a), len(b)) > 2 else 0.0,
        "short": float(min(len(a), len(b)) <= FEW),
        "length": min(len(a), len(b), MANY) / MANY,
        "meaning": max(0.0, closeness if closeness is not None else 0.0),
    }


def longest_run(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many words in a row both have."""
    best, before = 0, dict[int, int]()
    places: dict[str, list[int]] = {}
    for j, word in enumerate(other):
        places.setdefault(word, []).append(j)
    for word in one:
        row = {j: before.get(j - 1, 0) + 1 for j in places.get(word, ())}
        best = max(best, max(row.values(), default=0))
        before = row
    return best


def _of_event(one: Fact, other: Fact) -> dict[str, float]:
    found: dict[str, float] = {}
    if one.event and other.event:
        found["event same" if one.event.type == other.event.type else "event other"] = 1.0
    if one.matter and other.matter:
        found["matter same" if one.matter == other.matter else "matter other"] = 1.0
    found["event open"] = float((one.event is None) != (other.event is None))
    found["act other"] = float((one.voice.statement.act in TELLING) != (other.voice.statement.act in TELLING))
    found |= _of_keys("doer", one.doers, other.doers) | _of_keys("sufferer", one.receivers, other.receivers)
    found["polarity other"] = float(one.negated != other.negated and not {one.voice.statement.act, other.voice.statement.act} & {"deny"})
    found["modality other"] = float((one.modality in UNREAL) != (other.modality in UNREAL))
    found["conduct same"] = float(bool({c.tag for c in one.proposition.conduct} & {c.tag for c in other.proposition.conduct}))
    return found


def _of_keys(what: str, one: frozenset[str], other: frozenset[str]) -> dict[str, float]:
    """The same keys, or the same nation; other ones only where the nations differ."""
    if not one or not other:
        return {}
    if one & other:
        return {f"{what} same": 1.0}
    return {f"{what} other": 1.0} if nations(one) and nations(other) else {}


def nations(keys: frozenset[str]) -> frozenset[str]:
    return frozenset(key for key in keys if _NATION.match(key))


def _of_setting(one: Fact, other: Fact) -> dict[str, float]:
    found: dict[str, float] = {}
    where = compare_places(one.places, other.places)
    if where != "unknown":
        found[f"place {where}"] = 1.0
    if one.days and other.days and not (one.days.is_open or other.days.is_open):
        found["day same" if days_apart(one, other) <= day_slack(one, other) else "day other"] = 1.0
    found |= _of_part_of_text(one, other)
    gap = printed_apart(one, other)
    if gap is not None:
        found["printed near"] = float(gap <= NEAR)
        found["printed far"] = min(1.0, gap / FAR)
    speakers = [fact.voice.speaker.key for fact in (one, other) if fact.voice.speaker and fact.voice.speaker.key]
    found["speaker same"] = float(len(speakers) == 2 and speakers[0] == speakers[1])
    return found


def day_slack(one: Fact, other: Fact) -> int:
    """How many days apart two may be told of one happening on one day."""
    is_loose = tells_loosely(one) or tells_loosely(other)
    return DAY_SLACK if is_loose and not (tells_last_night(one) and tells_last_night(other)) else 0


def tells_loosely(fact: Fact) -> bool:
    """Whether its words leave open which of two days it is of."""
    return bool(_LOOSE.search(fact.clause))


def days_apart(one: Fact, other: Fact) -> int:
    """The days between those that two tell; 0 where one tells none."""
    if one.days is None or other.days is None:
        return 0
    if tells_last_night(one) and tells_last_night(other):
        return abs(one.days.last - other.days.last)
    return one.days.apart(other.days)


def tells_last_night(fact: Fact) -> bool:
    """Whether it tells of the night up to the day that it is printed on: what others print so on another day is another night."""
    is_night = fact.days is not None and fact.days.length <= A_NIGHT and fact.days.last == fact.voice.day
    return is_night and _NIGHT.search(fact.clause) is not None


def _of_part_of_text(one: Fact, other: Fact) -> dict[str, float]:
    """When and where their parts of the texts are; see saidwho.linking.settings."""
    found: dict[str, float] = {}
    where = compare_places(one.there, other.there)
    if where != "unknown":
        found[f"there {where}"] = 1.0
    if one.then and other.then:
        days = one.then.apart(other.then)
        found["then same" if days <= DAY_SLACK else "then other"] = 1.0
        found["then far"] = min(1.0, days / FORTNIGHT)
    return found


def printed_apart(one: Fact, other: Fact) -> int | None:
    """Days between when two were said or printed."""
    return abs(one.day - other.day) if one.day is not None and other.day is not None else None


def _of_figures(one: Fact, other: Fact) -> dict[str, float]:
    return _of_counts(one.quantities, other.quantities) | {"one rate": float(tells_rate(one) != tells_rate(other))}


def tells_rate(fact: Fact) -> bool:
    """Whether it tells of so many a day or over some days: what goes on so is no single happening."""
    return any(quantity.daily for quantity in fact.quantities)


def _of_counts(a: tuple[Quantity, ...], b: tuple[Quantity, ...]) -> dict[str, float]:
    if not a or not b:
        is_toll = any(q.figure.counts for q in a or b)
        return {"one toll" if is_toll else "one count": float(bool(a) != bool(b))}
    outcomes = {outcome for x in a for y in b if (outcome := compare(x, y))}
    if "same" in outcomes:
        return {"figure same": 1.0}
    if "agree" in outcomes:
        return {"figure agrees": 1.0}
    if "disagree" in outcomes:
        return {"figure other": 1.0}
    return {"counted other": float(not counts_alike(a, b))}


def counts_alike(a: tuple[Quantity, ...], b: tuple[Quantity, ...]) -> bool:
    return any(is_same_thing(x, y) and x.kind == y.kind for x in a for y in b)
