"""Whose are those whom a state's press quotes, who study a state, who reign, and who only report?"""

from collections.abc import Callable

import pytest

from saidwho.types.statement import Report
from tests.grounding.actors.sources import speakers

Read = Callable[[str], Report]

pytestmark = pytest.mark.model


def owner(report: Report, name: str) -> str | None:
    """Whose somebody is, by the name."""
    actors = {actor.id: actor for actor in report.grounding.actors}
    one = next(actor for actor in actors.values() if actor.name == name)
    return actors[one.of].name if one.of else None


@pytest.mark.parametrize(
    ("name", "source", "text"),
    [
        (
            "Ministry of Foreign Affairs of Iran",
            "the foreign ministry",
            "Israel hit Tehran. The Israeli army confirmed it. IRNA quoted the foreign ministry as saying Iran would answer.",
        ),
        (
            "Ministry of Defence of Russia",
            "the defence ministry",
            "Ukraine attacked Belgorod overnight. TASS, citing the defence ministry, said 12 drones had been shot down.",
        ),
        (
            "Israel Defense Forces",
            "the army",
            "Israel hit a convoy in Syria. An Israeli minister spoke of it. Reuters quoted the army as saying it was a mistake.",
        ),
    ],
)
def test_an_organ_that_a_states_own_press_quotes_is_that_states(read: Read, name: str, source: str, text: str) -> None:
    """Whichever state acted last; an agency that is no state's tells nothing."""
    assert name == speakers(read(text))[source]


def test_a_ministry_is_told_by_what_it_is_for_behind_it(read: Read) -> None:
    text = "Algeria's ministry of foreign affairs said two of its nationals died in the attack."
    assert ["Ministry of Foreign Affairs of Algeria"] == list(speakers(read(text)).values())


@pytest.mark.parametrize(
    ("expected", "name", "text"),
    [
        ("Harbour University", "Ada Vale", "Ada Vale, a North Korea expert at Harbour University, said the test had failed."),
        (None, "Ada Vale", "Ada Vale, a North Korea expert, said the test had failed."),
        ("Human Rights Watch", "Ada Vale", "Ada Vale, a Human Rights Watch researcher, said the test had failed."),
    ],
)
def test_who_studies_a_state_is_not_of_it(read: Read, expected: str | None, name: str, text: str) -> None:
    """But of the body that he works for."""
    assert expected == owner(read(text), name)


def test_who_reigns_is_of_the_state_behind_the_name(read: Read) -> None:
    report = read("King Abdullah of Saudi Arabia said the attack in Yemen was an act of war.")
    assert "Government of Saudi Arabia" == owner(report, "King Abdullah")


def test_a_short_name_is_not_that_of_who_only_reports(read: Read) -> None:
    report = read(
        "By Sora Kim and Ada Vale\nSEOUL - North Korean leader Kim Jong Un said on Monday the force was complete. Kim said it was ready.\n"
        "(Reporting by Christine Kim and Sora Kim; Editing by Ada Vale)"
    )
    assert "Kim Jong Un" == speakers(report)["Kim"]


def test_states_and_others_speak_together(read: Read) -> None:
    report = read("Seoul, Washington and other neighbouring states condemned the launch and said it broke sanctions.")
    assert {"Seoul, Washington and other neighbouring states"} == set(speakers(report).values())
