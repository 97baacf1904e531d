"""What linking drafts over what is kept is what it would find had it been written at once."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from saidwho.linking.memory import MemoryStore
from saidwho.record.linkdraft import LinkDraft
from saidwho.record.linkstore import changes_of
from saidwho.types.store import GROUPS, TIES, UTTERED, Position, Relation, Row, Store

FEW = st.integers(0, 5)
POSITION = st.builds(Position, key=st.integers(1, 2), day=st.integers(0, 6), place=st.integers(0, 1), item=st.integers(0, 9))
ROWS = {
    GROUPS: st.tuples(FEW, FEW, FEW, FEW, FEW),
    TIES: st.tuples(FEW, FEW, st.sampled_from((0.5, 0.25, None))),
    UTTERED: st.tuples(FEW, st.sampled_from("abc")),
}


@st.composite
def operations(draw: st.DrawFn) -> tuple[str, tuple[Any, ...]]:
    """One that writes to a store, and what it is given."""
    name = draw(st.sampled_from(("keep", "drop", "add", "add", "remove", "forget", "place", "place", "displace")))
    if name == "keep":
        return name, ("node", draw(st.dictionaries(FEW, st.sampled_from("xyz"), min_size=1)))
    if name == "drop":
        return name, ("node", draw(st.lists(FEW, min_size=1)))
    if name in ("place", "displace"):
        return name, (draw(st.lists(POSITION, min_size=1, max_size=8)),)
    relation = draw(st.sampled_from((GROUPS, TIES, UTTERED)))
    rows = draw(st.lists(ROWS[relation], min_size=1, max_size=8))
    if name in ("add", "forget"):
        return name, (relation, rows)
    at = draw(st.integers(0, len(relation.columns) - 1))
    return name, (relation, relation.columns[at], [row[at] for row in rows if row[at] is not None])


def do(store: Store, steps: list[tuple[str, tuple[Any, ...]]]) -> None:
    for name, given_ in steps:
        getattr(store, name)(*given_)


def rows_in(store: Store, relation: Relation, **asked: Any) -> list[list[Row]]:
    """What a store finds by each column of a relation."""
    wanted = [*range(6), *"abc", 0.5]
    return [sorted(store.find(relation, column, wanted, **asked), key=repr) for column in relation.columns]


def told(store: Store) -> list[Any]:
    """All that a store is asked in this test; around those positions that it has."""
    lists = store.head([1, 2], count=99)
    wanted = {key: [found[len(found) // 3], found[len(found) // 2]] for key, found in lists.items() if found}
    return [
        dict(store.objects("node", range(6))),
        *(rows_in(store, relation) for relation in ROWS),
        rows_in(store, GROUPS, only=("cut", "node")),
        rows_in(store, TIES, having="strength", only=("other",)),
        rows_in(store, TIES, having="strength", above=0.25),
        sorted(store.rows(TIES, [(one, other) for one in range(6) for other in range(6)])),
        *({key: list(found) for key, found in store.head([1, 2], count=count).items()} for count in (1, 4)),
        *({key: list(found) for key, found in store.near(wanted, reach=reach, days=9).items()} for reach in (0, 2)),
        *(sorted(store.around(wanted, reach=reach, days=9).tolist()) for reach in (0, 2)),
    ]


STEPS = st.lists(operations(), max_size=12)


@given(STEPS, STEPS)
def test_a_draft_is_as_what_it_will_make(before: list[Any], after: list[Any]) -> None:
    """Whatever was kept before, and is changed; what was kept stays as it was until the draft is written."""
    kept, plain = MemoryStore(), MemoryStore()
    do(kept, before)
    do(plain, before)
    unchanged = told(plain)
    draft = LinkDraft(kept)
    do(draft, after)
    do(plain, after)
    assert told(plain) == told(draft)
    assert unchanged == told(kept)


@given(STEPS, STEPS, STEPS, st.booleans())
def test_a_draft_stands_over_another(before: list[Any], first: list[Any], second: list[Any], is_written: bool) -> None:
    """Whether what that changed is written meanwhile or not."""
    kept, plain = MemoryStore(), MemoryStore()
    do(kept, before)
    do(plain, [*before, *first, *second])
    draft = LinkDraft(kept)
    do(draft, first)
    if is_written:
        do(kept, first)
    over = LinkDraft(draft.over(kept))
    do(over, second)
    assert told(plain) == told(over)


@given(STEPS, STEPS)
def test_what_a_draft_changes_makes_it_so(before: list[Any], after: list[Any]) -> None:
    """Written over what was kept, in the order in which a record writes."""
    kept, plain = MemoryStore(), MemoryStore()
    do(kept, before)
    do(plain, [*before, *after])
    draft = LinkDraft(kept)
    do(draft, after)
    changes = changes_of(draft, pack=lambda _, value: value.encode())
    kept.drop("node", changes.dropped.get("node", ()))
    kept.keep("node", {n: value.decode() for _, n, value in changes.objects})
    for relation, column, values in changes.removed:
        kept.remove(relation, column, values)
    for relation, rows in changes.gone:
        kept.forget(relation, rows)
    for relation, rows in changes.rows:
        kept.add(relation, rows)
    kept.displace(changes.displaced)
    kept.place(changes.placed)
    assert told(plain) == told(kept)
