"""Who is who in the documents of a claim.

Most claims are of one document, and a document tells twenty: what is looked up in all that is said in it serves them all.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from saidwho.linking.facts import Facts
from saidwho.linking.outlets import outlets_of
from saidwho.linking.parties import folded
from saidwho.linking.scenes import Known, Scene, make_scene
from saidwho.types.store import Store

_MOVEMENTS = frozenset({"force", "group", "body", "people"})
_BODIES = frozenset({"force", "group", "body"})


@dataclass(slots=True, kw_only=True, eq=False)
class Casts:
    """What is looked up in one document is kept: it holds as long as it, and the outlets that the store knows of, stay as they are."""

    store: Store
    _scenes: dict[str, Scene] = field(default_factory=dict)

    def scene(self, reports: Mapping[str, Facts], documents: Iterable[str], country: str | None) -> Scene:
        """Who is who in some documents: all that is said in them tells it, not what is said of the claim alone.

        reports: facts by ids of documents, those among them; the names of all of these are looked up among outlets. country: the key of
        the state where the claim happens.
        """
        told = sorted(documents)
        if len(reports) > 1 or not told:
            return self._made(reports, told, country)
        if told[0] not in self._scenes:
            self._scenes[told[0]] = self._made(reports, told, None)
        return replace(self._scenes[told[0]], country=country)

    def _made(self, reports: Mapping[str, Facts], documents: Sequence[str], country: str | None) -> Scene:
        return make_scene(
            [voice for document in documents for voice in reports[document].voices],
            outlets=outlets_of(self.store, reports.values()),
            states=_states(documents, reports),
            country=country,
            movements=_movements(documents, reports),
            known=_known(documents, reports),
        )


def _known(documents: Iterable[str], reports: Mapping[str, Facts]) -> dict[str, Known]:
    """The bodies and movements of the register that documents name, by the folded name and by that of one of them ("houthi"; no Hama is
    of "Hamas")."""
    parties = [party for document in documents for party in reports[document].parties.values()]
    told = (party for party in parties if party.kind in _BODIES and not party.owners)
    known = {party.key: Known(key=party.key, name=party.name, kind=party.kind) for party in told if party.key and ":" not in party.key}
    names = [(folded(one.name), one) for _, one in sorted(known.items())]
    return {words: one for whole, one in names for words in (whole.removesuffix("s") if whole.endswith("is") else whole, whole)}


def _states(documents: Iterable[str], reports: Mapping[str, Facts]) -> dict[str, str]:
    """The names of states by their keys, as the reports' register has them."""
    parties = (party for document in documents for party in reports[document].parties.values())
    return {party.key: party.name for party in parties if party.kind == "state" and party.key}


def _movements(documents: Iterable[str], reports: Mapping[str, Facts]) -> frozenset[str]:
    """Folded names of groups, forces and bodies with a name of their own that documents name."""
    parties = (party for document in documents for party in reports[document].parties.values())
    return frozenset(
        folded(party.name.partition(",")[0]) for party in parties if party.kind in _MOVEMENTS and party.key and party.state is None
    )
