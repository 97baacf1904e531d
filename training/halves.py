"""Weights in half precision, in parts that fit where a whole file does not.

A number's two bytes are kept apart: the upper ones, sign and exponent, say little and become small; the lower ones look like chance.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

# The name under which training.accelerated writes its students.
STUDENTS = "students"
# Bytes of numbers in one part: a reader is three such parts.
LARGEST = 16_000_000


def write_halves(state: Mapping[str, Tensor], folder: Path, name: str, *, largest: int = LARGEST) -> list[Path]:
    """Write weights as NAME.json, which says what they are, and NAME.1.npz, NAME.2.npz and on. Returns the files, the parts first.

    largest: bytes in one part. The description comes last, so that where it is, the parts are whole.
    """
    folder.mkdir(parents=True, exist_ok=True)
    numbers = np.concatenate([value.detach().cpu().half().numpy().reshape(-1) for value in state.values()])
    size, files = largest // 2, []
    for number, at in enumerate(range(0, len(numbers), size), start=1):
        both = numbers[at : at + size].view(np.uint8).reshape(-1, 2)
        files.append(folder / f"{name}.{number}.npz")
        np.savez(files[-1], lower=both[:, 0], upper=both[:, 1])
    described = {
        "tensors": [[key, list(value.shape)] for key, value in state.items()],
        "parts": [[file.name, hashlib.sha256(file.read_bytes()).hexdigest()] for file in files],
    }
    (folder / f"{name}.json").write_text(json.dumps(described), encoding="utf-8")
    return [*files, folder / f"{name}.json"]


def read_halves(folder: Path, name: str) -> dict[str, Tensor]:
    """Read weights back, as float32. Raises SystemExit where a part is missing or is not the one that was written."""
    if not (folder / f"{name}.json").exists():
        raise SystemExit(f"{folder / name}.json is missing: it says which parts the weights have.")
    described = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    numbers = torch.from_numpy(np.concatenate([_numbers(folder / file, digest) for file, digest in described["parts"]])).float()
    state, at = {}, 0
    for key, shape in described["tensors"]:
        size = int(np.prod(shape))
        state[key] = numbers[at : at + size].view(shape).clone()
        at += size
    return state


def _numbers(file: Path, digest: str) -> np.ndarray:
    if not file.exists() or hashlib.sha256(file.read_bytes()).hexdigest() != digest:
        raise SystemExit(f"{file}: is missing or not the part that was written (its SHA-256 differs). Fetch it again.")
    with np.load(file, allow_pickle=False) as part:
        return np.stack([part["lower"], part["upper"]], axis=1).reshape(-1).view(np.float16)
