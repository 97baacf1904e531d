"""States that no register holds are told by what only states have."""

import pytest

from saidwho.grounding.actors.new_states import with_new_states
from saidwho.intake.drafts import Draft, freeze
from saidwho.types.document import Span
from saidwho.types.grounding import Actor


def body(name: str, text: str) -> Actor:
    start = text.index(name)
    span = Span(start=start, end=start + len(name))
    return Actor(id=name, name=name, kind="body", role=None, of=None, country=None, wikidata=None, mentions=(span,))


def states(text: str, *actors: Actor) -> list[str]:
    return [actor.name for actor in with_new_states(actors, freeze(Draft(text=text, language="en")), ()) if actor.kind == "state"]


@pytest.mark.parametrize(
    "text",
    [
        "Vinland's parliament met.",
        "The Vinland government resigned.",
        "The Ministry of Foreign Affairs of Vinland denied it.",
        "President Elna Borg of Vinland wrote to them.",
    ],
)
def test_whoever_has_the_organs_of_a_state_is_one(text: str) -> None:
    """However they are named."""
    assert ["Vinland"] == states(text)


@pytest.mark.parametrize("text", ["The Labour government resigned.", "The Tarvian government resigned.", "Vinland's mayor met them."])
def test_other_words_with_a_capital_are_no_state(text: str) -> None:
    """Parties, peoples and towns."""
    assert [] == states(text)


def test_organs_belong_to_their_state() -> None:
    """So that what they give is given by the state."""
    text = "Vinland's government sent flour. The cabinet of Vinland met."
    first, second, state = with_new_states(
        (body("Vinland's government", text), body("The cabinet", text)), freeze(Draft(text=text, language="en")), ()
    )
    assert [(state.id, state.id), "Vinland"] == [(first.of, second.of), state.name]


def test_a_name_that_was_taken_for_a_person_is_the_state() -> None:
    """Under the id it had."""
    text = "Vinland thanked them. Vinland's army withdrew."
    (state,) = with_new_states((body("Vinland", text),), freeze(Draft(text=text, language="en")), ())
    assert ("Vinland", "state") == (state.id, state.kind)


def test_a_politician_with_a_cabinet_is_no_state() -> None:
    """Somebody with more to the name is known."""
    text = "Joan Orlen resigned. Orlen's cabinet met."
    person = Actor(
        id="p", name="Joan Orlen", kind="person", role=None, of=None, country=None, wikidata=None,
        mentions=(Span(start=0, end=10), Span(start=21, end=26)),
    )  # fmt: skip
    assert [] == states(text, person)
