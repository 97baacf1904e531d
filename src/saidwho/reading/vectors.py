"""What does a sentence mean, as a vector?"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saidwho.reading.encoder import WEIGHTS, open_weights
from saidwho.reading.pieces import PieceTable
from saidwho.text.words import split_words

# The base encoder was trained on sentences of up to 128 pieces; what is longer is cut. The exported one takes no fewer than 4.
_LONGEST, _SHORTEST = 126, 4
WIDTH = 384

Floats = NDArray[np.float32]


class SentenceEncoder:
    """The unchanged base encoder on ONNX Runtime: texts that mean the same have vectors that point the same way.

    folder: holds sentences.onnx, its SHA-256 and tokenizer.json. threads: of ONNX Runtime; 0 is one a core.
    Raises WeightsError where the weights are missing or altered.
    """

    def __init__(self, folder: Path = WEIGHTS, *, threads: int = 0) -> None:
        self._session = open_weights(folder / "sentences.onnx", threads=threads)
        self._table = PieceTable((folder / "tokenizer.json").read_bytes())

    def vectors(self, texts: Sequence[str]) -> Floats:
        """One vector of length 1 a text: (texts, WIDTH), float32, in the order of texts.

        Each text is run alone: in int8 a vector depends a little on what else is in its batch, and the same text must always
        have the same vector.
        """
        found = {text: self._vector(text) for text in dict.fromkeys(texts)}
        return np.stack([found[text] for text in texts]) if texts else np.zeros((0, WIDTH), dtype=np.float32)

    def _vector(self, text: str) -> Floats:
        pieces = [self._table.start, *self._table.cut(split_words(text)).ids[:_LONGEST].tolist(), self._table.end]
        shown = np.array([pieces + [0] * (_SHORTEST - len(pieces))], dtype=np.int64)
        mask = (np.arange(shown.shape[1]) < len(pieces)).astype(np.int64)[None]
        vector: Floats = np.asarray(self._session.run(["vectors"], {"pieces": shown, "mask": mask})[0][0], dtype=np.float32)
        length: np.float32 = np.linalg.norm(vector)
        return vector / max(length, np.float32(1e-9))
