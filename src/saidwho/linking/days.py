"""On which days is something said or done?

EDTF (ISO 8601-2) becomes a range of days, counted as date.toordinal counts them.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

# Beyond these no report on anything we read is dated; they also keep open ends within date's own range.
_FIRST, _LAST = date(1, 1, 1).toordinal(), date(9999, 12, 31).toordinal()
_POINT = re.compile(r"^(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?")
# ISO 8601-2 writes seasons as months 21 to 24; the northern ones, as news uses them. Quarters are 33 to 36.
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """first, last: ordinals, both inside. An open end lies where dates end."""

    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1

    @property
    def is_open(self) -> bool:
        return self.first == _FIRST or self.last == _LAST

    def apart(self, other: "Days") -> int:
        """Days between two ranges, 0 where they touch or share one."""
        return max(0, self.first - other.last, other.first - self.last)


@lru_cache(maxsize=1 << 14)
def days_of(edtf: str | None) -> Days | None:
    """The days that an EDTF string covers; None where it is none we know, or tells nothing."""
    if not edtf:
        return None
    text = edtf.strip().strip("[]{}")
    if "/" in text:
        return _interval(text)
    points = [found for part in re.split(r",|\.\.", text) if part.strip() and (found := _point(part))]
    return Days(first=min(p.first for p in points), last=max(p.last for p in points)) if points else None


def day_of(published: str | None) -> int | None:
    """The day of a date or an RFC 3339 time, as given; None where there is none."""
    found = days_of(published[:10]) if published else None
    return found.first if found and found.length == 1 else None


def edtf_of(days: Days) -> str:
    """The shortest EDTF that covers just these days: a day, a month, a year, or an interval."""
    first, last = date.fromordinal(days.first), date.fromordinal(days.last)
    if days.first == days.last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month) and first.day == 1 and last.day == _length(first.year, first.month):
        return f"{first:%Y-%m}"
    if first.year == last.year and (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"{first:%Y}"
    return f"{'..' if days.first == _FIRST else first.isoformat()}/{'..' if days.last == _LAST else last.isoformat()}"


def _interval(text: str) -> Days | None:
    begin, _, end = text.partition("/")
    first, last = _point(begin), _point(end)
    if first is None and last is None:
        return None
    low, high = first.first if first else _FIRST, last.last if last else _LAST
    return Days(first=low, last=high) if low <= high else None


def _point(text: str) -> Days | None:
    found = _POINT.match(text.strip().strip("~?%"))
    if not found:
        return None
    year, month, day = found.groups()
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if low < 1 or low != high or month in (None, "XX"):
        return Days(first=date(max(low, 1), 1, 1).toordinal(), last=date(high, 12, 31).toordinal())
    return _month(low, int(month), day)


def _month(year: int, month: int, day: str | None) -> Days | None:
    if month in _SEASONS:
        begin, end = _SEASONS[month]
        return Days(first=date(year, begin, 1).toordinal(), last=date(year, end, _length(year, end)).toordinal())
    if not 1 <= month <= 12:
        return None
    if day in (None, "XX"):
        return Days(first=date(year, month, 1).toordinal(), last=date(year, month, _length(year, month)).toordinal())
    if not 1 <= int(day) <= _length(year, month):
        return None
    one = date(year, month, int(day)).toordinal()
    return Days(first=one, last=one)


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year, month)[1]
