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


@pytest.mark.parametrize(
    "text",
    [
        "Denmark gave Moldova 50 lorries. The government also set aside 220 million kroner for the housing of refugees in Danish towns.",
        "Denmark gave Moldova 50 lorries. Danish ministers agreed to order 62 guns for the Danish army at a cost of 2 billion kroner.",
        "Denmark gave Moldova 50 lorries. Since last May Denmark has given Moldova 89 tanks and 40 boats.",
        "Denmark gave Moldova 50 lorries. In all Denmark has donated 1.2 billion euros' worth of arms.",
        "Denmark gave Moldova 50 lorries, on top of 20 given in May.",
    ],
)
def test_what_stands_beside_a_gift_is_no_other(text: str) -> None:
    """The giver's own army and towns, totals over years, what was given before."""
    assert ["lorries"] == things(text)
    assert [(None, None)] == sums(text)


def test_a_decision_to_buy_commits() -> None:
    """No contract is signed as yet."""
    assert [("committed", "2023-11-14")] == told("The Danish government decided on Tuesday to buy 50,000 shells for Ukraine.")


def test_what_is_sold_in_the_same_sentence_is_not_given() -> None:
    """Neither its sum nor its things."""
    text = "Italy sold Armenia 12 helicopters and lent it 30 million euros on Tuesday."
    assert [(30_000_000, "EUR")] == sums(text)
    assert [] == things(text)


def test_what_is_left_of_a_loan_is_no_other() -> None:
    """Only the loan is one."""
    text = "Only 120 million dollars are left of the 500 million dollar credit which India extended to Sri Lanka in April."
    assert [(500_000_000, "USD")] == sums(text)


def test_a_first_cargo_is_of_the_loan_that_pays_for_it() -> None:
    """It names the things of the loan, and nobody else who gives."""
    text = (
        "India's new credit line of 500 million dollars for Sri Lanka will pay for five tankers of diesel. "
        "A first cargo of 40,000 tonnes of diesel was unloaded on Monday."
    )
    assert [("pledged", None), ("delivered", "2023-11-13")] == told(text)


def test_what_is_told_in_short_is_told_with_its_numbers_below() -> None:
    """One package; another donor's tents are his."""
    text = "Norway will send Armenia tents. On Monday Norway said it would send 400 tents to Armenia."
    assert [("Norway", "Armenia")] == parties(text)
    assert 400 == read(text).aid[0].items[0].count
    assert len(read("Norway will send Armenia tents. Denmark will send 400 tents to Armenia.").aid) > 1


def test_a_speaker_tells_what_a_package_contains() -> None:
    """ "The minister said it contains weapons"."""
    text = "Finland's president approved a package worth 105 million euros for Moldova. The minister said it contains rockets and radars."
    assert ["rockets", "radars"] == things(text)


def test_lorries_that_cross_are_not_given() -> None:
    """They carry what was told of."""
    text = "India shipped 2,500 tonnes of wheat to Armenia on Friday. The trucks crossed the border at Attari."
    assert ["wheat"] == things(text)


@pytest.mark.parametrize(
    ("stages", "text"),
    [
        (
            [("pledged", "2023-11-15"), ("pledged", None)],
            "Norway will give Kenya 12 million euros, its minister said on Wednesday. Canada has already promised 90 million dollars.",
        ),
        (
            [("delivered", "2023-11-10"), ("pledged", "2023-05")],
            "Ukraine received its third Patriot battery from Germany on Friday. Berlin had promised the battery in May.",
        ),
        (
            [("contracted", None), ("announced", "2023-02")],
            "Mauritania and Spain signed the agreement on the 25 million euros that Madrid had announced in February.",
        ),
    ],
)
def test_an_earlier_step_is_told_behind_a_later_one(stages: list[tuple[str, str | None]], text: str) -> None:
    """What was already promised, what had been promised, what had been announced."""
    assert stages == told(text)


def test_what_a_package_does_not_include_is_no_thing_of_it() -> None:
    """Nor of its kind."""
    text = "The United States pledged a loan of 90 million dollars to Moldova. The package does not include weapons."
    assert [] == things(text)
    assert "financial" == read(text).aid[0].kind


@pytest.mark.parametrize(
    "text",
    [
        "Norway gave Kenya 12 million euros. Kenya itself has set aside 36 million dollars in its budget for the training of its officers.",
        "Norway gave Kenya 12 million euros in aid. Kenya's navy, which bought arms worth 30 million dollars from China, held back relief.",
    ],
)
def test_what_a_state_pays_for_itself_is_no_aid(text: str) -> None:
    """Its officers, its purchases from others."""
    assert [12_000_000] == [value for value, _ in sums(text)]
