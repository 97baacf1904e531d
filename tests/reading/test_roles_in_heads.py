"""A role before or behind the colon of a headline speaks."""

import pytest

from saidwho.reading.heads import read_head
from saidwho.types.document import Span


def tells(_words: Span) -> bool:
    return True


@pytest.mark.parametrize(
    ("source", "cue", "said", "text"),
    [
        ("Monitors", ":", "91 villages burned in Quenby", "Monitors: 91 villages burned in Quenby"),
        ("monitors", ":", "91 villages burned", "91 villages burned: monitors"),
        ("Defence Ministry", "—", "Claims of strike on hospital untrue", "Claims of strike on hospital untrue — Defence Ministry"),
        ("Karlian official", "-", "Front to free three captives", "Front to free three captives - Karlian official"),
        ("activists", "–", "200 killed in three days", "200 killed in three days – activists"),
        ("spy service", "thinks", "Attack within a month", "Attack within a month, spy service thinks"),
    ],
)
def test_a_role_speaks_in_a_headline(source: str, cue: str, said: str, text: str) -> None:
    """Before a colon, behind it, and before a verb of thinking."""
    (found,) = read_head(text, Span(start=0, end=len(text)), names=frozenset(), tells=tells)
    assert (source, cue, said) == tuple(part[0].of(text) for part in (found.source, found.cue, found.content))


@pytest.mark.parametrize("text", ["Five killed in Quenby - Norrpress", "Five killed in Quenby - Harbour Daily"])
def test_behind_a_hyphen_a_page_puts_its_own_name(text: str) -> None:
    assert () == tuple(read_head(text, Span(start=0, end=len(text)), names=frozenset({len(text)}), tells=tells))


@pytest.mark.parametrize("text", ["Day nine: shells fall on Lenn", "War in Quenby: day nine"])
def test_a_title_before_a_colon_is_no_speaker(text: str) -> None:
    """Neither a title nor what stands behind it is a role."""
    assert () == tuple(read_head(text, Span(start=0, end=len(text)), names=frozenset(), tells=tells))


def test_a_name_behind_a_colon_speaks() -> None:
    """In capitals, where what stands before the colon tells something."""
    text = "5,000 flee fighting in Quenby: Red Crescent"
    (found,) = read_head(text, Span(start=0, end=len(text)), names=frozenset({len(text)}), tells=tells)
    assert ("Red Crescent", "5,000 flee fighting in Quenby") == (found.source[0].of(text), found.content[0].of(text))


def test_a_name_behind_a_title_speaks_not() -> None:
    """ "The siege of a city: Quenby" tells nothing."""
    text = "The siege of a city: Quenby"
    assert () == tuple(read_head(text, Span(start=0, end=len(text)), names=frozenset({len(text)}), tells=lambda _: False))
