"""What the outlet asserts itself is a statement in its own voice; what others say, refuse or think is none."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.ids import statement_id
from saidwho.types.statement import Report, Statement

pytestmark = pytest.mark.model


def read(text: str, outlet: str | None = "Harbour Courier") -> Report:
    return read_document(freeze(Draft(text=text, outlet=outlet, published="2023-11-16", language="en")))


def own(report: Report) -> list[Statement]:
    return [statement for statement in report.statements if statement.form == "own voice"]


def words(text: str, outlet: str | None = "Harbour Courier") -> list[str]:
    return [" … ".join(span.of(text) for span in statement.content) for statement in own(read(text, outlet))]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["The war began in April 2016 after Ostrel closed its ports"], "The war began in April 2016 after Ostrel closed its ports."),
        (
            ["Rebels shelled the harbour on Monday and cut the road to the south"],
            "Rebels shelled the harbour on Monday and cut the road to the south. The mayor said nobody had been hurt.",
        ),
        (
            ["Rebels seized the dam in March"],
            "Rebels seized the dam in March, but it is unclear who holds the road.",
        ),
        (["Shells hit the port at night"], "VARNOK, 3 March (Norrpress) – Shells hit the port at night."),
        (["Rebels enter the northern port"], "Ilven war: Rebels enter the northern port"),
    ],
    ids=["a happening", "beside an attribution", "without what it only judges", "behind a dateline", "behind a running title"],
)
def test_the_outlet_asserts_a_happening(expected: list[str], text: str) -> None:
    """In the words of the sentence, without what stands before and behind it."""
    assert expected == words(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["Residents left the town"], "Residents left the town, though several later said they wanted to stay."),
        (
            ["On Monday, in a shooting on the bank of the Orn, four dealers were killed"],
            "On Monday, in a shooting on the bank of the Orn, four dealers were killed, while the mayor said that nobody was hurt.",
        ),
    ],
    ids=["a main clause", "with what stands in front"],
)
def test_a_sentence_may_be_attributed_in_part(expected: list[str], text: str) -> None:
    """What stands free beside the attribution and is a clause of its own is the outlet's."""
    assert expected == words(text)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the bridge was destroyed on Monday.",
        "Shells hit the port, the ministry said.",
        "The army, which denies it, said the bridge was destroyed.",
        '"They shelled the harbour and burned the boats. We ran to the cellar."',
        "The claim could not be independently verified.",
        "The ministry did not immediately respond to a request for comment.",
        "His post was shared by thousands of people on Monday.",
        "Why did the army shell the harbour on Monday?",
        "(With inputs from agencies)",
        "Reporting by Ada Vale in Varnok; editing by Lio Brandt.",
        "Ada Vale in Varnok and Lio Brandt in Kesh contributed to this report.",
        "Ada Vale contributed from Kesh.",
        "Rebels burned the mill in Varnok on Monday and took 40 men. — Norra Front (@norrafront) May 3, 2016",
        "Who fired the rockets is unclear.",
        "It is a war that nobody wants.",
        "I doubt it.",
        "Rebels shelled the harbour, she recalled.",
        "Three dead in the port – governor",
        "Read more: Rebels shelled the harbour on Monday",
        "Also read: Guards seized the mill on Sunday",
        "If you saw the strike, write to us.",
        "The envoy claims that the aid will come next year, once a commission has established who burned the town.",
    ],
)
def test_what_is_no_assertion_of_the_outlet_s(text: str) -> None:
    """Attributed, quoted, doubted, refused, asked, thought, or no part of the report."""
    assert words(text) == []


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ("six burnt lorries beside the road", "A Harbour Courier reporter saw"),
            "A Harbour Courier reporter saw six burnt lorries beside the road.",
        ),
        (("smoke over the refinery", "Our correspondent in Varnok saw"), "Our correspondent in Varnok saw smoke over the refinery."),
        (("two loud blasts in the south", "An AFP photographer heard"), "An AFP photographer heard two loud blasts in the south."),
    ],
    ids=["by its name", "our", "of another outlet"],
)
def test_what_its_own_people_saw_is_first_hand(expected: tuple[str, str], text: str) -> None:
    """The content is what was seen; who saw it is the basis."""
    (statement,) = own(read(text))
    assert statement.first_hand
    assert statement.basis is not None
    assert expected == (statement.content[0].of(text), statement.basis.span.of(text))
    assert statement.basis.kind == "witness"


def test_the_reporters_of_an_outlet_of_two_names_are_its_own() -> None:
    """However the names hang on each other."""
    (statement,) = own(read("Caribe Noticias reporters counted seven bodies on a street near the main square.", "Caribe Noticias"))
    assert statement.first_hand


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ((True, "imagery"), "Footage verified by the Courier shows two tanks on the bridge."),
        ((False, "imagery"), "Satellite images published by a mapping company show two tanks on the bridge."),
        ((True, "document"), "Customs papers seen by the Harbour Courier show that 25 lorries crossed in May."),
    ],
)
def test_images_and_papers_do_not_speak(expected: tuple[bool, str], text: str) -> None:
    """What they show the outlet asserts, and rests it on them; at first hand where it checked them itself."""
    report = read(text)
    (statement,) = report.statements
    assert statement.form == "own voice"
    assert statement.basis is not None
    assert expected == (statement.first_hand, statement.basis.kind)


@pytest.mark.parametrize(
    ("basis", "shown", "text"),
    [
        ("Markings on the casings", "the bombs were built in 2010", "Markings on the casings show that the bombs were built in 2010."),
        (
            "Satellite pictures, which were taken on Monday by a private firm,",
            "both bridges cut",
            "Satellite pictures, which were taken on Monday by a private firm, show both bridges cut.",
        ),
        (
            "Videos shared by rebels",
            "dozens of bodies in a ditch",
            "Videos shared by rebels, which the Harbour Courier could not independently verify, show dozens of bodies in a ditch.",
        ),
    ],
)
def test_what_stands_between_evidence_and_what_it_shows_is_no_part_of_either(basis: str, shown: str, text: str) -> None:
    (statement,) = own(read(text))
    assert statement.basis is not None
    assert (shown, basis) == (statement.content[0].of(text), statement.basis.span.of(text))


def test_what_is_shown_is_found_where_syntax_does_not_tie_it_to_what_shows_it() -> None:
    """By the reader's marks: the images are the basis, and not part of what they show."""
    text = "Satellite pictures published by a private company show both bridges cut."
    (statement,) = own(read(text))
    assert statement.basis is not None
    assert ("both bridges cut", "Satellite pictures published by a private company") == (
        statement.content[0].of(text),
        statement.basis.span.of(text),
    )


@pytest.mark.parametrize(
    ("basis", "shown", "text"),
    [
        (
            "Infra-red pictures passed round by the navy",
            "some forty men on the pier",
            "Infra-red pictures passed round by the navy seem to show some forty men on the pier.",
        ),
        ("A tally kept by a monk", "2,014 shells since October", "A tally kept by a monk gives 2,014 shells since October."),
        (
            "A reporter for Coast Radio who walked to the post",
            "the safe open",
            "A reporter for Coast Radio who walked to the post found the safe open.",
        ),
    ],
)
def test_whoever_or_whatever_opens_a_sentence_is_its_basis(basis: str, shown: str, text: str) -> None:
    """Whichever verb leads to what it shows; what is asserted begins behind that verb."""
    (statement,) = own(read(text))
    assert statement.basis is not None
    assert (basis, shown) == (statement.basis.span.of(text), statement.content[0].of(text))


@pytest.mark.parametrize(
    "text",
    [
        "The logs of the airfield did not record nine flights.",
        "Satellite pictures published by a private company failed to show both bridges cut.",
        "Infra-red pictures passed round by the navy never showed forty men on the pier.",
    ],
)
def test_what_is_not_shown_is_not_asserted(text: str) -> None:
    """Whoever fails to show something shows nothing."""
    assert not [s for s in own(read(text)) if s.content[0].of(text).startswith(("nine", "both", "forty"))]


def test_what_does_not_lean_to_the_outlets_voice_is_none_of_its_assertions() -> None:
    """What people have always done is told beside what happened."""
    text = "Rebels shelled the market of Kesh on Monday. Most families have kept bees there for two hundred years."
    assert ["Rebels shelled the market of Kesh on Monday"] == words(text)


def test_a_deed_is_no_saying() -> None:
    """A court that convicts does, and does not speak."""
    assert ["The court on Friday convicted two officers of killing prisoners"] == words(
        "The court on Friday convicted two officers of killing prisoners."
    )


def test_what_is_told_of_a_subject_is_no_clause_of_its_own() -> None:
    """The main clause is told with it, up to where somebody speaks."""
    text = "The talks, which began on Tuesday, broke down after the rebels demanded the release of 300 prisoners."
    assert ["The talks, which began on Tuesday, broke down"] == words(text)


@pytest.mark.parametrize("cue", ["charged", "rejected"])
def test_whoever_charges_or_rejects_speaks_where_no_court_decides(cue: str) -> None:
    """What stands before "he charged" is said by it; an army that rejects a charge answers it."""
    text = "Brigadier Ivo Rand spoke at noon. Gunmen had fired first, he charged. The army rejected the charge."
    assert cue in [statement.cue[0].of(text) for statement in read(text).statements if statement.cue]


def test_the_outlet_speaks_and_nobody_else() -> None:
    """Its chain is the outlet, also where the text does not name it; no cue and no source is made up."""
    report = read("Rebels shelled the harbour on Monday.", "The Varnok Lantern")
    (statement,) = report.statements
    actors = {actor.id: actor.name for actor in report.grounding.actors}
    assert [("outlet", "The Varnok Lantern")] == [(link.role, link.name) for link in statement.chain]
    assert statement.speaker is not None
    assert actors[statement.speaker.actor or ""] == "The Varnok Lantern"
    assert (statement.cue, statement.source, statement.first_hand) == ((), (), False)
    assert statement.id == statement_id(document=report.document.id, content=statement.content, cue=(), source=())


def test_where_no_outlet_is_known_nobody_speaks() -> None:
    """The assertion stands, its chain is empty."""
    (statement,) = read("Rebels shelled the harbour on Monday.", None).statements
    assert statement.chain == ()
    assert statement.speaker is None or statement.speaker.actor is None


def test_an_agency_in_the_dateline_relays_what_the_outlet_asserts() -> None:
    """As it relays the rest of its report."""
    report = read("VARNOK, March 3 (AFP) – Rebels shelled the harbour on Monday.")
    (statement,) = report.statements
    assert ["Harbour Courier", "Agence France-Presse"] == [link.name for link in statement.chain]


def test_own_voice_has_propositions_places_and_figures() -> None:
    """As all statements have."""
    (statement,) = read("Rebels killed 17 soldiers in Kharkiv on Monday.").statements
    (proposition,) = statement.propositions
    assert ([17], ["Kharkiv"], ["2023-11-13"]) == (
        [figure.low for figure in proposition.figures],
        [place.name for place in proposition.places],
        [time.edtf for time in proposition.times],
    )


@pytest.mark.parametrize(
    ("denial", "before"),
    [
        ("That was wrong", "At noon we wrote that the southern bridge had been destroyed."),
        ("Reports of snipers on the mill are a crude invention", "Guards cleared the square on Monday."),
        ("The charge made against Captain Rolf is without substance: he was walking his dog", "Eleven men seized Captain Rolf on Monday."),
        ("The pictures and films shown by the rebels are yet another provocation", "Our units left the town on 30 March."),
        ("The Tamber Guard had no hand in this", "Villagers stopped the column on Monday and shared out the flour."),
        ("The Korda Militia has nothing to do with it", "Shells fell on the mill at noon on Tuesday."),
    ],
    ids=["takes back", "calls false", "without substance", "a provocation", "disowns", "is no part of"],
)
def test_the_outlet_denies_in_its_own_voice(denial: str, before: str) -> None:
    """What it takes back, calls false or disowns need tell no happening."""
    text = f"{before} {denial}."
    found = [statement for statement in own(read(text)) if statement.act == "deny"]
    assert [denial] == [" ".join(span.of(text) for span in statement.content) for statement in found]
    assert all(statement.denies for statement in found)


def test_what_is_reported_and_that_it_is_false_are_two_statements() -> None:
    """The one is the ministry's, the other whose sentence it is."""
    text = "Guards left. Reports by the Kastrian ministry that the battery was hit on the march are an invention. The battery is safe."
    report = read(text, "General Staff of Ostrel")
    (attributed,) = (statement for statement in report.statements if statement.form != "own voice")
    assert "that the battery was hit on the march" == attributed.content[0].of(text)
    denied = [statement.content[0].of(text) for statement in own(report) if statement.act == "deny"]
    assert denied == ["Reports by the Kastrian ministry that the battery was hit on the march are an invention"]


def test_a_rumour_of_nobody_is_called_false_by_the_outlet() -> None:
    """There is nobody else who could say so."""
    text = "Guards took the mill on Monday. The rumour that the mayor had fled is false. He was in the town hall at noon."
    assert "The rumour that the mayor had fled is false" in words(text, "Mission in Ostrel")


def test_what_somebody_calls_false_is_not_the_outlets() -> None:
    """Whoever says so denies it."""
    text = "Guards took the mill on Monday. The minister said that reports by the rebels of a mutiny are an invention."
    assert words(text) == ["Guards took the mill on Monday"]


@pytest.mark.parametrize(
    ("assertion", "before"),
    [
        ("Its position is not to be discussed in social networks", "The rebels claimed that the battery had been hit."),
        ("She did not play it", "“We have his voice on tape,” the commissioner, Ines Holm, said. She said a colonel had given the order."),
    ],
    ids=["forbids", "what somebody else did not do"],
)
def test_what_answers_nobody_is_no_denial_of_the_outlets(assertion: str, before: str) -> None:
    """Though it says no."""
    found = own(read(f"{before} {assertion}.", "General Staff of Ostrel"))
    assert "deny" not in [statement.act for statement in found]


@pytest.mark.parametrize("denial", ["We do not possess mortars of that kind", "Not a single gun of the brigade remained on the left bank"])
def test_what_is_not_so_of_its_own_is_asserted(denial: str) -> None:
    """Whoever prints its own word tells by it what it has not, and what not one of its own did."""
    assert denial in words(f"Mortars struck the fish market on Friday. {denial}.", outlet="Amber Front")


def test_what_its_own_people_do_not_know_is_no_denial() -> None:
    """ "We do not know" answers nobody."""
    assert "We do not know what it was" not in words("A missile hit the mill on Friday. We do not know what it was.")


@pytest.mark.parametrize(("outlet", "is_own"), [("Ministry of Defence of Ostrel", True), ("Harbour Courier", False)])
def test_all_that_a_body_says_on_its_page_is_its_own(outlet: str, is_own: bool) -> None:
    """Also how things are, which a paper only tells."""
    text = "The target was of an exclusively military nature. The garrison has no other depot in the district."
    assert (
        ["The target was of an exclusively military nature", "The garrison has no other depot in the district"] if is_own else []
    ) == words(text, outlet)


@pytest.mark.parametrize(
    ("told", "text"),
    [
        (["which took the town in May"], "The Salt Guard, which took the town in May, says the army has burned two mills."),
        (["which shelled Orlava for a month"], "The Third Brigade, which shelled Orlava for a month, said it had lost nine men."),
        ([], "The mayor, who keeps the keys of the mill, said the army had burned it."),
    ],
)
def test_what_is_told_of_a_body_that_speaks_is_the_outlets(told: list[str], text: str) -> None:
    """Though the words for who speaks reach over it."""
    assert told == words(text)


@pytest.mark.parametrize(
    "text",
    [
        "The crew of nine, who had no licences, were put ashore in Port Ketter on Monday.",
        "The council had known and had lent a lorry to the brigade in May.",
        "The army called in two brigades from the north on Monday.",
        "On Monday the names of 13 wanted men were written on walls all over Kesh.",
        "What burned at Kesh on Monday was an inflatable model made by pupils of the school.",
        "Before he fled he blew up the bridge over the Orn.",
        "The wounded are lying in a cellar and could not be reached on Monday.",
    ],
    ids=["put", "known", "called in", "written on", "a cleft", "a clause in front", "nobody to reach"],
)
def test_a_word_that_may_be_one_of_saying_may_tell_a_deed(text: str) -> None:
    """By its part of speech and what stands with it; the sentence is told whole."""
    assert [text.removesuffix(".")] == words(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army put its dead at nine.",
        "It is known that the bridge was mined.",
        "What the lists do not show is who the men are.",
        "What matters is peace.",
        "The consular hours were changed on Monday.",
        "Elsewhere in this issue: how the ferry lost her paint.",
    ],
)
def test_what_is_put_known_or_not_shown_is_no_assertion(text: str) -> None:
    """Nor is what tells readers where to look."""
    assert words(text) == []


def test_what_is_commonplace_is_told_without_saying_so() -> None:
    """ "As is known," stands before what is told."""
    assert ["on 20 May rebels shelled the hospital in Varnok"] == words("As is known, on 20 May rebels shelled the hospital in Varnok.")


@pytest.mark.parametrize(("outlet", "is_own"), [("General Staff of Ostrel", True), ("Harbour Courier", False)])
def test_a_body_may_be_short(outlet: str, is_own: bool) -> None:
    """Three words are a sentence of its own; of a paper's they are a heading."""
    assert is_own == ("Kesh is ours" in words("Shells hit the mill on Friday. Kesh is ours.", outlet))


def test_who_writes_i_on_his_page_tells_where_he_went() -> None:
    """What he thinks is attributed to him."""
    text = "I went to the camp yesterday without announcement. I think it is clean."
    assert ["I went to the camp yesterday without announcement"] == words(text, "Ombudsman Ada Vale (own channel)")


@pytest.mark.parametrize(
    ("outlet", "text"),
    [
        (
            "Foreign Ministry of Marovia",
            "Nine men were killed at the quay on Monday. The Foreign Ministry said that it had summoned the ambassador.",
        ),
        ("Foreign Ministry of Marovia", "Nine men were killed at the quay on Monday. The navy of Marovia sank two boats."),
        ("Herold", "Nine men were killed at the quay on Monday. Ada Vale told Herold that soldiers had done it."),
    ],
)
def test_whoever_prints_it_asserts_it(outlet: str, text: str) -> None:
    """Under whichever name the register, or the reader, knows it."""
    assert own(read(text, outlet))
    assert all(statement.speaker and statement.speaker.actor for statement in own(read(text, outlet)))


def test_the_paper_by_a_part_of_its_name_relays_nothing() -> None:
    """What it saw itself is its own."""
    report = read("The mayor fled to the coast on Monday. The Courier has seen the bodies of nine men.")
    assert {"outlet"} == {link.role for statement in own(report) for link in statement.chain}


def test_labels_of_a_list_are_no_part_of_what_is_asserted() -> None:
    """Whoever says it."""
    text = "The mission reports:\n\na) Two guards were killed at the dam.\n\nb) The governor said that a bus had been shelled."
    report = read(text, "Lowar Observation Mission")
    assert ["Two guards were killed at the dam"] == words(text, "Lowar Observation Mission")
    assert ["The governor"] == [span.of(text) for statement in report.statements for span in statement.source]


TALK = """PRESENTER: Shells hit the port of Dast on Monday. Our reporter is there.
REPORTER (Dast): Nine people were killed when a bus ran over a mine on Tuesday. Is the road open, minister?
KARSK: Two bridges were blown up on Sunday.
REPORTER (Dast): And the dead?
KARSK: Four men were buried today."""


def test_presenters_and_reporters_speak_for_the_outlet() -> None:
    """Whoever answers them does not; where a reporter stands is no agency."""
    expected = ["Shells hit the port of Dast on Monday", "Nine people were killed when a bus ran over a mine on Tuesday"]
    assert expected == words(TALK, "Lowar One")
    assert {"outlet"} == {link.role for statement in own(read(TALK, "Lowar One")) for link in statement.chain}


def test_the_label_of_a_broadcaster_is_not_said() -> None:
    """With a name before it."""
    text = "MARY KELSEY, HOST: The town of Bakor fell last night.\nJON VIK, BYLINE: Rebels shelled the port on Monday."
    assert ["The town of Bakor fell last night", "Rebels shelled the port on Monday"] == words(text)


def test_a_clause_does_not_end_in_where() -> None:
    """What others say of the place is theirs."""
    assert ["Rebels shelled the hospital in Bakor"] == words(
        "Rebels shelled the hospital in Bakor, where residents said 12 people had died."
    )


def test_those_who_are_asked_speak_for_themselves() -> None:
    """In a talk that a reporter leads."""
    said = [s.content[0].of(TALK) for s in read(TALK, "Lowar One").statements if s.source]
    assert ["Two bridges were blown up on Sunday.", "Four men were buried today."] == said


@pytest.mark.parametrize(
    "said",
    [
        "The allegation that shells were loaded at Dast is baseless",
        "The tale that men were shot there is an invention",
        "The rumour that arms were on board is untrue",
    ],
)
def test_an_issuer_denies_what_it_calls_baseless(said: str) -> None:
    """Whoever alleged it; the whole sentence is its word."""
    outlet = "Lowar Observation Mission"
    report = read(f"The mission inspected the ship on Monday. {said}. Two guards were hurt.", outlet)
    assert [said] == [s.content[0].of(report.document.text) for s in own(report) if s.act == "deny"]
    assert all(s.speaker and s.speaker.actor for s in report.statements)


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lenk sits on a plastic chair in front of her tent, her hands folded in her lap.",
        "At the market of Korda, women sell onions and bread.",
        "Peace has never seemed further away.",
        "Ivo Marran, 58, was born in Tresk and studied law in Lurin.",
        "Olek Brask kneels beside the stove in his kitchen, his sleeves rolled to the elbow.",
    ],
    ids=["a person", "a street", "rhetoric", "a life", "a kitchen"],
)
def test_scenes_and_musings_assert_nothing(text: str) -> None:
    """Also where the reader finds nothing else in a text."""
    assert [] == words(text)


@pytest.mark.parametrize(
    "text",
    [
        "If the talks fail, the army may resume its offensive.",
        "The army could withdraw from Orsk within days.",
        "Should the bridge fall, the city would be cut off.",
        "The rebels may have lost 200 men in the battle.",
    ],
)
def test_what_may_be_is_not_asserted(text: str) -> None:
    """By a paper; nor what is so on a condition."""
    assert [] == words(text)


def test_what_could_not_be_done_is_asserted() -> None:
    text = "Rescuers could not reach the village until Thursday."
    assert [text.removesuffix(".")] == words(text)


def test_what_a_place_is_is_not_asserted() -> None:
    text = "Two soldiers were killed by a bomb in the Sarn valley. The valley is home to 40,000 people and lies 60 km from the border."
    assert ["Two soldiers were killed by a bomb in the Sarn valley"] == words(text)


def test_hopes_and_fears_are_no_happenings() -> None:
    assert ["Prices have doubled since March"] == words("Fears are growing of a famine in the north. Prices have doubled since March.")


def test_asking_for_comment_is_no_happening() -> None:
    assert [] == words("The Courier has contacted the ministry for comment.")


@pytest.mark.parametrize("text", ["The plane never reached Lurin.", "The town has never fallen to the rebels."])
def test_what_never_was_denies_nothing_in_a_paper(text: str) -> None:
    """It tells it; a body that prints its own word answers somebody."""
    assert {"assert"} == {statement.act for statement in own(read(f"{text} It was shelled on Monday, and nine people died."))}


@pytest.mark.parametrize(
    ("seeing", "text"),
    [
        ("AFP journalists saw", "AFP journalists saw two burned cars near the gate."),
        ("A BBC team saw", "A BBC team saw smoke rising from the airport."),
        ("Reporters for the Courier found", "Reporters for the Courier found shell craters beside the clinic."),
        ("An AP photographer counted", "An AP photographer counted 12 bodies in the street."),
    ],
)
def test_reporters_of_any_outlet_see_at_first_hand(seeing: str, text: str) -> None:
    (statement,) = own(read(text))
    assert (True, seeing) == (statement.first_hand, statement.basis.span.of(text) if statement.basis else None)


def test_pictures_that_the_outlet_took_are_first_hand() -> None:
    (statement,) = own(read("Photographs taken by the Courier showed a crater in the yard of the school."))
    assert statement.first_hand


def test_what_a_verb_leads_over_to_is_not_cut() -> None:
    """ "The strike raises" of "fears of a wider war" is nobody's assertion."""
    text = "Two men were killed in Selin on Monday. The strike raises fears of a wider war."
    assert ["Two men were killed in Selin on Monday"] == words(text)


@pytest.mark.parametrize(
    ("basis", "said", "text"),
    [
        (
            "The video, verified by the BBC",
            "a missile hitting the tower",
            "The video, verified by the BBC, shows a missile hitting the tower.",
        ),
        ("Satellite images analysed by the group", "mass graves", "Satellite images analysed by the group appear to show mass graves."),
    ],
)
def test_what_evidence_shows_rests_on_it(basis: str, said: str, text: str) -> None:
    """With what stands between it and its verb."""
    (statement,) = own(read(text))
    assert statement.basis is not None
    assert (basis, said) == (statement.basis.span.of(text), statement.content[0].of(text))
