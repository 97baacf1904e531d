"""Which claim does a denial deny?

By what it denies, where its words are like a claim's; by what its own text told before it; and what one act of speaking denies
in one text it denies in all. Nobody denies what only he himself claims.
"""

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.falsehood import SAID_BEFORE, calls_false
from saidwho.linking.issuers import body_of, is_body, whose_press
from saidwho.linking.stems import plain_words, stem, stems

# What speaks for a statement denying a claim, in log-odds. Fitted by training/denials.py.
BIAS = -2.4
WEIGHTS: Mapping[str, float] = {
    "like": 0.6,  # how likely its words are of the claim's, if one may affirm what the other negates
    "shared": 1.2,  # the share of its own words that the claim is told in
    "closest": 0.3,  # how like its words are to those of the likest telling
    "apart": -0.3,  # its text tells the claim, but not right before it
    "points": 0.4,  # it points at what was told right before ("denied this")
    "widely": 1.3,  # told in many documents
    "accused": 1.0,  # who speaks is named in the claim
    "said": 0.9,  # somebody says it, not an outlet alone
    "verb": 1.2,  # it denies by its verb
    "false": 1.7,  # it calls something false, or disowns it
    "negated": 0.6,  # all that it says is negated
}
# More documents than these tell no more.
_WIDELY = 8
# The odds that words are of a claim's are taken from here to there.
_LEAST, _MOST = -6.0, 3.0
# So many tellings of a claim are looked at for the likest.
TELLINGS = 60
# Tellings of fewer words than these are like many.
_FEW = 2
# Whoever points back says little more.
_BRIEF = 8
_POINTS = re.compile(
    r"\b(?:it|this|that|them|the (?:\w+ )?(?:accusations?|allegations?|claims?|charges?|reports?|statements?|figures?|numbers?|tolls?))\b"
)
# What lies in a river is no lie.
_A_LIE = (
    r"(?:(?:an?|the|another|big|old|outright|blatant|pure) lie|(?:are|were|as|of|all|such|these|those|pure|tell\w*|spread\w*|more) lies)"
)
_FALSE = re.compile(
    rf"\b(?:false|untrue|not true|{_A_LIE}|invent\w*|fabricat\w*|fantas\w*|fairy tales?|hoax|fake|absurd|nonsense|baseless|"
    r"forger(?:y|ies)|forged|slander\w*|disinformation|"
    r"no part in|nothing (?:\w+ ){0,2}to do with|nowhere near|distanced (?:itself|himself|herself|themselves)|provocation|"
    r"rejects?|rejected|dismiss\w*|denie[sd]|den(?:y|ying))\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    rf"\b(?:reject(?:s|ed)|den(?:y|ies|ied)|dismiss(?:es|ed)|disput(?:es|ed)|refut(?:es|ed))\b(?: \w+){{0,2}} {SAID_BEFORE}\b",
    re.IGNORECASE,
)
# By such a verb alone it is sure that somebody denies; whoever says in the negative what happened may tell just that.
_DENIES = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ial)|reject\w*|dismiss\w*|disput\w*|refut\w*|contradict\w*|rebut\w*|repudiat\w*|disown\w*|disavow\w*)\b",
    re.IGNORECASE,
)
# Whoever is accused and speaks of its own in the negative denies ("no gun of its own", "Our army left no grave").
_NOTHING = re.compile(r"^\W*(?:that )?(?:nothing|nobody|no one|none|there (?:is|was|are|were) (?:no|not))\b", re.IGNORECASE)
_OWN_NEGATED = re.compile(
    r"\b(?:we|they|it|he|she|i)\b (?:\w+ ){0,2}(?:not|never|no|nothing)\b"
    r"|\b(?:its|our|their|his|her) (?:own )?\w+ (?:\w+ ){0,2}(?:not|never|no|none)\b"
    r"|\bno (?:\w+ ){1,2}of (?:its|our|their) own\b|\b(?:we|they|it|he|she|i) \w+n['’]t\b",
    re.IGNORECASE,
)
# A body that tells on its own page what it did not do.
_DID_NOT = re.compile(
    r"\b(?:did|do|does|had|has|have|was|were|is|are) (?:not|never)\b|\bat no time\b|\bnever\b|\bnot (?:a single|one)\b|"
    r"^\W*no (?:\w+ ){1,6}(?:was|were|had|has|have|did|took|left|fired|entered)\b",
    re.IGNORECASE,
)
# Where its own were instead, whoever is accused tells as a denial ("Its planes had been grounded", "forty miles away").
_ALIBI = re.compile(
    r"\b(?:silent|grounded|on leave|intact|as usual|according to plan|elsewhere|every last (?:man|one))\b"
    r"|\b(?:miles|kilomet(?:re|er)s|km) (?:away|from)\b|\bat (?:its|his|her|their|my) (?:posts?|desk)\b",
    re.IGNORECASE,
)
# Whoever cannot tell denies nothing.
_UNSURE = re.compile(
    r"\b(?:could|can|would|did|does|do|was|were|is|are)(?: not|n['’]t|not) (?:\w+ )?(?:say|tell|confirm|verify|comment|know|speculate)\b",
    re.IGNORECASE,
)
_DISOWNED = re.compile(
    r"\b(?:nothing (?:\w+ ){0,2}to do with|no part in|no hand in|not behind|"
    r"distanced (?:itself|himself|herself|themselves))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Target:
    """A claim that may be denied.

    order: its place among claims, by content. told: for each document, the numbers of its statements there. documents: how many.
    is_own: whether a voice speaks for the only one who claims it. is_said: whether somebody says it, not an outlet alone.
    words: stems of all who say it, names among them. tellings: those of some who say it, each for itself.
    """

    order: str
    told: Mapping[str, frozenset[int]]
    documents: int
    is_said: bool
    words: frozenset[str]
    tellings: tuple[frozenset[str], ...]
    is_own: Callable[[Voice], bool]


def is_denial(voice: Voice) -> bool:
    """Whether a statement denies by its verb. What it says is no part of any claim but of what it denies."""
    if voice.statement.act == "deny" or voice.is_belied or _REJECTED.search(voice.between):
        return True
    # A headline that only tells of it: "Kremlin rejects claim of executions".
    return voice.statement.form == "own voice" and bool(_REJECTED.search(voice.told))


def is_surely_denial(voice: Voice) -> bool:
    """Whether it denies by its verb, calls a thing said before it false ("the accusation absurd"), or disowns it."""
    if is_denial(voice):
        return True
    statement = voice.statement
    told = f"{voice.cue} {voice.told}"
    is_false = statement.form != "own voice" and statement.act != "decline" and calls_false(told)
    return is_false or bool(_DISOWNED.search(told))


def may_deny(voice: Voice) -> bool:
    """Whether a statement that is no denial by its verb may be one by what it says: all negated, or calling something false."""
    statement = voice.statement
    if is_surely_denial(voice):
        return True
    if (statement.form == "own voice" and not _is_organ(voice)) or statement.act not in ("assert", "judge", "doubt", None):
        return False
    told = f"{voice.told} {voice.cue}"
    if _UNSURE.search(told):
        return False
    return (
        any(p.negated for p in statement.propositions)
        or speaks_for_itself(voice)
        or bool(_FALSE.search(told) or _NOTHING.search(told) or _ALIBI.search(told))
    )


def _is_organ(voice: Voice) -> bool:
    """Whether an outlet speaks for itself or its side there, as a ministry or a state's agency does on its own page."""
    return voice.prints_as != "paper" or _is_organ_by_name(voice.document.outlet or "")


@lru_cache(maxsize=1 << 12)
def _is_organ_by_name(outlet: str) -> bool:
    return bool(affiliation_of(outlet).organ) or is_body(outlet) or whose_press(outlet) is not None


def speaks_for_itself(voice: Voice) -> bool:
    """Whether somebody says in the negative what it or its own have done, or a body on its own page what was not."""
    if voice.statement.form == "own voice" and _is_organ(voice):
        return bool(_OWN_NEGATED.search(voice.told) or _DID_NOT.search(voice.told))
    return bool(_OWN_NEGATED.search(voice.told))


def best_target(voice: Voice, targets: Mapping[int, Target], odds: Mapping[int, float]) -> int | None:
    """The likeliest target of a voice that denies or may; None where none is likely enough.

    targets: those of like words and those that its own document tells. odds: that its words are of those of like words.
    """
    near = [n for n, target in targets.items() if n in odds or _is_told_before(voice, target)]
    return _likeliest(_ranked(voice, targets, odds, near))


def best_of_story(voice: Voice, targets: Mapping[int, Target], odds: Mapping[int, float]) -> int | None:
    """The likeliest target of what is surely a denial of nothing that its own text tells, among those of its story."""
    return _likeliest(_ranked(voice, targets, odds, [n for n, t in targets.items() if t.documents > 1 and t.is_said]))


def _likeliest(ranked: Iterable[tuple[float, str, int]]) -> int | None:
    return min(((-odds, order, number) for odds, order, number in ranked), default=(0.0, "", None))[2]


def shared_target(voice: Voice, mates: Iterable[int], targets: Mapping[int, Target]) -> int | None:
    """What those of one act of speaking deny. mates: what each denies."""
    return _first_of_another(voice, mates, targets)


def repeated_target(voice: Voice, denied: Iterable[int], targets: Mapping[int, Target]) -> int | None:
    """Whoever denied a claim in one text denies it in another that tells it, where his words there may deny.

    denied: what the same one denies, of those that the voice's document tells or denies.
    """
    return _first_of_another(voice, denied, targets)


def _first_of_another(voice: Voice, found: Iterable[int], targets: Mapping[int, Target]) -> int | None:
    first = min(found, key=lambda n: targets[n].order, default=None)
    return first if first is not None and not targets[first].is_own(voice) else None


def who_denies(voice: Voice) -> str | None:
    """By whom a denial is known in other texts: the state, the owner, or the speaker's own key."""
    party = voice.speaker
    return (party.state if party else None) or voice.affiliation.owner or (party.key if party else None)


def _is_told_before(voice: Voice, target: Target) -> bool:
    """A text tells what is denied before its denial, or others tell it as well."""
    told = target.told.get(voice.document.id, frozenset())
    return bool(told) and (target.documents > 1 or min(told) < voice.number)


def _ranked(voice: Voice, targets: Mapping[int, Target], odds: Mapping[int, float], near: Iterable[int]) -> list[tuple[float, str, int]]:
    """Those of near that a voice is likely to deny, with the log-odds of it."""
    ranked = []
    denying = Denying.of(voice)
    for number in near:
        target = targets[number]
        if not target.is_own(voice) and (total := weighed(evidence(denying, target, odds.get(number)))) > 0:
            ranked.append((total, target.order, number))
    return ranked


def weighed(found: Mapping[str, float]) -> float:
    """The log-odds that evidence comes to."""
    return BIAS + sum(WEIGHTS[name] * value for name, value in found.items())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Denying:
    """A voice that denies or may. names: stems of the names of who speaks, words: those of what is said. marks: what it tells itself."""

    voice: Voice
    names: frozenset[str]
    words: frozenset[str]
    points: bool
    marks: Mapping[str, float]

    @classmethod
    def of(cls, voice: Voice) -> "Denying":
        words, told = frozenset(stems(voice.told)), f"{voice.cue} {voice.told}"
        negated = [p.negated for p in voice.statement.propositions]
        by_verb = bool(_DENIES.search(f"{voice.cue} {voice.between}"))
        return cls(
            voice=voice,
            names=_words_of_speaker(voice),
            words=words,
            points=not words or (len(words) <= _BRIEF and bool(_POINTS.search(voice.told))),
            marks={
                "verb": float(by_verb),
                "false": float(not by_verb and is_surely_denial(voice) and (voice.statement.act != "deny" or bool(_FALSE.search(told)))),
                "negated": float(bool(negated) and all(negated)),
            },
        )


def evidence(denying: Denying, target: Target, odds: float | None) -> dict[str, float]:
    """What speaks for a voice denying a claim, each from 0 to 1; see WEIGHTS. odds: that its words are of the claim's, where compared."""
    voice = denying.voice
    told = target.told.get(voice.document.id, frozenset())
    is_next = voice.number - 1 in told
    return {
        "like": (min(max(odds, _LEAST), _MOST) - _LEAST) / (_MOST - _LEAST) if odds is not None else 0.0,
        "shared": _shared(denying.words, target),
        "closest": _closest(denying.words, target),
        "apart": float(bool(told) and not is_next),
        "points": float(denying.points and is_next),
        "widely": math.log2(min(target.documents, _WIDELY)) / math.log2(_WIDELY) if target.documents else 0.0,
        "accused": float(bool(denying.names & target.words)),
        "said": float(target.is_said),
        **denying.marks,
    }


def _closest(words: frozenset[str], target: Target) -> float:
    """How like a denial's words are to those of the likest telling of the claim, 0 to 1 (Dice)."""
    return max((2 * len(words & one) / (len(words) + len(one)) for one in target.tellings if len(one) > _FEW), default=0.0)


def _shared(told: frozenset[str], target: Target) -> float:
    """The share of a denial's own words that the claim is told in, 0 to 1. told: their stems."""
    return len(told & target.words) / len(told) if told else 0.0


def _words_of_speaker(voice: Voice) -> frozenset[str]:
    """Stems of the words by which a claim names the one who speaks: it is accused of something there."""
    names = {voice.affiliation.owner or "", voice.speaker.name.lower() if voice.speaker else ""}
    names |= {name.lower() for _, name, _ in (voice.speaker.owners if voice.speaker else ())}
    if voice.statement.form == "own voice" and _is_organ(voice):
        outlet = voice.document.outlet or ""
        names.add(" ".join(plain_words(whose_press(outlet) or body_of(outlet))))
    return frozenset(stem(word) for name in names for word in name.split() if len(word) > 3)


def continued(ordered: Sequence[Voice], found: Mapping[str, int], targets: Mapping[int, Target]) -> dict[str, int]:
    """Whoever goes on right after a denial with what may be one goes on denying.

    ordered: the voices of a document that deny or may. found: what each denies, by its id.
    """
    more: dict[str, int] = {}
    for before, voice in pairwise(ordered):
        target = found.get(before.id, more.get(before.id))
        follows = before.document.id == voice.document.id and voice.number - before.number == 1
        is_same = before.speaker is not None and before.speaker == voice.speaker
        if voice.id not in found and target is not None and follows and is_same and not targets[target].is_own(voice):
            more[voice.id] = target
    return more
