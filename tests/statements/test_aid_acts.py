"""How far aid has come, by what stands over the act of giving and by what the act is done to."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.statement import Report

pytestmark = pytest.mark.model


def read(text: str) -> Report:
    return read_document(freeze(Draft(text=text, outlet="Harbour Courier", published="2023-11-16", language="en")))


def told(text: str) -> list[tuple[str, str | None]]:
    return [(stage.stage, stage.date) for package in read(text).aid for stage in package.history]


def parties(text: str) -> list[tuple[str | None, str | None]]:
    """Who gives and who gets, package by package."""
    report = read(text)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    return [(names.get(package.donor or ""), names.get(package.recipient or "")) for package in report.aid]


def kinds(text: str) -> list[str | None]:
    return [package.kind for package in read(text).aid]


@pytest.mark.parametrize(
    ("stage", "text"),
    [
        ("cancelled", "Norway has stopped paying for 5,000 radio sets for Moldova, Oslo's defence ministry said on Tuesday."),
        ("cancelled", "Bulgaria refused on Tuesday to hand Ukraine 100 lorries."),
        ("delivered", "Croatia finished handing over its 14 helicopters to Ukraine on Tuesday."),
        ("delivered", "Spain has begun shipping six launchers to Ukraine, its defence minister said on Tuesday."),
        ("pledged", "Spain will begin shipping six launchers to Ukraine soon, its defence minister said on Tuesday."),
    ],
)
def test_what_is_begun_or_over_is_given_and_what_is_stopped_is_cancelled(stage: str, text: str) -> None:
    assert [(stage, "2023-11-14")] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Bundestag's budget committee gave the go-ahead on Tuesday for another 400 million euros for Ukraine's air defence.",
        "The senate in Prague cleared the way on Tuesday for the transfer of two Mi-24 gunships to Ukraine.",
        "Kuwait's emir gave orders on Tuesday for 30 tonnes of tents to be flown to Libya.",
        "Finland's president put his signature on Tuesday to a law that gives Moldova 40 million euros in aid.",
    ],
    ids=["go-ahead", "way", "orders", "law"],
)
def test_a_verb_that_means_little_resolves_by_its_noun(text: str) -> None:
    assert [("committed", "2023-11-14")] == told(text)


def test_a_contract_is_told_by_whoever_seals_it() -> None:
    assert ["contracted"] == [
        stage for stage, _ in told("Japan and Kenya sealed an agreement on Tuesday on a loan of 30 billion yen for Kenya's railways.")
    ]


def test_who_resolves_on_one_clause_resolves_on_no_other() -> None:
    text = "Romania decided in June to donate a radar to Ukraine; it was shipped in October, the president's office disclosed on Tuesday."
    assert [("committed", "2023-06"), ("delivered", "2023-10")] == told(text)


def test_who_discloses_a_gift_announces_none() -> None:
    text = "Poland delivered fourteen jets to Ukraine in October, an official in Warsaw disclosed on Tuesday."
    assert [("delivered", "2023-10")] == told(text)


def test_what_must_come_first_has_not_come() -> None:
    text = "Norway will send Ukraine 40 lorries until its own army is given new ones, the ministry in Oslo said on Tuesday."
    assert [("pledged", "2023-11-14")] == told(text)


def test_a_loan_that_is_drawn_on_was_agreed() -> None:
    text = "The IMF paid Egypt 820 million dollars on Tuesday, the third slice of an 8 billion dollar loan agreed in March 2022."
    assert {("committed", "2022-03"), ("delivered", "2023-11-14")} == set(told(text))


@pytest.mark.parametrize(
    ("item", "text"),
    [
        ("S-300s", "Greece will not be sending its S-300s to Ukraine, an official said."),
        ("F-16s", "Norway handed over six F-16s to Ukraine on Tuesday."),
        ("Humvees", "The United States sent Estonia seventy Humvees on Tuesday."),
    ],
)
def test_a_make_stands_for_the_things(item: str, text: str) -> None:
    assert [item] == [item.name.split()[-1] for package in read(text).aid for item in package.items]


def test_what_makes_are_of_is_military() -> None:
    assert ["military"] == kinds("Romania donated a Patriot system to Ukraine on Tuesday.")


def test_an_army_that_gets_money_is_helped_with_arms() -> None:
    assert ["military"] == kinds("Qatar gave 60 million dollars on Tuesday to Lebanon's army.")


@pytest.mark.parametrize(
    ("stages", "text"),
    [
        (["announced"], "Britain is passing two tanks on to Ukraine, the ministry in London said on Tuesday."),
        (["delivered"], "Japan signed over six ambulances to Ukraine on Tuesday."),
        ([], "Britain has deployed two tanks to Estonia, the ministry in London said on Tuesday."),
        ([], "Sweden sold six tanks to Hungary on Tuesday."),
    ],
    ids=["passed on", "signed over", "deployed", "sold"],
)
def test_things_that_somebody_else_has_in_the_end_are_given_whatever_verb_tells_it(stages: list[str], text: str) -> None:
    assert stages == [stage for stage, _ in told(text)]


def test_each_of_those_who_give_as_much_gives() -> None:
    text = "Ten million euros each has been pledged by Ireland and Malta for food in Libya, the Irish foreign ministry said on Tuesday."
    assert [("Ireland", "Libya"), ("Malta", "Libya")] == parties(text)


def test_what_a_headline_is_about_gives_nothing() -> None:
    assert ["Norway"] == [gives for gives, _ in parties("Sudan: Norway to fund hospitals with $12m")]


def test_who_tells_of_what_reached_another_gave_it() -> None:
    text = "India's foreign ministry said on Tuesday a naval ship had docked at Beira in Mozambique with 405 tonnes of rice."
    assert [("India", "Mozambique")] == parties(text)


def test_a_company_that_is_to_build_gets_no_aid() -> None:
    text = "The Pentagon awarded Raytheon a 1.2 billion dollar contract on Tuesday for six radars for Ukraine."
    assert [("United States", "Ukraine")] == parties(text)


def test_a_leader_gives_for_his_state() -> None:
    assert ["Turkey"] == [gives for gives, _ in parties("20,000 tonnes of grain were promised to Somalia by President Erdogan on Tuesday.")]


def test_whoever_pays_a_tranche_lends_the_whole() -> None:
    text = "Kenya got 337 million dollars from the IMF on Tuesday, the second tranche of a 3 billion dollar loan agreed in October 2022."
    (package,) = read(text).aid
    assert package.amount is not None
    assert 3_000_000_000 == package.amount.low
    assert {("delivered", 337_000_000), ("committed", None)} == {
        (stage.stage, stage.amount.low if stage.amount else None) for stage in package.history
    }


def test_a_package_that_a_share_is_of_has_no_sum_of_its_own() -> None:
    text = "The first 150 million euros of a package for Moldova that Germany announced in March was paid on Tuesday."
    assert {("delivered", 150_000_000)} == {
        (stage.stage, stage.amount.low) for package in read(text).aid for stage in package.history if stage.amount
    }


def test_whose_a_sum_is_gives_it() -> None:
    assert ["Sweden"] == [gives for gives, _ in parties("Sweden's 210 million euros for shells for Ukraine was pledged on Tuesday.")]
