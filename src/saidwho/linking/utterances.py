"""Which statements report one act of speaking?"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np

from saidwho.linking.columns import Bools, Ints, distinct
from saidwho.linking.days import edtf_of
from saidwho.linking.facts import Facts, Voice
from saidwho.linking.grouping import Regrouped
from saidwho.linking.heard import TELLINGS, Heard, Saying, day_of_heard, heard, who
from saidwho.linking.moving import Moved, document_number
from saidwho.linking.parts import Parts
from saidwho.linking.ties import DAYS, LATER, tie, why_tied
from saidwho.linking.zones import Moves, Pair, are_near, as_pair, move, pairs_of
from saidwho.types.linking import Utterance
from saidwho.types.numbers import number, number_of, timed
from saidwho.types.store import FACTS, GROUPS, TIES, UTTERED, VOICES, Position, Row, Store

# A speaker is compared with so many of its statements before and after in time.
_WINDOW = 60
LARGEST = 200
_NONE: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reheard:
    """What became of the acts of speaking.

    gone: ids of those that are no more, or others now. made: those that are new or others. renamed: what is folded and is of an
    utterance of another id now. stirred: what is of one that is new or another.
    """

    gone: frozenset[str]
    made: tuple[Utterance, ...]
    renamed: frozenset[int]
    stirred: frozenset[int]


@dataclass(slots=True, kw_only=True, eq=False)
class Listening:
    """Finds the acts of speaking anew that some documents have to do with."""

    store: Store
    _ties: dict[int, list[tuple[int, float]]] = field(default_factory=dict)

    def rehear(self, moved: Moved, regrouped: Regrouped) -> Reheard:
        """Hear what documents changed, and what holds propositions that are together with others than before."""
        before, after = _fold(self.store, moved)
        changed = before.keys() | after.keys()
        holding = self._holding({n for members in (*regrouped.before.values(), *regrouped.after.values()) for n in members}, changed)
        held = {n for node in regrouped.moved() & holding.keys() for n in holding[node]}
        gone = [position for n, one in before.items() for position in _positions(n, one)]
        come = [position for n, one in after.items() for position in _positions(n, one)]
        shifted = move(self.store, Moves(gone=gone, come=come), reach=_WINDOW, allows=_may_meet)
        again = self._near(
            as_pair(a, b) for one, other in regrouped.turned(holding) for a in holding[one] for b in holding[other] if a != b
        )
        taken = [*_ties_of(self.store, changed), *self._unsupported(shifted.lost), *self.store.rows(TIES, again)]
        self.store.forget(TIES, taken)
        tied = self._tie(pairs_of([shifted.fresh, np.array(sorted(again), dtype=np.int64).reshape(-1, 2)]))
        kept = dict(self.store.objects("heard", held))
        return self._utter(before | kept, after | kept, {n for row in (*taken, *tied) for n in row[:2]})

    def _holding(self, nodes: Iterable[int], changed: Collection[int]) -> dict[int, set[int]]:
        """What is folded of statements that hold propositions of some nodes, for each of these that there are, but for what changed."""
        rows = self.store.find(FACTS, "node", nodes)
        places = {(row[2], row[3]) for row in rows}
        voices = self.store.find(VOICES, "document", {document for document, _ in places})
        heard_at = {(row[2], row[3]): row[1] for row in voices if (row[2], row[3]) in places and row[1] not in changed}
        found: dict[int, set[int]] = defaultdict(set)
        for row in rows:
            if (row[2], row[3]) in heard_at:
                found[row[1]].add(heard_at[row[2], row[3]])
        return found

    def _near(self, pairs: Iterable[Pair]) -> set[Pair]:
        """Those of some pairs that are within reach of each other in the list of a speaker."""
        asked = set(pairs)
        kept = self.store.objects("heard", {n for pair in asked for n in pair})
        shared = []
        for one, other in asked:
            here = {p.key: p for p in _positions(one, kept[one])} if one in kept else {}
            there = _positions(other, kept[other]) if other in kept else ()
            shared += [(here[p.key], p) for p in there if p.key in here]
        return are_near(self.store, shared, reach=_WINDOW, allows=_may_meet)

    def _unsupported(self, lost: Ints) -> list[Row]:
        rows = self.store.rows(TIES, map(tuple, lost.tolist()))
        found = self._near(row[:2] for row in rows)
        return [row for row in rows if row[:2] not in found]

    def _tie(self, pairs: Ints) -> list[Row]:
        kept = self.store.objects("heard", distinct(pairs).tolist())
        rows = tie(pairs, kept, self._claims)
        self.store.add(TIES, rows)
        return rows

    def _claims(self, kept: Mapping[int, Heard]) -> dict[int, frozenset[int]]:
        """The groups that what is folded holds propositions of."""
        documents = {document_number(telling.document) for one in kept.values() for telling in one.tellings}
        nodes: dict[tuple[int, int], set[int]] = defaultdict(set)
        for row in self.store.find(FACTS, "document", documents):
            nodes[row[2], row[3]].add(row[1])
        groups = {row[0]: row[2] for row in self.store.find(GROUPS, "node", {n for found in nodes.values() for n in found})}
        return {
            number_: frozenset(
                groups[n] for told in one.tellings for n in nodes[document_number(told.document), told.number] if n in groups
            )
            for number_, one in kept.items()
        }

    def _utter(self, before: Mapping[int, Heard], after: Mapping[int, Heard], ends: set[int]) -> Reheard:
        """Find the parts that hang together anew around what changed."""
        store = self.store
        rows = store.find(UTTERED, "heard", before.keys() | after.keys() | ends)
        rows = store.find(UTTERED, "utterance", {row[1] for row in rows})
        parts = self._parts(sorted(store.objects("heard", {row[0] for row in rows} | after.keys() | ends)))
        rows = store.find(UTTERED, "heard", {n for part in parts for n in part} | before.keys())
        old: dict[str, set[int]] = defaultdict(set)
        names: dict[int, str] = dict(store.find(UTTERED, "utterance", {row[1] for row in rows}))
        for n, utterance in names.items():
            old[utterance].add(n)
        kept = store.objects("heard", {n for part in parts for n in part})
        touched = before.keys() | after.keys()
        found = set(parts)
        same = {part for part in map(frozenset, old.values()) if part in found and not part & touched}
        fresh = [part for part in parts if part not in same]
        ids = {n: identity for part in parts for identity in (min(kept[n].first for n in part),) for n in part}
        store.remove(UTTERED, "heard", names.keys() - ids.keys())
        store.add(UTTERED, [(n, identity) for n, identity in ids.items() if names.get(n) != identity])
        made = self._made(fresh, kept)
        return Reheard(
            gone=frozenset(utterance for utterance, part in old.items() if frozenset(part) not in same),
            made=tuple(made.values()),
            renamed=frozenset(n for part, one in made.items() for n in part if names.get(n) != one.id),
            stirred=frozenset(n for part in fresh for n in part),
        )

    def _parts(self, queue: list[int]) -> list[frozenset[int]]:
        parts: list[frozenset[int]] = []
        seen: set[int] = set()
        looked = Parts(neighbours=self._neighbours, largest=LARGEST, stricter=LATER)
        while queue:
            self._neighbours(queue, 0.0)
            found = []
            for seed in queue:
                if seed not in seen:
                    part, _ = looked.of(seed)
                    found.append(part)
                    seen |= part
            parts += found
            old = {row[1] for row in self.store.find(UTTERED, "heard", {n for part in found for n in part})}
            queue = sorted(self.store.objects("heard", {row[0] for row in self.store.find(UTTERED, "utterance", old)} - seen))
        return parts

    def _neighbours(self, numbers: Iterable[int], _: float) -> Mapping[int, Sequence[tuple[int, float]]]:
        wanted = list(numbers)
        unknown = [n for n in wanted if n not in self._ties]
        if unknown:
            found: dict[int, list[tuple[int, float]]] = {n: [] for n in unknown}
            for one, other, strength in _ties_of(self.store, unknown):
                for here, there in ((one, other), (other, one)):
                    if here in found:
                        found[here].append((there, strength))
            for reached in found.values():
                reached.sort(key=lambda tied: -tied[1])
            self._ties |= found
        return {n: self._ties[n] for n in wanted}

    def _made(self, parts: Iterable[frozenset[int]], kept: Mapping[int, Heard]) -> dict[frozenset[int], Utterance]:
        found = list(parts)
        tellings = {n: kept[n].tellings for part in found for n in part}
        tellings |= _all_tellings(self.store, [n for n, some in tellings.items() if len(some) >= TELLINGS])
        near = {part: list(pairwise(sorted(part, key=lambda n: kept[n].first))) for part in found}
        whys_of = {
            pair: [why_tied(*(kept[n] for n in pair), shares_claim=shares) for shares in (False, True)]
            for pairs in near.values()
            for pair in pairs
        }
        # Most are tied, or not, whatever claims they hold.
        claims = self._claims({n: kept[n] for pair, whys in whys_of.items() if whys[0] != whys[1] for n in pair})
        made = {}
        for part in found:
            shared = {pair: not claims.get(pair[0], _NONE).isdisjoint(claims.get(pair[1], _NONE)) for pair in near[part]}
            whys = {why for pair in near[part] if (why := whys_of[pair][shared[pair]])}
            whys |= {"they have the same words"} if any(len(tellings[n]) > 1 for n in part) else set()
            made[part] = _utterance([(kept[n], tellings[n]) for n in part], whys)
        return made


def _fold(store: Store, moved: Moved) -> tuple[dict[int, Heard], dict[int, Heard]]:
    """What is folded that documents change: as it was, and as it is; where nothing is left it is none of the second."""
    less, more = _tellings(moved.removed.values()), _tellings(moved.added.values())
    old = dict(store.objects("heard", less.keys() | more.keys()))
    store.remove(VOICES, "document", moved.removed)
    store.add(
        VOICES,
        [
            (number_of(voice.id), n, document_number(voice.document.id), voice.number)
            for n, voices in more.items()
            for voice in voices.values()
        ],
    )
    kept = {n: set(one.tellings) - less[n].keys() for n, one in old.items()}
    full = [n for n in less if n in old and len(old[n].tellings) >= TELLINGS]
    for n, all_of_it in _all_tellings(store, full).items():
        kept[n].update(all_of_it)
    new = {}
    for n in less.keys() | more.keys():
        tellings = kept.get(n, set()) | more[n].keys()
        if not tellings:
            continue
        first = min(tellings)
        if first in more[n] or old[n].tellings[0] != first:
            new[n] = heard(more[n].get(first) or _voice_at(store, first), tellings)
        else:
            new[n] = replace(old[n], tellings=tuple(sorted(tellings)[:TELLINGS]))
    store.drop("heard", old.keys() - new.keys())
    store.keep("heard", new)
    return old, new


def _all_tellings(store: Store, folded: Iterable[int]) -> dict[int, tuple[Saying, ...]]:
    """All of what is folded, by id."""
    found: dict[int, list[Saying]] = defaultdict(list)
    rows = store.find(VOICES, "heard", folded)
    documents = store.objects("document", {row[2] for row in rows})
    for row in rows:
        found[row[1]].append(_telling(documents[row[2]].voices[row[3]]))
    return {n: tuple(sorted(tellings)) for n, tellings in found.items()}


def _telling(voice: Voice) -> Saying:
    speaker = voice.speaker.name if voice.speaker else ""
    return Saying(voice.id, voice.document.id, voice.number, sum(map(len, voice.quoted)), speaker)


def _tellings(found: Iterable[Facts]) -> dict[int, dict[Saying, Voice]]:
    """One for each speaker, wording and day: a thousand copies of one report are compared once. Speakers whom nobody can name are
    left out."""
    groups: dict[int, dict[Saying, Voice]] = defaultdict(dict)
    for facts in found:
        for voice in facts.voices:
            names = who(voice)
            if names:
                spoken = (voice.spoken.first, voice.spoken.last) if voice.spoken else None
                folded = number("heard", sorted(names), voice.told, spoken, voice.day)
                n = timed(folded, voice.day, beside=_speaker(min(names)))
                groups[n][_telling(voice)] = voice
    return groups


def _voice_at(store: Store, first: Saying) -> Voice:
    document = document_number(first.document)
    voice: Voice = store.objects("document", [document])[document].voices[first.number]
    return voice


def _positions(item: int, one: Heard) -> tuple[Position, ...]:
    day = day_of_heard(one) or 0
    return tuple(Position(key=_speaker(name), day=day, place=0, item=item) for name in sorted(one.names))


# A few speak often.
@lru_cache(maxsize=1 << 14)
def _speaker(name: str) -> int:
    return number("speaker", name)


def _may_meet(keys: Ints, days: Ints, others: Ints) -> Bools:
    found: Bools = (days == 0) | (np.abs(days - others) <= DAYS)
    return found


def _ties_of(store: Store, numbers: Iterable[int]) -> list[Row]:
    wanted = set(numbers)
    return store.find(TIES, "one", wanted) + [row for row in store.find(TIES, "other", wanted) if row[0] not in wanted]


def _utterance(folded: Sequence[tuple[Heard, Sequence[Saying]]], whys: set[str]) -> Utterance:
    """folded: what is of it, each with all its statements."""
    tellings = sorted(telling for _, some in folded for telling in some)
    fullest = max(folded, key=lambda of: max((told.quoted, len(of[0].told), told.statement) for told in of[1]))[0]
    said = min((one.spoken for one, _ in folded if one.spoken), key=lambda days: (days.length, days.first), default=None)
    return Utterance(
        id=tellings[0].statement,
        speaker=max(tellings, key=lambda told: (len(told.speaker), told.statement)).speaker,
        said=edtf_of(said) if said else None,
        statements=tuple(told.statement for told in tellings),
        documents=tuple(sorted({told.document for told in tellings})),
        words=fullest.told,
        why="; ".join(sorted(whys)) or ("told once" if len(folded) == 1 else "they are like others of it"),
    )
