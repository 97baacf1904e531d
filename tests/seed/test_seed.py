"""The shipped reader, held to what a careful reader finds in one report."""

from pathlib import Path

import pytest

from saidwho.pipeline.reading import read_document
from saidwho.types.document import Span
from saidwho.types.statement import Report, Statement
from tests.seed.score import Card, Label, load_label, meets_expectations, score_report

FOLDER = Path(__file__).parent


@pytest.fixture(scope="module")
def label() -> Label:
    return load_label(FOLDER)


@pytest.fixture(scope="module")
def report(label: Label) -> Report:
    """Fails where the weights are missing: a package without them is broken."""
    return read_document(label.document)


@pytest.fixture(scope="module")
def card(label: Label, report: Report) -> Card:
    return score_report(label, report.statements)


@pytest.mark.model
def test_finds_all_statements_but_one(label: Label, card: Card) -> None:
    """Source and cue exact, at least nine tenths of the content."""
    assert len(card.found) >= len(label.statements) - 1, card.faults


@pytest.mark.model
def test_tells_direct_from_indirect_words(label: Label, card: Card) -> None:
    """A statement that is found has the form its quotation marks give it."""
    assert [key for key in card.found if key not in card.formed] == [], card.faults


@pytest.mark.model
def test_finds_little_that_nobody_expected(card: Card) -> None:
    """At most two attributions stand where a careful reader sees none."""
    assert len(card.unexpected) <= 2, card.unexpected


@pytest.mark.model
def test_every_piece_is_text_of_the_report(label: Label, report: Report) -> None:
    """A span lies inside the text, holds at least one character and begins and ends with no white space."""
    text = label.document.text
    for statement in report.statements:
        for span in (*statement.content, *statement.cue, *statement.source):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text) == span.of(text).strip() != ""


def test_a_perfect_reading_scores_full(label: Label) -> None:
    """The scorer gives every point to a reading that equals the label."""
    statements = tuple(
        Statement(
            id=expected.key,
            form=expected.form,
            content=(_around(expected.content),),
            cue=(_around(expected.cue),),
            source=(_around(expected.source),),
            score=1.0,
        )
        for expected in label.statements
    )
    card = score_report(label, statements)
    assert card.faults == ()
    assert card.unexpected == ()
    assert meets_expectations(label, card)


def test_an_empty_reading_scores_nothing(label: Label) -> None:
    """The scorer gives no point where nothing was read."""
    card = score_report(label, ())
    assert card.found == ()
    assert len(card.faults) == len(label.statements)
    assert not meets_expectations(label, card)


def test_a_wrong_source_is_a_fault(label: Label) -> None:
    """Words and cue right, source missing: the statement is not found."""
    first = label.statements[0]
    statement = Statement(id=first.key, form=first.form, content=(_around(first.content),), cue=(_around(first.cue),), source=(), score=1.0)
    card = score_report(label, (statement,))
    assert card.found == ()
    assert f"{first.key}: source is ''" in card.faults


def test_an_attribution_that_nobody_expected_is_named(label: Label) -> None:
    """A statement over own-voice text counts against the reading, unless the label calls that text unclear."""
    text = label.document.text
    start = text.index("Talks between the two sides")
    stray = Statement(
        id="stray",
        form="indirect",
        content=(Span(start=start, end=start + 27),),
        cue=(Span(start=start + 28, end=start + 33),),
        source=(),
        score=1.0,
    )
    assert score_report(label, (stray,)).unexpected == ("Talks between the two sides",)


def _around(letters: frozenset[int]) -> Span:
    return Span(start=min(letters), end=max(letters) + 1)
