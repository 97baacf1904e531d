"""Weights in bytes, to go on from: each row of a matrix in eight bits with a scale of its own, all else as it is.

A quarter of float32, and near enough to begin with: a released reader keeps no more of most of its weights.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

_SCALES = " scales"
_LARGEST = 127


def write_rows(state: Mapping[str, Tensor], file: Path) -> Path:
    """Write weights to one .npz file. Returns it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, NDArray] = {}
    for name, value in state.items():
        full = value.detach().cpu().float().numpy()
        if full.ndim != 2:
            arrays[name] = full
            continue
        scales = np.maximum(np.abs(full).max(axis=1, keepdims=True), 1e-12) / _LARGEST
        arrays[name] = np.round(full / scales).astype(np.int8)
        arrays[name + _SCALES] = scales
    np.savez_compressed(file, **arrays)  # type: ignore[arg-type]
    return file


def read_rows(file: Path) -> dict[str, Tensor]:
    """Read weights back, as float32."""
    with np.load(file, allow_pickle=False) as stored:
        arrays = {name: stored[name] for name in stored.files}
    state = {}
    for name, value in arrays.items():
        if not name.endswith(_SCALES):
            scales = arrays.get(name + _SCALES)
            state[name] = torch.from_numpy(value.astype(np.float32) * (1.0 if scales is None else scales))
    return state
