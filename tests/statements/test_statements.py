"""Attributions become statements: in order, once each, with ids from content."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from saidwho.intake.drafts import Draft, freeze
from saidwho.statements.statements import make_statements
from saidwho.types.document import Document, Span
from saidwho.types.grounding import NOTHING_GROUNDED
from saidwho.types.ids import statement_id
from saidwho.types.reading import Attribution, Reading

TEXT = 'The bridge is gone, the mayor said. "We have no power," the governor told reporters.'
NOTHING = Reading(attributions=(), names=(), mentions=(), tokens=(), sentences=())


def document() -> Document:
    return freeze(Draft(text=TEXT))


def spans(*words: str) -> tuple[Span, ...]:
    return tuple(Span(start=TEXT.index(w), end=TEXT.index(w) + len(w)) for w in words)


MAYOR = Attribution(source=spans("the mayor"), cue=spans("said"), content=spans("The bridge is gone"), score=0.9)
GOVERNOR = Attribution(source=spans("the governor"), cue=spans("told"), content=spans("We have no power,"), score=0.8)


def test_statements_follow_the_text() -> None:
    """Whatever order the reader found them in."""
    found = make_statements(document(), replace(NOTHING, attributions=(GOVERNOR, MAYOR)), NOTHING_GROUNDED)
    assert [("indirect", 0.9), ("direct", 0.8)] == [(statement.form, statement.score) for statement in found]
    assert [MAYOR.content, GOVERNOR.content] == [statement.content for statement in found]


def test_the_id_is_the_contract_s() -> None:
    """SHA-256 of document, content, cue and source."""
    (statement,) = make_statements(document(), replace(NOTHING, attributions=(MAYOR,)), NOTHING_GROUNDED)
    expected = statement_id(document=document().id, content=MAYOR.content, cue=MAYOR.cue, source=MAYOR.source)
    assert expected == statement.id


def test_the_same_characters_are_one_statement() -> None:
    """The surer reading of the two stays."""
    twice = (replace(MAYOR, score=0.4), MAYOR, replace(MAYOR, score=0.5))
    assert [0.9] == [statement.score for statement in make_statements(document(), replace(NOTHING, attributions=twice), NOTHING_GROUNDED)]


def test_no_attribution_is_no_statement() -> None:
    """An empty reading gives nothing."""
    assert make_statements(document(), NOTHING, NOTHING_GROUNDED) == ()


@given(st.permutations([MAYOR, GOVERNOR, replace(MAYOR, source=()), replace(GOVERNOR, content=spans("We have", "power"))]))
def test_the_order_found_does_not_matter(attributions: list[Attribution]) -> None:
    """The same attributions give the same statements."""
    first = make_statements(document(), replace(NOTHING, attributions=tuple(attributions)), NOTHING_GROUNDED)
    assert first == make_statements(document(), replace(NOTHING, attributions=tuple(reversed(attributions))), NOTHING_GROUNDED)
    assert len(first) == 4
