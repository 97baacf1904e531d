"""Which propositions are compared."""

from collections.abc import Callable

import pytest

from saidwho.linking.blocking import kept
from saidwho.linking.facts import Facts, facts_of
from saidwho.linking.nodes import fold
from saidwho.types.statement import Report

pytestmark = pytest.mark.model

Told = Callable[..., tuple[Report, ...]]


def lists_of(facts: Facts) -> set[int]:
    """The lists that the first proposition of a report stands in."""
    return set(kept(fold(facts.facts[:1])[0]).keys)


@pytest.mark.parametrize(
    ("text", "meets"),
    [
        ("The kindergarten is without its roof, a nurse said.", True),
        ("The bakery is without its roof, a nurse said.", False),
    ],
)
def test_one_telling_word_brings_two_together(told: Told, text: str, meets: bool) -> None:
    """What one happening is told by shares a word where it names no place, nobody and no event."""
    one, other = told(("Norrpress", "2024-05-25", "Shells struck a kindergarten, the mayor said."), ("Evening Post", "2024-05-26", text))
    assert meets == bool(lists_of(facts_of(one)) & lists_of(facts_of(other)))
