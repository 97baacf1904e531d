"""Read a released reader's weights back, to go on from them when the runs that made them are gone."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.network import TASKS, Reader


def recover_state(file: Path) -> dict[str, Tensor]:
    """The state of the Reader that a reader.onnx was exported from, as near as eight bits kept it.

    Biases, norms, positions and the weights left in float32 come back exactly; the others to half a quantisation step.
    """
    graph = onnx.load(str(file))
    stored = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in graph.graph.initializer}
    state = {name.removeprefix("model."): value for name, value in stored.items() if name.startswith("model.") and not _is_part(name)}
    for name in [n.removesuffix("_quantized") for n in stored if n.startswith("model.") and n.endswith("_quantized")]:
        state[name.removeprefix("model.")] = _full(stored, name)
    for product in [n for n in graph.graph.node if n.op_type in ("MatMul", "MatMulInteger")]:
        name = _matrix(product.input[1], stored)
        owner = _owner(product, graph.graph) if name else ""
        if owner:
            weights = _full(stored, name) if name + "_quantized" in stored else stored[name]
            state[owner + ".weight"] = weights.T.contiguous()
    described = json.loads({p.key: p.value for p in graph.metadata_props}["saidwho"])
    for name in ("steps", "pairs"):
        state[name] = torch.tensor(described[name])
    state["sourceless"] = torch.tensor([described["sourceless"]])
    state["mix"] = stored["softmax_6"].log()
    state["encoder.kinds.weight"] = torch.stack([stored["select"]] * 2)
    fresh = Reader(0.0).state_dict()
    if "told.0.weight" not in state:  # a file of format 1, without this head: it begins where the attributions are
        state |= {name: value for name, value in fresh.items() if name.startswith("told.")}
        state["mix"] = torch.cat([state["mix"], state["mix"][:1]])
    Reader(0.0).load_state_dict(state)  # fails where a name or a shape is off
    return state


def between(released: Path, run: Path, file: Path, *, share: float = 0.5) -> Path:
    """Write what lies between a released reader's weights and a run's, to go on from. The head that the release may lack is the run's.

    released: a reader.onnx. run: a done.pt. share: how far towards the run's. Returns file.
    """
    old, new = recover_state(released), torch.load(run, weights_only=True)["mean"]
    mean = {name: value if name.startswith("told.") else torch.lerp(old[name], value, share) for name, value in new.items()}
    mean["mix"][TASKS.index("told")] = new["mix"][TASKS.index("told")]
    torch.save({"mean": mean}, file)
    return file


def toward_students(start: dict[str, Tensor], written: Sequence[Mapping[str, Tensor]], *, share: float) -> dict[str, Tensor]:
    """The weights that lie so far from a reader to the mean of students that set out from it (Wortsman et al. 2022, model soups).

    written: what each call of training.accelerated wrote: "PACE NAME" of each weight that the students of a pace changed.
    """
    changed: dict[str, list[Tensor]] = {}
    for weights in written:
        for name, value in weights.items():
            changed.setdefault(name.partition(" ")[2], []).append(value)
    if unknown := changed.keys() - start.keys():
        raise SystemExit(f"students of another network: it has no {', '.join(sorted(unknown))}. Fetch what training.accelerated wrote.")
    return start | {name: torch.lerp(start[name], torch.stack(values).mean(0), share) for name, values in changed.items()}


def _is_part(name: str) -> bool:
    return name.endswith(("_quantized", "_scale", "_zero_point"))


def _matrix(name: str, stored: dict[str, Tensor]) -> str:
    """The name a product's second input was stored under before it was made small; empty where it is no stored matrix."""
    return name.removesuffix("_quantized") if name in stored and stored[name].ndim == 2 else ""


def _owner(node: onnx.NodeProto, graph: onnx.GraphProto) -> str:
    """The layer a product belongs to: the one whose bias is added to what comes of it. Empty where none is."""
    for _ in range(5):  # at most: a cast, products with the scale and the largest of a row, the sum
        node = next(n for n in graph.node if node.output[0] in n.input)
        for name in node.input:
            if name.startswith("model.") and name.endswith(".bias"):
                return name.removeprefix("model.").removesuffix(".bias")
    return ""


def _full(stored: dict[str, Tensor], name: str) -> Tensor:
    whole = stored[name + "_quantized"].float() - stored[name + "_zero_point"].float()
    return whole * stored[name + "_scale"]
