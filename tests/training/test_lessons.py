"""Whom pronouns go back to is learned through the same steps by which texts are read."""

import pytest

pytest.importorskip("torch", reason="needs the training extra: pip install 'saidwho[training]'")

from saidwho.types.document import Span
from training.coreference import GoldMention, GoldText, decisions

TEXT = "Mara Olt runs the clinic in Veske. Doctor Ben Rask works there. She said the roof had burned."


def mention(words: str, chain: str) -> GoldMention:
    start = TEXT.index(words)
    return GoldMention(span=Span(start=start, end=start + len(words)), head=start + words.rfind(" ") + 1, chain=chain)


def test_a_labelled_pronoun_is_a_choice_among_those_named_before():
    mentions = (mention("Mara Olt", "mara"), mention("Ben Rask", "ben"), mention("She", "mara"))
    gold = GoldText(key="a", text=TEXT, mentions=mentions, exhaustive=False, parts=(Span(start=0, end=len(TEXT)),))
    choices = [choice for choice in decisions([gold]) if choice.words == "She"]
    assert [1] == [int(choice.right.sum()) for choice in choices]
