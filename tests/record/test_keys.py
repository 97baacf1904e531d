"""What numbers rows go by."""

from hypothesis import given
from hypothesis import strategies as st

from saidwho.record.keys import number_of


@given(st.text())
def test_any_id_has_a_number_that_both_databases_hold(identity: str) -> None:
    """Ids of the register are names ("deu"), others are hashes: both fit 63 bits."""
    assert 0 <= number_of(identity) < 2**63


def test_ids_with_one_beginning_have_numbers_of_their_own() -> None:
    """Names begin alike more often than hashes do."""
    assert len({number_of(name) for name in ("deu", "deu-government", "deu-government-defence")}) == 3
