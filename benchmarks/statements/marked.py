"""The marked reports that nothing was trained on, in the shape of the labelled ones: training/reports/README.md tells how they are marked.

Who speaks is told beside them, in training/reports/speakers. They tell no forms and days, and not which statement a caveat is about.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.statements.labels import Labelled, Range, Said
from saidwho.intake.drafts import Draft, freeze
from training.marked import REPORTS, Mark, Marked, marked_reports

MARKED = REPORTS / "dev"
SPEAKERS = REPORTS / "speakers"
# What is marked, of the rows of score_report.
ROWS = (
    "found", "own voice", "act", "speaker", "relays", "basis", "denial", "venue", "proposition words", "propositions", "events given",
    "event types", "modality", "negation",
)  # fmt: skip
# Marks hold the whole noun phrase, labels the name: "the state agency | SANAR".
_BEFORE_NAME = re.compile(r"(?:(?:the|an?) )?(?:(?!(?:of|for|in|on|at|from|and|to) )[a-z][a-z'’-]* )+(?=[A-Z])")


# The names that a speaker may bear, of each report by the numbers of its statements.
Speakers = Mapping[str, Mapping[int, tuple[str, ...]]]


def marked(folder: Path = MARKED) -> Iterator[Labelled]:
    """The reports of a folder; by default of training/reports/dev. Raises MarkError."""
    speakers = dict(_speakers(SPEAKERS / folder.relative_to(REPORTS)))
    for report in marked_reports(folder):
        document = freeze(Draft(key=report.key, text=report.text, outlet=report.outlet, published=report.published))
        said = tuple(_said(report, speakers.get(report.key, {})))
        yield Labelled(name=report.key.replace(" ", "-"), document=document, said=said, aid=())


def _speakers(folder: Path) -> Iterator[tuple[str, dict[int, tuple[str, ...]]]]:
    for file in sorted(folder.glob("*.tsv")):
        reports: dict[str, dict[int, tuple[str, ...]]] = {}
        for line in file.read_text(encoding="utf-8").splitlines():
            place, number, names, *_ = line.split("\t")
            reports.setdefault(f"{file.stem}.txt {place}", {})[int(number)] = () if names == "-" else tuple(names.split(" | "))
        yield from reports.items()


def _said(report: Marked, speakers: Mapping[int, tuple[str, ...]]) -> Iterator[Said]:
    holders = [mark for mark in report.marks if mark.kind in ("content", "own voice")]
    propositions: dict[int, list[list[Mark]]] = {}
    for mark in report.marks:
        if mark.kind == "proposition":
            _put(mark, _holder(mark, holders), propositions)
    for number in sorted({mark.number for mark in holders}):
        yield _statement(report, number, propositions.get(number, []), speakers.get(number))


def _holder(proposition: Mark, holders: Sequence[Mark]) -> int:
    """The number of the innermost statement around a proposition; 0 where it stands in none."""
    around = [mark for mark in holders if mark.start <= proposition.start and proposition.end <= mark.end]
    return min(around, key=lambda mark: (mark.end - mark.start, -mark.number)).number if around else 0


def _put(mark: Mark, statement: int, propositions: dict[int, list[list[Mark]]]) -> None:
    of = propositions.setdefault(statement, [])
    pieces = next((one for one in of if mark.number and one[0].number == mark.number), None)
    if pieces is None:
        of.append([mark])
    else:
        pieces.append(mark)


def _statement(report: Marked, number: int, propositions: Sequence[Sequence[Mark]], names: tuple[str, ...] | None) -> Said:
    def spans(*kinds: str) -> tuple[Range, ...]:
        return tuple((mark.start, mark.end) for mark in report.marks if mark.number == number and mark.kind in kinds)

    acts = [mark.value[0] for mark in report.marks if mark.number == number and mark.kind in ("cue", "content", "own voice") and mark.value]
    is_own = not spans("content")
    fields: dict[str, Any] = {
        "form": "own voice" if is_own else "indirect",
        "act": acts[0] if acts else "assert",
        "speaker": {"names": names} if names else None,
        "speaker_known": names is not None,
        "relays": [_name(report.text[start:end]) for start, end in spans("relay")],
        "propositions": [_proposition(pieces[0]) for pieces in propositions],
    }
    return Said(
        key=str(number),
        fields=fields,
        content=spans("content", "own voice"),
        cue=spans("cue"),
        source=spans("source"),
        basis=next(iter(spans("basis")), None),
        denied=next(iter(spans("denied")), None),
        venue=next(iter(spans("venue")), None),
        caveats=(),
        propositions=tuple(tuple((piece.start, piece.end) for piece in pieces) for pieces in propositions),
    )


def _proposition(mark: Mark) -> dict[str, Any]:
    event, modality, *negated = mark.value or ("-", "actual")
    return {"event": None if event == "-" else event, "modality": modality, "negated": bool(negated)}


def _name(words: str) -> str:
    described = _BEFORE_NAME.match(words)
    return words[described.end() :] if described else words
