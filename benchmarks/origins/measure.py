"""Measure linking on our own labelled stories."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks.cases import Case
from benchmarks.counts import add_up
from benchmarks.linking.clusters import b_cubed, f1
from benchmarks.measured import Figure, Measured
from benchmarks.origins.given import members_of
from benchmarks.origins.labels import PARTS, Story, stories
from benchmarks.origins.score import Read, claim_places, score_story, utterance_places
from saidwho.intake.documents import documents_in
from saidwho.intake.drafts import IntakeOptions
from saidwho.pipeline.linking import link_reports
from saidwho.pipeline.reading import read_documents
from saidwho.reading.reader import Reader
from saidwho.types.linking import Links
from saidwho.types.statement import Report

Link = Callable[[Iterable[Report]], Links]

ASKED = {
    "copies": 97.0,
    "claims": 80.0,
    "origins": 85.0,
    "origins, at most one too many": 100.0,
    "denials": 80.0,
    "figure points": 90.0,
    "aid sums": 100.0,
}
# Rows in which what is found counts against what is given as well; the others are shares of what is labelled.
_F1 = ("copies", "denials", "aid sums")
# What is measured once more with the members of the labelled claims given.
_AFTER_CLUSTERS = ("origins", "possible origins", "origins, at most one too many", "denials", "figure points", "figure points, dated")
NOTES = (
    "dev: 15 stories to develop on; held: 10 touched only to measure; several: 8 whose reports tell of several matters,",
    "only measured. All are ours; benchmarks/origins/README.md has the rules.",
    "All stories of a part are linked together, so that a story can be taken for another. claims, utterances: F1 of B-cubed over the",
    "labelled places, what is not read standing alone. origins: percent of the labelled claims whose count is exact. copies, denials,",
    "aid sums: F1. figure points: percent of the labelled ones in the series of their claim; dated: with their day as well.",
    "given claims: the same with the propositions read at the labelled members handed to linking, so that only counting is measured.",
)


def measure(_: Path, reader: Reader) -> Measured:
    """Read and link the stories, and score what comes of them. The corpora are not needed."""
    figures: list[Figure] = []
    cases: list[Case] = []
    for part in PARTS:
        told = list(stories(part))
        if told:
            read = read_stories(told, reader)
            found, of_stories = score(part, told, read, link_reports)
            figures += [*found, *score_given(part, told, read)]
            cases += of_stories
    return Measured(part="origins", figures=tuple(figures), data=(), cases=tuple(cases), notes=NOTES)


def read_stories(told: Sequence[Story], reader: Reader) -> dict[str, list[Report]]:
    """The reports of each story, by its name."""
    found: dict[str, list[Report]] = {}
    for story in told:
        documents = documents_in([str(story.folder / "reports.jsonl")], options=IntakeOptions())
        found[story.name] = [report for report in read_documents(documents, reader=reader) if isinstance(report, Report)]
    return found


def score(part: str, told: Sequence[Story], reports: dict[str, list[Report]], link: Link) -> tuple[list[Figure], list[Case]]:
    """Link all stories of a part together, and score each and all."""
    links = link([report for of_story in reports.values() for report in of_story])
    claims: list[tuple[str, str]] = []
    utterances: list[tuple[str, str]] = []
    cases = []
    for story in told:
        read = Read(links=links, reports={report.document.key or "": report for report in reports[story.name]})
        claims += [(f"{story.name} {label}", found) for label, found in claim_places(story, read)]
        utterances += [(f"{story.name} {label}", found) for label, found in utterance_places(story, read)]
        cases.append(Case(corpus=part, name=story.name, counts=score_story(story, read)))
    figures = [
        _figure(part, "claims", 100 * f1(*b_cubed(claims))),
        _figure(part, "utterances", 100 * f1(*b_cubed(utterances))),
        *(_figure(part, name, counts.f1 if name in _F1 else counts.recall) for name, counts in add_up([c.counts for c in cases]).items()),
    ]
    return figures, cases


def score_given(part: str, told: Sequence[Story], reports: dict[str, list[Report]]) -> list[Figure]:
    """What comes after the clusters, with the labelled claims' members handed to linking: errors of counting alone."""
    groups = members_of(told, reports)
    found, _ = score(part, told, reports, lambda given: link_reports(given, groups=groups))
    return [
        Figure(name=f"origins {part} given claims {name}", value=figure.value, unit=figure.unit, is_held=figure.is_held)
        for figure in found
        if (name := figure.name.removeprefix(f"origins {part} ")) in _AFTER_CLUSTERS
    ]


def _figure(part: str, name: str, value: float) -> Figure:
    asked = ASKED.get(name) if part == "held" else None
    is_f1 = name in (*_F1, "claims", "utterances")
    # What is not built yet has no floor: one of nothing could not fail.
    return Figure(name=f"origins {part} {name}", value=value, unit="F1" if is_f1 else "%", asked=asked, is_held=value > 0)
