"""Noun phrases go back to whom the text has called so."""

from collections.abc import Callable

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.statement import Report

Read = Callable[[str], Report]

pytestmark = pytest.mark.model


def named(report: Report) -> list[tuple[str, str | None]]:
    """Source and name of the speaker of each statement."""
    names, text = {actor.id: actor.name for actor in report.grounding.actors}, report.document.text
    return [(s.source[0].of(text), names.get(s.speaker.actor or "") if s.speaker else None) for s in report.statements if s.source]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ("The blogger", "A Kastrian war blogger"),
            "A Kastrian war blogger said that rifles were short. The blogger said that officers had fled.",
        ),
        (
            ("the sultanate", "Masalit Sultanate"),
            "The Masalit Sultanate said that a thousand had died. In a statement, the sultanate said that gunmen had lists of names.",
        ),
        (
            ("The military department", "Ministry of Defence of Russia"),
            "Russia's Defence Ministry denied that its planes had bombed the town. The military department said only depots were hit.",
        ),
        (
            ("The agency", "United Nations Children's Fund"),
            "UNICEF said 30 children had died in the camp. The agency called for a ceasefire.",
        ),
        (
            ("The top diplomat", "Ivo Brandek"),
            "Kastria's foreign minister, Ivo Brandek, said the talks would go on. The top diplomat said that Kastria would not yield.",
        ),
        (
            ("Two of its officials", "officials"),
            "The Kastrian relief council has lists of the dead. Two of its officials said the true number was higher.",
        ),
        (
            ("People reaching Varnok on foot", "People"),
            "People reaching Varnok on foot said that the road was mined.",
        ),
        (
            ("The lab", "a laboratory"),
            "The tests were done at a laboratory in Spiez. The lab said the sample held traces of sarin.",
        ),
        (
            ("rescuers and resistance sources", "rescuers and resistance sources"),
            "At least 90 people were killed by a jet, rescuers and resistance sources said.",
        ),
        (
            ("The group", "Taliban"),
            "Taliban fighters entered the town, the Ministry of Interior Affairs confirmed. The group said that it had no plans.",
        ),
        (
            ("The group", "Norra Observatory"),
            "The Varnok Front entered the town. The Norra Observatory said 800 had died. The group said that the front was still.",
        ),
        (
            ("Suleiman Salman Al-Rand", "Suleiman Salman Al-Rand"),
            "“My heart burned,” Suleiman Salman Al-Rand told the Norra Relief Union.",
        ),
        (
            ("Head of the Belgorod region Vyacheslav Rand", "Vyacheslav Rand"),
            "Head of the Belgorod region Vyacheslav Rand reported that a woman was killed.",
        ),
        (
            ("The agency", "Office of the United Nations High Commissioner for Refugees"),
            "The U.N. refugee agency said 900 had crossed.\nThe agency feared more were lost. Norra Serb radio said men were held.",
        ),
        (
            ("A Conservative MP", "A Conservative MP"),
            "A Conservative MP told the House that the tents had been stolen.",
        ),
        (
            ("The source", "A security source"),
            "A security source said that the mine was new. The source said that two men had laid it.",
        ),
        (
            ("The charity", "Norra Relief Union"),
            "The Norra Relief Union said that the ward was hit. The charity urged both sides to spare doctors.",
        ),
        (
            ("The rebels", "Revolutionary Armed Forces of Colombia"),
            "The FARC rejected the offer. The rebels said that they would fight.",
        ),
        (
            ("The company", "Baltica Shipping Company"),
            "The Baltica Shipping Company said all were safe. The war killed 900, the United Nations said. The company said it would pay.",
        ),
    ],
)
def test_a_bare_noun_is_who_was_called_so(read: Read, expected: tuple[str, str], text: str) -> None:
    """Where the text speaks of no other."""
    assert expected in named(read(text))


def test_other_words_before_a_noun_are_of_another(read: Read) -> None:
    """The regional spokesman is not the rebel spokesman of the sentence before."""
    text = "A rebel spokesman said that the town had fallen. The army's regional spokesman said that the withdrawal was tactical."
    found = dict(named(read(text)))
    assert found["A rebel spokesman"] != found["The army's regional spokesman"]


def test_a_paper_is_its_issuers(read: Read) -> None:
    """ "published by the ministry" says whose words a fact sheet holds."""
    assert [("a fact sheet published by the ministry", "the ministry")] == named(
        read("The howitzers will come from the stocks of the army, according to a fact sheet published by the ministry.")
    )


def test_numbers_speak(read: Read) -> None:
    """Those who speak may be only counted."""
    assert ("Six of those interviewed", "Six") in named(read("Six of those interviewed said that they had signed blank sheets."))


def test_a_group_with_the_name_of_a_person_is_a_group(read: Read) -> None:
    """ "it" may stand for it."""
    report = read("Boko Haram said that it had attacked the barracks.")
    assert {"group"} == {actor.kind for actor in report.grounding.actors if actor.name == "Boko Haram"}


@pytest.mark.parametrize("name", ["Dispatch", "Lakes Dispatch"])
def test_an_outlet_speaks_of_itself_by_parts_of_its_name(name: str) -> None:
    """And says "we" for itself."""
    text = f"The {name} said on Monday that the tunnel was full. We said that it was mined."
    report = read_document(freeze(Draft(text=text, outlet="Lakes Dispatch", published="2023-10-27")))
    assert {"Lakes Dispatch"} == {who for _, who in named(report)}


def test_labels_of_a_transcript_are_people(read: Read) -> None:
    """The surname in capitals is the one whose full name stood before."""
    text = "INA DRESH: Who fired?\nPAVEL ORLEN: We did not fire at all.\nDRESH: And now?\nORLEN: The bridge is closed to everybody."
    assert {"PAVEL ORLEN"} == {who for source, who in named(read(text)) if source.endswith("ORLEN")}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("The premier", "Ivo Karsk"), "Prime Minister Ivo Karsk vowed to fight on. The premier said that brigades had been sent."),
        (
            ("A rebel spokesman, who gave his name as Commander Falk,", "Commander Falk"),
            "A rebel spokesman, who gave his name as Commander Falk, said that 40 soldiers had been captured.",
        ),
        (
            ("monitor", "Norra Observatory for Human Rights"),
            "Air strike kills 14, monitor says\nThe Norra Observatory for Human Rights said that jets had hit a market.",
        ),
    ],
)
def test_roles_and_bodies_lead_to_names(read: Read, expected: tuple[str, str], text: str) -> None:
    """Also where another word is used for the office, or the name comes later."""
    assert expected in named(read(text))


def test_an_unnamed_speaker_bears_the_phrase_that_tells_most(read: Read) -> None:
    """Not the first one."""
    text = "The official said that the road was shut. The regional official said that it would stay so."
    assert {"The regional official"} == {who for _, who in named(read(text))}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ("A man who identified himself as Abu Tarek", "Abu Tarek"),
            "A man who identified himself as Abu Tarek told reporters that his fighters had planted explosives.",
        ),
        (
            ("A nurse at the town's clinic", "nurse"),
            "Police have detained 40 people in the town of Sabour. A nurse at the town's clinic confirmed the number.",
        ),
        (
            ("Regional governor", "Danil Orsek"),
            "Regional governor says 14 killed in strike\nRegional governor Danil Orsek said rescuers were still clearing rubble.",
        ),
        (
            ("A defence ministry spokesman", "Igor Tal"),
            "A defence ministry spokesman said four aircraft were lost. The spokesman, Colonel Igor Tal, said the pilots were safe.",
        ),
        (
            ("The official", "Igor Tal"),
            "Defence ministry spokesman Igor Tal said four aircraft were lost. The official added that an inquiry had begun.",
        ),
        (
            ("figures released on Tuesday by the Zaral Observatory for Rights", "Zaral Observatory for Rights"),
            "Some 76,000 people were killed, according to figures released on Tuesday by the Zaral Observatory for Rights.",
        ),
        (
            ("Ostrovan President Viktor Selen, who met the prisoners,", "Viktor Selen"),
            "Ostrovan President Viktor Selen, who met the prisoners, said the group included 24 sailors. Ostrova is at war with Belgar.",
        ),
    ],
)
def test_a_source_is_the_one_whom_the_text_names(read: Read, expected: tuple[str, str], text: str) -> None:
    """By the name beside it, in the same report further down, or without the title that stands before it."""
    assert expected in [(source, (name or "").removeprefix("A ")) for source, name in named(read(text))]


def test_who_is_named_in_the_words_said_does_not_say_them(read: Read) -> None:
    """ "Mr Kovelic is disappointed" is said by somebody else than him."""
    text = (
        "Kovelic was jailed for life on Monday. Kovelic's lawyer, Petar Robin, told reporters that his client would appeal. "
        "“Mr Kovelic is disappointed, he is astonished,” he said."
    )
    assert ("he", "Petar Robin") in named(read(text))


def test_a_new_paragraph_may_turn_to_somebody_else(read: Read) -> None:
    """ "He" is the doctor with whom the paragraph began, though the tailor spoke last."""
    text = (
        "“We have bread for two days,” Abu Salim, a tailor who has brought his mother here, told me. “After that, God will decide.”\n"
        "At the field hospital, a doctor was operating by the light of a mobile phone. He said nineteen people had been brought in dead."
    )
    assert ("He", "a doctor") in named(read(text))


def test_a_rebel_group_is_no_council(read: Read) -> None:
    """But the one armed group that the report names."""
    text = (
        "Amina Lartey told the Council of Nations that her findings were based on interviews. The Teshk Liberation Army has fought Mirova "
        "since 1999. Mirova's ambassador, Dusko Prell, dismissed the report as fiction. The rebel group denied burning any homes."
    )
    assert ("The rebel group", "Teshk Liberation Army") in named(read(text))


def test_a_street_called_after_a_country_tells_of_no_state(read: Read) -> None:
    """ "The government" is not Brazil's where a shop stands on Brazil Street."""
    text = "Sixty people are sharing a cellar on Brazil Street. The government says it is fighting terrorists."
    assert ("The government", "Government of Brazil") not in named(read(text))


def test_whose_is_no_part_of_a_name() -> None:
    report = read_document(freeze(Draft(text="Ghana, whose army chief said on Monday that 20 soldiers had died, called for talks.")))
    assert {"army chief"} == {actor.name for actor in report.grounding.actors if "chief" in actor.name}


def test_a_counterpart_is_somebody_else(read: Read) -> None:
    """Than whose counterpart it is."""
    (_, one), (_, other) = named(read("Ada Vale said the talks were frank. Her Tarvian counterpart said they had failed."))
    assert "Ada Vale" == one
    assert other != one


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("footage geolocated by the institute", "The army has taken Lisk, according to footage geolocated by the institute."),
        ("a document seen by Reuters", "According to a document seen by Reuters, the ministry ordered 4,000 drones."),
    ],
)
def test_who_got_at_a_paper_did_not_issue_it(source: str, text: str, read: Read) -> None:
    """It speaks for nobody that is named."""
    assert [(source, None)] == named(read(text))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (("its manager Hellas Maritime", "Hellas Maritime"), "The ship is sinking, its manager Hellas Maritime said on Monday."),
        (("the grid operator Voltane", "Voltane"), "Two lines were cut, the grid operator Voltane said."),
        (("its manager, Ada Vale", "Ada Vale"), "The ship is sinking, its manager, Ada Vale, said on Monday."),
    ],
)
def test_a_firm_may_be_who_runs_something(read: Read, expected: tuple[str, str], text: str) -> None:
    """A manager or operator is a person or a firm, as the name beside it tells."""
    found = {(source.strip(","), who) for source, who in named(read(text))}
    assert expected in found


def test_a_body_known_by_its_initials_is_no_place(read: Read) -> None:
    """UKMTO speaks for itself, whatever the reader takes its letters for."""
    text = "A bulk carrier was hit by a small boat off Hodeidah on Wednesday, the British maritime security agency UKMTO said."
    assert ["United Kingdom Maritime Trade Operations"] == [who for _, who in named(read(text))]


@pytest.mark.parametrize(
    ("owner", "text"),
    [
        (
            "National Liberation Army (Colombia)",
            "Colombia's ELN guerrillas said they had laid mines. In a communique, the group's Northeastern War Front said six had died.",
        ),
        ("al-Shabaab", "Al-Shabaab's Amniyat wing said it had killed two judges in Mogadishu."),
        ("Military Forces of Colombia", "The Colombian army's Vulcan Task Force said it was pursuing the attackers."),
        (None, "The company's Marine Division said the ship was safe."),
    ],
)
def test_a_wing_or_division_is_of_those_whose_it_is(read: Read, owner: str | None, text: str) -> None:
    """Fronts, wings and divisions with names of their own speak for the group or army that has them."""
    report = read(text)
    actors = {actor.id: actor for actor in report.grounding.actors}
    last = report.statements[-1].speaker
    assert last is not None
    whose = actors[last.actor or ""].of
    assert owner == (actors[whose].name if whose else None)
