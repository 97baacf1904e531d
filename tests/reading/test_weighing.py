"""Spans are given for what they gain, not for the one best sequence."""

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from saidwho.reading.decoding import Chain, may_follow
from saidwho.reading.labels import ROLES, span_tags
from saidwho.reading.spans import Codings
from saidwho.reading.weighing import Chances, weigh_spans

TAGS = span_tags(ROLES)
CHAIN = Chain.over(TAGS)
SMALL = dict.fromkeys(ROLES, 0.3)


def logits(*best):
    table = np.zeros((len(best), len(TAGS)), dtype=np.float32)
    for word, tags in enumerate(best):
        for name, score in tags.items():
            table[word, TAGS.index(name)] = score
    return table


def spans(found):
    return [(span.first, span.past, span.kind) for span in found]


def test_what_is_sure_is_given_as_the_best_sequence_gives_it():
    table = logits({"S-source": 9}, {"S-cue": 9}, {"B-content": 9}, {"I-content": 9}, {"E-content": 9})
    lines = np.zeros(5, dtype=np.int32)
    assert [(0, 1, "source"), (1, 2, "cue"), (2, 5, "content")] == spans(weigh_spans(table, lines, CHAIN, SMALL))


def test_a_dearer_span_must_be_surer():
    table = logits({"S-cue": 1.5, "O": 1.5})
    lines = np.zeros(1, dtype=np.int32)
    assert [(0, 1, "cue")] == spans(weigh_spans(table, lines, CHAIN, SMALL))
    assert not weigh_spans(table, lines, CHAIN, dict.fromkeys(ROLES, 0.6))


@given(
    table=arrays(np.float32, st.tuples(st.integers(1, 14), st.just(len(TAGS))), elements=st.floats(-6, 6, width=32)),
    cut=st.integers(0, 14),
)
def test_spans_lie_in_their_lines_do_not_overlap_and_cost_less_than_they_are_likely(table, cut):
    lines = (np.arange(len(table)) >= cut).astype(np.int32)
    found = weigh_spans(table, lines, CHAIN, SMALL)
    taken = [word for span in found for word in range(span.first, span.past)]
    assert len(taken) == len(set(taken))
    assert all(span.score >= SMALL[span.kind] and lines[span.first] == lines[span.past - 1] for span in found)


@given(table=arrays(np.float32, st.tuples(st.integers(1, 12), st.just(len(TAGS))), elements=st.floats(-6, 6, width=32)))
def test_the_probability_of_a_span_is_the_same_as_in_the_best_sequence(table):
    lines = np.zeros(len(table), dtype=np.int32)
    odds = {(s.first, s.past, s.kind): s.score for s in weigh_spans(table, lines, CHAIN, dict.fromkeys(ROLES, 0.02))}
    for span in Codings.of({"roles": TAGS}).decode({"roles": table}, lines)["roles"]:
        key = (span.first, span.past, span.kind)
        assert key not in odds or np.isclose(odds[key], span.score, atol=1e-6)


@given(st.integers(0, 10_000))
def test_a_span_is_as_likely_as_all_paths_that_hold_it(seed):
    """Learned steps from tag to tag count as the scores of tags do."""
    chance = np.random.default_rng(seed)
    table = chance.normal(size=(3, len(TAGS)), scale=2).astype(np.float32)
    chain = Chain.over(TAGS, chance.normal(size=(len(TAGS), len(TAGS))).astype(np.float32))
    coded = [(0, *path) for path in itertools.product(range(len(TAGS)), repeat=3)]
    coded = [path for path in coded if all(may_follow(TAGS[a], TAGS[b]) for a, b in itertools.pairwise((*path, 0)))]
    moves = [sum(chain.steps[a, b] for a, b in itertools.pairwise(path)) for path in coded]
    weights = np.exp([move + sum(table[i, t] for i, t in enumerate(path[1:])) for move, path in zip(moves, coded, strict=True)])
    for span in weigh_spans(table, np.zeros(3, dtype=np.int32), chain, SMALL):
        inside = range(span.first, span.past)
        letters = ["S"] if len(inside) == 1 else ["B", *"I" * (len(inside) - 2), "E"]
        held = [all(TAGS[path[i + 1]] == f"{x}-{span.kind}" for i, x in zip(inside, letters, strict=True)) for path in coded]
        assert np.isclose(span.score, weights[held].sum() / weights.sum(), rtol=1e-4)


def test_an_empty_text_has_no_spans():
    assert not weigh_spans(np.zeros((0, len(TAGS)), dtype=np.float32), np.zeros(0, dtype=np.int32), CHAIN, SMALL)


@given(
    table=arrays(np.float32, st.tuples(st.integers(1, 14), st.just(len(TAGS))), elements=st.floats(-6, 6, width=32)),
    cut=st.integers(0, 14),
)
def test_spans_between_others_touch_none_of_them_and_are_likely_enough(table, cut):
    """They stand in the line of a span that is asked about, or in one beside it: here in all."""
    lines = (np.arange(len(table)) >= cut).astype(np.int32)
    chances = Chances.of(table, lines, CHAIN)
    taken = [span for span in chances.best(SMALL) if span.kind != "content"]
    found = chances.between(taken, "content", cost=0.1, near=taken)
    words = [word for span in (*taken, *found) for word in range(span.first, span.past)]
    assert len(words) == len(set(words))
    assert all(span.kind == "content" and span.score >= 0.1 for span in found)
