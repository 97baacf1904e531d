"""What linking read lately is at hand, while nobody else changed it."""

from saidwho.record.lately import Lately


def filled(*, turn: bytes | None = b"one") -> Lately:
    """With one object that is there and one that is not. turn: the mark left after it, None where it failed."""
    lately = Lately(room=10)
    lately.begin(None)
    lately.learn("node", {1: "a node", 2: None})
    if turn:
        lately.end(turn)
    return lately


def test_what_was_read_before_is_at_hand() -> None:
    """That something is not there is known as well."""
    lately = filled()
    lately.begin(b"one")
    assert ({1: "a node"}, [3]) == lately.among("node", [1, 2, 3])


def test_what_another_linked_meanwhile_is_not_taken_for_known() -> None:
    """Its mark differs from ours; so does none at all, after all links were taken away."""
    for turn in (b"two", None):
        lately = filled()
        lately.begin(turn)
        assert ({}, [1]) == lately.among("node", [1])


def test_what_was_written_in_vain_is_forgotten() -> None:
    """A transaction that failed left no mark."""
    lately = filled(turn=None)
    lately.begin(b"one")
    assert ({}, [1]) == lately.among("node", [1])


def test_what_nobody_asked_for_makes_room() -> None:
    """What was asked for meanwhile stays."""
    lately = filled()
    for turn in range(4):
        lately.begin(b"one" if not turn else b"%d" % turn)
        assert ({1: "a node"}, []) == lately.among("node", [1])
        lately.learn("node", dict.fromkeys(range(10 * turn + 10, 10 * turn + 13), "another"))
        lately.end(b"%d" % (turn + 1))
    lately.begin(b"4")
    assert ({}, [10]) == lately.among("node", [10])


def test_what_another_process_wrote_is_read_again() -> None:
    """Of that alone nothing is known."""
    lately = filled()
    lately.begin(b"one")
    lately.forget([("node", 2), ("node", 9), ("sketch", 1)])
    assert ({1: "a node"}, [2]) == lately.among("node", [1, 2])
