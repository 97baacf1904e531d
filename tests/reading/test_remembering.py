"""Vectors of clauses are made once, in whichever process."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from saidwho.reading.remembering import RememberedVectors
from saidwho.reading.vectors import WIDTH, Floats


class Counting:
    """Gives each text a vector of its length, and keeps what was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> Floats:
        self.asked += texts
        return np.array([[len(text)] * WIDTH for text in texts], dtype=np.float32)


def test_a_text_is_made_once():
    """However its white space is, and in the order that is asked."""
    make = Counting()
    remembered = RememberedVectors(make)
    found = remembered.vectors(["two words", "one", "two\n words"])
    assert ([9.0, 3.0, 9.0], ["two words", "one"]) == (found[:, 0].tolist(), make.asked)


def test_what_is_missing_is_asked_for_together():
    """So that clauses of one sentence are made in one go, also where there is no room for all."""
    calls: list[Sequence[str]] = []
    remembered = RememberedVectors(lambda clauses: calls.append(clauses) or Counting()(clauses), room=1)
    assert [1.0, 2.0, 1.0] == remembered.vectors(["a", "bb", "a"])[:, 0].tolist()
    assert [["a", "bb"]] == calls


def test_nothing_has_no_vectors():
    """The table has its width all the same."""
    assert (0, WIDTH) == RememberedVectors(Counting()).vectors([]).shape


def test_what_was_made_is_told_once():
    """What another process made is no part of it."""
    remembered = RememberedVectors(Counting())
    remembered.learn({"told": np.zeros(WIDTH, dtype=np.float32)})
    remembered.vectors(["told", "made"])
    assert (["made"], []) == (list(remembered.take_made()), list(remembered.take_made()))


def test_what_was_learnt_is_not_made():
    """It is as the other process made it."""
    make = Counting()
    remembered = RememberedVectors(make)
    remembered.learn({"told here": np.full(WIDTH, 7.0, dtype=np.float32)})
    assert ([7.0], []) == (remembered.vectors(["told  here"])[:, 0].tolist(), make.asked)


def test_the_longest_unasked_makes_room():
    """It is made once more when it is asked for, and no more is kept than there is room."""
    make = Counting()
    remembered = RememberedVectors(make, room=2)
    for clause in ("first", "second", "first", "third", "first", "second"):
        remembered.vectors([clause])
    assert ["first", "second", "third", "second"] == make.asked
    assert 2 == len(remembered.take_made())


def test_one_thread_asks_while_another_learns():
    """Nothing is lost that there is room for, and each clause has its own vector."""
    remembered = RememberedVectors(Counting(), room=64)
    clauses = ["x" * n for n in range(1, 33)]

    def learn() -> None:
        for _ in range(200):
            remembered.learn({clause: np.full(WIDTH, len(clause), dtype=np.float32) for clause in clauses})

    with ThreadPoolExecutor(1) as pool:
        learning = pool.submit(learn)
        while not learning.done():
            assert list(range(1, 33)) == remembered.vectors(clauses)[:, 0].tolist()
        learning.result()
