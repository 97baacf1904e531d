"""How do the words of a sentence hang together?"""

import numpy as np
from numpy.typing import NDArray

from saidwho.reading.decoding import Floats, Ints
from saidwho.reading.labels import RELATIONS, UPOS
from saidwho.text.words import Words
from saidwho.types.document import Span
from saidwho.types.reading import Token

# Longer stretches without a sentence end are lists, tables and code; they are cut, so that time stays linear.
LONGEST_SENTENCE = 256

_ROOT = RELATIONS.index("root")


def find_sentences(ends: Floats, lines: NDArray[np.int32]) -> list[tuple[int, int]]:
    """Cut a text into sentences, as first word and word just past the last.

    ends: (words, 2), logits of "goes on" and "ends here". lines: (words,); a line end is always a sentence end.
    """
    if not len(lines):
        return []
    final = (ends[:, 1] > ends[:, 0]) | (np.diff(lines, append=-1) != 0)
    sentences, first = [], 0
    for past in (np.flatnonzero(final) + 1).tolist():
        sentences += [(at, min(at + LONGEST_SENTENCE, past)) for at in range(first, past, LONGEST_SENTENCE)]
        first = past
    return sentences


def parse(words: Words, sentences: list[tuple[int, int]], *, arcs: Floats, upos: Floats, relations: Floats) -> tuple[Token, ...]:
    """Give every word its part of speech, its head and its relation.

    arcs: (words, 2 * width), vectors of each word as dependent and as head. upos, relations: logits.
    Each sentence becomes a tree with one root.
    """
    heads = np.arange(len(words))
    dependents, governors = np.split(arcs, 2, axis=1)
    for first, past in sentences:
        heads[first:past] = first + best_tree(dependents[first:past] @ governors[first:past].T)
    is_root = heads == np.arange(len(words))
    named = np.where(np.arange(relations.shape[1]) == _ROOT, -np.inf, relations).argmax(axis=1) if len(words) else heads
    kinds = upos.argmax(axis=1) if len(words) else heads
    return tuple(
        Token(span=Span(start=b, end=e), upos=UPOS[kind], head=head, relation="root" if root else RELATIONS[relation])
        for b, e, kind, head, relation, root in zip(
            words.starts.tolist(), words.ends.tolist(), kinds.tolist(), heads.tolist(), named.tolist(), is_root.tolist(), strict=True
        )
    )


def best_tree(scores: Floats) -> Ints:
    """The best tree over one sentence.

    scores: (words, words), row i column j for word j as the head of word i; the diagonal is the score of being root.
    Returns the head of each word, the root its own.
    Method: the best head each; if that is no tree with one root, Chu-Liu and Edmonds for each likely root.
    """
    heads: Ints = scores.argmax(axis=1)
    roots = np.flatnonzero(heads == np.arange(len(heads)))
    if len(roots) == 1 and not _cycle(heads):
        return heads
    candidates = roots if len(roots) else np.array([scores.diagonal().argmax()])
    # The root that costs least against each word's best other head; then a tree below it.
    others = scores.astype(np.float64)
    gain = others.diagonal().copy()
    np.fill_diagonal(others, -np.inf)
    root = int(candidates[(gain - others.max(axis=1))[candidates].argmax()]) if len(heads) > 1 else 0
    return _tree_below(others, root)


def _cycle(heads: Ints) -> list[int]:
    """The words of one cycle, or none. A root, its own head, is no cycle."""
    state = np.zeros(len(heads), dtype=np.int8)
    for start in range(len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            if heads[at] == at:
                break
            at = int(heads[at])
        if state[at] == 1 and heads[at] != at and at in path:
            return path[path.index(at) :]
        state[path] = 2
    return []


def _tree_below(scores: NDArray[np.float64], root: int) -> Ints:
    """The maximum spanning tree below a root (Chu and Liu 1965, Edmonds 1967), a cycle at a time."""
    heads: Ints = scores.argmax(axis=1)
    heads[root] = root
    cycle = np.array(_cycle(heads), dtype=np.int64)
    if not len(cycle):
        return heads
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = scores[cycle, heads[cycle]]
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    leaving = scores[np.ix_(outside, cycle)]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = entering.max(axis=0)
    small[:-1, -1] = leaving.max(axis=1)
    found = _tree_below(small, int(np.searchsorted(outside, root)))
    for i, word in enumerate(outside.tolist()):
        if word != root:
            heads[word] = outside[found[i]] if found[i] < len(outside) else cycle[int(leaving[i].argmax())]
    enters_from = int(found[-1])
    broken = cycle[int(entering[:, enters_from].argmax())]
    heads[broken] = outside[enters_from]
    return heads
