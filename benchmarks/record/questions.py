"""What is asked of a record: the first page of each kind of finding, newest first, by the keys of its tables."""

from collections.abc import Callable

import sqlalchemy as sa

from benchmarks.record.generate import actor_name, place_name, word
from saidwho.record import tables
from saidwho.record.dialects import found_numbers
from saidwho.record.keys import day_number, first_of_day, first_part
from saidwho.record.rows import key_of, number_of
from saidwho.types.ids import content_id

PAGE = 50

Ask = Callable[[sa.Connection], int]

_STATEMENT = tables.statements
_BY_ACTOR, _BY_PLACE = tables.statement_actors, tables.statement_places


def questions(dialect: str) -> dict[str, Ask]:
    """Each question, by its name; asking returns how many rows the first page has."""
    frequent, rare = actor_name(0), actor_name(9_000)
    return {
        "all, newest": _page(_STATEMENT.c.stands),
        "--about, a frequent word": _about(dialect, word(0)),
        "--about, a rare word": _about(dialect, word(7_000)),
        "--about, two words": _about(dialect, f"{word(3)} {word(40)}"),
        "--by, who speaks most": _page(_STATEMENT.c.n.in_(_of_actor(frequent))),
        "--by, who speaks little": _page(_STATEMENT.c.n.in_(_of_actor(rare))),
        "--place, the most frequent": _page(_STATEMENT.c.n.in_(_of_place(place_name(0)))),
        "--act deny": _page(_STATEMENT.c.act == "deny"),
        "--outlet": _page(_STATEMENT.c.outlet_key == key_of(f"The {place_name(3)} Courier")),
        "--since --until, a week": _page(
            _STATEMENT.c.n >= first_part(first_of_day(day_number("2022-06-01"))),
            _STATEMENT.c.n < first_part(first_of_day(day_number("2022-06-08"))),
        ),
        "--event ASSAULT": _event("ASSAULT"),
        "documents, newest": _documents,
        "figures, killed": _figures,
        "aid": _aid,
        "changes": _changes,
    }


def _page(*conditions: sa.ColumnElement[bool]) -> Ask:
    asked = sa.select(_STATEMENT).where(*conditions).order_by(_STATEMENT.c.n.desc()).limit(PAGE)
    return lambda connection: len(connection.execute(asked).all())


def _about(dialect: str, text: str) -> Ask:
    found = found_numbers(dialect, "statement_search", text).order_by(sa.desc("n")).limit(PAGE).subquery()
    asked = sa.select(_STATEMENT).join(found, found.c.n == _STATEMENT.c.n).order_by(_STATEMENT.c.n.desc())
    return lambda connection: len(connection.execute(asked).all())


def _of_actor(name: str) -> sa.Select[int]:
    share = _BY_ACTOR
    return (
        sa.select(share.c.statement)
        .where(share.c.actor == number_of(content_id(name)), share.c.role == "speaker")
        .order_by(share.c.statement.desc())
        .limit(PAGE)
    )


def _of_place(name: str) -> sa.Select[int]:
    place = sa.select(tables.places.c.n).where(tables.places.c.key == key_of(name))
    return sa.select(_BY_PLACE.c.statement).where(_BY_PLACE.c.place.in_(place)).order_by(_BY_PLACE.c.statement.desc()).limit(PAGE)


def _event(kind: str) -> Ask:
    proposition = tables.propositions
    found = sa.select(proposition.c.statement).where(proposition.c.event == kind).order_by(proposition.c.statement.desc()).limit(PAGE)
    return _page(_STATEMENT.c.n.in_(found))


def _documents(connection: sa.Connection) -> int:
    table = tables.documents
    return len(connection.execute(sa.select(table).where(table.c.is_latest).order_by(table.c.n.desc()).limit(PAGE)).all())


def _figures(connection: sa.Connection) -> int:
    table = tables.figures
    return len(connection.execute(sa.select(table).where(table.c.counts == "killed").order_by(table.c.n.desc()).limit(PAGE)).all())


def _aid(connection: sa.Connection) -> int:
    return len(connection.execute(sa.select(tables.aid).order_by(tables.aid.c.n.desc()).limit(PAGE)).all())


def _changes(connection: sa.Connection) -> int:
    return len(connection.execute(sa.select(tables.changes).order_by(tables.changes.c.n.desc()).limit(PAGE)).all())
