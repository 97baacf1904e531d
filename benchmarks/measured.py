"""What is measured, what was asked for, and what others have published.

`asked` is what we set out to reach. `published` is there for orientation: those systems were scored on the
test part, which is not public here, ours are on dev; see the README of each corpus for where the figures come from.
"""

from dataclasses import dataclass, field

from benchmarks.cases import Case


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One measured figure.

    name: its key in floors.json. unit: of value and asked ("F1" and "%" are percent).
    cases: of how many labelled things it is a share; 0 where they are many.
    is_held: a run fails where it is worse than its floor. is_timing: it depends on the machine, so its floor is
    what was asked for and is not raised to what was measured.
    """

    name: str
    value: float
    unit: str
    asked: float | None = None
    published: str = ""
    cases: int = 0
    less_is_better: bool = False
    is_held: bool = True
    is_timing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What one part of the benchmarks found.

    data: files under the data folder that the figures stand on. cases: one row a document, for the committed cases.
    notes: lines to print below the table.
    """

    part: str
    figures: tuple[Figure, ...]
    data: tuple[str, ...] = ()
    cases: tuple[Case, ...] = ()
    notes: tuple[str, ...] = field(default=())
