"""Measure speed, start-up and memory, each against BERT-base over the same text in the same run.

Each figure is the middle one of ROUNDS. A round runs each reader once, one after the other, each in a fresh process, so
that a machine that slows down slows all of them. A ratio is taken within a round: over 1 is better for us.
Words are white-space words. Ours is the whole of `Reader.read`: word splitting, all heads, decoding.
"""

import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.measured import Figure, Measured
from benchmarks.reading.child import Task
from benchmarks.reading.machine import describe_machine
from benchmarks.reading.processes import BenchmarkError, Run, median, python, run, run_command_line
from benchmarks.reading.reports import generate_reports, write_json_lines
from saidwho.reading.encoder import WEIGHTS

READERS = ("ours", "torch", "onnx")
NAMES = {"torch": "BERT-base PyTorch fp32", "onnx": "BERT-base ONNX fp32"}
THREADS = (1, 2)
ROUNDS = 3
# Eight reports of the length of an agency report; BERT-base needs about ten seconds for them.
REPORTS, REPORT_WORDS = 8, 450
FEW, MANY, SHORT_WORDS = 200, 2000, 180
# What we set out to reach: 12 times as fast as PyTorch, cold under 2 s, under 500 MB.
ASKED_RATIO, ASKED_COLD, ASKED_MEMORY = 12.0, 2.0, 500.0

CORES = os.cpu_count() or 1

Rounds = list[dict[str, Run]]


def measure(data: Path) -> Measured:
    """Time the readers. The seed report beside the corpora is the cold one; without it, a generated report."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        python("-m", "benchmarks.reading.bert_network", name, threads=CORES)
        texts = [report.text for report in generate_reports(REPORTS, words=REPORT_WORDS)]
        rounds = {threads: _warm_rounds(folder, texts, threads) for threads in THREADS}
        cold = _cold_rounds(folder, _cold_report(data))
        words = sum(len(text.split()) for text in texts)
        figures = [figure for threads in THREADS for figure in _speed(rounds[threads], words, threads)]
        figures += [*_start_up(rounds[1]), *_memory(rounds[1]), *_cold(cold), *_many_reports(folder)]
    return Measured(part="reading", figures=tuple(figures), notes=(*_notes(rounds, words), *describe_machine()))


def _warm_rounds(folder: Path, texts: list[str], threads: int) -> Rounds:
    tasks = {kind: _task(folder, texts, kind=kind, threads=threads, timed=True) for kind in READERS}
    return [{kind: run(task) for kind, task in tasks.items()} for _ in range(ROUNDS)]


def _cold_rounds(folder: Path, text: str) -> Rounds:
    """`saidwho read` of one report in a fresh process; the others load, read the same text once and end."""
    report = folder / "report.txt"
    report.write_text(text, encoding="utf-8")
    others = {kind: _task(folder, [text], kind=kind, threads=CORES, timed=False) for kind in NAMES}
    return [
        {"ours": run_command_line("read", str(report), folder=folder, threads=CORES)[0]}
        | {kind: run(task) for kind, task in others.items()}
        for _ in range(ROUNDS)
    ]


def _task(folder: Path, texts: list[str], *, kind: str, threads: int, timed: bool) -> Task:
    file = folder / f"texts-{len(texts)}.json"
    file.write_text(json.dumps(texts), encoding="utf-8")
    return Task(kind=kind, texts=str(file), threads=threads, tokenizer=str(WEIGHTS / "tokenizer.json"), weights=str(folder), timed=timed)


def _cold_report(data: Path) -> str:
    seed = data.parent / "seed/article.txt"
    return seed.read_text(encoding="utf-8") if seed.is_file() else next(generate_reports(1, words=REPORT_WORDS)).text


def _speed(rounds: Rounds, words: int, threads: int) -> list[Figure]:
    name = f"speed, {threads} thread{'s' if threads > 1 else ''}"
    ours = Figure(name=name, value=words / _middle(rounds, "ours", _seconds), unit="words/s", is_timing=True, is_held=False)
    return [ours, *_ratios(name, rounds, _seconds, asked=ASKED_RATIO if threads == 1 else None)]


def _start_up(rounds: Rounds) -> list[Figure]:
    value = _middle(rounds, "ours", _start)
    ours = Figure(name="start-up", value=value, unit="s", less_is_better=True, is_timing=True, is_held=False)
    return [ours, *_ratios("start-up", rounds, _start)]


def _memory(rounds: Rounds) -> list[Figure]:
    value = _middle(rounds, "ours", _peak)
    ours = Figure(name="peak memory", value=value, unit="MB", asked=ASKED_MEMORY, less_is_better=True, is_timing=True)
    return [ours, *_ratios("peak memory", rounds, _peak)]


def _cold(rounds: Rounds) -> list[Figure]:
    value = _middle(rounds, "ours", _total)
    ours = Figure(name="cold saidwho read", value=value, unit="s", asked=ASKED_COLD, less_is_better=True, is_timing=True)
    return [ours, *_ratios("cold saidwho read", rounds, _total)]


def _ratios(name: str, rounds: Rounds, of: Callable[[Run], float], *, asked: float | None = None) -> list[Figure]:
    """How many times the time or memory of ours each of the others takes; only what was asked for is held."""
    return [
        Figure(
            name=f"{name}, {label} / ours",
            value=median([of(r[kind]) / of(r["ours"]) for r in rounds]),
            unit="times",
            asked=asked if kind == "torch" else None,
            is_timing=True,
            is_held=asked is not None and kind == "torch",
        )
        for kind, label in NAMES.items()
    ]


def _many_reports(folder: Path) -> list[Figure]:
    """Peak memory of `saidwho read --json` over a file of few and of many reports."""
    few, many = (_peak_over(count, folder) for count in (FEW, MANY))
    return [
        Figure(name=f"peak memory, {MANY} reports", value=many, unit="MB", asked=ASKED_MEMORY, less_is_better=True, is_timing=True),
        Figure(name=f"memory growth, {FEW} to {MANY} reports", value=many - few, unit="MB", less_is_better=True, is_timing=True),
    ]


def _peak_over(count: int, folder: Path) -> float:
    """Peak memory over a file of generated reports. Raises BenchmarkError where one of them was not read."""
    file = folder / f"reports-{count}.jsonl"
    write_json_lines(file, generate_reports(count, words=SHORT_WORDS))
    done, out = run_command_line("read", "--json", str(file), folder=folder, threads=CORES)
    read = sum("error" not in json.loads(line) for line in out.splitlines())
    if read != count:
        raise BenchmarkError(f"saidwho read --json read {read} of {count} generated reports; its memory would say nothing.")
    return done.peak


def _middle(rounds: Rounds, kind: str, of: Callable[[Run], float]) -> float:
    return median([of(r[kind]) for r in rounds])


def _seconds(done: Run) -> float:
    return done.seconds


def _start(done: Run) -> float:
    return done.start_up


def _peak(done: Run) -> float:
    return done.peak


def _total(done: Run) -> float:
    return done.total


def _notes(rounds: dict[int, Rounds], words: int) -> tuple[str, ...]:
    others = [
        f"{label}: " + ", ".join(f"{words / _middle(rounds[n], kind, _seconds):.0f} words/s on {n}" for n in THREADS)
        for kind, label in NAMES.items()
    ]
    return (
        f"speed: {REPORTS} generated reports, {words} white-space words; the middle of {ROUNDS} rounds, each reader in a fresh process.",
        "ours is all of Reader.read; BERT-base has random weights and plain argmax, windows of 512 without overlap; both tokenise.",
        *others,
        f"cold: a fresh process, its files in the system's cache, modules compiled as an install has them, {CORES} threads.",
    )
