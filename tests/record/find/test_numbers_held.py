"""Numbers are compared with what a table holds in whichever way costs less, and the answer is the same."""

import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from saidwho.record import dialects, tables
from saidwho.record.dialects import insert_rows
from saidwho.record.find import searching
from saidwho.record.find.searching import holding, one_of
from saidwho.record.record import Record

ROWS = 600
WHO = tables.statement_voices


def has(number: int, voice: int) -> bool:
    """Voice 1 has nearly all statements, voice 2 every third, the others one in 50 each."""
    return bool({1: number % 10, 2: number % 3 == 0}.get(voice, number % 50 == voice))


def test_those_that_have_a_row_are_found(record: Record) -> None:
    """For few values and many, numbers close together or far apart; looked up one by one, or gone through."""
    rows = [{"voice": voice, "statement": number} for number in range(ROWS) for voice in range(1, 12) if has(number, voice)]
    record.write(lambda connection: insert_rows(connection, WHO, rows))
    with record.reading() as connection:
        check(connection)
        before = dialects._MANY, searching._BESIDE
        try:
            dialects._MANY, searching._BESIDE = 1, 1  # gone through at once, and not to the end
            check(connection)
        finally:
            dialects._MANY, searching._BESIDE = before


def check(connection: sa.Connection) -> None:
    @given(st.sets(st.integers(0, ROWS - 1), max_size=300), st.sets(st.integers(1, 14), max_size=8))
    def same(numbers: set[int], voices: set[int]) -> None:
        asked = sorted(numbers, reverse=True)
        expected = [number for number in asked if any(voice < 12 and has(number, voice) for voice in voices)]
        assert expected == holding(connection, WHO.c.statement, WHO.c.voice, asked, sorted(voices))

    same()


def test_numbers_are_looked_up_by_an_index(record: Record) -> None:
    """A condition on many numbers is one that the database has an index for, and not a calculation on each row."""
    asked = sa.select(tables.statements.c.id).where(one_of(tables.statements.c.n, range(40)), tables.statements.c.stands)
    with record.reading() as connection:
        if record.dialect == "postgresql":
            connection.exec_driver_sql("SET enable_seqscan = off")
        words = "EXPLAIN QUERY PLAN" if record.dialect == "sqlite" else "EXPLAIN"
        # Written out as it is sent; the way to explain it is each database's own.
        compiled = asked.compile(connection, compile_kwargs={"render_postcompile": True})
        sent = dict.fromkeys(compiled.params, "{1,2,3}") if record.dialect == "postgresql" else ()
        plan = " ".join(str(row) for row in connection.exec_driver_sql(f"{words} {compiled}", sent))
    assert ("SEARCH statements USING INTEGER PRIMARY KEY" in plan) if record.dialect == "sqlite" else ("Index Cond" in plan)
