"""Aid of which a later clause or sentence tells more: its whole, its parts, its giver, what it is not."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.statement import Report

pytestmark = pytest.mark.model


def read(text: str) -> Report:
    return read_document(freeze(Draft(text=text, outlet="Harbour Courier", published="2023-11-16", language="en")))


def told(text: str) -> list[tuple[str, str | None]]:
    return [(stage.stage, stage.date) for package in read(text).aid for stage in package.history]


def sums(text: str) -> list[tuple[float | None, str | None]]:
    """The sum and currency of each package."""
    return [(p.amount.low if p.amount else None, p.amount.currency if p.amount else None) for p in read(text).aid]


def parties(text: str) -> list[tuple[str | None, str | None]]:
    """Who gives and who gets, package by package."""
    report = read(text)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    return [(names.get(package.donor or ""), names.get(package.recipient or "")) for package in report.aid]


def things(text: str) -> list[str]:
    return [item.name for package in read(text).aid for item in package.items]


@pytest.mark.parametrize(
    "text",
    [
        "Finland's parliament approved on Tuesday 90 million euros for Moldova. The package contains 40 million for radars.",
        "Finland's parliament approved on Tuesday 90 million euros for Moldova. It includes 40 million euros for air defence.",
        "Finland's parliament approved 90 million euros for Moldova. The money comes from its fund, which holds 400 million euros.",
        "The first instalment of a Finnish loan to Moldova, 20 million euros, was paid out. The whole loan is worth 90 million euros.",
    ],
)
def test_what_a_package_is_made_up_of_is_no_other(text: str) -> None:
    """Its parts and the fund that it comes from are no packages; the whole of a share is its sum."""
    assert [(90_000_000, "EUR")] == sums(text)


def test_the_share_of_a_sum_is_in_its_money() -> None:
    """Norway's kroner, of the share and of the whole."""
    assert [(1_500_000_000, "NOK")] == sums(
        "Norway has transferred to Moldova the first 600 million kroner of the 1.5 billion it promised."
    )


@pytest.mark.parametrize(
    ("stages", "text"),
    [
        (
            [("delivered", "2023-11-14"), ("pledged", None)],
            "Norway has transferred the first 600 million kroner of the 1.5 billion it promised Moldova, its embassy said on Tuesday.",
        ),
        ([("cancelled", "2023-11-14")], "Germany has suspended its aid to Niger following the coup of July 26, Berlin said on Tuesday."),
        ([("cancelled", "2022")], "The European Union halted 90 million euros of budget support for Ethiopia a year ago."),
    ],
)
def test_a_stage_has_no_time_of_something_else(stages: list[tuple[str, str | None]], text: str) -> None:
    """That of what was said before, of a coup, of what the money is for."""
    assert stages == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Algeria, which has offered to mediate, sent a plane with 30 tonnes of medicine to Niamey.",
        "Algeria sent a plane with 30 tonnes of medicine to Niamey. A decision on more could come in January, an official said.",
        "Thirty tonnes of medicine bought in Algeria reached Niger's hospitals.",
    ],
)
def test_what_is_no_step_of_a_package_tells_no_stage(text: str) -> None:
    """A promise to mediate, a decision that may come, where things were bought."""
    assert ["delivered"] == [stage for stage, _ in told(text)]


def test_two_joined_clauses_tell_two_steps() -> None:
    """ "It was approved on one day and the memorandum was signed on another"."""
    text = "The EU will lend Moldova 145 million euros. It was approved on 9 May and the memorandum was signed on 12 May."
    assert [("committed", "2023-05-09"), ("contracted", "2023-05-12")] == told(text)[1:]


def test_things_that_were_sold_are_no_aid() -> None:
    """The next sentence says so; what else was sold does not matter."""
    assert [] == told("Finland handed Moldova 14 boats on Tuesday. The boats were sold at market price, the ministry said.")
    assert ["delivered"] == [s for s, _ in told("Finland handed Moldova 14 boats. Two other boats were sold to a yard in Turku.")]


def test_whoever_hands_out_anothers_gift_does_not_give() -> None:
    """The next sentence names whose gift it is, and tells no second delivery."""
    text = "The Red Cross handed out 4,000 blankets in Tripoli on Monday. They were a donation from Kuwait."
    assert ["Kuwait"] == [donor for donor, _ in parties(text)]
    assert [("delivered", "2023-11-13")] == told(text)


def test_whom_people_fled_from_does_not_give() -> None:
    """ "For refugees from Sudan"."""
    assert [("Norway", "Chad")] == parties("Norway's deputies voted 300 million kroner for refugees from Sudan in Chad.")


def test_whom_something_belonged_to_gets_nothing() -> None:
    """ "One of the planes belonged to France"."""
    text = "Four Jordanian planes dropped food along the coast of Gaza on Monday. One of the planes belonged to France."
    assert "France" not in {recipient for _, recipient in parties(text)}


def test_own_ships_are_no_part_of_a_package() -> None:
    """Nor is what they cost its sum."""
    text = (
        "Denmark will give Ukraine 19 aircraft. "
        "A plan to buy frigates for the Danish navy at a cost of 40 billion kroner was sent back to the defence committee."
    )
    assert [(None, None)] == sums(text)


def test_a_thing_is_named_without_what_is_told_of_it() -> None:
    """The parser may take "pledged" for a noun."""
    text = 'The minister said the first six of the 19 F-16 aircraft pledged last August would be delivered to Ukraine "in summer".'
    assert ["F-16 aircraft"] == things(text)


def test_a_programme_is_no_thing() -> None:
    """The name of a relief agency does not take it up."""
    text = (
        "A programme of 120 million euros for Niger will not be paid out, Germany said. "
        "The World Food Programme unloaded 6,000 tonnes of sorghum at Cotonou last week."
    )
    assert "programme" not in things(text)
    assert ["cancelled"] == [stage.stage for stage in read(text).aid[0].history]
