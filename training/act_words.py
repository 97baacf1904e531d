"""Learn which words tell which act, from the reports marked for training: saidwho.statements.acts.words."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch

from saidwho.statements.acts import words
from saidwho.statements.acts.features import describe
from saidwho.statements.acts.priors import ACTS
from training.cue_acts import statements
from training.digests import write_digest
from training.marked import REPORTS, marked_reports

WEIGHTS = Path(words.__file__).with_name("act_words.npz")
# A feature that was seen once tells of one statement alone. Of decays of 0.0001, 0.0003 and 0.001 the first foretells the reports of
# training/reports/dev best (80.7, 79.8 and 78.2 in 100 acts right).
SELDOM, DECAY, STEPS = 2, 1e-4, 60


def learn_act_words(folder: Path = REPORTS) -> Path:
    """Fit, and write the weights. Returns their place. Raises MarkError."""
    found = [
        (describe(around, said, meaning), ACTS.index(act))
        for report in marked_reports(folder)
        for around, said, meaning, act in statements(report)
    ]
    counts = Counter(name for names, _ in found for name in names)
    features = sorted(name for name, count in counts.items() if count >= SELDOM)
    weights, bias = _fit(_matrix([names for names, _ in found], features), torch.tensor([act for _, act in found]))
    names = np.frombuffer("\n".join(features).encode(), dtype=np.uint8)
    np.savez_compressed(WEIGHTS, features=names, weights=weights.astype(np.float16), bias=bias)
    write_digest(WEIGHTS)
    return WEIGHTS


def _matrix(found: Sequence[frozenset[str]], features: Sequence[str]) -> torch.Tensor:
    """(statements, features), sparse: 1 where a statement has a feature."""
    numbers = {name: i for i, name in enumerate(features)}
    places = [(row, numbers[name]) for row, names in enumerate(found) for name in sorted(names) if name in numbers]
    return torch.sparse_coo_tensor(torch.tensor(places).T, torch.ones(len(places)), (len(found), len(features))).coalesce()


def _fit(matrix: torch.Tensor, acts: torch.Tensor) -> tuple[np.ndarray, np.ndarray]:
    weights, bias = torch.zeros(matrix.shape[1], len(ACTS), requires_grad=True), torch.zeros(len(ACTS), requires_grad=True)
    optimiser = torch.optim.LBFGS([weights, bias], max_iter=STEPS, history_size=6)

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        found = torch.nn.functional.cross_entropy(torch.sparse.mm(matrix, weights) + bias, acts) + DECAY * (weights**2).sum() / 2
        found.backward()  # type: ignore[no-untyped-call]
        return found

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    return weights.detach().numpy(), bias.detach().numpy()
