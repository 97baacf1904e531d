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
    means = np.where(banned, -np.inf, sums / np.maximum(np.outer(sizes, sizes), 1))
    means[sizes == 0, :] = means[:, sizes == 0] = -np.inf
    np.fill_diagonal(means, -np.inf)
    while True:
        best = int(np.argmax(means))
        one, other = divmod(best, len(part))
        if means[one, other] <= 0:
            held = {number for pair in together for number in pair}
            return _settled([sorted(group) for group in groups if group], single, refused, held)
        one, other = min(one, other), max(one, other)
        _join(groups, sums, banned, sizes, one, other)
        means[other, :] = means[:, other] = -np.inf
        # What is joined no longer stands at other, and is forbidden with itself.
        row = np.where(banned[one] | (sizes == 0), -np.inf, sums[one] / np.maximum(sizes[one] * sizes, 1))
        row[one] = -np.inf
        means[one, :] = means[:, one] = row


def _settled(groups: list[list[int]], odds: NDArray[np.float64], banned: NDArray[np.bool_], held: set[int]) -> list[list[int]]:
    """Move numbers one at a time to the group that most speaks for them, until nothing is gained.

    The surest pair joins first, also where it is the bad one: this mends what came of it. held: numbers that a person joined.
    """
    groups = sorted(groups)
    sums, refused = _sums(groups, odds, banned)
    for _ in range(_PASSES):
        moved = False
        for number in range(len(odds)):
            if number in held:
                continue
            own = next(at for at, group in enumerate(groups) if number in group)
            best = _best_group(own, sums[:, number], refused[:, number])
            if best == own:
                continue
            groups[own].remove(number)
            if best is None:
                groups.append([number])
            else:
                groups[best].append(number)
            groups = sorted(sorted(group) for group in groups if group)
            sums, refused = _sums(groups, odds, banned)
            moved = True
        if not moved:
            break
    return groups


def _sums(groups: list[list[int]], odds: NDArray[np.float64], banned: NDArray[np.bool_]) -> Table:
    """For each group and number: the sum of odds, and whether one of the group is forbidden."""
    sums = np.stack([odds[group].sum(axis=0) for group in groups])
    refused = np.stack([banned[group].any(axis=0) for group in groups])
    return sums, refused


def _best_group(own: int, sums: NDArray[np.float64], refused: NDArray[np.bool_]) -> int | None:
    """The group with the greatest sum of odds for a number: its own unless another is better; None, a new one, where all speak against.

    sums, refused: of each group for the number, which says nothing of itself.
    """
    best, most = own, float(sums[own])
    new: int | None = best
    if most < 0:
        new, most = None, 0.0
    for group in np.flatnonzero(~refused & (sums > most + _GAIN)).tolist():
        if group != own and sums[group] > most + _GAIN:
            new, most = group, float(sums[group])
    return new


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
