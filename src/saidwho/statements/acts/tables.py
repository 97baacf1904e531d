"""Lists of words: the tables beside this module and their kind elsewhere in the stage, which may be added to."""

from importlib.resources import files

from saidwho.errors import SaidwhoError


def rows_of(table: str, *, columns: int, package: str = "saidwho.statements.acts") -> list[list[str]]:
    """The rows of a table, without comments. Raises SaidwhoError where a row has another number of columns."""
    text = (files(package) / table).read_text(encoding="utf-8")
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != columns:
            raise SaidwhoError(f"{table}, line {number}: {columns} columns are expected, with tabs between, but there are {len(cells)}.")
        rows.append(cells)
    return rows


def word_set(text: str) -> frozenset[str]:
    """The words of a list in the code, for asking whether one is in it."""
    return frozenset(text.split())


def words_of(table: str, *, package: str = "saidwho.statements.acts") -> dict[str, frozenset[str]]:
    """A table of two columns, kind and words, as the words of each kind."""
    return {kind: frozenset(words.split()) for kind, words in rows_of(table, columns=2, package=package)}
