"""Which groups of nodes are claims, after some edges changed?"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import InitVar, dataclass, field
from itertools import combinations
from operator import itemgetter

from saidwho.linking.clustering import clustered
from saidwho.linking.edges import edges_of
from saidwho.linking.pairs import Comparer, Vectors
from saidwho.linking.parts import LARGEST, STRICTER, Pair, Parts, components
from saidwho.linking.sketches import DENIAL
from saidwho.types.numbers import number
from saidwho.types.store import GROUPS, Row, Store


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Regrouped:
    """Groups by number with their nodes: those that are no more, or are others now, and those that are new.

    was_cut: whether one is of a part that was too large.
    """

    before: Mapping[int, frozenset[int]]
    after: Mapping[int, frozenset[int]]
    was_cut: bool

    def moved(self) -> frozenset[int]:
        """The nodes that are in one group with another that they were not with, or no longer are: one of each two at least.

        A group that only takes in what is new, as most do, has the same nodes together as before.
        """
        was = {n: group for group, members in self.before.items() for n in members}
        found = set(was).difference(*self.after.values())
        stayed = {group: members - found for group, members in self.before.items()}
        for members in self.after.values():
            old = {was[n] for n in members if n in was}
            is_as_before = len(old) == 1 and stayed[next(iter(old))] <= members
            found |= {n for n in members if n not in was} if is_as_before else members
        return frozenset(found)

    def turned(self, nodes: Collection[int]) -> Iterator[Pair]:
        """Pairs of some nodes that are in one group and were not, or were and no longer are."""
        was, now = ({n: group for group, members in groups.items() for n in members} for groups in (self.before, self.after))
        for groups, others in ((self.after, was), (self.before, now)):
            for members in groups.values():
                told = sorted(members.intersection(nodes))
                if len({others.get(n) for n in told}) > 1 or any(n not in others for n in told):
                    yield from ((a, b) for a, b in combinations(told, 2) if a not in others or others[a] != others.get(b))


@dataclass(slots=True, kw_only=True, eq=False)
class Grouping:
    """Clusters the parts of the graph that some nodes hang in. around: the neighbours of some nodes, where they are known."""

    store: Store
    comparer: Comparer
    vectors: Vectors | None
    around: InitVar[Mapping[int, list[tuple[int, float]]]]
    # The neighbours of nodes by edges of more strength than is told for each, the strongest first.
    _edges: dict[int, list[tuple[int, float]]] = field(default_factory=dict)
    _known: dict[int, float] = field(default_factory=dict)

    def __post_init__(self, around: Mapping[int, list[tuple[int, float]]]) -> None:
        self._know(around, 0.0)

    def regroup(self, changed: Iterable[int], *, joined: Mapping[Pair, float], parted: Mapping[Pair, float]) -> Regrouped:
        """changed: nodes that are new, other than before or gone. joined: edges that may join two nodes and that are new or stronger than
        before, with their strengths. parted: such edges that are no more, or weaker than before, with the strengths that they had.
        """
        changed = set(changed)
        if self.comparer.decided.given is not None:
            return self._as_given(changed, self.comparer.decided.given)
        parts = self._around(changed, joined, parted)
        alive = {n for part in parts for n in part}
        rows = self.store.find(GROUPS, "grp", {row[2] for row in self.store.find(GROUPS, "node", alive | changed)})
        before = _groups(rows)
        together = [part for part in parts if len(part) > 1]
        found = clustered(together, store=self.store, comparer=self.comparer, vectors=self.vectors)
        made = []
        for part, step in parts.items():
            first = min(part)
            for n in part:
                group, core = found.get(n, (n, n))
                made.append((n, first, group, step, core))
        after = _groups(made)
        same = {group for group in before.keys() & after.keys() if before[group] == after[group] and not before[group][0] & changed}
        was = {row[0]: row for row in rows}
        self.store.remove(GROUPS, "node", was.keys() - {row[0] for row in made})
        self.store.add(GROUPS, [row for row in made if was.get(row[0]) != row])
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
        self.store.add(GROUPS, [(n, group, group, 0, group) for group, members in after.items() for n in members])
        return Regrouped(before={}, after={group: frozenset(members) for group, members in after.items()}, was_cut=False)

    def _around(self, changed: set[int], joined: Mapping[Pair, float], parted: Mapping[Pair, float]) -> dict[frozenset[int], int]:
        """The parts that are other than before, or hold nodes that are; and how many times stricter than others each was told apart.

        What only grew, and is small, is put together of the parts that were. The graph is looked at anew around all else alone: an edge
        that is weaker than what holds a part together does not matter to it.
        """
        ends = {n for pairs in (joined, parted) for pair in pairs for n in pair}
        rows = self.store.find(GROUPS, "node", changed | ends)
        part_of = {row[0]: row[1] for row in rows}
        strict = {row[0]: row[3] * STRICTER for row in rows if row[3]}
        whole = self.store.find(GROUPS, "part", {row[1] for row in rows if not row[3]})
        numbers = set(self._speaking(changed | part_of.keys() | {row[0] for row in whole} | ends))
        crowded = {n: strictness - STRICTER for n, strictness in strict.items()}
        torn = _torn(parted, crowded, numbers)
        trouble = {*torn, *(n for n in changed if n in strict), *(~row[1] for row in whole if row[0] not in numbers)}
        grown = []
        for pair, strength in joined.items():
            if strict.keys().isdisjoint(pair):
                grown.append(pair)
            elif part_of.get(pair[0]) != part_of.get(pair[1]):
                trouble |= {n for n in pair if strength > strict.get(n, 0.0)}
        # Parts go by the number of a node, which may be gone: so they are numbers of their own here, below zero.
        held = [(~row[1], row[0]) for row in whole if row[0] in numbers]
        loose = numbers - strict.keys()
        found: dict[frozenset[int], int] = {}
        again = trouble & numbers & strict.keys()
        for part in components(loose | {~row[1] for row in whole}, [*held, *(pair for pair in grown if numbers.issuperset(pair))]):
            members = frozenset(n for n in part if n >= 0)
            if len(members) > LARGEST or not trouble.isdisjoint(part):
                again |= members
            elif members:
                found[members] = 0
        return self._other_than({row[0]: row for row in (*rows, *whole)}, found | self._parts(torn & again, again, crowded), changed)

    def _other_than(self, known: Mapping[int, Row], parts: Mapping[frozenset[int], int], changed: set[int]) -> dict[frozenset[int], int]:
        """The parts that are not as they were. known: rows of some of their nodes."""
        rows = dict(known)
        rows |= {row[0]: row for row in self.store.find(GROUPS, "node", {n for part in parts for n in part} - rows.keys())}
        sizes = Counter(row[1] for row in self.store.find(GROUPS, "part", {rows[n][1] for part in parts for n in part if n in rows}))

        def is_same(part: frozenset[int], step: int) -> bool:
            if not part.isdisjoint(changed) or not rows.keys() >= part:
                return False
            return {(rows[n][1], rows[n][3]) for n in part} == {(min(part), step)} and sizes[min(part)] == len(part)

        return {part: step for part, step in parts.items() if not is_same(part, step)}

    def _parts(self, torn: set[int], again: set[int], crowded: Mapping[int, float]) -> dict[frozenset[int], int]:
        """The parts of the graph that some nodes hang in, with all that was in one part with any of them.

        torn: those of them that lost edges that held their parts together. crowded: for nodes that were told apart more strictly, how
        strictly they hung together with too much.
        """
        looked = Parts(neighbours=self._neighbours, largest=LARGEST)
        parts = self._looked_at(looked, sorted(torn))
        # What hung together with too much still does, unless it is in one of these: what an edge held together is around its ends now.
        found = {n for part in parts for n in part}
        looked.know({n: strictness for n, strictness in crowded.items() if n not in found})
        return parts | self._looked_at(looked, sorted(again - found))

    def _looked_at(self, looked: Parts, queue: list[int]) -> dict[frozenset[int], int]:
        parts: dict[frozenset[int], int] = {}
        seen: set[int] = set()
        while queue:
            for least in {looked.least(n) for n in queue}:
                self._neighbours([n for n in queue if looked.least(n) == least], least)
            fresh: set[int] = set()
            for seed in queue:
                if seed not in seen:
                    part, step = looked.of(seed)
                    parts[part] = step
                    seen |= part
                    fresh |= part
            old = {row[1] for row in self.store.find(GROUPS, "node", fresh)}
            queue = self._speaking({row[0] for row in self.store.find(GROUPS, "part", old)} - seen)
        return parts

    def _speaking(self, nodes: Iterable[int]) -> list[int]:
        """Of some nodes, those that there are and that are no denials, which are none of a claim's."""
        return sorted(n for n, one in self.store.objects("sketch", nodes).items() if not one.marked(DENIAL))

    def _neighbours(self, nodes: Iterable[int], above: float) -> Mapping[int, Sequence[tuple[int, float]]]:
        wanted = list(nodes)
        unknown = [n for n in wanted if n not in self._edges or self._known[n] > above]
        if unknown:
            found: dict[int, list[tuple[int, float]]] = {n: [] for n in unknown}
            for one, other, joins in edges_of(self.store, unknown, having="joins", above=above, only=("one", "other", "joins")):
                if one in found:
                    found[one].append((other, joins))
                if other in found:
                    found[other].append((one, joins))
            self._know(found, above)
        return {n: self._edges[n] for n in wanted}

    def _know(self, around: Mapping[int, list[tuple[int, float]]], above: float) -> None:
        """around: the neighbours of some nodes by all edges that are stronger than above."""
        for reached in around.values():
            reached.sort(key=_strength, reverse=True)
        self._edges |= around
        self._known |= dict.fromkeys(around, above)


def _torn(parted: Mapping[Pair, float], crowded: Mapping[int, float], numbers: set[int]) -> set[int]:
    """The ends of edges that are no more, where that may matter.

    It does not where each end that is still there hangs together with too much by edges at least as strong: so does then all that hung
    together by this one.
    """
    found: set[int] = set()
    for pair, strength in parted.items():
        ends = [n for n in pair if n in numbers]
        if any(strength > crowded.get(n, -1.0) for n in ends):
            found.update(ends)
    return found


_strength = itemgetter(1)


def _groups(rows: Sequence[Row]) -> dict[int, tuple[frozenset[int], bool]]:
    """The nodes of each group, and whether it is of a part that was cut off."""
    found: dict[int, set[int]] = defaultdict(set)
    cuts = {row[2]: row[3] > 0 for row in rows}
    for row in rows:
        found[row[2]].add(row[0])
    return {group: (frozenset(members), cuts[group]) for group, members in found.items()}
