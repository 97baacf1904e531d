"""By what is a claim found? By words, and by keys: who says it, where it is, who prints it, whom it is about, and so on.

They are written whenever a claim is, so that a list of claims is read off in its order, whatever it is filtered by. A key says
that some statement of the claim has it; whether one statement has several is asked of the statements.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.dialects import add_claim_words, insert_rows, plain, remove_claim_words
from saidwho.record.keys import claim_number, next_claim_number, number_of
from saidwho.types.contract import write_line
from saidwho.types.ids import Json

# voice: a number of voices. place, of: the number of a place, of an actor. country: its code. region: see region_value.
Kind = Literal["voice", "place", "country", "region", "outlet", "act", "party", "of", "origin", "event"]

# Statements whose keys are read at once, some megabytes; and values in one question.
_STATEMENTS, _MANY = 4_000, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """A claim as it is found. statements: numbers of those that tell it. roots: its origins as (id, name).

    names: of all through whom its statements came.
    """

    id: str
    event: str | None
    first_seen: str | None
    last_seen: str | None
    disputed: int
    origins: int
    statements: Collection[int]
    roots: Collection[tuple[str | None, str]]
    names: Collection[str]


def claim_key(kind: Kind, value: str | int) -> int:
    """The number of a key."""
    return number_of(f"{kind} {value}")


def region_value(country: str, admin1: str) -> str:
    """The value of a region's key: regions of two countries may have one name."""
    return f"{country}/{admin1}"


def index_claims(connection: sa.Connection, claims: Sequence[Indexed]) -> None:
    """Let claims be found that were not, or were forgotten."""
    for part in _parts_by_statements(claims):
        found = _Statements(connection, {number for claim in part for number in claim.statements})
        numbers = _numbers(connection, part)
        rows = [
            {
                "n": numbers[claim.id],
                "claim": claim.id,
                "disputed": claim.disputed,
                "origins": claim.origins,
                "first_seen": claim.first_seen,
                "facets": write_line(found.facets_of(claim)),
            }
            for claim in part
        ]
        insert_rows(connection, tables.claim_numbers, rows)
        keys = sorted((key, numbers[claim.id]) for claim in part for key in {*_own_keys(claim), *found.keys_of(claim)})
        insert_rows(connection, tables.claim_keys, [{"key": key, "claim": number} for key, number in keys])
        add_claim_words(connection, [(numbers[claim.id], found.words_of(claim)) for claim in part])


def forget_claims(connection: sa.Connection, ids: Iterable[str]) -> None:
    """Let claims be found no more."""
    table, keys = tables.claim_numbers, tables.claim_keys
    numbers: list[int] = []
    for part in _parts(sorted(ids)):
        numbers += connection.execute(sa.select(table.c.n).where(table.c.claim.in_(part))).scalars()
    remove_claim_words(connection, numbers)
    for some in _parts(sorted(numbers)):
        connection.execute(sa.delete(keys).where(keys.c.claim.in_(some)))
        connection.execute(sa.delete(table).where(table.c.n.in_(some)))


def _own_keys(claim: Indexed) -> Iterator[int]:
    if claim.event:
        yield claim_key("event", claim.event)
    for root in {root for both in claim.roots for root in both if root is not None}:
        yield claim_key("origin", root)


def _numbers(connection: sa.Connection, claims: Sequence[Indexed]) -> dict[str, int]:
    """A free number for each of some claims."""
    wanted = {c.id: claim_number(c.id, last_seen=c.last_seen, disputed=c.disputed, origins=c.origins) for c in claims}
    column = tables.claim_numbers.c.n
    taken = {n for part in _parts(sorted(wanted.values())) for n in connection.execute(sa.select(column).where(column.in_(part))).scalars()}
    found: dict[str, int] = {}
    for identity, number in sorted(wanted.items()):
        while number in taken or (
            number != wanted[identity] and connection.execute(sa.select(column).where(column == number)).first() is not None
        ):
            number = next_claim_number(number)  # noqa: PLW2901  two in billions want the same
        taken.add(number)
        found[identity] = number
    return found


@dataclass(slots=True)
class _Told:
    """What one statement gives to its claims."""

    keys: list[int] = field(default_factory=list)
    words: str = ""
    places: list[str] = field(default_factory=list)
    party: str | None = None


class _Statements:
    """The keys and words of some statements."""

    def __init__(self, connection: sa.Connection, numbers: Collection[int]) -> None:
        self._told: dict[int, _Told] = defaultdict(_Told)
        for part in _parts(sorted(numbers)):
            self._read(connection, part)
            self._read_voices(connection, part)
            self._read_places(connection, part)
            self._read_actors(connection, part)

    def keys_of(self, claim: Indexed) -> Iterator[int]:
        for number in claim.statements:
            yield from self._told[number].keys

    def facets_of(self, claim: Indexed) -> dict[str, Json]:
        """The values of each facet, each once."""
        told = [self._told[number] for number in claim.statements]
        return {
            "event": [claim.event] if claim.event else [],
            "origins": [str(claim.origins)],
            "origin": [*sorted({name for _, name in claim.roots})],
            "place": [*sorted({place for one in told for place in one.places})],
            "party": [*sorted({one.party for one in told if one.party is not None})],
        }

    def words_of(self, claim: Indexed) -> str:
        """Every word once."""
        words = dict.fromkeys(word for number in claim.statements for word in self._told[number].words.split())
        return plain(" ".join(words | dict.fromkeys(word for name in claim.names for word in name.split())))

    def _read(self, connection: sa.Connection, numbers: Sequence[int]) -> None:
        said = tables.statements
        columns = [said.c[name] for name in ("n", "quote", "source", "speaker_name", "outlet_key", "act", "speaker_side")]
        for n, quote, source, speaker, outlet, act, party in connection.execute(sa.select(*columns).where(said.c.n.in_(numbers))):
            told = self._told[n]
            told.words, told.party = f"{quote} {source} {speaker or ''}", party
            kinds: tuple[tuple[Kind, str | None], ...] = (("outlet", outlet), ("act", act), ("party", party))
            told.keys += [claim_key(kind, value) for kind, value in kinds if value is not None]

    def _read_voices(self, connection: sa.Connection, numbers: Sequence[int]) -> None:
        table = tables.statement_voices
        for n, voice in connection.execute(sa.select(table.c.statement, table.c.voice).where(table.c.statement.in_(numbers))):
            self._told[n].keys.append(claim_key("voice", voice))

    def _read_places(self, connection: sa.Connection, numbers: Sequence[int]) -> None:
        table, place = tables.statement_places, tables.places
        columns = table.c.statement, place.c.n, place.c.name, place.c.country, place.c.admin1
        asked = sa.select(*columns).join(place, place.c.n == table.c.place)
        for n, number, name, country, admin1 in connection.execute(asked.where(table.c.statement.in_(numbers))):
            self._told[n].keys += place_keys(number, country, admin1)
            self._told[n].places.append(name)

    def _read_actors(self, connection: sa.Connection, numbers: Sequence[int]) -> None:
        table = tables.statement_actors
        asked = sa.select(table.c.statement, table.c.actor).where(table.c.role.in_(("actor", "recipient")))
        for n, actor in connection.execute(asked.where(table.c.statement.in_(numbers))):
            self._told[n].keys.append(claim_key("of", actor))


def place_keys(number: int, country: str | None, admin1: str | None) -> list[int]:
    """The keys of a place: its own, and those of the region and the country it lies in."""
    keys = [claim_key("place", number)]
    if country:
        keys.append(claim_key("country", country))
        keys += [claim_key("region", region_value(country, admin1))] if admin1 else []
    return keys


def _parts_by_statements(claims: Sequence[Indexed]) -> Iterator[list[Indexed]]:
    part: list[Indexed] = []
    count = 0
    for claim in claims:
        if part and count + len(claim.statements) > _STATEMENTS:
            yield part
            part, count = [], 0
        part.append(claim)
        count += len(claim.statements)
    if part:
        yield part


def _parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[at : at + _MANY] for at in range(0, len(values), _MANY))
