"""Who is who in the reports of one claim, where the register does not know?

Names that own an organ somewhere ("Merova's army") are states or bodies like one, "Merovan" is of Merova, and "Hale" is the
spokesman Corin Hale whom another text names in full.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from saidwho.linking.affiliation import Affiliation, affiliation_of, is_adjective_of
from saidwho.linking.facts import Voice
from saidwho.linking.issuers import paper_of
from saidwho.linking.memberships import members_in
from saidwho.linking.parties import Party, folded, is_registered, known_as
from saidwho.text.issuing import body_of, is_body, tells_its_own
from saidwho.types.grounding import ActorKind

# "Republic of Karlia", "Karlian Federation".
FORM_OF_STATE = re.compile(
    r"^(?:(?:president|government|republic|kingdom|federation|union|sultanate|emirate) of )+|"
    r" (?:president|government|republic|kingdom|federation|sultanate|emirate)$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A body or a movement of the register. key: its own."""

    key: str
    name: str
    kind: ActorKind


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scene:
    """outlets: folded names of those known to print. states: names by key. country: the key of the state where it happens.

    outlet_names: outlets as written, by folded name. issuers: folded names of outlets that others speak of as a body of another
    kind ("the company Orbis Lens"). papers: of folded outlets that are the papers of a movement, its folded name. own_names: what
    a group that a document describes calls itself, by the document's id and the folded description. initials: who is meant by the
    first letters of a name. bodies: who speaks and is no person, by the folded name.
    movements: folded names of armed and other groups that its documents name. relays: folded names of those through whom words came.
    staff: folded names of outlets and of those who report for them. governed: those that have a ministry or government,
    or their adjectives.
    members: folded names of bodies by those of people who are introduced as theirs. homes: keys of states whose press prints at home.
    is_of_register: whether one who prints is known with its country.
    owners: for each folded name or adjective that owns an organ, the name it is of. people: affiliations by folded full name,
    and by surname where one alone bears it. officials: people with whose they are in the register, by folded full name.
    lands: keys of states by the folded words that the documents have for them ("us", "emirati"). known: bodies and movements of the
    register by the folded words for them ("houthi").
    """

    outlets: frozenset[str]
    states: Mapping[str, str]
    country: str | None
    owners: Mapping[str, str]
    people: Mapping[str, Affiliation]
    officials: Mapping[str, Party]
    outlet_names: Mapping[str, str]
    issuers: frozenset[str]
    initials: Mapping[str, Party]
    bodies: Mapping[str, Party]
    own_names: Mapping[tuple[str, str], str]
    papers: Mapping[str, str]
    movements: frozenset[str]
    governed: frozenset[str]
    staff: frozenset[tuple[str, str]]
    members: Mapping[str, str]
    homes: frozenset[str] = frozenset()
    is_of_register: bool = False
    relays: frozenset[str] = frozenset()
    lands: Mapping[str, str] = field(default_factory=dict)
    known: Mapping[str, Known] = field(default_factory=dict)

    @property
    def is_at_home(self) -> bool:
        """Whether the state where it happens is one that the texts tell of, or whose own press prints one of them.

        Where an outlet of the register reports, no town is invented.
        """
        return self.country is not None and (self.country in self.states or self.country in self.homes or self.is_of_register)

    def one_state(self, root: str) -> str:
        """The key of a state that two documents know by two keys, one of the register and one by its name alone."""
        name = folded(self.states[root]) if root in self.states else root.removeprefix("name:")
        return self.states_by_name.get(name, root)

    def is_governed(self, name: str) -> bool:
        """Whether some text tells of a ministry or government of a folded name, by the name or by its adjective."""
        return any(name == owner or is_adjective_of(owner, name) for owner in self.governed)

    def base_of(self, name: str) -> str:
        """The name that a folded name or adjective is of, where it owns an organ here; else the name itself."""
        if name in self.owners:
            return self.owners[name]
        return _base(name, {*self.owners.values(), *self.governed})

    @property
    def states_by_name(self) -> Mapping[str, str]:
        """The keys of states by their folded names."""
        return {folded(name): key for key, name in sorted(self.states.items())}

    def state_named(self, name: str) -> str | None:
        """The key of the state that a folded name or adjective is of."""
        if (key := self.states_by_name.get(name)) is not None:
            return key
        if (land := self.lands.get(name)) in self.states:
            return land
        if (base := _base(name, self.states_by_name)) != name:
            return self.states_by_name[base]
        bare = FORM_OF_STATE.sub("", name)
        return self.state_named(bare) if bare not in ("", name) else None


def make_scene(
    voices: Iterable[Voice],
    *,
    outlets: frozenset[str],
    states: Mapping[str, str],
    country: str | None,
    movements: frozenset[str] = frozenset(),
    known: Mapping[str, Known] | None = None,
) -> Scene:
    """voices: all of a claim, in any order. movements, known: of those that its documents name; see Scene."""
    ordered = sorted(voices, key=lambda voice: voice.id)
    owners = {voice.affiliation.owner for voice in ordered if voice.affiliation.owner}
    names = {folded(voice.speaker.name) for voice in ordered if voice.speaker and voice.speaker.key} | owners
    issuers = _issuers(ordered)
    return Scene(
        outlets=frozenset(outlet for outlet in outlets if not (is_organ_of_one(outlet) or is_body(outlet))) - issuers,
        states=states,
        country=country,
        owners={owner: _base(owner, names) for owner in sorted(owners)} | _seats(ordered),
        people=_people(ordered),
        officials=_officials(ordered),
        outlet_names={folded(outlet): outlet for voice in ordered if (outlet := voice.document.outlet)},
        issuers=issuers,
        initials=_initials(ordered),
        bodies=_bodies(ordered),
        own_names=_own_names(ordered),
        papers=_papers(ordered, movements),
        movements=movements,
        staff=frozenset((folded(voice.document.outlet or ""), name) for voice in ordered for name in voice.staff),
        members=members_in(ordered, (movements - outlets) | issuers),
        governed=frozenset(name for voice in ordered for name in (*voice.governed, *_governed_by_outlet(voice.document.outlet or ""))),
        is_of_register=any(voice.printer is not None and voice.printer.country is not None for voice in ordered),
        relays=frozenset(folded(name) for voice in ordered for _, name in voice.relays),
        lands=_lands(ordered),
        known=known or {},
        homes=frozenset(voice.home.key for voice in ordered if voice.home is not None and not voice.home.is_movement),
    )


def _lands(voices: Iterable[Voice]) -> dict[str, str]:
    """Words for states, without those that two documents have for two."""
    found: dict[str, set[str]] = defaultdict(set)
    for voice in voices:
        for words, key in voice.lands.items():
            found[words].add(key)
    return {words: next(iter(keys)) for words, keys in found.items() if len(keys) == 1}


_CALLED = re.compile(r"\b(?:call(?:s|ing)? (?:itself|themselves)|called|known as|by the name of) ((?:the )?[A-Z0-9][^,;“”\"]*)")


def _own_names(voices: Iterable[Voice]) -> dict[tuple[str, str], str]:
    """ "A group that calls itself Dawn Front" is Dawn Front, also where its text goes on with "the group"."""
    found: dict[tuple[str, str], str] = {}
    for voice in voices:
        told = _CALLED.search(voice.source)
        if told and voice.speaker is not None and voice.speaker.key is None:
            found.setdefault((voice.document.id, folded(voice.speaker.name)), told[1].strip())
    return found


_NO_PRESS = re.compile(
    r"\b(?:company|firm|institute|think tank|monitors?|monitoring group|organi[sz]ation|charity|committee|mission|ministry|service)\b",
    re.IGNORECASE,
)


def _issuers(voices: Iterable[Voice]) -> frozenset[str]:
    """Outlets that are bodies by their names or by what they tell of their own, or that others name with a word for such a body."""
    found: set[str] = set()
    for voice in voices:
        outlet = voice.document.outlet or ""
        if voice.prints_as == "body" or is_body(outlet) or (voice.statement.form == "own voice" and tells_its_own(outlet, voice.told)):
            found |= {folded(outlet), folded(body_of(outlet))}
        found |= {_named_as_body(voice.source), *map(folded, voice.bodies)}
    return frozenset(found) - {""}


def _papers(voices: Iterable[Voice], movements: frozenset[str]) -> dict[str, str]:
    """The movement of each outlet that is a movement's paper by its name ("Azure Voice")."""
    outlets = {voice.document.outlet for voice in voices if voice.document.outlet}
    return {folded(outlet): whose for outlet in sorted(outlets) if (whose := paper_of(outlet, movements)) is not None}


@lru_cache(maxsize=1 << 14)
def _named_as_body(source: str) -> str:
    """The folded name after a word for a body that does not print; empty where there is no such word."""
    first = _NO_PRESS.search(source)
    return folded(source[first.end() :]) if first else ""


def _initials(voices: Iterable[Voice]) -> dict[str, Party]:
    found: dict[str, Party] = {}
    for voice in voices:
        party = voice.speaker
        letters = "".join(word[0] for word in party.name.split() if word[:1].isupper()) if party else ""
        if party and party.key and len(letters) > 1 and not party.name.isupper():
            found.setdefault(letters, party)
    return found


def _bodies(voices: Iterable[Voice]) -> dict[str, Party]:
    found: dict[str, Party] = {}
    for voice in voices:
        party = voice.speaker
        if party is not None and party.key and party.kind not in ("person", "outlet", "state"):
            found.setdefault(folded(party.name), party)
    return found


@lru_cache(maxsize=1 << 12)
def is_organ_of_one(name: str) -> bool:
    """Whether a name of one who prints is that of an army or ministry ("Ministry of Defence of Eskeland")."""
    told = affiliation_of(name if name[:1].isupper() or name[:1].isdigit() else name.title().replace(" Of ", " of "))
    return bool(told.owner and told.organ)


@lru_cache(maxsize=1 << 12)
def _governed_by_outlet(outlet: str) -> tuple[str, ...]:
    """Whose ministry or embassy one who prints is by its name."""
    told = affiliation_of(outlet)
    return (told.owner,) if told.owner and told.organ in ("ministry", "government") else ()


def _base(owner: str, names: Iterable[str]) -> str:
    """The name that an adjective is of, where some text has it ("Nigeria" of "Nigerian", and not "Niger"); else the word itself."""
    return min((name for name in names if is_adjective_of(owner, name)), key=lambda name: (-len(name), name), default=owner)


def _seats(voices: Iterable[Voice]) -> dict[str, str]:
    """Capitals by the states that they stand for, told by a person who speaks for one here and for the other there."""
    ordered = list(voices)
    seats = {voice.affiliation.owner for voice in ordered if voice.affiliation.is_seat and voice.affiliation.owner}
    spoke_for: dict[str, Counter[str]] = defaultdict(Counter)
    for voice in ordered:
        owner, party = voice.affiliation.owner, voice.speaker
        if owner and party and party.kind == "person" and party.surname:
            spoke_for[party.surname][owner] += 1
    found: dict[str, str] = {}
    for _, counts in sorted(spoke_for.items()):
        states = {owner: count for owner, count in counts.items() if owner not in seats}
        main = min(states, key=lambda owner: (-states[owner], owner), default=None)
        if main:
            found |= {owner: main for owner in counts if owner in seats}
    return found


def _people(voices: Iterable[Voice]) -> dict[str, Affiliation]:
    """For whom those with a name speak, as most texts that tell it have it; by surname too, where one alone bears it."""
    told: dict[str, list[Affiliation]] = defaultdict(list)
    bearers: dict[str, set[str]] = defaultdict(set)
    for voice in voices:
        party = voice.speaker
        if party is None or not party.key:
            continue
        name = known_as(party)
        told[name].append(voice.affiliation)
        if party.surname and " " in name:
            bearers[party.surname].add(name)
    for surname, names in bearers.items():
        if len(names) == 1:
            told[next(iter(names))] += told.pop(surname, [])
    best = {name: _commonest(found) for name, found in told.items()}
    return best | {surname: best[next(iter(names))] for surname, names in bearers.items() if len(names) == 1}


def _officials(voices: Iterable[Voice]) -> dict[str, Party]:
    """People whom a text tells to be of somebody in the register, where no other text tells another."""
    told: dict[str, dict[str | None, Party]] = defaultdict(dict)
    for voice in voices:
        party = voice.speaker
        if party is not None and party.kind == "person" and party.key and is_registered(party):
            told[known_as(party)].setdefault(party.state or (party.owners[-1][0] if party.owners else party.key), party)
    return {name: next(iter(of.values())) for name, of in told.items() if len(of) == 1}


def _commonest(found: Iterable[Affiliation]) -> Affiliation:
    counts = Counter(found)
    owners = Counter(one.owner for one in counts.elements() if one.owner)

    def rank(one: Affiliation) -> tuple[int, bool, bool, int, str]:
        return (owners[one.owner] if one.owner else 0, bool(one.organ), bool(one.service), counts[one], str(one.owner))

    return max(counts, key=rank)
