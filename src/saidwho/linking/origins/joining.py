"""Which voices of a claim that their texts leave open are of one that speaks there?

All of it can count two as one, and never one as two: the count is a lower bound.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from saidwho.linking.affiliation import is_adjective_of
from saidwho.linking.facts import Voice
from saidwho.linking.issuers import fights_by_name
from saidwho.linking.origins.said import Said
from saidwho.linking.parties import folded, known_as
from saidwho.linking.scenes import Scene
from saidwho.linking.standing.descriptions import leads_fighters, office_of, side_of
from saidwho.linking.standing.kinds import HERE, Standing
from saidwho.linking.stems import stem


def anchored(said: Sequence[Said], scene: Scene) -> list[Said]:
    """An organ whose state its text leaves open ("the defence minister") is taken to be of the state that others here speak for.

    That can count two as one, and never one as two: the count is a lower bound.
    """
    anchors = [one for one in said if one.standing.kind == "body" and not (one.is_adrift or one.is_apart) and _is_statelike(one, scene)]
    counts = Counter(one.root for one in anchors)
    ranked = sorted(anchors, key=lambda one: (-counts[one.root], one.root))
    held = _offices(anchors)
    sides = {one.root: one for one in reversed(said) if _is_side(one, scene)}
    told = [_with_side(one, sides, scene) if _is_of_side(one) else one for one in said]
    if not anchors:
        return _at_one_owner(told)
    return [_at_anchor(one, ranked, scene, held) if one.is_adrift and not _is_of_side(one) else one for one in told]


def _at_one_owner(said: Sequence[Said]) -> list[Said]:
    """ "The mayor", where nobody else but "the Karlian police" speaks, is of whom these are."""
    owners = {one.root: one for one in said if one.is_adrift and one.root.startswith("name:") and one.standing.state}
    lead = next(iter(owners.values())) if len(owners) == 1 else None
    return [replace(one, standing=_moved(one, lead)) if lead is not None and one.is_adrift and one.root == HERE else one for one in said]


def _is_of_side(one: Said) -> bool:
    """Whether it speaks for those who fight and are not named ("the rebels")."""
    return one.is_adrift and one.root == f"unnamed:{side_of(one.standing.name)}"


def _is_side(one: Said, scene: Scene) -> bool:
    """Whether a movement with a name stands behind it, and no state."""
    if one.standing.kind != "body" or one.is_adrift or one.is_apart or one.root in scene.states:
        return False
    return _is_group(one.voice) or fights_by_name(folded(one.root_name)) or _has_army_of_its_own(one, scene)


def _has_army_of_its_own(one: Said, scene: Scene) -> bool:
    """Whether officers of a body that is known to be no state speak for it ("HLF spokesman Colonel Ivo Vale"); or a movement's of the
    register."""
    known = next((body for body in scene.known.values() if body.key == one.root), None)
    if known is not None:
        return known.kind in ("group", "force")
    told = one.voice.affiliation
    return one.root.startswith("name:") and told.organ == "army" and bool(told.owner) and not scene.is_governed(folded(one.root_name))


def _with_side(one: Said, sides: Mapping[str, Said], scene: Scene) -> Said:
    """ "The rebels" are the movement that alone speaks here, or that their text alone names of those who do; of several they may be any."""
    named = [lead for lead in sides.values() if _names(one.voice, lead, scene)]
    own = next(iter(sides.values())) if len(sides) == 1 else named[0] if len(named) == 1 else None
    if own is not None:
        return replace(one, standing=_moved(one, own))
    return replace(one, is_unplaced=True) if sides else one


def _offices(anchors: Sequence[Said]) -> dict[tuple[str, str], set[str]]:
    """The surnames of those who hold an office that one alone has, by whose office it is."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in anchors:
        if (office := _office(one)) and one.voice.speaker is not None and one.voice.speaker.surname:
            found[one.root, office].add(one.voice.speaker.surname)
    return found


def _office(one: Said) -> str:
    party = one.voice.speaker
    return (
        office_of(party.role or "") or office_of(one.voice.source) if party is not None and party.kind == "person" and party.surname else ""
    )


def _at_anchor(one: Said, anchors: Sequence[Said], scene: Scene, held: Mapping[tuple[str, str], set[str]]) -> Said:
    """One whose state is open is of that one whose state it may be and that its text alone names; else of any, and told of none.

    A spokesman with a name, of whom no words tell what he is of, speaks for himself then. So does a president where all others have
    another: he is of none of them.
    """
    party, office = one.voice.speaker, _office(one)
    others = {lead.root for lead in anchors if office and party and held.get((lead.root, office), set()) - {party.surname}}
    if party is not None and others and others == {lead.root for lead in anchors}:
        return replace(one, standing=replace(one.standing, root=f"name:{known_as(party)}", name=party.name, is_adrift=False))
    anchors = [lead for lead in anchors if lead.root not in others]
    may = {lead.root: lead for lead in reversed(anchors) if _may_lead(lead, one, scene)}
    named = [lead for lead in may.values() if _names(one.voice, lead, scene)]
    # An office may be of any state that the text tells of, a spokesman is of those who speak in it.
    states = one.voice.named & (scene.states.keys() | {scene.country}) if not one.root.startswith("name:") else frozenset()
    own = may.get(one.root) or (named[0] if len(named) == 1 and states <= {named[0].root} else None)
    if own is not None:
        return replace(one, standing=_moved(one, own))
    return replace(one, is_unplaced=True) if anchors and not one.root.startswith("name:") else one


def of_one_body(said: Sequence[Said]) -> list[Said]:
    """A person is of one body, whatever texts leave open: of that which others here speak for, where one text gives him to another.

    "Rebel leader Ivo Vale" is of the rebels that alone speak here. That can count two as one, and never one as two.
    """
    leads = {one.root: one for one in said if one.standing.kind == "body" and not (one.is_apart or one.is_adrift)}
    fighters = {one.root for one in said if one.standing.kind == "body" and (_is_group(one.voice) or _fights(one))}
    bodies: dict[str, Counter[str]] = defaultdict(Counter)
    names = _own_names(said)
    for one in said:
        name = names[one.voice.id]
        is_of_fighters = one.root == f"name:{name}" and len(fighters) == 1 and leads_fighters(one.voice.source)
        if name is not None and (one.root in leads or is_of_fighters):
            bodies[name][next(iter(fighters)) if is_of_fighters else one.root] += 1
    voices = Counter(one.root for one in said)
    best = {name: min(of, key=lambda root: (of[root] - voices[root], -of[root], root)) for name, of in bodies.items()}
    return [given_to(one, leads.get(best.get(names[one.voice.id] or "", ""))) for one in said]


def is_person(voice: Voice) -> bool:
    return voice.speaker is not None and voice.speaker.kind == "person"


def given_to(one: Said, lead: Said | None) -> Said:
    if lead is None or one.is_apart or lead.root == one.root:
        return one
    return replace(one, standing=replace(_moved(one, lead), is_adrift=False))


def _own_names(said: Sequence[Said]) -> dict[str, str | None]:
    """The folded names of people who speak as a body, or for one, by the ids of their voices; in full where one alone bears a surname."""
    told = {one.voice.id: _own_name(one) for one in said}
    full: dict[str, set[str]] = defaultdict(set)
    for name in told.values():
        if name and " " in name:
            full[name.rpartition(" ")[2]].add(name)
    return {voice: next(iter(full[name])) if name and len(full[name]) == 1 else name for voice, name in told.items()}


def _own_name(one: Said) -> str | None:
    party = one.voice.speaker
    is_person = party is not None and party.kind == "person" and party.key and one.standing.kind == "body"
    return known_as(party) if party is not None and is_person else None


def _is_group(voice: Voice) -> bool:
    party = voice.speaker
    return party is not None and party.kind in ("group", "force") and party.state is None and party.key is not None


def _fights(one: Said) -> bool:
    """Whether it is an army of no state by its name ("March River Army")."""
    return one.root.startswith("name:") and not (one.is_adrift or is_person(one.voice)) and fights_by_name(folded(one.root_name))


def _may_lead(lead: Said, one: Said, scene: Scene) -> bool:
    """Whether one may be an organ of a lead.

    What governs has ministers and mayors, what only fights has commanders and spokesmen. Who lives where it happens is of no other state.
    """
    told = one.voice.affiliation
    party = lead.voice.speaker
    is_fighting = ":" not in lead.root and lead.root not in scene.states and not (party and (party.state or party.kind == "government"))
    if told.is_of_fighters and not is_fighting:
        return False
    if is_fighting and (told.service or told.organ in ("ministry", "government")) and not scene.is_governed(folded(lead.root_name)):
        return False
    if not told.service or told.organ or not scene.country or len(lead.root) != len(scene.country):
        return True
    return lead.root == scene.country or lead.root not in scene.states


def _names(voice: Voice, lead: Said, scene: Scene) -> bool:
    """Whether the text of a voice names somebody, or has a word for what is his."""
    own = folded(lead.root_name)
    words = {own, *(owner for owner, base in scene.owners.items() if base == own), *(own.split() if own else ())}
    if lead.root in voice.named or not voice.named:
        return True
    return any(stem(word) in voice.names or any(is_adjective_of(name, word) for name in voice.names) for word in words)


# Kinds of bodies that have an army, a press service and ministers without being a state.
_ARMED_KINDS = frozenset({"force", "group", "government"})


def _is_statelike(one: Said, scene: Scene) -> bool:
    """Whether a state, or a body that has organs like one, stands behind it. Nobody's ministry is the United Nations'."""
    party, told = one.voice.speaker, one.voice.affiliation
    if one.root in scene.states or one.root == scene.country or (party and party.state):
        return True
    if one.voice.home is not None and one.root == one.voice.home.key:
        return True
    # A hospital is in a state, and none.
    if told.service not in (None, "local") or one.root.startswith("local."):
        return False
    if ":" not in one.root:
        return party is not None and party.kind in _ARMED_KINDS
    return one.root.startswith("name:") and bool(told.owner and told.organ)


def _moved(one: Said, lead: Said) -> Standing:
    if one.standing.state:
        return replace(one.standing, state=lead.root, state_name=lead.root_name)
    return replace(one.standing, root=lead.root, name=lead.root_name)
