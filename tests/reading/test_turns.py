"""What one says is told from what another says in the same sentence."""

import pytest

from saidwho.pipeline.reading import find_attributions

pytestmark = pytest.mark.model


def said_in(text: str) -> list[tuple[str, str]]:
    """Source and content of each attribution."""
    found = find_attributions(text).attributions
    return [tuple(" ".join(span.of(text) for span in part).strip(" ,") for part in (a.source, a.content)) for a in found]  # type: ignore[misc]


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (
            [("a regional official", "Shells killed three people in the town"), ("Norra", "that its gunners had aimed at houses")],
            "Shells killed three people in the town, a regional official said, while Norra denied that its gunners had aimed at houses.",
        ),
        (
            [("The firm's lawyer", "it was a clerical error"), ("The firm's lawyer", "to repay the sum")],
            "The firm's lawyer said it was a clerical error and pledged to repay the sum.",
        ),
    ],
)
def test_another_turn_is_a_statement_of_its_own(expected: list[tuple[str, str]], text: str) -> None:
    """Behind "while", ";" or a second verb of saying."""
    assert expected == said_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "The army said that the rebels had fled and that the road was open.",
        "“The mayor left and said nothing to us,” a nurse said.",
    ],
)
def test_one_turn_stays_one(text: str) -> None:
    """What is said by one, with one verb, is one content."""
    assert 1 == len([content for _, content in said_in(text) if len(content) > 20])
