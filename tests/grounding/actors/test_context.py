"""Which states a text is about."""

import pytest

from saidwho.grounding.actors.context import text_context
from saidwho.grounding.register.load import load_register
from saidwho.types.document import Span
from saidwho.types.grounding import Place


def town(name: str, country: str) -> Place:
    return Place(
        span=Span(start=0, end=len(name)),
        name=name,
        geonameid=1,
        country=country,
        admin1=None,
        lat=None,
        lon=None,
        where_prec=1,
        use="literal",
        score=1.0,
    )


@pytest.mark.parametrize(
    ("text", "places", "context"),
    [
        ("Bukavu saw it first, the Congolese army said.", (town("Bukavu", "COD"),), ("cod",)),
        ("The M23 took the pass, the Congolese army said.", (), ("cod",)),
        ("The Congolese army said so.", (), ()),
        ("Bukavu saw it first, the army said.", (town("Bukavu", "COD"),), ()),
    ],
)
def test_a_word_of_two_states_is_of_that_whose_town_or_fighters_the_text_names(
    text: str, places: tuple[Place, ...], context: tuple[str, ...]
) -> None:
    """Towns alone tell no state."""
    assert context == text_context(text, places, (), load_register())
