"""Aid that is told in lists, in shares of things, and in sentences of which no word tells how far it has come."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.statements.aid.worth import WEIGHTS
from saidwho.types.statement import Report

pytestmark = pytest.mark.model


def read(text: str) -> Report:
    return read_document(freeze(Draft(text=text, published="2021-03-11")))


def told(text: str) -> list[tuple[str | None, str, str | None]]:
    """Who gives by each package, with the stages and days of its history."""
    report = read(text)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    return [(names.get(package.donor or ""), stage.stage, stage.date) for package in report.aid for stage in package.history]


def things(text: str) -> list[list[str]]:
    return [[item.name for item in package.items] for package in read(text).aid]


def test_a_line_of_a_list_is_of_whoever_stands_before_its_colon() -> None:
    """Things that it says are at a place have come there."""
    text = (
        "Guns for Ukraine: the ledger\nEstonia: all nine howitzers are now in Ukraine (8 March).\n"
        "Greece: 20 infantry vehicles offered to Ukraine on 1 March."
    )
    assert [("Estonia", "delivered", "2021-03-08"), ("Greece", "pledged", "2021-03-01")] == told(text)


def test_a_line_of_whoever_is_given_to_is_no_gift_of_his() -> None:
    text = "Latvia sent Ukraine 40 lorries on Monday.\nUkraine: 300 tents from Latvia arrived on Tuesday."
    assert {"Latvia"} == {gives for gives, *_ in told(text)}


def test_things_are_given_of_which_a_number_is() -> None:
    assert [["howitzers"]] == things("Norway agreed on Tuesday to part with eight of the army's howitzers for Ukraine.")


def test_money_and_things_of_one_subject_are_two_gifts() -> None:
    text = "Sweden will send Ukraine a field workshop and is putting 41 million euros into its bridges, the government said on Tuesday."
    report = read(text)
    assert [None, 41_000_000] == [package.amount.low if package.amount else None for package in report.aid]


def test_what_is_told_by_the_promise_itself_is_told_of_for_the_first_time() -> None:
    """ "The promised boats" were told of before."""
    assert [("Hungary", "pledged", "2021-03-09")] == told(
        "The 20 boats that Hungary had promised on Tuesday are needed at home, its minister said."
    )
    assert [] == told("Hungary will deliver the promised boats when they are ready.")


def test_what_the_reader_takes_for_giving_is_announced_where_no_word_tells_a_stage() -> None:
    text = "The World Bank approved a loan of 85 million dollars for Zambia on Monday. It comes with a gift of 5 million from Austria."
    assert 5_000_000 in [package.amount.low for package in read(text).aid if package.amount]


def test_every_weight_is_of_a_trait() -> None:
    assert "bias" in WEIGHTS
    assert all(-10 < weight < 10 for weight in WEIGHTS.values())


@pytest.mark.parametrize(
    "text",
    [
        "Karlia has brought two batteries of Tarn missiles to the Gulf of Pern, its foreign minister said.",
        "The ministry said the army had stationed twelve tanks on the border with Merova.",
        "The law provides for fines of up to 20,000 euros for picking mushrooms in Karlia's forests, the ministry said.",
    ],
)
def test_weapons_that_somebody_places_and_fines_are_no_aid(text: str) -> None:
    assert () == read_document(freeze(Draft(text=text, outlet="Harbour Courier", published="2021-03-11"))).aid


def test_what_goes_to_a_coast_for_people_is_aid() -> None:
    text = "Norway sent two ships with 400 tonnes of flour to the coast of Gaza, the Norwegian ministry said."
    assert read_document(freeze(Draft(text=text, outlet="Harbour Courier", published="2021-03-11"))).aid
