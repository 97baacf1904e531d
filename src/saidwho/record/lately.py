"""What linking read and wrote of a record lately, so that one batch after another finds it at hand."""

from collections.abc import Iterable, Mapping
from typing import Any

from saidwho.types.store import Kind

# About 2 kB each: 200 MB at most, of which one half is what was asked for longest ago.
_ROOM = 100_000
# What an object takes, where it is more than one such piece.
_SIZES: Mapping[Kind, int] = {"document": 15, "node": 2, "heard": 2}


class Lately:
    """Objects by kind and number; None of those that are known not to be there.

    They hold as long as nobody else changes what linking keeps: a transaction that finds another mark in the record than the last
    one left forgets them all, and so does one after another that failed. room: how many pieces of 2 kB are kept.
    """

    def __init__(self, room: int = _ROOM) -> None:
        self._room = room
        self._size = 0
        self._young: dict[tuple[Kind, int], Any] = {}
        self._old: dict[tuple[Kind, int], Any] = {}
        self._turn: bytes | None = None

    def begin(self, turn: bytes | None) -> None:
        """A transaction begins. turn: the mark that it finds."""
        if turn is None or turn != self._turn:
            self._young, self._old, self._size = {}, {}, 0
        self._turn = None

    def end(self, turn: bytes) -> None:
        """The transaction that left a mark was committed."""
        self._turn = turn
        # What is older than one half of the room makes room, between transactions alone: within one, all that it wrote is at hand.
        if self._size > self._room // 2:
            self._young, self._old, self._size = {}, self._young, 0

    def among(self, kind: Kind, numbers: Iterable[int]) -> tuple[dict[int, Any], list[int]]:
        """Those of some objects that are at hand and that there are, and the numbers of those of which nothing is known."""
        found: dict[int, Any] = {}
        missing: list[int] = []
        for n in numbers:
            key = (kind, n)
            if key in self._young:
                value = self._young[key]
            elif key in self._old:
                value = self._old[key]
                self._learn(key, value)
            else:
                missing.append(n)
                continue
            if value is not None:
                found[n] = value
        return found, missing

    def forget(self, objects: Iterable[tuple[Kind, int]]) -> None:
        """Know nothing of some objects any more."""
        for key in objects:
            self._young.pop(key, None)
            self._old.pop(key, None)

    def learn(self, kind: Kind, objects: Mapping[int, Any]) -> None:
        for n, value in objects.items():
            self._learn((kind, n), value)

    def _learn(self, key: tuple[Kind, int], value: Any) -> None:
        if key not in self._young:
            self._size += _SIZES.get(key[0], 1)
        self._young[key] = value
