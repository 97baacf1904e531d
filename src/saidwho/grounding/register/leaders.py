"""For whom does a person speak, by name and day: which state, body or movement?"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from saidwho.grounding.register.files import Row, read_rows

LEADERS = Path(__file__).parent / "tables" / "leaders.tsv"
_COLUMNS = ("given", "family", "alone", "of", "from", "to")
_REQUIRED = ("given", "family", "of", "from")
# "Bashar al-Assad" is of the family name Assad.
_ARTICLES = ("al-", "el-", "as-")


@dataclass(frozen=True, slots=True, kw_only=True)
class Leader:
    """One term. given, family: spellings, in small letters. known_by: "yes", the family name alone; "no", only a given name with it; empty,
    the family name beside an office too.

    of: ISO 3166-1 alpha-3 of a state, or the key of a body or movement. starts, ends: days; ends is empty in office.
    """

    given: frozenset[str]
    family: frozenset[str]
    known_by: str
    of: str
    starts: str
    ends: str

    def is_known_alone(self, *, in_office: bool) -> bool:
        """Whether the family name without a given one tells who is meant."""
        return self.known_by == "yes" or (in_office and not self.known_by)

    def leads_on(self, day: str) -> bool:
        return self.starts <= day and (not self.ends or day < self.ends)


class Leaders:
    """The leaders of a table, looked up by family name."""

    def __init__(self, leaders: Sequence[Leader]) -> None:
        self._of: dict[str, list[Leader]] = defaultdict(list)
        for leader in leaders:
            for name in leader.family:
                self._of[name].append(leader)

    def speaks_for(self, name: Sequence[str], day: str, *, in_office: bool) -> str | None:
        """The country, or key of a body, that somebody spoke for on a day. name: its words, the family name last.

        in_office: whether words say that he holds an office. The family name alone does where one leader bore it then who is known by it.
        """
        words = [word.lower().replace("’", "'") for word in name]
        family = words[-1]
        for article in _ARTICLES:
            family = family.removeprefix(article)
        then = [leader for leader in self._of.get(family, ()) if leader.leads_on(day)]
        # "Kastrian President Ada Vale": the reader takes an office for a part of the name.
        given = words[:-1] or words
        fitting = [one for one in then if not one.given.isdisjoint(given) or (len(words) == 1 and one.is_known_alone(in_office=in_office))]
        return fitting[0].of if len(fitting) == 1 else None


@cache
def shipped_leaders() -> Leaders:
    """Raises RegisterError where the table is not one."""
    rows = read_rows(LEADERS, columns=_COLUMNS, required=_REQUIRED)
    return Leaders([_leader(row) for row in rows])


def _leader(row: Row) -> Leader:
    return Leader(
        given=frozenset(row.cell("given").lower().split("|")),
        family=frozenset(row.cell("family").lower().split("|")),
        known_by=row.cell("alone"),
        of=row.cell("of"),
        starts=row.cell("from"),
        ends=row.cell("to"),
    )
