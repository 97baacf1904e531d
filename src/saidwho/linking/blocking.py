"""Which propositions are worth comparing?

Each proposition has keys; only those that share one are compared. Keys carry the week, so that a speaker quoted for years
is compared with the neighbouring weeks alone.
"""

import hashlib
from collections.abc import Iterator
from itertools import combinations

from saidwho.linking.facts import Fact
from saidwho.linking.features import nations

# Stems are taken longest first: the shortest are the commonest. Pairs of so many cost ten keys.
_TELLING = 5
# Quotations are found by runs of so many words, of which the so many smallest by digest stand for all (min-hash).
_RUN, _KEPT = 4, 4
_WEEK = 7


def keys(fact: Fact) -> frozenset[str]:
    """The blocking keys of a proposition."""
    timed = frozenset(f"{key}|{week}" for key in _timed(fact) for week in _weeks(fact))
    return timed | frozenset(_runs(fact))


def _weeks(fact: Fact) -> tuple[str, ...]:
    """The week it was told in and the next, so that neighbouring weeks share one; the same for all that are undated."""
    if fact.day is None:
        return ("",)
    week = fact.day // _WEEK
    return (str(week), str(week + 1))


def _timed(fact: Fact) -> Iterator[str]:
    places = sorted({str(place.geonameid or place.name.casefold()) for place in fact.places})
    actors = sorted(nations(fact.doers) | nations(fact.receivers)) or sorted(fact.doers | fact.receivers)
    what = [fact.event.type] if fact.event else []
    what += sorted({quantity.kind for quantity in fact.quantities})
    for kind in what:
        yield from (f"{kind}@{place}" for place in places)
        yield from (f"{kind}/{actor}" for actor in actors)
    telling = sorted(sorted(set(fact.stems)), key=lambda stem: (-len(stem), stem))[:_TELLING]
    yield from (f"{a}+{b}" for a, b in combinations(sorted(telling), 2))


def _runs(fact: Fact) -> list[str]:
    """The smallest digests of its runs of words; long quotations share one whatever the week."""
    runs = {" ".join(fact.words[i : i + _RUN]) for i in range(len(fact.words) - _RUN + 1)}
    digests = sorted(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest() for run in runs)
    return [f"run:{digest}" for digest in digests[:_KEPT]]
