"""Packages of aid are gathered over the sentences that describe them."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.statement import AidPackage, Report

pytestmark = pytest.mark.model

PACKAGE = (
    "Germany on Tuesday announced a new 40 million euro military package for Ukraine that includes tank and mortar ammunition as well as "
    'night sights. "It will not be the last," the minister said. The package also includes 12 generators and medical equipment. '
    "The money comes from the special fund that parliament set up in May. A first tranche of 10 million euros was paid out on Wednesday."
)


def read(text: str) -> Report:
    return read_document(freeze(Draft(text=text, outlet="Harbour Courier", published="2023-11-16", language="en")))


def only(text: str) -> AidPackage:
    (package,) = read(text).aid
    return package


def names(report: Report) -> dict[str | None, str]:
    return {actor.id: actor.name for actor in report.grounding.actors}


def test_the_sentences_of_a_package_are_one() -> None:
    """With who gives and who gets, what kind it is, its sum and where the money comes from."""
    report = read(PACKAGE)
    (package,) = report.aid
    assert ("Germany", "Ukraine", "military") == (names(report).get(package.donor), names(report).get(package.recipient), package.kind)
    assert package.amount is not None
    assert (40_000_000, "EUR") == (package.amount.low, package.amount.currency)
    assert ["the special fund that parliament set up in May"] == [span.of(PACKAGE) for span in package.funding]


def test_items_are_named_one_by_one() -> None:
    """Two that share a noun are two; a number is the count, and no part of the name."""
    expected = [
        ("tank ammunition", None),
        ("mortar ammunition", None),
        ("night sights", None),
        ("generators", 12),
        ("medical equipment", None),
    ]
    assert expected == [(item.name, item.count) for item in only(PACKAGE).items]


def test_the_history_tells_stages_with_date_and_statement() -> None:
    """A tranche is a part of the package and none of its own."""
    report = read(PACKAGE)
    (package,) = report.aid
    expected = [("announced", "2023-11-14", 40_000_000), ("delivered", "2023-11-15", 10_000_000)]
    assert expected == [(told.stage, told.date, told.amount.low if told.amount else None) for told in package.history]
    assert {told.statement for told in package.history} <= {statement.id for statement in report.statements}


def test_propositions_point_to_their_package() -> None:
    """Those that tell of it, and no others."""
    report = read(PACKAGE + " Shells hit the port of Odesa on Monday.")
    (package,) = report.aid
    told = [(p.aid, " ".join(span.of(report.document.text) for span in p.spans)) for s in report.statements for p in s.propositions]
    assert {package.id} == {aid for aid, words in told if "40 million" in words or "12 generators" in words}
    assert {None} == {aid for aid, words in told if "Shells" in words}


def test_a_sum_named_again_is_the_same_package() -> None:
    """Announced twice in one report, it is given once."""
    text = (
        "Germany announced a 40 million euro aid package for Ukraine on Tuesday. The port was hit again. "
        "The aid of 40 million euros for Ukraine was approved on Wednesday."
    )
    assert ["announced", "committed"] == [told.stage for told in only(text).history]


def test_two_donors_give_two_packages() -> None:
    """In one sentence too."""
    text = "Germany pledged 40 million euros in aid for Ukraine and France 25 million euros."
    report = read(text)
    assert [("Germany", 40_000_000), ("France", 25_000_000)] == [
        (names(report)[package.donor], package.amount.low if package.amount else None) for package in report.aid
    ]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("pledged", "Germany promised Ukraine 40 million euros in aid on Tuesday."),
        ("contracted", "Germany on Tuesday signed contracts worth 40 million euros for winter relief in Ukraine."),
        ("cancelled", "Germany has cancelled a loan of 40 million euros for Ukraine."),
        ("allocated", "Germany has allocated 40 million euros of aid for Ukraine."),
    ],
)
def test_a_verb_tells_the_stage(expected: str, text: str) -> None:
    """As far as it has come to pass."""
    assert [expected] == [told.stage for told in only(text).history]


@pytest.mark.parametrize(
    "text",
    [
        "The driver was paid 300 dollars, police said.",
        "The president promised each family 20,000 crowns.",
        "The court ordered the government to pay 2.6 million euros to the survivors.",
        "Ukraine asked for 40 million euros in aid.",
        "Since 2015 Germany has given Ukraine aid worth 410 million euros.",
        "Shells hit an aid convoy near the port.",
        "Germany will deliver the promised helicopters when they are ready.",
    ],
)
def test_what_is_no_package(text: str) -> None:
    """Wages, fines, wishes, totals and convoys under fire."""
    assert read(text).aid == ()


def test_the_id_comes_from_content() -> None:
    """The same report gives the same id, another another."""
    assert only(PACKAGE).id == only(PACKAGE).id
    assert only(PACKAGE).id != only(PACKAGE + " The mayor was silent.").id


@pytest.mark.parametrize(
    ("stage", "donor", "recipient", "text"),
    [
        ("pledged", "Norway", "Moldova", "Norway will give Moldova 18 million euros to house refugees, a minister said."),
        ("committed", "Vinland", "Kastria", "Vinland's parliament approved 30 million euros in emergency aid for Kastria."),
        ("delivered", "Lutria", "Ossel", "Ossel received 14 generators from Lutria."),
        ("delivered", "Slovakia", "Vardenia", "Slovakia gave Vardenia 3,200 artillery shells in January."),
        ("cancelled", "Netherlands", "Rwanda", "The Netherlands has suspended 15 million euros in budget support for Rwanda."),
        ("announced", "Germany", "Jordan", "Germany has raised its support for the camps in Jordan by 40 million euros."),
    ],
)
def test_who_gives_what_to_whom_is_told_by_the_syntax(stage: str, donor: str, recipient: str, text: str) -> None:
    """Also states that no register holds."""
    report = read(text)
    (package,) = report.aid
    assert (stage, donor, recipient) == (package.history[0].stage, names(report)[package.donor], names(report)[package.recipient])


def test_what_is_counted_or_weighed_is_given() -> None:
    """Each thing is what its measure is of."""
    package = only("Vinland has sent 36 tonnes of food, 400 tarpaulins and 20,000 rounds of tank ammunition to Kastria.")
    assert ["food", "tarpaulins", "tank ammunition"] == [item.name for item in package.items]


def test_a_headline_in_the_present_is_of_its_day() -> None:
    """The day of publication."""
    assert [("pledged", "2023-11-16")] == [
        (told.stage, told.date) for told in only("Canada pledges $25 million to help Lebanon rebuild").history
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The kidnappers were paid 2 million dollars for the release of the engineers.",
        "The shelling caused damage worth 30 million euros to the power station.",
        "Rockets supplied by Brotherland hit a bread queue in Ossel on Monday.",
        "Brotherland sent 3,000 troops and 40 tanks across the border on Sunday.",
        "Vinland's parliament approved a defence budget of 4.2 billion crowns on Tuesday.",
    ],
)
def test_money_and_arms_that_are_no_aid(text: str) -> None:
    """Ransom, damage, strikes, marches and budgets."""
    assert read(text).aid == ()


def test_giving_has_the_parties_of_its_package() -> None:
    """Where the clause itself does not name them."""
    report = read(PACKAGE)
    (package,) = report.aid
    given = [p for s in report.statements for p in s.propositions if p.aid and p.event is not None and p.event.type == "AID"]
    assert all(p.actor and (package.recipient is None or p.recipient) for p in given)


@pytest.mark.parametrize(
    ("stage", "date", "text"),
    [
        ("pledged", "2023-11-13", "Germany's pledge of 35 million euros on Monday for refugees in Lebanon is its third this year."),
        ("cancelled", "2023-11-14", "Austria will not deliver the 40 field kitchens to Vardenia, a minister confirmed on Tuesday."),
        ("committed", "2023-11-15", "Moscow has agreed to supply Mali with 3,000 machine guns, a spokesman said on Wednesday."),
        ("announced", None, "Finland plans to fly 300 tonnes of tents into Chad next week."),
    ],
)
def test_nouns_refusals_and_decisions_tell_stages(stage: str, date: str | None, text: str) -> None:
    """With the day when it was said; a day to come is that of no stage."""
    assert [(stage, date)] == [(told.stage, told.date) for told in only(text).history]


def test_a_sum_in_brackets_is_the_same_in_other_money() -> None:
    """One package, in the money of the state that gives."""
    package = only("Norway on Tuesday pledged 200 million kroner ($23 million) in aid for hospitals in northern Ethiopia.")
    assert package.amount is not None
    assert (200_000_000, "NOK") == (package.amount.low, package.amount.currency)


def test_the_day_of_pledges_is_that_of_each() -> None:
    """ "The pledges made on Monday" were all made then."""
    told = "Sweden, 150 million kronor; the Netherlands, 20 million euros; Japan, 1.1 billion yen. All of it is for displaced people."
    packages = read(f"The pledges made in Geneva on Monday: {told}").aid
    assert packages
    assert all(package.history[0].date is not None for package in packages)


def test_the_united_states_give_under_their_whole_name() -> None:
    """With an article too."""
    report = read("Germany pledged 200 million euros and the United States $191 million, both for relief in Yemen.")
    assert {"Germany", "United States"} == {names(report)[p.donor] for p in report.aid}


def test_a_list_of_donors_gives_each_a_package() -> None:
    """What the next sentence says of all is for each."""
    text = "The pledges made in Geneva: Sweden, 150 million kronor; Japan, 1.1 billion yen. All of it is for displaced people in Myanmar."
    report = read(text)
    actors = names(report)
    assert [("Sweden", "Myanmar"), ("Japan", "Myanmar")] == [(actors[p.donor], actors[p.recipient]) for p in report.aid]


def test_whom_the_sentence_before_named_is_given_to() -> None:
    """ "Gave 12,000 shells" goes on with whom it was about."""
    report = read("Vinland and Lutria opened their stores for Kastria. Lutria gave 12,000 shells and a battery of mortars, officials said.")
    assert ["Kastria"] == [names(report)[package.recipient] for package in report.aid]


def test_things_behind_a_colon_are_items() -> None:
    """As far as no verb stands among them."""
    package = only("Estria sent Ostrel what it had lacked since Christmas: bread, window glass and 40 transformers.")
    assert {"bread", "window glass", "transformers"} <= {item.name for item in package.items}


def test_whose_stocks_things_are_drawn_from_is_funding_and_no_item() -> None:
    """Nor does a list end at the stop of "U.S."."""
    text = (
        "The Pentagon announced a $275 million package for Ukraine including HIMARS rockets and Javelin missiles, drawn from U.S. stocks."
    )
    package = only(text)
    assert ["HIMARS rockets", "Javelin missiles"] == [item.name for item in package.items]
    assert ["U.S. stocks"] == [span.of(text) for span in package.funding]


def test_a_calibre_is_no_count() -> None:
    package = only("Vinland will send Ukraine 155 mm shells and 40 howitzers, its minister said.")
    assert [("155 mm shells", None), ("howitzers", 40)] == [(item.name, item.count) for item in package.items]


def test_weapons_of_a_kind_are_items() -> None:
    """The bare word for all of them is none beside others."""
    package = only("Germany announced 40 million euros in weapons for Ukraine. The package includes anti-tank weapons and radars.")
    assert ["anti-tank weapons", "radars"] == [item.name for item in package.items]


def test_the_day_below_replaces_that_of_the_headline() -> None:
    """What the headline tells in the present was announced on the day that the report gives; its words may leave the sum open."""
    package = only(
        "US announces $325 million in new military aid for Ukraine\nWASHINGTON, Nov 15 (Norrpress) - The United States on Wednesday "
        "announced a new package of military assistance for Ukraine worth up to $325 million that includes artillery rounds."
    )
    assert [("announced", "2023-11-15")] == [(told.stage, told.date) for told in package.history]
    assert package.amount is not None
    assert (None, 325_000_000) == (package.amount.low, package.amount.high)


def test_what_came_before_has_a_day_of_its_own() -> None:
    """ "Following last week's coup" is no day of the suspension."""
    package = only(
        "Germany has suspended its development aid to Mali, worth 83 million euros a year, following last week's coup, the foreign "
        "ministry said on Wednesday."
    )
    assert ["2023-11-15"] == [told.date for told in package.history]


def test_what_lorries_carry_comes_with_them() -> None:
    """Also where a dateline and a list stand between the lorries and their verb."""
    package = only(
        "HARLOW - Twenty-two trucks with tents, stoves and 140 tonnes of flour from the International Red Cross crossed into the Ossel "
        "region on Monday, a spokeswoman for the organisation said."
    )
    assert ["tents", "stoves", "flour"] == [item.name for item in package.items]
    assert [("delivered", "2023-11-13")] == [(told.stage, told.date) for told in package.history]


def test_another_state_may_give_to_the_same() -> None:
    """ "South Korea said it was sending 3,000 blankets" goes to whom the sentence before gave."""
    report = read(
        "Norway will give 90 million kroner to Dorvan after the earthquake, Prime Minister Tor Hagen said on Sunday. "
        "South Korea said it was sending 3,000 blankets."
    )
    called = names(report)
    assert [("Norway", "Dorvan"), ("South Korea", "Dorvan")] == [(called.get(p.donor), called.get(p.recipient)) for p in report.aid]


def test_schools_that_a_loan_keeps_running_are_not_given() -> None:
    """What something is for is none of its things."""
    package = only(
        "The World Bank has approved a loan of $1.2 billion to Kastria to keep schools and hospitals running, it said on Tuesday."
    )
    assert () == package.items


@pytest.mark.parametrize(
    ("name", "count", "text"),
    [
        ("F-16 fighter jets", 6, "Norway is donating six F-16 fighter jets to Ukraine."),
        ("MiG-29 jets", 4, "Poland has delivered four MiG-29 jets to Ukraine."),
        ("Ukrainian-made howitzers", 18, "Denmark will finance the purchase of 18 Ukrainian-made howitzers for Ukraine."),
        ("howitzers", 52, "A contract for 52 howitzers for Ukraine was signed by Norway on Tuesday."),
        ("F-16 fighter jets", None, "Ukraine received the first F-16 fighter jets from Denmark in July."),
    ],
)
def test_designations_are_one_word_and_keep_their_count(name: str, count: int | None, text: str) -> None:
    assert [(name, count)] == [(item.name, item.count) for item in only(text).items]


def test_each_of_two_things_keeps_its_count() -> None:
    items = only("Norway will send 20 air defence missiles and 5,000 artillery shells to Ukraine, the minister said.").items
    assert [("air defence missiles", 20), ("artillery shells", 5000)] == [(item.name, item.count) for item in items]


@pytest.mark.parametrize("make", ["Leopard", "Marder", "Gepard", "M1 Abrams"])
def test_the_make_of_things_is_nobody(make: str) -> None:
    report = read(f"Spain said it would not send {make} tanks to Ukraine.")
    assert ["Ukraine"] == [names(report).get(package.recipient) for package in report.aid]


@pytest.mark.parametrize(
    "text",
    [
        "The defence budget will rise to 4 billion dollars next year.",
        "Washington has sent more than 44 billion dollars in military aid to Ukraine since the invasion began.",
        "The militia captured 15 tanks supplied by the United States.",
        "Donors pledged 1.6 billion dollars at a conference in Brussels on Monday.",
    ],
    ids=["a budget", "a total", "booty", "many donors"],
)
def test_budgets_totals_and_booty_are_no_package(text: str) -> None:
    assert () == read(text).aid


def test_the_greatest_since_a_time_is_one_gift() -> None:
    package = only("It is the biggest package since the war began: Norway has pledged 7 billion kroner to Ukraine.")
    assert package.amount is not None
    assert 7_000_000_000 == package.amount.low


@pytest.mark.parametrize("chamber", ["The US Senate", "The US House of Representatives"])
def test_a_chamber_of_parliament_gives_for_its_state(chamber: str) -> None:
    report = read(f"{chamber} approved a $61 billion aid package for Ukraine on Saturday.")
    assert ["United States"] == [names(report).get(package.donor) for package in report.aid]


def test_who_pays_for_an_order_has_delivered_nothing() -> None:
    package = only("A contract for 52 howitzers for Ukraine was signed on Tuesday in Oslo, paid for by Norway.")
    assert ["contracted"] == [told.stage for told in package.history]


def test_the_whole_of_a_tranche_has_not_come() -> None:
    package = only("The European Commission has paid out the first 4.5 billion euros of a 50-billion-euro loan to Ukraine.")
    assert [4_500_000_000] == [told.amount.low for told in package.history if told.amount]
