"""Weights are opened while the program is imported, once."""

import pytest

from saidwho.errors import WeightsError
from saidwho.pipeline import weights


@pytest.mark.model
def test_weights_that_are_opened_ahead_are_not_opened_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks meanwhile waits for them."""
    opened = []
    weights._reader.cache_clear()
    monkeypatch.setattr(weights, "Reader", lambda: opened.append("reader") or "reader")
    weights.open_ahead()
    assert "reader" == weights.shipped_reader() == weights.shipped_reader()
    assert ["reader"] == opened
    weights._reader.cache_clear()


def test_what_is_wrong_with_weights_is_said_to_whoever_asks(monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> None:
    """The thread that opens them says nothing."""

    def fail() -> None:
        raise WeightsError("reader.onnx was altered.")

    weights._reader.cache_clear()
    monkeypatch.setattr(weights, "Reader", fail)
    weights._open()
    assert "" == capfd.readouterr().err
    with pytest.raises(WeightsError):
        weights.shipped_reader()
