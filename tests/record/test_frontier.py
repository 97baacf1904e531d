"""The log's root, kept up while the log grows."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st
from pymerkle import InmemoryTree

from saidwho.record.log.frontier import Frontier

LEAVES = st.lists(st.binary(min_size=32, max_size=32), min_size=2, max_size=40, unique=True)


def test_the_root_is_that_of_the_whole_tree_at_every_size() -> None:
    """Leaves that are added one by one give the roots that a tree over all of them has."""
    tree, frontier = InmemoryTree(algorithm="sha256"), Frontier()
    assert hashlib.sha256(b"").hexdigest() == frontier.root()
    for number in range(1, 130):
        tree.append_entry(str(number).encode())
        frontier.add([tree.get_leaf(number)])
        assert tree.get_root().hex() == frontier.root()
    assert 129 == frontier.size


@given(LEAVES, st.data())
def test_it_matters_not_how_many_are_added_at_once(leaves: list[bytes], data: st.DataObject) -> None:
    """In one part or in two."""
    at = data.draw(st.integers(0, len(leaves)))
    whole, parts = Frontier(), Frontier()
    whole.add(leaves)
    parts.add(leaves[:at])
    parts.add(leaves[at:])
    assert (whole.size, whole.root()) == (parts.size, parts.root())


@given(LEAVES)
def test_another_order_is_another_root(leaves: list[bytes]) -> None:
    """No two leaves can change their places unseen."""
    one, other = Frontier(), Frontier()
    one.add(leaves)
    other.add([leaves[1], leaves[0], *leaves[2:]])
    assert one.root() != other.root()
