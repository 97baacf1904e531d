"""What a text says beside a name, and who is meant by it later."""

from collections.abc import Callable

import pytest

from saidwho.types.grounding import Actor
from saidwho.types.statement import Report
from tests.grounding.actors.sources import speakers

Read = Callable[[str], Report]

pytestmark = pytest.mark.model


def actor(report: Report, name: str) -> Actor:
    """The one actor of a name."""
    (found,) = [one for one in report.grounding.actors if one.name == name]
    return found


def owner(report: Report, name: str) -> str | None:
    """The name of whom an actor belongs to."""
    names = {one.id: one.name for one in report.grounding.actors}
    return names.get(actor(report, name).of or "")


@pytest.mark.parametrize(
    ("role", "name", "text"),
    [
        ("mayor of Dolna", "Petra Lind", "The mayor of Dolna, Petra Lind, said the bridge was gone."),
        ("coup leader", "Idris Bako", "The coup leader, General Idris Bako, said the vote would be held in May."),
        ("spokesman", "Ivo Ranek", "The ministry of fisheries denied it. Its spokesman, Ivo Ranek, said the boats were empty."),
        ("fisherman", "Jonas Weil", "“Nobody slept,” said a fisherman, Jonas Weil."),
        ("hospital's director", "Marwan Odeh", "The hospital's director, Dr. Marwan Odeh, said that fuel had run out."),
        ("Israel's military spokesman", "Dan Harel", "Israel's military spokesman, Rear Admiral Dan Harel, said the raid was over."),
        ("Mayor of Kharkiv", "Ivo Marek", "Mayor of Kharkiv Ivo Marek wrote that two houses had burned."),
    ],
)
def test_a_noun_phrase_before_a_name_is_a_role(read: Read, role: str, name: str, text: str) -> None:
    """Across a comma and a rank."""
    assert role == actor(read(text), name).role


@pytest.mark.parametrize(
    ("expected", "name", "text"),
    [
        ("Ministry of Defence of the United Kingdom", "Ben Hale", "Britain's defence secretary, Ben Hale, said more tanks would be sent."),
        ("Government of Moldova", "Ana Sand", "Moldova's president, Ana Sand, accused nobody."),
        ("The army", "The army's spokesman", "The army's spokesman said three soldiers had been killed."),
        (
            "the Marie Osk school",
            "headmaster",
            "Gunmen stormed the Marie Osk school in Varnok, police said. Its headmaster said that eight pupils were missing.",
        ),
        (
            "the Saint Anne hospital",
            "director",
            "Kyiv said on Monday that four shells had hit the Saint Anne hospital in Kherson. Its director said two nurses were wounded.",
        ),
        (
            "the Kastrian fisheries ministry",
            "A spokesman",
            "A spokesman for the Kastrian fisheries ministry said that nobody had been hurt.",
        ),
        (
            "Ministry of Foreign Affairs of Pakistan",
            "Mina Baloch",
            "Pakistan's Foreign Office said that it had summoned the envoy. Spokesperson Mina Baloch said a protest had been lodged.",
        ),
        (
            "International Committee of the Red Cross",
            "Sam Hale",
            "The Red Cross said its convoy was hit. “Two drivers are dead,” said Sam Hale, a spokesman for the organisation in Gaza.",
        ),
        (
            "Office of the United Nations High Commissioner for Refugees",
            "A spokesperson",
            "A spokesperson for the UN refugee agency said 12,000 people had crossed the border.",
        ),
    ],
)
def test_an_office_is_of_the_body_that_it_is_told_with(read: Read, expected: str, name: str, text: str) -> None:
    """By the words before and behind it, or, of a bare spokesman, by the body that spoke right before."""
    assert expected == owner(read(text), name)


@pytest.mark.parametrize(
    ("expected", "name", "text"),
    [
        ("Ada Vale", "office", "Ada Vale was in the bunker, her office said."),
        ("Government of Ukraine", "an aide", "Kyiv rejected the charge. “We were never there,” an aide said."),
        ("Government of Ukraine", "two senior officials", "Kyiv rejected the charge. The port was closed, two senior officials said."),
        (None, "an aide", "Kyiv rejected the charge.\nThe mayor was absent.\nThe port was closed, an aide said."),
    ],
)
def test_somebody_is_of_whom_the_text_spoke_before(read: Read, expected: str | None, name: str, text: str) -> None:
    """An office of its holder, and officials of the state that spoke in their paragraph."""
    assert expected == owner(read(text), name)


def test_a_body_of_the_register_is_called_by_the_noun_of_its_name(read: Read) -> None:
    found = speakers(read("The Rwandan Patriotic Front said the war in Rwanda was over. The Front said it would talk."))
    assert found["The Rwandan Patriotic Front"] == found["The Front"]


def test_what_is_told_to_be_part_of_something_is_new(read: Read) -> None:
    """ "The alliance of which the group is part" is not the one body named besides."""
    text = "The alliance of which M23 is part said that it held Goma.\nClinics are full, according to the Red Cross.\nThe Red Cross left."
    assert speakers(read(text))["The alliance of which M23 is part"] != "International Committee of the Red Cross"


@pytest.mark.parametrize(
    ("source", "name", "text"),
    [
        ("Mayor Lind", "Petra Lind", "The mayor of Dolna, Petra Lind, said the bridge was gone. Mayor Lind said the town had no water."),
        (
            "Hemsa",
            "Omar Dagal",
            "Rebel leader Omar Dagal, known as Hemsa, said his men held the palace. Hemsa accused the army of shelling the port.",
        ),
        ("The UN chief", "Ana Gutero", "UN Secretary-General Ana Gutero said it was dire. The UN chief urged restraint."),
        ("The Hezbollah leader", "Karim Nasr", "Hezbollah chief Karim Nasr said the front was open. The Hezbollah leader said no."),
        (
            "The Turkish leader",
            "Recep Aslan",
            "Turkey's president, Recep Aslan, said the corridor must reopen. Minister Can Demir said no. The Turkish leader said it would.",
        ),
    ],
)
def test_a_person_is_one_by_title_byname_and_lead(read: Read, source: str, name: str, text: str) -> None:
    """Whatever the person is called by: an office and the surname, a byname, or what the person leads."""
    assert name == speakers(read(text))[source]


def test_an_official_leads_nobody(read: Read) -> None:
    """ "The Hamas leader" is not its official of the sentence before."""
    found = speakers(read("Hamas official Osman Hadad said no. The Hamas leader said yes."))
    assert found["Hamas official Osman Hadad"] != found["The Hamas leader"]


@pytest.mark.parametrize(
    ("source", "name", "text"),
    [
        (
            "The Russian Foreign Ministry",
            "Ministry of Foreign Affairs of Russia",
            "Moldova's president, Ana Sand, accused Moscow of a plot. The Russian Foreign Ministry called the claim false.",
        ),
        ("The Iran-backed movement", "Hezbollah", "Hezbollah said it fired rockets. The Iran-backed movement said one fighter was killed."),
        (
            "The charity",
            "Médecins Sans Frontières",
            "A spokeswoman for Médecins Sans Frontières said the clinic was looted. The charity said its staff were safe.",
        ),
        ("A ministry statement", "ministry", "An army statement said the town was calm. A ministry statement said the same."),
        ("The police", "police", "A police statement said two men had been arrested. The police said they were armed."),
        ("The world body", "United Nations", "The United Nations said 40,000 people had fled. The world body appealed for tents."),
    ],
)
def test_a_body_is_known_by_its_state_its_kind_and_its_papers(read: Read, source: str, name: str, text: str) -> None:
    """And a paper is that of the body whose noun stands before it."""
    assert name == speakers(read(text))[source]


def test_initials_are_those_of_a_body_that_the_register_knows(read: Read) -> None:
    """ "PCG" of the Philippine Coast Guard, which the register does not list so."""
    text = "The Philippine Coast Guard said a vessel fired a water cannon. PCG spokesman Jay Tariel said two men were hurt."
    assert "Philippine Coast Guard" == owner(read(text), "Jay Tariel")


def test_initials_are_those_of_the_name_in_the_register(read: Read) -> None:
    """Whatever stands around the name in the text: the RSF is no group of reporters."""
    text = "Sudan's paramilitary Rapid Support Forces shelled the camp, a doctor said. The RSF said it had not fired."
    assert "Rapid Support Forces" == speakers(read(text))["The RSF"]


def test_a_headline_shortens_what_its_text_spells_out(read: Read) -> None:
    """ "RSF" before the Rapid Support Forces are named is no group of reporters, and nobody else."""
    text = "RSF arrests fighter\nThe Rapid Support Forces said on Thursday that RSF commander Idris Marun would be tried."
    assert "Rapid Support Forces" == owner(read(text), "Idris Marun")


def test_who_in_capitals_is_a_name(read: Read) -> None:
    text = "Fighters kill hundreds at El Fasher hospital, WHO says\nThe World Health Organization said on Monday that 40 people had died."
    assert "World Health Organization" == speakers(read(text))["WHO"]


def test_the_group_is_the_only_one_named(read: Read) -> None:
    """Whose leader is told of, though others spoke in between."""
    text = (
        "The Houthis said they had fired at a tanker. The ship's owner said none was hurt. The group's leader, Abdul Karim, vowed to go on."
    )
    assert "Houthis" == owner(read(text), "Abdul Karim")


@pytest.mark.parametrize(
    ("source", "other", "text"),
    [
        (
            "The prime minister",
            "The prime minister's spokesman, Max Blane,",
            "The prime minister's spokesman, Max Blane, said talks went on. The prime minister said no more money was due.",
        ),
        (
            "The mayor's spokesman",
            "A spokesman",
            "Police said five people were hurt. A spokesman said a man was held. The mayor's spokesman said the street was closed.",
        ),
    ],
)
def test_whose_somebody_is_tells_people_apart(read: Read, source: str, other: str, text: str) -> None:
    """Who has a spokesman is not that spokesman, nor is one body's spokesman another's."""
    found = speakers(read(text))
    assert found[source] != found[other]


def test_a_spokesman_in_a_paragraph_of_his_own_is_of_the_body_that_spoke_last(read: Read) -> None:
    """Of the United Nations, and not of the state that the text is about."""
    report = read(
        "The United Nations human rights office said it had accounts of executions in El Fasher, in Sudan.\n"
        "“The number of dead could amount to hundreds,” spokesman Ivo Vale said."
    )
    actors = {actor.name: actor for actor in report.grounding.actors}
    assert "ohchr" == actors["Ivo Vale"].of


def test_its_leader_is_of_the_body_that_the_sentence_before_is_about(read: Read) -> None:
    """And not of whom that sentence names last."""
    report = read("The Arakan Army rejected the report by the Colombian army. Its leader, Ivo Ranek, said the dead were farmers.")
    actors = {actor.name: actor for actor in report.grounding.actors}
    assert "arakan-army" == actors["Ivo Ranek"].of


def test_its_spokesman_behind_what_a_body_does_is_of_that_body(read: Read) -> None:
    """Whoever spoke before."""
    report = read(
        "Hamas rejected the report on Monday. The World Health Organization was counting the dead, its spokesperson Ada Vale said."
    )
    actors = {actor.name: actor for actor in report.grounding.actors}
    assert "who" == actors["Ada Vale"].of


def test_a_group_is_the_one_that_spoke_last(read: Read) -> None:
    """Though another was called a group before."""
    text = (
        "Amnesty International said 30 people were killed. The group urged an inquiry.\n"
        "Hamas rejected the report on Monday. The armed group called it biased."
    )
    assert "Hamas" == speakers(read(text))["The armed group"]


def test_a_german_is_no_office(read: Read) -> None:
    """ "The German leader" is told from the French one, though "German" ends as "spokesman" does."""
    text = (
        "French President Luc Moreau said France would help. German Chancellor Olaf Schmitt said Berlin would pay.\n"
        "The German leader said nothing would change."
    )
    assert "Olaf Schmitt" == speakers(read(text))["The German leader"]


def test_an_office_read_as_a_name_is_an_office(read: Read) -> None:
    """ "Secretary" is no name where it is of something and a name stands behind that."""
    text = "The prime minister met Secretary of State Anna Rutkow. Rutkow said the talks had failed."
    assert "Anna Rutkow" == speakers(read(text))["Rutkow"]
    assert "Secretary" not in {actor.name for actor in read(text).grounding.actors}


def test_the_spokesman_is_the_last_who_was_called_so(read: Read) -> None:
    """Also where he has no name and another spokesman has."""
    text = "The movement's spokesman, Hadi Moraq, said fighters had come. An army spokesman said it was over. The spokesman gave no toll."
    found = speakers(read(text))
    assert found["An army spokesman"] == found["The spokesman"]


def test_what_somebody_is_said_to_be_before_a_pronoun_is_nobody_else(read: Read) -> None:
    """ "A father of three, he said" goes on with who was spoken of before."""
    assert "Ivo Malk" == speakers(read("Ivo Malk fled in May. A father of three, he said he had lost his house."))["he"]
