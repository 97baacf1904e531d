"""For whom sources speak that the register does not know."""

import pytest

from saidwho.linking.affiliation import affiliation_of, is_adjective_of, owned_in, settle


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("the foreign ministry of Velmora", "velmora"),
        ("Velmora's defence ministry", "velmora"),
        ("the Ministry of Defence of the Republic of Velmora", "velmora"),
        ("The Velmoran military", "velmoran"),
        ("Colonel Ivo Brandek of the Kastrian general staff", "kastrian"),
        ("Two Arland officials who asked not to be named", "arland"),
        ("ministry spokesman Ivo Brandek", None),
        ("Foreign Minister Helena Osk", None),
        ("the Velmoran Ministry of Fisheries", "velmoran"),
        ("Ministry of Culture of Velmora", "velmora"),
        ("Ministry of Internal Security", None),
        ("Ministry of the Interior of Velmora", "velmora"),
        ("the Minister of Supply", None),
        ("the minister for roads, Helena Osk, of Velmora's government", "velmora"),
        ("the coastguard of the Sultanate of Velmora", "velmora"),
        ("the President of the Republic", None),
        ("Spokesman's Unit of the Army of Velmora", "velmora"),
        ("the army took the pass of Arne", None),
        ("a doctor at the clinic", None),
    ],
)
def test_an_organ_tells_whose_it_is(words: str, owner: str | None) -> None:
    """By possession, by "of", or by an adjective; a person's name owns nothing."""
    assert owner == affiliation_of(words).owner


def test_a_spokesman_speaks_for_the_ministry_named_before() -> None:
    """What one sentence leaves open, the one before told; what stands after it counts less."""
    text = "The gates are wired, the foreign ministry of Velmora said. “All of them,” ministry spokesman Ivo Brandek added.\n"
    text += "Kastria's defence ministry said no."
    told = settle(affiliation_of("ministry spokesman Ivo Brandek"), text.index("ministry spokesman"), owned_in(text))
    assert "velmora" == told.owner


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Witnesses told soldiers of the fire.", []),
        ("The Brigade and the government signed a pact.", []),
        ("That forty died with the Good Hope the ministry does not contest.", []),
        ("Arland officials spoke of Arland's army.", ["arland"]),
        ("Patrol boats of the army lay off Arland.", []),
    ],
)
def test_only_a_name_before_its_own_organ_owns_it(text: str, owners: list[str]) -> None:
    """The first word of a sentence is a name where the text writes it with a capital elsewhere; another phrase owns nothing."""
    assert owners == [one.owner for one in owned_in(text)]


def test_findings_are_of_whoever_found_them() -> None:
    """ "findings of Velmora" stand for Velmora."""
    assert "velmora" == affiliation_of("findings of Velmora").owner


@pytest.mark.parametrize(
    ("adjective", "name", "expected"),
    [("velmoran", "velmora", True), ("iranian", "iran", True), ("karlian", "karlia", True), ("malian", "velmora", False)],
)
def test_adjectives_are_of_names(adjective: str, name: str, expected: bool) -> None:
    """By what they begin with."""
    assert expected == is_adjective_of(adjective, name)
