"""Which documents are, wholly or in part, another's text?

MinHash (Broder 1997) proposes pairs, shared passages prove them, and credits, dates and containment tell the copy from its
original. Nothing is dropped.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from rensa import RMinHash

from saidwho.linking.credits import credited
from saidwho.linking.days import day_of
from saidwho.linking.moving import Moved, document_number
from saidwho.linking.passages import Wording, as_passages, may_share, shared_passages, wording
from saidwho.linking.ready import Bands
from saidwho.linking.shingles import Digests, digests_of, may_be_copies
from saidwho.linking.stems import plain_words
from saidwho.linking.zones import Pair
from saidwho.types.document import Document
from saidwho.types.linking import Copy
from saidwho.types.numbers import number_of
from saidwho.types.store import PROOFS, Position, Row, Store

# 128 permutations in 64 bands of 2 rows: a pair that shares a tenth of its shingles is proposed with a chance of 0.47, one
# that shares a quarter with 0.98.
_PERMUTATIONS, _BANDS = 128, 64
_SEED = 1
# Copies of a text that a thousand sites print are compared with so many probable originals each, not with all.
_WINDOW = 8
# An original that comes late meets all its copies.
_ALL = 1 << 30
# Later than any day, for texts without one.
_NO_DAY = 10**9
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Recopied:
    """gone: ids of documents that are no copy any more. made: the copies that are new, or others than before."""

    gone: frozenset[str]
    made: tuple[Copy, ...]


class Leaf(NamedTuple):
    """A text that comes: the id of its document, and what was made of it before; None where nothing was."""

    document: str
    bands: Bands | None
    shingles: Digests | None


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Leaves:
    """Texts that come, and that go, by the number of their document."""

    come: Mapping[int, Leaf]
    gone: frozenset[int]

    @classmethod
    def of(cls, moved: Moved) -> "Leaves":
        """Those of documents that come and go."""
        come = {}
        for n, facts in moved.added.items():
            ready = moved.ready.get(n)
            come[n] = Leaf(facts.document.id, ready.bands if ready else None, ready.shingles if ready else None)
        return cls(come=come, gone=frozenset(moved.removed))


def copy_anew(store: Store, leaves: Leaves) -> Recopied:
    """Find the copies that texts which came or went have to do with. The store has those that came."""
    shelf = _Shelf(store=store, leaves=leaves)
    gone = [position for n in leaves.gone for position in shelf.positions(n)]
    store.drop("bands", leaves.gone)
    store.drop("shingles", leaves.gone)
    come = [position for n in leaves.come for position in shelf.positions(n)]
    store.keep("shingles", {n: shelf.digests(n) for n in leaves.come})
    fresh, lost = _changed(store, gone, come)
    taken = [*_proofs_of(store, leaves.gone), *shelf.unsupported(lost - fresh)]
    store.forget(PROOFS, taken)
    proven = shelf.prove(fresh)
    store.add(PROOFS, proven)
    return _recopied(store, shelf, {row[0] for row in (*taken, *proven)}, leaves)


def _recopied(store: Store, shelf: "_Shelf", touched: set[int], leaves: Leaves) -> Recopied:
    sources: dict[int, list[int]] = defaultdict(list)
    for copy, source in store.find(PROOFS, "copy", touched):
        sources[copy].append(source)
    before = store.objects("copy", touched | leaves.gone)
    texts = shelf.texts({n for copy, found in sources.items() for n in (copy, *found)})
    made = {copy: _best(texts[copy], [texts[n] for n in found]) for copy, found in sources.items()}
    gone = before.keys() - made.keys()
    store.drop("copy", gone)
    store.keep("copy", made)
    return Recopied(
        gone=frozenset(before[n].document for n in gone), made=tuple(one for n, one in sorted(made.items()) if before.get(n) != one)
    )


def _changed(store: Store, gone: Sequence[Position], come: Sequence[Position]) -> tuple[set[Pair], set[Pair]]:
    """Pairs of documents to prove, and pairs that a band no longer brings together.

    In each band each is compared with its probable originals, the first of the band: in a small one these are all.
    """
    left, new = _by_key(gone), _by_key(come)
    keys = {*left, *new}
    heads = store.head(keys, count=_WINDOW + max((len(found) for found in left.values()), default=0))
    # Most bands are of one text alone: there is nobody to meet.
    keys = {key for key in keys if heads[key] or key in left or len(new[key]) > 1}
    before = {key: heads[key][:_WINDOW] for key in keys}
    after = {key: sorted({*heads[key]} - {*left.get(key, ())} | {*new.get(key, ())})[:_WINDOW] for key in keys}
    store.displace(gone)
    store.place(come)
    moved = {position.item for position in (*gone, *come)}
    fresh: set[Pair] = set()
    for position in (position for position in come if position.key in keys):
        fresh |= {_pair(position.item, first.item) for first in after[position.key] if first.item != position.item}
    risen = {key: [first for first in after[key] if first not in before[key]] for key in keys}
    long = {key: firsts for key, firsts in risen.items() if firsts and len(after[key]) == _WINDOW}
    bands = {key: after[key] for key, firsts in risen.items() if firsts} | dict(store.near(long, reach=_ALL))
    for key, band in bands.items():
        fresh |= {_pair(first.item, one.item) for first in risen[key] for one in band if one.item != first.item}
    old = [first.item for key in keys for first in before[key] if first not in after[key] and first.item not in moved]
    lost = {_pair(row[0], row[1]) for row in _proofs_of(store, old) if not moved & set(row)}
    return fresh, lost


def _by_key(positions: Iterable[Position]) -> dict[int, list[Position]]:
    found: dict[int, list[Position]] = defaultdict(list)
    for position in positions:
        found[position.key].append(position)
    return found


def _proofs_of(store: Store, documents: Iterable[int]) -> list[Row]:
    wanted = set(documents)
    return store.find(PROOFS, "copy", wanted) + [row for row in store.find(PROOFS, "source", wanted) if row[0] not in wanted]


def _pair(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Shelf:
    """Texts by the number of their document, each made ready once."""

    store: Store
    leaves: Leaves
    kept: dict[int, _Text] = field(default_factory=dict)

    def texts(self, documents: Iterable[int]) -> Mapping[int, _Text]:
        missing = [n for n in documents if n not in self.kept]
        named = {n: identity for n, (_, _, identity, _) in self.store.objects("bands", missing).items()}
        named |= {n: self.leaves.come[n].document for n in missing if n in self.leaves.come}
        found = self.store.texts(named.values())
        self.kept.update({n: _text(found[identity]) for n, identity in named.items() if identity in found})
        return self.kept

    def positions(self, document: int) -> tuple[Position, ...]:
        """Where a text stands in its bands."""
        if not (kept := self.store.objects("bands", [document])):
            made = self.leaves.come[document].bands if document in self.leaves.come else None
            kept = {document: made or _bands(self.texts([document])[document])}
            self.store.keep("bands", kept)
        day, place, _, bands = kept[document]
        return tuple(Position(key=band, day=day, place=place, item=document) for band in bands)

    def digests(self, document: int) -> Digests:
        """Those of the shingles of a text that comes."""
        made = self.leaves.come[document].shingles
        return made if made is not None else digests_of(self.texts([document])[document].words)

    def prove(self, pairs: Iterable[Pair]) -> list[Row]:
        """Rows of those pairs of which one is a copy of the other: the copy, then its source."""
        likely = self._likely(pairs)
        texts = self.texts({n for pair in likely for n in pair})
        rows: list[Row] = []
        for one, other in likely:
            if one in texts and other in texts and _proof(texts[one], texts[other]):
                copy, source = _copy_first(texts[one], texts[other])
                rows.append((document_number(copy.document.id), document_number(source.document.id)))
        return rows

    def _likely(self, pairs: Iterable[Pair]) -> list[Pair]:
        """Those of some pairs that may share enough words, in order."""
        # What comes is held against many, what was there against few.
        mates: dict[int, list[int]] = defaultdict(list)
        for one, other in pairs:
            first, mate = (one, other) if one in self.leaves.come else (other, one)
            mates[first].append(mate)
        kept = self.store.objects("shingles", {n for first, found in mates.items() for n in (first, *found)})
        likely: list[Pair] = []
        for first, found in mates.items():
            told = [mate for mate in found if mate in kept and first in kept]
            may_be = may_be_copies(kept[first], [kept[mate] for mate in told], SHARE).tolist() if told else ()
            less = {mate for mate, is_likely in zip(told, may_be, strict=True) if not is_likely}
            likely += [_pair(first, mate) for mate in found if mate not in less]
        return sorted(likely)

    def unsupported(self, pairs: Iterable[Pair]) -> list[Row]:
        """The proofs of those pairs that no band brings together any more."""
        rows = []
        for one, other in pairs:
            there = {position.key: position for position in self.positions(other)}
            shared = [(position, there[position.key]) for position in self.positions(one) if position.key in there]
            heads = self.store.head([position.key for position, _ in shared], count=_WINDOW)
            if not any(min(pair) in heads[pair[0].key] for pair in shared):
                rows += [row for row in _proofs_of(self.store, [one]) if other in row]
        return rows


def _text(document: Document) -> _Text:
    credit = credited(document.text)
    is_elsewhere = credit is not None and not _is_same(credit, document.outlet)
    return _Text(document=document, words=wording(document.text), credit=credit, is_credited_elsewhere=is_elsewhere)


def bands_of(document: Document) -> tuple[Bands, Digests]:
    """The rank of a document's text, its id, and numbers of the bands that the text stands in; and the digests of its shingles."""
    text = _text(document)
    return _bands(text), digests_of(text.words)


def _bands(text: _Text) -> Bands:
    shingles, identity = text.words.shingles, text.document.id
    if not shingles:
        return (*_rank(text), identity, ())
    hashed = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    hashed.update(shingles)
    return (*_rank(text), identity, _band_numbers(hashed.digest()))


def _band_numbers(digest: Sequence[int]) -> tuple[int, ...]:
    """A number for each band of a MinHash, 0 to 2**63 - 1: its rows and its place, mixed (the last steps of SplitMix64)."""
    rows = np.array(digest, dtype=np.uint64).reshape(_BANDS, -1)
    mixed = np.arange(1, _BANDS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    for row in rows.T:
        mixed ^= row
        for shift, factor in ((30, 0xBF58476D1CE4E5B9), (27, 0x94D049BB133111EB)):
            mixed ^= mixed >> np.uint64(shift)
            mixed *= np.uint64(factor)
        mixed ^= mixed >> np.uint64(31)
    return tuple((mixed >> np.uint64(1)).tolist())


def _rank(text: _Text) -> tuple[int, int]:
    """Probable originals first: those that credit nobody else, then the earliest, then by id."""
    day = day_of(text.document.published)
    clock = "".join(c for c in (text.document.published or "")[10:19] if c.isdigit())[:6].ljust(6, "0")
    place = int(clock) << 40 | number_of(text.document.id) >> 20
    return (day if day is not None else _NO_DAY) + (2 * _NO_DAY if text.is_credited_elsewhere else 0), place


def _proof(one: _Text, other: _Text) -> bool:
    """Whether the passages that they share are enough of the shorter text."""
    if one.words.words == other.words.words:
        return True
    small, large = sorted((one, other), key=lambda text: (len(text.words.words), text.document.id))
    least = SHARE * max(len(small.words.words), 1)
    if not may_share(small.words, large.words, least):
        return False
    return sum(length for _, _, length in shared_passages(small.words, large.words)) >= least


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
    ranked: list[tuple[int, int, _Text, tuple[tuple[int, int, int], ...]]] = []
    for original in sorted(originals, key=lambda text: (_rank(text), text.document.id))[:_COMPARED]:
        runs = shared_passages(copy.words, original.words)
        ranked.append((-sum(run[2] for run in runs), len(ranked), original, runs))
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
