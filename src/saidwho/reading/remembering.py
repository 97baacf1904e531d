"""Which vectors of texts are known already, here or from another process?"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from saidwho.reading.vectors import WIDTH, Floats

# 1.6 kB each.
_ROOM = 1 << 15


class RememberedVectors:
    """Vectors of texts, of which the last that were asked for are kept: 3 ms each.

    make: gives the vectors of texts, (texts, WIDTH), and the same for the same text. room: how many are kept.
    """

    def __init__(self, make: Callable[[Sequence[str]], Floats], *, room: int = _ROOM) -> None:
        self._make = make
        self._room = room
        self._known: OrderedDict[str, Floats] = OrderedDict()
        self._made: dict[str, Floats] = {}

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One vector a text: (texts, WIDTH), float32. White space is as one blank."""
        found = [self._vector(" ".join(text.split())) for text in texts]
        return np.stack(found) if found else np.zeros((0, WIDTH), dtype=np.float32)

    def take_made(self) -> dict[str, Floats]:
        """The vectors that were made here since this was asked last, by their texts."""
        made, self._made = self._made, {}
        return made

    def learn(self, vectors: Mapping[str, Floats]) -> None:
        """Know vectors that another process made."""
        for text, vector in vectors.items():
            self._keep(text, vector)

    def _vector(self, text: str) -> Floats:
        found = self._known.get(text)
        if found is not None:
            self._known.move_to_end(text)
            return found
        made: Floats = self._make([text])[0]
        made.setflags(write=False)
        self._keep(text, made)
        self._made[text] = made
        return made

    def _keep(self, text: str, vector: Floats) -> None:
        self._known[text] = vector
        self._known.move_to_end(text)
        while len(self._known) > self._room:
            self._made.pop(self._known.popitem(last=False)[0], None)
