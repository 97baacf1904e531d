"""What a report tells of how far a package came before, and when: it is that package's history, and no package of its own."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.statement import Report

pytestmark = pytest.mark.model


def read(text: str, *, outlet: str = "Harbour Courier") -> Report:
    """Published on a Thursday."""
    return read_document(freeze(Draft(text=text, outlet=outlet, published="2023-11-16", language="en")))


def told(text: str) -> list[list[tuple[str, str | None]]]:
    """The stages of each package."""
    return [[(stage.stage, stage.date) for stage in package.history] for package in read(text).aid]


def things(text: str) -> list[str]:
    return [item.name for package in read(text).aid for item in package.items]


def parties(text: str, *, outlet: str = "Harbour Courier") -> list[tuple[str | None, str | None]]:
    """Who gives and who gets, package by package."""
    report = read(text, outlet=outlet)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    return [(names.get(package.donor or ""), names.get(package.recipient or "")) for package in report.aid]


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        (
            "Spain signed an agreement on Wednesday for a 12 million euro grant to Moldova, making good on a pledge its king made in June.",
            [("contracted", "2023-11-15"), ("pledged", "2023-06")],
        ),
        (
            "Finland on Tuesday resumed the delivery of armoured vehicles to Kastria, which it had halted in August.",
            [("delivered", "2023-11-14"), ("cancelled", "2023-08")],
        ),
        (
            "The delivery of 20 Norwegian radars to Kastria, agreed in October, has been put off until May, the army said on Wednesday.",
            [("committed", "2023-10"), ("pledged", "2023-11-15")],
        ),
        (
            "Norway and Denmark will together supply Belvia with six minehunters, their ministers announced in Bergen on Wednesday.",
            [("pledged", "2023-11-15")],
        ),
        (
            "The lower house of Norvale's parliament voted down a government plan to give Kastria 12 fighter jets on Wednesday night.",
            [("cancelled", "2023-11-15")],
        ),
        ("Deliveries of Czech shells to Ukraine have begun, the Czech prime minister said on Sunday.", [("delivered", "2023-11-12")]),
        (
            "Italy promised Libya four coastguard vessels in 2018. Two were handed over in 2019.",
            [("pledged", "2018"), ("delivered", "2019")],
        ),
        (
            "Today Norvale transferred 18 million marks to Dahmar. With this payment it keeps the promise the Minister gave on 22 May.",
            [("delivered", "2023-11-16"), ("pledged", "2023-05-22")],
        ),
    ],
)
def test_an_earlier_step_is_of_the_same_package(text: str, stages: list[tuple[str, str | None]]) -> None:
    assert [stages] == told(text)


@pytest.mark.parametrize(
    ("text", "stages"),
    [
        # A time right behind a verb is of that verb.
        (
            "Ireland has raised its offer to Dahmar to 14 million euros from the 9 million promised last week, it said on Thursday.",
            [[("announced", "2023-11-16"), ("pledged", "2023-11-06/2023-11-12")]],
        ),
        # What will be done on a day was not promised on it, nor is what is due.
        ("Norway would fly in 40 tonnes of flour to Dahmar, its foreign ministry said, half of it on Sunday.", [[("pledged", None)]]),
        # What was told before comes from before the day told of last.
        (
            "Norway sent 40 tonnes of food to Dahmar on Monday. Oslo earlier announced assistance to Dahmar worth 5 million dollars.",
            [[("delivered", "2023-11-13")], [("announced", None)]],
        ),
    ],
)
def test_a_day_is_that_of_its_own_verb(text: str, stages: list[list[tuple[str, str | None]]]) -> None:
    assert stages == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The government of Kastria set aside 80 million crowns for farmers hit by drought, its agriculture minister said on Tuesday.",
        "Kastria, which spends much on coal, will raise payments to miners by 60 million crowns, its finance minister said on Friday.",
        "In 2020 the bank lent 4.1 billion dollars to 38 countries, its annual report shows.",
    ],
)
def test_what_is_paid_at_home_or_to_many_is_no_package(text: str) -> None:
    assert [] == told(text)


def test_an_office_is_of_the_state_whose_offices_are_told_of() -> None:
    """Not of who gets, though that is named first."""
    assert [("Norvale", "Ostrel")] * 2 == parties(
        "Parliament releases first half of Ostrel loan\nParliament in Norvale voted on Monday to release 90 million euros, half of a "
        "loan for Ostrel. Separately, the defence ministry allocated 60 lorries and 200 radio sets, it said on Tuesday."
    )


def test_nobody_gives_for_being_named_first() -> None:
    """A town is no state, so that "the government" is not its."""
    donors = [
        donor
        for donor, _ in parties("Send us generators, says Kingsport\nThe government announced last week a gift of 35 ambulances to Dahmar.")
    ]
    assert [None] == donors


def test_a_town_is_in_no_state_where_no_state_of_the_world_is_named() -> None:
    """Lasko may be any town of an invented land, and is not in Slovenia."""
    assert [("Aurelian", None)] == parties("An Aurelian convoy carrying 40 stoves reached Lasko on Wednesday.")


@pytest.mark.parametrize("outlet", ["Government of Norrund", "Ministry of Defence, Norrund", "Embassy of Norrund"])
def test_the_government_of_who_prints_a_report_is_its_own(outlet: str) -> None:
    text = "The Government has today decided on a ninth package of support to Arzenia, of 340 million marks, with shells and ambulances."
    assert [("Norrund", "Arzenia")] == parties(text, outlet=outlet)
    assert [(None, "Arzenia")] == parties(text)


def test_friends_of_a_state_are_not_that_state() -> None:
    assert [None] == [donor for donor, _ in parties("The allies of Belmora have promised it four more air-defence batteries.")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Castellane on Wednesday promised Dravia 40 armoured ambulances.", ["armoured ambulances"]),
        ("France promised Mirage 2000 jets to Ukraine on Wednesday.", ["Mirage 2000 jets"]),
    ],
)
def test_who_gets_things_is_not_in_their_name(text: str, names: list[str]) -> None:
    assert names == things(text)


def test_what_is_being_made_available_is_announced() -> None:
    assert [[("announced", None)]] == told("Aurelia is making available 5 million florins to Ostmark for generators.")


def test_several_sums_are_of_those_who_give_in_their_order() -> None:
    givers = parties(
        "Canada and Sweden on Tuesday pledged 35 million dollars and 210 million kronor respectively for clearing mines in Kuvia."
    )
    assert ["Canada", "Sweden"] == [donor for donor, _ in givers]
