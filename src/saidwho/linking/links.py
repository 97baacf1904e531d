"""What do many reports say together?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.against import Target, attach, is_denial, is_surely_denial, may_deny
from saidwho.linking.candidates import Candidates, candidates
from saidwho.linking.claims import Context, in_order, is_own_claim_of, make_claim
from saidwho.linking.clusters import cluster
from saidwho.linking.copies import find_copies
from saidwho.linking.facts import Fact, Facts, Voice, facts_of
from saidwho.linking.features import story_of
from saidwho.linking.judgements import Decided, decide
from saidwho.linking.ledger import find_ledger
from saidwho.linking.nodes import Node, fold
from saidwho.linking.pairs import Comparer, Vectors
from saidwho.linking.scenes import folded
from saidwho.linking.scoring import Model, probability, shipped_model
from saidwho.linking.utterances import find_utterances
from saidwho.types.linking import Claim, Copy, Judgement, Links, Pairing, Utterance
from saidwho.types.statement import Report

# Log odds of 1 to 9: a person asked about less likely pairs would say no nearly always.
_NEARLY = -2.2


def link(
    reports: Iterable[Report],
    judgements: Iterable[Judgement] = (),
    *,
    vectors: Vectors | None = None,
    model: Model | None = None,
    with_reasons: bool = False,
    groups: Iterable[frozenset[str]] | None = None,
) -> Links:
    """Link reports: copies, utterances, claims and their origins, denials, figures, aid.

    The order of reports does not matter, and a document given twice counts once. judgements: what people decided, which is
    stronger than the machine. vectors: gives a vector of length 1 for each text; without it words alone are compared.
    with_reasons: also give the pairs that were held to be the same, each with its reasons.
    groups: ids of propositions that are known to be one claim, where clustering is to be left out; all others stand alone.
    """
    read = {report.document.id: facts_of(report) for report in reports}
    decided = decide(judgements)
    found = [read[document] for document in sorted(read)]
    copies = find_copies([one.report.document for one in found])
    facts = [fact for one in found for fact in one.facts]
    nodes = fold(facts, apart=frozenset(p for pair in decided.same | decided.different for p in pair))
    comparer = _comparer(nodes, model or shipped_model(), vectors, decided)
    proposed = candidates(nodes)
    claimed, was_cut = _claims_of(nodes, proposed, comparer) if groups is None else (_given(facts, groups), False)
    utterances = find_utterances([voice for one in found for voice in one.voices], claims=_held(claimed))
    claims = _make(claimed, nodes, proposed, comparer, _context(found, copies, utterances), decided)
    return Links(
        claims=in_order(claims),
        copies=copies,
        utterances=utterances,
        ledger=find_ledger([one.report for one in found]),
        pairings=_pairings(proposed, comparer) if with_reasons else (),
        notes=_notes(proposed, was_cut=was_cut),
    )


def _comparer(nodes: Sequence[Node], model: Model, vectors: Vectors | None, decided: Decided) -> Comparer:
    table = np.asarray(vectors([node.fact.text for node in nodes]), dtype=np.float32) if vectors and nodes else None
    return Comparer(nodes=nodes, model=model, vectors=table, decided=decided)


def _claims_of(nodes: Sequence[Node], proposed: Candidates, comparer: Comparer) -> tuple[list[list[Fact]], bool]:
    """The facts of each claim. Denials are none of them: they are attached afterwards."""
    speaking = {number for number, node in enumerate(nodes) if not is_denial(node.fact.voice)}
    odds = {pair: value for pair in proposed.pairs if set(pair) <= speaking and (value := comparer.odds(*pair)) is not None}
    numbers = {node.fact.id: number for number, node in enumerate(nodes)}
    joined = [(min(numbers[a], numbers[b]), max(numbers[a], numbers[b])) for a, b in comparer.decided.same if a in numbers and b in numbers]
    groups, was_cut = cluster(len(nodes), odds, comparer.odds, together=[pair for pair in joined if set(pair) <= speaking])
    return [[fact for number in group for fact in nodes[number].facts] for group in groups if set(group) <= speaking], was_cut


def _given(facts: Sequence[Fact], groups: Iterable[frozenset[str]]) -> list[list[Fact]]:
    """The facts of each claim that is known, and every other alone; denials are none of them."""
    claim_of = {proposition: min(group) for group in groups for proposition in group}
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if not is_denial(fact.voice):
            found[claim_of.get(fact.id, fact.id)].append(fact)
    return [found[claim] for claim in sorted(found)]


def _held(groups: Sequence[Sequence[Fact]]) -> dict[str, frozenset[str]]:
    """For each statement, the claims it holds a proposition of."""
    held: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        claim = min(fact.id for fact in group)
        for fact in group:
            held[fact.voice.id].add(claim)
    return {statement: frozenset(claims) for statement, claims in held.items()}


def _context(found: Sequence[Facts], copies: Sequence[Copy], utterances: Sequence[Utterance]) -> Context:
    return Context(
        reports={one.report.document.id: one for one in found},
        copies={copy.document: copy for copy in copies},
        utterances={statement: utterance.id for utterance in utterances for statement in utterance.statements},
        outlets=known_outlets(found),
    )


def known_outlets(found: Iterable[Facts]) -> frozenset[str]:
    """Folded names of all who print: the outlets of documents, and whom the register or a document knows as one."""
    names = {one.report.document.outlet for one in found} | {
        party.name for one in found for party in one.parties.values() if party.kind == "outlet"
    }
    return frozenset(folded(name) for name in names if name) - {""}


def _make(
    groups: Sequence[Sequence[Fact]], nodes: Sequence[Node], proposed: Candidates, comparer: Comparer, context: Context, decided: Decided
) -> list[Claim]:
    denied = _denials(groups, nodes, proposed, comparer, context)
    voices = {voice.id: voice for one in context.reports.values() for voice in one.voices}
    against: dict[int, list[Voice]] = defaultdict(list)
    for statement, number in denied.items():
        against[number].append(_as_told(voices[statement], context))
    claims = []
    for number, group in enumerate(groups):
        kept = [fact for fact in group if fact.voice.id not in denied or _only_in_part(fact)]
        if kept:
            judged = {j.id: j for fact in kept for j in decided.of.get(fact.id, ())}
            claims.append(make_claim(kept, against.get(number, []), context, list(judged.values())))
    return claims


def _only_in_part(fact: Fact) -> bool:
    """Whether what a denying statement affirms besides stays with its claim ("an airfield, but no fighter used it")."""
    return not is_surely_denial(fact.voice) and not fact.negated and any(p.negated for p in fact.voice.statement.propositions)


def _as_told(voice: Voice, context: Context) -> Voice:
    """A denial that an outlet tells in its own voice ("The rebels had no part in it") is that of whoever it tells of."""
    if voice.statement.form != "own voice" or affiliation_of(voice.document.outlet or "").organ:
        return voice
    parties = context.reports[voice.document.id].parties
    told = [parties[actor] for p in voice.statement.propositions for actor in p.actor if actor in parties]
    return replace(voice, speaker=told[0], statement=replace(voice.statement, form="indirect")) if told else voice


def _denials(
    groups: Sequence[Sequence[Fact]], nodes: Sequence[Node], proposed: Candidates, comparer: Comparer, context: Context
) -> dict[str, int]:
    """The number of the claim that each denying statement denies."""
    voices = [voice for one in context.reports.values() for voice in one.voices if is_denial(voice) or may_deny(voice)]
    claim_of = {fact.id: number for number, group in enumerate(groups) for fact in group if _affirms(fact)}
    mates: dict[str, set[str]] = defaultdict(set)
    for statement, utterance in context.utterances.items():
        mates[utterance].add(statement)
    return attach(
        voices,
        [_target([fact for fact in group if _affirms(fact)], context) for group in groups],
        _likeness(nodes, proposed, comparer, claim_of),
        {statement: frozenset(mates[utterance] - {statement}) for statement, utterance in context.utterances.items()},
    )


def _affirms(fact: Fact) -> bool:
    return not is_denial(fact.voice) and not fact.negated


def _target(facts: Sequence[Fact], context: Context) -> Target:
    told: dict[str, set[int]] = defaultdict(set)
    for fact in facts:
        told[fact.voice.document.id].add(fact.voice.number)
    return Target(
        told={document: frozenset(numbers) for document, numbers in told.items()},
        documents=len(told),
        is_said=any(fact.voice.statement.form != "own voice" for fact in facts),
        words=frozenset(stem for fact in facts for stem in fact.stems),
        is_of_story=lambda voice: max((story_of(fact.voice, voice) for fact in facts), default=0.0),
        is_own=is_own_claim_of(facts, context),
    )


def _likeness(nodes: Sequence[Node], proposed: Candidates, comparer: Comparer, claim_of: Mapping[str, int]) -> dict[str, dict[int, float]]:
    """For each statement that may deny, the highest odds that its words are of each claim."""
    scored: dict[str, dict[int, float]] = defaultdict(dict)
    denying = {number for number, node in enumerate(nodes) if is_denial(node.fact.voice) or may_deny(node.fact.voice)}
    for pair in sorted(proposed.pairs):
        for one, other in (pair, pair[::-1]):
            claim = claim_of.get(nodes[other].fact.id)
            odds = comparer.likeness(one, other) if claim is not None and one in denying else None
            if odds is None or claim is None:
                continue
            for statement in nodes[one].statements:
                scored[statement][claim] = max(odds, scored[statement].get(claim, odds))
    return scored


def _pairings(proposed: Candidates, comparer: Comparer) -> tuple[Pairing, ...]:
    """The pairs that were held to be the same, and those that nearly were, with their reasons."""
    found = []
    for one, other in sorted(proposed.pairs):
        odds = comparer.odds(one, other)
        if odds is not None and odds > _NEARLY:
            ids = sorted((comparer.nodes[one].fact.id, comparer.nodes[other].fact.id))
            reasons = comparer.model.reasons(comparer.found(one, other))
            found.append(Pairing(one=ids[0], other=ids[1], score=round(probability(odds), 4), reasons=reasons))
    return tuple(sorted(found, key=lambda pairing: (pairing.one, pairing.other)))


def _notes(proposed: Candidates, *, was_cut: bool) -> tuple[str, ...]:
    notes = []
    if proposed.cut:
        notes.append(f"{len(proposed.cut):,} blocks were too large to compare in full; each proposition met its neighbours in time alone.")
    if was_cut:
        notes.append("A group of likely claims was too large and was cut at stricter scores.")
    return tuple(notes)
