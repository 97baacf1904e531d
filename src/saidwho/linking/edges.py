"""Which pairs of nodes are compared, and what comes of it?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from saidwho.linking.blocking import DAYS, TOGETHER, WINDOW, may_meet, positions
from saidwho.linking.columns import Bools, Columns, Floats, Ints, distinct, rows_of
from saidwho.linking.moving import Moved
from saidwho.linking.nodes import Node
from saidwho.linking.pairs import Closeness, Compared, Comparer, Vectors
from saidwho.linking.scoring import probability, reasons_in
from saidwho.linking.sketches import DENIAL, MAY_DENY, Sketch
from saidwho.linking.zones import Moves, Pair, are_near, move, pairs_of
from saidwho.types.linking import Pairing
from saidwho.types.numbers import number
from saidwho.types.store import EDGES, FACTS, Row, Store

# Log odds of 1 to 9: a person asked about less likely pairs would say no nearly always.
NEARLY = -2.2
# Pairs as likely as this bring their parts of the graph together: what is less likely than not by itself may be likely by all around it.
JOINT = -0.5
# So many pairs of vectors are multiplied in one go: they fit the processor's cache, which makes it twice as fast.
_AT_ONCE = 1 << 8
# So many pairs are compared in one go: what is made for them takes 400 bytes a pair, and is quickest where the processor's cache holds it.
_PAIRS = 1 << 15
# Scores are told in so many parts, and how doubtful they are in so many times fewer: pairs of one time then lie together where those that
# wait are kept, and not in as many places as there are scores.
_SCORES, _DOUBTS = 10_000, 100


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Redrawn:
    """What became of the edges.

    joined: those that may join two nodes and are new, or stronger than before, with their strengths. parted: those that are no more, or
    weaker than before, with the strengths that they had. liked: nodes of edges that came or went and tell what may be denied. swayed: each
    node of such edges with the other, both ways, where it is likelier or less likely than before that they are about the same.
    around: for each node that is new or other than before, its neighbours by edges that may join, with their strengths.
    taken, drawn: edges that went, and that came. were, are: the propositions of their nodes, before and now. replaced: propositions
    that stand for no node any more. full: how many lists were too long to compare all of them.
    """

    joined: Mapping[Pair, float]
    parted: Mapping[Pair, float]
    liked: frozenset[int]
    swayed: frozenset[Pair]
    around: Mapping[int, list[tuple[int, float]]]
    taken: Sequence[Row]
    drawn: Sequence[Row]
    were: Mapping[int, str]
    are: Mapping[int, str]
    replaced: frozenset[str]
    full: int

    def pairings(self) -> tuple[Pairing, ...]:
        """How the pairs that were compared now compare, where a person may have to say."""
        return tuple(_pairing(self.are, row) for row in self.drawn if row[5] is not None)

    def unpaired(self) -> frozenset[tuple[str, str]]:
        """Pairs of propositions that are compared no longer."""
        return frozenset(_ids(self.were, row) for row in self.taken)


NOTHING_REDRAWN = Redrawn(
    joined={},
    parted={},
    liked=frozenset(),
    swayed=frozenset(),
    around={},
    taken=(),
    drawn=(),
    were={},
    are={},
    replaced=frozenset(),
    full=0,
)


def redraw(
    store: Store, moved: Moved, comparer: Comparer, vectors: Vectors | None, passages: Vectors | None = None, *, surest: float = 1.0
) -> Redrawn:
    """Compare the nodes that changed with what stands near them, and forget what no longer does.

    surest: pairs that are surer to be the same are not put before people.
    """
    gone = [position for n, one in moved.before.items() for position in positions(n, one)]
    come = [position for n, one in moved.kept.items() for position in positions(n, one)]
    changed = move(store, Moves(gone=gone, come=come), reach=WINDOW, allows=may_meet, days=DAYS)
    touched = moved.before.keys() | moved.after.keys()
    taken = [tuple(row) for row in edges_of(store, touched)]
    taken += [tuple(row) for row in _unsupported(store, changed.lost, comparer)]
    store.forget(EDGES, taken)
    keep_vectors(store, moved.after, vectors, passages)
    others = {*_in_texts(store, moved.after), *_joined(moved.after, comparer)}
    fresh = pairs_of([changed.fresh, np.array(sorted(others), dtype=np.int64).reshape(-1, 2)])
    found = store.objects("sketch", {*distinct(fresh).tolist(), *(n for row in taken for n in row[:2])})
    drawn = _compare(fresh, found, comparer, store, vectors, surest)
    store.add(EDGES, drawn)
    gone_ids = {one.fact for n, one in moved.before.items() if n not in moved.kept or moved.kept[n].fact != one.fact}
    are = {n: one.fact for n, one in found.items()}
    before, after = ({(row[0], row[1]): row[3] for row in rows if row[3] is not None} for rows in (taken, drawn))
    return Redrawn(
        joined={pair: strength for pair, strength in after.items() if strength > before.get(pair, 0.0)},
        parted={pair: strength for pair, strength in before.items() if strength > after.get(pair, 0.0)},
        liked=frozenset(n for row in (*taken, *drawn) if row[4] is not None for n in row[:2]),
        swayed=frozenset(_swayed(taken, drawn)),
        around=_around(after, moved.after),
        taken=taken,
        drawn=drawn,
        were=are | {n: one.fact for n, one in moved.before.items()},
        are=are,
        replaced=frozenset(gone_ids),
        full=changed.full,
    )


def _swayed(taken: Iterable[Row], drawn: Iterable[Row]) -> Iterator[Pair]:
    """Nodes with others, where it is likelier or less likely than before that they are about the same."""
    before, after = ({(row[0], row[1]): row[4] for row in rows if row[4] is not None} for rows in (taken, drawn))
    for pair in before.keys() | after.keys():
        if before.get(pair) != after.get(pair):
            yield pair
            yield pair[1], pair[0]


def _around(joins: Mapping[Pair, float], nodes: Iterable[int]) -> dict[int, list[tuple[int, float]]]:
    """The neighbours of nodes that were compared with all that stands near them."""
    found: dict[int, list[tuple[int, float]]] = {n: [] for n in nodes}
    for (one, other), strength in joins.items():
        if one in found:
            found[one].append((other, strength))
        if other in found:
            found[other].append((one, strength))
    return found


def edges_of(
    store: Store, nodes: Iterable[int], *, having: str | None = None, above: float | None = None, only: Sequence[str] | None = None
) -> list[Row]:
    """The edges at some nodes, each once. having: what must be known of them, and be more than above. only: columns, the first that of the
    first node."""
    wanted = set(nodes)
    ones = store.find(EDGES, "one", wanted, having=having, above=above, only=only)
    return ones + [row for row in store.find(EDGES, "other", wanted, having=having, above=above, only=only) if row[0] not in wanted]


def _ids(ids: Mapping[int, str], row: Row) -> tuple[str, str]:
    one, other = sorted((ids[row[0]], ids[row[1]]))
    return one, other


def _unsupported(store: Store, lost: Ints, comparer: Comparer) -> list[Row]:
    """Of pairs that one list has put out of reach, the edges of those that no other list, no text and no person brings together."""
    rows = {row[:2]: row for row in store.rows(EDGES, map(tuple, lost.tolist()))}
    if not rows:
        return []
    nodes = store.objects("node", {n for pair in rows for n in pair})
    keys = {n: {p.key: p for p in positions(n, one)} for n, one in nodes.items()}
    shared = [
        (keys[one][key], keys[other][key]) for one, other in rows if one in keys and other in keys for key in keys[one].keys() & keys[other]
    ]
    left = rows.keys() - are_near(store, shared, reach=WINDOW, allows=may_meet)
    texts = {n: {telling.document for telling in one.tellings} for n, one in nodes.items()}
    told = {n for pair in left for n in pair if texts.keys() >= set(pair) and not texts[pair[0]].isdisjoint(texts[pair[1]])}
    left -= {*_in_texts(store, told), *_joined({n for pair in left for n in pair}, comparer)}
    return [row for pair, row in rows.items() if pair in left]


def _in_texts(store: Store, nodes: Collection[int]) -> set[Pair]:
    """Pairs that follow each other closely in a text, of which one is among some nodes. Both must be told to stand in that text."""
    documents = {document for one in store.objects("sketch", nodes).values() for document in one.documents}
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
    kept = store.objects("sketch", {n for pair in near for _, n in pair})
    found = [(one, other) for one, other in near if one[0] in kept[one[1]].tellings and other[0] in kept[other[1]].tellings]
    return {(min(one, other), max(one, other)) for (_, one), (_, other) in found}


def _joined(nodes: Collection[int], comparer: Comparer) -> Iterator[Pair]:
    """Pairs that a person joined, wherever they stand."""
    for pair in comparer.decided.same:
        one, other = sorted(number("apart", p) for p in pair)
        if one in nodes or other in nodes:
            yield one, other


def keep_vectors(store: Store, nodes: Mapping[int, Node], vectors: Vectors | None, passages: Vectors | None = None) -> None:
    """Make the vectors of the clauses of nodes that a store lacks: in sentence and passage side by side, each half of what counts."""
    if vectors is None:
        return
    facts = {number("passage", one.fact.passage): one.fact for one in nodes.values()}
    kept = store.objects("vector", facts)
    missing = sorted((fact.passage, n) for n, fact in facts.items() if n not in kept)
    if missing:
        made = vectors([facts[n].clause for _, n in missing])
        if passages is not None:
            made = np.hstack((made, passages([passage for passage, _ in missing]))) * np.float32(0.5**0.5)
        store.keep("vector", {n: vector for (_, n), vector in zip(missing, made.astype(np.float16), strict=True)})


def keep_vectors_of(store: Store, clauses: Iterable[str], vectors: Vectors) -> None:
    """Make the vectors of clauses that a store lacks. It has them by the numbers of the clauses."""
    numbered = {number("clause", clause): clause for clause in clauses}
    kept = store.objects("vector", numbered)
    missing = {clause: n for n, clause in numbered.items() if n not in kept}
    if missing:
        ordered = sorted(missing)
        # Half the width in half the room: a cosine is right to 0.001.
        made = vectors(ordered).astype(np.float16)
        store.keep("vector", {missing[clause]: made[at] for at, clause in enumerate(ordered)})


def close_by(store: Store, columns: Columns, vectors: Vectors | None) -> Closeness | None:
    """How close rows of columns are in meaning. Only the vectors that are asked for are read."""
    return _Vectors(store=store, columns=columns).close if vectors is not None else None


@dataclass(slots=True, kw_only=True, eq=False)
class _Vectors:
    """The vectors of rows of columns, each read when it is first asked for."""

    store: Store
    columns: Columns
    _table: NDArray[np.float32] = field(init=False)
    _is_there: Bools = field(init=False)

    def __post_init__(self) -> None:
        self._is_there = np.zeros(len(self.columns.sketches), dtype=np.bool_)

    def close(self, one: Ints, other: Ints) -> Floats:
        """The cosines of pairs of rows."""
        found = np.empty(len(one))
        self._read(np.concatenate((one, other)))
        for at in range(0, len(one), _AT_ONCE):
            part = slice(at, at + _AT_ONCE)
            # A product of half-precision numbers fits a float to the last bit, and sums of them a double, so no order changes a cosine.
            products = self._table[one[part]]
            products *= self._table[other[part]]
            found[part] = products.sum(axis=1, dtype=np.float64)
        return found

    def _read(self, rows: Ints) -> None:
        missing = distinct(rows)
        missing = missing[~self._is_there[missing]]
        if not len(missing):
            return
        clauses = [self.columns.sketches[row].clause for row in missing.tolist()]
        kept = self.store.objects("vector", clauses)
        read = np.stack([kept[clause] for clause in clauses])
        if not self._is_there.any():
            self._table = np.empty((len(self._is_there), read.shape[1]), dtype=np.float32)
        self._table[missing] = read
        self._is_there[missing] = True


def _compare(
    pairs: Ints, sketches: Mapping[int, Sketch], comparer: Comparer, store: Store, vectors: Vectors | None, surest: float
) -> list[Row]:
    """The edges of pairs that are likely enough to be kept."""
    ordered = sorted(sketches)
    columns = Columns(sketches=[sketches[n] for n in ordered])
    asked, ends = rows_of(pairs, ordered)
    closeness = close_by(store, columns, vectors)
    rows: list[Row] = []
    for at in range(0, len(asked), _PAIRS):
        some, (one, other) = asked[at : at + _PAIRS], ends[at : at + _PAIRS].T
        rows += _edges(some, columns, comparer.compare(columns, one, other, closeness), one, other, surest)
    return rows


def _edges(pairs: Ints, columns: Columns, compared: Compared, one: Ints, other: Ints, surest: float) -> Iterator[Row]:
    """The rows of those of some pairs that are likely enough to be kept. one, other: their rows of columns."""
    odds, likeness = compared.odds, compared.likeness
    denying, liked = columns.marked(DENIAL), columns.marked(MAY_DENY)
    likeness[~(liked[one] | liked[other])] = np.nan
    is_near, is_joint = odds > NEARLY, (odds > JOINT) & ~denying[one] & ~denying[other]
    drawn = np.flatnonzero(is_near | ~np.isnan(likeness))
    doubts = np.where(is_near[drawn], _doubts(odds[drawn], surest), -1)
    is_doubtful = doubts >= 0
    # Why two are held to be the same is told where people are asked.
    moved = np.zeros(len(drawn), dtype=np.int64)
    moved[is_doubtful] = compared.moved(drawn[is_doubtful])
    ends = pairs[drawn].T.tolist()
    told = (_told(odds[drawn]), _told(odds[drawn] - JOINT, is_joint[drawn]), _told(likeness[drawn]))
    return zip(*ends, *told, _told(doubts, is_doubtful), _told(moved, is_doubtful), strict=True)


def _told(values: NDArray[Any], is_told: Bools | None = None) -> list[Any]:
    """Values as a database has them: None in the place of those that are not told, or no numbers."""
    found: list[Any] = values.tolist()
    for at in np.flatnonzero(np.isnan(values) if is_told is None else ~is_told).tolist():
        found[at] = None
    return found


def _doubts(odds: Floats, surest: float) -> Ints:
    """How doubtful pairs are, in hundredths; -1 of those that are surer than asked. Scores have four digits, as _score has."""
    scores = np.rint(_SCORES / (1 + np.exp(-np.clip(odds, -30.0, 30.0))))
    doubts: Ints = np.where(scores <= surest * _SCORES, (_SCORES - np.abs(2 * scores - _SCORES)) // _DOUBTS, -1).astype(np.int64)
    return doubts


def _score(odds: float) -> float:
    return round(probability(odds), 4)


def _pairing(ids: Mapping[int, str], row: Row) -> Pairing:
    one, other = _ids(ids, row)
    return Pairing(one=one, other=other, score=_score(row[2]), reasons=reasons_in(row[6]))
