"""Which day is meant?"""

import re
from datetime import date

from saidwho.grounding.times.calendar import Period, between, day, day_of, marked, set_of, shifted, week_of
from saidwho.grounding.times.setting import BACK, Setting, way
from saidwho.grounding.times.tenses import Heading
from saidwho.grounding.times.words import DAY_SHIFTS, FEASTS, MONTHS, ORDINALS, WEEKDAYS

_WEEK = 7
# A date without a year that the sentence puts neither before nor after publication is the coming one where that is so near, in days.
_NEAR = 60
# How far from publication a 29 February may lie.
_YEARS = 8
# Of a year in two digits nothing tells the century.
_TWO_DIGITS = 99


def shifted_day(when: date | None, days: int) -> Period | None:
    moved = None if when is None else shifted(when, days)
    return None if moved is None else day(moved)


def iso(s: Setting) -> Period | None:
    year, month, day_of_month = (s.number(group) for group in ("year", "month", "day"))
    return day_of(year=year, month=month, day_of_month=day_of_month) if year and month and day_of_month else None


def slashed(s: Setting) -> Period | None:
    """10/30/2023. Which number is the month is settled by the calendar, dots (never American), or the outlet's country."""
    written = "".join(s.heard("date"))
    first, second, year = (int(part) for part in re.split(r"\D", written))
    if first > _TWO_DIGITS:
        return day_of(year=first, month=second, day_of_month=year)
    if year <= _TWO_DIGITS:
        return None
    readings = (
        day_of(year=year, month=second, day_of_month=first),
        day_of(year=year, month=first, day_of_month=second),
    )
    if "." in written:
        return readings[0]
    if None in readings or readings[0] == readings[1]:
        return readings[0] or readings[1]
    return None if s.day_first is None else readings[0 if s.day_first else 1]


def dated(s: Setting) -> Period | None:
    """7 October, with or without a year."""
    number = ORDINALS.get(s.said("ordinal")) or s.number("day")
    return dated_day(s, number) if number else None


def dated_day(s: Setting, day_of_month: int) -> Period | None:
    """A day of the month that the phrase names."""
    month, year = MONTHS[s.said("month")], _year_of(s)
    if year:
        return day_of(year=year, month=month, day_of_month=day_of_month)
    return without_year(s, month=month, day_of_month=day_of_month)


def _year_of(s: Setting) -> int | None:
    """The year that a date names, in figures or as "last year"."""
    if s.said("of_unit") == "year" and s.published:
        return s.published.year + way(s.said("of_which"))
    return s.number("year")


def without_year(s: Setting, *, month: int, day_of_month: int) -> Period | None:
    """The last such day up to publication, or the coming one where the sentence speaks of what is to come.

    In the present tense ("leaves on 20 January") it is the nearer of the two.
    """
    if s.published is None:
        return None
    here = s.published
    found = (day_of(year=here.year + n, month=month, day_of_month=day_of_month) for n in range(-_YEARS, _YEARS + 1))
    days = [candidate for candidate in found if candidate]
    before = [candidate for candidate in days if candidate.first <= here]
    after = [candidate for candidate in days if candidate.first >= here]
    if not before or not after:
        return None
    heading = s.heading()
    if names_an_event(s):
        return _near_event(here, before[-1], after[0], heading)
    back, ahead = (here - before[-1].first).days, (after[0].first - here).days
    is_coming = {"past": False, "present": ahead < back, "future": True, None: ahead <= min(_NEAR, back)}
    return after[0] if is_coming[heading] else before[-1]


def _near_event(here: date, before: Period, after: Period, heading: Heading | None) -> Period | None:
    """The day that gave an event its name, where it is near; else nothing tells the year."""
    if (here - before.first).days <= _NEAR:
        return before
    return after if heading == "future" and (after.first - here).days <= _NEAR else None


def names_an_event(s: Setting) -> bool:
    """Whether a date is the name of what happened on it ("the September 11 attacks"), in whatever year that was."""
    first, past = s.phrase.first, s.phrase.past
    is_definite = bool({s.words.word(first), s.words.word(first - 1)} & {"the", "a", "an"})
    return is_definite and s.words.upos(past) in ("NOUN", "ADJ", "PROPN")


def days(s: Setting) -> Period | None:
    """3 to 5 May; 3 and 5 May, which are two days and not the one between them."""
    numbers = s.number("day"), s.number("day2")
    first, last = (dated_day(s, number) if number else None for number in numbers)
    if first is None or last is None:
        return None
    return set_of(first, last) if s.said("join") == "and" and not s.has("from") else between(first, last)


def weekday(s: Setting) -> Period | None:
    """The nearest such day up to publication, that day included; the coming one where the sentence looks ahead."""
    if s.published is None:
        return None
    target, which = WEEKDAYS[s.said("weekday")], s.said("which")
    if s.has("of_which"):
        week = week_of(s.published)
        return week and shifted_day(week.first, target + _WEEK * way(s.said("of_which")))
    back, ahead = (s.published.weekday() - target) % _WEEK, (target - s.published.weekday()) % _WEEK
    if which in BACK:
        return shifted_day(s.published, -(back or _WEEK))
    if way(which) > 0:
        return shifted_day(s.published, ahead or _WEEK)
    return shifted_day(s.published, ahead if s.heading() == "future" else -back)


def relative_day(s: Setting) -> Period | None:
    return shifted_day(s.published, DAY_SHIFTS[s.said("day")])


def day_around(s: Setting) -> Period | None:
    """The day before yesterday."""
    return shifted_day(s.published, DAY_SHIFTS[s.said("day")] + (-1 if s.said("side") == "before" else 1))


def overnight(s: Setting) -> Period | None:
    """Of two days, since the words do not say on which side of midnight."""
    end = weekday(s) if s.has("weekday") else shifted_day(s.published, 0)
    if end is None:
        return None
    begins = s.has("weekday") and not s.has("into")
    other = shifted_day(end.first, 1 if begins else -1)
    return other and (between(end, other) if begins else between(other, end))


def this_daypart(s: Setting) -> Period | None:
    """This morning; last night, which is named by the day it began on; the next morning, told from the day before it."""
    which = s.said("which")
    return shifted_day(s.story.day, 1) if way(which) > 0 else shifted_day(s.published, way(which))


def a_day_when(s: Setting) -> Period | None:
    """On a day when: the day the report is about, which is the last it told; in doubt where it has told of several."""
    if s.said("unit") != "day" or s.words.word(s.phrase.first - 1) != "on":
        return None
    told = shifted_day(s.story.day, 0)
    return marked(told, "?") if told and s.story.has_several else told


def told_day(s: Setting) -> Period | None:
    """A clock time, "in the morning": of the last day told."""
    return shifted_day(s.story.day, 0)


def feast(s: Setting) -> Period | None:
    month_and_day = FEASTS.get(s.said("feast").replace(" '", "'").replace(" ’", "'"))
    if month_and_day is None:
        return None
    return without_year(s, month=month_and_day[0], day_of_month=month_and_day[1])
