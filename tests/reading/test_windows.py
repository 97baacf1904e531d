import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from saidwho.reading.pieces import MOST_PIECES
from saidwho.reading.windows import WINDOW, plan_windows


@given(st.lists(st.integers(1, MOST_PIECES), max_size=900))
def test_every_word_is_kept_once_and_seen_in_its_window(counts):
    firsts = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
    windows = plan_windows(firsts)
    kept = [i for w in windows for i in range(w.keep, w.keep_past)]
    assert kept == list(range(len(counts)))
    for window in windows:
        assert window.first <= window.keep < window.keep_past <= window.past
        assert firsts[window.past] - firsts[window.first] <= WINDOW


def test_words_in_the_middle_of_a_long_text_have_context_on_both_sides():
    firsts = np.arange(5001)
    for window in plan_windows(firsts)[1:-1]:
        assert min(window.keep - window.first, window.past - window.keep_past) >= 40
