"""Our reader in a process of its own: words, all heads, decoding. Runs as python -m benchmarks.reading.ours TASK."""

from benchmarks.reading.child import Read, Task, answer
from saidwho.reading.reader import Reader


def load(task: Task) -> Read:
    return Reader(threads=task.threads).read


if __name__ == "__main__":
    answer(load)
