"""The label of a point in a list ends before the point."""

import pytest

from saidwho.text.list_labels import label_end


@pytest.mark.parametrize(
    "label",
    ["b) ", "(b) ", "iv) ", "3. ", "12) ", "2.1. ", "a.  "],
)
def test_a_label_ends_before_what_it_labels(label: str) -> None:
    """A letter, a Roman numeral or a number with its mark."""
    line = f"{label}Two guards were killed at the dam."
    assert len(label) == label_end(line, 0, len(line))


def test_numbers_without_a_mark_are_labels_beside_others() -> None:
    """Points of one list begin alike."""
    text = "14.3 A cargo ship sank.\n14.4 A second cargo was seized."
    assert [5, 29] == [label_end(text, 0, 23), label_end(text, 24, len(text))]


@pytest.mark.parametrize(
    "line", ["A second cargo was seized.", "14.4 million people fled.", "7.5 Magnitude quake hits Dast", "20 men were held.", "I. saw it."]
)
def test_other_lines_have_none(line: str) -> None:
    """Articles and figures are words of the sentence."""
    assert 0 == label_end(line, 0, len(line))
