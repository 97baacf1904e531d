"""Which denial denies which claim, after documents came and groups changed?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_

import numpy as np

from saidwho.linking.against import is_denial, is_surely_denial, may_deny
from saidwho.linking.casts import Casts
from saidwho.linking.claims import Context, is_own_claim_of
from saidwho.linking.edges import edges_of, keep_vectors_of
from saidwho.linking.facts import Fact, Facts, Voice
from saidwho.linking.gainsaying import clause_of, shipped_gainsaying
from saidwho.linking.moving import Moved, document_number
from saidwho.linking.outcomes import outcomes_in
from saidwho.linking.pairs import Vectors
from saidwho.linking.ready import Denial, Ready
from saidwho.linking.rebuttals import (
    JUDGING,
    TELLINGS,
    USUAL,
    Rebuttal,
    Target,
    best_target,
    explains,
    places_of,
    repeated_target,
    root_of,
    roots_of,
    shared_target,
    told_nations_of,
    who_denies,
)
from saidwho.linking.sketches import DENIAL, NEGATED
from saidwho.types.numbers import number, number_of
from saidwho.types.store import DENIERS, FACTS, GROUPS, STORIES, UTTERED, VOICES, Position, Row, Store

# A text that denies, without a word of what, is held against so many others that share names with it and were printed within
# so many days.
_MATES, _REACH, _DAYS = 20, 20, 10
# Texts are told by so many of the names in them, the smallest by number (min-hash).
_NAMES = 16


def affirms(fact: Fact) -> bool:
    return not is_denial(fact.voice) and not fact.negated


@dataclass(frozen=True, slots=True, kw_only=True)
class Redenied:
    """groups: those that are denied by others than before, or that hold statements which deny, or no longer do."""

    groups: frozenset[int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anew:
    """What has to be looked at anew. groups: those that are new, others than before, or no more. whole: documents of which all is.

    fresh: documents that deny, with the others of their story that are new to them.
    """

    groups: set[int]
    whole: set[int]
    fresh: Mapping[int, set[int]]

    def targets(self, row: Row, near: set[int], fresh: set[int]) -> set[int] | None:
        """The groups that a statement is to be held against; None where it denies what it did. near: all that it may deny.

        fresh: those of them that others of its story tell which are new to it.
        """
        first = row[4]
        if row[1] in self.whole or (first is not None and (first in self.groups or first not in near)):
            return near
        asked = (near & self.groups) | (near & fresh)
        return (asked | {first} if first is not None else asked) if asked else None


@dataclass(slots=True, kw_only=True, eq=False)
class Denying:
    """Attaches denials anew, in the documents that a change has to do with.

    vectors: gives a vector of length 1 for each text; without it nobody knows what sounds like a denial.
    """

    store: Store
    casts: Casts
    vectors: Vectors | None = None
    _targets: dict[int, Target] = field(default_factory=dict)

    def redeny(
        self, moved: Moved, *, groups: Iterable[int], nodes: Iterable[int], stirred: Iterable[int], swayed: Iterable[tuple[int, int]]
    ) -> Redenied:
        """groups: those that are new, others than before, or no more. nodes: those whose edges changed, or whose group did.

        stirred: what is folded of utterances that changed. swayed: nodes with others, where it is likelier or less likely than before that
        they are about the same.
        """
        store, changed = self.store, set(groups)
        left = store.find(DENIERS, "document", moved.removed)
        store.remove(DENIERS, "document", moved.removed)
        come = [row for n, facts in moved.added.items() for row in _rows(n, _denials(facts, moved.ready.get(n)))]
        store.add(DENIERS, come)
        fresh = self._befriend(moved, {row[1] for row in left})
        documents = moved.added.keys() | moved.refolded | fresh.keys()
        documents |= {row[1] for column in ("first", "second", "final") for row in store.find(DENIERS, column, changed)}
        documents |= self._telling(set(nodes))
        documents |= {row[2] for row in store.find(VOICES, "heard", stirred)}
        told = {row[2] for row in store.find(FACTS, "node", [row[0] for row in store.find(GROUPS, "grp", changed)])}
        documents |= {row[0] for row in store.find(STORIES, "mate", told | moved.removed.keys())}
        anew = _Anew(groups=changed, whole=moved.added.keys() | moved.refolded | self._swayed(swayed, changed), fresh=fresh)
        withdrawn = {row[5] for row in left if row[5] is not None}
        attached = self._attach({row[0]: row for row in store.find(DENIERS, "document", documents)}, anew, withdrawn)
        turned = [pair for pair in attached if pair[0][6] != pair[1][6]]
        return Redenied(groups=self._groups_of((*turned, *((row, row) for row in left))))

    def _groups_of(self, turned: Iterable[tuple[Row, Row]]) -> frozenset[int]:
        found = {row[6] for pair in turned for row in pair if row[6] is not None}
        places = {(row[1], row[2]) for pair in turned for row in pair}
        return frozenset(found | {group for group, _ in self._held(places)})

    def _held(self, places: Iterable[tuple[int, int]]) -> set[tuple[int, tuple[int, int]]]:
        """The groups that statements hold propositions of. places: documents and numbers of statements."""
        wanted = set(places)
        rows = [row for row in self.store.find(FACTS, "document", {document for document, _ in wanted}) if (row[2], row[3]) in wanted]
        groups = {row[0]: row[2] for row in self.store.find(GROUPS, "node", {row[1] for row in rows})}
        return {(groups[row[1]], (row[2], row[3])) for row in rows if row[1] in groups}

    def _telling(self, nodes: set[int]) -> set[int]:
        """The documents that tell of some nodes, or of what is like them and may deny them."""
        liked = {n for row in edges_of(self.store, nodes, having="likeness") for n in row[:2]}
        return {row[2] for row in self.store.find(FACTS, "node", nodes | liked)}

    def _swayed(self, swayed: Iterable[tuple[int, int]], changed: set[int]) -> set[int]:
        """The documents that tell nodes which became likelier or less likely to be about others, where the groups of these stayed.

        Denials are in no group, and nothing is held against them.
        """
        pairs = list(swayed)
        stayed = {row[0] for row in self.store.find(GROUPS, "node", {other for _, other in pairs}) if row[2] not in changed}
        return {row[2] for row in self.store.find(FACTS, "node", {n for n, other in pairs if other in stayed})}

    # ---- stories

    def _befriend(self, moved: Moved, denied: set[int]) -> dict[int, set[int]]:
        """Move documents among those that share names. Returns those that deny, and may have other mates now, with their new mates.

        denied: those that went and did.
        """
        deny = {row[1] for row in self.store.find(DENIERS, "document", moved.added)}
        gone = [p for n, facts in moved.removed.items() for p in _named(n, facts, denies=n in denied)]
        come = [p for n, facts in moved.added.items() for p in _named(n, facts, denies=n in deny)]
        self.store.displace(gone)
        self.store.place(come)
        near: dict[int, list[Position]] = defaultdict(list)
        for position in (*gone, *come):
            near[position.key | 1].append(position._replace(key=position.key | 1))
        found = {p.item for positions in self.store.near(near, reach=_REACH).values() for p in positions}
        denying = {row[1] for row in self.store.find(DENIERS, "document", found)}
        before: dict[int, set[int]] = defaultdict(set)
        for document, mate in self.store.find(STORIES, "document", denying):
            before[document].add(mate)
        self.store.remove(STORIES, "document", found | moved.removed.keys())
        mates = {n: self._mates(n, facts) for n, facts in self.store.objects("document", denying).items()}
        self.store.add(STORIES, [(n, mate) for n, told in mates.items() for mate in told])
        return {n: set(told) - before[n] for n, told in mates.items()}

    def _mates(self, document: int, facts: Facts) -> list[int]:
        """The documents that share most names with one, among those printed about the same time."""
        own = {p.key: p for p in _named(document, facts, denies=False)}
        shared: Counter[int] = Counter()
        for key, positions in self.store.near({key: [p] for key, p in own.items()}, reach=_REACH).items():
            shared.update({p.item for p in positions if p.item != document and abs(p.day - own[key].day) <= _DAYS})
        return sorted(shared, key=lambda mate: (-shared[mate], mate))[:_MATES]

    # ---- targets

    def _told_in(self, documents: Iterable[int]) -> dict[int, set[int]]:
        """The groups that each document tells."""
        rows = self.store.find(FACTS, "document", documents)
        groups = {row[0]: row[2] for row in self.store.find(GROUPS, "node", {row[1] for row in rows})}
        found: dict[int, set[int]] = defaultdict(set)
        for row in rows:
            if row[1] in groups:
                found[row[2]].add(groups[row[1]])
        return found

    def _load(self, groups: Iterable[int]) -> None:
        missing = {group for group in groups if group not in self._targets}
        facts = facts_of_groups(self.store, missing)
        documents = self.store.objects("document", {document_number(f.voice.document.id) for found in facts.values() for f in found})
        for group, found in facts.items():
            of = {n: documents[n] for n in {document_number(f.voice.document.id) for f in found}}
            self._targets[group] = made_target(found, of.values(), self.casts)

    def _of(self, groups: Iterable[int]) -> dict[int, Target]:
        wanted = set(groups)
        self._load(wanted)
        return {group: self._targets[group] for group in wanted if group in self._targets}

    # ---- attaching

    def _attach(self, rows: Mapping[int, Row], anew: _Anew, withdrawn: set[int]) -> list[tuple[Row, Row]]:
        """Rows as they were and as they are, of all that may have changed. rows: those to look at anew, by statement.

        withdrawn: the groups that statements denied which are gone; others may have repeated them.
        """
        now = self._with_mates(self._by_words(rows, anew))
        before = {row[0]: row for row in self.store.find(DENIERS, "statement", now)}
        turned = withdrawn | {group for n, row in now.items() for group in (row[5], before[n][5]) if group is not None}
        self.store.add(DENIERS, now.values())
        documents = {row[1] for row in now.values()} | self._speaking_of(turned)
        before = {row[0]: row for row in self.store.find(DENIERS, "document", documents)} | before
        after = self._again({row[0]: row for row in self.store.find(DENIERS, "document", documents)})
        self.store.add(DENIERS, after.values())
        return [(before[n], row) for n, row in after.items()]

    def _speaking_of(self, groups: set[int]) -> set[int]:
        """The documents that tell or deny some groups."""
        told = self.store.find(FACTS, "node", [row[0] for row in self.store.find(GROUPS, "grp", groups)])
        return {row[2] for row in told} | {row[1] for row in self.store.find(DENIERS, "second", groups)}

    def _voices(self, rows: Mapping[int, Row]) -> dict[int, Voice]:
        documents = self.store.objects("document", {row[1] for row in rows.values()})
        return {n: documents[row[1]].voices[row[2]] for n, row in rows.items()}

    def _by_words(self, rows: Mapping[int, Row], anew: _Anew) -> dict[int, Row]:
        """Each denies what its words are like, what its text tells, or what others of its story tell.

        What it denied, and nothing touched since, need only be held against what is new to it.
        """
        told, odds, stories = self._told_in({row[1] for row in rows.values()}), self._likeness(rows), self._stories(rows, anew)
        asked = {}
        for n, row in rows.items():
            story, fresh = stories[row[1]]
            asked[n] = anew.targets(row, told[row[1]] | odds[n].keys() | story, fresh)
        documents = self.store.objects("document", {row[1] for n, row in rows.items() if asked[n] is not None})
        self._load({group for groups in asked.values() for group in groups or ()})
        sounds = self._sounds({n: documents[rows[n][1]].voices[rows[n][2]] for n, groups in asked.items() if groups is not None})
        found = dict(rows)
        for n, groups in asked.items():
            if groups is not None:
                row = rows[n]
                voices, at = documents[row[1]].voices, row[2]
                places = places_of((f for f in documents[row[1]].facts if f.voice.number == at), with_own=False)
                rebuttal = Rebuttal.of(voices[at], voices[at - 1] if at else None, sounds=sounds[n], places=places)
                found[n] = (*row[:4], best_target(rebuttal, self._of(groups), odds[n]), *row[5:])
        return found

    def _sounds(self, voices: Mapping[int, Voice]) -> dict[int, float]:
        """How much each statement sounds like a denial, 0 to 1."""
        if self.vectors is None or not voices:
            return dict.fromkeys(voices, USUAL)
        clauses = {n: clause_of(voice) for n, voice in voices.items()}
        keep_vectors_of(self.store, clauses.values(), self.vectors)
        numbers = {n: number("clause", clause) for n, clause in clauses.items()}
        kept = self.store.objects("vector", numbers.values())
        told = shipped_gainsaying().of(np.stack([kept[at] for at in numbers.values()]))
        return dict(zip(numbers, told, strict=True))

    def _stories(self, rows: Mapping[int, Row], anew: _Anew) -> dict[int, tuple[set[int], set[int]]]:
        """For each document the groups that others of its story tell, and those of them that others tell which are new to it."""
        mates: dict[int, list[int]] = defaultdict(list)
        for document, mate in self.store.find(STORIES, "document", {row[1] for row in rows.values()}):
            mates[document].append(mate)
        told = self._told_in({mate for found in mates.values() for mate in found})

        def groups(documents: Iterable[int]) -> set[int]:
            return {group for document in documents for group in told[document]}

        fresh: Mapping[int, set[int]] = anew.fresh
        return {n: (groups(mates[n]), groups(fresh.get(n, ()))) for n in {row[1] for row in rows.values()}}

    def _likeness(self, rows: Mapping[int, Row]) -> dict[int, dict[int, float]]:
        """For each statement, the highest odds that its words are of each group."""
        facts: dict[tuple[int, int], set[int]] = defaultdict(set)
        for row in self.store.find(FACTS, "document", {row[1] for row in rows.values()}):
            facts[row[2], row[3]].add(row[1])
        own = {n for row in rows.values() for n in facts[row[1], row[2]]}
        liked: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for one, other, _, _, likeness, *_ in edges_of(self.store, own, having="likeness"):
            liked[one].append((other, likeness))
            liked[other].append((one, likeness))
        others = {other for n in own for other, _ in liked[n]}
        sketches = self.store.objects("sketch", others)
        groups = {row[0]: row[2] for row in self.store.find(GROUPS, "node", others)}
        found: dict[int, dict[int, float]] = {}
        for statement, row in rows.items():
            best = found.setdefault(statement, {})
            for other, odds in (pair for n in facts[row[1], row[2]] for pair in liked[n]):
                if other in groups and not sketches[other].marks & (DENIAL | NEGATED):
                    best[groups[other]] = max(odds, best.get(groups[other], odds))
        return found

    def _with_mates(self, now: Mapping[int, Row]) -> dict[int, Row]:
        """What one act of speaking denies in one text it denies in all."""
        mates = self._mates_of(now)
        rows = {row[0]: row for row in self.store.find(DENIERS, "statement", {m for found in mates.values() for m in found})} | dict(now)
        mates = self._mates_of(rows)
        voices = self._voices(rows)
        found = {}
        for n, row in rows.items():
            second = row[4]
            if second is None:
                shared = {first for m in mates.get(n, ()) if m in rows and (first := rows[m][4]) is not None}
                targets = self._of(shared)
                second = shared_target(voices[n], targets, targets)
            found[n] = (*row[:5], second, row[6])
        return found

    def _mates_of(self, statements: Iterable[int]) -> dict[int, set[int]]:
        """For each statement, those of the same utterance, itself among them."""
        rows = self.store.find(VOICES, "statement", statements)
        of: dict[int, str] = dict(self.store.find(UTTERED, "heard", {row[1] for row in rows}))
        heard: dict[str, set[int]] = defaultdict(set)
        for n, utterance in self.store.find(UTTERED, "utterance", set(of.values())):
            heard[utterance].add(n)
        told: dict[int, set[int]] = defaultdict(set)
        for row in self.store.find(VOICES, "heard", {n for found in heard.values() for n in found}):
            told[row[1]].add(row[0])
        return {row[0]: {s for n in heard[of[row[1]]] for s in told[n]} for row in rows if row[1] in of}

    def _again(self, rows: Mapping[int, Row]) -> dict[int, Row]:
        """Whoever denied a claim in one text denies it in another that tells it."""
        documents = {row[1] for row in rows.values()}
        rows = {n: (*row[:6], row[5]) for n, row in rows.items()}
        voices, told = self._voices(rows), self._told_in(documents)
        denied: dict[int, set[int]] = defaultdict(set)
        for row in rows.values():
            if row[5] is not None:
                denied[row[1]].add(row[5])
        candidates = {group for found in (*told.values(), *denied.values()) for group in found}
        whose: dict[int, set[int]] = defaultdict(set)
        for row in self.store.find(DENIERS, "second", candidates):
            whose[row[5]].add(row[3])
        for n, row in rows.items():
            near = [g for g in told[row[1]] | denied[row[1]] if row[3] and row[3] in whose[g]]
            if row[5] is None and near:
                targets = self._of(near)
                affirmed = {g: t for g, t in targets.items() if t.told.get(voices[n].document.id) or g in denied[row[1]]}
                rows[n] = (*row[:6], repeated_target(voices[n], affirmed, affirmed))
        return rows


def denials_in(facts: Facts) -> tuple[Denial, ...]:
    """The statements of a document that deny, or may, and those that explain a denial."""
    found = []
    before: Voice | None = None
    for voice in facts.voices:
        is_explained = before is not None and explains(voice, before)
        before = voice if is_surely_denial(voice) or is_explained else None
        if may_deny(voice) or is_explained:
            who = who_denies(voice)
            found.append(Denial(number_of(voice.id), voice.number, number("who", who) if who else 0))
    return tuple(found)


def _denials(facts: Facts, ready: Ready | None) -> tuple[Denial, ...]:
    return denials_in(facts) if ready is None or ready.denials is None else ready.denials


def _rows(document: int, denials: Iterable[Denial]) -> list[Row]:
    return [(one.statement, document, one.voice, one.who, None, None, None) for one in denials]


def _named(item: int, facts: Facts, *, denies: bool) -> list[Position]:
    """Where a document stands among those that share its names: among all, and among those that deny or may, if it does."""
    first = facts.voices[0] if facts.voices else None
    told = {root_of(name) for name in first.names} | first.named if first else set()
    names = sorted(number("name", name) >> 1 << 1 for name in told)[:_NAMES]
    day = first.day or 0 if first else 0
    keys = [*names, *(name | 1 for name in names)] if denies else names
    return [Position(key=key, day=day, place=0, item=item) for key in keys]


def facts_of_groups(store: Store, groups: Iterable[int]) -> dict[int, list[Fact]]:
    """The facts of each group, by id."""
    nodes = {row[0]: row[2] for row in store.find(GROUPS, "grp", groups)}
    rows = store.find(FACTS, "node", nodes)
    documents = store.objects("document", {row[2] for row in rows})
    by_number: dict[int, dict[int, Fact]] = {n: {number_of(f.id): f for f in facts.facts} for n, facts in documents.items()}
    found: dict[int, list[Fact]] = defaultdict(list)
    for proposition, node, document, *_ in rows:
        found[nodes[node]].append(by_number[document][proposition])
    return {group: sorted(facts, key=lambda fact: fact.id) for group, facts in found.items()}


def _first_day(voices: Iterable[Voice]) -> int | None:
    """The day of the first of some voices; None where one of them has none."""
    days = [voice.day for voice in voices]
    return None if None in days else min((day for day in days if day is not None), default=None)


def made_target(facts: list[Fact], documents: Iterable[Facts], casts: Casts) -> Target:
    """What some facts claim, as something to deny. facts: at least one, by their ids. documents: they stand in."""
    affirming = [fact for fact in facts if affirms(fact)]
    context = Context(reports={one.document.id: one for one in documents}, copies={}, utterances={}, casts=casts)
    voices = {fact.voice.id: fact.voice for fact in affirming}.values()
    told: dict[str, set[int]] = defaultdict(set)
    for fact in affirming:
        told[fact.voice.document.id].add(fact.voice.number)
    return Target(
        order=facts[0].id,
        told={document: frozenset(numbers) for document, numbers in told.items()},
        documents=len(told),
        is_said=any(fact.voice.statement.form != "own voice" for fact in affirming),
        words=frozenset(stem for fact in affirming for stem in fact.stems),
        tellings=tuple({fact.stems: frozenset(fact.stems) for fact in affirming[:TELLINGS]}.values()),
        roots=roots_of({stem for fact in affirming for stem in fact.stems}),
        deeds=frozenset(fact.event.type for fact in affirming if fact.event),
        doers=frozenset(key for fact in affirming for key in fact.doers),
        places=places_of(affirming, with_own=True),
        tellers=frozenset(told_nations_of(voice) for voice in voices if voice.statement.form != "own voice"),
        is_own=is_own_claim_of(affirming, context),
        outcomes=reduce(or_, map(outcomes_in, affirming), 0),
        since=_first_day(voices),
        judged=sum(fact.voice.statement.act in JUDGING for fact in affirming) / max(1, len(affirming)),
        who=frozenset(who for voice in voices if not is_surely_denial(voice) and (who := who_denies(voice))),
    )
