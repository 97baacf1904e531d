"""Which claim does a denial deny?

By what it denies, where its words are like a claim's; by what its own text told before it; and what one act of speaking denies
in one text it denies in all. Nobody denies what only he himself claims.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from saidwho.linking.facts import Voice, words_of

# A denial repeats what it denies in fewer and other words ("having laid charges there"), so less likeness is enough.
ENOUGH = -1.5
# What only may be a denial ("its guns had not fired") must be liker.
ENOUGH_OF_A_MAYBE = -1.0
# What stands right before a denial in its text is most often what it denies: worth so much in log-odds, and half as much further off.
NEXT, NEAR = 2.0, 1.0
# A claim that several documents tell is likelier to be worth denying.
_TOLD_WIDELY, _WIDELY = 0.6, 6
# People deny what others say, hardly what an outlet alone prints.
_SAID_BY_NOBODY = 2.0
# A text that only denies, as state media do, is of the claim that its names are most of; at least so many of them.
_SAME_STORY = 0.5
# The odds of words that were not even worth comparing.
_UNLIKE = -3.0
_FALSE = re.compile(
    r"\b(?:false|untrue|not true|lies?|lying|invent\w*|fabricat\w*|fantas\w*|fairy tales?|hoax|fake|absurd|nonsense|baseless|"
    r"no part in|nothing to do with|distanced (?:itself|himself|herself|themselves)|provocation|"
    r"rejects?|rejected|dismiss\w*|denie[sd]|den(?:y|ying))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Target:
    """A claim that may be denied. told: for each document, the numbers of its statements there. documents: how many.

    is_own: whether a voice speaks for the only one who claims it. is_said: whether somebody says it, not an outlet alone.
    is_of_story: how surely a voice's text is of the same story as the claim, 0 to 1.
    """

    told: Mapping[str, frozenset[int]]
    documents: int
    is_said: bool
    is_own: Callable[[Voice], bool]
    is_of_story: Callable[[Voice], float]


def is_denial(voice: Voice) -> bool:
    return voice.statement.act == "deny"


def may_deny(voice: Voice) -> bool:
    """Whether a statement that is no denial by its verb may be one by what it says: all negated, or calling something false."""
    statement = voice.statement
    if statement.form == "own voice" or statement.act not in ("assert", "judge", "doubt", None):
        return False
    told = words_of((*statement.content, *statement.cue), voice.document.text)
    is_negated = bool(statement.propositions) and all(p.negated for p in statement.propositions)
    return is_negated or bool(_FALSE.search(told))


def attach(
    voices: Sequence[Voice], targets: Sequence[Target], likeness: Mapping[str, Mapping[int, float]], mates: Mapping[str, frozenset[str]]
) -> dict[str, int]:
    """The number of the target that each denying statement denies; statements that deny nothing here are left out.

    voices: denials, and those that may be. likeness: for each statement, the odds that its words are of each target.
    mates: for each statement, those of the same act of speaking.
    """
    found: dict[str, int] = {}
    ordered = sorted(voices, key=lambda voice: (voice.document.id, voice.number))
    for voice in ordered:
        best = _best(voice, targets, likeness.get(voice.id, {}))
        if best is not None:
            found[voice.id] = best
    for voice in ordered:
        if voice.id not in found:
            shared = sorted(found[mate] for mate in mates.get(voice.id, ()) if mate in found)
            if shared and not targets[shared[0]].is_own(voice):
                found[voice.id] = shared[0]
    found |= _repeated(ordered, found, targets)
    return found | _continued(ordered, found, targets)


def _repeated(ordered: Sequence[Voice], found: Mapping[str, int], targets: Sequence[Target]) -> dict[str, int]:
    """Whoever denied a claim in one text denies it in another that tells it, where his words there may deny."""
    denied = {(who, found[voice.id]) for voice in ordered if voice.id in found and (who := _who(voice))}
    more: dict[str, int] = {}
    for voice in ordered:
        told = [t for who, t in sorted(denied) if who == _who(voice) and voice.document.id in targets[t].told]
        if voice.id not in found and told and not targets[told[0]].is_own(voice):
            more[voice.id] = told[0]
    return more


def _who(voice: Voice) -> str | None:
    """By whom a denial is known in other texts: the state, the owner, or the speaker's own key."""
    party = voice.speaker
    return (party.state if party else None) or voice.affiliation.owner or (party.key if party else None)


def _best(voice: Voice, targets: Sequence[Target], odds: Mapping[int, float]) -> int | None:
    """The likeliest target; None where none is likely enough."""
    ranked = []
    for number, target in _near(voice, targets, odds):
        told = target.told.get(voice.document.id, frozenset())
        bonus = NEXT if voice.number - 1 in told else NEAR if told else 0.0
        base = odds.get(number, _UNLIKE) - (0.0 if target.is_said else _SAID_BY_NOBODY)
        is_like = base > (ENOUGH if is_denial(voice) else ENOUGH_OF_A_MAYBE)
        # By place alone only what is surely a denial, and has no better words, is attached.
        if is_like or (is_denial(voice) and (told or target.is_of_story(voice) >= _SAME_STORY)):
            ranked.append((base + bonus + _TOLD_WIDELY * min(target.documents, _WIDELY), -number))
    return -max(ranked)[1] if ranked else None


def _near(voice: Voice, targets: Sequence[Target], odds: Mapping[int, float]) -> Iterable[tuple[int, Target]]:
    """Targets of like words, those that its own document tells of, and else those of its story."""
    near = [n for n, target in enumerate(targets) if n in odds or voice.document.id in target.told]
    for number in near or (range(len(targets)) if is_denial(voice) else ()):
        if not targets[number].is_own(voice):
            yield number, targets[number]


def _continued(ordered: Sequence[Voice], found: Mapping[str, int], targets: Sequence[Target]) -> dict[str, int]:
    """Whoever goes on right after a denial with what may be one goes on denying."""
    more: dict[str, int] = {}
    for before, voice in pairwise(ordered):
        target = found.get(before.id, more.get(before.id))
        follows = before.document.id == voice.document.id and voice.number - before.number == 1
        is_same = before.speaker is not None and before.speaker == voice.speaker
        if voice.id not in found and target is not None and follows and is_same and not targets[target].is_own(voice):
            more[voice.id] = target
    return more
