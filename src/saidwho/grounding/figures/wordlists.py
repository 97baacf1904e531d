"""Lists of words: those in the code, and the tables beside it, which hold one entry a line and may be added to."""

from importlib.resources import files

from saidwho.errors import GroundingError


def word_set(text: str) -> frozenset[str]:
    """The words of a list, for asking whether one is in it."""
    return frozenset(text.split())


def rows_of(table: str, *, columns: int) -> list[list[str]]:
    """The rows of a table in tables/, without comments. Raises GroundingError where a row has another number of columns."""
    text = (files(__package__) / "tables" / table).read_text(encoding="utf-8")
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise GroundingError(
                f"tables/{table}, line {number}: {columns} columns are expected, with tabs between, but there are {len(cells)}."
            )
        rows.append(cells)
    return rows
