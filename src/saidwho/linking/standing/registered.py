"""As what does an actor of the register speak, or one who belongs to one?"""

from collections.abc import Mapping

from saidwho.linking.affiliation import Affiliation
from saidwho.linking.facts import Voice
from saidwho.linking.parties import Party, folded
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.descriptions import is_unnamed_official, wants_no_name
from saidwho.linking.standing.kinds import Standing
from saidwho.linking.standing.owners import state_there
from saidwho.linking.standing.phrases import DEFINITE, phrase_of

# Bodies of a state that are no part of its executive: courts, parliaments, services of the public.
_APART: frozenset[str] = frozenset({"body"})


def registered(party: Party, told: Affiliation, voice: Voice, scene: Scene) -> Standing:
    """An actor of the register, or one who belongs to one."""
    if party.kind == "outlet" and party.state is None:
        return Standing(kind="outlet", root=f"outlet:{folded(party.name)}", name=party.name)
    links = [(party.key, party.name, party.kind), *party.owners]
    apart = next((link for link in links if link[2] in _APART or (link[0] or "").startswith("local.")), None)
    root, name = _root(party, scene.states)
    is_of_state = party.state or root in scene.states
    if apart and not is_of_state and (apart[0] or "").startswith("local."):
        root, there = state_there(voice, scene)
        name, is_of_state = there or party.name, True
    if is_of_state and (apart or (told.service and not told.organ)):
        key, body = (apart[0], apart[1]) if apart else (f"service:{told.service}", party.name)
        return Standing(kind="body", root=key or f"service:{told.service}", name=body, body=body, state=root, state_name=name)
    # Staff of a body that governs nobody are that body, named or not.
    is_of_body = not is_of_state and bool(party.owners) and party.owners[-1][2] == "body" and not wants_no_name(voice.source)
    if (party.key is None and is_unnamed_official(party.name) and not is_of_body) or (is_of_state and _are_some_of_it(voice.source)):
        return Standing(kind="unnamed official", root=root, name=name, body=party.name)
    narrower = next((link for link in links if link[2] not in ("person", "state")), None)
    is_narrower = narrower and narrower[0] != root and not _is_whole_government(narrower[0], party.state)
    return Standing(kind="body", root=root, name=name, body=narrower[1] if narrower and is_narrower else None)


def _are_some_of_it(source: str) -> bool:
    """Whether words for an army or a mission name only some of it ("Karlian soldiers", "diplomats in Lorn")."""
    phrase = phrase_of(source)
    return phrase.is_plural and phrase.opening not in DEFINITE and phrase.is_of("rank", "diplomat") and is_unnamed_official(source)


def _is_whole_government(key: str | None, state: str | None) -> bool:
    return key is not None and (key.startswith("government-of-") or key == f"{state}.government")


def _root(party: Party, states: Mapping[str, str]) -> tuple[str, str]:
    """Who stands behind a party of the register: its state, else the last that it belongs to, else itself."""
    if party.state:
        own = party.name if party.kind == "state" else next((name for key, name, _ in party.owners if key == party.state), party.state)
        return party.state, states.get(party.state, own)
    if (party.key or "").startswith("local.") and party.country and party.country.lower() in states:
        return party.country.lower(), states[party.country.lower()]
    if party.owners:
        return _plain_key(party.owners[-1][0]), party.owners[-1][1]
    return party.key or f"unnamed:{folded(party.name)}", party.name


def _plain_key(key: str) -> str:
    """Whom one document knows by name alone is known so in all."""
    kind, _, name = key.partition(":")
    return f"name:{name.partition('@')[0]}" if kind in ("body", "person") and name else key
