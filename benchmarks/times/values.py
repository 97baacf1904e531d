"""Do an EDTF value and a TIMEX3 value mean the same?

Both are turned into the first and the last day of what they mean:

- a year, month, day, decade (200), century (20), quarter (2006-Q4), season (2009-SP) or week (2008-W42, 2008-W42-WE) is all its days;
- a clock time or part of a day (2008-01-09TMO, 2005-04-27T08:30Z) is its day: we give days;
- an open interval is the end it has, since TIMEX3 leaves "since" and "until" outside the value;
- marks of doubt (~ ?) do not count;
- of words such as "early" and "the end of", which TIMEX3 puts in an attribute that meantime does not have, our value is right where it
  lies within the labelled stretch.

What EDTF cannot express is not asked for: PRESENT_REF and the like, fiscal years, XXXX-XX-XX, and durations, which are compared apart,
as ISO 8601, a quarter being three months. meantime writes a few with letter and number changed round (PM6); they are read as meant.
"""

import calendar
import re
from datetime import date, timedelta

Days = tuple[date, date]

_SEASONS = {"SP": 21, "SU": 22, "FA": 23, "WI": 24}
_PARTS = re.compile(r"\b(?:early|mid|late|beginning|start|end)\b", re.IGNORECASE)
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_NAMED = re.compile(r"(\d{4})-(SP|SU|FA|WI|Q[1-4])")
_PLAIN = re.compile(r"\d{2,4}|\d{4}-\d\d(?:-\d\d|-XX)?")
# The first month and the number of months of the groups of ISO 8601-2: seasons, quarters, halves.
_GROUPS = {21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 33: (1, 3), 34: (4, 3), 35: (7, 3), 36: (10, 3), 40: (1, 6), 41: (7, 6)}
_DURATION = re.compile(r"P(T?)(?:([\d.]+|X)([A-Z])|([A-Z])([\d.]+))")


def timex_days(value: str) -> Days | None:
    """The days of a TIMEX3 value; None where EDTF cannot express it, or where it is a duration."""
    value = value.partition("T")[0] if value[:4].isdigit() else value
    if found := _WEEK.fullmatch(value):
        return _week_days(int(found[1]), int(found[2]), is_weekend=bool(found[3]))
    if found := _NAMED.fullmatch(value):
        group = _SEASONS.get(found[2]) or 32 + int(found[2][1])
        return _simple_days(f"{found[1]}-{group}")
    if not _PLAIN.fullmatch(value):
        return None
    return _simple_days(value.removesuffix("-XX") if len(value) > len("2009") else value.ljust(4, "X"))


def edtf_days(edtf: str) -> Days:
    """The days of a value of ours."""
    parts = [part.rstrip("~?%") for part in edtf.strip("{}").replace(",", "/").split("/")]
    days = [_simple_days(part) for part in parts if part not in ("", "..")]
    return min(first for first, _ in days), max(last for _, last in days)


def is_right(edtf: str | None, labelled: Days, *, words: str) -> bool:
    """Whether a value of ours means the labelled days. words: those of the mention."""
    if edtf is None:
        return False
    ours = edtf_days(edtf)
    if _PARTS.search(words):
        return labelled[0] <= ours[0] and ours[1] <= labelled[1]
    return ours == labelled


def timex_duration(value: str) -> str | None:
    """A TIMEX3 duration as ISO 8601; None for what is none."""
    found = _DURATION.fullmatch(value)
    if not found:
        return None
    number, unit = found[2] or found[5], found[3] or found[4]
    if unit == "Q":
        number, unit = (number if number == "X" else f"{3 * float(number):g}"), "M"
    return f"P{found[1]}{number}{unit}"


def _simple_days(value: str) -> Days:
    """The days of one date without marks."""
    if value.endswith("X"):
        return date(int(value.replace("X", "0")), 1, 1), date(int(value.replace("X", "9")), 12, 31)
    year, *rest = (int(part) for part in value.split("-"))
    if len(rest) > 1:
        day = date(year, rest[0], rest[1])
        return day, day
    if not rest:
        return date(year, 1, 1), date(year, 12, 31)
    month, size = _GROUPS.get(rest[0], (rest[0], 1))
    end_year, end_month = year + (month + size - 2) // 12, (month + size - 2) % 12 + 1
    return date(year, month, 1), date(end_year, end_month, calendar.monthrange(end_year, end_month)[1])


def _week_days(year: int, week: int, *, is_weekend: bool) -> Days:
    monday = date.fromisocalendar(year, week, 1)
    return monday + timedelta(days=5 if is_weekend else 0), monday + timedelta(days=6)
