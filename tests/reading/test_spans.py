"""Spans that tags code are the same as by trying every sequence of tags, whatever is decoded beside them."""

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.reading.decoding import may_follow
from saidwho.reading.labels import span_tags
from saidwho.reading.spans import Codings

TAGS = {"names": span_tags(("person", "place")), "marks": span_tags(("venue",))}
CODINGS = Codings.of(TAGS)


def paths(tags, size):
    """All sequences of tags that code spans, on one line."""
    for path in itertools.product(range(len(tags)), repeat=size):
        names = ["O", *(tags[t] for t in path), "O"]
        if all(may_follow(a, b) for a, b in itertools.pairwise(names)):
            yield path


def drawn(seed, words):
    chance = np.random.default_rng(seed)
    return {head: chance.normal(size=(words, len(tags)), scale=2).astype(np.float32) for head, tags in TAGS.items()}


def spans(found):
    return [(span.first, span.past, span.kind) for span in found]


@given(st.integers(0, 10_000))
def test_agrees_with_trying_every_path(seed):
    """The best path is found, and a span's score is the share of the paths that hold it."""
    logits = drawn(seed, 3)
    for head, found in CODINGS.decode(logits, np.zeros(3, dtype=np.int32)).items():
        tags = TAGS[head]
        all_paths = list(paths(tags, 3))
        weights = np.exp([sum(logits[head][i, t] for i, t in enumerate(path)) for path in all_paths])
        best = all_paths[int(weights.argmax())]
        assert {i for s in found for i in range(s.first, s.past)} == {i for i, t in enumerate(best) if t}
        for span in found:
            coded = best[span.first : span.past]
            held = (p[span.first : span.past] == coded for p in all_paths)
            share = sum(w for is_held, w in zip(held, weights, strict=True) if is_held) / weights.sum()
            assert span.score == pytest.approx(share, rel=1e-4)


@given(st.lists(st.integers(1, 9), max_size=12), st.integers(0, 1000))
def test_lines_do_not_touch_each_other(lengths, seed):
    """Reading lines together gives what reading each alone gives, and no span crosses a line's end."""
    lines = np.repeat(np.arange(len(lengths)), lengths).astype(np.int32)
    logits = drawn(seed, len(lines))
    together = CODINGS.decode(logits, lines)
    for head in TAGS:
        alone, at = [], 0
        for length in lengths:
            part = {name: table[at : at + length] for name, table in logits.items()}
            for first, past, kind in spans(CODINGS.decode(part, np.zeros(length, dtype=np.int32))[head]):
                alone.append((first + at, past + at, kind))
            at += length
        assert alone == spans(together[head])


@given(st.integers(1, 20), st.integers(0, 1000))
def test_heads_do_not_touch_each_other(words, seed):
    """A head gives the same alone as beside others."""
    logits, lines = drawn(seed, words), np.zeros(words, dtype=np.int32)
    together = CODINGS.decode(logits, lines)
    for head, tags in TAGS.items():
        assert together[head] == Codings.of({head: tags}).decode(logits, lines)[head]


def test_nothing_is_found_in_nothing():
    assert {"names": [], "marks": []} == CODINGS.decode(drawn(0, 0), np.zeros(0, dtype=np.int32))
