"""Exact spans a role, by CofeNet's protocol."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.attribution.gold import Attributed, Units
from benchmarks.attribution.units import lay_labels, pieces, score_units
from benchmarks.counts import Counts
from saidwho.types.document import Span

# "Shells hit , the governor said . Nobody died ." as tokens of one character, two apart: token n is at 2n.
TOKENS = tuple(Span(start=2 * n, end=2 * n + 1) for n in range(10))
LABELS = ("B-content", "I-content", "O", "B-source", "I-source", "B-cue", "O", "B-content", "I-content", "O")


def span(first: int, past: int) -> Span:
    """The characters of tokens first to past."""
    return Span(start=2 * first, end=2 * past - 1)


def attributed(source: tuple[int, int] | None, cue: tuple[int, int], *content: tuple[int, int]) -> Attributed:
    return Attributed(source=(span(*source),) if source else (), cue=(span(*cue),), content=tuple(span(*c) for c in content))


def units(*sizes: int) -> Units:
    return Units(key="a_1", article="a", tokens=TOKENS, labels=LABELS, sizes=sizes)


RIGHT = attributed((3, 5), (5, 6), (0, 2), (7, 9))


def test_what_is_labelled_is_all_right() -> None:
    """The labelled spans as predictions: every span right, none too many."""
    assert {
        "source": Counts(right=1, predicted=1, gold=1),
        "cue": Counts(right=1, predicted=1, gold=1),
        "content": Counts(right=2, predicted=2, gold=2),
    } == score_units(units(10), [RIGHT])


def test_a_span_off_by_a_token_is_wrong() -> None:
    """Exact means every token: a source without its article counts as predicted and not as right."""
    found = score_units(units(10), [attributed((4, 5), (5, 6), (0, 2))])
    assert Counts(right=0, predicted=1, gold=1) == found["source"]
    assert Counts(right=1, predicted=1, gold=2) == found["content"]


def test_part_of_a_token_takes_it_all() -> None:
    """A token is labelled as soon as one of its characters is predicted."""
    tokens = (Span(start=0, end=4), Span(start=5, end=9))
    found = Attributed(source=(), cue=(Span(start=3, end=5),), content=())
    assert ["B-cue", "O"] == lay_labels(tokens, [found])


def test_a_span_over_two_units_is_two() -> None:
    """Units are scored one by one: a predicted span that runs over begins anew, a labelled one ends, as CofeNet has it."""
    found = score_units(units(8, 2), [RIGHT])
    assert Counts(right=2, predicted=3, gold=2) == found["content"]


@pytest.mark.parametrize(
    ("labels", "spans"),
    [
        (["B-cue", "I-cue", "O"], {("cue", 0, 2)}),
        (["B-cue", "B-cue"], {("cue", 0, 1), ("cue", 1, 2)}),
        (["B-cue", "I-source"], {("cue", 0, 1)}),
        (["I-cue", "I-cue"], set()),
    ],
)
def test_reads_labels_as_cofenet_does(labels: list[str], spans: set[tuple[str, int, int]]) -> None:
    """A B begins a span, an I of another role ends it, an I without a B is none."""
    assert spans == pieces(labels)


def test_a_cue_cuts_the_content_it_stands_in() -> None:
    """Where roles clash the cue wins, and what it cuts off begins anew."""
    nested = Attributed(source=(), cue=(span(1, 2),), content=(span(0, 4),))
    assert ["B-content", "B-cue", "B-content", "I-content"] == lay_labels(TOKENS[:4], [nested])


@given(order=st.permutations([RIGHT, attributed(None, (2, 3), (6, 7)), attributed((9, 10), (6, 7))]))
def test_order_does_not_matter(order: list[Attributed]) -> None:
    """Predictions that do not overlap within a role score the same in any order."""
    disjoint = [RIGHT, attributed(None, (2, 3), (6, 7)), attributed((9, 10), (6, 7))]
    assert score_units(units(4, 6), disjoint) == score_units(units(4, 6), order)
