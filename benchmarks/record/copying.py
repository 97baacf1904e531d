"""Copy a generated record from SQLite to PostgreSQL, table by table: a million statements in minutes and not in hours.

Both share one archive, and the file of the log is copied. Full text is made anew, from what a generated report has.

example: python -m benchmarks.record.copying /tmp/million postgresql://localhost/million --archive /tmp/million-pg
"""

import argparse
import shutil
import sys
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.bodies import report_in
from saidwho.record.dialects import add_words
from saidwho.record.location import locate
from saidwho.record.record import Record, open_record


def main(arguments: list[str] | None = None) -> int:
    """Copy; returns the exit code."""
    about, _, example = (__doc__ or "").rpartition("\n\n")
    parser = argparse.ArgumentParser(prog="python -m benchmarks.record.copying", description=about, epilog=example)
    parser.add_argument("source", help="the folder of the record in SQLite")
    parser.add_argument("target", help="postgresql://..., an empty database")
    parser.add_argument("--archive", required=True, help="the folder of the target's archive and log")
    given = parser.parse_args(arguments)
    target = locate(given.target, archive=given.archive)
    with open_record(locate(given.source)) as one, open_record(target, create=True) as other:
        shutil.copytree(one.location.archive, target.archive, dirs_exist_ok=True)
        shutil.copy(one.location.log, target.log)
        _copy(one, other)
    return 0


def _copy(one: Record, other: Record) -> None:
    # Indexes are made when all rows are there, and nothing is flushed meanwhile: what breaks off is copied again.
    with other.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as target, one.reading() as source:
        target.exec_driver_sql("SET synchronous_commit = off")
        target.exec_driver_sql("SET maintenance_work_mem = '1GB'")
        indexes = _drop_indexes(target)
        for table in tables.metadata.sorted_tables:
            rows = source.execute(sa.select(table), execution_options={"yield_per": 10_000})
            _tell(table.name, _fill(target, table.name, [column.name for column in table.columns], rows))
        for search, words in (("statement_search", _of_statements), ("document_search", _of_documents)):
            count, rows = 0, words(source)
            while batch := list(islice(rows, 10_000)):
                add_words(target, search, batch)
                count += len(batch)
            _tell(search, count)
        for index in indexes:
            target.exec_driver_sql(index)
        _tell("indexes", len(indexes))
        target.exec_driver_sql("VACUUM ANALYZE")


def _drop_indexes(target: sa.Connection) -> list[str]:
    """Drop what is no key, and return how to make it again."""
    asked = (
        "SELECT c.relname, pg_get_indexdef(c.oid) FROM pg_class AS c JOIN pg_index AS i ON i.indexrelid = c.oid"
        " JOIN pg_namespace AS s ON s.oid = c.relnamespace WHERE s.nspname = 'public' AND NOT i.indisunique"
    )
    found = target.exec_driver_sql(asked).all()
    for name, _ in found:
        target.exec_driver_sql(f"DROP INDEX {name}")
    return [made for _, made in found]


def _fill(target: sa.Connection, table: str, names: list[str], rows: Iterable[Any]) -> int:
    quoted = ", ".join(map(target.dialect.identifier_preparer.quote, names))
    count = 0
    cursor = target.connection.cursor()
    with cursor.copy(f"COPY {table} ({quoted}) FROM STDIN") as copy:  # type: ignore[attr-defined]  # psycopg's own
        for row in rows:
            copy.write_row(row)
            count += 1
    return count


def _of_statements(source: sa.Connection) -> Iterator[tuple[int, str, str]]:
    """Words and who said them: in a generated report a source is its speaker's name."""
    table = tables.statements
    for row in source.execute(sa.select(table.c.n, table.c.quote, table.c.source), execution_options={"yield_per": 10_000}):
        yield row.n, row.quote, row.source


def _of_documents(source: sa.Connection) -> Iterator[tuple[int, str, str]]:
    table = tables.readings
    for row in source.execute(sa.select(table.c.document, table.c.body), execution_options={"yield_per": 500}):
        document = report_in(row.body)["document"]
        yield row.document, document["title"] or "", document["text"]


def _tell(name: str, count: int) -> None:
    print(f"# {time.strftime('%H:%M:%S')} {name}: {count:,}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
