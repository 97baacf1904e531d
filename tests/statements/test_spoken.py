"""A time belongs to the saying where it hangs on the cue."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline import read_document

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
