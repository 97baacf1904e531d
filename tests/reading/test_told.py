"""What words of a report are part of, from the scores of the head that tells it."""

import numpy as np

from saidwho.reading.labels import ACTS, TOLD, TOLD_COLUMNS, TOLD_WIDTH
from saidwho.reading.spans import Codings
from saidwho.reading.told import joined, leanings, span_scores, span_tags_told
from saidwho.text.words import split_words
from saidwho.types.reading import NO_LEANINGS

WORDS = split_words("Shells hit a market.\nHe denied it.")


def scores(part, *, labels):
    told = np.zeros((len(WORDS), TOLD_WIDTH), dtype=np.float32)
    for word, name in labels.items():
        told[word, TOLD_COLUMNS[part].start + TOLD[part].index(name)] = 8
    return told


def decode(told):
    return Codings.of(span_tags_told()).decode(span_scores(told), WORDS.lines)


def test_spans_are_given_with_their_probability():
    told = scores("happenings", labels={0: "B-happening", 1: "I-happening", 2: "I-happening", 3: "E-happening"})
    (found,) = decode(told)["happenings"]
    assert (0, 4) == (found.first, found.past)
    assert 0.9 < found.score <= 1


def test_a_span_never_crosses_the_end_of_a_line():
    told = scores("own_voice", labels={3: "B-own voice", 4: "I-own voice", 5: "I-own voice", 6: "E-own voice"})
    assert all(WORDS.lines[found.first] == WORDS.lines[found.past - 1] for found in decode(told)["own_voice"])


def test_the_leaning_of_words_is_the_mean_of_theirs():
    found = leanings(scores("acts", labels={6: "deny"}))
    alone, together = found.of("acts", [(6, 7)]), found.of("acts", [(5, 8)])
    assert alone is not None
    assert together is not None
    assert ACTS.index("deny") == alone.argmax() == together.argmax()
    assert alone.max() > together.max()
    assert np.isclose(1.0, together.sum())


def test_words_lean_to_the_outlet_as_far_as_any_tag_of_its_voice_does():
    found = leanings(scores("own_voice", labels={0: "B-own voice", 1: "I-own voice", 6: "O"})).of("voices", [(0, 2)])
    others = leanings(scores("own_voice", labels={6: "O"})).of("voices", [(6, 7)])
    assert found is not None
    assert others is not None
    assert found[1] > 0.9
    assert others[1] < 0.1
    assert np.isclose(1.0, found.sum())


def test_words_that_nobody_read_lean_to_nothing():
    assert NO_LEANINGS.of("acts", [(0, 3)]) is None
    assert leanings(scores("acts", labels={})).of("acts", [(2, 2)]) is None


def test_blocks_of_a_text_lean_as_the_text_does():
    told = scores("acts", labels={1: "demand", 6: "deny"})
    whole = leanings(told)
    parts = joined([leanings(told[:4]), leanings(told[4:])])
    assert np.array_equal(whole.logs["acts"], parts.logs["acts"])
