"""Rule 3: which origins rest on one report, image or document?"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from saidwho.linking.origins.others import _who, not_origin
from saidwho.linking.origins.said import Said
from saidwho.linking.stems import STOP, stems
from saidwho.text.holding import HOLDING_NOUNS, OF_HAVING, held, own_noun, own_phrase
from saidwho.types.linking import NotOrigin
from saidwho.types.statement import BasisKind

# Whoever shares one of these with others shares its origin (rule 3).
_SHARED = frozenset({"document", "imagery"})
# That two have seen something, or dozens of it, is not one thing that both have seen.
_HAVING = frozenset(stems(" ".join((*OF_HAVING, *HOLDING_NOUNS))))
_NAME = re.compile(r"(?<=\s)[A-Z]\w+")


def share_documents(groups: list[list[Said]]) -> tuple[list[list[Said]], list[NotOrigin]]:
    """Rule 3: bodies that rest on one report, image or video are one origin, that of the first of them."""
    kept: list[list[Said]] = []
    away: list[NotOrigin] = []
    for group in sorted(groups, key=_when_first):
        shared, twin = next(((words, other) for other in kept if (words := _shared_basis(group, other))), (frozenset[str](), None))
        if twin is None:
            kept.append(group)
        else:
            away.append(not_origin(group, f"{_who(group)} rests on the same {' '.join(sorted(shared))} as {twin[0].standing.name}."))
    return kept, away


def _when_first(group: Sequence[Said]) -> tuple[float, str]:
    """Whoever is known to have said it first comes first, and who says it on no day that is told comes last."""
    return min((one.voice.day for one in group if one.voice.day is not None), default=math.inf), group[0].voice.id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Evidence:
    """A document or image that a statement rests on. named: the words for the thing itself. words: all that tell which it is."""

    kind: BasisKind
    named: frozenset[str]
    words: frozenset[str]

    def shared(self, other: "_Evidence") -> frozenset[str]:
        """The words of what both are; empty where they may be two things.

        Videos of an attack and documents on it share the attack alone, which is neither; two pictures of it may be one.
        """
        shared = self.words & other.words
        telling = shared - STOP
        is_alike = self.kind == other.kind and len(telling) > (0 if self.kind == "imagery" else 1)
        if is_alike or telling & (self.named | other.named):
            return telling
        # "The report", of which one of both tells no more.
        return frozenset() if self.words - STOP and other.words - STOP else shared


def _shared_basis(group: Sequence[Said], other: Sequence[Said]) -> frozenset[str]:
    """The words of what all that a group rests on is one with; empty where it rests on something of its own, or nothing is told."""
    bases = [one.voice.statement.basis for one in group]
    if any(basis is not None and basis.kind not in _SHARED for basis in bases):
        return frozenset()
    theirs = list(_evidence(other))
    found = [max((mine.shared(one) for one in theirs), key=len, default=frozenset[str]()) for mine in _evidence(group)]
    return frozenset().union(*found) if all(found) else frozenset()


def _evidence(group: Sequence[Said]) -> Iterator[_Evidence]:
    """The documents and images that a group's statements rest on. A report that tells no basis tells only less than others."""
    for one in group:
        basis = one.voice.statement.basis
        if basis is not None and basis.kind in _SHARED:
            noun = own_noun(one.voice.basis)
            # "Report" is no word that tells what happened, yet a noun for evidence.
            named = frozenset(stems(noun) or (noun.lower().removesuffix("s"),)) - _HAVING
            names = frozenset(stems(" ".join(_NAME.findall(own_phrase(one.voice.basis))))) - _HAVING
            words = frozenset(stems(held(one.voice.basis))) - _HAVING
            yield _Evidence(kind=basis.kind, named=named | names, words=words | named)
