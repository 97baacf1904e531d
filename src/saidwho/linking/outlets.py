"""Which of the names that a document speaks of are names of outlets, known from it or from any other?"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache

from saidwho.linking.facts import Facts
from saidwho.linking.moving import Moved
from saidwho.linking.papers import named_in, short_name
from saidwho.linking.parties import folded
from saidwho.types.numbers import number
from saidwho.types.store import ASKS, Store


def reprint(store: Store, moved: Moved) -> frozenset[int]:
    """Count the outlets that documents print or name. Returns the documents that speak of one which became known, or is no more."""
    change: dict[int, Counter[str]] = defaultdict(Counter)
    for step, found in ((1, moved.added), (-1, moved.removed)):
        for facts in found.values():
            for name in _printing(facts):
                for key in {name, short_name(name)} - {""}:
                    change[number("outlet", key)][name] += step
    before = store.objects("paper", change)
    after = {n: +Counter(before.get(n, {})) for n in change}
    for n, counts in change.items():
        after[n].update(counts)
    store.keep("paper", {n: dict(+counts) for n, counts in after.items()})
    turned = {n for n, counts in after.items() if set(before.get(n, {})) != set(+counts)}
    store.remove(ASKS, "document", moved.removed)
    store.add(ASKS, [(n, document) for document, facts in moved.added.items() for n in _asked(facts)])
    return frozenset(row[1] for row in store.find(ASKS, "name", turned))


def outlets_of(store: Store, documents: Iterable[Facts]) -> frozenset[str]:
    """Folded names of the outlets that documents may speak of, as far as any document tells that they are."""
    asked = {n for facts in documents for n in _asked(facts)}
    return frozenset(name for counts in store.objects("paper", asked).values() for name in counts)


def _printing(facts: Facts) -> Iterator[str]:
    """Folded names of all who print, as one document tells: its outlet, and whom it or the register knows as one.

    Whoever prints its own word there is no outlet by it: where others cite it they cite a body.
    """
    prints = facts.document.outlet if not facts.voices or facts.voices[0].prints_as != "body" else None
    names = {prints} | {party.name for party in facts.parties.values() if party.kind == "outlet"}
    yield from {folded(name) for name in names if name} - {""}


def _asked(facts: Facts) -> frozenset[int]:
    """Numbers of all names in a document that could be an outlet's."""
    words = {voice.source for voice in facts.voices} | {voice.speaker.name for voice in facts.voices if voice.speaker}
    return frozenset[int]().union(*map(_names_of, words))


# A document is asked for with each claim that is made of it.
@lru_cache(maxsize=1 << 15)
def _names_of(words: str) -> frozenset[int]:
    """Numbers of the names that words may give an outlet."""
    return frozenset(number("outlet", name) for name in {folded(words), *named_in(words)} - {""})
