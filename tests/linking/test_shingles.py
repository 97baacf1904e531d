"""Digests of shingles tell which texts may be copies, and never leave out one that is."""

from hypothesis import given
from hypothesis import strategies as st

from saidwho.linking.copies import SHARE
from saidwho.linking.passages import SHINGLE, Wording, may_share, shared_passages, wording
from saidwho.linking.shingles import digests_of, may_be_copies

VOCABULARY = ("the", "convoy", "left", "port", "before", "dawn", "and", "was", "hit", "twice")
WORDS = st.lists(st.sampled_from(VOCABULARY), min_size=SHINGLE, max_size=60)


def is_copy(one: Wording, other: Wording) -> bool:
    """Whether shared passages hold so much of the shorter of two texts, or they are the same."""
    small, large = sorted((one, other), key=lambda words: len(words.words))
    least = SHARE * len(small.words)
    held = sum(length for _, _, length in shared_passages(small, large))
    return one.words == other.words or (may_share(small, large, least) and held >= least)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=3), st.integers(0, 40), st.integers(8, 40))
def test_no_copy_is_left_out(words: list[str], others: list[list[str]], start: int, length: int) -> None:
    """Texts that share a passage of any length, and such as repeat themselves."""
    one = wording(" ".join(words))
    texts = [wording(" ".join([*other, *words[start : start + length]])) for other in others]
    told = may_be_copies(digests_of(one), [digests_of(text) for text in texts], SHARE).tolist()
    assert [] == [text for text, may_be in zip(texts, told, strict=True) if is_copy(one, text) and not may_be]


def test_texts_of_other_words_are_no_copies() -> None:
    """They are not read."""
    here = wording("The convoy left the port before dawn and was hit twice on its way to the depot.")
    there = wording("Officials said that grain shipments would begin again within a week of the truce.")
    assert [False, True] == may_be_copies(digests_of(here), [digests_of(there), digests_of(here)], SHARE).tolist()
