"""Who speaks in a report that was read, for tests."""

from saidwho.types.statement import Report


def speakers(report: Report) -> dict[str, str | None]:
    """The name of each speaker by the words of its source."""
    names = {actor.id: actor.name for actor in report.grounding.actors}
    text = report.document.text
    return {s.source[0].of(text): names.get(s.speaker.actor or "") if s.speaker else None for s in report.statements if s.source}
