"""What does a clause mean in its passage, knowing what was told before, as a vector?"""

import re
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from saidwho.reading.encoder import WEIGHTS, open_weights
from saidwho.reading.pieces import PieceTable
from saidwho.reading.vectors import WIDTH, Floats
from saidwho.text.marked_clauses import CLOSES, OPENS
from saidwho.text.words import split_words

_MARK = re.compile(f"[{OPENS}{CLOSES}]")
# What is longer is cut: so many pieces are looked at, and so many before the clause. The exported encoder takes no fewer than 4.
_LONGEST, _BEFORE, _SHORTEST = 508, 250, 4

# This part of what a passage means as a whole is taken from what each of its clauses means: where a report is of one matter all tell of it.
_SHARED = 0.5

# So many passages are kept as they were cut and read, of 0.8 MB at most each.
_PASSAGES = 4

Pieces = NDArray[np.int64]
Bools = NDArray[np.bool_]
Key = TypeVar("Key")
Value = TypeVar("Value")


class CutPassage(NamedTuple):
    """A passage without marks. ids: its pieces. starts: where the word of each begins, in characters."""

    ids: Pieces
    starts: Pieces


class PassageEncoder:
    """An encoder tuned on whole reports of our stories, on ONNX Runtime: clauses of one happening have vectors that point the same way.

    folder: holds passages.onnx, its SHA-256 and tokenizer.json. threads: of ONNX Runtime; 0 is one a core.
    Raises WeightsError where the weights are missing or altered.
    """

    def __init__(self, folder: Path = WEIGHTS, *, threads: int = 0) -> None:
        self._session = open_weights(folder / "passages.onnx", threads=threads)
        self._table = PieceTable((folder / "tokenizer.json").read_bytes())
        self._cut: OrderedDict[str, CutPassage] = OrderedDict()
        self._states: OrderedDict[bytes, Floats] = OrderedDict()

    def vectors(self, clauses: Sequence[str]) -> Floats:
        """One vector of length 1 a clause: (clauses, WIDTH), float32, in the order given.

        clauses: passages in which the words that count stand between marks, as text.marked_clauses gives them; of one without marks
        all words count. A passage is run alone, so that the same clause always has the same vector, and once for all its clauses.
        """
        found = np.zeros((len(clauses), WIDTH), dtype=np.float32)
        passages: dict[str, list[int]] = {}
        for at, clause in enumerate(clauses):
            passages.setdefault(_MARK.sub("", clause), []).append(at)
        for at in (at for of_passage in passages.values() for at in of_passage):
            pieces, marked = self._pieces_of(clauses[at])
            states = self._states_of(pieces)
            vector = states[marked].mean(0) - _SHARED * states.mean(0)
            found[at] = vector / max(float(np.linalg.norm(vector)), 1e-9)
        return found

    def _pieces_of(self, clause: str) -> tuple[Pieces, Bools]:
        text = _MARK.sub("", clause)
        return mark_clause(clause, _recent(self._cut, text, lambda: cut_passage(text, self._table)), self._table)

    def _states_of(self, pieces: Pieces) -> Floats:
        """What the encoder makes of each piece, (pieces, WIDTH)."""
        return _recent(self._states, pieces.tobytes(), lambda: self._session.run(["states"], {"pieces": pieces[None]})[0][0])


def _recent(kept: OrderedDict[Key, Value], key: Key, make: Callable[[], Value]) -> Value:
    """What is kept for a key, or made now; of the last passages it is kept, whose clauses are asked one by one."""
    found = kept.pop(key, None)
    kept[key] = make() if found is None else found
    while len(kept) > _PASSAGES:
        kept.popitem(last=False)
    return kept[key]


def cut_marked(clause: str, table: PieceTable) -> tuple[Pieces, Bools]:
    """The pieces of a passage with the encoder's own marks, and which of them are of the clause."""
    return mark_clause(clause, cut_passage(_MARK.sub("", clause), table), table)


def cut_passage(text: str, table: PieceTable) -> CutPassage:
    """The pieces of a text without marks."""
    words = split_words(text)
    cut = table.cut(words)
    return CutPassage(ids=cut.ids, starts=np.repeat(words.starts, np.diff(cut.firsts)).astype(np.int64))


def mark_clause(clause: str, passage: CutPassage, table: PieceTable) -> tuple[Pieces, Bools]:
    """The pieces of a passage with the encoder's own marks, and which of them are of the clause. passage: the same without marks."""
    ends = np.cumsum([len(part) for part in _MARK.split(clause)])
    # Every second part stands between marks.
    marked = np.searchsorted(ends, passage.starts, side="right") % 2 == 1
    first = max(0, int(marked.argmax()) - _BEFORE) if marked[_LONGEST:].any() else 0
    ids, marked = passage.ids[first : first + _LONGEST], marked[first : first + _LONGEST]
    pieces = np.concatenate(([table.start], ids, [table.end])).astype(np.int64)
    pieces = np.concatenate((pieces, np.full(max(0, _SHORTEST - len(pieces)), table.end, dtype=np.int64)))
    shown = np.zeros(len(pieces), dtype=np.bool_)
    shown[1 : len(ids) + 1] = marked
    return pieces, shown if shown.any() else np.ones(len(pieces), dtype=np.bool_)
