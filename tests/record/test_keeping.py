"""Reports come into a record once, whole, and stay."""

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.bodies import line_of
from saidwho.record.dialects import found_numbers
from saidwho.record.location import Location
from saidwho.record.record import Record, open_record
from saidwho.types.contract import write_line
from tests.record.made import keep, shape_of

FIRST = "Ada Vale said that 17 people were struck at Ilven.\nPell Orsk denied that the bridge was gone."
SECOND = "Pell Orsk said that 40 trucks were pledged to Corvane."


def counts(record: Record) -> dict[str, int]:
    with record.reading() as connection:
        return {
            table.name: connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one()
            for table in tables.metadata.sorted_tables
        }


def found(record: Record, text: str, search: str = "statement_search") -> list[str]:
    """The words of the statements that full text finds, newest first."""
    matches = found_numbers(record.dialect, search, text).subquery()
    asked = sa.select(tables.statements.c.quote).join(matches, matches.c.n == tables.statements.c.n)
    with record.reading() as connection:
        return list(connection.execute(asked.order_by(tables.statements.c.n.desc())).scalars())


def test_what_was_kept_is_given_back(record: Record) -> None:
    """A reading comes back as the same line of JSON."""
    report = shape_of(FIRST)
    keep(record, report)
    with record.reading() as connection:
        body = connection.execute(sa.select(tables.readings.c.body)).scalar_one()
    assert write_line(report).encode() == line_of(body)


def test_a_report_has_rows_of_every_kind(record: Record) -> None:
    """What can be looked for has a row."""
    keep(record, shape_of(FIRST), shape_of(SECOND))
    held = counts(record)
    assert {"documents": 2, "statements": 3, "propositions": 3, "figures": 2, "actors": 2, "places": 2, "aid": 1, "originals": 2} == {
        name: held[name] for name in ("documents", "statements", "propositions", "figures", "actors", "places", "aid", "originals")
    }
    assert 4 == held["log_entries"]


def test_adding_the_same_twice_changes_nothing(record: Record) -> None:
    """It is already there, and no table grows."""
    keep(record, shape_of(FIRST))
    before = counts(record)
    (again,) = keep(record, shape_of(FIRST))
    assert ("already there", before) == (again.outcome, counts(record))


def test_the_same_twice_in_one_batch_is_one(record: Record) -> None:
    """A report given twice is taken in once."""
    outcomes = [saved.outcome for saved in keep(record, shape_of(FIRST, key="1"), shape_of(FIRST, key="1"))]
    assert (["taken in", "already there"], 1) == (outcomes, counts(record)["documents"])


def test_statements_are_found_by_their_words(record: Record) -> None:
    """Full text finds inflected forms, phrases and speakers, and no sign of a query language means anything."""
    keep(record, shape_of(FIRST), shape_of(SECOND))
    assert ["40 trucks were pledged to Corvane"] == found(record, "truck")
    assert ["the bridge was gone"] == found(record, '"bridge was gone"')
    assert ["17 people were struck at Ilven"] == found(record, "Vale")
    assert [] == found(record, "gone* OR (truck")


def test_a_revision_supersedes_what_stood(record: Record) -> None:
    """One page with another text is a new revision; the statements of the old one no longer stand."""
    keep(record, shape_of("Ada Vale said that 17 people were struck.", key="page", url="https://courier.example/1"))
    (saved,) = keep(record, shape_of("Ada Vale said that 19 people were struck.", key="page", url="https://courier.example/1"))
    assert ("revised", 2) == (saved.outcome, saved.revision)
    table = tables.statements
    with record.reading() as connection:
        standing = connection.execute(sa.select(table.c.quote).where(table.c.stands)).scalars().all()
        changes = connection.execute(sa.select(tables.changes.c.kind).order_by(tables.changes.c.n)).scalars().all()
    assert (["19 people were struck"], ["came", "revised", "changed"]) == (standing, changes)


def test_another_date_makes_no_revision(record: Record) -> None:
    """A feed that dates a page anew changes nothing while its text is the same; with another text it is a revision."""
    keep(record, shape_of(FIRST, key="page", published="2023-11-16"))
    again = shape_of(FIRST, key="page", published="2023-11-20")
    changed = shape_of(FIRST + " It rained.", key="page", published="2023-11-20")
    assert [("already there", 1)] == [(saved.outcome, saved.revision) for saved in keep(record, again)]
    assert [("already there", 1), ("revised", 2)] == [(saved.outcome, saved.revision) for saved in keep(record, again, changed)]


def test_revisions_in_one_batch_follow_each_other(record: Record) -> None:
    """The second knows of the first, though both are saved at once."""
    texts = ["Ada Vale said that it was so.", "Ada Vale said that it was not so.", "Ada Vale said nothing."]
    assert [1, 2, 3] == [saved.revision for saved in keep(record, *(shape_of(text, key="page") for text in texts))]


def test_a_newer_reader_leaves_the_older_reading(record: Record) -> None:
    """Both readings stay, the newer is found."""
    report = shape_of(FIRST)
    keep(record, report, reader="reader 1")
    fewer = report | {"statements": report["statements"][:1]}
    (saved,) = keep(record, fewer, reader="reader 2")
    held = counts(record)
    assert ("reread", 2, 1) == (saved.outcome, held["readings"], held["statements"])
    assert [] == found(record, "bridge")


def test_what_no_database_can_hold_is_kept_all_the_same(record: Record) -> None:
    """Half a surrogate pair and a zero byte stay in the reading; rows have a sign in their place."""
    report = shape_of("Ada Vale said that it was so.", key="\ud800")
    report["document"]["title"] = "zero\0byte"
    keep(record, report)
    with record.reading() as connection:
        title = connection.execute(sa.select(tables.documents.c.title)).scalar_one()
        body = connection.execute(sa.select(tables.readings.c.body)).scalar_one()
    assert ("zero\N{REPLACEMENT CHARACTER}byte", write_line(report).encode()) == (title, line_of(body))


def test_a_record_is_there_when_it_is_opened_again(record: Record, location: Location) -> None:
    """It outlives the process."""
    keep(record, shape_of(FIRST))
    with open_record(location) as again:
        assert counts(record) == counts(again)
