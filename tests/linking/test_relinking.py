"""Linking what came a little at a time, in any order, is linking all of it at once."""

import random
from collections.abc import Iterable, Sequence
from statistics import median
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from benchmarks.linking.generated import reports
from saidwho.linking.facts import facts_of
from saidwho.linking.judgements import judge
from saidwho.linking.linker import Linker, Relinked
from saidwho.linking.memory import MemoryStore
from saidwho.linking.scoring import shipped_model
from saidwho.types.claims import claim_from, claim_shape, retold_shape
from saidwho.types.linking import Judgement
from saidwho.types.statement import Report

VERDICTS = ("same", "different", "unsure", "merge", "split", "reject")
SLOW = settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

# Reports to add, ids of documents to take away, and all judgements that hold then.
Step = tuple[Sequence[Report], Sequence[str], tuple[Judgement, ...]]


class Kept:
    """What is kept of what linking said, as a record keeps it."""

    def __init__(self) -> None:
        self.claims: dict[str, Any] = {}
        self.copies: dict[str, Any] = {}
        self.utterances: dict[str, Any] = {}
        self.pairings: dict[tuple[str, str], Any] = {}

    def take(self, made: Relinked) -> None:
        for kept, gone in ((self.claims, made.gone_claims), (self.copies, made.gone_copies), (self.utterances, made.gone_utterances)):
            for name in gone:
                del kept[name]
        self.claims.update({claim.id: claim for claim in made.claims})
        for name in made.retold:
            self.claims[name] = claim_from(retold_shape(claim_shape(self.claims[name]), made.uttered))
        self.copies.update({copy.document: copy for copy in made.copies})
        self.utterances.update({utterance.id: utterance for utterance in made.utterances})
        unpaired = made.redrawn.unpaired()
        for pair in list(self.pairings):
            if pair in unpaired or made.redrawn.replaced & set(pair):
                del self.pairings[pair]
        self.pairings.update({(pairing.one, pairing.other): pairing for pairing in made.redrawn.pairings()})

    def all(self) -> tuple[object, ...]:
        return self.claims, self.copies, self.utterances, self.pairings


def linked(steps: Iterable[Step]) -> tuple[object, ...]:
    """All that stands after some steps."""
    store, kept = MemoryStore(), Kept()
    linker = Linker(store=store, model=shipped_model())
    for added, removed, judgements in steps:
        store.add_texts(report.document for report in added)
        kept.take(linker.relink(added=[facts_of(report) for report in added], removed=removed, judgements=judgements))
    return kept.all()


def judged(told: Sequence[Report], chance: random.Random) -> tuple[Judgement, ...]:
    """What people decided about some of what was said."""
    propositions = [p.id for report in told for s in report.statements for p in s.propositions]
    found = []
    for number in range(chance.randrange(5)):
        verdict = chance.choice(VERDICTS)
        subjects = chance.sample(propositions, 1 if verdict == "reject" else 3 if verdict in ("merge", "split") else 2)
        found.append(judge(verdict, subjects, reviewer="Ada", at=f"2024-01-0{number + 1}T00:00:00Z", reason="It is plain."))
    if found and chance.random() < 0.5:
        found.append(judge("undo", [chance.choice(found).id], reviewer="Bo", at="2024-02-01T00:00:00Z", reason="It is not."))
    return tuple(found)


def in_parts(told: Sequence[Report], chance: random.Random) -> list[list[Report]]:
    """Some reports in another order, in parts of one to twenty."""
    left = list(told)
    chance.shuffle(left)
    parts = []
    while left:
        size = chance.choice((1, 1, 2, 5, 20))
        parts.append(left[:size])
        left = left[size:]
    return parts


@pytest.fixture
def close(monkeypatch: pytest.MonkeyPatch) -> None:
    """Limits so low that small sets of reports reach all of them."""
    for name, value in {
        "edges.WINDOW": 3,
        "edges._PAIRS": 7,
        "utterances._WINDOW": 3,
        "copies._WINDOW": 2,
        "grouping.LARGEST": 6,
        "utterances.LARGEST": 4,
        "nodes.TELLINGS": 3,
        "moving.TELLINGS": 3,
        "utterances.TELLINGS": 3,
        "heard.TELLINGS": 3,
        "denying._REACH": 2,
        "denying._MATES": 2,
    }.items():
        monkeypatch.setattr(f"saidwho.linking.{name}", value)


@SLOW
@given(seed=st.integers(0, 10**6))
def test_neither_order_nor_parts_matter(seed: int) -> None:
    """Claims, copies, utterances and pairings are the same however the reports came."""
    chance = random.Random(seed)
    told = list(reports(chance.randrange(5, 50), seed=seed))
    assert linked([(told, (), ())]) == linked([(part, (), ()) for part in in_parts(told, chance)])


@SLOW
@given(seed=st.integers(0, 10**6))
@example(seed=68)  # what a person joined comes out of reach in all lists
def test_nor_where_lists_and_groups_are_cut(seed: int, close: None) -> None:
    """A limit looks at what there is, never at what came first. What people decided meanwhile, and what was taken away, count as well."""
    chance = random.Random(seed)
    told = list(reports(chance.randrange(20, 70), seed=seed))
    decided = judged(told, chance)
    stays = [report for report in told if chance.random() < 0.9]
    goes = {report.document.id for report in told} - {report.document.id for report in stays}
    steps: list[Step] = []
    there: set[str] = set()
    for part in in_parts(told, chance):
        gone = sorted(document for document in there & goes if chance.random() < 0.3)
        there = there - set(gone) | {report.document.id for report in part}
        steps.append((part, gone, decided[: chance.randrange(len(decided) + 1)]))
    steps.append(((), sorted(there & goes), decided))
    assert linked([(stays, (), decided)]) == linked(steps)


@pytest.mark.parametrize("name", ["briefing", "losses"])
@pytest.mark.parametrize("seed", range(4))
def test_nor_in_stories_that_were_read(story, name: str, seed: int, close: None) -> None:
    """With speakers, denials, outlets that name each other, and copies; and with what people decided and took back meanwhile."""
    told, chance = story(name), random.Random(seed)
    decided = judged(told, chance)
    steps: list[Step] = [(part, (), decided[: chance.randrange(len(decided) + 1)]) for part in in_parts(told, chance)]
    gone = [report.document.id for report in told if chance.random() < 0.2]
    stays = [report for report in told if report.document.id not in gone]
    assert linked([(stays, (), decided)]) == linked([*steps, ((), gone, decided)])


def test_a_report_that_is_read_again_takes_the_place_of_the_first_reading() -> None:
    """As if it had been read so at once."""
    first, second, *rest = reports(60)
    other = Report(document=first.document, statements=first.statements[:2], grounding=first.grounding)
    assert linked([([other, second, *rest], (), ())]) == linked([([first, second], (), ()), (rest, (), ()), ([other], (), ())])


def test_what_does_not_concern_a_claim_leaves_it_alone() -> None:
    """Adding a report says nothing of claims that it has nothing to do with."""
    told = list(reports(200, seed=3))
    store = MemoryStore(report.document for report in told)
    linker = Linker(store=store, model=shipped_model())
    before = linker.relink(added=[facts_of(report) for report in told[:-1]])
    after = linker.relink(added=[facts_of(told[-1])])
    assert 0 < len(after.claims) < len(before.claims) / 2


def test_pairs_that_are_surer_than_asked_are_left_out_of_the_pairings_alone() -> None:
    """Nobody is asked about them; claims are the same."""
    facts = [facts_of(report) for report in reports(60)]

    def linked(surest: float) -> Relinked:
        store = MemoryStore(report.document for report in reports(60))
        return Linker(store=store, model=shipped_model(), surest=surest).relink(added=facts)

    whole = linked(1.0)
    pairings = whole.redrawn.pairings()
    middle = median(pairing.score for pairing in pairings)
    doubted = linked(middle)
    expected = tuple(pairing for pairing in pairings if pairing.score <= middle)
    assert 0 < len(expected) < len(pairings)
    assert (expected, whole.claims) == (doubted.redrawn.pairings(), doubted.claims)
