"""Whose press prints?"""

import pytest

from saidwho.linking.issuers import organ_for, paper_of, whose_press


@pytest.mark.parametrize(
    ("outlet", "whose"),
    [
        ("Ghaz News Service", "Ghaz"),
        ("Merova State Agency", "Merova"),
        ("Radio-Television Kasamba", "Kasamba"),
        ("Radio Karlia, Home Service", "Karlia"),
        ("Karlia One", "Karlia"),
        ("Karlia Today, state newspaper", "Karlia"),
        ("Karlia Today", None),
        ("Harbour Courier", None),
        ("Meridian Wire", None),
    ],
)
def test_the_name_of_a_states_press_tells_whose_it_is(outlet: str, whose: str | None) -> None:
    """Whether there is such a state is for others to tell."""
    assert whose == whose_press(outlet)


@pytest.mark.parametrize(
    ("outlet", "whose"),
    [
        ("Amber Voice", "amber brigade"),
        ("Voice of the Marsh", "sons of the marsh"),
        ("Bulletin of the Ridge Committee", "ridge committee"),
        ("Lorn Herald", None),
        ("Marsh Hospital", None),
    ],
)
def test_a_paper_that_bears_a_movements_name_is_its(outlet: str, whose: str | None) -> None:
    """A town's hospital or fire brigade makes no paper of the town its own."""
    assert whose == paper_of(outlet, ["amber brigade", "sons of the marsh", "ridge committee", "lorn hospital", "lorn fire service"])


@pytest.mark.parametrize(
    ("outlet", "whose"),
    [
        ("Amber Telegraph, organ of the Hill Front", "Hill Front"),
        ("Morning Torch (Azurist bulletin)", "Azurist"),
        ("Radio Torch (Hill Front)", "Hill Front"),
        ("Radio Torch (Azurist-run)", "Azurist"),
        ("Torch (official site of the Hill Front)", "Hill Front"),
        ("Morning Torch, Lorn", None),
        ("Radio Quillane, Home Service", None),
        ("Hill Front (e-mail to editors, signed by Ivo Vale)", None),
    ],
)
def test_what_stands_behind_a_name_tells_whose_organ_it_is(outlet: str, whose: str | None) -> None:
    """A town behind a comma is where it is printed."""
    assert whose == organ_for(outlet)
