"""Who is who in the documents of a claim, told once for each set of documents.

Most claims are of one document, and a document tells twenty: what is looked up in all that is said in it serves them all.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from saidwho.linking.facts import Facts
from saidwho.linking.outlets import outlets_of
from saidwho.linking.scenes import Scene, folded, make_scene
from saidwho.types.store import Store

_MOVEMENTS = frozenset({"force", "group", "body", "people"})
_Documents = tuple[str, ...]


@dataclass(slots=True, kw_only=True, eq=False)
class Casts:
    """What is looked up holds as long as the documents of the store, and the outlets that it knows of, stay as they are."""

    store: Store
    _outlets: dict[_Documents, frozenset[str]] = field(default_factory=dict)
    _scenes: dict[tuple[_Documents, _Documents], Scene] = field(default_factory=dict)

    def scene(self, reports: Mapping[str, Facts], documents: Iterable[str], country: str | None) -> Scene:
        """Who is who in some documents: all that is said in them tells it, not what is said of the claim alone.

        reports: facts by ids of documents, those among them; the names of all of these are looked up among outlets. country: the key of
        the state where the claim happens.
        """
        told, asked = tuple(sorted(documents)), tuple(sorted(reports))
        if (told, asked) not in self._scenes:
            self._scenes[told, asked] = make_scene(
                [voice for document in told for voice in reports[document].voices],
                outlets=self._outlets_of(asked, reports),
                states=_states(told, reports),
                country=None,
                movements=_movements(told, reports),
            )
        return replace(self._scenes[told, asked], country=country)

    def _outlets_of(self, asked: _Documents, reports: Mapping[str, Facts]) -> frozenset[str]:
        if asked not in self._outlets:
            self._outlets[asked] = outlets_of(self.store, reports.values())
        return self._outlets[asked]


def _states(documents: Iterable[str], reports: Mapping[str, Facts]) -> dict[str, str]:
    """The names of states by their keys, as the reports' register has them."""
    parties = (party for document in documents for party in reports[document].parties.values())
    return {party.key: party.name for party in parties if party.kind == "state" and party.key}


def _movements(documents: Iterable[str], reports: Mapping[str, Facts]) -> frozenset[str]:
    """Folded names of groups, forces and bodies with a name of their own that documents name."""
    parties = (party for document in documents for party in reports[document].parties.values())
    return frozenset(folded(party.name) for party in parties if party.kind in _MOVEMENTS and party.key and party.state is None)
