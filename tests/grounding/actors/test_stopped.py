"""Whose an organ without an owner is, where a text tells of an attack and of what of it was stopped."""

import pytest

from saidwho.intake.drafts import Draft, freeze
from saidwho.pipeline.reading import read_document

pytestmark = pytest.mark.model


def last_speaker(text: str) -> str | None:
    """The id of the register that speaks last; None where it is none of it."""
    statement = read_document(freeze(Draft(text=text, outlet="Norrpress", published="2025-08-01"))).statements[-1]
    actor = statement.speaker.actor if statement.speaker else None
    return actor if actor is not None and not actor.startswith("doc:") and len(actor) < 40 else None


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Russia attacked Ukraine with 107 drones overnight, of which 81 were shot down, the air force said.", "ukrainian-air-force"),
        ("Russia launched 70 drones at Ukraine overnight. The air force said it downed 60 of them.", "ukrainian-air-force"),
        ("About 50 rockets were fired from Lebanon at northern Israel and most were intercepted, the army said.", "idf"),
        ("The air force said Russia had fired 41 missiles and 34 of them were intercepted.", None),
        ("Israel struck targets in southern Lebanon overnight, the military said.", "idf"),
    ],
    ids=["whom it was aimed at", "in the sentence before", "fired from", "nobody else is named", "nothing was stopped"],
)
def test_whoever_attacks_did_not_stop_it(text: str, actor: str | None) -> None:
    assert actor == last_speaker(text)
