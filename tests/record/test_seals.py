"""What was kept of a reading is known by one hash, and nothing of it can be altered unseen."""

from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from saidwho.record import tables
from saidwho.record.location import locate
from saidwho.record.record import Record, open_record
from saidwho.record.seals import Sealed, Values, lines_of, seal_of, sealed_tables
from saidwho.record.verification import archived, rows
from saidwho.record.verification.lines import sealed_lines
from saidwho.record.verification.rows import check_rows, check_strays
from saidwho.record.verification.verifying import verify
from saidwho.record.withholding import withhold
from saidwho.types.ids import content_id
from tests.record.made import keep, shape_of

FIRST = "Ada Vale said that 17 people were struck at Ilven.\nPell Orsk denied that the bridge was gone."
SECOND = "Pell Orsk said that 40 trucks were pledged to Corvane. Ada Vale said that 17 people were struck."
COLUMNS = [(one, name) for one in sealed_tables() for name in one.names]


def kept(record: Record) -> Record:
    """A record with a row in every table that is sealed, and a document in two revisions."""
    keep(record, shape_of(FIRST, key="1", title="Ünrest at Ilven \ud800"), shape_of(SECOND, key="2"))
    keep(record, shape_of(FIRST + "\nAda Vale said nothing.", key="1"))
    return record


def faults(record: Record, *, anew: bool = False) -> list[str]:
    return [str(fault) for fault in verify(record, anew=anew)]


def test_what_nobody_touched_is_known_by_its_hash(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """On both databases, whatever a newer revision made of it: no row is made anew, and no original is unpacked."""
    monkeypatch.setattr(rows, "_document", lambda document, *_: pytest.fail(f"{document.id} was made anew"))
    monkeypatch.setattr(archived, "_original", lambda *_: pytest.fail("an original was unpacked"))
    assert [] == faults(kept(record))


def test_all_can_be_made_anew(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    """For whoever trusts no hash that this program wrote."""
    made = []
    monkeypatch.setattr(rows, "_document", lambda document, *_: made.append(document.id) or ())
    assert ([], 3) == (faults(kept(record), anew=True), len(made))


@pytest.mark.parametrize("erase", [False, True])
def test_what_is_withheld_is_made_anew(record: Record, erase: bool) -> None:
    """Its rows are no longer those that were kept, and the record is sound."""
    kept(record)
    withhold(record, content_id("Ada Vale"), reason="asked for by the person named", erase=erase)
    assert [] == faults(record)


def test_what_is_read_again_is_known_by_the_newer_reading(record: Record) -> None:
    """And so are the documents that give the rows of its actors from then on."""
    kept(record)
    keep(record, shape_of(SECOND, key="2"), reader="reader 2")
    assert ([], []) == (faults(record), faults(record, anew=True))


def altered(column: sa.Column[Any]) -> sa.ColumnElement[Any]:
    """Another value than the one that is there."""
    if isinstance(column.type, sa.Boolean):
        return sa.not_(column)
    if isinstance(column.type, (sa.String, sa.Text)):
        return sa.func.coalesce(column, "") + "x"
    return sa.func.coalesce(column, 0) + 1


@pytest.mark.parametrize("anew", [False, True])
def test_no_value_can_be_altered_unseen(record: Record, anew: bool) -> None:
    """In no column of no table that is made of readings."""
    kept(record)
    unseen = []
    with record.engine.connect() as connection:
        for one, name in COLUMNS:
            keys = list(one.table.primary_key.columns)
            row = connection.execute(sa.select(*keys).order_by(*(key.desc() for key in keys)).limit(1)).one()
            chosen = sa.and_(*(key == row._mapping[key.name] for key in keys))
            connection.execute(sa.update(one.table).where(chosen).values({name: altered(one.table.c[name])}))
            if not [*check_rows(connection, anew=anew), *check_strays(connection)]:
                unseen.append(f"{one.table.name}.{name}")
            connection.rollback()
    assert [] == unseen


@pytest.mark.parametrize("one", sealed_tables(), ids=lambda one: one.table.name)
def test_no_row_can_be_taken_away_unseen(record: Record, one: Sealed) -> None:
    """From no table that is made of readings."""
    kept(record)
    with record.engine.connect() as connection:
        connection.execute(sa.delete(one.table))
        assert [*check_rows(connection), *check_strays(connection)]
        connection.rollback()


@pytest.mark.parametrize("document", [0, 1 << 47])
def test_rows_of_no_document_are_told(record: Record, document: int) -> None:
    """Wherever they are, before the first document and after the last as well."""
    kept(record)
    table = tables.document_actors
    record.write(lambda connection: connection.execute(sa.insert(table).values(actor=1, document=document, mentions=1)))
    assert [f"extra: rows of document_actors: there is no document {document} that they belong to"] == faults(record)


def test_a_place_that_is_gone_is_told(record: Record) -> None:
    """Statements lead to it."""
    kept(record)
    record.write(lambda connection: connection.execute(sa.delete(tables.places)))
    assert {"missing"} == {fault.kind for fault in verify(record)}


def test_a_hash_that_is_slipped_in_later_does_not_count(record: Record) -> None:
    """What the log said first about a reading is what is compared."""
    kept(record)
    change = "UPDATE statements SET quote = 'something else' WHERE act = 'deny'"
    entry = tables.log_entries
    with record.engine.connect() as connection:
        connection.execute(sa.text(change))
        for row in connection.execute(sa.select(entry).where(entry.c.kind == "reading")).all():
            body = row.body.replace('"kept":"', '"kept":"0')
            connection.execute(sa.insert(entry).values({**row._mapping, "n": row.n + 100, "body": body}))
        assert any("rows of statements" in str(fault) for fault in check_rows(connection))
        connection.rollback()


_VALUES = st.one_of(st.none(), st.integers(), st.floats(allow_nan=False), st.text())


@st.composite
def _held(draw: st.DrawFn) -> dict[str, list[Values]]:
    """Rows of some tables, their keys told apart."""
    held: dict[str, list[Values]] = {}
    for one in draw(st.lists(st.sampled_from(sealed_tables()), unique=True, min_size=1, max_size=3)):
        places = one.key(tuple(range(len(one.names))))
        keys = set(places) if isinstance(places, tuple) else {places}
        held[one.table.name] = [
            tuple(number if at in keys else draw(_VALUES) for at in range(len(one.names))) for number in range(draw(st.integers(1, 3)))
        ]
    return held


@given(held=_held(), data=st.data())
def test_every_other_value_gives_another_hash(held: dict[str, list[Values]], data: st.DataObject) -> None:
    """Also one that is only written alike, such as 1 and "1"; the order in which rows were given does not count."""
    name = data.draw(st.sampled_from(sorted(held)))
    row = data.draw(st.integers(0, len(held[name]) - 1))
    column = data.draw(st.integers(0, len(held[name][row]) - 1))
    old = held[name][row][column]
    new = data.draw(_VALUES.filter(lambda value: repr(value) != repr(old)) if not isinstance(old, int) else st.integers(100))
    other = [list(values) for values in held[name]]
    other[row][column] = new
    expected = seal_of(b"body", held)
    assert expected == seal_of(b"body", {table: list(reversed(values)) for table, values in held.items()})
    if new != old:
        assert expected != seal_of(b"body", {**held, name: [tuple(values) for values in other]})
    assert expected != seal_of(b"bodies", held)


_TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=("Cs",)), max_size=20)


def test_databases_write_lines_as_this_program_does(record: Record) -> None:
    """Whatever signs a text has and whatever a double is, also for several rows of a table."""
    kept(record)
    table = tables.statements
    one = next(one for one in sealed_tables() if one.table is table)

    @given(quote=_TEXTS, source=_TEXTS, score=st.floats(0, 1), side=st.one_of(st.none(), _TEXTS))
    def same(quote: str, source: str, score: float, side: str | None) -> None:
        with record.engine.connect() as connection:
            connection.execute(sa.update(table).values(quote=quote, source=source, score=score, speaker_side=side))
            found = sealed_lines(connection, (None, None))
            assert len(found) == 3
            for number, lines in found.items():
                rows = connection.execute(sa.select(*one.columns()).where(table.c.document == number)).all()
                latest = connection.execute(sa.select(tables.documents.c.is_latest).where(tables.documents.c.n == number)).scalar_one()
                values = [tuple(row) if latest else (*row[:-1], 1 - row[-1]) for row in rows]
                assert list(lines_of(one, values)) == lines[1:3]
            connection.rollback()

    same()


def test_bytes_in_the_place_of_a_text_are_told(tmp_path: Path) -> None:
    """SQLite takes them, and cannot write them: then all is compared as it lies."""
    with open_record(locate(str(tmp_path / "record")), create=True) as record:
        kept(record).write(lambda connection: connection.execute(sa.text("UPDATE statements SET quote = x'ff00' WHERE act = 'deny'")))
        assert {"altered"} == {fault.kind for fault in verify(record)}
