"""Stretches of the calendar, and how EDTF writes them.

EDTF is ISO 8601-2 as the Library of Congress describes it: level 1 for seasons, decades and doubt, level 2 for quarters and sets.
A calendar week has no name in EDTF; it is written as the interval of its days.
"""

import calendar
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date, timedelta

# ISO 8601-2: 21 to 24 are spring to winter, 33 to 36 the quarters, 40 and 41 the halves.
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
# The season's first month, on the northern half of the Earth; winter runs into the next year.
_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
_FIRST_QUARTER, _FIRST_HALF = 33, 40
_WEEK, _LONGEST_MONTH, _LONGER_THAN_A_YEAR = 7, 31, 366
_LAST_THIRD = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of the calendar.

    first, last: its days, both inside. edtf: its name, which may be coarser or more doubtful than the days.
    """

    edtf: str
    first: date
    last: date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def date_prec(self) -> int:
        """The codebook of UCDP GED: 1 a day, 2 a few days, 3 a week, 4 a month, 5 more."""
        return next((prec for days, prec in ((1, 1), (6, 2), (7, 3), (_LONGEST_MONTH, 4)) if self.days <= days), 5)


def day(when: date) -> Period:
    return Period(edtf=when.isoformat(), first=when, last=when)


def day_of(*, year: int, month: int, day_of_month: int) -> Period | None:
    """A day by its numbers; None where the calendar has no such day (30 February)."""
    try:
        return day(date(year, month, day_of_month))
    except (ValueError, OverflowError):
        return None


def month_of(*, year: int, month: int) -> Period | None:
    if not _is_year(year):
        return None
    last = calendar.monthrange(year, month)[1]
    return Period(edtf=f"{year:04}-{month:02}", first=date(year, month, 1), last=date(year, month, last))


def year_of(year: int) -> Period | None:
    return Period(edtf=f"{year:04}", first=date(year, 1, 1), last=date(year, 12, 31)) if _is_year(year) else None


def decade_of(year: int) -> Period | None:
    """The ten years that begin with year: 1990 gives 199X."""
    return _years(year, year + 9, edtf=f"{year // 10:03}X")


def century_of(year: int) -> Period | None:
    """The hundred years that begin with year: 1900 gives 19XX."""
    return _years(year, year + 99, edtf=f"{year // 100:02}XX")


def season_of(*, year: int, season: int) -> Period | None:
    """season: a value of SEASONS. The winter of 2022 begins in December 2022."""
    begin = month_of(year=year, month=_FIRST_MONTH[season])
    end = begin and shifted_month(begin.first, 2)
    return Period(edtf=f"{year:04}-{season}", first=begin.first, last=end.last) if begin and end else None


def quarter_of(*, year: int, quarter: int) -> Period | None:
    """quarter: 1 to 4."""
    begin = month_of(year=year, month=3 * quarter - 2)
    end = month_of(year=year, month=3 * quarter)
    return Period(edtf=f"{year:04}-{_FIRST_QUARTER + quarter - 1}", first=begin.first, last=end.last) if begin and end else None


def half_of(*, year: int, half: int) -> Period | None:
    """half: 1 or 2."""
    begin = month_of(year=year, month=6 * half - 5)
    end = month_of(year=year, month=6 * half)
    return Period(edtf=f"{year:04}-{_FIRST_HALF + half - 1}", first=begin.first, last=end.last) if begin and end else None


def week_of(when: date) -> Period | None:
    """The week, Monday to Sunday, that holds a day."""
    monday = shifted(when, -when.weekday())
    sunday = monday and shifted(monday, 6)
    return between(day(monday), day(sunday)) if monday and sunday else None


def weekend_of(when: date) -> Period | None:
    """Saturday and Sunday of the week that holds a day."""
    week = week_of(when)
    return between(day(week.last - timedelta(days=1)), day(week.last)) if week else None


def between(begin: Period, end: Period) -> Period | None:
    """From the beginning of one stretch to the end of another; None where that would run backwards."""
    if end.last < begin.first:
        return None
    if begin.edtf == end.edtf:
        return begin
    edtf = f"{begin.edtf.split('/')[0]}/{end.edtf.split('/')[-1]}"
    return Period(edtf=edtf, first=begin.first, last=end.last)


def set_of(*days: Period) -> Period:
    """Each of some days and no others."""
    return Period(edtf="{" + ",".join(d.edtf for d in days) + "}", first=min(d.first for d in days), last=max(d.last for d in days))


def marked(period: Period, mark: str) -> Period:
    """The same stretch as approximate ("~") or uncertain ("?"), each end of an interval for itself."""
    if period.edtf.startswith("{"):
        return period
    parts = [part if part in ("", "..") or part[-1] in "~?" else part + mark for part in period.edtf.split("/")]
    return replace(period, edtf="/".join(parts))


def part_of(period: Period, part: int) -> Period | None:
    """The first (0), middle (1) or last (2) third of a longer stretch, its ends approximate; of a few days, all of them.

    No name in EDTF says "early"; the third is our reading of the word, and the marks say so. It is counted in years, months or
    days, whichever are next below; the thirds of a month are its first ten days, the next ten, and the rest.
    """
    if period.days <= _WEEK:
        return period
    first, last = (
        _day_third(period, part) if period.days <= _LONGEST_MONTH else _third(period, part, years=period.days > _LONGER_THAN_A_YEAR)
    )
    third = first and last and between(first, last)
    return marked(third, "~") if third else None


def _day_third(period: Period, part: int) -> tuple[Period, Period]:
    begin = period.first + timedelta(days=10 * part)
    return day(begin), day(period.last if part == _LAST_THIRD else begin + timedelta(days=9))


def _third(period: Period, part: int, *, years: bool) -> tuple[Period | None, Period | None]:
    count = period.last.year - period.first.year + 1
    if not years:
        count = 12 * (count - 1) + period.last.month - period.first.month + 1
    begin, past = (-(-count * edge // 3) for edge in (part, part + 1))
    if years:
        return year_of(period.first.year + begin), year_of(period.first.year + past - 1)
    return shifted_month(period.first, begin), shifted_month(period.first, past - 1)


def shifted(when: date, days: int) -> date | None:
    """days later (earlier where negative); None outside the calendar."""
    try:
        return when + timedelta(days=days)
    except OverflowError:
        return None


def shifted_month(when: date, months: int) -> Period | None:
    """The month that lies months after that of a day."""
    year, month = divmod(when.year * 12 + when.month - 1 + months, 12)
    return month_of(year=year, month=month + 1)


def _years(first: int, last: int, *, edtf: str) -> Period | None:
    begin, end = year_of(first), year_of(last)
    return Period(edtf=edtf, first=begin.first, last=end.last) if begin and end else None


def _is_year(year: int) -> bool:
    return MINYEAR <= year <= MAXYEAR
