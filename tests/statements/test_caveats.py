"""What the outlet itself says against a statement."""

import pytest

from saidwho.pipeline.reading import find_attributions
from saidwho.statements.caveats import caveats_of, find_caveats, is_caveat
from saidwho.statements.statements import make_statements
from saidwho.statements.surroundings import Surroundings
from saidwho.types.document import Span
from saidwho.types.reading import Mention
from tests.statements.marked import read_marked
from tests.statements.read import settled

# The caveat, and the sentence with the statement that it is about.
CAVEATS = [
    (
        "This is highly likely untrue",
        "<The ministry> {claimed} [its troops left in good order]. This is highly likely untrue.",
    ),
    ("That claim was wrong", "<The governor> {said} [the shops were open]. That claim was wrong."),
    (
        "Neither side offered immediate public evidence of who was to blame",
        "<Kastria> {said} [the rebels blew up the dam]. Neither side offered immediate public evidence of who was to blame.",
    ),
    ("presented no evidence", "<The state> {blamed} [the rebels], but presented no evidence."),
    ("contradicting dozens of interviews", "<The state> {denied} [that troops had come], contradicting dozens of interviews."),
    ("could not be independently verified", "<The army> {said} [it had taken the ridge]. The claim could not be independently verified."),
    ("Norrpress could not verify the claim", "<The army> {said} [it had taken the ridge]. Norrpress could not verify the claim."),
    ("there was no independent confirmation", "<The rebels> {said} [they had shot down a jet], but there was no independent confirmation."),
    (
        "There was no independent confirmation of the claim",
        "<The rebels> {said} [they shot down a jet].\nThere was no independent confirmation of the claim.",
    ),
    ("offered nothing to support this", "<The spokesman> {said} [it was their own shell]. He offered nothing to support this."),
    ("did not provide evidence", "<The minister> {said} [gas had been used]. He did not provide evidence."),
    ("without providing evidence", "<The minister> {said}, without providing evidence, [that gas had been used]."),
    ("Without offering proof", "Without offering proof, <the governor> {blamed} [saboteurs for the fire]."),
    ("could not be confirmed", "<The group> {said} [it had killed nine soldiers], a figure that could not be confirmed."),
    (
        "None of the claims could be independently verified",
        "<The army> {said} [it had taken the ridge]. None of the claims could be independently verified.",
    ),
    ("gives no evidence", "<The ministry> {claims} [it has taken the terminal]. It gives no evidence."),
    (
        "have not been able to verify that number",
        "<The mayor> {says} [29 wards are shut]. Reporters have not been able to verify that number.",
    ),
    ("There was no way to check the account", "<The aide> {said} [an officer had deserted]. There was no way to check the account."),
    ("could not immediately be verified", "<The governor> {said} [two people had died]. The report could not immediately be verified."),
    (
        "The Norr Courier was unable to verify the footage",
        "<The brigade> {said} [it had sunk a boat]. The Norr Courier was unable to verify the footage.",
    ),
    (
        "It was not possible to independently verify the account",
        "<The villagers> {said} [men were shot]. It was not possible to independently verify the account.",
    ),
    ("has not been independently verified", "<The ministry> {said} [400 men had died]. The toll has not been independently verified."),
    ("gave no evidence", "<The spokesman> {said} [the rebels had mined the dam]. He gave no evidence."),
    ("offered no proof", "<The junta> {said} [the envoy was a spy] but offered no proof."),
    ("remains unverified", "<The brigade> {said} [it had hit the depot]. The claim remains unverified."),
    (
        "we could not independently verify the figures",
        "<The army> {said} [600 men had died]; we could not independently verify the figures.",
    ),
    (
        "Norrpress has not independently verified the video",
        "<The brigade> {said} [it had hit the depot].\nNorrpress has not independently verified the video.",
    ),
    ("couldn't be verified", "<The group> {said} [it held ten hostages]. That couldn't be verified."),
    ("did not present any evidence", "<The general> {said} [the school was a depot]. The general did not present any evidence."),
    ("were unable to confirm the account", "<The villagers> {said} [men were shot]. Journalists were unable to confirm the account."),
    ("can not be independently verified", "<The army> {said} [it had taken the ridge]. Such claims can not be independently verified."),
]

NO_CAVEATS = [
    "<The UN> {said} [it could not verify the reports].",
    "<The UN mission> {verified} [the deaths of 14 civilians].",
    "<The mayor> {said} [the deaths had been confirmed by the hospital].",
    "<The judge> {said} [the prosecutor had offered no proof].",
    "<The inspectors> {said} [the stocks could be verified within a week].",
    "<The army> {said} [it had no ammunition left].",
    "<The governor>, who did not give details, {said} [a refinery was burning].",
]


@pytest.mark.model
@pytest.mark.parametrize(("expected", "marked"), CAVEATS)
def test_a_caveat_is_about_a_statement(expected: str, marked: str) -> None:
    """What the outlet says against a claim is a caveat on the statement before it, or in its sentence."""
    around, attribution, _ = read_marked(marked)
    caveats = find_caveats(around, (attribution,))
    spans = caveats_of(around, (attribution,), caveats).get(0, ())
    found = [span.of(around.text) for span in spans]
    assert len(found) == 1
    assert expected in found[0]
    assert len(found[0].split()) <= len(expected.split()) + 2


@pytest.mark.model
@pytest.mark.parametrize("marked", NO_CAVEATS)
def test_what_others_doubt_is_no_caveat(marked: str) -> None:
    """A caveat is the outlet's own: what a speaker could not verify is a statement of his."""
    around, attribution, _ = read_marked(marked)
    assert not find_caveats(around, (attribution,))
    assert not is_caveat(around, attribution)


@pytest.mark.model
@pytest.mark.parametrize(
    ("expected", "marked"),
    [
        (True, "<Norrpress> {could not independently verify} [the claim]."),
        (True, "None of [the claims] {could be independently verified}."),
        (True, "[The figures] {could not be verified}."),
        (True, "<The Norr Courier> {was unable to} [verify the footage]."),
        (True, "<Reporters> {could not immediately confirm} [the report]."),
        (True, "There was {no independent confirmation of} [the attack]."),
        (True, "<The institute> {has not observed} [visual confirmation of this claim]."),
        (False, "<The hospital> {confirmed} [nine deaths]."),
        (False, "<The mayor> {said} [the bridge was gone]."),
        (False, "<The ministry> {could not say} [how many had died]."),
        (False, "<The UN> {has verified} [300 deaths]."),
        (False, "<The ministry> {would not confirm or deny} [the report]."),
        (True, "<Independent confirmation> {was not available} [was not available]."),
    ],
)
def test_a_caveat_is_no_statement(expected: bool, marked: str) -> None:
    """The reader takes some caveats for acts of saying; they say nothing by themselves."""
    around, attribution, _ = read_marked(marked)
    assert expected == is_caveat(around, attribution)


@pytest.mark.model
def test_what_a_speaker_could_not_confirm_is_no_caveat_with_its_stop() -> None:
    """The reader's mark of a caveat may end with the stop of the sentence, which the content leaves out."""
    text = "The Mission said it could not confirm the figures."
    reading = find_attributions(text)
    marked = Mention(span=Span(start=text.index("it could"), end=len(text)), kind="caveat", score=0.9)
    assert not find_caveats(Surroundings(text, reading), reading.attributions, [marked])


@pytest.mark.model
@pytest.mark.parametrize(
    ("own", "others", "text"),
    [
        (["The footage could not be verified"], [], "Footage appeared to show a burning tank. The footage could not be verified."),
        (
            ["The Courier could not verify where it was taken"],
            [],
            "A video shows men looting a shop. The Courier could not verify where it was taken.",
        ),
        (
            [],
            ["The claim could not be verified"],
            "The ministry said it had hit the depot. Satellite images show two burnt trucks. The claim could not be verified.",
        ),
    ],
)
def test_a_caveat_may_be_about_what_pictures_show(own: list[str], others: list[str], text: str) -> None:
    """What the outlet tells by pictures is doubted as what others say is; a claim is somebody's."""
    found = make_statements(*settled(text))
    assert own == [span.of(text) for one in found if one.form == "own voice" for span in one.caveats]
    assert others == [span.of(text) for one in found if one.form != "own voice" for span in one.caveats]


@pytest.mark.model
def test_a_caveat_on_claims_is_about_all_of_a_paragraph() -> None:
    """ "The claims could not be verified" is about each claim of the paragraph before; on one claim, about the last."""

    text = "The army said it had taken the ridge. The rebels said they had sunk a boat.\nThe claims could not be verified."
    reading = find_attributions(text)
    around = Surroundings(text, reading)
    table = caveats_of(around, reading.attributions, find_caveats(around, reading.attributions))
    assert ["could not be verified"] * 2 == [span.of(text) for _, spans in sorted(table.items()) for span in spans]


@pytest.mark.model
@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ["The office"],
            "The office said 35 men had died. The claim could not be verified, but a resident said he saw fire.",
        ),
        (
            ["A monitor"],
            "A monitor said 30 men had died. The army said its men were elsewhere.\nThe toll could not be confirmed.",
        ),
        (
            ["The army", "The rebels"],
            "The army said it had taken the ridge.\nThe rebels said they had sunk a boat.\nNorrpress could not verify either account.",
        ),
        (
            ["The army", "The rebels"],
            "The army said 30 men had died.\nThe rebels said 60 men had died.\nNone of these figures could be verified.",
        ),
        (
            ["An official", "The army"],
            "An official said 900 died.\nThe army put the toll at 150.\nA boatman said they had come.\nNeither toll could be confirmed.",
        ),
        (
            ["The monks", "The mayor"],
            "The army said it had left.\nThe monks said 60 families had fled. The mayor said 90 had. Neither number could be checked.",
        ),
    ],
)
def test_a_caveat_on_both_sides_is_about_both(expected: list[str], text: str) -> None:
    """Their claims may stand in paragraphs of their own; two in its own paragraph are those that are meant."""
    reading = find_attributions(text)
    around = Surroundings(text, reading)
    table = caveats_of(around, reading.attributions, find_caveats(around, reading.attributions))
    assert expected == [reading.attributions[i].source[0].of(text) for i in sorted(table)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ["Residents"],
            "Residents said soldiers had burned the mill.\nThe army declined to comment.\nNorrpress could not verify the claim.",
        ),
        (
            ["Residents", "The army"],
            "Residents said men had burned the mill.\nThe town is small.\nThe army denied it. Norrpress could not verify the accounts.",
        ),
        (
            ["The border service", "The council"],
            "The border service said shells hit a mill.\nThe council said a school was hit.\nNeither country's claims could be checked.",
        ),
        (
            ["The rebels", "They"],
            "The mayor said 9 fell.\nThe rebels said 14 fell. They said two fled. Norrpress could not verify these claims.",
        ),
    ],
)
def test_a_caveat_on_the_accounts_is_about_all_that_was_claimed(expected: list[str], text: str) -> None:
    """Whoever declines to answer claims nothing, and "these claims" are only those told last."""
    found = [one for one in make_statements(*settled(text)) if one.caveats]
    assert expected == [one.source[0].of(text) for one in found]


@pytest.mark.model
def test_the_reason_is_no_part_of_a_caveat() -> None:
    """What keeps the outlet from checking is told behind it."""
    text = "The army said it had left.\nThat could not be verified, because reporters are barred from the front."
    reading = find_attributions(text)
    (caveat,) = find_caveats(Surroundings(text, reading), reading.attributions, reading.marks)
    assert "could not be verified" in caveat.span.of(text)
    assert "barred" not in caveat.span.of(text)


@pytest.mark.model
@pytest.mark.parametrize(
    ("expected", "words"),
    [
        ([], "The Courier has seen a copy of the letter"),
        ([], "The wording matched what it wrote in spring"),
        (["Nobody has checked the lists"], "Nobody has checked the lists"),
    ],
)
def test_marked_words_that_doubt_nothing_are_no_caveat(expected: list[str], words: str) -> None:
    """The reader marks them where they stand as caveats do."""
    text = f"The minister said the shells were old. {words}."
    reading = find_attributions(text)
    marked = Mention(span=Span(start=text.index(words), end=text.index(words) + len(words)), kind="caveat", score=0.9)
    assert expected == [caveat.span.of(text) for caveat in find_caveats(Surroundings(text, reading), reading.attributions, [marked])]


@pytest.mark.model
@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            ["The release has not been verified"],
            "Norland hit 30 boats on Friday, its navy said in a release. The release has not been verified, Norrpress reports.",
        ),
        ([], "Norland hit 30 boats on Friday, its navy said. The claim has not been verified, the governor of the port said."),
    ],
)
def test_a_medium_that_tells_of_a_doubt_is_no_speaker(expected: list[str], text: str) -> None:
    """What another medium could not check is a caveat on what was said before it; what somebody else doubts is his statement."""
    first, *more = make_statements(*settled(text))
    assert expected == [caveat.of(text) for caveat in first.caveats]
    assert bool(expected) == (not more)
