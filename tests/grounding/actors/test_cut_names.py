"""A name of the register with an apostrophe inside is one name."""

import pytest

from saidwho.grounding.actors.cut_names import with_uncut_names
from saidwho.grounding.register.load import load_register
from saidwho.types.document import Span
from saidwho.types.reading import Mention, Reading


def names_in(text: str, *read: str) -> list[str]:
    """The names of a text of which the reader takes some words for names."""
    spans = (Span(start=text.index(name), end=text.index(name) + len(name)) for name in read)
    mentions = tuple(Mention(span=span, kind="location", score=0.5) for span in spans)
    reading = Reading(names=mentions, mentions=(), attributions=(), tokens=(), sentences=())
    return [found.span.of(text) for found in with_uncut_names(text, reading, load_register()).names]


def test_a_name_that_was_cut_at_its_apostrophe_is_whole() -> None:
    text = "The head of the Donetsk People's Republic spoke in Makeyevka."
    assert ["Donetsk People's Republic", "Makeyevka"] == names_in(text, "Donetsk", "Republic", "Makeyevka")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday Ukraine's General Staff spoke.", "Ukraine"),
        ("The Harbour Workers' Front spoke.", "Harbour"),
        ("The Donetsk People's Republic spoke.", "Donetsk People's Republic"),
    ],
)
def test_other_names_stay_as_they_were_read(text: str, name: str) -> None:
    """Whose somebody is belongs to no name, nor does the register hold all; and what is whole is so."""
    assert [name] == names_in(text, name)


def test_the_who_is_a_name_where_not_all_is_in_capitals() -> None:
    """The reader at times takes it for the pronoun."""
    assert ["WHO", "Ivo Vale"] == names_in("WHO spokesman Ivo Vale spoke.", "Ivo Vale")
    assert [] == names_in("WHO ARE THE REBELS")
