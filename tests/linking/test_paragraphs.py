"""Which paragraphs of two texts are each other's nearest?"""

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from saidwho.linking.columns import Parted
from saidwho.linking.paragraphs import MOST, nearest, paragraphs_of

HARBOUR = "Rockets struck the grain harbour of Kesh on Monday, the governor said.\nDeputies in Lorn voted for a customs treaty."
TREATY = (
    "The customs treaty passed in Lorn by nine votes of the deputies.\nThe governor counted four rockets at the grain harbour.\nIt rained."
)


def near(one: str, at: int, other: str, other_at: int) -> float:
    return nearest(paragraphs_of(one).digests, at, paragraphs_of(other).digests, other_at)


def test_paragraphs_about_one_matter_are_each_others_nearest() -> None:
    assert (1.0, 1.0) == (near(HARBOUR, 0, TREATY, 1), near(HARBOUR, 1, TREATY, 0))


def test_paragraphs_about_two_matters_are_not() -> None:
    assert (0.0, 0.0) == (near(HARBOUR, 0, TREATY, 0), near(HARBOUR, 1, TREATY, 1))


def test_a_paragraph_that_shares_nothing_is_nobodys_nearest() -> None:
    assert 0.0 == near(HARBOUR, 0, TREATY, 2)


def test_a_long_line_is_cut_where_sentences_end() -> None:
    line = " ".join(f"Shell number {n} fell on the long quay beside the fish market of the port at noon." for n in range(12))
    found = paragraphs_of(line)
    assert len(found.starts) > 1
    assert all(line[start:].startswith("Shell number") for start in found.starts)


@given(st.lists(st.sampled_from(["Shells fell on Kesh.", "The council met in Lorn on Monday.", "", "Nothing."]), max_size=90))
def test_a_text_has_no_more_than_so_many_paragraphs(lines: list[str]) -> None:
    text = "\n".join(lines)
    found = paragraphs_of(text)
    assert len(found.starts) <= MOST
    assert all(0 <= found.at(place) < max(1, len(found.starts)) for place in range(len(text)))


@given(st.text(max_size=300), st.text(max_size=300))
def test_which_text_is_named_first_makes_no_difference(one: str, other: str) -> None:
    assert near(one, 0, other, 0) == near(other, 0, one, 0)


@given(
    st.lists(
        st.lists(st.sampled_from(("Shells fell on Kesh.", "Shells fell.", "The council met.", "It rained.")), max_size=4),
        min_size=1,
        max_size=5,
    )
)
def test_many_pairs_at_once_are_as_each_by_itself(texts: list[list[str]]) -> None:
    """Also of paragraphs that a text does not have."""
    digests = [paragraphs_of("\n".join(lines)).digests for lines in texts]
    asked = list(product(product(range(len(texts)), range(5)), repeat=2))
    one, other = (tuple(np.array([pair[side] for pair in asked]).T) for side in (0, 1))
    expected = [nearest(digests[a], at, digests[b], other_at) for (a, at), (b, other_at) in asked]
    assert expected == Parted.of(digests).nearest(one, other).tolist()
