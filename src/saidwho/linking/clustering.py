"""Which nodes of some parts of the graph are one group? Pairs of many parts are compared together: each by itself all the same."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from saidwho.linking.clusters import Compared, cluster
from saidwho.linking.columns import Columns
from saidwho.linking.cores import cores_of
from saidwho.linking.edges import close_by
from saidwho.linking.pairs import Comparer, Vectors
from saidwho.linking.sketches import ANSWERS, Sketch
from saidwho.types.numbers import number
from saidwho.types.store import Store

# So many pairs are compared in one go: for few the steps cost more than the pairs do, of many the bits of their words are wide.
_PAIRS = 1 << 16


def clustered(parts: Iterable[frozenset[int]], *, store: Store, comparer: Comparer, vectors: Vectors | None) -> dict[int, tuple[int, int]]:
    """The nodes of some parts with their groups, and the cores of these that they are of; each goes by its smallest node."""
    found: dict[int, tuple[int, int]] = {}
    for some in _in_batches(parts):
        found |= _together(some, store, comparer, vectors)
    return found


def _in_batches(parts: Iterable[frozenset[int]]) -> Iterator[list[frozenset[int]]]:
    some: list[frozenset[int]] = []
    pairs = 0
    for part in parts:
        some.append(part)
        pairs += len(part) * (len(part) - 1) // 2
        if pairs >= _PAIRS:
            yield some
            some, pairs = [], 0
    if some:
        yield some


def _together(parts: Sequence[frozenset[int]], store: Store, comparer: Comparer, vectors: Vectors | None) -> dict[int, tuple[int, int]]:
    sketches: Mapping[int, Sketch] = store.objects("sketch", {n for part in parts for n in part})
    ordered = [sorted(part, key=lambda n: sketches[n].fact) for part in parts]
    columns = Columns(sketches=[sketches[n] for part in ordered for n in part])
    ends = np.cumsum([0, *map(len, ordered)])
    pairs = [np.stack(np.triu_indices(len(part), 1)) for part in ordered]
    one, other = np.concatenate([of + start for of, start in zip(pairs, ends, strict=False)], axis=1)
    compared = comparer.compare(columns, one, other, close_by(store, columns, vectors))
    joined = [(number("apart", a), number("apart", b)) for a, b in comparer.decided.same]
    found: dict[int, tuple[int, int]] = {}
    cuts = np.cumsum([of.shape[1] for of in pairs])[:-1]
    for part, odds, answered in zip(ordered, np.split(compared.odds, cuts), np.split(compared.answered, cuts), strict=True):
        place = {n: at for at, n in enumerate(part)}
        together = sorted((min(place[a], place[b]), max(place[a], place[b])) for a, b in joined if a in place and b in place)
        answers = frozenset(at for at, n in enumerate(part) if sketches[n].marked(ANSWERS))
        told = Compared(count=len(part), odds=odds, answered=answered, answers=answers, together=together)
        for group in cluster(told.table(), together=together):
            first = min(part[at] for at in group)
            for core in cores_of(group, told):
                found |= dict.fromkeys((part[at] for at in core), (first, min(part[at] for at in core)))
    return found
