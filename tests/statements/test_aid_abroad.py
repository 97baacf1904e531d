"""Aid as reports of real wars tell it: who gives and gets where a text names places, people and offices instead of states."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.statement import AidPackage, Report

pytestmark = pytest.mark.model


def read(text: str) -> Report:
    return read_document(freeze(Draft(text=text, outlet="Harbour Courier", published="2023-11-16", language="en")))


def parties(text: str) -> list[tuple[str | None, str | None]]:
    """Who gives and who gets, package by package."""
    report = read(text)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    return [(names.get(package.donor or ""), names.get(package.recipient or "")) for package in report.aid]


def only(text: str) -> AidPackage:
    (package,) = read(text).aid
    return package


def stages(text: str) -> list[tuple[str, str | None]]:
    return [(stage.stage, stage.date) for package in read(text).aid for stage in package.history]


def things(text: str) -> list[tuple[str, int | None]]:
    return [(item.name, item.count) for package in read(text).aid for item in package.items]


@pytest.mark.parametrize(
    ("text", "recipient"),
    [
        ("A Polish convoy carrying 40 stoves reached Kharkiv on Wednesday.", "Ukraine"),
        ("Norway sent 20 tonnes of sorghum to Darfur on Tuesday.", "Sudan"),
        ("Three trucks of the World Food Programme crossed from Chad into Darfur with 90 tonnes of sorghum.", "Sudan"),
        ("Turkey shipped five ambulances to Gaza through Egypt's Rafah crossing.", "Gaza"),
        ("Latvia sent 30 tents to Kiev on Tuesday. The Donetsk People's Republic said it had seized one.", "Ukraine"),
        ("India flew 30 tonnes of relief supplies to Egypt for the people of Gaza.", "Gaza"),
        ("GENEVA - Norway promised 60 million euros on Tuesday for Yemen, where the war has left 9 million people in need.", "Yemen"),
    ],
)
def test_who_gets_is_known_by_a_place(text: str, recipient: str) -> None:
    """Its state, though the text does not name it; nobody on the way there, and no dateline."""
    assert [recipient] == [gets for _, gets in parties(text)]


@pytest.mark.parametrize(
    ("text", "donor"),
    [
        ("A Jordanian air force C-130 dropped 20 tonnes of food over Gaza on Friday.", "Jordan"),
        ("Two Norwegian radar systems, financed by Canada, arrived in Ukraine on Friday.", "Canada"),
        ("Sweden has set aside 20 million euros for Moldova, and Oslo 42 million euros.", "Norway"),
        ("Germany gave Moldova 5 million euros in May. Canada followed. The foreign minister said 6 million would be released.", "Canada"),
    ],
)
def test_who_gives_is_known_by_what_it_is_of(text: str, donor: str) -> None:
    """By whose a plane is, who pays, a capital, and whom the sentence before was about."""
    assert donor == parties(text)[-1][0]


def test_whoever_receives_gives_nothing() -> None:
    """Though the fund is called by whom it is for."""
    assert [(None, "Ukraine")] == parties("Kyiv has received 13.5 billion euros under the bloc's Ukraine Facility.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sweden will pay Moldova 20 million kronor after receiving assurances.", [("pledged", None)]),
        ("Spain's cabinet authorised the dispatch of 12 tanks on Tuesday.", [("committed", "2023-11-14")]),
        ("Chile will be ready to ship 900 tonnes of grain to Haiti.", [("pledged", None)]),
        ("Iran has been flying rifles to Bosnia since May.", [("delivered", "2023-05/..")]),
        ("The Senate voted on Tuesday to pass a bill that gives Moldova 26 million dollars in aid.", [("committed", "2023-11-14")]),
        ("Dutch lawmakers were told that eighteen jets were being prepared for delivery to Moldova.", []),
        ("Of the 24 jets that Norway had promised Moldova, 18 have arrived, its minister said on Monday.", [("pledged", None)]),
    ],
)
def test_how_far_it_has_come(text: str, told: list[tuple[str, str | None]]) -> None:
    assert told == [stage for stage in stages(text) if stage[0] != "delivered" or "2023-05" in (stage[1] or "")]


def test_equal_sums_of_two_who_give_are_two() -> None:
    text = "Norway has contributed 50 million dollars to Moldova, Kuwait 50 million dollars and Malaysia 10 million dollars."
    assert ["Norway", "Kuwait", "Malaysia"] == [donor for donor, _ in parties(text)]


def test_a_sum_that_is_raised_is_that_of_its_package() -> None:
    text = "South Korea pledged 1 million dollars to Nepal on Monday. Seoul later raised the amount to 10 million dollars."
    package = only(text)
    assert package.amount is not None
    assert 10_000_000 == package.amount.low
    assert [1_000_000, 10_000_000] == [stage.amount.low for stage in package.history if stage.amount]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Norway will send 14 Leopard 2 tanks to Moldova.", [("Leopard 2 tanks", 14)]),
        ("Norway is to supply Moldova with a third air defence battery.", [("air defence battery", None)]),
        ("Norway gave Moldova 10 used buses.", [("used buses", 10)]),
        (
            "Norway announced a package for Moldova, including mortars and armoured vehicles, as the army tries to hold a bridge.",
            [("mortars", None), ("armoured vehicles", None)],
        ),
        ("Norway agreed to send Moldova 1 million artillery rounds.", [("artillery rounds", 1_000_000)]),
    ],
)
def test_things_and_how_many(text: str, items: list[tuple[str, int | None]]) -> None:
    """A number that belongs to a name counts nothing, and a list ends where a clause begins."""
    assert items == things(text)


def test_what_something_else_costs_is_not_given() -> None:
    text = "Since May 17 Norway has sent 6,900 tonnes of food to Gaza over the pier, which cost 230 million dollars."
    assert all(package.amount is None for package in read(text).aid)


def test_a_total_beside_a_gift_leaves_the_gift() -> None:
    package = only("Norway pledged 100 million dollars for Moldova on Monday, bringing its total to 1 billion.")
    assert package.amount is not None
    assert 100_000_000 == package.amount.low


def test_a_part_has_a_verb_of_its_own() -> None:
    """What was signed is the part, what was promised the whole."""
    package = only(
        "Norway signed agreements with relief agencies for 70 million dollars of the 100 million dollars it promised Moldova in April."
    )
    told = {stage.stage: stage.amount.low for stage in package.history if stage.amount}
    assert {"contracted": 70_000_000, "pledged": 100_000_000} == told


def test_the_dead_who_are_handed_over_are_no_aid() -> None:
    assert [] == parties("Hamas says it has handed over two bodies, Al Jazeera reported on Monday.")


def test_half_a_name_of_a_town_gets_nothing() -> None:
    """ "Fasher" is no state."""
    text = "Accounts of executions came from El Fasher. The United Kingdom will give £5 million for survivors, the foreign secretary said."
    assert [("United Kingdom", None)] == parties(text)
