"""What is a party to a conflict?"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One line of the table: a side of a conflict. starts, ends: published dates compare with them; ends is empty where it goes on."""

    conflict: str
    starts: str
    ends: str
    theatre: frozenset[str]
    side: str
    members: tuple[str, ...]
    words: re.Pattern[str] | None

    def is_at_war(self, published: str) -> bool:
        """Whether the conflict runs on a day. published: begins with a date; a year or month is compared as far as it goes."""
        day = published[:10]
        width = min(len(day), len(self.starts))
        past = min(len(day), len(self.ends))
        return self.starts[:width] <= day[:width] and (not self.ends or day[:past] <= self.ends[:past])
