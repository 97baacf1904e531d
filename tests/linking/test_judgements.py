"""What people decided, and what of it holds."""

import pytest

from saidwho.errors import JudgementError
from saidwho.linking.judgements import decide, judge
from saidwho.types.linking import Judgement, Verdict


def made(verdict: Verdict, *subjects: str, at: str = "2024-01-01T00:00:00Z") -> Judgement:
    return judge(verdict, subjects, reviewer="R. Osk", at=at, reason="read both")


def test_a_later_judgement_replaces_an_earlier() -> None:
    """Whoever looked last is right."""
    decided = decide([made("same", "a", "b"), made("different", "b", "a", at="2024-01-02T00:00:00Z")])
    assert (frozenset(), {("a", "b")}) == (decided.same, decided.different)


def test_the_order_of_judgements_given_does_not_matter() -> None:
    """Time decides, not the order in a list."""
    first, second = made("same", "a", "b"), made("different", "a", "b", at="2024-01-02T00:00:00Z")
    assert decide([first, second]) == decide([second, first])


def test_undo_takes_back_and_can_be_taken_back() -> None:
    """An undone undo undoes nothing."""
    same = made("same", "a", "b")
    undo = made("undo", same.id, at="2024-01-02T00:00:00Z")
    assert decide([same, undo]).same == frozenset()
    assert decide([same, undo, made("undo", undo.id, at="2024-01-03T00:00:00Z")]).same == {("a", "b")}


def test_unsure_leaves_it_to_the_machine() -> None:
    """Not knowing is neither same nor different."""
    decided = decide([made("same", "a", "b"), made("unsure", "a", "b", at="2024-01-02T00:00:00Z")])
    assert (frozenset(), frozenset()) == (decided.same, decided.different)


def test_split_keeps_what_is_taken_out_together() -> None:
    """The rest is another claim."""
    decided = decide([made("split", "a", "x", "y")])
    assert ({("x", "y")}, {("a", "x"), ("a", "y")}) == (decided.same, decided.different)


@pytest.mark.parametrize(
    ("verdict", "subjects", "told"),
    [("same", ("a",), "needs 2 ids"), ("same", ("a", "a"), "named twice"), ("correct", ("a",), "needs a field")],
)
def test_what_cannot_be_is_refused(verdict: Verdict, subjects: tuple[str, ...], told: str) -> None:
    """With what was expected."""
    with pytest.raises(JudgementError, match=told):
        made(verdict, *subjects)


@pytest.mark.parametrize("value", ["two", "-3", "", "1" * 20])
def test_a_count_is_corrected_to_a_whole_number_alone(value: str) -> None:
    """Anything else would stop all linking that comes after it."""
    with pytest.raises(JudgementError, match="whole number"):
        judge("correct", ["a"], reviewer="Ada", at="2026-01-01", reason="counted", field="independent_origins", value=value)
