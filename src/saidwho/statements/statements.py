"""Which statements does a report hold?"""

from dataclasses import replace

from saidwho.statements.forms import Quotations, find_quotations
from saidwho.statements.propositions import Propositions
from saidwho.statements.spoken import Sayings
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Grounding, Speaker, Time
from saidwho.types.ids import statement_id
from saidwho.types.reading import Attribution, Reading
from saidwho.types.statement import Statement


def make_statements(document: Document, reading: Reading, grounding: Grounding) -> tuple[Statement, ...]:
    """Make one statement of each attribution, in the order of the text.

    Two attributions of the same characters are one statement, with the higher score.
    """
    quotations = find_quotations(document.text)
    speakers = {speaker.source: speaker for speaker in grounding.speakers}
    sayings = Sayings(reading, grounding.times)
    propositions = Propositions(document.text, reading, grounding)
    best: dict[str, Statement] = {}
    for attribution in reading.attributions:
        speaker, spoken = speakers.get(attribution.source), sayings.spoken(attribution)
        statement = _statement(document, attribution, quotations, speaker=speaker, spoken=spoken)
        known = best.get(statement.id)
        if known is None or known.score < statement.score:
            best[statement.id] = statement
    ordered = sorted(best.values(), key=_place)
    return tuple(replace(statement, propositions=propositions.of(statement.id, statement.content)) for statement in ordered)


def _statement(
    document: Document, attribution: Attribution, quotations: Quotations, *, speaker: Speaker | None, spoken: Time | None
) -> Statement:
    source, cue, content = attribution.source, attribution.cue, attribution.content
    return Statement(
        id=statement_id(document=document.id, content=content, cue=cue, source=source),
        form=quotations.form_of(content, cue=cue),
        content=content,
        cue=cue,
        source=source,
        score=attribution.score,
        speaker=speaker,
        spoken=spoken,
    )


def _place(statement: Statement) -> tuple[list[Span], str]:
    return sorted((*statement.source, *statement.cue, *statement.content)), statement.id
