"""Which stretch of time is told from publication ("last week"), or from what the text told before ("the year before")?"""

from datetime import date

from saidwho.grounding.times.calendar import Period, between, day, day_of, shifted_month, year_of
from saidwho.grounding.times.days import shifted_day
from saidwho.grounding.times.setting import BACK, Setting, way
from saidwho.grounding.times.stretches import narrowed, unit_of

_THURSDAY, _SATURDAY = 3, 5
_NOMINAL = ("DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ")
_LONG = ("year", "decade", "century")


def deictic_quarter(s: Setting) -> Period | None:
    """Last quarter."""
    return unit_of("quarter", s.published, way(s.said("which"))) if s.published else None


def this_century(s: Setting) -> Period | None:
    return unit_of("century", s.published, way(s.said("which"))) if s.published else None


def same_last_year(s: Setting) -> Period | None:
    """The same month a year ago: the last stretch told, a year before."""
    told = s.story.last
    if told is None or s.said("unit") != "year":
        return None
    if told.days == 1:
        return day_of(year=told.first.year - 1, month=told.first.month, day_of_month=told.first.day)
    unit = next((unit for unit in ("month", "quarter", "year") if unit_of(unit, told.first) == told), None)
    before = shifted_month(told.first, -12)
    return unit_of(unit, before.first) if unit and before else None


def weekend(s: Setting) -> Period | None:
    """The last weekend begun by publication, on a weekend that one; "this weekend" looks ahead from Thursday on."""
    if s.published is None:
        return None
    which, is_now = s.said("which"), s.published.weekday() >= _SATURDAY
    heading = s.heading()
    is_near = which == "this" and heading != "past" and s.published.weekday() >= _THURSDAY
    ahead = way(which) > 0 or is_near or heading == "future"
    if which in BACK or not (ahead or is_now):
        return unit_of("weekend", s.published, -1)
    return unit_of("weekend", s.published, 1 if way(which) > 0 and is_now else 0)


def deictic(s: Setting) -> Period | None:
    """This week; the past month, which runs up to publication; earlier this year, which ends there."""
    unit, which = s.said("unit"), s.said("which")
    if s.published is None or unit in ("minute", "hour"):
        return None
    if which == "next" and unit == "day":
        return shifted_day(s.story.day, 1)
    if runs(s):
        return running(unit, 1, s.published, way(which))
    whole = unit_of(unit, s.published, way(which))
    return sided(s, whole) if s.has("side") else narrowed(s, whole)


def runs(s: Setting) -> bool:
    """Whether a unit is not one of the calendar's: the past week, over the last year."""
    which = s.said("which")
    return which in ("past", "coming") or (which == "last" and s.words.word(s.phrase.first) == "the" and not s.has("edge"))


def sided(s: Setting, whole: Period | None) -> Period | None:
    """Earlier this month runs from its beginning to publication, later from there to its end."""
    if whole is None or s.published is None or not whole.first <= s.published <= whole.last:
        return whole
    ends = (day(whole.first), day(s.published)) if s.said("side") == "earlier" else (day(s.published), day(whole.last))
    return between(*ends)


def running(unit: str, count: int, here: date, direction: int) -> Period | None:
    """The past (-1) or coming (1) so many units, in days up to weeks, in months or years above."""
    far = away(unit, direction * count, here)
    near = far and _at_grain(unit, here)
    if far is None or near is None:
        return None
    return between(*sorted((far, near), key=lambda period: period.first))


def away(unit: str, count: int, here: date) -> Period | None:
    """The day, month or year so many units off."""
    if unit in ("minute", "hour"):
        sign = 1 if count > 0 else -1
        return shifted_day(here, sign * (-(-abs(count) // 24)) if unit == "hour" else 0)
    if unit in ("day", "night", "week", "fortnight"):
        return shifted_day(here, count * {"week": 7, "fortnight": 14}.get(unit, 1))
    if unit in ("month", "quarter"):
        return shifted_month(here, count * (3 if unit == "quarter" else 1))
    return year_of(here.year + count * {"decade": 10, "century": 100}.get(unit, 1))


def _at_grain(unit: str, here: date) -> Period | None:
    return unit_of("month", here) if unit in ("month", "quarter") else year_of(here.year) if unit in _LONG else day(here)


def the_unit(s: Setting) -> Period | None:
    """The day: the last told. The end of the year: of that of publication."""
    unit = s.said("unit")
    if unit in ("minute", "hour"):
        return None
    if unit == "day":
        return shifted_day(s.story.day, 0)
    if s.has("part") or s.has("edge") or s.has("side"):
        whole = unit_of(unit, s.published) if s.published else None
        return sided(s, whole) if s.has("side") else narrowed(s, whole)
    return unit_of(unit, s.story.last.first) if s.story.last else None


def anaphor(s: Setting) -> Period | None:
    """The previous day, the same week, the year after: told from the last time of the text.

    "the day before the vote" is told from the vote, of which nothing is known here.
    """
    unit, which = s.said("unit"), s.said("which")
    if which in ("before", "after") and s.words.upos(s.phrase.past) in _NOMINAL:
        return None
    shift = {"before": -1, "earlier": -1, "after": 1, "later": 1}.get(which, way(which))
    is_stretch = unit in ("week", "month", "year", "decade", "fortnight")
    if not is_stretch:
        return shifted_day(s.story.day, shift) if unit not in ("minute", "hour") else None
    return unit_of(unit, s.story.last.first, shift) if s.story.last else None
