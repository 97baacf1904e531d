"""Which month, season, year, decade or century is named?"""

from collections.abc import Iterable
from datetime import date, timedelta

from saidwho.grounding.times.calendar import (
    SEASONS,
    Period,
    between,
    century_of,
    day,
    decade_of,
    half_of,
    month_of,
    part_of,
    quarter_of,
    season_of,
    shifted,
    shifted_month,
    week_of,
    weekend_of,
    year_of,
)
from saidwho.grounding.times.days import shifted_day
from saidwho.grounding.times.setting import Setting, way
from saidwho.grounding.times.words import MONTHS, NUMBERS, ORDINALS, PARTS

_QUARTERS, _WEEK, _CENTURY = 4, 7, 100


def unit_of(unit: str, when: date, shift: int = 0) -> Period | None:
    """The day, week, month, year, decade or century that holds a day, or the one so many later."""
    if unit in ("day", "night"):
        return shifted_day(when, shift)
    if unit in ("week", "weekend", "fortnight"):
        moved = shifted(when, _WEEK * shift)
        hold = weekend_of if unit == "weekend" else week_of
        return hold(moved) if moved else None
    if unit in ("month", "quarter"):
        size = 3 if unit == "quarter" else 1
        month_there = shifted_month(when, size * shift)
        return _quarter_at(month_there.first) if month_there and unit == "quarter" else month_there
    size, named = {"year": (1, year_of), "decade": (10, decade_of), "century": (_CENTURY, century_of)}.get(unit, (0, None))
    return named((when.year // size + shift) * size) if named else None


def _quarter_at(when: date) -> Period | None:
    return quarter_of(year=when.year, quarter=(when.month + 2) // 3)


def narrowed(s: Setting, period: Period | None) -> Period | None:
    """The part of a stretch that "early", "mid-" or "the end of" asks for."""
    word = s.said("part") or s.said("edge")
    return part_of(period, PARTS[word]) if period and word else period


def _year_named(s: Setting) -> int | None:
    """The year a phrase names, in figures or as "of last year"."""
    if s.has("year"):
        return s.number("year")
    if not s.has("of_which"):
        return None
    which = s.said("of_which")
    told = s.story.last.first if s.story.last else None
    base = told if which in ("same", "previous", "following") else s.published
    return None if base is None else base.year + way(which)


def _nearest(s: Setting, candidates: Iterable[Period | None], which: str = "") -> Period | None:
    """Of stretches that come round every year: the last begun by publication, or the next, as words and sentence say."""
    if s.published is None:
        return None
    here, found = s.published, [candidate for candidate in candidates if candidate]
    if which in ("last", "previous"):
        return max((c for c in found if c.last < here), key=lambda c: c.first, default=None)
    if way(which) > 0:
        return min((c for c in found if c.first > here), key=lambda c: c.first, default=None)
    before = max((c for c in found if c.first <= here), key=lambda c: c.first, default=None)
    after = min((c for c in found if c.last >= here), key=lambda c: c.first, default=None)
    if which == "past" or before is None or after is None:
        return before
    heading = s.heading()
    is_nearer = heading == "present" and (after.first - here).days < (here - before.last).days
    return after if heading == "future" or is_nearer else before


def _years_around(s: Setting) -> range:
    return range(s.published.year - 1, s.published.year + 2) if s.published else range(0)


def month(s: Setting) -> Period | None:
    number, year = MONTHS[s.said("month")], _year_named(s)
    if year is not None:
        return narrowed(s, month_of(year=year, month=number))
    if s.has("of_which"):
        return None
    which = s.said("which")
    if which == "this" and s.published:
        return month_of(year=s.published.year, month=number)
    return narrowed(s, _nearest(s, (month_of(year=y, month=number) for y in _years_around(s)), which))


def season(s: Setting) -> Period | None:
    number, year = SEASONS[s.said("season")], _year_named(s)
    if year is not None:
        return narrowed(s, season_of(year=year, season=number))
    if s.has("of_which"):
        return None
    which = s.said("which")
    if which == "this" and s.published:
        return narrowed(s, season_of(year=s.published.year, season=number))
    return narrowed(s, _nearest(s, (season_of(year=y, season=number) for y in _years_around(s)), which))


def quarter(s: Setting) -> Period | None:
    number = _QUARTERS if s.has("final") else ORDINALS.get(s.said("ordinal")) or s.number("name")
    if number is None or number > _QUARTERS:
        return None
    year = _year_named(s)
    if year is not None or s.has("of_which"):
        return quarter_of(year=year, quarter=number) if year is not None else None
    # What is reported of a quarter is reported when it is over.
    which = "" if s.published and s.heading() == "future" else "last"
    return _nearest(s, (quarter_of(year=y, quarter=number) for y in _years_around(s)), which)


def half(s: Setting) -> Period | None:
    number = ORDINALS[s.said("ordinal")]
    year = s.number("year") or (s.published.year + way(s.said("which")) if s.published else None)
    return half_of(year=year, half=number) if year and number in (1, 2) else None


def week_of_month(s: Setting) -> Period | None:
    """The first week of March is its first seven days, the last its last seven."""
    whole = month(s)
    number = ORDINALS.get(s.said("ordinal"))
    size = {"week": _WEEK, "day": 1}.get(s.said("unit"))
    if whole is None or size is None:
        return None
    first = whole.last - timedelta(days=size - 1) if number is None else whole.first + timedelta(days=size * (number - 1))
    last = first + timedelta(days=size - 1)
    if last > whole.last:
        return None
    return day(first) if size == 1 else between(day(first), day(last))


def decade(s: Setting) -> Period | None:
    """The 1990s; the 90s, which are the last that have begun by publication."""
    number = s.number("decade")
    if number is None:
        return None
    if len(s.said("decade")) > len("90s"):
        return narrowed(s, decade_of(number))
    if s.published is None:
        return None
    here = s.published.year // _CENTURY * _CENTURY + number
    return narrowed(s, decade_of(here if here <= s.published.year else here - _CENTURY))


def century(s: Setting) -> Period | None:
    number = s.number("nth") or NUMBERS.get(s.said("tens"), 0) + ORDINALS.get(s.said("ordinal"), 0)
    return narrowed(s, century_of((number - 1) * 100)) if number > 1 else None


def years(s: Setting) -> Period | None:
    first, last = (year_of(number) if number else None for number in (s.number("year"), s.number("year2")))
    return between(first, last) if first and last else None


def year(s: Setting) -> Period | None:
    number = s.number("year")
    return narrowed(s, year_of(number)) if number else None


def short_year(s: Setting) -> Period | None:
    """'82: the last such year begun by publication."""
    number = s.number("year")
    if number is None or s.published is None:
        return None
    here = s.published.year // _CENTURY * _CENTURY + number
    return year_of(here if here <= s.published.year else here - _CENTURY)
