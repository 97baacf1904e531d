import pytest

from saidwho.errors import GroundingError
from saidwho.grounding.figures.figures import ground_figures
from saidwho.grounding.figures.rules import apply_rule
from tests.grounding.figures.readings import flat_reading


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (12, "Dozens of people were killed."),
        (100, "Hundreds were killed."),
        (None, "Hundreds of thousands were killed."),
        (None, "Thousands were killed."),
        (17, "17 people were killed."),
    ],
)
def test_a_rule_stands_in_for_vague_words_only(value, text):
    """A number that is written stays; a word that the rule does not name stays open."""
    (figure,) = ground_figures(text, flat_reading(text), actors=(), times=())
    ruled = apply_rule(figure, text, rule="acled")
    assert (value, value) == (ruled.low, ruled.high)


def test_no_rule_is_applied_unasked():
    text = "Dozens of people were killed."
    (figure,) = ground_figures(text, flat_reading(text), actors=(), times=())
    assert (None, None) == (figure.low, figure.high)


def test_an_unknown_rule_is_named():
    text = "Dozens of people were killed."
    (figure,) = ground_figures(text, flat_reading(text), actors=(), times=())
    with pytest.raises(GroundingError, match="acled"):
        apply_rule(figure, text, rule="guess")
