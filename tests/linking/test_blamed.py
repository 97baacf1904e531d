"""Who did it, where those who tell of a happening do not agree."""

from collections.abc import Callable

import pytest

from saidwho.pipeline.linking import link_reports
from saidwho.types.linking import Claim
from saidwho.types.statement import Report

pytestmark = pytest.mark.model

Told = Callable[..., tuple[Report, ...]]

_ACCUSING = ("Harbour Press", "2024-03-06", "Russian shelling of a market in Torvik killed 14 people on Tuesday, Ukraine's army said.")


def _first(reports: tuple[Report, ...]) -> Claim:
    return link_reports(reports).claims[0]


def test_two_sides_that_blame_each_other_are_shown_with_whom_each_names(told: Told) -> None:
    """Both tell that the market was hit, and the words that stand for the claim say which of them is said to have hit it by whom."""
    blaming = ("Norrpress", "2024-03-06", "The market in Torvik was hit by a Ukrainian missile on Tuesday, Russia's defence ministry said.")
    claim = _first(told(_ACCUSING, blaming))
    assert [("Russia", ("Ukraine",)), ("Ukraine", ("Russia",))] == [(one.name, one.by) for one in claim.blamed]


def test_tellers_who_name_one_doer_leave_nothing_open(told: Told) -> None:
    """Two who lay it on the same side."""
    agreeing = (
        "Norrpress",
        "2024-03-06",
        "Russian shells hit a market in Torvik on Tuesday and killed 14 people, the United Nations said.",
    )
    assert () == _first(told(_ACCUSING, agreeing)).blamed


def test_words_that_name_no_doer_stand_for_a_claim_whose_doer_is_open(told: Told) -> None:
    """A reader who sees only these is not told one side's account."""
    blaming = ("Norrpress", "2024-03-06", "The market in Torvik was hit by a Ukrainian missile on Tuesday, Russia's defence ministry said.")
    plain = ("Lorn Gazette", "2024-03-06", "Fourteen people were killed at a market in Torvik on Tuesday, the market's director said.")
    claim = _first(told(_ACCUSING, blaming, plain))
    assert "Fourteen people were killed at a market in Torvik on Tuesday" == claim.text


def test_a_fragment_stands_in_its_sentence(told: Told) -> None:
    """ "The army responsible for the attack" tells a reader nothing."""
    (claim,) = link_reports(told(("Harbour Press", "2024-03-06", "The monitors hold the army responsible for the attack."))).claims
    assert "The monitors hold the army responsible for the attack." == claim.text


def test_who_tells_in_the_negative_what_there_was_denies_nothing(told: Told) -> None:
    """A teacher in the dark denies no strike on the power plant."""
    text = 'Kyiv said Russian drones damaged a power plant in Odesa on Sunday. "There was no light for two days," said Ada Hruk.'
    assert [()] * 2 == [claim.denied_by for claim in link_reports(told(("Norrpress", "2024-05-02", text))).claims]


def test_a_side_that_tells_of_one_part_and_denies_another_is_shown_with_both(told: Told) -> None:
    """It counts for what it tells, and its reason says that it denies as well."""
    text = "Karlian guns hit a school in Lorn on Monday and nine people died, the mayor, Ada Orr, said."
    denying = "Nine people died in Lorn on Monday, Karlia's army said. Karlia's army denied that its guns had hit the school."
    claims = link_reports(told(("Norrpress", "2024-05-07", text), ("Harbour Press", "2024-05-07", denying))).claims
    (claim,) = (claim for claim in claims if claim.denied_by)
    assert ["Karlia"] == [origin.name for origin in claim.origins if origin.why.endswith("; the same denies the claim, or a part of it.")]


def test_what_lasts_since_a_month_begins_on_no_day(told: Told) -> None:
    """Nobody told which day of April."""
    (claim,) = link_reports(told(("Norrpress", "2024-05-07", "Some 900 people have fled Omdal since April, the mayor said."))).claims
    assert "2024-04/.." == claim.when


def test_who_denies_what_only_some_lay_on_him_is_shown_with_these(told: Told) -> None:
    """Of two who tell of the dead one alone names the army."""
    accusing = (
        "The rebels accused the Sudanese army of bombing a hospital in Rufaa on Tuesday. The army denied that it had bombed the hospital."
    )
    counting = "Fourteen people were killed when a hospital in Rufaa was bombed on Tuesday, the Sudan Doctors Network said."
    claims = link_reports(told(("Norrpress", "2024-03-13", accusing), ("Harbour Press", "2024-03-13", counting))).claims
    (claim,) = (claim for claim in claims if claim.denied_by)
    assert [("Sudan", 1)] == [(one.name, len(one.by)) for one in claim.blamed]
    assert 2 == claim.independent_origins
