"""Somebody who was just named is described anew, is one of several, or gives what his state gives."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document

pytestmark = pytest.mark.model


def speakers(text: str) -> list[tuple[str, str]]:
    """Source and name of the speaker of each statement."""
    report = read_document(freeze(Draft(text=text, published="2024-01-12")))
    names = {actor.id: actor.name for actor in report.grounding.actors}
    told = [(s.source[0].of(report.document.text), s.speaker) for s in report.statements if s.source]
    return [(source, names.get(speaker.actor or "", "") if speaker else "") for source, speaker in told]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ("the retired bookkeeper", "Olena Vale"),
            "Olena Vale, 54, lives on the third floor of a block. “Three bombs fell,” the retired bookkeeper said.",
        ),
        (("the surgeon", "Yusuf Hamdan"), "“We have 41 wounded,” said Dr Yusuf Hamdan. According to the surgeon, most were children."),
        (("the cleric", "Ivo Karr"), "Bishop Ivo Karr crossed the river on foot. “They let us pass,” the cleric said."),
        (("The diplomat", "Lena Moor"), "Ambassador Lena Moor met the rebels. The diplomat said nothing had been agreed."),
        (("The driver", "The driver"), "The bus was hit at noon, Mayor Tom Reth said. The driver said he saw nothing."),
        (
            ("The president", "the president"),
            "Anna Orlen reported to the president that the town had fallen. The president instructed her to prepare a letter.",
        ),
        (
            ("They", "Relief researchers"),
            "Relief researchers spoke with dozens of people. They concluded that the army had driven them out.",
        ),
    ],
)
def test_a_new_description_takes_up_whom_it_fits(expected: tuple[str, str], text: str) -> None:
    assert expected in speakers(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("One", "Kastrian official"), "Two Kastrian officials dismissed the offer. One said it was a trap."),
        (("One, a carpenter,", "carpenter"), "Two survivors told of the wreck. One, a carpenter, said that the boat had been rammed."),
    ],
)
def test_one_of_several_is_called_as_they_are(expected: tuple[str, str], text: str) -> None:
    assert expected in speakers(text)


def owner(text: str) -> str | None:
    """The state of the one who speaks first."""
    report = read_document(freeze(Draft(text=text, published="2024-01-12")))
    actors = {actor.id: actor for actor in report.grounding.actors}
    speaker = next(s.speaker for s in report.statements if s.speaker is not None and s.source)
    return actors[speaker.actor or ""].country


@pytest.mark.parametrize(
    ("country", "text"),
    [
        ("CAN", "Canada will send 50 armoured vehicles to Ukraine, Defence Minister Bill Vale announced on Friday."),
        ("NOR", "“Norway will give six jets to Ukraine,” Prime Minister Jonas Vale said on a visit to Kyiv."),
        ("DNK", "Eight howitzers will be sent to Ukraine by Denmark, Foreign Minister Lars Vale told reporters."),
        (None, "Iran has given Russia drones, Foreign Minister Dmytro Vale said in Kyiv."),
    ],
)
def test_an_official_who_announces_a_gift_is_of_the_state_that_gives(country: str | None, text: str) -> None:
    assert owner(text) == country
