"""Claims without linking: the statements of a generated record put together by chance, as many and as large as linking makes them.

Most claims have one statement, some forty, a few hundreds. Each has origins with reasons, voices that add none, copies,
figures; some are denied or at odds with others. The same record gives the same claims.
"""

import math
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, pairwise
from typing import Any

import sqlalchemy as sa

from saidwho.record import tables
from saidwho.record.dialects import insert_rows
from saidwho.record.links import save_relinked
from saidwho.record.record import Record
from saidwho.record.unlinked import set_linked
from saidwho.types.document import Span
from saidwho.types.grounding import Place
from saidwho.types.ids import content_id
from saidwho.types.linking import Claim, Contradiction, Copy, Denier, FigurePoint, Member, NotOrigin, Origin, Passage, Utterance
from saidwho.types.numbers import number_of

# Numbers of two propositions, and log-odds that they say the same.
_Pair = tuple[int, int, float]
# Statements and how many of a hundred claims have so many; the last reach from the first number to the second.
SIZES = ((1, 1, 55.0), (2, 2, 25.0), (3, 3, 10.0), (4, 8, 7.0), (9, 40, 2.8), (41, 300, 0.2))
_WINDOW = 5_000  # statements of neighbouring days that may come together
_DENIED, _AT_ODDS, _UNSURE = 0.06, 0.04, 0.02  # of claims


def fill(record: Record) -> int:
    """Put generated claims in the place of all links of a record. Returns how many there are."""
    with record.reading() as connection:
        claims = tuple(claims_of(connection))
    copies = {(copy.document, copy.of): copy for claim in claims for copy in claim.copies}
    pairs = tuple(_pairs(claims))
    record.write(lambda connection: _replace(connection, claims, tuple(copies.values()), pairs))
    return len(claims)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    """What takes the place of all links of a record: see Relinked."""

    claims: tuple[Claim, ...]
    copies: tuple[Copy, ...]
    gone_claims: frozenset[str]
    gone_copies: frozenset[str]
    gone_utterances: frozenset[str]
    utterances: tuple[Utterance, ...] = ()
    retold: frozenset[str] = frozenset()
    uttered: Mapping[int, str] = field(default_factory=dict)


def _replace(connection: sa.Connection, claims: tuple[Claim, ...], copies: tuple[Copy, ...], pairs: Sequence[_Pair]) -> None:
    """Take all links of a record away, put these there, and say that they are of all that the log holds."""

    def every(column: sa.Column[Any]) -> frozenset[str]:
        return frozenset(connection.execute(sa.select(column)).scalars())

    made = _Made(
        claims=claims,
        copies=copies,
        gone_claims=every(tables.claims.c.id) - {claim.id for claim in claims},
        gone_copies=every(tables.copies.c.document),
        gone_utterances=every(tables.utterances.c.id),
    )
    save_relinked(connection, made)
    _keep_pairs(connection, pairs)
    entries = connection.execute(sa.select(sa.func.coalesce(sa.func.max(tables.log_entries.c.n), 0))).scalar_one()
    set_linked(connection, entries=entries, version="generated")


def claims_of(connection: sa.Connection) -> Iterator[Claim]:
    """Every statement of a record in one claim."""
    chance = random.Random(7)
    before: str | None = None
    every = _rows(connection)
    while rows := list(islice(every, _WINDOW)):
        chance.shuffle(rows)
        while rows:
            size = _size(chance)
            claim = _claim(rows[:size], before, chance)
            del rows[:size]
            before = claim.id
            yield claim


def _size(chance: random.Random) -> int:
    low, high, _ = chance.choices(SIZES, weights=[share for _, _, share in SIZES])[0]
    return chance.randint(low, high)


def _rows(connection: sa.Connection) -> Iterator[Any]:
    said, part, document, figure = tables.statements, tables.propositions, tables.documents, tables.figures
    where, place = tables.statement_places, tables.places
    columns = (
        said.c.n, said.c.id, said.c.quote, said.c.form, said.c.act, said.c.speaker_name, said.c.outlet, said.c.published,
        part.c.id.label("proposition"), part.c.event, document.c.id.label("document"), document.c.key,
        figure.c.low, figure.c.high, figure.c.counts, figure.c.unit,
        place.c.name, place.c.geonameid, place.c.country, place.c.lat, place.c.lon,
    )  # fmt: skip
    joined = said.join(part, part.c.statement == said.c.n).join(document, document.c.n == said.c.document)
    joined = joined.join(figure, figure.c.n == said.c.n).join(where, where.c.statement == said.c.n).join(place, place.c.n == where.c.place)
    asked = sa.select(*columns).select_from(joined).order_by(said.c.n.desc())
    yield from connection.execution_options(yield_per=_WINDOW).execute(asked)


def _claim(rows: Sequence[Any], before: str | None, chance: random.Random) -> Claim:
    members = tuple(_member(row) for row in rows)
    first, days = rows[0], sorted(row.published or "" for row in rows)
    speakers = list(dict.fromkeys(row.speaker_name for row in rows))
    sure = chance.randint(1, min(3, len(speakers)))
    documents = list(dict.fromkeys(row.document for row in rows))
    return Claim(
        id=min(row.proposition for row in rows),
        text=first.quote,
        event=first.event,
        actor=(first.speaker_name,),
        recipient=(),
        places=(_place(first),),
        when=days[0],
        members=members,
        documents=len(documents),
        outlets=len({row.outlet for row in rows}),
        copies=tuple(_copy(one, documents[0]) for one in documents[1:] if chance.random() < 0.4),
        origins=tuple(_origin(name, rows) for name in speakers[:sure]),
        not_origins=tuple(_not_origin(name, rows) for name in speakers[sure:]),
        independent_origins=sure,
        possible_origins=sure,
        denied_by=(_denier(rows[-1]),) if chance.random() < _DENIED else (),
        contradicts=(Contradiction(claim=before, why="It gives another number for the same day."),)
        if before and chance.random() < _AT_ODDS
        else (),
        figures=tuple(_point(row) for row in rows[:60]),
        disputes=(),
        utterances=(),
        first_seen=days[0],
        last_seen=days[-1],
    )


def _member(row: Any) -> Member:
    return Member(statement=row.id, proposition=row.proposition, document=row.document, key=row.key, outlet=row.outlet,
                  published=row.published, quote=row.quote, spans=(Span(start=0, end=len(row.quote)),), form=row.form, act=row.act,
                  speaker=row.speaker_name, chain=(row.outlet, row.speaker_name))  # fmt: skip


def _place(row: Any) -> Place:
    return Place(span=Span(start=0, end=len(row.name)), name=row.name, geonameid=row.geonameid, country=row.country, admin1=None,
                 lat=row.lat, lon=row.lon, where_prec=1, use="literal", score=0.9)  # fmt: skip


def _origin(name: str, rows: Sequence[Any]) -> Origin:
    told = tuple(row.id for row in rows if row.speaker_name == name)
    why = f"{name} speaks for itself, and rests on nobody else's word."
    return Origin(actor=content_id(name), name=name, bodies=(), basis=None, side=None, first_hand=False, statements=told, why=why)


def _not_origin(name: str, rows: Sequence[Any]) -> NotOrigin:
    told = tuple(row.id for row in rows if row.speaker_name == name)
    return NotOrigin(actor=content_id(name), name=name, statements=told, why=f"{name} rests on the word of {rows[0].speaker_name}.")


def _copy(document: str, of: str) -> Copy:
    passage = Passage(here=Span(start=0, end=400), there=Span(start=0, end=400))
    return Copy(document=document, of=of, share=0.9, passages=(passage,), agency=None, why="90 % of its words stand there too.")


def _denier(row: Any) -> Denier:
    return Denier(actor=content_id(row.speaker_name), name=row.speaker_name, statements=(row.id,))


def _point(row: Any) -> FigurePoint:
    return FigurePoint(as_of=row.published, low=row.low, high=row.high, speaker=row.speaker_name, statement=row.id, counts=row.counts,
                       unit=row.unit)  # fmt: skip


def _pairs(claims: Sequence[Claim]) -> Iterator[_Pair]:
    """Pairs that linking was not sure of: some of neighbouring claims."""
    chance = random.Random(11)
    for one, other in pairwise(claims):
        if chance.random() < _UNSURE:
            left, right = sorted(number_of(claim.members[0].proposition) for claim in (one, other))
            yield left, right, 1.6 * chance.random() - 0.8


def _keep_pairs(connection: sa.Connection, pairs: Sequence[_Pair]) -> None:
    """Pairs as edges between nodes that go by the numbers of their propositions."""
    facts, edges = tables.LINK_RELATIONS["facts"], tables.LINK_RELATIONS["edges"]
    for table in (facts, edges):
        connection.execute(sa.delete(table))
    nodes = sorted({n for one, other, _ in pairs for n in (one, other)})
    insert_rows(connection, facts, [{"proposition": n, "node": n, "document": n, "voice": 0, "start": 0} for n in nodes])
    rows = []
    for one, other, odds in pairs:
        score = round(1 / (1 + math.exp(-odds)), 4)
        rows.append({"one": one, "other": other, "odds": odds, "doubt": round(1_000_000 * (1 - abs(2 * score - 1))), "moved": 0})
    insert_rows(connection, edges, rows)
