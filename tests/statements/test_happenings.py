"""What the propositions of read reports tell: event, parties, conduct."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document
from saidwho.types.statement import Proposition, Report

pytestmark = pytest.mark.model


def read(text: str) -> Report:
    return read_document(freeze(Draft(text=text, published="2023-10-27")))


def propositions(report: Report) -> list[Proposition]:
    return [p for statement in report.statements for p in statement.propositions]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["ASSAULT"], "The governor said rockets hit the port of Odesa on Monday."),
        (["COERCE"], "The ministry said police had arrested and detained two editors."),
        (["RETREAT"], "The ministry said the army has withdrawn from the town."),
        (["REQUEST"], "The president urged Congress to approve the aid package."),
        ([None], "The minister said that the situation remains difficult."),
        ([None], "The spokesman said the bridge was four kilometres long."),
    ],
)
def test_a_proposition_has_the_type_of_what_it_tells(expected: list[str | None], text: str) -> None:
    """Talk and states of affairs have none."""
    assert expected == [p.event and p.event.type for p in propositions(read(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed eleven people in Tern, the mayor said. The governor put the toll at 19.",
        "Shells killed eleven people in Tern, the mayor said. The governor gave the number as at least 51.",
    ],
)
def test_a_number_alone_tells_what_is_counted_before(text: str) -> None:
    """Its own words tell nothing, and the reader has seen what stands before."""
    *_, number = propositions(read(text))
    assert number.event is not None
    assert number.event.type == "ASSAULT"


def test_an_event_says_by_which_word() -> None:
    """Its span is the head of the clause, inside the proposition's words."""
    text = "The governor said rockets hit the port of Odesa on Monday."
    (proposition,) = propositions(read(text))
    assert proposition.event is not None
    assert ("hit", "heavy-weapons") == (proposition.event.span.of(text), proposition.event.mode)


@pytest.mark.parametrize(
    ("actor", "recipient", "text"),
    [
        (["Russia"], ["Ukraine"], "The governor said Russia attacked Ukraine."),
        (["Russia"], ["Ukraine"], "The governor said Ukraine was attacked by Russia."),
        (["Government of France"], ["Israel"], "France's government urged Israel to stop the strikes."),
        (["Salt Brigade"], [], "The Salt Brigade said its fighters had shelled the port of Tern."),
        (["Salt Brigade"], ["police"], "The Salt Brigade said it had shelled a police post."),
    ],
)
def test_who_acts_and_who_is_acted_upon(actor: list[str], recipient: list[str], text: str) -> None:
    """In the active, in the passive, where the speaker himself turns to somebody, by his soldiers, and behind a pronoun."""
    report = read(text)
    names = {one.id: one.name for one in report.grounding.actors}
    (proposition,) = propositions(report)
    assert (actor, recipient) == ([names[i] for i in proposition.actor], [names[i] for i in proposition.recipient])


def test_what_is_denied_to_have_happened_alleges_nothing() -> None:
    """Conduct is given for what is said to be so."""
    said, denied = read("The monitor said guards tortured prisoners."), read("The monitor said guards did not torture prisoners.")
    assert ["torture"] == [c.tag for p in propositions(said) for c in p.conduct]
    assert [] == [c.tag for p in propositions(denied) for c in p.conduct]


def test_a_refusal_to_speak_has_no_propositions() -> None:
    """What somebody declines to do is not said to have happened."""
    report = read("The ministry declined to comment on the strike.")
    assert [] == [p for s in report.statements if s.act == "decline" for p in s.propositions]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ([], "The governor said rebels had shelled the port. The rebels denied the accusation."),
        ([], "The governor said rebels had shelled the port. The rebels denied it."),
        (["ASSAULT"], "The governor said rebels had shelled the port. The rebels denied the attack."),
    ],
)
def test_what_is_only_referred_to_tells_no_event(expected: list[str], text: str) -> None:
    """The event is told where the words name it."""
    denials = [s for s in read(text).statements if s.act == "deny"]
    assert expected == [p.event.type for s in denials for p in s.propositions if p.event is not None]


@pytest.mark.parametrize(
    "text",
    [
        "The governor said an earthquake had struck the north, killing 180 people.",
        "The governor said floods had killed forty people in the valley.",
        "The governor said six villages had been destroyed by the quake.",
        "The governor said the ferry had capsized, killing nine passengers.",
        "The governor said three soldiers had died in a road accident.",
        "The governor said cholera had killed 31 people in the camp.",
    ],
)
def test_nobody_attacks_in_a_mishap(text: str) -> None:
    """Nature, illness and accidents strike and kill, and are no ASSAULT."""
    assert {None} == {p.event and p.event.type for p in propositions(read(text))}


@pytest.mark.parametrize(
    "text",
    [
        "The governor said a car bomb had killed four people after the floods.",
        "The governor said shells had destroyed six villages since the earthquake.",
        "The governor said a drone had crashed into the market, killing nine people.",
        "Rebels storm the police barracks in Sarn, the governor said.",
        "The governor said the patrol boat had fired on the trawler and had then collided with it.",
    ],
)
def test_an_attack_beside_a_mishap_is_one(text: str) -> None:
    """What is told of a disaster beside it changes nothing."""
    assert "ASSAULT" in {p.event and p.event.type for p in propositions(read(text))}


def test_who_tells_of_an_attack_on_his_own_page_did_not_make_it() -> None:
    """ "We" on a ministry's page are the ministry, and no attackers."""
    text = (
        "The Ministry urges restraint. Our consular staff are working to establish the full extent of this unprovoked attack on the camp."
    )
    report = read_document(freeze(Draft(text=text, outlet="US State Department", published="2015-10-30")))
    (attack,) = [p for p in propositions(report) if p.event is not None and p.event.type == "ASSAULT"]
    assert () == attack.actor


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("ASSAULT", "The ministry said its troops had taken the airfield before dawn."),
        ("ASSAULT", "The ministry said its troops had taken the mountain pass before dawn."),
        ("ASSAULT", "The ministry said the rebels held two thirds of the city."),
        ("ASSAULT", "The ministry said a column of tanks had entered the town from the east."),
        ("ASSAULT", "The ministry said its forces were in full control of the port."),
        ("COERCE", "The ministry said its troops had seized the mayor of Odesa."),
        ("COERCE", "The ministry said its troops had taken forty prisoners before dawn."),
        ("COERCE", "The ministry said the rebels held two aid workers."),
    ],
)
def test_ground_that_is_taken_is_an_assault(expected: str, text: str) -> None:
    """And people and goods that are taken are not."""
    assert [expected] == [p.event and p.event.type for p in propositions(read(text))]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("RETREAT", "The ministry said the rebels had been forced to regroup."),
        ("RETREAT", "The ministry said its guns had forced the enemy to abandon the ridge."),
        ("RETREAT", "The ministry said two battalions were forced to pull back from the river."),
        (None, "The ministry said 4,000 residents were forced to leave their homes."),
    ],
)
def test_soldiers_who_are_made_to_give_up_ground_retreat(expected: str | None, text: str) -> None:
    """And people who have to leave their homes do not."""
    (proposition,) = propositions(read(text))
    found = proposition.event and proposition.event.type
    assert found == expected if expected else found != "RETREAT"


def test_who_pulls_bodies_from_the_rubble_attacks_nobody() -> None:
    """Though the sentence tells of a strike."""
    text = (
        "Rescuers pulled three more bodies from the rubble, bringing the toll from Tuesday's strike on the depot to 14, the service said."
    )
    events = [p.event and p.event.type for p in propositions(read(text)) if any("bodies" in span.of(text) for span in p.spans)]
    assert events
    assert "ASSAULT" not in events


def test_who_does_not_fight_enters_without_an_assault() -> None:
    """By the same words."""
    (proposition,) = propositions(read("The agency said a convoy of lorries with flour had entered the town from the east."))
    assert proposition.event is None or proposition.event.type != "ASSAULT"
