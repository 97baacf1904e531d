"""Which groups of nodes are claims, after some edges changed?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from saidwho.linking.clusters import LARGEST, Pair, cluster, components, part_of, table_of
from saidwho.linking.columns import Columns
from saidwho.linking.edges import close_by, edges_of
from saidwho.linking.pairs import Comparer, Vectors
from saidwho.linking.sketches import DENIAL, Sketch
from saidwho.types.store import GROUPS, Row, Store, number

# The neighbours of many nodes are asked for together, so many steps far.
_STEPS = 3


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Regrouped:
    """Groups by number with their nodes: those that are no more, or are others now, and those that are new.

    was_cut: whether one is of a part that was too large.
    """

    before: Mapping[int, frozenset[int]]
    after: Mapping[int, frozenset[int]]
    was_cut: bool


@dataclass(slots=True, kw_only=True, eq=False)
class Grouping:
    """Clusters the parts of the graph that some nodes hang in."""

    store: Store
    comparer: Comparer
    vectors: Vectors | None
    _edges: dict[int, list[tuple[int, float]]] = field(default_factory=dict)

    def regroup(self, changed: Iterable[int], *, joined: Iterable[Pair], parted: Iterable[int]) -> Regrouped:
        """changed: nodes that are new, other than before or gone. joined: new edges that may join two. parted: those that lost one."""
        changed = set(changed)
        if self.comparer.decided.given is not None:
            return self._as_given(changed, self.comparer.decided.given)
        parts, was_cut = self._around(changed, list(joined), set(parted))
        alive = {n for part in parts for n in part}
        rows = self.store.find(GROUPS, "grp", {row[2] for row in self.store.find(GROUPS, "node", alive | changed)})
        before = _groups(rows)
        made: list[Row] = []
        for part, cut in zip(parts, was_cut, strict=True):
            made += [(n, min(part), group, int(cut)) for n, group in self._clustered(part)]
        after = _groups(made)
        same = {group for group in before.keys() & after.keys() if before[group] == after[group] and not before[group][0] & changed}
        self.store.remove(GROUPS, "node", {row[0] for row in rows})
        self.store.add(GROUPS, made)
        return Regrouped(
            before={group: members for group, (members, _) in before.items() if group not in same},
            after={group: members for group, (members, _) in after.items() if group not in same},
            was_cut=any(cut for group, (_, cut) in after.items() if group not in same),
        )

    def _as_given(self, changed: Iterable[int], claims: Mapping[str, str]) -> Regrouped:
        """The groups of nodes whose claims are known."""
        after: dict[int, set[int]] = defaultdict(set)
        nodes = self.store.objects("sketch", changed)
        for n in self._speaking(changed):
            identity = nodes[n].fact
            after[number("given", claims.get(identity, identity))].add(n)
        self.store.add(GROUPS, [(n, group, group, 0) for group, members in after.items() for n in members])
        return Regrouped(before={}, after={group: frozenset(members) for group, members in after.items()}, was_cut=False)

    def _around(self, changed: set[int], joined: Sequence[Pair], parted: set[int]) -> tuple[list[frozenset[int]], list[bool]]:
        """The parts that nodes hang in, and which of them were cut off.

        What only grew, and is small, is put together of the parts that were: the graph is looked at anew around all else alone.
        """
        told = changed | parted | {n for pair in joined for n in pair}
        rows = self.store.find(GROUPS, "node", told)
        rows = list({row[0]: row for row in (*rows, *self.store.find(GROUPS, "part", {row[1] for row in rows}))}.values())
        numbers = set(self._speaking(told | {row[0] for row in rows}))
        # Parts go by the number of a node, which may be gone: so they are numbers of their own here, below zero.
        held = [(~row[1], row[0]) for row in rows if row[0] in numbers]
        trouble = parted | {row[0] for row in rows if row[3]} | {~row[1] for row in rows if row[0] not in numbers}
        found, again = [], []
        for part in components(numbers | {~row[1] for row in rows}, [*held, *(pair for pair in joined if numbers.issuperset(pair))]):
            members = [n for n in part if n >= 0]
            if len(members) > LARGEST or not trouble.isdisjoint(part):
                again += members
            elif members:
                found.append(frozenset(members))
        parts, was_cut = self._parts(sorted(again))
        return [*found, *parts], [*(False for _ in found), *was_cut]

    def _parts(self, queue: list[int]) -> tuple[list[frozenset[int]], list[bool]]:
        """The parts of the graph that nodes hang in, with all that was in one part with any of them."""
        parts: list[frozenset[int]] = []
        was_cut = []
        seen: set[int] = set()
        while queue:
            self._look_around(queue)
            found = []
            for seed in queue:
                if seed not in seen:
                    part, cut = part_of(seed, self._neighbours, largest=LARGEST)
                    found.append(part)
                    was_cut.append(cut)
                    seen |= part
            parts += found
            old = {row[1] for row in self.store.find(GROUPS, "node", {n for part in found for n in part})}
            queue = self._speaking({row[0] for row in self.store.find(GROUPS, "part", old)} - seen)
        return parts, was_cut

    def _look_around(self, nodes: Iterable[int]) -> None:
        """Have the neighbours of many nodes at hand, and theirs: most parts reach no further."""
        edge = set(nodes)
        for _ in range(_STEPS):
            edge = {other for found in self._neighbours(edge).values() for other, _ in found} - self._edges.keys()

    def _speaking(self, nodes: Iterable[int]) -> list[int]:
        """Of some nodes, those that there are and that are no denials, which are none of a claim's."""
        return sorted(n for n, one in self.store.objects("sketch", nodes).items() if not one.marked(DENIAL))

    def _neighbours(self, nodes: Iterable[int]) -> Mapping[int, Sequence[tuple[int, float]]]:
        wanted = list(nodes)
        unknown = [n for n in wanted if n not in self._edges]
        if unknown:
            found: dict[int, list[tuple[int, float]]] = {n: [] for n in unknown}
            for one, other, _, joins, _ in edges_of(self.store, unknown, having="joins"):
                for here, there in ((one, other), (other, one)):
                    if here in found:
                        found[here].append((there, joins))
            self._edges |= found
        return {n: self._edges[n] for n in wanted}

    def _clustered(self, part: frozenset[int]) -> list[tuple[int, int]]:
        """The nodes of a part, each with its group."""
        if len(part) == 1:
            return [(n, n) for n in part]
        sketches: Mapping[int, Sketch] = self.store.objects("sketch", part)
        ordered = sorted(part, key=lambda n: sketches[n].fact)
        place = {n: at for at, n in enumerate(ordered)}
        columns = Columns(sketches=[sketches[n] for n in ordered])
        one, other = np.triu_indices(len(ordered), 1)
        odds = self.comparer.compare(columns, one, other, close_by(self.store, columns, self.vectors)).odds
        joined = [tuple(sorted(number("apart", p) for p in pair)) for pair in self.comparer.decided.same]
        together = sorted((min(place[a], place[b]), max(place[a], place[b])) for a, b in joined if a in place and b in place)
        groups = cluster(table_of(len(ordered), odds), together=together)
        return [(ordered[at], min(ordered[other] for other in group)) for group in groups for at in group]


def _groups(rows: Sequence[Row]) -> dict[int, tuple[frozenset[int], int]]:
    """The nodes of each group, and whether it is of a part that was cut off."""
    found: dict[int, set[int]] = defaultdict(set)
    cuts = {row[2]: row[3] for row in rows}
    for row in rows:
        found[row[2]].add(row[0])
    return {group: (frozenset(members), cuts[group]) for group, members in found.items()}
