"""How is what mentions mean written for people: one short line each?"""

import re
from collections.abc import Mapping

from saidwho.export.spans import on_one_line
from saidwho.types.grounding import Actor, Figure, Grounding, Place, Time
from saidwho.types.statement import Statement

_PRECISION = {2: "near", 3: "district", 4: "region", 5: "area or line", 6: "country", 7: "wider than a country"}
_ONE_PART = re.compile(r"P(?P<time>T)?(?P<count>[\d.]+|X)(?P<unit>[YMWDHS])")
_DATE_UNITS = {"Y": "year", "M": "month", "W": "week", "D": "day"}
_TIME_UNITS = {"H": "hour", "M": "minute", "S": "second"}
_DAYS = {1: "", 2: "within days", 3: "within a week", 4: "within a month", 5: "longer than a month"}


Actors = Mapping[str, Actor]


def actors_by_id(grounding: Grounding) -> Actors:
    return {actor.id: actor for actor in grounding.actors}


def speaker_line(statement: Statement, actors: Actors, text: str) -> str:
    """Who speaks, where the source's words do not say it themselves: "John Kirby, White House spokesperson"; else empty."""
    actor = actors.get(statement.speaker.actor or "") if statement.speaker else None
    if actor is None:
        return ""
    told = actor_line(actor)
    words = " ".join(span.of(text) for span in statement.source)
    return "" if _words(told) <= _words(words) else told


def _words(line: str) -> set[str]:
    return {word.strip(",.'’\"") for word in line.casefold().split()}


def actor_line(actor: Actor) -> str:
    """The name, and what the actor is said to be."""
    return on_one_line(f"{actor.name}, {actor.role}" if actor.role else actor.name)


def place_line(place: Place) -> str:
    """The gazetteer's name with region and country, and how precise it is where that is no town."""
    parts = [place.name, *(part for part in (place.admin1, place.country) if part and part != place.name)]
    notes = [_PRECISION[place.where_prec]] if place.where_prec in _PRECISION else []
    notes += [place.use] if place.use != "literal" else []
    return ", ".join(parts) + (f" ({'; '.join(notes)})" if notes else "")


def time_line(time: Time) -> str:
    """The value, with what it lacks to a day; "not settled" where the text or a missing publication date leaves it open."""
    if time.edtf is None:
        return f"lasting {_length(time.duration)}" if time.duration else "not settled"
    precision = _DAYS.get(time.date_prec or 1, "")
    return f"{time.edtf} ({precision})" if precision else time.edtf


def _length(duration: str) -> str:
    """ "6 days" of P6D, "some weeks" of PXW; durations of several parts as they are."""
    match = _ONE_PART.fullmatch(duration)
    if match is None:
        return duration
    count, unit = match["count"], (_TIME_UNITS if match["time"] else _DATE_UNITS).get(match["unit"])
    if unit is None:
        return duration
    return f"some {unit}s" if count == "X" else f"{count} {unit}{'' if count == '1' else 's'}"


def figure_line(figure: Figure, actors: Actors) -> str:
    """The bounds with what they count: "at least 17 people, killed, per day; of the Russian army"."""
    amount = _bounds(figure)
    unit = figure.currency or (figure.unit if figure.unit != "money" else "in a currency not told")
    joint = " of " if amount.endswith(_WORDY) else " "
    parts = [f"{amount}{joint}{unit}" if unit else amount, figure.counts, figure.victims]
    parts += [f"per {figure.per}" if figure.per else None, f"over {figure.over}" if figure.over else None]
    parts += ["a total so far" if figure.cumulative else None, f"since {figure.since}" if figure.since else None]
    parts += ["said not to be so" if figure.negated else None]
    owner = actors.get(figure.of or "")
    told = ", ".join(part for part in parts if part)
    return f"{told}; of {owner.name}" if owner else told


# Bounds that end in words, not in a number.
_WORDY = ("number", "digits")


def _bounds(figure: Figure) -> str:
    low, high = (None if bound is None else _number(bound) for bound in (figure.low, figure.high))
    if low is None and high is None:
        return "no exact number"
    if low == high:
        return f"about {low}" if figure.qualifier else str(low)
    if high is None:
        return f"{low} or more"
    return f"up to {high}" if low is None else f"{low} to {high}"


def _number(bound: int | float) -> str:
    """With commas; numbers too long to read are cut to their size."""
    if isinstance(bound, int) and abs(bound) >= 10**18:
        return f"a number of {len(str(abs(bound)))} digits"
    return f"{bound:,}" if isinstance(bound, int) else f"{bound:,.10g}"
