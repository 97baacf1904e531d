"""How much a statement sounds like a denial, by made weights and the shipped ones."""

import numpy as np
import pytest

from saidwho.linking.gainsaying import Gainsaying, clause_of, half, shipped_gainsaying
from saidwho.pipeline.weights import shipped_clause_encoder
from saidwho.text.marked_clauses import CLOSES, OPENS
from tests.linking.voices import made_voice


def test_the_clause_is_of_who_says_what() -> None:
    """With marks around what is said, and white space as one blank."""
    one = made_voice(None, "the army", told="no gun  fired", cue="said")
    assert clause_of(one) == f"the army said {OPENS}no gun fired{CLOSES}"


def test_the_cue_is_said_where_nothing_else_is() -> None:
    """ "The army denies.\""""
    assert clause_of(made_voice(None, "the army", cue="denies")).endswith(f"{OPENS}denies{CLOSES}")


def test_it_is_told_from_nothing_to_one() -> None:
    """By log-odds that are cut at both ends."""
    made = Gainsaying(bias=-2.0, weights=half([9.0, -9.0]))
    assert made.of(np.array([[1, 0], [0, 1], [0, 0]], dtype=np.float16)) == [1.0, 0.0, 0.5]


@pytest.mark.model
def test_a_denial_sounds_more_like_one_than_a_report() -> None:
    """In words that no list of denying words has."""
    told = [
        made_voice(None, "the general", told=words) for words in ("the story of the two agents is a bad novel", "two agents came by boat")
    ]
    vectors = shipped_clause_encoder().vectors([clause_of(one) for one in told]).astype(np.float16)
    denial, report = shipped_gainsaying().of(vectors)
    assert denial > report
