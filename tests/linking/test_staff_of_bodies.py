"""Staff of a body with a name are that body, though a text gives them none of their own (rule 1)."""

from collections.abc import Callable

import pytest

from saidwho.pipeline.linking import link_reports
from saidwho.types.statement import Report

pytestmark = pytest.mark.model

Told = Callable[..., tuple[Report, ...]]


def _origins(told: Told, text: str) -> set[str]:
    return {origin.name for claim in link_reports(told(("Norrpress", "2024-03-06", text))).claims for origin in claim.origins}


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Researchers from the Open Skies Project", "Open Skies Project"),
        ("Monitors from the Open Skies Project", "Open Skies Project"),
        ("Two volunteers with the Lantern Trust", "Lantern Trust"),
        ("Campaigners at the charity Lantern", "Lantern"),
    ],
)
def test_staff_without_a_name_are_their_body(told: Told, source: str, name: str) -> None:
    """The text tells whose they are."""
    assert {name} == _origins(told, f"{source} said that nine people had died in the camp.")


@pytest.mark.parametrize("source", ["Former staff of the Lantern Trust", "Patients of the Lantern Trust"])
def test_who_left_a_body_or_is_helped_by_it_is_not_that_body(told: Told, source: str) -> None:
    """They speak for themselves."""
    assert "Lantern Trust" not in _origins(told, f"{source} said that nine people had died in the camp.")


def test_a_service_and_its_spokesman_are_one(told: Told) -> None:
    """Neither has a name that tells whose service it is."""
    text = "The emergency service said on Wednesday that 14 people had died in Kharkiv. Its spokesman, Ivo Vale, said 14 had died."
    (claim,) = link_reports(told(("Norrpress", "2024-03-06", text))).claims
    assert 1 == claim.independent_origins


@pytest.mark.parametrize("source", ["activists and a diplomat", "residents and an official"])
def test_several_without_a_name_and_of_no_one_body_are_no_origin(told: Told, source: str) -> None:
    """They may be one (rule 4), and are nobody's of the state where it happened."""
    text = f"A drone attack on a village in Myanmar killed nine people on Monday, {source} said."
    (claim,) = link_reports(told(("Norrpress", "2024-03-06", text))).claims
    assert (0, 1) == (claim.independent_origins, claim.possible_origins)
