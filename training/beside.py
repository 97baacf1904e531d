"""The second of two readers that tell attributions together: its layers lie over the lowest ones of the released reader."""

from pathlib import Path

import torch
from torch import Tensor

from training.network import LAYERS, TASKS, Pair, Reader
from training.recover import recover_state

# Layers that both share. A reader of two whole networks would take 1.8 times as long, one that shares two layers 1.5 times.
BELOW = 2
# Of the second in the mean of both; chosen on PolNeAR's development part and the labelled reports' dev, among 0.4, 0.5 and 0.6.
SHARE = 0.4


def start_beside(released: Path, polnear: Path, file: Path) -> Path:
    """Write what the second sets out from. Returns file.

    released: the reader.onnx whose lowest layers it shares. polnear: a reader.onnx that learned PolNeAR alone, whose upper layers and head
    for roles it begins with: two readers of one descent err in the same places.
    """
    state, other = recover_state(released), recover_state(polnear)
    above = tuple(f"encoder.layers.{layer}." for layer in range(BELOW, LAYERS))
    for name in state:
        if name.startswith((*above, "roles.", "pointers.")) or name in ("steps", "pairs", "sourceless"):
            state[name] = other[name]
    state["mix"][TASKS.index("roles")] = other["mix"][TASKS.index("roles")]
    torch.save({"mean": state}, file)
    return file


def pair_with(released: Path, runs: list[Path]) -> Pair:
    """The first of a released file, and as its second the mean of what runs came to. runs: their done.pt files."""
    states = [torch.load(run, weights_only=True)["mean"] for run in runs]
    second = {name: torch.stack([state[name].float() for state in states]).mean(0) for name in states[0]}
    return Pair(_reader(recover_state(released)), _reader(second), below=BELOW, share=SHARE).eval()


def _reader(state: dict[str, Tensor]) -> Reader:
    reader = Reader(0.0)
    reader.load_state_dict(state)
    return reader.eval()
