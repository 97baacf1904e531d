"""Names that are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.speakers.names import is_same_name


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (True, "Ada Vale", "ADA VALE"),
        (True, "Ada Vale", "Mayor Ada Vale"),
        (True, "The Varn Post", "Varn Post"),
        (True, "the U.N.", "UN"),
        (True, "José Brandt", "Jose Brandt"),
        (True, "Ada O’Vale", "Ada O'Vale"),
        (True, "Ada Vale’s", "Ada Vale"),
        (False, "Ada Vale", "Vale"),
        (False, "Ada Vale", "Ada Brandt"),
        (False, "Vale campaign", "Vale"),
        (False, "", ""),
        (False, "!", "?"),
    ],
)
def test_same_names(expected: bool, one: str, other: str) -> None:
    """Case, accents, titles, articles and possessives make no other name; a missing word does."""
    assert expected == is_same_name(one, other)


@given(one=st.text(), other=st.text())
def test_order_does_not_matter(one: str, other: str) -> None:
    """If one name is the other, the other is the one."""
    assert is_same_name(one, other) == is_same_name(other, one)
