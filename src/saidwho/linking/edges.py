"""Which pairs of nodes are compared, and what comes of it?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from saidwho.linking.against import is_denial, may_deny
from saidwho.linking.blocking import DAYS, TOGETHER, WINDOW, may_meet, positions
from saidwho.linking.moving import Moved, document_number
from saidwho.linking.nodes import Node
from saidwho.linking.pairs import Comparer, Vectors
from saidwho.linking.scoring import probability
from saidwho.linking.zones import Moves, Pair, are_near, move
from saidwho.types.linking import Pairing
from saidwho.types.store import EDGES, FACTS, Row, Store, number

# Log odds of 1 to 9: a person asked about less likely pairs would say no nearly always.
NEARLY = -2.2

Closeness = Callable[[int, int], float | None]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Redrawn:
    """What became of the edges. ends: nodes that an edge was drawn to or taken from. pairings: of the pairs compared now.

    unpaired: pairs of propositions that are compared no longer. replaced: propositions that stand for no node any more.
    full: how many lists were too long to compare all of them.
    """

    ends: frozenset[int]
    pairings: tuple[Pairing, ...]
    unpaired: frozenset[tuple[str, str]]
    replaced: frozenset[str]
    full: int


def redraw(store: Store, moved: Moved, comparer: Comparer, vectors: Vectors | None) -> Redrawn:
    """Compare the nodes that changed with what stands near them, and forget what no longer does."""
    gone = [position for n, one in moved.before.items() for position in positions(n, one.fact)]
    come = [position for n, one in moved.after.items() for position in positions(n, one.fact)]
    changed = move(store, Moves(gone=gone, come=come), reach=WINDOW, allows=may_meet, days=DAYS)
    touched = moved.before.keys() | moved.after.keys()
    taken = [row for row in edges_of(store, touched) if row[0] in touched or row[1] in touched]
    taken += _unsupported(store, changed.lost)
    _take(store, taken)
    fresh = set(changed.fresh) | _in_texts(store, moved.after) | set(_joined(store, moved.after, comparer))
    nodes = dict(store.objects("node", {n for pair in fresh for n in pair} | {n for row in taken for n in row[:2]}))
    asked = sorted(pair for pair in fresh if pair[0] in nodes and pair[1] in nodes)
    drawn, pairings = _compare(asked, nodes, comparer, close_by(store, nodes, vectors, {n for pair in asked for n in pair}))
    store.add(EDGES, drawn)
    gone_ids = {one.fact.id for n, one in moved.before.items() if n not in moved.after or moved.after[n].fact.id != one.fact.id}
    return Redrawn(
        ends=frozenset(n for row in (*taken, *drawn) for n in row[:2]),
        pairings=tuple(pairings),
        unpaired=frozenset(_ids(nodes | dict(moved.before), row) for row in taken),
        replaced=frozenset(gone_ids),
        full=changed.full,
    )


def edges_of(store: Store, nodes: Iterable[int]) -> list[Row]:
    """The edges at some nodes, each once."""
    wanted = set(nodes)
    ones = store.find(EDGES, "one", wanted)
    return ones + [row for row in store.find(EDGES, "other", wanted) if row[0] not in wanted]


def _take(store: Store, rows: Iterable[Row]) -> None:
    """Forget edges. All at their first ends go, and those that are to stay come back."""
    pairs = {row[:2] for row in rows}
    ones = {one for one, _ in pairs}
    kept = [row for row in store.find(EDGES, "one", ones) if row[:2] not in pairs]
    store.remove(EDGES, "one", ones)
    store.add(EDGES, kept)


def _ids(nodes: Mapping[int, Node], row: Row) -> tuple[str, str]:
    one, other = sorted((nodes[row[0]].fact.id, nodes[row[1]].fact.id))
    return one, other


def _unsupported(store: Store, lost: Iterable[Pair]) -> list[Row]:
    """Of pairs that one list has put out of reach, the edges of those that no other list and no text brings together."""
    pairs = set(lost)
    rows = [row for row in store.find(EDGES, "one", {one for one, _ in pairs}) if row[:2] in pairs]
    if not rows:
        return []
    nodes = store.objects("node", {n for row in rows for n in row[:2]})
    found = set(_in_texts(store, nodes))
    shared = []
    for one, other, *_ in rows:
        here = {p.key: p for p in positions(one, nodes[one].fact)} if one in nodes else {}
        there = positions(other, nodes[other].fact) if other in nodes else ()
        shared += [(here[p.key], p) for p in there if p.key in here]
    found |= are_near(store, shared, reach=WINDOW, allows=may_meet)
    return [row for row in rows if row[:2] not in found]


def _in_texts(store: Store, nodes: Mapping[int, Node]) -> set[Pair]:
    """Pairs that follow each other closely in a text, of which one is among some nodes. Both must be told to stand in that text."""
    documents = {document_number(identity) for one in nodes.values() for identity in one.documents}
    texts: dict[int, list[tuple[int, int, int, int]]] = defaultdict(list)
    for proposition, n, document, voice, start in store.find(FACTS, "document", documents):
        texts[document].append((voice, start, proposition, n))
    near = set()
    for told in texts.values():
        ordered = [(proposition, n) for _, _, proposition, n in sorted(told)]
        for at, one in enumerate(ordered):
            for other in ordered[at + 1 : at + 1 + TOGETHER]:
                if one[1] != other[1] and (one[1] in nodes or other[1] in nodes):
                    near.add((one, other))
    kept = store.objects("node", {n for pair in near for _, n in pair})
    told_by = {n: {telling.proposition for telling in one.tellings} for n, one in kept.items()}
    found = [(one, other) for one, other in near if one[0] in told_by[one[1]] and other[0] in told_by[other[1]]]
    return {(min(one, other), max(one, other)) for (_, one), (_, other) in found}


def _joined(store: Store, nodes: Mapping[int, Node], comparer: Comparer) -> Iterator[Pair]:
    """Pairs that a person joined, wherever they stand."""
    for pair in comparer.decided.same:
        one, other = sorted(number("apart", p) for p in pair)
        if one in nodes or other in nodes:
            yield one, other


def close_by(store: Store, nodes: Mapping[int, Node], vectors: Vectors | None, wanted: Iterable[int]) -> Closeness:
    """How close two of the wanted nodes are in meaning. Vectors that the store lacks are made, and kept."""
    if vectors is None:
        return lambda one, other: None
    texts = {n: nodes[n].fact.text for n in wanted}
    numbers = {text: number("text", text) for text in set(texts.values())}
    kept = dict(store.objects("vector", numbers.values()))
    missing = sorted(text for text, n in numbers.items() if n not in kept)
    if missing:
        # Half the width in half the room: a cosine is right to 0.001.
        made = vectors(missing).astype(np.float16)
        new = {numbers[text]: made[at] for at, text in enumerate(missing)}
        store.keep("vector", new)
        kept |= new
    table: dict[int, NDArray[np.float32]] = {n: kept[numbers[text]].astype(np.float32) for n, text in texts.items()}
    return lambda one, other: float(table[one] @ table[other])


def _compare(asked: Iterable[Pair], nodes: Mapping[int, Node], comparer: Comparer, close: Closeness) -> tuple[list[Row], list[Pairing]]:
    """The edges of pairs that are likely enough to be kept, and how those that may be the same compare."""
    denying = {n: is_denial(one.fact.voice) for n, one in nodes.items()}
    liked = {n for n, one in nodes.items() if denying[n] or may_deny(one.fact.voice)}
    drawn: list[Row] = []
    pairings = []
    for one, other in asked:
        compared = comparer.compare(nodes[one], nodes[other], close(one, other))
        odds = compared.odds
        likeness = compared.likeness if one in liked or other in liked else None
        is_near = odds is not None and odds > NEARLY
        if is_near or likeness is not None:
            is_joint = odds is not None and odds > 0 and not denying[one] and not denying[other]
            drawn.append((one, other, odds, odds if is_joint else None, likeness))
        if is_near and odds is not None:
            ids = sorted((nodes[one].fact.id, nodes[other].fact.id))
            reasons = comparer.model.reasons(compared.found)
            pairings.append(Pairing(one=ids[0], other=ids[1], score=round(probability(odds), 4), reasons=reasons))
    return drawn, pairings
