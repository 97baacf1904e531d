"""Which of two states words leave something in."""

import pytest

from saidwho.linking.outcomes import are_opposed, outcomes_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the rebels captured the town of Lorn", "the army recaptured the town of Lorn"),
        ("they seized the barracks at Orin", "soldiers retook the barracks"),
        ("its fighters took Lorn", "the garrison repelled the assault on Lorn"),
        ("the front closed the crossing at Bele", "the crossing at Bele reopened"),
        ("four nurses were detained at the checkpoint", "the nurses were freed"),
        ("Karlia has broken the ceasefire", "the ceasefire is holding"),
        ("water to the town was cut off", "they turned the water back on"),
        ("Karlia suspended flights to Lorn", "flights to Lorn resumed"),
        ("the army imposed a curfew", "the curfew was lifted"),
        ("Ada Brenn was killed in a raid", "Ada Brenn is alive and well"),
    ],
)
def test_two_states_that_exclude_each_other_are_opposed(one: str, other: str) -> None:
    """Whichever of them is told first."""
    a, b = outcomes_of(one), outcomes_of(other)
    assert [True, True] == [are_opposed(a, b), are_opposed(b, a)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the rebels captured the town of Lorn", "the rebels seized Lorn"),
        ("the army repelled an attack on Orin", "the army beat back the assault on Orin"),
        ("two men were arrested", "the army freed the two whom it had arrested"),
        ("the road was closed", "soldiers opened fire at the roadblock"),
        ("seven of its men fell before it pulled out", "the army retook Lorn"),
        ("the tank was destroyed", "the ceasefire is holding"),
        ("nine were killed in the raid", "two were pulled out alive"),
    ],
)
def test_what_can_both_be_told_of_one_thing_is_not_opposed(one: str, other: str) -> None:
    """Words that tell both of two states tell neither."""
    assert not are_opposed(outcomes_of(one), outcomes_of(other))
