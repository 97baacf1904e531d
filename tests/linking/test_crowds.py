"""Many pairs compared at once are compared as each is by itself."""

import json
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest

from benchmarks.linking.generated import reports
from saidwho.linking.columns import Columns
from saidwho.linking.constraints import forbidden
from saidwho.linking.crowds import Crowd, Found, barred, opposed
from saidwho.linking.facts import facts_of
from saidwho.linking.features import FEATURES, features
from saidwho.linking.nodes import Node, fold
from saidwho.linking.outcomes import are_opposed, outcomes_in
from saidwho.linking.packing import pack, unpack
from saidwho.linking.sketches import sketch
from saidwho.types.statement import Report


def crowd_of(nodes: Sequence[Node], *, closeness: float | None = None) -> Crowd:
    """All pairs of nodes."""
    one, other = np.triu_indices(len(nodes), 1)
    close = np.full(len(one), closeness) if closeness is not None else None
    return Crowd(columns=Columns(sketches=[sketch(node) for node in nodes]), one=one, other=other, closeness=close)


def nodes_of(told: Sequence[Report]) -> list[Node]:
    return list(fold(fact for report in told for fact in facts_of(report).facts))[:150]


@pytest.fixture(params=["briefing", "losses", "generated"])
def nodes(request: pytest.FixtureRequest, story) -> list[Node]:
    return nodes_of(list(reports(150, seed=4)) if request.param == "generated" else story(request.param))


def test_the_features_of_a_crowd_are_those_of_its_pairs(nodes: list[Node]) -> None:
    """To the last bit, for every feature that the model has."""
    found = Found(crowd=crowd_of(nodes, closeness=0.25))
    columns = {name: found[name].tolist() for name in FEATURES}
    for at, (one, other) in enumerate(combinations(nodes, 2)):
        assert features(one, other, 0.25) == {name: column[at] for name, column in columns.items() if column[at]}


def test_what_is_forbidden_of_a_pair_is_barred_in_a_crowd(nodes: list[Node]) -> None:
    """Whether or not one affirms what the other negates."""
    expected = [bool(forbidden(one.fact, other.fact, either_way=True)) for one, other in combinations(nodes, 2)]
    assert expected == barred(crowd_of(nodes)).tolist()


def test_what_is_opposed_of_a_pair_is_so_in_a_crowd(nodes: list[Node]) -> None:
    """Where one does not say that it is not so."""
    expected = [are_opposed(outcomes_in(one.fact), outcomes_in(other.fact)) for one, other in combinations(nodes, 2)]
    assert expected == opposed(crowd_of(nodes)).tolist()


def test_a_sketch_is_written_down_and_read_back(nodes: list[Node]) -> None:
    """As the very same, and in hundreds of bytes."""
    for node in nodes:
        assert sketch(node) == unpack("sketch", pack("sketch", sketch(node)))
        assert len(json.dumps(sketch(node))) < 10_000


def test_no_pair_is_no_trouble() -> None:
    """Nodes of which nothing stands near have none."""
    assert [] == barred(crowd_of(nodes_of(list(reports(5)))[:1])).tolist()
