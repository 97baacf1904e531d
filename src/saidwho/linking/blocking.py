"""Which propositions are worth comparing?

Each proposition has keys; only those that share one, and stand near each other in its list, are compared. Those of most keys
must be told in one week or the next as well, so that a speaker quoted for years is not compared with all of them.
"""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

import numpy as np

from saidwho.linking.columns import Bools, Ints
from saidwho.linking.facts import Fact
from saidwho.linking.features import nations
from saidwho.linking.nodes import Kept, Node
from saidwho.types.numbers import number
from saidwho.types.store import Position

# Stems are taken longest first: the shortest are the commonest. Each of so many is a key, since what one happening is told by shares one
# word oftener than two; where a list is too long to compare all of it, pairs of them find the likeliest (six keys).
_TELLING = 3
# In the list of a key each is compared with so many before it and after it in time.
WINDOW = 40
# Propositions that follow each other in one text so closely are compared, since they often tell of one happening.
TOGETHER = 6
# Quotations are found by runs of so many words, of which the so many smallest by digest stand for all (min-hash).
_RUN, _KEPT = 4, 3
_WEEK = 7
# Between the first day of a week and the last of the next.
DAYS = 13


def kept(one: Node) -> Kept:
    """What is kept of a node, with its places in the lists of its blocking keys."""
    fact = one.fact
    undated = fact.day is None
    timed = [_timed_number(key, undated) for key in sorted(set(_timed(fact)))]
    untimed = [number("untimed", run) & ~1 for run in _runs(fact)]
    return Kept(fact=fact.id, day=fact.day or 0, place=_likeness(fact), keys=(*timed, *untimed), tellings=one.tellings)


def positions(item: int, one: Kept) -> list[Position]:
    """Where a node stands in the lists of its blocking keys. item: the number that it goes by there."""
    return [Position(key, one.day, one.place, item) for key in one.keys]


def may_meet(keys: Ints, days: Ints, others: Ints) -> Bools:
    """Whether two of one list may be compared: quotations always, all else where it was told in one week or the next.

    keys: of the lists. days, others: of the earlier and of the later.
    """
    found: Bools = (keys & 1 == 0) | (np.abs(days // _WEEK - others // _WEEK) <= 1)
    return found


def _likeness(fact: Fact) -> int:
    """A number that propositions of like words often share, so that those of one day stand side by side (min-hash)."""
    return min((stem_number(stem) for stem in fact.stems), default=0)


@lru_cache(maxsize=1 << 16)
def stem_number(stem: str) -> int:
    return number("stem", stem) >> 32


@lru_cache(maxsize=1 << 16)
def _timed_number(key: str, undated: bool) -> int:
    return number("timed", key, *(("undated",) if undated else ())) | 1


def _timed(fact: Fact) -> Iterator[str]:
    places = sorted({str(place.geonameid or place.name.casefold()) for place in fact.places})
    actors = sorted(nations(fact.doers) | nations(fact.receivers)) or sorted(fact.doers | fact.receivers)
    what = [fact.event.type] if fact.event else []
    what += sorted({quantity.kind for quantity in fact.quantities})
    for kind in what:
        yield from (f"{kind}@{place}" for place in places)
        yield from (f"{kind}/{actor}" for actor in actors)
    # What one text tells in words of its own of the same place and day ("the first one fell in the water").
    yield from (f"{fact.then.first}@{place.geonameid or place.name.casefold()}" for place in fact.there if fact.then)
    telling = sorted(set(fact.stems), key=lambda stem: (-len(stem), stem))
    yield from telling[:_TELLING]
    yield from (f"{a}+{b}" for a, b in combinations(sorted(telling[:_TELLING]), 2))


def _runs(fact: Fact) -> list[str]:
    """The smallest digests of its runs of words; long quotations share one whatever the week."""
    runs = {" ".join(fact.words[i : i + _RUN]) for i in range(len(fact.words) - _RUN + 1)}
    digests = sorted(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest() for run in runs)
    return [f"run:{digest}" for digest in digests[:_KEPT]]
