"""Read a released reader's weights back, to go on from them when the runs that made them are gone."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor

from training.network import TASKS, Pair, Reader, reader_of


def recover_reader(file: Path) -> Reader | Pair:
    """The reader that a reader.onnx was exported from, as near as eight bits kept it."""
    graph, stored, described = _opened(file)
    state = _state(graph, stored, described)
    if "second" not in described:
        return reader_of(state)
    told = described["second"]
    mix = state["mix"].clone()
    mix[TASKS.index("roles")] = next(mix for mix in _mixes(stored) if len(mix) == 1)[0]
    # What the pair does not use of its second, the lowest layers and most heads, is the first's.
    second = state | _weights(graph, stored, "model.second.") | {"mix": mix, "steps": torch.tensor(told["steps"])}
    return Pair(reader_of(state), reader_of(second), below=told["below"], share=told["share"]).eval()


def recover_state(file: Path) -> dict[str, Tensor]:
    """The state of the Reader that a reader.onnx was exported from, of a pair that of the first, as near as eight bits kept it.

    Biases, norms, positions and the weights left in float32 come back exactly; the others to half a quantisation step.
    """
    return _state(*_opened(file))


def _opened(file: Path) -> tuple[onnx.GraphProto, dict[str, Tensor], dict]:
    """A file's graph, its weights by name, and what its metadata say."""
    model = onnx.load(str(file))
    stored = {i.name: torch.from_numpy(numpy_helper.to_array(i).copy()) for i in model.graph.initializer}
    return model.graph, stored, json.loads({p.key: p.value for p in model.metadata_props}["saidwho"])


def _state(graph: onnx.GraphProto, stored: dict[str, Tensor], described: dict) -> dict[str, Tensor]:
    second = described.get("second")
    state = _weights(graph, stored, "model.first." if second else "model.")
    for name in ("steps", "pairs"):
        state[name] = torch.tensor(described[name])
    if second:
        state["steps"] = (state["steps"] - second["share"] * torch.tensor(second["steps"])) / (1 - second["share"])
    state["sourceless"] = torch.tensor([described["sourceless"]])
    state["mix"] = next(mix for mix in _mixes(stored) if len(mix) > 1)
    state["encoder.kinds.weight"] = torch.stack([stored["select"]] * 2)
    if "told.0.weight" not in state:  # a file of format 1, without this head: it begins where the attributions are
        state |= {name: value for name, value in Reader(0.0).state_dict().items() if name.startswith("told.")}
        state["mix"] = torch.cat([state["mix"], state["mix"][:1]])
    reader_of(state)  # fails where a name or a shape is off
    return state


def _weights(graph: onnx.GraphProto, stored: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    """The weights whose names begin so, without that beginning."""
    state = {name.removeprefix(prefix): value for name, value in stored.items() if name.startswith(prefix) and not _is_part(name)}
    for name in [n.removesuffix("_quantized") for n in stored if n.startswith(prefix) and n.endswith("_quantized")]:
        state[name.removeprefix(prefix)] = _full(stored, name)
    for product in [n for n in graph.node if n.op_type in ("MatMul", "MatMulInteger")]:
        name = _matrix(product.input[1], stored)
        owner = _owner(product, graph) if name else ""
        if owner.startswith(prefix):
            weights = _full(stored, name) if name + "_quantized" in stored else stored[name]
            state[owner.removeprefix(prefix) + ".weight"] = weights.T.contiguous()
    return state


def _mixes(stored: dict[str, Tensor]) -> list[Tensor]:
    """How tasks mix the layers, a row a task, as it goes into a softmax; the exporter keeps what comes of that."""
    return [value.log() for name, value in stored.items() if name.startswith("softmax") and value.ndim == 2]


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
                return name.removesuffix(".bias")
    return ""


def _full(stored: dict[str, Tensor], name: str) -> Tensor:
    whole = stored[name + "_quantized"].float() - stored[name + "_zero_point"].float()
    return whole * stored[name + "_scale"]
