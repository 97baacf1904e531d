import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from saidwho.text.words import split_parts, split_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shells hit the port.", ["Shells", "hit", "the", "port", "."]),
        ("They don't know.", ["They", "do", "n't", "know", "."]),
        ("It cannot hold", ["It", "can", "not", "hold"]),
        ("the U.S. army's small-arms", ["the", "U.S.", "army", "'s", "small", "-", "arms"]),
        ("Mr. Orlo paid $1,500.50", ["Mr.", "Orlo", "paid", "$", "1,500.50"]),
        ("''No,'' he said", ["''", "No", ",", "''", "he", "said"]),
        ("see https://a.example/x?y=1, please", ["see", "https://a.example/x?y=1", ",", "please"]),
    ],
)
def test_splits_as_treebanks_do(text, words):
    assert words == split_words(text).strings


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Nikkeiquoted him", ["Nikkei", "quoted", "him"]),
        ("Misreported", ["Misreported"]),
        ("Reutersquoted", ["Reuters", "quoted"]),
        ("Unsaid", ["Unsaid"]),
    ],
)
def test_parts_a_name_from_the_verb_a_page_glued_to_it(text, words):
    assert words == split_words(text).strings


@given(st.text(max_size=300))
def test_every_visible_character_is_in_exactly_one_word(text):
    words = split_words(text)
    spans = list(zip(words.starts.tolist(), words.ends.tolist(), strict=True))
    covered = [i for b, e in spans for i in range(b, e)]
    assert covered == sorted(set(covered))
    assert not "".join(c for i, c in enumerate(text) if i not in set(covered)).strip()
    assert all(b < e for b, e in spans)


def test_a_word_stands_in_the_line_it_is_printed_in():
    """Empty lines are not counted."""
    assert [0, 0, 1, 2] == split_words("One two\n\nthree\nfour").lines.tolist()


@pytest.mark.parametrize(("start", "end", "expected"), [(0, 3, (0, 1)), (2, 5, (0, 2)), (3, 4, (1, 1)), (4, 7, (1, 2))])
def test_finds_the_words_that_characters_touch(start, end, expected):
    assert expected == split_words("One two three").touched_by(start, end)


MARK = re.compile("[\x02\x03]")


@given(st.lists(st.text(alphabet="ab1.,:/'’`-tnsdU éhp \n", max_size=12), min_size=1, max_size=5))
def test_parts_have_the_words_that_they_have_alone(parts):
    """A mark ends an address or a name, and no word looks past it."""
    words, owners = split_parts("\x02".join(parts), MARK)
    assert [split_words(part).strings for part in parts] == [
        [word for word, owner in zip(words.strings, owners, strict=True) if owner == at] for at in range(len(parts))
    ]


def test_a_mark_ends_a_web_address():
    """It is no letter of it."""
    words, owners = split_parts("see \x02https://a.example/x\x03 now", MARK)
    assert (["see", "https://a.example/x", "now"], [0, 1, 2]) == (words.strings, owners.tolist())
