"""Which propositions tell of something that happened, as event data sets count it?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from saidwho.export.cells import Shape, names_of, plain, words_of

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DAYS = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{4}-\d{2}-\d{2})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One proposition of a happening. killed: the figure of the dead, None where none is told.

    names: those of the report's actors by id. start, end: days, None where the text does not settle them.
    """

    document: Shape
    statement: Shape
    part: Shape
    place: Shape | None
    time: Shape | None
    killed: Shape | None
    names: dict[str, str]

    @property
    def start(self) -> str | None:
        return self._days()[0]

    @property
    def end(self) -> str | None:
        return self._days()[1]

    @property
    def year(self) -> str | None:
        """The year, where the time tells it, whatever else it leaves open."""
        edtf = self.time["edtf"] if self.time else ""
        return edtf[:4] if re.match(r"\d{4}(?!\d)", edtf) and "/" not in edtf else (self.start or "")[:4] or None

    def words(self, spans: list[list[int]]) -> str:
        return plain(words_of(self.document["text"], spans))

    def people(self, role: str) -> list[str]:
        """The names of its actors or recipients."""
        return [plain(self.names.get(one, "")) for one in self.part[role] if self.names.get(one)]

    @property
    def speaker(self) -> str:
        """Who tells it: the name, else the words that name somebody, else nothing."""
        return plain(self.names.get(self.statement["speaker"]) or "") or self.words(self.statement["source"])

    def _days(self) -> tuple[str | None, str | None]:
        edtf = self.time["edtf"] if self.time else ""
        if _DAY.fullmatch(edtf):
            return edtf, edtf
        found = _DAYS.fullmatch(edtf)
        return (found[1], found[2]) if found else (None, None)


def happenings(reports: Iterable[Shape], events: Iterable[str]) -> Iterator[Happening]:
    """The propositions of some PLOVER types that are said to have happened, or to go on.

    What is negated, denied, doubted, threatened, or only possible or planned is no row of an event data set.
    """
    wanted = frozenset(events)
    for report in reports:
        names = names_of(report)
        for statement in report["statements"]:
            if statement["act"] in ("deny", "doubt", "threaten", "predict", "demand", "pledge"):
                continue
            for part in statement["propositions"]:
                if part["event"] and part["event"]["type"] in wanted and _is_said_to_be(part):
                    yield _happening(report, statement, part, names)


def _is_said_to_be(part: Shape) -> bool:
    return not part["negated"] and part["modality"] in (None, "actual", "ongoing")


def _happening(report: Shape, statement: Shape, part: Shape, names: dict[str, str]) -> Happening:
    places = [place for place in part["places"] if place["use"] == "literal"]
    times = [time for time in part["times"] if time["edtf"]]
    dead = [figure for figure in part["figures"] if _is_toll(figure)]
    first: Any = lambda found: found[0] if found else None  # noqa: E731
    return Happening(
        document=report["document"], statement=statement, part=part, place=first(places), time=first(times), killed=first(dead), names=names
    )


def _is_toll(figure: Shape) -> bool:
    """How many died in it: no rate, no total since a day, and nothing that is said not to be so."""
    return figure["counts"] == "killed" and not (figure["per"] or figure["since"] or figure["cumulative"] or figure["negated"])
