import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.grounding.register import load_register


def office(words, *context):
    return load_register().office(words, context=context)


def speaks_for(words, *context):
    found = office(words, *context)
    return found and found.speaks_for and found.speaks_for.key


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("White House spokesperson", "white-house"),
        ("the White House spokesperson John Kirby", "white-house"),
        ("Ukrainian Foreign Minister", "ukr.foreign-ministry"),
        ("the Ukrainian president", "government-of-ukraine"),
        ("the minister of defence of Ukraine", "ukr.defence-ministry"),
        ("a spokesman for the Israeli military", "idf"),
        ("Israel's army chief", "idf"),
        ("Russian commanders", "russian-armed-forces"),
        ("US officials", "government-of-united-states"),
        ("a senior Hamas official", "hamas"),
        ("officials in Kyiv", "government-of-ukraine"),
        ("Secretary of State", "us-department-of-state"),
        ("UN Secretary-General", "un"),
        ("NATO chief", "nato"),
        ("Gaza health ministry spokesman", "gaza-health-ministry"),
        ("head of the Ukrainian military intelligence", "ukrainian-military-intelligence"),
        ("a Reuters correspondent", "reuters"),
        ("Ukraine's ambassador to the UN", "ukr.foreign-ministry"),
    ],
)
def test_an_office_speaks_for_the_body_it_is_named_with(words, key):
    """Of a state, for the organ that the office is of; of any other body, for that body."""
    assert key == speaks_for(words)


@pytest.mark.parametrize(
    "words",
    [
        "Western officials",
        "the governor of the Lomna region",
        "local officials",
        "former US president",
        "an Iranian journalist",
        "a military analyst in Kyiv",
        "New Jersey officials",
        "the deputy ambassador to the UN",
        "the president",
        "soldiers",
    ],
)
def test_an_office_of_nobody_known_speaks_for_nobody_known(words):
    """It is an office all the same: towns, former holders and observers of a state do not speak for the state."""
    found = office(words)
    assert found is not None
    assert found.speaks_for is None


@pytest.mark.parametrize("words", ["John Kirby", "he", "the statement", "General Staff of the Armed Forces of Ukraine", "", ","])
def test_other_phrases_are_no_office(words):
    assert office(words) is None


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("the president", "government-of-ukraine"),
        ("a defence ministry spokesman", "ukr.defence-ministry"),
        ("President Ann Lomna", None),
        ("the president, Ann Lomna,", None),
        ("ministers", None),
        ("the Arland president", None),
    ],
)
def test_an_office_alone_is_that_of_the_one_state_a_text_is_about(words, key):
    """Unless a name stands with it: a report on one state quotes the presidents of others."""
    assert key == speaks_for(words, "ukr")
    assert speaks_for(words, "ukr", "pol") is None


@pytest.mark.parametrize(
    ("words", "role", "person"),
    [
        ("White House spokesperson John Kirby", "White House spokesperson", "John Kirby"),
        ("John Kirby, the White House spokesperson,", "White House spokesperson", "John Kirby"),
        ("the White House spokesperson, John Kirby,", "White House spokesperson", "John Kirby"),
        ("a spokesman for Ukraine's army", "spokesman for Ukraine's army", None),
        ("Ukraine's president", "Ukraine's president", None),
    ],
)
def test_role_and_person_are_told_apart(words, role, person):
    found = office(words)
    assert (role, person) == (found.role, found.person)


def test_a_former_holder_and_a_local_one_are_marked():
    assert office("former US president").is_past
    assert office("the mayor of Lomna").is_local
    assert not office("US president").is_past


@given(st.text(max_size=300))
def test_any_words_have_one_answer(words):
    assert office(words, "usa") == office(words, "usa")
