"""Ratios and ceilings of time and memory."""

import pytest

from benchmarks.floors import load_floors
from benchmarks.reading import measure as measuring
from benchmarks.reading.processes import Run


def rounds(*seconds: tuple[float, float, float]) -> list[dict[str, Run]]:
    return [
        {kind: Run(start_up=s, total=s, seconds=s, peak=100 * s) for kind, s in zip(("ours", "torch", "onnx"), each, strict=True)}
        for each in seconds
    ]


def test_ratios_are_taken_within_a_round() -> None:
    """A round in which the machine was slow for all keeps its ratio; the middle of the rounds counts."""
    figures = {f.name: f for f in measuring._speed(rounds((1, 12, 9), (3, 39, 27), (1, 14, 9)), 1000, 1)}
    assert figures["speed, 1 thread"].value == pytest.approx(1000)
    assert figures["speed, 1 thread, BERT-base PyTorch fp32 / ours"].value == pytest.approx(13)
    assert figures["speed, 1 thread, BERT-base ONNX fp32 / ours"].value == pytest.approx(9)


def test_what_was_asked_for_is_held() -> None:
    """Speed on one thread, memory and the cold start have floors; no other timing of this part has."""
    some = rounds((1, 12, 9))
    figures = [*measuring._speed(some, 1000, 1), *measuring._speed(some, 1000, 2), *measuring._start_up(some)]
    figures += [*measuring._memory(some), *measuring._cold(some)]
    held = {f.name for f in figures if f.is_held}
    assert {"speed, 1 thread, BERT-base PyTorch fp32 / ours", "peak memory", "cold saidwho read"} == held
    assert held <= load_floors().figures.keys()
