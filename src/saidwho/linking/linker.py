"""What of all that is linked changes when documents come or go, or when people judge?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from saidwho.linking.affiliation import affiliation_of
from saidwho.linking.against import gives_counter_account, is_surely_denial
from saidwho.linking.casts import Casts
from saidwho.linking.claims import Context, make_claim
from saidwho.linking.copies import Leaves, Recopied, copy_anew
from saidwho.linking.denying import Denying, facts_of_groups
from saidwho.linking.edges import NOTHING_REDRAWN, Redrawn, redraw
from saidwho.linking.facts import Fact, Facts, Voice
from saidwho.linking.grouping import Grouping, Regrouped
from saidwho.linking.judgements import Decided, decide
from saidwho.linking.moving import Moved, document_number, move_documents
from saidwho.linking.outlets import reprint
from saidwho.linking.pairs import Comparer, Vectors
from saidwho.linking.parts import LARGEST
from saidwho.linking.ready import Ready
from saidwho.linking.scoring import Model
from saidwho.linking.utterances import Listening, Reheard
from saidwho.types.linking import Claim, Copy, Judgement, Utterance
from saidwho.types.numbers import number_of
from saidwho.types.store import CLAIMS, DENIERS, FACTS, GROUPS, UTTERED, VOICES, Row, Store

_CUT = f"More than {LARGEST} propositions hang together here; it was told from the others at stricter scores."


@dataclass(frozen=True, slots=True, kw_only=True)
class Relinked:
    """What is new or other than before (claims, copies, utterances), and ids of what is no more.

    gone_copies: ids of documents that are no copy any more. redrawn: what became of the pairs that are compared. retold: ids of claims of
    which nothing is other than before but what acts of speaking some statements are of; see retelling. uttered: the act of speaking that
    each of these statements is of now, by the number of the statement.
    """

    claims: tuple[Claim, ...]
    gone_claims: frozenset[str]
    copies: tuple[Copy, ...]
    gone_copies: frozenset[str]
    utterances: tuple[Utterance, ...]
    gone_utterances: frozenset[str]
    redrawn: Redrawn
    notes: tuple[str, ...]
    retold: frozenset[str] = frozenset()
    uttered: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """What of claims is still to be made after the rest was linked. groups: whose claims are to be made anew, and so are those of copies.
    retold: groups of which claims stay as they are but for what acts of speaking their statements are of. uttered: as of Relinked.
    """

    groups: frozenset[int]
    retold: frozenset[int]
    uttered: Mapping[int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclaimed:
    """All of Relinked but for the copies and the claims, and what of these is due. leaves: texts to find copies of. casts: who is who, as
    far as it was looked up.
    """

    leaves: Leaves
    utterances: tuple[Utterance, ...]
    gone_utterances: frozenset[str]
    redrawn: Redrawn
    notes: tuple[str, ...]
    due: Due
    casts: Casts | None

    def as_sent(self) -> "Unclaimed":
        """What another process needs of it to make the claims."""
        return replace(self, redrawn=NOTHING_REDRAWN, casts=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linker:
    """Links what a store holds with what comes to it. The result is that of linking all at once, in whatever order it came.

    vectors, passages: give vectors; see saidwho.linking.links. given: the claims of propositions, where these are known. surest: pairs
    that are surer to be the same are not put before people.
    """

    store: Store
    model: Model
    vectors: Vectors | None = None
    passages: Vectors | None = None
    given: Mapping[str, str] | None = None
    surest: float = 1.0

    def relink(
        self, *, added: Iterable[Facts | Ready] = (), removed: Iterable[str] = (), judgements: Sequence[Judgement] | None = None
    ) -> Relinked:
        """Link documents that came, and unlink those that went. removed: ids. judgements: all that hold; None: as before.

        What is read while this runs, and what is written of it, must be of one state of the store.
        """
        return self.claim(self.link(added=added, removed=removed, judgements=judgements))

    def link(
        self, *, added: Iterable[Facts | Ready] = (), removed: Iterable[str] = (), judgements: Sequence[Judgement] | None = None
    ) -> Unclaimed:
        """The same without copies and claims, which are made of the store as it is afterwards: nothing else depends on them."""
        store, casts = self.store, Casts(store=self.store)
        kept = store.objects("judged", [0]).get(0, ())
        before, now = decide(kept), decide(kept if judgements is None else judgements)
        before, now = replace(before, given=self.given), replace(now, given=self.given)
        if judgements is not None and tuple(judgements) != kept:
            store.keep("judged", {0: tuple(judgements)})
        come = (one if isinstance(one, Ready) else Ready(facts=one) for one in added)
        moved = move_documents(store, added=come, removed=removed, before=before, now=now)
        reasked = reprint(store, moved)
        comparer = Comparer(model=self.model, decided=now)
        redrawn = redraw(store, moved, comparer, self.vectors, self.passages, surest=self.surest)
        touched = moved.before.keys() | moved.after.keys()
        grouping = Grouping(store=store, comparer=comparer, vectors=self.vectors, around=redrawn.around)
        regrouped = grouping.regroup(touched, joined=redrawn.joined, parted=redrawn.parted)
        reheard = Listening(store=store).rehear(moved, regrouped)
        due = self._due(moved, redrawn, regrouped, reheard, reasked, casts)
        return Unclaimed(
            leaves=Leaves.of(moved),
            utterances=reheard.made,
            gone_utterances=reheard.gone - {utterance.id for utterance in reheard.made},
            redrawn=redrawn,
            notes=_notes(redrawn, regrouped),
            due=replace(due, groups=due.groups | self._groups_judged(before, now)),
            casts=casts,
        )

    def _due(
        self,
        moved: Moved,
        redrawn: Redrawn,
        regrouped: Regrouped,
        reheard: Reheard,
        reasked: frozenset[int],
        casts: Casts,
    ) -> Due:
        """Deny anew, and tell what claims depend on the groups."""
        store = self.store
        nodes = {n for members in (*regrouped.before.values(), *regrouped.after.values()) for n in members}
        told = self._groups_in(reasked)
        changed = regrouped.before.keys() | regrouped.after.keys() | told
        around = nodes | redrawn.liked | {row[0] for row in store.find(GROUPS, "grp", told)}
        redenied = Denying(store=store, casts=casts, vectors=self.vectors).redeny(
            moved, groups=changed, nodes=around, stirred=reheard.stirred, swayed=redrawn.swayed
        )
        groups = changed | redenied.groups | self._groups_denied(reasked)
        retold, uttered = self._retold(reheard)
        return Due(groups=frozenset(groups), retold=frozenset(retold), uttered=uttered)

    def claim(self, linked: Unclaimed) -> Relinked:
        """Find the copies, and make the claims that are due. The store is as it was when the rest was linked."""
        store, due = self.store, linked.due
        recopied = copy_anew(store, linked.leaves)
        groups = due.groups | self._groups_of_copies(recopied)
        decided = replace(decide(store.objects("judged", [0]).get(0, ())), given=self.given)
        same = {row[1] for row in store.find(CLAIMS, "grp", due.retold - groups)}
        old = {row[0]: row[1] for row in store.find(CLAIMS, "grp", groups)}
        casts = linked.casts or Casts(store=store)
        made = Making(store=store, casts=casts, decided=decided).make(groups)
        store.remove(CLAIMS, "grp", groups)
        store.add(CLAIMS, [(group, claim.id) for group, claim in made.items()])
        return Relinked(
            claims=tuple(made[group] for group in sorted(made)),
            gone_claims=frozenset(old.values()) - {claim.id for claim in made.values()},
            copies=recopied.made,
            gone_copies=recopied.gone,
            utterances=linked.utterances,
            gone_utterances=linked.gone_utterances,
            redrawn=linked.redrawn,
            notes=linked.notes,
            retold=frozenset(same),
            uttered=due.uttered,
        )

    def _groups_in(self, documents: Iterable[int]) -> set[int]:
        return self._groups_at(self.store.find(FACTS, "document", documents))

    def _groups_at(self, facts: Iterable[tuple[int, ...]]) -> set[int]:
        return {row[2] for row in self.store.find(GROUPS, "node", {row[1] for row in facts})}

    def _retold(self, reheard: Reheard) -> tuple[set[int], dict[int, str]]:
        """The groups of statements whose utterance has another id now, and the ids of these by the numbers of the statements."""
        rows = self.store.find(VOICES, "heard", reheard.renamed)
        places = {(row[2], row[3]) for row in rows}
        facts = self.store.find(FACTS, "document", {document for document, _ in places})
        of: dict[int, str] = dict(self.store.find(UTTERED, "heard", {row[1] for row in rows}))
        return self._groups_at(row for row in facts if (row[2], row[3]) in places), {row[0]: of[row[1]] for row in rows}

    def _groups_of_copies(self, recopied: Recopied) -> set[int]:
        documents = {document_number(d) for d in (*recopied.gone, *(copy.document for copy in recopied.made))}
        return self._groups_in(documents) | self._groups_denied(documents)

    def _groups_denied(self, documents: Iterable[int]) -> set[int]:
        """The groups that statements of some documents deny: who is who in these tells who denies."""
        return {row[6] for row in self.store.find(DENIERS, "document", documents) if row[6] is not None}

    def _groups_judged(self, before: Decided, now: Decided) -> set[int]:
        turned = {p for p in before.of.keys() | now.of.keys() if before.of.get(p) != now.of.get(p)}
        return self._groups_at(self.store.find(FACTS, "proposition", {number_of(p) for p in turned}))


def _notes(redrawn: Redrawn, regrouped: Regrouped) -> tuple[str, ...]:
    notes = []
    if redrawn.full:
        told = f"{redrawn.full:,} blocks were too large to compare in full"
        notes.append(f"{told}; each proposition met its neighbours in time alone.")
    if regrouped.was_cut:
        notes.append("A group of likely claims was too large and was cut at stricter scores.")
    return tuple(notes)


@dataclass(slots=True, kw_only=True, eq=False)
class Making:
    """Makes the claims of some groups."""

    store: Store
    casts: Casts
    decided: Decided
    _reports: dict[str, Facts] = field(default_factory=dict)

    def make(self, groups: Iterable[int]) -> dict[int, Claim]:
        """The claim of each group that there is, and of which not all is denial."""
        store = self.store
        facts = facts_of_groups(store, groups)
        rows = store.find(GROUPS, "grp", facts)
        core_of = self._cores(facts, rows)
        against: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for row in store.find(DENIERS, "final", facts):
            against[row[6]].append((row[1], row[2]))
        documents = {document_number(fact.voice.document.id) for found in facts.values() for fact in found}
        documents |= {document for found in against.values() for document, _ in found}
        kept = store.objects("document", documents)
        self._reports = {one.document.id: one for one in kept.values()}
        denied = {(row[1], row[2]): row[6] for row in store.find(DENIERS, "document", documents) if row[6] is not None}
        utterances = self._utterances(documents)
        cut = {row[2] for row in rows if row[3]}
        made = {}
        for group, found in facts.items():
            denials = [kept[document].voices[voice] for document, voice in sorted(against.get(group, ()))]
            told = [fact for fact in found if _is_told(fact, group, denied)]
            claim = self._claim(told, denials, utterances, core_of) if told else None
            if claim is not None:
                made[group] = replace(claim, notes=(*claim.notes, _CUT)) if group in cut else claim
        return made

    def _cores(self, facts: Mapping[int, Sequence[Fact]], rows: Sequence[Row]) -> dict[int, int]:
        """The core of each fact, by its number, of the groups that several speakers tell; nothing of others.

        rows: of the groups.
        """
        told = {group for group, found in facts.items() if len({_speaker(fact.voice) for fact in found}) > 1}
        core = {row[0]: row[4] for row in rows if row[2] in told}
        return {row[0]: core[row[1]] for row in self.store.find(FACTS, "node", core)}

    def _claim(
        self,
        facts: Sequence[Fact],
        denials: Sequence[Voice],
        utterances: Mapping[int, str],
        core_of: Mapping[int, int],
    ) -> Claim:
        told = {fact.voice.document.id for fact in facts} | {voice.document.id for voice in denials}
        reports = {document: self._reports[document] for document in sorted(told)}
        copies = self.store.objects("copy", {document_number(document) for document in told})
        context = Context(
            reports=reports,
            copies={copy.document: copy for copy in copies.values()},
            utterances={f.voice.id: utterances[n] for f in facts if (n := number_of(f.voice.id)) in utterances},
            casts=self.casts,
        )
        judged = {j.id: j for fact in facts for j in self.decided.of.get(fact.id, ())}
        return make_claim(facts, [_as_told(voice, context) for voice in denials], context, list(judged.values()), core_of=core_of)

    def _utterances(self, documents: Iterable[int]) -> dict[int, str]:
        """The id of the utterance of each statement of some documents."""
        rows = self.store.find(VOICES, "document", documents)
        of: dict[int, str] = dict(self.store.find(UTTERED, "heard", {row[1] for row in rows}))
        return {row[0]: of[row[1]] for row in rows if row[1] in of}


def _speaker(voice: Voice) -> str | None:
    return (voice.speaker.key or voice.speaker.name) if voice.speaker else None


def _is_told(fact: Fact, group: int, denied: Mapping[tuple[int, int], int]) -> bool:
    """Whether a proposition of a group stays with its claim. denied: the groups that statements deny, by their documents and numbers.

    What denies is none of any claim, but for another account: that is told itself, and only none of the claim that it gainsays.
    """
    place = document_number(fact.voice.document.id), fact.voice.number
    if place not in denied or _only_in_part(fact):
        return True
    return gives_counter_account(fact.voice) and denied[place] != group


def _only_in_part(fact: Fact) -> bool:
    """Whether what a denying statement affirms besides stays with its claim ("an airfield, but no fighter used it")."""
    return not is_surely_denial(fact.voice) and not fact.negated and any(p.negated for p in fact.voice.statement.propositions)


def _as_told(voice: Voice, context: Context) -> Voice:
    """A denial that an outlet tells in its own voice ("The rebels had no part in it") is that of whoever it tells of."""
    if voice.statement.form != "own voice" or affiliation_of(voice.document.outlet or "").organ:
        return voice
    parties = context.reports[voice.document.id].parties
    told = [parties[actor] for p in voice.statement.propositions for actor in p.actor if actor in parties]
    return replace(voice, speaker=told[0], statement=replace(voice.statement, form="indirect")) if told else voice
