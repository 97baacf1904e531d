"""Whole attributions: all three roles right, and linked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.attribution.gold import Article, Attributed
from benchmarks.attribution.whole import overlap, score_roles, score_whole
from benchmarks.counts import Counts
from saidwho.types.document import Span

TEXT = "“It is over,” the mayor said. The army denied it, adding that nothing had burned."


def at(*words: str) -> tuple[Span, ...]:
    return tuple(Span(start=TEXT.index(w), end=TEXT.index(w) + len(w)) for w in words)


MAYOR = Attributed(source=at("the mayor"), cue=at("said"), content=at("“It is over,”"))
ARMY = Attributed(source=at("The army"), cue=at("denied"), content=at("it,"))
ADDING = Attributed(source=at("The army"), cue=at("adding"), content=at("that nothing had burned"))
ARTICLE = Article(key="a", text=TEXT, attributions=(MAYOR, ARMY, ADDING))


def right(predicted: list[Attributed]) -> tuple[int, int]:
    found = score_whole(ARTICLE, predicted)
    assert found["exact"].predicted == found["content80"].predicted == len(predicted)
    return found["exact"].right, found["content80"].right


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [
        ([MAYOR, ARMY, ADDING], (3, 3)),
        ([], (0, 0)),
        # quotation marks and commas do not matter
        ([Attributed(source=MAYOR.source, cue=MAYOR.cue, content=at("It is over"))], (1, 1)),
        # 16 of its 20 letters are 80 %: near enough, not exact; 15 are too few
        ([Attributed(source=ADDING.source, cue=ADDING.cue, content=at("nothing had burned"))], (0, 1)),
        ([Attributed(source=ADDING.source, cue=ADDING.cue, content=at("othing had burned"))], (0, 0)),
        # all spans right, linked to the wrong one
        ([Attributed(source=ARMY.source, cue=MAYOR.cue, content=MAYOR.content)], (0, 0)),
        # one prediction answers one label at most, and a repeated one is one too many
        ([MAYOR, MAYOR], (1, 1)),
        ([Attributed(source=(), cue=MAYOR.cue, content=MAYOR.content)], (0, 0)),
        # the cue need only touch for the looser measure
        ([Attributed(source=MAYOR.source, cue=at("mayor said"), content=MAYOR.content)], (0, 1)),
    ],
)
def test_counts_whole_attributions(predicted: list[Attributed], expected: tuple[int, int]) -> None:
    """exact wants all letters of all roles; content80 the source, a touching cue and most of the content."""
    assert expected == right(predicted)


def test_pieces_of_content_are_spans_of_their_own() -> None:
    """Content in two pieces of which one is found: one right of two."""
    article = Article(key="a", text=TEXT, attributions=(Attributed(source=(), cue=at("said"), content=at("It is over", "burned")),))
    found = score_roles(article, [Attributed(source=at("The army"), cue=at("said"), content=at("It is over"))])
    assert {
        "source": Counts(predicted=1),
        "cue": Counts(right=1, predicted=1, gold=1),
        "content": Counts(right=1, predicted=1, gold=2),
    } == found


@given(order=st.permutations([MAYOR, ARMY, ADDING]))
def test_order_does_not_matter(order: list[Attributed]) -> None:
    """The labelled attributions as predictions are all right in any order."""
    assert right(order) == (3, 3)


@given(one=st.frozensets(st.integers(0, 20)), other=st.frozensets(st.integers(0, 20)))
def test_overlap_is_a_share(one: frozenset[int], other: frozenset[int]) -> None:
    """From 0 to 1, the same both ways, and 1 only for the same letters."""
    share = overlap(one, other)
    assert 0 <= share <= 1
    assert share == overlap(other, one)
    assert (share == 1) == (one == other and bool(one))
