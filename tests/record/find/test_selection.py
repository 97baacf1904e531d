"""What is taken out of a record comes by document id, with the statements that filters let through."""

from typing import Any

import pytest

from saidwho.record.find.filters import Filters
from saidwho.record.find.selection import select_reports
from saidwho.record.record import Record
from saidwho.record.withholding import withhold
from tests.record.made import keep, shape_of


def keys(record: Record, **filters: Any) -> set[str]:
    with record.reading() as connection:
        found = [one.report["document"] for one in select_reports(connection, Filters(**filters))]
    assert sorted(document["id"] for document in found) == [document["id"] for document in found]
    return {document["key"] for document in found}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, "abcd"),
        ({"since": "2023-11-16"}, "bc"),
        ({"outlet": "The Corvane Post"}, "b"),
        ({"act": "deny"}, "a"),
        ({"about": "struck"}, "ab"),
    ],
)
def test_documents_come_by_id(stocked: Record, filters: dict[str, Any], expected: str) -> None:
    """Those that filters let through, or one of whose statements they do."""
    assert set(expected) == keys(stocked, **filters)


def test_statements_are_narrowed_to_those_found(stocked: Record) -> None:
    """The report itself is whole."""
    with stocked.reading() as connection:
        found = next(select_reports(connection, Filters(act="deny")))
    assert (2, ["deny"]) == (len(found.report["statements"]), [one["act"] for one in found.narrowed()["statements"]])


def test_reports_are_as_they_were_kept(stocked: Record) -> None:
    """In the shape of the contract, all fields."""
    report = shape_of("Dora Finn said that nothing happened.", key="d", outlet=None, published=None)
    with stocked.reading() as connection:
        assert report in [one.report for one in select_reports(connection, Filters())]


def test_older_revisions_come_only_with_history(filled: Record) -> None:
    """And nothing that is withheld comes at all."""
    keep(filled, shape_of("Dora Finn said that something happened.", key="d", outlet=None, published=None))
    with filled.reading() as connection:
        assert (4, 5) == tuple(len(list(select_reports(connection, Filters(), with_history=flag))) for flag in (False, True))
        document = next(one.report["document"]["id"] for one in select_reports(connection, Filters(about="bridge")))
    withhold(filled, document, reason="asked for")
    assert {"a", "c", "d"} == keys(filled)
