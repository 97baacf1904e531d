"""Weapons are nobody, and are of somebody."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hezbollah said it fired dozens of Katyusha rockets at the Kiryat Shmona settlement.", "Katyusha"),
        ("Russia's defence ministry said 14 ATACMS missiles and 30 drones were brought down.", "ATACMS"),
        ("Ukrainian drones attacked an oil refinery in Ryazan, officials said.", "Ukrainian drones"),
    ],
)
def test_weapons_and_their_makes_are_no_actors(text: str, name: str) -> None:
    report = read_document(freeze(Draft(text=text, published="2025-08-01")))
    assert name not in {actor.name for actor in report.grounding.actors}


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("Ukrainian drones attacked an oil refinery in Ryazan, officials said.", "Ukraine"),
        ("The Sudanese army's drones bombed a convoy near Nyala on Monday, a military source told Norrpress.", "Sudanese Armed Forces"),
        ("Hamas rockets hit a bus station in Ashkelon, police said.", "Hamas"),
        ("Mortars of the Islamic State hit a bus station in Raqqa, police said.", "Islamic State"),
        ("The regime denied it. Regime air strikes killed ten nurses in Raqqa, the observatory said.", "The regime"),
        ("The government sent police to Tern. A clinic was shelled by government artillery, doctors said.", "The government"),
    ],
)
def test_what_weapons_do_is_done_by_whose_they_are(text: str, doer: str) -> None:
    report = read_document(freeze(Draft(text=text, published="2025-08-01")))
    names = {actor.id: actor.name for actor in report.grounding.actors}
    assert [doer] == [[names[one] for one in p.actor] for s in report.statements for p in s.propositions][-1]
