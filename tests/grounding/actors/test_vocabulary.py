"""Nouns and names say who may be meant."""

import pytest

from saidwho.grounding.actors.vocabulary import gender_of_name, noun


@pytest.mark.parametrize(
    ("word", "lemma", "kind", "many"),
    [
        ("mayor", "mayor", "person", False),
        ("spokeswoman", "spokesperson", "person", False),
        ("spokesmen", "spokesperson", "group", True),
        ("officials", "official", "group", True),
        ("ministry", "ministry", "body", False),
        ("ministries", "ministry", "body", True),
        ("agencies", "agency", "body", True),
        ("statement", "statement", "document", False),
        ("people", "people", "group", True),
        ("lawyers", "lawyer", "group", True),
        ("attorney", "lawyer", "person", False),
        ("pathologist", "pathologist", "person", False),
        ("pathologists", "pathologist", "group", True),
        ("attackers", "attacker", "group", True),
        ("civilians", "civilian", "group", True),
    ],
)
def test_a_noun_says_who_is_meant(word: str, lemma: str, kind: str, many: bool) -> None:
    """A plural of people is a group; nouns used one for another share a lemma."""
    found = noun(word)
    assert found is not None
    assert (lemma, kind, many) == (found.lemma, found.kind, found.many)


@pytest.mark.parametrize("word", ["bridge", "number", "shelling", "thursday", ""])
def test_other_nouns_stand_for_nobody(word: str) -> None:
    """What cannot speak is no actor."""
    assert noun(word) is None


@pytest.mark.parametrize(("expected", "word"), [("f", "spokeswoman"), ("m", "policeman"), (None, "mayor"), (None, "women")])
def test_a_noun_may_tell_women_from_men(expected: str | None, word: str) -> None:
    """Most do not."""
    found = noun(word)
    assert found is not None
    assert expected == found.gender


@pytest.mark.parametrize(("expected", "name"), [("f", "Oksana"), ("m", "Volodymyr"), ("m", "mohammed"), (None, "Xq")])
def test_given_names_tell_women_from_men(expected: str | None, name: str) -> None:
    """An unknown name tells nothing."""
    assert expected == gender_of_name(name)
