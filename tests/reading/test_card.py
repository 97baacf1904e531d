"""The scores that are told are those of the model card."""

import json
from pathlib import Path

from saidwho.reading.card import scores

FLOORS = Path(__file__).resolve().parents[2] / "benchmarks" / "floors.json"


def test_the_scores_are_told_with_what_they_are_of() -> None:
    """Each row of the card has a score, and says of what and on which texts."""
    found = scores()
    assert 5 <= len(found)
    assert all(one.what and one.on and any(map(str.isdigit, one.score)) for one in found)


def test_the_card_does_not_promise_less_than_the_floors_hold() -> None:
    """What the card tells of PolNeAR is what the released reader is held to."""
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))["figures"]
    (told,) = [one for one in scores() if one.what.startswith("source / cue / content") and "PolNeAR" in one.on]
    for score, name in zip(told.score.split(" / "), ("source", "cue", "content"), strict=True):
        assert abs(float(score) - floors[f"cofenet {name}"]) < 1.0
