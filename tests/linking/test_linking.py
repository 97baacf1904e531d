"""Many documents, few origins: whole stories."""

import random
from collections.abc import Callable

import pytest

from saidwho.pipeline.linking import link_reports
from saidwho.types.linking import Claim, Links
from saidwho.types.statement import Report

pytestmark = pytest.mark.model

Story = Callable[[str], tuple[Report, ...]]
Told = Callable[..., tuple[Report, ...]]


def holding(links: Links, words: str) -> Claim:
    """The claim of the most documents among those with a quotation that holds the words."""
    found = [claim for claim in links.claims if any(words in member.quote for member in claim.members)]
    return max(found, key=lambda claim: claim.documents)


def keys(claim: Claim) -> set[str | None]:
    return {member.key for member in claim.members}


def test_eight_reports_of_one_briefing_have_one_origin(story: Story) -> None:
    """An agency, sites that cite it and one another, a reprint and a translation: all rest on one spokesperson."""
    claim = holding(link_reports(story("briefing")), "executing soldiers who refuse to follow orders")
    assert {"agency", "tribune", "digest", "courier", "translated", "reprint"} == keys(claim)
    assert [("usa", "United States", ("White House",))] == [(o.actor, o.name, o.bodies) for o in claim.origins]
    assert (1, 1) == (claim.independent_origins, claim.possible_origins)


def test_the_demonstration_is_one_claim_of_eight_reports(shown: tuple[Report, ...]) -> None:
    """With one origin, one who denies it and one disputed figure: what make demo is to show."""
    claim = holding(link_reports(shown), "at least 70")
    assert (8, 1) == (claim.documents, claim.independent_origins)
    assert ["Kastria"] == [denier.name for denier in claim.denied_by]
    assert [{"at least 70 mines", "44 mines"}] == [{figure for _, figure in d.holders} for d in claim.disputes]


def test_what_stands_for_a_claim_is_of_the_core_that_most_reports_tell(shown: tuple[Report, ...]) -> None:
    """Not of one who tells more in other words, and perhaps of something else: "had put 70 mines into the Lomna within two nights"."""
    claim = holding(link_reports(shown), "at least 70")
    assert "Kastria has laid at least 70 mines in the Lomna below Port Ilven" == claim.text


def test_the_origin_tells_its_basis_and_why_it_counts(story: Story) -> None:
    """A reader sees on what it rests, in its own words."""
    claim = holding(link_reports(story("briefing")), "executing soldiers who refuse to follow orders")
    assert "intelligence" == claim.origins[0].basis
    assert "We have information" in claim.origins[0].why


def test_whoever_passes_on_is_no_origin_and_is_told_why(story: Story) -> None:
    """The agency and the site that others cite add nothing (rules 2 and 6)."""
    claim = holding(link_reports(story("briefing")), "executing soldiers who refuse to follow orders")
    others = {other.name: other.why for other in claim.not_origins}
    assert {"Norrpress", "Harbour Tribune"} <= set(others)
    assert all(others.values())


def test_the_other_side_denies_and_is_no_origin(story: Story) -> None:
    """The Kremlin's denial stands with the claim and never among its origins."""
    claim = holding(link_reports(story("briefing")), "executing soldiers who refuse to follow orders")
    assert ["Russia"] == [denier.name for denier in claim.denied_by]


def test_a_look_alike_of_another_month_stays_apart(story: Story) -> None:
    """The same deed by another doer at another place and time is another claim."""
    claim = holding(link_reports(story("briefing")), "A Wagner commander executed two soldiers")
    assert {"lookalike"} == keys(claim)


def test_figures_that_cannot_both_hold_are_one_claim_and_disputed(story: Story) -> None:
    """125 vehicles on one side's count and 15 on the other's: both are shown with who holds them."""
    claim = holding(link_reports(story("briefing")), "125 armoured vehicles")
    assert {"agency", "tribune", "reprint", "denial"} == keys(claim)
    assert [{"at least 125 vehicles", "15 vehicles"}] == [{figure for _, figure in d.holders} for d in claim.disputes]


def test_whoever_holds_one_of_two_disputed_figures_is_told_with_the_others_who_do(told: Told) -> None:
    """A name stands once, however often it says so."""
    reports = told(
        ("Norrpress", "2024-05-25", "At least 70 mines were found in the harbour of Odesa on Friday, the governor said."),
        ("Evening Post", "2024-05-25", "The navy said that 70 mines or more were found in the harbour of Odesa on Friday."),
        ("Tribune", "2024-05-25", "Harbour pilots said that 12 mines were found in the harbour of Odesa on Friday."),
        ("Tribune", "2024-05-26", "Harbour pilots said that 12 mines were found in the harbour of Odesa on Friday."),
    )
    (dispute,) = holding(link_reports(reports), "mines were found").disputes
    assert 1 == dispute.why.count("12 mines")


def test_a_reprint_is_a_copy_of_the_agency_that_it_credits(story: Story) -> None:
    """Its credit names whose text it is, and its passages prove it."""
    reports = {report.document.key: report.document for report in story("briefing")}
    copy = next(c for c in link_reports(story("briefing")).copies if c.document == reports["reprint"].id)
    assert (reports["agency"].id, "Norrpress") == (copy.of, copy.agency)
    assert copy.share > 0.95
    for passage in copy.passages:
        assert passage.here.of(reports["reprint"].text) == passage.there.of(reports["agency"].text)


def test_a_rate_and_a_total_over_days_are_one_claim_without_dispute(story: Story) -> None:
    """400 a day and 2,500 in six days are the same rate within a tenth."""
    claim = holding(link_reports(story("losses")), "2,500 soldiers in six days")
    assert {"agency", "valley"} == keys(claim)
    assert () == claim.disputes
    assert 1 == claim.independent_origins


def test_a_growing_toll_is_one_series(story: Story) -> None:
    """Nine, fourteen and seventeen are figures of one claim, and the governor's second revises the first."""
    claim = holding(link_reports(story("losses")), "Seventeen people were killed")
    governor = [(point.low, point.change) for point in claim.figures if point.speaker == "Oleksandr Prokudin"]
    assert {9, 14, 17} <= {point.low for point in claim.figures}
    assert (14, "revised") in governor


@pytest.mark.parametrize(
    "rose",
    [
        "The death toll from the flood in Sarn rose to 11 from eight",
        "The death toll from the flood in Sarn was raised to 11 from an earlier eight",
        "Three bodies were found in Sarn, raising the death toll from the flood from eight to 11",
        "The number of dead in the flood in Sarn has risen to 11, up from eight",
    ],
)
def test_the_number_that_another_took_the_place_of_comes_first(told: Told, rose: str) -> None:
    """Of "to 11 from eight" the later is eleven, and the day of the eight is not known."""
    reports = told(("Newsdeck", "2024-03-05", f"{rose}, the governor of Sarn, Ana Belic, said on Tuesday."))
    claims = link_reports(reports).claims
    points = [(point.low, point.as_of, point.change) for claim in claims for point in claim.figures if point.low != 3]
    assert [(8, None, "first"), (11, "2024-03-05", "revised")] == points


def test_a_former_number_is_the_one_given_before(told: Told) -> None:
    """ "From eight" revises nothing where "at least eight" was told the day before."""
    reports = told(
        ("Newsdeck", "2024-03-04", "The flood in Sarn killed at least eight people, the governor of Sarn, Ana Belic, said on Monday."),
        ("Newsdeck", "2024-03-05", "The death toll from the flood in Sarn rose to 11 from eight, the governor of Sarn, Ana Belic, said."),
    )
    (claim,) = link_reports(reports).claims
    assert [(8, "first"), (8, "same"), (11, "revised")] == [(point.low, point.change) for point in claim.figures]


def test_a_part_revises_no_whole(told: Told) -> None:
    """Six of nineteen jets have come; nineteen are still nineteen."""
    text = "The first six of 19 F-16 fighter jets promised by Denmark have been delivered to Ukraine, the Danish defence ministry said."
    (claim,) = link_reports(told(("Newsdeck", "2024-06-20", text))).claims
    assert {(6, "first"), (19, "first")} == {(point.low, point.change) for point in claim.figures}


@pytest.mark.parametrize("name", ["briefing", "losses", "aid"])
def test_the_order_of_reports_does_not_matter(story: Story, name: str) -> None:
    """Linking is a function of the set of reports."""
    reports = list(story(name))
    expected = link_reports(reports)
    for seed in range(3):
        random.Random(seed).shuffle(reports)
        assert expected == link_reports(reports)


def test_a_report_given_twice_counts_once(story: Story) -> None:
    """Ids come from content, so the same document is the same document."""
    reports = story("losses")
    assert link_reports(reports) == link_reports((*reports, *reports))


def test_nothing_gives_nothing() -> None:
    """No reports, no claims."""
    assert Links(claims=(), copies=(), utterances=(), ledger=()) == link_reports(())


def test_those_who_say_it_are_not_counted(told: Callable[..., tuple[Report, ...]]) -> None:
    """ "Two diplomats said" gives no figure of the dead."""
    text = "About 70 people were killed in an attack on the mill, two diplomats said."
    (claim,) = link_reports(told(("Norrpress", "2025-05-25", text))).claims
    assert [70] == [point.low for point in claim.figures]


def test_a_claim_without_any_other_figure_keeps_bare_ones(told: Callable[..., tuple[Report, ...]]) -> None:
    """ "4,000 have gone home" does not say what it counts; the claim does."""
    text = "From the camp of Orlava, 4,000 have gone home, its administrator said."
    claims = link_reports(told(("Norrpress", "2025-05-25", text))).claims
    assert [(4000, None)] == [(point.low, point.unit) for claim in claims for point in claim.figures]


def test_a_figure_counted_by_a_day_is_of_that_day(told: Callable[..., tuple[Report, ...]]) -> None:
    """ "By Friday evening" tells the day of the figure, not a time without a beginning."""
    text = "By Friday evening 420 rifles had been handed in at Orlava, the police of Karlia said."
    (claim,) = link_reports(told(("Norrpress", "2025-05-25", text))).claims
    assert [(420, "2025-05-23")] == [(point.low, point.as_of) for point in claim.figures]


def test_who_only_confirms_it_is_of_the_claim_told_before(told: Callable[..., tuple[Report, ...]]) -> None:
    """ "The swap" shares no word with what it is."""
    texts = (
        "Karlia and Vinland each handed over 90 soldiers on Sunday, Karlia's army said. Vinland's president confirmed the swap.",
        "Karlia and Vinland each handed over 90 prisoners on Sunday, the army of Karlia said.",
    )
    claims = link_reports(told(("Norrpress", "2025-05-25", texts[0]), ("Evening Post", "2025-05-25", texts[1]))).claims
    (claim,) = [claim for claim in claims if any(member.quote == "the swap" for member in claim.members)]
    assert 2 == claim.documents


@pytest.mark.parametrize(
    ("disputes", "there"),
    [
        (1, "The mayor said that 60 people had been killed at the mill on Sunday."),
        (0, "The mayor said that 42 people had been killed at the mill on Sunday, nine of them children."),
        (0, "The mayor said that 42 people had been killed and another nine people had been killed at the mill on Sunday."),
    ],
)
def test_parts_and_second_counts_are_no_dispute(told: Callable[..., tuple[Report, ...]], disputes: int, there: str) -> None:
    """Who gives another's number and besides it one of some of them, or of others, contradicts nobody."""
    here = "Rockets killed 42 people at the mill of Orlava on Sunday, Karlia's army said."
    links = link_reports(
        told(("Norrpress", "2025-05-25", here), ("Newsdeck", "2025-05-25", f"Rockets hit the mill of Orlava on Sunday. {there}"))
    )
    assert disputes == sum(len(claim.disputes) for claim in links.claims)


def test_a_relayed_figure_is_of_the_day_on_which_it_was_given(told: Callable[..., tuple[Report, ...]]) -> None:
    """Who quotes another outlet four days later tells no new figure."""
    links = link_reports(
        told(
            ("Norrpress", "2025-05-26", "Rockets killed 42 people at the mill of Orlava on May 25, Karlia's army told Norrpress."),
            ("Newsdeck", "2025-05-30", "Rockets killed 42 people at the mill of Orlava on May 25, Karlia's army told Norrpress."),
        )
    )
    assert ["2025-05-26", "2025-05-26"] == [point.as_of for claim in links.claims for point in claim.figures]
