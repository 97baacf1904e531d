"""What does the encoder say of each word?"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from saidwho.errors import ReadingError, WeightsError
from saidwho.reading.features import describe_words
from saidwho.reading.pieces import PieceTable
from saidwho.reading.windows import Window, plan_windows
from saidwho.text.words import Words
from saidwho.types.released import released_bytes

# Before the import, or it is too late: ONNX Runtime 1.32 otherwise keeps a device id and an event store in the home
# folder, to be sent to its maker. saidwho opens no connection and leaves nothing behind.
os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
import onnxruntime

WEIGHTS = Path(__file__).parent / "weights"
# Raised when the meaning of the file's outputs changes.
FORMAT = 2

# The fused kernel takes 0.7 ms where addition and normalisation apart take 0.1 ms (384 pieces, onnxruntime 1.32).
_SLOWER = ["SkipLayerNormFusion"]

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class WordScores:
    """What each head says of each word; all (words, width), float32.

    roles, names, mentions: logits of span tags. upos, relations: logits of labels. ends: logits of "no" and "yes".
    pointers: four vectors a word (content, its cue, source, its cue). arcs: two vectors a word (dependent, head).
    told: logits of labels.TOLD, its parts side by side.
    """

    roles: Floats
    pointers: Floats
    names: Floats
    mentions: Floats
    upos: Floats
    relations: Floats
    ends: Floats
    arcs: Floats
    told: Floats


HEADS = tuple(WordScores.__dataclass_fields__)


class Encoder:
    """The trained encoder with all its heads, on ONNX Runtime.

    folder: holds reader.onnx, reader.onnx.sha256 and tokenizer.json. threads: of ONNX Runtime; 0 is one a core.
    Raises WeightsError where a file is missing, altered or of another format.
    """

    def __init__(self, folder: Path = WEIGHTS, *, threads: int = 0) -> None:
        self._session = open_weights(folder / "reader.onnx", threads=threads)
        described = self._session.get_modelmeta().custom_metadata_map.get("saidwho", "{}")
        self.metadata: Mapping[str, object] = json.loads(described)
        if self.metadata.get("format") != FORMAT:
            raise WeightsError(
                f"{folder / 'reader.onnx'}: has format {self.metadata.get('format')}, this version reads {FORMAT}. Install saidwho again."
            )
        self._table = PieceTable(released_bytes(folder / "tokenizer.json", digest=str(self.metadata["tokenizer"])))

    def score(self, words: Words) -> WordScores:
        """Score every word of a text, window by window. Time is linear in the words."""
        pieces = self._table.cut(words)
        features = describe_words(words)
        parts = []
        for window in plan_windows(pieces.firsts, words.lines):
            parts.append(self._score_window(window, pieces.ids, pieces.firsts, features))
        if not parts:
            return WordScores(**{name: np.zeros((0, 0), dtype=np.float32) for name in HEADS})
        return WordScores(**{name: np.concatenate([p[i] for p in parts]) for i, name in enumerate(HEADS)})

    def _score_window(self, window: Window, ids: NDArray[np.int64], firsts: NDArray[np.int64], features: NDArray[np.int64]) -> list[Floats]:
        begin, end = firsts[window.first], firsts[window.past]
        counts = np.diff(firsts[window.first : window.past + 1])
        shown = np.zeros((1, end - begin + 2, features.shape[1]), dtype=np.int64)
        shown[0, 1:-1] = np.repeat(features[window.first : window.past], counts, axis=0)
        given = {
            "pieces": np.array([[self._table.start, *ids[begin:end], self._table.end]], dtype=np.int64),
            "features": shown,
            "firsts": (firsts[window.keep : window.keep_past] - begin + 1)[None],
        }
        try:
            answers = self._session.run(list(HEADS), given)
        except RuntimeError as error:
            raise ReadingError(f"words {window.keep}-{window.keep_past} cannot be read: {error}") from error
        return [answer[0] for answer in answers]


def open_weights(file: Path, *, threads: int = 0) -> onnxruntime.InferenceSession:
    """Open a weights file after checking it against the SHA-256 beside it."""
    weights = released_bytes(file)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # ONNX Runtime 1.32 keeps a plan of memory for every length of text it has seen: 45 MB after 260 reports, and a tenth slower.
    options.enable_mem_pattern = False
    return onnxruntime.InferenceSession(weights, options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOWER)
