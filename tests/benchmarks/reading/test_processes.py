"""Readers in processes of their own."""

import json
import sys

import pytest

from benchmarks.reading.child import peak_memory
from benchmarks.reading.processes import BenchmarkError, median, python


@pytest.mark.parametrize(("values", "middle"), [([3.0, 1.0, 2.0], 2.0), ([4.0, 1.0], 1.0), ([5.0], 5.0)])
def test_median_is_a_measured_value(values: list[float], middle: float) -> None:
    """The middle one, the lower of two: never a value that no run had."""
    assert middle == median(values)


def test_a_process_that_fails_is_told_with_its_reason() -> None:
    """What the child wrote is in the message."""
    with pytest.raises(BenchmarkError, match="no such reader"):
        python("-c", "raise SystemExit('no such reader')", threads=1)


def test_a_child_has_the_threads_that_were_asked_for() -> None:
    """Every library's pool is told the same number."""
    out = python("-c", "import json, os; print(json.dumps(dict(os.environ)))", threads=2)
    assert {"2"} == {json.loads(out)[name] for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS")}


@pytest.mark.skipif(sys.platform != "linux", reason="getrusage counts the parent's memory there")
def test_memory_of_a_child_is_its_own() -> None:
    """The parent's memory is not counted: 200 MB here, a child of far less."""
    held = bytearray(200_000_000)
    out = python("-c", "from benchmarks.reading.child import peak_memory; print(peak_memory())", threads=1)
    assert float(out) < 100
    assert peak_memory() > len(held) / 1e6


def test_torch_stays_out_of_every_other_process() -> None:
    """Neither the benchmarks nor our reader import torch: its memory would be counted as ours."""
    modules = "benchmarks.command, benchmarks.reading.ours, benchmarks.reading.command_line, benchmarks.reading.bert"
    out = python("-c", f"import sys, {modules}; print('torch' in sys.modules)", threads=1)
    assert out.strip() == "False"
