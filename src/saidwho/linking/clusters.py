"""Which propositions are one claim, given how each pair scored?

In each part of the graph that hangs together by pairs that speak for being one (see parts): average-linkage correlation
clustering: two groups join while the mean log-odds over all their pairs is above zero and no pair is forbidden, the surest
first. So one bad pair cannot chain two claims together.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from saidwho.linking.parts import Pair

# The surest pair counts so much for or against, so that no single one outvotes the rest.
_CLIP = 6.0
# Few numbers move, and hardly any twice.
_PASSES = 5
# Of log-odds: less is a rounding error of sums in another order.
_GAIN = 1e-6

Table = tuple[NDArray[np.float64], NDArray[np.bool_]]


def table_of(count: int, odds: NDArray[np.float64]) -> Table:
    """The log-odds of all pairs of so many numbers as a square, and which are forbidden.

    odds: of the pairs in the order of numpy.triu_indices(count, 1), not a number where they are forbidden.
    """
    sums, banned = np.zeros((count, count)), np.zeros((count, count), dtype=np.bool_)
    at = np.triu_indices(count, 1)
    banned[at] = np.isnan(odds)
    sums[at] = np.clip(np.where(banned[at], 0.0, odds), -_CLIP, _CLIP)
    return sums + sums.T, banned | banned.T


def cluster(table: Table, *, together: Sequence[Pair] = ()) -> list[list[int]]:
    """Group the numbers of one part; ties go to the smaller numbers, so their order must come from content.

    table: see table_of. together: pairs that a person joined. Returns sorted groups.
    """
    return sorted(_agglomerate(table, together))


def _agglomerate(table: Table, together: Sequence[Pair]) -> list[list[int]]:
    part = list(range(len(table[0])))
    if len(part) == 1:
        return [part]
    sums, banned = table
    single, refused = sums.copy(), banned.copy()
    groups = [[number] for number in part]
    sizes = np.ones(len(part))
    place = {number: at for at, number in enumerate(part)}
    for one, other in sorted(together):
        if one in place and other in place:
            _join(groups, sums, banned, sizes, _at(groups, one), _at(groups, other))
    while True:
        pairs = np.outer(sizes, sizes)
        means = np.where(banned | (pairs == 0), -np.inf, sums / np.maximum(pairs, 1))
        np.fill_diagonal(means, -np.inf)
        best = int(np.argmax(means))
        one, other = divmod(best, len(part))
        if means[one, other] <= 0:
            held = {number for pair in together for number in pair}
            return _settled([sorted(group) for group in groups if group], part, single, refused, held)
        _join(groups, sums, banned, sizes, min(one, other), max(one, other))


def _settled(
    groups: list[list[int]], part: list[int], odds: NDArray[np.float64], banned: NDArray[np.bool_], held: set[int]
) -> list[list[int]]:
    """Move numbers one at a time to the group that most speaks for them, until nothing is gained.

    The surest pair joins first, also where it is the bad one: this mends what came of it. held: numbers that a person joined.
    """
    place = {number: at for at, number in enumerate(part)}
    groups = sorted(groups)
    for _ in range(_PASSES):
        moved = False
        for number in part:
            own = next(group for group in groups if number in group)
            best = _best_group(number, own, groups, place, odds, banned) if number not in held else own
            if best is not own:
                own.remove(number)
                best.append(number)
                groups = sorted(sorted(group) for group in ([*groups, best] if best not in groups else groups) if group)
                moved = True
        if not moved:
            break
    return groups


def _best_group(
    number: int, own: list[int], groups: list[list[int]], place: dict[int, int], odds: NDArray[np.float64], banned: NDArray[np.bool_]
) -> list[int]:
    """The group with the greatest sum of odds for a number: its own unless another is better; a new one where all speak against."""
    here = place[number]
    best, most = own, sum(float(odds[here, place[other]]) for other in own if other != number)
    if most < 0:
        best, most = [], 0.0
    for group in groups:
        there = [place[other] for other in group]
        if group is not own and not banned[here, there].any() and (gain := float(odds[here, there].sum())) > most + _GAIN:
            best, most = group, gain
    return best


def _at(groups: list[list[int]], number: int) -> int:
    return next(at for at, group in enumerate(groups) if number in group)


def _join(
    groups: list[list[int]], sums: NDArray[np.float64], banned: NDArray[np.bool_], sizes: NDArray[np.float64], one: int, other: int
) -> None:
    """Put the group at other into that at one."""
    if one == other:
        return
    groups[one] = groups[one] + groups[other]
    groups[other] = []
    for table in (sums, banned):
        table[one, :] += table[other, :]
        table[:, one] += table[:, other]
    sizes[one] += sizes[other]
    sizes[other] = 0
