"""Run readers in fresh processes, so that neither memory nor start-up of one is mixed with another's."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from benchmarks.reading.child import Answer, Task

MODULES = {"ours": "benchmarks.reading.ours", "torch": "benchmarks.reading.bert", "onnx": "benchmarks.reading.bert"}
PROJECT = Path(__file__).parents[2]


class BenchmarkError(RuntimeError):
    """A process of the benchmark failed; the message holds what it wrote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One process.

    start_up: s from its start until the first sentence was read. total: s until it ended.
    seconds: of one pass over the texts. peak: MB resident.
    """

    start_up: float
    total: float
    seconds: float
    peak: float


def run(task: Task) -> Run:
    """Do one task in a process of its own. Raises BenchmarkError."""
    start = time.monotonic()
    out = python("-m", MODULES[task.kind], json.dumps(asdict(task)), threads=task.threads)
    total = time.monotonic() - start
    found = Answer(**json.loads(out.splitlines()[-1]))
    return Run(start_up=found.ready - start, total=total, seconds=median(found.seconds), peak=found.peak)


def run_command_line(*arguments: str, folder: Path, threads: int) -> tuple[Run, str]:
    """Run saidwho with these arguments, and give what it printed. folder: for a passing file. Raises BenchmarkError."""
    peak = folder / "peak.txt"
    start = time.monotonic()
    out = python("-m", "benchmarks.reading.command_line", str(peak), *arguments, threads=threads)
    total = time.monotonic() - start
    return Run(start_up=total, total=total, seconds=total, peak=float(peak.read_text(encoding="ascii"))), out


def python(*arguments: str, threads: int) -> str:
    """Run this Python with these arguments and give its standard output. Raises BenchmarkError."""
    done = subprocess.run([sys.executable, *arguments], env=_environment(threads), capture_output=True, text=True, check=False)
    if done.returncode:
        raise BenchmarkError(f"python {' '.join(arguments[:3])} ended with {done.returncode}:\n{done.stderr[-3000:]}")
    return done.stdout


def median(values: list[float]) -> float:
    """The middle value, the lower of two."""
    return sorted(values)[(len(values) - 1) // 2]


@cache
def _compiled() -> tempfile.TemporaryDirectory[str]:
    """Where children keep their compiled modules: an install has them, and the environment may forbid to write them here."""
    return tempfile.TemporaryDirectory(prefix="saidwho-compiled-")


def _environment(threads: int) -> dict[str, str]:
    """The environment of a child: every library keeps to the same number of threads, and the project is importable."""
    pools = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS")
    paths = [str(PROJECT), str(PROJECT / "src"), *filter(None, [os.environ.get("PYTHONPATH")])]
    settings = {
        "TOKENIZERS_PARALLELISM": "true" if threads > 1 else "false",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": _compiled().name,
        "PYTHONPATH": os.pathsep.join(paths),
        # From 1.32 at the latest, ONNX Runtime keeps a record of its use under ~/.cache and sends it off.
        "ORT_DISABLE_TELEMETRY": "1",
    }
    return os.environ | dict.fromkeys(pools, str(threads)) | settings
