"""Which claim does a denial deny?

By what it denies where its words tell, else by what its own text told just before; and whatever one utterance denies in one
text, it denies in all.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from saidwho.linking.facts import Fact, Voice

# A denial repeats what it denies in fewer and other words ("having laid charges there"), so less likeness is enough.
ENOUGH = -1.0


def is_denial(voice: Voice) -> bool:
    return voice.statement.act == "deny"


def attach(
    denials: Sequence[Voice],
    scored: Mapping[str, Mapping[int, float]],
    told: Mapping[str, Sequence[tuple[int, int]]],
    mates: Callable[[str], Iterable[str]],
) -> dict[int, list[Voice]]:
    """The denials of each claim, by the claim's number.

    scored: for each denying statement, the odds that it is of each claim. told: for each document, the number of each
    statement and of the claim it is of, in the order of the text. mates: the statements of the same utterance.
    """
    targets: dict[str, set[int]] = defaultdict(set)
    for voice in denials:
        found = scored.get(voice.id, {})
        best = min(found, key=lambda claim: (-found[claim], claim), default=None)
        if best is not None and found[best] > ENOUGH:
            targets[voice.id].add(best)
    for voice in denials:
        if not targets[voice.id]:
            targets[voice.id] = {claim for mate in mates(voice.id) for claim in targets.get(mate, ())}
    for voice in denials:
        if not targets[voice.id] and (before := _before(voice, told.get(voice.document.id, ()))) is not None:
            targets[voice.id] = {before}
    of: dict[int, list[Voice]] = defaultdict(list)
    for voice in denials:
        for claim in targets[voice.id]:
            of[claim].append(voice)
    return of


def _before(voice: Voice, told: Sequence[tuple[int, int]]) -> int | None:
    """The claim that the text told last before a denial, else first after it."""
    earlier = [claim for number, claim in told if number < voice.number]
    later = [claim for number, claim in told if number > voice.number]
    return earlier[-1] if earlier else later[0] if later else None


def denied_facts(facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if is_denial(fact.voice)]
