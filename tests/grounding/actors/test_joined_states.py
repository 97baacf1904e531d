"""Two states that do something together are two."""

import pytest

from saidwho.grounding.actors.joined_states import with_states_apart
from saidwho.grounding.register.load import load_register
from saidwho.types.document import Span
from saidwho.types.reading import Mention, Reading


def names_in(text: str, name: str) -> list[tuple[str, str]]:
    """The names of a text of which the reader takes some words for that of a body."""
    start = text.index(name)
    mention = Mention(span=Span(start=start, end=start + len(name)), kind="organisation", score=0.5)
    reading = Reading(names=(mention,), mentions=(), attributions=(), tokens=(), sentences=())
    return [(found.span.of(text), found.kind) for found in with_states_apart(text, reading, load_register()).names]


def test_two_states_that_and_joins_have_a_name_each() -> None:
    text = "On Monday Peru and Kenya signed an agreement."
    assert [("Peru", "location"), ("Kenya", "location")] == names_in(text, "Peru and Kenya")


@pytest.mark.parametrize("name", ["Trinidad and Tobago", "Antigua and Barbuda", "Crane and Harrow", "Peru and Harrow"])
def test_a_state_or_a_firm_with_and_in_its_name_keeps_it(name: str) -> None:
    assert [(name, "organisation")] == names_in(f"On Monday {name} signed an agreement.", name)
