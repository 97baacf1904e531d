"""How real a clause is: what its words lean to, with the rules as a prior."""

import numpy as np
import pytest

from saidwho.pipeline.reading import find_attributions
from saidwho.statements.clauses import ClauseFinder
from saidwho.statements.modality import MODALITIES, leans_to_no, leant_modality, may_be_negated
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.statement import Modality


def shares(**of: float) -> np.ndarray:
    return np.array([of.get(one.replace(" ", "_"), 0.0) for one in MODALITIES], dtype=np.float32)


@pytest.mark.parametrize(
    ("expected", "by_rule", "leaning"),
    [
        ("planned", "actual", {"planned": 0.95, "actual": 0.05}),
        ("actual", "actual", {"planned": 0.5, "actual": 0.4}),
        ("past habit", None, {"past_habit": 0.6, "actual": 0.4}),
    ],
    ids=["words that are sure", "words that are not", "no rule"],
)
def test_words_that_are_sure_go_before_the_rules(expected: Modality, by_rule: Modality | None, leaning: dict[str, float]) -> None:
    """And the rules before words that are not."""
    assert expected == leant_modality(by_rule, shares(**leaning))


def test_an_auxiliary_that_says_it_plainly_decides() -> None:
    """Whatever the words lean to."""
    assert "possible" == leant_modality("possible", shares(planned=1.0), plain=True)


def test_without_the_reader_the_rules_alone_decide() -> None:
    """Both how real it is and whether it is negated."""
    assert "ordered" == leant_modality("ordered", None)
    assert leans_to_no(None, by_rule=True)
    assert not leans_to_no(None, by_rule=False)


def test_a_negation_needs_a_rule_or_sure_words() -> None:
    """Words of which a little more lean to no than to yes are not enough."""
    assert leans_to_no(np.array([0.05, 0.95], dtype=np.float32), by_rule=False)
    assert not leans_to_no(np.array([0.4, 0.6], dtype=np.float32), by_rule=False)
    assert leans_to_no(np.array([0.95, 0.05], dtype=np.float32), by_rule=True)


@pytest.mark.model
@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (False, "The battery opened fire on Monday."),
        (False, "They were asking for shells."),
        (True, "The army refused to enter the town."),
        (True, "It had no intention whatsoever of taking the heights."),
        (True, "The truce was cancelled."),
        (False, "Nobody slept. They were asking for shells."),
    ],
)
def test_sure_words_negate_only_where_one_takes_something_away(expected: bool, text: str) -> None:
    """ "No", "refused", "cancelled" in a clause or before it in its sentence."""
    reading = find_attributions(text)
    around = Surroundings(text, reading)
    finder = ClauseFinder(around)
    assert expected == may_be_negated(finder, finder.find((Span(start=0, end=len(text)),))[-1])
