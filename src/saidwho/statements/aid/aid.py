"""The packages of aid of one report, and the statements and propositions that tell of them."""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace

from saidwho.statements.aid.clauses import clauses_in
from saidwho.statements.aid.dates import Dates
from saidwho.statements.aid.drafts import Draft
from saidwho.statements.aid.giving import Givings
from saidwho.statements.aid.packages import Packages
from saidwho.statements.aid.parties import Parties, StateOf, StatesOfWorld
from saidwho.statements.aid.worth import Worth
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor, Figure, Grounding
from saidwho.types.ids import content_id, pairs
from saidwho.types.reading import Reading
from saidwho.types.statement import AidPackage, AidStage, Proposition, Statement


def _no_state(name: str) -> Actor | None:
    """Where nothing is known beside the text, no town is a capital, nor in a country."""
    del name
    return None


def gather_aid(
    document: Document,
    reading: Reading,
    grounding: Grounding,
    statements: tuple[Statement, ...],
    *,
    state_of_seat: StateOf = _no_state,
    state_of_country: StateOf = _no_state,
    is_aid: Callable[[Worth, Draft], bool] = Worth.is_aid,
) -> tuple[tuple[Statement, ...], tuple[AidPackage, ...], Grounding]:
    """Gather the packages over the sentences that describe them, and point the propositions that tell of one to it.

    state_of_seat, state_of_country: the states of the world by their capitals, and by ISO 3166-1 alpha-3. is_aid: which of those that
        may be aid are.
    Returns the statements, the packages, and the grounding with those among its actors who give or get and are named nowhere else.
    """
    around = Surroundings(document.text, reading)
    dates = Dates(around, grounding.times, statements, published=document.published)
    world = StatesOfWorld(of_seat=state_of_seat, of_country=state_of_country)
    parties = Parties(document, around, grounding.actors, grounding.places, world=world)
    speaking = frozenset(i for statement in statements for span in statement.source for i in around.touched(span))
    packages = Packages(around, parties, dates, Givings(around, statements), speaking=speaking)
    starts = [figure.span.start for figure in grounding.figures]
    for first, past in reading.sentences:
        for clause in clauses_in(around, range(first, past)):
            span = around.span(clause.start, clause.stop)
            packages.read(clause, grounding.figures[bisect_left(starts, span.start) : bisect_left(starts, span.end)])
    packages.settle()
    telling = _Telling(statements)
    worth = Worth(around, parties, statements)
    drafts = (draft for draft in packages.drafts if is_aid(worth, draft))
    made = [(draft, package) for draft in drafts if (package := _package(document, around, draft, telling))]
    gathered = tuple(package for _, package in made)
    named = {party for package in gathered for party in (package.donor, package.recipient)}
    added = tuple(actor for actor in parties.added.values() if actor.id in named)
    return _pointed(statements, made), gathered, replace(grounding, actors=(*grounding.actors, *added))


def id_of(document: Document, draft: Draft) -> str:
    """The id of what is told to be given, by the words that tell of it."""
    return content_id([document.id, pairs(tuple(sorted(set(draft.spans))))])


class _Telling:
    """Which statement tells what stands at some characters."""

    def __init__(self, statements: tuple[Statement, ...]) -> None:
        self._found = sorted(
            (span.start, span.end, sum(s.end - s.start for s in statement.content), statement.id)
            for statement in statements
            for span in (*statement.content, *statement.cue)
        )
        self._longest = max((end - start for start, end, *_ in self._found), default=0)

    def of(self, span: Span) -> str | None:
        """The smallest statement around a span, by its content or its cue."""
        low = bisect_left(self._found, (span.start - self._longest,))
        high = bisect_left(self._found, (span.start + 1,))
        around = [(size, identity) for _, end, size, identity in self._found[low:high] if end >= span.end]
        return min(around)[1] if around else None

    def beside(self, sentence: Span) -> str | None:
        """The first statement that begins in a sentence."""
        at = bisect_left(self._found, (sentence.start,))
        return self._found[at][3] if at < len(self._found) and self._found[at][0] < sentence.end else None

    def around(self, line: Span) -> str | None:
        """The first statement that shares words with a line."""
        return next((identity for start, end, _, identity in self._found if start < line.end and line.start < end), None)


def _package(document: Document, around: Surroundings, draft: Draft, telling: _Telling) -> AidPackage | None:
    """A package with the stages that a statement tells; None where none does."""
    draft.settle()
    history = tuple(
        AidStage(stage=stage, amount=amount, date=date, statement=statement)
        for stage, amount, date, verb in draft.stages
        if (statement := _statement(around, telling, verb, amount, draft))
    )
    if not history:
        return None
    return AidPackage(
        id=id_of(document, draft),
        donor=draft.donor,
        recipient=draft.recipient,
        kind=draft.kind(),
        amount=draft.amount,
        funding=tuple(dict.fromkeys(draft.funding)),
        items=tuple(draft.items),
        history=history,
    )


def _statement(around: Surroundings, telling: _Telling, verb: Span, amount: Figure | None, draft: Draft) -> str | None:
    """The statement that tells a stage: around its verb or its sum, in its sentence, or else in the line of what is given."""
    found = telling.of(verb) or (telling.of(amount.span) if amount else None) or telling.beside(around.sentence(verb.start))
    lines = (around.paragraphs[around.paragraph(span.start)] for span in (verb, *draft.spans))
    return found or next((statement for line in lines if (statement := telling.around(line)) is not None), None)


def _pointed(statements: tuple[Statement, ...], made: list[tuple[Draft, AidPackage]]) -> tuple[Statement, ...]:
    """The statements, their propositions pointing to the package whose words stand in them."""
    places = sorted((span.start, span.end, package.id) for draft, package in made for span in draft.spans)
    if not places:
        return statements
    starts = [start for start, _, _ in places]
    packages = {package.id: package for _, package in made}

    def aid_of(proposition: Proposition) -> str | None:
        for span in proposition.spans:
            for start, end, identity in places[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
                if span.start <= start and end <= span.end:
                    return identity
        return None

    def pointed(proposition: Proposition) -> Proposition:
        package = packages.get(aid_of(proposition) or "")
        return proposition if package is None else replace(_with_parties(proposition, package), aid=package.id)

    return tuple(replace(statement, propositions=tuple(map(pointed, statement.propositions))) for statement in statements)


def _with_parties(proposition: Proposition, package: AidPackage) -> Proposition:
    """A proposition of giving with who gives and gets, where its own words do not tell."""
    if proposition.event is None or proposition.event.type != "AID":
        return proposition
    return replace(
        proposition,
        actor=proposition.actor or ((package.donor,) if package.donor else ()),
        recipient=proposition.recipient or ((package.recipient,) if package.recipient else ()),
    )
