"""Weights in bytes are near those that were written."""

import pytest

torch = pytest.importorskip("torch", reason="needs the training extra: pip install 'saidwho[training]'")

from training.rows import read_rows, write_rows  # noqa: E402


def test_each_row_of_a_matrix_comes_back_to_half_a_step(tmp_path):
    """However small a row is beside another."""
    torch.manual_seed(3)
    matrix = torch.randn(5, 40) * torch.tensor([1e-4, 0.1, 1.0, 30.0, 0.0])[:, None]
    found = read_rows(write_rows({"a.weight": matrix}, tmp_path / "rows.npz"))["a.weight"]
    steps = matrix.abs().max(1).values / 127
    assert bool(((found - matrix).abs() <= steps[:, None] / 2 + 1e-7).all())


def test_what_is_no_matrix_comes_back_as_it_was(tmp_path):
    state = {"bias": torch.randn(7), "scale": torch.tensor([0.25])}
    found = read_rows(write_rows(state, tmp_path / "rows.npz"))
    assert state.keys() == found.keys()
    assert all(torch.equal(state[name], found[name]) for name in state)
