"""Which documents did a change move?

One row a document, committed beside the benchmark; no text of a corpus in it. A cell is right/predicted/gold.
"""

from dataclasses import dataclass
from pathlib import Path

from benchmarks.counts import Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """How one document came out. name: its id in the corpus."""

    corpus: str
    name: str
    counts: dict[str, Counts]

    def __str__(self) -> str:
        return "\t".join([self.corpus, self.name, *(f"{what}={counts}" for what, counts in self.counts.items())])


def write_cases(file: Path, cases: tuple[Case, ...]) -> None:
    file.write_text("".join(f"{case}\n" for case in cases), encoding="utf-8")


def moved_cases(file: Path, cases: tuple[Case, ...]) -> list[str]:
    """Lines that say which cases differ from the committed ones; empty where none does."""
    before = _rows(file.read_text(encoding="utf-8"))
    now = _rows("".join(f"{case}\n" for case in cases))
    return [
        f"{corpus} {name}: {before.get((corpus, name), 'none')} -> {now.get((corpus, name), 'none')}"
        for corpus, name in sorted(before.keys() | now.keys())
        if before.get((corpus, name)) != now.get((corpus, name))
    ]


def _rows(text: str) -> dict[tuple[str, str], str]:
    rows = {}
    for line in text.splitlines():
        corpus, name, *cells = line.split("\t")
        rows[corpus, name] = " ".join(cells)
    return rows
