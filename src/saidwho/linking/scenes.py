"""Who is who in the reports of one claim, where the register does not know?

Names that own an organ somewhere ("Merova's army") are states or bodies like one, "Merovan" is of Merova, and "Hale" is the
spokesman Corin Hale whom another text names in full.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from saidwho.linking.affiliation import Affiliation, is_adjective_of
from saidwho.linking.facts import Voice
from saidwho.linking.stems import plain_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """outlets: folded names of those known to print. states: names by key. country: the key of the state where it happens.

    owners: for each folded name or adjective that owns an organ, the name it is of. people: affiliations by folded full name,
    and by surname where one alone bears it.
    """

    outlets: frozenset[str]
    states: Mapping[str, str]
    country: str | None
    owners: Mapping[str, str]
    people: Mapping[str, Affiliation]

    def state_named(self, name: str) -> str | None:
        """The key of the state that a folded name or adjective is of."""
        for key, written in sorted(self.states.items()):
            folded_name = folded(written)
            if name == folded_name or is_adjective_of(name, folded_name):
                return key
        return None


def make_scene(voices: Iterable[Voice], *, outlets: frozenset[str], states: Mapping[str, str], country: str | None) -> Scene:
    """voices: all of a claim, in any order."""
    ordered = sorted(voices, key=lambda voice: voice.id)
    owners = {voice.affiliation.owner for voice in ordered if voice.affiliation.owner}
    names = {folded(voice.speaker.name) for voice in ordered if voice.speaker and voice.speaker.key} | owners
    return Scene(
        outlets=outlets,
        states=states,
        country=country,
        owners={owner: _base(owner, names) for owner in sorted(owners)},
        people=_people(ordered),
    )


def folded(name: str) -> str:
    """A name for comparison: "The Harbour Tribune" and "Harbour Tribune" are one."""
    return " ".join(word for word in plain_words(name) if word != "the")


def _base(owner: str, names: Iterable[str]) -> str:
    """The name that an adjective is of, where some text has it; else the word itself."""
    return min((name for name in names if is_adjective_of(owner, name)), default=owner)


def _people(voices: Iterable[Voice]) -> dict[str, Affiliation]:
    told: dict[str, list[Affiliation]] = defaultdict(list)
    bearers: dict[str, set[str]] = defaultdict(set)
    for voice in voices:
        party = voice.speaker
        if party is None or party.kind != "person" or not party.surname:
            continue
        name = folded(party.name)
        told[name].append(voice.affiliation)
        if " " in name:
            bearers[party.surname].add(name)
    best = {name: max(found, key=lambda a: (bool(a.owner), bool(a.organ), bool(a.service))) for name, found in told.items()}
    for surname, names in bearers.items():
        if len(names) == 1 and not (surname in best and best[surname].owner):
            best[surname] = best[next(iter(names))]
    return best
