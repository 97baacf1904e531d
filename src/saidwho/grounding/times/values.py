"""What does a phrase of time mean?"""

from collections.abc import Callable

from saidwho.grounding.times import days, deictics, lengths, stretches
from saidwho.grounding.times.calendar import Period
from saidwho.grounding.times.setting import Setting, Value

_PERIODS: dict[str, Callable[[Setting], Period | None]] = {
    "iso": days.iso,
    "slashed": days.slashed,
    "a_day_when": days.a_day_when,
    "days": days.days,
    "date": days.dated,
    "day_around": days.day_around,
    "overnight": days.overnight,
    "weekday": days.weekday,
    "relative_day": days.relative_day,
    "this_daypart": days.this_daypart,
    "the_daypart": days.told_day,
    "clock": days.told_day,
    "feast": days.feast,
    "quarter": stretches.quarter,
    "deictic_quarter": deictics.deictic_quarter,
    "half": stretches.half,
    "week_of_month": stretches.week_of_month,
    "month": stretches.month,
    "season": stretches.season,
    "decade": stretches.decade,
    "century": stretches.century,
    "this_century": deictics.this_century,
    "years": stretches.years,
    "year": stretches.year,
    "short_year": stretches.short_year,
    "same_last_year": deictics.same_last_year,
    "weekend": deictics.weekend,
    "anaphor": deictics.anaphor,
    "the_unit": deictics.the_unit,
}
_VALUES: dict[str, Callable[[Setting], Value]] = {
    "span": lengths.span,
    "deictic": lengths.deictic,
    "ago": lengths.ago,
    "after_that": lengths.after_that,
    "length": lengths.length,
    "one": lengths.one,
    "some": lengths.some,
    "recent": lengths.some,
}
# "every day" and "now" are mentions of time that no stretch of the calendar is.
_WITHOUT = Value()


def value_of(setting: Setting) -> Value:
    """The meaning of one phrase; empty where its words, the text and the publication date do not settle it."""
    rule = setting.phrase.rule
    if rule in _PERIODS:
        return Value(period=_PERIODS[rule](setting))
    return _VALUES[rule](setting) if rule in _VALUES else _WITHOUT
