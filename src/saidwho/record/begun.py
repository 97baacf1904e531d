"""Which readings are made ready for linking while those before them are linked?"""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from typing import Any

# Makes readings ready, in their order, as linking takes them. Where other processes do, they begin at once.
Make = Callable[[Sequence[bytes]], Iterable[Any]]


class Begun:
    """Readings that are being made ready, and will be asked for. make: makes ready those that nobody began."""

    def __init__(self, make: Make) -> None:
        self._make = make
        self._coming: deque[tuple[Sequence[bytes], Iterable[Any]]] = deque()
        self._made: dict[bytes, Any] = {}

    def begin(self, readings: Sequence[bytes], make: Make) -> None:
        """Begin with some readings, which are asked for after those that were begun before."""
        self._coming.append((readings, make(readings)))

    def of(self, readings: Sequence[bytes]) -> list[Any]:
        """Some readings, in their order. They stay at hand, since what is linked may have to be linked once more."""
        wanted = set(readings)
        while self._coming and not wanted <= self._made.keys():
            begun, coming = self._coming.popleft()
            self._made.update(zip(begun, coming, strict=True))
        missing = [reading for reading in dict.fromkeys(readings) if reading not in self._made]
        self._made.update(zip(missing, self._make(missing), strict=True))
        return [self._made[reading] for reading in readings]

    def forget(self, readings: Iterable[bytes]) -> None:
        """These are linked."""
        for reading in readings:
            self._made.pop(reading, None)
