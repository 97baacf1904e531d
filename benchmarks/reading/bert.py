"""The reader to compare with: a token classifier of BERT-base's size, with random weights, in PyTorch or ONNX Runtime.

12 layers of 768 units and 12 heads, a vocabulary of 30,522, windows of 512 pieces, 7 labels (BIO of three roles):
what the published state of the art runs, before any layer that it adds. How fast it is does not depend on what its
weights are. It is written here with torch.nn, with PyTorch's fused attention, so that transformers is no dependency.
It is spared what a careful user would add: its windows do not overlap, and its labels are not decoded but taken as
they are. Windows go through one at a time, without padding.

Runs as python -m benchmarks.reading.bert TASK; torch is imported in no other process.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from benchmarks.reading.child import Read, Task, answer

VOCABULARY, POSITIONS, HIDDEN, LAYERS, HEADS, LABELS = 30522, 512, 768, 12, 12, 7
Ids = NDArray[np.int64]
Logits = NDArray[np.float32]


def load(task: Task) -> Read:
    """The reader of a task: text in, the label of each piece out."""
    folder = Path(task.weights)
    logits = _in_torch(folder, task.threads) if task.kind == "torch" else _in_onnx(folder, task.threads)
    tokenizer = Tokenizer.from_file(task.tokenizer)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    start, end = tokenizer.token_to_id("[CLS]"), tokenizer.token_to_id("[SEP]")
    size = POSITIONS - 2

    def read(text: str) -> list[int]:
        ids = tokenizer.encode(text, add_special_tokens=False).ids
        windows = [ids[at : at + size] for at in range(0, len(ids), size)]
        labels = [logits(np.array([[start, *window, end]], dtype=np.int64))[0, 1:-1].argmax(axis=1) for window in windows]
        return np.concatenate(labels).tolist() if labels else []

    return read


def _in_torch(folder: Path, threads: int) -> Callable[[Ids], Logits]:
    import torch  # noqa: PLC0415  (only where it is compared with)
    from safetensors.torch import load_file  # noqa: PLC0415

    from benchmarks.reading.bert_network import Network  # noqa: PLC0415

    torch.set_num_threads(threads)
    with torch.device("meta"):
        network = Network()
    network.load_state_dict(load_file(str(folder / "bert.safetensors")), assign=True)
    network.eval()

    def logits(ids: Ids) -> Logits:
        with torch.inference_mode():
            found: Logits = network(torch.from_numpy(ids)).numpy()
        return found

    return logits


def _in_onnx(folder: Path, threads: int) -> Callable[[Ids], Logits]:
    import onnxruntime  # noqa: PLC0415  (not in the process that holds torch)

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(str(folder / "bert.onnx"), options, providers=["CPUExecutionProvider"])

    def logits(ids: Ids) -> Logits:
        found: Logits = session.run(None, {"ids": ids})[0]
        return found

    return logits


if __name__ == "__main__":
    answer(load)
