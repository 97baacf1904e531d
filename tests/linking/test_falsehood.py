"""Is what somebody said called false?"""

import pytest

from saidwho.linking.falsehood import calls_false, is_called_false


@pytest.mark.parametrize(
    ("sentence", "is_so"),
    [
        ("Reports of an advance on Lorn are inventions of the enemy's radio.", True),
        ("Claims by the rebels that the depot burned are false.", True),
        ("The insinuation that our gunners fired on the school is rejected.", True),
        ("The fairy tales about Lorn are refuted.", True),
        ("It is untrue that guards were withdrawn.", True),
        ("Talk of a landing is nonsense, the ministry said.", True),
        ("Reports of an advance on Lorn came from three villages.", False),
        ("The report was published in May.", False),
        ("The river is closed, and the story is told in every inn.", False),
        ("The accusation has been rejected.", True),
        ("Reports of an advance on Lorn are denied by the staff.", True),
        ("The toll of the raids rises, Karlia has rejected calls for a truce.", False),
        ("Reports from Lorn say that the wounded were denied passage.", False),
    ],
)
def test_a_sentence_that_opens_with_a_saying_may_call_it_false(sentence: str, is_so: bool) -> None:
    """Then whoever prints or says the sentence denies what was said."""
    assert is_so == is_called_false(sentence)


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("called the accusation absurd", True),
        ("dismissed as theatre the tales about a ship full of arms", True),
        ("calls it slander", True),
        ("The film is a fake", True),
        ("dismissed the report as a provocation", True),
        ("called the mayor a friend", False),
        ("the bodies that lie in the river", False),
    ],
)
def test_words_may_call_false_what_was_said_before(words: str, is_so: bool) -> None:
    """What is called false must be a thing said, shown or counted, or be pointed at."""
    assert is_so == calls_false(words)
