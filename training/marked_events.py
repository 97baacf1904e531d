"""Of which PLOVER types are the propositions of the reports that we marked?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from saidwho.statements.events.events import leaning_of
from saidwho.statements.events.features import Clause
from saidwho.statements.events.types import NONE
from saidwho.text.marked_clauses import clause_in, passage_in
from saidwho.types.document import Span
from training.marked import REPORTS, Mark, marked_reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """A labelled clause. key: of the record it stands in. types: of which one is right.

    shown: the clause in its sentence, as text.marked_clauses gives it; a sentence of its own is without marks.
    passage: the same in its passage; nothing where it stands in no report.
    """

    corpus: str
    key: str
    clause: Clause
    shown: str
    types: tuple[str, ...]
    passage: str = ""


def marked_clauses(folder: Path = REPORTS) -> Iterator[Typed]:
    """The propositions of marked reports, by report. Raises MarkError.

    Left out are those whose type is that of the act alone: a demand is a REQUEST whatever its words say.
    """
    for report in marked_reports(folder):
        holders = [mark for mark in report.marks if mark.kind in ("content", "own voice")]
        acts = _acts(report.marks)
        for mark in report.marks:
            if mark.kind != "proposition" or not mark.value:
                continue
            event, modality = mark.value[:2]
            leaning = leaning_of(acts.get(_holder(mark, holders)), modality)  # type: ignore[arg-type]
            kind = NONE if event == "-" else event
            if kind != leaning:
                words = Span(start=mark.start, end=mark.end)
                clause = Clause(text=words.of(report.text), leaning=leaning)
                shown, passage = clause_in([words], report.text), passage_in([words], report.text)
                yield Typed(corpus="marked", key=report.key, clause=clause, shown=shown, types=(kind,), passage=passage)


def _acts(marks: Sequence[Mark]) -> dict[int, Any]:
    """The act of each statement that is marked with one."""
    return {mark.number: mark.value[0] for mark in marks if mark.kind in ("cue", "content", "own voice") and mark.value}


def _holder(proposition: Mark, holders: Sequence[Mark]) -> int:
    """The number of the innermost statement around a proposition; 0 where it stands in none."""
    around = [mark for mark in holders if mark.start <= proposition.start and proposition.end <= mark.end]
    return min(around, key=lambda mark: (mark.end - mark.start, -mark.number)).number if around else 0
