"""Does an outlet write the day before the month, or after it?"""

from saidwho.grounding.times.words import listed

# The zones of the United States, the one country where the month stands first everywhere. Canada and the Philippines write both.
_AMERICAN = frozenset(
    f"America/{city}"
    for city in listed("New_York Chicago Denver Los_Angeles Phoenix Anchorage Detroit Boise Juneau Sitka Nome Adak Metlakatla Yakutat")
) | {"Pacific/Honolulu"}
_AMERICAN_FOLDERS = ("US/", "America/Indiana/", "America/Kentucky/", "America/North_Dakota/")
_DAY_FIRST_FOLDERS = ("Europe/", "Africa/", "Asia/", "Australia/")
_BOTH = frozenset({"Asia/Manila"})


def day_first(zone: str | None) -> bool | None:
    """What the outlet's time zone tells of its country's habit; None where that is nothing.

    East Asia writes the year first, and the day first where it writes to others.
    """
    if zone is None or zone in _BOTH:
        return None
    if zone in _AMERICAN or zone.startswith(_AMERICAN_FOLDERS):
        return False
    return True if zone.startswith(_DAY_FIRST_FOLDERS) else None
