"""Statements are found by what they say, who says it, where, when and in which outlet."""

from typing import Any

import pytest

from saidwho.errors import FilterError
from saidwho.record.find.filters import Filters, Near
from saidwho.record.find.shapes import statement_shapes
from saidwho.record.find.statements import find_statements
from saidwho.record.record import Record
from saidwho.record.withholding import withhold
from tests.record.made import keep, report_of, shape_of

COURIER, POST = "The Harbour Courier", "The Corvane Post"


def quotes(record: Record, **filters: Any) -> list[str]:
    with record.reading() as connection:
        return [one.quote for one in find_statements(connection, Filters(**filters)).items]


TRUCKS, QUIET, BRIDGE = "40 trucks were pledged to Corvane", "all was quiet", "the bridge at Ilven was struck"
PORT, BOATS, NOTHING = "the port burned", "12 boats struck Ilven", "nothing happened"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [TRUCKS, QUIET, BRIDGE, PORT, BOATS, NOTHING]),
        ({"about": "striking"}, []),
        ({"about": "bridges"}, [BRIDGE]),
        ({"about": '"struck Ilven"'}, [BOATS]),
        ({"about": "vale struck"}, [BRIDGE, BOATS]),
        ({"by": "Bo Karr"}, [TRUCKS, PORT]),
        ({"by": "karr", "act": "deny"}, [PORT]),
        ({"by": "bo karr", "outlet": "the harbour  COURIER"}, [TRUCKS, PORT]),
        ({"place": "ilven"}, [BRIDGE, BOATS]),
        ({"place": "PSE"}, [TRUCKS]),
        ({"near": Near(lat=48.4, lon=37.2, km=20)}, [BRIDGE, BOATS]),
        ({"near": Near(lat=48.4, lon=37.2, km=5)}, []),
        ({"place": "Ilven", "near": Near(lat=31.5, lon=34.4, km=5)}, []),
        ({"since": "2023-11-16"}, [TRUCKS, QUIET, BRIDGE]),
        ({"since": "2023-11-15", "until": "2023-11-17"}, [QUIET, BRIDGE]),
        ({"until": "2023-11"}, [TRUCKS, QUIET, BRIDGE, PORT, BOATS]),
        ({"act": "deny"}, [PORT]),
        ({"event": "assault"}, [BRIDGE, BOATS]),
        ({"event": "ASSAULT", "about": "boats"}, [BOATS]),
        ({"outlet": POST}, [QUIET, BRIDGE]),
        ({"outlet": POST, "place": "Ilven", "event": "ASSAULT", "by": "Ada Vale", "about": "bridge", "act": "assert"}, [BRIDGE]),
        ({"outlet": POST, "act": "deny"}, []),
    ],
)
def test_all_filters_hold(stocked: Record, filters: dict[str, Any], expected: list[str]) -> None:
    """Newest document first; filters join with and; words are found by their stems, phrases as they stand."""
    assert expected == quotes(stocked, **filters)


@pytest.mark.parametrize("filters", [{}, {"about": "struck"}, {"outlet": COURIER}, {"by": "Ada Vale"}, {"act": "assert"}])
def test_pages_make_the_whole(stocked: Record, filters: dict[str, Any]) -> None:
    """Page by page comes what one page would hold, each item once."""
    found, cursor = [], None
    with stocked.reading() as connection:
        whole = find_statements(connection, Filters(**filters)).items
        while True:
            page = find_statements(connection, Filters(**filters, limit=1, cursor=cursor))
            found += page.items
            cursor = page.next
            if cursor is None:
                break
    assert whole == tuple(found)


def test_a_page_does_not_move_when_reports_come(filled: Record) -> None:
    """What comes in later than a page was asked for does not push its items into the next one."""
    with filled.reading() as connection:
        first = find_statements(connection, Filters(limit=2))
    keep(filled, shape_of("Ada Vale said that it was new.", key="e", published="2023-12-01"))
    with filled.reading() as connection:
        second = find_statements(connection, Filters(limit=2, cursor=first.next))
    assert ([TRUCKS, QUIET], [BRIDGE, PORT]) == ([s.quote for s in first.items], [s.quote for s in second.items])


def test_an_unknown_speaker_is_told_with_the_nearest_names(stocked: Record) -> None:
    """A misspelt name is no empty answer."""
    with pytest.raises(FilterError, match=r"Nobody in the record is called 'Ada Vail'\. Nearest: Ada Vale"):
        quotes(stocked, by="Ada Vail")


def test_unknown_places_and_outlets_are_told_too(stocked: Record) -> None:
    """Each with the nearest names."""
    with pytest.raises(FilterError, match=r"No place .*'Ilvn'\. Nearest: Ilven"):
        quotes(stocked, place="Ilvn")
    with pytest.raises(FilterError, match=r"No outlet .*'Harbor Courier'\. Nearest: The Harbour Courier"):
        quotes(stocked, outlet="Harbor Courier")


def test_a_speaker_goes_by_the_beginning_of_the_id(stocked: Record) -> None:
    """As lists print it."""
    with stocked.reading() as connection:
        one = statement_shapes(connection, find_statements(connection, Filters(act="deny")).items)[0]
    assert [TRUCKS, PORT] == quotes(stocked, by=one["speaker"][:10])


def test_what_is_withheld_is_not_found(filled: Record) -> None:
    """Neither a withheld document's statements nor a withheld person's."""
    document = report_of("Bo Karr said that 40 trucks were pledged to Corvane.", key="c", published="2023-11-18T07:00:00+02:00").document.id
    withhold(filled, document, reason="asked for")
    with filled.reading() as connection:
        speaker = statement_shapes(connection, find_statements(connection, Filters(about="boats")).items)[0]["speaker"]
    withhold(filled, speaker, reason="asked for")
    assert [QUIET, PORT, NOTHING] == quotes(filled)
    assert [] == quotes(filled, about="boats")


def test_only_the_latest_revision_is_found(filled: Record) -> None:
    """What a page said before it changed is in its history, not in the lists."""
    keep(filled, shape_of("Dora Finn said that something happened.", key="d", outlet=None, published=None))
    assert ["something happened"] == quotes(filled, by="Dora Finn")


def test_shapes_are_the_contracts(stocked: Record) -> None:
    """A statement with all fields of the contract, its words, the heading of its document and whom it names."""
    report = shape_of("Ada Vale said that the bridge at Ilven was struck. Cato Mell said that all was quiet.", key="b", outlet=POST)
    with stocked.reading() as connection:
        shape = statement_shapes(connection, find_statements(connection, Filters(about="bridge")).items)[0]
    assert report["statements"][0] == {name: shape[name] for name in report["statements"][0]}
    assert (BRIDGE, report["document"]["id"], ["Ada Vale"]) == (
        shape["quote"],
        shape["document"]["id"],
        [a["name"] for a in shape["actors"]],
    )


@pytest.mark.parametrize("cursor", ["nonsense", "WzFd!", "WyJhIl0", "WzEsMl0", "Wy0xXQ", "é"])
def test_a_cursor_that_is_none_is_refused(stocked: Record, cursor: str) -> None:
    """Whatever it holds."""
    with pytest.raises(FilterError, match="no cursor of this view"):
        quotes(stocked, cursor=cursor)
