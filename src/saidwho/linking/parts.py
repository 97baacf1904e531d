"""What of a graph hangs together, as far as it is not too much?

All that hangs together is a part. Where that is more than may be, only what hangs together more strictly is.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

# A part that is larger is looked at by stricter odds: all pairs inside a part are scored, which is square.
LARGEST = 200
STRICTER = 0.5
# Twice the surest machine score: what still hangs together was joined by people.
_STRICTEST = 12.0
# Neighbours are asked for so many at a time: few nodes of a dense graph reach more than a part may hold.
_AT_ONCE = 32

Pair = tuple[int, int]
# The neighbours of each of some numbers by what is stronger than asked, with the strength of what joins them, the strongest first. Weaker
# ones may be among them.
Neighbours = Callable[[Iterable[int], float], Mapping[int, Sequence[tuple[int, float]]]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Parts:
    """The parts of a graph that stays as it is meanwhile."""

    neighbours: Neighbours
    largest: int = LARGEST
    stricter: float = STRICTER
    # For a number the greatest strength by which it is known to hang together with too much.
    _crowded: dict[int, float] = field(default_factory=dict)

    def know(self, crowded: Mapping[int, float]) -> None:
        """Numbers that are known to hang together with too much, with the strength by which they do."""
        for n, strength in crowded.items():
            self._crowded[n] = max(strength, self._crowded.get(n, strength))

    def of(self, seed: int) -> tuple[frozenset[int], int]:
        """All that hangs together with a number, and how many times stricter one had to be: 0 where nothing is cut off.

        Strengths above 0 count, or where that gives more than largest, those above the least multiple of stricter that does not. So
        all numbers of a part agree on it, and a part is found by looking at little more than itself.
        """
        step = self._first(seed)
        while True:
            strictness = step * self.stricter
            found = self._hanging(seed, strictness, self.largest if strictness < _STRICTEST else None)
            if found is not None:
                return found, step
            step += 1

    def least(self, seed: int) -> float:
        """How strictly one looks around a number at least."""
        return self._first(seed) * self.stricter

    def _first(self, seed: int) -> int:
        return 0 if seed not in self._crowded else round(self._crowded[seed] / self.stricter) + 1

    def _hanging(self, seed: int, strength: float, limit: int | None) -> frozenset[int] | None:
        """All that is joined to a number by more than a strength; None where it is more than limit."""
        found, edge = {seed}, [seed]
        while edge:
            some, edge = edge[:_AT_ONCE], edge[_AT_ONCE:]
            for reached in self.neighbours(some, strength).values():
                new = _stronger(reached, strength, found)
                found.update(new)
                edge += new
                is_crowded = limit is not None and (len(found) > limit or any(self._crowded.get(n, -1.0) >= strength for n in new))
                if is_crowded:
                    self._crowded.update({n: max(strength, self._crowded.get(n, strength)) for n in found})
                    return None
        return frozenset(found)


def _stronger(reached: Sequence[tuple[int, float]], strength: float, found: set[int]) -> list[int]:
    """The neighbours that are joined by more than a strength, and were not found before."""
    new = []
    for other, value in reached:
        if value <= strength:
            break
        if other not in found:
            new.append(other)
    return new


def components(numbers: Iterable[int], pairs: Iterable[Pair]) -> list[list[int]]:
    """Connected components, each sorted, by their smallest number."""
    roots = {number: number for number in sorted(numbers)}

    def find(number: int) -> int:
        while roots[number] != number:
            roots[number] = number = roots[roots[number]]
        return number

    for one, other in pairs:
        a, b = find(one), find(other)
        roots[max(a, b)] = min(a, b)
    found: dict[int, list[int]] = {}
    for number in roots:
        found.setdefault(find(number), []).append(number)
    return list(found.values())
