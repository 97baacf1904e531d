"""Which articles and reports does a teacher not learn, so that it can say what it would have made of them?

A reader that learned an article repeats its labels, noise included. Of one with labels the student hears those teachers that never
saw it, as labels are cleaned by readers fitted on the other parts (Wang et al. 2019, CrossWeigh).
"""

import zlib
from collections.abc import Sequence

from training.corpora import Labelled

FOLDS = 4


def fold_of(document: Labelled) -> int | None:
    """The fold of an article of PolNeAR, the same for all its annotators, or of a report of ours; None for any other document."""
    if document.roles is None:
        return None
    return zlib.crc32(document.words.text.encode("utf-8")) % FOLDS


def pair_of(number: int) -> int:
    """Which pair a teacher is of, from 0: two neighbours, of whom the second learns without our reports. number: from 1."""
    return (number - 1) // 2


def unseen_by(number: int) -> int:
    """The fold that a teacher does not learn, the same for both of a pair. number: from 1."""
    return pair_of(number) % FOLDS


def heard(document: Labelled, unseen: Sequence[int | None]) -> list[bool]:
    """Which teachers count for a document: those that did not learn it, or all where each one did. unseen: of each teacher, its fold."""
    fold = fold_of(document)
    apart = [fold is not None and one == fold for one in unseen]
    return apart if any(apart) else [True] * len(unseen)
