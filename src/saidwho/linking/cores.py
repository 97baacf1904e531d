"""Which members of a claim are surely one?

Claims are grouped so that what is likely one is found together; for counting who knows of it that is not sure enough. So inside each claim
nodes are grouped once more, each pair less likely and many no more than few: what is one then is a core, and origins are counted in one
core. See "Counting in cores" in docs/background/linking.md.
"""

from collections.abc import Iterable

from saidwho.linking.clustering import clustered
from saidwho.linking.pairs import Comparer, Vectors
from saidwho.types.store import FACTS, Store

# Log-odds that every pair has to lack. Of 0.35, 0.6 and 0.8 dev's counts are right for 60, 62 and 67 % of the claims, and one too many
# at most for 90, 90 and 93 %; those of 35 spared stories of several matters for 37.7, 37.7 and 37.9, and for 97.5, 98.7 and 99.0 %.
SURER = 0.8


def cores_of(groups: Iterable[frozenset[int]], *, store: Store, comparer: Comparer, vectors: Vectors | None) -> dict[int, int]:
    """The core of each fact of some groups of nodes, by the number of the fact. groups: of two nodes and more."""
    core = clustered(groups, store=store, comparer=comparer, vectors=vectors, surer=SURER, crowd=0.0)
    return {row[0]: core[row[1]] for row in store.find(FACTS, "node", core)}
