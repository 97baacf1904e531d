"""A state of one text has organs and offices like those of the tables."""

import pytest

from saidwho.grounding.register import load_register
from saidwho.grounding.register.new_states import NewState

KASTRIA = NewState(name="Kastria", demonyms=("Kastrian",), seats=("Dravna",))


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("Kastria", "new-kastria"),
        ("the Kastrian army", "new-kastria.military"),
        ("Kastria's defence ministry", "new-kastria.defence-ministry"),
        ("the Ministry of Defence in Dravna", "new-kastria.defence-ministry"),
        ("the government of Kastria", "government-of-kastria"),
        ("troops in Dravna", None),
        ("the Vinlandic army", None),
    ],
)
def test_the_organs_of_a_new_state_are_known(words: str, key: str | None) -> None:
    """By name, adjective and seat; troops in a town are anybody's."""
    found = load_register().with_states((KASTRIA,)).resolve(words)
    assert key == (found.key if found else None)


def test_the_seat_of_a_new_state_stands_for_its_government() -> None:
    found = load_register().with_states((KASTRIA,)).metonym("Dravna")
    assert found is not None
    assert ("Government of Kastria", "new-kastria") == (found.name, found.of)


def test_an_office_of_a_new_state_speaks_for_its_organ() -> None:
    office = load_register().with_states((KASTRIA,)).office("the Kastrian defence minister")
    assert office is not None
    assert office.speaks_for is not None
    assert "new-kastria.defence-ministry" == office.speaks_for.key


def test_the_register_itself_stays_as_it_is() -> None:
    register = load_register()
    register.with_states((KASTRIA,))
    assert None is register.resolve("the Kastrian army")
    assert None is register.entry("new-kastria")
