"""How do the words of a sentence hang together?"""

from collections.abc import Iterator
from itertools import pairwise

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
_NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_SUBJECTS = frozenset(("nsubj", "nsubj:pass"))
_NO_NOUN_WITH_CASE = frozenset(("ccomp", "obj", "iobj", "advcl", "xcomp"))
_OF_CLAUSES = frozenset(("cop", "expl", *_SUBJECTS))
_SAID = frozenset(("ccomp", "parataxis"))
_AUXILIARIES = frozenset(("aux", "aux:pass"))
_SMALL = frozenset(("ADV", "PART", "AUX"))
_NOUNS = frozenset(("NOUN", "PROPN"))


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
    Each sentence becomes a tree with one root. What the best tree hangs on a verb though it belongs to the clause below it is put
    there, see rehang; relations that contradict each other are settled by UD's guidelines, see _settle.
    """
    heads = np.arange(len(words))
    dependents, governors = np.split(arcs, 2, axis=1)
    for first, past in sentences:
        heads[first:past] = first + best_tree(dependents[first:past] @ governors[first:past].T)
    is_root = heads == np.arange(len(words))
    named = np.where(np.arange(relations.shape[1]) == _ROOT, -np.inf, relations).argmax(axis=1) if len(words) else heads
    kinds = [UPOS[kind] for kind in (upos.argmax(axis=1) if len(words) else heads).tolist()]
    chosen = ["root" if root else RELATIONS[relation] for relation, root in zip(named.tolist(), is_root.tolist(), strict=True)]
    rehung = rehang(heads.tolist(), kinds, chosen)
    settled = _settle(rehung, kinds, chosen)
    return tuple(
        Token(span=Span(start=b, end=e), upos=kind, head=head, relation=relation)
        for b, e, kind, head, relation in zip(words.starts.tolist(), words.ends.tolist(), kinds, rehung, settled, strict=True)
    )


def rehang(heads: list[int], kinds: list[str], relations: list[str]) -> list[int]:
    """Give each clause of saying its own subject, its own clause and its own "that".

    Each word finds its head alone, and where one clause of saying stands inside another, words of the inner one find the outer verb:
    in "the general said that the rebels claim that" both nouns would be the subject of "said". A verb has one subject, the nearest;
    another is that of a clause below it without one. On one side it has one clause for its object; a second that no mark parts from
    the first hangs on that. A clause before the verb has the words from its "if" to the subject of the verb: "if they cross the river we
    will". A "that" before the verb that its clause hangs on is that verb's. A relative clause is one of
    a noun. A subject before the verb that its clause hangs on is that verb's ("the road | remains | closed"), where it has none. Small
    words hang on what they stand before, see _before. Heads in, heads out; a tree stays a tree.
    """
    below = _below(heads)
    rehung = list(heads)
    for verb, children in enumerate(below):
        subjects = [i for i in children if relations[i] in _SUBJECTS]
        clauses = [i for i in children if kinds[i] == "VERB" and (relations[i] in _SAID or (relations[i] == "advcl" and i < verb))]
        if len(subjects) > 1 and clauses:
            _hang(rehung, _subjects_of_clauses(verb, subjects, clauses, below, relations))
            before = [i for i in clauses if relations[i] == "advcl"]
            _hang(rehung, _words_of_clauses(rehung, before, [i for i in subjects if i < verb], children, relations, kinds))
        objects = [i for i in children if relations[i] == "ccomp"]
        _hang(rehung, _clauses_of_clauses(verb, objects, below, kinds, relations))
    for word, relation in enumerate(relations):
        clause = rehung[word]
        if relation == "mark" and relations[clause] == "ccomp" and word < rehung[clause] < clause:
            rehung[word] = rehung[clause]
        elif relation == "acl:relcl" and kinds[clause] == "VERB":
            rehung[word] = _described(word, clause, [i for i in below[clause] if rehung[i] == clause], kinds)
        elif relation in _SUBJECTS and relations[clause] in ("ccomp", "xcomp") and word < (verb := rehung[clause]) < clause:
            rehung[word] = clause if any(relations[i] in _SUBJECTS for i in below[verb]) else verb
    for word in range(len(rehung) - 1):
        better = None if below[word] else _before(word, rehung, kinds, relations)
        if better is not None and better != word:
            rehung[word] = better
    return rehung


def _before(word: int, heads: list[int], kinds: list[str], relations: list[str]) -> int | None:
    """The word that a small one without words below it belongs to, where it was hung on another; None where nothing tells.

    An auxiliary is of the verb behind it, a noun before a noun of that noun, and an article of the owner right behind it: "they | will |
    cross", "the fisheries | ministry", "the | army 's spokesman".
    """
    head, relation, behind = heads[word], relations[word], word + 1
    if relation in _AUXILIARIES and head < word:
        verb = next((i for i in range(behind, len(heads)) if kinds[i] not in _SMALL), None)
        return verb if verb is not None and kinds[verb] == "VERB" else None
    if relation == "compound" and head < word and kinds[behind] in _NOUNS:
        return heads[behind] if relations[behind] == "compound" and heads[behind] > behind else behind
    if relation == "det" and behind < head and relations[behind] == "nmod:poss" and heads[behind] == head and kinds[behind] in _NOUNS:
        return behind
    return None


def _below(heads: list[int]) -> list[list[int]]:
    """The words that hang on each word, in order."""
    below: list[list[int]] = [[] for _ in heads]
    for word, head in enumerate(heads):
        if head != word:
            below[head].append(word)
    return below


def _described(word: int, verb: int, beside: list[int], kinds: list[str]) -> int:
    """The noun that a relative clause hangs on, where it was hung on the noun's verb: the nearest before it, on its side of the verb."""
    return max((i for i in beside if i < word and (i < verb) == (word < verb) and kinds[i] in _NOMINAL), default=verb)


def _hang(heads: list[int], better: Iterator[tuple[int, int]]) -> None:
    for word, head in better:
        heads[word] = head


def _clauses_of_clauses(
    verb: int, objects: list[int], below: list[list[int]], kinds: list[str], relations: list[str]
) -> Iterator[tuple[int, int]]:
    """Each object clause of a verb that is one of the clause right before it, with that clause."""
    for first, second in pairwise(objects):
        is_joined = (first < verb) == (second < verb) and "PUNCT" not in kinds[first:second]
        if is_joined and kinds[first] == "VERB" and not any(relations[i] == "ccomp" for i in below[first]):
            yield second, first


def _subjects_of_clauses(
    verb: int, subjects: list[int], clauses: list[int], below: list[list[int]], relations: list[str]
) -> Iterator[tuple[int, int]]:
    """Each subject of a verb that is not its own, with the clause whose it is: one before the nearest subject, or behind the verb."""
    own = max((i for i in subjects if i < verb), default=subjects[0])
    for word in subjects:
        past = own if word < own else len(relations)
        clause = next((i for i in clauses if word < i < past and word != own), None)
        if clause is not None and (word < own or word > verb) and not any(relations[i] in _SUBJECTS for i in below[clause]):
            yield word, clause


def _words_of_clauses(
    heads: list[int], clauses: list[int], subjects: list[int], children: list[int], relations: list[str], kinds: list[str]
) -> Iterator[tuple[int, int]]:
    """The words of each clause before a verb whose subject was the verb's: its "if", and what stands behind it up to a mark or the
    verb's subject.

    subjects, children: those that the verb had.
    """
    for clause in clauses:
        own = next((i for i in subjects if heads[i] == clause), None)
        if own is None:
            continue
        if not any(relations[i] == "mark" and heads[i] == clause for i in range(own)):
            yield from ((i, clause) for i in [i for i in children if i < own and relations[i] == "mark"][-1:])
        past = next((i for i in range(clause, len(heads)) if kinds[i] == "PUNCT" or i in subjects), clause)
        yield from ((i, clause) for i in children if clause < i < past)


def _settle(heads: list[int], kinds: list[str], relations: list[str]) -> list[str]:
    """Make relations agree where each word's own is likeliest and two of them contradict each other.

    A subject is that of a passive if its verb has a passive auxiliary. A noun after a preposition that is no clause is an oblique,
    or a modifier of a noun. On sentences of UD EWT dev that stand alone 0.2 more words have head and relation right.
    """
    below = _below(heads)
    settled = list(relations)
    for word, (head, relation) in enumerate(zip(heads, relations, strict=True)):
        if relation in _SUBJECTS:
            settled[word] = "nsubj:pass" if any(relations[i] == "aux:pass" for i in below[head]) else "nsubj"
        elif relation in _NO_NOUN_WITH_CASE and kinds[word] in _NOMINAL:
            within = {relations[i] for i in below[word]}
            if any(relations[i] == "case" and kinds[i] == "ADP" and i < word for i in below[word]) and not within & _OF_CLAUSES:
                settled[word] = "nmod" if kinds[head] in _NOMINAL else "obl"
    return settled


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
