"""Is this a publication date as we write it?"""

import re
from datetime import datetime

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
# RFC 3339, 5.6. The offset is not optional: a time without one could be meant anywhere on Earth.
_INSTANT = re.compile(r"(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}):(\d{2})(?:\.\d+)?([Zz]|[+-]\d{2}:\d{2})", re.ASCII)

EXPECTED = "a date (2023-10-27) or RFC 3339 with its offset (2023-10-27T09:30:00+05:30)"


def is_published(value: str) -> bool:
    """Whether value is a date, or RFC 3339 with its offset, that the calendar knows."""
    if _DAY.fullmatch(value):
        return _is_in_calendar(value)
    instant = _INSTANT.fullmatch(value)
    if instant is None:
        return False
    day, minute, second, offset = instant.groups()
    # RFC 3339 knows leap seconds; Python's datetime does not.
    second = "59" if second == "60" else second
    return _is_in_calendar(f"{day}T{minute}:{second}{'+00:00' if offset in 'Zz' else offset}")


def _is_in_calendar(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
