"""Which members of a claim are surely one?

Claims are grouped so that what is likely one is found together; for counting who knows of it that is not sure enough. So inside each claim
nodes are grouped once more, each pair a little less likely: what is one then is a core, and origins are counted in one core. See "Counting
in cores" in docs/background/linking.md.
"""

from collections.abc import Iterable

from saidwho.linking.clustering import clustered
from saidwho.linking.pairs import Comparer, Vectors
from saidwho.types.store import FACTS, Store

# Log-odds that every pair has to lack. Of 0, 0.1, 0.2, 0.35, 0.5 and 0.8 dev's counts are right for 67, 67, 69, 71, 69 and 74 % of the
# claims, and one too many at most for 90, 90, 93, 95, 95 and 95 %; of 0, 0.35, 0.5 and 0.8 those of 35 spared stories of several matters
# for 38.1, 38.5, 37.7 and 37.9, and for 99.0, 99.6, 99.6 and 99.8 %.
SURER = 0.35


def cores_of(groups: Iterable[frozenset[int]], *, store: Store, comparer: Comparer, vectors: Vectors | None) -> dict[int, int]:
    """The core of each fact of some groups of nodes, by the number of the fact. groups: of two nodes and more."""
    core = clustered(groups, store=store, comparer=comparer, vectors=vectors, surer=SURER)
    return {row[0]: core[row[1]] for row in store.find(FACTS, "node", core)}
