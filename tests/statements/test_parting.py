"""One cue may lead to several statements, which are told apart."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.statements.parting import part_statements
from saidwho.types.document import Span
from saidwho.types.reading import Attribution, Mention, Reading
from tests.statements.read import settled


def _contents(text: str) -> list[list[str]]:
    document, reading, _ = settled(text)
    return [[span.of(text).strip('"') for span in one.content] for one in part_statements(document, reading).attributions]


@pytest.mark.model
def test_a_quotation_that_goes_on_to_do_something_else_is_two_statements() -> None:
    """An assertion, and behind the cue a threat."""
    text = (
        'The road to the camp was closed on Monday.\n"We share one sack of rice among nine families," said Abu Yazan, a volunteer. '
        '"If the road stays shut, we will open it by force."'
    )
    assert [["We share one sack of rice among nine families,"], ["If the road stays shut, we will open it by force."]] == _contents(text)[
        -2:
    ]


@pytest.mark.model
def test_a_quotation_that_goes_on_to_deny_is_one_statement() -> None:
    """What denies is too near to what asserts to be told apart."""
    text = '"My mother was pulled out after nine hours," said Mara Oltan, a nurse. "We never found my son."'
    assert [["My mother was pulled out after nine hours,", "We never found my son."]] == _contents(text)


@pytest.mark.model
def test_a_quotation_that_goes_on_with_the_same_is_one_statement() -> None:
    """Two assertions of one witness."""
    text = '"They left us there," said Mara Oltan. "I counted fifteen bodies beside the road."'
    assert [["They left us there,", "I counted fifteen bodies beside the road."]] == _contents(text)


def test_pieces_marked_as_the_outlets_own_are_cut_off() -> None:
    """A sentence of the outlet's behind somebody's words is none of them."""
    text = "He said shells fell. Two ships lay in port."
    said, own = Span(start=8, end=19), Span(start=21, end=42)
    read = Attribution(source=(Span(start=0, end=2),), cue=(Span(start=3, end=7),), content=(said, own), score=0.9)
    (found,) = part_statements(freeze(Draft(text=text)), _reading((read,), own)).attributions
    assert (said,) == found.content


def test_a_paragraph_that_is_quoted_goes_on_with_whoever_spoke() -> None:
    """Nobody else was found to say it; parts keep the source."""
    text = '"We ran to the boats," she said.\n"Nobody helped us there at night."\nThe sea was calm.'
    read = Attribution(source=(Span(start=23, end=26),), cue=(Span(start=27, end=31),), content=(Span(start=0, end=22),), score=0.9)
    found = part_statements(freeze(Draft(text=text)), _reading((read,))).attributions
    assert ["Nobody helped us there at night."] == [one.content[0].of(text) for one in found[1:]]
    assert [read.source] == [one.source for one in found[1:]]


def test_a_quoted_paragraph_far_from_any_speaker_stays_nobodys() -> None:
    """No speaker is invented."""
    text = '"Nobody helped us there at night."\nThe sea was calm.'
    assert () == part_statements(freeze(Draft(text=text)), _reading(())).attributions


def _reading(attributions: tuple[Attribution, ...], *own: Span) -> Reading:
    marks = tuple(Mention(span=span, kind="own voice", score=0.99) for span in own)
    return Reading(attributions=attributions, names=(), mentions=(), tokens=(), sentences=(), own_voice=marks)
