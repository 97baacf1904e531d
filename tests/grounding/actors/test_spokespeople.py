"""For whom those speak who speak for somebody."""

from collections.abc import Callable

import pytest

from saidwho.types.grounding import Actor
from saidwho.types.statement import Report

Read = Callable[[str], Report]

pytestmark = pytest.mark.model


def speaker(report: Report) -> Actor:
    """Who makes the last statement of a report."""
    found = [statement.speaker.actor for statement in report.statements if statement.speaker and statement.speaker.actor]
    return next(actor for actor in report.grounding.actors if actor.id == found[-1])


def whose(report: Report) -> str | None:
    """The name of whom the last speaker of a report speaks for."""
    of = speaker(report).of
    return next((actor.name for actor in report.grounding.actors if actor.id == of), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Kenyan army killed 12 rebels near Garissa, a spokesman said on Monday.", "Kenya Defence Forces"),
        ("The World Food Programme has suspended flights to Juba, said a spokesperson.", "World Food Programme"),
        ("Somali police arrested nine men, a spokesman told reporters.", "Police of Somalia"),
    ],
)
def test_a_bare_spokesman_speaks_for_the_body_that_he_tells_of(read: Read, text: str, name: str) -> None:
    assert name == whose(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram freed the girls on Saturday, a spokesman said.",
        "Rebels hit the airport in Goma, a spokesman for the governor said.\n\nUNICEF has closed its office there.",
    ],
)
def test_a_spokesman_is_of_no_fighters_that_he_tells_of_and_of_nobody_in_another_sentence(read: Read, text: str) -> None:
    assert whose(read(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "The girls are safe, said Garba Tanko, spokesman for Nigerian President Ade Bako.",
        "Nigerian President Ade Bako left on Monday. A spokesperson for Bako, Lami Danjuma, said the talks would go on.",
    ],
)
def test_who_speaks_for_a_president_speaks_for_his_government(read: Read, text: str) -> None:
    """And the president's office is his own, not his spokesman's."""
    report = read(text)
    assert "Government of Nigeria" == whose(report)
    assert "Nigerian President" == next(actor.role for actor in report.grounding.actors if actor.name == "Ade Bako")


def test_a_vice_president_has_an_office_and_a_name(read: Read) -> None:
    report = read("Nigerian Vice President Ade Bako met the freed girls in Abuja.\nThe girls were well, Bako told reporters there.")
    assert ("Ade Bako", "Nigerian Vice President") == (speaker(report).name, speaker(report).role)
    assert "Government of Nigeria" == whose(report)


def test_its_spokesman_is_of_whom_its_team_is(read: Read) -> None:
    """ "Its" stands twice for the same body, and not for the team."""
    text = (
        "The World Health Organization said on Monday that its team had reached the camp.\n"
        "“We counted 13 dead,” its spokesperson, Ada Vale, told a briefing."
    )
    assert "World Health Organization" == whose(read(text))


def test_its_embassy_is_not_of_the_state_where_it_stands(read: Read) -> None:
    """It is of the state that the sentence is about."""
    assert "Japan" == whose(read("Japan will provide 10 million dollars for refugees in Cox's Bazar, its embassy in Dhaka said on Friday."))


def test_the_north_and_the_south_are_the_koreas_where_these_are_told_of(read: Read) -> None:
    """And one state is not counted as two."""
    text = "North Korea fired a missile on Monday, South Korea's army said. The North's leader, Kim Jong Un, said he was ready for war."
    assert "North Korea" == whose(read(text))


def test_a_surname_is_never_that_of_a_reporter_who_is_only_credited(read: Read) -> None:
    """Though nobody else in the text bears it."""
    report = read("The button was on his desk, Kim said.\n(Additional reporting by Soyoung Kim; editing by Ada Vale)")
    assert "Soyoung Kim" != speaker(report).name
