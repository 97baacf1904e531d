"""Which propositions of ours are the members of the labelled claims? Linking is handed them, to tell errors of counting apart."""

from collections.abc import Iterable, Mapping, Sequence

from benchmarks.origins.labels import Story
from benchmarks.origins.score import overlap
from saidwho.types.statement import Report


def members_of(told: Sequence[Story], reports: Mapping[str, Sequence[Report]]) -> list[frozenset[str]]:
    """The propositions of each labelled claim. A proposition that two claims' words overlap is of that which shares most with it."""
    found = []
    for story in told:
        of = claim_of(story, {report.document.key or "": report for report in reports[story.name]})
        found += [frozenset(p for p, key in of.items() if key == claim["key"]) for claim in story.matters]
    return [group for group in found if group]


def claim_of(story: Story, reports: Mapping[str, Report]) -> dict[str, str]:
    """The key of the labelled claim of each proposition that shares half its letters with a member of one, or half of the member's."""
    best: dict[str, tuple[float, str]] = {}
    for claim in story.matters:
        for member in claim["members"]:
            for proposition, share in _read_at(story.spans(member), reports.get(member["document"])):
                best[proposition] = max(best.get(proposition, (0.0, "")), (share, claim["key"]))
    return {proposition: key for proposition, (_, key) in best.items()}


def _read_at(spans: Sequence[tuple[int, int]], report: Report | None) -> Iterable[tuple[str, float]]:
    for statement in report.statements if report else ():
        for proposition in statement.propositions:
            share = overlap(spans, proposition.spans)
            if share > 0:
                yield proposition.id, share
