"""What does one reader do in a process of its own? It loads, says when it was ready, and reads texts against the clock."""

import json
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

Read = Callable[[str], object]

# Passes over the texts go on until so many seconds are spent: one pass of the fast reader is too short to time.
LONG_ENOUGH = 2.0
FIRST_WORDS = "Shells hit the port, the governor said."


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """kind: which reader. texts: a JSON file with a list of texts. threads: of the network.

    tokenizer: a tokenizer.json. weights: a folder of files that `bert_network.write_weights` made. timed: False reads the texts once only.
    """

    kind: str
    texts: str
    threads: int
    tokenizer: str
    weights: str
    timed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """ready: on the machine's monotonic clock, when the first sentence was read. seconds: one a pass. peak: MB resident."""

    ready: float
    seconds: list[float]
    peak: float


def answer(load: Callable[[Task], Read]) -> None:
    """Do the task that the command line gives as JSON, and print the answer as JSON."""
    task = Task(**json.loads(sys.argv[1]))
    read = load(task)
    read(FIRST_WORDS)
    ready = time.monotonic()
    texts = json.loads(Path(task.texts).read_text(encoding="utf-8"))
    seconds = [_one_pass(read, texts)]
    if task.timed:
        seconds = []  # the first pass warmed up
        while sum(seconds) < LONG_ENOUGH:
            seconds.append(_one_pass(read, texts))
    print(json.dumps(asdict(Answer(ready=ready, seconds=seconds, peak=peak_memory()))))


def _one_pass(read: Read, texts: list[str]) -> float:
    start = time.perf_counter()
    for text in texts:
        read(text)
    return time.perf_counter() - start


def peak_memory() -> float:
    """The most memory this process has had resident, MB of 10^6 bytes.

    On Linux from /proc: getrusage counts the parent's memory as well where a child was started by vfork.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024 / 1e6
    import resource  # noqa: PLC0415  (not there on Windows)

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6
