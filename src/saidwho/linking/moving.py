"""Which nodes change when documents come and go, or when people judge?"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from saidwho.linking.blocking import kept
from saidwho.linking.facts import Fact, Facts
from saidwho.linking.judgements import Decided
from saidwho.linking.nodes import TELLINGS, Kept, Node, Telling, node, node_number, telling
from saidwho.linking.ready import Alone, Ready
from saidwho.linking.sketches import Sketch, sketch, standing_at
from saidwho.types.numbers import number, number_of
from saidwho.types.store import FACTS, Row, Store


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Moved:
    """Documents that came and went, by number, and the nodes that changed: what was kept of them before, what they are, and what is kept
    of them now. ready: what was made of documents that came before they did. refolded: documents of propositions that judgements fold
    anew.
    """

    added: Mapping[int, Facts]
    ready: Mapping[int, Ready]
    removed: Mapping[int, Facts]
    before: Mapping[int, Kept]
    after: Mapping[int, Node]
    kept: Mapping[int, Kept]
    refolded: frozenset[int]

    @property
    def gone(self) -> frozenset[int]:
        """The nodes that are no more."""
        return frozenset(self.before.keys() - self.after.keys())


# A document is asked for with each proposition, statement and pair of it.
@lru_cache(maxsize=1 << 16)
def document_number(identity: str) -> int:
    """The number by which a store knows a document."""
    return number("document", identity)


def move_documents(store: Store, *, added: Iterable[Ready], removed: Iterable[str], before: Decided, now: Decided) -> Moved:
    """Take documents into a store and out of it. A document that is there already, and comes, takes the place of what was there.

    before, now: what people had decided, and have.
    """
    ready = {document_number(one.facts.document.id): one for one in added}
    come = {n: one.facts for n, one in ready.items()}
    alone = {identity: made for one in ready.values() for identity, made in one.alone.items()}
    leaving = {document_number(identity) for identity in removed} | come.keys()
    left = dict(store.objects("document", leaving))
    store.drop("document", left)
    store.keep("document", come)
    leaves = [(node_number(fact, before), telling(fact)) for facts in left.values() for fact in facts.facts]
    joins = [(_number(fact, now, alone.get(fact.id)), fact) for facts in come.values() for fact in facts.facts]
    rejoined = _facts_of(store, before.apart ^ now.apart, without=come.keys())
    for fact in rejoined:
        leaves.append((node_number(fact, before), telling(fact)))
        joins.append((node_number(fact, now), fact))
    rejudged = {number("apart", p) for pair in (before.same ^ now.same) | (before.different ^ now.different) for p in pair}
    touched = {n for n, _ in leaves} | {n for n, _ in joins} | rejudged
    nodes = dict(store.objects("node", touched))
    store.remove(FACTS, "proposition", {one.proposition for _, one in leaves})
    store.add(FACTS, _rows(joins))
    changed = _changed(store, nodes, leaves, joins, steady=rejudged)
    for kind in ("node", "sketch"):
        store.drop(kind, nodes.keys() - changed.keys())
    keeps = {n: _kept(one, alone.get(one.fact.id)) for n, one in changed.items()}
    store.keep("node", keeps)
    store.keep("sketch", {n: _sketch(one, alone.get(one.fact.id)) for n, one in changed.items()})
    refolded = frozenset(document_number(fact.voice.document.id) for fact in rejoined)
    return Moved(added=come, ready=ready, removed=left, before=nodes, after=changed, kept=keeps, refolded=refolded)


def _number(fact: Fact, decided: Decided, alone: Alone | None) -> int:
    is_plain = decided.given is None and fact.id not in decided.apart
    return alone.node if alone is not None and is_plain else node_number(fact, decided)


def _kept(one: Node, alone: Alone | None) -> Kept:
    if alone is None:
        return kept(one)
    return alone.kept if alone.kept.tellings == one.tellings else alone.kept._replace(tellings=one.tellings)


def _sketch(one: Node, alone: Alone | None) -> Sketch:
    if alone is None:
        return sketch(one)
    return alone.sketch if alone.kept.tellings == one.tellings else standing_at(alone.sketch, one)


def _facts_of(store: Store, propositions: Iterable[str], *, without: Iterable[int]) -> list[Fact]:
    """The facts of some propositions, where a store has them."""
    wanted = set(propositions)
    rows = store.find(FACTS, "proposition", {number_of(p) for p in wanted})
    documents = {row[2] for row in rows} - set(without)
    return [fact for facts in store.objects("document", documents).values() for fact in facts.facts if fact.id in wanted]


def _rows(joins: Sequence[tuple[int, Fact]]) -> list[Row]:
    """Rows of facts, each with its place in its text."""
    texts: dict[str, list[tuple[int, int, str, int]]] = defaultdict(list)
    for n, fact in joins:
        start = fact.proposition.spans[0].start if fact.proposition.spans else 0
        texts[fact.voice.document.id].append((fact.voice.number, start, fact.id, n))
    return [
        (number_of(identity), n, document_number(text), voice, start) for text, told in texts.items() for voice, start, identity, n in told
    ]


def _changed(
    store: Store,
    nodes: Mapping[int, Kept],
    leaves: Sequence[tuple[int, Telling]],
    joins: Sequence[tuple[int, Fact]],
    *,
    steady: Iterable[int],
) -> dict[int, Node]:
    """The nodes as they are now; those of which nothing is left are none of them. steady: those that are to be looked at all the same."""
    less: dict[int, set[Telling]] = defaultdict(set)
    more: dict[int, dict[Telling, Fact]] = defaultdict(dict)
    for n, told in leaves:
        less[n].add(told)
    for n, fact in joins:
        more[n][telling(fact)] = fact
    full = [n for n in less if n in nodes and len(nodes[n].tellings) >= TELLINGS]
    stay = {n: set(one.tellings) - less[n] for n, one in nodes.items()} | {
        n: tellings - less[n] for n, tellings in _all_tellings(store, full).items()
    }
    tellings = {n: stay.get(n, set()) | more[n].keys() for n in less.keys() | more.keys() | (set(steady) & nodes.keys())}
    firsts = {n: min(found) for n, found in tellings.items() if found}
    facts = {first: more[n][first] for n, first in firsts.items() if first in more[n]}
    facts |= _facts_at(store, [first for first in firsts.values() if first not in facts])
    return {n: node(facts[first], tellings[n]) for n, first in firsts.items()}


def _all_tellings(store: Store, nodes: Sequence[int]) -> dict[int, set[Telling]]:
    rows = store.find(FACTS, "node", nodes)
    documents = store.objects("document", {row[2] for row in rows})
    found: dict[int, set[Telling]] = {n: set() for n in nodes}
    for proposition, n, document, voice, _ in rows:
        told = documents[document].voices[voice]
        found[n].add(Telling(proposition=proposition, document=told.document.id, statement=told.id, voice=voice))
    return found


def _facts_at(store: Store, tellings: Iterable[Telling]) -> dict[Telling, Fact]:
    """The facts that stand at some places."""
    wanted = {one: document_number(one.document) for one in tellings}
    documents: Mapping[int, Facts] = store.objects("document", set(wanted.values()))
    found = {number_of(fact.id): fact for facts in documents.values() for fact in facts.facts}
    return {one: found[one.proposition] for one in wanted}
