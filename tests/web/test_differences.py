"""Where the words of one quotation differ from another's."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.web.differences import differing


@pytest.mark.parametrize(
    ("words", "other", "marked"),
    [
        ("at least 17 were killed", "at least 17 were killed", []),
        ("at least 17 people were killed", "at least 17 were killed", ["people "]),
        ("At least 17 were killed.", "at least 17 were killed", []),
        ("at least 19 were killed", "at least 17 were killed", ["19"]),
        ("it’s over, he said", "it's over, he said", []),
        ("the bridge is open", "nobody saw them coming", []),
    ],
)
def test_marks_the_words_that_the_other_lacks(words: str, other: str, marked: list[str]) -> None:
    """Case, points and apostrophes make no difference, and words that are others altogether are marked nowhere."""
    assert [one.strip() for one in marked] == [part.strip() for part, differs in differing(words, other) if differs]


@given(words=st.text(max_size=300), other=st.text(max_size=300))
def test_no_word_is_lost(words: str, other: str) -> None:
    """The stretches together are the words, whatever they are compared with."""
    assert words == "".join(part for part, _ in differing(words, other))


def test_long_quotations_are_compared_quickly() -> None:
    """A page with hundreds of quotations of the greatest length that is compared takes no seconds."""
    words, other = "the army said that it hit " * 70, "that the army hit it said " * 70
    began = time.process_time()
    for number in range(100):
        differing(f"{number} {words}", other)
    assert time.process_time() - began < 1.0
