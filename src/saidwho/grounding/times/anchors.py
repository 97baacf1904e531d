"""Which day was it, where a report was published?"""

from datetime import date, datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from saidwho.errors import GroundingError


def published_day(published: str | None, zone: str | None) -> date | None:
    """The day on the calendar of the outlet; None where no publication date is known.

    published: a date, or RFC 3339 with its offset. zone: an IANA name; without one, the day is that of the offset as given.
    Raises GroundingError for what is no date, or no zone that this machine knows.
    """
    if published is None:
        return None
    if len(published) == len("2023-10-27"):
        return _parsed(published).date()
    # RFC 3339 knows leap seconds; Python's datetime does not.
    moment = _parsed(published.replace(":60", ":59", 1) if published[17:19] == "60" else published)
    return (moment.astimezone(_zone(zone)) if zone and moment.tzinfo else moment).date()


def _parsed(published: str) -> datetime:
    try:
        return datetime.fromisoformat(published)
    except ValueError as error:
        raise GroundingError(
            f"published is {published!r}; expected a date (2023-10-27) or RFC 3339 with its offset (2023-10-27T09:30:00+05:30)."
        ) from error


def _zone(zone: str) -> ZoneInfo:
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise GroundingError(
            f"there is no time zone {zone!r} here; expected an IANA name (Europe/Kyiv). Mend it, or type: pip install tzdata"
        ) from error
