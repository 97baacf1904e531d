"""Of which state an office or a service is that its text gives to none."""

from collections.abc import Callable

import pytest

from saidwho.linking.standing.kinds import HERE
from saidwho.pipeline.linking import link_reports
from saidwho.types.linking import Claim
from saidwho.types.statement import Report

pytestmark = pytest.mark.model

Told = Callable[..., tuple[Report, ...]]


def claims_of(reports: tuple[Report, ...]) -> tuple[Claim, ...]:
    return link_reports(reports).claims


@pytest.mark.parametrize(
    ("outlet", "text", "actor", "name"),
    [
        ("TASS", "Russian gunners shot down nine drones in the night, the Defense Ministry reported.", "rus", "Russia"),
        ("Kyiv Independent", "Ninety Ukrainian sailors came home by bus, President Ivo Vale said.", "ukr", "Ukraine"),
        ("Haaretz", "A drone fell on a garage in Tel Aviv on Friday, the military said.", "isr", "the military"),
        ("Al-Masirah", "The Yemeni Armed Forces sank the ship Grey Heron, spokesman Ivo Vale said.", "houthis", "Houthis"),
        ("Ukrinform", "Russian gunners set fire to a mill near Poltava, President Ivo Vale said.", "ukr", "Ukraine"),
        ("Reuters", "Shells fell on a mill, said Ivo Vale, the Moscow-installed governor of the Poltava region.", HERE, "Ivo Vale"),
        ("Reuters", "A Ukrainian drone fell on a mill in Ryazan, Ryazan governor Ivo Vale said.", "rus", "Ivo Vale"),
    ],
)
def test_an_office_is_of_the_state_that_its_printer_or_its_town_tells(told: Told, outlet: str, text: str, actor: str, name: str) -> None:
    """A state's press and a paper at home mean their own; where nothing names the state, who speaks has his own name."""
    (claim,) = claims_of(told((outlet, "2024-03-05", text)))
    assert [(actor, name)] == [(origin.actor, origin.name) for origin in claim.origins]


def test_an_agency_abroad_leaves_open_whose_an_office_is(told: Told) -> None:
    """Who speaks has his own name then, and is of no state where all happens."""
    text = "Ninety Ukrainian sailors came home by bus, President Ivo Vale said."
    (claim,) = claims_of(told(("Reuters", "2024-03-05", text)))
    assert ["Ivo Vale"] == [origin.name for origin in claim.origins]


def test_a_state_s_press_that_tells_of_other_lands_alone_leaves_an_office_to_them(told: Told) -> None:
    """The army of which China's agency tells from Kinshasa is not China's."""
    text = "KINSHASA, March 5 (Xinhua) -- Army spokesman Ivo Vale told Xinhua that fighters recaptured the town of Kalembe on Monday."
    for more in ("", " China will send tents to Kinshasa."):
        claims = claims_of(told(("Xinhua", "2024-03-05", text + more)))
        assert ["Ivo Vale"] == [origin.name for claim in claims for origin in claim.origins if "recaptured" in claim.text]


def test_a_police_whose_state_no_text_tells_is_counted_beside_a_hospital(told: Told) -> None:
    """A hospital that speaks for itself is no state that it might be of."""
    clinic = "Gunmen attacked the town of Jebba on Tuesday. Doctor Ada Orr of the General Hospital in Jebba said she had treated 22 people."
    police = "Gunmen who attacked Jebba on Tuesday killed four people, police spokesman Ivo Vale said."
    claims = claims_of(told(("AFP", "2026-05-20", clinic), ("Channels Television", "2026-05-20", police)))
    assert "Ivo Vale" in {origin.name for claim in claims for origin in claim.origins if len(claim.members) > 2}


@pytest.mark.parametrize("words", ["police chief Ivo Vale", "the mayor, Ivo Vale,", "a spokesman for the fire service"])
def test_who_serves_a_town_is_of_the_state_where_it_lies_whoever_prints_it(told: Told, words: str) -> None:
    """What Iran's press tells from Uganda, where it names Iran as well, is told by no police of Iran's."""
    text = f"A bomb went off in a bar in Kampala, killing four people, {words} said. No Iranians were hurt, Iran's embassy said."
    claims = claims_of(told(("Press TV", "2019-05-05", text)))
    assert {"uga"} == {
        origin.actor for claim in claims for origin in claim.origins if "Kampala" in claim.text or "killing" in claim.text
    } - {"service:rescue"}


def test_a_mayor_of_a_town_of_no_register_is_of_no_body_of_its_name(told: Told) -> None:
    """He is of the state that the army of the same text is of."""
    text = "Rebels blew up the bridge at Tolmesk, the mayor of Tolmesk said. Rebels destroyed the bridge at Tolmesk, the army said."
    claims = claims_of(told(("Radio Estara", "2018-08-08", text)))
    assert 1 == max(claim.independent_origins for claim in claims)


@pytest.mark.parametrize(
    ("text", "origins"),
    [
        ("Shells fell on a mill in Poltava, Ukraine, on Friday.", []),
        ("Shells fell on a mill in Ryazan on Friday.", ["Russia"]),
        ("Russian shells fell on a mill in Poltava, Ukraine, on Friday.", ["Russia"]),
    ],
)
def test_a_states_press_speaks_for_it_of_what_has_to_do_with_it(told: Told, text: str, origins: list[str]) -> None:
    """Of other lands alone it prints as any paper does."""
    claims = claims_of(told(("TASS", "2024-03-05", text)))
    assert origins == [origin.name for claim in claims for origin in claim.origins]


UAE, OPEN = "United Arab Emirates", "Ministry of Foreign Affairs"


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("ABU DHABI: Emirati mediators freed 90 Russian and Ukrainian sailors, the Ministry of Foreign Affairs said.", UAE),
        ("ABU DHABI, May 3 - Emirati mediators freed 90 Russian sailors, the Ministry of Foreign Affairs said.", UAE),
        # What it says has nothing to do with whence it is told.
        ("ABU DHABI: Russian and Ukrainian sailors were freed, the Ministry of Foreign Affairs said. The UAE is glad.", OPEN),
        ("Emirati mediators have freed 90 Russian and Ukrainian sailors, the Ministry of Foreign Affairs said.", OPEN),
    ],
)
def test_a_ministry_of_no_state_is_of_that_from_which_it_is_told(told: Told, text: str, origin: str) -> None:
    """Where it speaks of that state; one of several that the text names may be meant else."""
    claims = claims_of(told(("Harbour Herald", "2024-05-03", text)))
    assert origin in {found.name for claim in claims for found in claim.origins if "freed" in claim.text}


def test_a_governor_is_not_of_the_state_behind_the_border(told: Told) -> None:
    """ "Near the border with Benin" is not in Benin."""
    governor = "Twelve pupils were found by a patrol near the border with Benin, Governor Umar Tanko said."
    claims = claims_of(told(("Harbour Herald", "2025-11-25", governor)))
    assert {"Umar Tanko"} == {origin.name for claim in claims for origin in claim.origins}
