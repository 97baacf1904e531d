"""The words that stand for a claim tell by themselves what is claimed."""

from collections.abc import Callable

import pytest

from saidwho.linking.wording import tells_by_itself, without_lone_marks
from saidwho.pipeline.linking import link_reports
from saidwho.types.statement import Report

Told = Callable[..., tuple[Report, ...]]


@pytest.mark.parametrize(
    "words",
    [
        "Shells hit a school in Orsk on Monday",
        "nine people had been killed by a mine",
        "The bridge at Lorn wasn't closed to convoys",
        "the fighters who held the bridge have left it",
        "4,000 residents fled the valley overnight",
    ],
)
def test_a_clause_with_subject_and_verb_tells_by_itself(words: str) -> None:
    """Whoever reads it alone knows what happened."""
    assert tells_by_itself(words)


@pytest.mark.parametrize(
    "words",
    [
        "fire four missiles into the sea near the island",
        "transporting coal from the northern harbour",
        "the 80 people that have died in the old market",
        "30 transfers of oil and other goods since October",
        "talks over opening the bridge to convoys again",
        "which ships had been seen in the strait that night",
        "its teams in the town had received 61 wounded people",
        "they had been driven out of the valley by guns",
        "after the reported shelling of the harbour",
        "It was hit.",
        "",
    ],
)
def test_a_fragment_tells_nothing_by_itself(words: str) -> None:
    """It has no subject of its own, or no verb but one of a relative clause, or points at what stood before."""
    assert not tells_by_itself(words)


@pytest.mark.model
def test_words_that_tell_by_themselves_stand_for_a_claim(told: Told) -> None:
    """What both say is one claim; only one of them says it in a sentence."""
    fragment = ("Norrpress", "2024-03-06", "The mayor of Torvik spoke of the shelling of a school in Torvik on Tuesday with nine dead.")
    whole = ("Lorn Gazette", "2024-03-06", "Shells hit a school in Torvik on Tuesday and killed nine people, the mayor of Torvik said.")
    texts = [claim.text for claim in link_reports(told(fragment, whole)).claims if claim.documents == 2]
    assert texts == ["Shells hit a school in Torvik on Tuesday"]


@pytest.mark.model
def test_a_mark_of_quotation_without_its_partner_is_left_out(told: Told) -> None:
    """It belongs to the words around."""
    said = "“Our guns did not fire on Torvik on Tuesday and no shell of ours hit the school there,” Colonel Ida Brask said."
    claims = link_reports(told(("Norrpress", "2024-03-06", said))).claims
    assert claims
    assert not [claim.text for claim in claims if claim.text.count("“") != claim.text.count("”")]


@pytest.mark.parametrize("line", ["GOMA, Jan 27 - ", "PORT SALA, Nov. 8 (Norrpress) — ", "KESH (Norrpress) – ", ""])
def test_a_sentence_stands_without_its_dateline(told: Told, line: str) -> None:
    """Where it was sent from is no part of what is said."""
    said = ("Norrpress", "2024-03-06", f"{line}Rebels of the movement said on Monday that they had taken control of Torvik.")
    texts = [claim.text for claim in link_reports(told(said)).claims]
    assert texts == ["Rebels of the movement said on Monday that they had taken control of Torvik."]


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        ("violations had taken place in Orsk", 'violations" had taken place in Orsk'),
        ("the so-called Front fired on Orsk", "the “so-called Front fired on Orsk"),
        ("the “Front” fired on Orsk", "the “Front” fired on Orsk"),
        ("the soldiers' mess in Orsk burned", "the soldiers' mess in Orsk burned"),
    ],
)
def test_a_mark_without_its_partner_is_not_shown(shown: str, words: str) -> None:
    assert shown == without_lone_marks(words)
