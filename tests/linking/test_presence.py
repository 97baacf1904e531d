"""Where an outlet's own people are told to be."""

import pytest

from saidwho.linking.presence import presence_in


@pytest.mark.parametrize(
    ("text", "is_there"),
    [
        ("Trucks drove east all day, as our correspondent watched from a ridge.", True),
        ("A Norrpress reporter at the ferry saw nine men go on board.", True),
        ("A Lakeside reporter at the ferry saw nine men go on board.", False),
        ("A press crew at the ferry saw nine men go on board.", False),
        ("‘I counted eleven lorries,’ a miller said.", False),
        ("I counted eleven lorries.", True),
        ("We bought a sack of it in the market.", True),
        ("Norrpress rowed out in the afternoon.", False),
        ("We tried to count the lorries.", False),
        ("Of the lorries we have seen none.", False),
        ("A miller said: “I counted eleven lorries.”", False),
        ("A miller told our reporter that he had seen the lorries.", False),
    ],
)
def test_a_sentence_is_told_on_the_spot_where_own_people_are_there(text: str, is_there: bool) -> None:
    """Not where others are, nor where somebody is quoted."""
    assert is_there == presence_in("Norrpress", text).holds(0)


def test_what_stands_beside_is_not_told_on_the_spot() -> None:
    """It may be from anybody."""
    text = "I counted eleven lorries. Two more had left for the border."
    assert not presence_in("Norrpress", text).holds(text.index("Two"))


def test_an_outlet_is_there_where_it_is_told_to_be_by_name() -> None:
    """By the last word of its name, where that stands for it alone."""
    assert presence_in("The Lorn Courier", "The Courier rowed out in the afternoon.").holds(0)


def test_reporters_are_known_by_their_names() -> None:
    """By the surname too."""
    assert {"iva marn", "marn"} == presence_in("Norrpress", "Our reporter Iva Marn reached the mill on Saturday.").staff
