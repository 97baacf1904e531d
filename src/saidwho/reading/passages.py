"""What does a clause mean in its passage, knowing what was told before, as a vector?"""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from saidwho.reading.clauses import Bools, Pieces, between_marks
from saidwho.reading.encoder import WEIGHTS, open_weights
from saidwho.reading.pieces import PieceTable
from saidwho.reading.vectors import WIDTH, Floats
from saidwho.text.marked_clauses import CLOSES, OPENS
from saidwho.text.words import split_words

_MARK = re.compile(f"[{OPENS}{CLOSES}]")
# What is longer is cut: so many pieces are looked at, and so many before the clause.
_LONGEST, _BEFORE = 508, 250

# This part of what a passage means as a whole is taken from what each of its clauses means: where a report is of one matter all tell of it.
_SHARED = 0.5


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

    def vectors(self, clauses: Sequence[str]) -> Floats:
        """One vector of length 1 a clause: (clauses, WIDTH), float32, in the order given.

        clauses: passages in which the words that count stand between marks, as text.marked_clauses gives them; of one without marks
        all words count. A passage is run alone, so that the same clause always has the same vector, and once for all its clauses.
        """
        found = np.zeros((len(clauses), WIDTH), dtype=np.float32)
        passages: dict[str, list[int]] = {}
        for at, clause in enumerate(clauses):
            passages.setdefault(_MARK.sub("", clause), []).append(at)
        for text, told in passages.items():
            passage = cut_passage(text, self._table)
            # One that is too long is looked at in parts.
            parts: dict[bytes, Floats] = {}
            for at in told:
                pieces, marked = mark_clause(clauses[at], passage, self._table)
                states = parts.get(pieces.tobytes())
                if states is None:
                    states = parts[pieces.tobytes()] = self._session.run(["states"], {"pieces": pieces[None]})[0][0]
                vector = states[marked].mean(0) - _SHARED * states.mean(0)
                found[at] = vector / max(float(np.linalg.norm(vector)), 1e-9)
        return found


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
    return between_marks(passage.ids[first : first + _LONGEST], marked[first : first + _LONGEST], table)
