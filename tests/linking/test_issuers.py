"""Who prints its own word?"""

import pytest

from saidwho.linking.issuers import body_of, is_body, tells_its_own, whose_press


@pytest.mark.parametrize(
    ("outlet", "is_so"),
    [
        ("Northern Compact Press Office", True),
        ("Directorate of Railways", True),
        ("Coast Front Secretariat", True),
        ("Truce Board", True),
        ("Borderwatch", True),
        ("Workers' Union Daily", False),
        ("The Harbour Tribune", False),
        ("Norrpress", False),
    ],
)
def test_a_body_is_told_from_the_press_by_its_name(outlet: str, is_so: bool) -> None:
    """What prints news is none, whatever else its name says."""
    assert is_so == is_body(outlet)


def test_whoever_tells_deeds_of_its_own_people_prints_its_own_word() -> None:
    """A paper speaks of its reporters, and a paper that says "our soldiers" stays a paper."""
    assert tells_its_own("Rail Night", "On 7 May our team loosened eleven metres of track")
    assert not tells_its_own("Rail Night", "Our reporter saw the track")
    assert not tells_its_own("Gradek Herald", "Our soldiers took the hill")


def test_a_body_goes_by_its_name_without_its_press_office() -> None:
    """So that it is the same as where others name it."""
    assert ["Northern Compact", "Rail Night"] == [body_of("Northern Compact Press Office"), body_of("Rail Night")]


@pytest.mark.parametrize(
    ("outlet", "whose"),
    [
        ("Ghaz News Service", "Ghaz"),
        ("Merova State Agency", "Merova"),
        ("Radio-Television Kasamba", "Kasamba"),
        ("Harbour Courier", None),
        ("Meridian Wire", None),
    ],
)
def test_the_name_of_a_states_press_tells_whose_it_is(outlet: str, whose: str | None) -> None:
    """Whether there is such a state is for others to tell."""
    assert whose == whose_press(outlet)
