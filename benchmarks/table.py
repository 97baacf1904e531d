"""How are figures shown?"""

from benchmarks.floors import Floors, is_worse
from benchmarks.measured import Figure

HEADER = ("figure", "unit", "asked", "floor", "measured", "", "published")


def table(figures: list[Figure], floors: Floors) -> str:
    """All figures as one table of plain text; a ceiling (less is better) is written with <=."""
    rows = [HEADER, *(_row(figure, floors) for figure in figures)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADER))]
    lines = ["  ".join(_pad(cell, widths[i], right=i in (2, 3, 4)) for i, cell in enumerate(row)).rstrip() for row in rows]
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def _row(figure: Figure, floors: Floors) -> tuple[str, ...]:
    floor = floors.figures.get(figure.name)
    return (
        figure.name,
        figure.unit,
        _bound(figure.asked, figure),
        _bound(floor, figure) if figure.is_held else "",
        f"{figure.value:.2f}",
        _mark(figure, floor),
        figure.published,
    )


def _bound(value: float | None, figure: Figure) -> str:
    if value is None:
        return "-"
    return f"<= {value:g}" if figure.less_is_better else f"{value:g}"


def _mark(figure: Figure, floor: float | None) -> str:
    if figure.is_held and (floor is None or is_worse(figure, floor)):
        return "FAILS"
    return "below asked" if figure.asked is not None and is_worse(figure, figure.asked) else ""


def _pad(cell: str, width: int, *, right: bool) -> str:
    return cell.rjust(width) if right else cell.ljust(width)
