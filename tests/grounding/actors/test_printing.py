"""Whose press or organ is one who prints, by the name alone?"""

import pytest

from saidwho.grounding.actors.printing import body_printing, country_printing, is_state_press, state_printing
from saidwho.grounding.register.load import load_register

REGISTER = load_register(())


@pytest.mark.parametrize(
    ("outlet", "state"),
    [
        ("Kenyan State Television, late edition", "ken"),
        ("Kenya State Bulletin", "ken"),
        ("Peruvian Official News Desk", "per"),
        ("Morning Voice, official, Nairobi", "ken"),
        ("Keneva, news agency of the Republic of Kenya", "ken"),
        ("Voice of the Nation (Nairobi)", "ken"),
        ("Directorate of Fisheries, Nairobi", "ken"),
        ("Defence Portal, Nairobi", "ken"),
        ("Army Spokesperson, Nairobi", "ken"),
        ("Travel Portal, Nairobi", None),
        ("Nairobi Broadcasting Corporation (state)", "ken"),
        ("Radio Nairobi, Voice of the Republic", "ken"),
        ("Kenya Evening Bulletin", None),
        ("Courier, Nairobi", None),
        ("Harbour Gazette, newspaper of Mombasa", None),
        ("The Statesman", None),
        ("Washington State Journal", None),
        ("Police Gazette, Nairobi", None),
    ],
)
def test_a_states_own_press_says_so_by_its_name(outlet: str, state: str | None) -> None:
    """A demonym, a capital or "of the Republic of" tells whose; a town alone makes no paper a state's."""
    found = state_printing(outlet, REGISTER)
    assert state == (found.key if found is not None else None)


@pytest.mark.parametrize(
    ("outlet", "body"),
    [
        ("UN refugee agency, Nairobi", "unhcr"),
        ("Hezbollah media relations", "hezbollah"),
        ("Houthi Media Centre", "houthis"),
        ("Aden Voice, channel of Ansar Allah", "houthis"),
        ("Aden Voice, channel of the harbour", None),
        ("Ministry of Defence, Nairobi", "ken.defence-ministry"),
        ("Harbour Courier, Nairobi", None),
        ("Kenya Times", None),
    ],
)
def test_a_body_of_the_register_prints_its_own_word(outlet: str, body: str | None) -> None:
    """Its press office, and where it sits, change nothing."""
    found = body_printing(outlet, REGISTER, context=())
    assert body == (found.key if found is not None else None)


@pytest.mark.parametrize(
    ("outlet", "state"), [("Nairobi Evening Post", "ken"), ("Courier, Nairobi", "ken"), ("Nairobi Relief", None), ("Harbour Post", None)]
)
def test_a_paper_is_at_home_where_its_name_tells_a_capital(outlet: str, state: str | None) -> None:
    """It belongs to nobody by that."""
    found = country_printing(outlet, REGISTER)
    assert state == (found.key if found is not None else None)


@pytest.mark.parametrize(
    ("outlet", "is_states"),
    [
        ("Southern News, state television, Mombasa", True),
        ("Red Line, army paper, Mombasa", True),
        ("The Way, voice of the Revolution", False),
        ("Coast Courier, Mombasa", False),
    ],
)
def test_a_press_may_be_a_states_and_not_tell_which(outlet: str, is_states: bool) -> None:
    """A revolution may be against it."""
    assert is_states == is_state_press(outlet)
