"""What did people decide, and what of it still holds?"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from saidwho.errors import JudgementError
from saidwho.types.ids import content_id
from saidwho.types.linking import Judgement, Verdict

# Fields of a claim that a person may correct, and those of them that are counts.
COUNTS = ("independent_origins", "possible_origins")
FIELDS = ("text", "event", "when", *COUNTS)
_COUNT = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, kw_only=True)
class Decided:
    """same, different: pairs of propositions, the smaller id first. of: judgements on claims, by proposition.

    given: the claims of propositions, where these are known and nothing is to be clustered; None where they are not.
    """

    same: frozenset[tuple[str, str]]
    different: frozenset[tuple[str, str]]
    of: Mapping[str, tuple[Judgement, ...]]
    given: Mapping[str, str] | None = None

    @cached_property
    def apart(self) -> frozenset[str]:
        """Propositions that a person judged, which stand alone when others of the same words are folded."""
        return frozenset(proposition for pair in self.same | self.different for proposition in pair)


NOTHING_DECIDED = Decided(same=frozenset(), different=frozenset(), of={})


def judge(
    verdict: Verdict,
    subjects: Iterable[str],
    *,
    reviewer: str,
    at: str,
    reason: str,
    field: str | None = None,
    value: str | None = None,
) -> Judgement:
    """A judgement with its id. Raises JudgementError where it says what cannot be."""
    named = tuple(subjects)
    least = {"reject": 1, "correct": 1, "undo": 1}.get(verdict, 2)
    if len(named) < least:
        raise JudgementError(f"{verdict} needs {least} ids, and got {len(named)}. Name what it is about.")
    if len(set(named)) < len(named):
        raise JudgementError(f"{verdict}: the same id is named twice.")
    if not reviewer or not reason:
        raise JudgementError(f"{verdict} needs a reviewer and a reason. Give both: another person must be able to follow it.")
    if verdict == "correct" and (field not in FIELDS or value is None):
        raise JudgementError(f"correct needs a field ({', '.join(FIELDS)}) and a value, and got {field!r}.")
    if field in COUNTS and not _COUNT.fullmatch(value or ""):
        raise JudgementError(f"correct: {field} is a whole number such as 2, and got {value!r}.")
    written = content_id([verdict, list(named), reviewer, at, reason, field, value])
    return Judgement(id=written, verdict=verdict, subjects=named, reviewer=reviewer, at=at, reason=reason, field=field, value=value)


def decide(judgements: Iterable[Judgement]) -> Decided:
    """What holds after all judgements, in the order of their time: a later one on the same subjects replaces an earlier.

    Subjects are ids of propositions; the id of a claim is one.
    """
    ordered = sorted(judgements, key=lambda one: (one.at, one.id))
    undone: set[str] = set()
    for one in reversed(ordered):  # an undone undo undoes nothing
        if one.verdict == "undo" and one.id not in undone:
            undone.update(one.subjects)
    pairs: dict[tuple[str, str], bool | None] = {}
    of: dict[str, list[Judgement]] = {}
    for one in ordered:
        if one.id in undone or one.verdict == "undo":
            continue
        pairs.update(_pairs(one))
        for subject in one.subjects:
            of.setdefault(subject, []).append(one)
    return Decided(
        same=frozenset(pair for pair, is_same in pairs.items() if is_same),
        different=frozenset(pair for pair, is_same in pairs.items() if is_same is False),
        of={subject: tuple(found) for subject, found in of.items()},
    )


def _pairs(one: Judgement) -> dict[tuple[str, str], bool | None]:
    """What a judgement says of pairs; None: that nobody knows, which leaves them to the machine."""
    first, *rest = one.subjects
    if one.verdict in ("same", "merge"):
        return {_ordered(first, other): True for other in rest}
    if one.verdict == "different":
        return {_ordered(first, other): False for other in rest}
    if one.verdict == "unsure":
        return {_ordered(first, other): None for other in rest}
    if one.verdict == "split":  # what is taken out stays together
        pairs: dict[tuple[str, str], bool | None] = {_ordered(rest[0], other): True for other in rest[1:]}
        return pairs | {_ordered(first, other): False for other in rest}
    return {}


def _ordered(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)
