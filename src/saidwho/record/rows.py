"""Which rows does a reading give, so that its parts can be found?"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from saidwho.errors import RecordError
from saidwho.record import tables
from saidwho.record.dialects import plain, stored_row
from saidwho.record.keys import PLACES, day_of, key_of, number_of, part_number
from saidwho.record.voices import voices_in
from saidwho.types.contract import write_line
from saidwho.types.ids import content_id

# What a figure's row has as the contract writes it.
_SAME = ("low", "high", "qualifier", "unit", "counts", "victims", "per", "over", "cumulative", "since", "as_of", "currency", "negated")

Shape = dict[str, Any]
Row = dict[str, Any]


@dataclass(slots=True)
class Rows:
    """Rows by table, and the words of full text: (number, two texts) by search. is_plain: all text can be stored as it is."""

    tables: dict[sa.Table, list[Row]] = field(default_factory=dict)
    searches: dict[str, list[tuple[int, str, str]]] = field(default_factory=dict)
    is_plain: bool = False

    def add(self, table: sa.Table, row: Row) -> None:
        self.tables.setdefault(table, []).append(row if self.is_plain else stored_row(row))

    def add_words(self, search: str, number: int, first: str, second: str) -> None:
        self.searches.setdefault(search, []).append((number, plain(first), plain(second)))

    def extend(self, other: "Rows") -> None:
        for table, found in other.tables.items():
            self.tables.setdefault(table, []).extend(found)
        for search, words in other.searches.items():
            self.searches.setdefault(search, []).extend(words)


def rows_of(report: Shape, *, number: int, stands: bool = True, is_plain: bool = False) -> Rows:
    """The rows of a report in the contract's shape. number: its document's. stands: it is the latest revision.

    is_plain: its text is known to be, see bodies; then no row is looked through for what cannot be stored.

    Raises RecordError where it has more statements than can be numbered.
    """
    for part in ("statements", "figures", "aid"):
        if len(report[part]) > PLACES:
            raise RecordError(f"A document with {len(report[part]):,} {part} cannot be kept, at most {PLACES:,}. Split it.")
    maker = _Maker(report, number, stands, is_plain=is_plain)
    maker.make()
    return maker.rows


class _Maker:
    """Holds what the rows of one report share."""

    def __init__(self, report: Shape, number: int, stands: bool, *, is_plain: bool) -> None:
        self.report = report
        self.text: str = report["document"]["text"]
        self.number = number
        self.stands = stands
        self.names = {actor["id"]: actor["name"] for actor in report["actors"]}
        self.statement_numbers = {found["id"]: part_number(number, at) for at, found in enumerate(report["statements"])}
        self.voices = voices_in(report)
        self.rows = Rows(is_plain=is_plain)
        self.owners = self._owners()
        document = report["document"]
        # What every row of the document carries, so that a page of results needs no other table.
        self.shared: Row = {
            "document": number,
            "outlet": document["outlet"],
            "outlet_key": key_of(document["outlet"]),
            "published": document["published"],
            "stands": stands,
        }

    def make(self) -> None:
        document = self.report["document"]
        self.rows.add_words("document_search", self.number, document["title"] or "", self.text)
        self._actors()
        self._places()
        for position, found in enumerate(self.report["statements"]):
            self._statement(part_number(self.number, position), found)
        for position, found in enumerate(self.report["figures"]):
            self._figure(position, found)
        for position, found in enumerate(self.report["aid"]):
            self._aid(position, found)

    def words(self, spans: list[list[int]]) -> str:
        """The words of spans, those that are left out between them as an ellipsis."""
        return " … ".join(self.text[start:end] for start, end in spans)

    def _actors(self) -> None:
        for actor in self.report["actors"]:
            kept = {name: actor[name] for name in ("id", "name", "kind", "role", "of", "country", "wikidata")}
            number = number_of(actor["id"])
            self.rows.add(tables.actor_names, {"key": key_of(actor["name"])})
            self.rows.add(tables.actors, {"n": number, "key": key_of(actor["name"]), "document": self.number, **kept})
            share = {"actor": number, "document": self.number, "mentions": len(actor["mentions"])}
            self.rows.add(tables.document_actors, share)

    def _places(self) -> None:
        counted = Counter(place_number(place) for place in self.report["places"])
        known = {place_number(place): place for place in self._every_place()}
        for number, place in known.items():
            self.rows.add(tables.places, _place_row(number, place))
        for number, mentions in counted.items():
            self.rows.add(tables.document_places, {"place": number, "document": self.number, "mentions": mentions})

    def _every_place(self) -> Iterator[Shape]:
        yield from self.report["places"]
        for statement in self.report["statements"]:
            for proposition in statement["propositions"]:
                yield from proposition["places"]

    def _statement(self, number: int, found: Shape) -> None:
        quote, source = self.words(found["content"]), self.words(found["source"])
        name = self.names.get(found["speaker"])
        row = {name: found[name] for name in ("id", "within", "form", "act", "speaker_side", "first_hand", "score")}
        row |= {"n": number, "quote": quote, "source": source, "cue": self.words(found["cue"])}
        row |= {"speaker": number_of(found["speaker"]) if found["speaker"] else None, "speaker_name": name}
        row |= {"basis": found["basis"]["kind"] if found["basis"] else None}
        row |= {"spoken": found["spoken"]["edtf"] if found["spoken"] else None}
        self.rows.add(tables.statements, row | self.shared)
        for voice in self.voices.get(found["speaker"], ()):
            self.rows.add(tables.statement_voices, {"voice": voice, "statement": number})
        who = dict.fromkeys([source, name or "", *(link["name"] for link in found["chain"])])
        self.rows.add_words("statement_search", number, quote, " ".join(part for part in who if part))
        self._said_by(number, found)
        self._about(number, found)

    def _said_by(self, number: int, found: Shape) -> None:
        """Everybody in it, once a role."""
        roles = {(link["actor"], link["role"]) for link in found["chain"]} | {(found["speaker"], "speaker")}
        for proposition in found["propositions"]:
            roles |= {(actor, role) for role in ("actor", "recipient") for actor in proposition[role]}
        for actor, role in sorted((actor, role) for actor, role in roles if actor):
            self.rows.add(tables.statement_actors, {"actor": number_of(actor), "statement": number, "role": role})

    def _about(self, number: int, found: Shape) -> None:
        for position, proposition in enumerate(found["propositions"]):
            event = proposition["event"] or {"type": None, "mode": None}
            times = " ".join(time["edtf"] for time in proposition["times"] if time["edtf"])
            row = {name: proposition[name] for name in ("id", "negated", "modality", "aid")}
            row |= {"statement": number, "position": position, "words": self.words(proposition["spans"])}
            self.rows.add(tables.propositions, row | {"event": event["type"], "mode": event["mode"], "times": times or None})
        for place in sorted({place_number(place) for part in found["propositions"] for place in part["places"]}):
            self.rows.add(tables.statement_places, {"place": place, "statement": number})

    def _figure(self, position: int, found: Shape) -> None:
        _, statement, proposition = self.owners.get(tuple(found["span"]), (0, None, None))
        row = {name: found[name] for name in _SAME} | bounds_of(found)
        row |= {"n": part_number(self.number, position), "words": self.words([found["span"]]), "unit_key": key_of(found["unit"])}
        row |= {"of": number_of(found["of"]) if found["of"] else None, "statement": statement, "proposition": proposition}
        self.rows.add(tables.figures, row | self.shared)

    def _owners(self) -> dict[tuple[int, ...], tuple[int, int, str]]:
        """Of each figure's span the innermost statement whose proposition has it: fewest words, number, proposition."""
        owners: dict[tuple[int, ...], tuple[int, int, str]] = {}
        for statement in self.report["statements"]:
            words = sum(end - start for start, end in statement["content"])
            for proposition in statement["propositions"]:
                owner = (words, self.statement_numbers[statement["id"]], proposition["id"])
                for figure in proposition["figures"]:
                    span = tuple(figure["span"])
                    owners[span] = min(owner, owners.get(span, owner))
        return owners

    def _aid(self, position: int, found: Shape) -> None:
        number = part_number(self.number, position)
        amount = found["amount"] or {"low": None, "high": None, "currency": None}
        last = found["history"][-1] if found["history"] else {"stage": None, "date": None}
        row: Row = {"n": number, "id": found["id"], "kind": found["kind"], "stage": last["stage"], "date": last["date"]}
        row |= {"currency": amount["currency"]} | bounds_of(amount)
        for side in ("donor", "recipient"):
            row |= {side: number_of(found[side]) if found[side] else None, f"{side}_name": self.names.get(found[side])}
        self.rows.add(tables.aid, row | self.shared | {"body": write_line(found)})
        tellers = {self.statement_numbers.get(stage["statement"]) for stage in found["history"]}
        for statement in sorted(teller for teller in tellers if teller is not None):
            self.rows.add(tables.aid_statements, {"aid": number, "statement": statement})


def document_row(report: Shape, *, number: int) -> Row:
    """The row of a document, but for what depends on when it came: revision, is_latest, is_withheld, taken."""
    document = report["document"]
    row = {name: value for name, value in document.items() if name != "text"}
    row |= {"n": number, "day": day_of(number), "outlet_key": key_of(document["outlet"])}
    return stored_row(row | {"characters": len(document["text"]), "statements": len(report["statements"])})


def bounds_of(figure: Shape) -> Row:
    """The bounds of a figure as a database counts; one past what it can count is left to the reading."""
    return {name: _double(figure[name]) for name in ("low", "high")}


def _double(number: float | None) -> float | None:
    try:
        return None if number is None else float(number)
    except OverflowError:
        return None


def place_number(place: Shape) -> int:
    """The number of a place, from all that is known of it."""
    return _number_of_place(*(place[name] for name in ("name", "geonameid", "country", "admin1", "lat", "lon", "where_prec")))


# The same few places are named again and again. Typed, since 1 and 1.0 are written differently.
@lru_cache(maxsize=4096, typed=True)
def _number_of_place(*known: str | float | None) -> int:
    return number_of(content_id(list(known)))


def cell_of(lat: float, lon: float) -> int:
    """The square of whole degrees that a point lies in."""
    return int(lat + 90) * 1000 + int(lon + 180)


def _place_row(number: int, place: Shape) -> Row:
    row = {name: place[name] for name in ("name", "geonameid", "country", "admin1", "lat", "lon", "where_prec")}
    is_placed = place["lat"] is not None and place["lon"] is not None
    return row | {"n": number, "key": key_of(place["name"]), "cell": cell_of(place["lat"], place["lon"]) if is_placed else None}
