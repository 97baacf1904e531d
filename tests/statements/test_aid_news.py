"""Aid as plain news sentences tell it: who gets it, what has come, and what has not."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.statement import AidPackage, Report

pytestmark = pytest.mark.model


def read(text: str) -> Report:
    return read_document(freeze(Draft(text=text, outlet="Harbour Courier", published="2023-11-16", language="en")))


def only(text: str) -> AidPackage:
    (package,) = read(text).aid
    return package


def parties(text: str) -> list[tuple[str | None, str | None]]:
    """Who gives and who gets, package by package."""
    report = read(text)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    return [(names.get(package.donor or ""), names.get(package.recipient or "")) for package in report.aid]


def told(text: str) -> list[tuple[str, str | None]]:
    return [(stage.stage, stage.date) for package in read(text).aid for stage in package.history]


def sums(text: str) -> list[tuple[float | None, str | None]]:
    return [(package.amount.low, package.amount.currency) for package in read(text).aid if package.amount]


def things(text: str) -> list[str]:
    return [item.name for package in read(text).aid for item in package.items]


@pytest.mark.parametrize(
    ("recipient", "text"),
    [
        ("Ukraine", "Germany announced a 90 million euro package of arms for Kyiv on Tuesday."),
        ("Sudan", "Sudan's doctors are short of drugs. Norway sent 12 tonnes of medicine to the town of Kassala on Tuesday."),
        ("Libya", "Turkey is sending 20 drones to the government in Tripoli, two officers said."),
    ],
    ids=["a capital", "a town of a state that is named", "a government in its capital"],
)
def test_a_town_stands_for_its_state_where_the_text_lets_one_tell(recipient: str, text: str) -> None:
    assert [recipient] == [gets for _, gets in parties(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Iran supplied the insurgents with 40 rockets, Iraq's interior minister said on Tuesday.",
        "Russia has given the separatists 30 tanks, Moldova's army said.",
    ],
)
def test_who_speaks_of_a_gift_does_not_get_it(text: str) -> None:
    assert [None] == [gets for _, gets in parties(text)]


def test_each_sum_goes_to_whom_its_own_words_name() -> None:
    text = (
        "Norway's parliament passed a bill on Tuesday with 30 million euros for Moldova, 20 million for Armenia and 10 million for Georgia."
    )
    assert ["Moldova", "Armenia", "Georgia"] == [gets for _, gets in parties(text)]


def test_who_is_named_before_a_sum_gets_it_where_a_bill_gives() -> None:
    assert [(None, "Moldova"), (None, "Armenia")] == parties("The bill gives Moldova 30 million euros and Armenia 20 million.")


def test_a_body_of_the_united_nations_passes_on() -> None:
    assert [("Austria", "Yemen")] == parties("Austria will give 5 million euros to the World Food Programme for Yemen, a minister said.")


def test_a_board_gives_for_its_bank() -> None:
    assert [("World Bank", "Kenya")] == parties("The World Bank's board approved a loan of 300 million dollars for Kenya on Tuesday.")


def test_a_government_without_a_state_gives_nothing_by_itself() -> None:
    text = "Italy handed over a radar to Ukraine last week, the government said on its website on Monday. It also delivered 40 generators."
    assert {"Italy"} == {gives for gives, _ in parties(text)}


def test_the_make_of_things_is_nobody_with_more_words_between() -> None:
    assert [("Sweden", "Ukraine")] == parties("Sweden will send Gripen fighter jets to Ukraine, its prime minister said on Tuesday.")


@pytest.mark.parametrize(
    "text",
    [
        "Berlin has not decided whether to send air defence batteries to Ukraine.",
        "Parliament will vote on Friday on whether to release 90 million euros of aid for Moldova.",
        "The chamber is expected to approve a 60 billion dollar aid package for Ukraine next week.",
        "A 60 million euro aid package for Moldova has been stalled in parliament for months.",
        "The monitors said that no lorries with flour had entered Ossel since Tuesday.",
        "China rejected claims on Friday that it was supplying Russia with drone parts.",
        "Hungary on Monday blocked a 500 million euro tranche of EU aid for Ukraine.",
        "Russian planes dropped four bombs on Kharkiv on Tuesday.",
        "The package brings total American military aid to Ukraine to 40 billion dollars.",
        "Ukraine receives 1.5 billion euros a month from the European Union.",
        "Moldova's parliament raised the defence budget by 12 million dollars on Wednesday.",
    ],
)
def test_what_has_not_come_to_pass_is_no_stage(text: str) -> None:
    """What is open, stuck, denied, blocked by others, added up or paid each month."""
    assert [] == told(text)


@pytest.mark.parametrize(
    ("stage", "text"),
    [
        ("delivered", "Egyptian planes dropped 33 tonnes of food over Ossel on Tuesday."),
        ("delivered", "French aircraft airdropped 9,000 meals into Ossel on Tuesday."),
        ("cancelled", "Estonia dropped a plan on Tuesday to give Ukraine 24 howitzers."),
        ("cancelled", "Austria said on Tuesday that it would suspend its aid to Mali."),
        ("pledged", "Austria said on Tuesday that it would resume aid to Mali."),
        ("delivered", "The first three of 14 tanks promised by Spain arrived in Ukraine on Tuesday."),
    ],
)
def test_plain_verbs_tell_the_stage(stage: str, text: str) -> None:
    assert [(stage, "2023-11-14")] == told(text)


def test_a_sum_without_money_is_in_that_of_the_sum_before() -> None:
    text = "Norway pledged 75 million euros, Denmark 50 million and Sweden 30 million for demining in Armenia on Tuesday."
    assert [(75_000_000, "EUR"), (50_000_000, "EUR"), (30_000_000, "EUR")] == sums(text)


@pytest.mark.parametrize(
    ("money", "text"),
    [
        ("DKK", "Denmark has set aside 3.2 billion crowns for military aid to Ukraine."),
        ("GBP", '"We will give a further 25 million pounds of support for Sudan," the British foreign secretary said.'),
    ],
)
def test_the_money_of_the_giver_goes_by_its_common_name(money: str, text: str) -> None:
    assert [money] == [currency for _, currency in sums(text)]


def test_the_whole_of_a_tranche_is_not_what_came() -> None:
    """Its own sum is no package either."""
    package = only(
        "Kenya received the second tranche of a $3 billion loan from the IMF on Tuesday, the treasury said, amounting to $400 million."
    )
    assert package.amount is not None
    assert (3_000_000_000, [400_000_000]) == (package.amount.low, [stage.amount.low for stage in package.history if stage.amount])


def test_a_package_of_another_number_is_another() -> None:
    text = (
        "Britain announced a second package of support for Moldova on Tuesday, worth 10 million pounds; the first, of 5 million, "
        "was paid out in June."
    )
    assert [(10_000_000, "GBP"), (5_000_000, "GBP")] == sums(text)


def test_millions_of_things_are_no_money() -> None:
    assert [] == sums("India made Bhutan a gift of three million syringes in February.")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["food", "medicine"], "China had pledged 50 million yuan worth of food and medicine for victims of the flood in Nepal."),
        (
            ["radars", "Mistral missiles"],
            "France will supply Armenia with three radars and Mistral missiles, the minister told parliament.",
        ),
        (["meals"], "French aircraft airdropped 9,000 meals into Ossel on Tuesday."),
    ],
)
def test_what_is_given_is_named_without_its_worth(expected: list[str], text: str) -> None:
    assert expected == things(text)


def test_the_lines_of_a_list_are_given() -> None:
    text = (
        "The Pentagon announced a $250 million package for Ukraine on Tuesday. It includes:\n- missiles for air defence;\n"
        "- 105mm artillery rounds;\n- three million rounds of small-arms ammunition."
    )
    assert ["missiles", "small-arms ammunition"] == [name for name in things(text) if "105" not in name]


def test_a_kind_is_told_by_what_is_given_before_who_speaks() -> None:
    assert "humanitarian" == only("Spain sent 40 generators to hospitals in Ukraine, the defence ministry said.").kind


def test_profits_of_frozen_assets_may_be_given() -> None:
    text = "EU ambassadors agreed on Tuesday to release 1.4 billion euros in profits from frozen Russian assets for arms for Ukraine."
    assert [("European Union", "Ukraine")] == parties(text)


def test_a_bank_with_which_a_deal_is_signed_gives() -> None:
    text = "Nepal has signed a deal for $50 million in budget support with the Asian Development Bank, the finance ministry said."
    assert [("Asian Development Bank", "Nepal")] == parties(text)


def test_a_total_that_several_get_is_no_package_of_its_own() -> None:
    text = (
        "The US Senate on Tuesday passed a $95 billion bill that provides $61 billion for Ukraine, $26 billion for Israel and "
        "$8 billion for Taiwan."
    )
    assert [61_000_000_000, 26_000_000_000, 8_000_000_000] == [value for value, _ in sums(text)]


def test_a_sum_that_another_is_compared_with_is_not_given() -> None:
    assert [(87_000_000, "GBP")] == sums("Britain pledged 87 million pounds in aid for Yemen on Monday, down from 164 million last year.")


def test_a_pronoun_is_not_whoever_was_given_to() -> None:
    """Those who give go on giving, to the same."""
    text = (
        "Norway on Tuesday announced 500 million kroner in military aid for Moldova. It will also give 80 million kroner for the repair of "
        "power stations, Foreign Minister Espen Barth said in Chisinau."
    )
    assert [("Norway", "Moldova"), ("Norway", "Moldova")] == parties(text)


def test_others_who_promise_help_do_not_promise_the_same_package() -> None:
    text = "Turkey sent three planes with tents and food to Libya. Malta also promised help."
    assert [("delivered", None)] == [(stage.stage, stage.date) for stage in read(text).aid[0].history]


def test_a_noun_that_only_takes_up_a_decision_tells_no_stage() -> None:
    text = "Britain pledged 87 million pounds in aid for Yemen on Monday. Charities called the decision a disgrace."
    assert [("pledged", "2023-11-13")] == told(text)


def test_things_promised_to_somebody_are_only_called_so() -> None:
    text = "The Danish government has approved a licence for the 24 fighter jets promised to Ukraine, a minister told parliament on Monday."
    assert [("committed", "2023-11-13")] == told(text)


def test_an_instalment_named_before_its_loan_is_a_share_of_it() -> None:
    text = (
        "The European Union disbursed 3 billion euros to Ukraine on Tuesday, the first tranche of an 18 billion euro loan agreed in "
        "December."
    )
    assert [18_000_000_000] == [value for value, _ in sums(text)]


def test_of_two_who_sign_whoever_has_the_money_gives() -> None:
    """Where neither has, nobody is known to."""
    assert [("Japan", "Ukraine")] == parties("Japan and Ukraine signed an agreement on Monday on a loan of 471 billion yen.")
    assert [(None, None)] == parties("Moldova and Norway on Tuesday signed an agreement on a grant of 50 million euros.")


def test_who_decides_gives_though_another_speaks_of_it() -> None:
    assert [("Norway", "Ukraine")] == parties("NATO welcomed Norway's decision to provide Ukraine with 75 billion kroner over five years.")


def test_who_receives_its_own_aid_does_not_give_it() -> None:
    text = "Ethiopia's Afar region received its first food aid in five months on Sunday, a doctor said."
    assert [None] == [gives for gives, _ in parties(text)]


def test_what_stands_behind_the_colon_of_a_list_is_promised() -> None:
    text = "The pledges so far: Spain, 20 million euros; Qatar, 35 million dollars. All of it is for families in Gaza."
    assert ["Spain", "Qatar"] == [gives for gives, _ in parties(text)]
    assert [] == parties("The pledge angered Moscow: it had warned Berlin that a base would cost 40 million euros.")


def test_a_harbour_that_a_ship_leaves_gives_nothing() -> None:
    assert [None] == [gives for gives, _ in parties("A ship with 200 tonnes of food left Cyprus for Gaza on Tuesday.")]


def test_what_comes_from_somebody_is_his_and_no_ships() -> None:
    text = "The Bright Arms reached Ossel on Friday with 200 tonnes of food from World Bread."
    assert ["World Bread"] == [gives for gives, _ in parties(text)]
    assert "humanitarian" == only(text).kind


def test_what_is_paid_at_once_is_a_share_of_the_loan_before() -> None:
    text = "The IMF on Tuesday approved a $15 billion loan for Kenya. About $2.7 billion will be paid out at once, its director said."
    assert [(15_000_000_000, "USD")] == sums(text)


@pytest.mark.parametrize(
    ("stage", "text"),
    [
        ("cancelled", "The State Department has cut $175 million in aid for Niger, a spokesman said on Tuesday."),
        ("cancelled", "Denmark on Tuesday halted all payments to Niger."),
        ("pledged", "Estonia pledged to send Stinger and Javelin missiles to Ukraine on Tuesday."),
        ("delivered", "Latvia on Tuesday handed over the last of six helicopters promised to Ukraine."),
    ],
)
def test_cuts_and_promises_have_their_stage_and_day(stage: str, text: str) -> None:
    assert [(stage, "2023-11-14")] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether Germany would supply cruise missiles, the chancellor said no decision had been taken.",
        "The North Korean leader offered Russia his full support in the war.",
        "Ukraine has received four letters from the finance ministers.",
    ],
)
def test_questions_and_friendly_words_are_no_aid(text: str) -> None:
    assert () == read(text).aid


def test_a_time_that_another_event_bears_is_not_the_day() -> None:
    assert [("cancelled", "2023-11-14")] == told("Denmark has suspended its aid to Niger after the July coup, it said on Tuesday.")


def test_roads_and_hospitals_that_a_loan_rebuilds_are_not_given() -> None:
    assert [] == things("The World Bank has agreed to lend Iraq 900 million dollars to rebuild roads and hospitals in Mosul.")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("pledged", "2023-11-14")],
            "Norway will supply Ukraine with 20 howitzers, its prime minister said on Tuesday. The decision came after a call with Kyiv.",
        ),
        ([("pledged", "2023-11-14")], "Norway promised Ukraine 20 howitzers on Tuesday. A vote is due on December 20."),
        (
            [("pledged", "2023-11-14")],
            "Norway promised Ukraine 20 howitzers on Tuesday. If parliament agrees, the guns will be sent in May.",
        ),
    ],
    ids=["told again", "still due", "only if"],
)
def test_what_is_only_taken_up_or_still_to_come_is_no_further_stage(expected: list[tuple[str, str | None]], text: str) -> None:
    assert expected == told(text)


def test_leaders_who_fail_to_agree_give_nothing() -> None:
    assert [] == told("EU leaders failed to agree on a 50-billion-euro package for Ukraine on Friday because Hungary vetoed it.")


def test_an_instalment_is_of_the_loan_that_the_next_sentence_names() -> None:
    text = (
        "The European Commission on Tuesday paid out 1.5 billion euros to Ukraine. It was the third instalment of an 18-billion-euro loan "
        "that member states approved in May. The first two, of 3 billion and 2 billion euros, were paid in August."
    )
    package = only(text)
    assert package.amount is not None
    assert (18_000_000_000, {1_500_000_000, 3_000_000_000, 2_000_000_000}) == (
        package.amount.low,
        {stage.amount.low for stage in package.history if stage.amount},
    )


def test_what_the_same_giver_has_transferred_so_far_is_of_its_promise() -> None:
    text = (
        "Norway announced 20 million dollars for Sudan on Friday. Saudi Arabia, which pledged 100 million in June, has transferred "
        "38 million so far."
    )
    assert [20_000_000, 100_000_000] == [value for value, _ in sums(text)]


def test_the_things_that_were_told_of_come_later() -> None:
    text = (
        "Russia has sent 25,000 tonnes of wheat to Mali, a minister said on Tuesday. The wheat was unloaded at the port of Dakar on Friday."
    )
    assert [("delivered", "2023-11-14"), ("delivered", "2023-11-10")] == told(text)


def test_lorries_that_bring_the_things_bring_no_others() -> None:
    text = (
        "Poland gave Moldova 13 tonnes of medical supplies on Tuesday, the ministry said. Two lorries brought the bandages and antibiotics "
        "to the border."
    )
    assert [("delivered", "2023-11-14")] == told(text)


def test_another_package_that_is_also_announced_is_another() -> None:
    text = (
        "Britain on Monday promised Ukraine 3 billion pounds in military support. Its defence minister also announced a package of 90 "
        "missiles and 50 small boats on Tuesday."
    )
    assert [[("pledged", "2023-11-13")], [("announced", "2023-11-14")]] == [
        [(stage.stage, stage.date) for stage in package.history] for package in read(text).aid
    ]


def test_a_team_and_planes_with_tents_are_a_gift() -> None:
    assert ["tents"] == things("Two days after the flood, Japan sent a rescue team and two planes with tents to Turkey.")


def test_things_may_be_part_of_a_package_named_later() -> None:
    text = (
        "The United States has sent Ukraine long-range missiles, two officials said on Tuesday. They were part of a 300-million-dollar "
        "package announced on November 1."
    )
    package = only(text)
    assert package.amount is not None
    assert (300_000_000, ["delivered", "announced"]) == (package.amount.low, [stage.stage for stage in package.history])


def test_who_believes_that_others_give_does_not_give() -> None:
    text = "South Korea believes that the North has shipped 7,000 containers of ammunition to Russia since August."
    assert [(None, "Russia")] == parties(text)


def test_a_sum_of_one_clause_is_no_total_by_the_since_of_another() -> None:
    text = "Qatar's emir promised 60 million dollars for Lebanese soldiers in June, and the money has been paid since September."
    assert [(60_000_000, "USD")] == sums(text)


def test_parts_that_add_up_to_a_sum_are_no_packages_beside_it() -> None:
    text = "The U.S. announced a $425 million package for Ukraine on Friday: $125 million from its stocks and $300 million in contracts."
    assert [(425_000_000, "USD")] == sums(text)


def test_a_package_that_is_called_new_is_announced() -> None:
    """What it brings all aid to is no gift, and nobody's."""
    text = "A new $150 million aid package for Ukraine includes missiles, the Pentagon said. It brings US military aid to $43.9 billion."
    assert [("announced", None)] == told(text)
    assert ["Ukraine"] == [gets for _, gets in parties(text)]


def test_others_who_promise_the_same_sum_do_not_promise_that_package() -> None:
    text = "Denmark promised Ukraine 100 million euros on Tuesday. Norway promised the same sum."
    assert [("pledged", "2023-11-14")] == [(stage.stage, stage.date) for stage in read(text).aid[0].history]


def test_goods_of_a_people_are_from_its_state() -> None:
    assert [("India", None)] == parties("A ship with 500 tonnes of Indian wheat arrived in Port Sudan on Sunday.")


def test_whom_somebody_arms_or_accuses_does_not_give() -> None:
    text = "Ethiopia and Eritrea accused Egypt of arming Somalia after two planes with 60 machine guns landed in Mogadishu on Tuesday."
    assert [(None, "Somalia")] == parties(text)


def test_who_accuses_somebody_does_not_give() -> None:
    text = "Sudan and Chad blamed Libya for arming Niger after three cargo planes with 400 rifles landed in Niamey on Monday."
    assert [None] == [gives for gives, _ in parties(text)]


def test_shells_that_land_are_fire() -> None:
    assert (
        () == read("Egypt closed the crossing on Monday after shells landed nearby, and 60 lorries with tents are stuck at El Arish.").aid
    )


@pytest.mark.parametrize(
    "text",
    [
        "Norway has promised Haiti's police 600 million dollars, but only 85 million has come in, an officer said on Tuesday.",
        "Norway promised Haiti 600 million dollars in June. Of its gift of 600 million, 85 million have reached the island.",
    ],
)
def test_of_a_promised_sum_a_share_has_come(text: str) -> None:
    package = only(text)
    assert package.amount is not None
    assert (600_000_000, [("pledged", 600_000_000), ("delivered", 85_000_000)]) == (
        package.amount.low,
        [(stage.stage, stage.amount.low) for stage in package.history if stage.amount],
    )


@pytest.mark.parametrize(
    "text",
    [
        "Parliament asked why 10 tonnes of medicine meant for Mozambique had been left in a warehouse since July.",
        "Belarus's leader said Minsk had lent Russia no tanks and would lend it none.",
        "The Southern Guard gave back 210 tonnes of the flour on Tuesday.",
    ],
    ids=["left lying", "none", "given back"],
)
def test_what_lies_or_goes_back_is_no_gift(text: str) -> None:
    assert [] == told(text)


def test_who_approves_the_loan_of_a_bank_gets_it() -> None:
    assert [("World Bank", "Lebanon")] == parties("Lebanon's cabinet approved a World Bank loan of $250 million on Wednesday.")


def test_what_will_be_released_beside_what_is_held_back_is_promised() -> None:
    text = (
        "Norway is holding back $85 million of its military aid to Egypt and will release another $235 million, an officer said on Tuesday."
    )
    assert [[("cancelled", "2023-11-14")], [("pledged", "2023-11-14")]] == [
        [(stage.stage, stage.date) for stage in package.history] for package in read(text).aid
    ]


def test_what_others_promised_is_no_stage_of_the_package() -> None:
    text = "Slovakia's government on Friday approved sending 13 jets to Ukraine, a day after Poland promised four."
    assert [("committed", "2023-11-10")] == told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Russia's forces delivered a strike with drones on a fuel depot at the port on Tuesday.",
        "Enemy aircraft that attacked oil tankers were driven off by the guns of the coast, a spokesman said.",
        "A convoy with fuel for Sudan's hospitals is in port, and it may be another week before it reaches the capital.",
        "Three gates of the dam had been wired by Merova, the foreign ministry said.",
    ],
)
def test_blows_and_wires_are_no_gift(text: str) -> None:
    assert [] == told(text)


@pytest.mark.parametrize(
    ("text", "history"),
    [
        ("President Trump ordered a halt to American aid to Ukraine on Monday.", [("cancelled", "2023-11-13")]),
        ("Germany announced a suspension of its development aid to Afghanistan on Monday.", [("cancelled", "2023-11-13")]),
    ],
)
def test_who_orders_a_halt_to_aid_ends_it(text: str, history: list[tuple[str, str]]) -> None:
    assert history == told(text)


def test_the_code_of_money_gets_nothing() -> None:
    text = "Switzerland has allocated CHF 50 million for Syria. Sweden gave SEK 1.2 billion."
    assert "SEK" not in {actor.name for actor in read(text).grounding.actors if actor.id in {p.recipient for p in read(text).aid}}


def test_a_package_that_is_decided_on_is_committed_though_its_sum_is_told_later() -> None:
    package = only(
        "Sweden's government on Monday decided on a fourth package of military support for Ukraine. "
        "It comprises three air defence batteries and is valued at SEK 2.4 billion. The package is financed from the defence budget."
    )
    assert package.amount is not None
    assert (2_400_000_000, "SEK", [("committed", "2023-11-13")]) == (
        package.amount.low,
        package.amount.currency,
        [(stage.stage, stage.date) for stage in package.history],
    )


@pytest.mark.parametrize(
    "text",
    [
        '"We have received 14 bodies," Dr. Amal Idris, the director of Rufaa Teaching Hospital, told Reuters by phone.',
        "The hospital in Rufaa has received 12 injured children and eight bodies, Dr. Amal Idris said.",
    ],
)
def test_bodies_that_are_brought_in_are_no_aid(text: str) -> None:
    assert () == read(text).aid


@pytest.mark.parametrize(
    "text",
    [
        "The navy of Tarsia said it had sent the frigate Resolute to the area.",
        "Britain has sent two warships to the Gulf, the defence ministry said.",
        "Greece sent six patrol boats to the strait of Orno on Monday.",
    ],
)
def test_ships_that_are_sent_somewhere_are_no_aid(text: str) -> None:
    assert () == read(text).aid


def test_the_name_of_a_ship_is_nobody_given_to() -> None:
    assert [("Norway", "Gaza")] == parties("Norway has sent the hospital ship Freya to Gaza, the foreign ministry said.")


def test_what_a_captured_ship_carried_is_no_aid() -> None:
    text = (
        "Marovia has captured a tanker. The Astrid Lund was carrying 22 crew and 40,000 tonnes of diesel when it was stopped off "
        "Cape Orno, the ministry said."
    )
    assert () == read(text).aid


@pytest.mark.parametrize(
    ("paid", "text"),
    [
        (None, "Of the 89 million pounds, about half has been disbursed to Sudan, the British Foreign Office said."),
        (None, "Half of the 89 million pounds has been disbursed to Sudan, the British Foreign Office said."),
        (12_000_000, "Of the 89 million pounds, 12 million has been paid to Sudan, the British Foreign Office said."),
    ],
)
def test_a_part_that_came_is_not_the_whole_sum(paid: float | None, text: str) -> None:
    package = only(text)
    assert [("delivered", paid)] == [(stage.stage, stage.amount.low if stage.amount else None) for stage in package.history]
    assert [(89_000_000, "GBP")] == sums(text)


def test_what_a_package_is_paid_from_tells_no_stage() -> None:
    text = (
        "Norway will donate four launchers to Ukraine. The package is worth NOK 350 million and is financed through the Nansen Programme. "
        "The first two launchers were delivered in January."
    )
    assert [("pledged", None), ("delivered", "2023-01")] == told(text)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (
            [(500_000_000, ["vehicles"]), (3_000_000_000, [])],
            "Germany will send Kastria 500 million euros in military aid, including 20 vehicles, after approving 3 billion euros, it said.",
        ),
        (
            [(5_000_000, ["lorries"]), (9_000_000, ["tanks"])],
            "Germany will give Kastria 20 lorries worth 5 million euros and 3 tanks worth 9 million euros, the chancellor said.",
        ),
    ],
)
def test_things_are_of_the_sum_before_them_or_of_what_they_are_worth(given: list[tuple[int, list[str]]], text: str) -> None:
    """Not of whichever sum a sentence names last."""
    found = read(text).aid
    assert given == [(aid.amount.low if aid.amount else None, [item.name for item in aid.items]) for aid in found]


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ((None, "Sudan"), "39 trucks with food crossed into Darfur from Chad on Tuesday, the relief agency reports."),
        (("Turkey", "Syria"), "Ten lorries with Turkish flour entered Aleppo on Tuesday."),
        (("Norway", "Sudan"), "Two planes with tents arrived in Sudan from Norway on Tuesday."),
        ((None, "Ukraine"), "Kyiv has received a $50 billion loan backed by frozen Russian assets."),
        (("European Union", None), "The European Parliament approved a $50 billion loan backed by frozen Russian assets, lawmakers said."),
        (
            (None, None),
            "Officials told Norrpress a package worth $2 billion was being prepared under the Ukraine Security Assistance Initiative.",
        ),
        (("Sweden", "Ukraine"), "Sweden will give Ukraine 200 million euros under the Nansen Programme, its government said."),
        (
            ("Denmark", "Ukraine"),
            "Denmark will give Ukraine 300 million crowns. Of this, 200 million will be spent on purchases from Ukrainian industry.",
        ),
        (
            ("United Nations Children's Fund", None),
            "The RSF has besieged El Fasher. Unicef delivered therapeutic food to clinics in El Fasher on Monday.",
        ),
    ],
)
def test_a_border_assets_a_programme_a_seller_and_a_besieger_neither_give_nor_get(given: tuple[str | None, str | None], text: str) -> None:
    assert [given] == parties(text)


@pytest.mark.parametrize(
    ("stages", "text"),
    [
        ([], "The opposition criticised the chancellor for refusing to send 20 tanks to Ukraine."),
        (["cancelled"], "Germany refused to send 20 tanks to Ukraine on Monday, the ministry said."),
    ],
)
def test_a_refusal_that_somebody_is_blamed_for_cancels_nothing(stages: list[str], text: str) -> None:
    assert stages == [stage for stage, _ in told(text)]
