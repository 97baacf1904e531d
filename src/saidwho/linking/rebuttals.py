"""Which claim does a denial deny?

What speaks for a claim is weighed: words that both share, who speaks named in it, how the statement denies, how many tell it. What one
act of speaking denies in one text it denies in all. Nobody denies what only he himself claims.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from saidwho.linking.against import (
    denies_by_verb,
    is_organ,
    is_surely_denial,
    negates_its_own,
    tells_of_falsehood,
)
from saidwho.linking.facts import Fact, Voice
from saidwho.linking.falsehood import FALSE, SAID_BEFORE
from saidwho.linking.issuers import whose_press
from saidwho.linking.outcomes import DIED, LOST, gainsaid_by, outcomes_of, tells_otherwise
from saidwho.linking.stems import plain_words, stem, stems
from saidwho.text.issuing import body_of

# What speaks for a statement denying a claim, in log-odds. Fitted by training/denials.py.
BIAS = -6.6
WEIGHTS: Mapping[str, float] = {
    "like": 2.4,  # how likely its words are of the claim's, if one may affirm what the other negates
    "shared": 1.6,  # the share of its own words that the claim is told in
    "closest": -0.6,  # how like its words are to those of the likest telling
    "next": 1.1,  # its text tells the claim right before it
    "near": 0.7,  # but one statement stands between
    "far": -0.2,  # its text last told the claim long before it
    "elsewhere": 0.6,  # the share of its own words, where its text does not tell the claim
    "widely elsewhere": 0.6,  # told in many documents, and not in its own
    "points": 0.6,  # it points at what was told right before ("denied this")
    "widely": 0.8,  # told in many documents
    "accused": 0.9,  # who speaks is named in the claim
    "doer": 0.4,  # who speaks, or his nation, does it
    "other deed": -0.5,  # it tells of events, and of no kind that the claim tells
    "other place": -0.7,  # its part of the text is about another place
    "deed": 0.6,  # it tells of an event of the kind that the claim tells
    "setting": 0.3,  # names of its text are named in the claim
    "answers": -0.3,  # who speaks is named in the claim, and negates something
    "claims": -0.7,  # who speaks tells the claim elsewhere
    "said": 0.7,  # somebody says it, not an outlet alone
    "verb": 0.4,  # it denies by its verb
    "false": 1.6,  # it calls something false, or disowns it
    "negated": 0.7,  # all that it says is negated
    "surely": 2.3,  # it denies by its verb, calls something false, or disowns it
    "state": 1.0,  # it denies that things are in the state in which the claim leaves them; set by hand, until all are fitted anew
    "goes on": 2.0,  # whoever speaks surely denied something right before
    "brief": -0.3,  # it says little
    "sounds": 4.8,  # it sounds like a denial, by the vector of its words
    "judged": -1.0,  # the share of those who tell the claim and only judge, demand, threaten, foretell or doubt; by hand, as "state" is
}
# By such acts nobody says that a thing is so.
JUDGING = frozenset({"judge", "demand", "predict", "pledge", "threaten", "doubt", "decline"})
# So much has to speak for a denial by whoever claims the same thing.
CLAIMED = 1.0
# By these an army is named that a text gives to nobody.
_SOLDIERS = frozenset(stem(word) for word in ("army", "military", "soldiers", "troops", "gunners"))
# How much what denies sounds like a denial, at the median: taken where there are no vectors.
USUAL = 0.8
# What is added to the name of a state for what is of it, or ends the name itself; and the letters that are left.
_OF_A_NATION = re.compile(r"(?:i?ans?|ish|ese|i[as]?|[aeouy])$")
_ROOT = 4
_SETTING = 3  # so many names tell as much as more
# More documents than these tell no more.
_WIDELY = 8
# The odds that words are of a claim's are taken from here to there.
_LEAST, _MOST = -6.0, 3.0
# So many tellings of a claim are looked at for the likest.
TELLINGS = 60
# Tellings of fewer words than these are like many.
_FEW = 2
# Whoever points back says little more, and what is brief no more than these words.
_POINTING, _BRIEF = 8, 4
_ONE_NIGHT = 1  # days
# So many statements before a denial, what is told is near, or no longer is.
_NEAR, _FAR = 2, 3
_SAID = r"the (?:\w+ )?(?:accusations?|allegations?|claims?|charges?|reports?|statements?|findings?|conclusions?|figures?|numbers?|tolls?)"
_POINTS = re.compile(rf"\b(?:it|this|that|them|{_SAID})\b")
_SAYING = re.compile(rf"\b(?:{FALSE}|{SAID_BEFORE})\b", re.IGNORECASE)
_OF_SOMEBODY = re.compile(r"\b(?:findings?|conclusions?|accusations?|allegations?|charges?|claims?)\b", re.IGNORECASE)
# "It" may be whoever speaks: "it was unable to reach the wounded".
_CALLED_FALSE = re.compile(rf"\b{FALSE}\b", re.IGNORECASE)
_REFERS = re.compile(rf"\b(?:this|{_SAID})\b")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Target:
    """A claim that may be denied.

    order: its place among claims, by content. told: for each document, the numbers of its statements there. documents: how many.
    is_own: whether a voice speaks for the only one who claims it. is_said: whether somebody says it, not an outlet alone.
    words: stems of all who say it, names among them. tellings: those of some who say it, each for itself. who: those who say it, as
    who_denies has them. roots: the words without the endings that make names of nations of names of states. deeds: kinds of its events.
    tellers: of whose nation each speaker is who says it. doers: keys of those who do it, and of their nations. places: where it happens,
    and what the parts of texts that tell it are about. outcomes: states that it leaves things in; see saidwho.linking.outcomes. since: the
    day on which it was first told, None where one telling has none. judged: the share of its tellings that only judge, demand, threaten,
    foretell or doubt, of which nobody says that it is so. most: what speaks for it at most, whatever denies it, as long as both
    have no word and no text in common.
    """

    order: str
    told: Mapping[str, frozenset[int]]
    documents: int
    is_said: bool
    words: frozenset[str]
    tellings: tuple[frozenset[str], ...]
    is_own: Callable[[Voice], bool]
    roots: frozenset[str] = frozenset()
    deeds: frozenset[str] = frozenset()
    tellers: frozenset[frozenset[str]] = frozenset()
    who: frozenset[str] = frozenset()
    doers: frozenset[str] = frozenset()
    places: frozenset[int | str] = frozenset()
    outcomes: int = 0
    since: int | None = None
    judged: float = 0.0
    most: float = field(init=False)

    def __post_init__(self) -> None:
        widely = (WEIGHTS["widely"] + max(0.0, WEIGHTS["widely elsewhere"])) * _widely(self.documents)
        told = sum(max(0.0, WEIGHTS[name]) for name in ("claims", "doer", "other deed", "other place", "deed", "setting"))
        object.__setattr__(self, "most", widely + WEIGHTS["said"] * self.is_said + WEIGHTS["judged"] * self.judged + told)

    def is_told_by(self, voice: Voice) -> bool:
        """Whether a statement tells it."""
        return voice.number in self.told.get(voice.document.id, frozenset())

    def is_told_beside(self, voice: Voice) -> bool:
        """Whether anybody tells it but this very statement."""
        return self.documents > 1 or self.told.get(voice.document.id, frozenset()) != {voice.number}


def best_target(rebuttal: "Rebuttal", targets: Mapping[int, Target], odds: Mapping[int, float]) -> int | None:
    """The likeliest target of a voice that denies or may; None where none is likely enough.

    targets: what its own document tells, what is of like words, and what others of its story tell. odds: that its words are of those
    of like words.
    """
    near = {n: target for n, target in targets.items() if n in odds or rebuttal.touches(target)}
    likely = _likely(rebuttal, near, odds)
    best = _first_of_others(rebuttal, likely, targets)
    # Most have nothing to do with it, and of these it is enough to know how likely they are at most.
    least = -best[0] if best else 0.0
    far = {n: target for n, target in targets.items() if rebuttal.most + target.most > least and n not in near}
    if far:
        best = _first_of_others(rebuttal, [*likely, *_likely(rebuttal, far, odds)], targets)
    if best is None or (targets[best[2]].is_told_by(rebuttal.voice) and not rebuttal.marks["surely"]):
        return None  # who tells a claim by these very words denies none that is less likely
    return None if rebuttal.is_of_another_deed(targets[best[2]]) else best[2]


# A target's log-odds turned about, its place among claims, and its number: the likeliest comes first.
_Ranked = tuple[float, str, int]


def _likely(rebuttal: "Rebuttal", targets: Mapping[int, Target], odds: Mapping[int, float]) -> list[_Ranked]:
    """The targets that are likely enough."""
    told = ((n, target) for n, target in targets.items() if rebuttal.may_be_of(target))
    weights = ((weighed(evidence(rebuttal, target, odds.get(n))), target, n) for n, target in told)
    return [(-total, target.order, n) for total, target, n in weights if total > rebuttal.least(target)]


def _first_of_others(rebuttal: "Rebuttal", likely: list[_Ranked], targets: Mapping[int, Target]) -> _Ranked | None:
    """The likeliest that others claim too. Who claims it alone is asked of one after another, since it takes long."""
    return next((one for one in sorted(likely) if not targets[one[2]].is_own(rebuttal.voice)), None)


def shared_target(voice: Voice, mates: Iterable[int], targets: Mapping[int, Target]) -> int | None:
    """What those of one act of speaking deny. mates: what each denies."""
    return _first_of_another(voice, mates, targets)


def repeated_target(voice: Voice, denied: Iterable[int], targets: Mapping[int, Target]) -> int | None:
    """Whoever denied a claim in one text denies it in another that tells it, where his words there may deny.

    denied: what the same one denies, of those that the voice's document tells or denies.
    """
    return _first_of_another(voice, denied, targets)


def _first_of_another(voice: Voice, found: Iterable[int], targets: Mapping[int, Target]) -> int | None:
    return next((n for n in sorted(found, key=lambda n: targets[n].order) if not targets[n].is_own(voice)), None)


def who_denies(voice: Voice) -> str | None:
    """By whom a denial is known in other texts: the state, the owner, or the speaker's own key."""
    party = voice.speaker
    return (party.state if party else None) or voice.affiliation.owner or (party.key if party else None)


def weighed(found: Mapping[str, float]) -> float:
    """The log-odds that evidence comes to."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in found.items())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Rebuttal:
    """A voice that denies or may. names: stems of the names of who speaks, words: those of what is said. nations, setting: roots of the
    names of whom he speaks for, and of all in his text. keys: his own and that of his nation. places: what its part of the text is
    about. deeds: kinds of events that it tells, undone: those in the negative. marks: what it tells itself. alleged: the states that are
    told where it denies, and gainsaid: those that its own account excludes; see saidwho.linking.outcomes. who: as who_denies has it.
    most: what speaks for its denying anything, at most; see Target. says_no: it negates something, or tells in the negative of who speaks.
    is_of_itself: the latter.
    """

    voice: Voice
    names: frozenset[str]
    nations: frozenset[str]
    setting: frozenset[str]
    deeds: frozenset[str]
    undone: frozenset[str]
    words: frozenset[str]
    keys: frozenset[str]
    places: frozenset[int | str]
    who: str | None
    points: bool
    marks: Mapping[str, float]
    alleged: int
    gainsaid: int
    says_no: bool
    is_of_itself: bool
    most: float = field(init=False)

    def __post_init__(self) -> None:
        told = {name: WEIGHTS[name] * value for name, value in self.marks.items()}
        # What negates it may not count, see evidence. Sums in another order differ in their last bits.
        told["negated"] = max(0.0, told["negated"], WEIGHTS["negated"] * bool(self.undone))
        told["state"] = WEIGHTS["state"] * bool(self.alleged)
        told["surely"] = max(told["surely"], WEIGHTS["surely"] * bool(self.gainsaid))
        object.__setattr__(self, "most", 1e-9 + BIAS + sum(told.values()))

    def touches(self, target: Target) -> bool:
        """Whether it has a word or a text in common with a claim."""
        return not self.words.isdisjoint(target.words) or self.is_named_in(target) or self.voice.document.id in target.told

    def is_named_in(self, target: Target) -> bool:
        """Whether a claim names who speaks, or his nation."""
        return not (self.names.isdisjoint(target.words) and self.nations.isdisjoint(target.roots))

    def may_be_of(self, target: Target) -> bool:
        """Whether anybody tells a claim but this very statement, and anybody says it but the speaker's own nation."""
        is_of_own = bool(target.tellers) and not any(self.nations.isdisjoint(nations) for nations in target.tellers)
        is_of_another = is_of_own or self.alleges_otherwise(target) or self.is_before(target)
        # "Karlia rejected the findings": somebody's, and not what the outlet tells of how they were come by.
        is_of_nobody = self._refers and not target.is_said and _OF_SOMEBODY.search(self.voice.told) is not None
        return target.is_told_beside(self.voice) and not is_of_another and not is_of_nobody and self.bears_on(target)

    def is_before(self, target: Target) -> bool:
        """Whether it was printed before anybody told a claim. Papers of one night bear two days."""
        day, since = self.voice.day, target.since
        return day is not None and since is not None and day + _ONE_NIGHT < since

    def alleges_otherwise(self, target: Target) -> bool:
        """Whether it denies the opposite of what a claim tells: who denies that a town was taken does not deny that it was retaken."""
        return tells_otherwise(self.alleged, target.outcomes)

    def gainsays(self, target: Target) -> bool:
        """Whether its account excludes a claim that others tell: "our troops beat back the assault" that the town was taken."""
        states = self.gainsaid if self.who not in target.who else self.gainsaid & ~LOST
        states = states & target.outcomes
        if states == DIED:
            return not (self.words & _names_of_persons(self.voice)).isdisjoint(target.words)
        return bool(states) and self.may_be_at(target)

    def may_be_at(self, target: Target) -> bool:
        """Whether a claim is about a place that it is about: where one tells of none, whether it shares a name, or its text tells it."""
        if self.places and target.places:
            return not self.places.isdisjoint(target.places)
        return self.voice.document.id in target.told or not (self.words & self.voice.names).isdisjoint(target.words)

    def bears_on(self, target: Target) -> bool:
        """Whether what it says has to do with a claim at all. That it stands behind it is not enough where it only tells in the negative
        what there was: "There was no light for two days", says a teacher, and denies no strike on the power plant.
        """
        is_plain = not (self.marks["surely"] or self.marks["verb"] or self.marks["goes on"] or self._refers or self.gainsays(target))
        return not is_plain or (self.answers(target) and self.is_about(target) and not self._is_of_nobody_in(target))

    @property
    def _refers(self) -> bool:
        """Whether it points back at what was told, and says no more than that."""
        return self.points and (not self.words or _REFERS.search(self.voice.told) is not None)

    def is_about(self, target: Target) -> bool:
        """Whether it has a telling word, a kind of event or a name in common with a claim."""
        # A name that all reports of a war have in common says little.
        telling = self.words - {stem(name) for name in self.voice.names}
        return not (telling.isdisjoint(target.words) and self.deeds.isdisjoint(target.deeds)) or self.is_named_in(target)

    def is_of_another_deed(self, target: Target) -> bool:
        """Whether it tells what it denies, and a claim is of something else: "we arm neither side" denies no shelling by others."""
        return bool(self.deeds) and not self._refers and self.deeds.isdisjoint(target.deeds) and not self.is_about(target)

    def answers(self, target: Target) -> bool:
        """Whether one who does not say that he denies may answer a claim: all that he says is in the negative, or calls something false;
        and the claim names him or his own, or he speaks for somebody and says that such a thing did not happen. A witness who "did not
        know what was happening" denies nothing.
        """
        if not (self.marks["negated"] or _CALLED_FALSE.search(self.voice.told)):
            return False
        return self.is_named_in(target) or (_speaks_for_somebody(self.voice) and not self.undone.isdisjoint(target.deeds))

    def _is_of_nobody_in(self, target: Target) -> bool:
        """Whether it tells in the negative of who speaks alone, who neither does what a claim tells nor is named in it: a mission that had
        no boats on a stretch denies of no other boats that they were there.
        """
        return self.is_of_itself and not self.is_named_in(target) and self.keys.isdisjoint(target.doers)

    def least(self, target: Target) -> float:
        """How much has to speak for its denying a claim. Whoever claims a thing too, and denies nothing by his words, tells more of it."""
        return CLAIMED if self.who in target.who and not self.marks["surely"] else 0.0

    @classmethod
    def of(
        cls, voice: Voice, before: Voice | None = None, *, sounds: float = USUAL, places: frozenset[int | str] = frozenset()
    ) -> "Rebuttal":
        """before: the voice right before it in its document. sounds: how much it sounds like a denial, 0 to 1. places: see Rebuttal."""
        own, who, is_of_itself = frozenset(stems(voice.told)), who_denies(voice), negates_its_own(voice)
        is_sure = is_surely_denial(voice)
        # "The army rejected this": what it denies has the words of what was told right before.
        told = before.told if before is not None and is_sure and _only_points(voice) else voice.told
        return cls(
            voice=voice,
            names=_words_of_speaker(voice),
            nations=nations_of(voice),
            setting=roots_of(voice.names),
            deeds=frozenset(p.event.type for p in voice.statement.propositions if p.event),
            undone=frozenset(p.event.type for p in voice.statement.propositions if p.event and p.negated),
            words=frozenset(stems(told)),
            keys=frozenset(key for key in (voice.speaker.key, voice.speaker.nation) if key) if voice.speaker else frozenset(),
            places=places,
            who=who,
            points=not own or (len(own) <= _POINTING and bool(_POINTS.search(voice.told))),
            marks={
                "verb": float(denies_by_verb(voice)),
                "false": float(tells_of_falsehood(voice)),
                "negated": float(tells_all_in_the_negative(voice)),
                "surely": float(is_sure),
                "goes on": float(before is not None and who_denies(before) == who and is_surely_denial(before)),
                "brief": float(len(own) <= _BRIEF),
                "sounds": sounds,
            },
            alleged=outcomes_of(told) if is_sure or tells_all_in_the_negative(voice) else 0,
            gainsaid=0 if is_sure else gainsaid_by(voice.told),
            says_no=is_of_itself or any(p.negated for p in voice.statement.propositions),
            is_of_itself=is_of_itself,
        )


def _names_of_persons(voice: Voice) -> frozenset[str]:
    """Stems of the names in a voice's text that are none of a place."""
    return voice.names - {stem(word) for name in (*voice.towns, *voice.lands) for word in name.split()}


def _speaks_for_somebody(voice: Voice) -> bool:
    """Whether who speaks is no person of whom the text tells nobody that he speaks for."""
    party = voice.speaker
    return party is None or party.kind != "person" or bool(voice.affiliation.owner or party.owners)


def _only_points(voice: Voice) -> bool:
    """Whether what is denied is named by no word but that it was said: "the accusation", "these are lies"."""
    return not stems(_SAYING.sub(" ", voice.told))


def evidence(rebuttal: Rebuttal, target: Target, odds: float | None) -> dict[str, float]:
    """What speaks for a voice denying a claim, each from 0 to 1; see WEIGHTS. odds: that its words are of the claim's, where compared."""
    voice = rebuttal.voice
    before = [number for number in target.told.get(voice.document.id, ()) if number < voice.number]
    back = voice.number - max(before) if before else 0
    away = float(not target.told.get(voice.document.id, frozenset()) - {voice.number})
    shared, widely = _shared(rebuttal.words, target), _widely(target.documents)
    is_accused = rebuttal.is_named_in(target)
    # "We had no boats there" denies what the claim lays on whoever says so, and nothing else.
    marks = {**rebuttal.marks, "negated": 0.0} if rebuttal.is_of_itself and not is_accused else rebuttal.marks
    marks = {**marks, "surely": 1.0} if rebuttal.gainsays(target) else marks
    # "It struck a mine, and no vessel of ours fired" denies that one fired.
    marks = marks if rebuttal.undone.isdisjoint(target.deeds) else {**marks, "negated": 1.0}
    return {
        "like": (min(max(odds, _LEAST), _MOST) - _LEAST) / (_MOST - _LEAST) if odds is not None else 0.0,
        "shared": shared,
        "closest": _closest(rebuttal.words, target),
        "next": float(back == 1),
        "near": float(back == _NEAR),
        "far": float(back > _FAR),
        "elsewhere": away * shared,
        "widely elsewhere": away * widely,
        "points": float(rebuttal.points and back == 1),
        "widely": widely,
        "accused": float(is_accused),
        "doer": float(not rebuttal.keys.isdisjoint(target.doers)),
        "other deed": _is_other(rebuttal.deeds, target.deeds),
        "other place": _is_other(rebuttal.places, target.places),
        "deed": float(not rebuttal.deeds.isdisjoint(target.deeds)),
        "setting": min(len(rebuttal.setting & target.roots), _SETTING) / _SETTING,
        "answers": float(is_accused and rebuttal.says_no),
        "claims": float(rebuttal.who in target.who),
        "said": float(target.is_said),
        "state": float(bool(rebuttal.alleged & target.outcomes)),
        "judged": target.judged,
        **marks,
    }


def _is_other(one: frozenset[int | str], other: frozenset[int | str]) -> float:
    """Whether both are told and nothing is told of both, 0 or 1."""
    return float(bool(one) and bool(other) and one.isdisjoint(other))


def _widely(documents: int) -> float:
    """In how many documents a claim is told, 0 to 1."""
    return math.log2(min(documents, _WIDELY)) / math.log2(_WIDELY) if documents else 0.0


def _closest(words: frozenset[str], target: Target) -> float:
    """How like a denial's words are to those of the likest telling of the claim, 0 to 1 (Dice)."""
    if words.isdisjoint(target.words):
        return 0.0
    return max((2 * len(words & one) / (len(words) + len(one)) for one in target.tellings if len(one) > _FEW), default=0.0)


def _shared(told: frozenset[str], target: Target) -> float:
    """The share of a denial's own words that the claim is told in, 0 to 1. told: their stems."""
    return len(told & target.words) / len(told) if told else 0.0


def _words_of_speaker(voice: Voice) -> frozenset[str]:
    """Stems of the words by which a claim names the one who speaks: it is accused of something there."""
    names = {voice.affiliation.owner or "", voice.speaker.name.lower() if voice.speaker else ""}
    names |= {name.lower() for _, name, _ in (voice.speaker.owners if voice.speaker else ())}
    if voice.statement.form == "own voice" and is_organ(voice):
        outlet = voice.document.outlet or ""
        names.add(" ".join(plain_words(whose_press(outlet) or body_of(outlet))))
    told = frozenset(stem(word) for name in names for word in name.split() if len(word) > 3)
    # "Soldiers shot them": an army that nobody names is meant by whoever speaks for one.
    is_of_nobody = not voice.affiliation.owner and not (voice.speaker and voice.speaker.owners)
    return told | _SOLDIERS if voice.affiliation.organ == "army" and is_of_nobody else told


def nations_of(voice: Voice) -> frozenset[str]:
    """Of whose nation, or body, a voice speaks: "Moscow's envoy" is Russia's, and a minister of no state is of the one his text governs."""
    told = _nations_told_of(voice)
    is_guessed = not told and bool(voice.affiliation.organ) and len(voice.governed) == 1
    return roots_of(word for name in voice.governed for word in name.split()) if is_guessed else told


def _nations_told_of(voice: Voice) -> frozenset[str]:
    """Of whose nation a voice speaks by the words for who speaks, or as the one whose organs are at home in its text."""
    party, names = voice.speaker, [voice.affiliation.owner or ""]
    if party is not None:
        names += [name.lower() for _, name, kind in party.owners if kind == "state"] + [party.name.lower()] * (party.kind == "state")
    if not any(names) and voice.affiliation.organ and voice.home and voice.home.name:
        names.append(voice.home.name.lower())
    return roots_of(word for name in names for word in name.split())


def places_of(facts: Iterable[Fact], *, with_own: bool) -> frozenset[int | str]:
    """What the parts of the texts of some facts are about. with_own: also where they happen."""
    told = (place for fact in facts for place in ((*fact.places, *fact.there) if with_own else fact.there))
    return frozenset(place.geonameid or place.name for place in told)


def told_nations_of(voice: Voice) -> frozenset[str]:
    """Of whose nation a voice that claims something speaks, as its text tells: of none where "two diplomats" or "witnesses" are told
    without one, nor where a minister is, whose own state may be accused by him or another.
    """
    is_described = voice.speaker is None or voice.speaker.kind in ("group", "people")
    nations = _nations_told_of(voice)
    if not is_described or voice.statement.form == "own voice" or (voice.speaker and (voice.speaker.owners or voice.speaker.state)):
        return nations
    return nations & roots_of(plain_words(voice.source))


def roots_of(names: Iterable[str]) -> frozenset[str]:
    """Words of names without what makes one of a nation of them: "merov" of "merovan" and "merova"."""
    return frozenset(root for name in names if len(root := root_of(name)) >= _ROOT)


@lru_cache(maxsize=1 << 14)
def root_of(name: str) -> str:
    """A word of a name without what makes one of a nation of it, where enough is left."""
    root = _OF_A_NATION.sub("", name)
    return root if len(root) >= _ROOT else name


def tells_all_in_the_negative(voice: Voice) -> bool:
    """Whether a statement tells of something, or of its own, and that it is not so."""
    told = voice.statement.propositions
    return all(p.negated for p in told) if told else negates_its_own(voice)


def explains(voice: Voice, denial: Voice) -> bool:
    """Whether whoever denied goes on, and tells of no happening and no figure ("the dots are floats of fishing nets").

    What he judges or pledges explains nothing.
    """
    if voice.number - denial.number != 1 or voice.statement.form == "own voice" or voice.statement.act in JUDGING:
        return False
    is_same = (denial.speaker is not None and denial.speaker == voice.speaker) or who_denies(voice) == who_denies(denial) is not None
    return is_same and not any(p.event or p.figures for p in voice.statement.propositions)
