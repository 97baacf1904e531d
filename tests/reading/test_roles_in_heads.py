"""A role before or behind the colon of a headline speaks."""

import pytest

from saidwho.reading.heads import read_head
from saidwho.types.document import Span


@pytest.mark.parametrize(
    ("source", "cue", "said", "text"),
    [
        ("Monitors", ":", "91 villages burned in Quenby", "Monitors: 91 villages burned in Quenby"),
        ("monitors", ":", "91 villages burned", "91 villages burned: monitors"),
        ("spy service", "thinks", "Attack within a month", "Attack within a month, spy service thinks"),
    ],
)
def test_a_role_speaks_in_a_headline(source: str, cue: str, said: str, text: str) -> None:
    """Before a colon, behind it, and before a verb of thinking."""
    (found,) = read_head(text, Span(start=0, end=len(text)), names=frozenset())
    assert (source, cue, said) == tuple(part[0].of(text) for part in (found.source, found.cue, found.content))


@pytest.mark.parametrize("text", ["Day nine: shells fall on Lenn", "War in Quenby: day nine"])
def test_a_title_before_a_colon_is_no_speaker(text: str) -> None:
    """Neither a title nor what stands behind it is a role."""
    assert () == tuple(read_head(text, Span(start=0, end=len(text)), names=frozenset()))
