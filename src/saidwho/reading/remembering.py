"""Which vectors of clauses are known already, here or from another process?"""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from threading import Lock

import numpy as np

from saidwho.reading.vectors import WIDTH, Floats

# 1.6 kB each. A batch that is linked has a few thousand; more would only let memory grow over the reports of a long run.
_ROOM = 1 << 13


class RememberedVectors:
    """Vectors of clauses, of which the last that were asked for are kept: 5 ms each.

    make: gives the vectors of clauses, (clauses, WIDTH), and the same for the same clause. room: how many are kept.
    Several threads may ask: one that links may need them while another learns those of what is read.
    """

    def __init__(self, make: Callable[[Sequence[str]], Floats], *, room: int = _ROOM) -> None:
        self._make = make
        self._room = room
        self._known: OrderedDict[str, Floats] = OrderedDict()
        self._made: dict[str, Floats] = {}
        self._lock = Lock()

    def vectors(self, clauses: Sequence[str]) -> Floats:
        """One vector a clause: (clauses, WIDTH), float32. White space is as one blank."""
        asked = [" ".join(clause.split()) for clause in clauses]
        with self._lock:
            found = {clause: self._known[clause] for clause in asked if clause in self._known}
        missing = [clause for clause in dict.fromkeys(asked) if clause not in found]
        made = dict(zip(missing, self._make(missing), strict=True)) if missing else {}
        for vector in made.values():
            vector.setflags(write=False)
        found |= made
        with self._lock:
            # Those that were asked for last are kept longest.
            for clause in asked:
                self._keep(clause, found[clause])
            self._made |= {clause: vector for clause, vector in made.items() if clause in self._known}
        return np.stack([found[clause] for clause in asked]) if asked else np.zeros((0, WIDTH), dtype=np.float32)

    def take_made(self) -> dict[str, Floats]:
        """The vectors that were made here since this was asked last, by their clauses."""
        with self._lock:
            made, self._made = self._made, {}
        return made

    def learn(self, vectors: Mapping[str, Floats]) -> None:
        """Know vectors that another process made."""
        with self._lock:
            for clause, vector in vectors.items():
                self._keep(clause, vector)

    def _keep(self, clause: str, vector: Floats) -> None:
        self._known[clause] = vector
        self._known.move_to_end(clause)
        while len(self._known) > self._room:
            self._made.pop(self._known.popitem(last=False)[0], None)
