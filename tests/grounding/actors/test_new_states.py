"""States that no register holds are told by what only states have."""

from dataclasses import replace

import pytest

from saidwho.grounding.actors.new_states import find_new_states, with_new_states
from saidwho.grounding.register.load import load_register
from saidwho.grounding.register.new_states import NewState
from saidwho.intake.drafts import Draft, freeze
from saidwho.types.document import Document, Span
from saidwho.types.grounding import Actor
from saidwho.types.reading import Mention, Reading


def document(text: str, title: str | None = None) -> Document:
    return replace(freeze(Draft(text=text, language="en")), title=title)


def reading(text: str, *people: str) -> Reading:
    """A reading in which only the names of people were found."""
    spans = [Span(start=text.index(name), end=text.index(name) + len(name)) for name in people]
    return Reading(
        attributions=(), names=tuple(Mention(span=s, kind="person", score=1.0) for s in spans), mentions=(), tokens=(), sentences=()
    )  # fmt: skip


def found(text: str, *people: str, title: str | None = None) -> tuple[NewState, ...]:
    return find_new_states(document(text, title), reading(text, *people), (), load_register())


def names(text: str, *people: str) -> list[str]:
    return [state.name for state in found(text, *people)]


def body(name: str, text: str) -> Actor:
    start = text.index(name)
    span = Span(start=start, end=start + len(name))
    return Actor(id=name, name=name, kind="body", role=None, of=None, country=None, wikidata=None, mentions=(span,))


def test_an_organ_of_an_organ_is_no_state() -> None:
    """ "Armed Forces" is what a state has."""
    assert [] == names("The General Staff of the Armed Forces of Ukraine confirmed it.")


@pytest.mark.parametrize(
    "text",
    [
        "Vinland's parliament met.",
        "The Vinland government resigned.",
        "The Vinland defence ministry denied it.",
        "The Ministry of Foreign Affairs of Vinland denied it.",
        "President Elna Borg of Vinland wrote to them.",
        "They thanked Vinland, whose defence minister had warned them.",
        "Vinland's minister of defence spoke.",
        "The Vinlandic army shelled the port. Vinland denied it.",
    ],
)
def test_whoever_has_the_organs_of_a_state_is_one(text: str) -> None:
    """However they are named."""
    assert ["Vinland"] == names(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Labour government resigned.",
        "The Tarvian government resigned.",
        "The Dorvan army withdrew.",
        "Vinland's mayor met them.",
        "Ukraine's army withdrew.",
        "The Ministry of Defence in Norrby denied it.",
        "The Front's army withdrew.",
    ],
)
def test_other_words_with_a_capital_are_no_state(text: str) -> None:
    """Parties, peoples, towns, and states that the register holds."""
    assert "Vinland" not in names(text)
    assert all(name not in ("Labour", "Tarvian", "Dorvan", "Ukraine", "Norrby") for name in names(text))


def test_a_politician_with_a_cabinet_is_no_state() -> None:
    """Somebody with more to the name is known."""
    assert [] == names("Joan Orlen resigned. Orlen's cabinet met.", "Joan Orlen")


def test_somebody_with_a_title_is_no_state() -> None:
    assert [] == names("Ms Orlen resigned. Orlen's cabinet met.")


def test_a_name_that_ends_like_a_country_is_one_beside_another() -> None:
    """ "Kastria" where Arland has a minister; a woman called Victoria is none."""
    assert ["Arland", "Kastria"] == names("Arland's defence minister said that Kastria had put mines there. Victoria sailed.")


def test_the_adjective_of_a_state_is_known_with_it() -> None:
    assert [("Kastria", ("Kastrian",))] == [(s.name, s.demonyms) for s in found("Kastria's army fled. Three Kastrian soldiers stayed.")]


def test_the_headline_tells_as_well() -> None:
    assert ["Vinland"] == [s.name for s in found("It denied that.", title="Vinland's army shells the port")]


@pytest.mark.parametrize(
    "text",
    [
        "The Kastrian defence ministry in Dravna denied it. Kastria has an army.",
        "Dravna, the capital of Kastria, was calm. Kastria's army was not.",
        "Kastria's army has laid no mines. Kastria has laid no mines, the Ministry of Defence in Dravna said.",
        "Kastria has laid mines, said the government of Arland. Dravna denied having laid them.",
    ],
)
def test_a_town_stands_for_the_government_that_sits_there(text: str) -> None:
    """Where the text says so, or where it denies what its own state is said to have done."""
    assert ("Dravna",) == {state.name: state.seats for state in found(text)}["Kastria"]


@pytest.mark.parametrize(
    "text",
    [
        "Kastria's army has laid mines. Dravna was calm.",
        "Kastria's army has laid mines, the Ministry of Defence in Corvane said.",
        "Kastria has laid mines, said the government of Arland. Pol Hofer spoke. Hofer denied it.",
    ],
)
def test_no_town_is_a_seat_by_chance(text: str) -> None:
    """A ministry that says what the enemy has done is the enemy's; who denies may be a person."""
    assert all(state.seats == () for state in found(text, *(["Pol Hofer"] if "Hofer" in text else [])))


def test_organs_belong_to_their_state() -> None:
    """So that what they give is given by the state."""
    text = "Vinland's river board sent flour. The council of Vinland met."
    state = NewState(name="Vinland")
    register = load_register().with_states((state,))
    first, second, made = with_new_states(
        (body("Vinland's river board", text), body("The council", text)), document(text), (state,), register
    )
    assert [(made.id, made.id), "Vinland"] == [(first.of, second.of), made.name]


def test_a_state_is_mentioned_wherever_its_name_stands_alone() -> None:
    """Not where the name is a part of another's."""
    text = "Vinland's river board sent flour to Vinland."
    state = NewState(name="Vinland")
    (_, made) = with_new_states((body("Vinland's river board", text),), document(text), (state,), load_register().with_states((state,)))
    assert ["Vinland"] * 2 == [span.of(text) for span in made.mentions]


def test_an_agency_that_signs_a_text_is_no_state() -> None:
    """Whatever its name ends in."""
    text = "{}Shells fell on the port, Vinland's parliament said. It told Adria of it, and Adria asked. It told Adria again."
    assert ["Vinland"] == names(text.format("VARN, Aug 10 (Adria) - "))
    assert ["Adria", "Vinland"] == names(text.format(""))
