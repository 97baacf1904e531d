"""Which claim does a denial deny?

By what it denies, where its words are like a claim's; by what its own text told before it; and what one act of speaking denies
in one text it denies in all. Nobody denies what only he himself claims.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.facts import Voice
from saidwho.linking.issuers import body_of, is_body
from saidwho.linking.stems import plain_words, stem, stems

# A denial repeats what it denies in fewer and other words ("having laid charges there"), so less likeness is enough.
ENOUGH = -1.5
# What only may be a denial ("its guns had not fired") must be liker.
ENOUGH_OF_A_MAYBE = -1.0
# What stands right before a denial in its text is most often what it denies: worth so much in log-odds, and half as much further off.
NEXT, NEAR = 2.0, 1.0
# A claim that several documents tell is likelier to be worth denying.
_TOLD_WIDELY, _WIDELY = 1.2, 6
# People deny what others say, hardly what an outlet alone prints.
_SAID_BY_NOBODY = 2.0
# A text that only denies, as state media do, is of the claim that its names are most of; at least so many of them.
_SAME_STORY = 0.5
# Words shared with the claim, and being named in it, are worth so much in log-odds.
_SHARED, _ACCUSED = 2.0, 1.5
# The odds of words that were not even worth comparing.
_UNLIKE = -3.0
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
_SAID_BEFORE = (
    r"(?:accusations?|allegations?|claims?|charges?|statements?|reports?|figures?|numbers?|tolls?|count|revelations?|films?|videos?|footage|"
    r"pictures?|tales?|stor(?:y|ies)|rumou?rs?|talk|assertions?|suggestions?|insinuations?|lists?|papers?|it|that|this|them)"
)
_FALSELY = (
    r"(?:false|untrue|lies?|invent\w*|inventions?|fabricat\w*|fantas\w*|fairy tales?|hoax\w*|fakes?|absurd|nonsense|baseless|ridiculous|"
    r"propaganda|provocations?|arithmetic|forger(?:y|ies)|slander|disinformation|theat(?:re|er)|fever dreams?|stag(?:ed|ing)|fictions?|"
    r"myths?|farce|charade|(?:old )?clip)"
)
# What is called false is named in a word, as something that was said before.
_CALLED_FALSE = re.compile(
    rf"\b(?:call\w*|describ\w*|dismiss\w*|brand\w*|label\w*|reject\w*|as)\b.{{0,40}}\b{_SAID_BEFORE}\b.{{0,30}}\b{_FALSELY}\b"
    rf"|\b{_SAID_BEFORE}\b(?: \w+){{0,3}} (?:are|is|was|were) (?:\w+ )?{_FALSELY}\b"
    rf"|\bdescrib\w* as (?:an? )?{_FALSELY}\b"
    r"|\bif (?:these|those|the|that|this) (?:\w+ )?(?:numbers?|figures?|claims?|reports?|tolls?) (?:was|were) (?:right|true|correct)\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    rf"\b(?:reject(?:s|ed)|den(?:y|ies|ied)|dismiss(?:es|ed)|disput(?:es|ed)|refut(?:es|ed))\b(?: \w+){{0,2}} {_SAID_BEFORE}\b",
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
    words: stems of all who say it, names among them.
    is_of_story: how surely a voice's text is of the same story as the claim, 0 to 1.
    """

    order: str
    told: Mapping[str, frozenset[int]]
    documents: int
    is_said: bool
    words: frozenset[str]
    is_own: Callable[[Voice], bool]
    is_of_story: Callable[[Voice], float]


def is_denial(voice: Voice) -> bool:
    """Whether a statement denies by its verb. What it says is no part of any claim but of what it denies."""
    if voice.statement.act == "deny" or _REJECTED.search(voice.between):
        return True
    # A headline that only tells of it: "Kremlin rejects claim of executions".
    return voice.statement.form == "own voice" and bool(_REJECTED.search(voice.told))


def is_surely_denial(voice: Voice) -> bool:
    """Whether it denies by its verb, calls a thing said before it false ("the accusation absurd"), or disowns it."""
    if is_denial(voice):
        return True
    statement = voice.statement
    told = f"{voice.cue} {voice.told}"
    is_false = statement.form != "own voice" and statement.act != "decline" and bool(_CALLED_FALSE.search(told))
    return is_false or bool(_DISOWNED.search(told))


def may_deny(voice: Voice) -> bool:
    """Whether a statement that is no denial by its verb may be one by what it says: all negated, or calling something false."""
    statement = voice.statement
    if is_surely_denial(voice):
        return True
    if (statement.form == "own voice" and not _is_organ(voice.document.outlet)) or statement.act not in ("assert", "judge", "doubt", None):
        return False
    told = f"{voice.told} {voice.cue}"
    if _UNSURE.search(told):
        return False
    is_negated = bool(statement.propositions) and all(p.negated for p in statement.propositions)
    return is_negated or speaks_for_itself(voice) or bool(_FALSE.search(told) or _NOTHING.search(told) or _ALIBI.search(told))


@lru_cache(maxsize=1 << 12)
def _is_organ(outlet: str | None) -> bool:
    """Whether an outlet is a body that speaks for itself there, as a ministry does on its own page."""
    return bool(affiliation_of(outlet or "").organ) or is_body(outlet or "")


def speaks_for_itself(voice: Voice) -> bool:
    """Whether somebody says in the negative what it or its own have done, or a body on its own page what was not."""
    if voice.statement.form == "own voice" and _is_organ(voice.document.outlet):
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
    ranked = []
    names, words = _words_of_speaker(voice), frozenset(stems(voice.told))
    is_denied, is_own_word = is_surely_denial(voice), speaks_for_itself(voice)
    for number in near:
        target = targets[number]
        if target.is_own(voice):
            continue
        told = target.told.get(voice.document.id, frozenset())
        bonus = NEXT if voice.number - 1 in told else NEAR if told else 0.0
        base = odds.get(number, _UNLIKE) - (0.0 if target.is_said else _SAID_BY_NOBODY) + _SHARED * _shared(words, target)
        is_accused = bool(names & target.words)
        is_sure = is_denied or (is_accused and is_own_word)
        is_like = base > (ENOUGH if is_sure else ENOUGH_OF_A_MAYBE)
        # By place alone only what is surely a denial, and has no better words, is attached.
        if is_like or (is_sure and (told or target.is_of_story(voice) >= _SAME_STORY)):
            widely = _TOLD_WIDELY * min(target.documents, _WIDELY)
            ranked.append((base + bonus + widely + (_ACCUSED if is_accused else 0.0), target.order, number))
    return ranked


def _shared(told: frozenset[str], target: Target) -> float:
    """The share of a denial's own words that the claim is told in, 0 to 1. told: their stems."""
    return len(told & target.words) / len(told) if told else 0.0


def _words_of_speaker(voice: Voice) -> frozenset[str]:
    """Stems of the words by which a claim names the one who speaks: it is accused of something there."""
    names = {voice.affiliation.owner or "", voice.speaker.name.lower() if voice.speaker else ""}
    names |= {name.lower() for _, name, _ in (voice.speaker.owners if voice.speaker else ())}
    if voice.statement.form == "own voice" and _is_organ(voice.document.outlet):
        names.add(" ".join(plain_words(body_of(voice.document.outlet or ""))))
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
