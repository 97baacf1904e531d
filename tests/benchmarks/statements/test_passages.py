"""The labelled passages of aid are read as written."""

import pytest

from benchmarks.statements.passages import SETS, passages, score_passage


@pytest.mark.parametrize("part", SETS)
def test_what_is_labelled_stands_in_the_text(part: str) -> None:
    """Things and funding are words of the passage, and every package has a stage."""
    for passage in passages(part):
        for package in passage.aid:
            assert package["history"]
            assert all(words in passage.document.text for words in (*package["items"], *package["funding"])), passage.name


def test_nothing_found_is_nothing_right() -> None:
    """Every labelled package counts as missed."""
    passage = next(passages("one"))
    counts = score_passage(passage, {"actors": [], "aid": []})
    assert (0, 0, 1) == (counts["aid"].right, counts["aid"].predicted, counts["aid"].gold)
