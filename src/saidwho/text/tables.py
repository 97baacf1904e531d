"""Lists of words: those in the code, and the tables beside it, which hold one entry a line and may be added to."""

from importlib.resources import files

from saidwho.errors import SaidwhoError


def word_set(text: str) -> frozenset[str]:
    """The words of a list in the code, for asking whether one is in it."""
    return frozenset(text.split())


def rows_of(table: str, *, package: str, columns: int, has_head: bool = False) -> list[list[str]]:
    """The rows of a table in a package, without comments. Raises SaidwhoError where a row has another number of columns.

    table: its file, below the package. has_head: whether the first row names the columns; it is left out.
    """
    text = files(package).joinpath(table).read_text(encoding="utf-8")
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise SaidwhoError(f"{table}, line {number}: {columns} columns are expected, with tabs between, but there are {len(cells)}.")
        rows.append(cells)
    return rows[1:] if has_head else rows


def words_of(table: str, *, package: str) -> dict[str, frozenset[str]]:
    """A table of two columns, kind and words, as the words of each kind."""
    return {kind: frozenset(words.split()) for kind, words in rows_of(table, package=package, columns=2)}
