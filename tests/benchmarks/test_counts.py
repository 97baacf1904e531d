"""Precision, recall and F1 of counts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.counts import Counts, add_up


def test_figures_of_a_small_case() -> None:
    """Two right of three predicted and four labelled: 66.7, 50 and their harmonic mean 57.1."""
    counts = Counts(right=2, predicted=3, gold=4)
    assert (66.67, 50.0, 57.14) == tuple(round(x, 2) for x in (counts.precision, counts.recall, counts.f1))


@pytest.mark.parametrize("counts", [Counts(), Counts(predicted=3), Counts(gold=3)])
def test_nothing_right_is_nought(counts: Counts) -> None:
    """No division by nought where nothing was predicted or labelled."""
    assert (0.0, 0.0, 0.0) == (counts.precision, counts.recall, counts.f1)


@given(found=st.sets(st.integers(), min_size=1))
def test_the_same_set_is_all_right(found: set[object]) -> None:
    """Whatever is labelled, to predict just that gives 100."""
    assert pytest.approx(100) == Counts.of(found, found).f1


def test_sums_are_micro_averages() -> None:
    """Cases add up thing by thing, also where one case lacks a thing."""
    cases = [{"cue": Counts(right=1, predicted=1, gold=2)}, {"cue": Counts(right=1, predicted=2, gold=1), "source": Counts(gold=1)}]
    assert {"cue": Counts(right=2, predicted=3, gold=3), "source": Counts(gold=1)} == add_up(cases)
