"""Which two propositions can never be one claim, whatever their words?"""

from saidwho.linking.facts import Fact
from saidwho.linking.features import day_slack, days_apart, printed_apart, same_names, tells_last_night
from saidwho.linking.outcomes import are_opposed, outcomes_in
from saidwho.linking.quantities import are_of_others
from saidwho.linking.spots import compare_places
from saidwho.types.statement import Event

# One happening is told as of neighbouring days ("overnight"); days further apart are of two.
APART = 2
# Two attacks of one day each are told of their day, unless their words leave it open; see features.day_slack.
ATTACK = "ASSAULT"
# Two texts so surely of one story by their names tell of it again after months. Reports of the same war share fewer names.
AGAIN = 0.75
# Times longer than a month say little of when.
LONG = 31
# A report that gives no date, printed so long after another that gives none, tells of something else.
PRINTED_APART = 45
# Below it the reader is too unsure of what kind of event it is. At 0.6 it barred 45 pairs of one claim on dev beside 91 of two: what one
# happening is told by (a battle, who withdrew, who holds the town) is of several kinds.
SURE = 0.85


def forbidden(one: Fact, other: Fact, *, either_way: bool = False) -> str | None:
    """Why two can never be one claim; None where they can. either_way: one may affirm what the other
    negates, or tell the opposite."""
    if one.negated != other.negated and not either_way:
        return "one affirms and one negates"
    if are_opposed(outcomes_in(one), outcomes_in(other)) and not either_way:
        return "they leave things in opposite states"
    return _of_what(one, other) or _of_where_and_when(one, other)


def _of_what(one: Fact, other: Fact) -> str | None:
    if one.event and other.event and one.event.type != other.event.type and min(one.event.score, other.event.score) >= SURE:
        return f"one tells of {one.event.type}, one of {other.event.type}"
    return "they count things of two owners" if are_of_others(one.quantities, other.quantities) else None


def _of_where_and_when(one: Fact, other: Fact) -> str | None:
    if compare_places(one.places, other.places) == "other" and not _is_lent(one, other):
        return "they happen in different places"
    if _is_apart(one, other, most=day_slack(one, other) if _are_attacks_of_a_day(one, other) else APART):
        return "they happen at different times"
    return "they were printed too far apart" if _is_printed_apart(one, other) else None


def _is_lent(one: Fact, other: Fact) -> bool:
    """Whether a place is only that of the rest of a statement."""
    return one.is_setting_lent or other.is_setting_lent


def _are_attacks_of_a_day(one: Fact, other: Fact) -> bool:
    facts = (one, other)
    return all(_is_attack(f.event) and f.days is not None and (f.days.length == 1 or tells_last_night(f)) for f in facts)


def _is_attack(event: Event | None) -> bool:
    return event is not None and event.type == ATTACK and event.score >= SURE


def _is_apart(one: Fact, other: Fact, *, most: int) -> bool:
    days = (one.days, other.days)
    if any(told is None or told.is_open or told.length > LONG for told in days):
        return False
    return days_apart(one, other) > most


def _is_printed_apart(one: Fact, other: Fact) -> bool:
    gap = printed_apart(one, other)
    if gap is None or gap <= PRINTED_APART or same_names(one.voice, other.voice) >= AGAIN:
        return False
    return one.days is None or other.days is None or days_apart(one, other) > APART
