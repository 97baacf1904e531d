from hypothesis import given
from hypothesis import strategies as st

from saidwho.grounding.register import load_register

ENTRIES = load_register().entries()


def test_everybody_belongs_to_somebody_known_or_to_nobody():
    """Every chain ends, in few steps and without a repeat."""
    register = load_register()
    for entry in ENTRIES:
        keys = [entry.key, *(owner.key for owner in register.chain(entry))]
        assert len(keys) == len(set(keys)) < 8
        assert register.entry(keys[-1]).of is None


@given(
    state=st.sampled_from([e for e in ENTRIES if e.kind == "state"]), organ=st.sampled_from(["defence-ministry", "police", "parliament"])
)
def test_an_organ_of_any_state_belongs_to_that_state(state, organ):
    register = load_register()
    assert state in register.chain(register.entry(f"{state.key}.{organ}"))
