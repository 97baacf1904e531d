"""Who speaks as one of several, or of somebody's people."""

from collections.abc import Callable

import pytest

from saidwho.types.grounding import Actor
from saidwho.types.statement import Report
from tests.grounding.actors.sources import speakers

Read = Callable[[str], Report]

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (("one of its officers", "Brigade"), "The 72nd Brigade lost dozens of men near the town, one of its officers told Reuters."),
        (("one of its doctors", "The clinic"), "The clinic in Rafah was hit, one of its doctors told the BBC."),
        (
            ("one of its commanders", "Izz ad-Din al-Qassam Brigades"),
            "The Qassam Brigades lost dozens of men in Gaza, where Israel's army advanced, one of its commanders told Al Jazeera.",
        ),
        (
            ("One of its medics", "Norvale Battalion"),
            "The Norvale Battalion held the bridge. One of its medics told the Lutrian Herald that nobody slept.",
        ),
    ],
)
def test_one_of_its_people_is_of_whom_the_clause_before_tells(read: Read, told: tuple[str, str], text: str) -> None:
    """Not of the outlet that he speaks to, nor the body itself."""
    report = read(text)
    actors: dict[str, Actor] = {actor.id: actor for actor in report.grounding.actors}
    speaker = next(s.speaker for s in reversed(report.statements) if s.speaker is not None)
    actor = actors[speaker.actor or ""]
    owner = actors[actor.of or ""]
    assert actor.name == told[0]
    assert told[1] in owner.name


def test_another_is_of_those_one_of_whom_spoke(read: Read) -> None:
    """And not of those of whom that one told."""
    report = read("Villagers fled into the hills. One said soldiers had fired at the mosque; another said she had seen nobody.")
    assert {"One": "villager", "another": "villager"} == speakers(report)
