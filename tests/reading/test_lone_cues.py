"""What is said by a cue that no likely content belongs to."""

import numpy as np
import pytest

from saidwho.reading.decoding import Chain, WordSpan
from saidwho.reading.labels import ROLES, span_tags
from saidwho.reading.links import PAIR_FEATURES, POINTER, LinkWeights, link_spans
from saidwho.reading.lone_cues import tell_what
from saidwho.reading.weighing import Chances
from saidwho.text.words import split_words

TAGS = span_tags(ROLES)
CHAIN = Chain.over(TAGS)
COSTS = {"source": 0.3, "cue": 0.3, "content": 0.5}
WEIGHTS = LinkWeights(pairs=np.zeros((2, PAIR_FEATURES), dtype=np.float32), sourceless=-20.0)


def borders(spans: tuple[WordSpan, ...]) -> list[tuple[int, int]]:
    return [(span.first, span.past) for span in spans]


def told(text: str, *scores: dict[str, float]) -> list[tuple[tuple[int, int], list[tuple[int, int]]]]:
    """The cues that say something, each with its contents; a word's scores of tags stand above that of none."""
    words = split_words(text)
    assert len(words) == len(scores)
    table = np.zeros((len(words), len(TAGS)), dtype=np.float32)
    for word, of in enumerate(scores):
        for tag, score in of.items():
            table[word, TAGS.index(tag)] = score
    pointers = np.zeros((len(words), 4 * POINTER), dtype=np.float32)
    chances = Chances.of(table, words.lines, CHAIN)
    spans = chances.best(COSTS)
    found = tell_what(words, spans, link_spans(words, spans, pointers, WEIGHTS), chances, pointers, WEIGHTS)
    return [((one.cue.first, one.cue.past), borders(one.contents)) for one in found]


SOURCE, CUE, NOTHING = {"S-source": 9.0}, {"S-cue": 9.0}, {"O": 9.0}
# Less likely than what a content costs, and likelier than nothing.
OPEN = ({"B-content": 2.0, "O": 2.5}, {"I-content": 2.0}, {"E-content": 2.0})


def test_the_likeliest_words_are_what_a_sure_cue_with_a_source_says() -> None:
    """They would be left out by themselves."""
    assert [((1, 2), [(2, 5)])] == told("Somebody said boats had gone", SOURCE, CUE, *OPEN)


def test_a_cue_with_a_likely_content_takes_no_more() -> None:
    """What is told is left as it was."""
    sure = ({"B-content": 9.0}, {"I-content": 9.0}, {"E-content": 9.0})
    assert [((1, 2), [(2, 5)])] == told("Somebody said boats had gone", SOURCE, CUE, *sure)


@pytest.mark.parametrize(
    ("source", "why"),
    [(NOTHING, "nobody says it"), ({"S-source": 0.0, "O": 0.8}, "it is not sure who")],
)
def test_a_cue_says_nothing_where_nobody_surely_speaks(source: dict[str, float], why: str) -> None:
    """Its words are mostly no news then."""
    assert [] == told("Somebody said boats had gone", source, CUE, *OPEN), why


def test_two_words_are_no_content() -> None:
    """They tell where or when more often than what."""
    assert [] == told("In Lom somebody said", {"B-content": 2.0, "O": 2.5}, {"E-content": 2.0}, SOURCE, CUE)


def test_the_line_behind_a_colon_is_what_is_said() -> None:
    """Whatever it looks like: statements are set off so without marks."""
    assert [((1, 2), [(5, 10)])] == told("Somebody said in Lom:\nBoats had gone by noon", SOURCE, CUE, *[NOTHING] * 8)


def test_a_list_behind_a_colon_is_said_point_by_point() -> None:
    """Up to the first line that is no point of it."""
    text = "Somebody said:\n- boats had gone\n- nobody stayed\nRain fell"
    assert [((1, 2), [(4, 7), (8, 10)])] == told(text, SOURCE, CUE, *[NOTHING] * 10)


@pytest.mark.parametrize(
    ("text", "scores"),
    [
        ("Somebody said in Lom.\nBoats had gone by noon", (SOURCE, CUE, *[NOTHING] * 8)),
        ("Somebody said:\n7 p.m.", (SOURCE, CUE, *[NOTHING] * 3)),
        ("We said in Lom:\nBoats had gone by noon", (SOURCE, CUE, *[NOTHING] * 8)),
        ("Somebody said in Lom:\nBoats had gone somebody said", (SOURCE, CUE, *[NOTHING] * 6, SOURCE, CUE)),
    ],
)
def test_the_next_line_is_not_said_by_a_cue(text: str, scores: tuple[dict[str, float], ...]) -> None:
    """Without a colon, where it is a time, where the outlet speaks, and where somebody is found in it."""
    assert [] == told(text, *scores)
