"""Are the labelled deaths of a report among its figures?

FA-KES says, for one event of each report, how many civilians, others, children and women were killed, as numbers and, for most, as words
of the text. It labels no other figure of the report, so what else is found cannot be called wrong: there is recall, and the share of
distinct numbers of killed that are labelled is only a lower bound of precision.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from benchmarks.counts import Counts
from benchmarks.figures.combatants import side_of
from saidwho.types.document import Span
from saidwho.types.grounding import Figure

_ROLES = ("Civilians", "NonCivilians", "Children", "Women")
_KILLED = ("killed", "executed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One labelled report. civilians, others, children, women: those killed, 0 where no number is given.

    marked: the words that give them.
    """

    key: str
    text: str
    civilians: int
    others: int
    children: int
    women: int
    marked: tuple[Span, ...]


def reports_of(file: Path) -> list[Report]:
    return [_report(json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]


def _report(row: dict) -> Report:  # type: ignore[type-arg]
    coded = row["coded"]
    marks = [mark for mark in row["crowd"] if mark["role"] in _ROLES and "begin" in mark]
    return Report(
        key=row["id"],
        text=row["text"],
        civilians=coded["nb_civilians"],
        others=coded["nb_noncivilians"],
        children=coded["nb_children"],
        women=coded["nb_women"],
        marked=tuple(Span(start=mark["begin"], end=mark["end"]) for mark in marks),
    )


def score_report(report: Report, figures: tuple[Figure, ...]) -> dict[str, Counts]:
    """Counts by kind: right of what is labelled; predicted are the distinct numbers of that kind in the report."""
    killed = [figure for figure in figures if figure.counts in _KILLED and figure.unit == "people"]
    deaths = {number for number in (report.civilians, report.others) if number}
    return {
        "killed": _found(deaths, killed),
        "civilians": _found({report.civilians} - {0}, [figure for figure in killed if side_of(figure) != "combatants"]),
        "combatants": _found({report.others} - {0}, [figure for figure in killed if side_of(figure) != "civilians"]),
        "children": _found({report.children} - {0}, [figure for figure in killed if "child" in (figure.victims or "").lower()]),
        "women": _found({report.women} - {0}, [figure for figure in killed if "wom" in (figure.victims or "").lower()]),
        "marked words": _marked(report, killed),
    }


def _found(labelled: set[int], figures: list[Figure]) -> Counts:
    """Which labelled numbers are a bound of a figure."""
    values = {figure.low if figure.low is not None else figure.high for figure in figures} - {None}
    return Counts(right=len(labelled & values), predicted=len(values), gold=len(labelled))


def _marked(report: Report, killed: list[Figure]) -> Counts:
    """Marked words with a digit or number that a figure of killed shares characters with."""
    spans = [figure.span for figure in killed]
    right = sum(any(span.start < mark.end and mark.start < span.end for span in spans) for mark in report.marked)
    return Counts(right=right, predicted=len(report.marked), gold=len(report.marked))
