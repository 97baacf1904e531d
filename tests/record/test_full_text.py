"""SQLite's full text is put together a little with every report, and never much at once."""

import sqlite3
from contextlib import closing
from pathlib import Path

from saidwho.record.location import locate
from saidwho.record.record import open_record
from tests.record.made import keep, shape_of

TEXT = "Ada Vale said that {} people were struck at Ilven.\nPell Orsk denied that it was so on day {}."


def parts_of(folder: Path, search: str) -> int:
    """Of how many parts, each with its own words, full text consists."""
    with closing(sqlite3.connect(folder / "record.sqlite")) as database:
        # FTS5 numbers its pages by part; what is below is no page.
        return int(database.execute(f"SELECT count(DISTINCT id >> 37) FROM {search}_data WHERE id > 10").fetchone()[0])


def test_reports_that_come_one_by_one_are_put_together(tmp_path: Path) -> None:
    """Each begins as a part of its own; without merging there would be 15 at the end, and once all of 16 merged at a time."""
    most = dict.fromkeys(("statement_search", "document_search"), 0)
    with open_record(locate(str(tmp_path)), create=True) as record:
        for number in range(40):
            keep(record, shape_of(TEXT.format(number, number), key=str(number)))
            most = {search: max(before, parts_of(tmp_path, search)) for search, before in most.items()}
    assert (True, True) == (4 <= min(most.values()), max(most.values()) <= 10)


def test_nothing_is_put_together_by_itself(tmp_path: Path) -> None:
    """FTS5 would merge hundreds of pages with every dozenth report."""
    with open_record(locate(str(tmp_path)), create=True):
        pass
    with closing(sqlite3.connect(tmp_path / "record.sqlite")) as database:
        for search in ("statement_search", "document_search"):
            assert [(0,)] == database.execute(f"SELECT v FROM {search}_config WHERE k = 'automerge'").fetchall()
