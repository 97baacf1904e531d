"""How is what mentions mean written for people: one short line each?"""

import re
from collections.abc import Mapping

from saidwho.export.spans import joined, on_one_line
from saidwho.types.document import Span
from saidwho.types.grounding import Actor, Figure, Grounding, Place, Time
from saidwho.types.statement import AidPackage, AidStage, Report, Statement

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


def time_line(time: Time, *, is_dated: bool = True) -> str:
    """The value, with what it lacks to a day; "not settled" where the text or a missing publication date leaves it open.

    is_dated: whether it is known when the document was published.
    """
    if time.edtf is None:
        unsettled = "not settled" if is_dated else "not settled (no publication date)"
        return f"lasting {_length(time.duration)}" if time.duration else unsettled
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


def who_words(statement: Statement, text: str) -> str:
    """Who says it, as written; for the outlet's own voice the outlet, and where nobody is named, nothing."""
    if statement.form == "own voice":
        return next((link.name for link in statement.chain if link.role == "outlet"), "the outlet")
    return joined(statement.source, text)


def form_line(statement: Statement) -> str:
    """How it is given, and what the speaker does by it: "indirect, deny", "own voice, at first hand"."""
    if statement.form == "own voice":
        return "own voice, at first hand" if statement.first_hand else "own voice"
    return f"{statement.form}, {statement.act}" if statement.act else statement.form


def detail_lines(statement: Statement, text: str) -> list[tuple[str, str]]:
    """What else is known of a statement, a word for each and what it is; only what the text tells."""
    relays = [link.name for link in statement.chain if link.role == "relay"]
    basis, denial = statement.basis, statement.denies
    lines = [
        ("through", ", then ".join(relays)),
        ("side", statement.speaker_side or ""),
        ("rests on", f"{basis.span.of(text)} ({basis.kind})" if basis else ""),
        ("denies", f"{denial.span.of(text)} ({denial.target})" if denial else ""),
        *(("caveat", span.of(text)) for span in statement.caveats),
        ("said", ", ".join(filter(None, (statement.spoken.edtf if statement.spoken else None, _of(statement.venue, text))))),
    ]
    return [(word, on_one_line(told)) for word, told in lines if told]


def _of(span: Span | None, text: str) -> str | None:
    return span.of(text) if span else None


def aid_lines(report: Report) -> list[tuple[str, str]]:
    """Each package in two parts: what it is, and its things, its money and its history."""
    actors = actors_by_id(report.grounding)
    return [(_package_line(package, actors, report.document.text), _held_line(package, report.document.text)) for package in report.aid]


def _package_line(package: AidPackage, actors: Actors, text: str) -> str:
    """ "United States to Ukraine, military: $150 million"."""
    donor, recipient = (actors.get(party or "") for party in (package.donor, package.recipient))
    parties = f"{donor.name if donor else 'somebody'} to {recipient.name if recipient else 'somebody'}"
    kind = f", {package.kind}" if package.kind else ""
    return f"{parties}{kind}" + (f": {on_one_line(package.amount.span.of(text))}" if package.amount else "")


def _held_line(package: AidPackage, text: str) -> str:
    items = ", ".join(f"{item.count:,} {item.name}" if item.count is not None else item.name for item in package.items)
    parts = [
        "; ".join(_stage_line(told, package, text) for told in package.history),
        items,
        *(f"from {s.of(text)}" for s in package.funding),
    ]
    return on_one_line(". ".join(part for part in parts if part))


def _stage_line(told: AidStage, package: AidPackage, text: str) -> str:
    """ "announced 2023-10-26", with the sum where it is a part of the package."""
    part = told.amount is not None and package.amount is not None and told.amount.low != package.amount.low
    amount = f" {on_one_line(told.amount.span.of(text))}" if part and told.amount else ""
    return f"{told.stage}{amount}" + (f" {told.date}" if told.date else "")
