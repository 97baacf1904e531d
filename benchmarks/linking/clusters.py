"""How like are two groupings of the same mentions?

Each place is a pair: the cluster it is labelled with, and the cluster it was put into.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np

Places = Sequence[tuple[str, str]]


def b_cubed(places: Places) -> tuple[float, float]:
    """Precision and recall, 0 to 1 (Bagga and Baldwin 1998); both 1 where there is nothing."""
    if not places:
        return 1.0, 1.0
    both, ours, labelled = Counter(places), Counter(read for _, read in places), Counter(gold for gold, _ in places)
    precision = sum(count * count / ours[read] for (_, read), count in both.items()) / len(places)
    recall = sum(count * count / labelled[gold] for (gold, _), count in both.items()) / len(places)
    return precision, recall


def muc(places: Places) -> tuple[float, float]:
    """Precision and recall over links (Vilain et al. 1995)."""
    return _muc([(read, gold) for gold, read in places]), _muc(places)


def _muc(places: Places) -> float:
    parts: dict[str, Counter[str]] = defaultdict(Counter)
    for key, response in places:
        parts[key][response] += 1
    links = sum(sum(found.values()) - 1 for found in parts.values())
    kept = sum(sum(found.values()) - len(found) for found in parts.values())
    return kept / links if links else 1.0


def ceaf_e(places: Places) -> tuple[float, float]:
    """Precision and recall over clusters aligned one to one (Luo 2005, phi 4)."""
    if not places:
        return 1.0, 1.0
    golds, reads = sorted({gold for gold, _ in places}), sorted({read for _, read in places})
    sizes = Counter(gold for gold, _ in places), Counter(read for _, read in places)
    table = np.zeros((len(golds), len(reads)))
    for (gold, read), shared in Counter(places).items():
        table[golds.index(gold), reads.index(read)] = 2 * shared / (sizes[0][gold] + sizes[1][read])
    total = _best_alignment(table)
    return total / len(reads), total / len(golds)


def _best_alignment(table: np.ndarray) -> float:
    """The greatest sum of cells with one a row and column at most.

    Clusters that share no mention cannot be aligned, so blocks of connected clusters are solved apart, each greedily with
    improving swaps; exact for blocks of up to two on a side, which nearly all are.
    """
    total, rows, columns = 0.0, set(range(table.shape[0])), set(range(table.shape[1]))
    chosen: dict[int, int] = {}
    for cell in np.argsort(-table, axis=None, kind="stable"):
        row, column = divmod(int(cell), table.shape[1])
        if table[row, column] <= 0 or not rows or not columns:
            break
        if row in rows and column in columns:
            chosen[row] = column
            rows.discard(row)
            columns.discard(column)
            total += float(table[row, column])
    return _improved(table, chosen, total)


def _improved(table: np.ndarray, chosen: dict[int, int], total: float) -> float:
    """Swap the columns of two rows while that gains."""
    gained = True
    while gained:
        gained = False
        for one, other in combinations(sorted(chosen), 2):
            before = table[one, chosen[one]] + table[other, chosen[other]]
            after = table[one, chosen[other]] + table[other, chosen[one]]
            if after > before + 1e-12:
                chosen[one], chosen[other] = chosen[other], chosen[one]
                total += float(after - before)
                gained = True
    return total


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def conll(places: Places) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e, 0 to 1 (Pradhan et al. 2012)."""
    return sum(f1(*score(places)) for score in (muc, b_cubed, ceaf_e)) / 3


def links_of(members: Iterable[str], pairs: Iterable[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """All pairs of members that pairs connect, the smaller first."""
    of = {member: {member} for member in members}
    for one, other in pairs:
        joined = of[one] | of[other]
        for member in joined:
            of[member] = joined
    return frozenset((a, b) for group in of.values() for a in group for b in group if a < b)
