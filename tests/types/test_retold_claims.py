"""A claim of which only acts of speaking are others than before is changed in place."""

from saidwho.types.claims import retold_shape

FIRST, SECOND = "0" * 14 + "1" + "a" * 49, "0" * 14 + "2" + "b" * 49


def test_statements_tell_the_act_of_speaking_that_they_are_of_now() -> None:
    """The others tell what they told; the claim tells all of them, each once."""
    members = [{"id": FIRST, "utterance": "old"}, {"id": SECOND, "utterance": "kept"}, {"id": "f" * 64, "utterance": None}]
    shape = {"id": "claim", "statements": members, "utterances": ["kept", "old"]}
    told = retold_shape(shape, {1: "another", 7: "of no statement here"})
    assert ["another", "kept", None] == [member["utterance"] for member in told["statements"]]
    assert ["another", "kept"] == told["utterances"]
    assert "claim" == told["id"]
