"""Which claims filters let through: the same as if every claim were looked at, in every order, page by page."""

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import sqlalchemy as sa

from benchmarks.record.generate import actor_name, generate, place_name, word
from benchmarks.record.measure import _build
from benchmarks.serving.claims import fill
from saidwho.record import tables
from saidwho.record.find import claimed, searching
from saidwho.record.find.claims import ClaimFilters, Order, brief_claim, brief_claims, find_claims, list_claims
from saidwho.record.find.filters import Filters
from saidwho.record.location import locate
from saidwho.record.record import Record, open_record
from saidwho.types.contract import write_line


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record of 500 generated statements."""
    with open_record(locate(str(tmp_path_factory.mktemp("many") / "record")), create=True) as record:
        _build(record, generate(20))
        fill(record)
        yield record


FILTERS = {
    "none": ClaimFilters(),
    "a frequent word": ClaimFilters(words=Filters(about=word(0))),
    "a rare word": ClaimFilters(words=Filters(about=word(900))),
    "who speaks most": ClaimFilters(words=Filters(by=actor_name(0))),
    "a frequent place": ClaimFilters(words=Filters(place=place_name(0))),
    "an act": ClaimFilters(words=Filters(act="deny")),
    "an event": ClaimFilters(words=Filters(event="ASSAULT")),
    "days": ClaimFilters(words=Filters(since="2022-06", until="2023-06")),
    "origins": ClaimFilters(origins=3),
    "disputed": ClaimFilters(is_disputed=True),
    "a name of an origin": ClaimFilters(origin=actor_name(0)),
    "a word of somebody": ClaimFilters(words=Filters(about=word(1), by=actor_name(0))),
    "a word, somewhere": ClaimFilters(words=Filters(about=word(0), place=place_name(0)), origins=2),
    "a party": ClaimFilters(party="nobody's"),
}


def passes(filters: ClaimFilters, claim: dict[str, Any], rows: dict[str, Any]) -> bool:
    """Whether a claim is let through, worked out from what it says, without any index."""
    words, members = filters.words, claim["statements"]
    about = words.about

    def fits(member: dict[str, Any]) -> bool:
        row = rows[member["id"]]
        return (
            (about is None or about in row.quote.lower().split() or about in (row.speaker_name or "").lower().split())
            and (words.by is None or row.speaker_name == words.by)
            and (words.act is None or row.act == words.act)
            and (words.place is None or words.place in row.places)
            and (filters.party is None or row.speaker_side == filters.party)
        )

    return (
        any(map(fits, members))
        and (words.event is None or claim["event"] == words.event)
        and (words.since is None or claim["last_seen"][:10] >= words.since)
        and (words.until is None or claim["first_seen"][: len(words.until)] <= words.until)
        and claim["independent_origins"] >= filters.origins
        and (not filters.is_disputed or bool(claim["denied_by"] or claim["contradicts"]))
        and (filters.origin is None or any(origin["name"] == filters.origin for origin in claim["origins"]))
    )


class _Row:
    def __init__(self, row: Any) -> None:
        self.quote, self.speaker_name, self.act, self.speaker_side = row.quote, row.speaker_name, row.act, row.speaker_side
        self.places: set[str] = set()


def rows_of(connection: sa.Connection) -> dict[str, Any]:
    said, where, place = tables.statements, tables.statement_places, tables.places
    found, by_number = {}, {}
    for row in connection.execute(sa.select(said)):
        found[row.id] = by_number[row.n] = _Row(row)
    asked = sa.select(where.c.statement, place.c.name).join(place, place.c.n == where.c.place)
    for row in connection.execute(asked):
        by_number[row.statement].places.add(row.name)
    return found


def every(record: Record, filters: ClaimFilters, *, limit: int) -> list[dict[str, Any]]:
    """All pages of what filters let through."""
    found, cursor = [], None
    for _ in range(10_000):
        page = replace(filters, words=replace(filters.words, limit=limit, cursor=cursor))
        answer = record.read(lambda connection: find_claims(connection, page))  # noqa: B023
        found += answer.items
        cursor = answer.next
        if cursor is None:
            return found
    raise AssertionError("the pages have no end")


@pytest.mark.parametrize("order", ["newest", "disputed", "origins"])
@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize(("few", "rounds"), [(4000, (120, 480)), (3, (25, 60)), (0, (11, 40))])
def test_finds_what_looking_at_every_claim_finds(
    many: Record, name: str, order: Order, few: int, rounds: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whichever filter leads, and however little is gone through for a page: the same claims, in the same order, once each."""
    monkeypatch.setattr(claimed, "FEW", few)
    monkeypatch.setattr(claimed, "ROUNDS", rounds)
    monkeypatch.setattr(searching, "ROUNDS", rounds)
    filters = replace(FILTERS[name], order=order)
    with many.reading() as connection:
        bodies = [json.loads(body) for body in connection.execute(sa.select(tables.claims.c.body)).scalars()]
        rows = rows_of(connection)
    wanted = {claim["id"] for claim in bodies if passes(filters, claim, rows)}
    found = every(many, filters, limit=40)
    assert wanted == {claim["id"] for claim in found}
    assert len(wanted) == len(found)
    assert found == sorted(found, key=lambda claim: _place(order, claim), reverse=True)


def _place(order: str, claim: dict[str, Any]) -> tuple[Any, ...]:
    disputed = 2 if claim["denied_by"] else 1 if claim["contradicts"] else 0
    day, origins = claim["last_seen"][:10], claim["independent_origins"]
    first = {"newest": (day, disputed, origins), "disputed": (disputed, day, origins), "origins": (origins, day, disputed)}
    return (*first[order], claim["id"])


@pytest.mark.parametrize("name", FILTERS)
def test_a_listing_is_a_page_with_facets(many: Record, name: str) -> None:
    """Its claims are those of the list, and no facet counts more claims than there are."""
    filters = FILTERS[name]
    listing = many.read(lambda connection: list_claims(connection, filters))
    brief = many.read(lambda connection: brief_claims(connection, filters))
    assert brief == listing.page
    assert all(number <= listing.count for facet in listing.facets for _, number in facet.values)


def test_a_facet_counts_what_its_filter_leaves(many: Record) -> None:
    """Of origins: so many or more."""
    listing = many.read(lambda connection: list_claims(connection, ClaimFilters(words=Filters(event="ASSAULT"))))
    assert not listing.is_cut
    for facet in listing.facets:
        for value, number in facet.values:
            chosen = {"origins": int(value)} if facet.name == "origins" else {}
            words = Filters(event="ASSAULT", **({"place": value} if facet.name == "place" else {}))
            if facet.name in ("origins", "place"):
                assert number == len(every(many, ClaimFilters(words=words, **chosen), limit=500))


def test_a_brief_claim_lacks_what_no_list_shows(many: Record) -> None:
    """Everything else is as it was written, also with words that look like the end of what is cut out."""
    with many.reading() as connection:
        bodies = [json.loads(body) for body in connection.execute(sa.select(tables.claims.c.body)).scalars()]
    for claim in bodies:
        claim["text"] = '"statements":[ ],"documents": "],"figures":[]'
        claim["statements"][0]["quote"] = 'He said "statements":[],"documents":3 and left.'
        short = claim | {name: [] for name in ("statements", "copies", "origins", "not_origins", "figures")}
        assert short | {"origin_names": ["Ada Brook"]} == brief_claim(write_line(claim), '{"event":[],"origin":["Ada Brook"]}')


def test_names_that_nobody_has_are_refused(many: Record) -> None:
    """As everywhere, with the reason."""
    for words in (Filters(by="Nobody Ever"), Filters(place="Atlantis"), Filters(outlet="Nowhere")):
        with pytest.raises(Exception, match="in the record is called"):
            many.read(lambda connection: find_claims(connection, ClaimFilters(words=words)))  # noqa: B023
