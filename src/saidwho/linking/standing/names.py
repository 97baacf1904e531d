"""Who bears a name of his own, and which?"""

import re

from saidwho.linking.facts import Voice
from saidwho.linking.parties import Party, folded, known_as
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.descriptions import are_people_of, is_onlooker
from saidwho.linking.standing.kinds import Standing
from saidwho.linking.standing.own_basis import has_own_basis

# The railways of a state are its own.
_RAILWAYS = re.compile(r"^(?:the )?(\w+) (?:State |National )?Railways?$", re.IGNORECASE)


def by_name(voice: Voice, party: Party, scene: Scene) -> Standing:
    """One with a name of its own: a person who is introduced as a body's is that body."""
    railway = _RAILWAYS.match(party.name)
    if railway and (state := scene.state_named(folded(railway[1]))) is not None:
        return Standing(kind="body", root=state, name=scene.states[state], body=party.name)
    full = full_name(known_as(party), party, scene)
    if (body := scene.members.get(full)) is not None:
        known = scene.bodies.get(body)
        name = known.name if known is not None else scene.outlet_names.get(body, body.title())
        return Standing(kind="body", root=f"name:{body}", name=name, body=party.name)
    told = ", ".join((party.role or "", voice.source))
    is_outside = (is_onlooker(told) and not has_own_basis(voice)) or bool(re.search(r"\bformer\b", told))
    return Standing(kind="onlooker" if is_outside else "body", root=f"name:{full}", name=party.name)


def are_several_states(words: str, scene: Scene) -> bool:
    """Whether words name two states or more at once, or what stands for them ("Karlia and Vinland", "Karlstad and Vinmouth")."""
    names = folded(words).removeprefix("both ").split(" and ")
    return len(names) > 1 and scene.states_by_name.keys() | scene.lands.keys() >= set(names)


def full_name(name: str, party: Party, scene: Scene) -> str:
    """The full name of a person whom a text calls by the surname, where one person alone of the claim bears it."""
    if party.kind != "person" or " " in name:
        return name
    full = [person for person in scene.people if person.endswith(f" {name}")]
    return full[0] if len(full) == 1 else name


def is_named_group(name: str) -> bool:
    """Whether a group bears a name of its own ("Dawn Front") and is not just the first word of a sentence ("Traders of Lorn")."""
    return len([word for word in name.split() if word[:1].isupper()]) > 1 and not are_people_of(name)
