"""What is asked of a record: the first page of each list, as the commands ask for it, by filters alone and joined."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

import sqlalchemy as sa

from benchmarks.record.generate import actor_name, outlet_name, place_name, place_of, word
from saidwho.errors import FilterError
from saidwho.record import tables
from saidwho.record.find.actors import find_actors
from saidwho.record.find.aid import find_aid
from saidwho.record.find.changes import find_changes
from saidwho.record.find.documents import find_documents
from saidwho.record.find.figures import find_figures
from saidwho.record.find.filters import PAGE, Filters, Near
from saidwho.record.find.paging import Find, items
from saidwho.record.find.places import find_places
from saidwho.record.find.shapes import aid_shapes, document_shapes, figure_shapes, statement_shapes
from saidwho.record.find.showing import show
from saidwho.record.find.statements import find_statements

# Asking returns how many rows the first page has.
Ask = Callable[[sa.Connection], int]

_WEEK = {"since": "2022-06-01", "until": "2022-06-07"}
_OFTEN, _SELDOM = 0, 2_000  # ranks of those who speak most, and little
_NEAR = Near(lat=place_of(0)[0], lon=place_of(0)[1], km=300)

_STATEMENTS: dict[str, dict[str, Any]] = {
    "newest": {},
    "--about, a frequent word": {"about": word(0)},
    "--about, a rare word": {"about": word(7_000)},
    "--about, two words": {"about": f"{word(3)} {word(40)}"},
    "--about, a phrase": {"about": f'"{word(3)} {word(40)}"'},
    "--by, who speaks most": {"by": actor_name(_OFTEN)},
    "--by, who speaks little": {"by": actor_name(_SELDOM)},
    "--by, a word of names": {"by": actor_name(_OFTEN).split()[1]},
    "--place, the most frequent": {"place": place_name(0)},
    "--place, a country": {"place": "UKR"},
    "--near, 300 km": {"near": _NEAR},
    "--act deny": {"act": "deny"},
    "--event ASSAULT": {"event": "ASSAULT"},
    "--outlet": {"outlet": outlet_name(3)},
    "--since --until, a week": _WEEK,
    "--about --by, both frequent": {"about": word(0), "by": actor_name(_OFTEN)},
    "--about --by, both rare": {"about": word(900), "by": actor_name(900)},
    "--about --by, frequent and rare": {"about": word(0), "by": actor_name(_SELDOM)},
    "--about --act --event": {"about": word(0), "act": "deny", "event": "ASSAULT"},
    "--place --since": {"place": place_name(0), "since": "2023-06"},
    "--place --until, early": {"place": place_name(700), "until": "2022-03"},
    "--near --act": {"near": _NEAR, "act": "deny"},
    "--event --act": {"event": "ASSAULT", "act": "deny"},
    "--outlet --by": {"outlet": outlet_name(3), "by": actor_name(_OFTEN)},
    "--outlet --by, both rare": {"outlet": outlet_name(150), "by": actor_name(300)},
    "--outlet --about --place": {"outlet": outlet_name(0), "about": word(2), "place": place_name(1)},
    "--by --place, seldom together": {"by": actor_name(40), "place": place_name(60)},
    "all of them": {
        "about": word(0),
        "by": actor_name(_OFTEN),
        "place": place_name(0),
        "act": "assert",
        "event": "AID",
        "since": "2022-02",
    },
}
_DOCUMENTS: dict[str, dict[str, Any]] = {
    "newest": {},
    "--about": {"about": word(40)},
    "--by": {"by": actor_name(30)},
    "--outlet": {"outlet": outlet_name(3)},
    "--about --by": {"about": word(40), "by": actor_name(30)},
    "--by --act --event": {"by": actor_name(_OFTEN), "act": "deny", "event": "AID"},
    "--place --since": {"place": place_name(20), "since": "2023-06"},
    "--near --outlet": {"near": _NEAR, "outlet": outlet_name(3)},
}
_FIGURES: dict[str, dict[str, Any]] = {
    "newest": {},
    "--about": {"about": word(40)},
    "--place": {"place": place_name(0)},
    "--by --since": {"by": actor_name(30), "since": "2023-06"},
    "--near --event": {"near": _NEAR, "event": "ASSAULT"},
    "--outlet --act": {"outlet": outlet_name(3), "act": "deny"},
    "--about --by": {"about": word(40), "by": actor_name(30)},
}
_AID: dict[str, dict[str, Any]] = {
    "newest": {},
    "--by": {"by": actor_name(_OFTEN)},
    "--outlet": {"outlet": outlet_name(3)},
    "--about": {"about": word(40)},
    "--place --since": {"place": place_name(0), "since": "2022-06"},
    "--by --about": {"by": actor_name(30), "about": word(0)},
    "--act --event": {"act": "deny", "event": "AID"},
}
_CHANGES: dict[str, dict[str, Any]] = {
    "newest": {},
    "--since": {"since": "2020-01-01"},
    "--outlet, frequent": {"outlet": outlet_name(0)},
    "--outlet --since, rare": {"outlet": outlet_name(199), "since": "2020-01-01"},
}
_ACTORS: dict[str, dict[str, Any]] = {"by name": {}, "--about": {"about": actor_name(_OFTEN)}}
_PLACES: dict[str, dict[str, Any]] = {
    "by name": {},
    "--about": {"about": place_name(0)},
    "--place, a country": {"place": "UKR"},
    "--near": {"near": _NEAR},
}
_LISTS: dict[str, tuple[Find[Any], dict[str, dict[str, Any]]]] = {
    "statements": (find_statements, _STATEMENTS),
    "documents": (find_documents, _DOCUMENTS),
    "figures": (find_figures, _FIGURES),
    "aid": (find_aid, _AID),
    "changes": (find_changes, _CHANGES),
    "actors": (find_actors, _ACTORS),
    "places": (find_places, _PLACES),
}


def questions() -> dict[str, Ask]:
    """Each question, by its name."""
    asked: dict[str, Ask] = {}
    for command, (find, filters) in _LISTS.items():
        for name, given in filters.items():
            asked[f"{command} {name}"] = partial(_first_page, find=find, filters=Filters(**given))
    shapes: tuple[tuple[str, Find[Any], Any], ...] = (
        ("statements", find_statements, statement_shapes),
        ("documents", find_documents, document_shapes),
        ("figures", find_figures, figure_shapes),
        ("aid", find_aid, aid_shapes),
    )
    for command, find, shape in shapes:
        asked[f"{command} --json"] = partial(_as_json, find=find, shape=shape)
    asked["show, a statement"] = partial(_show, column=tables.statements.c.id)
    asked["show, a document"] = partial(_show, column=tables.documents.c.id)
    return asked


def _first_page(connection: sa.Connection, *, find: Find[Any], filters: Filters) -> int:
    """One more than a page, as the commands ask for it to say that there is more; further until it is full or all was looked at."""
    with suppress(FilterError):  # a small record may lack a name, and that is looked up too
        return min(PAGE, sum(1 for _ in items(connection, find, filters, most=PAGE + 1)))
    return 0


def _as_json(connection: sa.Connection, *, find: Find[Any], shape: Any) -> int:
    return len(shape(connection, list(items(connection, find, Filters(), most=PAGE))))


def _show(connection: sa.Connection, *, column: sa.Column[str]) -> int:
    """Whatever has the number in the middle."""
    identity = connection.execute(sa.select(column).order_by(column).where(column > "8").limit(1)).scalar_one()
    return int(bool(show(connection, identity[:12])))
