"""What the words of a cue say of the act, before what is said is looked at."""

import numpy as np
import pytest

from saidwho.statements.acts.cues import NO_CUE, CueMeaning, cue_meaning
from saidwho.statements.acts.priors import ACTS, base_rates, prior


def meaning(cue: str, after: str = "", said: str = "") -> CueMeaning:
    return cue_meaning(cue.split(), after=after.split(), said=said.split())


@pytest.mark.parametrize(
    ("act", "cue"),
    [
        ("assert", "said"),
        ("assert", "according to"),
        ("deny", "has repeatedly denied"),
        ("confirm", "confirmed"),
        ("doubt", "cast doubt on"),
        ("admit", "conceded"),
        ("claim responsibility", "claimed responsibility"),
        ("threaten", "threatened"),
        ("predict", "expects"),
        ("demand", "called on"),
        ("pledge", "promised"),
        ("judge", "condemned"),
        ("decline", "declined to"),
        ("decline", "did not immediately respond"),
    ],
)
def test_the_likeliest_act_of_plain_words(act: str, cue: str) -> None:
    """Verbs that name what is done."""
    assert act == ACTS[int(prior(meaning(cue)).argmax())]


def test_words_that_say_no_more_than_that_something_is_said_leave_the_act_open() -> None:
    """So that what is said can tell it: "said" may deny, and "denied" hardly asserts."""
    said, denied = prior(meaning("said")), prior(meaning("denied"))
    assert said[ACTS.index("deny")] > 0.05
    assert denied[ACTS.index("assert")] < 0.02


def test_a_condition_makes_another_phrase() -> None:
    """What is called false is denied, what is called an outrage judged."""
    false, outrage = meaning("called", said="the report a fabrication"), meaning("called", said="the raid an outrage")
    deny = ACTS.index("deny")
    assert prior(false)[deny] > 0.5 > prior(outrage)[deny]


def test_no_cue_and_unknown_words_are_taken_as_what_is_seldom_listed() -> None:
    """Neither is as sure as "said"."""
    assert prior(meaning("zzgrmbl")) == pytest.approx(prior(NO_CUE))
    assert prior(NO_CUE)[ACTS.index("assert")] < prior(meaning("said"))[ACTS.index("assert")]


@pytest.mark.parametrize("cue", ["said", "denied", "zzgrmbl", "never said", "warned", "not sure", ""])
def test_probabilities_sum_to_one_and_none_is_nothing(cue: str) -> None:
    """So that their logarithms can be added."""
    for shares in (prior(meaning(cue)), base_rates()):
        assert shares.sum() == pytest.approx(1.0)
        assert np.all(shares > 0)
