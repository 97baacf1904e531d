"""Which lines does a table of the register hold?

Tab-separated text in UTF-8. The first line that is neither empty nor a comment (#) names the columns, in any order; cells at the
end of a line may be left off. Quotation marks mean themselves.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from saidwho.errors import RegisterError


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table. where: "path:line", for messages. cells: by the name of their column, without blanks around them."""

    where: str
    cells: dict[str, str]

    def cell(self, column: str) -> str:
        return self.cells.get(column, "")

    def wrong(self, problem: str) -> RegisterError:
        """The error to raise for this line. problem: what is wrong, what was expected, what to do."""
        return RegisterError(f"{self.where}: {problem}")


def read_rows(path: Path, *, columns: tuple[str, ...], required: tuple[str, ...]) -> list[Row]:
    """Read a table. columns: all that it may have. required: those it must have, and that may not be empty in a line.

    Raises RegisterError, with path and line.
    """
    lines = _lines(path)
    header = next(lines, None)
    if header is None:
        raise RegisterError(
            f"{path}:1: the file holds no line that names its columns. Begin it with: {' '.join(required)}, set apart by tabs."
        )
    names = _header(header, columns=columns, required=required)
    return [_row(line, names, required=required) for line in lines]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    where: str
    cells: list[str]


def _lines(path: Path) -> Iterator[_Line]:
    for number, line in enumerate(_text(path).split("\n"), start=1):
        bare = line.strip()
        if bare and not bare.startswith("#"):
            yield _Line(where=f"{path}:{number}", cells=[cell.strip() for cell in line.split("\t")])


def _text(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise RegisterError(f"{path}:1: the file cannot be read ({error.strerror}). Give the path of a register file.") from error
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise RegisterError(f"{path}:{line}: not UTF-8 (byte {data[error.start]:#04x}). Save the file as UTF-8.") from error


def _header(line: _Line, *, columns: tuple[str, ...], required: tuple[str, ...]) -> list[str]:
    for name in line.cells:
        if name not in columns:
            raise RegisterError(f"{line.where}: no column is called {name[:80]!r}. Columns are {', '.join(columns)}, set apart by tabs.")
        if line.cells.count(name) > 1:
            raise RegisterError(f"{line.where}: the column {name!r} stands twice. Name each column once.")
    for name in required:
        if name not in line.cells:
            raise RegisterError(f"{line.where}: the column {name!r} is missing. Add it to the line that names the columns.")
    return line.cells


def _row(line: _Line, names: list[str], *, required: tuple[str, ...]) -> Row:
    if len(line.cells) > len(names):
        raise RegisterError(
            f"{line.where}: {len(line.cells)} cells, but there are {len(names)} columns. Take out a tab, or name one more column."
        )
    cells = dict(zip(names, line.cells, strict=False))
    row = Row(where=line.where, cells=cells)
    for name in required:
        if not cells.get(name):
            raise row.wrong(f"the column {name!r} is empty. Fill it in; cells are set apart by tabs, not by blanks.")
    return row
