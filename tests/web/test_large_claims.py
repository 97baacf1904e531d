"""Claims that hundreds of documents print: a page stays a page, and says where the rest is."""

from typing import Any

import pytest

from saidwho.web.claims import _POINTS, _VERSIONS
from saidwho.web.provenance import OTHERS, Room, branches, compared, others, versions


def claim_of(count: int) -> dict[str, Any]:
    """A claim that so many documents print, of one origin with ten sayings, and as many relays as documents."""
    members = [
        {"id": f"s{number:05}", "proposition": f"p{number:05}", "document": f"d{number:05}", "outlet": f"Outlet {number}",
         "published": f"2024-03-{number % 28 + 1:02}", "quote": f"The bridge was hit {number} times.", "form": "direct", "act": "assert",
         "speaker": "Ada Brook", "chain": [f"Outlet {number}", "Ada Brook"], "utterance": f"u{number % 10}"}
        for number in range(count)
    ]  # fmt: skip
    origin = {"name": "Ada Brook", "why": "She saw it.", "statements": [member["id"] for member in members]}
    relays = [{"name": member["outlet"], "why": "It rests on her word.", "statements": [member["id"]]} for member in members]
    return {"text": "The bridge was hit.", "statements": members, "copies": [], "origins": [origin], "not_origins": relays, "denied_by": []}


@pytest.mark.parametrize("count", [1, 12, 40, 1000])
def test_what_is_left_out_of_the_tree_is_counted(count: int) -> None:
    """Every document of an origin is shown, or told as one of so many more."""
    (branch,) = branches(claim_of(count), Room())
    assert count == sum(len(said.prints) + said.more for said in branch.sayings)
    assert all(said.prints for said in branch.sayings)


def test_a_thousand_documents_leave_a_tree_that_can_be_sent() -> None:
    """The documents in the tree are bounded, and everybody who is shown is shown with words."""
    claim, room = claim_of(1000), Room()
    shown = [*branches(claim, room), *others(claim, room)]
    assert OTHERS + 1 == len(shown)
    assert sum(len(said.prints) for branch in shown for said in branch.sayings) <= 500
    assert all(branch.sayings for branch in shown)


def test_the_wordings_of_a_claim_are_paged_without_gap_or_repeat() -> None:
    """Each wording is on one page, in the order of days."""
    claim = claim_of(150)
    every = versions(claim)
    pages = [compared(claim, every[first : first + _VERSIONS]) for first in range(0, len(every), _VERSIONS)]
    assert every == [version.member for page in pages for version in page]
    assert [member["published"] for member in every] == sorted(member["published"] for member in claim["statements"])


def test_the_same_words_in_one_document_are_told_once() -> None:
    """Two propositions of one document with the same words are one wording."""
    claim = claim_of(3)
    claim["statements"].append(claim["statements"][0] | {"proposition": "p99999"})
    assert 3 == len(versions(claim))


def test_a_chart_has_points_that_can_be_told_apart() -> None:
    """More points than a line of a screen has would be a bar."""
    assert _POINTS <= 760
