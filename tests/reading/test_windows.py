import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from saidwho.reading.pieces import MOST_PIECES
from saidwho.reading.windows import MARGIN, WINDOW, plan_windows


@given(st.lists(st.tuples(st.integers(1, MOST_PIECES), st.booleans()), max_size=900))
def test_every_word_is_kept_once_and_seen_in_its_window(words):
    firsts = np.concatenate([[0], np.cumsum([count for count, _ in words])]).astype(np.int64)
    lines = np.cumsum([begins for _, begins in words]).astype(np.int32)
    windows = plan_windows(firsts, lines)
    kept = [i for w in windows for i in range(w.keep, w.keep_past)]
    assert kept == list(range(len(words)))
    for window in windows:
        assert window.first <= window.keep < window.keep_past <= window.past
        assert firsts[window.past] - firsts[window.first] <= WINDOW


def test_words_in_the_middle_of_a_long_text_have_context_on_both_sides():
    for window in plan_windows(np.arange(5001), np.zeros(5000, dtype=np.int32))[1:-1]:
        assert (window.keep - window.first, window.past - window.keep_past) == (MARGIN, MARGIN)


def test_a_window_answers_for_whole_lines_where_some_end_near():
    lines = np.repeat(np.arange(100), 50)
    assert {window.keep_past % 50 for window in plan_windows(np.arange(5001), lines)} == {0}


def test_windows_of_a_text_without_lines_are_of_one_size():
    sizes = {window.keep_past - window.keep for window in plan_windows(np.arange(2001), np.zeros(2000, dtype=np.int32))}
    assert max(sizes) - min(sizes) <= 1
