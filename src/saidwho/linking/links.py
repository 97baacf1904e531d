"""What do many reports say together?"""

from collections.abc import Iterable

from saidwho.linking.claims import in_order
from saidwho.linking.facts import facts_of
from saidwho.linking.ledger import find_ledger
from saidwho.linking.linker import Linker
from saidwho.linking.memory import MemoryStore
from saidwho.linking.pairs import Vectors
from saidwho.linking.scoring import Model, shipped_model
from saidwho.types.linking import Judgement, Links
from saidwho.types.statement import Report


def link(
    reports: Iterable[Report],
    judgements: Iterable[Judgement] = (),
    *,
    vectors: Vectors | None = None,
    passages: Vectors | None = None,
    model: Model | None = None,
    with_reasons: bool = False,
    groups: Iterable[frozenset[str]] | None = None,
) -> Links:
    """Link reports: copies, utterances, claims and their origins, denials, figures, aid.

    The order of reports does not matter, and a document given twice counts once. judgements: what people decided, which is
    stronger than the machine. vectors: gives a vector of length 1 for each clause in its sentence; without it words alone are compared.
    passages: the same for each clause in its passage; without it clauses are compared in their sentences alone.
    with_reasons: also give the pairs that were held to be the same, each with its reasons.
    groups: ids of propositions that are known to be one claim, where clustering is to be left out; all others stand alone.
    """
    read = {report.document.id: report for report in reports}
    found = [read[document] for document in sorted(read)]
    store = MemoryStore(report.document for report in found)
    linker = Linker(store=store, model=model or shipped_model(), vectors=vectors, passages=passages, given=_given(groups))
    made = linker.relink(added=[facts_of(report) for report in found], judgements=tuple(judgements))
    pairings = tuple(sorted(made.redrawn.pairings(), key=lambda pairing: (pairing.one, pairing.other))) if with_reasons else ()
    return Links(
        claims=in_order(made.claims),
        copies=tuple(sorted(made.copies, key=lambda copy: copy.document)),
        utterances=tuple(sorted(made.utterances, key=lambda utterance: utterance.id)),
        ledger=find_ledger(found),
        pairings=pairings,
        notes=made.notes,
    )


def _given(groups: Iterable[frozenset[str]] | None) -> dict[str, str] | None:
    """The claim of each proposition of groups that are known."""
    return {proposition: min(group) for group in groups for proposition in group} if groups is not None else None
