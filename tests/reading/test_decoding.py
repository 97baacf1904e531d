import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.reading.decoding import Chain, decode_spans
from saidwho.reading.labels import span_tags

TAGS = span_tags(("source", "cue"))


def paths(size):
    """All sequences of tags that code spans, on one line."""
    for path in itertools.product(range(len(TAGS)), repeat=size):
        names = ["O", *(TAGS[t] for t in path), "O"]
        if all((b[0] in "IE" and b[2:] == a[2:]) if a[0] in "BI" else b[0] in "OBS" for a, b in itertools.pairwise(names)):
            yield path


def score(path, logits, steps):
    moves = [steps[0, path[0]], *(steps[a, b] for a, b in itertools.pairwise(path))]
    return sum(logits[i, t] for i, t in enumerate(path)) + sum(moves)


@given(st.integers(0, 10_000))
def test_agrees_with_trying_every_path(seed):
    """The best path is found, and a span's score is the share of the paths that hold it."""
    chance = np.random.default_rng(seed)
    logits = chance.normal(size=(3, len(TAGS)), scale=2).astype(np.float32)
    chain = Chain.over(TAGS, chance.normal(size=(len(TAGS), len(TAGS))).astype(np.float32))
    all_paths = list(paths(3))
    weights = np.exp([score(p, logits, chain.steps) for p in all_paths])
    best = all_paths[int(weights.argmax())]
    found = decode_spans(logits, np.zeros(3, dtype=np.int32), chain)
    for span in found:
        coded = best[span.first : span.past]
        share = sum(w for p, w in zip(all_paths, weights, strict=True) if p[span.first : span.past] == coded) / weights.sum()
        assert span.score == pytest.approx(share, rel=1e-4)
    assert {i for s in found for i in range(s.first, s.past)} == {i for i, t in enumerate(best) if t}


@given(st.lists(st.integers(1, 9), max_size=12), st.integers(0, 1000))
def test_lines_do_not_touch_each_other(lengths, seed):
    """Reading lines together gives what reading each alone gives, and no span crosses a line's end."""
    chance = np.random.default_rng(seed)
    lines = np.repeat(np.arange(len(lengths)), lengths).astype(np.int32)
    logits = chance.normal(size=(len(lines), len(TAGS)), scale=3).astype(np.float32)
    chain = Chain.over(TAGS)
    together = decode_spans(logits, lines, chain)
    alone, at = [], 0
    for length in lengths:
        for span in decode_spans(logits[at : at + length], np.zeros(length, dtype=np.int32), chain):
            alone.append((span.first + at, span.past + at, span.kind))
        at += length
    assert alone == [(s.first, s.past, s.kind) for s in together]


def test_nothing_is_found_in_nothing():
    assert [] == decode_spans(np.zeros((0, 0), dtype=np.float32), np.zeros(0, dtype=np.int32), Chain.over(TAGS))
