"""Who does what to whom, where weapons, posts, verdicts and other clauses stand between them."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document

pytestmark = pytest.mark.model

Told = tuple[list[str], list[str]]


def told(text: str) -> list[Told]:
    """Who does it and to whom, of each proposition."""
    report = read_document(freeze(Draft(text=text, published="2023-10-27")))
    names = {actor.id: actor.name for actor in report.grounding.actors}
    return [([names[i] for i in p.actor], [names[i] for i in p.recipient]) for s in report.statements for p in s.propositions]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ((["Russia"], []), "Ukraine said the bridge had been hit by missiles launched by Russia."),
        ((["Israel"], ["four patients"]), "An air strike by Israeli warplanes on a hospital in Gaza killed four patients, doctors said."),
        ((["Islamic State"], ["three guards"]), "The attack on the post by the Islamic State left three guards dead, the governor said."),
        ((["Islamic State"], ["ten civilians"]), "Mortars of the Islamic State killed ten civilians in Raqqa, the observatory said."),
    ],
    ids=["launched by", "attack by warplanes", "by behind what is attacked", "mortars of"],
)
def test_whose_weapons_and_attacks_they_are_acts(expected: Told, text: str) -> None:
    """Also where "launched", "by" or "of" says so, at any distance from the verb."""
    assert [expected] == told(text)


@pytest.mark.parametrize(
    ("hit", "text"),
    [
        ("Syrian Arab Army", "Turkey shelled a base of the Syrian army, the observatory said."),
        ("Hezbollah", "The Israeli army said it bombed positions of Hezbollah."),
        ("Hamas", "The Israeli army said it bombed a warehouse used by Hamas."),
        ("police", "Militants attacked a police checkpoint in Quetta, police said."),
        ("peacekeepers", "The rebels attacked a checkpoint manned by peacekeepers, the mission said."),
        ("Kenya", "The rebels seized a trawler that belonged to Kenya, the coastguard said."),
    ],
    ids=["a base of", "positions of", "used by", "noun before noun", "manned by", "belonged to"],
)
def test_whose_what_is_attacked_is_suffers_it(hit: str, text: str) -> None:
    ((_, harmed),) = told(text)
    assert [hit] == harmed


def test_what_belongs_to_somebody_is_not_he_where_nothing_is_attacked() -> None:
    assert all(harmed == [] for _, harmed in told("The minister said Kenya had photographed bases of the Somali army."))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ((["Hamas"], []), "Israel blamed the attack on Hamas."),
        ((["Hamas"], ["Israel"]), "Officials blamed the attack on Israel on Hamas."),
    ],
)
def test_who_is_blamed_has_done_it(expected: Told, text: str) -> None:
    """He does not suffer it, though "on" stands before him as before who does."""
    assert [expected] == told(text)


@pytest.mark.parametrize(
    ("doer", "text"),
    [
        (["Russia"], "The clinic was hit by a Russian missile, killing three nurses, the mayor of Kharkiv said."),
        ([], "The clinic was hit by a missile, killing three nurses, the mayor said."),
        ([], "The convoy came under fire, wounding two drivers, the agency said."),
    ],
)
def test_what_is_hit_kills_nobody(doer: list[str], text: str) -> None:
    """Who dies in it dies by whoever hit it, if the text names him."""
    assert doer == told(text)[-1][0]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (([], ["women"]), "The victims included women, witnesses said."),
        (([], ["Eleven rebels"]), "Eleven rebels made up the rest of the dead, the observatory said."),
        (([], ["pupils"]), "The governor said pupils had been the target."),
        ((["Islamic State"], []), "Officials said the blast was the work of the Islamic State."),
        ((["Hamas"], ["the hospital"]), "The army said Hamas was responsible for the attack on the hospital."),
    ],
)
def test_who_is_something_in_an_attack_does_not_attack(expected: Told, text: str) -> None:
    """But whoever is responsible for it does."""
    assert [expected] == told(text)


def test_who_only_was_there_when_somebody_was_hit_did_not_do_it() -> None:
    """Who stormed in did."""
    assert [] == told("A bus was hit as people gathered at the station, the mayor said.")[0][0]
    assert ["gunmen"] == told("Nine traders were killed when gunmen stormed a market, the mayor said.")[0][0]


def test_of_two_who_may_have_done_it_neither_is_named() -> None:
    text = "The observatory said the raids were carried out by Syrian government or Russian warplanes."
    assert [([], [])] == told(text)


def test_who_uses_a_boat_did_not_sink_it() -> None:
    text = "The navy had sunk a trawler that was being used as a mother ship by the pirates, it said."
    assert all("the pirates" not in doing for doing, _ in told(text))


def test_a_list_suffers_nothing() -> None:
    assert all(harmed == [] for _, harmed in told("The envoy accused Kenya of having struck 22 names off the list."))


@pytest.mark.parametrize(
    "text",
    [
        "“We call on Russia to withdraw its troops from Ukraine,” the minister said.",
        "The envoy told the council Russia should leave the plant.",
    ],
)
def test_who_should_do_it_is_asked(text: str) -> None:
    """And not whom he should withdraw, nor who is told of it."""
    assert ["Russia"] == told(text)[0][1]


def test_what_somebody_is_beside_his_name_is_no_second_one() -> None:
    text = "The US, which is Israel's closest ally, sent Israel more bombs, the Pentagon said."
    ((doing, harmed),) = told(text)
    assert ("Israel's closest ally" not in doing, ["Israel"]) == (True, harmed)


def test_the_soldiers_of_a_government_are_those_of_its_state() -> None:
    assert [(["Russia"], [])] == told("The Russian defence ministry said its forces had destroyed a depot.")


def test_who_shoots_at_somebody_does_it() -> None:
    assert [(["Snipers"], ["nurses"])] == told("Snipers shot at nurses in the square, the doctor said.")
    assert [([], ["Two nurses"])] == told("Two nurses shot in the square: doctor.")


def test_who_receives_a_guest_does_it() -> None:
    assert [(["The Kenyan president"], ["the Somali ambassador"])] == told(
        "The Kenyan president received the Somali ambassador, the agency said."
    )
    assert [(["Russia"], ["Ukraine"])] == told("Ukraine received 300 Russian tanks, a spokesman said.")


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [([], ["Tunisia"]), ([], [])],
            "Tunisia has faced a series of jihadist attacks in the past year, killing dozens, the minister said.",
        ),
        ([(["al-Shabaab"], ["Kenya"])], "Kenya has seen a wave of bombings by al-Shabab since 2011, the minister said."),
        ([([], ["The army"])], "The army sustained 20 killed and 10 wounded, the guerrillas said."),
        ([([], ["two soldiers"])], "On Tuesday two soldiers fell near Tern, the army said."),
        ([(["al-Shabaab"], ["Kenya"])], "Kenya has faced a wave of kidnappings by al-Shabab this year, the minister said."),
        ([([], ["300 soldiers"])], "Russia's losses in the valley reached 300 soldiers, the minister said."),
        ([([], ["three nurses"])], "Hostages held since April include three nurses, the health ministry said."),
        ([(["March 23 Movement"], ["Goma"])], "Goma fell to the M23 rebels on Monday, the United Nations said."),
        ([([], ["250,000 people"])], "Syria's civil war has killed more than 250,000 people, the UN said."),
        ([([], ["son"])], "Her son was taken to carry sacks, the mother said."),
    ],
)
def test_who_goes_through_it_does_not_do_it(expected: list[Told], text: str) -> None:
    """A country faces attacks and has wars, soldiers and towns fall, and who is taken is taken."""
    assert expected == told(text)


def test_who_is_done_to_in_a_participle_does_nothing() -> None:
    """But who is sent does."""
    assert ([], ["The soldiers"]) in told("The soldiers, captured in 2014, told Hamas they were ill, a relative said.")
    assert all("police" not in doing for doing, _ in told("The attack left one officer dead before police shot the attacker, he said."))


def test_rockets_are_nobody() -> None:
    assert [([], [])] == told("Rockets fell on the northern district on Monday, the mayor said.")


def test_who_is_accused_does_it_in_a_headline_too() -> None:
    assert (["Quessan navy"], []) == told("Maravia accuses Quessan navy of sinking fishing boat; nine missing, coastguard says")[0]


def test_who_is_detained_by_somebody_suffers_it() -> None:
    text = "The monitor counted 14 detentions of residents by Russian border guards in May."
    assert [(["Border guard of Russia"], ["residents"])] == told(text)


@pytest.mark.parametrize(
    ("actor", "text"),
    [
        ("Hamas", "Israel blamed Hamas for the attack on the hospital."),
        ("Russia", "Ukraine blamed Russia for the strike on Poland's embassy."),
        ("Israel", "Russia blamed the strike on the school on Israel."),
    ],
)
def test_who_is_blamed_for_an_attack_on_another_did_it(actor: str, text: str) -> None:
    """And not whoever was attacked."""
    assert [[actor]] == [doing for doing, _ in told(text)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ((["rebels"], []), "It was rebels who burned the mill, the mayor said."),
        ((["the army"], []), "It is the army that searches everybody, the mayor said."),
        ((["militiamen"], ["people"]), "Residents said militiamen shot at people queuing for water."),
    ],
    ids=["it was ... who", "it is ... that", "shot at"],
)
def test_who_is_set_apart_by_it_was_acts(expected: Told, text: str) -> None:
    """By the verb that follows him."""
    assert [expected] == told(text)


def test_what_only_is_so_is_done_by_nobody() -> None:
    """Who is called something behind "it was" does nothing by that."""
    assert all(doers == [] for doers, _ in told("It was a rebel stronghold in the hills, the mayor said."))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ((["tribes"], []), "The mayor attributed the fighting to tribes from the north."),
        ((["gunmen"], []), "The mayor attributed the raid on the town to gunmen from the north."),
        ((["the rebels"], []), "Police said the rebels were to blame for the raid on the town."),
        ((["soldiers"], []), "The general denied that his soldiers were involved in the killings."),
        ((["rebel fighters"], []), "The mission blamed rebel fighters backed by Orvia for the raid on the town."),
    ],
    ids=["attributed", "raid on", "to blame", "involved", "blamed and described"],
)
def test_to_whom_an_attack_is_laid_acts(expected: Told, text: str) -> None:
    assert [expected] == told(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (([], ["9 rebels"]), "Army: 9 rebels slain in upland clash"),
        (([], ["Two officers"]), "Two officers among dead in raid on market, police say"),
        (([], ["14 militants"]), "Ankara says 14 militants neutralised in the north."),
        (([], ["three servicemen"]), "The ministry said three servicemen sustained wounds as a result of mortar fire."),
        (([], ["Iran"]), "Washington put Iranian losses at 45 to 60 seamen."),
        (([], []), "Witnesses told of killings at Suai church."),
        (([], []), "The army reported the neutralisation of 203 combatants of the Northern Front."),
    ],
    ids=["slain", "among dead", "neutralised", "wounds", "losses at", "killings at a place", "of combatants of"],
)
def test_who_suffers_it_does_not_do_it(expected: Told, text: str) -> None:
    """Nor does a place where it was done, or whose those are who suffer it."""
    assert [expected] == told(text)


@pytest.mark.parametrize(
    ("doers", "text"),
    [
        (["rebels"], "The ministry spoke of killings by rebels at the church."),
        (["Ukraine"], "Kyiv put Russian losses to Ukrainian drones at 40 tanks."),
        (["the army"], "The mayor said the army neutralised 14 militants."),
    ],
    ids=["killings by", "losses to", "with an object"],
)
def test_who_is_named_behind_by_or_to_does_it(doers: list[str], text: str) -> None:
    ((found, _),) = told(text)
    assert doers == found
