"""Happenings in the columns of ACLED. A view of what is said, not ACLED data: one row a proposition, nothing coded by hand."""

from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from saidwho.export.cells import Shape
from saidwho.export.countries import country_of
from saidwho.export.csv import write_table
from saidwho.export.happenings import Happening, happenings
from saidwho.export.vague import vague_number

# Columns: acledR's documentation of ACLED's export, since March 2023.
COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1", "assoc_actor_1",
    "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region", "country", "admin1", "admin2",
    "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip

# Types and sub-types that PLOVER's type and mode settle by themselves; where they leave several open, nothing stands.
_DISORDER = {"ASSAULT": "Political violence", "PROTEST": "Demonstrations"}
_REMOTE, _CIVILIANS = "Explosions/Remote violence", "Violence against civilians"
_TYPES = {
    ("ASSAULT", "aerial"): (_REMOTE, "Air/drone strike"),
    ("ASSAULT", "drone"): (_REMOTE, "Air/drone strike"),
    ("ASSAULT", "heavy-weapons"): (_REMOTE, "Shelling/artillery/missile attack"),
    ("ASSAULT", "explosives"): (_REMOTE, "Remote explosive/landmine/IED"),
    ("ASSAULT", "suicide-attack"): (_REMOTE, "Suicide bomb"),
    ("ASSAULT", "abduct"): (_CIVILIANS, "Abduction/forced disappearance"),
    ("ASSAULT", "sexual"): (_CIVILIANS, "Sexual violence"),
    ("PROTEST", "demo"): ("Protests", None),
    ("PROTEST", "riot"): ("Riots", None),
}
# ACLED: 1 the exact town, 2 a part of a region, 3 a region. Ours are UCDP's; whole countries have no code there.
_GEO = {1: 1, 2: 1, 3: 2, 4: 3, 5: 3}
# ACLED: 1 the day, 2 the week, 3 the month.
_TIME = {1: 1, 2: 2, 3: 2, 4: 3}


def write_acled(reports: Iterable[Shape], stream: TextIO, *, vague_numbers: str | None = None, spreadsheet: bool = False) -> None:
    """Write happenings as CSV in ACLED's columns; what the text does not tell is empty.

    fatalities: the least that the words allow, empty where they allow none. vague_numbers: a rule of vague.RULES for words
    without a number.
    """
    write_table(_rows(reports, vague_numbers), COLUMNS, stream, spreadsheet=spreadsheet)


def _rows(reports: Iterable[Shape], rule: str | None) -> Iterator[dict[str, Any]]:
    for found in happenings(reports, _DISORDER):
        event = found.part["event"]
        kind, finer = _TYPES.get((event["type"], event["mode"]), (None, None))
        row: dict[str, Any] = {"event_id_cnty": found.part["id"], "year": found.year, "disorder_type": _DISORDER[event["type"]]}
        row |= {"event_type": kind, "sub_event_type": finer}
        row |= {"event_date": found.start if found.start == found.end else None, "source": found.document["outlet"]}
        row |= {"time_precision": _TIME.get(found.time["date_prec"] or 0) if found.time else None}
        yield row | _sides(found) | _where(found) | {"notes": _notes(found), "fatalities": _dead(found, rule)}


def _sides(found: Happening) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for number, role in ((1, "actor"), (2, "recipient")):
        first, *others = found.people(role) or [""]
        row |= {f"actor{number}": first, f"assoc_actor_{number}": "; ".join(others)}
    return row


def _where(found: Happening) -> dict[str, Any]:
    place = found.place
    if place is None:
        return {}
    country = country_of(place["country"])
    row = {"location": place["name"], "latitude": place["lat"], "longitude": place["lon"], "admin1": place["admin1"]}
    row |= {"iso": country.number if country else None, "country": country.name if country else None}
    return row | {"geo_precision": _GEO.get(place["where_prec"] or 0)}


def _notes(found: Happening) -> str:
    """Who says it, how, in which words: what a row of events would otherwise lose."""
    who = found.speaker or "Nobody named"
    said = found.statement["act"] or "says"
    return f"{who} ({said}): “{found.words(found.part['spans'])}”"


def _dead(found: Happening, rule: str | None) -> int | float | None:
    if found.killed is None:
        return None
    low: int | float | None = found.killed["low"]
    return low if low is not None or found.killed["high"] is not None else vague_number(found.words([found.killed["span"]]), rule)
