"""How well does the reader read? As its model card tells, whose figures are measured when it is released."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_CARD = files("saidwho.reading") / "weights" / "MODEL_CARD.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """what: is measured, and how. on: which texts. score: as the card writes it, in per cent unless it says otherwise."""

    what: str
    on: str
    score: str


@cache
def scores() -> tuple[Score, ...]:
    """The rows of the card's table of scores."""
    _, _, after = _CARD.read_text(encoding="utf-8").partition("\n## Scores\n")
    lines = [line for line in after.partition("\n## ")[0].splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    return tuple(Score(what=what, on=on, score=score) for what, on, score in rows)
