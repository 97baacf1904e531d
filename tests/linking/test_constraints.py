"""What can never be one claim."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from saidwho.linking.constraints import forbidden
from saidwho.linking.facts import facts_of
from saidwho.types.document import Span
from saidwho.types.statement import Event, Report

pytestmark = pytest.mark.model

Told = Callable[..., tuple[Report, ...]]
ONE = ("Norrpress", "2024-05-25", "Two people were killed in a missile attack on a mill in Kharkiv on Saturday, the governor said.")


@pytest.mark.parametrize(
    ("published", "text", "why"),
    [
        ("2024-05-25", "Shells killed two people at a mill in Kharkiv on Saturday, the mayor said.", None),
        ("2024-05-24", "Shells killed seven people at a mill in Kharkiv on Friday, the mayor said.", "they happen at different times"),
        ("2024-05-25", "Shells killed two people at a mill in Kharkiv on Friday night, the mayor said.", None),
    ],
)
def test_attacks_told_of_other_days_are_two(told: Told, published: str, text: str, why: str | None) -> None:
    """A night may be told as of either of its days."""
    one, other = (facts_of(report).facts[0] for report in told(ONE, ("Evening Post", published, text)))
    assert why == forbidden(one, other)


def test_the_nights_that_two_days_papers_tell_of_are_two(told: Told) -> None:
    """What happened "overnight" is of the night before each."""
    texts = (
        "Russian gunners shot down 60 drones overnight, the army said.",
        "Russian gunners shot down 90 drones overnight, the army said.",
    )
    reports = told(("Norrpress", "2025-08-01", texts[0]), ("Norrpress", "2025-08-02", texts[1]), ("Evening Post", "2025-08-01", texts[0]))
    first, second, again = (facts_of(report).facts[0] for report in reports)
    assert ["they happen at different times", None] == [forbidden(first, second), forbidden(first, again)]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Russian guns destroyed 60 Ukrainian drones on Saturday, the ministry said.", "they count things of two owners"),
        ("The army said it downed 60 drones on Saturday.", None),
        ("The army said it shot down 40 drones that Russia launched on Saturday.", None),
    ],
    ids=["of two", "of nobody", "of one"],
)
def test_things_of_two_owners_are_counted_in_two_claims(told: Told, text: str, why: str | None) -> None:
    reports = told(
        ("Norrpress", "2025-08-02", "Kyiv said it shot down 44 Russian drones on Saturday."), ("Evening Post", "2025-08-02", text)
    )
    one, other = (facts_of(report).facts[0] for report in reports)
    assert why == forbidden(one, other)


@pytest.mark.parametrize(("score", "why"), [(0.95, "one tells of RETREAT, one of ASSAULT"), (0.8, None)])
def test_kinds_of_event_keep_apart_where_both_are_sure(told: Told, score: float, why: str | None) -> None:
    """One happening is told by the fight for a town and by who left it."""
    (fact,) = facts_of(told(ONE)[0]).facts[:1]
    left, fought = (Event(type=kind, mode=None, span=Span(start=0, end=3), score=s) for kind, s in (("RETREAT", score), ("ASSAULT", 0.99)))
    assert why == forbidden(replace(fact, event=left), replace(fact, event=fought))


@pytest.mark.parametrize(
    ("told_first", "told_next"),
    [
        ("The Amber Brigade captured the town of Lorn, its spokesman said.", "The army recaptured the town of Lorn, a colonel said."),
        ("The rebels closed the Bele crossing, traders said.", "The Bele crossing reopened, traders said."),
        ("Water to the town of Orin was cut off, residents said.", "Water to the town of Orin was turned back on, residents said."),
    ],
)
def test_what_undoes_a_happening_is_another(told: Told, told_first: str, told_next: str) -> None:
    """However like their words are; it may still be denied by who tells the opposite."""
    one, other = (facts_of(report).facts[0] for report in told(("Norrpress", "2024-05-25", told_first), ("Post", "2024-05-26", told_next)))
    assert ["they leave things in opposite states", None] == [forbidden(one, other), forbidden(one, other, either_way=True)]
