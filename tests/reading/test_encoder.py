import shutil

import numpy as np
import onnxruntime
import pytest

from saidwho.errors import WeightsError
from saidwho.reading.encoder import WEIGHTS, Encoder
from saidwho.reading.features import describe_words
from saidwho.reading.pieces import PieceTable
from saidwho.text.words import split_words


@pytest.fixture
def weights(tmp_path):
    for name in ("reader.onnx", "reader.onnx.sha256", "tokenizer.json"):
        shutil.copyfile(WEIGHTS / name, tmp_path / name)
    return tmp_path


@pytest.mark.model
def test_altered_weights_are_refused(weights):
    file = weights / "reader.onnx"
    altered = bytearray(file.read_bytes())
    altered[len(altered) // 2] ^= 1
    file.write_bytes(altered)
    with pytest.raises(WeightsError, match="SHA-256 differs"):
        Encoder(weights)


@pytest.mark.model
def test_missing_weights_say_what_to_do(weights):
    (weights / "reader.onnx").unlink()
    with pytest.raises(WeightsError, match="Install saidwho again"):
        Encoder(weights)


@pytest.mark.model
def test_weights_that_are_not_the_readers_are_refused(weights):
    shutil.copyfile(WEIGHTS / "clauses.onnx", weights / "reader.onnx")
    shutil.copyfile(WEIGHTS / "clauses.onnx.sha256", weights / "reader.onnx.sha256")
    with pytest.raises(WeightsError, match="format"):
        Encoder(weights)


@pytest.mark.model
def test_a_word_scores_alike_alone_and_in_a_long_report():
    """Windows overlap enough: what stands far away changes little."""
    encoder = Encoder(threads=1)
    line = "The governor said on Friday that shells had hit the port.\n"
    near, far = (encoder.score(split_words(line * n)).upos for n in (40, 80))
    size = len(split_words(line)) * 20
    assert (near[:size].argmax(1) == far[:size].argmax(1)).mean() > 0.99


@pytest.mark.model
@pytest.mark.parametrize("file", ["reader.onnx", "clauses.onnx", "passages.onnx"])
def test_scores_do_not_depend_on_the_processor(file):
    """No product of the weights is cut off: ONNX Runtime's slow and exact way gives the same numbers as its fast one.

    Processors with VNNI are exact anyway; on others eight bits were cut off, and scores differed by up to 1.3.
    """
    table = PieceTable((WEIGHTS / "tokenizer.json").read_bytes())
    words = split_words("Shelling in Varnok killed at least 17 people, the governor told reporters on Friday.")
    pieces = table.cut(words)
    ids = np.array([[table.start, *pieces.ids, table.end]], dtype=np.int64)
    if file == "reader.onnx":
        features = np.zeros((1, ids.shape[1], describe_words(words).shape[1]), dtype=np.int64)
        given = {"pieces": ids, "features": features, "firsts": (pieces.firsts[:-1] + 1)[None]}
    else:
        given = {"pieces": ids}
    exact = onnxruntime.SessionOptions()
    exact.add_session_config_entry("session.x64quantprecision", "1")
    slow = onnxruntime.InferenceSession((WEIGHTS / file).read_bytes(), exact, providers=["CPUExecutionProvider"])
    fast = onnxruntime.InferenceSession((WEIGHTS / file).read_bytes(), providers=["CPUExecutionProvider"])
    for expected, found in zip(slow.run(None, given), fast.run(None, given), strict=True):
        np.testing.assert_array_equal(expected, found)
