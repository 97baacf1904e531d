"""What does somebody look for, and what does a page of it look like?"""

import base64
import binascii
import calendar
import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Generic, Self, TypeVar, get_args

from saidwho.errors import FilterError
from saidwho.record.clock import written
from saidwho.record.keys import day_number, first_of_day
from saidwho.types.statement import EVENTS, Act

Item = TypeVar("Item")

PAGE = 50
# More on one page would be no page; whoever wants all goes on with the cursor.
LARGEST_PAGE = 1000

ACTS: tuple[str, ...] = get_args(Act)

_DAY = re.compile(r"(?P<year>\d{4})(-(?P<month>\d{2})(-(?P<day>\d{2}))?)?")
_NEAR = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*,\s*(\d+(?:\.\d+)?)\s*(?:km)?\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A circle on the earth. lat, lon: degrees, WGS 84. km: its radius. Raises FilterError where that is no circle."""

    lat: float
    lon: float
    km: float

    def __post_init__(self) -> None:
        # Half the earth's circumference reaches everywhere.
        if not (-90 <= self.lat <= 90 and -180 <= self.lon <= 180 and 0 <= self.km <= 20_038):
            raise FilterError(f"{self.lat:g},{self.lon:g},{self.km:g} is no circle on the earth: latitude, longitude, kilometres.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What to find; all that is given must hold.

    about: words, those in double quotation marks as a phrase. by: an actor's id, its beginning, name, or words of the name.
    place: a name, ISO 3166-1 alpha-3 or GeoNames number. since, until: days of publication, as "2023-10-27", "2023-10" or
    "2023"; both are included. act, event: as the contract names them. outlet: its name.
    limit: of a page, from 1 to LARGEST_PAGE. cursor: where the page before ended, as that page gives it.
    Raises FilterError for what makes no sense.
    """

    about: str | None = None
    by: str | None = None
    place: str | None = None
    near: Near | None = None
    since: str | None = None
    until: str | None = None
    act: str | None = None
    event: str | None = None
    outlet: str | None = None
    limit: int = PAGE
    cursor: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= LARGEST_PAGE:
            raise FilterError(f"A page has from 1 to {LARGEST_PAGE:,} items, not {self.limit:,}.")
        if self.about is not None and not re.search(r"\w", self.about):
            raise FilterError(f"There is no word to look for in {self.about!r}.")
        for name in ("by", "place", "act", "event", "outlet"):
            value = getattr(self, name)
            if value is not None and not value.strip():
                raise FilterError(f"An empty text is no value of {name}.")
        _check_known("act", self.act, ACTS)
        _check_known("event", self.event, EVENTS[:-1])
        _check_order(self.since, self.until)

    @property
    def start(self) -> str | None:
        """The cursor that the first page begins after."""
        return self.cursor

    def on_page(self, *, limit: int, cursor: str | None) -> Self:
        """The same filters, for another page."""
        return replace(self, limit=limit, cursor=cursor)

    def given(self) -> frozenset[str]:
        """Which of the filters are set."""
        return frozenset(f.name for f in fields(self) if f.name not in ("limit", "cursor") and getattr(self, f.name) is not None)

    def refuse_others(self, *allowed: str, what: str) -> None:
        """Raise FilterError where a filter is set that has no meaning for what is looked for."""
        wrong = sorted(self.given() - set(allowed))
        if wrong:
            raise FilterError(f"{what} cannot be found by {' or '.join(wrong)}; by {', '.join(allowed)}.")


def _check_known(name: str, value: str | None, known: Sequence[str]) -> None:
    """That a value is one of those that there are, in whatever case. Raises FilterError."""
    if value is not None and value.strip().casefold() not in map(str.casefold, known):
        raise FilterError(f"There is no {name} {value.strip()!r}. Give one of: {', '.join(known)}.")


def _check_order(since: str | None, until: str | None) -> None:
    """That there is a day between two. Raises FilterError; of times, which changes alone are found by, whoever finds by them."""
    if since and until and _DAY.fullmatch(since) and _DAY.fullmatch(until) and _day(since, last=False) > _day(until, last=True):
        raise FilterError(f"No day is in {since!r} or later and in {until!r} or earlier too. The earlier one is since.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Item]):
    """Some of what was found, newest first.

    next: the cursor of the page after it, None where this is the last. A page may be shorter than its limit, or empty,
    and still have a next: then the search looked through as much as one page may cost.
    """

    items: tuple[Item, ...]
    next: str | None


def near_from(text: str) -> Near:
    """Read "LAT,LON,KM". Raises FilterError."""
    found = _NEAR.fullmatch(text)
    if found is None:
        raise FilterError(f"{text!r} is no place and distance. Write latitude, longitude and kilometres: 48.14,37.75,30")
    lat, lon, km = map(float, found.groups())
    return Near(lat=lat, lon=lon, km=km)


def document_window(filters: Filters) -> tuple[int, int]:
    """The lowest number of a document that may be found, and the one past the highest."""
    low = first_of_day(day_number(_day(filters.since, last=False).isoformat())) if filters.since else 0
    past = first_of_day(day_number(_day(filters.until, last=True).isoformat()) + 1) if filters.until else 1 << 48
    if filters.until and not filters.since:
        low = first_of_day(1)  # what has no day came at none before it
    return low, past


def time_window(filters: Filters) -> tuple[str | None, str | None]:
    """since and until as the record writes times: the first that may be found, and the first past those that may.

    Besides days they may be times of RFC 3339 with an offset.
    """
    since = _time(filters.since, last=False) if filters.since else None
    until = _time(filters.until, last=True) if filters.until else None
    return since, until


def _time(value: str, *, last: bool) -> str:
    if _DAY.fullmatch(value):
        # "T" sorts before "U": all times of the day, and none of the next.
        return f"{_day(value, last=last).isoformat()}{'U' if last else 'T'}"
    try:
        time = datetime.fromisoformat(value)
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        raise FilterError(f"{value!r} is no day, and no time with its offset. Write 2023-10-27 or 2023-10-27T14:00:00Z.")
    return written(time) + ("U" if last else "")


def _day(value: str, *, last: bool) -> date:
    """The first, or the last, day of a day, a month or a year."""
    found = _DAY.fullmatch(value)
    try:
        if found is None:
            raise ValueError
        year = int(found["year"])
        month = int(found["month"] or (12 if last else 1))
        day = int(found["day"] or (calendar.monthrange(year, month)[1] if last else 1))
        return date(year, month, day)
    except ValueError:
        raise FilterError(f"{value!r} is no day. Write 2023-10-27, 2023-10 or 2023.") from None


def cursor_from(*parts: str | int) -> str:
    """A cursor: where a page ended, in letters that stand in an address."""
    return base64.urlsafe_b64encode(json.dumps(parts, separators=(",", ":")).encode()).decode().rstrip("=")


def cursor_parts(cursor: str, *kinds: type) -> list[str | int]:
    """What a cursor of cursor_from was made of. Raises FilterError where it is none, or of something else."""
    try:
        parts = json.loads(base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True))
    except (ValueError, binascii.Error):
        parts = None
    is_ours = isinstance(parts, list) and [type(part) for part in parts] == list(kinds)
    if not is_ours or any(isinstance(part, int) and not 0 <= part < 1 << 63 for part in parts or ()):
        raise FilterError(f"{cursor!r} is no cursor of this view. Begin without one.")
    return list(parts or ())


def number_in(cursor: str) -> int:
    """The number that a cursor of one number holds."""
    return int(cursor_parts(cursor, int)[0])


def page_of(found: Sequence[Item], *, limit: int, cursor: str | None) -> Page[Item]:
    """A page of what was found. cursor: of its last item, where there is more."""
    return Page(items=tuple(found[:limit]), next=cursor)
