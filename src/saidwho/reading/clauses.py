"""What does a clause mean in its sentence, as a vector?"""

import re
from collections import OrderedDict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saidwho.reading.encoder import WEIGHTS, open_weights
from saidwho.reading.pieces import PieceTable
from saidwho.reading.vectors import WIDTH, Floats
from saidwho.text.marked_clauses import CLOSES, OPENS
from saidwho.text.words import split_parts

_MARK = re.compile(f"[{OPENS}{CLOSES}]")
# What is longer is cut: so many pieces are looked at, and so many before the clause. The exported encoder takes no fewer than 4.
_LONGEST, _BEFORE, _SHORTEST = 248, 100, 4

# So many sentences are kept, of 0.4 MB at most each.
_SENTENCES = 16

Pieces = NDArray[np.int64]
Bools = NDArray[np.bool_]


class ClauseEncoder:
    """An encoder tuned on our stories, on ONNX Runtime: clauses that tell of one happening have vectors that point the same way.

    folder: holds clauses.onnx, its SHA-256 and tokenizer.json. threads: of ONNX Runtime; 0 is one a core.
    Raises WeightsError where the weights are missing or altered.
    """

    def __init__(self, folder: Path = WEIGHTS, *, threads: int = 0) -> None:
        self._session = open_weights(folder / "clauses.onnx", threads=threads)
        self._table = PieceTable((folder / "tokenizer.json").read_bytes())
        self._states: OrderedDict[bytes, Floats] = OrderedDict()

    def vectors(self, clauses: Sequence[str]) -> Floats:
        """One vector of length 1 a clause: (clauses, WIDTH), float32, in the order given.

        clauses: sentences in which the words that count stand between marks, as text.marked_clauses gives them; of one without marks
        all words count. A sentence is run alone, so that the same clause always has the same vector, and once for all its clauses where
        they are asked for soon after each other.
        """
        found = np.zeros((len(clauses), WIDTH), dtype=np.float32)
        for at, clause in enumerate(clauses):
            pieces, marked = cut_clause(clause, self._table)
            vector = self._states_of(pieces)[marked].mean(0)
            found[at] = vector / max(float(np.linalg.norm(vector)), 1e-9)
        return found

    def _states_of(self, pieces: Pieces) -> Floats:
        """What the encoder makes of each piece, (pieces, WIDTH); of the last sentences it is kept, whose clauses are asked one by one."""
        key = pieces.tobytes()
        states = self._states.pop(key, None)
        if states is None:
            states = self._session.run(["states"], {"pieces": pieces[None]})[0][0]
        self._states[key] = states
        while len(self._states) > _SENTENCES:
            self._states.popitem(last=False)
        return states


def cut_clause(clause: str, table: PieceTable) -> tuple[Pieces, Bools]:
    """The pieces of a sentence with the encoder's own marks, and which of them are of the clause."""
    words, owners = split_parts(clause, _MARK)
    cut = table.cut(words)
    ids, marked = cut.ids, np.repeat(owners % 2 == 1, np.diff(cut.firsts))
    first = max(0, int(marked.argmax()) - _BEFORE) if len(ids) > _LONGEST and marked.any() else 0
    return between_marks(ids[first : first + _LONGEST], marked[first : first + _LONGEST], table)


def between_marks(ids: Pieces, marked: Bools, table: PieceTable) -> tuple[Pieces, Bools]:
    """Pieces between the encoder's own marks, as few as it takes, and which of them count: all where none is marked."""
    pieces = np.concatenate(([table.start], ids, [table.end])).astype(np.int64)
    pieces = np.concatenate((pieces, np.full(max(0, _SHORTEST - len(pieces)), table.end, dtype=np.int64)))
    shown = np.zeros(len(pieces), dtype=np.bool_)
    shown[1 : len(ids) + 1] = marked
    return pieces, shown if shown.any() else np.ones(len(pieces), dtype=np.bool_)
