"""Which statements does a report hold?"""

from saidwho.statements.forms import Quotations, find_quotations
from saidwho.statements.headlines import settle_headlines
from saidwho.statements.relays import spoken_through
from saidwho.statements.venues import without_venue
from saidwho.types.document import Document, Span
from saidwho.types.ids import statement_id
from saidwho.types.reading import Attribution, Reading
from saidwho.types.statement import Statement


def make_statements(document: Document, reading: Reading) -> tuple[Statement, ...]:
    """Make one statement of each attribution, in the order of the text.

    Two attributions of the same characters are one statement, with the higher score.
    """
    quotations = find_quotations(document.text)
    best: dict[str, Statement] = {}
    spoken = tuple(spoken_through(document.text, attribution) for attribution in reading.attributions)
    for attribution in settle_headlines(document.text, spoken, names=reading.names):
        statement = _statement(document, without_venue(document.text, attribution), quotations)
        known = best.get(statement.id)
        if known is None or known.score < statement.score:
            best[statement.id] = statement
    return tuple(sorted(best.values(), key=_place))


def _statement(document: Document, attribution: Attribution, quotations: Quotations) -> Statement:
    source, cue, content = attribution.source, attribution.cue, attribution.content
    return Statement(
        id=statement_id(document=document.id, content=content, cue=cue, source=source),
        form=quotations.form_of(content, cue=cue),
        content=content,
        cue=cue,
        source=source,
        score=attribution.score,
    )


def _place(statement: Statement) -> tuple[list[Span], str]:
    return sorted((*statement.source, *statement.cue, *statement.content)), statement.id
