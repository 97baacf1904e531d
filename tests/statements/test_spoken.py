"""A time belongs to the saying where it hangs on the cue."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["2023-10-26"], "The governor said on Thursday that shells had hit the port."),
        (["2023-10-26"], "“Shells hit the port,” the governor told reporters at a briefing on Thursday."),
        (["2023-10-25"], "On Wednesday, the ministry said that the bridge was gone."),
        ([None], "The governor said that shells had hit the port on Thursday."),
        ([None], "“We lost the port on Thursday,” the governor said."),
        ([None], "The governor said that shells had hit the port."),
        (["2023-10-25"], "The governor said on Wednesday it would send more pumps to the port."),
        ([None], "VARNOK, Norland, Oct 26 - The army will hold the port, its commander said."),
    ],
)
def test_the_time_of_the_saying_is_not_that_of_what_is_said(expected: list[str | None], text: str) -> None:
    """Published on Friday, 27 October 2023."""
    report = read_document(freeze(Draft(text=text, published="2023-10-27")))
    assert expected == [statement.spoken.edtf if statement.spoken else None for statement in report.statements]


def test_without_a_publication_date_nothing_is_settled() -> None:
    """The words alone do not tell which Thursday."""
    report = read_document(freeze(Draft(text="The governor said on Thursday that shells had hit the port.")))
    assert [None] == [statement.spoken for statement in report.statements]


def test_a_clause_with_a_subject_of_its_own_has_its_own_time() -> None:
    """The fighting was on Wednesday; nothing tells when the governor spoke."""
    text = "Fighting raged on Wednesday in the port, where the governor says 40 people have drowned."
    report = read_document(freeze(Draft(text=text, published="2023-10-27")))
    assert [None] == [statement.spoken for statement in report.statements if "40" in statement.content[0].of(text)]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (["2023-10-23"], "“Shells hit the port yesterday,” the governor said on Tuesday."),
        (["2023-10-25"], "“Tomorrow we will vote,” the governor said on Tuesday."),
        (["2023-10-26"], "“Shells hit the port yesterday,” the governor said."),
        (["2023-10-26"], "The governor said on Tuesday that shells had hit the port yesterday."),
    ],
)
def test_yesterday_is_told_from_the_day_of_the_quotation(expected: list[str], text: str) -> None:
    """Where the text names that day; in the outlet's own words it is told from that of publication."""
    report = read_document(freeze(Draft(text=text, published="2023-10-27")))
    assert expected == [time.edtf for time in report.grounding.times if time.span.of(text).lower() in ("yesterday", "tomorrow")]
