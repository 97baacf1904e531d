"""Which lists of the record can be looked through, and what is a row of each?"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from saidwho.api.asking import Asking, AskingChanges, AskingClaims, AskingNames, AskingPlaces, Spoken
from saidwho.record.find.actors import find_actors
from saidwho.record.find.aid import find_aid
from saidwho.record.find.changes import find_changes
from saidwho.record.find.claims import find_claims
from saidwho.record.find.documents import find_documents
from saidwho.record.find.figures import find_figures
from saidwho.record.find.filters import Filters, Page
from saidwho.record.find.places import find_places
from saidwho.record.find.shapes import aid_shapes, document_shapes, figure_shapes, plain_shapes, statement_shapes
from saidwho.record.find.statements import find_statements

Shape = dict[str, Any]
Find = Callable[[sa.Connection, Any], Page[Shape]]
Point = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A list. what: a sentence about a row. asking: its parameters. find: a page of rows, in the shapes of the contract.

    columns: of its CSV: head, and where in a row the value is; names between dots lead into it. points: where a row is.
    """

    name: str
    what: str
    asking: type[Asking]
    find: Find
    columns: tuple[str, ...]
    points: Callable[[Shape], Sequence[tuple[Point, Shape]]] | None = None


def _claims(connection: sa.Connection, asked: AskingClaims) -> Page[Shape]:
    return find_claims(connection, asked.claim_filters())


def _listed(find: Callable[[sa.Connection, Filters], Page[Any]], shapes: Callable[[sa.Connection, Any], list[Shape]]) -> Find:
    """find, with what it finds in the shapes of the contract."""

    def page(connection: sa.Connection, asked: Asking) -> Page[Shape]:
        found = find(connection, asked.filters())
        return Page(items=tuple(shapes(connection, found.items)), next=found.next)

    return page


def places_of(row: Shape) -> list[tuple[Point, Shape]]:
    """Where a claim or a statement says that something happens, each place once."""
    found = list(row.get("places", ()))
    for part in row.get("propositions", ()):
        found += part["places"]
    placed = {(place["lat"], place["lon"]): place for place in found if place["lat"] is not None and place["lon"] is not None}
    return list(placed.items())


def _own_place(row: Shape) -> list[tuple[Point, Shape]]:
    return [] if row["lat"] is None or row["lon"] is None else [((row["lat"], row["lon"]), row)]


VIEWS = {
    view.name: view
    for view in (
        View(
            name="claims",
            what="What propositions of one or many documents say in common.",
            asking=AskingClaims,
            find=_claims,
            columns=(
                "id",
                "text",
                "event",
                "when",
                "documents",
                "outlets",
                "independent_origins",
                "possible_origins",
                "origins.name",
                "denied_by.name",
                "first_seen",
                "last_seen",
            ),
            points=places_of,
        ),
        View(
            name="statements",
            what="Who says what, in whose words.",
            asking=Spoken,
            find=_listed(find_statements, statement_shapes),
            columns=(
                "id",
                "quote",
                "form",
                "act",
                "speaker_side",
                "first_hand",
                "score",
                "document.id",
                "document.key",
                "document.outlet",
                "document.published",
            ),
            points=places_of,
        ),
        View(
            name="documents",
            what="Reports as they were taken in, in their latest revision.",
            asking=Spoken,
            find=_listed(find_documents, document_shapes),
            columns=("id", "key", "outlet", "title", "byline", "published", "language", "url", "characters", "statements", "revision"),
        ),
        View(
            name="figures",
            what="Numbers that documents tell, with who tells them.",
            asking=Spoken,
            find=_listed(find_figures, figure_shapes),
            columns=(
                "words",
                "low",
                "high",
                "qualifier",
                "unit",
                "counts",
                "victims",
                "of_name",
                "per",
                "over",
                "cumulative",
                "since",
                "as_of",
                "currency",
                "speaker",
                "quote",
                "statement",
                "document.id",
                "document.outlet",
                "document.published",
            ),
        ),
        View(
            name="aid",
            what="Packages of aid, as one document tells of each.",
            asking=Spoken,
            find=_listed(find_aid, aid_shapes),
            columns=(
                "id",
                "donor_name",
                "recipient_name",
                "kind",
                "amount.low",
                "amount.high",
                "amount.currency",
                "items.name",
                "document.id",
                "document.outlet",
                "document.published",
            ),
        ),
        View(
            name="actors",
            what="Who is named: people, bodies, states, outlets.",
            asking=AskingNames,
            find=_listed(find_actors, plain_shapes),
            columns=("id", "name", "kind", "role", "of_name", "country", "wikidata", "documents", "statements"),
        ),
        View(
            name="places",
            what="Where things are said to happen, and how many documents and statements speak of it.",
            asking=AskingPlaces,
            find=_listed(find_places, plain_shapes),
            columns=("name", "geonameid", "country", "admin1", "lat", "lon", "where_prec", "documents", "statements"),
            points=_own_place,
        ),
        View(
            name="changes",
            what="What came, was revised, withdrawn, judged or withheld, and when.",
            asking=AskingChanges,
            find=_listed(find_changes, plain_shapes),
            columns=("at", "kind", "item", "before", "note", "document", "key", "title", "outlet", "words"),
        ),
    )
}
