"""A content is split into happenings and figures, each with its words."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.statement import Proposition, Report

pytestmark = pytest.mark.model


def read(text: str) -> Report:
    return read_document(freeze(Draft(text=text, published="2023-10-27")))


def propositions(text: str) -> list[Proposition]:
    return [p for statement in read(text).statements for p in statement.propositions]


def words(text: str) -> list[str]:
    return [" … ".join(span.of(text) for span in p.spans) for p in propositions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            (
                "Kyiv has claimed that Russian army has been forced to regroup after suffering 400 casualties a day while trying to "
                "recapture a key town."
            ),
            ["Russian army has been forced to regroup", "suffering 400 casualties a day", "trying to recapture a key town"],
        ),
        ("The governor said shells hit the port and two people died.", ["shells hit the port", "two people died"]),
        ("The governor said he believed that the bridge was destroyed.", ["the bridge was destroyed"]),
        (
            '"We have information that the army is executing soldiers who refuse to fight," the spokesman said.',
            ["the army is executing soldiers who refuse to fight"],
        ),
        ("As many as 50 people died in the strike, the mayor said.", ["As many as 50 people died in the strike"]),
        ("The army said that an initial inquiry had found that its guns hit the clinic.", ["its guns hit the clinic"]),
        ("“Nobody came to help us until it was light,” a nurse said.", ["Nobody came to help us until it was light"]),
        ("Witnesses said the shelling went on after it was dark.", ["the shelling went on after it was dark"]),
        ("The army said the bridge was hit and it was closed.", ["the bridge was hit", "it was closed"]),
    ],
    ids=[
        "three happenings",
        "two joined by and",
        "what is believed",
        "what the information is",
        "as many as",
        "what an inquiry found",
        "until when",
        "after when",
        "what came of it",
    ],
)
def test_each_happening_is_a_proposition(text: str, expected: list[str]) -> None:
    """Words that only say how it is known are none."""
    assert expected == words(text)


def test_what_is_declined_is_one_where_the_reader_finds_a_happening() -> None:
    """A deed that somebody will not do; silence tells nothing."""
    assert ["resign on Monday"] == words("The governor declined to resign on Monday.")
    assert [] == words("The ministry did not respond to a request for comment.")


@pytest.mark.parametrize(
    "text",
    [
        "The mayor called the raid a crime.",
        "The envoy described the bombardment as senseless.",
        "The union denounced the attack on Monday.",
        "The pope lamented the war.",
    ],
)
def test_a_verdict_on_what_is_only_referred_to_is_none(text: str) -> None:
    """Which raid it was stands elsewhere."""
    assert [] == words(text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ("the shelling of a school", "The mayor condemned the shelling of a school."),
        ("the bombardment of Tern", "The envoy described the bombardment of Tern as senseless."),
        ("the capture of the town", "The premier hailed the capture of the town as a turning point."),
        ("the bombing of the ferry", 'The premier called the bombing of the ferry "a massacre of civilians".'),
        ("the deportation of 300 families", "The council condemned the deportation of 300 families."),
        ("the shooting down of a passenger plane", "The foreign ministry condemned the shooting down of a passenger plane."),
        ("his killing", "The charity condemned his killing."),
    ],
)
def test_a_verdict_on_a_deed_tells_it(told: str, text: str) -> None:
    """Where its words say to whom it was done; what the speaker makes of it is no part of it, and he is not who did it."""
    (statement,) = read(text).statements
    (proposition,) = statement.propositions
    assert (told, "judge", ()) == (proposition.spans[0].of(text), statement.act, proposition.actor)
    assert proposition.event is not None


def test_an_infinitive_that_a_clause_is_about_is_part_of_it() -> None:
    """And is no happening of its own."""
    assert ["it was wrong to shell the port"] == words("The spokesman said it was wrong to shell the port.")


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (
            [("Israel strikes again", False, ["Israel"]), ("we will burn its ports", True, ["Amini"])],
            "If Israel strikes again, we will burn its ports, Amini said.",
        ),
        (
            [("they cross the river", False, []), ("we will destroy the bridge", True, ["General Osk"])],
            '"If they cross the river, we will destroy the bridge," General Osk said.',
        ),
        (
            [("they leave", False, []), ("we will attack", True, ["the commander"])],
            '"Unless they leave, we will attack," the commander said.',
        ),
    ],
)
def test_a_condition_is_no_part_of_the_threat(told: list[tuple[str, bool, list[str]]], text: str) -> None:
    """It is done by others, and may be so."""
    report = read(text)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    found = report.statements[0].propositions
    threats = [p.event is not None and p.event.type == "THREATEN" for p in found]
    said = [" ".join(span.of(text) for span in p.spans) for p in found]
    assert told == [(words, threat, [names[i] for i in p.actor]) for words, threat, p in zip(said, threats, found, strict=True)]
    assert ["conditional"] * len(told) == [p.modality for p in found]


def test_a_figure_and_a_place_belong_to_their_proposition() -> None:
    """And not to the one beside it."""
    text = "The governor said 17 people were killed in Kharkiv and the power failed in Odesa."
    found = propositions(text)
    assert [(["Kharkiv"], [17]), (["Odesa"], [])] == [([p.name for p in x.places], [f.low for f in x.figures]) for x in found]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("actual", False), "The ministry said the army shelled the port."),
        (("ongoing", False), "The ministry said the army is shelling the port."),
        (("actual", True), "The ministry said the army did not shell the port."),
        (("planned", False), "The ministry said the army will shell the port."),
        (("planned", False), "The ministry promised to repair the bridge."),
        (("ordered", False), "The ministry urged the rebels to leave the port."),
        (("possible", False), "The ministry said the army may shell the port."),
        (("conditional", False), "The ministry said the army would shell the port if the talks failed."),
        (("ordered", False), "The ministry said the army must shell the port."),
        (("ongoing", False), "The ministry said the port is blocked with sunken barges."),
        (("possible", True), "The envoy said the army was unlikely to enter the port."),
        (("actual", True), "The envoy said two of the five states had yet to sign the treaty."),
    ],
)
def test_a_proposition_says_how_real_it_is(expected: tuple[str, bool], text: str) -> None:
    """What is denied, planned, still to come, feared or asked for is not put down as having happened."""
    assert [expected] == [(p.modality, p.negated) for p in propositions(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The governor said Russia shelled Ukraine.",
        "The governor said Ukraine was shelled by Russia.",
    ],
)
def test_who_does_it_to_whom(text: str) -> None:
    """In the active and in the passive."""
    report = read(text)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    (proposition,) = report.statements[0].propositions
    told = [names[i] for i in proposition.actor], [names[i] for i in proposition.recipient]
    assert (["Russia"], ["Ukraine"]) == told


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (([], ["Russia"]), "Kyiv said Russia lost 300 tanks in the battle."),
        (([], ["Russia"]), "More than 250 tanks were lost by Russia, Kyiv said."),
        ((["Ukraine"], ["Russia"]), "Kyiv said Russia had lost 300 tanks to Ukrainian drones."),
    ],
)
def test_who_loses_something_is_done_to(told: tuple[list[str], list[str]], text: str) -> None:
    """By whom it is lost to, where the text says so."""
    report = read(text)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    (proposition,) = report.statements[0].propositions
    assert told == ([names[i] for i in proposition.actor], [names[i] for i in proposition.recipient])


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ((["Russia"], ["Ukraine"]), "Ukraine took a direct hit from a Russian missile, the United Nations said."),
        ((["Russia"], ["Ukraine"]), "Ukraine came under attack by Russia, the United Nations said."),
        ((["Russia"], []), "Russia took the town after an attack from the north, the United Nations said."),
    ],
)
def test_who_takes_a_hit_or_comes_under_fire_is_done_to(told: tuple[list[str], list[str]], text: str) -> None:
    """From whom, where the text says so."""
    report = read(text)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    (proposition,) = report.statements[0].propositions
    assert told == ([names[i] for i in proposition.actor], [names[i] for i in proposition.recipient])


def test_who_kills_and_wounds_does_both() -> None:
    """ "Killed 210 people and wounded more than 400 others": the second verb is done to nobody whose soldiers did the first."""
    report = read(
        "Russian forces have killed at least 210 people and wounded more than 400 others in an attack on the camp, the mayor said."
    )
    names = {actor.id: actor.name for actor in report.grounding.actors}
    assert [["Russian Armed Forces"]] * 2 == [[names[i] for i in p.actor] for p in report.statements[0].propositions]


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(["they fled", "and", "17 died", "that", "if", "because the", "was", ",", "shelling", "it", "“", "not"]), max_size=14
    )
)
def test_propositions_lie_within_the_content(pieces: list[str]) -> None:
    """Whatever the words, none reaches out of what was said, and ids differ."""
    report = read("The governor of the region said on Monday that " + " ".join(pieces) + ".")
    for statement in report.statements:
        ids = [p.id for p in statement.propositions]
        assert len(ids) == len(set(ids))
        for proposition in statement.propositions:
            assert proposition.spans
            assert all(any(c.start <= s.start < s.end <= c.end for c in statement.content) for s in proposition.spans)


@pytest.mark.parametrize(
    "text", ["Turkey said it shot down a missile that Syria launched.", "Poland said its jets shot down three drones that Russia sent."]
)
def test_what_is_shot_down_is_done_to_whoever_sent_it(text: str) -> None:
    report = read(text)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    assert [["Syria" if "Syria" in text else "Russia"]] == [[names[one] for one in p.recipient] for p in propositions(text)]


def _told(text: str) -> list[tuple[list[str], list[str]]]:
    """Who does it and to whom, of each proposition."""
    report = read(text)
    names = {actor.id: actor.name for actor in report.grounding.actors}
    return [([names[i] for i in p.actor], [names[i] for i in p.recipient]) for s in report.statements for p in s.propositions]


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (([], ["70,000 Russian soldiers"]), "The army said there are 70,000 Russian soldiers who have been killed in Ukraine."),
        (([], ["70,000 Russian soldiers"]), "A spokesman spoke of more than 70,000 Russian soldiers who have been killed in Ukraine."),
        ((["Hamas"], ["40 soldiers"]), "There are 40 soldiers who were captured by Hamas, the minister said."),
        (([], ["Russia"]), "Russian casualties have been high, the minister said."),
    ],
)
def test_the_dead_do_nothing(told: tuple[list[str], list[str]], text: str) -> None:
    """Who is told of as killed is done to, whatever verb the clause begins with."""
    assert [told] == _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kenya said it was hunting al-Shabab, which killed 37 people in a village.",
        "Somalia said it would fight al-Shabab, which killed 37 people and burned down a school.",
    ],
)
def test_who_is_told_of_in_a_relative_clause_does_it(text: str) -> None:
    """ "Which" is the noun that its clause hangs on."""
    assert all(actor == ["al-Shabaab"] for actor, _ in _told(text)[1:])


@pytest.mark.parametrize(
    ("doer", "text"),
    [
        ("Russia", "Officials said six people were killed in Russia's overnight attack on Kharkiv."),
        ("Israel", "Medics said three children were wounded in an Israeli air strike on Rafah."),
        ("Hamas", "Four soldiers died in a Hamas attack near Khan Younis, the general said."),
    ],
)
def test_whose_attack_it_is_does_what_it_does(doer: str, text: str) -> None:
    """Killed in somebody's attack is killed by him."""
    ((actor, _),) = _told(text)
    assert [doer] == actor


def test_whose_weapons_do_one_thing_do_the_next() -> None:
    """ "Strikes had cut off power and destroyed a bridge": both are done by whose strikes they are."""
    first, second = _told("The mayor said Ukrainian drones hit a refinery overnight and set a depot on fire.")
    assert ["Ukraine"] == first[0] == second[0]


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (([], ["people"]), '"I am horrified by the killing of dozens of people," Guterres said.'),
        ((["Israel"], ["the hospital"]), 'Borrell said: "I am appalled by the Israeli strike on the hospital."'),
        (([], ["a church"]), "The pope said he was saddened by the bombing of a church."),
    ],
)
def test_who_is_horrified_by_a_deed_does_it_not(told: tuple[list[str], list[str]], text: str) -> None:
    """What is killed or bombed is done to."""
    assert [told] == _told(text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ((["rebels"], ["Eleven traders"]), "Eleven traders were wounded when rebels shelled a market in Tarsa, the mayor said."),
        ((["militants"], ["Two soldiers"]), "Two soldiers were killed after militants ambushed their patrol, the army said."),
        ((["soldiers"], ["A photographer"]), "A photographer was shot as soldiers stormed the offices of the newspaper, its editor said."),
        (([], ["three nurses"]), "The governor said three nurses were injured when they fled the hospital."),
    ],
)
def test_who_attacks_when_somebody_comes_to_harm_harms_him(told: tuple[list[str], list[str]], text: str) -> None:
    """And nobody is harmed by himself."""
    assert told == _told(text)[0]


@pytest.mark.parametrize(
    ("attacker", "text"),
    [
        ("Houthis", "The ministry said its forces had thwarted an attack by Houthi fighters on a tanker."),
        ("Hamas", "Border guards foiled a Hamas raid on the crossing, the army said."),
        ("Russia", "The general said his troops had halted the Russian offensive in the east."),
    ],
)
def test_an_attack_that_is_ended_is_whoever_made_it(attacker: str, text: str) -> None:
    """He is done to, and not what he aimed at."""
    ((_, recipient),) = _told(text)
    assert [attacker] == recipient


def test_of_a_number_that_is_fired_some_are_shot_down() -> None:
    """It is done to whoever fired them, by whom the pronoun stands for."""
    assert [(["The air force"], ["Russia"])] == _told("The air force said it shot down 41 of 52 missiles fired by Russia.")


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (([], ["Two teachers", "a pupil"]), "Two teachers and a pupil are among the dead, the hospital said."),
        (([], ["A wounded officer"]), "A wounded officer succumbed to his injuries on Monday, the police said."),
        (([], ["Islamic State"]), "The army said Islamic State fighters had been besieged in the old town."),
    ],
)
def test_who_is_fallen_or_besieged_is_done_to(told: tuple[list[str], list[str]], text: str) -> None:
    assert [told] == _told(text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ((["France"], ["Chad"]), "A spokesman said France would deploy 300 soldiers to Chad."),
        ((["Iran"], ["Israel"]), "Iran fired about 200 missiles at Israel on Tuesday, the army said."),
    ],
)
def test_a_country_that_something_is_sent_to_is_done_to(told: tuple[list[str], list[str]], text: str) -> None:
    assert [told] == _told(text)


def test_staff_act_for_whoever_has_them() -> None:
    """ "Its medics" are the ministry's."""
    assert [(["The ministry"], ["40 people"])] == _told("The ministry said its medics had treated 40 people.")


def test_arms_that_are_laid_down_are_nobody() -> None:
    assert [(["the rebels"], [])] == _told("The commander said the rebels laid down their arms on Friday.")


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ((["residents"], []), "Hundreds of residents protested at the crossing on Friday, the mayor said."),
        ((["the army"], ["fighters"]), "The general said the army had captured dozens of fighters."),
        ((["the army"], ["the hostages"]), "The general said the army had freed three of the hostages."),
        (
            ([], ["13 soldiers", "a police officer", "three guards"]),
            "Police said 13 soldiers were killed, along with a police officer and three guards.",
        ),
        (
            (["Israel"], ["Samer Abu Daqqa"]),
            "Al Jazeera says its cameraman Samer Abu Daqqa was killed in an Israeli drone strike on a school.",
        ),
    ],
)
def test_a_number_of_people_and_a_noun_before_a_name_are_those_who_are_meant(told: tuple[list[str], list[str]], text: str) -> None:
    assert [told] == _told(text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ((["troops"], ["the rebels"]), "The commander said troops retook the town from the rebels."),
        (([], []), "A missile launched from Yemen landed near a ship, the agency said."),
    ],
)
def test_who_something_is_taken_from_is_done_to(told: tuple[list[str], list[str]], text: str) -> None:
    """Where something is launched from is not."""
    assert [told] == _told(text)


def test_who_is_hindered_is_done_to() -> None:
    """And does not what he is kept from, which is part of the hindrance."""
    text = "Peacekeepers had been prevented from reaching the village by soldiers at a checkpoint, a spokeswoman said."
    assert [(["soldiers"], ["Peacekeepers"])] == _told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The police said 36 people were killed overnight in bombing of Khan Younis.",
        "The army said it had killed 20 gunmen in fighting around Goma.",
    ],
)
def test_a_happening_in_which_people_are_killed_is_part_of_their_killing(text: str) -> None:
    """Also where it is a noun that looks like a verb."""
    assert 1 == len(propositions(text))


def test_those_who_are_uprooted_are_done_to() -> None:
    """A participle that the parser takes for an adjective is the verb of a passive."""
    assert [([], ["400,000 people"])] == _told("The UN said over 400,000 people have been uprooted.")


def test_who_is_taken_hostage_is_no_second_one() -> None:
    text = "Rebels have taken a New Zealand pilot hostage and burned his plane, police said."
    assert (["Rebels"], ["a New Zealand pilot"]) == _told(text)[0] == _told(text)[1]


def test_our_troops_are_those_of_the_ministry_that_prints() -> None:
    text = "Our troops destroyed 21 tanks near Jabrayil during the past day."
    report = read_document(freeze(Draft(text=text, outlet="Ministry of Defence of Azerbaijan", published="2020-10-05")))
    ((proposition,),) = (s.propositions for s in report.statements)
    assert ("aze",) == proposition.actor


def test_who_is_to_do_what_nobody_is_named_to_demand_is_done_to() -> None:
    text = "The crossing was blocked on Friday, with demands that Turkey open the border."
    assert ([], ["Turkey"]) == _told(text)[-1]


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ((["France"], ["Mali"]), "The minister said France had sent two companies to Mali."),
        ((["Turkey"], ["30 migrants"]), "The UN said Turkey had sent 30 migrants back."),
    ],
)
def test_who_is_sent_suffers_it_where_he_is_sent_away(told: tuple[list[str], list[str]], text: str) -> None:
    """Else it is done to those whom he is sent to."""
    assert [told] == _told(text)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (([], ["Ukraine"]), "A Ukrainian warship was destroyed, the ministry said."),
        (([], []), "Her house burned down, the mayor said."),
        ((["Egypt"], ["the militants"]), "Egypt launched a campaign against the militants a year ago, the ministry said."),
        ((["the army"], ["1,000 civilians"]), "The website said shelling by the army had killed about 1,000 civilians."),
        ((["Fighters"], []), "Fighters broke into the prison, according to the spokesman for the prosecutor."),
    ],
)
def test_whose_what_is_hit_or_hits_is_a_party(told: tuple[list[str], list[str]], text: str) -> None:
    """And whoever owns a house that burns does nothing."""
    assert [told] == _told(text)


def test_each_of_several_demands() -> None:
    assert [(["Mauritania", "Algeria"], ["Morocco"])] == _told("Mauritania and Algeria urged Morocco to withdraw.")


def test_who_is_accused_of_two_things_does_both() -> None:
    text = "Human rights groups accuse the army of demolishing homes and arresting thousands of people."
    assert [["the army"], ["the army"]] == [actor for actor, _ in _told(text)]


def test_who_is_allowed_something_is_done_to() -> None:
    assert [([], ["The mission"])] == _told("The mission was allowed to fly over the town on Sunday, it said.")


def test_a_state_of_emergency_is_nobody() -> None:
    assert [(["the government"], [])] == _told("The mayor said the government had declared a state of emergency.")
