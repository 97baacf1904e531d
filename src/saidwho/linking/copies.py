"""Which documents are, wholly or in part, another's text?

MinHash (Broder 1997) proposes pairs, shared passages prove them, and credits, dates and containment tell the copy from its
original. Nothing is dropped.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rensa import RMinHash

from saidwho.linking.credits import credited
from saidwho.linking.days import day_of
from saidwho.linking.passages import Wording, as_passages, shared_passages, wording
from saidwho.linking.stems import plain_words
from saidwho.types.document import Document
from saidwho.types.linking import Copy

# 128 permutations in 64 bands of 2 rows: a pair that shares a tenth of its shingles is proposed with a chance of 0.47, one
# that shares a quarter with 0.98.
_PERMUTATIONS, _BANDS = 128, 64
_SEED = 1
# Copies of a text that a thousand sites print are compared with so many neighbours each, not with all.
_WINDOW = 8
# The original that holds most of a copy is sought among so many, the first in rank.
_COMPARED = 3
# So much of the shorter text must stand in shared passages. Reports of one briefing share its quotations, and less.
SHARE = 0.5


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Text:
    """is_credited_elsewhere: it credits somebody other than its own outlet."""

    document: Document
    words: Wording
    credit: str | None
    is_credited_elsewhere: bool


def find_copies(documents: Sequence[Document]) -> tuple[Copy, ...]:
    """The copies among documents, by id; the order of documents does not matter."""
    texts = {document.id: _text(document) for document in documents}
    found: dict[str, list[str]] = defaultdict(list)
    for one, other in sorted(_proposed(texts)):
        if _proof(texts[one], texts[other]):
            copy, original = _copy_first(texts[one], texts[other])
            found[copy.document.id].append(original.document.id)
    copies = (_best(texts[copy], [texts[of] for of in originals]) for copy, originals in found.items())
    return tuple(sorted(copies, key=lambda copy: copy.document))


def _text(document: Document) -> _Text:
    credit = credited(document.text)
    is_elsewhere = credit is not None and not _is_same(credit, document.outlet)
    return _Text(document=document, words=wording(document.text), credit=credit, is_credited_elsewhere=is_elsewhere)


def _proposed(texts: Mapping[str, _Text]) -> set[tuple[str, str]]:
    bands: dict[tuple[int, ...], list[str]] = defaultdict(list)
    rows = _PERMUTATIONS // _BANDS
    for document in sorted(texts):
        shingles = texts[document].words.shingles()
        if not shingles:
            continue
        hashed = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        hashed.update(shingles)
        digest = hashed.digest()
        for band in range(_BANDS):
            bands[band, *digest[band * rows : (band + 1) * rows]].append(document)
    ranks = {document: _rank(text) for document, text in texts.items()}
    return {pair for members in bands.values() for pair in _neighbours(sorted(members, key=ranks.__getitem__))}


def _rank(text: _Text) -> tuple[bool, int, str, str]:
    """Probable originals first: those that credit nobody else, then the earliest."""
    day = day_of(text.document.published)
    return (text.is_credited_elsewhere, day if day is not None else 10**9, text.document.published or "", text.document.id)


def _neighbours(members: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs to prove: all of a small band; of a large one each with its probable originals, the first of the band."""
    if len(members) <= _WINDOW:
        pairs = combinations(members, 2)
    else:
        pairs = ((one, other) for at, one in enumerate(members[:_WINDOW]) for other in members[at + 1 :])  # type: ignore[assignment]
    for one, other in pairs:
        if one != other:
            yield (one, other) if one < other else (other, one)


def _proof(one: _Text, other: _Text) -> bool:
    """Whether the passages that they share are enough of the shorter text."""
    if one.words.words == other.words.words:
        return True
    small, large = sorted((one, other), key=lambda text: (len(text.words.words), text.document.id))
    runs = shared_passages(small.words, large.words)
    return sum(length for _, _, length in runs) >= SHARE * max(len(small.words.words), 1)


def _copy_first(one: _Text, other: _Text) -> tuple[_Text, _Text]:
    """The copy, then its original: credit, then time, then containment, then id."""
    if _is_named(one, other):
        return one, other
    if _is_named(other, one):
        return other, one
    a, b = (text.document.published or "" for text in (one, other))
    if a[:10] != b[:10] and a and b:
        return (one, other) if a[:10] > b[:10] else (other, one)
    if one.is_credited_elsewhere != other.is_credited_elsewhere:
        return (one, other) if one.is_credited_elsewhere else (other, one)
    ranked = sorted((one, other), key=lambda text: (-len(text.words.words), text.document.id))
    return ranked[1], ranked[0]


def _is_named(copy: _Text, original: _Text) -> bool:
    """Whether a text credits the outlet of another, which does not credit it in turn."""
    return _is_same(copy.credit, original.document.outlet) and not _is_same(copy.document.outlet, original.document.outlet)


def _is_same(one: str | None, other: str | None) -> bool:
    if not one or not other:
        return False
    a, b = ([word for word in plain_words(name) if word != "the"] for name in (one, other))
    return bool(a) and bool(b) and (a == b or a == b[: len(a)] or b == a[: len(b)])


def _best(copy: _Text, originals: list[_Text]) -> Copy:
    """The original that holds most of a copy; among equals the first in rank."""
    ranked = []
    for original in sorted(originals, key=_rank)[:_COMPARED]:
        runs = shared_passages(copy.words, original.words)
        ranked.append((-sum(run[2] for run in runs), _rank(original), original, runs))
    _, _, original, runs = min(ranked, key=lambda found: found[:2])
    share = sum(run[2] for run in runs) / max(len(copy.words.words), 1)
    return Copy(
        document=copy.document.id,
        of=original.document.id,
        share=round(share, 4),
        passages=as_passages(runs, copy.words, original.words),
        agency=copy.credit if copy.is_credited_elsewhere else None,
        why=_why(copy, original, share),
    )


def _why(copy: _Text, original: _Text, share: float) -> str:
    told = f"{share:.0%} of its words stand in the same order in {original.document.outlet or original.document.id[:12]}"
    return f"{told}; it credits {copy.credit}" if copy.is_credited_elsewhere else told
