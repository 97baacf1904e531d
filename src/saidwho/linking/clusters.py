"""Which propositions are one claim, given how each pair scored?

In each part of the graph that hangs together by pairs that speak for being one (see parts), groups join while each member of both has,
in the mean, one in the other group that it says the same as, the surest groups first. What one happening is told by is seldom all alike
("three silos burned", "we saved eight of eleven", "the rocket fell on the harbour"): the mean over all pairs kept such apart. It is the
chance of a chain that one pays for it with, so one pair counts for no more than MOST, and pairs that cannot be the same count against.
Two large groups may join on weaker evidence than two single ones: what one pair leaves open, many that leave it open make likely.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from saidwho.linking.parts import Pair

# The surest pair counts so much for, so that no single one outvotes the rest; the least likely so much against. In log-odds.
MOST, LEAST = 3.0, -6.0
# Where all pairs of two groups cannot be the same, that counts so much against. On the training stories, left out a fifth at a time, 77 %
# of the look-alikes stay apart by it, and 60 % without.
BARRED = 12.0
# The logarithm of the pairs between two groups counts so much for them, in log-odds: see "How groups are made of pairs" in
# docs/background/linking.md.
CROWD = 0.15

# The log-odds of all pairs, which pairs cannot be the same, and which people told apart.
Table = tuple[NDArray[np.float64], NDArray[np.bool_], NDArray[np.bool_]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Compared:
    """All pairs of so many numbers, in the order of numpy.triu_indices(count, 1). together: pairs that a person joined. For all else see
    table_of.
    """

    count: int
    odds: NDArray[np.float64]
    answered: NDArray[np.bool_]
    answers: frozenset[int]
    together: Sequence[Pair]

    def table(self) -> Table:
        return table_of(self.count, self.odds, answered=self.answered, answers=self.answers)

    def among(self, numbers: Sequence[int], *, less: float) -> "Compared":
        """The pairs of some of the numbers, which are in order and go by their places from now on. less: log-odds that each pair loses."""
        chosen = np.array(numbers, dtype=np.int64)
        one, other = (chosen[at] for at in np.triu_indices(len(chosen), 1))
        pairs = one * self.count - one * (one + 1) // 2 + other - one - 1
        place = {number: at for at, number in enumerate(numbers)}
        return Compared(
            count=len(chosen),
            odds=self.odds[pairs] - less,
            answered=self.answered[pairs],
            answers=frozenset(place[number] for number in self.answers if number in place),
            together=[(place[a], place[b]) for a, b in self.together if a in place and b in place],
        )


def table_of(
    count: int, odds: NDArray[np.float64], *, answered: NDArray[np.bool_] | None = None, answers: frozenset[int] = frozenset()
) -> Table:
    """The log-odds of all pairs of so many numbers as a square, those that cannot be the same, and those that must not be.

    odds: of the pairs in the order of numpy.triu_indices(count, 1), not a number where they cannot be the same, and minus infinity where
    a person told them apart. answered: of the same pairs, in which one answers the other; answers: the numbers that answer. Such a one says
    what it answers, and no more: it is as likely one with others as that is.
    """
    square = np.full((count, count), LEAST)
    barred, banned = np.zeros((2, count, count), dtype=np.bool_)
    at = np.triu_indices(count, 1)
    barred[at], banned[at] = np.isnan(odds), np.isneginf(odds)
    square[at] = np.clip(np.nan_to_num(odds, nan=LEAST), LEAST, MOST)
    square, barred = np.maximum(square, square.T), barred | barred.T
    if answered is not None and answered.any():
        pairs = np.stack(at, axis=1)[answered].tolist()
        for number in sorted(answers):
            told = [one if other == number else other for one, other in pairs if number in (one, other)]
            if told:
                _say_the_same(number, told, square, barred)
    return square, barred, banned | banned.T


def _say_the_same(number: int, told: Sequence[int], square: NDArray[np.float64], barred: NDArray[np.bool_]) -> None:
    """Let a number be one with others as the likeliest of some numbers is, and with these for sure."""
    square[number] = square[:, number] = square[told].max(axis=0)
    barred[number] = barred[:, number] = barred[told].all(axis=0)
    square[number, told] = square[told, number] = MOST
    barred[number, told] = barred[told, number] = False
    square[number, number], barred[number, number] = LEAST, False


def cluster(table: Table, *, together: Sequence[Pair] = (), crowd: float = CROWD) -> list[list[int]]:
    """Group the numbers of one part; ties go to the smaller numbers, so their order must come from content.

    table: see table_of. together: pairs that a person joined. crowd: how much the logarithm of the pairs between two
    groups counts for them. Returns sorted groups.
    """
    growing = _Growing(table, crowd)
    for one, other in sorted(together):
        growing.join(growing.group_of(one), growing.group_of(other))
    while (pair := growing.surest()) is not None:
        growing.join(*pair)
    return sorted(sorted(group) for group in growing.groups if group)


class _Growing:
    """Groups that join. A group that joined another is empty.

    owner: of each number, its group. best: of each number with each group, the greatest odds. reach: sums of best over the members of the
    first group. liking: of each two groups, how likely they are one.
    """

    def __init__(self, table: Table, crowd: float) -> None:
        self._crowd = crowd
        odds, barred, banned = table
        count = len(odds)
        self.groups = [[number] for number in range(count)]
        self._owner, self._sizes = np.arange(count), np.ones(count)
        self._best, self._reach = odds.copy(), odds.copy()
        self._barred, self._banned = barred.astype(np.float64), banned.copy()
        self._liking = np.where(banned, -np.inf, (odds + odds.T) / 2 - BARRED * self._barred)
        np.fill_diagonal(self._liking, -np.inf)

    def group_of(self, number: int) -> int:
        return int(self._owner[number])

    def surest(self) -> Pair | None:
        """The two groups that are likeliest one; None where none are."""
        one, other = divmod(int(np.argmax(self._liking)), len(self.groups))
        return (min(one, other), max(one, other)) if self._liking[one, other] > 0 else None

    def join(self, one: int, other: int) -> None:
        """Put the group at other into that at one."""
        if one == other:
            return
        self.groups[one] = self.groups[one] + self.groups[other]
        self.groups[other] = []
        self._owner[self._owner == other] = one
        self._best[:, one] = np.maximum(self._best[:, one], self._best[:, other])
        self._reach[one, :] += self._reach[other, :]
        self._reach[:, one] = np.bincount(self._owner, weights=self._best[:, one], minlength=len(self.groups))
        for table in (self._barred, self._banned):
            table[one, :] += table[other, :]
            table[:, one] += table[:, other]
        self._sizes[one] += self._sizes[other]
        self._sizes[other] = 0
        self._liking[other, :] = self._liking[:, other] = -np.inf
        self._liking[one, :] = self._liking[:, one] = self._liked_by(one)

    def _liked_by(self, one: int) -> NDArray[np.float64]:
        """How likely each group is one with that at one."""
        sizes = np.maximum(self._sizes, 1)
        means = (self._reach[one, :] / sizes[one] + self._reach[:, one] / sizes) / 2
        means += self._crowd * np.log(sizes[one] * sizes)
        liking = means - BARRED * self._barred[one, :] / (sizes[one] * sizes)
        liking = np.where(self._banned[one, :] | (self._sizes == 0), -np.inf, liking)
        liking[one] = -np.inf
        return liking
