"""Documents, figures, aid, actors, places and changes are found by the same filters, each by those that mean something."""

from typing import Any

import pytest

from saidwho.errors import FilterError
from saidwho.linking.judgements import judge
from saidwho.record.find.actors import find_actors
from saidwho.record.find.aid import find_aid
from saidwho.record.find.changes import find_changes
from saidwho.record.find.documents import find_documents
from saidwho.record.find.figures import find_figures
from saidwho.record.find.filters import Filters, near_from
from saidwho.record.find.places import find_places
from saidwho.record.find.shapes import aid_shapes, figure_shapes
from saidwho.record.judging import save_judgement
from saidwho.record.record import Record
from saidwho.record.withholding import withhold
from tests.record.made import keep, shape_of

COURIER, POST = "The Harbour Courier", "The Corvane Post"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["c", "b", "a", "d"]),
        ({"about": "boats"}, ["a"]),
        ({"by": "Bo Karr"}, ["c", "a"]),
        ({"by": "Bo Karr", "act": "deny"}, ["a"]),
        ({"by": "Ada Vale", "act": "deny"}, []),
        ({"act": "assert", "event": "ASSAULT"}, ["b", "a"]),
        ({"place": "Ilven", "outlet": POST}, ["b"]),
        ({"near": near_from("31.5, 34.4, 10 km")}, ["c"]),
        ({"since": "2023-11-15"}, ["c", "b"]),
        ({"until": "2023-11-15"}, ["a"]),
    ],
)
def test_documents(stocked: Record, filters: dict[str, Any], expected: list[str]) -> None:
    """Whoever speaks, how and of what kind of event is asked of one and the same statement."""
    with stocked.reading() as connection:
        assert expected == [one.key for one in find_documents(connection, Filters(**filters)).items]


def test_a_withheld_document_is_in_no_list(filled: Record) -> None:
    """Nor in the changes, which say only that something was withheld."""
    with filled.reading() as connection:
        document = find_documents(connection, Filters(about="boats")).items[0]
    withhold(filled, document.id, reason="asked for")
    with filled.reading() as connection:
        assert ["c", "b", "d"] == [one.key for one in find_documents(connection, Filters()).items]
        changes = find_changes(connection, Filters()).items
    assert ["withheld", "came", "came", "came"] == [one.kind for one in changes]
    assert {None, "b", "c", "d"} == {one.key for one in changes}


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["40 trucks", "12 boats"]),
        ({"by": "Bo Karr"}, ["40 trucks"]),
        ({"about": "struck", "place": "Ilven"}, ["12 boats"]),
        ({"outlet": POST}, []),
        ({"outlet": COURIER, "event": "ASSAULT"}, ["12 boats"]),
        ({"until": "2023-11-15"}, ["12 boats"]),
    ],
)
def test_figures(stocked: Record, filters: dict[str, Any], expected: list[str]) -> None:
    """By the statement that gives them."""
    with stocked.reading() as connection:
        assert expected == [one.words for one in find_figures(connection, Filters(**filters)).items]


def test_a_figure_tells_who_gives_it(stocked: Record) -> None:
    """Its statement, speaker and document go with it."""
    with stocked.reading() as connection:
        found = find_figures(connection, Filters(about="boats")).items
        shape = figure_shapes(connection, found)[0]
    assert (12, 12, "boats", "Ada Vale", "12 boats struck Ilven") == (
        found[0].low,
        shape["high"],
        shape["unit"],
        shape["speaker"],
        shape["quote"],
    )


def test_figures_of_one_document_come_page_by_page(record: Record) -> None:
    """In the reverse order of the text, whatever leads to them."""
    keep(
        record,
        shape_of("Ada Vale said that 1 boat and 2 cars and 3 carts struck. Bo Karr said that 4 men and 5 dogs struck. Seen: 6 ships."),
    )
    for filters, expected in (({}, "654321"), ({"about": "struck"}, "54321"), ({"by": "Ada Vale"}, "321"), ({"event": "ASSAULT"}, "54321")):
        found, cursor = "", None
        with record.reading() as connection:
            while True:
                page = find_figures(connection, Filters(**filters, limit=2, cursor=cursor))
                found += "".join(one.words[0] for one in page.items)
                if (cursor := page.next) is None:
                    break
        assert expected == found


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, 1),
        ({"by": "Bo Karr"}, 1),
        ({"by": "Ada Vale"}, 0),
        ({"about": "trucks"}, 1),
        ({"about": "boats"}, 0),
        ({"outlet": COURIER}, 1),
        ({"act": "assert", "place": "Corvane"}, 1),
    ],
)
def test_aid(stocked: Record, filters: dict[str, Any], expected: int) -> None:
    """By who gives it, and by the statements that tell of it."""
    with stocked.reading() as connection:
        page = find_aid(connection, Filters(**filters))
        assert expected == len(aid_shapes(connection, page.items))


def test_actors_come_by_name(stocked: Record) -> None:
    """With how many documents name them and how many statements are theirs; page by page."""
    found, cursor = [], None
    with stocked.reading() as connection:
        while True:
            page = find_actors(connection, Filters(limit=1, cursor=cursor))
            found += [(one.name, one.documents, one.statements) for one in page.items]
            if (cursor := page.next) is None:
                break
        assert ["Bo Karr"] == [one.name for one in find_actors(connection, Filters(about="KARR")).items]
    assert [("Ada Vale", 2, 2), ("Bo Karr", 2, 2), ("Cato Mell", 1, 1), ("Dora Finn", 1, 1)] == found


def test_places_come_by_name(stocked: Record) -> None:
    """All, those near a point, or those of a country."""
    with stocked.reading() as connection:
        assert [("Corvane", 1), ("Ilven", 2)] == [(one.name, one.documents) for one in find_places(connection, Filters()).items]
        assert ["Ilven"] == [one.name for one in find_places(connection, Filters(place="UKR")).items]
        assert ["Corvane"] == [one.name for one in find_places(connection, Filters(near=near_from("31,34,100"))).items]


def test_a_place_whose_last_document_is_withheld_goes(filled: Record) -> None:
    """Nothing in the record speaks of it any more."""
    with filled.reading() as connection:
        document = find_documents(connection, Filters(place="Corvane")).items[0]
    withhold(filled, document.id, reason="asked for")
    with filled.reading() as connection:
        assert ["Ilven"] == [one.name for one in find_places(connection, Filters()).items]


def test_changes_tell_what_a_new_revision_did(filled: Record) -> None:
    """Newest first, with the words of what was added or withdrawn."""
    with filled.reading() as connection:
        before = find_changes(connection, Filters(limit=1)).items[0].at
    keep(filled, shape_of("Dora Finn said that something happened.", key="d", outlet=None, published=None))
    with filled.reading() as connection:
        found = find_changes(connection, Filters()).items
        assert ["came"] * 4 == [one.kind for one in found[-4:]]
        assert "revised" in [one.kind for one in found]
        assert {"something happened"} == {one.words for one in found if one.kind in ("added", "changed")}
        assert len(found) == len(find_changes(connection, Filters(since=before)).items)
        assert () == find_changes(connection, Filters(until="2001")).items
        page = find_changes(connection, Filters(limit=2))
        rest = find_changes(connection, Filters(cursor=page.next))
    assert found == page.items + rest.items


def test_a_judgement_is_a_change(filled: Record) -> None:
    """With what was decided and why."""
    verdict = judge("reject", ["a" * 64], reviewer="R. Osk", at="2031-01-01T00:00:00Z", reason="no claim")
    assert [True, False] == [filled.write(lambda connection: save_judgement(connection, verdict)) for _ in range(2)]
    with filled.reading() as connection:
        first, second = find_changes(connection, Filters(limit=2)).items
    assert ("judged", verdict.id, "reject: no claim", None) == (first.kind, first.item, first.note, first.document)
    assert "judged" != second.kind


@pytest.mark.parametrize(
    ("find", "filters"), [(find_actors, {"act": "deny"}), (find_places, {"since": "2023"}), (find_changes, {"by": "x"})]
)
def test_a_filter_without_a_meaning_is_refused(stocked: Record, find: Any, filters: dict[str, Any]) -> None:
    """Rather than passed over."""
    with stocked.reading() as connection, pytest.raises(FilterError, match=f"found by {next(iter(filters))}; by"):
        find(connection, Filters(**filters))


@pytest.mark.parametrize(
    "wrong",
    [
        {"since": "yesterday"},
        {"since": "2023-13"},
        {"until": "2023-02-30"},
        {"limit": 0},
        {"limit": 5000},
        {"about": "“”"},
        {"by": " "},
        {"act": "shout"},
        {"event": "EARTHQUAKE"},
    ],
)
def test_filters_that_make_no_sense_are_refused(stocked: Record, wrong: dict[str, Any]) -> None:
    """With what to write instead."""
    with stocked.reading() as connection, pytest.raises(FilterError):
        find_documents(connection, Filters(**wrong))


@pytest.mark.parametrize("text", ["", "1,2", "91,0,1", "0,181,1", "a,b,c", "1,2,-3", "0,0,50000"])
def test_a_circle_that_is_none_is_refused(text: str) -> None:
    """Outside the earth, or not three numbers."""
    with pytest.raises(FilterError):
        near_from(text)
