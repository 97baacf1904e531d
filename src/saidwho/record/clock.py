"""What time is it, as the record writes it?"""

from datetime import UTC, datetime


def now() -> str:
    """The time in UTC, so written that it sorts as text. Nothing but a person relies on it: clocks jump."""
    return written(datetime.now(UTC))


def written(time: datetime) -> str:
    """An aware time as the record writes it: 2024-03-05T08:00:00.000000Z."""
    return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
